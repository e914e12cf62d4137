/* segue-rule-list.c - the rules of a step, in its editor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-rule-list.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/editor/segue-rule-editor.h"

struct _SegueRuleList
{
  GObject parent_instance;

  AdwPreferencesGroup *group;
  SegueEditor *editor;
  SegueStepType type; /* which owns the list */
  GPtrArray *rows;
  guint refresh_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SegueRuleList, segue_rule_list, G_TYPE_OBJECT)

static SeguePlan *
get_plan (SegueRuleList *self)
{
  return segue_draft_get_plan (segue_editor_get_draft (self->editor));
}

static gboolean
is_about (SeguePlan  *plan,
          const char *point,
          const char *step_id)
{
  const SegueRecord *step = NULL;
  SegueSide side;

  return point && segue_plan_parse_point (plan, point, &step, &side) &&
         g_str_equal (segue_record_get_id (step), step_id);
}

static char *
describe_origin (const SegueRecord *rule)
{
  const char *source = segue_record_get_string (rule, SEGUE_RULE_SOURCE);
  g_autofree char *certainty =
    segue_text_certainty ((SegueCertainty) segue_record_get_int (rule, SEGUE_RULE_CERTAINTY));

  if (source == NULL || source[0] == '\0')
    return g_steal_pointer (&certainty);
  /* Translators: %1$s is where a rule comes from, %2$s how certain it is */
  return g_strdup_printf (_("%1$s · %2$s"), source, certainty);
}

static void
open_rule_cb (SegueRuleList *self,
              GtkWidget     *row)
{
  const SegueRecord *rule =
    segue_plan_find_kind (get_plan (self), SEGUE_KIND_RULE, g_object_get_data (G_OBJECT (row), "segue-rule"));
  g_autoptr (SegueDraft) draft = NULL;

  if (rule == NULL || !segue_editor_store (self->editor))
    return;
  draft = segue_draft_new_child (segue_editor_get_draft (self->editor));
  segue_editor_present_child (self->editor, segue_rule_editor_new (draft, rule));
}

static void
switched_cb (SegueRuleList *self,
             GParamSpec    *pspec,
             GtkSwitch     *toggle)
{
  const char *id = g_object_get_data (G_OBJECT (toggle), "segue-rule");
  GError *error = NULL;
  SegueChangeSet *change_set;

  if (self->updating)
    return;
  change_set = segue_edit_set_rule_enabled (get_plan (self), id, gtk_switch_get_active (toggle), &error);
  segue_editor_take (self->editor, change_set, error);
}

static void
add_row (SegueRuleList     *self,
         const SegueRecord *rule)
{
  const char *words = segue_record_get_string (rule, SEGUE_RULE_TEXT);
  g_autofree char *sentence = words && words[0] && !segue_record_get_bool (rule, SEGUE_RULE_BY_HAND)
                                ? g_strdup (words) : segue_text_rule_in_plan (get_plan (self), rule);
  g_autofree char *origin = describe_origin (rule);
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  g_object_set_data_full (G_OBJECT (row), "segue-rule", g_strdup (segue_record_get_id (rule)), g_free);
  g_object_set_data_full (G_OBJECT (toggle), "segue-rule", g_strdup (segue_record_get_id (rule)), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence ? sentence : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
  gtk_switch_set_active (GTK_SWITCH (toggle), segue_record_get_bool (rule, SEGUE_RULE_ENABLED));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_rule_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* What becomes of a step without rules. */
static void
show_hint (SegueRuleList *self)
{
  static const char *const hints[] = {
    [SEGUE_STEP_WORK] = N_("No rule binds this step: it is done as soon as there are hours."),
    [SEGUE_STEP_WAIT] = N_("No rule binds this step: it begins at once."),
    [SEGUE_STEP_MILESTONE] = N_("No rule binds this step: nothing says when it is."),
    [SEGUE_STEP_PRACTICE] = N_("No rule binds this step: it goes on from today to the end of the plan."),
  };

  adw_preferences_group_set_description (self->group, self->rows->len > 0 ? NULL : _(hints[self->type]));
}

static void
refresh (SegueRuleList *self)
{
  SeguePlan *plan = get_plan (self);
  const char *step = segue_editor_get_id (self->editor);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_RULE); i++)
    {
      const SegueRecord *rule = segue_plan_get_nth (plan, SEGUE_KIND_RULE, i);

      if (is_about (plan, segue_record_get_string (rule, SEGUE_RULE_POINT), step) ||
          is_about (plan, segue_record_get_string (rule, SEGUE_RULE_OTHER), step))
        add_row (self, rule);
    }
  show_hint (self);
  self->updating = FALSE;
}

/* A switch that was just switched must outlive its own signal. */
static gboolean
refresh_idle (gpointer user_data)
{
  SegueRuleList *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SegueRuleList *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_idle, self);
}

static void
segue_rule_list_dispose (GObject *object)
{
  SegueRuleList *self = SEGUE_RULE_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (segue_rule_list_parent_class)->dispose (object);
}

static void
segue_rule_list_class_init (SegueRuleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_rule_list_dispose;
}

static void
segue_rule_list_init (SegueRuleList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * segue_rule_list_new:
 * @group: where the rows go
 * @editor: the editor of a step, which owns the group and the list
 *
 * Returns: (transfer full): the list
 */
SegueRuleList *
segue_rule_list_new (AdwPreferencesGroup *group,
                     SegueEditor         *editor)
{
  SegueRuleList *self = g_object_new (SEGUE_TYPE_RULE_LIST, NULL);

  self->group = group;
  self->editor = editor;
  g_signal_connect_object (segue_editor_get_draft (editor), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * segue_rule_list_set_type:
 * @self: a list
 * @type: what kind of step it is that the rules bind
 */
void
segue_rule_list_set_type (SegueRuleList *self,
                          SegueStepType  type)
{
  g_return_if_fail (SEGUE_IS_RULE_LIST (self));

  self->type = type;
  show_hint (self);
}

/**
 * segue_rule_list_add:
 * @self: the list of a step that stands in the draft
 *
 * Opens an editor with a new rule of the step.
 */
void
segue_rule_list_add (SegueRuleList *self)
{
  g_autoptr (SegueDraft) draft = NULL;
  g_autoptr (SegueRecord) rule = NULL;

  g_return_if_fail (SEGUE_IS_RULE_LIST (self));

  draft = segue_draft_new_child (segue_editor_get_draft (self->editor));
  rule = segue_rule_editor_begin (get_plan (self), segue_editor_get_id (self->editor));
  segue_editor_present_child (self->editor, segue_rule_editor_new (draft, rule));
}
