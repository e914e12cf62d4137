/* segue-shortcuts-dialog.c - the table of keys, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkShortcutsWindow is deprecated in GTK 4.18 and AdwShortcutsDialog only
 * arrives in libadwaita 1.8; this one shows the table that sets the keys.
 */
#include "config.h"

#include "ui/window/segue-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "ui/common/segue-shortcuts.h"
#include "ui/common/segue-ui.h"

struct _SegueShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (SegueShortcutsDialog, segue_shortcuts_dialog, ADW_TYPE_DIALOG)

static char *
dup_key_label (const char *accelerator)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
create_row (const SegueShortcut *shortcut)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL;
  GtkWidget *keys;

  for (guint i = 0; i < G_N_ELEMENTS (shortcut->keys) && shortcut->keys[i] != NULL; i++)
    g_strv_builder_take (labels, dup_key_label (shortcut->keys[i]));
  parts = g_strv_builder_end (labels);
  /* Translators: stands between two keys that do the same or the opposite */
  text = g_strjoinv (_(" · "), parts);

  keys = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (keys), TRUE);
  gtk_label_set_justify (GTK_LABEL (keys), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (keys), 1);
  gtk_widget_add_css_class (keys, "dimmed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  return row;
}

static void
segue_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (segue_shortcuts_dialog_parent_class)->dispose (object);
}

static void
segue_shortcuts_dialog_class_init (SegueShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueShortcutsDialog, page);
}

static void
segue_shortcuts_dialog_init (SegueShortcutsDialog *self)
{
  guint n_groups;
  const SegueShortcutGroup *groups = segue_shortcuts_get_groups (&n_groups);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint g = 0; g < n_groups; g++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _(groups[g].title));
      for (guint i = 0; i < groups[g].n_shortcuts; i++)
        adw_preferences_group_add (group, create_row (&groups[g].shortcuts[i]));
      adw_preferences_page_add (self->page, group);
    }
}

AdwDialog *
segue_shortcuts_dialog_new (void)
{
  return g_object_new (SEGUE_TYPE_SHORTCUTS_DIALOG, NULL);
}
