/* test-json-reader.c - every bad document gets one sentence that names its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/segue-json-reader.h"

#include <string.h>

#include "exchange/segue-json.h"

#define TEN "0123456789"
#define SIXTY_LETTERS TEN TEN TEN TEN TEN TEN
#define HEAD "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"T\","

typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* all of it, after the name of the document */
} BadCase;

static const BadCase bad_cases[] = {
  /* not JSON */
  { "empty", "", "1:1: The file ends too early." },
  { "space", " \n ", "2:2: The file ends too early." },
  { "word", "nul", "1:1: This is not a value: a text stands in double quotes." },
  { "comment", "/* no */ {}", "1:1: This is not a value: a text stands in double quotes." },
  { "trailing", "{}\n{}", "2:1: The file goes on after its end." },
  { "unclosed", "{\"a\": [1, 2", "1:12: The file ends too early." },
  { "comma", "{\"a\":1 \"b\":2}", "1:8: A comma or a closing bracket is missing here." },
  { "last-comma", "[1,]", "1:4: This is not a value: a text stands in double quotes." },
  { "colon", "{\"a\" 1}", "1:6: A colon is missing here." },
  { "bare-name", "{a:1}", "1:2: A name in double quotes is missing here." },
  { "zero-number", "[01]", "1:2: This is not a number as JSON writes it." },
  { "point-number", "[1.]", "1:2: This is not a number as JSON writes it." },
  { "power-number", "[1e]", "1:2: This is not a number as JSON writes it." },
  { "minus", "[-]", "1:2: This is not a number as JSON writes it." },
  { "escape", "[\"\\x\"]", "1:3: This escape does not exist in JSON." },
  { "surrogate", "[\"\\ud800\"]", "1:3: This escape does not name a character." },
  { "low-surrogate", "[\"\\udc00\\ud800\"]", "1:3: This escape does not name a character." },
  { "hex", "[\"\\u00g0\"]", "1:3: This escape does not name a character." },
  { "escaped-nul", "[\"\\u0000\"]", "1:3: A text must not contain the character NUL." },
  { "control", "[\"a\nb\"]", "1:4: A text must not contain a line break or another control character." },
  { "quote", "[\"abc]", "1:2: The closing quote of this text is missing." },
  { "twice", "{\"a\":1,\n \"b\":2, \"a\":3}", "2:9: This name stands twice in the same object." },
  { "twice-by-escape", "{\"x\":[1],\n \"\\u0078\":3}", "2:2: This name stands twice in the same object." },
  { "column", "[\"가나다\", x]", "1:9: This is not a value: a text stands in double quotes." },
  /* not a plan */
  { "list", "[]", "1:1: This is no plan: the key “format” with the value “segue-plan” is missing." },
  { "number", "7", "1:1: This is no plan: the key “format” with the value “segue-plan” is missing." },
  { "other-format", "{\"format\":\"x\"}", "1:11: format: This is no plan: its format is not “segue-plan”." },
  { "no-version", "{\"format\":\"segue-plan\"}", "1:1: The key “version” is missing here." },
  { "old-version", "{\"format\":\"segue-plan\",\"version\":0}",
    "1:34: version: This version of Segue reads version 1 of plans, not 0." },
  { "version-type", "{\"format\":\"segue-plan\",\"version\":\"1\"}",
    "1:34: version: A whole number is expected here." },
  { "no-title", "{\"format\":\"segue-plan\",\"version\":1}", "1:1: The key “title” is missing here." },
  { "empty-title", "{\"format\":\"segue-plan\",\"version\":1,\"title\":\"\"}", "1:44: title: This text must not be empty." },
  /* wrong types */
  { "title-type", "{\"format\":\"segue-plan\",\"version\":1,\"title\":3}",
    "1:44: title: A text in double quotes is expected here." },
  { "list-type", HEAD "\"steps\":{}}", "1:56: steps: A list is expected here." },
  { "row-type", HEAD "\"steps\":[7]}", "1:57: steps[0]: An object in braces is expected here." },
  { "capacity-type", HEAD "\"capacity\":[]}", "1:59: capacity: An object in braces is expected here." },
  { "week-type", HEAD "\"capacity\":{\"week\":5}}",
    "1:67: capacity.week: Minutes by weekday are expected here, such as {\"mon\": 90}." },
  { "weekday", HEAD "\"capacity\":{\"week\":{\"monday\":5}}}",
    "1:68: capacity.week.monday: “monday” is not a weekday: they are mon, tue, wed, thu, fri, sat and sun." },
  { "bool-type", HEAD "\"goals\":[{\"id\":\"g\",\"title\":\"G\",\"routes\":[{\"id\":\"r\",\"title\":\"R\",\"closed\":1}]}]}",
    "1:120: goals[0].routes[0].closed: Either true or false is expected here, without quotes." },
  { "date-type", HEAD "\"now\":20220606}",
    "1:54: now: A date in double quotes is expected here, such as \"2023-04-05\"." },
  { "strings-type", HEAD "\"journal\":[{\"on\":\"2022-06-06\",\"for\":\"x\"}]}",
    "1:84: journal[0].for: A list of texts is expected here." },
  { "strings-member", HEAD "\"journal\":[{\"on\":\"2022-06-06\",\"for\":[\"x\",1]}]}",
    "1:89: journal[0].for[1]: A text in double quotes is expected here." },
  { "id-type", HEAD "\"goals\":[{\"id\":4,\"title\":\"G\"}]}",
    "1:63: goals[0].id: An id must be a text of at least one letter." },
  { "no-id", HEAD "\"goals\":[{\"title\":\"G\"}]}", "1:57: goals[0]: The key “id” is missing here." },
  /* out of range */
  { "importance", HEAD "\"goals\":[{\"id\":\"g\",\"title\":\"G\",\"importance\":6}]}",
    "1:92: goals[0].importance: 6 is not a whole number from 1 to 5." },
  { "fraction", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":1.5}]}",
    "1:102: steps[0].effort: 1.5 is not a whole number from 0 to 52596000." },
  { "negative", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":-1}]}",
    "1:102: steps[0].effort: -1 is not a whole number from 0 to 52596000." },
  { "huge", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":99999999999999999999}]}",
    "1:102: steps[0].effort: 99999999999999999999 is not a whole number from 0 to 52596000." },
  { "power", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":1e400}]}",
    "1:102: steps[0].effort: 1e400 is not a whole number from 0 to 52596000." },
  { "no-days", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"wait\",\"title\":\"S\",\"days\":0}]}",
    "1:100: steps[0].days: 0 is not a whole number from 1 to 36525." },
  { "estimate-two", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":[1,2]}]}",
    "1:102: steps[0].effort: An estimate is one number, or three: optimistic, likely and pessimistic." },
  { "estimate-falls", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":[3,2,1]}]}",
    "1:102: steps[0].effort: The three numbers of an estimate must not fall: optimistic, likely, pessimistic." },
  { "estimate-member", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"work\",\"title\":\"S\",\"effort\":[1,\"x\",3]}]}",
    "1:105: steps[0].effort[1]: A whole number is expected here." },
  { "day-minutes", HEAD "\"capacity\":{\"week\":{\"mon\":1441}}}",
    "1:74: capacity.week.mon: 1441 is not a whole number from 0 to 1440." },
  /* dates that do not exist */
  { "february", HEAD "\"now\":\"2023-02-30\"}",
    "1:54: now: “2023-02-30” is not a day of the calendar, written as 2023-04-05." },
  { "slashes", HEAD "\"now\":\"2023/02/03\"}",
    "1:54: now: “2023/02/03” is not a day of the calendar, written as 2023-04-05." },
  { "year-zero", HEAD "\"now\":\"0000-01-01\"}",
    "1:54: now: “0000-01-01” is not a day of the calendar, written as 2023-04-05." },
  { "period", HEAD "\"capacity\":{\"periods\":[{\"from\":\"2023-02-02\",\"until\":\"2023-02-01\",\"week\":{}}]}}",
    "1:71: capacity.periods[0]: The period ends before it begins." },
  /* unknown words, missing keys */
  { "type", HEAD "\"steps\":[{\"id\":\"s\",\"type\":\"task\",\"title\":\"S\",\"effort\":1}]}",
    "1:74: steps[0].type: “task” is not known here; known are: work, wait, milestone, practice." },
  { "relation", HEAD "\"rules\":[{\"id\":\"r\",\"relation\":\"before\",\"point\":\"s\"}]}",
    "1:78: rules[0].relation: “before” is not known here; known are: not-before, not-after, on, after." },
  { "no-type", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"effort\":1}]}", "1:57: steps[0]: The key “type” is missing here." },
  { "no-effort", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"work\"}]}",
    "1:57: steps[0]: The key “effort” is missing here." },
  { "no-load", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"practice\"}]}",
    "1:57: steps[0]: The key “load” is missing here." },
  { "no-date", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"milestone\"}],"
    "\"rules\":[{\"id\":\"r\",\"relation\":\"on\",\"point\":\"s\"}]}", "1:109: rules[0]: The key “date” is missing here." },
  { "no-other", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"milestone\"}],"
    "\"rules\":[{\"id\":\"r\",\"relation\":\"after\",\"point\":\"s\"}]}", "1:109: rules[0]: The key “other” is missing here." },
  /* ids */
  { "duplicate", HEAD "\"goals\":[{\"id\":\"x\",\"title\":\"G\",\"routes\":[{\"id\":\"x\",\"title\":\"R\"}]}]}",
    "1:63: goals[0].id: The id “x” is used twice; first at goals[0].routes[0].id." },
  { "duplicate-kind", HEAD "\"goals\":[{\"id\":\"x\",\"title\":\"G\",\"routes\":[{\"id\":\"r\",\"title\":\"R\"}]}],"
    "\"steps\":[{\"id\":\"x\",\"type\":\"milestone\",\"title\":\"S\"}]}",
    "1:130: steps[0].id: The id “x” is used twice; first at goals[0].id." },
  { "long-id", HEAD "\"leaving\":\"" SIXTY_LETTERS TEN "\"}", "1:58: leaving: “" SIXTY_LETTERS "…” names no step of the plan." },
  { "dangling-goal", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"milestone\",\"goal\":\"g\"}]}",
    "1:105: steps[0].goal: “g” names no goal of the plan." },
  { "dangling-route", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"milestone\",\"route\":\"s\"}]}",
    "1:106: steps[0].route: “s” names no route of the plan." },
  { "dangling-point", HEAD "\"rules\":[{\"id\":\"r\",\"relation\":\"on\",\"point\":\"s.end\",\"date\":\"2023-01-01\"}]}",
    "1:91: rules[0].point: “s.end” names no step of the plan." },
  { "side", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"wait\",\"days\":2}],"
    "\"rules\":[{\"id\":\"r\",\"relation\":\"on\",\"point\":\"s\",\"date\":\"2023-01-01\"}]}",
    "1:147: rules[0].point: “s” lasts longer than a day: write “s.start” or “s.end”." },
  { "dangling-pool", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"wait\",\"days\":2,\"needs\":[{\"pool\":\"p\",\"per_day\":1}]}]}",
    "1:119: steps[0].needs[0].pool: “p” names no pool of the plan." },
  { "dangling-exclusive", HEAD "\"exclusive\":[{\"id\":\"x\",\"of\":[\"a\",\"b\"]}]}",
    "1:77: exclusive[0].of[0]: “a” names nothing in the plan." },
  { "dangling-leaving", HEAD "\"leaving\":\"resign\"}", "1:58: leaving: “resign” names no step of the plan." },
  /* kept as JSON */
  { "needs", HEAD "\"steps\":[{\"id\":\"s\",\"title\":\"S\",\"type\":\"wait\",\"days\":2,\"needs\":[{\"pool\":\"p\"}]}]}",
    "1:111: steps[0].needs[0]: An object with “pool” and “per_day” is expected here." },
  { "tranches", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"tranches\":[{\"date\":\"2023-13-01\",\"units\":1}]}]}",
    "1:110: grants[0].tranches[0].date: “2023-13-01” is not a day of the calendar, written as 2023-04-05." },
  { "strike", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"strike\":[]}]}",
    "1:99: grants[0].strike: A number is expected here." },
  { "strike-in-words", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"strike\":\"a lot\"}]}",
    "1:99: grants[0].strike: A number is expected here." },
  { "strike-twice", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"strike\":\"1.2.3\"}]}",
    "1:99: grants[0].strike: A number is expected here." },
  { "strike-below-nothing", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"strike\":-1}]}",
    "1:99: grants[0].strike: -1 is not a number from 0 to 1000000000000." },
  { "value-above-all", HEAD "\"grants\":[{\"id\":\"g\",\"title\":\"G\",\"units\":1,\"value\":1e400}]}",
    "1:98: grants[0].value: 1e400 is not a number from 0 to 1000000000000." },
};

