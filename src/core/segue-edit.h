/* segue-edit.h - verbs: everything one can do to a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb is a pure function from a plan and arguments to a change set with
 * all its consequences, or an error that is a whole sentence. The same call
 * previews a drag, performs it, and is tested without display or database.
 * All return (transfer full), and NULL with @error set when it cannot be.
 */
#pragma once

#include "core/segue-layout.h"
#include "core/segue-plan.h"

G_BEGIN_DECLS

/* Moves @point ("apply", "metrics.start") of a step to @day by adding or
 * changing one visible rule: a person's own not-before rule for a later day,
 * not-after for the end pulled earlier, on for a milestone that was fixed by
 * an `on` rule. Never a silent pin. */
SegueChangeSet *segue_edit_move_point    (SeguePlan *plan, SegueLayout *layout, const char *point, SegueDay day, GError **error);

SegueChangeSet *segue_edit_set_record    (SeguePlan *plan, const SegueRecord *after, GError **error); /* one changed row */
SegueChangeSet *segue_edit_add_record    (SeguePlan *plan, const SegueRecord *record, GError **error);
SegueChangeSet *segue_edit_remove        (SeguePlan *plan, const char *id, GError **error); /* with all that hangs on it */
SegueChangeSet *segue_edit_set_rule_enabled (SeguePlan *plan, const char *rule_id, gboolean enabled, GError **error);
SegueChangeSet *segue_edit_set_status    (SeguePlan *plan, const char *step_id, SegueStatus status, SegueDay on, GError **error);
SegueChangeSet *segue_edit_set_outcome   (SeguePlan *plan, const char *step_id, SegueOutcome outcome, GError **error);
SegueChangeSet *segue_edit_rank_route    (SeguePlan *plan, const char *route_id, guint place, GError **error);
/* @remedy is an index of the schedule's remedies, one of those of @conflict. */
SegueChangeSet *segue_edit_apply_remedy  (SeguePlan *plan, SegueLayout *layout, int conflict, int remedy, GError **error);
/* What was done on a copy of the plan, as one edit. */
gboolean        segue_edit_is_changed    (SeguePlan *base, SeguePlan *draft);
SegueChangeSet *segue_edit_take_draft    (SeguePlan *plan, SeguePlan *base, SeguePlan *draft, const char *label, const char *focus, GError **error);
SegueChangeSet *segue_edit_import        (SeguePlan *plan, SeguePlan *imported, GError **error); /* replace all by @imported */

/* Drawn with the pointer: one step after another, by one rule; an end pulled to another day. */
SegueChangeSet *segue_edit_link          (SeguePlan *plan, const char *first, const char *then, GError **error);
SegueChangeSet *segue_edit_resize        (SeguePlan *plan, SegueLayout *layout, const char *step_id, SegueDay day, GError **error);

/* Several rows at once, as one edit; @ids end with NULL and are not empty. */
SegueChangeSet *segue_edit_remove_all    (SeguePlan *plan, const char *const *ids, GError **error);
SegueChangeSet *segue_edit_set_status_of_all (SeguePlan *plan, const char *const *ids, SegueStatus status, SegueDay on, GError **error);
SegueChangeSet *segue_edit_move_all      (SeguePlan *plan, SegueLayout *layout, const char *const *ids, int days, GError **error);
SegueChangeSet *segue_edit_link_all      (SeguePlan *plan, const char *const *ids, GError **error); /* at least two, in time */

/* The clipboard holds a plan of its own: steps, or goals with all that is theirs. */
SeguePlan      *segue_plan_extract       (SeguePlan *plan, const char *const *ids);
SegueChangeSet *segue_edit_paste         (SeguePlan *plan, SeguePlan *part, GError **error);
SegueChangeSet *segue_edit_duplicate     (SeguePlan *plan, const char *const *ids, GError **error);

G_END_DECLS
