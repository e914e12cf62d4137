/* segue-review-view.c - reviews: the next one, the one going on, those kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-view.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/common/segue-dialog.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-check-in-dialog.h"
#include "ui/review/segue-decisions-dialog.h"
#include "ui/review/segue-review-dialog.h"
#include "ui/review/segue-review-end.h"
#include "ui/review/segue-review-pass.h"

/* So many are listed before a review begins; so many check-ins. */
#define LISTED 8

struct _SegueReviewView
{
  SegueView view;

  GPtrArray *rows; /* of the groups, to be taken out again */
  char *review;      /* the one that was opened here last */
  gboolean finished; /* none is open */
  gboolean updating;

  GtkStack *pages;
  GtkLabel *count;
  GtkLabel *last;
  GtkButton *begin_button;
  AdwPreferencesGroup *items_group;
  AdwPreferencesGroup *obstacles_group;
  AdwPreferencesGroup *past_group;
  AdwPreferencesGroup *check_ins_group;
  AdwComboRow *rhythm;
  AdwSpinRow *slack;
  GtkWidget *check_in_button;
  SegueReviewPass *pass;
  SegueReviewEnd *end;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueReviewView, segue_review_view, SEGUE_TYPE_VIEW)

static SeguePlan *
get_plan (SegueReviewView *self)
{
  return segue_session_get_plan (self->view.session);
}

static SegueDay
get_today (SegueReviewView *self)
{
  return segue_layout_get_now (segue_session_get_layout (self->view.session));
}

static gboolean
perform (SegueReviewView *self, SegueChangeSet *change_set, GError *error)
{
  g_autoptr(SegueChangeSet) owned = change_set;
  g_autoptr(GError) reason = error;

  if (owned != NULL && segue_session_perform (self->view.session, owned, &reason))
    return TRUE;

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, reason->message);
  return FALSE;
}

/* ---- its pages -------------------------------------------------------------- */

