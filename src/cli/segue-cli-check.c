/* segue-cli-check.c - `segue-cli check`: what is wrong with a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "exchange/segue-json-reader.h"
#include "exchange/segue-json-text.h"
#include "exchange/segue-json-writer.h"

static void
print_problems (SegueCli  *cli,
                GPtrArray *problems)
{
  if (cli->json)
    {
      g_autofree char *document = NULL;
      SegueJsonText text;

      segue_json_text_init (&text);
      segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
      segue_json_text_key (&text, "problems");
      segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
      for (guint i = 0; i < problems->len; ++i)
        segue_json_text_string (&text, problems->pdata[i]);
      segue_json_text_end_array (&text);
      segue_json_text_end_object (&text);
      document = segue_json_text_end (&text);
      fputs (document, stdout);
      return;
    }
  for (guint i = 0; i < problems->len; ++i)
    segue_cli_print_line ("%s", (const char *) problems->pdata[i]);
  if (problems->len == 0)
    segue_cli_print_line ("%s", _("The plan is sound."));
}

/* The document of the plan: as it stands in the file, or as it would be
 * written. What is said of it then has a place that can be looked up. */
static char *
load_document (SegueCli  *cli,
               gsize     *length,
               GError   **error)
{
  const char *argument = cli->arguments[0];
  g_autoptr (GFile) file = NULL;
  g_autoptr (SeguePlan) plan = NULL;
  char *document;

  if (segue_cli_names_file (cli, argument))
    {
      file = g_file_new_for_commandline_arg (argument);
      return segue_json_load_file (file, argument, length, error);
    }
  plan = segue_cli_load_plan (cli, argument, error);
  if (plan == NULL)
    return NULL;
  document = segue_json_write_plan (plan);
  *length = strlen (document);
  return document;
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *document = NULL;
  gsize length = 0;

  document = load_document (cli, &length, error);
  if (document == NULL)
    return SEGUE_CLI_BAD;
  problems = segue_json_find_problems (document, length, cli->arguments[0]);
  print_problems (cli, problems);
  if (problems->len == 0)
    return SEGUE_CLI_DONE;
  g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, problems->pdata[0]);
  return SEGUE_CLI_BAD;
}

const SegueCliCommand segue_cli_check = {
  "check", N_("PLAN"),
  N_("Tell every problem of a plan"),
  N_("Prints each problem with its place. Exits with 2 if there is one."),
  1, 1, 0, run
};
