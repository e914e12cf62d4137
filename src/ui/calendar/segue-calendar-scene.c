/* segue-calendar-scene.c - what the calendar shows of a layout, day by day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-scene.h"

#include "ui/timeline/segue-hours-table.h"

struct _SegueCalendarScene
{
  gatomicrefcount references;
  SegueLayout *layout;
  GArray *entries;      /* SegueEntry by day, kind and place in the plan */
  GHashTable *days_off; /* day to its label, which may be "" */
  GHashTable *days;     /* a step's id to the day on which it is looked for */
  SegueHoursTable *hours;
};

static const SegueStepResult *
get_result (SegueCalendarScene *self, int step)
{
  return &segue_layout_get_schedule (self->layout)->steps[step];
}

static SegueEntry
make_entry (SegueCalendarScene *self, int step, SegueEntryKind kind, SegueDay day)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (self->layout)->steps[step];
  const SegueStepResult *result = get_result (self, step);
  const SegueRecord *record = segue_layout_get_step (self->layout, step);

  return (SegueEntry) {
    .day = day,
    .kind = kind,
    .step = step,
    .goal = spec->goal,
    .id = segue_record_get_id (record),
    .title = segue_record_get_name (record),
    .gate = spec->gate,
    .done = spec->status == SEGUE_STATUS_DONE,
    .late = result->late_days > 0 || (result->latest_end != SEGUE_DAY_NONE && result->slack < 0),
  };
}

static void
add_entry (SegueCalendarScene *self, int step, SegueEntryKind kind, SegueDay day)
{
  SegueEntry entry = make_entry (self, step, kind, day);

  g_array_append_val (self->entries, entry);
}

static void
add_step (SegueCalendarScene *self, int step)
{
  const SegueStepSpec *spec = &segue_layout_get_problem (self->layout)->steps[step];
  const SegueStepResult *result = get_result (self, step);
  const char *id = segue_record_get_id (segue_layout_get_step (self->layout, step));

  if (!result->active || result->start == SEGUE_DAY_NONE || spec->status == SEGUE_STATUS_DROPPED)
    return;

  g_hash_table_insert (self->days, (gpointer) id, GINT_TO_POINTER (result->start));
  if (segue_layout_is_emitted (self->layout, SEGUE_KIND_STEP, step))
    add_entry (self, step, SEGUE_ENTRY_VEST, result->start);
  else if (spec->type == SEGUE_STEP_MILESTONE)
    add_entry (self, step, SEGUE_ENTRY_MILESTONE, result->start);
  else
    {
      if (result->start != result->end)
        add_entry (self, step, SEGUE_ENTRY_START, result->start);
      add_entry (self, step, SEGUE_ENTRY_END, result->end);
    }

  if (spec->target != SEGUE_DAY_NONE && spec->status != SEGUE_STATUS_DONE)
    add_entry (self, step, SEGUE_ENTRY_TARGET, spec->target);
}

static gboolean
counts (SegueCalendarScene *self, const SegueRuleSpec *rule)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);
  const SegueSchedule *schedule = segue_layout_get_schedule (self->layout);
  const SegueStepResult *result = &schedule->steps[rule->point.step];

  return rule->enabled && rule->relation == SEGUE_RELATION_NOT_AFTER && result->active
         && result->start != SEGUE_DAY_NONE && problem->steps[rule->point.step].status != SEGUE_STATUS_DONE
         && problem->steps[rule->point.step].status != SEGUE_STATUS_DROPPED
         && (rule->route < 0 || schedule->routes[rule->route].status == SEGUE_ROUTE_CHOSEN);
}

/* A milestone that lies on its last day is told once. */
static void
add_deadlines (SegueCalendarScene *self, const int *milestones)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);

  for (int i = 0; i < problem->n_rules; i++)
    {
      const SegueRuleSpec *rule = &problem->rules[i];
      int place = milestones[rule->point.step];

      if (!counts (self, rule))
        continue;
      if (place >= 0 && g_array_index (self->entries, SegueEntry, place).day == rule->date)
        g_array_index (self->entries, SegueEntry, place).deadline = TRUE;
      else
        add_entry (self, rule->point.step, SEGUE_ENTRY_DEADLINE, rule->date);
    }
}

/* Returns: the place of its entry by step, -1 where it is no milestone */
static int *
add_steps (SegueCalendarScene *self)
{
  int n_steps = segue_layout_get_schedule (self->layout)->n_steps;
  int *milestones = g_new (int, n_steps + 1);

  for (int i = 0; i < n_steps; i++)
    {
      guint place = self->entries->len;

      add_step (self, i);
      milestones[i] = -1;
      if (self->entries->len > place && g_array_index (self->entries, SegueEntry, place).kind == SEGUE_ENTRY_MILESTONE)
        milestones[i] = (int) place;
    }

  return milestones;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SegueEntry *first = a;
  const SegueEntry *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;

  return (first->step > second->step) - (first->step < second->step);
}

