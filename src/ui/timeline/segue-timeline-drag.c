/* segue-timeline-drag.c - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-drag.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"
#include "core/segue-trial-queue.h"
#include "core/segue-trial.h"

/* What was found out in a thread beside the edit. */
typedef struct
{
  SegueLayout *preview; /* or NULL */
} Answer;

/* Where the pointer aims: all that the verb needs beside the plan. */
typedef struct
{
  SegueTimelineDragKind kind;
  char **ids;
  gboolean milestone;
  gboolean by_keys; /* the days are counted from where it lies when its turn has come */
  SegueDay begin;   /* where the first lies now */
  SegueDay end;
  int days;
  char *target;
  SegueDay today;
  Answer *answer;   /* NULL where the edit alone is asked for */
} Aim;

struct _SegueTimelineDrag
{
  SegueTimelineDragKind kind;
  SeguePlan *plan;
  SegueLayout *layout;
  SegueDay today;
  char **ids;     /* what is held: the one under the pointer first */

  int days;
  char *target;   /* of a link, or NULL */
  char *text;
  char *effect;   /* of what was tried last, or NULL */
  gboolean bad;
  GArray *moves;  /* what is held, and behind it what follows */
  guint n_held;

  SegueTrialQueue *queue;  /* NULL: what is aimed at is tried at once */
  GCallback changed;
  gpointer owner;
  SegueChangeSet *tried;   /* the edit where it aims now, once that was tried */
  Answer *answer;          /* of what was let go, or NULL */
  SegueActFunc done;       /* is waiting for it */
  gpointer dropper;
};

static int
find_step (SegueTimelineDrag *self, const char *id)
{
  int step = segue_layout_find (self->layout, SEGUE_KIND_STEP, id);

  if (step < 0 || !segue_layout_get_schedule (self->layout)->steps[step].active
      || segue_layout_get_schedule (self->layout)->steps[step].start == SEGUE_DAY_NONE)
    return -1;

  return step;
}

static const SegueStepResult *
get_result (SegueTimelineDrag *self, const char *id)
{
  return segue_layout_get_step_result (self->layout, id);
}

static gboolean
is_milestone (SegueTimelineDrag *self)
{
  int step = segue_layout_find (self->layout, SEGUE_KIND_STEP, self->ids[0]);

  return segue_layout_get_problem (self->layout)->steps[step].type == SEGUE_STEP_MILESTONE;
}

/* What is held is shown where the person holds it, until it was tried there
 * and the engine has it elsewhere. */
static void
add_own_move (SegueTimelineDrag *self, SegueLayout *preview, const char *id)
{
  const SegueStepResult *before = get_result (self, id);
  const SegueStepResult *after = preview != NULL ? segue_layout_get_step_result (preview, id) : NULL;
  SegueTimelineMove move = { .id = id };

  if (after != NULL && after->active && after->start != SEGUE_DAY_NONE)
    {
      move.first = after->start;
      move.last = after->end;
    }
  else
    {
      move.first = before->start + (self->kind == SEGUE_DRAG_MOVE ? self->days : 0);
      move.last = MAX (before->end + (self->kind == SEGUE_DRAG_LINK ? 0 : self->days), move.first);
    }
  g_array_append_val (self->moves, move);
}

static void
add_own_moves (SegueTimelineDrag *self, SegueLayout *preview)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    add_own_move (self, preview, self->ids[i]);
  self->n_held = self->moves->len;
}

static gboolean
was_broken (SegueTimelineDrag *self, SegueLayout *preview, int rule)
{
  const SegueSchedule *before = segue_layout_get_schedule (self->layout);
  int old = segue_layout_find (self->layout, SEGUE_KIND_RULE, segue_record_get_id (segue_layout_get_rule (preview, rule)));

  for (int i = 0; i < before->n_broken; i++)
    if (before->broken[i].rule == old)
      return TRUE;

  return FALSE;
}

/* Whether a rule on the step would break that holds now. */
static gboolean
would_break (SegueTimelineDrag *self, SegueLayout *preview, int step)
{
  const SegueSchedule *after = segue_layout_get_schedule (preview);
  const SegueProblem *problem = segue_layout_get_problem (preview);

  for (int i = 0; i < after->n_broken; i++)
    if (problem->rules[after->broken[i].rule].point.step == step && !was_broken (self, preview, after->broken[i].rule))
      return TRUE;

  return FALSE;
}

