/* segue-practice-part.c - the fields of a step that takes its hours every week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-practice-part.h"

#include "ui/common/segue-week-row.h"

struct _SeguePracticePart
{
  SegueStepPart parent_instance;

  SegueWeekRow *load_row;
};

G_DEFINE_FINAL_TYPE (SeguePracticePart, segue_practice_part, SEGUE_TYPE_STEP_PART)

static void
segue_practice_part_load (SegueStepPart     *part,
                          SegueDraft        *draft,
                          const SegueRecord *step)
{
  SeguePracticePart *self = SEGUE_PRACTICE_PART (part);

  segue_week_row_set_minutes (self->load_row, segue_record_get_numbers (step, SEGUE_STEP_LOAD));
}

static void
segue_practice_part_fill (SegueStepPart      *part,
                          SegueRecordBuilder *builder)
{
  SeguePracticePart *self = SEGUE_PRACTICE_PART (part);
  gint32 week[7];
  gboolean given = segue_week_row_get_minutes (self->load_row, week);

  segue_step_part_put_numbers (builder, SEGUE_STEP_LOAD, given, week);
}

static gboolean
segue_practice_part_is_sound (SegueStepPart *part)
{
  return segue_week_row_is_sound (SEGUE_PRACTICE_PART (part)->load_row);
}

static void
segue_practice_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_PRACTICE_PART);

  G_OBJECT_CLASS (segue_practice_part_parent_class)->dispose (object);
}

static void
segue_practice_part_class_init (SeguePracticePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueStepPartClass *part_class = SEGUE_STEP_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_practice_part_dispose;
  part_class->load = segue_practice_part_load;
  part_class->fill = segue_practice_part_fill;
  part_class->is_sound = segue_practice_part_is_sound;

  g_type_ensure (SEGUE_TYPE_WEEK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/segue_planner/Segue/editor/segue-practice-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SeguePracticePart, load_row);
}

static void
segue_practice_part_init (SeguePracticePart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
