/* segue-decisions-dialog.c - questions, and how they were decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/review/segue-decisions-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-review.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/review/segue-decision-page.h"

struct _SegueDecisionsDialog
{
  AdwDialog parent_instance;

  SegueSession *session;
  GPtrArray *rows;

  AdwNavigationView *navigation;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  AdwPreferencesGroup *list;
  AdwPreferencesGroup *journal;
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueDecisionsDialog, segue_decisions_dialog, ADW_TYPE_DIALOG)

static void update (SegueDecisionsDialog *self);

static void
edited_cb (SegueDecisionsDialog *self, SegueChangeSet *change_set)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set);
}

static void
failed_cb (SegueDecisionsDialog *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
done_cb (SegueDecisionsDialog *self)
{
  update (self);
  adw_navigation_view_pop (self->navigation);
}

static void
open_page (SegueDecisionsDialog *self, AdwNavigationPage *page)
{
  g_signal_connect_object (page, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

static void
add_cb (SegueDecisionsDialog *self)
{
  open_page (self, segue_decision_page_new (self->session, NULL));
}

static void
row_activated_cb (GtkWidget *row, SegueDecisionsDialog *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  const SegueRecord *entry = segue_plan_find_kind (segue_session_get_plan (self->session), SEGUE_KIND_JOURNAL, id);

  open_page (self, entry != NULL ? segue_decision_page_new_from_entry (self->session, entry)
                                 : segue_decision_page_new (self->session, id));
}

static char *
describe (const SegueRecord *decision)
{
  const char *decided = segue_record_get_string (decision, SEGUE_DECISION_DECIDED);
  SegueDay on = segue_record_get_day (decision, SEGUE_DECISION_DECIDED_ON);
  g_autofree char *day = on != SEGUE_DAY_NONE ? segue_text_day (on) : NULL;

  if (decided == NULL)
    return g_strdup (_("Open"));
  if (day == NULL)
    return g_strdup (decided);

  /* Translators: what was decided, and on which day. */
  return g_strdup_printf (C_("decision", "%s, %s"), decided, day);
}

static void
add_row (SegueDecisionsDialog *self, AdwPreferencesGroup *group, const SegueRecord *record, const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_record_get_title (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (segue_record_get_id (record)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_decisions (SegueDecisionsDialog *self, SeguePlan *plan)
{
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_DECISION); i++)
    {
      const SegueRecord *decision = segue_plan_get_nth (plan, SEGUE_KIND_DECISION, i);
      g_autofree char *subtitle = describe (decision);

      add_row (self, self->list, decision, subtitle);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), segue_plan_count (plan, SEGUE_KIND_DECISION) > 0);
}

/* What was decided about other things than a question that stands here; the newest first. */
static guint
show_journal (SegueDecisionsDialog *self, SeguePlan *plan)
{
  guint shown = 0;

  for (guint i = segue_plan_count (plan, SEGUE_KIND_JOURNAL); i > 0; i--)
    {
      const SegueRecord *entry = segue_plan_get_nth (plan, SEGUE_KIND_JOURNAL, i - 1);
      g_autofree char *subtitle = NULL;

      if (segue_plan_find_kind (plan, SEGUE_KIND_DECISION, segue_record_get_string (entry, SEGUE_JOURNAL_ABOUT)) != NULL)
        continue;
      subtitle = segue_entry_describe (entry);
      add_row (self, self->journal, entry, subtitle);
      shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->journal), shown > 0);

  return shown;
}

static void
update (SegueDecisionsDialog *self)
{
  SeguePlan *plan = segue_session_get_plan (self->session);
  guint shown;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  show_decisions (self, plan);
  shown = show_journal (self, plan);
  gtk_stack_set_visible_child_name (self->pages, segue_plan_count (plan, SEGUE_KIND_DECISION) + shown > 0 ? "list" : "empty");
}

static void
segue_decisions_dialog_dispose (GObject *object)
{
  SegueDecisionsDialog *self = SEGUE_DECISIONS_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_DECISIONS_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_decisions_dialog_parent_class)->dispose (object);
}

static void
segue_decisions_dialog_class_init (SegueDecisionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_decisions_dialog_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SEGUE_TYPE_DECISIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEGUE_TYPE_DECISIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/review/segue-decisions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionsDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SegueDecisionsDialog, journal);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
segue_decisions_dialog_init (SegueDecisionsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_name_status_page (self->empty_page);
}

/**
 * segue_decisions_dialog_new:
 * @session: whose plan it is
 *
 * Returns: (transfer floating): its questions
 */
AdwDialog *
segue_decisions_dialog_new (SegueSession *session)
{
  SegueDecisionsDialog *self = g_object_new (SEGUE_TYPE_DECISIONS_DIALOG, NULL);

  self->session = g_object_ref (session);
  update (self);

  return ADW_DIALOG (self);
}
