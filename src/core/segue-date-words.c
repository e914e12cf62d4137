/* segue-date-words.c - the words that dates are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both languages are always understood, whatever the person's: a deadline is
 * copied from where it was found. Words of letters stand apart by themselves;
 * Korean ones are written together ("다음주금요일", "4월말까지") and are taken
 * from the front, the longest that is known first.
 *
 * Holidays that have the same date each year are dates. Those that go by the
 * moon or by the week are known as such, so that they can be asked for as a
 * date: tables of them end, and differ from country to country.
 */
#include "core/segue-date-words.h"

#include <string.h>

typedef struct
{
  const char *text;
  SegueWordType type;
  int value;
} Entry;

static const Entry letters[] = {
  { "january", SEGUE_WORD_MONTH, 1 }, { "jan", SEGUE_WORD_MONTH, 1 },
  { "february", SEGUE_WORD_MONTH, 2 }, { "feb", SEGUE_WORD_MONTH, 2 },
  { "march", SEGUE_WORD_MONTH, 3 }, { "mar", SEGUE_WORD_MONTH, 3 },
  { "april", SEGUE_WORD_MONTH, 4 }, { "apr", SEGUE_WORD_MONTH, 4 },
  { "may", SEGUE_WORD_MONTH, 5 },
  { "june", SEGUE_WORD_MONTH, 6 }, { "jun", SEGUE_WORD_MONTH, 6 },
  { "july", SEGUE_WORD_MONTH, 7 }, { "jul", SEGUE_WORD_MONTH, 7 },
  { "august", SEGUE_WORD_MONTH, 8 }, { "aug", SEGUE_WORD_MONTH, 8 },
  { "september", SEGUE_WORD_MONTH, 9 }, { "sept", SEGUE_WORD_MONTH, 9 }, { "sep", SEGUE_WORD_MONTH, 9 },
  { "october", SEGUE_WORD_MONTH, 10 }, { "oct", SEGUE_WORD_MONTH, 10 },
  { "november", SEGUE_WORD_MONTH, 11 }, { "nov", SEGUE_WORD_MONTH, 11 },
  { "december", SEGUE_WORD_MONTH, 12 }, { "dec", SEGUE_WORD_MONTH, 12 },
  { "monday", SEGUE_WORD_WEEKDAY, 0 }, { "mon", SEGUE_WORD_WEEKDAY, 0 },
  { "tuesday", SEGUE_WORD_WEEKDAY, 1 }, { "tue", SEGUE_WORD_WEEKDAY, 1 }, { "tues", SEGUE_WORD_WEEKDAY, 1 },
  { "wednesday", SEGUE_WORD_WEEKDAY, 2 }, { "wed", SEGUE_WORD_WEEKDAY, 2 },
  { "thursday", SEGUE_WORD_WEEKDAY, 3 }, { "thu", SEGUE_WORD_WEEKDAY, 3 }, { "thurs", SEGUE_WORD_WEEKDAY, 3 },
  { "friday", SEGUE_WORD_WEEKDAY, 4 }, { "fri", SEGUE_WORD_WEEKDAY, 4 },
  { "saturday", SEGUE_WORD_WEEKDAY, 5 }, { "sat", SEGUE_WORD_WEEKDAY, 5 },
  { "sunday", SEGUE_WORD_WEEKDAY, 6 }, { "sun", SEGUE_WORD_WEEKDAY, 6 },
  { "st", SEGUE_WORD_DAY_MARK, 0 }, { "nd", SEGUE_WORD_DAY_MARK, 0 },
  { "rd", SEGUE_WORD_DAY_MARK, 0 }, { "th", SEGUE_WORD_DAY_MARK, 0 },
  { "early", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "beginning", SEGUE_WORD_PART, SEGUE_PART_EARLY },
  { "start", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "mid", SEGUE_WORD_PART, SEGUE_PART_MIDDLE },
  { "middle", SEGUE_WORD_PART, SEGUE_PART_MIDDLE }, { "late", SEGUE_WORD_PART, SEGUE_PART_LATE },
  { "end", SEGUE_WORD_PART, SEGUE_PART_END },
  { "spring", SEGUE_WORD_SEASON, 0 }, { "summer", SEGUE_WORD_SEASON, 1 }, { "fall", SEGUE_WORD_SEASON, 2 },
  { "autumn", SEGUE_WORD_SEASON, 2 }, { "winter", SEGUE_WORD_SEASON, 3 },
  { "term", SEGUE_WORD_TERM, 0 }, { "semester", SEGUE_WORD_TERM, 0 },
  { "half", SEGUE_WORD_HALF, 0 }, { "quarter", SEGUE_WORD_QUARTER, 0 }, { "q", SEGUE_WORD_QUARTER, 0 },
  { "h", SEGUE_WORD_HALF, 0 },
  { "first", SEGUE_WORD_ORDINAL, 1 }, { "second", SEGUE_WORD_ORDINAL, 2 }, { "third", SEGUE_WORD_ORDINAL, 3 },
  { "fourth", SEGUE_WORD_ORDINAL, 4 },
  { "next", SEGUE_WORD_SHIFT, 1 }, { "this", SEGUE_WORD_SHIFT, 0 }, { "last", SEGUE_WORD_SHIFT, -1 },
  { "day", SEGUE_WORD_UNIT, SEGUE_UNIT_DAY }, { "days", SEGUE_WORD_UNIT, SEGUE_UNIT_DAY },
  { "week", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK }, { "weeks", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK },
  { "month", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH }, { "months", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH },
  { "year", SEGUE_WORD_UNIT, SEGUE_UNIT_YEAR }, { "years", SEGUE_WORD_UNIT, SEGUE_UNIT_YEAR },
  { "today", SEGUE_WORD_DAY_SHIFT, 0 }, { "tomorrow", SEGUE_WORD_DAY_SHIFT, 1 },
  { "yesterday", SEGUE_WORD_DAY_SHIFT, -1 },
  { "weekend", SEGUE_WORD_WEEKEND, 0 },
  { "christmas", SEGUE_WORD_HOLIDAY, 1225 }, { "xmas", SEGUE_WORD_HOLIDAY, 1225 },
  { "halloween", SEGUE_WORD_HOLIDAY, 1031 },
  { "easter", SEGUE_WORD_MOVABLE, 0 }, { "thanksgiving", SEGUE_WORD_MOVABLE, 0 }, { "pentecost", SEGUE_WORD_MOVABLE, 0 },
  { "seollal", SEGUE_WORD_MOVABLE, 0 }, { "chuseok", SEGUE_WORD_MOVABLE, 0 }, { "ramadan", SEGUE_WORD_MOVABLE, 0 },
  { "in", SEGUE_WORD_LATER, 1 }, { "within", SEGUE_WORD_LATER, 1 }, { "now", SEGUE_WORD_LATER, 1 },
  { "ago", SEGUE_WORD_LATER, -1 }, { "from", SEGUE_WORD_FROM, 0 },
  { "a", SEGUE_WORD_COUNT, 1 }, { "an", SEGUE_WORD_COUNT, 1 }, { "one", SEGUE_WORD_COUNT, 1 },
  { "two", SEGUE_WORD_COUNT, 2 }, { "three", SEGUE_WORD_COUNT, 3 }, { "four", SEGUE_WORD_COUNT, 4 },
  { "five", SEGUE_WORD_COUNT, 5 }, { "six", SEGUE_WORD_COUNT, 6 }, { "seven", SEGUE_WORD_COUNT, 7 },
  { "eight", SEGUE_WORD_COUNT, 8 }, { "nine", SEGUE_WORD_COUNT, 9 }, { "ten", SEGUE_WORD_COUNT, 10 },
  { "eleven", SEGUE_WORD_COUNT, 11 }, { "twelve", SEGUE_WORD_COUNT, 12 },
  { "of", SEGUE_WORD_NOISE, 0 }, { "the", SEGUE_WORD_NOISE, 0 }, { "on", SEGUE_WORD_NOISE, 0 },
  { "by", SEGUE_WORD_NOISE, 0 }, { "until", SEGUE_WORD_NOISE, 0 }, { "around", SEGUE_WORD_NOISE, 0 },
  { "about", SEGUE_WORD_NOISE, 0 }, { "roughly", SEGUE_WORD_NOISE, 0 }, { "circa", SEGUE_WORD_NOISE, 0 },
};

