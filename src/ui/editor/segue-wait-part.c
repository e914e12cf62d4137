/* segue-wait-part.c - the fields of a step that takes days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-wait-part.h"

#include "ui/common/segue-estimate-row.h"
#include "ui/common/segue-week-row.h"
#include "ui/editor/segue-needs.h"

struct _SegueWaitPart
{
  SegueStepPart parent_instance;

  SegueEstimateRow *days_row;
  SegueWeekRow *load_row;
  AdwComboRow *leave_row;
  SegueNeeds *needs;
};

G_DEFINE_FINAL_TYPE (SegueWaitPart, segue_wait_part, SEGUE_TYPE_STEP_PART)

static void
segue_wait_part_load (SegueStepPart     *part,
                      SegueDraft        *draft,
                      const SegueRecord *step)
{
  SegueWaitPart *self = SEGUE_WAIT_PART (part);

  segue_estimate_row_set_numbers (self->days_row, segue_record_get_numbers (step, SEGUE_STEP_DAYS));
  segue_week_row_set_minutes (self->load_row, segue_record_get_numbers (step, SEGUE_STEP_LOAD));
  adw_combo_row_set_selected (self->leave_row, (guint) segue_record_get_int (step, SEGUE_STEP_LEAVE));
  self->needs = segue_needs_new (ADW_PREFERENCES_GROUP (self), segue_draft_get_plan (draft), step);
}

static void
segue_wait_part_fill (SegueStepPart      *part,
                      SegueRecordBuilder *builder)
{
  SegueWaitPart *self = SEGUE_WAIT_PART (part);
  gint32 numbers[3], week[7];
  gboolean given = segue_estimate_row_get_numbers (self->days_row, numbers);

  segue_step_part_put_numbers (builder, SEGUE_STEP_DAYS, given, numbers);
  given = segue_week_row_get_minutes (self->load_row, week);
  segue_step_part_put_numbers (builder, SEGUE_STEP_LOAD, given, week);
  segue_record_builder_set_int (builder, SEGUE_STEP_LEAVE, adw_combo_row_get_selected (self->leave_row));
  segue_needs_fill (self->needs, builder);
}

static gboolean
segue_wait_part_is_sound (SegueStepPart *part)
{
  SegueWaitPart *self = SEGUE_WAIT_PART (part);

  return segue_estimate_row_is_sound (self->days_row) && segue_week_row_is_sound (self->load_row);
}

static void
segue_wait_part_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_WAIT_PART (object)->needs, segue_needs_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_WAIT_PART);

  G_OBJECT_CLASS (segue_wait_part_parent_class)->dispose (object);
}

static void
segue_wait_part_class_init (SegueWaitPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueStepPartClass *part_class = SEGUE_STEP_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_wait_part_dispose;
  part_class->load = segue_wait_part_load;
  part_class->fill = segue_wait_part_fill;
  part_class->is_sound = segue_wait_part_is_sound;

  g_type_ensure (SEGUE_TYPE_ESTIMATE_ROW);
  g_type_ensure (SEGUE_TYPE_WEEK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/segue_planner/Segue/editor/segue-wait-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueWaitPart, days_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWaitPart, load_row);
  gtk_widget_class_bind_template_child (widget_class, SegueWaitPart, leave_row);
}

static void
segue_wait_part_init (SegueWaitPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether it is said how long it takes, without which there is no wait. */
gboolean
segue_wait_part_has_days (SegueWaitPart *self)
{
  gint32 numbers[3];

  g_return_val_if_fail (SEGUE_IS_WAIT_PART (self), FALSE);

  return segue_estimate_row_get_numbers (self->days_row, numbers);
}
