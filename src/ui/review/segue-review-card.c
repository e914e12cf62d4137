/* segue-review-card.c - one thing that needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-card.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-review-trial.h"

/* Who moves something by one key means a week. */
#define PROPOSED_DAYS 7
/* So many sentences about what would follow stand on the card; so many are kept. */
#define TOLD_AHEAD 3
#define TOLD 4
#define KEPT 8

typedef struct
{
  guint key;
  SegueVerdict verdict;
  const char *label; /* N_() */
} Choice;

struct _SegueReviewCard
{
  AdwBin parent_instance;

  SegueSession *session;
  SegueReviewItem *item;
  guint64 revision;             /* of the plan for which it was tried */
  SegueReviewTrial *ahead_trial; /* what ending it would do, or NULL */
  SegueReviewTrial *aim_trial;   /* what moving it there would do, or NULL */
  SegueDay from;
  SegueDay aimed;
  gboolean noting;              /* the note is the answer */
  gboolean updating;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *cause;
  GtkLabel *room;
  GtkWidget *ahead;
  GtkLabel *ahead_title;
  GtkLabel *ahead_text;
  GtkWidget *why_button;
  AdwWrapBox *buttons;
  GtkRevealer *aim;
  GtkLabel *day;
  GtkLabel *effect;
  GtkWidget *take_button;
  GtkRevealer *decide;
  AdwWrapBox *options;
  GtkEditable *decided;
  GtkWidget *decide_button;
  GtkEditable *note;
  SegueDateRow *when;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueReviewCard, segue_review_card, ADW_TYPE_BIN)

/* The first that an item allows has its key: what is good is D, what ends it X. */
static const Choice choices[] = {
  { GDK_KEY_d, SEGUE_VERDICT_DONE, N_("Done") },
  { GDK_KEY_d, SEGUE_VERDICT_PASSED, N_("Accepted") },
  { GDK_KEY_d, SEGUE_VERDICT_CHECKED, N_("Still Holds") },
  { GDK_KEY_d, SEGUE_VERDICT_CLEARED, N_("Cleared") },
  { GDK_KEY_d, SEGUE_VERDICT_REOPENED, N_("Decide Again") },
  { GDK_KEY_x, SEGUE_VERDICT_FAILED, N_("Rejected") },
  { GDK_KEY_s, SEGUE_VERDICT_MISSED, N_("Missed It") },
  { GDK_KEY_m, SEGUE_VERDICT_MOVED, N_("Move…") },
  { GDK_KEY_x, SEGUE_VERDICT_DROPPED, N_("Drop") },
  { GDK_KEY_k, SEGUE_VERDICT_KEPT, N_("Keep") },
  { GDK_KEY_n, SEGUE_VERDICT_NOTED, N_("Note") },
};

static SeguePlan *
get_plan (SegueReviewCard *self)
{
  return segue_session_get_plan (self->session);
}

static SegueLayout *
get_layout (SegueReviewCard *self)
{
  return segue_session_get_layout (self->session);
}

static gboolean
is_offered (SegueReviewCard *self, guint choice)
{
  if (!segue_review_item_allows (self->item, get_plan (self), get_layout (self), choices[choice].verdict))
    return FALSE;
  for (guint i = 0; i < choice; i++)
    if (choices[i].key == choices[choice].key && is_offered (self, i))
      return FALSE;

  return TRUE;
}

static void
announce (SegueReviewCard *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
return_to_card (SegueReviewCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What is typed is the evidence of what happened, and the reason of what was decided. */
static void
answer (SegueReviewCard *self, SegueVerdict verdict, SegueDay day, const char *effect, const char *decided)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  gboolean is_evidence = verdict == SEGUE_VERDICT_DONE || verdict == SEGUE_VERDICT_PASSED
                         || verdict == SEGUE_VERDICT_CHECKED;
  const char *given = text[0] != '\0' ? text : NULL;
  SegueReviewAnswer given_answer = {
    verdict, day, is_evidence ? NULL : given, is_evidence ? given : NULL, effect, decided,
  };

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, &given_answer);
}

