/* segue-cli-schedule.c - `segue-cli schedule`: when is what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/segue-text.h"
#include "exchange/segue-schedule-json.h"

typedef struct
{
  SegueLayout *layout;
  const SegueProblem *problem;
  const SegueSchedule *schedule;
} Printer;

static void
free_row (gpointer data)
{
  g_strfreev (data);
}

/* Takes the cells. */
static void
add_row (GPtrArray *rows,
         char      *first,
         char      *second,
         char      *third,
         char      *fourth)
{
  GStrv row = g_new0 (char *, 5);

  row[0] = first;
  row[1] = second;
  row[2] = third;
  row[3] = fourth;
  g_ptr_array_add (rows, row);
}

static char *
describe_work (Printer               *printer,
               const SegueStepResult *result)
{
  gint64 minutes = 0;

  for (gint32 i = 0; i < result->minutes.n; ++i)
    minutes += printer->schedule->minutes[result->minutes.first + i].minutes;
  return minutes > 0 ? segue_text_minutes (minutes) : g_strdup ("");
}

static void
add_step (Printer   *printer,
          GPtrArray *rows,
          gint32     step)
{
  const SegueStepResult *result = &printer->schedule->steps[step];

  if (!result->active)
    return;
  add_row (rows,
           g_strdup (segue_record_get_title (segue_layout_get_step (printer->layout, step))),
           result->start == SEGUE_DAY_NONE ? g_strdup (_("no date"))
                                           : segue_text_span (result->start, result->end),
           describe_work (printer, result),
           segue_text_slack (result));
}

static int
compare_steps (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Printer *printer = data;
  gint32 i = *(const gint32 *) a, j = *(const gint32 *) b;
  const SegueStepResult *x = &printer->schedule->steps[i];
  const SegueStepResult *y = &printer->schedule->steps[j];
  gint64 first = x->start == SEGUE_DAY_NONE ? G_MAXINT64 : x->start;
  gint64 second = y->start == SEGUE_DAY_NONE ? G_MAXINT64 : y->start;

  if (first != second)
    return first < second ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return i < j ? -1 : i > j;
}

/* The steps of a goal, or of none, in the order of their days. */
static void
print_steps (Printer *printer,
             gint32   goal)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (gint32 i = 0; i < printer->problem->n_steps; ++i)
    if (printer->problem->steps[i].goal == goal)
      g_array_append_val (steps, i);
  g_array_sort_with_data (steps, compare_steps, printer);
  for (guint i = 0; i < steps->len; ++i)
    add_step (printer, rows, g_array_index (steps, gint32, i));
  segue_cli_print_table (rows, "    ");
}

static void
print_routes (Printer             *printer,
              const SegueGoalSpec *goal)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  for (gint32 i = goal->first_route; i < goal->first_route + goal->n_routes; ++i)
    {
      gboolean is_chosen = printer->schedule->routes[i].status == SEGUE_ROUTE_CHOSEN;
      const char *title = segue_record_get_title (segue_layout_get_route (printer->layout, i));

      add_row (rows, g_strconcat (is_chosen ? "● " : "○ ", title, NULL),
               segue_text_route_state (printer->layout, i), NULL, NULL);
    }
  segue_cli_print_table (rows, "    ");
  if (rows->len > 0)
    g_print ("\n");
}

static void
print_goals (Printer *printer)
{
  gboolean has_loose = FALSE;

  for (gint32 i = 0; i < printer->problem->n_steps; ++i)
    has_loose |= printer->problem->steps[i].goal < 0 && printer->schedule->steps[i].active;
  if (has_loose)
    {
      g_print ("\n");
      segue_cli_print_title (_("Steps without a goal"));
      print_steps (printer, -1);
    }
  for (gint32 i = 0; i < printer->problem->n_goals; ++i)
    {
      g_print ("\n");
      segue_cli_print_title (segue_record_get_title (segue_layout_get_goal (printer->layout, i)));
      print_routes (printer, &printer->problem->goals[i]);
      print_steps (printer, i);
    }
}

