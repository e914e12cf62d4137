/* segue-rule-editor.c - a rule as a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-rule-editor.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/editor/segue-choices.h"

struct _SegueRuleEditor
{
  SegueEditor parent_instance;

  gboolean loading;
  char *date_words; /* how the words of the rule say its date */
  GtkLabel *sentence_label;
  AdwComboRow *point_row;
  AdwComboRow *relation_row;
  SegueDateRow *date_row;
  AdwComboRow *other_row;
  AdwSpinRow *least_row;
  AdwSwitchRow *limit_row;
  AdwSpinRow *most_row;
  AdwComboRow *route_row;
  GtkEditable *source_row;
  AdwComboRow *certainty_row;
  SegueDateRow *checked_row;
  SegueDateRow *expires_row;
  GtkEditable *text_row;
  AdwSwitchRow *enabled_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueRuleEditor, segue_rule_editor, SEGUE_TYPE_EDITOR)

static SeguePlan *
get_plan (SegueRuleEditor *self)
{
  return segue_draft_get_plan (segue_editor_get_draft (SEGUE_EDITOR (self)));
}

static SegueRelation
get_relation (SegueRuleEditor *self)
{
  return (SegueRelation) adw_combo_row_get_selected (self->relation_row);
}

/* Every point by one spelling, so that "apply" and "apply.end" are found alike. */
static char *
spell_point (SeguePlan  *plan,
             const char *text)
{
  const SegueRecord *step = NULL;
  SegueSide side;

  if (text == NULL || !segue_plan_parse_point (plan, text, &step, &side))
    return NULL;
  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    return g_strdup (segue_record_get_id (step));
  return g_strconcat (segue_record_get_id (step), side == SEGUE_SIDE_START ? ".start" : ".end", NULL);
}

static void
add_points (SegueChoices      *choices,
            const SegueRecord *step)
{
  const char *id = segue_record_get_id (step);
  const char *title = segue_record_get_name (step);
  g_autofree char *start = NULL, *end = NULL, *start_title = NULL, *end_title = NULL;

  if (segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE)
    {
      segue_choices_add (choices, id, title);
      return;
    }
  start = g_strconcat (id, ".start", NULL);
  end = g_strconcat (id, ".end", NULL);
  /* Translators: the title of a step */
  start_title = g_strdup_printf (_("Start of “%s”"), title);
  /* Translators: the title of a step */
  end_title = g_strdup_printf (_("End of “%s”"), title);
  segue_choices_add (choices, end, end_title);
  segue_choices_add (choices, start, start_title);
}

static void
fill_points (SegueRuleEditor *self,
             AdwComboRow     *row,
             const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  g_autofree char *point = spell_point (plan, selected);
  SegueChoices *choices = segue_choices_new ();

  if (row == self->other_row)
    segue_choices_add (choices, NULL, _("Choose a step"));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    add_points (choices, segue_plan_get_nth (plan, SEGUE_KIND_STEP, i));
  segue_choices_apply (choices, row, point);
}

static void
fill_routes (SegueRuleEditor *self,
             const char      *selected)
{
  SeguePlan *plan = get_plan (self);
  SegueChoices *choices = segue_choices_new ();

  segue_choices_add (choices, NULL, _("Every route"));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_ROUTE); i++)
    {
      const SegueRecord *route = segue_plan_get_nth (plan, SEGUE_KIND_ROUTE, i);

      segue_choices_add (choices, segue_record_get_id (route), segue_record_get_name (route));
    }
  segue_choices_apply (choices, self->route_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->route_row), segue_plan_count (plan, SEGUE_KIND_ROUTE) > 0);
}

/* Of "by" the last day of a coarse date counts, of "not before" the first. */
static SegueDay
get_date (SegueRuleEditor *self)
{
  return get_relation (self) == SEGUE_RELATION_NOT_AFTER ? segue_date_row_get_last (self->date_row)
                                                         : segue_date_row_get_first (self->date_row);
}

static void
fill_date (SegueRuleEditor    *self,
           SegueRecordBuilder *builder)
{
  g_autofree char *label = segue_date_row_dup_label (self->date_row);

  segue_record_builder_set_day (builder, SEGUE_RULE_DATE, get_date (self));
  segue_record_builder_set_string (builder, SEGUE_RULE_LABEL, label);
}

static void
fill_after (SegueRuleEditor    *self,
            SegueRecordBuilder *builder)
{
  segue_record_builder_set_string (builder, SEGUE_RULE_OTHER, segue_choices_get (self->other_row));
  segue_record_builder_set_int (builder, SEGUE_RULE_MIN, (gint64) adw_spin_row_get_value (self->least_row));
  if (adw_switch_row_get_active (self->limit_row))
    segue_record_builder_set_int (builder, SEGUE_RULE_MAX, (gint64) adw_spin_row_get_value (self->most_row));
  else
    segue_record_builder_clear (builder, SEGUE_RULE_MAX);
}