static void
assert_refused (const char *text,
                gsize       length,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = segue_json_read_plan (text, length, "f", &error);
  g_autofree char *expected = g_strconcat ("f:", message, NULL);

  g_assert_null (plan);
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_bad (gconstpointer data)
{
  const BadCase *bad = data;
  g_autoptr (GPtrArray) problems = segue_json_find_problems (bad->text, strlen (bad->text), "f");
  g_autofree char *expected = g_strconcat ("f:", bad->message, NULL);

  assert_refused (bad->text, strlen (bad->text), bad->message);
  g_assert_cmpuint (problems->len, >=, 1);
  g_assert_cmpstr (problems->pdata[0], ==, expected);
}

static void
test_bytes (void)
{
  assert_refused ("{\"a\0\":1}", 8, "1:4: The file contains a NUL byte; it is not a text in UTF-8.");
  assert_refused ("{\"\xb0\xa1\":1}", 8, "1:3: The file is not a text in UTF-8.");
  assert_refused ("\xff\xfe{\0", 4, "1:1: The file is not a text in UTF-8.");
}

static void
test_newer (void)
{
  const char *text = "{\"format\":\"segue-plan\",\"version\":2,\"title\":3}";
  g_autoptr (GError) error = NULL;

  g_assert_null (segue_json_read_plan (text, strlen (text), "f", &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NEWER);
  g_assert_cmpstr (error->message, ==, "f:1:34: version: This version of Segue reads version 1 of plans, not 2.");
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 200000; ++i)
    g_string_append_c (text, '[');
  assert_refused (text->str, text->len, "1:65: The brackets are nested too deeply.");
  g_string_truncate (text, 0);
  for (int i = 0; i < 200000; ++i)
    g_string_append (text, "{\"a\":");
  assert_refused (text->str, text->len, "1:321: The brackets are nested too deeply.");
}

static void
test_long_number (void)
{
  g_autofree char *digits = g_strnfill (5000, '9');
  g_autofree char *text = g_strconcat (HEAD "\"goals\":[{\"id\":\"g\",\"importance\":", digits, "}]}", NULL);

  assert_refused (text, strlen (text), "1:80: This number has more digits than any plan needs.");
}

static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (10001, 'x');
  g_autofree char *long_text = g_strconcat ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"", title, "\"}", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SeguePlan) plan = NULL;

  assert_refused (long_text, strlen (long_text), "1:44: title: This text is longer than 10000 characters.");
  title[10000] = '\0';
  text = g_strconcat ("{\"format\":\"segue-plan\",\"version\":1,\"title\":\"", title, "\"}", NULL);
  plan = segue_json_read_plan (text, strlen (text), "long", NULL);
  g_assert_nonnull (plan);
}

