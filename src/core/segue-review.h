/* segue-review.h - what needs a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review is a pass through what needs a decision since the last one. What
 * that is follows from the plan, its layout and what was answered; nothing is
 * stored but the answers. An answer is an edit of the plan together with its
 * row (SEGUE_KIND_ANSWER), and so one undo step.
 */
#pragma once

#include "core/segue-edit.h"

G_BEGIN_DECLS

/* One thing that needs a decision. */
typedef struct
{
  SegueReviewCause cause;
  char *id;      /* of a step, route, rule, obstacle or decision */
  char *title;
  SegueDay day;  /* where it lies; by when; since when */
  int days;      /* until the day; late; of slack; that it stands: by its cause */
} SegueReviewItem;

SegueReviewItem   *segue_review_item_copy    (const SegueReviewItem *self);
void               segue_review_item_free    (SegueReviewItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueReviewItem, segue_review_item_free)

/* How a person decided about one thing. */
typedef struct
{
  SegueVerdict verdict;
  SegueDay day;          /* of SEGUE_VERDICT_DONE, _PASSED: when; of _MOVED: where to */
  const char *why;       /* or NULL */
  const char *evidence;  /* or NULL */
  const char *effect;    /* what followed, as it was told, or NULL */
  const char *decided;   /* of SEGUE_VERDICT_REOPENED: the new answer, or NULL */
} SegueReviewAnswer;

GPtrArray         *segue_review_find_items   (SeguePlan *plan, SegueLayout *layout, const char *review_id);
GPtrArray         *segue_review_find_next    (SeguePlan *plan, SegueLayout *layout, guint most);
char              *segue_review_item_describe (const SegueReviewItem *self, SegueDay today);
char              *segue_review_item_describe_more (const SegueReviewItem *self, SeguePlan *plan, SegueLayout *layout);
gboolean           segue_review_item_allows  (const SegueReviewItem *self, SeguePlan *plan, SegueLayout *layout,
                                              SegueVerdict verdict);
char              *segue_review_item_get_point (const SegueReviewItem *self, SeguePlan *plan, SegueLayout *layout);

const SegueRecord *segue_review_get_open     (SeguePlan *plan); /* begun and left, or NULL */
const SegueRecord *segue_review_get_last     (SeguePlan *plan); /* finished last, or NULL */
SegueDay           segue_review_get_next_day (SeguePlan *plan); /* by the rhythm; SEGUE_DAY_NONE: never */
gboolean           segue_review_is_due       (SeguePlan *plan, SegueDay today);
SegueDay           segue_review_add_rhythm   (SeguePlan *plan, SegueDay day);
GPtrArray         *segue_review_get_answers  (SeguePlan *plan, const char *review_id);
char              *segue_review_answer_describe (const SegueRecord *answer);
char              *segue_review_answer_summarize (const SegueRecord *answer);
char              *segue_review_count_answers (SeguePlan *plan, const char *review_id);
char              *segue_check_in_describe   (const SegueRecord *check_in);

gboolean           segue_reason_is_over      (SeguePlan *plan, const SegueRecord *reason, SegueDay today, SegueDay *day);
gboolean           segue_decision_counted_on (SeguePlan *plan, const SegueRecord *decision, const SegueRecord *reason);
char              *segue_decision_describe   (SeguePlan *plan, const SegueRecord *decision, SegueDay today);
char              *segue_entry_describe      (const SegueRecord *entry);

SegueChangeSet    *segue_edit_begin_review   (SeguePlan *plan, SegueLayout *layout, SegueDay on, GError **error);
SegueChangeSet    *segue_edit_answer         (SeguePlan *plan, SegueLayout *layout, const char *review_id,
                                              const SegueReviewItem *item, const SegueReviewAnswer *answer, GError **error);
SegueChangeSet    *segue_edit_finish_review  (SeguePlan *plan, const char *review_id, SegueDay on, GError **error);
SegueChangeSet    *segue_edit_check_in       (SeguePlan *plan, SegueDay on, const char *did, const char *next,
                                              const char *obstacle, const char *about, GError **error);
SegueChangeSet    *segue_edit_clear_obstacle (SeguePlan *plan, const char *obstacle_id, SegueDay on, GError **error);
SegueChangeSet    *segue_edit_save_decision  (SeguePlan *plan, const SegueRecord *decision, GPtrArray *reasons, GError **error);
SegueChangeSet    *segue_edit_decide         (SeguePlan *plan, const char *decision_id, const char *decided, SegueDay on,
                                              GError **error);
SegueChangeSet    *segue_edit_reopen_decision (SeguePlan *plan, const char *decision_id, SegueDay on, GError **error);
SegueChangeSet    *segue_edit_remove_decision (SeguePlan *plan, const char *decision_id, GError **error);

G_END_DECLS