static gboolean
is_on (SegueReviewView *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

/* Asks, or where there is nothing to ask looks at what comes next. */
static void
open_review (SegueReviewView *self, const SegueRecord *review)
{
  g_autoptr(GPtrArray) items = segue_review_find_items (get_plan (self), segue_session_get_layout (self->view.session),
                                                        segue_record_get_id (review));

  g_set_str (&self->review, segue_record_get_id (review));
  if (items->len == 0)
    {
      segue_review_end_show (self->end, self->view.session);
      gtk_stack_set_visible_child_name (self->pages, "end");
      gtk_widget_grab_focus (GTK_WIDGET (self->end));
      return;
    }

  gtk_stack_set_visible_child_name (self->pages, "pass");
  segue_review_pass_update (self->pass);
  gtk_widget_grab_focus (GTK_WIDGET (self->pass));
}

/* After a review comes the check-in, if anything; what was left is resumed. */
static void
leave (SegueReviewView *self, gboolean finished)
{
  gtk_stack_set_visible_child_name (self->pages, "start");
  gtk_widget_grab_focus (finished ? self->check_in_button : GTK_WIDGET (self->begin_button));
}

/* ---- the start page ------------------------------------------------------- */

static void
add_row (SegueReviewView *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (SegueReviewView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
show_items (SegueReviewView *self, GPtrArray *items)
{
  for (guint i = 0; i < MIN (items->len, LISTED); i++)
    {
      const SegueReviewItem *item = items->pdata[i];
      g_autofree char *cause = segue_review_item_describe (item, get_today (self));

      add_row (self, self->items_group, make_row (item->title, cause));
    }
  if (items->len > LISTED)
    {
      guint more = items->len - LISTED;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      add_row (self, self->items_group, make_row (text, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->items_group), items->len > 0);
}

static void
cleared_cb (GtkWidget *button, SegueReviewView *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  GError *error = NULL;
  SegueChangeSet *change_set = segue_edit_clear_obstacle (get_plan (self), id, get_today (self), &error);

  perform (self, change_set, error);
}

static char *
describe_obstacle (SegueReviewView *self, const SegueRecord *obstacle)
{
  const SegueRecord *about = segue_plan_find (get_plan (self), segue_record_get_string (obstacle, SEGUE_OBSTACLE_ABOUT));
  g_autofree char *day = segue_text_day (segue_record_get_day (obstacle, SEGUE_OBSTACLE_SINCE));

  if (about != NULL)
    /* Translators: an obstacle: the title of the step in whose way it stands, a date. */
    return g_strdup_printf (_("%s, since %s"), segue_record_get_name (about), day);

  /* Translators: an obstacle: a date. */
  return g_strdup_printf (_("Since %s"), day);
}

static void
show_obstacles (SegueReviewView *self)
{
  SeguePlan *plan = get_plan (self);
  guint shown = 0;

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_OBSTACLE); i++)
    {
      const SegueRecord *obstacle = segue_plan_get_nth (plan, SEGUE_KIND_OBSTACLE, i);
      g_autofree char *subtitle = describe_obstacle (self, obstacle);
      GtkWidget *row, *button;

      if (segue_record_has (obstacle, SEGUE_OBSTACLE_CLEARED_ON))
        continue;

      row = make_row (segue_record_get_title (obstacle), subtitle);
      button = gtk_button_new_with_label (_("Cleared"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "id", g_strdup (segue_record_get_id (obstacle)), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (cleared_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      add_row (self, self->obstacles_group, row);
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->obstacles_group), shown > 0);
}

static void
past_activated_cb (GtkWidget *row, SegueReviewView *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  segue_dialog_present (segue_review_dialog_new (self->view.session, id), GTK_WIDGET (self));
}

static void
show_past (SegueReviewView *self)
{
  SeguePlan *plan = get_plan (self);
  guint shown = 0;

  for (guint i = segue_plan_count (plan, SEGUE_KIND_REVIEW); i > 0; i--)
    {
      const SegueRecord *review = segue_plan_get_nth (plan, SEGUE_KIND_REVIEW, i - 1);
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      if (!segue_record_has (review, SEGUE_REVIEW_FINISHED))
        continue;

      title = segue_text_day (segue_record_get_day (review, SEGUE_REVIEW_FINISHED));
      subtitle = segue_review_count_answers (plan, segue_record_get_id (review));
      row = make_row (title, subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (segue_record_get_id (review)), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (past_activated_cb), self, 0);
      add_row (self, self->past_group, row);
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->past_group), shown > 0);
}

static void
show_check_ins (SegueReviewView *self)
{
  SeguePlan *plan = get_plan (self);
  guint n = segue_plan_count (plan, SEGUE_KIND_CHECK_IN);

  for (guint i = n; i > 0 && n - i < LISTED; i--)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_CHECK_IN, i - 1);
      g_autofree char *title = segue_text_day (segue_record_get_day (record, SEGUE_CHECK_IN_ON));
      g_autofree char *text = segue_check_in_describe (record);
      GtkWidget *row = make_row (title, text);

      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      add_row (self, self->check_ins_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->check_ins_group), n > 0);
}

static void
show_head (SegueReviewView *self, guint n_items)
{
  const SegueRecord *open = segue_review_get_open (get_plan (self));
  const SegueRecord *last = segue_review_get_last (get_plan (self));
  SegueDay next = segue_review_get_next_day (get_plan (self));
  g_autofree char *last_day = last != NULL ? segue_text_day (segue_record_get_day (last, SEGUE_REVIEW_FINISHED)) : NULL;
  g_autofree char *next_day = next != SEGUE_DAY_NONE ? segue_text_day (next) : NULL;
  g_autofree char *count = NULL;
  g_autofree char *when = NULL;

  if (n_items == 0)
    count = g_strdup (_("Nothing needs a decision"));
  else
    count = g_strdup_printf (ngettext ("%u thing needs a decision", "%u things need a decision", n_items), n_items);
  if (last == NULL)
    when = g_strdup (_("A review asks about one thing after the other, and keeps what you decide and why."));
  else if (next == SEGUE_DAY_NONE)
    /* Translators: a date. */
    when = g_strdup_printf (_("Last review on %s"), last_day);
  else if (segue_review_is_due (get_plan (self), get_today (self)))
    /* Translators: a date. */
    when = g_strdup_printf (_("It is time again: the last review was on %s"), last_day);
  else
    /* Translators: two dates. */
    when = g_strdup_printf (_("Last review on %s, the next on %s"), last_day, next_day);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->last, when);
  gtk_button_set_label (self->begin_button, open != NULL ? _("Resume the Review") : _("Begin a Review"));
}