/* Several words that mean one thing; where one begins like another, the longer first. */
static const Entry phrases[] = {
  { "day after tomorrow", SEGUE_WORD_DAY_SHIFT, 2 },
  { "day before yesterday", SEGUE_WORD_DAY_SHIFT, -2 },
  { "christmas eve", SEGUE_WORD_HOLIDAY, 1224 }, { "xmas eve", SEGUE_WORD_HOLIDAY, 1224 },
  { "christmas day", SEGUE_WORD_HOLIDAY, 1225 }, { "boxing day", SEGUE_WORD_HOLIDAY, 1226 },
  { "new year's eve", SEGUE_WORD_HOLIDAY, 1231 }, { "new year’s eve", SEGUE_WORD_HOLIDAY, 1231 },
  { "new years eve", SEGUE_WORD_HOLIDAY, 1231 }, { "new year's day", SEGUE_WORD_HOLIDAY, 101 },
  { "new year’s day", SEGUE_WORD_HOLIDAY, 101 }, { "new years day", SEGUE_WORD_HOLIDAY, 101 },
  { "new year's", SEGUE_WORD_HOLIDAY, 101 }, { "new year’s", SEGUE_WORD_HOLIDAY, 101 },
  { "new year", SEGUE_WORD_HOLIDAY, 101 },
  { "last day", SEGUE_WORD_LAST_DAY, 0 },
  { "lunar new year", SEGUE_WORD_MOVABLE, 0 }, { "chinese new year", SEGUE_WORD_MOVABLE, 0 },
  { "good friday", SEGUE_WORD_MOVABLE, 0 },
  { "3·1절", SEGUE_WORD_HOLIDAY, 301 }, { "3.1절", SEGUE_WORD_HOLIDAY, 301 },
};

