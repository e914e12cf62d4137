/* segue-coming-up.c - what is to end next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-coming-up.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "ui/common/segue-ui.h"

/* As many as are read at a glance. */
#define LISTED 6

struct _SegueComingUp
{
  SegueView view;

  guint fill_id;
  GPtrArray *ids; /* of the rows */

  GtkListBox *list;
  AdwStatusPage *empty_page;
};

enum
{
  STEP_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueComingUp, segue_coming_up, SEGUE_TYPE_VIEW)

static GtkWidget *
create_row (const SegueReviewItem *item,
            SegueDay               today)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *day = segue_review_item_describe (item, today);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* Where there are no steps yet there is nothing to select either. */
static void
show_empty (SegueComingUp *self)
{
  SegueSession *session = self->view.session;
  gboolean has_steps = session != NULL && segue_layout_get_problem (segue_session_get_layout (session))->n_steps > 0;

  adw_status_page_set_title (self->empty_page, has_steps ? _("Nothing Selected") : _("No Steps Yet"));
  adw_status_page_set_description (self->empty_page, has_steps
                                   ? _("Select a bar or a milestone to see why it lies where it does.")
                                   : _("Add a goal or a step. Its dates follow from your hours and from rules."));
  segue_ui_name_status_page (self->empty_page);
}

static void
fill (SegueComingUp *self)
{
  SegueSession *session = self->view.session;
  g_autoptr (GPtrArray) items = NULL;

  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->ids, 0);
  if (session != NULL)
    items = segue_review_find_next (segue_session_get_plan (session), segue_session_get_layout (session), LISTED);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const SegueReviewItem *item = items->pdata[i];

      g_ptr_array_add (self->ids, g_strdup (item->id));
      gtk_list_box_append (self->list, create_row (item, segue_layout_get_now (segue_session_get_layout (session))));
    }
  if (self->ids->len == 0)
    show_empty (self);
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))),
                                    self->ids->len > 0 ? "list" : "empty");
}

static gboolean
fill_idle (gpointer user_data)
{
  SegueComingUp *self = user_data;

  self->fill_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Nothing of it hurries: the timeline is drawn first. */
static void
segue_coming_up_refresh (SegueView *view)
{
  SegueComingUp *self = SEGUE_COMING_UP (view);

  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_idle, self, NULL);
}

static void
row_activated_cb (SegueComingUp *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[STEP_ACTIVATED], 0, self->ids->pdata[gtk_list_box_row_get_index (row)]);
}

static void
segue_coming_up_dispose (GObject *object)
{
  SegueComingUp *self = SEGUE_COMING_UP (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_COMING_UP);

  G_OBJECT_CLASS (segue_coming_up_parent_class)->dispose (object);
}

static void
segue_coming_up_finalize (GObject *object)
{
  g_ptr_array_unref (SEGUE_COMING_UP (object)->ids);

  G_OBJECT_CLASS (segue_coming_up_parent_class)->finalize (object);
}

static void
segue_coming_up_class_init (SegueComingUpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_coming_up_dispose;
  G_OBJECT_CLASS (klass)->finalize = segue_coming_up_finalize;
  SEGUE_VIEW_CLASS (klass)->refresh = segue_coming_up_refresh;

  signals[STEP_ACTIVATED] =
    g_signal_new ("step-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-coming-up.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueComingUp, list);
  gtk_widget_class_bind_template_child (widget_class, SegueComingUp, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
segue_coming_up_init (SegueComingUp *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_keep_words (GTK_WIDGET (self));
  segue_ui_name_status_page (self->empty_page);
}
