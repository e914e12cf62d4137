/* segue-day-off-editor.c - a day without hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-day-off-editor.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"

/* Longer ones are a period. */
#define LONGEST 366


struct _SegueDayOffEditor
{
  SegueEditor parent_instance;

  SegueDateRow *date_row;
  SegueDateRow *until_row;
  GtkEditable *label_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SegueDayOffEditor, segue_day_off_editor, SEGUE_TYPE_EDITOR)

static void
delete_cb (SegueDayOffEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

static void
segue_day_off_editor_load (SegueEditor       *editor,
                       const SegueRecord *record)
{
  SegueDayOffEditor *self = SEGUE_DAY_OFF_EDITOR (editor);
  const char *label = segue_record_get_string (record, SEGUE_DAY_OFF_LABEL);
  SegueDay now = segue_draft_get_now (segue_editor_get_draft (editor));

  gtk_editable_set_text (self->label_row, label ? label : "");
  segue_date_row_set_today (self->date_row, now);
  segue_date_row_set_today (self->until_row, now);
  segue_date_row_set_date (self->date_row, segue_record_get_day (record, SEGUE_DAY_OFF_DATE), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), segue_editor_is_new (editor));
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
}

static void
segue_day_off_editor_fill (SegueEditor        *editor,
                       SegueRecordBuilder *builder)
{
  SegueDayOffEditor *self = SEGUE_DAY_OFF_EDITOR (editor);
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (self->label_row)));

  segue_record_builder_set_day (builder, SEGUE_DAY_OFF_DATE, segue_date_row_get_first (self->date_row));
  segue_record_builder_set_string (builder, SEGUE_DAY_OFF_LABEL, label[0] ? label : NULL);
}

static gboolean
segue_day_off_editor_check (SegueEditor *editor,
                        GError     **error)
{
  SegueDayOffEditor *self = SEGUE_DAY_OFF_EDITOR (editor);

  SegueDay first = segue_date_row_get_first (self->date_row);
  SegueDay last = segue_date_row_get_last (self->until_row);

  if (!segue_date_row_is_sound (self->date_row) || !segue_date_row_is_sound (self->until_row))
    segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  else if (last != SEGUE_DAY_NONE && (last < first || last - first > LONGEST))
    segue_editor_refuse (error, _("Days off in one go are at most a year, and end after they begin."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_day (SegueEditor  *editor,
         SegueDay      day,
         GError      **error)
{
  SegueDraft *draft = segue_editor_get_draft (editor);
  SeguePlan *plan = segue_draft_get_plan (draft);
  const SegueRecord *first = segue_plan_find (plan, segue_editor_get_id (editor));
  g_autofree char *id = segue_plan_make_id (plan, "day_off");
  SegueRecordBuilder *builder = segue_record_builder_new_from (first);
  g_autoptr (SegueRecord) record = NULL;

  segue_record_builder_set_id (builder, id);
  segue_record_builder_set_rank (builder, segue_plan_next_rank (plan, SEGUE_KIND_DAY_OFF));
  segue_record_builder_set_day (builder, SEGUE_DAY_OFF_DATE, day);
  record = segue_record_builder_end (builder);
  return segue_draft_take (draft, segue_edit_add_record (plan, record, error), error);
}

/* The days after the first, of several in one go. */
static gboolean
segue_day_off_editor_store (SegueEditor *editor,
                            GError     **error)
{
  SegueDayOffEditor *self = SEGUE_DAY_OFF_EDITOR (editor);
  SegueDay first = segue_date_row_get_first (self->date_row);
  SegueDay last = segue_date_row_get_last (self->until_row);

  for (SegueDay day = first + 1; last != SEGUE_DAY_NONE && day <= last; day++)
    {
      if (!add_day (editor, day, error))
        return FALSE;
    }
  return TRUE;
}

static void
segue_day_off_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_DAY_OFF_EDITOR);

  G_OBJECT_CLASS (segue_day_off_editor_parent_class)->dispose (object);
}

static void
segue_day_off_editor_class_init (SegueDayOffEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_day_off_editor_dispose;
  editor_class->load = segue_day_off_editor_load;
  editor_class->fill = segue_day_off_editor_fill;
  editor_class->check = segue_day_off_editor_check;
  editor_class->store = segue_day_off_editor_store;

  g_type_ensure (SEGUE_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-day-off-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueDayOffEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, SegueDayOffEditor, until_row);
  gtk_widget_class_bind_template_child (widget_class, SegueDayOffEditor, label_row);
  gtk_widget_class_bind_template_child (widget_class, SegueDayOffEditor, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_day_off_editor_init (SegueDayOffEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_day_off_editor_new:
 * @draft: what it works on
 * @record: one of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_day_off_editor_new (SegueDraft        *draft,
                      const SegueRecord *record)
{
  return g_object_new (SEGUE_TYPE_DAY_OFF_EDITOR, "draft", draft, "record", record, NULL);
}

/**
 * segue_day_off_editor_describe:
 * @plan: a plan
 * @record: a day off of it
 * @title: (out) (transfer full): its name or its day
 * @subtitle: (out) (transfer full) (nullable): its day
 */
void
segue_day_off_editor_describe (SeguePlan          *plan,
                               const SegueRecord  *record,
                               char              **title,
                               char              **subtitle)
{
  const char *label = segue_record_get_string (record, SEGUE_DAY_OFF_LABEL);
  char *day = segue_text_day (segue_record_get_day (record, SEGUE_DAY_OFF_DATE));
  gboolean is_named = label && label[0];

  *title = is_named ? g_strdup (label) : day;
  *subtitle = is_named ? day : NULL;
}