/* ---- what would follow ------------------------------------------------------ */

/* What ends the thing: its consequence stands on the card before it is chosen. */
static gboolean
get_ending (SegueReviewCard *self, SegueVerdict *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].key == GDK_KEY_x && is_offered (self, i))
      {
        *verdict = choices[i].verdict;
        return TRUE;
      }

  return FALSE;
}

static void
show_ahead (gpointer data)
{
  SegueReviewCard *self = data;
  SegueVerdict verdict = SEGUE_VERDICT_KEPT;
  gboolean ends = get_ending (self, &verdict);
  gboolean ready = self->ahead_trial != NULL && segue_review_trial_is_ready (self->ahead_trial);
  const char *told = ready ? segue_review_trial_get_told (self->ahead_trial) : NULL;
  const char *text = told != NULL ? told : ready ? _("Nothing else changes.") : _("Working out what follows…");

  gtk_label_set_label (self->ahead_title, verdict == SEGUE_VERDICT_FAILED ? _("If Rejected or Missed") : _("If Dropped"));
  gtk_label_set_label (self->ahead_text, text);
  gtk_widget_set_visible (self->ahead, ends && (told != NULL || verdict == SEGUE_VERDICT_FAILED || !ready));
}

static void
try_ending (SegueReviewCard *self)
{
  SegueReviewAnswer given = { .day = SEGUE_DAY_NONE };

  g_clear_pointer (&self->ahead_trial, segue_review_trial_free);
  self->revision = segue_plan_get_revision (get_plan (self));
  given.verdict = SEGUE_VERDICT_KEPT;
  if (get_ending (self, &given.verdict))
    self->ahead_trial = segue_review_trial_begin (self->session, self->item, &given, TOLD_AHEAD, show_ahead, self);
  show_ahead (self);
}

static void
ignore (gpointer data)
{
}

/* What an answer does, to be kept with it; unknown if that takes long to find out. */
static char *
find_effect (SegueReviewCard *self, SegueVerdict verdict, SegueDay day)
{
  SegueReviewAnswer given = { verdict, day };
  g_autoptr(SegueReviewTrial) trial = NULL;

  if (verdict == SEGUE_VERDICT_KEPT || verdict == SEGUE_VERDICT_NOTED)
    return NULL;
  trial = segue_review_trial_begin (self->session, self->item, &given, KEPT, ignore, NULL);

  return g_strdup (segue_review_trial_get_told (trial));
}

/* ---- moving --------------------------------------------------------------- */

static gboolean
is_aiming (SegueReviewCard *self)
{
  return gtk_revealer_get_reveal_child (self->aim);
}

static void
show_aim_effect (gpointer data)
{
  SegueReviewCard *self = data;
  gboolean ready = segue_review_trial_is_ready (self->aim_trial);
  const char *error = segue_review_trial_get_error (self->aim_trial);
  const char *told = segue_review_trial_get_told (self->aim_trial);
  const char *text = error != NULL ? error : told != NULL ? told
                     : ready ? _("Nothing else changes.") : _("Working out what follows…");

  gtk_widget_set_sensitive (self->take_button, ready && error == NULL && self->aimed != self->from);
  gtk_label_set_label (self->effect, text);
  if (ready)
    announce (self, text);
}

static void
show_aim (SegueReviewCard *self)
{
  SegueReviewAnswer given = { SEGUE_VERDICT_MOVED, self->aimed };
  g_autofree char *from = segue_text_day (self->from);
  g_autofree char *to = segue_text_day (self->aimed);
  /* Translators: where something lies and where it would be moved: two dates. */
  g_autofree char *label = g_strdup_printf (_("%1$s → %2$s"), from, to);

  gtk_label_set_label (self->day, label);
  g_clear_pointer (&self->aim_trial, segue_review_trial_free);
  self->aim_trial = segue_review_trial_begin (self->session, self->item, &given, TOLD, show_aim_effect, self);
  show_aim_effect (self);
}

