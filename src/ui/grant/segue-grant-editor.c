/* segue-grant-editor.c - a dialog that edits a grant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/grant/segue-grant-editor.h"

#include <glib/gi18n.h>

#include "core/segue-amounts.h"
#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-number-row.h"
#include "ui/editor/segue-choices.h"
#include "ui/grant/segue-tranche-row.h"
#include "ui/grant/segue-vesting-view.h"

enum
{
  BY_MONTHS,
  ON_DAYS,
};

enum
{
  NO_LIMIT,
  WHILE_EMPLOYED,
  SOME_DAYS,
};

struct _SegueGrantEditor
{
  SegueEditor parent_instance;

  GPtrArray *tranches; /* of SegueTrancheRow */
  gboolean loading;

  GtkEditable *title_row;
  AdwComboRow *kind_row;
  SegueNumberRow *units_row;
  SegueDateRow *granted_row;
  AdwComboRow *way_row;
  SegueDateRow *from_row;
  SegueNumberRow *total_row;
  SegueNumberRow *cliff_row;
  SegueNumberRow *every_row;
  AdwSwitchRow *leave_row;
  AdwPreferencesGroup *tranches_group;
  SegueVestingView *vesting;
  AdwComboRow *point_row;
  SegueDateRow *exercise_from_row;
  SegueDateRow *exercise_until_row;
  AdwComboRow *leaving_row;
  AdwComboRow *after_row;
  SegueNumberRow *after_days_row;
  SegueNumberRow *strike_row;
  SegueNumberRow *value_row;
  GtkEditable *currency_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueGrantEditor, segue_grant_editor, SEGUE_TYPE_EDITOR)

/* ---- what follows from the fields ------------------------------------ */

static void
show_rows (SegueGrantEditor *self)
{
  gboolean by_months = adw_combo_row_get_selected (self->way_row) == BY_MONTHS;

  gtk_widget_set_visible (GTK_WIDGET (self->total_row), by_months);
  gtk_widget_set_visible (GTK_WIDGET (self->cliff_row), by_months);
  gtk_widget_set_visible (GTK_WIDGET (self->every_row), by_months);
  gtk_widget_set_visible (GTK_WIDGET (self->tranches_group), !by_months);
  gtk_widget_set_visible (GTK_WIDGET (self->after_days_row), adw_combo_row_get_selected (self->after_row) == SOME_DAYS);
}

/* Whether the days that are given bring as many units as the grant has. */
static void
show_sum (SegueGrantEditor *self)
{
  gint64 units = segue_number_row_get_value (self->units_row, 0);
  gint64 sum = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->tranches->len; i++)
    {
      SegueTranche tranche;

      if (segue_tranche_row_get (self->tranches->pdata[i], &tranche))
        sum += tranche.units;
    }
  if (sum != units)
    {
      g_autofree char *some = segue_text_units (sum);
      g_autofree char *all = segue_text_units (units);

      /* Translators: two numbers of options or shares */
      text = g_strdup_printf (_("These days bring %1$s of %2$s units."), some, all);
    }
  adw_preferences_group_set_description (self->tranches_group, text);
}

static void
refresh (SegueGrantEditor *self)
{
  SegueSession *session = segue_draft_get_session (segue_editor_get_draft (SEGUE_EDITOR (self)));
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_editor_get_record (SEGUE_EDITOR (self)));
  g_autoptr (SegueRecord) grant = NULL;

  SEGUE_EDITOR_GET_CLASS (self)->fill (SEGUE_EDITOR (self), builder);
  grant = segue_record_builder_end (builder);
  show_rows (self);
  show_sum (self);
  segue_vesting_view_show (self->vesting, segue_session_get_layout (session), grant);
}

static void
changed_cb (SegueGrantEditor *self)
{
  if (!self->loading)
    refresh (self);
}

/* ---- vest dates ------------------------------------------------------ */

static void
remove_tranche_cb (SegueGrantEditor *self,
                   SegueTrancheRow  *row)
{
  adw_preferences_group_remove (self->tranches_group, GTK_WIDGET (row));
  g_ptr_array_remove (self->tranches, row);
  refresh (self);
}