static void
test_large (void)
{
  gsize length = SEGUE_JSON_MAX_BYTES + 1;
  g_autofree char *text = g_strnfill (length, ' ');

  assert_refused (text, length, "1:1: The file is larger than 64 MB; that is not a plan.");
  text[0] = '[';
  for (gsize i = 1; i < 2 * (5 * 1000 * 1000 + 2); i += 2)
    memcpy (text + i, "1,", 2);
  assert_refused (text, length - 1, "1:10000000: The file holds more values than any plan needs.");
}

static void
test_all_problems (void)
{
  const char *text = HEAD "\"now\":1,\n\"goals\":[{\"id\":\"g\"}],\n\"rules\":[{\"id\":\"g\",\"point\":\"x\",\"relation\":\"on\"}]}";
  g_autoptr (GPtrArray) problems = segue_json_find_problems (text, strlen (text), "f");

  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "f:1:54: now: "));
  g_assert_cmpstr (problems->pdata[1], ==, "f:2:10: goals[0]: The key “title” is missing here.");
  g_assert_cmpstr (problems->pdata[2], ==, "f:3:10: rules[0]: The key “date” is missing here.");
  g_assert_cmpstr (problems->pdata[3], ==, "f:3:16: rules[0].id: The id “g” is used twice; first at goals[0].id.");
  g_assert_cmpstr (problems->pdata[4], ==, "f:3:28: rules[0].point: “x” names no step of the plan.");
}