static gboolean
is_laid_out (const SegueStepResult *result)
{
  return result->active && result->start != SEGUE_DAY_NONE;
}

static void
find_moves (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueSchedule *before = segue_layout_get_schedule (self->layout);
  const SegueSchedule *after = segue_layout_get_schedule (preview);

  for (int i = 0; i < MIN (before->n_steps, after->n_steps); i++)
    {
      const SegueStepResult *old = &before->steps[i];
      const SegueStepResult *new = &after->steps[i];
      SegueTimelineMove move = { .id = segue_record_get_id (segue_layout_get_step (self->layout, i)) };

      if (segue_timeline_drag_holds (self, move.id) || (!is_laid_out (old) && !is_laid_out (new)))
        continue;

      if (!is_laid_out (new))
        move.kind = SEGUE_MOVE_LOST;
      else if (would_break (self, preview, i))
        move.kind = SEGUE_MOVE_BREAKS;
      else if (is_laid_out (old) && old->start == new->start && old->end == new->end)
        continue;
      move.first = move.kind == SEGUE_MOVE_LOST ? old->start : new->start;
      move.last = move.kind == SEGUE_MOVE_LOST ? old->end : new->end;
      g_array_append_val (self->moves, move);
    }
}

/* The first goal that another route would be taken for. */
static char *
describe_routes (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueSchedule *before = segue_layout_get_schedule (self->layout);
  const SegueSchedule *after = segue_layout_get_schedule (preview);

  for (int i = 0; i < MIN (before->n_goals, after->n_goals); i++)
    {
      int old = before->goals[i].chosen;
      int new = after->goals[i].chosen;

      if (old == new || old < 0 || new < 0)
        continue;
      if (after->routes[new].unproven)
        /* Translators: what moving a step does to a goal: whether its route "Fall 2023" is lost could not be told in time */
        return g_strdup_printf (_("No way to %s was found"),
                                segue_record_get_name (segue_layout_get_route (self->layout, old)));
      if (after->routes[new].status == SEGUE_ROUTE_INFEASIBLE)
        /* Translators: what moving a step does to a goal: the route "Fall 2023" is lost, and no other is left */
        return g_strdup_printf (_("%s can no longer be reached"),
                                segue_record_get_name (segue_layout_get_route (self->layout, old)));

      /* Translators: what moving a step does to a goal: "Spring 2024 instead of Fall 2023" */
      return g_strdup_printf (_("%s instead of %s"), segue_record_get_name (segue_layout_get_route (preview, new)),
                              segue_record_get_name (segue_layout_get_route (self->layout, old)));
    }

  return NULL;
}

static char *
describe_broken (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueSchedule *after = segue_layout_get_schedule (preview);

  for (int i = 0; i < after->n_broken; i++)
    if (!was_broken (self, preview, after->broken[i].rule))
      {
        g_autofree char *rule = segue_text_rule (preview, after->broken[i].rule);

        /* Translators: what moving a step does, followed by the sentence of a rule */
        return g_strdup_printf (_("Breaks: %s"), rule);
      }

  return NULL;
}

/* What is held comes first; the others follow. */
static char *
describe_moves (SegueTimelineDrag *self)
{
  guint n_held = g_strv_length (self->ids);
  guint n_others = self->moves->len > n_held ? self->moves->len - n_held : 0;
  const char *title;

  if (n_others == 0)
    return g_strdup (_("Nothing else changes"));

  title = segue_record_get_name (segue_plan_find (self->plan, g_array_index (self->moves, SegueTimelineMove, n_held).id));
  if (n_others == 1)
    /* Translators: what moving a step does: the title of the one other step that moves with it */
    return g_strdup_printf (_("“%s” moves as well"), title);

  /* Translators: what moving a step does: the title of another step that moves with it, and how many more do */
  return g_strdup_printf (ngettext ("“%1$s” and %2$u other step move as well", "“%1$s” and %2$u other steps move as well",
                                    n_others - 1), title, n_others - 1);
}

/* A wish is no rule: that it is missed is told, and breaks nothing. */
static char *
describe_wish (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueSchedule *before = segue_layout_get_schedule (self->layout);
  const SegueSchedule *after = segue_layout_get_schedule (preview);

  for (int i = 0; i < MIN (before->n_steps, after->n_steps); i++)
    if (after->steps[i].active && after->steps[i].late_days > MAX (before->steps[i].late_days, 0))
      return segue_text_missed_target (segue_record_get_name (segue_layout_get_step (preview, i)),
                                       after->steps[i].late_days);

  return NULL;
}

