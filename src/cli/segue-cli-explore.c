/* segue-cli-explore.c - `segue-cli explore`: what if this is on that day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/segue-sweep.h"
#include "core/segue-text.h"
#include "exchange/segue-json-text.h"

/* More days than this are no question a person has. */
#define MOST_DAYS 3660

typedef struct
{
  SegueSweep *sweep;
  SegueLayout *layout;
  const SegueExploration *exploration;
} Printer;

static const SegueRecord *
get_route (Printer *printer,
           gint32   day,
           gint32   goal)
{
  gint32 first = printer->exploration->days[day].first_goal_route;

  return segue_layout_get_route (printer->layout, printer->exploration->goal_routes[first + goal]);
}

/* ---- for programs ---------------------------------------------------- */

static void
write_kept (SegueJsonText   *text,
            const SegueKept *kept)
{
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "kept");
  segue_json_text_int (text, kept->kept);
  segue_json_text_key (text, "forfeited");
  segue_json_text_int (text, kept->forfeited);
  segue_json_text_key (text, "exercisable_until");
  segue_json_text_day (text, kept->exercisable_until);
  segue_json_text_end_object (text);
}

static void
write_day (Printer       *printer,
           SegueJsonText *text,
           gint32         day)
{
  const SegueRecord *record;

  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "date");
  segue_json_text_day (text, printer->exploration->days[day].day);
  segue_json_text_key (text, "feasible");
  segue_json_text_bool (text, printer->exploration->days[day].feasible);
  segue_json_text_key (text, "proven");
  segue_json_text_bool (text, !printer->exploration->days[day].unproven);
  segue_json_text_key (text, "goals");
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  for (int i = 0; (record = segue_layout_get_goal (printer->layout, i)); ++i)
    {
      const SegueRecord *route = get_route (printer, day, i);

      segue_json_text_key (text, segue_record_get_id (record));
      segue_json_text_string (text, route ? segue_record_get_id (route) : NULL);
    }
  segue_json_text_end_object (text);
  segue_json_text_key (text, "grants");
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  for (int i = 0; (record = segue_layout_get_grant (printer->layout, i)); ++i)
    {
      segue_json_text_key (text, segue_record_get_id (record));
      write_kept (text, segue_sweep_get_kept (printer->sweep, day, i));
    }
  segue_json_text_end_object (text);
  segue_json_text_end_object (text);
}

static void
write_rules (Printer       *printer,
             SegueJsonText *text,
             const char    *key,
             SegueSlice     slice)
{
  segue_json_text_key (text, key);
  segue_json_text_begin_array (text, SEGUE_JSON_ROW);
  for (gint32 i = slice.first; i < slice.first + slice.n; ++i)
    segue_json_text_string (
      text, segue_record_get_id (segue_layout_get_rule (printer->layout, printer->exploration->refs[i])));
  segue_json_text_end_array (text);
}

static void
write_run (Printer                *printer,
           SegueJsonText          *text,
           const SegueExploredRun *run)
{
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "from");
  segue_json_text_day (text, run->from);
  segue_json_text_key (text, "until");
  segue_json_text_day (text, run->until);
  write_rules (printer, text, "begins_because", run->begins_because);
  write_rules (printer, text, "ends_because", run->ends_because);
  segue_json_text_end_object (text);
}

static void
print_document (Printer *printer)
{
  g_autofree char *document = NULL;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "days");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (gint32 i = 0; i < printer->exploration->n_days; ++i)
    write_day (printer, &text, i);
  segue_json_text_end_array (&text);
  segue_json_text_key (&text, "runs");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (gint32 i = 0; i < printer->exploration->n_runs; ++i)
    write_run (printer, &text, &printer->exploration->runs[i]);
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

/* ---- for people ------------------------------------------------------ */

static gboolean
brings_the_same (Printer *printer,
                 gint32   a,
                 gint32   b)
{
  if (printer->exploration->days[a].feasible != printer->exploration->days[b].feasible ||
      printer->exploration->days[a].unproven != printer->exploration->days[b].unproven)
    return FALSE;
  if (!printer->exploration->days[a].feasible)
    return TRUE;
  for (int i = 0; segue_layout_get_goal (printer->layout, i); ++i)
    if (get_route (printer, a, i) != get_route (printer, b, i))
      return FALSE;
  for (int i = 0; i < segue_layout_count_grants (printer->layout); ++i)
    if (segue_sweep_get_kept (printer->sweep, a, i)->kept != segue_sweep_get_kept (printer->sweep, b, i)->kept)
      return FALSE;
  return TRUE;
}

static void
print_routes (Printer *printer,
              gint32   day)
{
  const SegueRecord *goal;

  for (int i = 0; (goal = segue_layout_get_goal (printer->layout, i)); ++i)
    if (get_route (printer, day, i))
      segue_cli_print_line ("    %s: %s", segue_record_get_title (goal),
                            segue_record_get_title (get_route (printer, day, i)));
}

