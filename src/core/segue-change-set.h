/* segue-change-set.h - one edit with all its consequences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-record.h"

G_BEGIN_DECLS

/* No before is an insertion, no after a removal. */
typedef struct
{
  SegueRecord *before;
  SegueRecord *after;
} SegueChange;

/**
 * SegueChangeSet:
 *
 * Ordered changes with a translated label for people ("Move “Apply”"), and
 * the id of what to show afterwards. Inverting it is undo.
 */
#define SEGUE_TYPE_CHANGE_SET (segue_change_set_get_type ())
G_DECLARE_FINAL_TYPE (SegueChangeSet, segue_change_set, SEGUE, CHANGE_SET, GObject)

SegueChangeSet    *segue_change_set_new       (const char *label);
void               segue_change_set_add       (SegueChangeSet *self, const SegueRecord *before, const SegueRecord *after);
guint              segue_change_set_count     (SegueChangeSet *self);
const SegueChange *segue_change_set_get       (SegueChangeSet *self, guint index);
const char        *segue_change_set_get_label (SegueChangeSet *self);
const char        *segue_change_set_get_focus (SegueChangeSet *self);
void               segue_change_set_set_focus (SegueChangeSet *self, const char *id);
SegueChangeSet    *segue_change_set_invert    (SegueChangeSet *self);

/* What checking it came to, and between which states of a plan it leads: for segue_apply_check() and segue_plan_apply() alone. */
void               segue_change_set_keep_outcome   (SegueChangeSet *self, guint64 stamp, GHashTable *outcome);
GHashTable        *segue_change_set_get_outcome    (SegueChangeSet *self, guint64 stamp);
void               segue_change_set_note_applied   (SegueChangeSet *self, guint64 from, guint64 to);
guint64            segue_change_set_lead           (SegueChangeSet *self, guint64 from);

G_END_DECLS
