/* segue-json-writer.h - plans into segue-plan documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

char    *segue_json_write_plan      (SeguePlan *plan);
gboolean segue_json_write_plan_file (SeguePlan *plan, GFile *file, GError **error);

G_END_DECLS
