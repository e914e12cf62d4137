/* segue-review-pass.c - a review, one thing after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-pass.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-view.h"
#include "ui/review/segue-review-card.h"

struct _SegueReviewPass
{
  SegueView view;

  SegueReviewItem *item; /* asked about now, or NULL */
  guint n_answers;       /* that were given when it was asked about */
  gboolean answering;    /* an answer was given; whether it was the last is not known yet */

  SegueCalendarView *calendar;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GtkWidget *told;
  GtkLabel *told_label;
  SegueReviewCard *card;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  SIGNAL_ACTIVATED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueReviewPass, segue_review_pass, SEGUE_TYPE_VIEW)

static void
show_progress (SegueReviewPass *self, const SegueRecord *review, guint answered, guint left)
{
  g_autofree char *day = segue_text_day (segue_record_get_day (review, SEGUE_REVIEW_BEGUN));
  /* Translators: how far a review is: the number of this thing, how many there are, a date. */
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u · begun on %3$s"), answered + 1, answered + left, day);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress, (double) answered / MAX (answered + left, 1));
}

/* The calendar and the inspector look at what is asked about. */
static void
look_at (SegueReviewPass *self)
{
  const SegueStepResult *result = NULL;

  if (self->item != NULL)
    result = segue_layout_get_step_result (segue_session_get_layout (self->view.session), self->item->id);
  if (self->view.viewport == NULL || result == NULL || result->start == SEGUE_DAY_NONE)
    return;

  segue_viewport_set_selection (self->view.viewport, self->item->id);
  segue_viewport_set_day (self->view.viewport, result->start);
}

static gboolean
is_same (const SegueReviewItem *a, const SegueReviewItem *b)
{
  return a != NULL && b != NULL && a->cause == b->cause && a->day == b->day && a->days == b->days
         && g_str_equal (a->id, b->id);
}

static gboolean
is_among (GPtrArray *items, const SegueReviewItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (is_same (item, items->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Nobody is asked any more. */
static void
leave (SegueReviewPass *self, gboolean finished)
{
  gtk_widget_set_visible (self->told, FALSE);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, finished);
}

static void
finish (SegueReviewPass *self, const char *review_id)
{
  SegueDay today = segue_layout_get_now (segue_session_get_layout (self->view.session));
  g_autoptr(GError) error = NULL;
  g_autoptr(SegueChangeSet) change_set = segue_edit_finish_review (segue_session_get_plan (self->view.session), review_id,
                                                                   today, &error);

  g_clear_pointer (&self->item, segue_review_item_free);
  self->answering = FALSE;
  if (change_set == NULL || !segue_session_perform (self->view.session, change_set, &error))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, NULL);
  leave (self, error == NULL);
}

/* Where the eyes are, and over nothing: what was answered last, and the way back. */
static void
tell (SegueReviewPass *self, const char *review_id)
{
  g_autoptr(GPtrArray) answers = segue_review_get_answers (segue_session_get_plan (self->view.session), review_id);
  const SegueRecord *last = answers->len > 0 ? answers->pdata[answers->len - 1] : NULL;
  g_autofree char *text = NULL;

  if (last == NULL)
    return;

  text = segue_review_answer_summarize (last);
  gtk_label_set_label (self->told_label, text);
  gtk_widget_set_visible (self->told, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* After the last answer the review is over; only a layout that is complete tells which is the last. */
static void
conclude (SegueReviewPass *self)
{
  const SegueRecord *review = segue_review_get_open (segue_session_get_plan (self->view.session));
  g_autoptr(GPtrArray) left = NULL;
  g_autofree char *review_id = NULL;

  if (!self->answering || review == NULL || !segue_session_is_layout_complete (self->view.session))
    return;

  review_id = g_strdup (segue_record_get_id (review));
  left = segue_review_find_items (segue_session_get_plan (self->view.session), segue_session_get_layout (self->view.session),
                                  review_id);
  self->answering = FALSE;
  if (left->len == 0)
    finish (self, review_id);
}

static void
answered_cb (SegueReviewPass *self, const SegueReviewAnswer *answer)
{
  const SegueRecord *review = segue_review_get_open (segue_session_get_plan (self->view.session));
  g_autofree char *review_id = NULL;
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(GError) error = NULL;

  if (review == NULL || self->item == NULL)
    return;

  review_id = g_strdup (segue_record_get_id (review));
  change_set = segue_edit_answer (segue_session_get_plan (self->view.session), segue_session_get_layout (self->view.session),
                                  review_id, self->item, answer, &error);
  self->answering = change_set != NULL;
  if (change_set == NULL || !segue_session_perform (self->view.session, change_set, &error))
    {
      self->answering = FALSE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  tell (self, review_id);
  conclude (self);
  if (segue_review_get_open (segue_session_get_plan (self->view.session)) == NULL)
    return;
  segue_review_pass_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->card));
}

static void
leave_cb (SegueReviewPass *self)
{
  leave (self, FALSE);
}

static void
edited_cb (SegueReviewPass *self, SegueChangeSet *change_set, const char *consequences)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, consequences);
}

