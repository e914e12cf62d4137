/* segue-goal-editor.c - a goal and its routes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-goal-editor.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-note-row.h"
#include "ui/editor/segue-exclusive-editor.h"
#include "ui/editor/segue-record-list.h"
#include "ui/editor/segue-route-list.h"

struct _SegueGoalEditor
{
  SegueEditor parent_instance;

  GtkEditable *title_row;
  AdwComboRow *kind_row;
  AdwComboRow *importance_row;
  GtkEditable *why_row;
  AdwPreferencesGroup *routes_group;
  SegueRouteList *routes;
  AdwPreferencesGroup *exclusive_group;
  SegueRecordList *exclusives;
  SegueNoteRow *note_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueGoalEditor, segue_goal_editor, SEGUE_TYPE_EDITOR)

static void
add_route_cb (SegueGoalEditor *self)
{
  segue_route_list_add (self->routes);
}

static void
add_exclusive_cb (SegueGoalEditor *self)
{
  segue_record_list_add (self->exclusives);
}

static void
delete_cb (SegueGoalEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

static void
set_text (GtkEditable *row,
          const char  *text)
{
  gtk_editable_set_text (row, text ? text : "");
}

static void
segue_goal_editor_load (SegueEditor       *editor,
                        const SegueRecord *goal)
{
  SegueGoalEditor *self = SEGUE_GOAL_EDITOR (editor);
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (editor));

  segue_editor_set_title_row (editor, ADW_ENTRY_ROW (self->title_row));
  set_text (self->title_row, segue_record_get_string (goal, SEGUE_GOAL_TITLE));
  adw_combo_row_set_selected (self->kind_row, (guint) segue_record_get_int (goal, SEGUE_GOAL_KIND));
  adw_combo_row_set_selected (self->importance_row, (guint) segue_record_get_int (goal, SEGUE_GOAL_IMPORTANCE) - 1);
  set_text (self->why_row, segue_record_get_string (goal, SEGUE_GOAL_WHY));
  segue_note_row_set_text (self->note_row, segue_record_get_string (goal, SEGUE_GOAL_NOTE));
  self->routes = segue_route_list_new (self->routes_group, plan, segue_record_get_id (goal));
  self->exclusives = segue_record_list_new (self->exclusive_group, editor, SEGUE_KIND_EXCLUSIVE,
                                            segue_exclusive_editor_describe, segue_exclusive_editor_new);
  gtk_widget_set_visible (GTK_WIDGET (self->exclusive_group),
                          segue_plan_count (plan, SEGUE_KIND_ROUTE) + segue_plan_count (plan, SEGUE_KIND_STEP) > 1);
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
}

static void
set_string (SegueRecordBuilder *builder,
            guint               field,
            GtkEditable        *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  segue_record_builder_set_string (builder, field, text[0] ? text : NULL);
}

static void
segue_goal_editor_fill (SegueEditor        *editor,
                        SegueRecordBuilder *builder)
{
  SegueGoalEditor *self = SEGUE_GOAL_EDITOR (editor);
  g_autofree char *note = segue_note_row_dup_text (self->note_row);

  set_string (builder, SEGUE_GOAL_TITLE, self->title_row);
  segue_record_builder_set_int (builder, SEGUE_GOAL_KIND, adw_combo_row_get_selected (self->kind_row));
  segue_record_builder_set_int (builder, SEGUE_GOAL_IMPORTANCE, adw_combo_row_get_selected (self->importance_row) + 1);
  set_string (builder, SEGUE_GOAL_WHY, self->why_row);
  segue_record_builder_set_string (builder, SEGUE_GOAL_NOTE, note);
}

static gboolean
segue_goal_editor_store (SegueEditor *editor,
                         GError     **error)
{
  return segue_route_list_store (SEGUE_GOAL_EDITOR (editor)->routes, segue_editor_get_draft (editor), error);
}

static void
segue_goal_editor_dispose (GObject *object)
{
  SegueGoalEditor *self = SEGUE_GOAL_EDITOR (object);

  g_clear_object (&self->routes);
  g_clear_object (&self->exclusives);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_GOAL_EDITOR);

  G_OBJECT_CLASS (segue_goal_editor_parent_class)->dispose (object);
}

static void
segue_goal_editor_class_init (SegueGoalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_goal_editor_dispose;
  editor_class->load = segue_goal_editor_load;
  editor_class->fill = segue_goal_editor_fill;
  editor_class->store = segue_goal_editor_store;

  g_type_ensure (SEGUE_TYPE_NOTE_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-goal-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, importance_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, why_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, routes_group);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, exclusive_group);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGoalEditor, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, add_route_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_exclusive_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_goal_editor_init (SegueGoalEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_goal_editor_new:
 * @draft: what it works on
 * @goal: a goal of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_goal_editor_new (SegueDraft        *draft,
                       const SegueRecord *goal)
{
  return g_object_new (SEGUE_TYPE_GOAL_EDITOR, "draft", draft, "record", goal, NULL);
}
