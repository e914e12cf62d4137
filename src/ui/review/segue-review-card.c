/* segue-review-card.c - one thing that needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-card.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "core/segue-trial.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-goal-style.h"

/* Who moves something by one key means a week. */
#define PROPOSED_DAYS 7

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
  SegueDay from;
  SegueDay aimed;
  char *effect_text;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *cause;
  GtkLabel *room;
  AdwWrapBox *buttons;
  GtkRevealer *aim;
  GtkLabel *day;
  GtkLabel *effect;
  GtkWidget *take_button;
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

static gboolean
is_offered (SegueReviewCard *self, guint choice)
{
  if (!segue_review_item_allows (self->item, segue_session_get_plan (self->session),
                                 segue_session_get_layout (self->session), choices[choice].verdict))
    return FALSE;
  for (guint i = 0; i < choice; i++)
    if (choices[i].key == choices[choice].key && is_offered (self, i))
      return FALSE;

  return TRUE;
}

static void
answer (SegueReviewCard *self, SegueVerdict verdict, SegueDay day, const char *effect)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));
  gboolean is_evidence = verdict == SEGUE_VERDICT_DONE || verdict == SEGUE_VERDICT_PASSED
                         || verdict == SEGUE_VERDICT_CHECKED;
  const char *given = text[0] != '\0' ? text : NULL;

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, day, verdict, is_evidence ? NULL : given,
                 is_evidence ? given : NULL, effect);
}

/* ---- moving --------------------------------------------------------------- */

static SegueLayout *
try_answer (SegueReviewCard *self, SegueVerdict verdict, SegueDay day, GError **error)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  SegueLayout *layout = segue_session_get_layout (self->session);
  const SegueRecord *review = segue_review_get_open (plan);
  SegueReviewAnswer given = { verdict, day };
  g_autoptr(SegueChangeSet) change_set = NULL;

  change_set = segue_edit_answer (plan, layout, review != NULL ? segue_record_get_id (review) : "", self->item, &given,
                                  error);
  if (change_set == NULL)
    return NULL;

  return segue_trial_lay_out (plan, change_set, segue_session_get_today (self->session), SEGUE_SOLVE_LATEST, layout,
                              error);
}

/* What would follow, as sentences; NULL if nothing else does. */
static char *
describe_effect (SegueReviewCard *self, SegueLayout *after)
{
  g_autoptr(SegueEffect) effect = segue_effect_new (segue_session_get_layout (self->session), after);

  return segue_effect_summarize (effect);
}

static void
show_aim (SegueReviewCard *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SegueLayout) after = try_answer (self, SEGUE_VERDICT_MOVED, self->aimed, &error);
  g_autofree char *from = segue_text_day (self->from);
  g_autofree char *to = segue_text_day (self->aimed);
  /* Translators: where something lies and where it would be moved: two dates. */
  g_autofree char *label = g_strdup_printf (_("%1$s → %2$s"), from, to);

  gtk_label_set_label (self->day, label);
  gtk_widget_set_sensitive (self->take_button, after != NULL && self->aimed != self->from);
  g_clear_pointer (&self->effect_text, g_free);
  if (after != NULL)
    self->effect_text = describe_effect (self, after);
  gtk_label_set_label (self->effect, after == NULL ? error->message
                       : self->effect_text != NULL && self->effect_text[0] != '\0' ? self->effect_text
                                                                                   : _("Nothing else changes."));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->effect),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
is_aiming (SegueReviewCard *self)
{
  return gtk_revealer_get_reveal_child (self->aim);
}

static void
aim (SegueReviewCard *self, int days)
{
  self->aimed += days;
  show_aim (self);
}

static void
begin_aim (SegueReviewCard *self)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  SegueLayout *layout = segue_session_get_layout (self->session);
  g_autofree char *point = segue_review_item_get_point (self->item, plan, layout);
  const SegueStepResult *result = segue_layout_get_step_result (layout, self->item->id);

  if (point == NULL || result == NULL || result->start == SEGUE_DAY_NONE)
    return;

  self->from = g_str_has_suffix (point, ".end") && !g_str_equal (point, self->item->id) ? result->end : result->start;
  self->aimed = self->from + PROPOSED_DAYS;
  gtk_widget_set_visible (GTK_WIDGET (self->aim), TRUE);
  gtk_revealer_set_reveal_child (self->aim, TRUE);
  show_aim (self);
  gtk_widget_grab_focus (self->take_button);
}

static void
end_aim (SegueReviewCard *self)
{
  gtk_revealer_set_reveal_child (self->aim, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->aim), FALSE);
}

static void
earlier_cb (SegueReviewCard *self)
{
  aim (self, -1);
}

static void
later_cb (SegueReviewCard *self)
{
  aim (self, 1);
}