/* What the rule demands, without its words and where they come from. */
static void
fill_demand (SegueRuleEditor    *self,
             SegueRecordBuilder *builder)
{
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, segue_choices_get (self->point_row));
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, get_relation (self));
  if (get_relation (self) == SEGUE_RELATION_AFTER)
    {
      segue_record_builder_clear (builder, SEGUE_RULE_DATE);
      segue_record_builder_clear (builder, SEGUE_RULE_LABEL);
      fill_after (self, builder);
      return;
    }
  segue_record_builder_clear (builder, SEGUE_RULE_OTHER);
  segue_record_builder_clear (builder, SEGUE_RULE_MIN);
  segue_record_builder_clear (builder, SEGUE_RULE_MAX);
  fill_date (self, builder);
}

static void
show_sentence (SegueRuleEditor *self)
{
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, segue_editor_get_id (SEGUE_EDITOR (self)));
  g_autoptr (SegueRecord) rule = NULL;
  g_autofree char *sentence = NULL;

  fill_demand (self, builder);
  rule = segue_record_builder_end (builder);
  sentence = segue_text_rule_in_plan (get_plan (self), rule);
  gtk_label_set_label (self->sentence_label, sentence ? sentence : _("What shall hold?"));
  if (sentence)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence_label), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence_label), "dimmed");
}

static char *
dup_date_words (SegueRuleEditor *self)
{
  g_autofree char *label = segue_date_row_dup_label (self->date_row);

  if (get_relation (self) == SEGUE_RELATION_AFTER || get_date (self) == SEGUE_DAY_NONE)
    return NULL;
  return label ? g_steal_pointer (&label) : segue_text_day (get_date (self));
}

/* "Applications close on 5 April 2023." says the new date, if it says the old one. */
static void
follow_date (SegueRuleEditor *self)
{
  g_autofree char *words = dup_date_words (self);
  g_autofree char *before = NULL;
  g_autoptr (GString) text = g_string_new (gtk_editable_get_text (self->text_row));

  if (words == NULL)
    return;
  before = self->date_words;
  self->date_words = g_strdup (words);
  if (before != NULL && !g_str_equal (before, words) && g_string_replace (text, before, words, 0) > 0)
    gtk_editable_set_text (self->text_row, text->str);
}

static void
changed_cb (SegueRuleEditor *self)
{
  gboolean is_after = get_relation (self) == SEGUE_RELATION_AFTER;

  if (self->loading)
    return;
  g_object_set (self->date_row, "coarse", get_relation (self) != SEGUE_RELATION_ON, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), !is_after);
  gtk_widget_set_visible (GTK_WIDGET (self->other_row), is_after);
  gtk_widget_set_visible (GTK_WIDGET (self->least_row), is_after);
  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), is_after);
  gtk_widget_set_visible (GTK_WIDGET (self->most_row), is_after && adw_switch_row_get_active (self->limit_row));
  follow_date (self);
  show_sentence (self);
}

static void
delete_cb (SegueRuleEditor *self)
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
segue_rule_editor_load (SegueEditor       *editor,
                        const SegueRecord *rule)
{
  SegueRuleEditor *self = SEGUE_RULE_EDITOR (editor);
  gint64 most = segue_record_get_int (rule, SEGUE_RULE_MAX);
  SegueDay now = segue_draft_get_now (segue_editor_get_draft (editor));

  self->loading = TRUE;
  segue_date_row_set_today (self->date_row, now);
  segue_date_row_set_today (self->checked_row, now);
  segue_date_row_set_today (self->expires_row, now);
  fill_points (self, self->point_row, segue_record_get_string (rule, SEGUE_RULE_POINT));
  fill_points (self, self->other_row, segue_record_get_string (rule, SEGUE_RULE_OTHER));
  fill_routes (self, segue_record_get_string (rule, SEGUE_RULE_ROUTE));
  adw_combo_row_set_selected (self->relation_row, (guint) segue_record_get_int (rule, SEGUE_RULE_RELATION));
  segue_date_row_set_date (self->date_row, segue_record_get_day (rule, SEGUE_RULE_DATE),
                           segue_record_get_string (rule, SEGUE_RULE_LABEL));
  adw_spin_row_set_value (self->least_row, (double) segue_record_get_int (rule, SEGUE_RULE_MIN));
  adw_switch_row_set_active (self->limit_row, most != SEGUE_NONE);
  adw_spin_row_set_value (self->most_row, most == SEGUE_NONE ? 30 : (double) most);
  set_text (self->source_row, segue_record_get_string (rule, SEGUE_RULE_SOURCE));
  adw_combo_row_set_selected (self->certainty_row, (guint) segue_record_get_int (rule, SEGUE_RULE_CERTAINTY));
  segue_date_row_set_date (self->checked_row, segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON), NULL);
  segue_date_row_set_date (self->expires_row, segue_record_get_day (rule, SEGUE_RULE_EXPIRES_ON), NULL);
  if (!segue_record_get_bool (rule, SEGUE_RULE_BY_HAND))
    set_text (self->text_row, segue_record_get_string (rule, SEGUE_RULE_TEXT));
  adw_switch_row_set_active (self->enabled_row, segue_record_get_bool (rule, SEGUE_RULE_ENABLED));
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
  self->loading = FALSE;
  changed_cb (self);
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
set_day (SegueRecordBuilder *builder,
         guint               field,
         SegueDateRow       *row)
{
  SegueDay day = segue_date_row_get_first (row);

  if (day == SEGUE_DAY_NONE)
    segue_record_builder_clear (builder, field);
  else
    segue_record_builder_set_day (builder, field, day);
}