/**
 * segue_calendar_scene_new:
 * @layout: a plan laid out
 * @plan: the same plan, for the names of days off
 *
 * Returns: (transfer full): what its calendar shows
 */
SegueCalendarScene *
segue_calendar_scene_new (SegueLayout *layout, SeguePlan *plan)
{
  SegueCalendarScene *self = g_new0 (SegueCalendarScene, 1);
  g_autofree int *milestones = NULL;

  g_atomic_ref_count_init (&self->references);
  self->layout = segue_layout_ref (layout);
  self->entries = g_array_new (FALSE, FALSE, sizeof (SegueEntry));
  self->days = g_hash_table_new (g_str_hash, g_str_equal);
  self->days_off = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->hours = segue_hours_table_new (segue_layout_get_problem (layout), segue_layout_get_schedule (layout));

  milestones = add_steps (self);
  add_deadlines (self, milestones);
  g_array_sort (self->entries, compare_entries);

  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_DAY_OFF); i++)
    {
      const SegueRecord *record = segue_plan_get_nth (plan, SEGUE_KIND_DAY_OFF, i);

      g_hash_table_replace (self->days_off, GINT_TO_POINTER (segue_record_get_day (record, SEGUE_DAY_OFF_DATE)),
                            g_strdup (segue_record_get_name (record)));
    }

  return self;
}

SegueCalendarScene *
segue_calendar_scene_ref (SegueCalendarScene *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
segue_calendar_scene_unref (SegueCalendarScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->entries);
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->days_off);
  segue_hours_table_free (self->hours);
  segue_layout_unref (self->layout);
  g_free (self);
}

SegueLayout *
segue_calendar_scene_get_layout (SegueCalendarScene *self)
{
  return self->layout;
}

SegueDay
segue_calendar_scene_get_today (SegueCalendarScene *self)
{
  return segue_layout_get_now (self->layout);
}

/* The first entry on @day or later. */
static guint
find_first (SegueCalendarScene *self, SegueDay day)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, SegueEntry, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * segue_calendar_scene_get_entries:
 * @begin: the first day
 * @end: the day after the last one
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): what happens on
 *   [begin, end), by day
 */
const SegueEntry *
segue_calendar_scene_get_entries (SegueCalendarScene *self, SegueDay begin, SegueDay end, guint *n_entries)
{
  guint first = find_first (self, begin);

  *n_entries = find_first (self, MAX (begin, end)) - first;

  return (const SegueEntry *) (gpointer) self->entries->data + first;
}

/**
 * segue_entry_counts_down:
 *
 * Returns: whether people count the days until it
 */
gboolean
segue_entry_counts_down (const SegueEntry *entry)
{
  return !entry->done && (entry->kind == SEGUE_ENTRY_MILESTONE || entry->kind == SEGUE_ENTRY_DEADLINE
                          || entry->kind == SEGUE_ENTRY_VEST);
}

/**
 * segue_calendar_scene_counts_down:
 *
 * Returns: whether something lies on @day that people count the days until
 */
gboolean
segue_calendar_scene_counts_down (SegueCalendarScene *self, SegueDay day)
{
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (self, day, day + 1, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    if (segue_entry_counts_down (&entries[i]))
      return TRUE;

  return FALSE;
}

/**
 * segue_calendar_scene_find_day:
 * @id: of a step
 *
 * Returns: the day on which it is or begins; %SEGUE_DAY_NONE if it is not laid
 *   out
 */
SegueDay
segue_calendar_scene_find_day (SegueCalendarScene *self, const char *id)
{
  gpointer day;

  if (id == NULL || !g_hash_table_lookup_extended (self->days, id, NULL, &day))
    return SEGUE_DAY_NONE;

  return GPOINTER_TO_INT (day);
}

/**
 * segue_calendar_scene_get_planned:
 *
 * Returns: minutes planned on @day
 */
gint32
segue_calendar_scene_get_planned (SegueCalendarScene *self, SegueDay day)
{
  const SegueProblem *problem = segue_layout_get_problem (self->layout);
  gint64 sum = 0;

  for (int goal = -1; goal < problem->n_goals; goal++)
    sum += segue_hours_table_get_planned (self->hours, goal, day, day + 1);

  return (gint32) sum;
}

/**
 * segue_calendar_scene_get_capacity:
 *
 * Returns: minutes there are on @day
 */
gint32
segue_calendar_scene_get_capacity (SegueCalendarScene *self, SegueDay day)
{
  return segue_layout_get_capacity (self->layout, day);
}

/**
 * segue_calendar_scene_get_day_off:
 *
 * Returns: (transfer none) (nullable): what a day off is called, which may be
 *   nothing; %NULL for any other day
 */
const char *
segue_calendar_scene_get_day_off (SegueCalendarScene *self, SegueDay day)
{
  return g_hash_table_lookup (self->days_off, GINT_TO_POINTER (day));
}
