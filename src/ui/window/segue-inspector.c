/* segue-inspector.c - what the selected step is and why it lies there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-inspector.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-fallback-work.h"
#include "core/segue-text.h"
#include "ui/common/segue-tell.h"
#include "ui/common/segue-ui.h"
#include "ui/risk/segue-risk-card.h"
#include "ui/window/segue-coming-up.h"
#include "ui/window/segue-rule-row.h"

struct _SegueInspector
{
  SegueView view;

  guint refresh_id;
  SegueFallbackWork *asking; /* what a no would mean, being worked out */
  gboolean updating;

  GtkStack *pages;
  GtkLabel *title;
  GtkLabel *span;
  GtkLabel *slack;
  GtkLabel *others;
  GtkWidget *move_button;
  GtkPopover *move_popover;
  GtkCalendar *calendar;
  GtkButton *done_button;
  GtkWidget *grant_button;
  GtkLabel *grant_label;
  AdwPreferencesGroup *work;
  AdwActionRow *effort;
  AdwActionRow *per_day;
  AdwActionRow *progress;
  GtkWidget *note;
  AdwPreferencesRow *note_row;
  AdwPreferencesGroup *gate;
  AdwComboRow *outcome;
  GtkWidget *slip_button;
  GtkListBox *holders;
  GtkWidget *rules_box;
  GtkListBox *rules;
  GtkWidget *needed_box;
  GtkListBox *needed;
};

enum
{
  STEP_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueInspector, segue_inspector, SEGUE_TYPE_VIEW)

static const SegueRecord *
get_step (SegueInspector *self)
{
  const char *id = self->view.viewport ? segue_viewport_get_selection (self->view.viewport) : NULL;
  int index;

  if (id == NULL || self->view.session == NULL)
    return NULL;
  index = segue_layout_find (segue_session_get_layout (self->view.session), SEGUE_KIND_STEP, id);
  return index < 0 ? NULL : segue_layout_get_step (segue_session_get_layout (self->view.session), index);
}

static void
perform (SegueInspector *self,
         SegueChangeSet *change_set,
         GError         *error)
{
  segue_tell_perform (self, self->view.session, change_set, &error);
}

static GtkWidget *
create_text_row (const char *title,
                 const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* What nothing limits is neither good nor bad. */
static const char *
get_slack_class (const SegueStepResult *result)
{
  if (result->late_days > 0)
    return "warning";
  if (result->latest_end == SEGUE_DAY_NONE)
    return "dimmed";
  return result->slack <= 0 ? "warning" : "success";
}

static void
show_heading (SegueInspector        *self,
              SegueLayout           *layout,
              const SegueRecord     *step,
              const SegueStepResult *result)
{
  g_autofree char *span = result->start == SEGUE_DAY_NONE
    ? g_strdup (_("No day was found for it."))
    : segue_text_span (result->start, result->end);
  g_autofree char *slack = segue_text_slack (result);

  gtk_label_set_label (self->title, segue_record_get_name (step));
  gtk_label_set_label (self->span, result->active ? span : _("Not on the route that is taken."));
  gtk_label_set_label (self->slack, slack);
  gtk_widget_set_visible (GTK_WIDGET (self->slack), result->active && slack != NULL && *slack != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->slack), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->slack), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->slack), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->slack), get_slack_class (result));
}

/* What stands here is of one step alone, whatever else is selected with it. */
static void
show_others (SegueInspector *self)
{
  guint n = g_strv_length ((char **) segue_viewport_get_selected (self->view.viewport));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 1);
  if (n < 2)
    return;
  /* Translators: a number of steps that are selected beside the one that is shown. */
  text = g_strdup_printf (ngettext ("%u more step is selected. A bar’s menu acts on both.",
                                    "%u more steps are selected. A bar’s menu acts on all of them.", n - 1), n - 1);
  gtk_label_set_label (self->others, text);
}

/* Of three numbers: the likely one, and between which two it lies. */
static char *
describe_estimate (const gint32 *numbers,
                   char       *(*describe) (gint64 number))
{
  g_autofree char *likely = describe (numbers ? numbers[SEGUE_ESTIMATE_LIKELY] : 0);
  g_autofree char *best = NULL;
  g_autofree char *worst = NULL;

  if (numbers == NULL || numbers[SEGUE_ESTIMATE_OPTIMISTIC] == numbers[SEGUE_ESTIMATE_PESSIMISTIC])
    return g_steal_pointer (&likely);
  best = describe (numbers[SEGUE_ESTIMATE_OPTIMISTIC]);
  worst = describe (numbers[SEGUE_ESTIMATE_PESSIMISTIC]);
  /* Translators: the likely, the least and the most work: 25 h (15 h to 40 h) */
  return g_strdup_printf (_("%1$s (%2$s to %3$s)"), likely, best, worst);
}

