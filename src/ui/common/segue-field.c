/* segue-field.c - what the rows of a form share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-field.h"

#include <glib/gi18n.h>

/**
 * segue_field_say:
 * @row: a row that takes text
 * @label: what it is called
 * @message: (nullable): how its text is understood, or why it is not
 * @is_error: whether it is not
 *
 * The answer stands where the row's name stands, so that it is read together
 * with the name, also by a screen reader.
 */
void
segue_field_say (AdwEntryRow *row,
                 const char  *label,
                 const char  *message,
                 gboolean     is_error)
{
  g_autofree char *title = NULL;

  /* Translators: %1$s is the name of a field, %2$s how its text is understood or what is wrong with it */
  title = message ? g_strdup_printf (_("%1$s · %2$s"), label, message) : g_strdup (label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), is_error ? message : NULL);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * segue_field_new_box:
 * @row: a row that holds more than one field
 * @label: what it is called
 * @hint: (out): where segue_field_set_hint() writes
 *
 * Makes the row one that is not activated itself, with its name on top.
 *
 * Returns: (transfer none): the box below the name
 */
GtkWidget *
segue_field_new_box (GtkWidget   *row,
                     const char  *label,
                     GtkWidget  **hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "segue-field");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  *hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (*hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (*hint), 1);
  gtk_label_set_justify (GTK_LABEL (*hint), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (*hint, "caption");
  gtk_widget_add_css_class (*hint, "dimmed");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), *hint);
  gtk_box_append (GTK_BOX (box), head);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return box;
}

/**
 * segue_field_set_hint:
 * @hint: the label that segue_field_new_box() made
 * @message: (nullable): how the fields are understood, or why they are not
 * @is_error: whether they are not
 */
void
segue_field_set_hint (GtkWidget  *hint,
                      const char *message,
                      gboolean    is_error)
{
  gtk_label_set_label (GTK_LABEL (hint), message ? message : "");
  gtk_widget_remove_css_class (hint, is_error ? "dimmed" : "error");
  gtk_widget_add_css_class (hint, is_error ? "error" : "dimmed");
}

/**
 * segue_field_new_columns:
 *
 * Returns: (transfer floating): a #AdwWrapBox for fields side by side, which
 *   go on below where they are too many for the width
 */
GtkWidget *
segue_field_new_columns (void)
{
  GtkWidget *columns = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (columns), 3);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (columns), 3);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (columns), ADW_JUSTIFY_FILL);
  return columns;
}

/**
 * segue_field_new_column:
 * @label: what the field is called
 * @field: (transfer floating): a field
 *
 * Returns: (transfer floating): the field under its name
 */
GtkWidget *
segue_field_new_column (const char *label,
                        GtkWidget  *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), field);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return box;
}
