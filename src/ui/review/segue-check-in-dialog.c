/* segue-check-in-dialog.c - three questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-check-in-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "ui/common/segue-ui.h"

struct _SegueCheckInDialog
{
  AdwDialog parent_instance;

  SegueSession *session;
  GPtrArray *step_ids; /* by the place in the list; the first is nothing */

  GtkWidget *save_button;
  GtkEditable *did;
  GtkEditable *next;
  GtkEditable *obstacle;
  AdwComboRow *about;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueCheckInDialog, segue_check_in_dialog, ADW_TYPE_DIALOG)

static gboolean
is_given (GtkEditable *entry)
{
  return gtk_editable_get_text (entry)[0] != '\0';
}

static void
changed_cb (SegueCheckInDialog *self)
{
  gtk_widget_set_sensitive (self->save_button, is_given (self->did) || is_given (self->next) || is_given (self->obstacle));
  gtk_widget_set_sensitive (GTK_WIDGET (self->about), is_given (self->obstacle));
}

static void
cancel_cb (SegueCheckInDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (SegueCheckInDialog *self)
{
  SegueDay today = segue_layout_get_now (segue_session_get_layout (self->session));
  guint selected = adw_combo_row_get_selected (self->about);
  g_autoptr(GError) error = NULL;
  g_autoptr(SegueChangeSet) change_set = NULL;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;

  change_set = segue_edit_check_in (segue_session_get_plan (self->session), today, gtk_editable_get_text (self->did),
                                    gtk_editable_get_text (self->next), gtk_editable_get_text (self->obstacle),
                                    selected < self->step_ids->len ? self->step_ids->pdata[selected] : NULL, &error);
  if (change_set == NULL || !segue_session_perform (self->session, change_set, &error))
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set);
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
save_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  SegueCheckInDialog *self = SEGUE_CHECK_IN_DIALOG (widget);

  if (gtk_widget_get_sensitive (self->save_button))
    save_cb (self);
  return GDK_EVENT_STOP;
}

/* Steps that are open, in the order of the plan. */
static void
list_steps (SegueCheckInDialog *self)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("Nothing in particular"));
  g_ptr_array_add (self->step_ids, NULL);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);
      const SegueStepResult *result = segue_layout_get_step_result (segue_session_get_layout (self->session),
                                                                    segue_record_get_id (step));

      if (result == NULL || !result->active || segue_record_get_int (step, SEGUE_STEP_STATUS) >= SEGUE_STATUS_DONE)
        continue;
      gtk_string_list_append (titles, segue_record_get_name (step));
      g_ptr_array_add (self->step_ids, g_strdup (segue_record_get_id (step)));
    }
  adw_combo_row_set_model (self->about, G_LIST_MODEL (titles));
}

static void
segue_check_in_dialog_dispose (GObject *object)
{
  SegueCheckInDialog *self = SEGUE_CHECK_IN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_CHECK_IN_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->step_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_check_in_dialog_parent_class)->dispose (object);
}

static void
segue_check_in_dialog_class_init (SegueCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_check_in_dialog_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SEGUE_TYPE_CHECK_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEGUE_TYPE_CHECK_IN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueCheckInDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SegueCheckInDialog, did);
  gtk_widget_class_bind_template_child (widget_class, SegueCheckInDialog, next);
  gtk_widget_class_bind_template_child (widget_class, SegueCheckInDialog, obstacle);
  gtk_widget_class_bind_template_child (widget_class, SegueCheckInDialog, about);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  segue_ui_class_bind_save (widget_class, save_key_cb);
}

static void
segue_check_in_dialog_init (SegueCheckInDialog *self)
{
  self->step_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->did));
  changed_cb (self);
}

/**
 * segue_check_in_dialog_new:
 * @session: whose plan it is
 *
 * Returns: (transfer floating): the form
 */
AdwDialog *
segue_check_in_dialog_new (SegueSession *session)
{
  SegueCheckInDialog *self = g_object_new (SEGUE_TYPE_CHECK_IN_DIALOG, NULL);

  self->session = g_object_ref (session);
  list_steps (self);

  return ADW_DIALOG (self);
}