/* The length that work or a wait would have: "3 February 2023 · 14 h". */
static char *
describe_length (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueStepResult *result = segue_layout_get_step_result (preview, self->ids[0]);
  int step = segue_layout_find (preview, SEGUE_KIND_STEP, self->ids[0]);
  const SegueStepSpec *spec = &segue_layout_get_problem (preview)->steps[step];
  g_autofree char *day = segue_text_day (result->end);
  g_autofree char *length = spec->type == SEGUE_STEP_WAIT ? segue_text_days (spec->days[SEGUE_ESTIMATE_LIKELY])
                                                          : segue_text_minutes (spec->effort[SEGUE_ESTIMATE_LIKELY]);

  /* Translators: the day on which a step would end, and how long it would be: "3 February 2023 · 14 h" */
  return g_strdup_printf (_("%s · %s"), day, length);
}

static char *
describe_aim (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueStepResult *result = get_result (self, self->ids[0]);
  const char *first = segue_record_get_name (segue_plan_find (self->plan, self->ids[0]));

  switch (self->kind)
    {
    case SEGUE_DRAG_RESIZE:
      return preview != NULL ? describe_length (self, preview) : segue_text_day (MAX (result->end + self->days, result->start));
    case SEGUE_DRAG_LINK:
      /* Translators: what a link that is being drawn means; titles of two steps, the second comes first in time */
      return segue_particle_resolve (g_strdup_printf (_("“%1$s” after “%2$s”"),
                                                      segue_record_get_name (segue_plan_find (self->plan, self->target)),
                                                      first));
    case SEGUE_DRAG_END:
      return segue_text_day (result->end + self->days);
    case SEGUE_DRAG_MOVE:
    default:
      return segue_text_day (result->start + self->days);
    }
}

/* What is aimed at, and what followed where it was tried last. */
static void
write_text (SegueTimelineDrag *self, SegueLayout *preview)
{
  g_autofree char *aim = describe_aim (self, preview);

  g_free (self->text);
  self->text = self->effect != NULL ? g_strdup_printf ("%s\n%s", aim, self->effect) : g_steal_pointer (&aim);
}

static void
forget (SegueTimelineDrag *self)
{
  self->bad = FALSE;
  self->n_held = 0;
  g_array_set_size (self->moves, 0);
  g_clear_pointer (&self->effect, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->tried);
}

static void
describe_effect (SegueTimelineDrag *self, SegueLayout *preview)
{
  self->effect = describe_routes (self, preview);
  if (self->effect == NULL)
    self->effect = describe_broken (self, preview);
  self->bad = self->effect != NULL;
  if (self->effect == NULL)
    self->effect = describe_wish (self, preview);
  if (self->effect == NULL)
    self->effect = describe_moves (self);
}

static void
answer_clear (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->preview, segue_layout_unref);
}

static void
answer_unref (Answer *answer)
{
  g_atomic_rc_box_release_full (answer, answer_clear);
}

static void
aim_free (gpointer data)
{
  Aim *aim = data;

  g_clear_pointer (&aim->answer, answer_unref);
  g_strfreev (aim->ids);
  g_free (aim->target);
  g_free (aim);
}

static Aim *
aim_new (SegueTimelineDrag *self)
{
  Aim *aim = g_new0 (Aim, 1);

  aim->kind = self->kind;
  aim->ids = g_strdupv (self->ids);
  aim->milestone = is_milestone (self);
  aim->begin = get_result (self, self->ids[0])->start;
  aim->end = get_result (self, self->ids[0])->end;
  aim->days = self->days;
  aim->target = g_strdup (self->target);
  aim->today = self->today;

  return aim;
}

/* It may lie elsewhere by now: where it was let go is a day, a key counts from there. */
static int
get_days (const Aim *aim, SegueLayout *layout)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, aim->ids[0]);

  if (aim->by_keys || result == NULL || result->start == SEGUE_DAY_NONE)
    return aim->days;

  return aim->begin + aim->days - result->start;
}

