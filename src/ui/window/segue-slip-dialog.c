/* segue-slip-dialog.c - what follows if a step slips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days are tried on a copy while the slider moves, in a thread; the
 * sentences say what moves, what breaks and which route falls to the next.
 */
#include "config.h"

#include "ui/window/segue-slip-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "core/segue-trial.h"
#include "ui/common/segue-ui.h"

/* What the slider reaches at least, and how much beyond the slack. */
#define MIN_REACH 28
/* µs of the thread's time that are waited for, so that a small plan answers at once. */
#define PATIENCE 5000
#define BEYOND 21
/* More sentences than are in sight; the others are made when there is nothing else to do. */
#define FIRST_ROWS 8
#define MORE_ROWS 4

struct _SegueSlipDialog
{
  SegueReasonDialog parent_instance;

  char *step_id;
  guint try_id;
  SegueLayoutWork *work; /* what is being tried, or NULL */
  char **sentences;      /* what follows, or NULL */
  guint n_shown;

  GtkLabel *title;
  GtkLabel *room;
  GtkLabel *amount;
  GtkRange *days;
  GtkWidget *spinner;
  GtkListBox *effects;
  GtkWidget *preview_button;
};

G_DEFINE_FINAL_TYPE (SegueSlipDialog, segue_slip_dialog, SEGUE_TYPE_REASON_DIALOG)

static SegueSession *
get_session (SegueSlipDialog *self)
{
  return segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (self));
}

static int
get_days (SegueSlipDialog *self)
{
  return (int) gtk_range_get_value (self->days);
}

static SegueChangeSet *
make_slip (SegueSlipDialog *self,
           GError         **error)
{
  SegueSession *session = get_session (self);

  return segue_trial_slip (segue_session_get_plan (session), segue_session_get_layout (session), self->step_id,
                           get_days (self), error);
}

static void
append_effect (SegueSlipDialog *self,
               const char      *sentence)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  gtk_list_box_append (self->effects, row);
}