static void
failed_cb (SegueReviewPass *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
activated_cb (SegueReviewPass *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static gboolean
key_pressed_cb (SegueReviewPass *self, guint key, guint code, GdkModifierType state)
{
  return self->item != NULL && segue_review_card_press (self->card, key, state);
}

static void
segue_review_pass_session_changed (SegueView *view)
{
  g_clear_pointer (&SEGUE_REVIEW_PASS (view)->item, segue_review_item_free);
}

static void
segue_review_pass_refresh (SegueView *view)
{
  segue_review_pass_update (SEGUE_REVIEW_PASS (view));
}

static void
segue_review_pass_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (segue_review_pass_parent_class)->map (widget);
  look_at (SEGUE_REVIEW_PASS (widget));
}

static gboolean
segue_review_pass_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEGUE_REVIEW_PASS (widget)->card));
}

static void
segue_review_pass_dispose (GObject *object)
{
  SegueReviewPass *self = SEGUE_REVIEW_PASS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REVIEW_PASS);
  g_clear_pointer (&self->item, segue_review_item_free);

  G_OBJECT_CLASS (segue_review_pass_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SEGUE_TYPE_REVIEW_PASS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, SEGUE_TYPE_CHANGE_SET, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEGUE_TYPE_REVIEW_PASS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEGUE_TYPE_REVIEW_PASS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", SEGUE_TYPE_REVIEW_PASS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
segue_review_pass_class_init (SegueReviewPassClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_review_pass_dispose;
  widget_class->map = segue_review_pass_map;
  widget_class->grab_focus = segue_review_pass_grab_focus;
  view_class->session_changed = segue_review_pass_session_changed;
  view_class->refresh = segue_review_pass_refresh;

  install_signals ();

  g_type_ensure (SEGUE_TYPE_CALENDAR_VIEW);
  g_type_ensure (SEGUE_TYPE_REVIEW_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-pass.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, calendar);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, progress);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, told);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, told_label);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewPass, card);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
segue_review_pass_init (SegueReviewPass *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * segue_review_pass_update:
 *
 * Asks about what comes first now; a card that asks about the same thing is
 * left alone, with what was typed into it.
 */
void
segue_review_pass_update (SegueReviewPass *self)
{
  SeguePlan *plan = self->view.session != NULL ? segue_session_get_plan (self->view.session) : NULL;
  const SegueRecord *review = plan != NULL ? segue_review_get_open (plan) : NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GPtrArray) answers = NULL;

  if (review == NULL)
    {
      g_clear_pointer (&self->item, segue_review_item_free);
      return;
    }

  items = segue_review_find_items (plan, segue_session_get_layout (self->view.session), segue_record_get_id (review));
  answers = segue_review_get_answers (plan, segue_record_get_id (review));
  show_progress (self, review, answers->len, items->len);
  if (items->len == 0)
    return;
  if (answers->len == self->n_answers && is_among (items, self->item))
    {
      segue_review_card_refresh (self->card);
      return;
    }

  self->n_answers = answers->len;

  g_clear_pointer (&self->item, segue_review_item_free);
  self->item = segue_review_item_copy (items->pdata[0]);
  segue_review_card_show (self->card, self->view.session, self->item);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_at (self);
}