/* The same row asks when something was done, and where to it moves. */
static void
show_when (SegueReviewCard *self)
{
  SegueDay today = segue_layout_get_now (get_layout (self));
  gboolean aiming = is_aiming (self);
  SegueDay day = aiming ? self->aimed : today;

  if (!aiming && self->item->day != SEGUE_DAY_NONE && self->item->day < today
      && !segue_review_item_allows (self->item, get_plan (self), get_layout (self), SEGUE_VERDICT_MOVED))
    day = self->item->day;
  self->updating = TRUE;
  g_object_set (self->when, "label", aiming ? _("Move To") : _("When"), "past", !aiming, NULL);
  segue_date_row_set_today (self->when, today);
  segue_date_row_set_date (self->when, day, NULL);
  self->updating = FALSE;
}

static void
aim_at (SegueReviewCard *self, SegueDay day)
{
  self->aimed = day;
  show_when (self);
  show_aim (self);
}

static void
begin_aim (SegueReviewCard *self)
{
  g_autofree char *point = segue_review_item_get_point (self->item, get_plan (self), get_layout (self));
  const SegueStepResult *result = segue_layout_get_step_result (get_layout (self), self->item->id);

  if (point == NULL || result == NULL || result->start == SEGUE_DAY_NONE)
    return;

  self->from = g_str_has_suffix (point, ".end") && !g_str_equal (point, self->item->id) ? result->end : result->start;
  gtk_widget_set_visible (GTK_WIDGET (self->aim), TRUE);
  gtk_revealer_set_reveal_child (self->aim, TRUE);
  gtk_widget_set_visible (self->ahead, FALSE);
  aim_at (self, self->from + PROPOSED_DAYS);
  gtk_widget_grab_focus (self->take_button);
}

static void
end_aim (SegueReviewCard *self)
{
  gtk_revealer_set_reveal_child (self->aim, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->aim), FALSE);
  g_clear_pointer (&self->aim_trial, segue_review_trial_free);
}

static void
earlier_cb (SegueReviewCard *self)
{
  aim_at (self, self->aimed - 1);
}

static void
later_cb (SegueReviewCard *self)
{
  aim_at (self, self->aimed + 1);
}

static void
leave_cb (SegueReviewCard *self)
{
  end_aim (self);
  show_when (self);
  show_ahead (self);
  return_to_card (self);
}

static void
take_cb (SegueReviewCard *self)
{
  g_autofree char *effect = NULL;

  if (!gtk_widget_get_sensitive (self->take_button))
    return;

  effect = g_strdup (segue_review_trial_get_told (self->aim_trial));
  answer (self, SEGUE_VERDICT_MOVED, self->aimed, effect, NULL);
}

/* ---- deciding again ---------------------------------------------------------- */

static gboolean
is_deciding (SegueReviewCard *self)
{
  return gtk_revealer_get_reveal_child (self->decide);
}

static void
decided_changed_cb (SegueReviewCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->decided)));

  gtk_widget_set_sensitive (self->decide_button, text[0] != '\0');
}

static void
decide_cb (SegueReviewCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->decided)));

  if (text[0] != '\0')
    answer (self, SEGUE_VERDICT_REOPENED, SEGUE_DAY_NONE, NULL, text);
}

static void
leave_open_cb (SegueReviewCard *self)
{
  answer (self, SEGUE_VERDICT_REOPENED, SEGUE_DAY_NONE, NULL, NULL);
}

static void
option_clicked_cb (GtkButton *button, SegueReviewCard *self)
{
  g_autofree char *option = g_strdup (gtk_button_get_label (button));

  answer (self, SEGUE_VERDICT_REOPENED, SEGUE_DAY_NONE, NULL, option);
}