static char *
describe_days (gint64 days)
{
  return segue_text_days ((int) days);
}

/* (nullable): what the step takes of an ordinary week. */
static char *
describe_load (const SegueRecord *step)
{
  const gint32 *load = segue_record_get_numbers (step, SEGUE_STEP_LOAD);
  g_autofree char *minutes = NULL;
  gint64 sum = 0;

  for (int i = 0; load != NULL && i < 7; i++)
    sum += load[i];
  if (sum == 0)
    return NULL;
  minutes = segue_text_minutes (sum);
  /* Translators: an amount of time, such as 13 h */
  return g_strdup_printf (_("%s a week"), minutes);
}

static void
show_fact (AdwActionRow *row,
           const char   *title,
           const char   *text)
{
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, text ? text : "");
}

static void
show_hours (SegueInspector    *self,
            const SegueRecord *step)
{
  gint64 most = segue_record_get_int (step, SEGUE_STEP_MAX_PER_DAY);
  g_autofree char *effort = describe_estimate (segue_record_get_numbers (step, SEGUE_STEP_EFFORT), segue_text_minutes);
  g_autofree char *per_day = most > 0 ? segue_text_minutes (most) : g_strdup (_("No limit"));
  g_autofree char *progress = segue_text_minutes (MAX (segue_record_get_int (step, SEGUE_STEP_SPENT), 0));

  adw_preferences_group_set_title (self->work, _("Work"));
  show_fact (self->effort, _("Effort"), effort);
  show_fact (self->per_day, _("At Most a Day"), per_day);
  show_fact (self->progress, _("Done So Far"), progress);
}

static void
show_wait (SegueInspector    *self,
           const SegueRecord *step,
           gboolean           has_days)
{
  g_autofree char *days = has_days ? describe_estimate (segue_record_get_numbers (step, SEGUE_STEP_DAYS), describe_days) : NULL;
  g_autofree char *load = describe_load (step);

  adw_preferences_group_set_title (self->work, has_days ? _("Wait") : _("Practice"));
  show_fact (self->effort, _("Days"), days);
  show_fact (self->per_day, _("Hours It Takes"), load);
  show_fact (self->progress, "", NULL);
}

/* What the step takes, by its type, and what is noted on it. */
static void
show_work (SegueInspector    *self,
           const SegueRecord *step)
{
  SegueStepType type = (SegueStepType) segue_record_get_int (step, SEGUE_STEP_TYPE);
  const char *note = segue_record_get_string (step, SEGUE_STEP_NOTE);
  gboolean has_note = note != NULL && note[0] != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->work), type != SEGUE_STEP_MILESTONE);
  if (type == SEGUE_STEP_WORK)
    show_hours (self, step);
  else
    show_wait (self, step, type == SEGUE_STEP_WAIT);
  gtk_widget_set_visible (self->note, has_note);
  adw_preferences_row_set_title (self->note_row, has_note ? note : "");
}

static void
show_holders (SegueInspector *self,
              SegueLayout    *layout,
              int             index)
{
  gint32 n = 0;
  g_autofree SegueHolder *holders =
    segue_schedule_explain (segue_layout_get_problem (layout),
                            segue_layout_get_schedule (layout), index, &n);

  gtk_list_box_remove_all (self->holders);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *text = segue_text_holder (layout, &holders[i]);

      gtk_list_box_append (self->holders, create_text_row (text, NULL));
    }
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->holders)), n > 0);
}

static void
rule_toggled_cb (SegueInspector *self,
                 const char     *rule_id,
                 gboolean        enabled)
{
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_set_rule_enabled (segue_session_get_plan (self->view.session), rule_id, enabled, &error);

  perform (self, change_set, error);
}

