/* segue-timeline-scene.c - what the timeline shows of a layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-scene.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/segue-baseline.h"
#include "core/segue-outlook.h"
#include "core/segue-text.h"

/* A longer chain on one day may stand in any order. */
#define MAX_RANK 64

static void
mark_clear (gpointer data)
{
  SegueTimelineMark *mark = data;

  g_free (mark->label);
}

static void
ghost_clear (gpointer data)
{
  SegueTimelineGhost *ghost = data;

  g_free (ghost->label);
}

static void
lane_info_free (gpointer data)
{
  SegueTimelineLaneInfo *lane = data;

  g_free (lane->title);
  g_free (lane->subtitle);
  g_array_unref (lane->marks);
  g_array_unref (lane->runs);
  g_array_unref (lane->ghosts);
  g_free (lane);
}

static SegueTimelineLaneInfo *
lane_info_new (SegueLayout *layout, int goal)
{
  SegueTimelineLaneInfo *lane = g_new0 (SegueTimelineLaneInfo, 1);

  lane->goal = goal;
  lane->reachable_until = SEGUE_DAY_NONE;
  lane->marks = g_array_new (FALSE, FALSE, sizeof (SegueTimelineMark));
  lane->runs = g_array_new (FALSE, FALSE, sizeof (SegueMarkRun));
  lane->ghosts = g_array_new (FALSE, FALSE, sizeof (SegueTimelineGhost));
  g_array_set_clear_func (lane->marks, mark_clear);
  g_array_set_clear_func (lane->ghosts, ghost_clear);

  if (goal >= 0)
    {
      const SegueRecord *record = segue_layout_get_goal (layout, goal);

      lane->id = segue_record_get_id (record);
      lane->title = g_strdup (segue_record_get_name (record));
    }
  else
    {
      /* Translators: heads the steps that belong to no goal */
      lane->title = g_strdup (_("Other steps"));
    }

  return lane;
}

static SegueMarkShape
get_shape (SegueLayout *layout, int step)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (layout)->steps[step];

  switch (spec->type)
    {
    case SEGUE_STEP_WORK:
      return SEGUE_MARK_WORK;
    case SEGUE_STEP_WAIT:
      return SEGUE_MARK_WAIT;
    case SEGUE_STEP_PRACTICE:
      return SEGUE_MARK_PRACTICE;
    case SEGUE_STEP_MILESTONE:
    default:
      if (segue_layout_is_emitted (layout, SEGUE_KIND_STEP, step))
        return SEGUE_MARK_VEST;
      return spec->gate ? SEGUE_MARK_GATE : SEGUE_MARK_MILESTONE;
    }
}

/* A step that is not laid out is shown on its last possible day: a deadline or
 * a day that is fixed is where people look. */
static SegueDay
guess_day (SegueTimelineScene *self, int step)
{
  SegueDay lower, upper;

  segue_timeline_scene_get_window (self, step, &lower, &upper);

  return upper != SEGUE_DAY_NONE ? upper : lower;
}

/* By how much the worst broken rule on a step is broken. */
static int
get_broken_days (SegueLayout *layout, int step)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int days = 0;

  for (int i = 0; i < schedule->n_broken; i++)
    if (problem->rules[schedule->broken[i].rule].point.step == step)
      days = MAX (days, schedule->broken[i].days_late);

  return days;
}

static char *
make_label (const char *title, const SegueTimelineMark *mark)
{
  const int late_days = mark->late_days;

  if (mark->undated)
    /* Translators: beside a bar: the title of a step for which no day was found */
    return g_strdup_printf (_("%s · no day found"), title);
  if (late_days == 0)
    return g_strdup (title);

  /* Translators: beside a bar: the title of a step and by how much it misses its date */
  return g_strdup_printf (ngettext ("%s · %'d day late", "%s · %'d days late", late_days), title, late_days);
}

static void
add_runs (SegueTimelineLaneInfo *lane, SegueTimelineMark *mark, const SegueSchedule *schedule)
{
  const SegueSlice *slice = &schedule->steps[mark->step].minutes;

  mark->first_run = lane->runs->len;
  for (int i = slice->first; i < slice->first + slice->n; i++)
    {
      SegueDay day = schedule->minutes[i].day;
      SegueMarkRun *run = NULL;

      if (lane->runs->len > mark->first_run)
        run = &g_array_index (lane->runs, SegueMarkRun, lane->runs->len - 1);

      if (run != NULL && run->end == day)
        {
          run->end++;
        }
      else
        {
          SegueMarkRun next = { day, day + 1 };

          g_array_append_val (lane->runs, next);
        }
    }
  mark->n_runs = lane->runs->len - mark->first_run;
}

