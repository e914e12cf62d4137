/* test-date-text.c - dates the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-date-text.h"

#include <locale.h>

/* Monday, 6 June 2022 */
#define TODAY segue_day_from_ymd (2022, 6, 6)

static void
check (const char *text,
       gboolean    past,
       const char *first,
       const char *last)
{
  char begin[SEGUE_DAY_TEXT_SIZE] = "", end[SEGUE_DAY_TEXT_SIZE] = "";
  SegueDateText date;

  g_test_message ("%s", text);
  g_assert_cmpint (segue_date_text_parse (text, TODAY, past, &date), ==, SEGUE_DATE_TEXT_OK);
  segue_day_format (date.first, begin);
  segue_day_format (date.last, end);
  g_assert_cmpstr (begin, ==, first);
  g_assert_cmpstr (end, ==, last ? last : first);
  g_assert_true (date.is_coarse == (last != NULL));
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } cases[] = {
    { "first Monday in May", "2023-05-01" }, { "the second Friday of June", "2022-06-10" },
    { "first Friday of June", "2023-06-02" }, { "last Friday of March 2027", "2027-03-26" },
    { "3월 둘째 주 금요일", "2023-03-10" }, { "2027년 3월 마지막 금요일", "2027-03-26" }, { "내년 5월 첫 월요일", "2023-05-01" },
    { "last day of February 2024", "2024-02-29" }, { "3월 마지막 날", "2023-03-31" },
    { "5 Apr 2023", "2023-04-05" }, { "5 April 2023", "2023-04-05" }, { "April 5, 2023", "2023-04-05" },
    { "Apr. 5th, 2023", "2023-04-05" }, { "the 5th of April 2023", "2023-04-05" }, { "2023-04-05", "2023-04-05" },
    { "2023/4/5", "2023-04-05" }, { "2023. 4. 5.", "2023-04-05" }, { "20230405", "2023-04-05" },
    { "2023년 4월 5일", "2023-04-05" }, { "2023년4월5일", "2023-04-05" }, { "23년 4월 5일", "2023-04-05" },
    { "2023년 4월 5일 (수)까지", "2023-04-05" }, { "Wednesday 5 April 2023", "2023-04-05" },
    { "25/4/2023", "2023-04-25" }, { "4/25/2023", "2023-04-25" }, { "4/4/2023", "2023-04-04" },
    { "29 Feb 2024", "2024-02-29" },
    /* No year: the next one to come. */
    { "5 April", "2023-04-05" }, { "4월 5일", "2023-04-05" }, { "6 June", "2022-06-06" }, { "7월 1일", "2022-07-01" },
    { "29 February", "2024-02-29" }, { "4/25", "2023-04-25" }, { "the 15th", "2022-06-15" }, { "5일", "2022-07-05" },
    { "31일", "2022-07-31" },
    /* Holidays that have a date of their own. */
    { "Christmas", "2022-12-25" }, { "by Christmas 2023", "2023-12-25" }, { "Christmas Eve", "2022-12-24" },
    { "New Year's Day", "2023-01-01" }, { "new year’s eve 2024", "2024-12-31" }, { "New Year 2025", "2025-01-01" },
    { "한글날", "2022-10-09" }, { "내년 한글날까지", "2023-10-09" }, { "2024년 광복절", "2024-08-15" },
    { "삼일절", "2023-03-01" }, { "3·1절", "2023-03-01" }, { "2024 3.1절", "2024-03-01" }, { "개천절", "2022-10-03" },
    { "성탄절", "2022-12-25" }, { "크리스마스이브", "2022-12-24" }, { "크리스마스 이브", "2022-12-24" },
    { "신정", "2023-01-01" }, { "어린이날", "2023-05-05" }, { "현충일", "2022-06-06" },
    /* Counted from today. */
    { "today", "2022-06-06" }, { "내일", "2022-06-07" }, { "모레", "2022-06-08" }, { "Friday", "2022-06-10" },
    { "Monday", "2022-06-06" }, { "next Friday", "2022-06-17" }, { "다음 주 금요일", "2022-06-17" },
    { "다음주금요일", "2022-06-17" }, { "이번 주 금요일", "2022-06-10" }, { "지난 금요일", "2022-06-03" },
    { "in 3 weeks", "2022-06-27" }, { "3주 후", "2022-06-27" }, { "10일 뒤", "2022-06-16" },
    { "3개월 후", "2022-09-06" }, { "2 weeks ago", "2022-05-23" }, { "다음 달 5일", "2022-07-05" },
    { "내년 4월 5일", "2023-04-05" },
    { "1년 뒤", "2023-06-06" }, { "2년 후", "2024-06-06" }, { "in a year", "2023-06-06" }, { "in two weeks", "2022-06-20" },
    { "three months from now", "2022-09-06" }, { "10 days from today", "2022-06-16" },
    { "a week from Friday", "2022-06-17" }, { "in half a year", "2022-12-06" }, { "day after tomorrow", "2022-06-08" },
    { "within 3 weeks", "2022-06-27" }, { "this Friday", "2022-06-10" }, { "일주일 뒤", "2022-06-13" },
    { "한 달 뒤", "2022-07-06" }, { "두달 뒤", "2022-08-06" }, { "반년 뒤", "2022-12-06" }, { "보름 뒤", "2022-06-21" },
    { "2주 안에", "2022-06-20" }, { "다음 주 금", "2022-06-17" }, { "다음 주 월", "2022-06-13" }, { "내달 5일", "2022-07-05" },
    { "3월 말일", "2023-03-31" }, { "말일", "2022-06-30" }, { "the first of March", "2023-03-01" },
    /* A year of two digits, where only one order makes sense. */
    { "3/15/27", "2027-03-15" }, { "15.3.27", "2027-03-15" }, { "27.3.15", "2027-03-15" }, { "15 Mar 27", "2027-03-15" },
    { "'27년 3월 15일", "2027-03-15" }, { "March 15, '27", "2027-03-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].text, FALSE, cases[i].day, NULL);
}

static void
test_past (void)
{
  check ("5 April", TRUE, "2022-04-05", NULL);
  check ("5 December", TRUE, "2021-12-05", NULL);
  check ("Friday", TRUE, "2022-06-03", NULL);
  check ("15일", TRUE, "2022-05-15", NULL);
  check ("December", TRUE, "2021-12-01", "2021-12-31");
}

static void
test_coarse (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    const char *last;
  } cases[] = {
    { "April 2023", "2023-04-01", "2023-04-30" }, { "2023년 4월", "2023-04-01", "2023-04-30" },
    { "2023-04", "2023-04-01", "2023-04-30" }, { "04/2023", "2023-04-01", "2023-04-30" },
    { "early 2023", "2023-01-01", "2023-03-31" }, { "2023년 초", "2023-01-01", "2023-03-31" },
    { "mid-2023", "2023-05-01", "2023-08-31" }, { "late 2023", "2023-10-01", "2023-12-31" },
    { "2023년 말", "2023-12-01", "2023-12-31" }, { "end of April 2023", "2023-04-21", "2023-04-30" },
    { "4월 초", "2023-04-01", "2023-04-10" }, { "4월 중순", "2023-04-11", "2023-04-20" },
    { "6월", "2022-06-01", "2022-06-30" }, { "2023", "2023-01-01", "2023-12-31" }, { "2023년", "2023-01-01", "2023-12-31" },
    { "fall 2023", "2023-09-01", "2023-11-30" }, { "fall term 2023", "2023-09-01", "2023-12-31" },
    { "2023년 가을 학기", "2023-09-01", "2023-12-31" }, { "2023년 2학기", "2023-09-01", "2023-12-31" },
    { "fall term", "2022-09-01", "2022-12-31" }, { "가을 학기", "2022-09-01", "2022-12-31" },
    { "봄 학기", "2022-03-01", "2022-06-30" }, { "next spring", "2023-03-01", "2023-05-31" },
    { "winter 2023", "2023-12-01", "2024-02-29" }, { "Q3 2023", "2023-07-01", "2023-09-30" },
    { "2023년 3분기", "2023-07-01", "2023-09-30" }, { "first half of 2023", "2023-01-01", "2023-06-30" },
    { "2023년 하반기", "2023-07-01", "2023-12-31" }, { "하반기", "2022-07-01", "2022-12-31" },
    { "next week", "2022-06-13", "2022-06-19" }, { "다음 주", "2022-06-13", "2022-06-19" },
    { "next month", "2022-07-01", "2022-07-31" }, { "다음 달 초", "2022-07-01", "2022-07-10" },
    { "next year", "2023-01-01", "2023-12-31" }, { "내년", "2023-01-01", "2023-12-31" },
    { "mid March 2027", "2027-03-11", "2027-03-20" }, { "2027년 3월 중순", "2027-03-11", "2027-03-20" },
    { "mid-March", "2023-03-11", "2023-03-20" }, { "early next month", "2022-07-01", "2022-07-10" },
    { "spring 2027", "2027-03-01", "2027-05-31" }, { "2027년 봄", "2027-03-01", "2027-05-31" },
    { "내년 초", "2023-01-01", "2023-03-31" }, { "내년 봄", "2023-03-01", "2023-05-31" },
    { "3월말", "2023-03-21", "2023-03-31" }, { "월말", "2022-06-21", "2022-06-30" }, { "이달 말", "2022-06-21", "2022-06-30" },
    { "연말", "2022-12-01", "2022-12-31" }, { "연초", "2023-01-01", "2023-03-31" }, { "올가을", "2022-09-01", "2022-11-30" },
    { "2027학년도 1학기", "2027-03-01", "2027-06-30" }, { "내년 3월쯤", "2023-03-01", "2023-03-31" },
    { "3월 첫째 주", "2023-03-01", "2023-03-07" }, { "내년 3월 둘째 주", "2023-03-08", "2023-03-14" },
    { "3월 마지막 주", "2023-03-25", "2023-03-31" }, { "주말", "2022-06-11", "2022-06-12" },
    { "다음 주말", "2022-06-18", "2022-06-19" }, { "next weekend", "2022-06-18", "2022-06-19" },
    { "3월 중", "2023-03-01", "2023-03-31" }, { "2027년 중", "2027-01-01", "2027-12-31" },
    { "2Q27", "2027-04-01", "2027-06-30" }, { "Q2 '27", "2027-04-01", "2027-06-30" }, { "H1 27", "2027-01-01", "2027-06-30" },
    { "first week of March", "2023-03-01", "2023-03-07" }, { "last week of March", "2023-03-25", "2023-03-31" },
    { "second half of March 2027", "2027-03-16", "2027-03-31" }, { "last March", "2022-03-01", "2022-03-31" },
    { "by the end of the year", "2022-12-01", "2022-12-31" }, { "end of the month", "2022-06-21", "2022-06-30" },
    { "around March 2027", "2027-03-01", "2027-03-31" }, { "winter 2026/27", "2026-12-01", "2027-02-28" },
    { "'27", "2027-01-01", "2027-12-31" },
    /* Two dates. */
    { "March 2027 - May 2027", "2027-03-01", "2027-05-31" }, { "March to May 2027", "2027-03-01", "2027-05-31" },
    { "March to May", "2023-03-01", "2023-05-31" }, { "15 to 20 March", "2023-03-15", "2023-03-20" },
    { "November to February", "2022-11-01", "2023-02-28" }, { "3~5월", "2023-03-01", "2023-05-31" },
    { "2027년 3월~5월", "2027-03-01", "2027-05-31" }, { "3월 15일~20일", "2023-03-15", "2023-03-20" },
    { "3월부터 5월까지", "2023-03-01", "2023-05-31" }, { "today to next Friday", "2022-06-06", "2022-06-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].text, FALSE, cases[i].first, cases[i].last);
}

/* A coarse date means the same when it is read again on another day. */
static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *label;
  } cases[] = {
    { " early 2023 ", "early 2023" }, { "2023년 초", "2023년 초" }, { "fall term", "fall term 2022" },
    { "가을 학기", "2022년 가을 학기" }, { "next spring", "spring 2023" }, { "내년 봄", "2023년 봄" },
    { "내년", "2023년" }, { "next year", "2023" }, { "4월 초", "2023년 4월 초" }, { "next month", "July 2022" },
    { "Q3", "Q3 2022" }, { "3분기", "2022년 3분기" }, { "5 April", NULL }, { "soon", NULL },
    { "next september", "September 2022" }, { "by the end of next year", "end of 2023" },
    { "the end of march", "end of March 2023" }, { "end of the month", "end of June 2022" },
    { "2023년 3월까지", "2023년 3월" }, { "올가을", "2022년 가을" }, { "월말", "2022년 6월 말" }, { "다음달초", "2022년 7월 초" },
    { "내년 3월 둘째 주", "2023년 3월 둘째 주" }, { "March to May 2027", "March to May 2027" },
    { "2027-3", "March 2027" }, { "04/2023", "April 2023" }, { "'27", "2027" }, { "next week", "13 to 19 June 2022" }, { "from March to May", "1 March to 31 May 2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = segue_date_text_dup_label (cases[i].text, TODAY, FALSE);
      SegueDateText now, later;

      g_assert_cmpstr (label, ==, cases[i].label);
      if (label == NULL)
        continue;
      g_assert_cmpint (segue_date_text_parse (cases[i].text, TODAY, FALSE, &now), ==, SEGUE_DATE_TEXT_OK);
      g_assert_cmpint (segue_date_text_parse (label, TODAY + 4000, FALSE, &later), ==, SEGUE_DATE_TEXT_OK);
      g_assert_cmpint (now.first, ==, later.first);
      g_assert_cmpint (now.last, ==, later.last);
      g_assert_true (later.has_year && later.is_coarse);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    SegueDateTextStatus status;
  } cases[] = {
    { "", SEGUE_DATE_TEXT_EMPTY }, { "  ", SEGUE_DATE_TEXT_EMPTY }, { "soon", SEGUE_DATE_TEXT_UNKNOWN },
    { "곧", SEGUE_DATE_TEXT_UNKNOWN }, { "7", SEGUE_DATE_TEXT_UNKNOWN }, { "1-2-3-4", SEGUE_DATE_TEXT_UNKNOWN },
    { "27 Q2", SEGUE_DATE_TEXT_UNKNOWN }, { "Friday in March", SEGUE_DATE_TEXT_UNKNOWN },
    { "early March Friday", SEGUE_DATE_TEXT_UNKNOWN }, { "둘째 금요일", SEGUE_DATE_TEXT_UNKNOWN },
    { "next Friday of March", SEGUE_DATE_TEXT_UNKNOWN }, { "3 weeks", SEGUE_DATE_TEXT_UNKNOWN }, { "!", SEGUE_DATE_TEXT_UNKNOWN }, { "early", SEGUE_DATE_TEXT_UNKNOWN },
    { "4/5/2023", SEGUE_DATE_TEXT_AMBIGUOUS }, { "4.5", SEGUE_DATE_TEXT_AMBIGUOUS },
    { "31 April 2023", SEGUE_DATE_TEXT_IMPOSSIBLE }, { "30 February", SEGUE_DATE_TEXT_IMPOSSIBLE },
    { "2023-13-01", SEGUE_DATE_TEXT_IMPOSSIBLE }, { "2023년 13월", SEGUE_DATE_TEXT_IMPOSSIBLE },
    { "Friday 5 April 2023", SEGUE_DATE_TEXT_IMPOSSIBLE }, { "27.3.28", SEGUE_DATE_TEXT_AMBIGUOUS },
    { "May to March 2027 and on", SEGUE_DATE_TEXT_UNKNOWN }, { "5 to 3 March 2027", SEGUE_DATE_TEXT_IMPOSSIBLE },
    /* Better refused than read by half. */
    { "설날", SEGUE_DATE_TEXT_MOVABLE }, { "2027년 설", SEGUE_DATE_TEXT_MOVABLE }, { "추석 연휴", SEGUE_DATE_TEXT_MOVABLE },
    { "Easter 2027", SEGUE_DATE_TEXT_MOVABLE }, { "Good Friday", SEGUE_DATE_TEXT_MOVABLE },
    { "Lunar New Year", SEGUE_DATE_TEXT_MOVABLE }, { "크리스마스 연휴", SEGUE_DATE_TEXT_MOVABLE },
    { "Christmas 3 May", SEGUE_DATE_TEXT_UNKNOWN }, { "Christmas and Easter", SEGUE_DATE_TEXT_UNKNOWN },
    { "1년", SEGUE_DATE_TEXT_UNKNOWN }, { "March April", SEGUE_DATE_TEXT_UNKNOWN }, { "a March", SEGUE_DATE_TEXT_UNKNOWN },
    { "2023 2024", SEGUE_DATE_TEXT_IMPOSSIBLE }, { "Friday in 2 weeks", SEGUE_DATE_TEXT_UNKNOWN },
    { "Friday 2027", SEGUE_DATE_TEXT_UNKNOWN }, { "3월 2주 후", SEGUE_DATE_TEXT_UNKNOWN },
    { "first week of next month", SEGUE_DATE_TEXT_UNKNOWN }, { "tomorrow Monday", SEGUE_DATE_TEXT_IMPOSSIBLE },
 { "2023-00-05", SEGUE_DATE_TEXT_IMPOSSIBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SegueDateText date;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (segue_date_text_parse (cases[i].text, TODAY, FALSE, &date), ==, cases[i].status);
    }
}

/* Where the year stands first the month stands before the day. */
static void
test_month_first (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_TIME, NULL));

  if (setlocale (LC_TIME, "ko_KR.UTF-8") == NULL)
    {
      g_test_skip ("there is no Korean locale here");
      return;
    }
  check ("4/5", FALSE, "2023-04-05", NULL);
  check ("27.3.28", FALSE, "2027-03-28", NULL);
  setlocale (LC_TIME, before);
}

