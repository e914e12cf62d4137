/* segue-window-preview.c - trying an edit on the timeline before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   dialog ── "preview" ──► timeline shows the trial, the bar asks
 *      ▲                                    │
 *      └────────────── Back ◄───────────────┤
 *                                           └──► Apply: one edit
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include "core/segue-edit.h"
#include "core/segue-trial.h"

/* µs of the thread's time that are waited for, so that a small plan answers at once. */
#define PATIENCE 10000

/* Everything that is no longer tried goes back to how it is. */
void
segue_window_end_preview (SegueWindow *self)
{
  SeguePreviewBar *bar = segue_window_get_preview_bar (self);

  if (bar == NULL || !segue_preview_bar_is_shown (bar))
    return;
  segue_preview_bar_hide (bar);
  segue_leaving_strip_set_day (segue_window_get_leaving_strip (self), SEGUE_DAY_NONE);
  segue_timeline_view_set_preview (segue_window_get_timeline (self), NULL);
  segue_window_update_actions (self);
}

static void
show_trial (SegueLayout *trial,
            gpointer     data)
{
  SegueWindow *self = data;
  g_autoptr (SegueEffect) effect = segue_effect_new (segue_session_get_layout (segue_window_get_session (self)), trial);
  g_autofree char *text = segue_effect_summarize (effect);

  segue_timeline_view_set_preview (segue_window_get_timeline (self), trial);
  segue_preview_bar_set_effect (segue_window_get_preview_bar (self), text);
}

/* Shows on the timeline what @change_set would do, as soon as that is known.
 * @origin is closed for the time being; "Back" presents it again. */
void
segue_window_preview (SegueWindow    *self,
                      SegueChangeSet *change_set,
                      AdwDialog      *origin)
{
  SegueSession *session = segue_window_get_session (self);
  SegueLayoutWork *work;
  g_autoptr (SegueLayout) trial = NULL;
  g_autoptr (AdwDialog) kept = origin ? g_object_ref (origin) : NULL;
  g_autoptr (GError) error = NULL;

  work = segue_trial_begin (segue_session_get_plan (session), change_set, segue_session_get_today (session),
                            SEGUE_SOLVE_LATEST | SEGUE_SOLVE_REACHABLE, segue_session_get_layout (session),
                            show_trial, self, &error);
  if (work == NULL)
    {
      segue_window_show_message (self, error->message);
      return;
    }
  if (origin != NULL)
    adw_dialog_close (origin);
  segue_preview_bar_show (segue_window_get_preview_bar (self), change_set, work, origin);
  trial = segue_layout_work_wait (work, PATIENCE);
  if (trial != NULL)
    show_trial (trial, self);
  segue_window_update_actions (self);
}

typedef struct
{
  char *point;
  SegueDay day;
} LeavingQuestion;

static void
leaving_question_free (gpointer data)
{
  LeavingQuestion *question = data;

  g_free (question->point);
  g_free (question);
}

/* In a thread: the verb asks the engine as well. */
static SegueChangeSet *
move_leaving (SeguePlan     *plan,
              SegueLayout   *layout,
              gconstpointer  data,
              GError       **error)
{
  const LeavingQuestion *question = data;

  return segue_edit_move_point (plan, layout, question->point, question->day, error);
}

/* The day may be another by now; then this one is shown until that is known. */
static void
leaving_tried_cb (gpointer        owner,
                  gconstpointer   data,
                  SegueChangeSet *change_set,
                  SegueLayout    *trial,
                  const GError   *error)
{
  SegueWindow *self = owner;
  const LeavingQuestion *question = data;
  SegueDay day = segue_leaving_strip_get_day (segue_window_get_leaving_strip (self));
  gboolean current = day == question->day;

  if (trial == NULL)
    {
      if (current)
        segue_window_show_message (self, error->message);
      return;
    }
  if (segue_change_set_count (change_set) > 0)
    {
      segue_preview_bar_answer (segue_window_get_preview_bar (self), current ? change_set : NULL);
      show_trial (trial, self);
      segue_window_update_actions (self);
    }
  else if (current)
    {
      segue_window_end_preview (self);
      segue_leaving_strip_set_day (segue_window_get_leaving_strip (self), day);
    }
}

/* Shows the plan as it would be if employment ended on @day; always the newest
 * day that was asked for, as while it is dragged. */
void
segue_window_try_leaving (SegueWindow *self,
                          SegueDay     day)
{
  SegueSession *session = segue_window_get_session (self);
  SeguePreviewBar *bar = segue_window_get_preview_bar (self);
  LeavingQuestion *question;

  if (segue_preview_bar_get_trials (bar) == NULL)
    segue_preview_bar_begin_trials (bar, segue_trial_queue_new (
      segue_session_get_plan (session), segue_session_get_layout (session), segue_session_get_today (session),
      SEGUE_SOLVE_LATEST | SEGUE_SOLVE_REACHABLE, move_leaving, leaving_question_free, leaving_tried_cb, self));
  question = g_new0 (LeavingQuestion, 1);
  question->point =
    g_strdup (segue_record_get_string (segue_plan_get_header (segue_session_get_plan (session)), SEGUE_PLAN_LEAVING));
  question->day = day;
  segue_leaving_strip_set_day (segue_window_get_leaving_strip (self), day);
  segue_preview_bar_ask (bar, question);
  segue_window_update_actions (self);
}

void
segue_window_apply_preview (SegueWindow *self)
{
  SegueChangeSet *tried = segue_preview_bar_get_change_set (segue_window_get_preview_bar (self));
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autoptr (GError) error = NULL;

  if (tried == NULL)
    return;
  change_set = g_object_ref (tried);
  segue_window_end_preview (self);
  if (segue_session_perform (segue_window_get_session (self), change_set, &error))
    segue_window_edited (self, change_set);
  else
    segue_window_show_message (self, error->message);
}

/* Escape and "Back". */
void
segue_window_leave_preview (SegueWindow *self)
{
  AdwDialog *dialog = segue_preview_bar_get_origin (segue_window_get_preview_bar (self));
  g_autoptr (AdwDialog) origin = dialog ? g_object_ref (dialog) : NULL;

  segue_window_end_preview (self);
  if (origin == NULL)
    return;
  adw_dialog_present (origin, GTK_WIDGET (self));
  /* Else the keys would stay below it, Escape as well. */
  gtk_widget_child_focus (GTK_WIDGET (origin), GTK_DIR_TAB_FORWARD);
}
