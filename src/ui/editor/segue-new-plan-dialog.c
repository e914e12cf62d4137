/* segue-new-plan-dialog.c - a few questions, then a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-new-plan-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-plan.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"
#include "ui/common/segue-week-row.h"

/* A change that there is a template for. */
typedef struct
{
  const char *name;
  SegueGoalKind kind;
  const char *title;    /* N_() */
  const char *subtitle; /* N_() */
  const char *best;     /* N_(): what the wished-for day is */
} Template;

static const Template templates[] = {
  { "graduate-school", SEGUE_GOAL_GRADUATE_SCHOOL, N_("Graduate School"),
    N_("Score, professors, statement, application, result"), N_("First Day of the Term, at Best") },
  { "job", SEGUE_GOAL_JOB, N_("A New Job"),
    N_("Papers, applications, interviews, notice, first day"), N_("First Day in the New Job, at Best") },
  { "vesting", SEGUE_GOAL_VESTING, N_("Options or Shares That Vest"),
    N_("Agreement, taxes, money, exercising, leaving"), N_("Vest Date, at Best") },
  { "sabbatical", SEGUE_GOAL_SABBATICAL, N_("A Sabbatical"),
    N_("Rules, budget, handing over, the time away"), N_("First Day Away, at Best") },
  { "certificate", SEGUE_GOAL_CERTIFICATE, N_("A Certificate or Course"),
    N_("Registration, study, practice tests, exam"), N_("Exam or Last Day, at Best") },
  { "return-to-work", SEGUE_GOAL_HABIT, N_("Return to Work"),
    N_("Hours, care, refreshing, settling in"), N_("First Day Back, at Best") },
  { "something-else", SEGUE_GOAL_CUSTOM, N_("Something Else"),
    N_("Two steps and a date to begin with"), N_("Done, at Best") },
};

/* An hour and a half after work, more at the weekend. */
static const gint32 usual_week[7] = { 90, 90, 90, 90, 0, 240, 180 };

struct _SegueNewPlanDialog
{
  AdwDialog parent_instance;

  SegueDay today;
  const Template *template;
  GPtrArray *fixed; /* of SegueDateRow, the title row as data "segue-title" */

  AdwNavigationView *pages;
  AdwPreferencesGroup *kinds_group;
  GtkEditable *title_row;
  SegueDateRow *best_row;
  SegueDateRow *fallback_row;
  GtkWidget *when_problem;
  GtkWidget *when_button;
  SegueWeekRow *week_row;
  GtkWidget *hours_button;
  AdwPreferencesGroup *fixed_group;
  GtkWidget *fixed_problem;
  GtkWidget *finish_button;
};

static guint finished_signal;

G_DEFINE_FINAL_TYPE (SegueNewPlanDialog, segue_new_plan_dialog, ADW_TYPE_DIALOG)

static void
say (GtkWidget  *label,
     const char *problem)
{
  gtk_label_set_label (GTK_LABEL (label), problem ? problem : "");
  gtk_widget_set_visible (label, problem != NULL);
  if (problem)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), problem, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static gboolean
is_blank (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return text[0] == '\0';
}

static const char *
find_problem (SegueNewPlanDialog *self)
{
  SegueDay best = segue_date_row_get_last (self->best_row);
  SegueDay fallback = segue_date_row_get_last (self->fallback_row);

  if (!segue_date_row_is_sound (self->best_row) || !segue_date_row_is_sound (self->fallback_row))
    return _("What is marked red cannot be read yet.");
  if (is_blank (self->title_row))
    return _("It needs a name.");
  if (best == SEGUE_DAY_NONE)
    return _("By when would you like it, at best? A rough date will do.");
  if (best <= self->today)
    return _("That day is over already.");
  if (fallback != SEGUE_DAY_NONE && fallback <= best)
    return _("The fallback comes after the best date.");
  return NULL;
}

static void
changed_cb (SegueNewPlanDialog *self)
{
  say (self->when_problem, NULL);
  gtk_widget_set_sensitive (self->hours_button, segue_week_row_is_sound (self->week_row));
}

