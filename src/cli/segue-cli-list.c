/* segue-cli-list.c - `segue-cli list`: which plans there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "exchange/segue-json-text.h"
#include "store/segue-sqlite-store.h"

static void
print_document (GPtrArray *plans)
{
  g_autofree char *document = NULL;
  SegueJsonText text;

  segue_json_text_init (&text);
  segue_json_text_begin_object (&text, SEGUE_JSON_LINES);
  segue_json_text_key (&text, "plans");
  segue_json_text_begin_array (&text, SEGUE_JSON_LINES);
  for (guint i = 0; i < plans->len; ++i)
    {
      segue_json_text_begin_object (&text, SEGUE_JSON_ROW);
      segue_json_text_key (&text, "id");
      segue_json_text_string (&text, segue_record_get_id (plans->pdata[i]));
      segue_json_text_key (&text, "title");
      segue_json_text_string (&text, segue_record_get_title (plans->pdata[i]));
      segue_json_text_end_object (&text);
    }
  segue_json_text_end_array (&text);
  segue_json_text_end_object (&text);
  document = segue_json_text_end (&text);
  fputs (document, stdout);
}

static int
run (SegueCli  *cli,
     GError   **error)
{
  g_autofree char *path = cli->db ? g_strdup (cli->db) : segue_sqlite_store_get_default_path ();
  g_autoptr (SegueSqliteStore) store = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) cause = NULL;

  store = segue_sqlite_store_open_read_only (path, &cause);
  if (store)
    plans = segue_storage_list (SEGUE_STORAGE (store), &cause);
  else if (cli->db == NULL && g_error_matches (cause, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND))
    {
      /* Nobody has made a plan on this computer: that is an answer. */
      g_clear_error (&cause);
      plans = g_ptr_array_new ();
    }
  if (plans == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return SEGUE_CLI_BAD;
    }
  if (cli->json)
    print_document (plans);
  else if (plans->len == 0)
    segue_cli_print_line ("%s", _("There is no plan yet."));
  for (guint i = 0; i < plans->len && !cli->json; ++i)
    segue_cli_print_line ("%s  %s", segue_record_get_id (plans->pdata[i]), segue_record_get_title (plans->pdata[i]));
  return SEGUE_CLI_DONE;
}

const SegueCliCommand segue_cli_list = {
  "list", NULL,
  N_("List the plans in the database"),
  N_("Prints the id and the title of each plan, in the order in which they were made."),
  0, 0, 0, run
};
