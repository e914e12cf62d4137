/* test-particle.c - Korean particles that fit the word before them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-particle.h"

static void
test_table (void)
{
  static const char *const cases[][2] = {
    { "원서{을/를}", "원서를" }, { "결과 발표일{을/를}", "결과 발표일을" }, { "규칙{이/가}", "규칙이" },
    { "“영어 성적”{은/는}", "“영어 성적”은" }, { "‘강의’{과/와}", "‘강의’와" }, { "서울{으로/로}", "서울로" },
    { "대전{으로/로}", "대전으로" }, { "학교{으로/로}", "학교로" }, { "(초안){이/가}", "(초안)이" },
    { "0{이/가}", "0이" }, { "1{으로/로}", "1로" }, { "2{을/를}", "2를" }, { "3{으로/로}", "3으로" },
    { "4{은/는}", "4는" }, { "5{은/는}", "5는" }, { "6{은/는}", "6은" }, { "7{으로/로}", "7로" },
    { "8{을/를}", "8을" }, { "9{을/를}", "9를" }, { "10{으로/로}", "10으로" }, { "100{이/가}", "100이" },
    { "AI{을/를}", "AI를" }, { "HTML{을/를}", "HTML을" }, { "URL{으로/로}", "URL로" }, { "TOEFL{이/가}", "TOEFL이" },
    { "email{을/를}", "email을" }, { "team{이/가}", "team이" }, { "plan{은/는}", "plan은" }, { "resume{을/를}", "resume를" },
    { "book{을/를}", "book을" }, { "list{을/를}", "list를" }, { "meeting{이/가}", "meeting이" },
    { "결과{이나/나}", "결과나" }, { "시험{이며/며}", "시험이며" },
    { "“\u2068책\u2069”{을/를}", "“\u2068책\u2069”을" },
    { "{을/를}", "를" }, { "  {을/를}", "  를" }, { "ß{을/를}", "ß를" },
    { "가{을/를} 나{와/과}", "가를 나{와/과}" }, { "{a/b}", "{a/b}" }, { "없음 { 을/를", "없음 { 을/를" },
    { "앞{을/를", "앞{을/를" }, { "{x} 뜻{을/를}", "{x} 뜻을" }, { "그대로", "그대로" }, { "", "" },
    { "가{을/를} 각{을/를} 갈{으로/로}", "가를 각을 갈로" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *resolved = segue_particle_resolve (g_strdup (cases[i][0]));

      g_assert_cmpstr (resolved, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/particle/table", test_table);
  return g_test_run ();
}
