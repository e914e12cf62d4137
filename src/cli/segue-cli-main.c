/* segue-cli-main.c - where segue-cli begins and ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "cli/segue-cli.h"

static const SegueCliCommand *const commands[] = {
  &segue_cli_import,
  &segue_cli_export,
  &segue_cli_list,
  &segue_cli_check,
  &segue_cli_schedule,
  &segue_cli_why,
  &segue_cli_explore,
  &segue_cli_risk,
  &segue_cli_grants,
  NULL,
};

/* One line, whatever a file name or title in it says. */
static int
complain (const GError *error)
{
  g_autofree char *line = segue_cli_tame (error->message);

  g_printerr ("segue-cli: %s\n", line);
  return SEGUE_CLI_BAD;
}

static int
run (SegueCli *cli,
     GStrv     argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  const SegueCliCommand *command = segue_cli_parse (cli, commands, argv, &error);
  int status;

  if (error)
    return complain (error);
  if (cli->version)
    {
      g_print ("segue-cli %s\n", PACKAGE_VERSION);
      return SEGUE_CLI_DONE;
    }
  if (cli->help || command == NULL)
    {
      help = segue_cli_dup_help (command, commands);
      if (cli->help)
        g_print ("%s", help);
      else
        g_printerr ("segue-cli: %s\n", _("A command is missing; “segue-cli --help” lists them."));
      return cli->help ? SEGUE_CLI_DONE : SEGUE_CLI_BAD;
    }
  status = command->run (cli, &error);
  return error ? complain (error) : status;
}

/* What was printed counts only once it has arrived. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("segue-cli: %s\n", _("The output could not be written."));
  return SEGUE_CLI_BAD;
}

int
main (int   argc,
      char *argv[])
{
  SegueCli cli;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A file that may not grow any further is an error to report, not a death. */
  signal (SIGXFSZ, SIG_IGN);

  status = run (&cli, g_strdupv (argv));
  segue_cli_clear (&cli);
  return finish_output (status);
}
