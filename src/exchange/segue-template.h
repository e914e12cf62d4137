/* segue-template.h - a plan to begin with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-answers.h"
#include "core/segue-plan.h"

G_BEGIN_DECLS

SeguePlan *segue_template_fill (const char *text, gsize length, const SegueAnswers *answers, SegueDay today, GError **error);

G_END_DECLS