static double
get_progress (const SegueStepSpec *spec)
{
  gint32 effort = spec->effort[SEGUE_ESTIMATE_LIKELY];

  if (spec->status == SEGUE_STATUS_DONE)
    return 1;

  return spec->type == SEGUE_STEP_WORK && effort > 0 ? CLAMP ((double) spec->spent / effort, 0, 1) : 0;
}

static void
add_step (SegueTimelineScene *self, SegueTimelineLaneInfo *lane, int step, int rank)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (self->layout);
  const SegueStepSpec *spec = &problem->steps[step];
  const SegueStepResult *result = &schedule->steps[step];
  const SegueRecord *record = segue_layout_get_step (self->layout, step);
  SegueTimelineMark mark = { .step = step, .id = segue_record_get_id (record), .rank = rank };

  mark.undated = result->start == SEGUE_DAY_NONE;
  if (!result->active || (mark.undated && spec->status != SEGUE_STATUS_TODO && spec->status != SEGUE_STATUS_DOING))
    return;

  mark.shape = get_shape (self->layout, step);
  if (mark.undated && mark.shape != SEGUE_MARK_GATE)
    mark.shape = SEGUE_MARK_MILESTONE;
  mark.band = mark.shape == SEGUE_MARK_VEST ? SEGUE_BAND_VEST : SEGUE_BAND_CHOSEN;
  mark.first = mark.undated ? problem->now : result->start;
  mark.last = mark.undated ? problem->now : result->end;
  mark.latest = mark.band == SEGUE_BAND_CHOSEN ? result->latest_end : SEGUE_DAY_NONE;
  mark.done = spec->status == SEGUE_STATUS_DONE;
  mark.critical = result->critical && !mark.done && !mark.undated && mark.band == SEGUE_BAND_CHOSEN;
  mark.progress = get_progress (spec);
  mark.late_days = MAX (result->late_days, get_broken_days (self->layout, step));
  mark.label = make_label (segue_record_get_name (record), &mark);
  add_runs (lane, &mark, schedule);

  g_array_append_val (lane->marks, mark);

  /* What a grant brings by itself may lie years away from all else. */
  if (mark.band == SEGUE_BAND_CHOSEN)
    {
      self->first = MIN (self->first, mark.first);
      self->last = MAX (self->last, mark.last);
    }
}

static void
add_ghost_steps (SegueTimelineScene *self, SegueTimelineLaneInfo *lane, const SegueTimelineGhost *ghost)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);

  for (int i = 0; i < problem->n_steps; i++)
    {
      const SegueRecord *record;
      SegueTimelineMark mark = { .step = i, .latest = SEGUE_DAY_NONE, .band = ghost->band, .ghost = TRUE };

      if (problem->steps[i].route != ghost->route)
        continue;

      mark.first = mark.last = guess_day (self, i);
      if (mark.first == SEGUE_DAY_NONE)
        continue;

      record = segue_layout_get_step (self->layout, i);
      mark.id = segue_record_get_id (record);
      mark.shape = problem->steps[i].gate ? SEGUE_MARK_GATE : SEGUE_MARK_MILESTONE;
      mark.label = g_strdup (segue_record_get_name (record));
      g_array_append_val (lane->marks, mark);
      self->last = MAX (self->last, mark.last);
    }
}

/* (transfer full): "Spring 2023 · 32 days short", or the first alone. */
static char *
join (const char *route, const char *state)
{
  if (state == NULL || state[0] == '\0')
    return g_strdup (route);

  /* Translators: a route and its state: "Spring 2023 · 32 days short" */
  return g_strdup_printf (_("%s · %s"), route, state);
}

static void
add_ghost (SegueTimelineScene *self, SegueTimelineLaneInfo *lane, int route)
{
  const SegueRouteResult *result = &segue_layout_get_schedule (self->layout)->routes[route];
  const SegueRecord *record = segue_layout_get_route (self->layout, route);
  SegueTimelineGhost ghost = { .band = (int) lane->ghosts->len + 1, .route = route };
  SegueTimelineMark head = { .step = -1, .shape = SEGUE_MARK_ROUTE, .latest = SEGUE_DAY_NONE, .ghost = TRUE };

  ghost.id = segue_record_get_id (record);
  ghost.impossible = result->status == SEGUE_ROUTE_INFEASIBLE;
  ghost.reachable_until = result->reachable_until;
  ghost.label = segue_text_route (self->layout, route);

  ghost.head = lane->marks->len;
  head.id = ghost.id;
  head.band = ghost.band;
  head.first = head.last = self->first;
  head.label = g_strdup (ghost.label);

  g_array_append_val (lane->ghosts, ghost);
  g_array_append_val (lane->marks, head);
  add_ghost_steps (self, lane, &ghost);
}

