/* segue-step-editor.c - everything about a step, in one dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-step-editor.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-amount-row.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-estimate-row.h"
#include "ui/common/segue-note-row.h"
#include "ui/common/segue-week-row.h"
#include "ui/common/segue-weekdays-row.h"
#include "ui/editor/segue-choices.h"
#include "ui/editor/segue-needs.h"
#include "ui/editor/segue-rule-editor.h"
#include "ui/editor/segue-rule-list.h"

#define ALL_WEEKDAYS 0x7fu

struct _SegueStepEditor
{
  SegueEditor parent_instance;

  gboolean loading;
  GtkEditable *title_row;
  AdwComboRow *type_row;
  AdwComboRow *goal_row;
  AdwComboRow *route_row;

  GtkWidget *work_group;
  SegueEstimateRow *effort_row;
  SegueAmountRow *most_row;
  SegueAmountRow *least_row;
  SegueWeekdaysRow *weekdays_row;
  AdwSwitchRow *contiguous_row;

  GtkWidget *wait_group;
  SegueEstimateRow *days_row;
  SegueWeekRow *wait_load_row;
  AdwComboRow *leave_row;
  SegueNeeds *needs;

  GtkWidget *milestone_group;
  AdwSwitchRow *gate_row;
  AdwComboRow *outcome_row;

  GtkWidget *practice_group;
  SegueWeekRow *practice_load_row;

  AdwPreferencesGroup *rules_group;
  SegueRuleList *rules;

  SegueDateRow *target_row;
  AdwComboRow *importance_row;
  AdwComboRow *status_row;
  SegueAmountRow *spent_row;
  SegueDateRow *started_row;
  SegueDateRow *done_row;
  SegueNoteRow *note_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueStepEditor, segue_step_editor, SEGUE_TYPE_EDITOR)

static SeguePlan *
get_plan (SegueStepEditor *self)
{
  return segue_draft_get_plan (segue_editor_get_draft (SEGUE_EDITOR (self)));
}

static SegueStepType
get_type_of (SegueStepEditor *self)
{
  return (SegueStepType) adw_combo_row_get_selected (self->type_row);
}

/* ---- what is shown ------------------------------------------------------ */

static void
show_type (SegueStepEditor *self)
{
  SegueStepType type = get_type_of (self);

  gtk_widget_set_visible (self->work_group, type == SEGUE_STEP_WORK);
  gtk_widget_set_visible (self->wait_group, type == SEGUE_STEP_WAIT);
  gtk_widget_set_visible (self->milestone_group, type == SEGUE_STEP_MILESTONE);
  gtk_widget_set_visible (self->practice_group, type == SEGUE_STEP_PRACTICE);
  gtk_widget_set_visible (GTK_WIDGET (self->spent_row), type == SEGUE_STEP_WORK);
  /* What goes on is not wanted by a day. */
  gtk_widget_set_visible (GTK_WIDGET (self->target_row), type != SEGUE_STEP_PRACTICE);
  if (self->rules != NULL)
    segue_rule_list_set_type (self->rules, type);
}

static void
show_status (SegueStepEditor *self)
{
  SegueStatus status = (SegueStatus) adw_combo_row_get_selected (self->status_row);

  gtk_widget_set_visible (GTK_WIDGET (self->started_row),
                          status != SEGUE_STATUS_TODO && get_type_of (self) != SEGUE_STEP_MILESTONE);
  gtk_widget_set_visible (GTK_WIDGET (self->done_row), status == SEGUE_STATUS_DONE);
}

static void
fill_goals (SegueStepEditor *self,
            const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  SegueChoices *choices = segue_choices_new ();

  segue_choices_add (choices, NULL, _("None"));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_GOAL); i++)
    {
      const SegueRecord *goal = segue_plan_get_nth (plan, SEGUE_KIND_GOAL, i);

      segue_choices_add (choices, segue_record_get_id (goal), segue_record_get_title (goal));
    }
  segue_choices_apply (choices, self->goal_row, selected);
}

static void
fill_routes (SegueStepEditor *self,
             const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  const char *goal = segue_choices_get (self->goal_row);
  SegueChoices *choices = segue_choices_new ();
  gboolean any = FALSE;

  segue_choices_add (choices, NULL, _("Every route"));
  for (guint i = 0; goal && i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      if (g_strcmp0 (segue_record_get_string (route, SEGUE_ROUTE_GOAL), goal) != 0)
        continue;
      segue_choices_add (choices, segue_record_get_id (route), segue_record_get_title (route));
      any = TRUE;
    }
  segue_choices_apply (choices, self->route_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->route_row), any);
}

