/* segue-cli-options.c - the command line taken apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options may stand before or after the command. So all of them are read
 * first, and then it is asked whether the command takes what was given.
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Options as texts, before they are looked at. */
typedef struct
{
  char *now;
  char *from;
  char *until;
  char *as_of;
  gboolean has_samples;
} Texts;

#define ALWAYS 0

typedef struct
{
  GOptionEntry entry;
  SegueCliTakes takes; /* ALWAYS, or what a command must take to have it */
} Option;

enum
{
  N_OPTIONS = 11,
};

static void
fill_options (Option    options[N_OPTIONS],
              SegueCli *cli,
              Texts    *texts)
{
  const Option all[N_OPTIONS] = {
    { { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db,
        N_("Work on this database instead of your own"), N_("FILE") }, ALWAYS },
    { { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print a JSON document instead of text"), NULL }, ALWAYS },
    { { "help", 'h', 0, G_OPTION_ARG_NONE, &cli->help, N_("Say how the command is used"), NULL }, ALWAYS },
    { { "version", 0, 0, G_OPTION_ARG_NONE, &cli->version, N_("Say which version this is"), NULL }, ALWAYS },
    { { "now", 0, 0, G_OPTION_ARG_STRING, &texts->now,
        N_("Schedule from this day instead of the plan’s own or today"), N_("DATE") }, SEGUE_CLI_TAKES_NOW },
    { { "format", 0, 0, G_OPTION_ARG_STRING, &cli->format, N_("Write this format: json"), N_("FORMAT") },
      SEGUE_CLI_TAKES_FORMAT },
    { { "from", 0, 0, G_OPTION_ARG_STRING, &texts->from, N_("First day to look at"), N_("DATE") },
      SEGUE_CLI_TAKES_RANGE },
    { { "until", 0, 0, G_OPTION_ARG_STRING, &texts->until, N_("Last day to look at"), N_("DATE") },
      SEGUE_CLI_TAKES_RANGE },
    { { "samples", 0, 0, G_OPTION_ARG_INT, &cli->n_samples, N_("Draw this many times; 1000 if not said"),
        N_("NUMBER") }, SEGUE_CLI_TAKES_SAMPLES },
    { { "seed", 0, 0, G_OPTION_ARG_INT64, &cli->seed, N_("Draw from this seed; 1 if not said"), N_("NUMBER") },
      SEGUE_CLI_TAKES_SAMPLES },
    { { "as-of", 0, 0, G_OPTION_ARG_STRING, &texts->as_of, N_("The day to look at"), N_("DATE") },
      SEGUE_CLI_TAKES_AS_OF },
  };

  memcpy (options, all, sizeof all);
}

static GOptionContext *
make_context (const Option  options[N_OPTIONS],
              SegueCliTakes takes)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionEntry entries[N_OPTIONS + 1] = { 0 };
  guint n = 0;

  for (guint i = 0; i < N_OPTIONS; ++i)
    if (options[i].takes == ALWAYS || (options[i].takes & takes))
      entries[n++] = options[i].entry;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_day (SegueCli      *cli,
          const char    *option,
          const char    *text,
          SegueDay      *day,
          SegueCliTakes  given,
          GError       **error)
{
  *day = SEGUE_DAY_NONE;
  if (text == NULL)
    return TRUE;
  cli->given |= given;
  if (segue_day_parse (text, day))
    return TRUE;
  /* Translators: the name of an option such as --now, and what was given for it. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
               _("%s: “%s” is not a day of the calendar, written as 2023-04-05."), option, text);
  return FALSE;
}

static gboolean
read_texts (SegueCli  *cli,
            Texts     *texts,
            GError   **error)
{
  if (!read_day (cli, "--now", texts->now, &cli->now, SEGUE_CLI_TAKES_NOW, error) ||
      !read_day (cli, "--from", texts->from, &cli->from, SEGUE_CLI_TAKES_RANGE, error) ||
      !read_day (cli, "--until", texts->until, &cli->until, SEGUE_CLI_TAKES_RANGE, error) ||
      !read_day (cli, "--as-of", texts->as_of, &cli->as_of, SEGUE_CLI_TAKES_AS_OF, error))
    return FALSE;
  if (cli->format)
    cli->given |= SEGUE_CLI_TAKES_FORMAT;
  if (cli->n_samples != G_MININT || cli->seed != G_MININT64)
    cli->given |= SEGUE_CLI_TAKES_SAMPLES;
  return TRUE;
}

static void
clear_texts (Texts *texts)
{
  g_clear_pointer (&texts->now, g_free);
  g_clear_pointer (&texts->from, g_free);
  g_clear_pointer (&texts->until, g_free);
  g_clear_pointer (&texts->as_of, g_free);
}

static const SegueCliCommand *
find_command (const SegueCliCommand *const *commands,
              const char                   *name,
              GError                      **error)
{
  for (guint i = 0; commands[i]; ++i)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  /* Translators: what stood on the command line in place of a command. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
               _("There is no command “%s”; “segue-cli --help” lists them."), name);
  return NULL;
}

/* "segue-cli why PLAN STEP" */
static char *
dup_usage (const SegueCliCommand *command)
{
  return g_strjoin (" ", "segue-cli", command->name, command->arguments ? _(command->arguments) : NULL, NULL);
}

static gboolean
check_command (SegueCli               *cli,
               const SegueCliCommand  *command,
               GError                **error)
{
  SegueCliTakes too_much = cli->given & ~command->takes;
  g_autofree char *usage = NULL;

  if (cli->help)
    return TRUE;
  if (too_much)
    {
      /* Translators: an option that the command does not take, and the command. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("The option %s does not belong to “%s”."),
                   too_much & SEGUE_CLI_TAKES_NOW ? "--now"
                   : too_much & SEGUE_CLI_TAKES_FORMAT ? "--format"
                   : too_much & SEGUE_CLI_TAKES_RANGE ? "--from, --until"
                   : too_much & SEGUE_CLI_TAKES_SAMPLES ? "--samples, --seed" : "--as-of",
                   command->name);
      return FALSE;
    }
  if (cli->n_arguments >= command->least && cli->n_arguments <= command->most)
    return TRUE;
  usage = dup_usage (command);
  /* Translators: a usage line such as “segue-cli schedule PLAN”. */
  g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, _("It is used so: %s"), usage);
  return FALSE;
}

static gboolean
parse_options (SegueCli  *cli,
               GStrv     *argv,
               GError   **error)
{
  Texts texts = { 0 };
  Option options[N_OPTIONS];
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean done;

  cli->n_samples = G_MININT;
  cli->seed = G_MININT64;
  fill_options (options, cli, &texts);
  context = make_context (options, (SegueCliTakes) ~0u);
  done = g_option_context_parse_strv (context, argv, &cause);
  if (done)
    done = read_texts (cli, &texts, error);
  else
    g_set_error_literal (error, SEGUE_ERROR, SEGUE_ERROR_INVALID, cause->message);
  clear_texts (&texts);
  return done;
}

/**
 * segue_cli_parse:
 * @cli: (out): what was said
 * @argv: (transfer full): the command line
 *
 * Returns: (nullable): the command; %NULL without @error if none was named
 */
const SegueCliCommand *
segue_cli_parse (SegueCli                     *cli,
                 const SegueCliCommand *const *commands,
                 GStrv                         argv,
                 GError                      **error)
{
  g_auto (GStrv) words = argv;
  const SegueCliCommand *command;
  guint first = 1;

  *cli = (SegueCli) { .now = SEGUE_DAY_NONE };
  if (!parse_options (cli, &words, error))
    return NULL;
  if (words[first] && g_str_equal (words[first], "--"))
    ++first;
  if (words[first] == NULL)
    return NULL;
  command = find_command (commands, words[first++], error);
  if (words[first] && g_str_equal (words[first], "--"))
    ++first;
  cli->arguments = g_strdupv (words + first);
  cli->n_arguments = g_strv_length (cli->arguments);
  return command && check_command (cli, command, error) ? command : NULL;
}

void
segue_cli_clear (SegueCli *cli)
{
  g_clear_pointer (&cli->db, g_free);
  g_clear_pointer (&cli->format, g_free);
  g_clear_pointer (&cli->arguments, g_strfreev);
}

/**
 * segue_cli_dup_help:
 * @command: (nullable): the command to explain, or %NULL for all of them
 *
 * Returns: (transfer full): how it is used
 */
char *
segue_cli_dup_help (const SegueCliCommand        *command,
                    const SegueCliCommand *const *commands)
{
  SegueCli cli = { 0 };
  Texts texts = { 0 };
  Option options[N_OPTIONS];
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *usage = NULL;

  fill_options (options, &cli, &texts);
  context = make_context (options, command ? command->takes : 0);
  if (command)
    {
      g_autofree char *line = dup_usage (command);

      g_string_append_printf (summary, "  %s\n\n%s\n\n%s", line, _(command->summary), _(command->details));
      g_option_context_set_summary (context, summary->str);
      usage = g_option_context_get_help (context, TRUE, NULL);
      return g_strdup (strstr (usage, summary->str));
    }
  g_string_append_printf (summary, "  segue-cli %s\n\n%s\n\n%s", _("COMMAND [OPTION…]"),
                          _("Work with career plans on the command line. A PLAN is a JSON file, or the title or\n"
                            "id of a plan in the database."), _("Commands:"));
  for (guint i = 0; commands[i]; ++i)
    g_string_append_printf (summary, "\n  %-10s  %s", commands[i]->name, _(commands[i]->summary));
  g_option_context_set_summary (context, summary->str);
  usage = g_option_context_get_help (context, TRUE, NULL);
  return g_strdup (strstr (usage, summary->str));
}