static void
segue_rule_editor_fill (SegueEditor        *editor,
                        SegueRecordBuilder *builder)
{
  SegueRuleEditor *self = SEGUE_RULE_EDITOR (editor);
  gboolean by_hand = segue_record_get_bool (segue_editor_get_record (editor), SEGUE_RULE_BY_HAND);

  fill_demand (self, builder);
  set_string (builder, SEGUE_RULE_SOURCE, self->source_row);
  segue_record_builder_set_int (builder, SEGUE_RULE_CERTAINTY, adw_combo_row_get_selected (self->certainty_row));
  set_day (builder, SEGUE_RULE_CHECKED_ON, self->checked_row);
  set_day (builder, SEGUE_RULE_EXPIRES_ON, self->expires_row);
  if (!by_hand || gtk_editable_get_text (self->text_row)[0] != '\0')
    set_string (builder, SEGUE_RULE_TEXT, self->text_row);
  segue_record_builder_set_bool (builder, SEGUE_RULE_ENABLED, adw_switch_row_get_active (self->enabled_row));
  segue_record_builder_set_string (builder, SEGUE_RULE_ROUTE, segue_choices_get (self->route_row));
}

static gboolean
segue_rule_editor_check (SegueEditor *editor,
                         GError     **error)
{
  SegueRuleEditor *self = SEGUE_RULE_EDITOR (editor);
  gboolean is_after = get_relation (self) == SEGUE_RELATION_AFTER;

  if (!segue_date_row_is_sound (self->checked_row) || !segue_date_row_is_sound (self->expires_row) ||
      (!is_after && !segue_date_row_is_sound (self->date_row)))
    segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  /* Without an error this asks whether anything was typed: a rule just begun has no date yet. */
  else if (!is_after && get_date (self) == SEGUE_DAY_NONE && (error || !segue_editor_is_new (editor)))
    segue_editor_refuse (error, _("The rule needs a date."));
  else if (is_after && adw_switch_row_get_active (self->limit_row) &&
           adw_spin_row_get_value (self->most_row) < adw_spin_row_get_value (self->least_row))
    segue_editor_refuse (error, _("The most days between must not be fewer than the least."));
  else
    return TRUE;
  return FALSE;
}

static void
segue_rule_editor_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_RULE_EDITOR (object)->date_words, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_RULE_EDITOR);

  G_OBJECT_CLASS (segue_rule_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, point_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, relation_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, other_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, least_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, limit_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, most_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, route_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, source_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, certainty_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, checked_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, expires_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, text_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, enabled_row);
  gtk_widget_class_bind_template_child (widget_class, SegueRuleEditor, delete_group);
}

static void
segue_rule_editor_class_init (SegueRuleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_rule_editor_dispose;
  editor_class->load = segue_rule_editor_load;
  editor_class->fill = segue_rule_editor_fill;
  editor_class->check = segue_rule_editor_check;

  g_type_ensure (SEGUE_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-rule-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_rule_editor_init (SegueRuleEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_rule_editor_new:
 * @draft: what it works on
 * @rule: a rule of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_rule_editor_new (SegueDraft        *draft,
                       const SegueRecord *rule)
{
  return g_object_new (SEGUE_TYPE_RULE_EDITOR, "draft", draft, "record", rule, NULL);
}

/**
 * segue_rule_editor_begin:
 * @plan: a plan
 * @step_id: a step of it
 *
 * Returns: (transfer full): a rule of the step that says nothing yet
 */
SegueRecord *
segue_rule_editor_begin (SeguePlan  *plan,
                         const char *step_id)
{
  const SegueRecord *step = segue_plan_find_kind (plan, SEGUE_KIND_STEP, step_id);
  gboolean is_milestone = step && segue_record_get_int (step, SEGUE_STEP_TYPE) == SEGUE_STEP_MILESTONE;
  g_autofree char *id = segue_plan_make_id (plan, "rule");
  g_autofree char *point = is_milestone ? g_strdup (step_id) : g_strconcat (step_id, ".end", NULL);
  SegueRecordBuilder *builder = segue_record_builder_new (SEGUE_KIND_RULE, id);

  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_RULE));
  segue_record_builder_set_string (builder, SEGUE_RULE_POINT, point);
  segue_record_builder_set_int (builder, SEGUE_RULE_RELATION, SEGUE_RELATION_NOT_AFTER);
  return segue_record_builder_end (builder);
}
