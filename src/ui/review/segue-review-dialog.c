/* segue-review-dialog.c - a review that was kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-baseline.h"
#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

struct _SegueReviewDialog
{
  AdwDialog parent_instance;

  GtkLabel *counts;
  AdwPreferencesGroup *answers_group;
  AdwPreferencesGroup *planned_group;
};

G_DEFINE_FINAL_TYPE (SegueReviewDialog, segue_review_dialog, ADW_TYPE_DIALOG)

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

/* Whether all there is to say is that it stays as it was. */
static gboolean
is_plainly_kept (const SegueRecord *answer)
{
  return segue_record_get_int (answer, SEGUE_ANSWER_VERDICT) == SEGUE_VERDICT_KEPT &&
         !segue_record_has (answer, SEGUE_ANSWER_WHY) && !segue_record_has (answer, SEGUE_ANSWER_EVIDENCE);
}

/* What was changed, each on its own; what was only kept, together after it. */
static void
show_answers (SegueReviewDialog *self, SeguePlan *plan, const char *review_id)
{
  g_autoptr(GPtrArray) answers = segue_review_get_answers (plan, review_id);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const SegueRecord *answer = answers->pdata[i];
      g_autofree char *text = segue_review_answer_describe (answer);

      if (is_plainly_kept (answer))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", segue_record_get_title (answer));
      else
        add_row (self->answers_group, segue_record_get_title (answer), text);
    }
  if (kept->len > 0)
    add_row (self->answers_group, _("Kept as It Was"), kept->str);
  gtk_widget_set_visible (GTK_WIDGET (self->answers_group), answers->len > 0);
}

/* What came of a milestone that decides a route; none: NULL. */
static char *
describe_outcome (const SegueRecord *step, const char *then)
{
  switch ((SegueOutcome) segue_record_get_int (step, SEGUE_STEP_OUTCOME))
    {
    case SEGUE_OUTCOME_FAILED:
      /* Translators: a date. */
      return g_strdup_printf (_("Planned for %s, rejected"), then);
    case SEGUE_OUTCOME_MISSED:
      /* Translators: a date. */
      return g_strdup_printf (_("Planned for %s, missed"), then);
    case SEGUE_OUTCOME_NONE:
    case SEGUE_OUTCOME_PASSED:
    default:
      return NULL;
    }
}

static char *
describe_happened (const SegueRecord *step, const SegueStepResult *result, SegueDay planned)
{
  g_autofree char *then = segue_text_day (planned);
  gboolean done = segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE;
  SegueDay done_on = done ? segue_record_get_day (step, SEGUE_STEP_DONE_ON) : SEGUE_DAY_NONE;
  SegueDay end = result != NULL && result->active ? result->end : SEGUE_DAY_NONE;
  g_autofree char *now = NULL;
  char *outcome = describe_outcome (step, then);

  if (outcome != NULL)
    return outcome;
  /* What was done was done, also on a route that is no longer taken. */
  if (done_on != SEGUE_DAY_NONE)
    end = done_on;
  if (segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DROPPED)
    /* Translators: a date. */
    return g_strdup_printf (_("Planned for %s, dropped since"), then);
  if (end == SEGUE_DAY_NONE)
    /* Translators: a date. */
    return g_strdup_printf (_("Planned for %s, no longer on the way"), then);
  if (end == planned)
    return NULL;

  now = segue_text_day (end);
  if (done)
    /* Translators: two dates. */
    return g_strdup_printf (_("Planned for %s, done on %s"), then, now);

  /* Translators: two dates. */
  return g_strdup_printf (_("Planned for %s, now %s"), then, now);
}

static void
show_planned (SegueReviewDialog *self, SegueSession *session, const SegueRecord *review)
{
  SeguePlan *plan = segue_session_get_plan (session);
  SegueLayout *layout = segue_session_get_layout (session);
  const SegueRecord *record = segue_plan_find_kind (plan, SEGUE_KIND_BASELINE,
                                                    segue_record_get_string (review, SEGUE_REVIEW_BASELINE));
  g_autoptr(SegueBaseline) baseline = record != NULL ? segue_baseline_new (record) : NULL;
  guint shown = 0;

  for (guint i = 0; baseline != NULL && i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);
      g_autofree char *text = NULL;
      SegueDay end;

      if (!segue_baseline_find (baseline, segue_record_get_id (step), NULL, &end))
        continue;
      text = describe_happened (step, segue_layout_get_step_result (layout, segue_record_get_id (step)), end);
      if (text == NULL)
        continue;
      add_row (self->planned_group, segue_record_get_name (step), text);
      shown++;
    }
  if (baseline != NULL && shown == 0)
    adw_preferences_group_set_description (self->planned_group, _("Everything lies where it was planned then."));
  gtk_widget_set_visible (GTK_WIDGET (self->planned_group), baseline != NULL);
}

static void
segue_review_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_REVIEW_DIALOG);

  G_OBJECT_CLASS (segue_review_dialog_parent_class)->dispose (object);
}

static void
segue_review_dialog_class_init (SegueReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_review_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewDialog, answers_group);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewDialog, planned_group);
}

static void
segue_review_dialog_init (SegueReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_review_dialog_new:
 * @session: whose plan it is
 * @review_id: which review
 *
 * Returns: (transfer floating): what was decided then
 */
AdwDialog *
segue_review_dialog_new (SegueSession *session, const char *review_id)
{
  SegueReviewDialog *self = g_object_new (SEGUE_TYPE_REVIEW_DIALOG, NULL);
  SeguePlan *plan = segue_session_get_plan (session);
  const SegueRecord *review = segue_plan_find_kind (plan, SEGUE_KIND_REVIEW, review_id);
  g_autofree char *counts = segue_review_count_answers (plan, review_id);
  g_autofree char *day = segue_text_day (segue_record_get_day (review, SEGUE_REVIEW_BEGUN));
  g_autofree char *title = g_strdup_printf (_("Review of %s"), day);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (self->counts, counts);
  show_answers (self, plan, review_id);
  show_planned (self, session, review);

  return ADW_DIALOG (self);
}