/* "Fall 2023 · 1 September 2023 · reachable until 31 October 2022": the route
 * that is laid out, and when it is reached; then until when it can be. */
static char *
make_subtitle (SegueTimelineScene *self, SegueTimelineLaneInfo *lane)
{
  const SegueGoalResult *result = &segue_layout_get_schedule (self->layout)->goals[lane->goal];
  SegueDay end = segue_outlook_find_end (self->layout, lane->goal);
  g_autofree char *day = NULL;
  g_autofree char *route = NULL;
  g_autofree char *reachable = NULL;
  const char *title;

  if (result->chosen >= 0 && lane->impossible)
    return segue_text_route (self->layout, result->chosen);

  if (result->chosen < 0 && lane->goal >= 0)
    day = segue_text_goal_verdict (self->layout, lane->goal);
  if (day == NULL && end != SEGUE_DAY_NONE)
    day = segue_text_day (end);

  if (result->chosen < 0)
    return g_steal_pointer (&day);

  title = segue_record_get_name (segue_layout_get_route (self->layout, result->chosen));
  /* A route may be called after its day. */
  route = join (title, day != NULL && strstr (title, day) != NULL ? NULL : day);

  reachable = segue_text_reachable (self->layout, result->chosen);

  return join (route, reachable);
}

/* A step that begins with what it waits for counts one more than that. Each turn
 * is right for chains that are longer by one, and few begin on one day. */
static int *
rank_steps (SegueLayout *layout)
{
  const SegueProblem *problem = segue_layout_get_problem (layout);
  const SegueStepResult *results = segue_layout_get_schedule (layout)->steps;
  int *ranks = g_new0 (int, problem->n_steps);
  gboolean changed = TRUE;

  for (int turn = 0; changed && turn < MAX_RANK; turn++)
    {
      changed = FALSE;
      for (int i = 0; i < problem->n_rules; i++)
        {
          const SegueRuleSpec *rule = &problem->rules[i];
          int step = rule->point.step, other = rule->other.step;

          if (!rule->enabled || rule->relation != SEGUE_RELATION_AFTER || results[step].start == SEGUE_DAY_NONE
              || results[step].start != results[other].start || step == other || ranks[step] > ranks[other])
            continue;
          ranks[step] = ranks[other] + 1;
          changed = TRUE;
        }
    }

  return ranks;
}

static void
add_lane (SegueTimelineScene *self, int goal, const int *ranks)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (self->layout);
  SegueTimelineLaneInfo *lane = lane_info_new (self->layout, goal);

  for (int i = 0; i < problem->n_steps; i++)
    if (problem->steps[i].goal == goal)
      add_step (self, lane, i, ranks[i]);

  if (goal >= 0)
    {
      const SegueGoalSpec *spec = &problem->goals[goal];
      int chosen = schedule->goals[goal].chosen;

      for (int i = spec->first_route; i < spec->first_route + spec->n_routes; i++)
        if (i != chosen)
          add_ghost (self, lane, i);

      lane->impossible = chosen >= 0 ? schedule->routes[chosen].status == SEGUE_ROUTE_INFEASIBLE
                                     : schedule->goals[goal].conflicts.n > 0;
      lane->reachable_until = chosen >= 0 ? schedule->routes[chosen].reachable_until : SEGUE_DAY_NONE;
      lane->subtitle = make_subtitle (self, lane);
    }

  if (goal < 0 && lane->marks->len == 0)
    lane_info_free (lane);
  else
    g_ptr_array_add (self->lanes, lane);
}

/**
 * segue_timeline_scene_new:
 *
 * Returns: (transfer full): what the timeline shows of @layout
 */
SegueTimelineScene *
segue_timeline_scene_new (SegueLayout *layout)
{
  SegueTimelineScene *self = g_new0 (SegueTimelineScene, 1);
  const SegueProblem *problem = segue_layout_get_problem (layout);
  g_autofree int *ranks = rank_steps (layout);

  self->layout = segue_layout_ref (layout);
  self->lanes = g_ptr_array_new_with_free_func (lane_info_free);
  self->first = problem->now;
  self->last = problem->now;
  self->hours = segue_hours_table_new (problem, segue_layout_get_schedule (layout));

  for (int goal = 0; goal < problem->n_goals; goal++)
    add_lane (self, goal, ranks);
  add_lane (self, -1, ranks);

  return self;
}

void
segue_timeline_scene_free (SegueTimelineScene *self)
{
  g_ptr_array_unref (self->lanes);
  segue_hours_table_free (self->hours);
  segue_layout_unref (self->layout);
  g_free (self);
}

