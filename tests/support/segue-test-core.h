/* segue-test-core.h - what the tests of core share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"
#include "core/segue-plan.h"

G_BEGIN_DECLS

SeguePlan *segue_test_parse_plan   (const char *json);
SeguePlan *segue_test_load_sample  (const char *language);
SegueDay   segue_test_day          (const char *text);
void       segue_test_assert_equal (SeguePlan *a, SeguePlan *b);
gboolean   segue_test_is_equal     (SeguePlan *a, SeguePlan *b);
void       segue_test_use_language (const char *language);

G_END_DECLS