static void
test_few_problems (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"goals\":[{}");
  g_autoptr (GPtrArray) problems = NULL;

  for (int i = 0; i < 1000; ++i)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  problems = segue_json_find_problems (text->str, text->len, "f");
  g_assert_cmpuint (problems->len, ==, 200);
}

static void
test_accepts (void)
{
  const char *text = "\xef\xbb\xbf" HEAD "\"now\":null,\"capacity\":{\"week\":{\"tue\":6e1}},"
    "\"steps\":[{\"id\":\"a\\u00e9\\ud83d\\ude00\",\"type\":\"work\",\"title\":\"\\\"\\/\\t\",\"effort\":90.0,\"days\":[\"sun\",\"mon\"],"
    "\"outcome\":null},{\"id\":\"b\",\"type\":\"wait\",\"\\u0074itle\":\"B\",\"days\":[1,2,3],\"load\":{\"wed\":90}}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = segue_json_read_plan (text, strlen (text), "f", &error);
  const SegueRecord *step;

  g_assert_no_error (error);
  g_assert_cmpint (segue_record_get_numbers (segue_plan_get_header (plan), SEGUE_PLAN_WEEK)[1], ==, 60);
  g_assert_cmpint (segue_record_get_numbers (segue_plan_get_header (plan), SEGUE_PLAN_WEEK)[0], ==, 0);
  step = segue_plan_find (plan, "aé😀");
  g_assert_nonnull (step);
  g_assert_cmpstr (segue_record_get_title (step), ==, "\"/\t");
  g_assert_cmpint (segue_record_get_numbers (step, SEGUE_STEP_EFFORT)[2], ==, 90);
  g_assert_cmpint (segue_record_get_int (step, SEGUE_STEP_WEEKDAYS), ==, 0x41);
  step = segue_plan_get_nth (plan, SEGUE_KIND_STEP, 1);
  g_assert_cmpstr (segue_record_get_title (step), ==, "B");
  g_assert_cmpint (segue_record_get_numbers (step, SEGUE_STEP_DAYS)[1], ==, 2);
  g_assert_cmpint (segue_record_get_numbers (step, SEGUE_STEP_LOAD)[2], ==, 90);
}

