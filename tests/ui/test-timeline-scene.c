/* test-timeline-scene.c - what the timeline shows of a layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-baseline.h"
#include "core/segue-text.h"
#include "support/segue-test-core.h"
#include "ui/timeline/segue-timeline-scene.h"

static SegueTimelineScene *
make_scene (void)
{
  g_autoptr(SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr(SegueLayout) layout =
    segue_layout_new (plan, segue_day_from_ymd (2022, 6, 6), SEGUE_SOLVE_ALL, NULL, NULL);

  return segue_timeline_scene_new (layout);
}

static void
test_lanes (void)
{
  g_autoptr(SegueTimelineScene) scene = make_scene ();
  const SegueTimelineLaneInfo *stock, *grad;

  /* One for each goal; no step is without one. */
  g_assert_cmpuint (scene->lanes->len, ==, 4);
  stock = g_ptr_array_index (scene->lanes, 0);
  grad = g_ptr_array_index (scene->lanes, 1);
  g_assert_cmpstr (stock->id, ==, "stock");
  g_assert_cmpstr (grad->title, ==, "AI graduate school");
  g_assert_cmpstr (grad->subtitle, ==, "Fall 2023 · 1 September 2023 · reachable until 31 October 2022");
  g_assert_cmpint (grad->reachable_until, ==, segue_day_from_ymd (2022, 10, 31));
  g_assert_cmpint (stock->reachable_until, ==, SEGUE_DAY_NONE);
  g_assert_false (grad->impossible);
}

static void
test_marks (void)
{
  g_autoptr(SegueTimelineScene) scene = make_scene ();
  const SegueTimelineMark *apply, *gate, *wait, *work;
  guint lane;

  apply = segue_timeline_scene_find (scene, "apply-f23", &lane);
  g_assert_nonnull (apply);
  g_assert_cmpuint (lane, ==, 1);
  g_assert_cmpint (apply->shape, ==, SEGUE_MARK_MILESTONE);
  g_assert_cmpint (apply->first, ==, segue_day_from_ymd (2023, 3, 27));
  g_assert_cmpint (apply->latest, ==, segue_day_from_ymd (2023, 4, 5));
  g_assert_cmpfloat (segue_timeline_mark_begin (apply), ==, apply->first + 0.5);
  g_assert_cmpfloat (segue_timeline_mark_begin (apply), ==, segue_timeline_mark_end (apply));

  gate = segue_timeline_scene_find (scene, "result-f23", NULL);
  g_assert_cmpint (gate->shape, ==, SEGUE_MARK_GATE);
  g_assert_true (gate->critical);

  wait = segue_timeline_scene_find (scene, "sabbatical", NULL);
  g_assert_cmpint (wait->shape, ==, SEGUE_MARK_WAIT);
  g_assert_cmpfloat (segue_timeline_mark_end (wait) - segue_timeline_mark_begin (wait), ==, 30);

  work = segue_timeline_scene_find (scene, "english", NULL);
  g_assert_cmpint (work->shape, ==, SEGUE_MARK_WORK);
  g_assert_null (segue_timeline_scene_find (scene, "nothing", NULL));
}

/* The days that are worked at lie in the step and do not touch one another. */
static void
test_runs (void)
{
  g_autoptr(SegueTimelineScene) scene = make_scene ();
  guint lane;
  const SegueTimelineMark *mark = segue_timeline_scene_find (scene, "project", &lane);
  const SegueTimelineLaneInfo *info = g_ptr_array_index (scene->lanes, lane);
  const SegueMarkRun *runs = &g_array_index (info->runs, SegueMarkRun, mark->first_run);

  g_assert_cmpuint (mark->n_runs, >, 1);
  g_assert_cmpint (runs[0].begin, ==, mark->first);
  g_assert_cmpint (runs[mark->n_runs - 1].end, ==, mark->last + 1);
  for (guint i = 1; i < mark->n_runs; i++)
    g_assert_cmpint (runs[i].begin, >, runs[i - 1].end);
}

static void
test_ghosts (void)
{
  g_autoptr(SegueTimelineScene) scene = make_scene ();
  const SegueTimelineLaneInfo *grad = g_ptr_array_index (scene->lanes, 1);
  const SegueTimelineGhost *spring23 = segue_timeline_lane_info_ghost (grad, 1);
  const SegueTimelineGhost *spring24 = segue_timeline_lane_info_ghost (grad, 2);
  const SegueTimelineMark *enrol, *head;

  g_assert_cmpuint (grad->ghosts->len, ==, 2);
  g_assert_cmpstr (spring23->id, ==, "spring23");
  g_assert_cmpstr (spring23->label, ==, "Spring 2023 cannot be: 32 days short");
  g_assert_true (spring23->impossible);
  g_assert_cmpint (spring23->reachable_until, ==, SEGUE_DAY_NONE);
  g_assert_false (spring24->impossible);
  g_assert_null (segue_timeline_lane_info_ghost (grad, SEGUE_BAND_CHOSEN));

  /* It stands where its rules would have it. */
  enrol = segue_timeline_scene_find (scene, "enrol-s24", NULL);
  g_assert_true (enrol->ghost);
  g_assert_cmpint (enrol->first, ==, segue_day_from_ymd (2024, 3, 4));
  head = segue_timeline_scene_find (scene, "spring24", NULL);
  g_assert_cmpint (head->shape, ==, SEGUE_MARK_ROUTE);
  g_assert_cmpint (head->band, ==, enrol->band);
}