static SegueDay
get_end (const Aim *aim, SegueLayout *layout)
{
  const SegueStepResult *result = segue_layout_get_step_result (layout, aim->ids[0]);

  if (!aim->by_keys || result == NULL || result->end == SEGUE_DAY_NONE)
    return aim->end + aim->days;

  return result->end + aim->days;
}

static SegueChangeSet *
move_end (SeguePlan *plan, SegueLayout *layout, const Aim *aim, GError **error)
{
  g_autofree char *point = g_strconcat (aim->ids[0], aim->milestone ? "" : ".end", NULL);

  return segue_edit_move_point (plan, layout, point, get_end (aim, layout), error);
}

/* The verb; knows nothing of the drag, since it is tried in a thread. */
static SegueChangeSet *
make_edit (SeguePlan *plan, SegueLayout *layout, gconstpointer question, GError **error)
{
  const Aim *aim = question;

  switch (aim->kind)
    {
    case SEGUE_DRAG_END:
      return move_end (plan, layout, aim, error);
    case SEGUE_DRAG_RESIZE:
      return segue_edit_resize (plan, layout, aim->ids[0], get_end (aim, layout), error);
    case SEGUE_DRAG_LINK:
      return segue_edit_link (plan, aim->ids[0], aim->target, error);
    case SEGUE_DRAG_MOVE:
    default:
      return segue_edit_move_all (plan, layout, (const char *const *) aim->ids, get_days (aim, layout), error);
    }
}

/* The same, and what would follow from it. */
static SegueChangeSet *
make_edit_and_try (SeguePlan *plan, SegueLayout *layout, gconstpointer question, GError **error)
{
  const Aim *aim = question;
  SegueChangeSet *change_set = make_edit (plan, layout, aim, error);

  if (change_set != NULL)
    aim->answer->preview = segue_trial_lay_out (plan, change_set, aim->today, SEGUE_SOLVE_DATES, layout, NULL);

  return change_set;
}

/* The pointer may be elsewhere by now: then what it holds stays with it, and
 * the rest is the newest that is known. */
static void
answered_cb (gpointer owner, gconstpointer question, SegueChangeSet *change_set, SegueLayout *preview, const GError *error)
{
  SegueTimelineDrag *self = owner;
  const Aim *aim = question;
  gboolean current = aim->days == self->days && g_strcmp0 (aim->target, self->target) == 0;

  forget (self);
  add_own_moves (self, current ? preview : NULL);
  if (preview != NULL)
    {
      find_moves (self, preview);
      describe_effect (self, preview);
      write_text (self, current ? preview : NULL);
    }
  else
    {
      self->bad = TRUE;
      self->text = g_strdup (error->message);
    }
  if (current)
    g_set_object (&self->tried, change_set);
  if (self->changed != NULL)
    ((void (*) (gpointer)) self->changed) (self->owner);
}

static void
try_now (SegueTimelineDrag *self)
{
  Aim *aim = aim_new (self);
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(SegueLayout) preview = NULL;
  g_autoptr(GError) error = NULL;

  change_set = make_edit (self->plan, self->layout, aim, &error);
  if (change_set != NULL)
    preview = segue_trial_lay_out (self->plan, change_set, self->today, SEGUE_SOLVE_DATES, self->layout, &error);
  answered_cb (self, aim, change_set, preview, error);
  aim_free (aim);
}

/* What is held goes with the pointer; what follows from it stays as it was last. */
static void
hold_on (SegueTimelineDrag *self)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->moves);
  guint n_before = self->n_held;

  self->moves = g_array_new (FALSE, FALSE, sizeof (SegueTimelineMove));
  add_own_moves (self, NULL);
  if (before->len > n_before)
    g_array_append_vals (self->moves, &g_array_index (before, SegueTimelineMove, n_before), before->len - n_before);
}

/* Tries what the pointer aims at. */
static void
try (SegueTimelineDrag *self)
{
  if (self->queue == NULL)
    {
      try_now (self);
      return;
    }

  g_clear_object (&self->tried);
  hold_on (self);
  write_text (self, NULL);
  segue_trial_queue_ask (self->queue, aim_new (self));
}

/**
 * segue_timeline_drag_new:
 * @step_ids: (array zero-terminated=1): of steps that are laid out, the one
 *   under the pointer first; others than for a move only that one counts
 *
 * Returns: (transfer full) (nullable): nothing has moved yet; NULL if the
 *   first has no dates
 */
