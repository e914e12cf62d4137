/* segue-review-end.c - a review in which nothing needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-review-end.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "ui/common/segue-ui.h"

/* So many steps are in sight. */
#define LISTED 5

struct _SegueReviewEnd
{
  AdwBin parent_instance;

  GPtrArray *rows; /* of the group, to be taken out again */

  GtkWidget *finish_button;
  AdwPreferencesGroup *next_group;
};

enum
{
  SIGNAL_FINISHED,
  SIGNAL_CHECK_IN,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueReviewEnd, segue_review_end, ADW_TYPE_BIN)

static void
finish_cb (SegueReviewEnd *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
check_in_cb (SegueReviewEnd *self)
{
  g_signal_emit (self, signals[SIGNAL_CHECK_IN], 0);
}

static void
leave_cb (SegueReviewEnd *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static gboolean
segue_review_end_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SEGUE_REVIEW_END (widget)->finish_button);
}

static void
segue_review_end_dispose (GObject *object)
{
  SegueReviewEnd *self = SEGUE_REVIEW_END (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_REVIEW_END);

  G_OBJECT_CLASS (segue_review_end_parent_class)->dispose (object);
}

static void
segue_review_end_class_init (SegueReviewEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_review_end_dispose;
  widget_class->grab_focus = segue_review_end_grab_focus;
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", SEGUE_TYPE_REVIEW_END, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[SIGNAL_CHECK_IN] = g_signal_new ("check-in", SEGUE_TYPE_REVIEW_END, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", SEGUE_TYPE_REVIEW_END, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-review-end.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueReviewEnd, finish_button);
  gtk_widget_class_bind_template_child (widget_class, SegueReviewEnd, next_group);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
segue_review_end_init (SegueReviewEnd *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const SegueReviewItem *item, SegueDay today)
{
  g_autofree char *when = segue_review_item_describe (item, today);
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);

  return row;
}

/**
 * segue_review_end_show:
 * @session: whose plan it is
 */
void
segue_review_end_show (SegueReviewEnd *self, SegueSession *session)
{
  SegueLayout *layout = segue_session_get_layout (session);
  g_autoptr(GPtrArray) items = segue_review_find_next (segue_session_get_plan (session), layout, LISTED);

  g_return_if_fail (SEGUE_IS_REVIEW_END (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->next_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = make_row (items->pdata[i], segue_layout_get_now (layout));

      adw_preferences_group_add (self->next_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->next_group), items->len > 0);
}