/* A review that is undone or finished elsewhere is left; one whose end is undone goes on. */
static void
show_page (SegueReviewView *self, const SegueRecord *open, guint n_items)
{
  gboolean mine = open != NULL && g_strcmp0 (self->review, segue_record_get_id (open)) == 0;

  if (open == NULL && !is_on (self, "start"))
    leave (self, FALSE);
  else if (mine && self->finished && gtk_widget_get_mapped (GTK_WIDGET (self)))
    open_review (self, open);
  else if (mine && is_on (self, "end"))
    {
      if (n_items > 0)
        open_review (self, open);
      else
        segue_review_end_show (self->end, self->view.session);
    }
  self->finished = open == NULL;
}

static void
update (SegueReviewView *self)
{
  const SegueRecord *open;
  const SegueRecord *header;
  g_autoptr(GPtrArray) items = NULL;

  remove_rows (self);
  if (self->view.session == NULL)
    return;

  open = segue_review_get_open (get_plan (self));
  header = segue_plan_get_header (get_plan (self));
  items = segue_review_find_items (get_plan (self), segue_session_get_layout (self->view.session),
                                   open != NULL ? segue_record_get_id (open) : NULL);
  show_page (self, open, items->len);
  show_head (self, items->len);
  show_items (self, items);
  show_obstacles (self);
  show_past (self);
  show_check_ins (self);

  self->updating = TRUE;
  adw_combo_row_set_selected (self->rhythm, (guint) segue_record_get_int (header, SEGUE_PLAN_REVIEW_RHYTHM));
  adw_spin_row_set_value (self->slack, segue_record_get_int (header, SEGUE_PLAN_SLACK_DAYS));
  self->updating = FALSE;
}

static void
segue_review_view_refresh (SegueView *view)
{
  update (SEGUE_REVIEW_VIEW (view));
}

static void
segue_review_view_session_changed (SegueView *view)
{
  gtk_stack_set_visible_child_name (SEGUE_REVIEW_VIEW (view)->pages, "start");
}

static void
set_plan_field (SegueReviewView *self, SeguePlanField field, gint64 value)
{
  const SegueRecord *header = segue_plan_get_header (get_plan (self));
  g_autoptr(SegueRecord) after = NULL;
  SegueRecordBuilder *builder;
  GError *error = NULL;
  SegueChangeSet *change_set;

  if (segue_record_get_int (header, field) == value)
    return;

  builder = segue_record_builder_new_from (header);
  segue_record_builder_set_int (builder, field, value);
  after = segue_record_builder_end (builder);
  change_set = segue_edit_set_record (get_plan (self), after, &error);
  perform (self, change_set, error);
}

static void
rhythm_changed_cb (SegueReviewView *self)
{
  if (!self->updating && self->view.session != NULL)
    set_plan_field (self, SEGUE_PLAN_REVIEW_RHYTHM, adw_combo_row_get_selected (self->rhythm));
}