static void
next_cb (SegueNewPlanDialog *self)
{
  const char *tag = adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->pages));
  const char *problem;

  if (g_strcmp0 (tag, "hours") == 0)
    {
      adw_navigation_view_push_by_tag (self->pages, "fixed");
      gtk_widget_grab_focus (self->finish_button);
      return;
    }
  problem = find_problem (self);
  say (self->when_problem, problem);
  if (problem == NULL)
    adw_navigation_view_push_by_tag (self->pages, "hours");
}

/* Return in a field does what the page's button does. */
static void
page_cb (SegueNewPlanDialog *self)
{
  const char *tag = adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->pages));
  GtkWidget *button = NULL;

  if (g_strcmp0 (tag, "when") == 0)
    button = self->when_button;
  else if (g_strcmp0 (tag, "hours") == 0)
    button = self->hours_button;
  else if (g_strcmp0 (tag, "fixed") == 0)
    button = self->finish_button;
  adw_dialog_set_default_widget (ADW_DIALOG (self), button);
}

static void
kind_activated_cb (SegueNewPlanDialog *self,
                   GtkWidget          *row)
{
  const Template *template = g_object_get_data (G_OBJECT (row), "segue-template");

  if (self->template == NULL || g_str_equal (gtk_editable_get_text (self->title_row), _(self->template->title)))
    gtk_editable_set_text (self->title_row, _(template->title));
  self->template = template;
  g_object_set (self->best_row, "label", _(template->best), NULL);
  adw_navigation_view_push_by_tag (self->pages, "when");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
remove_fixed_cb (SegueNewPlanDialog *self,
                 GtkWidget          *button)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), "segue-row");
  GtkWidget *title = g_object_get_data (G_OBJECT (row), "segue-title");

  adw_preferences_group_remove (self->fixed_group, title);
  adw_preferences_group_remove (self->fixed_group, row);
  g_ptr_array_remove (self->fixed, row);
}

static void
add_fixed_cb (SegueNewPlanDialog *self)
{
  GtkWidget *title = adw_entry_row_new ();
  GtkWidget *row = segue_date_row_new (_("On"));
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _("What Happens"));
  g_object_set (row, "coarse", TRUE, NULL);
  segue_date_row_set_today (SEGUE_DATE_ROW (row), self->today);
  g_object_set_data (G_OBJECT (row), "segue-title", title);
  g_object_set_data (G_OBJECT (button), "segue-row", row);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove This Date"));
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (title), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_fixed_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (title), button);
  adw_preferences_group_add (self->fixed_group, title);
  adw_preferences_group_add (self->fixed_group, row);
  g_ptr_array_add (self->fixed, row);
  gtk_widget_grab_focus (title);
}

static const char *
find_fixed_problem (SegueNewPlanDialog *self)
{
  for (guint i = 0; i < self->fixed->len; i++)
    {
      SegueDateRow *row = self->fixed->pdata[i];
      GtkEditable *title = g_object_get_data (G_OBJECT (row), "segue-title");
      gboolean has_title = !is_blank (title);
      gboolean has_date = segue_date_row_get_first (row) != SEGUE_DAY_NONE;

      if (!segue_date_row_is_sound (row))
        return _("What is marked red cannot be read yet.");
      if (has_title != has_date)
        return has_title ? _("A fixed date needs its day.") : _("A fixed date needs a name.");
    }
  return NULL;
}

static void
take_date (SegueAnswerDate *date,
           SegueDateRow    *row)
{
  g_autofree char *label = segue_date_row_dup_label (row);

  segue_answers_set_date (date, segue_date_row_get_first (row), segue_date_row_get_last (row), label);
}