/* What a grant brings has a band of its own and does not stretch the plan. */
static void
test_vesting (void)
{
  g_autoptr(SegueTimelineScene) scene = make_scene ();
  const SegueTimelineLaneInfo *stock = g_ptr_array_index (scene->lanes, 0);
  guint n = 0;

  for (guint i = 0; i < stock->marks->len; i++)
    if (segue_timeline_lane_info_mark (stock, i)->shape == SEGUE_MARK_VEST)
      {
        g_assert_cmpint (segue_timeline_lane_info_mark (stock, i)->band, ==, SEGUE_BAND_VEST);
        n++;
      }

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (scene->first, ==, segue_day_from_ymd (2022, 6, 6));
  g_assert_cmpint (scene->last, ==, segue_day_from_ymd (2024, 3, 4));
}

/* Against dates frozen before a step was moved. */
static void
test_baseline (void)
{
  SegueDay today = segue_day_from_ymd (2022, 6, 6);
  g_autoptr(SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr(SegueLayout) before = segue_layout_new (plan, today, SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr(SegueChangeSet) taken = segue_edit_take_baseline (plan, before, "Before", today, NULL);
  g_autoptr(SegueChangeSet) moved = segue_edit_move_point (plan, before, "sabbatical.start", segue_day_from_ymd (2023, 5, 11), NULL);
  g_autoptr(SegueLayout) layout = NULL;
  g_autoptr(SegueTimelineScene) scene = NULL;

  g_assert_true (segue_plan_apply (plan, taken, NULL));
  g_assert_true (segue_plan_apply (plan, moved, NULL));
  layout = segue_layout_new (plan, today, SEGUE_SOLVE_ALL, NULL, NULL);
  scene = segue_timeline_scene_new (layout);
  segue_timeline_scene_compare (scene, segue_plan_get_latest_baseline (plan));

  g_assert_cmpint (segue_timeline_scene_find (scene, "sabbatical", NULL)->slip, ==, 10);
  g_assert_cmpstr (segue_timeline_scene_find (scene, "sabbatical", NULL)->label, ==, "Sabbatical · 10 days later");
  g_assert_cmpint (segue_timeline_scene_find (scene, "english", NULL)->slip, ==, 0);
}

/* What begins with what it waits for comes after it, however they were written. */
static void
test_ranks (void)
{
  g_autoptr(SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'P','capacity':{'week':{'mon':120,'tue':120}},"
    "'steps':[{'id':'register','type':'milestone','title':'R'},{'id':'confirm','type':'milestone','title':'C'},"
    "{'id':'choose','type':'work','title':'Ch','effort':60},{'id':'read','type':'milestone','title':'Rd'}],"
    "'rules':[{'id':'r1','relation':'after','point':'confirm','other':'register','min':0},"
    "{'id':'r2','relation':'after','point':'register','other':'choose.start','min':0}]}");
  g_autoptr(SegueLayout) layout =
    segue_layout_new (plan, segue_day_from_ymd (2023, 1, 2), SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr(SegueTimelineScene) scene = segue_timeline_scene_new (layout);

  g_assert_cmpint (segue_timeline_scene_find (scene, "choose", NULL)->rank, ==, 0);
  g_assert_cmpint (segue_timeline_scene_find (scene, "read", NULL)->rank, ==, 0);
  g_assert_cmpint (segue_timeline_scene_find (scene, "register", NULL)->rank, ==, 1);
  g_assert_cmpint (segue_timeline_scene_find (scene, "confirm", NULL)->rank, ==, 2);
}

/* What there are no hours for is in the picture, and says so; what was dropped is not. */
static void
test_undated (void)
{
  g_autoptr(SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'P','capacity':{'week':{}},"
    "'steps':[{'id':'read','type':'work','title':'Read','effort':60},"
    "{'id':'skip','type':'work','title':'Skip','effort':60,'status':'dropped'}]}");
  g_autoptr(SegueLayout) layout =
    segue_layout_new (plan, segue_day_from_ymd (2023, 1, 2), SEGUE_SOLVE_ALL, NULL, NULL);
  g_autoptr(SegueTimelineScene) scene = segue_timeline_scene_new (layout);
  const SegueTimelineMark *mark = segue_timeline_scene_find (scene, "read", NULL);
  g_autofree char *name = segue_text_step_name (layout, 0);

  g_assert_nonnull (mark);
  g_assert_true (mark->undated);
  g_assert_cmpint (mark->first, ==, segue_day_from_ymd (2023, 1, 2));
  g_assert_cmpint (mark->shape, ==, SEGUE_MARK_MILESTONE);
  g_assert_cmpstr (mark->label, ==, "Read · no day found");
  g_assert_cmpstr (name, ==, "Read, no day found");
  g_assert_null (segue_timeline_scene_find (scene, "skip", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/timeline-scene/lanes", test_lanes);
  g_test_add_func ("/ui/timeline-scene/marks", test_marks);
  g_test_add_func ("/ui/timeline-scene/runs", test_runs);
  g_test_add_func ("/ui/timeline-scene/ghosts", test_ghosts);
  g_test_add_func ("/ui/timeline-scene/vesting", test_vesting);
  g_test_add_func ("/ui/timeline-scene/baseline", test_baseline);
  g_test_add_func ("/ui/timeline-scene/ranks", test_ranks);
  g_test_add_func ("/ui/timeline-scene/undated", test_undated);

  return g_test_run ();
}
