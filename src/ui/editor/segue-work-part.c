/* segue-work-part.c - the fields of a step that takes hours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-work-part.h"

#include <glib/gi18n.h>

#include "ui/common/segue-amount-row.h"
#include "ui/common/segue-estimate-row.h"
#include "ui/common/segue-weekdays-row.h"
#include "ui/editor/segue-editor.h"

#define ALL_WEEKDAYS 0x7fu

struct _SegueWorkPart
{
  SegueStepPart parent_instance;

  SegueEstimateRow *effort_row;
  SegueAmountRow *most_row;
  SegueAmountRow *least_row;
  SegueWeekdaysRow *weekdays_row;
  AdwSwitchRow *contiguous_row;
};

G_DEFINE_FINAL_TYPE (SegueWorkPart, segue_work_part, SEGUE_TYPE_STEP_PART)

static void
segue_work_part_load (SegueStepPart     *part,
                      SegueDraft        *draft,
                      const SegueRecord *step)
{
  SegueWorkPart *self = SEGUE_WORK_PART (part);

  segue_estimate_row_set_numbers (self->effort_row, segue_record_get_numbers (step, SEGUE_STEP_EFFORT));
  segue_amount_row_set_minutes (self->most_row, MAX (segue_record_get_int (step, SEGUE_STEP_MAX_PER_DAY), 0));
  segue_amount_row_set_minutes (self->least_row, MAX (segue_record_get_int (step, SEGUE_STEP_MIN_PER_DAY), 0));
  segue_weekdays_row_set_days (self->weekdays_row, (guint) segue_record_get_int (step, SEGUE_STEP_WEEKDAYS));
  adw_switch_row_set_active (self->contiguous_row, segue_record_get_bool (step, SEGUE_STEP_CONTIGUOUS));
}

static void
segue_work_part_fill (SegueStepPart      *part,
                      SegueRecordBuilder *builder)
{
  SegueWorkPart *self = SEGUE_WORK_PART (part);
  guint days = segue_weekdays_row_get_days (self->weekdays_row);
  gint32 numbers[3];
  gboolean given = segue_estimate_row_get_numbers (self->effort_row, numbers);

  segue_step_part_put_numbers (builder, SEGUE_STEP_EFFORT, given, numbers);
  segue_step_part_put_int (builder, SEGUE_STEP_MAX_PER_DAY, segue_amount_row_get_minutes (self->most_row));
  segue_step_part_put_int (builder, SEGUE_STEP_MIN_PER_DAY, segue_amount_row_get_minutes (self->least_row));
  if (days == ALL_WEEKDAYS)
    segue_record_builder_clear (builder, SEGUE_STEP_WEEKDAYS);
  else
    segue_record_builder_set_int (builder, SEGUE_STEP_WEEKDAYS, days);
  segue_record_builder_set_bool (builder, SEGUE_STEP_CONTIGUOUS, adw_switch_row_get_active (self->contiguous_row));
}

static gboolean
segue_work_part_is_sound (SegueStepPart *part)
{
  SegueWorkPart *self = SEGUE_WORK_PART (part);

  return segue_estimate_row_is_sound (self->effort_row) && segue_amount_row_is_sound (self->most_row) &&
         segue_amount_row_is_sound (self->least_row) && segue_weekdays_row_get_days (self->weekdays_row) != 0;
}

static gboolean
segue_work_part_check (SegueStepPart  *part,
                       GError        **error)
{
  SegueWorkPart *self = SEGUE_WORK_PART (part);
  gint64 most = segue_amount_row_get_minutes (self->most_row);

  if (most <= 0 || segue_amount_row_get_minutes (self->least_row) <= most)
    return TRUE;
  segue_editor_refuse (error, _("The least a day must not exceed the most a day."));
  return FALSE;
}

static void
segue_work_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_WORK_PART);

  G_OBJECT_CLASS (segue_work_part_parent_class)->dispose (object);
}

static void
segue_work_part_class_init (SegueWorkPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueStepPartClass *part_class = SEGUE_STEP_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_work_part_dispose;
  part_class->load = segue_work_part_load;
  part_class->fill = segue_work_part_fill;
  part_class->is_sound = segue_work_part_is_sound;
  part_class->check = segue_work_part_check;

  g_type_ensure (SEGUE_TYPE_AMOUNT_ROW);
  g_type_ensure (SEGUE_TYPE_ESTIMATE_ROW);
  g_type_ensure (SEGUE_TYPE_WEEKDAYS_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/segue_planner/Segue/editor/segue-work-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueWorkPart, effort_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWorkPart, most_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWorkPart, least_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWorkPart, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWorkPart, contiguous_row);
}

static void
segue_work_part_init (SegueWorkPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