static void
begin_decide (SegueReviewCard *self)
{
  const SegueRecord *decision = segue_plan_find_kind (get_plan (self), SEGUE_KIND_DECISION, self->item->id);
  const char *const *options = decision != NULL ? segue_record_get_strings (decision, SEGUE_DECISION_OPTIONS) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->options))) != NULL)
    adw_wrap_box_remove (self->options, child);
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    {
      child = gtk_button_new_with_label (options[i]);
      g_signal_connect_object (child, "clicked", G_CALLBACK (option_clicked_cb), self, 0);
      adw_wrap_box_append (self->options, child);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->options), options != NULL && options[0] != NULL);
  gtk_editable_set_text (self->decided, "");
  decided_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->decide), TRUE);
  gtk_revealer_set_reveal_child (self->decide, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->decided));
}

static void
end_decide (SegueReviewCard *self)
{
  gtk_revealer_set_reveal_child (self->decide, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->decide), FALSE);
}

/* ---- choosing ------------------------------------------------------------- */

static void
set_noting (SegueReviewCard *self, gboolean noting)
{
  self->noting = noting;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note),
                                 noting ? _("Note, kept with Enter") : _("Why, or what shows it (optional)"));
}

static gboolean
is_note_empty (SegueReviewCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));

  return text[0] == '\0';
}

/* Whether the day of what happened can be read. */
static gboolean
has_day (SegueReviewCard *self, SegueVerdict verdict)
{
  if ((verdict != SEGUE_VERDICT_DONE && verdict != SEGUE_VERDICT_PASSED) || segue_date_row_is_sound (self->when))
    return TRUE;

  gtk_widget_grab_focus (GTK_WIDGET (self->when));
  return FALSE;
}

/* What becomes of the plan is kept with what was decided. */
static void
choose (SegueReviewCard *self, SegueVerdict verdict)
{
  g_autofree char *effect = NULL;
  SegueDay day = segue_date_row_get_first (self->when);

  if (verdict == SEGUE_VERDICT_MOVED)
    {
      begin_aim (self);
      return;
    }
  if (verdict == SEGUE_VERDICT_REOPENED)
    {
      begin_decide (self);
      return;
    }
  if (verdict == SEGUE_VERDICT_NOTED && is_note_empty (self))
    {
      set_noting (self, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return;
    }
  /* Nothing is ended before it is said what that does. */
  if (!has_day (self, verdict)
      || ((verdict == SEGUE_VERDICT_FAILED || verdict == SEGUE_VERDICT_MISSED || verdict == SEGUE_VERDICT_DROPPED)
          && self->ahead_trial != NULL && !segue_review_trial_is_ready (self->ahead_trial)))
    return;

  effect = find_effect (self, verdict, day);
  answer (self, verdict, day, effect, NULL);
}

/* Return does what one was about to do; it answers nothing that was not asked for. */
static void
confirm (SegueReviewCard *self)
{
  if (is_aiming (self))
    take_cb (self);
  else if (is_deciding (self))
    decide_cb (self);
  else
    return_to_card (self);
}

static void
note_activated_cb (SegueReviewCard *self)
{
  if (self->noting && !is_note_empty (self))
    choose (self, SEGUE_VERDICT_NOTED);
  else
    confirm (self);
}

static void
when_changed_cb (SegueReviewCard *self)
{
  SegueDay day;

  if (self->updating || self->item == NULL || !is_aiming (self))
    return;

  day = segue_date_row_is_sound (self->when) ? segue_date_row_get_first (self->when) : SEGUE_DAY_NONE;
  if (day == SEGUE_DAY_NONE || day == self->aimed)
    return;
  self->aimed = day;
  show_aim (self);
}

static void
when_activated_cb (SegueReviewCard *self)
{
  if (segue_date_row_is_sound (self->when))
    confirm (self);
}

/* Out of a field without doing anything: what was typed stays. */
static void
leave_field (SegueReviewCard *self)
{
  set_noting (self, FALSE);
  if (is_deciding (self))
    end_decide (self);
  if (is_aiming (self))
    leave_cb (self);
  return_to_card (self);
}

static gboolean
field_key_cb (SegueReviewCard *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  leave_field (self);
  return TRUE;
}

static void
choice_clicked_cb (GtkWidget *button, SegueReviewCard *self)
{
  choose (self, (SegueVerdict) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "verdict")));
}

