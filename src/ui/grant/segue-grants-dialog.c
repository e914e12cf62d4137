/* segue-grants-dialog.c - all grants of a plan, and one of them in full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/grant/segue-grants-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/grant/segue-grant-editor.h"
#include "ui/grant/segue-vesting-view.h"

struct _SegueGrantsDialog
{
  AdwDialog parent_instance;

  SegueSession *session;
  char *grant_id; /* that is shown in full */

  AdwNavigationView *navigation;
  AdwNavigationPage *page;
  GtkListBox *list;
  SegueVestingView *vesting;
  GtkWidget *rules_group;
  GtkListBox *rules;
};

static guint edited_signal;

G_DEFINE_FINAL_TYPE (SegueGrantsDialog, segue_grants_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
show_list (SegueGrantsDialog *self,
           SegueLayout       *layout)
{
  const SegueRecord *grant;

  gtk_list_box_remove_all (self->list);
  for (int i = 0; (grant = segue_layout_get_grant (layout, i)) != NULL; i++)
    {
      gint32 n = 0;
      g_autofree SegueTranche *tranches = segue_layout_get_vesting (layout, grant, &n);
      g_autofree char *standing = segue_text_vesting (tranches, n, segue_layout_get_now (layout));
      GtkWidget *row = create_row (segue_record_get_name (grant), standing);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), segue_layout_count_grants (layout) > 0);
}

/* What bounds exercising; the vest dates stand in the table already. */
static void
show_rules (SegueGrantsDialog *self,
            SegueLayout       *layout)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);

  gtk_list_box_remove_all (self->rules);
  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRecord *grant = segue_layout_get_emitter (layout, SEGUE_KIND_RULE, i);
      g_autofree char *text = NULL;

      if (grant == NULL || !g_str_equal (segue_record_get_id (grant), self->grant_id) ||
          segue_layout_is_emitted (layout, SEGUE_KIND_STEP, problem->rules[i].point.step))
        continue;
      text = segue_text_rule (layout, i);
      gtk_list_box_append (self->rules, create_row (text, NULL));
    }
  gtk_widget_set_visible (self->rules_group, gtk_list_box_get_row_at_index (self->rules, 0) != NULL);
}

static void
refresh (SegueGrantsDialog *self)
{
  SegueLayout *layout = segue_session_get_layout (self->session);
  const SegueRecord *grant =
    segue_plan_find_kind (segue_session_get_plan (self->session), SEGUE_KIND_GRANT, self->grant_id);

  show_list (self, layout);
  if (grant != NULL)
    {
      adw_navigation_page_set_title (self->page, segue_record_get_name (grant));
      segue_vesting_view_show (self->vesting, layout, grant);
      show_rules (self, layout);
    }
  else if (adw_navigation_view_get_visible_page (self->navigation) == self->page)
    adw_navigation_view_pop (self->navigation);
}

static void
show_grant (SegueGrantsDialog *self,
            const char        *id)
{
  g_set_str (&self->grant_id, id);
  refresh (self);
  adw_navigation_view_push (self->navigation, self->page);
}

static void
row_activated_cb (SegueGrantsDialog *self,
                  GtkListBoxRow     *row)
{
  const SegueRecord *grant =
    segue_layout_get_grant (segue_session_get_layout (self->session), gtk_list_box_row_get_index (row));

  if (grant != NULL)
    show_grant (self, segue_record_get_id (grant));
}

static void
edited_cb (SegueGrantsDialog *self,
           SegueChangeSet    *change_set)
{
  g_signal_emit (self, edited_signal, 0, change_set);
}

static void
present_editor (SegueGrantsDialog *self,
                SegueEditor       *editor)
{
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  segue_editor_present (editor, GTK_WIDGET (self));
}

static void
add_cb (SegueGrantsDialog *self)
{
  present_editor (self, segue_grant_editor_open (self->session, NULL));
}

static void
edit_cb (SegueGrantsDialog *self)
{
  present_editor (self, segue_grant_editor_open (self->session, self->grant_id));
}

static void
segue_grants_dialog_dispose (GObject *object)
{
  SegueGrantsDialog *self = SEGUE_GRANTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_GRANTS_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->grant_id, g_free);

  G_OBJECT_CLASS (segue_grants_dialog_parent_class)->dispose (object);
}

static void
segue_grants_dialog_class_init (SegueGrantsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_grants_dialog_dispose;

  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);

  g_type_ensure (SEGUE_TYPE_VESTING_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/grant/segue-grants-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, vesting);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, rules_group);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantsDialog, rules);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
segue_grants_dialog_init (SegueGrantsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_grants_dialog_new:
 * @session: the plan
 * @grant_id: (nullable): the grant to show in full
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
segue_grants_dialog_new (SegueSession *session,
                         const char   *grant_id)
{
  SegueGrantsDialog *self = g_object_new (SEGUE_TYPE_GRANTS_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::layout", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  if (segue_plan_find_kind (segue_session_get_plan (session), SEGUE_KIND_GRANT, grant_id) != NULL)
    show_grant (self, grant_id);
  return ADW_DIALOG (self);
}
