/* segue-shortcuts.h - the keys of the program, in one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One key: sets the accelerator of an action and tells people of it. Keys
 * that a view handles itself have no action. */
typedef struct
{
  const char *action;   /* detailed action name, or NULL */
  const char *keys[3];  /* in the notation of gtk_accelerator_parse() */
  const char *title;    /* what it does, N_() */
} SegueShortcut;

typedef struct
{
  const char *title;    /* N_() */
  const SegueShortcut *shortcuts;
  guint n_shortcuts;
} SegueShortcutGroup;

const SegueShortcutGroup *segue_shortcuts_get_groups (guint          *n_groups);
void                      segue_shortcuts_install    (GtkApplication *application);

G_END_DECLS