static void
leave_cb (SegueReviewCard *self)
{
  end_aim (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
take_cb (SegueReviewCard *self)
{
  g_autofree char *effect = g_strdup (self->effect_text);

  if (!gtk_widget_get_sensitive (self->take_button))
    return;

  end_aim (self);
  answer (self, SEGUE_VERDICT_MOVED, self->aimed, effect);
}

/* ---- choosing ------------------------------------------------------------- */

/* What becomes of the plan is kept with what was decided. */
static void
choose (SegueReviewCard *self, SegueVerdict verdict)
{
  g_autoptr(SegueLayout) after = NULL;
  g_autofree char *effect = NULL;
  SegueDay day = segue_date_row_get_first (self->when);

  if (verdict == SEGUE_VERDICT_MOVED)
    {
      begin_aim (self);
      return;
    }
  if (verdict == SEGUE_VERDICT_NOTED && gtk_editable_get_text (self->note)[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return;
    }

  if (verdict != SEGUE_VERDICT_KEPT && verdict != SEGUE_VERDICT_NOTED)
    after = try_answer (self, verdict, day, NULL);
  if (after != NULL)
    effect = describe_effect (self, after);
  answer (self, verdict, day, effect != NULL && effect[0] != '\0' ? effect : NULL);
}

static void
note_activated_cb (SegueReviewCard *self)
{
  if (gtk_editable_get_text (self->note)[0] != '\0')
    choose (self, SEGUE_VERDICT_NOTED);
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

/* What it holds, for what is not a step: the step in whose way an obstacle stands, what was decided. */
static char *
describe_room (SegueReviewCard *self)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  const SegueRecord *record = segue_plan_find (plan, self->item->id);
  const SegueRecord *about;

  if (record == NULL)
    return NULL;
  if (segue_record_get_kind (record) == SEGUE_KIND_STEP)
    return segue_trial_describe_room (segue_session_get_layout (self->session), self->item->id);
  if (segue_record_get_kind (record) == SEGUE_KIND_RULE)
    return g_strdup (segue_record_get_string (record, SEGUE_RULE_SOURCE));
  if (segue_record_get_kind (record) == SEGUE_KIND_DECISION)
    return g_strdup (segue_record_get_string (record, SEGUE_DECISION_DECIDED));
  if (segue_record_get_kind (record) != SEGUE_KIND_OBSTACLE)
    return NULL;
  about = segue_plan_find (plan, segue_record_get_string (record, SEGUE_OBSTACLE_ABOUT));

  return about != NULL ? g_strdup (segue_record_get_title (about)) : NULL;
}

static void
segue_review_card_dispose (GObject *object)
{
  SegueReviewCard *self = SEGUE_REVIEW_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REVIEW_CARD);
  g_clear_object (&self->session);
  g_clear_pointer (&self->item, segue_review_item_free);
  g_clear_pointer (&self->effect_text, g_free);

  G_OBJECT_CLASS (segue_review_card_parent_class)->dispose (object);
}

static void
segue_review_card_class_init (SegueReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_review_card_dispose;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", SEGUE_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 5, G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING,
                                           G_TYPE_STRING);

  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, icon);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, title);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, cause);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, room);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, aim);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, day);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, effect);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, take_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, note);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewCard, when);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
}

static void
segue_review_card_init (SegueReviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  end_aim (self);
}

static gboolean
press_aiming (SegueReviewCard *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Left:
      aim (self, rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
      aim (self, rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_Up:
      aim (self, -7);
      return TRUE;
    case GDK_KEY_Down:
      aim (self, 7);
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
  if (is_aiming (self))
    return press_aiming (self, key);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].key == gdk_keyval_to_lower (key) && is_offered (self, i))
      {
        choose (self, choices[i].verdict);
        return TRUE;
      }

  return FALSE;
}

/**
 * segue_review_card_show:
 * @session: whose plan it is
 * @item: what is asked about from now on
 */
void
segue_review_card_show (SegueReviewCard *self, SegueSession *session, const SegueReviewItem *item)
{
  SegueDay today = segue_layout_get_now (segue_session_get_layout (session));
  g_autofree char *cause = segue_review_item_describe (item, today);
  g_autofree char *name = NULL;
  g_autofree char *room = NULL;

  g_set_object (&self->session, session);
  g_clear_pointer (&self->item, segue_review_item_free);
  self->item = segue_review_item_copy (item);
  end_aim (self);

  room = describe_room (self);
  gtk_image_set_from_icon_name (self->icon, get_icon (item));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "segue-goal-text");
  segue_goal_style_apply (GTK_WIDGET (self->icon), find_goal (self));
  gtk_label_set_label (self->title, item->title);
  gtk_label_set_label (self->cause, cause);
  gtk_label_set_label (self->room, room != NULL ? room : "");
  gtk_widget_set_visible (GTK_WIDGET (self->room), room != NULL);
  gtk_editable_set_text (self->note, "");
  segue_date_row_set_today (self->when, today);
  segue_date_row_set_date (self->when, today, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->when), segue_plan_find_kind (segue_session_get_plan (session),
                                                                         SEGUE_KIND_STEP, item->id) != NULL);
  update_buttons (self);
  /* Translators: what a review asks about: its title, and why. */
  name = g_strdup_printf (C_("review", "%s, %s"), item->title, cause);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
