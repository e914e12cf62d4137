/* segue-amounts.h - short lists of names with amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One member of a step's needs ({"pool": "leave", "per_day": 1}) or of a
 * grant's tranches ({"date": "2023-04-01", "units": 300}). */
typedef struct
{
  char *name;
  gint64 amount;
} SegueAmount;

GArray *segue_amounts_parse (const char *json, const char *name_key, const char *amount_key, GError **error);
char   *segue_amounts_remove (const char *json, const char *name_key, const char *amount_key, const char *name);

G_END_DECLS