/* A rule with its source, so that it can be looked up and asked about. */
static void
print_rule (Printer *printer,
            gint32   rule)
{
  const SegueRecord *record = segue_layout_get_rule (printer->layout, rule);
  const char *source = segue_record_get_string (record, SEGUE_RULE_SOURCE);
  g_autofree char *text = segue_text_rule (printer->layout, rule);
  g_autofree char *certainty =
    segue_text_certainty ((SegueCertainty) segue_record_get_int (record, SEGUE_RULE_CERTAINTY));

  if (source && *source)
    segue_cli_print_line ("      • %s (%s, %s)", text, source, certainty);
  else
    segue_cli_print_line ("      • %s (%s)", text, certainty);
}

static void
print_remedies (Printer    *printer,
                SegueSlice  slice)
{
  if (slice.n > 0)
    segue_cli_print_line ("    %s", _("What would help:"));
  for (gint32 i = slice.first; i < slice.first + slice.n; ++i)
    {
      g_autofree char *text = segue_text_remedy (printer->layout, i);
      g_autofree char *cost = segue_text_remedy_cost (printer->layout, i);

      if (*cost)
        segue_cli_print_line ("      → %s — %s", text, cost);
      else
        segue_cli_print_line ("      → %s", text);
    }
}

static void
print_conflict (Printer *printer,
                gint32   index)
{
  const SegueConflict *conflict = &printer->schedule->conflicts[index];
  g_autofree char *text = segue_text_conflict (printer->layout, index);

  g_print ("\n");
  if (conflict->route >= 0)
    segue_cli_print_line ("  %s", segue_record_get_title (segue_layout_get_route (printer->layout, conflict->route)));
  segue_cli_print_line ("    %s", text);
  for (gint32 i = 0; i < conflict->rules.n; ++i)
    print_rule (printer, printer->schedule->refs[conflict->rules.first + i]);
  print_remedies (printer, conflict->remedies);
}

static void
print_broken (Printer *printer)
{
  if (printer->schedule->n_broken == 0)
    return;
  g_print ("\n");
  segue_cli_print_title (_("Rules that give way"));
  for (gint32 i = 0; i < printer->schedule->n_broken; ++i)
    {
      g_autofree char *rule = segue_text_rule (printer->layout, printer->schedule->broken[i].rule);
      g_autofree char *days = segue_text_days (printer->schedule->broken[i].days_late);

      segue_cli_print ("  • ");
      /* Translators: a rule as a sentence, and by how many days it is broken, as “3 days”. */
      segue_cli_print_line (_("%s (broken by %s)"), rule, days);
    }
  if (printer->schedule->broken_unproven)
    segue_cli_print_line ("  %s", _("This is the least that was found; less may have to give way."));
}

static void
print_text (SeguePlan   *plan,
            SegueLayout *layout)
{
  Printer printer = { layout, segue_layout_get_problem (layout), segue_layout_get_schedule (layout) };
  g_autofree char *now = segue_text_day (segue_layout_get_now (layout));

  segue_cli_print_title (segue_plan_get_title (plan));
  if (printer.schedule->feasible)
    /* Translators: a date. */
    segue_cli_print_line (_("Scheduled from %s. Every rule holds and everything has its hours."), now);
  else
    /* Translators: a date. */
    segue_cli_print_line (_("Scheduled from %s. Not everything fits; see below what gives way."), now);
  print_goals (&printer);
  print_broken (&printer);
  if (printer.schedule->n_conflicts > 0)
    {
      g_print ("\n");
      segue_cli_print_title (_("What does not go together"));
    }
  for (gint32 i = 0; i < printer.schedule->n_conflicts; ++i)
    print_conflict (&printer, i);
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (SeguePlan) plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  g_autoptr (SegueLayout) layout = NULL;

  if (plan == NULL)
    return SEGUE_CLI_BAD;
  layout = segue_cli_lay_out (cli, plan, SEGUE_SOLVE_ALL);
  if (cli->json)
    {
      g_autofree char *text = segue_json_write_schedule (layout);

      fputs (text, stdout);
    }
  else
    print_text (plan, layout);
  return segue_layout_get_schedule (layout)->feasible ? SEGUE_CLI_DONE : SEGUE_CLI_NOT_FEASIBLE;
}

const SegueCliCommand segue_cli_schedule = {
  "schedule", N_("PLAN"),
  N_("Lay the plan out: which route, when each step, what does not fit"),
  N_("Prints the route that each goal gets, the days, hours and slack of each step, and\n"
     "every conflict with its rules and what would remove it. Exits with 1 if the plan\n"
     "does not fit."),
  1, 1, SEGUE_CLI_TAKES_NOW, run
};
