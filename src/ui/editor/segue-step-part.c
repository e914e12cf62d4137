/* segue-step-part.c - some fields of a step, made when they are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-step-part.h"

#include "ui/common/segue-ui.h"

G_DEFINE_ABSTRACT_TYPE (SegueStepPart, segue_step_part, ADW_TYPE_PREFERENCES_GROUP)

static void
segue_step_part_class_init (SegueStepPartClass *klass)
{
}

static void
segue_step_part_init (SegueStepPart *self)
{
}

/**
 * segue_step_part_new:
 * @type: which part
 * @draft: what the editor works on
 * @step: the step as it was given to the editor
 *
 * Returns: (transfer floating): a group that says what @step says
 */
SegueStepPart *
segue_step_part_new (GType              type,
                     SegueDraft        *draft,
                     const SegueRecord *step)
{
  SegueStepPart *self;

  g_return_val_if_fail (g_type_is_a (type, SEGUE_TYPE_STEP_PART), NULL);

  self = g_object_new (type, NULL);
  SEGUE_STEP_PART_GET_CLASS (self)->load (self, draft, step);
  segue_ui_keep_words (GTK_WIDGET (self));
  return self;
}

void
segue_step_part_fill (SegueStepPart      *self,
                      SegueRecordBuilder *builder)
{
  g_return_if_fail (SEGUE_IS_STEP_PART (self));

  SEGUE_STEP_PART_GET_CLASS (self)->fill (self, builder);
}

gboolean
segue_step_part_is_sound (SegueStepPart *self)
{
  g_return_val_if_fail (SEGUE_IS_STEP_PART (self), FALSE);

  return SEGUE_STEP_PART_GET_CLASS (self)->is_sound (self);
}

gboolean
segue_step_part_check (SegueStepPart  *self,
                       GError        **error)
{
  SegueStepPartClass *klass;

  g_return_val_if_fail (SEGUE_IS_STEP_PART (self), FALSE);

  klass = SEGUE_STEP_PART_GET_CLASS (self);
  return klass->check == NULL || klass->check (self, error);
}

/* A number that is not there is 0 in its field. */
void
segue_step_part_put_int (SegueRecordBuilder *builder,
                         guint               field,
                         gint64              value)
{
  if (value > 0)
    segue_record_builder_set_int (builder, field, value);
  else
    segue_record_builder_clear (builder, field);
}

void
segue_step_part_put_day (SegueRecordBuilder *builder,
                         guint               field,
                         SegueDay            day)
{
  if (day != SEGUE_DAY_NONE)
    segue_record_builder_set_day (builder, field, day);
  else
    segue_record_builder_clear (builder, field);
}

void
segue_step_part_put_numbers (SegueRecordBuilder *builder,
                             guint               field,
                             gboolean            given,
                             const gint32       *numbers)
{
  if (given)
    segue_record_builder_set_numbers (builder, field, numbers);
  else
    segue_record_builder_clear (builder, field);
}
