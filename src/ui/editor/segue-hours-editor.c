/* segue-hours-editor.c - the hours there are, days off and pools
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-hours-editor.h"

#include <glib/gi18n.h>

#include "ui/common/segue-ui.h"
#include "ui/common/segue-week-row.h"
#include "ui/editor/segue-day-off-editor.h"
#include "ui/editor/segue-period-editor.h"
#include "ui/editor/segue-pool-editor.h"
#include "ui/editor/segue-record-list.h"

struct _SegueHoursEditor
{
  SegueEditor parent_instance;

  SegueWeekRow *week_row;
  AdwPreferencesGroup *periods_group;
  AdwPreferencesGroup *days_group;
  AdwPreferencesGroup *pools_group;
  SegueRecordList *periods;
  SegueRecordList *days;
  SegueRecordList *pools;
};

G_DEFINE_FINAL_TYPE (SegueHoursEditor, segue_hours_editor, SEGUE_TYPE_EDITOR)

static void
add_period_cb (SegueHoursEditor *self)
{
  segue_record_list_add (self->periods);
}

static void
add_day_cb (SegueHoursEditor *self)
{
  segue_record_list_add (self->days);
}

static void
add_pool_cb (SegueHoursEditor *self)
{
  segue_record_list_add (self->pools);
}

static void
segue_hours_editor_load (SegueEditor       *editor,
                         const SegueRecord *plan)
{
  SegueHoursEditor *self = SEGUE_HOURS_EDITOR (editor);

  segue_week_row_set_minutes (self->week_row, segue_record_get_numbers (plan, SEGUE_PLAN_WEEK));
  self->periods = segue_record_list_new (self->periods_group, editor, SEGUE_KIND_PERIOD,
                                         segue_period_editor_describe, segue_period_editor_new);
  self->days = segue_record_list_new (self->days_group, editor, SEGUE_KIND_DAY_OFF,
                                      segue_day_off_editor_describe, segue_day_off_editor_new);
  self->pools = segue_record_list_new (self->pools_group, editor, SEGUE_KIND_POOL,
                                       segue_pool_editor_describe, segue_pool_editor_new);
}

static void
segue_hours_editor_fill (SegueEditor        *editor,
                         SegueRecordBuilder *builder)
{
  gint32 week[7];

  if (segue_week_row_get_minutes (SEGUE_HOURS_EDITOR (editor)->week_row, week) ||
      segue_record_has (segue_editor_get_record (editor), SEGUE_PLAN_WEEK))
    segue_record_builder_set_numbers (builder, SEGUE_PLAN_WEEK, week);
}

static gboolean
segue_hours_editor_check (SegueEditor *editor,
                          GError     **error)
{
  if (segue_week_row_is_sound (SEGUE_HOURS_EDITOR (editor)->week_row))
    return TRUE;
  segue_editor_refuse (error, _("What is marked red cannot be read yet."));
  return FALSE;
}

static void
segue_hours_editor_dispose (GObject *object)
{
  SegueHoursEditor *self = SEGUE_HOURS_EDITOR (object);

  g_clear_object (&self->periods);
  g_clear_object (&self->days);
  g_clear_object (&self->pools);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_HOURS_EDITOR);

  G_OBJECT_CLASS (segue_hours_editor_parent_class)->dispose (object);
}

static void
segue_hours_editor_class_init (SegueHoursEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueEditorClass *editor_class = SEGUE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_hours_editor_dispose;
  editor_class->load = segue_hours_editor_load;
  editor_class->fill = segue_hours_editor_fill;
  editor_class->check = segue_hours_editor_check;

  g_type_ensure (SEGUE_TYPE_WEEK_ROW);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/editor/segue-hours-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueHoursEditor, week_row);
  gtk_widget_class_bind_template_child (widget_class, SegueHoursEditor, periods_group);
  gtk_widget_class_bind_template_child (widget_class, SegueHoursEditor, days_group);
  gtk_widget_class_bind_template_child (widget_class, SegueHoursEditor, pools_group);
  gtk_widget_class_bind_template_callback (widget_class, add_period_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_pool_cb);
}

static void
segue_hours_editor_init (SegueHoursEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_begin_at (ADW_DIALOG (self), segue_week_row_get_first (self->week_row));
}

/**
 * segue_hours_editor_new:
 * @draft: what it works on
 *
 * Returns: (transfer floating): the dialog
 */
SegueEditor *
segue_hours_editor_new (SegueDraft *draft)
{
  return g_object_new (SEGUE_TYPE_HOURS_EDITOR, "draft", draft,
                       "record", segue_plan_get_header (segue_draft_get_plan (draft)), NULL);
}