static void
print_grants (Printer *printer,
              gint32   day)
{
  const SegueRecord *grant;

  for (int i = 0; (grant = segue_layout_get_grant (printer->layout, i)); ++i)
    {
      const SegueKept *kept = segue_sweep_get_kept (printer->sweep, day, i);
      g_autofree char *units = segue_text_units (kept->kept);
      g_autofree char *lost = segue_text_units (kept->forfeited);

      segue_cli_print ("    ");
      /* Translators: the title of a grant, and two numbers of options or shares. */
      segue_cli_print_line (_("%1$s: %2$s kept, %3$s forfeited"), segue_record_get_title (grant), units, lost);
    }
}

static void
print_stretch (Printer *printer,
               gint32   first,
               gint32   last)
{
  g_autofree char *span = segue_text_span (printer->exploration->days[first].day, printer->exploration->days[last].day);

  segue_cli_print (printer->exploration->days[first].feasible ? "  ● " : "  ○ ");
  if (printer->exploration->days[first].feasible)
    /* Translators: a span of days on which a plan would hold. */
    segue_cli_print_line (_("%s: possible"), span);
  else if (printer->exploration->days[first].unproven)
    /* Translators: a span of days; whether a plan would hold then could not be told. */
    segue_cli_print_line (_("%s: no way found; it may still be possible"), span);
  else
    /* Translators: a span of days on which a plan would not hold. */
    segue_cli_print_line (_("%s: not possible"), span);
  if (!printer->exploration->days[first].feasible)
    return;
  print_routes (printer, first);
  print_grants (printer, first);
}

static void
print_reasons (Printer    *printer,
               const char *title,
               SegueSlice  slice)
{
  if (slice.n > 0)
    segue_cli_print_line ("  %s", title);
  for (gint32 i = slice.first; i < slice.first + slice.n; ++i)
    {
      g_autofree char *text = segue_text_rule (printer->layout, printer->exploration->refs[i]);

      segue_cli_print_line ("    • %s", text);
    }
}

static void
print_run (Printer                *printer,
           const SegueExploredRun *run)
{
  g_autofree char *span = segue_text_span (run->from, run->until);

  if (run->begins_because.n == 0 && run->ends_because.n == 0)
    return;
  g_print ("\n");
  segue_cli_print_title (span);
  print_reasons (printer, _("Not before, because:"), run->begins_because);
  print_reasons (printer, _("Not after, because:"), run->ends_because);
}

static void
print_text (Printer    *printer,
            const char *title)
{
  gint32 n = printer->exploration->n_days;

  segue_cli_print_title (title);
  for (gint32 first = 0, last = 0; first < n; first = ++last)
    {
      while (last + 1 < n && brings_the_same (printer, first, last + 1))
        ++last;
      print_stretch (printer, first, last);
    }
  for (gint32 i = 0; i < printer->exploration->n_runs; ++i)
    print_run (printer, &printer->exploration->runs[i]);
}

/* ---- the command ----------------------------------------------------- */

static gboolean
check_range (SegueCli  *cli,
             GError   **error)
{
  if (cli->from == SEGUE_DAY_NONE || cli->until == SEGUE_DAY_NONE)
    g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                         _("The days to look at are missing; give both --from and --until."));
  else if (cli->until < cli->from)
    g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("--until lies before --from."));
  else if (cli->until - cli->from >= MOST_DAYS)
    g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                         _("From --from to --until there are more than ten years."));
  else
    return TRUE;
  return FALSE;
}

/* A point as a plan writes it, or else the id or title of a step: its end. */
static gboolean
find_point (SegueLayout  *layout,
            const char   *argument,
            SeguePoint   *point,
            GError      **error)
{
  if (segue_layout_find_point (layout, argument, point))
    return TRUE;
  *point = (SeguePoint) { segue_cli_find_step (layout, argument, error), SEGUE_SIDE_END };
  return point->step >= 0;
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (SegueLayout) layout = NULL;
  g_autoptr (SegueSweep) sweep = NULL;
  Printer printer;
  SeguePoint point;

  if (!check_range (cli, error))
    return SEGUE_CLI_BAD;
  plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  if (plan == NULL)
    return SEGUE_CLI_BAD;
  layout = segue_cli_lay_out (cli, plan, SEGUE_SOLVE_DATES);
  if (!find_point (layout, cli->arguments[1], &point, error))
    {
      g_prefix_error (error, "%s: ", cli->arguments[0]);
      return SEGUE_CLI_BAD;
    }
  sweep = segue_sweep_new (layout, point, cli->from, cli->until, NULL);
  printer = (Printer) { sweep, layout, segue_sweep_get_exploration (sweep) };
  if (cli->json)
    print_document (&printer);
  else
    print_text (&printer, segue_record_get_title (segue_layout_get_step (layout, point.step)));
  return printer.exploration->n_runs > 0 ? SEGUE_CLI_DONE : SEGUE_CLI_NOT_FEASIBLE;
}

const SegueCliCommand segue_cli_explore = {
  "explore", N_("PLAN POINT"),
  N_("Try a point, such as the last day at work, on every day of a range"),
  N_("Lays the point on every day from --from to --until and says for each whether the plan\n"
     "holds, which route each goal gets, and what is kept of each grant; and which rules end\n"
     "each run of possible days. A POINT is a step, named by its id or its title, or an end\n"
     "of it, as in “english.start”. Exits with 1 if no day is possible."),
  2, 2, SEGUE_CLI_TAKES_NOW | SEGUE_CLI_TAKES_RANGE, run
};
