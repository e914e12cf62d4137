/* segue-cli-why.c - `segue-cli why`: what holds a step where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "core/segue-text.h"
#include "exchange/segue-json-text.h"

static const char *
name_kind (SegueHolderKind kind)
{
  switch (kind)
    {
    case SEGUE_HOLDER_RULE:
      return "rule";
    case SEGUE_HOLDER_CAPACITY:
      return "capacity";
    case SEGUE_HOLDER_NOW:
    default:
      return "now";
    }
}

static const SegueRecord *
get_record (SegueLayout       *layout,
            const SegueHolder *holder)
{
  return holder->kind == SEGUE_HOLDER_RULE ? segue_layout_get_rule (layout, holder->rule)
                                           : segue_layout_get_step (layout, holder->step);
}

static void
write_holder (SegueJsonText     *text,
              SegueLayout       *layout,
              const SegueHolder *holder)
{
  const SegueRecord *record = get_record (layout, holder);
  g_autofree char *sentence = segue_text_holder (layout, holder);

  segue_json_text_begin_object (text, SEGUE_JSON_ROW);
  segue_json_text_key (text, "kind");
  segue_json_text_string (text, name_kind (holder->kind));
  segue_json_text_key (text, "id");
  segue_json_text_string (text, record ? segue_record_get_id (record) : NULL);
  segue_json_text_key (text, "text");
  segue_json_text_string (text, sentence);
  segue_json_text_end_object (text);
}

static void
print_document (SegueLayout       *layout,
                int                step,
                const SegueHolder *holders,
                gint32             n)
{
  g_autofree char *document = NULL;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "step");
  segue_json_text_string (&text, segue_record_get_id (segue_layout_get_step (layout, step)));
  segue_json_text_key (&text, "held_by");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (gint32 i = 0; i < n; ++i)
    write_holder (&text, layout, &holders[i]);
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

static void
print_holder (SegueLayout       *layout,
              const SegueHolder *holder)
{
  g_autofree char *text = segue_text_holder (layout, holder);
  const char *source = holder->kind == SEGUE_HOLDER_RULE
    ? segue_record_get_string (get_record (layout, holder), SEGUE_RULE_SOURCE) : NULL;

  if (source && *source)
    segue_cli_print_line ("  • %s (%s)", text, source);
  else
    segue_cli_print_line ("  • %s", text);
}

static gboolean
concerns (const SegueSchedule *schedule,
          const SegueConflict *conflict,
          const SegueStepSpec *spec,
          gint32               step)
{
  for (gint32 i = 0; i < conflict->steps.n; ++i)
    if (schedule->refs[conflict->steps.first + i] == step)
      return TRUE;
  return conflict->route >= 0 && conflict->route == spec->route;
}

/* What has no place is held by nothing; what stands against it is told instead. */
static void
print_conflicts (SegueLayout *layout,
                 int          step)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueStepSpec *spec = &segue_layout_get_problem (layout)->steps[step];

  for (gint32 i = 0; i < schedule->n_conflicts; ++i)
    if (concerns (schedule, &schedule->conflicts[i], spec, step))
      {
        g_autofree char *text = segue_text_conflict (layout, i);

        segue_cli_print_line ("  • %s", text);
      }
}

static void
print_text (SegueLayout       *layout,
            int                step,
            const SegueHolder *holders,
            gint32             n)
{
  const SegueStepResult *result = &segue_layout_get_schedule (layout)->steps[step];
  const SegueRecord *record = segue_layout_get_step (layout, step);
  g_autofree char *name = segue_text_step_name (layout, step);

  segue_cli_print_title (name);
  for (gint32 i = 0; i < n; ++i)
    print_holder (layout, &holders[i]);
  if (n == 0 && result->active && segue_record_get_int (record, SEGUE_STEP_STATUS) == SEGUE_STATUS_DONE)
    segue_cli_print_line ("  • %s", _("It is done."));
  else if (n == 0 && result->active && result->start != SEGUE_DAY_NONE)
    segue_cli_print_line ("  • %s", _("Nothing holds it there; other steps were more pressing."));
  if (result->start == SEGUE_DAY_NONE)
    print_conflicts (layout, step);
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (SeguePlan) plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  g_autoptr (SegueLayout) layout = NULL;
  g_autofree SegueHolder *holders = NULL;
  gint32 n;
  int step;

  if (plan == NULL)
    return SEGUE_CLI_BAD;
  layout = segue_cli_lay_out (cli, plan, SEGUE_SOLVE_LATEST);
  step = segue_cli_find_step (layout, cli->arguments[1], error);
  if (step < 0)
    {
      g_prefix_error (error, "%s: ", cli->arguments[0]);
      return SEGUE_CLI_BAD;
    }
  holders = segue_layout_explain (layout, step, &n);
  if (cli->json)
    print_document (layout, step, holders, n);
  else
    print_text (layout, step, holders, n);
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_why = {
  "why", N_("PLAN STEP"),
  N_("Say what holds a step where it is"),
  N_("Names the rules that let the step lie no earlier, the hours that others take, or the\n"
     "day from which the plan is scheduled. A STEP is named by its id or its title."),
  2, 2, SEGUE_CLI_TAKES_NOW, run
};