static void
show_amount (SegueSlipDialog *self,
             SegueLayout     *layout)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, self->step_id);
  g_autofree char *amount = segue_text_days (get_days (self));
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (result == NULL || result->start == SEGUE_DAY_NONE)
    return;
  day = segue_text_day (result->start + get_days (self));
  /* Translators: a number of days, and the day on which something then starts or is. */
  text = g_strdup_printf (_("%1$s later: %2$s"), amount, day);
  gtk_label_set_label (self->amount, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static gboolean
segue_slip_dialog_append (SegueReasonDialog *dialog,
                          guint              n)
{
  SegueSlipDialog *self = SEGUE_SLIP_DIALOG (dialog);
  for (; n > 0 && self->sentences[self->n_shown] != NULL; n--)
    append_effect (self, self->sentences[self->n_shown++]);
  return self->sentences[self->n_shown] != NULL;
}

static void
forget_effects (SegueSlipDialog *self)
{
  segue_reason_dialog_stop_filling (SEGUE_REASON_DIALOG (self));
  g_clear_pointer (&self->sentences, g_strfreev);
  self->n_shown = 0;
}

static void
show_slipped (SegueLayout *slipped,
              gpointer     data)
{
  SegueSlipDialog *self = data;

  forget_effects (self);
  gtk_list_box_remove_all (self->effects);
  self->sentences =
    segue_trial_describe_slip (segue_session_get_layout (get_session (self)), slipped, self->step_id, get_days (self));
  segue_reason_dialog_fill (SEGUE_REASON_DIALOG (self), GTK_WIDGET (self->effects), FIRST_ROWS, MORE_ROWS);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static void
refuse (SegueSlipDialog *self,
        const char      *message)
{
  forget_effects (self);
  gtk_list_box_remove_all (self->effects);
  append_effect (self, message);
  gtk_widget_set_visible (self->spinner, FALSE);
}

/* What was tried before is not waited for any more; its sentences stay until
 * there are new ones. */
static void
try_slip (SegueSlipDialog *self)
{
  SegueSession *session = get_session (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SegueChangeSet) change_set = make_slip (self, &error);
  g_autoptr (SegueLayout) slipped = NULL;

  show_amount (self, segue_session_get_layout (session));
  g_clear_pointer (&self->work, segue_layout_work_drop);
  if (change_set != NULL)
    self->work = segue_trial_begin (segue_session_get_plan (session), change_set, segue_session_get_today (session),
                                    SEGUE_SOLVE_LATEST, segue_session_get_layout (session), show_slipped, self, &error);
  gtk_widget_set_sensitive (self->preview_button, self->work != NULL);
  if (self->work == NULL)
    {
      refuse (self, error->message);
      return;
    }
  gtk_widget_set_visible (self->spinner, TRUE);
  slipped = segue_layout_work_wait (self->work, PATIENCE);
  if (slipped != NULL)
    show_slipped (slipped, self);
}

static gboolean
try_idle (gpointer user_data)
{
  SegueSlipDialog *self = user_data;

  self->try_id = 0;
  try_slip (self);
  return G_SOURCE_REMOVE;
}

/* While the slider is moved quickly only the last of its days is tried. */
static void
days_changed_cb (SegueSlipDialog *self)
{
  if (self->try_id == 0)
    self->try_id = g_idle_add (try_idle, self);
}

static void
preview_clicked_cb (SegueSlipDialog *self)
{
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set = make_slip (self, &error);

  segue_reason_dialog_preview (SEGUE_REASON_DIALOG (self), change_set, error);
}

static void
segue_slip_dialog_refresh (SegueReasonDialog *dialog)
{
  SegueSlipDialog *self = SEGUE_SLIP_DIALOG (dialog);
  SegueLayout *layout = segue_session_get_layout (get_session (self));
  const SegueStepResult *result = segue_layout_get_step_result (layout, self->step_id);
  g_autofree char *room = segue_trial_describe_room (layout, self->step_id);
  int step = segue_layout_find (layout, SEGUE_KIND_STEP, self->step_id);
  int reach = MIN_REACH;

  if (step < 0)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  gtk_label_set_label (self->title, segue_record_get_name (segue_layout_get_step (layout, step)));
  gtk_label_set_label (self->room, room ? room : "");
  gtk_scale_clear_marks (GTK_SCALE (self->days));
  if (result->latest_end != SEGUE_DAY_NONE && result->slack > 0)
    {
      reach = MAX (reach, result->slack + BEYOND);
      /* Translators: a mark on a slider of days. */
      gtk_scale_add_mark (GTK_SCALE (self->days), result->slack, GTK_POS_BOTTOM, _("slack"));
    }
  gtk_range_set_range (self->days, 1, reach);
  try_slip (self);
}

static void
segue_slip_dialog_dispose (GObject *object)
{
  SegueSlipDialog *self = SEGUE_SLIP_DIALOG (object);

  forget_effects (self);
  g_clear_handle_id (&self->try_id, g_source_remove);
  g_clear_pointer (&self->work, segue_layout_work_drop);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_SLIP_DIALOG);
  g_clear_pointer (&self->step_id, g_free);

  G_OBJECT_CLASS (segue_slip_dialog_parent_class)->dispose (object);
}

static void
segue_slip_dialog_class_init (SegueSlipDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_slip_dialog_dispose;
  SEGUE_REASON_DIALOG_CLASS (klass)->refresh = segue_slip_dialog_refresh;
  SEGUE_REASON_DIALOG_CLASS (klass)->append = segue_slip_dialog_append;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-slip-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, room);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, days);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, SegueSlipDialog, preview_button);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
}

static void
segue_slip_dialog_init (SegueSlipDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_slip_dialog_new:
 * @session: the plan
 * @step_id: a step that is laid out
 *
 * Returns: (transfer none): a dialog that tries how far it can slip
 */
AdwDialog *
segue_slip_dialog_new (SegueSession *session,
                       const char   *step_id)
{
  SegueSlipDialog *self = g_object_new (SEGUE_TYPE_SLIP_DIALOG, "session", session, NULL);

  self->step_id = g_strdup (step_id);
  gtk_range_set_value (self->days, 7);
  segue_slip_dialog_refresh (SEGUE_REASON_DIALOG (self));
  return ADW_DIALOG (self);
}
