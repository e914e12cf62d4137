/* segue-test-core.c - what the tests of core share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "support/segue-test-core.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "exchange/segue-json-reader.h"

/**
 * segue_test_parse_plan:
 * @json: a document, with single quotes for double ones
 *
 * Returns: (transfer full): the plan
 */
SeguePlan *
segue_test_parse_plan (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  SeguePlan *plan = segue_json_read_plan (text, strlen (text), "test", &error);

  g_assert_no_error (error);
  return plan;
}

/**
 * segue_test_load_sample:
 * @language: "en" or "ko"
 *
 * Returns: (transfer full): the sample plan
 */
SeguePlan *
segue_test_load_sample (const char *language)
{
  g_autofree char *name = g_strdup_printf ("grad-school.%s.json", language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SeguePlan *plan = segue_json_read_plan_file (file, name, &error);

  g_assert_no_error (error);
  return plan;
}

/**
 * segue_test_day:
 * @text: a date as YYYY-MM-DD
 *
 * Returns: the day
 */
SegueDay
segue_test_day (const char *text)
{
  SegueDay day;

  if (!segue_day_parse (text, &day))
    g_error ("“%s” is no date", text);
  return day;
}

/**
 * segue_test_is_equal:
 * @a: a plan
 * @b: a plan
 *
 * Returns: whether both have the same rows in the same order
 */
gboolean
segue_test_is_equal (SeguePlan *a,
                     SeguePlan *b)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      if (segue_plan_count (a, kind) != segue_plan_count (b, kind))
        return FALSE;
      for (guint i = 0; i < segue_plan_count (a, kind); i++)
        {
          if (!segue_record_equal (segue_plan_get_nth (a, kind, i), segue_plan_get_nth (b, kind, i)))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * segue_test_assert_equal:
 * @a: a plan
 * @b: a plan
 *
 * Fails, and names the row, if the plans differ.
 */
void
segue_test_assert_equal (SeguePlan *a,
                         SeguePlan *b)
{
  for (SegueKind kind = 0; kind < SEGUE_N_KINDS; kind++)
    {
      g_assert_cmpuint (segue_plan_count (a, kind), ==, segue_plan_count (b, kind));
      for (guint i = 0; i < segue_plan_count (a, kind); i++)
        {
          const SegueRecord *row = segue_plan_get_nth (a, kind, i);

          if (!segue_record_equal (row, segue_plan_get_nth (b, kind, i)))
            g_error ("%s %s differs", segue_kind_get_info (kind)->name, segue_record_get_id (row));
        }
    }
}

/**
 * segue_test_use_language:
 * @language: "en" or one that po/ has
 *
 * From now on sentences are in that language, read from the build's catalogues.
 */
void
segue_test_use_language (const char *language)
{
  g_autofree char *built = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_autofree char *folder = g_canonicalize_filename (built, NULL);
  g_autofree char *catalogue = g_build_filename (folder, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (!g_str_equal (language, "en") && !g_file_test (catalogue, G_FILE_TEST_EXISTS))
    g_error ("%s has not been built", catalogue);
  g_setenv ("LANGUAGE", language, TRUE);
  if (!setlocale (LC_ALL, "en_US.UTF-8"))
    g_error ("the locale en_US.UTF-8 is not there");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