static SegueAnswers *
collect (SegueNewPlanDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  SegueAnswers *answers = segue_answers_new (self->template->name, title);

  take_date (&answers->best, self->best_row);
  take_date (&answers->fallback, self->fallback_row);
  segue_week_row_get_minutes (self->week_row, answers->week);
  for (guint i = 0; i < self->fixed->len; i++)
    {
      SegueDateRow *row = self->fixed->pdata[i];
      GtkEditable *name = g_object_get_data (G_OBJECT (row), "segue-title");
      g_autofree char *label = segue_date_row_dup_label (row);

      if (segue_date_row_get_first (row) != SEGUE_DAY_NONE)
        segue_answers_add_fixed (answers, gtk_editable_get_text (name), segue_date_row_get_first (row),
                                 segue_date_row_get_last (row), label);
    }
  return answers;
}

static void
finish_cb (SegueNewPlanDialog *self)
{
  const char *problem = find_fixed_problem (self);
  g_autoptr (SegueAnswers) answers = NULL;

  say (self->fixed_problem, problem);
  if (problem != NULL)
    return;
  answers = collect (self);
  g_signal_emit (self, finished_signal, 0, answers);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
answered_cb (SegueNewPlanDialog *self,
             const char         *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
has_answers (SegueNewPlanDialog *self)
{
  if (self->template == NULL)
    return FALSE;
  return !g_str_equal (gtk_editable_get_text (self->title_row), _(self->template->title)) ||
         gtk_editable_get_text (GTK_EDITABLE (self->best_row))[0] != '\0' ||
         gtk_editable_get_text (GTK_EDITABLE (self->fallback_row))[0] != '\0' || self->fixed->len > 0;
}

static void
segue_new_plan_dialog_close_attempt (AdwDialog *dialog)
{
  SegueNewPlanDialog *self = SEGUE_NEW_PLAN_DIALOG (dialog);
  AdwDialog *question;

  if (!has_answers (self))
    {
      adw_dialog_force_close (dialog);
      return;
    }
  question = adw_alert_dialog_new (_("Leave Without a Plan?"), _("Your answers would be lost."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question),
                                  "back", _("_Go On"), "discard", _("_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "back");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
segue_new_plan_dialog_dispose (GObject *object)
{
  SegueNewPlanDialog *self = SEGUE_NEW_PLAN_DIALOG (object);

  g_clear_pointer (&self->fixed, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_NEW_PLAN_DIALOG);

  G_OBJECT_CLASS (segue_new_plan_dialog_parent_class)->dispose (object);
}

static void
segue_new_plan_dialog_class_init (SegueNewPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_new_plan_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = segue_new_plan_dialog_close_attempt;

  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  g_type_ensure (SEGUE_TYPE_WEEK_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, kinds_group);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, best_row);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, fallback_row);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, when_problem);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, when_button);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, week_row);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, hours_button);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, fixed_group);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, fixed_problem);
  gtk_widget_class_bind_template_child (widget_class, SegueNewPlanDialog, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_fixed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static GtkWidget *
add_kind (SegueNewPlanDialog *self,
          const Template     *template,
          int                 index)
{
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (segue_goal_style_get_icon (template->kind));

  segue_goal_style_apply (icon, index);
  gtk_widget_add_css_class (icon, "segue-goal-icon");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(template->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(template->subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "segue-template", (gpointer) template);
  g_signal_connect_object (row, "activated", G_CALLBACK (kind_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->kinds_group, row);
  return row;
}

static void
segue_new_plan_dialog_init (SegueNewPlanDialog *self)
{
  self->fixed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      GtkWidget *row = add_kind (self, &templates[i], (int) i);

      if (i == 0)
        segue_ui_begin_at (ADW_DIALOG (self), row);
    }
  segue_week_row_set_minutes (self->week_row, usual_week);
  segue_ui_keep_words (GTK_WIDGET (self));
}

/**
 * segue_new_plan_dialog_new:
 * @today: the day on which it asks
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
segue_new_plan_dialog_new (SegueDay today)
{
  SegueNewPlanDialog *self = g_object_new (SEGUE_TYPE_NEW_PLAN_DIALOG, NULL);

  self->today = today;
  segue_date_row_set_today (self->best_row, today);
  segue_date_row_set_today (self->fallback_row, today);
  return ADW_DIALOG (self);
}
