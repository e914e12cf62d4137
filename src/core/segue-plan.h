/* segue-plan.h - one person's plan in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "core/segue-change-set.h"
#include "core/segue-record.h"

G_BEGIN_DECLS

/**
 * SegueItem:
 *
 * The identity of a row: a final object with read-only properties "id",
 * "title" and "record" that points at the current record. An edit swaps the
 * record and notifies what differs.
 */
#define SEGUE_TYPE_ITEM (segue_item_get_type ())
G_DECLARE_FINAL_TYPE (SegueItem, segue_item, SEGUE, ITEM, GObject)

SegueKind          segue_item_get_kind   (SegueItem *self);
const char        *segue_item_get_id     (SegueItem *self);
const char        *segue_item_get_title  (SegueItem *self);
const SegueRecord *segue_item_get_record (SegueItem *self);

/**
 * SeguePlan:
 *
 * All records of one plan and the ways to find them. Ids are unique in the
 * whole plan, whatever their kind. Only the session applies changes to a
 * plan that is shown; verbs and previews work on copies.
 */
#define SEGUE_TYPE_PLAN (segue_plan_get_type ())
G_DECLARE_FINAL_TYPE (SeguePlan, segue_plan, SEGUE, PLAN, GObject)

SeguePlan         *segue_plan_new        (void);
SeguePlan         *segue_plan_new_from   (GPtrArray *records, GError **error); /* of SegueRecord, in any order */
SeguePlan         *segue_plan_copy       (SeguePlan *self);
const char        *segue_plan_get_id     (SeguePlan *self);
const char        *segue_plan_get_title  (SeguePlan *self);
const char        *segue_plan_get_name   (SeguePlan *self);
const SegueRecord *segue_plan_get_header (SeguePlan *self); /* SEGUE_KIND_PLAN */
guint64            segue_plan_get_revision (SeguePlan *self);
guint64            segue_plan_get_stamp  (SeguePlan *self);

guint              segue_plan_count      (SeguePlan *self, SegueKind kind);
const SegueRecord *segue_plan_get_nth    (SeguePlan *self, SegueKind kind, guint index); /* by rank */
const SegueRecord *segue_plan_find       (SeguePlan *self, const char *id); /* of any kind, or NULL */
const SegueRecord *segue_plan_find_kind  (SeguePlan *self, SegueKind kind, const char *id);
int                segue_plan_index_of   (SeguePlan *self, SegueKind kind, const char *id); /* or -1 */
GListModel        *segue_plan_get_items  (SeguePlan *self, SegueKind kind); /* of SegueItem, by rank; (transfer none) */

char              *segue_plan_make_id    (SeguePlan *self, const char *stem); /* not yet used in the plan */
double             segue_plan_next_rank  (SeguePlan *self, SegueKind kind);

gboolean           segue_plan_parse_point (SeguePlan *self, const char *text, const SegueRecord **step, SegueSide *side);

/* Checks that every "before" is the current record and that the result keeps
 * the invariants (ids unique, references found, a plan record); applies all
 * or nothing. Emits "applied" (SegueChangeSet) once. */
gboolean           segue_plan_apply      (SeguePlan *self, SegueChangeSet *change_set, GError **error);
/* The same, where a copy has had it already: takes over its rows. */
void               segue_plan_become     (SeguePlan *self, SeguePlan *copy, SegueChangeSet *change_set);

G_END_DECLS