static void
append_rule (SegueInspector    *self,
             SegueLayout       *layout,
             const SegueRecord *rule)
{
  GtkWidget *row = segue_rule_row_new ();

  segue_rule_row_update (SEGUE_RULE_ROW (row), layout, rule);
  g_signal_connect_object (row, "toggled", G_CALLBACK (rule_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rules, row);
}

static void
append_needed (SegueInspector *self,
               SegueLayout    *layout,
               int             step)
{
  const SegueStepResult *result = &segue_layout_get_schedule (layout)->steps[step];
  g_autofree char *day = result->end == SEGUE_DAY_NONE ? NULL : segue_text_day (result->end);
  const char *title = segue_record_get_name (segue_layout_get_step (layout, step));

  if (result->active)
    gtk_list_box_append (self->needed, create_text_row (title, day));
}

/* Rules that bind the step, and the steps that wait for it. */
static void
show_rules (SegueInspector *self,
            SegueLayout    *layout,
            int             index)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);

  gtk_list_box_remove_all (self->rules);
  gtk_list_box_remove_all (self->needed);
  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->point.step == index)
        append_rule (self, layout, segue_layout_get_rule (layout, i));
      else if (rule->relation == SEGUE_RELATION_AFTER && rule->other.step == index && rule->enabled)
        append_needed (self, layout, rule->point.step);
    }
  gtk_widget_set_visible (self->rules_box, gtk_list_box_get_row_at_index (self->rules, 0) != NULL);
  gtk_widget_set_visible (self->needed_box, gtk_list_box_get_row_at_index (self->needed, 0) != NULL);
}

static void
show_day (SegueInspector *self,
          SegueDay        day)
{
  int year, month, mday;
  g_autoptr (GDateTime) date = NULL;

  segue_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  self->updating = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->updating = FALSE;
}

static void
answered_cb (const SegueFallback *fallback,
             SegueLayout         *layout,
             gpointer             data)
{
  SegueInspector *self = data;
  g_autofree char *text = fallback ? segue_fallback_describe (layout, fallback) : NULL;
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  g_clear_pointer (&self->asking, segue_fallback_work_drop);
  adw_preferences_group_set_description (self->gate, escaped);
}

static void
ask_what_a_no_means (SegueInspector    *self,
                     const SegueRecord *step)
{
  g_clear_pointer (&self->asking, segue_fallback_work_drop);
  adw_preferences_group_set_description (self->gate, NULL);
  if (segue_record_get_bool (step, SEGUE_STEP_GATE) &&
      segue_record_get_int (step, SEGUE_STEP_OUTCOME) == SEGUE_OUTCOME_NONE)
    self->asking =
      segue_fallback_work_begin (segue_session_get_plan (self->view.session), segue_session_get_layout (self->view.session),
                                 segue_record_get_id (step), answered_cb, self);
}

/* What came of a milestone that decides a route. */
static void
show_gate (SegueInspector    *self,
           const SegueRecord *step,
           gboolean           emitted)
{
  self->updating = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->gate), segue_record_get_bool (step, SEGUE_STEP_GATE) && !emitted);
  adw_combo_row_set_selected (self->outcome, (guint) segue_record_get_int (step, SEGUE_STEP_OUTCOME));
  self->updating = FALSE;
  ask_what_a_no_means (self, step);
}

/* What a grant brings is marked so, and the way to the grant is the only one. */
static void
show_grant (SegueInspector    *self,
            const SegueRecord *grant)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (gtk_widget_get_parent (self->move_button), grant == NULL);
  gtk_widget_set_visible (self->grant_button, grant != NULL);
  if (grant == NULL)
    return;
  /* Translators: a button; %s is the title of a grant that brings a step into the plan */
  text = g_strdup_printf (_("From the Grant “%s”…"), segue_record_get_name (grant));
  gtk_label_set_label (self->grant_label, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->grant_button), "s", segue_record_get_id (grant));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->grant_button), "win.grant");
}

static void
show_actions (SegueInspector        *self,
              const SegueRecord     *step,
              const SegueStepResult *result,
              gboolean               emitted)
{
  gboolean done = segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE;

  gtk_widget_set_sensitive (self->move_button, !emitted && result->active && !done &&
                                               result->start != SEGUE_DAY_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button), !emitted && result->active);
  gtk_widget_set_sensitive (self->slip_button, gtk_widget_get_sensitive (self->move_button));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->slip_button), "s", segue_record_get_id (step));
  gtk_button_set_label (self->done_button, done ? _("Not Done") : _("Mark as Done"));
  if (result->start != SEGUE_DAY_NONE)
    show_day (self, result->start);
}

