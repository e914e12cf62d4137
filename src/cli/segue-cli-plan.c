/* segue-cli-plan.c - the plan that an argument names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/segue-json-reader.h"
#include "store/segue-sqlite-store.h"

/**
 * segue_cli_names_file:
 *
 * With --db an argument is always a plan of that database. Else it is a file
 * if there is one of that name or if it looks like one.
 */
gboolean
segue_cli_names_file (SegueCli   *cli,
                      const char *argument)
{
  return cli->db == NULL && (strchr (argument, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (argument, ".json") ||
                             g_file_test (argument, G_FILE_TEST_EXISTS));
}

static const char *
find_plan (GPtrArray   *plans,
           const char  *argument,
           GError     **error)
{
  const char *found = NULL;

  for (guint i = 0; i < plans->len; ++i)
    if (g_str_equal (segue_record_get_id (plans->pdata[i]), argument))
      return argument;
  for (guint i = 0; i < plans->len; ++i)
    {
      if (g_strcmp0 (segue_record_get_title (plans->pdata[i]), argument) != 0)
        continue;
      if (found)
        {
          /* Translators: the title of several plans. */
          g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                       _("Several plans have the title “%s”; name one by its id, as “segue-cli list” shows it."),
                       argument);
          return NULL;
        }
      found = segue_record_get_id (plans->pdata[i]);
    }
  if (found == NULL)
    /* Translators: what was given as the title or id of a plan. */
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("The database has no plan “%s”."), argument);
  return found;
}

static SeguePlan *
load_from_database (SegueCli    *cli,
                    const char  *argument,
                    GError     **error)
{
  g_autofree char *path = cli->db ? g_strdup (cli->db) : segue_sqlite_store_get_default_path ();
  g_autoptr (SegueSqliteStore) store = segue_sqlite_store_open_read_only (path, error);
  g_autoptr (GPtrArray) plans = NULL;
  const char *id;

  if (store == NULL)
    return NULL;
  plans = segue_storage_list (SEGUE_STORAGE (store), error);
  if (plans == NULL)
    return NULL;
  id = find_plan (plans, argument, error);
  if (id == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return segue_storage_load (SEGUE_STORAGE (store), id, error);
}

/**
 * segue_cli_load_plan:
 * @argument: a JSON file, or the title or id of a plan in the database
 *
 * Returns: (transfer full): the plan; %NULL with a sentence that names the
 *   file and the place
 */
SeguePlan *
segue_cli_load_plan (SegueCli    *cli,
                     const char  *argument,
                     GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (!segue_cli_names_file (cli, argument))
    return load_from_database (cli, argument, error);
  file = g_file_new_for_commandline_arg (argument);
  return segue_json_read_plan_file (file, argument, error);
}

/**
 * segue_cli_find_step:
 * @argument: the id or title of a step
 *
 * Returns: its index in the layout, or -1 with a sentence
 */
int
segue_cli_find_step (SegueLayout *layout,
                     const char  *argument,
                     GError     **error)
{
  int found = segue_layout_find (layout, SEGUE_KIND_STEP, argument);

  if (found >= 0)
    return found;
  for (int i = 0; segue_layout_get_step (layout, i); ++i)
    {
      if (g_strcmp0 (segue_record_get_title (segue_layout_get_step (layout, i)), argument) != 0)
        continue;
      if (found >= 0)
        {
          /* Translators: the title of several steps. */
          g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                       _("Several steps have the title “%s”; name one by its id."), argument);
          return -1;
        }
      found = i;
    }
  if (found < 0)
    /* Translators: what was given as the title or id of a step. */
    g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND, _("The plan has no step “%s”."), argument);
  return found;
}

SegueDay
segue_cli_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return segue_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

static SeguePlan *
set_now (SeguePlan *plan,
         SegueDay   now)
{
  SeguePlan *copy = segue_plan_copy (plan);
  SegueRecordBuilder *builder = segue_record_builder_new_from (segue_plan_get_header (plan));
  g_autoptr (SegueChangeSet) change_set = segue_change_set_new ("");
  g_autoptr (SegueRecord) header = NULL;

  segue_record_builder_set_day (builder, SEGUE_PLAN_NOW, now);
  header = segue_record_builder_end (builder);
  segue_change_set_add (change_set, segue_plan_get_header (plan), header);
  if (!segue_plan_apply (copy, change_set, NULL))
    g_assert_not_reached ();
  return copy;
}

/**
 * segue_cli_lay_out:
 *
 * Lays the plan out from --now, else from its own day, else from today.
 *
 * Returns: (transfer full): the layout
 */
SegueLayout *
segue_cli_lay_out (SegueCli        *cli,
                   SeguePlan       *plan,
                   SegueSolveFlags  flags)
{
  g_autoptr (SeguePlan) dated = cli->now != SEGUE_DAY_NONE ? set_now (plan, cli->now) : g_object_ref (plan);

  return segue_layout_new (dated, segue_cli_today (), flags, NULL, NULL);
}
