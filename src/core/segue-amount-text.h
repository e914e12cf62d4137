/* segue-amount-text.h - amounts of time the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a number without a unit means. */
typedef enum
{
  SEGUE_BARE_HOURS,
  SEGUE_BARE_BY_SIZE, /* of one day: up to 24 hours, above it minutes */
} SegueBareNumber;

gboolean segue_amount_text_parse (const char *text, SegueBareNumber bare, gint64 *minutes);
char    *segue_amount_text_dup   (gint64 minutes);

G_END_DECLS
