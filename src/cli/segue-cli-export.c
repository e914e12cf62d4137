/* segue-cli-export.c - `segue-cli export`: a plan as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "exchange/segue-json-writer.h"

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autoptr (SeguePlan) plan = NULL;
  g_autofree char *document = NULL;

  if (cli->format && !g_str_equal (cli->format, "json"))
    {
      /* Translators: what was given for --format. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                   _("--format: “%s” is no format to export to; there is json."), cli->format);
      return SEGUE_CLI_BAD;
    }
  plan = segue_cli_load_plan (cli, cli->arguments[0], error);
  if (plan == NULL)
    return SEGUE_CLI_BAD;
  document = segue_json_write_plan (plan);
  fputs (document, stdout);
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_export = {
  "export", N_("PLAN"),
  N_("Print a plan as a document that can be imported again"),
  N_("Prints the whole plan in the format segue-plan, always in the same order."),
  1, 1, SEGUE_CLI_TAKES_FORMAT, run
};
