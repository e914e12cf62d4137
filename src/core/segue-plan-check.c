/* segue-plan-check.c - what cannot be meant by a plan that is sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every row is sound and names only what exists, else there would be no plan.
 * Such a plan is kept and laid out whatever it says; here is told what nobody
 * can have meant: rules that wait for each other in a circle, and steps that
 * stand with another goal than their route.
 *
 * Circles are looked for among the enabled rules "A after B" that never let A
 * come before B. A point is two numbers, 2 × step + side, and a step's end
 * comes after its start:
 *
 *     B.start ──► B.end ──rule──► A.start ──► A.end
 */
#include "core/segue-plan-check.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint from, to;
  const SegueRecord *rule; /* NULL: from a step's start to its end */
  int days;                /* at least so many from the one to the other */
} Edge;

typedef struct
{
  SeguePlan *plan;
  GPtrArray *problems;
  GHashTable *indexes; /* id of a step to its place + 1 */
  GArray *edges;       /* of Edge, by from */
  guint *first;        /* of each point, and one more */
  guint n_points;
} Check;

void
segue_plan_problem_free (SeguePlanProblem *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

/* Takes @text. */
static void
add_problem (Check             *check,
             const SegueRecord *record,
             char              *text)
{
  SeguePlanProblem *problem = g_new0 (SeguePlanProblem, 1);

  problem->id = g_strdup (segue_record_get_id (record));
  problem->text = text;
  g_ptr_array_add (check->problems, problem);
}

/* ---- goals and routes ------------------------------------------------- */

static void
check_goals (Check *check)
{
  for (guint i = 0; i < segue_plan_count (check->plan, SEGUE_KIND_STEP); i++)
    {
      const SegueRecord *step = segue_plan_get_nth (check->plan, SEGUE_KIND_STEP, i);
      const SegueRecord *route =
        segue_plan_find_kind (check->plan, SEGUE_KIND_ROUTE, segue_record_get_string (step, SEGUE_STEP_ROUTE));
      const char *goal = segue_record_get_string (step, SEGUE_STEP_GOAL);

      if (route && goal && !g_str_equal (goal, segue_record_get_string (route, SEGUE_ROUTE_GOAL)))
        /* Translators: the titles of a step and of a route. */
        add_problem (check, step, g_strdup_printf (_("“%s” stands with another goal than its route “%s”."),
                                                   segue_record_get_name (step), segue_record_get_name (route)));
    }
}

/* ---- circles ---------------------------------------------------------- */

static gboolean
find_point (Check      *check,
            const char *text,
            guint      *point,
            gboolean   *lasts)
{
  const SegueRecord *step;
  SegueSide side;

  if (!segue_plan_parse_point (check->plan, text, &step, &side) ||
      segue_record_get_int (step, SEGUE_STEP_STATUS) == SEGUE_STATUS_DROPPED)
    return FALSE;
  *lasts = segue_record_get_int (step, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE;
  *point = 2 * (GPOINTER_TO_UINT (g_hash_table_lookup (check->indexes, segue_record_get_id (step))) - 1) +
           (*lasts && side == SEGUE_SIDE_END ? 1 : 0);
  return TRUE;
}

static void
add_rule (Check             *check,
          const SegueRecord *rule)
{
  gboolean lasts, other_lasts;
  Edge edge = { 0, 0, rule, 0 };
  gint64 days;

  if (segue_record_get_int (rule, SEGUE_RULE_RELATION) != SEGUE_RELATION_AFTER ||
      !segue_record_get_bool (rule, SEGUE_RULE_ENABLED) ||
      !find_point (check, segue_record_get_string (rule, SEGUE_RULE_OTHER), &edge.from, &other_lasts) ||
      !find_point (check, segue_record_get_string (rule, SEGUE_RULE_POINT), &edge.to, &lasts))
    return;
  days = segue_record_get_int (rule, SEGUE_RULE_MIN);
  if (lasts && other_lasts && edge.from % 2 == 1 && edge.to % 2 == 0)
    days++;
  if (days < 0)
    return;
  edge.days = (int) MIN (days, G_MAXINT);
  g_array_append_val (check->edges, edge);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

static void
collect_edges (Check *check)
{
  guint n_steps = segue_plan_count (check->plan, SEGUE_KIND_STEP);

  for (guint i = 0; i < n_steps; i++)
    {
      Edge length = { 2 * i, 2 * i + 1 };
      const SegueRecord *step = segue_plan_get_nth (check->plan, SEGUE_KIND_STEP, i);

      g_hash_table_insert (check->indexes, (gpointer) segue_record_get_id (step), GUINT_TO_POINTER (i + 1));
      g_array_append_val (check->edges, length);
    }
  for (guint i = 0; i < segue_plan_count (check->plan, SEGUE_KIND_RULE); i++)
    add_rule (check, segue_plan_get_nth (check->plan, SEGUE_KIND_RULE, i));
  g_array_sort (check->edges, compare_edges);
  check->n_points = 2 * n_steps;
  check->first = g_new0 (guint, check->n_points + 1);
  for (guint i = 0; i < check->edges->len; i++)
    check->first[g_array_index (check->edges, Edge, i).from + 1]++;
  for (guint i = 0; i < check->n_points; i++)
    check->first[i + 1] += check->first[i];
}

/* The rules of a circle, from the edge that closes it back along the path. */
static void
tell_circle (Check *check,
             GArray *path, /* of the index of the edge taken */
             guint   begin)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const SegueRecord *last = NULL;
  int days = 0;

  for (guint i = begin; i < path->len; i++)
    {
      const Edge *edge = &g_array_index (check->edges, Edge, g_array_index (path, guint, i));

      days += edge->days > 0;
      if (edge->rule == NULL)
        continue;
      last = edge->rule;
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", segue_record_get_id (edge->rule));
    }
  /* All on one day is no contradiction. */
  if (last != NULL && days > 0)
    /* Translators: the ids of rules, as “r1”, “r2”. */
    add_problem (check, last, g_strdup_printf (_("These rules wait for each other in a circle: %s."), names->str));
}

/* Depth first without recursion: an edge to a point of the path is a circle. */
static void
walk_from (Check  *check,
           guint   start,
           guint8 *state, /* 0 not seen, 1 on the path, 2 done */
           guint  *next)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (guint));

  state[start] = 1;
  g_array_append_val (points, start);
  while (points->len > 0)
    {
      guint point = g_array_index (points, guint, points->len - 1);
      guint edge = next[point];
      guint to;

      if (edge == check->first[point + 1])
        {
          state[point] = 2;
          g_array_set_size (points, points->len - 1);
          if (path->len > 0)
            g_array_set_size (path, path->len - 1);
          continue;
        }
      next[point]++;
      to = g_array_index (check->edges, Edge, edge).to;
      if (state[to] == 2)
        continue;
      g_array_append_val (path, edge);
      if (state[to] == 0)
        {
          state[to] = 1;
          g_array_append_val (points, to);
          continue;
        }
      for (guint i = 0; i < points->len; i++)
        if (g_array_index (points, guint, i) == to)
          tell_circle (check, path, i);
      g_array_set_size (path, path->len - 1);
    }
}

static void
check_circles (Check *check)
{
  g_autofree guint8 *state = NULL;
  g_autofree guint *next = NULL;

  collect_edges (check);
  state = g_new0 (guint8, check->n_points + 1);
  next = g_memdup2 (check->first, (check->n_points + 1) * sizeof (guint));
  for (guint point = 0; point < check->n_points; point++)
    if (state[point] == 0)
      walk_from (check, point, state, next);
}

/**
 * segue_plan_check:
 * @plan: a plan
 *
 * Depth-first search for circles as in Tarjan, "Depth-First Search and Linear
 * Graph Algorithms" (1972), section 2: each circle has an edge back to the
 * path. Of circles that share rules not each is told.
 *
 * Returns: (transfer full) (element-type SeguePlanProblem): every problem
 */
GPtrArray *
segue_plan_check (SeguePlan *plan)
{
  Check check = { plan };

  g_return_val_if_fail (SEGUE_IS_PLAN (plan), NULL);

  check.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) segue_plan_problem_free);
  check.indexes = g_hash_table_new (g_str_hash, g_str_equal);
  check.edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  check_goals (&check);
  check_circles (&check);
  g_free (check.first);
  g_array_unref (check.edges);
  g_hash_table_unref (check.indexes);
  return check.problems;
}
