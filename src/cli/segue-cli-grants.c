/* segue-cli-grants.c - `segue-cli grants`: what has vested, and what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/segue-text.h"
#include "exchange/segue-json-text.h"

typedef struct
{
  const SegueRecord *record;
  gint64 vested;
  gint64 unvested;
  SegueTranche next; /* date SEGUE_DAY_NONE: nothing is to come */
} Standing;

static Standing
find_standing (SegueLayout       *layout,
               const SegueRecord *grant,
               SegueDay           as_of)
{
  Standing standing = { grant, .next.date = SEGUE_DAY_NONE };
  gint32 n = 0;
  g_autofree SegueTranche *tranches = segue_layout_vest_grant (layout, grant, &n);

  for (gint32 i = 0; i < n; ++i)
    {
      if (tranches[i].date <= as_of)
        {
          standing.vested += tranches[i].units;
          continue;
        }
      standing.unvested += tranches[i].units;
      if (standing.next.date == SEGUE_DAY_NONE || tranches[i].date < standing.next.date)
        standing.next = tranches[i];
      else if (tranches[i].date == standing.next.date)
        standing.next.units += tranches[i].units;
    }
  return standing;
}

static void
write_standing (SegueJsonText  *text,
                const Standing *standing)
{
  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "id");
  segue_json_text_string (text, segue_record_get_id (standing->record));
  segue_json_text_key (text, "vested");
  segue_json_text_int (text, standing->vested);
  segue_json_text_key (text, "unvested");
  segue_json_text_int (text, standing->unvested);
  segue_json_text_key (text, "next");
  if (standing->next.date == SEGUE_DAY_NONE)
    segue_json_text_null (text);
  else
    {
      segue_json_text_begin_object (text, SEGUE_JSON_ROW);
      segue_json_text_key (text, "date");
      segue_json_text_day (text, standing->next.date);
      segue_json_text_key (text, "units");
      segue_json_text_int (text, standing->next.units);
      segue_json_text_end_object (text);
    }
  segue_json_text_end_object (text);
}

static void
print_document (const Standing *standings,
                guint           n)
{
  g_autofree char *document = NULL;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "grants");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (guint i = 0; i < n; ++i)
    write_standing (&text, &standings[i]);
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

static void
print_standing (const Standing *standing)
{
  g_autofree char *vested = segue_text_units (standing->vested);
  g_autofree char *unvested = segue_text_units (standing->unvested);

  segue_cli_print_title (segue_record_get_title (standing->record));
  segue_cli_print ("  ");
  /* Translators: two numbers of options or shares. */
  segue_cli_print_line (_("%s vested, %s to come"), vested, unvested);
  if (standing->next.date != SEGUE_DAY_NONE)
    {
      g_autofree char *day = segue_text_day (standing->next.date);
      g_autofree char *units = segue_text_units (standing->next.units);

      segue_cli_print ("  ");
      /* Translators: a date, and a number of options or shares. */
      segue_cli_print_line (_("Next on %s: %s"), day, units);
    }
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (SeguePlan) plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  g_autoptr (SegueLayout) layout = NULL;
  g_autofree Standing *standings = NULL;
  SegueDay as_of;
  guint n;

  if (plan == NULL)
    return SEGUE_CLI_BAD;
  layout = segue_cli_lay_out (cli, plan, SEGUE_SOLVE_DATES);
  as_of = cli->as_of != SEGUE_DAY_NONE ? cli->as_of : segue_layout_get_now (layout);
  n = segue_plan_count (plan, SEGUE_KIND_GRANT);
  standings = g_new0 (Standing, n);
  for (guint i = 0; i < n; ++i)
    standings[i] = find_standing (layout, segue_plan_get_nth (plan, SEGUE_KIND_GRANT, i), as_of);
  if (cli->json)
    print_document (standings, n);
  else if (n == 0)
    segue_cli_print_line ("%s", _("The plan has no grants."));
  for (guint i = 0; i < n && !cli->json; ++i)
    print_standing (&standings[i]);
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_grants = {
  "grants", N_("PLAN"),
  N_("Say what has vested of each grant and what comes next"),
  N_("Counts what has vested by the day given with --as-of, or else by the day from which\n"
     "the plan is scheduled. Unpaid leave shifts vest dates where the grant says so."),
  1, 1, SEGUE_CLI_TAKES_NOW | SEGUE_CLI_TAKES_AS_OF, run
};
