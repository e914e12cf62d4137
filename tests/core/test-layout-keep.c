/* test-layout-keep.c - what is taken over from the layout before is what would be made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-layout-private.h"

#include "support/segue-test-core.h"
#include "support/segue-test-walk.h"

#define N_EDITS 150

static void
assert_same_steps (const SegueProblem *a,
                   const SegueProblem *b)
{
  g_assert_cmpint (a->n_steps, ==, b->n_steps);
  for (gint32 i = 0; i < a->n_steps; i++)
    {
      const SegueStepSpec *x = &a->steps[i];
      const SegueStepSpec *y = &b->steps[i];

      g_assert_cmpint (x->type, ==, y->type);
      g_assert_cmpint (x->status, ==, y->status);
      g_assert_cmpint (x->outcome, ==, y->outcome);
      g_assert_cmpint (x->goal, ==, y->goal);
      g_assert_cmpint (x->route, ==, y->route);
      g_assert_cmpint (x->importance, ==, y->importance);
      g_assert_cmpmem (x->effort, sizeof x->effort, y->effort, sizeof y->effort);
      g_assert_cmpmem (x->days, sizeof x->days, y->days, sizeof y->days);
      g_assert_cmpint (x->spent, ==, y->spent);
      g_assert_cmpint (x->max_per_day, ==, y->max_per_day);
      g_assert_cmpint (x->min_per_day, ==, y->min_per_day);
      g_assert_cmpint (x->weekdays, ==, y->weekdays);
      g_assert_cmpint (x->gate, ==, y->gate);
      g_assert_cmpint (x->contiguous, ==, y->contiguous);
      g_assert_cmpint (x->has_load, ==, y->has_load);
      g_assert_cmpmem (x->load, sizeof x->load, y->load, sizeof y->load);
      g_assert_cmpint (x->first_need, ==, y->first_need);
      g_assert_cmpint (x->n_needs, ==, y->n_needs);
      g_assert_cmpint (x->started_on, ==, y->started_on);
      g_assert_cmpint (x->done_on, ==, y->done_on);
      g_assert_cmpint (x->target, ==, y->target);
    }
}

static void
assert_same_rules (const SegueProblem *a,
                   const SegueProblem *b)
{
  g_assert_cmpint (a->n_rules, ==, b->n_rules);
  for (gint32 i = 0; i < a->n_rules; i++)
    {
      const SegueRuleSpec *x = &a->rules[i];
      const SegueRuleSpec *y = &b->rules[i];

      g_assert_cmpint (x->relation, ==, y->relation);
      g_assert_cmpint (x->certainty, ==, y->certainty);
      g_assert_cmpint (x->enabled, ==, y->enabled);
      g_assert_cmpint (x->movable, ==, y->movable);
      g_assert_cmpint (x->route, ==, y->route);
      g_assert_cmpint (x->point.step, ==, y->point.step);
      g_assert_cmpint (x->point.side, ==, y->point.side);
      g_assert_cmpint (x->other.step, ==, y->other.step);
      g_assert_cmpint (x->other.side, ==, y->other.side);
      g_assert_cmpint (x->date, ==, y->date);
      g_assert_cmpint (x->min, ==, y->min);
      g_assert_cmpint (x->max, ==, y->max);
      g_assert_cmpint (x->has_max, ==, y->has_max);
    }
}

static void
assert_same_exclusives (const SegueProblem *a,
                        const SegueProblem *b)
{
  g_assert_cmpint (a->n_exclusives, ==, b->n_exclusives);
  for (gint32 i = 0; i < a->n_exclusives; i++)
    {
      const SegueExclusiveSpec *x = &a->exclusives[i];
      const SegueExclusiveSpec *y = &b->exclusives[i];

      g_assert_cmpmem (x->routes, sizeof (gint32) * (gsize) x->n_routes,
                       y->routes, sizeof (gint32) * (gsize) y->n_routes);
      g_assert_cmpmem (x->steps, sizeof (gint32) * (gsize) x->n_steps,
                       y->steps, sizeof (gint32) * (gsize) y->n_steps);
    }
}

static void
assert_same_rest (const SegueProblem *a,
                  const SegueProblem *b)
{
#define ASSERT_SAME(Type, name) \
  g_assert_cmpmem (a->name, sizeof (Type) * (gsize) a->n_##name, b->name, sizeof (Type) * (gsize) b->n_##name)

  g_assert_cmpint (a->now, ==, b->now);
  g_assert_cmpmem (a->week, sizeof a->week, b->week, sizeof b->week);
  ASSERT_SAME (SeguePeriod, periods);
  ASSERT_SAME (SegueDay, days_off);
  ASSERT_SAME (gint32, pools);
  ASSERT_SAME (SegueGoalSpec, goals);
  ASSERT_SAME (SegueRouteSpec, routes);
  ASSERT_SAME (SegueNeed, needs);

#undef ASSERT_SAME
}

/* The rows behind the indexes say the same, and are found by their ids. */
static void
assert_same_rows (SegueLayout *a,
                  SegueLayout *b)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      g_assert_cmpuint (a->records[kind]->len, ==, b->records[kind]->len);
      for (guint i = 0; i < a->records[kind]->len; i++)
        {
          const SegueRecord *row = a->records[kind]->pdata[i];

          g_assert_true (segue_record_equal (row, b->records[kind]->pdata[i]));
          if (kind != SEGUE_KIND_GRANT)
            g_assert_cmpint (segue_layout_find (a, kind, segue_record_get_id (row)), ==, (int) i);
        }
    }
  g_assert_cmpint (a->leaving.step, ==, b->leaving.step);
}

