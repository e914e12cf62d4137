/* segue-step-part.h - some fields of a step, made when they are wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/editor/segue-draft.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_STEP_PART (segue_step_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (SegueStepPart, segue_step_part, SEGUE, STEP_PART, AdwPreferencesGroup)

/**
 * SegueStepPartClass:
 * @load: puts a step of the plan into the fields
 * @fill: puts the fields into what the step shall be
 * @is_sound: whether all of them can be read; they say themselves what is wrong
 * @check: says what is wrong with them together, or %NULL
 */
struct _SegueStepPartClass
{
  AdwPreferencesGroupClass parent_class;

  void     (*load)     (SegueStepPart *self, SegueDraft *draft, const SegueRecord *step);
  void     (*fill)     (SegueStepPart *self, SegueRecordBuilder *builder);
  gboolean (*is_sound) (SegueStepPart *self);
  gboolean (*check)    (SegueStepPart *self, GError **error);
};

SegueStepPart *segue_step_part_new      (GType type, SegueDraft *draft, const SegueRecord *step);
void           segue_step_part_fill     (SegueStepPart *self, SegueRecordBuilder *builder);
gboolean       segue_step_part_is_sound (SegueStepPart *self);
gboolean       segue_step_part_check    (SegueStepPart *self, GError **error);

/* For its descendants. */
void segue_step_part_put_int     (SegueRecordBuilder *builder, guint field, gint64 value);
void segue_step_part_put_day     (SegueRecordBuilder *builder, guint field, SegueDay day);
void segue_step_part_put_numbers (SegueRecordBuilder *builder, guint field, gboolean given, const gint32 *numbers);

G_END_DECLS