static const Entry hangul[] = {
  { "월요일", SEGUE_WORD_WEEKDAY, 0 }, { "화요일", SEGUE_WORD_WEEKDAY, 1 }, { "수요일", SEGUE_WORD_WEEKDAY, 2 },
  { "목요일", SEGUE_WORD_WEEKDAY, 3 }, { "금요일", SEGUE_WORD_WEEKDAY, 4 }, { "토요일", SEGUE_WORD_WEEKDAY, 5 },
  { "일요일", SEGUE_WORD_WEEKDAY, 6 },
  { "화", SEGUE_WORD_WEEKDAY, 1 }, { "수", SEGUE_WORD_WEEKDAY, 2 }, { "목", SEGUE_WORD_WEEKDAY, 3 },
  { "금", SEGUE_WORD_WEEKDAY, 4 }, { "토", SEGUE_WORD_WEEKDAY, 5 },
  { "학년도", SEGUE_WORD_YEAR_MARK, 0 }, { "년도", SEGUE_WORD_YEAR_MARK, 0 }, { "년", SEGUE_WORD_YEAR_MARK, 0 }, { "월", SEGUE_WORD_MONTH_MARK, 0 },
  { "일", SEGUE_WORD_DAY_MARK, 0 },
  { "초순", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "초", SEGUE_WORD_PART, SEGUE_PART_EARLY },
  { "초반", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "상순", SEGUE_WORD_PART, SEGUE_PART_EARLY },
  { "중순", SEGUE_WORD_PART, SEGUE_PART_MIDDLE }, { "중반", SEGUE_WORD_PART, SEGUE_PART_MIDDLE },
  { "중", SEGUE_WORD_NOISE, 0 }, { "하순", SEGUE_WORD_PART, SEGUE_PART_LATE },
  { "후반", SEGUE_WORD_PART, SEGUE_PART_LATE }, { "말", SEGUE_WORD_PART, SEGUE_PART_END },
  { "연초", SEGUE_WORD_YEAR_PART, SEGUE_PART_EARLY }, { "연말", SEGUE_WORD_YEAR_PART, SEGUE_PART_END },
  { "월초", SEGUE_WORD_MONTH_PART, SEGUE_PART_EARLY }, { "월말", SEGUE_WORD_MONTH_PART, SEGUE_PART_END },
  { "말일", SEGUE_WORD_LAST_DAY, 0 }, { "마지막 날", SEGUE_WORD_LAST_DAY, 0 }, { "마지막날", SEGUE_WORD_LAST_DAY, 0 },
  { "봄", SEGUE_WORD_SEASON, 0 }, { "여름", SEGUE_WORD_SEASON, 1 }, { "가을", SEGUE_WORD_SEASON, 2 },
  { "겨울", SEGUE_WORD_SEASON, 3 }, { "학기", SEGUE_WORD_TERM, 0 },
  { "상반기", SEGUE_WORD_HALF, 1 }, { "하반기", SEGUE_WORD_HALF, 2 }, { "분기", SEGUE_WORD_QUARTER, 0 },
  { "다음", SEGUE_WORD_SHIFT, 1 }, { "이번", SEGUE_WORD_SHIFT, 0 }, { "지난", SEGUE_WORD_SHIFT, -1 },
  { "다다음", SEGUE_WORD_SHIFT, 2 }, { "저번", SEGUE_WORD_SHIFT, -1 }, { "오는", SEGUE_WORD_SHIFT, 0 },
  { "금주", SEGUE_WORD_WEEK_SHIFT, 0 }, { "내주", SEGUE_WORD_WEEK_SHIFT, 1 }, { "차주", SEGUE_WORD_WEEK_SHIFT, 1 },
  { "담주", SEGUE_WORD_WEEK_SHIFT, 1 },
  { "이달", SEGUE_WORD_MONTH_SHIFT, 0 }, { "내달", SEGUE_WORD_MONTH_SHIFT, 1 }, { "담달", SEGUE_WORD_MONTH_SHIFT, 1 },
  { "첫째", SEGUE_WORD_ORDINAL, 1 }, { "첫", SEGUE_WORD_ORDINAL, 1 }, { "둘째", SEGUE_WORD_ORDINAL, 2 },
  { "셋째", SEGUE_WORD_ORDINAL, 3 }, { "넷째", SEGUE_WORD_ORDINAL, 4 }, { "마지막", SEGUE_WORD_SHIFT, -1 },
  { "한", SEGUE_WORD_COUNT, 1 }, { "두", SEGUE_WORD_COUNT, 2 }, { "세", SEGUE_WORD_COUNT, 3 },
  { "석", SEGUE_WORD_COUNT, 3 }, { "네", SEGUE_WORD_COUNT, 4 }, { "넉", SEGUE_WORD_COUNT, 4 },
  { "다섯", SEGUE_WORD_COUNT, 5 }, { "여섯", SEGUE_WORD_COUNT, 6 }, { "일곱", SEGUE_WORD_COUNT, 7 },
  { "여덟", SEGUE_WORD_COUNT, 8 }, { "아홉", SEGUE_WORD_COUNT, 9 }, { "열", SEGUE_WORD_COUNT, 10 },
  { "하루", SEGUE_WORD_DAYS, 1 }, { "이틀", SEGUE_WORD_DAYS, 2 }, { "사흘", SEGUE_WORD_DAYS, 3 },
  { "나흘", SEGUE_WORD_DAYS, 4 }, { "닷새", SEGUE_WORD_DAYS, 5 }, { "엿새", SEGUE_WORD_DAYS, 6 },
  { "이레", SEGUE_WORD_DAYS, 7 }, { "열흘", SEGUE_WORD_DAYS, 10 }, { "보름", SEGUE_WORD_DAYS, 15 },
  { "일주일", SEGUE_WORD_DAYS, 7 }, { "이주일", SEGUE_WORD_DAYS, 14 }, { "반년", SEGUE_WORD_MONTHS, 6 },
  { "주말", SEGUE_WORD_WEEKEND, 0 },
  { "주일", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK }, { "주", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK },
  { "개월", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH }, { "달", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH },
  { "해", SEGUE_WORD_UNIT, SEGUE_UNIT_YEAR },
  { "작년", SEGUE_WORD_YEAR_SHIFT, -1 }, { "지난해", SEGUE_WORD_YEAR_SHIFT, -1 },
  { "올해", SEGUE_WORD_YEAR_SHIFT, 0 }, { "금년", SEGUE_WORD_YEAR_SHIFT, 0 },
  { "내년", SEGUE_WORD_YEAR_SHIFT, 1 }, { "다음해", SEGUE_WORD_YEAR_SHIFT, 1 },
  { "내후년", SEGUE_WORD_YEAR_SHIFT, 2 }, { "후년", SEGUE_WORD_YEAR_SHIFT, 2 }, { "재작년", SEGUE_WORD_YEAR_SHIFT, -2 },
  { "올", SEGUE_WORD_YEAR_SHIFT, 0 },
  { "그저께", SEGUE_WORD_DAY_SHIFT, -2 }, { "어제", SEGUE_WORD_DAY_SHIFT, -1 }, { "오늘", SEGUE_WORD_DAY_SHIFT, 0 },
  { "내일", SEGUE_WORD_DAY_SHIFT, 1 }, { "모레", SEGUE_WORD_DAY_SHIFT, 2 }, { "글피", SEGUE_WORD_DAY_SHIFT, 3 },
  { "신정", SEGUE_WORD_HOLIDAY, 101 }, { "새해 첫날", SEGUE_WORD_HOLIDAY, 101 },
  { "삼일절", SEGUE_WORD_HOLIDAY, 301 }, { "근로자의 날", SEGUE_WORD_HOLIDAY, 501 }, { "노동절", SEGUE_WORD_HOLIDAY, 501 },
  { "어린이날", SEGUE_WORD_HOLIDAY, 505 }, { "어버이날", SEGUE_WORD_HOLIDAY, 508 },
  { "스승의 날", SEGUE_WORD_HOLIDAY, 515 }, { "현충일", SEGUE_WORD_HOLIDAY, 606 },
  { "제헌절", SEGUE_WORD_HOLIDAY, 717 }, { "광복절", SEGUE_WORD_HOLIDAY, 815 },
  { "개천절", SEGUE_WORD_HOLIDAY, 1003 }, { "한글날", SEGUE_WORD_HOLIDAY, 1009 },
  { "성탄절", SEGUE_WORD_HOLIDAY, 1225 }, { "크리스마스", SEGUE_WORD_HOLIDAY, 1225 },
  { "크리스마스이브", SEGUE_WORD_HOLIDAY, 1224 }, { "크리스마스 이브", SEGUE_WORD_HOLIDAY, 1224 },
  { "설날", SEGUE_WORD_MOVABLE, 0 }, { "설", SEGUE_WORD_MOVABLE, 0 }, { "구정", SEGUE_WORD_MOVABLE, 0 },
  { "추석", SEGUE_WORD_MOVABLE, 0 }, { "한가위", SEGUE_WORD_MOVABLE, 0 }, { "연휴", SEGUE_WORD_MOVABLE, 0 },
  { "부처님 오신 날", SEGUE_WORD_MOVABLE, 0 }, { "부처님오신날", SEGUE_WORD_MOVABLE, 0 },
  { "석가탄신일", SEGUE_WORD_MOVABLE, 0 }, { "부활절", SEGUE_WORD_MOVABLE, 0 }, { "추수감사절", SEGUE_WORD_MOVABLE, 0 },
  { "뒤", SEGUE_WORD_LATER, 1 }, { "후", SEGUE_WORD_LATER, 1 }, { "안", SEGUE_WORD_LATER, 1 },
  { "이내", SEGUE_WORD_LATER, 1 }, { "전", SEGUE_WORD_LATER, -1 },
  { "쯤", SEGUE_WORD_NOISE, 0 }, { "경", SEGUE_WORD_NOISE, 0 }, { "께", SEGUE_WORD_NOISE, 0 },
  { "무렵", SEGUE_WORD_NOISE, 0 },
  { "까지", SEGUE_WORD_NOISE, 0 }, { "부터", SEGUE_WORD_NOISE, 0 }, { "에", SEGUE_WORD_NOISE, 0 },
  { "의", SEGUE_WORD_NOISE, 0 },
};