static GtkWidget *
add_tranche (SegueGrantEditor   *self,
             const SegueTranche *tranche)
{
  GtkWidget *row =
    segue_tranche_row_new (segue_draft_get_now (segue_editor_get_draft (SEGUE_EDITOR (self))), tranche);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_tranche_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->tranches_group, row);
  g_ptr_array_add (self->tranches, row);
  return row;
}

static void
add_tranche_cb (SegueGrantEditor *self)
{
  gtk_widget_grab_focus (add_tranche (self, NULL));
}

static void
load_tranches (SegueGrantEditor  *self,
               const SegueRecord *record)
{
  g_autoptr (GArray) amounts =
    segue_amounts_parse (segue_record_get_string (record, SEGUE_GRANT_TRANCHES), "date", "units", NULL);

  for (guint i = 0; amounts && i < amounts->len; i++)
    {
      const SegueAmount *amount = &g_array_index (amounts, SegueAmount, i);
      SegueTranche tranche = { .units = amount->amount };

      if (segue_day_parse (amount->name, &tranche.date))
        add_tranche (self, &tranche);
    }
  adw_combo_row_set_selected (self->way_row, self->tranches->len > 0 ? ON_DAYS : BY_MONTHS);
}

static char *
write_tranches (SegueGrantEditor *self)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < self->tranches->len; i++)
    {
      char date[SEGUE_DAY_TEXT_SIZE];
      SegueTranche tranche;

      if (segue_tranche_row_get (self->tranches->pdata[i], &tranche))
        g_string_append_printf (json, "%s{\"date\":\"%s\",\"units\":%" G_GINT64_FORMAT "}", json->len > 0 ? "," : "[",
                                segue_day_format (tranche.date, date), tranche.units);
    }
  if (json->len == 0)
    return NULL;
  g_string_append_c (json, ']');
  return g_string_free_and_steal (g_steal_pointer (&json));
}

/* ---- loading --------------------------------------------------------- */

static void
load_steps (SegueGrantEditor *self,
            AdwComboRow      *row,
            const char       *selected)
{
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (SEGUE_EDITOR (self)));
  SegueChoices *choices = segue_choices_new ();
  const SegueRecord *chosen = NULL;
  SegueSide side;

  segue_choices_add (choices, NULL, _("None"));
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, i);

      segue_choices_add (choices, segue_record_get_id (step), segue_record_get_name (step));
    }
  /* An end of a step, as in "course.end", is a choice of its own. */
  if (selected && segue_plan_parse_point (plan, selected, &chosen, &side) &&
      !g_str_equal (segue_record_get_id (chosen), selected))
    segue_choices_add (choices, selected, segue_record_get_name (chosen));
  segue_choices_apply (choices, row, selected);
}

static void
load_exercise (SegueGrantEditor  *self,
               const SegueRecord *record)
{
  SeguePlan *plan = segue_draft_get_plan (segue_editor_get_draft (SEGUE_EDITOR (self)));
  gint64 days = segue_record_get_int (record, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS);

  load_steps (self, self->point_row, segue_record_get_string (record, SEGUE_GRANT_EXERCISE_POINT));
  load_steps (self, self->leaving_row, segue_record_get_string (segue_plan_get_header (plan), SEGUE_PLAN_LEAVING));
  segue_date_row_set_date (self->exercise_from_row, segue_record_get_day (record, SEGUE_GRANT_EXERCISE_FROM), NULL);
  segue_date_row_set_date (self->exercise_until_row, segue_record_get_day (record, SEGUE_GRANT_EXERCISE_UNTIL), NULL);
  adw_combo_row_set_selected (self->after_row, days == SEGUE_NONE ? NO_LIMIT : days == 0 ? WHILE_EMPLOYED : SOME_DAYS);
  segue_number_row_set_value (self->after_days_row, days > 0 ? days : -1);
}

static void
set_text (gpointer    editable,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editable), text ? text : "");
}

/* A price may be kept in quotes. */
static void
set_price (SegueNumberRow *row,
           const char     *json)
{
  g_auto (GStrv) parts = g_strsplit (json ? json : "", "\"", -1);
  g_autofree char *text = g_strjoinv ("", parts);

  set_text (row, text);
}

static void
set_today (SegueGrantEditor *self)
{
  SegueDay today = segue_draft_get_now (segue_editor_get_draft (SEGUE_EDITOR (self)));

  segue_date_row_set_today (self->granted_row, today);
  segue_date_row_set_today (self->from_row, today);
  segue_date_row_set_today (self->exercise_from_row, today);
  segue_date_row_set_today (self->exercise_until_row, today);
}

