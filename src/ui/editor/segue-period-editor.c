/* segue-period-editor.c - a time with hours of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-period-editor.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-date-row.h"
#include "ui/common/segue-week-row.h"


struct _SeguePeriodEditor
{
  SegueEditor parent_instance;

  GtkEditable *label_row;
  SegueDateRow *from_row;
  SegueDateRow *until_row;
  SegueWeekRow *week_row;
  GtkWidget *delete_group;
};

G_DEFINE_FINAL_TYPE (SeguePeriodEditor, segue_period_editor, SEGUE_TYPE_EDITOR)

static void
delete_cb (SeguePeriodEditor *self)
{
  segue_editor_remove (SEGUE_EDITOR (self));
}

static void
segue_period_editor_load (SegueEditor       *editor,
                       const SegueRecord *record)
{
  SeguePeriodEditor *self = SEGUE_PERIOD_EDITOR (editor);
  const char *label = segue_record_get_string (record, SEGUE_PERIOD_LABEL);
  SegueDay now = segue_draft_get_now (segue_editor_get_draft (editor));

  gtk_editable_set_text (self->label_row, label ? label : "");
  segue_date_row_set_today (self->from_row, now);
  segue_date_row_set_today (self->until_row, now);
  segue_date_row_set_date (self->from_row, segue_record_get_day (record, SEGUE_PERIOD_FROM), NULL);
  segue_date_row_set_date (self->until_row, segue_record_get_day (record, SEGUE_PERIOD_UNTIL), NULL);
  segue_week_row_set_minutes (self->week_row, segue_record_get_numbers (record, SEGUE_PERIOD_WEEK));
  gtk_widget_set_visible (self->delete_group, !segue_editor_is_new (editor));
}

static void
segue_period_editor_fill (SegueEditor        *editor,
                       SegueRecordBuilder *builder)
{
  SeguePeriodEditor *self = SEGUE_PERIOD_EDITOR (editor);
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (self->label_row)));
  SegueDay from = segue_date_row_get_first (self->from_row);
  SegueDay until = segue_date_row_get_last (self->until_row);
  gint32 week[7];

  segue_record_builder_set_string (builder, SEGUE_PERIOD_LABEL, label[0] ? label : NULL);
  segue_record_builder_set_day (builder, SEGUE_PERIOD_FROM, from);
  segue_record_builder_set_day (builder, SEGUE_PERIOD_UNTIL, until == SEGUE_DAY_NONE ? from : until);
  if (segue_week_row_get_minutes (self->week_row, week))
    segue_record_builder_set_numbers (builder, SEGUE_PERIOD_WEEK, week);
  else
    segue_record_builder_clear (builder, SEGUE_PERIOD_WEEK);
}

static gboolean
segue_period_editor_check (SegueEditor *editor,
                        GError     **error)
{
  SeguePeriodEditor *self = SEGUE_PERIOD_EDITOR (editor);

  if (segue_date_row_is_sound (self->from_row) && segue_date_row_is_sound (self->until_row) &&
      segue_week_row_is_sound (self->week_row))
    return TRUE;
  segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  return FALSE;
}

static void
segue_period_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_PERIOD_EDITOR);

  G_OBJECT_CLASS (segue_period_editor_parent_class)->dispose (object);
}

static void
segue_period_editor_class_init (SeguePeriodEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_period_editor_dispose;
  editor_class->load = segue_period_editor_load;
  editor_class->fill = segue_period_editor_fill;
  editor_class->check = segue_period_editor_check;

  g_type_ensure (SEGUE_TYPE_DATE_ROW);
  g_type_ensure (SEGUE_TYPE_WEEK_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-period-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePeriodEditor, label_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePeriodEditor, from_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePeriodEditor, until_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePeriodEditor, week_row);
  gtk_widget_class_bind_template_child (widget_class, SeguePeriodEditor, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
segue_period_editor_init (SeguePeriodEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_period_editor_new:
 * @draft: what it works on
 * @record: one of the plan, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_period_editor_new (SegueDraft        *draft,
                      const SegueRecord *record)
{
  return g_object_new (SEGUE_TYPE_PERIOD_EDITOR, "draft", draft, "record", record, NULL);
}

/**
 * segue_period_editor_describe:
 * @plan: a plan
 * @record: a period of it
 * @title: (out) (transfer full): its name or its days
 * @subtitle: (out) (transfer full) (nullable): its days
 */
void
segue_period_editor_describe (SeguePlan          *plan,
                              const SegueRecord  *record,
                              char              **title,
                              char              **subtitle)
{
  const char *label = segue_record_get_string (record, SEGUE_PERIOD_LABEL);
  char *span = segue_text_span (segue_record_get_day (record, SEGUE_PERIOD_FROM),
                                segue_record_get_day (record, SEGUE_PERIOD_UNTIL));
  gboolean is_named = label && label[0];

  *title = is_named ? g_strdup (label) : span;
  *subtitle = is_named ? span : NULL;
}