static const Entry *
find_letters (const char *begin,
              gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (strlen (letters[i].text) == length && g_ascii_strncasecmp (letters[i].text, begin, length) == 0)
        return &letters[i];
    }
  return NULL;
}

/* Behind a number 월 is its mark, whatever follows: "3월말". */
static const Entry *
find_hangul (const char *begin,
             gboolean    is_counted)
{
  const Entry *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hangul); i++)
    {
      if (is_counted && hangul[i].type == SEGUE_WORD_MONTH_PART)
        continue;
      if (g_str_has_prefix (begin, hangul[i].text) && (best == NULL || strlen (hangul[i].text) > strlen (best->text)))
        best = &hangul[i];
    }
  return best;
}

static const Entry *
find_phrase (const char *begin)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      gsize length = strlen (phrases[i].text);

      if (g_ascii_strncasecmp (begin, phrases[i].text, length) == 0 && !g_ascii_isalpha (begin[length]))
        return &phrases[i];
    }
  return NULL;
}

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

static gsize
count_letters (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalpha (text[n]))
    n++;
  return n;
}

/* '27: the length of the apostrophe, or 0. */
static gsize
count_apostrophe (const char *text)
{
  gsize length = *text == '\'' ? 1 : g_str_has_prefix (text, "’") ? strlen ("’") : 0;

  return length > 0 && count_digits (text + length) == 2 ? length : 0;
}

