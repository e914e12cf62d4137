/* segue-exclusive-editor.c - routes and steps that rule each other out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-exclusive-editor.h"
#include "ui/common/segue-ui.h"

#include <glib/gi18n.h>

struct _SegueExclusiveEditor
{
  SegueEditor parent_instance;

  GtkEditable *text_row;
  AdwPreferencesGroup *routes_group;
  AdwPreferencesGroup *steps_group;
  AdwExpanderRow *steps_row;
  GPtrArray *checks; /* of GtkCheckButton with their id */
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueExclusiveEditor, segue_exclusive_editor, SEGUE_TYPE_EDITOR)

static GtkWidget *
create_row (SegueExclusiveEditor *self,
            const SegueRecord    *member,
            const char           *subtitle)
{
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *const *ids = segue_record_get_strings (segue_editor_get_record (SEGUE_EDITOR (self)), SEGUE_EXCLUSIVE_OF);
  const char *id = segue_record_get_id (member);

  g_object_set_data_full (G_OBJECT (check), "segue-id", g_strdup (id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ids && g_strv_contains (ids, id));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_ptr_array_add (self->checks, check);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_record_get_name (member));
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
delete_cb (SegueExclusiveEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

static void
segue_exclusive_editor_load (SegueEditor       *editor,
                             const SegueRecord *exclusive)
{
  SegueExclusiveEditor *self = SEGUE_EXCLUSIVE_EDITOR (editor);
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (editor));
  const char *text = segue_record_get_string (exclusive, SEGUE_EXCLUSIVE_TEXT);

  gtk_editable_set_text (self->text_row, text ? text : "");
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);
      const SegueRecord *goal = segue_plan_find (plan, segue_record_get_string (route, SEGUE_ROUTE_GOAL));

      adw_preferences_group_add (self->routes_group,
                                 create_row (self, route, goal ? segue_record_get_name (goal) : NULL));
    }
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    adw_expander_row_add_row (self->steps_row,
                              create_row (self, segue_plan_get_nth (plan, SEGUE_KIND_STEP, i), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->routes_group), segue_plan_count (plan, SEGUE_KIND_ROUTE) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_group), segue_plan_count (plan, SEGUE_KIND_STEP) > 0);
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
}

static void
segue_exclusive_editor_fill (SegueEditor        *editor,
                             SegueRecordBuilder *builder)
{
  SegueExclusiveEditor *self = SEGUE_EXCLUSIVE_EDITOR (editor);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->text_row)));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) members = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (self->checks->pdata[i]))
        g_strv_builder_add (ids, g_object_get_data (G_OBJECT (self->checks->pdata[i]), "segue-id"));
    }
  members = g_strv_builder_end (ids);
  segue_record_builder_set_strings (builder, SEGUE_EXCLUSIVE_OF, (const char *const *) members);
  segue_record_builder_set_string (builder, SEGUE_EXCLUSIVE_TEXT, text[0] ? text : NULL);
}

static void
segue_exclusive_editor_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_EXCLUSIVE_EDITOR (object)->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_EXCLUSIVE_EDITOR);

  G_OBJECT_CLASS (segue_exclusive_editor_parent_class)->dispose (object);
}

static void
segue_exclusive_editor_class_init (SegueExclusiveEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_exclusive_editor_dispose;
  editor_class->load = segue_exclusive_editor_load;
  editor_class->fill = segue_exclusive_editor_fill;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-exclusive-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueExclusiveEditor, text_row);
  gtk_widget_class_bind_template_child (widget_class, SegueExclusiveEditor, routes_group);
  gtk_widget_class_bind_template_child (widget_class, SegueExclusiveEditor, steps_group);
  gtk_widget_class_bind_template_child (widget_class, SegueExclusiveEditor, steps_row);
  gtk_widget_class_bind_template_child (widget_class, SegueExclusiveEditor, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_exclusive_editor_init (SegueExclusiveEditor *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_exclusive_editor_new:
 * @draft: what it works on
 * @exclusive: a declaration of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_exclusive_editor_new (SegueDraft        *draft,
                            const SegueRecord *exclusive)
{
  return g_object_new (SEGUE_TYPE_EXCLUSIVE_EDITOR, "draft", draft, "record", exclusive, NULL);
}

/**
 * segue_exclusive_editor_describe:
 * @plan: a plan
 * @exclusive: a declaration of it
 * @title: (out) (transfer full): its members
 * @subtitle: (out) (transfer full) (nullable): the reason
 */
void
segue_exclusive_editor_describe (SeguePlan          *plan,
                                 const SegueRecord  *exclusive,
                                 char              **title,
                                 char              **subtitle)
{
  const char *const *ids = segue_record_get_strings (exclusive, SEGUE_EXCLUSIVE_OF);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; ids && ids[i]; i++)
    {
      const SegueRecord *member = segue_plan_find (plan, ids[i]);

      g_strv_builder_add (titles, member ? segue_record_get_title (member) : ids[i]);
    }
  list = g_strv_builder_end (titles);
  /* Translators: stands between two keys that do the same or the opposite */
  *title = g_strjoinv (_(" · "), list);
  *subtitle = g_strdup (segue_record_get_string (exclusive, SEGUE_EXCLUSIVE_TEXT));
}
