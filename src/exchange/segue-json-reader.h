/* segue-json-reader.h - segue-plan documents into plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-plan.h"

G_BEGIN_DECLS

SeguePlan *segue_json_read_plan      (const char *text, gsize length, const char *name, GError **error);
SeguePlan *segue_json_read_plan_file (GFile *file, const char *name, GError **error);
GPtrArray *segue_json_find_problems  (const char *text, gsize length, const char *name);
char      *segue_json_load_file      (GFile *file, const char *name, gsize *length, GError **error);

G_END_DECLS
