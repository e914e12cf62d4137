/* test-find.c - words in texts, and rows by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-find.h"

#include "support/segue-test-core.h"

static void
test_words (void)
{
  g_assert_cmpint (segue_find_in_text ("English score", "eng"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("English score", "SCORE"), ==, 1);
  g_assert_cmpint (segue_find_in_text ("English score", "lish"), ==, 2);
  g_assert_cmpint (segue_find_in_text ("English score", "lisp"), ==, -1);
  g_assert_cmpint (segue_find_in_text ("Straße", "STRASSE"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("e\xcc\x81" "cole", "\xc3\xa9"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("English", ""), ==, -1);
  g_assert_cmpint (segue_find_in_text ("", "e"), ==, -1);
}

static void
test_hangul (void)
{
  /* Two syllables are a word. */
  g_assert_cmpint (segue_find_in_text ("공인 영어 성적", "영어"), ==, 1);
  g_assert_cmpint (segue_find_in_text ("AI 대학원 진학", "학원"), ==, 2);
  /* Initial consonants, over spaces, and mixed. */
  g_assert_cmpint (segue_find_in_text ("공인 영어 성적", "ㅇㅇㅅㅈ"), ==, 1);
  g_assert_cmpint (segue_find_in_text ("은행 가기", "ㅇㅎㄱ"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("대학원", "ㄷ학ㅇ"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("대학원", "ㅎㄱ"), ==, -1);
  g_assert_cmpint (segue_find_in_text ("안식월 휴가", "안식월휴가"), ==, 0);
  /* As it is typed. */
  g_assert_cmpint (segue_find_in_text ("대학원", "대하"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("대학원", "대핰"), ==, -1);
  g_assert_cmpint (segue_find_in_text ("가나다", "간"), ==, 0);
  g_assert_cmpint (segue_find_in_text ("가마다", "간"), ==, -1);
  g_assert_cmpint (segue_find_in_text ("대학원", "하ㅇ"), ==, -1);
  /* Taken apart, as some systems store it. */
  g_assert_cmpint (segue_find_in_text ("\u1103\u1162\u1112\u1161\u11a8", "대학"), ==, 0);
}

static const SegueFound *
find_first (GPtrArray *found)
{
  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_index (found, 0);
}

static GPtrArray *
find (SeguePlan  *plan,
      const char *query)
{
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);

  return segue_find (plan, layout, query, 20);
}

static void
test_rows (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (GPtrArray) steps = find (plan, "statement");
  g_autoptr (GPtrArray) goals = find (plan, "ai grad");
  g_autoptr (GPtrArray) routes = find (plan, "spring 2023");
  g_autoptr (GPtrArray) rules = find (plan, "only while employed");
  g_autoptr (GPtrArray) none = find (plan, "  ");
  g_autoptr (GPtrArray) unknown = find (plan, "statement zebra");

  g_assert_cmpint (find_first (steps)->kind, ==, SEGUE_KIND_STEP);
  g_assert_cmpstr (find_first (steps)->title, ==, "Statement of purpose");
  g_assert_cmpstr (find_first (steps)->shows, ==, find_first (steps)->id);
  g_assert_true (g_str_has_prefix (find_first (steps)->detail, "AI graduate school · "));
  g_assert_cmpint (find_first (goals)->kind, ==, SEGUE_KIND_GOAL);
  g_assert_cmpstr (find_first (goals)->shows, ==, "enrol-f23");
  g_assert_cmpstr (find_first (routes)->shows, ==, "spring23");
  g_assert_cmpint (find_first (rules)->kind, ==, SEGUE_KIND_RULE);
  g_assert_nonnull (segue_plan_find_kind (plan, SEGUE_KIND_STEP, find_first (rules)->shows));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

static void
test_notes (void)
{
  g_autoptr (SeguePlan) plan = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02',"
    "'steps':[{'id':'a','type':'milestone','title':'Call the office','note':'Ask for Ms. Zebra.'},"
    "{'id':'z','type':'milestone','title':'A zebra crossing'}],"
    "'journal':[{'on':'2023-01-01','about':'a','decided':'No zebras'}]}");
  g_autoptr (GPtrArray) found = find (plan, "zebra");

  /* A title before a note. */
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (((SegueFound *) g_ptr_array_index (found, 0))->id, ==, "z");
  g_assert_cmpint (((SegueFound *) g_ptr_array_index (found, 1))->kind, ==, SEGUE_KIND_JOURNAL);
  g_assert_cmpstr (((SegueFound *) g_ptr_array_index (found, 1))->shows, ==, "a");
  g_assert_cmpstr (((SegueFound *) g_ptr_array_index (found, 2))->detail, ==, "Ask for Ms. Zebra.");
}

static void
test_most (void)
{
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("ko");
  g_autoptr (SegueLayout) layout = segue_layout_new (plan, 0, SEGUE_SOLVE_DATES, NULL, NULL);
  g_autoptr (GPtrArray) some = segue_find (plan, layout, "ㅎ", 3);
  g_autoptr (GPtrArray) word = segue_find (plan, layout, "ㅇㅅㅇ", 3);

  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpstr (find_first (word)->title, ==, "안식월 휴가");
}

/* The step before the rules that speak of it, what is going to be done before what is not, and no sentence twice. */
static void
test_order (void)
{
  g_autoptr (SeguePlan) korean = segue_test_load_sample ("ko");
  g_autoptr (GPtrArray) english = find (korean, "영어");
  g_autoptr (SeguePlan) plan = segue_test_load_sample ("en");
  g_autoptr (GPtrArray) apply = find (plan, "apply");
  g_autoptr (SeguePlan) titles = segue_test_parse_plan (
    "{'format':'segue-plan','version':1,'title':'T','now':'2023-01-02','steps':["
    "{'id':'part','type':'milestone','title':'Depart'},{'id':'longer','type':'milestone','title':'Part two'},"
    "{'id':'word','type':'milestone','title':'The part'},{'id':'exact','type':'milestone','title':'Part'}],"
    "'rules':[{'id':'r','relation':'not-before','point':'word','date':'2023-02-01','text':'Part of the rules.'}]}");
  g_autoptr (GPtrArray) part = find (titles, "part");
  static const char *const order[] = { "exact", "longer", "word", "r", "part" };

  g_assert_cmpstr (find_first (english)->title, ==, "공인 영어 성적");
  g_assert_cmpuint (english->len, ==, 2);
  g_assert_cmpstr (find_first (apply)->title, ==, "Apply for fall 2023");
  g_assert_cmpuint (part->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < part->len; i++)
    g_assert_cmpstr (((SegueFound *) g_ptr_array_index (part, i))->id, ==, order[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/find/words", test_words);
  g_test_add_func ("/core/find/hangul", test_hangul);
  g_test_add_func ("/core/find/rows", test_rows);
  g_test_add_func ("/core/find/notes", test_notes);
  g_test_add_func ("/core/find/most", test_most);
  g_test_add_func ("/core/find/order", test_order);
  return g_test_run ();
}
