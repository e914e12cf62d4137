/* segue-cli-import.c - `segue-cli import`: documents into the database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "exchange/segue-json-reader.h"
#include "exchange/segue-json-text.h"
#include "store/segue-sqlite-store.h"

/* All files are read before the first is written: a bad one changes nothing. */
static GPtrArray *
read_plans (SegueCli  *cli,
            GError   **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < cli->n_arguments; ++i)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->arguments[i]);
      SeguePlan *plan = segue_json_read_plan_file (file, cli->arguments[i], error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return g_steal_pointer (&plans);
}

static void
print_document (GPtrArray *plans)
{
  g_autofree char *document = NULL;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "imported");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (guint i = 0; i < plans->len; ++i)
    {
      segue_json_text_begin_object (&text, SEGUE_JSON_ROW);
      segue_json_text_key (&text, "id");
      segue_json_text_string (&text, segue_plan_get_id (plans->pdata[i]));
      segue_json_text_key (&text, "title");
      segue_json_text_string (&text, segue_plan_get_title (plans->pdata[i]));
      for (SegueKind kind = SEGUE_KIND_GOAL; kind < SEGUE_N_KINDS; ++kind)
        {
          segue_json_text_key (&text, segue_kind_get_info (kind)->list);
          segue_json_text_int (&text, segue_plan_count (plans->pdata[i], kind));
        }
      segue_json_text_end_object (&text);
    }
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

static void
print_text (SeguePlan *plan)
{
  guint n_goals = segue_plan_count (plan, SEGUE_KIND_GOAL);
  guint n_steps = segue_plan_count (plan, SEGUE_KIND_STEP);
  guint n_rules = segue_plan_count (plan, SEGUE_KIND_RULE);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  g_autofree char *rules = g_strdup_printf (ngettext ("%u rule", "%u rules", n_rules), n_rules);

  /* Translators: the title of a plan; then counts as “3 goals”, “12 steps” and “20 rules”. */
  segue_cli_print_line (_("Imported “%s”: %s, %s, %s."), segue_plan_get_title (plan), goals, steps, rules);
}

static gboolean
back_up (SegueSqliteStore  *store,
         GError           **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return segue_sqlite_store_back_up (store, SEGUE_BACKUP_IMPORT, now, error);
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autofree char *path = cli->db ? g_strdup (cli->db) : segue_sqlite_store_get_default_path ();
  g_autoptr (GPtrArray) plans = read_plans (cli, error);
  g_autoptr (SegueSqliteStore) store = NULL;
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (plans == NULL)
    return SEGUE_CLI_BAD;
  store = segue_sqlite_store_open (path, error);
  if (store == NULL || (!is_new && !back_up (store, error)) || !segue_sqlite_store_create_all (store, plans, error))
    return SEGUE_CLI_BAD;
  if (cli->json)
    print_document (plans);
  for (guint i = 0; i < plans->len && !cli->json; ++i)
    print_text (plans->pdata[i]);
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_import = {
  "import", N_("FILE…"),
  N_("Add the plans in these files to the database"),
  N_("Each file holds one plan in the format segue-plan. Either all of them are added\n"
     "or, if one cannot be read, none. What is in the database is backed up before."),
  1, G_MAXUINT, 0, run
};
