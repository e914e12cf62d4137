/* segue-step-editor.c - everything about a step, in one dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-step-editor.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "ui/common/segue-note-row.h"
#include "ui/common/segue-ui.h"
#include "ui/editor/segue-choices.h"
#include "ui/editor/segue-rule-editor.h"
#include "ui/editor/segue-rule-list.h"
#include "ui/editor/segue-milestone-part.h"
#include "ui/editor/segue-practice-part.h"
#include "ui/editor/segue-progress-part.h"
#include "ui/editor/segue-wait-part.h"
#include "ui/editor/segue-work-part.h"

struct _SegueStepEditor
{
  SegueEditor parent_instance;

  gboolean loading;
  GtkEditable *title_row;
  AdwComboRow *type_row;
  AdwComboRow *goal_row;
  AdwComboRow *route_row;

  AdwPreferencesGroup *type_group;
  SegueStepPart *parts[SEGUE_STEP_PRACTICE + 1]; /* by type; NULL: not chosen yet */

  AdwPreferencesGroup *rules_group;
  SegueRuleList *rules;

  AdwPreferencesGroup *progress_group;
  SegueStepPart *progress; /* or NULL: made soon */
  guint progress_id;

  SegueNoteRow *note_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueStepEditor, segue_step_editor, SEGUE_TYPE_EDITOR)

static SeguePlan *
get_plan (SegueStepEditor *self)
{
  return segue_draft_get_plan (segue_editor_get_draft (SEGUE_EDITOR (self)));
}

static SegueStepType
get_type_of (SegueStepEditor *self)
{
  return (SegueStepType) adw_combo_row_get_selected (self->type_row);
}

/* ---- what is shown ------------------------------------------------------ */

static SegueStepPart *
add_part (SegueStepEditor     *self,
          GType                type,
          AdwPreferencesGroup *place)
{
  SegueEditor *editor = SEGUE_EDITOR (self);
  SegueStepPart *part = segue_step_part_new (type, segue_editor_get_draft (editor), segue_editor_get_record (editor));

  adw_preferences_group_add (place, GTK_WIDGET (part));
  segue_ui_name_parts (GTK_WIDGET (part), adw_dialog_get_title (ADW_DIALOG (self)));
  return part;
}

/* The fields of a type are made when it is chosen, and stay when another is. */
static void
show_type (SegueStepEditor *self)
{
  const GType types[] = {
    [SEGUE_STEP_WORK] = SEGUE_TYPE_WORK_PART,
    [SEGUE_STEP_WAIT] = SEGUE_TYPE_WAIT_PART,
    [SEGUE_STEP_MILESTONE] = SEGUE_TYPE_MILESTONE_PART,
    [SEGUE_STEP_PRACTICE] = SEGUE_TYPE_PRACTICE_PART,
  };
  SegueStepType type = get_type_of (self);

  if (self->parts[type] == NULL)
    self->parts[type] = add_part (self, types[type], self->type_group);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (self->parts[i] != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->parts[i]), i == type);
  if (self->progress != NULL)
    segue_progress_part_set_type (SEGUE_PROGRESS_PART (self->progress), type);
  if (self->rules != NULL)
    segue_rule_list_set_type (self->rules, type);
}

static void
fill_progress (SegueEditor        *editor,
               SegueRecordBuilder *builder)
{
  segue_step_part_fill (SEGUE_STEP_EDITOR (editor)->progress, builder);
}

/* It lies below the edge of the dialog, so that the dialog does not wait for it. */
static gboolean
add_progress (gpointer user_data)
{
  SegueStepEditor *self = user_data;

  self->progress_id = 0;
  self->progress = add_part (self, SEGUE_TYPE_PROGRESS_PART, self->progress_group);
  segue_progress_part_set_type (SEGUE_PROGRESS_PART (self->progress), get_type_of (self));
  segue_editor_add_to_pristine (SEGUE_EDITOR (self), fill_progress);
  return G_SOURCE_REMOVE;
}

static void
fill_goals (SegueStepEditor *self,
            const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  SegueChoices *choices = segue_choices_new ();

  segue_choices_add (choices, NULL, _("None"));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_GOAL); i++)
    {
      const SegueRecord *goal = segue_plan_get_nth (plan, SEGUE_KIND_GOAL, i);

      segue_choices_add (choices, segue_record_get_id (goal), segue_record_get_name (goal));
    }
  segue_choices_apply (choices, self->goal_row, selected);
}

static void
fill_routes (SegueStepEditor *self,
             const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  const char *goal = segue_choices_get (self->goal_row);
  SegueChoices *choices = segue_choices_new ();
  gboolean any = FALSE;

  segue_choices_add (choices, NULL, _("Every route"));
  for (guint i = 0; goal && i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      if (g_strcmp0 (segue_record_get_string (route, SEGUE_ROUTE_GOAL), goal) != 0)
        continue;
      segue_choices_add (choices, segue_record_get_id (route), segue_record_get_name (route));
      any = TRUE;
    }
  segue_choices_apply (choices, self->route_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->route_row), any);
}