static GtkWidget *
make_button (SegueReviewCard *self, const Choice *choice)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(choice->label));
  g_autofree char *key_name = g_ascii_strup (gdk_keyval_name (choice->key), -1);
  GtkWidget *key = gtk_label_new (key_name);

  gtk_widget_add_css_class (key, "segue-key");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  if (choice->key == GDK_KEY_d)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(choice->label),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key_name, -1);
  g_object_set_data (G_OBJECT (button), "verdict", GINT_TO_POINTER (choice->verdict));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);

  return button;
}

static void
update_buttons (SegueReviewCard *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, button);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (is_offered (self, i))
      adw_wrap_box_append (self->buttons, make_button (self, &choices[i]));
}

/* ---- showing --------------------------------------------------------------- */

static const char *
get_icon (const SegueReviewItem *item)
{
  switch (item->cause)
    {
    case SEGUE_CAUSE_GATE:
      return "segue-gate-symbolic";
    case SEGUE_CAUSE_REACHABLE:
      return "segue-timeline-symbolic";
    case SEGUE_CAUSE_OBSTACLE:
      return "dialog-warning-symbolic";
    case SEGUE_CAUSE_REASON_ENDED:
      return "dialog-question-symbolic";
    case SEGUE_CAUSE_RULE:
      return "segue-rule-symbolic";
    case SEGUE_CAUSE_LATE:
    case SEGUE_CAUSE_DUE:
    case SEGUE_CAUSE_AT_RISK:
    default:
      return "segue-milestone-symbolic";
    }
}

static int
find_goal (SegueReviewCard *self)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  const SegueRecord *step = segue_plan_find_kind (plan, SEGUE_KIND_STEP, self->item->id);
  const SegueRecord *route = segue_plan_find_kind (plan, SEGUE_KIND_ROUTE, self->item->id);
  const char *goal = step != NULL ? segue_record_get_string (step, SEGUE_STEP_GOAL)
                     : route != NULL ? segue_record_get_string (route, SEGUE_ROUTE_GOAL) : NULL;

  return goal != NULL ? segue_plan_index_of (plan, SEGUE_KIND_GOAL, goal) : -1;
}

/* The way to the reasons of a route that cannot be. */
static void
update_why (SegueReviewCard *self)
{
  const SegueRouteResult *route =
    segue_layout_get_route_result (segue_session_get_layout (self->session), self->item->id);

  gtk_widget_set_visible (self->why_button, route != NULL && route->conflicts.n > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why_button), "s", self->item->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why_button), "win.why");
}

static void
segue_review_card_dispose (GObject *object)
{
  SegueReviewCard *self = SEGUE_REVIEW_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REVIEW_CARD);
  g_clear_object (&self->session);
  g_clear_pointer (&self->item, segue_review_item_free);
  g_clear_pointer (&self->ahead_trial, segue_review_trial_free);
  g_clear_pointer (&self->aim_trial, segue_review_trial_free);

  G_OBJECT_CLASS (segue_review_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, icon);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, title);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, cause);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, room);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, why_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, aim);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, day);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, effect);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, take_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, ahead);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, ahead_title);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, ahead_text);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, decide);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, options);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, decided);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, decide_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, note);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, when);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
}

static void
segue_review_card_class_init (SegueReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_review_card_dispose;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", SEGUE_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

/* Before the field itself: an entry would keep the key. */
static void
watch_field (SegueReviewCard *self, GtkWidget *field)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (field_key_cb), self);
  gtk_widget_add_controller (field, keys);
}

static void
segue_review_card_init (SegueReviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
  watch_field (self, GTK_WIDGET (self->note));
  watch_field (self, GTK_WIDGET (self->when));
  watch_field (self, GTK_WIDGET (self->decided));
  end_aim (self);
  end_decide (self);
}

