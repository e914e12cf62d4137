/* segue-shortcuts.c - the keys of the program, in one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-shortcuts.h"

#include <glib/gi18n.h>

static const SegueShortcut general[] = {
  { "app.import", { "<Control>o" }, N_("Import a Plan") },
  { "app.export", { "<Control>e" }, N_("Export This Plan") },
  { "win.find", { "<Control>f" }, N_("Find") },
  { "win.undo", { "<Control>z" }, N_("Undo") },
  { "win.redo", { "<Control><Shift>z", "<Control>y" }, N_("Redo") },
  { "app.plans", { "<Control><Shift>o" }, N_("All Plans") },
  { "win.add-step", { "<Control>n" }, N_("Add a Step") },
  { "win.add-goal", { "<Control><Shift>n" }, N_("Add a Goal") },
  { "win.add-rule", { "<Control>r" }, N_("Add a Rule to the Selection") },
  { "win.edit-selection", { "F2" }, N_("Edit the Selection") },
  { "win.edit-hours", { "<Control>h" }, N_("Hours and Days Off") },
  { "win.toggle-sidebar", { "F9" }, N_("Show or Hide the Goals") },
  { "win.toggle-inspector", { "<Control>F9", "<Control>i" }, N_("Show or Hide the Details") },
  { "win.rules", { "<Control><Shift>r" }, N_("Rules") },
  { "win.leaving", { "<Control>l" }, N_("When to Leave") },
  { "app.preferences", { "<Control>comma" }, N_("Preferences") },
  { "win.menu", { "F10" }, N_("Main Menu") },
  { "win.shortcuts", { "<Control>question", "F1" }, N_("Keyboard Shortcuts") },
  { "window.close", { "<Control>w" }, N_("Close the Window") },
  { "app.quit", { "<Control>q" }, N_("Quit") },
};

static const SegueShortcut pages[] = {
  { "win.page::timeline", { "<Control>1" }, N_("Timeline") },
  { "win.page::calendar", { "<Control>2" }, N_("Calendar") },
  { "win.page::review", { "<Control>3" }, N_("Review") },
};

static const SegueShortcut timeline[] = {
  { "win.zoom-in", { "<Control>plus", "<Control>equal" }, N_("Zoom In") },
  { "win.zoom-out", { "<Control>minus" }, N_("Zoom Out") },
  { "win.fit", { "<Control>0" }, N_("Fit the Plan") },
  { "win.today", { "<Control>t" }, N_("Go to Today") },
  { "win.go-to", { "<Control>g" }, N_("Go to a Day") },
  { NULL, { "Page_Up", "Page_Down" }, N_("Go On or Back in Time") },
  { NULL, { "Left", "Right" }, N_("Walk Along Time") },
  { NULL, { "Up", "Down" }, N_("Walk Across Lanes") },
  { NULL, { "<Alt>Left", "<Alt>Right" }, N_("Move by a Day") },
  { NULL, { "<Alt><Shift>Left", "<Alt><Shift>Right" }, N_("Move by a Week") },
  { NULL, { "<Control>m" }, N_("Move to Another Day") },
  { NULL, { "<Control><Alt>Left", "<Control><Alt>Right" }, N_("Make Shorter or Longer") },
  { NULL, { "<Shift>Left", "<Shift>Down" }, N_("Select More") },
  { NULL, { "<Control>a" }, N_("Select All Steps") },
  { NULL, { "<Control>j" }, N_("Put Selected Steps in Order") },
  { NULL, { "<Control>Return" }, N_("Mark as Done") },
  { NULL, { "<Control>x" }, N_("Cut") },
  { NULL, { "<Control>c" }, N_("Copy") },
  { NULL, { "<Control>v" }, N_("Paste") },
  { NULL, { "<Control>d" }, N_("Duplicate") },
  { NULL, { "Delete" }, N_("Delete") },
  { NULL, { "<Shift>F10", "Menu" }, N_("Show the Menu") },
  { NULL, { "<Control><Shift>F10", "<Control>Menu" }, N_("Show the Menu of the Timeline") },
  { NULL, { "Return" }, N_("Edit or Show Details") },
  { "win.leave-preview", { "Escape" }, N_("Leave the Preview, Stop Dragging") },
};

static const SegueShortcut calendar[] = {
  { NULL, { "<Alt>1", "<Alt>2", "<Alt>3" }, N_("Month, Week, Year") },
  { NULL, { "<Alt>4" }, N_("Agenda") },
  { NULL, { "Left", "Right" }, N_("Walk by a Day") },
  { NULL, { "Up", "Down" }, N_("Walk by a Week") },
  { NULL, { "Page_Up", "Page_Down" }, N_("Turn the Page") },
  { NULL, { "space" }, N_("Select the Next Thing of the Day") },
  { NULL, { "<Alt>Left", "<Alt>Right" }, N_("Move by a Day") },
  { NULL, { "<Alt>Up", "<Alt>Down" }, N_("Move by a Week") },
  { NULL, { "Return" }, N_("Show Details") },
};

static const SegueShortcut review[] = {
  { NULL, { "d" }, N_("Done, Accepted, Still Holds") },
  { NULL, { "m" }, N_("Move") },
  { NULL, { "x" }, N_("Drop, Rejected") },
  { NULL, { "k" }, N_("Keep") },
  { NULL, { "n" }, N_("Note") },
};

static const SegueShortcutGroup groups[] = {
  { N_("General"), general, G_N_ELEMENTS (general) },
  { N_("Pages"), pages, G_N_ELEMENTS (pages) },
  { N_("Timeline"), timeline, G_N_ELEMENTS (timeline) },
  { N_("Calendar"), calendar, G_N_ELEMENTS (calendar) },
  { N_("Review"), review, G_N_ELEMENTS (review) },
};

/**
 * segue_shortcuts_get_groups:
 * @n_groups: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_groups): all keys, for people
 */
const SegueShortcutGroup *
segue_shortcuts_get_groups (guint *n_groups)
{
  g_return_val_if_fail (n_groups != NULL, NULL);

  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

/**
 * segue_shortcuts_install:
 * @application: the application
 *
 * Sets the accelerators of all actions in the table.
 */
void
segue_shortcuts_install (GtkApplication *application)
{
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      {
        const SegueShortcut *shortcut = &groups[g].shortcuts[i];
        const char *keys[] = { shortcut->keys[0], shortcut->keys[1], shortcut->keys[2], NULL };

        if (shortcut->action != NULL)
          gtk_application_set_accels_for_action (application, shortcut->action, keys);
      }
}