static void
segue_grant_editor_load (SegueEditor       *editor,
                         const SegueRecord *record)
{
  SegueGrantEditor *self = SEGUE_GRANT_EDITOR (editor);
  gboolean is_new = segue_editor_is_new (editor);

  self->loading = TRUE;
  set_today (self);
  set_text (self->title_row, segue_record_get_string (record, SEGUE_GRANT_TITLE));
  adw_combo_row_set_selected (self->kind_row, (guint) segue_record_get_int (record, SEGUE_GRANT_KIND));
  segue_number_row_set_value (self->units_row, is_new ? -1 : segue_record_get_int (record, SEGUE_GRANT_UNITS));
  segue_date_row_set_date (self->granted_row, segue_record_get_day (record, SEGUE_GRANT_GRANTED_ON), NULL);
  segue_date_row_set_date (self->from_row, segue_record_get_day (record, SEGUE_GRANT_VEST_FROM), NULL);
  segue_number_row_set_value (self->total_row, segue_record_get_int (record, SEGUE_GRANT_TOTAL_MONTHS));
  segue_number_row_set_value (self->cliff_row, segue_record_get_int (record, SEGUE_GRANT_CLIFF_MONTHS));
  segue_number_row_set_value (self->every_row, segue_record_get_int (record, SEGUE_GRANT_EVERY_MONTHS));
  adw_switch_row_set_active (self->leave_row, segue_record_get_bool (record, SEGUE_GRANT_LEAVE_COUNTS));
  load_tranches (self, record);
  load_exercise (self, record);
  set_price (self->strike_row, segue_record_get_string (record, SEGUE_GRANT_STRIKE));
  set_price (self->value_row, segue_record_get_string (record, SEGUE_GRANT_VALUE));
  set_text (self->currency_row, segue_record_get_string (record, SEGUE_GRANT_CURRENCY));
  gtk_widget_set_visible (self->delete_group, !is_new);
  self->loading = FALSE;
  refresh (self);
}

/* ---- storing --------------------------------------------------------- */

static void
fill_text (SegueRecordBuilder *builder,
           guint               field,
           GtkEditable        *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  segue_record_builder_set_string (builder, field, text[0] ? text : NULL);
}

static void
fill_decimal (SegueRecordBuilder *builder,
              guint               field,
              SegueNumberRow     *row)
{
  g_autofree char *text = segue_number_row_dup_text (row);

  segue_record_builder_set_string (builder, field, text);
}

/* Of both ways the one that is chosen is kept. */
static void
fill_vesting (SegueGrantEditor   *self,
              SegueRecordBuilder *builder)
{
  gboolean by_months = adw_combo_row_get_selected (self->way_row) == BY_MONTHS;
  g_autofree char *tranches = by_months ? NULL : write_tranches (self);

  segue_record_builder_set_day (builder, SEGUE_GRANT_VEST_FROM, segue_date_row_get_first (self->from_row));
  segue_record_builder_set_string (builder, SEGUE_GRANT_TRANCHES, tranches);
  segue_record_builder_set_int (builder, SEGUE_GRANT_TOTAL_MONTHS,
                                by_months ? segue_number_row_get_value (self->total_row, 0) : 0);
  segue_record_builder_set_int (builder, SEGUE_GRANT_CLIFF_MONTHS,
                                by_months ? segue_number_row_get_value (self->cliff_row, 0) : 0);
  segue_record_builder_set_int (builder, SEGUE_GRANT_EVERY_MONTHS,
                                by_months ? segue_number_row_get_value (self->every_row, 1) : 1);
  segue_record_builder_set_bool (builder, SEGUE_GRANT_LEAVE_COUNTS, adw_switch_row_get_active (self->leave_row));
}