SegueTimelineDrag *
segue_timeline_drag_new (SegueTimelineDragKind kind, SeguePlan *plan, SegueLayout *layout, SegueDay today,
                         const char *const *step_ids)
{
  g_autoptr(SegueTimelineDrag) self = g_new0 (SegueTimelineDrag, 1);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  self->kind = kind;
  self->plan = g_object_ref (plan);
  self->layout = segue_layout_ref (layout);
  self->today = today;
  self->moves = g_array_new (FALSE, FALSE, sizeof (SegueTimelineMove));
  for (guint i = 0; step_ids[i] != NULL; i++)
    if (find_step (self, step_ids[i]) >= 0 && (i == 0 || kind == SEGUE_DRAG_MOVE))
      g_strv_builder_add (ids, step_ids[i]);
  self->ids = g_strv_builder_end (ids);

  if (self->ids[0] == NULL || !g_str_equal (self->ids[0], step_ids[0]))
    return NULL;

  return g_steal_pointer (&self);
}

void
segue_timeline_drag_free (SegueTimelineDrag *self)
{
  g_clear_pointer (&self->queue, segue_trial_queue_free);
  g_clear_pointer (&self->answer, answer_unref);
  g_clear_object (&self->tried);
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_array_unref (self->moves);
  g_strfreev (self->ids);
  g_free (self->target);
  g_free (self->effect);
  g_free (self->text);
  g_free (self);
}

/**
 * segue_timeline_drag_follow:
 * @changed: (scope notified): is called with @owner when more is known of what
 *   is aimed at
 *
 * From now on nothing is tried while the caller waits: the steps that are held
 * and the text follow the aim at once, and what else would happen is shown when
 * a thread has found it out, always for the newest aim.
 */
void
segue_timeline_drag_follow (SegueTimelineDrag *self, GCallback changed, gpointer owner)
{
  g_return_if_fail (self->queue == NULL);

  self->changed = changed;
  self->owner = owner;
  self->queue = segue_trial_queue_new (self->plan, self->layout, self->today, SEGUE_SOLVE_DATES, make_edit, aim_free,
                                       answered_cb, self);
}

/* Whether something that was aimed at is still being tried. */
gboolean
segue_timeline_drag_is_busy (SegueTimelineDrag *self)
{
  return self->queue != NULL && segue_trial_queue_is_busy (self->queue);
}

static void
give_up (SegueTimelineDrag *self)
{
  if (self->queue != NULL)
    segue_trial_queue_forget (self->queue);
  forget (self);
}

/**
 * segue_timeline_drag_aim:
 * @days: how far from where it lies
 *
 * Aims there without trying it; what is known of that place stays known.
 */
void
segue_timeline_drag_aim (SegueTimelineDrag *self, int days)
{
  if (days == self->days && days != 0)
    return;

  self->days = days;
  give_up (self);
}

/**
 * segue_timeline_drag_set_days:
 * @days: how far from where it lies
 *
 * Tries it there. Returns: whether that is news
 */
gboolean
segue_timeline_drag_set_days (SegueTimelineDrag *self, int days)
{
  if (days == self->days)
    return FALSE;

  self->days = days;
  if (days != 0)
    try (self);
  else
    give_up (self);

  return TRUE;
}

/**
 * segue_timeline_drag_set_target:
 * @step_id: (nullable): the step that shall come after the one that is held
 *
 * Tries the link. Returns: whether that is news
 */
gboolean
segue_timeline_drag_set_target (SegueTimelineDrag *self, const char *step_id)
{
  if (step_id != NULL && (find_step (self, step_id) < 0 || g_str_equal (step_id, self->ids[0])))
    step_id = NULL;
  if (!g_set_str (&self->target, step_id))
    return FALSE;

  if (self->target != NULL)
    try (self);
  else
    give_up (self);

  return TRUE;
}

SegueTimelineDragKind
segue_timeline_drag_get_kind (SegueTimelineDrag *self)
{
  return self->kind;
}

/* (transfer none): what is under the pointer. */
const char *
segue_timeline_drag_get_id (SegueTimelineDrag *self)
{
  return self->ids[0];
}

/* (transfer none) (nullable): to what a link leads. */
const char *
segue_timeline_drag_get_target (SegueTimelineDrag *self)
{
  return self->target;
}

gboolean
segue_timeline_drag_holds (SegueTimelineDrag *self, const char *step_id)
{
  return g_strv_contains ((const char *const *) self->ids, step_id);
}

