/* segue-test-json.h - a problem as a plan that segue-cli can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-schedule.h"

G_BEGIN_DECLS

char *segue_test_problem_to_json (const SegueProblem *problem);

G_END_DECLS