/* Whatever is typed, it ends, and what it says is a day that can be written. */
static void
test_random (void)
{
  static const char *const parts[] = {
    "2023", "4", "31", "월", "일", "년", " ", "-", "/", "april", "early", "next", "week", "초", "말", "q", "half", "학기",
    "in", "후", "friday", "~", " to ", "from", "a", "두", "주말", "last", "'27", "내년", "9999", "0", "(", "가을", "term", "12", "99999999", "month", "달",
  };

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      SegueDateText date;

      for (int n = g_test_rand_int_range (1, 7); n > 0; n--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (segue_date_text_parse (text->str, TODAY, i % 2, &date) != SEGUE_DATE_TEXT_OK)
        continue;
      g_assert_true (segue_day_is_valid (date.first) && segue_day_is_valid (date.last));
      g_assert_cmpint (date.first, <=, date.last);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date-text/days", test_days);
  g_test_add_func ("/core/date-text/past", test_past);
  g_test_add_func ("/core/date-text/coarse", test_coarse);
  g_test_add_func ("/core/date-text/labels", test_labels);
  g_test_add_func ("/core/date-text/refused", test_refused);
  g_test_add_func ("/core/date-text/month-first", test_month_first);
  g_test_add_func ("/core/date-text/random", test_random);

  return g_test_run ();
}
