/* segue-timeline-drag.c - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-drag.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-particle.h"
#include "core/segue-text.h"
#include "core/segue-trial.h"

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
  gboolean bad;
  GArray *moves;
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

/* What is held is shown where the person holds it, also if the engine would
 * lay out something else instead. */
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
find_moves (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueSchedule *before = segue_layout_get_schedule (self->layout);
  const SegueSchedule *after = segue_layout_get_schedule (preview);

  for (int i = 0; i < MIN (before->n_steps, after->n_steps); i++)
    {
      SegueTimelineMove move = { .id = segue_record_get_id (segue_layout_get_step (self->layout, i)) };

      move.first = after->steps[i].start;
      move.last = after->steps[i].end;
      if (segue_timeline_drag_holds (self, move.id) || !before->steps[i].active || !after->steps[i].active || move.first == SEGUE_DAY_NONE)
        continue;
      if (before->steps[i].start != move.first || before->steps[i].end != move.last)
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
                                segue_record_get_title (segue_layout_get_route (self->layout, old)));
      if (after->routes[new].status == SEGUE_ROUTE_INFEASIBLE)
        /* Translators: what moving a step does to a goal: the route "Fall 2023" is lost, and no other is left */
        return g_strdup_printf (_("%s can no longer be reached"),
                                segue_record_get_title (segue_layout_get_route (self->layout, old)));

      /* Translators: what moving a step does to a goal: "Spring 2024 instead of Fall 2023" */
      return g_strdup_printf (_("%s instead of %s"), segue_record_get_title (segue_layout_get_route (preview, new)),
                              segue_record_get_title (segue_layout_get_route (self->layout, old)));
    }

  return NULL;
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

  title = segue_record_get_title (segue_plan_find (self->plan, g_array_index (self->moves, SegueTimelineMove, n_held).id));
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
      return segue_text_missed_target (segue_record_get_title (segue_layout_get_step (preview, i)),
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
  const char *first = segue_record_get_title (segue_plan_find (self->plan, self->ids[0]));

  switch (self->kind)
    {
    case SEGUE_DRAG_RESIZE:
      return describe_length (self, preview);
    case SEGUE_DRAG_LINK:
      /* Translators: what a link that is being drawn means; titles of two steps, the second comes first in time */
      return segue_particle_resolve (g_strdup_printf (_("“%1$s” after “%2$s”"),
                                                      segue_record_get_title (segue_plan_find (self->plan, self->target)),
                                                      first));
    case SEGUE_DRAG_END:
      return segue_text_day (result->end + self->days);
    case SEGUE_DRAG_MOVE:
    default:
      return segue_text_day (result->start + self->days);
    }
}

static void
describe (SegueTimelineDrag *self, SegueLayout *preview)
{
  g_autofree char *aim = describe_aim (self, preview);
  g_autofree char *effect = describe_routes (self, preview);

  if (effect == NULL)
    effect = describe_broken (self, preview);
  self->bad = effect != NULL;
  if (effect == NULL)
    effect = describe_wish (self, preview);
  if (effect == NULL)
    effect = describe_moves (self);

  self->text = g_strdup_printf ("%s\n%s", aim, effect);
}

static void
forget (SegueTimelineDrag *self)
{
  self->bad = FALSE;
  g_array_set_size (self->moves, 0);
  g_clear_pointer (&self->text, g_free);
}

/* Tries what the pointer aims at. */
static void
try (SegueTimelineDrag *self)
{
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(SegueLayout) preview = NULL;
  g_autoptr(GError) error = NULL;

  change_set = segue_timeline_drag_do (self, &error);
  if (change_set != NULL)
    preview = segue_trial_lay_out (self->plan, change_set, self->today, SEGUE_SOLVE_DATES, self->layout, &error);
  for (guint i = 0; self->ids[i] != NULL; i++)
    add_own_move (self, preview, self->ids[i]);
  if (preview == NULL)
    {
      self->bad = TRUE;
      self->text = g_strdup (error->message);
      return;
    }

  find_moves (self, preview);
  describe (self, preview);
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
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_array_unref (self->moves);
  g_strfreev (self->ids);
  g_free (self->target);
  g_free (self->text);
  g_free (self);
}

/**
 * segue_timeline_drag_aim:
 * @days: how far from where it lies
 *
 * Aims there without trying it.
 */
void
segue_timeline_drag_aim (SegueTimelineDrag *self, int days)
{
  self->days = days;
  forget (self);
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

  segue_timeline_drag_aim (self, days);
  if (days != 0)
    try (self);

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

  forget (self);
  if (self->target != NULL)
    try (self);

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

static SegueChangeSet *
move_end (SegueTimelineDrag *self, GError **error)
{
  g_autofree char *point = g_strconcat (self->ids[0], is_milestone (self) ? "" : ".end", NULL);

  return segue_edit_move_point (self->plan, self->layout, point, get_result (self, self->ids[0])->end + self->days, error);
}

/**
 * segue_timeline_drag_do:
 *
 * The verb: what is tried on the way is what is done at the end.
 *
 * Returns: (transfer full) (nullable): the change set
 */
SegueChangeSet *
segue_timeline_drag_do (SegueTimelineDrag *self, GError **error)
{
  switch (self->kind)
    {
    case SEGUE_DRAG_END:
      return move_end (self, error);
    case SEGUE_DRAG_RESIZE:
      return segue_edit_resize (self->plan, self->layout, self->ids[0], get_result (self, self->ids[0])->end + self->days, error);
    case SEGUE_DRAG_LINK:
      return segue_edit_link (self->plan, self->ids[0], self->target, error);
    case SEGUE_DRAG_MOVE:
    default:
      return segue_edit_move_all (self->plan, self->layout, (const char *const *) self->ids, self->days, error);
    }
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
