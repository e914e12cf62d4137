/* segue-timeline-drag.c - what would happen if a step were moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-drag.h"

#include <glib/gi18n-lib.h>

#include "core/segue-edit.h"
#include "core/segue-text.h"

struct _SegueTimelineDrag
{
  SeguePlan *plan;
  SegueLayout *layout;
  SegueDay today;
  int step;
  gboolean trailing;

  int days;
  char *point;
  SegueDay day;
  char *text;
  gboolean bad;
  GArray *moves;
};

static gboolean
is_milestone (SegueTimelineDrag *self)
{
  return segue_layout_get_problem (self->layout)->steps[self->step].type == SEGUE_STEP_MILESTONE;
}

static const SegueStepResult *
get_result (SegueTimelineDrag *self)
{
  return &segue_layout_get_schedule (self->layout)->steps[self->step];
}

/* A bar goes with its beginning, unless it was taken by its end. */
static void
update_point (SegueTimelineDrag *self)
{
  gboolean end = self->trailing;
  const SegueStepResult *result = get_result (self);

  g_clear_pointer (&self->point, g_free);
  if (is_milestone (self))
    self->point = g_strdup (segue_timeline_drag_get_id (self));
  else
    self->point = g_strconcat (segue_timeline_drag_get_id (self), end ? ".end" : ".start", NULL);
  self->day = (end && !is_milestone (self) ? result->end : result->start) + self->days;
}

/* The step itself is shown where the person holds it, also if the engine
 * would lay out something else instead. */
static void
add_own_move (SegueTimelineDrag *self, SegueLayout *preview)
{
  const SegueStepResult *before = get_result (self);
  const SegueStepResult *after = preview != NULL ? &segue_layout_get_schedule (preview)->steps[self->step] : NULL;
  SegueTimelineMove move = { .id = segue_timeline_drag_get_id (self) };

  if (after != NULL && after->active && after->start != SEGUE_DAY_NONE)
    {
      move.first = after->start;
      move.last = after->end;
    }
  else
    {
      move.first = before->start + self->days;
      move.last = before->end + self->days;
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
      if (i == self->step || !before->steps[i].active || !after->steps[i].active || move.first == SEGUE_DAY_NONE)
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

static char *
describe_moves (SegueTimelineDrag *self)
{
  int others = (int) self->moves->len - 1; /* without itself */

  if (others == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%d other step moves", "%d other steps move", others), others);
}

static void
describe (SegueTimelineDrag *self, SegueLayout *preview)
{
  g_autofree char *day = segue_text_day (self->day);
  g_autofree char *effect = describe_broken (self, preview);

  if (effect == NULL)
    effect = describe_routes (self, preview);
  self->bad = effect != NULL;
  if (effect == NULL)
    effect = describe_moves (self);

  self->text = effect != NULL ? g_strdup_printf ("%s\n%s", day, effect) : g_steal_pointer (&day);
}

static SegueLayout *
try_move (SegueTimelineDrag *self, GError **error)
{
  g_autoptr(SegueChangeSet) change_set = NULL;
  g_autoptr(SeguePlan) copy = NULL;

  change_set = segue_edit_move_point (self->plan, self->layout, self->point, self->day, error);
  if (change_set == NULL)
    return NULL;

  copy = segue_plan_copy (self->plan);
  if (!segue_plan_apply (copy, change_set, error))
    return NULL;

  return segue_layout_new (copy, self->today, SEGUE_SOLVE_DATES, self->layout, NULL);
}

/**
 * segue_timeline_drag_new:
 * @step_id: of a step that is laid out
 * @trailing: whether its end was taken, rather than the whole
 *
 * Returns: (transfer full) (nullable): a step that has not moved yet; NULL if
 *   it has no dates
 */
SegueTimelineDrag *
segue_timeline_drag_new (SeguePlan *plan, SegueLayout *layout, SegueDay today, const char *step_id, gboolean trailing)
{
  int step = segue_layout_find (layout, SEGUE_KIND_STEP, step_id);
  SegueTimelineDrag *self;

  if (step < 0 || !segue_layout_get_schedule (layout)->steps[step].active
      || segue_layout_get_schedule (layout)->steps[step].start == SEGUE_DAY_NONE)
    return NULL;

  self = g_new0 (SegueTimelineDrag, 1);
  self->plan = g_object_ref (plan);
  self->layout = segue_layout_ref (layout);
  self->today = today;
  self->step = step;
  self->trailing = trailing;
  self->moves = g_array_new (FALSE, FALSE, sizeof (SegueTimelineMove));
  update_point (self);

  return self;
}

void
segue_timeline_drag_free (SegueTimelineDrag *self)
{
  g_object_unref (self->plan);
  segue_layout_unref (self->layout);
  g_array_unref (self->moves);
  g_free (self->point);
  g_free (self->text);
  g_free (self);
}

/**
 * segue_timeline_drag_aim:
 * @days: how far from where it lies
 *
 * Only finds the point and the day for it.
 */
void
segue_timeline_drag_aim (SegueTimelineDrag *self, int days)
{
  self->days = days;
  self->bad = FALSE;
  g_array_set_size (self->moves, 0);
  g_clear_pointer (&self->text, g_free);
  update_point (self);
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
  g_autoptr(SegueLayout) preview = NULL;
  g_autoptr(GError) error = NULL;

  if (days == self->days)
    return FALSE;

  segue_timeline_drag_aim (self, days);
  if (days == 0)
    return TRUE;

  preview = try_move (self, &error);
  add_own_move (self, preview);
  if (preview == NULL)
    {
      self->bad = TRUE;
      self->text = g_strdup (error->message);
      return TRUE;
    }

  find_moves (self, preview);
  describe (self, preview);

  return TRUE;
}

int
segue_timeline_drag_get_days (SegueTimelineDrag *self)
{
  return self->days;
}

const char *
segue_timeline_drag_get_id (SegueTimelineDrag *self)
{
  return segue_record_get_id (segue_layout_get_step (self->layout, self->step));
}

/**
 * segue_timeline_drag_get_point:
 *
 * Returns: (transfer none): the point that segue_edit_move_point() is to move
 */
const char *
segue_timeline_drag_get_point (SegueTimelineDrag *self)
{
  return self->point;
}

SegueDay
segue_timeline_drag_get_day (SegueTimelineDrag *self)
{
  return self->day;
}

/**
 * segue_timeline_drag_get_text:
 *
 * Returns: (transfer none) (nullable): the day, and on a second line what
 *   else would happen; or why it cannot be
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
 * segue_timeline_drag_get_moves:
 * @n_moves: (out): how many
 *
 * Returns: (transfer none) (array length=n_moves): every step that would lie
 *   elsewhere, itself among them
 */
const SegueTimelineMove *
segue_timeline_drag_get_moves (SegueTimelineDrag *self, guint *n_moves)
{
  *n_moves = self->moves->len;

  return (const SegueTimelineMove *) (gpointer) self->moves->data;
}