/* ---- callbacks ---------------------------------------------------------- */

static void
type_changed_cb (SegueStepEditor *self)
{
  show_type (self);
  show_status (self);
}

static void
goal_changed_cb (SegueStepEditor *self)
{
  if (!self->loading)
    fill_routes (self, segue_choices_get (self->route_row));
}

static void
status_changed_cb (SegueStepEditor *self)
{
  SegueStatus status = (SegueStatus) adw_combo_row_get_selected (self->status_row);

  if (!self->loading && status == SEGUE_STATUS_DONE && segue_date_row_get_first (self->done_row) == SEGUE_DAY_NONE)
    segue_date_row_set_date (self->done_row, segue_draft_get_now (segue_editor_get_draft (SEGUE_EDITOR (self))), NULL);
  show_status (self);
}

static void
add_rule_cb (SegueStepEditor *self)
{
  if (segue_editor_store (SEGUE_EDITOR (self)))
    segue_rule_list_add (self->rules);
}

static void
duplicate_cb (SegueStepEditor *self)
{
  const char *ids[] = { segue_editor_get_id (SEGUE_EDITOR (self)), NULL };

  segue_editor_duplicate (SEGUE_EDITOR (self), ids);
}

static void
delete_cb (SegueStepEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

/* ---- the editor --------------------------------------------------------- */

static void
load_work (SegueStepEditor   *self,
           const SegueRecord *step)
{
  segue_estimate_row_set_numbers (self->effort_row, segue_record_get_numbers (step, SEGUE_STEP_EFFORT));
  segue_amount_row_set_minutes (self->most_row, MAX (segue_record_get_int (step, SEGUE_STEP_MAX_PER_DAY), 0));
  segue_amount_row_set_minutes (self->least_row, MAX (segue_record_get_int (step, SEGUE_STEP_MIN_PER_DAY), 0));
  segue_weekdays_row_set_days (self->weekdays_row, (guint) segue_record_get_int (step, SEGUE_STEP_WEEKDAYS));
  adw_switch_row_set_active (self->contiguous_row, segue_record_get_bool (step, SEGUE_STEP_CONTIGUOUS));
}

static void
load_progress (SegueStepEditor   *self,
               const SegueRecord *step)
{
  SegueDay now = segue_draft_get_now (segue_editor_get_draft (SEGUE_EDITOR (self)));
  gint64 importance = segue_record_get_int (step, SEGUE_STEP_IMPORTANCE);

  segue_date_row_set_today (self->target_row, now);
  segue_date_row_set_today (self->started_row, now);
  segue_date_row_set_today (self->done_row, now);
  segue_date_row_set_date (self->target_row, segue_record_get_day (step, SEGUE_STEP_TARGET), NULL);
  segue_date_row_set_date (self->started_row, segue_record_get_day (step, SEGUE_STEP_STARTED_ON), NULL);
  segue_date_row_set_date (self->done_row, segue_record_get_day (step, SEGUE_STEP_DONE_ON), NULL);
  adw_combo_row_set_selected (self->importance_row, importance == SEGUE_NONE ? 0 : (guint) importance);
  adw_combo_row_set_selected (self->status_row, (guint) segue_record_get_int (step, SEGUE_STEP_STATUS));
  segue_amount_row_set_minutes (self->spent_row, segue_record_get_int (step, SEGUE_STEP_SPENT));
  segue_note_row_set_text (self->note_row, segue_record_get_string (step, SEGUE_STEP_NOTE));
}

static void
segue_step_editor_load (SegueEditor       *editor,
                        const SegueRecord *step)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  const gint32 *load = segue_record_get_numbers (step, SEGUE_STEP_LOAD);
  const char *title = segue_record_get_string (step, SEGUE_STEP_TITLE);

  self->loading = TRUE;
  segue_editor_set_title_row (editor, ADW_ENTRY_ROW (self->title_row));
  gtk_editable_set_text (self->title_row, title ? title : "");
  adw_combo_row_set_selected (self->type_row, (guint) segue_record_get_int (step, SEGUE_STEP_TYPE));
  fill_goals (self, segue_record_get_string (step, SEGUE_STEP_GOAL));
  fill_routes (self, segue_record_get_string (step, SEGUE_STEP_ROUTE));
  load_work (self, step);
  segue_estimate_row_set_numbers (self->days_row, segue_record_get_numbers (step, SEGUE_STEP_DAYS));
  segue_week_row_set_minutes (self->wait_load_row, load);
  segue_week_row_set_minutes (self->practice_load_row, load);
  adw_combo_row_set_selected (self->leave_row, (guint) segue_record_get_int (step, SEGUE_STEP_LEAVE));
  self->needs = segue_needs_new (ADW_PREFERENCES_GROUP (self->wait_group), get_plan (self), step);
  adw_switch_row_set_active (self->gate_row, segue_record_get_bool (step, SEGUE_STEP_GATE));
  adw_combo_row_set_selected (self->outcome_row, (guint) segue_record_get_int (step, SEGUE_STEP_OUTCOME));
  load_progress (self, step);
  self->rules = segue_rule_list_new (self->rules_group, editor);
  segue_rule_list_set_type (self->rules, get_type_of (self));
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
  self->loading = FALSE;
  type_changed_cb (self);
}