static void
fill_exercise (SegueGrantEditor   *self,
               SegueRecordBuilder *builder)
{
  guint after = adw_combo_row_get_selected (self->after_row);

  segue_record_builder_set_string (builder, SEGUE_GRANT_EXERCISE_POINT, segue_choices_get (self->point_row));
  segue_record_builder_set_day (builder, SEGUE_GRANT_EXERCISE_FROM, segue_date_row_get_first (self->exercise_from_row));
  segue_record_builder_set_day (builder, SEGUE_GRANT_EXERCISE_UNTIL,
                                segue_date_row_get_first (self->exercise_until_row));
  segue_record_builder_set_int (builder, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS,
                                after == NO_LIMIT ? SEGUE_NONE : after == WHILE_EMPLOYED ? 0
                                : segue_number_row_get_value (self->after_days_row, 0));
}

static void
segue_grant_editor_fill (SegueEditor        *editor,
                         SegueRecordBuilder *builder)
{
  SegueGrantEditor *self = SEGUE_GRANT_EDITOR (editor);

  fill_text (builder, SEGUE_GRANT_TITLE, self->title_row);
  segue_record_builder_set_int (builder, SEGUE_GRANT_KIND, adw_combo_row_get_selected (self->kind_row));
  segue_record_builder_set_int (builder, SEGUE_GRANT_UNITS, segue_number_row_get_value (self->units_row, 0));
  segue_record_builder_set_day (builder, SEGUE_GRANT_GRANTED_ON, segue_date_row_get_first (self->granted_row));
  fill_vesting (self, builder);
  fill_exercise (self, builder);
  fill_decimal (builder, SEGUE_GRANT_STRIKE, self->strike_row);
  fill_decimal (builder, SEGUE_GRANT_VALUE, self->value_row);
  fill_text (builder, SEGUE_GRANT_CURRENCY, self->currency_row);
}

static gboolean
are_dates_sound (SegueGrantEditor *self)
{
  for (guint i = 0; adw_combo_row_get_selected (self->way_row) == ON_DAYS && i < self->tranches->len; i++)
    if (!segue_tranche_row_is_sound (self->tranches->pdata[i]))
      return FALSE;
  return segue_date_row_is_sound (self->granted_row) && segue_date_row_is_sound (self->from_row) &&
         segue_date_row_is_sound (self->exercise_from_row) && segue_date_row_is_sound (self->exercise_until_row);
}

static gboolean
are_numbers_sound (SegueGrantEditor *self)
{
  gboolean by_months = adw_combo_row_get_selected (self->way_row) == BY_MONTHS;

  return segue_number_row_is_sound (self->units_row) && segue_number_row_is_sound (self->strike_row) &&
         segue_number_row_is_sound (self->value_row) && segue_number_row_is_sound (self->after_days_row) &&
         (!by_months || (segue_number_row_is_sound (self->total_row) && segue_number_row_is_sound (self->cliff_row) &&
                         segue_number_row_is_sound (self->every_row)));
}

static gboolean
segue_grant_editor_check (SegueEditor *editor,
                          GError     **error)
{
  SegueGrantEditor *self = SEGUE_GRANT_EDITOR (editor);
  SegueDay from = segue_date_row_get_first (self->exercise_from_row);
  SegueDay until = segue_date_row_get_first (self->exercise_until_row);

  if (!are_dates_sound (self))
    segue_editor_refuse (error, _("One of the days cannot be read; it is marked."));
  else if (!are_numbers_sound (self))
    segue_editor_refuse (error, _("One of the numbers cannot be read; it is marked."));
  /* Without an error this asks whether anything was typed: a grant just begun has no units yet. */
  else if (segue_number_row_get_value (self->units_row, 0) == 0 && (error || !segue_editor_is_new (editor)))
    segue_editor_refuse (error, _("How many units the grant has is missing."));
  else if (from != SEGUE_DAY_NONE && until != SEGUE_DAY_NONE && until < from)
    segue_editor_refuse (error, _("The last day of exercising lies before the first."));
  else
    return TRUE;
  return FALSE;
}

/* The last day of employment is the plan's, not the grant's. */
static gboolean
segue_grant_editor_store (SegueEditor *editor,
                          GError     **error)
{
  SegueGrantEditor *self = SEGUE_GRANT_EDITOR (editor);
  SegueDraft *draft = segue_editor_get_draft (editor);
  const SegueRecord *header = segue_plan_get_header (segue_draft_get_plan (draft));
  const char *leaving = segue_choices_get (self->leaving_row);
  SegueRecordBuilder *builder;
  g_autoptr (SegueRecord) changed = NULL;

  if (g_strcmp0 (leaving, segue_record_get_string (header, SEGUE_PLAN_LEAVING)) == 0)
    return TRUE;
  builder = segue_record_builder_new_from (header);
  segue_record_builder_set_string (builder, SEGUE_PLAN_LEAVING, leaving);
  changed = segue_record_builder_end (builder);
  return segue_draft_take (draft, segue_edit_set_record (segue_draft_get_plan (draft), changed, error), error);
}