/**
 * segue_timeline_drag_get_day:
 *
 * Returns: the day, with its fraction, at which the pointer holds it
 */
double
segue_timeline_drag_get_day (SegueTimelineDrag *self)
{
  const SegueStepResult *result = get_result (self, self->ids[0]);

  if (self->kind != SEGUE_DRAG_MOVE)
    return MAX (result->end + (self->kind == SEGUE_DRAG_LINK ? 0 : self->days), result->start) + 1.0;

  return result->start + self->days + (is_milestone (self) ? 0.5 : 0);
}

/**
 * segue_timeline_drag_get_text:
 *
 * Returns: (transfer none) (nullable): what is aimed at, and on a second line
 *   what else would happen, if only that nothing would; or why it cannot be
 */
const char *
segue_timeline_drag_get_text (SegueTimelineDrag *self)
{
  return self->text;
}

/**
 * segue_timeline_drag_get_effect:
 *
 * Returns: (transfer none) (nullable): what else would happen where it was tried
 *   last
 */
const char *
segue_timeline_drag_get_effect (SegueTimelineDrag *self)
{
  return self->effect;
}

/**
 * segue_timeline_drag_is_bad:
 *
 * Returns: whether a rule would break, a route be lost, or nothing happen
 */
gboolean
segue_timeline_drag_is_bad (SegueTimelineDrag *self)
{
  return self->bad;
}

/**
 * segue_timeline_drag_is_idle:
 *
 * Returns: whether it would be left as it is
 */
gboolean
segue_timeline_drag_is_idle (SegueTimelineDrag *self)
{
  return self->kind == SEGUE_DRAG_LINK ? self->target == NULL : self->days == 0;
}

/**
 * segue_timeline_drag_get_tried:
 *
 * What is tried on the way is what is done at the end.
 *
 * Returns: (transfer none) (nullable): the edit where it is aimed at, once that
 *   has been tried
 */
SegueChangeSet *
segue_timeline_drag_get_tried (SegueTimelineDrag *self)
{
  return self->tried;
}

/* What followed from it is told from what was tried in the same thread. */
static void
done_cb (gpointer data, SegueChangeSet *change_set, const GError *error)
{
  SegueTimelineDrag *self = data;

  if (self->answer != NULL && self->answer->preview != NULL)
    {
      forget (self);
      add_own_moves (self, self->answer->preview);
      find_moves (self, self->answer->preview);
      describe_effect (self, self->answer->preview);
    }
  self->done (self->dropper, change_set, error);
}

/**
 * segue_timeline_drag_drop:
 * @session: whose plan it is
 * @how: what the days are counted from, and whether the effect is asked for
 * @done: is called once with @owner: now, or when it has been done in a thread
 *   behind what was asked for before; it may free the drag, which is kept until then
 *
 * It is let go where it is aimed at, and done. The engine is not asked while the
 * caller waits.
 */
void
segue_timeline_drag_drop (SegueTimelineDrag *self, SegueSession *session, SegueTimelineDropFlags how, SegueActFunc done,
                          gpointer owner)
{
  Aim *aim;

  if (self->tried != NULL && !segue_session_is_acting (session) && segue_session_has_dates (session))
    {
      segue_session_perform_later (session, self->tried, done, owner);
      return;
    }

  if (self->queue != NULL)
    segue_trial_queue_forget (self->queue);
  self->done = done;
  self->dropper = owner;
  aim = aim_new (self);
  aim->by_keys = (how & SEGUE_DROP_BY_KEYS) != 0;
  if ((how & SEGUE_DROP_TRIES) != 0)
    {
      self->answer = g_atomic_rc_box_new0 (Answer);
      aim->answer = g_atomic_rc_box_acquire (self->answer);
    }
  segue_session_act (session, aim->answer != NULL ? make_edit_and_try : make_edit, aim, aim_free, done_cb, self);
}

/**
 * segue_timeline_drag_get_moves:
 * @n_moves: (out): how many
 *
 * Returns: (transfer none) (array length=n_moves): every step that would lie
 *   elsewhere, what is held among them
 */
const SegueTimelineMove *
segue_timeline_drag_get_moves (SegueTimelineDrag *self, guint *n_moves)
{
  *n_moves = self->moves->len;

  return (const SegueTimelineMove *) (gpointer) self->moves->data;
}