static void
set_int_or_clear (SegueRecordBuilder *builder,
                  guint               field,
                  gint64              value)
{
  if (value > 0)
    segue_record_builder_set_int (builder, field, value);
  else
    segue_record_builder_clear (builder, field);
}

static void
set_day_or_clear (SegueRecordBuilder *builder,
                  guint               field,
                  SegueDay            day)
{
  if (day != SEGUE_DAY_NONE)
    segue_record_builder_set_day (builder, field, day);
  else
    segue_record_builder_clear (builder, field);
}

static void
set_numbers_or_clear (SegueRecordBuilder *builder,
                      guint               field,
                      gboolean            given,
                      const gint32       *numbers)
{
  if (given)
    segue_record_builder_set_numbers (builder, field, numbers);
  else
    segue_record_builder_clear (builder, field);
}

static void
fill_work (SegueStepEditor    *self,
           SegueRecordBuilder *builder)
{
  gint32 numbers[3];
  guint days = segue_weekdays_row_get_days (self->weekdays_row);

  set_numbers_or_clear (builder, SEGUE_STEP_EFFORT,
                        segue_estimate_row_get_numbers (self->effort_row, numbers), numbers);
  set_int_or_clear (builder, SEGUE_STEP_MAX_PER_DAY, segue_amount_row_get_minutes (self->most_row));
  set_int_or_clear (builder, SEGUE_STEP_MIN_PER_DAY, segue_amount_row_get_minutes (self->least_row));
  if (days == ALL_WEEKDAYS)
    segue_record_builder_clear (builder, SEGUE_STEP_WEEKDAYS);
  else
    segue_record_builder_set_int (builder, SEGUE_STEP_WEEKDAYS, days);
  segue_record_builder_set_bool (builder, SEGUE_STEP_CONTIGUOUS, adw_switch_row_get_active (self->contiguous_row));
}

static void
fill_wait (SegueStepEditor    *self,
           SegueRecordBuilder *builder)
{
  gint32 numbers[3], week[7];

  set_numbers_or_clear (builder, SEGUE_STEP_DAYS, segue_estimate_row_get_numbers (self->days_row, numbers), numbers);
  set_numbers_or_clear (builder, SEGUE_STEP_LOAD, segue_week_row_get_minutes (self->wait_load_row, week), week);
  segue_record_builder_set_int (builder, SEGUE_STEP_LEAVE, adw_combo_row_get_selected (self->leave_row));
  segue_needs_fill (self->needs, builder);
}

/* What a type does not have is left as it is: who changes his mind finds it again. */
static void
fill_type (SegueStepEditor    *self,
           SegueRecordBuilder *builder)
{
  gint32 week[7];

  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, get_type_of (self));
  switch (get_type_of (self))
    {
    case SEGUE_STEP_WORK:
      fill_work (self, builder);
      break;
    case SEGUE_STEP_WAIT:
      fill_wait (self, builder);
      break;
    case SEGUE_STEP_MILESTONE:
      segue_record_builder_set_bool (builder, SEGUE_STEP_GATE, adw_switch_row_get_active (self->gate_row));
      segue_record_builder_set_int (builder, SEGUE_STEP_OUTCOME,
                                    adw_switch_row_get_active (self->gate_row)
                                      ? (gint64) adw_combo_row_get_selected (self->outcome_row) : SEGUE_OUTCOME_NONE);
      break;
    case SEGUE_STEP_PRACTICE:
      set_numbers_or_clear (builder, SEGUE_STEP_LOAD,
                            segue_week_row_get_minutes (self->practice_load_row, week), week);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
fill_progress (SegueStepEditor    *self,
               SegueRecordBuilder *builder)
{
  SegueStatus status = (SegueStatus) adw_combo_row_get_selected (self->status_row);
  g_autofree char *note = segue_note_row_dup_text (self->note_row);

  set_day_or_clear (builder, SEGUE_STEP_TARGET, segue_date_row_get_last (self->target_row));
  set_int_or_clear (builder, SEGUE_STEP_IMPORTANCE, adw_combo_row_get_selected (self->importance_row));
  segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, status);
  segue_record_builder_set_int (builder, SEGUE_STEP_SPENT, segue_amount_row_get_minutes (self->spent_row));
  set_day_or_clear (builder, SEGUE_STEP_STARTED_ON,
                    status == SEGUE_STATUS_TODO ? SEGUE_DAY_NONE : segue_date_row_get_first (self->started_row));
  set_day_or_clear (builder, SEGUE_STEP_DONE_ON,
                    status == SEGUE_STATUS_DONE ? segue_date_row_get_first (self->done_row) : SEGUE_DAY_NONE);
  segue_record_builder_set_string (builder, SEGUE_STEP_NOTE, note);
}