static void
test_many_steps (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"steps\":[");
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = NULL;

  for (int i = 0; i < 100000; ++i)
    g_string_append_printf (text, "%s\n{\"id\":\"s%d\",\"type\":\"work\",\"title\":\"Step %d\",\"effort\":%d}",
                            i ? "," : "", i, i, i);
  g_string_append (text, "]}");
  plan = segue_json_read_plan (text->str, text->len, "f", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (segue_plan_count (plan, SEGUE_KIND_STEP), ==, 100000);
  g_assert_cmpstr (segue_record_get_id (segue_plan_get_nth (plan, SEGUE_KIND_STEP, 99999)), ==, "s99999");
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/plan.json");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");

  g_assert_null (segue_json_read_plan_file (missing, "plan.json", &error));
  g_assert_error (error, SEGUE_ERROR, SEGUE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "plan.json: This file does not exist.");
  g_clear_error (&error);
  g_assert_null (segue_json_read_plan_file (folder, "folder", &error));
  g_assert_cmpstr (error->message, ==, "folder: This is a folder, not a file.");
  g_clear_error (&error);
  g_assert_null (segue_json_read_plan_file (endless, NULL, &error));
  g_assert_cmpstr (error->message, ==, "/dev/zero:1:1: The file is larger than 64 MB; that is not a plan.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); ++i)
    {
      g_autofree char *path = g_strconcat ("/json-reader/bad/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/json-reader/bytes", test_bytes);
  g_test_add_func ("/json-reader/newer", test_newer);
  g_test_add_func ("/json-reader/deep", test_deep);
  g_test_add_func ("/json-reader/long-number", test_long_number);
  g_test_add_func ("/json-reader/long-title", test_long_title);
  g_test_add_func ("/json-reader/large", test_large);
  g_test_add_func ("/json-reader/all-problems", test_all_problems);
  g_test_add_func ("/json-reader/few-problems", test_few_problems);
  g_test_add_func ("/json-reader/accepts", test_accepts);
  g_test_add_func ("/json-reader/many-steps", test_many_steps);
  g_test_add_func ("/json-reader/files", test_files);
  return g_test_run ();
}