static void
delete_cb (SegueGrantEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

/* ---- the type -------------------------------------------------------- */

static void
segue_grant_editor_dispose (GObject *object)
{
  SegueGrantEditor *self = SEGUE_GRANT_EDITOR (object);

  self->loading = TRUE;
  g_clear_pointer (&self->tranches, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_GRANT_EDITOR);

  G_OBJECT_CLASS (segue_grant_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, units_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, granted_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, way_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, from_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, total_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, cliff_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, every_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, leave_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, tranches_group);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, vesting);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, point_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, exercise_from_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, exercise_until_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, leaving_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, after_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, after_days_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, strike_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, value_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, currency_row);
  gtk_widget_class_bind_template_child (widget_class, SegueGrantEditor, delete_group);
}

static void
segue_grant_editor_class_init (SegueGrantEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_grant_editor_dispose;
  editor_class->load = segue_grant_editor_load;
  editor_class->fill = segue_grant_editor_fill;
  editor_class->check = segue_grant_editor_check;
  editor_class->store = segue_grant_editor_store;

  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  g_type_ensure (SEGUE_TYPE_NUMBER_ROW);
  g_type_ensure (SEGUE_TYPE_VESTING_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/grant/segue-grant-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_tranche_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

/* The bounds are those that the model declares. */
static void
set_bounds (SegueNumberRow *row,
            guint           field)
{
  const SegueField *info = &segue_kind_get_info (SEGUE_KIND_GRANT)->fields[field];

  g_object_set (row, "least", info->min, "most", info->max, NULL);
}

static void
segue_grant_editor_init (SegueGrantEditor *self)
{
  self->loading = TRUE;
  self->tranches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_bounds (self->units_row, SEGUE_GRANT_UNITS);
  set_bounds (self->total_row, SEGUE_GRANT_TOTAL_MONTHS);
  set_bounds (self->cliff_row, SEGUE_GRANT_CLIFF_MONTHS);
  set_bounds (self->every_row, SEGUE_GRANT_EVERY_MONTHS);
  set_bounds (self->after_days_row, SEGUE_GRANT_EXERCISE_AFTER_LEAVING_DAYS);
}

/**
 * segue_grant_editor_new:
 * @draft: what it works on
 * @record: a grant of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_grant_editor_new (SegueDraft        *draft,
                        const SegueRecord *record)
{
  return g_object_new (SEGUE_TYPE_GRANT_EDITOR, "draft", draft, "record", record, NULL);
}

/**
 * segue_grant_editor_open:
 * @session: a session
 * @id: (nullable): a grant of its plan, or %NULL for a new one
 *
 * Returns: (transfer floating) (nullable): its editor; %NULL if there is no
 *   such grant
 */
SegueEditor *
segue_grant_editor_open (SegueSession *session,
                         const char   *id)
{
  g_autoptr (SegueDraft) draft = segue_draft_new (session);
  SeguePlan *plan = segue_draft_get_plan (draft);
  g_autofree char *new_id = NULL;
  g_autoptr (SegueRecord) grant = NULL;
  SegueRecordBuilder *builder;

  if (id)
    {
      const SegueRecord *record = segue_plan_find_kind (plan, SEGUE_KIND_GRANT, id);

      return record ? segue_grant_editor_new (draft, record) : NULL;
    }
  new_id = segue_plan_make_id (plan, segue_kind_get_info (SEGUE_KIND_GRANT)->name);
  builder = segue_record_builder_new (SEGUE_KIND_GRANT, new_id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_GRANT));
  /* What is most often agreed: four years, the first of them a cliff, then month by month. */
  segue_record_builder_set_int (builder, SEGUE_GRANT_TOTAL_MONTHS, 48);
  segue_record_builder_set_int (builder, SEGUE_GRANT_CLIFF_MONTHS, 12);
  grant = segue_record_builder_end (builder);
  return segue_grant_editor_new (draft, grant);
}
