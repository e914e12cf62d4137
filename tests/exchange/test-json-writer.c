/* test-json-writer.c - what is written is read again as the same plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/segue-json-writer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/segue-json-reader.h"
#include "support/random-plan.h"

static SeguePlan *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  SeguePlan *plan = segue_json_read_plan (text, strlen (text), "f", &error);

  g_assert_no_error (error);
  return plan;
}

static void
assert_round_trip (SeguePlan *plan)
{
  g_autofree char *text = segue_json_write_plan (plan);
  g_autoptr (SeguePlan) again = read_text (text);
  g_autofree char *text_again = segue_json_write_plan (again);

  assert_same_plan (plan, again);
  g_assert_cmpstr (text, ==, text_again);
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  int n = 0;

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (SeguePlan) plan = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      plan = segue_json_read_plan_file (file, NULL, &error);
      g_assert_no_error (error);
      assert_round_trip (plan);
      ++n;
    }
  g_assert_cmpint (n, >=, 2);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 60; ++i)
    {
      g_autoptr (SeguePlan) plan = make_random_plan (rand, 1 + i);

      assert_round_trip (plan);
    }
}

static void
test_unknown_keys (void)
{
  const char *text =
    "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\",\"x-top\":{\"a\":[1,2.50,1e3]},"
    "\"capacity\":{\"zone\":\"Asia/Seoul\",\"week\":{\"mon\":60},\"periods\":[{\"from\":\"2022-01-01\",\"until\":\"2022-01-02\",\"week\":{},\"x\":1}]},"
    "\"goals\":[{\"id\":\"g\",\"title\":\"G\",\"colour\":\"#f00\",\"routes\":[{\"id\":\"r\",\"title\":\"R\",\"url\":\"a b\"}]}],"
    "\"steps\":[{\"id\":\"s\",\"type\":\"milestone\",\"title\":\"S\",\"clock\":\"09:30 \\\" : \",\"n\":12345678901234567890}],"
    "\"journal\":[{\"on\":\"2022-06-06\",\"id\":\"j\",\"mood\":null}]}";
  static const char *const kept[] = {
    "\"x-top\": {\"a\":[1,2.50,1e3]}", "\"zone\": \"Asia/Seoul\"", "\"x\": 1}", "\"colour\": \"#f00\"",
    "\"url\": \"a b\"", "\"clock\": \"09:30 \\\" : \"", "\"n\": 12345678901234567890", "\"id\": \"j\"", "\"mood\": null",
  };
  g_autoptr (SeguePlan) plan = read_text (text);
  g_autofree char *out = segue_json_write_plan (plan);

  for (guint i = 0; i < G_N_ELEMENTS (kept); ++i)
    if (strstr (out, kept[i]) == NULL)
      g_error ("%s is missing in %s", kept[i], out);
  assert_round_trip (plan);
}

static void
test_canonical (void)
{
  const char *text =
    "{\"title\":\"T\",\"version\":1,\"rules\":[],\"format\":\"segue-plan\",\"pools\":[{\"per_day\":2,\"title\":\"P\",\"id\":\"p\"}]}";
  g_autoptr (SeguePlan) plan = read_text (text);
  g_autofree char *out = segue_json_write_plan (plan);

  g_assert_cmpstr (out, ==,
                   "{\n"
                   "  \"format\": \"segue-plan\",\n"
                   "  \"version\": 1,\n"
                   "  \"title\": \"T\",\n"
                   "  \"pools\": [\n"
                   "    {\"id\": \"p\", \"title\": \"P\", \"per_day\": 2}\n"
                   "  ],\n"
                   "  \"capacity\": {\n"
                   "    \"periods\": [],\n"
                   "    \"days_off\": []\n"
                   "  },\n"
                   "  \"goals\": [],\n"
                   "  \"steps\": [],\n"
                   "  \"rules\": [],\n"
                   "  \"exclusive\": [],\n"
                   "  \"grants\": [],\n"
                   "  \"journal\": []\n"
                   "}\n");
}

static void
test_made_ids (void)
{
  const char *text =
    "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\",\"capacity\":{\"days_off\":[{\"date\":\"2022-01-01\"},"
    "{\"date\":\"2022-01-02\"}]},\"steps\":[{\"id\":\"day_off-2\",\"type\":\"milestone\",\"title\":\"S\"}]}";
  g_autoptr (SeguePlan) plan = read_text (text);

  g_assert_nonnull (segue_plan_find_kind (plan, SEGUE_KIND_DAY_OFF, "day_off-1"));
  g_assert_nonnull (segue_plan_find_kind (plan, SEGUE_KIND_DAY_OFF, "day_off-3"));
  assert_round_trip (plan);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("segue-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GFile) bad = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = read_text ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\"}");
  g_autoptr (SeguePlan) again = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink ("plan.json", link), ==, 0);
  g_assert_true (segue_json_write_plan_file (plan, file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (lstat (link, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode));
  again = segue_json_read_plan_file (file, NULL, &error);
  g_assert_no_error (error);
  assert_same_plan (plan, again);

  g_assert_false (segue_json_write_plan_file (plan, bad, &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_STORAGE);
  g_assert_true (g_str_has_prefix (error->message, nowhere));
  g_unlink (path);
  g_unlink (link);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/samples", test_samples);
  g_test_add_func ("/json-writer/random", test_random);
  g_test_add_func ("/json-writer/unknown-keys", test_unknown_keys);
  g_test_add_func ("/json-writer/canonical", test_canonical);
  g_test_add_func ("/json-writer/made-ids", test_made_ids);
  g_test_add_func ("/json-writer/file", test_file);
  return g_test_run ();
}
