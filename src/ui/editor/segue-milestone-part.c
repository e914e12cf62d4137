/* segue-milestone-part.c - the fields of a step that takes no time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-milestone-part.h"


struct _SegueMilestonePart
{
  SegueStepPart parent_instance;

  AdwSwitchRow *gate_row;
  AdwComboRow *outcome_row;
};

G_DEFINE_FINAL_TYPE (SegueMilestonePart, segue_milestone_part, SEGUE_TYPE_STEP_PART)

static void
segue_milestone_part_load (SegueStepPart     *part,
                           SegueDraft        *draft,
                           const SegueRecord *step)
{
  SegueMilestonePart *self = SEGUE_MILESTONE_PART (part);

  adw_switch_row_set_active (self->gate_row, segue_record_get_bool (step, SEGUE_STEP_GATE));
  adw_combo_row_set_selected (self->outcome_row, (guint) segue_record_get_int (step, SEGUE_STEP_OUTCOME));
}

static void
segue_milestone_part_fill (SegueStepPart      *part,
                           SegueRecordBuilder *builder)
{
  SegueMilestonePart *self = SEGUE_MILESTONE_PART (part);
  gboolean gate = adw_switch_row_get_active (self->gate_row);

  segue_record_builder_set_bool (builder, SEGUE_STEP_GATE, gate);
  segue_record_builder_set_int (builder, SEGUE_STEP_OUTCOME,
                                gate ? (gint64) adw_combo_row_get_selected (self->outcome_row) : SEGUE_OUTCOME_NONE);
}

static gboolean
segue_milestone_part_is_sound (SegueStepPart *part)
{
  return TRUE;
}

static void
segue_milestone_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_MILESTONE_PART);

  G_OBJECT_CLASS (segue_milestone_part_parent_class)->dispose (object);
}

static void
segue_milestone_part_class_init (SegueMilestonePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueStepPartClass *part_class = SEGUE_STEP_PART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_milestone_part_dispose;
  part_class->load = segue_milestone_part_load;
  part_class->fill = segue_milestone_part_fill;
  part_class->is_sound = segue_milestone_part_is_sound;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/segue_planner/Segue/editor/segue-milestone-part.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueMilestonePart, gate_row);
  gtk_widget_class_bind_template_child (widget_class, SegueMilestonePart, outcome_row);
}

static void
segue_milestone_part_init (SegueMilestonePart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