/* ---- callbacks ---------------------------------------------------------- */

static void
type_changed_cb (SegueStepEditor *self)
{
  if (!self->loading)
    show_type (self);
}

static void
goal_changed_cb (SegueStepEditor *self)
{
  if (!self->loading)
    fill_routes (self, segue_choices_get (self->route_row));
}

static void
add_rule_cb (SegueStepEditor *self)
{
  if (segue_editor_store (SEGUE_EDITOR (self)))
    segue_rule_list_add (self->rules);
}

static void
duplicate_cb (SegueStepEditor *self)
{
  const char *ids[] = { segue_editor_get_id (SEGUE_EDITOR (self)), NULL };

  segue_editor_duplicate (SEGUE_EDITOR (self), ids);
}

static void
delete_cb (SegueStepEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

/* ---- the editor --------------------------------------------------------- */

static void
segue_step_editor_load (SegueEditor       *editor,
                        const SegueRecord *step)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  const char *title = segue_record_get_string (step, SEGUE_STEP_TITLE);

  self->loading = TRUE;
  segue_editor_set_title_row (editor, ADW_ENTRY_ROW (self->title_row));
  gtk_editable_set_text (self->title_row, title ? title : "");
  adw_combo_row_set_selected (self->type_row, (guint) segue_record_get_int (step, SEGUE_STEP_TYPE));
  fill_goals (self, segue_record_get_string (step, SEGUE_STEP_GOAL));
  fill_routes (self, segue_record_get_string (step, SEGUE_STEP_ROUTE));
  segue_note_row_set_text (self->note_row, segue_record_get_string (step, SEGUE_STEP_NOTE));
  self->rules = segue_rule_list_new (self->rules_group, editor);
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
  self->loading = FALSE;
  show_type (self);
  self->progress_id = g_idle_add (add_progress, self);
}

static void
segue_step_editor_fill (SegueEditor        *editor,
                        SegueRecordBuilder *builder)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  g_autofree char *note = segue_note_row_dup_text (self->note_row);

  segue_record_builder_set_string (builder, SEGUE_STEP_TITLE, title[0] ? title : NULL);
  segue_record_builder_set_string (builder, SEGUE_STEP_GOAL, segue_choices_get (self->goal_row));
  segue_record_builder_set_string (builder, SEGUE_STEP_ROUTE, segue_choices_get (self->route_row));
  segue_record_builder_set_string (builder, SEGUE_STEP_NOTE, note);
  segue_record_builder_set_int (builder, SEGUE_STEP_TYPE, get_type_of (self));
  /* What a type does not have is left as it is: who changes his mind finds it again. */
  segue_step_part_fill (self->parts[get_type_of (self)], builder);
  if (self->progress != NULL)
    fill_progress (editor, builder);
}

static gboolean
segue_step_editor_check (SegueEditor *editor,
                         GError     **error)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (editor);
  SegueStepPart *part = self->parts[get_type_of (self)];

  if (!segue_step_part_is_sound (part) || (self->progress != NULL && !segue_step_part_is_sound (self->progress)))
    segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  else if (SEGUE_IS_WAIT_PART (part) && gtk_editable_get_text (self->title_row)[0] != '\0' &&
           !segue_wait_part_has_days (SEGUE_WAIT_PART (part)))
    segue_editor_refuse (error, _("A wait needs a number of days."));
  else
    return segue_step_part_check (part, error);
  return FALSE;
}

static void
segue_step_editor_dispose (GObject *object)
{
  SegueStepEditor *self = SEGUE_STEP_EDITOR (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->rules);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_STEP_EDITOR);

  G_OBJECT_CLASS (segue_step_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, type_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, goal_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, route_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, type_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, rules_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, progress_group);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, SegueStepEditor, delete_group);
}

static void
segue_step_editor_class_init (SegueStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_step_editor_dispose;
  editor_class->load = segue_step_editor_load;
  editor_class->fill = segue_step_editor_fill;
  editor_class->check = segue_step_editor_check;

  g_type_ensure (SEGUE_TYPE_NOTE_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-step-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, type_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_rule_cb);
  gtk_widget_class_bind_template_callback (widget_class, duplicate_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_step_editor_init (SegueStepEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_step_editor_new:
 * @draft: what it works on
 * @step: a step of the plan, or a new one with an id that is not yet used
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_step_editor_new (SegueDraft        *draft,
                       const SegueRecord *step)
{
  return g_object_new (SEGUE_TYPE_STEP_EDITOR, "draft", draft, "record", step, NULL);
}