static void
slack_changed_cb (SegueReviewView *self)
{
  if (!self->updating && self->view.session != NULL)
    set_plan_field (self, SEGUE_PLAN_SLACK_DAYS, (gint64) adw_spin_row_get_value (self->slack));
}

/* ---- what one does here ---------------------------------------------------- */

static void
begin_cb (SegueReviewView *self)
{
  GError *error = NULL;
  SegueChangeSet *change_set;

  if (segue_review_get_open (get_plan (self)) == NULL)
    {
      change_set = segue_edit_begin_review (get_plan (self), segue_session_get_layout (self->view.session), get_today (self),
                                            &error);
      if (!perform (self, change_set, error))
        return;
    }

  open_review (self, segue_review_get_open (get_plan (self)));
}

static void
finish_cb (SegueReviewView *self)
{
  const SegueRecord *open = segue_review_get_open (get_plan (self));
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(GError) error = NULL;

  if (open == NULL)
    return;

  change_set = segue_edit_finish_review (get_plan (self), segue_record_get_id (open), get_today (self), &error);
  if (change_set != NULL && segue_session_perform (self->view.session, change_set, &error))
    g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, NULL);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  leave (self, error == NULL);
}

static void
leave_cb (SegueReviewView *self)
{
  leave (self, FALSE);
}

static void
edited_cb (SegueReviewView *self, SegueChangeSet *change_set)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, NULL);
}

static void
failed_cb (SegueReviewView *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
present (SegueReviewView *self, AdwDialog *dialog)
{
  g_signal_connect_object (dialog, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  segue_dialog_present (dialog, GTK_WIDGET (self));
}

static void
check_in_cb (SegueReviewView *self)
{
  present (self, segue_check_in_dialog_new (self->view.session));
}

static void
decisions_cb (SegueReviewView *self)
{
  present (self, segue_decisions_dialog_new (self->view.session));
}

static void
pass_edited_cb (SegueReviewView *self, SegueChangeSet *change_set, const char *consequences)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, consequences);
}

static void
activated_cb (SegueReviewView *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static void
left_cb (SegueReviewView *self, gboolean finished)
{
  leave (self, finished);
}

static gboolean
segue_review_view_grab_focus (GtkWidget *widget)
{
  SegueReviewView *self = SEGUE_REVIEW_VIEW (widget);

  if (is_on (self, "pass"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->pass));
  if (is_on (self, "end"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->end));

  return gtk_widget_grab_focus (GTK_WIDGET (self->begin_button));
}

static void
segue_review_view_dispose (GObject *object)
{
  SegueReviewView *self = SEGUE_REVIEW_VIEW (object);

  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REVIEW_VIEW);

  G_OBJECT_CLASS (segue_review_view_parent_class)->dispose (object);
}

static void
segue_review_view_finalize (GObject *object)
{
  SegueReviewView *self = SEGUE_REVIEW_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->review);

  G_OBJECT_CLASS (segue_review_view_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SEGUE_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, SEGUE_TYPE_CHANGE_SET, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEGUE_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEGUE_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, count);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, last);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, begin_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, items_group);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, obstacles_group);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, past_group);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, check_ins_group);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, rhythm);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, slack);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, check_in_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, pass);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewView, end);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, decisions_cb);
  gtk_widget_class_bind_template_callback (widget_class, rhythm_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, slack_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pass_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static void
segue_review_view_class_init (SegueReviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_review_view_dispose;
  object_class->finalize = segue_review_view_finalize;
  widget_class->grab_focus = segue_review_view_grab_focus;
  view_class->session_changed = segue_review_view_session_changed;
  view_class->refresh = segue_review_view_refresh;

  install_signals ();

  g_type_ensure (SEGUE_TYPE_REVIEW_END);
  g_type_ensure (SEGUE_TYPE_REVIEW_PASS);
  bind_template (widget_class);
}

static void
segue_review_view_init (SegueReviewView *self)
{
  self->rows = g_ptr_array_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
  self->updating = FALSE;
}
