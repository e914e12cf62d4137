/* segue-choices.h - a row in which one of several things is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SegueChoices:
 *
 * Ids with what people call them, in the order in which they were added.
 */
typedef struct _SegueChoices SegueChoices;

SegueChoices *segue_choices_new   (void);
void          segue_choices_add   (SegueChoices *self, const char *id, const char *title);
void          segue_choices_apply (SegueChoices *self, AdwComboRow *row, const char *selected); /* (transfer full) */
const char   *segue_choices_get   (AdwComboRow *row); /* the chosen id, which may be NULL */

G_END_DECLS