static void
assert_same_description (SegueLayout *a,
                         SegueLayout *b)
{
  const SegueProblem *x = segue_layout_get_problem (a);
  const SegueProblem *y = segue_layout_get_problem (b);

  assert_same_steps (x, y);
  assert_same_rules (x, y);
  assert_same_exclusives (x, y);
  assert_same_rest (x, y);
  assert_same_rows (a, b);
}

/* While dates are to come, each step stays where it was. */
static void
assert_stays (SegueLayout *before,
              SegueLayout *pending)
{
  for (gint32 i = 0; i < segue_layout_get_problem (pending)->n_steps; i++)
    {
      const SegueStepResult *now = &segue_layout_get_schedule (pending)->steps[i];
      const SegueStepResult *then =
        segue_layout_get_step_result (before, segue_record_get_id (segue_layout_get_step (pending, i)));

      g_assert_cmpint (now->start, ==, then ? then->start : SEGUE_DAY_NONE);
      g_assert_cmpint (now->end, ==, then ? then->end : SEGUE_DAY_NONE);
      g_assert_cmpint (now->active, ==, then ? then->active : FALSE);
    }
}

/* Any edits, one after the other; how often nothing but single rows was described. */
static guint
walk (SeguePlan *plan,
      guint32    seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (SegueChangeSet) change_set = segue_test_random_edit (plan, layout, rand);
      g_autoptr (SegueLayout) pending = NULL;
      g_autoptr (SegueLayout) fresh = NULL;
      SegueLayout *after;

      if (change_set == NULL || segue_change_set_count (change_set) == 0)
        continue;
      g_assert_true (segue_plan_apply (plan, change_set, NULL));
      pending = segue_layout_new_pending (plan, 0, layout);
      fresh = segue_layout_new_pending (plan, 0, NULL);
      assert_same_description (pending, fresh);
      assert_stays (layout, pending);
      n_kept += segue_layout_is_alike (pending, layout);
      after = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, layout, NULL);
      assert_same_description (after, fresh);
      segue_layout_unref (layout);
      layout = after;
    }
  return n_kept;
}

static void
test_sample (gconstpointer data)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  guint n_kept = walk (plan, GPOINTER_TO_UINT (data));

  g_assert_cmpuint (n_kept, >, N_EDITS / 10);
  g_assert_cmpuint (n_kept, <, N_EDITS);
}

/* Without grants arrays are shared as they are; pools and exclusives stand in them too. */
static void
test_pools (gconstpointer data)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"
    "'capacity':{'week':{'mon':120,'wed':120,'sat':240}},'pools':[{'id':'p','title':'P','per_day':2}],"
    "'goals':[{'id':'g','kind':'custom','title':'G','routes':[{'id':'a','title':'A'},{'id':'b','title':'B'}]},"
    "{'id':'h','kind':'custom','title':'H','routes':[{'id':'c','title':'C'}]}],"
    "'steps':[{'id':'m','type':'milestone','title':'M','goal':'g'},"
    "{'id':'w','type':'wait','title':'W','goal':'g','days':5,'needs':[{'pool':'p','per_day':1}]},"
    "{'id':'x','type':'wait','title':'X','goal':'h','days':3,'needs':[{'pool':'p','per_day':2}]},"
    "{'id':'k','type':'work','title':'K','goal':'g','route':'a','effort':600},"
    "{'id':'l','type':'work','title':'L','goal':'h','effort':300}],"
    "'rules':[{'id':'r','relation':'after','point':'k.start','other':'w.end'},"
    "{'id':'s','relation':'not-after','point':'m','date':'2023-06-01'}],"
    "'exclusive':[{'id':'e','of':['a','c']}]}");
  guint n_kept = walk (plan, GPOINTER_TO_UINT (data));

  g_assert_cmpuint (n_kept, >, N_EDITS / 10);
  g_assert_cmpuint (n_kept, <, N_EDITS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *sample = g_strdup_printf ("/core/layout-keep/sample/%u", seed);
      g_autofree char *pools = g_strdup_printf ("/core/layout-keep/pools/%u", seed);

      g_test_add_data_func (sample, GUINT_TO_POINTER (seed), test_sample);
      g_test_add_data_func (pools, GUINT_TO_POINTER (seed), test_pools);
    }
  return g_test_run ();
}