/* "English score · 12 days later" */
static char *
add_slip (const char *label, int slip)
{
  if (slip > 0)
    /* Translators: beside a bar: its title, and by how much it ends later than in the baseline */
    return g_strdup_printf (ngettext ("%s · %'d day later", "%s · %'d days later", slip), label, slip);

  /* Translators: beside a bar: its title, and by how much it ends earlier than in the baseline */
  return g_strdup_printf (ngettext ("%s · %'d day earlier", "%s · %'d days earlier", -slip), label, -slip);
}

/**
 * segue_timeline_scene_compare:
 * @baseline: (nullable): dates that were frozen earlier
 *
 * Notes on each mark how far it has slipped since.
 */
void
segue_timeline_scene_compare (SegueTimelineScene *self, const SegueRecord *baseline)
{
  g_autoptr(SegueBaseline) before = baseline != NULL ? segue_baseline_new (baseline) : NULL;

  for (guint i = 0; before != NULL && i < self->lanes->len; i++)
    {
      SegueTimelineLaneInfo *lane = g_ptr_array_index (self->lanes, i);

      for (guint j = 0; j < lane->marks->len; j++)
        {
          SegueTimelineMark *mark = &g_array_index (lane->marks, SegueTimelineMark, j);
          g_autofree char *label = NULL;

          if (mark->band != SEGUE_BAND_CHOSEN || mark->undated
              || !segue_baseline_get_slip (before, self->layout, mark->id, &mark->slip)
              || mark->slip == 0)
            continue;
          label = mark->label;
          mark->label = add_slip (label, mark->slip);
        }
    }
}

/**
 * segue_timeline_scene_find:
 * @id: of a step
 * @lane: (out) (optional): the index of its lane
 *
 * Returns: (transfer none) (nullable): its mark
 */
const SegueTimelineMark *
segue_timeline_scene_find (SegueTimelineScene *self, const char *id, guint *lane)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      SegueTimelineLaneInfo *info = g_ptr_array_index (self->lanes, i);

      for (guint j = 0; j < info->marks->len; j++)
        {
          const SegueTimelineMark *mark = segue_timeline_lane_info_mark (info, j);

          if (!g_str_equal (mark->id, id))
            continue;
          if (lane != NULL)
            *lane = i;
          return mark;
        }
    }

  return NULL;
}

/**
 * segue_timeline_scene_get_window:
 * @step: the index of a step
 * @lower: (out): the first day that dates in its rules leave it, or SEGUE_DAY_NONE
 * @upper: (out): the last one, or SEGUE_DAY_NONE
 *
 * Returns: whether there is such a date at all
 */
gboolean
segue_timeline_scene_get_window (SegueTimelineScene *self, int step, SegueDay *lower, SegueDay *upper)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);

  *lower = *upper = SEGUE_DAY_NONE;
  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];

      if (rule->point.step != step || !rule->enabled || rule->relation == SEGUE_RELATION_AFTER)
        continue;
      if (rule->relation != SEGUE_RELATION_NOT_AFTER)
        *lower = MAX (*lower, rule->date);
      if (rule->relation != SEGUE_RELATION_NOT_BEFORE && (*upper == SEGUE_DAY_NONE || rule->date < *upper))
        *upper = rule->date;
    }

  return *lower != SEGUE_DAY_NONE || *upper != SEGUE_DAY_NONE;
}

const SegueTimelineMark *
segue_timeline_lane_info_mark (const SegueTimelineLaneInfo *self, guint index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, SegueTimelineMark, index);
}

/**
 * segue_timeline_lane_info_ghost:
 *
 * Returns: (transfer none) (nullable): the route not taken that has @band
 */
const SegueTimelineGhost *
segue_timeline_lane_info_ghost (const SegueTimelineLaneInfo *self, int band)
{
  if (band < 1 || (guint) band > self->ghosts->len)
    return NULL;

  return &g_array_index (self->ghosts, SegueTimelineGhost, band - 1);
}

gboolean
segue_timeline_mark_is_point (const SegueTimelineMark *self)
{
  return self->shape >= SEGUE_MARK_MILESTONE;
}

/**
 * segue_timeline_mark_begin:
 *
 * Returns: the day, with its fraction, at which the shape begins; a point in
 *   time lies in the middle of its day
 */
double
segue_timeline_mark_begin (const SegueTimelineMark *self)
{
  return segue_timeline_mark_is_point (self) ? self->first + 0.5 : self->first;
}

double
segue_timeline_mark_end (const SegueTimelineMark *self)
{
  return segue_timeline_mark_is_point (self) ? self->last + 0.5 : self->last + 1.0;
}
