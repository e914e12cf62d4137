/* segue-note-row.c - a text of more than one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-note-row.h"

#include <glib/gi18n.h>

#include "ui/common/segue-field.h"

struct _SegueNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *view;
  GtkTextBuffer *buffer;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueNoteRow, segue_note_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (SegueNoteRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_note_row_class_init (SegueNoteRowClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_note_row_init (SegueNoteRow *self)
{
  GtkWidget *hint;
  GtkWidget *box = segue_field_new_box (GTK_WIDGET (self), _("Note"), &hint);
  GtkWidget *view = self->view = gtk_text_view_new ();

  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 66);
  gtk_widget_add_css_class (view, "segue-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), view);
}

void
segue_note_row_set_text (SegueNoteRow *self,
                         const char   *text)
{
  g_return_if_fail (SEGUE_IS_NOTE_ROW (self));

  gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
}

char *
segue_note_row_dup_text (SegueNoteRow *self)
{
  GtkTextIter begin, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SEGUE_IS_NOTE_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &begin, &end);
  text = gtk_text_buffer_get_text (self->buffer, &begin, &end, FALSE);
  return text[0] ? g_steal_pointer (&text) : NULL;
}

/* Where one writes; the row itself takes no focus. */
GtkWidget *
segue_note_row_get_view (SegueNoteRow *self)
{
  g_return_val_if_fail (SEGUE_IS_NOTE_ROW (self), NULL);

  return self->view;
}