static gboolean
press_aiming (SegueReviewCard *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Left:
      aim_at (self, self->aimed + (rtl ? 1 : -1));
      return TRUE;
    case GDK_KEY_Right:
      aim_at (self, self->aimed + (rtl ? -1 : 1));
      return TRUE;
    case GDK_KEY_Up:
      aim_at (self, self->aimed - 7);
      return TRUE;
    case GDK_KEY_Down:
      aim_at (self, self->aimed + 7);
      return TRUE;
    case GDK_KEY_Page_Up:
      aim_at (self, segue_day_add_months (self->aimed, -1));
      return TRUE;
    case GDK_KEY_Page_Down:
      aim_at (self, segue_day_add_months (self->aimed, 1));
      return TRUE;
    case GDK_KEY_Escape:
      leave_cb (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take_cb (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_choice (SegueReviewCard *self, guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].key == key && is_offered (self, i))
      {
        choose (self, choices[i].verdict);
        return TRUE;
      }

  return FALSE;
}

/**
 * segue_review_card_press:
 * @key: a key that nobody else wanted
 * @state: what is held with it
 *
 * Returns: whether it was an answer
 */
gboolean
segue_review_card_press (SegueReviewCard *self, guint key, GdkModifierType state)
{
  g_return_val_if_fail (SEGUE_IS_REVIEW_CARD (self), FALSE);

  if (self->item == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (is_aiming (self) && press_aiming (self, key))
    return TRUE;
  if (gdk_keyval_to_lower (key) == GDK_KEY_w)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return TRUE;
    }
  if (key == GDK_KEY_Escape && is_deciding (self))
    {
      leave_field (self);
      return TRUE;
    }

  return !is_aiming (self) && !is_deciding (self) && press_choice (self, gdk_keyval_to_lower (key));
}

/* Says what is asked about, to those who see it and to those who do not. */
static void
show_head (SegueReviewCard *self)
{
  g_autofree char *cause = segue_review_item_describe (self->item, segue_layout_get_now (get_layout (self)));
  g_autofree char *more = segue_review_item_describe_more (self->item, get_plan (self), get_layout (self));
  /* Translators: what a review asks about: its title, and why. */
  g_autofree char *name = g_strdup_printf (C_("review", "%s, %s"), self->item->title, cause);

  gtk_image_set_from_icon_name (self->icon, get_icon (self->item));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "segue-goal-text");
  segue_goal_style_apply (GTK_WIDGET (self->icon), find_goal (self));
  gtk_label_set_label (self->title, self->item->title);
  gtk_label_set_label (self->cause, cause);
  gtk_label_set_label (self->room, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->room), more != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  announce (self, name);
}

/**
 * segue_review_card_show:
 * @session: whose plan it is
 * @item: what is asked about from now on
 */
void
segue_review_card_show (SegueReviewCard *self, SegueSession *session, const SegueReviewItem *item)
{
  g_return_if_fail (SEGUE_IS_REVIEW_CARD (self) && item != NULL);

  g_set_object (&self->session, session);
  g_clear_pointer (&self->item, segue_review_item_free);
  self->item = segue_review_item_copy (item);
  end_aim (self);
  end_decide (self);
  set_noting (self, FALSE);
  show_head (self);
  gtk_editable_set_text (self->note, "");
  update_why (self);
  show_when (self);
  gtk_widget_set_visible (GTK_WIDGET (self->when), segue_plan_find_kind (get_plan (self), SEGUE_KIND_STEP, item->id) != NULL);
  update_buttons (self);
  try_ending (self);
}

/**
 * segue_review_card_refresh:
 *
 * The plan may be another one while the same thing is asked about: what would
 * follow is found out anew, what was typed stays.
 */
void
segue_review_card_refresh (SegueReviewCard *self)
{
  g_return_if_fail (SEGUE_IS_REVIEW_CARD (self));

  if (self->item == NULL || self->revision == segue_plan_get_revision (get_plan (self)))
    return;

  try_ending (self);
  if (is_aiming (self))
    {
      gtk_widget_set_visible (self->ahead, FALSE);
      show_aim (self);
    }
}