static SegueWord
read_short_year (const char *text,
                 gsize       apostrophe)
{
  int year = 2000 + (int) g_ascii_strtoll (text + apostrophe, NULL, 10);

  return (SegueWord) { SEGUE_WORD_NUMBER, year, 4, text, apostrophe + 2 };
}

/* Reads one word at @text; one that is not known has the length 0. */
static SegueWord
read_word (const char *text,
           gboolean    is_counted)
{
  SegueWord word = { SEGUE_WORD_SIGN, 0, 0, text, 0 };
  const Entry *entry = NULL;

  if (count_apostrophe (text) > 0)
    return read_short_year (text, count_apostrophe (text));
  if ((entry = find_phrase (text)) != NULL)
    word.length = strlen (entry->text);
  else if (g_ascii_isdigit (*text))
    {
      word.type = SEGUE_WORD_NUMBER;
      word.length = word.digits = (guint) count_digits (text);
      word.value = word.digits <= 4 ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
      return word;
    }
  else if (g_ascii_isalpha (*text))
    entry = find_letters (text, word.length = count_letters (text));
  else if ((guchar) *text < 0x80)
    {
      word.value = *text;
      word.length = 1;
      return word;
    }
  else if ((entry = find_hangul (text, is_counted)) != NULL)
    word.length = strlen (entry->text);
  if (entry == NULL)
    word.length = 0;
  else
    {
      word.type = entry->type;
      word.value = entry->value;
    }
  return word;
}

/* "5 April (수)": a weekday in brackets only repeats what the date says. */
static const char *
skip_brackets (const char *text)
{
  const char *end = strchr (text, ')');

  return end ? end + 1 : text + strlen (text);
}

/**
 * segue_date_words_read:
 * @text: what a person wrote, which must outlive the words
 *
 * Returns: (transfer full) (nullable) (element-type SegueWord): its words, or
 *   %NULL if one of them has nothing to do with dates
 */
GArray *
segue_date_words_read (const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (SegueWord));
  gboolean is_counted = FALSE;

  while (*text)
    {
      SegueWord word;

      if (*text == '(')
        {
          text = skip_brackets (text);
          continue;
        }
      if (g_ascii_isspace (*text) || *text == ',')
        {
          text++;
          continue;
        }
      word = read_word (text, is_counted);
      if (word.length == 0)
        return NULL;
      is_counted = word.type == SEGUE_WORD_NUMBER;
      if (word.type != SEGUE_WORD_NOISE)
        g_array_append_val (words, word);
      text += word.length;
    }
  return g_steal_pointer (&words);
}
