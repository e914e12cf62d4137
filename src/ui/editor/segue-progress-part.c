/* segue-progress-part.c - what a step is wished for and how far it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-progress-part.h"

#include "ui/common/segue-amount-row.h"
#include "ui/common/segue-date-row.h"

struct _SegueProgressPart
{
  SegueStepPart parent_instance;

  SegueDay today;
  gboolean loading;
  SegueStepType type;

  SegueDateRow *target_row;
  AdwComboRow *importance_row;
  AdwComboRow *status_row;
  SegueAmountRow *spent_row;
  SegueDateRow *started_row;
  SegueDateRow *done_row;
};

G_DEFINE_FINAL_TYPE (SegueProgressPart, segue_progress_part, SEGUE_TYPE_STEP_PART)

static SegueStatus
get_status (SegueProgressPart *self)
{
  return (SegueStatus) adw_combo_row_get_selected (self->status_row);
}

static void
show_rows (SegueProgressPart *self)
{
  SegueStatus status = get_status (self);

  /* What goes on is not wanted by a day. */
  gtk_widget_set_visible (GTK_WIDGET (self->target_row), self->type != SEGUE_STEP_PRACTICE);
  gtk_widget_set_visible (GTK_WIDGET (self->spent_row), self->type == SEGUE_STEP_WORK);
  gtk_widget_set_visible (GTK_WIDGET (self->started_row),
                          status != SEGUE_STATUS_TODO && self->type != SEGUE_STEP_MILESTONE);
  gtk_widget_set_visible (GTK_WIDGET (self->done_row), status == SEGUE_STATUS_DONE);
}

static void
status_changed_cb (SegueProgressPart *self)
{
  if (!self->loading && get_status (self) == SEGUE_STATUS_DONE &&
      segue_date_row_get_first (self->done_row) == SEGUE_DAY_NONE)
    segue_date_row_set_date (self->done_row, self->today, NULL);
  show_rows (self);
}

static void
segue_progress_part_load (SegueStepPart     *part,
                          SegueDraft        *draft,
                          const SegueRecord *step)
{
  SegueProgressPart *self = SEGUE_PROGRESS_PART (part);
  gint64 importance = segue_record_get_int (step, SEGUE_STEP_IMPORTANCE);

  self->loading = TRUE;
  self->today = segue_draft_get_now (draft);
  segue_date_row_set_today (self->target_row, self->today);
  segue_date_row_set_today (self->started_row, self->today);
  segue_date_row_set_today (self->done_row, self->today);
  segue_date_row_set_date (self->target_row, segue_record_get_day (step, SEGUE_STEP_TARGET), NULL);
  segue_date_row_set_date (self->started_row, segue_record_get_day (step, SEGUE_STEP_STARTED_ON), NULL);
  segue_date_row_set_date (self->done_row, segue_record_get_day (step, SEGUE_STEP_DONE_ON), NULL);
  adw_combo_row_set_selected (self->importance_row, importance == SEGUE_NONE ? 0 : (guint) importance);
  adw_combo_row_set_selected (self->status_row, (guint) segue_record_get_int (step, SEGUE_STEP_STATUS));
  segue_amount_row_set_minutes (self->spent_row, segue_record_get_int (step, SEGUE_STEP_SPENT));
  self->loading = FALSE;
}

static void
segue_progress_part_fill (SegueStepPart      *part,
                          SegueRecordBuilder *builder)
{
  SegueProgressPart *self = SEGUE_PROGRESS_PART (part);
  SegueStatus status = get_status (self);

  segue_step_part_put_day (builder, SEGUE_STEP_TARGET, segue_date_row_get_last (self->target_row));
  segue_step_part_put_int (builder, SEGUE_STEP_IMPORTANCE, adw_combo_row_get_selected (self->importance_row));
  segue_record_builder_set_int (builder, SEGUE_STEP_STATUS, status);
  segue_record_builder_set_int (builder, SEGUE_STEP_SPENT, segue_amount_row_get_minutes (self->spent_row));
  segue_step_part_put_day (builder, SEGUE_STEP_STARTED_ON,
                           status == SEGUE_STATUS_TODO ? SEGUE_DAY_NONE : segue_date_row_get_first (self->started_row));
  segue_step_part_put_day (builder, SEGUE_STEP_DONE_ON,
                           status == SEGUE_STATUS_DONE ? segue_date_row_get_first (self->done_row) : SEGUE_DAY_NONE);
}

static gboolean
segue_progress_part_is_sound (SegueStepPart *part)
{
  SegueProgressPart *self = SEGUE_PROGRESS_PART (part);

  return segue_date_row_is_sound (self->target_row) && segue_amount_row_is_sound (self->spent_row) &&
         segue_date_row_is_sound (self->started_row) && segue_date_row_is_sound (self->done_row);
}

static void
segue_progress_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_PROGRESS_PART);

  G_OBJECT_CLASS (segue_progress_part_parent_class)->dispose (object);
}

static void
segue_progress_part_class_init (SegueProgressPartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueStepPartClass *part_class = SEGUE_STEP_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_progress_part_dispose;
  part_class->load = segue_progress_part_load;
  part_class->fill = segue_progress_part_fill;
  part_class->is_sound = segue_progress_part_is_sound;

  g_type_ensure (SEGUE_TYPE_AMOUNT_ROW);
  g_type_ensure (SEGUE_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/segue_planner/Segue/editor/segue-progress-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, target_row);
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, importance_row);
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, status_row);
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, spent_row);
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, started_row);
  gtk_widget_class_bind_template_child (widget_class, SegueProgressPart, done_row);
  gtk_widget_class_bind_template_callback (widget_class, status_changed_cb);
}

static void
segue_progress_part_init (SegueProgressPart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Not every type of step has all of it. */
void
segue_progress_part_set_type (SegueProgressPart *self,
                              SegueStepType      type)
{
  g_return_if_fail (SEGUE_IS_PROGRESS_PART (self));

  self->type = type;
  show_rows (self);
}