static void
segue_step_editor_fill (SegueEditor        *editor,
                        SegueRecordBuilder *builder)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, title[0] ? title : NULL);
  segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_choices_get (self->goal_row));
  segue_record_builder_set_string (builder, SEGUE_STEP_ROUTE, segue_choices_get (self->route_row));
  fill_type (self, builder);
  fill_progress (self, builder);
}

static gboolean
check_type (SegueStepEditor *self)
{
  switch (get_type_of (self))
    {
    case SEGUE_STEP_WORK:
      return segue_estimate_row_is_sound (self->effort_row) && segue_amount_row_is_sound (self->most_row) &&
             segue_amount_row_is_sound (self->least_row) && segue_weekdays_row_get_days (self->weekdays_row) != 0;
    case SEGUE_STEP_WAIT:
      return segue_estimate_row_is_sound (self->days_row) && segue_week_row_is_sound (self->wait_load_row);
    case SEGUE_STEP_PRACTICE:
      return segue_week_row_is_sound (self->practice_load_row);
    case SEGUE_STEP_MILESTONE:
    default:
      return TRUE;
    }
}

static gboolean
segue_step_editor_check (SegueEditor *editor,
                         GError     **error)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  gint32 numbers[3];

  if (!check_type (self) || !segue_date_row_is_sound (self->target_row) || !segue_amount_row_is_sound (self->spent_row) ||
      !segue_date_row_is_sound (self->started_row) || !segue_date_row_is_sound (self->done_row))
    segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  else if (get_type_of (self) == SEGUE_STEP_WORK &&
           segue_amount_row_get_minutes (self->most_row) > 0 &&
           segue_amount_row_get_minutes (self->least_row) > segue_amount_row_get_minutes (self->most_row))
    segue_editor_refuse (error, _("The least a day must not exceed the most a day."));
  else if (get_type_of (self) == SEGUE_STEP_WAIT && gtk_editable_get_text (self->title_row)[0] != '\0' &&
           !segue_estimate_row_get_numbers (self->days_row, numbers))
    segue_editor_refuse (error, _("A wait needs a number of days."));
  else
    return TRUE;
  return FALSE;
}

static void
segue_step_editor_dispose (GObject *object)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (object);

  g_clear_pointer (&self->needs, segue_needs_free);
  g_clear_object (&self->rules);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_STEP_EDITOR);

  G_OBJECT_CLASS (segue_step_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, type_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, goal_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, route_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, work_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, effort_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, most_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, least_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, contiguous_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, wait_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, days_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, wait_load_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, leave_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, milestone_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, gate_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, practice_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, practice_load_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, rules_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, target_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, importance_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, status_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, spent_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, started_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, done_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, delete_group);
}

static void
segue_step_editor_class_init (SegueStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_step_editor_dispose;
  editor_class->load = segue_step_editor_load;
  editor_class->fill = segue_step_editor_fill;
  editor_class->check = segue_step_editor_check;

  g_type_ensure (SEGUE_TYPE_AMOUNT_ROW);
  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  g_type_ensure (SEGUE_TYPE_ESTIMATE_ROW);
  g_type_ensure (SEGUE_TYPE_NOTE_ROW);
  g_type_ensure (SEGUE_TYPE_WEEK_ROW);
  g_type_ensure (SEGUE_TYPE_WEEKDAYS_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-step-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, type_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_rule_cb);
  gtk_widget_class_bind_template_callback (widget_class, duplicate_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_step_editor_init (SegueStepEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_step_editor_new:
 * @draft: what it works on
 * @step: a step of the plan, or a new one with an id that is not yet used
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_step_editor_new (SegueDraft        *draft,
                       const SegueRecord *step)
{
  return g_object_new (SEGUE_TYPE_STEP_EDITOR, "draft", draft, "record", step, NULL);
}