static void
refresh (SegueInspector *self)
{
  const SegueRecord *step = get_step (self);
  SegueLayout *layout;
  const SegueStepResult *result;
  int index;

  gtk_stack_set_visible_child_name (self->pages, step ? "step" : "empty");
  if (step == NULL)
    return;

  layout = segue_session_get_layout (self->view.session);
  index = segue_layout_find (layout, SEGUE_KIND_STEP, segue_record_get_id (step));
  result = &segue_layout_get_schedule (layout)->steps[index];
  show_heading (self, layout, step, result);
  show_others (self);
  show_actions (self, step, result, segue_layout_is_emitted (layout, SEGUE_KIND_STEP, index));
  show_gate (self, step, segue_layout_is_emitted (layout, SEGUE_KIND_STEP, index));
  show_grant (self, segue_layout_get_emitter (layout, SEGUE_KIND_STEP, index));
  show_work (self, step);
  show_holders (self, layout, index);
  show_rules (self, layout, index);
}

/* A row that was just switched must outlive its own signal. */
static gboolean
refresh_idle (gpointer user_data)
{
  SegueInspector *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (SegueInspector *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_idle, self, NULL);
}

static void
day_selected_cb (SegueInspector *self)
{
  const SegueRecord *step = get_step (self);
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autoptr (SegueChangeSet) change_set = NULL;
  g_autofree char *point = NULL;
  GError *error = NULL;

  if (self->updating || step == NULL)
    return;
  gtk_popover_popdown (self->move_popover);
  point = segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE
    ? g_strdup (segue_record_get_id (step))
    : g_strconcat (segue_record_get_id (step), ".start", NULL);
  change_set = segue_edit_move_point (segue_session_get_plan (self->view.session),
                                      segue_session_get_layout (self->view.session), point,
                                      segue_day_from_ymd (g_date_time_get_year (date),
                                                          g_date_time_get_month (date),
                                                          g_date_time_get_day_of_month (date)),
                                      &error);
  perform (self, change_set, error);
}

static void
done_clicked_cb (SegueInspector *self)
{
  const SegueRecord *step = get_step (self);
  g_autoptr (SegueChangeSet) change_set = NULL;
  GError *error = NULL;
  gboolean done;

  if (step == NULL)
    return;
  done = segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE;
  change_set = segue_edit_set_status (segue_session_get_plan (self->view.session), segue_record_get_id (step),
                                      done ? SEGUE_STATUS_TODO : SEGUE_STATUS_DONE,
                                      done ? SEGUE_DAY_NONE
                                           : segue_layout_get_now (segue_session_get_layout (self->view.session)),
                                      &error);
  perform (self, change_set, error);
}

static void
outcome_selected_cb (SegueInspector *self)
{
  const SegueRecord *step = get_step (self);

  if (!self->updating && step != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.outcome", "(si)", segue_record_get_id (step),
                                (int) adw_combo_row_get_selected (self->outcome));
}

static gboolean
is_step (SegueInspector *self,
         const char     *page)
{
  return g_strcmp0 (page, "step") == 0;
}

static void
step_activated_cb (SegueInspector *self,
                   const char     *id)
{
  g_signal_emit (self, signals[STEP_ACTIVATED], 0, id);
}

static void
place_changed (SegueView *view)
{
  queue_refresh (SEGUE_INSPECTOR (view));
}

static void
segue_inspector_dispose (GObject *object)
{
  SegueInspector *self = SEGUE_INSPECTOR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->asking, segue_fallback_work_drop);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_INSPECTOR);

  G_OBJECT_CLASS (segue_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, title);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, span);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, slack);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, others);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, move_button);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, move_popover);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, calendar);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, done_button);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, grant_button);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, grant_label);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, work);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, note);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, note_row);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, effort);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, per_day);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, progress);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, gate);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, outcome);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, slip_button);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, holders);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, rules_box);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, rules);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, needed_box);
  gtk_widget_class_bind_template_child (widget_class, SegueInspector, needed);
}

static void
segue_inspector_class_init (SegueInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_inspector_dispose;
  view_class->session_changed = place_changed;
  view_class->layout_changed = place_changed;
  view_class->viewport_changed = place_changed;

  segue_tell_install (G_TYPE_FROM_CLASS (klass));

  signals[STEP_ACTIVATED] =
    g_signal_new ("step-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SEGUE_TYPE_COMING_UP);
  g_type_ensure (SEGUE_TYPE_RISK_CARD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-inspector.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_step);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_selected_cb);
}

static void
segue_inspector_init (SegueInspector *self)
{
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::selected", G_CALLBACK (queue_refresh));
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
}
