/* bench-session.c - how long an edit keeps the window waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session without a window does what a window has it do: one edit after the
 * other, and the main loop in between until the answer is complete. Measured is
 * the longest time for which the loop did not come round, by the clock on the
 * wall, until when the steps had their new dates and until when all was known.
 */
#include "bench/bench.h"

#include "core/segue-session.h"
#include "exchange/segue-json-reader.h"
#include "schedule/segue-random.h"

#include <stdlib.h>

#define MAX_EDITS 40

typedef struct
{
  SegueSession *session;
  SegueRandom random;
  guint n_edits;
  double edit[MAX_EDITS];     /* ms that performing took */
  double turn[MAX_EDITS];     /* the longest turn of the loop behind it */
  double dates[MAX_EDITS];    /* until the steps had their new dates */
  double complete[MAX_EDITS]; /* until the layout was complete */
} Watch;

static double
get_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* Work in a net of links, some of it wanted earlier than the hours allow. */
static char *
write_plan (gint32 n)
{
  GString *text = g_string_new ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"Plan\",\"now\":\"2024-01-01\","
                                "\"capacity\":{\"week\":{\"mon\":180,\"tue\":180,\"wed\":180,\"thu\":180,\"sat\":360}},"
                                "\"goals\":[{\"id\":\"g\",\"kind\":\"custom\",\"title\":\"Goal\",\"routes\":["
                                "{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"}]}],\"steps\":[");
  SegueRandom random;

  segue_random_init (&random, 11, (guint64) n);
  for (gint32 i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"s%d\",\"goal\":\"g\",%s\"type\":\"work\",\"title\":\"Step %d\",\"effort\":%u}",
                            i ? "," : "", i, i % 10 == 3 ? "\"route\":\"a\"," : "", i, 30 + segue_random_next (&random) % 300);
  g_string_append (text, "],\"rules\":[");
  for (gint32 i = 1; i < n; i++)
    g_string_append_printf (text, "{\"id\":\"r%d\",\"relation\":\"after\",\"point\":\"s%d.start\",\"other\":\"s%u.end\"},",
                            i, i, segue_random_next (&random) % (guint32) i);
  g_string_append_printf (text, "{\"id\":\"last\",\"relation\":\"not-after\",\"route\":\"a\",\"point\":\"s%d.end\","
                                "\"date\":\"2024-01-15\",\"certainty\":\"assumed\"}]}", n - 1);
  return g_string_free (text, FALSE);
}

static SeguePlan *
read_plan (char  **args,
           GError **error)
{
  g_autofree char *text = NULL;
  gint32 n = 1000;

  for (guint i = 1; args[i]; i++)
    if (g_str_equal (args[i], "--steps") && args[i + 1])
      n = CLAMP (atoi (args[i + 1]), 2, 100000);
    else if (g_str_has_suffix (args[i], ".json"))
      {
        g_autoptr (GFile) file = g_file_new_for_commandline_arg (args[i]);

        return segue_json_read_plan_file (file, args[i], error);
      }
  text = write_plan (n);
  return segue_json_read_plan (text, strlen (text), "plan", error);
}

static guint
read_n_edits (char **args)
{
  for (guint i = 1; args[i] && args[i + 1]; i++)
    if (g_str_equal (args[i], "--edits"))
      return (guint) CLAMP (atoi (args[i + 1]), 1, MAX_EDITS);
  return MAX_EDITS;
}

/* A step takes some minutes more or less. */
static SegueChangeSet *
draw_edit (Watch *watch)
{
  SeguePlan *plan = segue_session_get_plan (watch->session);
  guint n = segue_plan_count (plan, SEGUE_KIND_STEP);
  const SegueRecord *step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, segue_random_next (&watch->random) % n);
  gint32 minutes = 30 + (gint32) (segue_random_next (&watch->random) % 600);
  gint32 effort[3] = { minutes, minutes, minutes };
  SegueRecordBuilder *builder = segue_record_builder_new_from (step);
  SegueChangeSet *change_set = segue_change_set_new ("Edit");
  g_autoptr (SegueRecord) after = NULL;

  segue_record_builder_set_numbers (builder, SEGUE_STEP_EFFORT, effort);
  after = segue_record_builder_end (builder);
  segue_change_set_add (change_set, step, after);
  return change_set;
}

static void
measure_edit (Watch *watch,
              guint  i)
{
  g_autoptr (SegueChangeSet) change_set = draw_edit (watch);
  double began = get_ms ();
  gboolean done = segue_session_perform (watch->session, change_set, NULL);

  g_assert_true (done);
  watch->edit[i] = get_ms () - began;
  if (segue_session_has_dates (watch->session))
    watch->dates[i] = watch->edit[i];
  while (!segue_session_is_layout_complete (watch->session))
    {
      double turn;

      if (!g_main_context_pending (NULL))
        {
          g_usleep (200);
          continue;
        }
      turn = get_ms ();
      g_main_context_iteration (NULL, FALSE);
      watch->turn[i] = MAX (watch->turn[i], get_ms () - turn);
      if (watch->dates[i] == 0 && segue_session_has_dates (watch->session))
        watch->dates[i] = get_ms () - began;
    }
  watch->complete[i] = get_ms () - began;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what,
        double     *times,
        guint       n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  g_print (" %s_median_ms %.1f %s_most_ms %.1f", what, times[n / 2], what, times[n - 1]);
}

int
bench_session (char **args)
{
  Watch watch = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = read_plan (args, &error);

  if (plan == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  watch.session = segue_session_new (plan, NULL, 19000);
  segue_random_init (&watch.random, 5, 0);
  watch.n_edits = read_n_edits (args);
  for (guint i = 0; i < watch.n_edits; i++)
    measure_edit (&watch, i);
  g_print ("session steps %u edits %u", segue_plan_count (plan, SEGUE_KIND_STEP), watch.n_edits);
  report ("edit", watch.edit, watch.n_edits);
  report ("turn", watch.turn, watch.n_edits);
  report ("dates", watch.dates, watch.n_edits);
  report ("complete", watch.complete, watch.n_edits);
  g_print ("\n");
  g_object_unref (watch.session);
  return 0;
}
