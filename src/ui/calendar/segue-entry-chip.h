/* segue-entry-chip.h - something that happens on a day, small enough for the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/segue-calendar-scene.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_CHIP_ICON,  /* there is no room for words */
  SEGUE_CHIP_LINE,  /* one line, cut off where it ends */
  SEGUE_CHIP_WHOLE, /* all words, and how many days are left */
} SegueChipForm;

/**
 * SegueEntryChip:
 *
 * An entry in the colour of its goal. It says nothing to a screen reader: the
 * name of its day has it.
 */
#define SEGUE_TYPE_ENTRY_CHIP (segue_entry_chip_get_type ())
G_DECLARE_FINAL_TYPE (SegueEntryChip, segue_entry_chip, SEGUE, ENTRY_CHIP, GtkWidget)

GtkWidget        *segue_entry_chip_new          (void);
void              segue_entry_chip_show         (SegueEntryChip *self, const SegueEntry *entry, SegueDay today,
                                                 SegueChipForm form);
void              segue_entry_chip_set_selected (SegueEntryChip *self, const char *selection);
const SegueEntry *segue_entry_chip_get_entry    (SegueEntryChip *self);

G_END_DECLS
