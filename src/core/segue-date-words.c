/* segue-date-words.c - the words that dates are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both languages are always understood, whatever the person's: a deadline is
 * copied from where it was found. Words of letters stand apart by themselves;
 * Korean ones are written together ("다음주금요일", "4월말까지") and are taken
 * from the front, the longest that is known first.
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
  { "in", SEGUE_WORD_LATER, 1 }, { "ago", SEGUE_WORD_LATER, -1 },
  { "of", SEGUE_WORD_NOISE, 0 }, { "the", SEGUE_WORD_NOISE, 0 }, { "on", SEGUE_WORD_NOISE, 0 },
  { "by", SEGUE_WORD_NOISE, 0 }, { "from", SEGUE_WORD_NOISE, 0 }, { "until", SEGUE_WORD_NOISE, 0 },
};

static const Entry hangul[] = {
  { "월요일", SEGUE_WORD_WEEKDAY, 0 }, { "화요일", SEGUE_WORD_WEEKDAY, 1 }, { "수요일", SEGUE_WORD_WEEKDAY, 2 },
  { "목요일", SEGUE_WORD_WEEKDAY, 3 }, { "금요일", SEGUE_WORD_WEEKDAY, 4 }, { "토요일", SEGUE_WORD_WEEKDAY, 5 },
  { "일요일", SEGUE_WORD_WEEKDAY, 6 },
  { "년도", SEGUE_WORD_YEAR_MARK, 0 }, { "년", SEGUE_WORD_YEAR_MARK, 0 }, { "월", SEGUE_WORD_MONTH_MARK, 0 },
  { "일", SEGUE_WORD_DAY_MARK, 0 },
  { "초순", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "초", SEGUE_WORD_PART, SEGUE_PART_EARLY },
  { "초반", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "상순", SEGUE_WORD_PART, SEGUE_PART_EARLY },
  { "중순", SEGUE_WORD_PART, SEGUE_PART_MIDDLE }, { "중반", SEGUE_WORD_PART, SEGUE_PART_MIDDLE },
  { "중", SEGUE_WORD_PART, SEGUE_PART_MIDDLE }, { "하순", SEGUE_WORD_PART, SEGUE_PART_LATE },
  { "후반", SEGUE_WORD_PART, SEGUE_PART_LATE }, { "말", SEGUE_WORD_PART, SEGUE_PART_END },
  { "연초", SEGUE_WORD_PART, SEGUE_PART_EARLY }, { "연말", SEGUE_WORD_PART, SEGUE_PART_END },
  { "봄", SEGUE_WORD_SEASON, 0 }, { "여름", SEGUE_WORD_SEASON, 1 }, { "가을", SEGUE_WORD_SEASON, 2 },
  { "겨울", SEGUE_WORD_SEASON, 3 }, { "학기", SEGUE_WORD_TERM, 0 },
  { "상반기", SEGUE_WORD_HALF, 1 }, { "하반기", SEGUE_WORD_HALF, 2 }, { "분기", SEGUE_WORD_QUARTER, 0 },
  { "다음", SEGUE_WORD_SHIFT, 1 }, { "이번", SEGUE_WORD_SHIFT, 0 }, { "지난", SEGUE_WORD_SHIFT, -1 },
  { "다다음", SEGUE_WORD_SHIFT, 2 }, { "금주", SEGUE_WORD_NOISE, 0 },
  { "주일", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK }, { "주", SEGUE_WORD_UNIT, SEGUE_UNIT_WEEK },
  { "개월", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH }, { "달", SEGUE_WORD_UNIT, SEGUE_UNIT_MONTH },
  { "해", SEGUE_WORD_UNIT, SEGUE_UNIT_YEAR },
  { "작년", SEGUE_WORD_YEAR_SHIFT, -1 }, { "지난해", SEGUE_WORD_YEAR_SHIFT, -1 },
  { "올해", SEGUE_WORD_YEAR_SHIFT, 0 }, { "금년", SEGUE_WORD_YEAR_SHIFT, 0 },
  { "내년", SEGUE_WORD_YEAR_SHIFT, 1 }, { "다음해", SEGUE_WORD_YEAR_SHIFT, 1 },
  { "내후년", SEGUE_WORD_YEAR_SHIFT, 2 },
  { "그저께", SEGUE_WORD_DAY_SHIFT, -2 }, { "어제", SEGUE_WORD_DAY_SHIFT, -1 }, { "오늘", SEGUE_WORD_DAY_SHIFT, 0 },
  { "내일", SEGUE_WORD_DAY_SHIFT, 1 }, { "모레", SEGUE_WORD_DAY_SHIFT, 2 }, { "글피", SEGUE_WORD_DAY_SHIFT, 3 },
  { "뒤", SEGUE_WORD_LATER, 1 }, { "후", SEGUE_WORD_LATER, 1 }, { "전", SEGUE_WORD_LATER, -1 },
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

static const Entry *
find_hangul (const char *begin)
{
  const Entry *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (hangul); i++)
    {
      if (g_str_has_prefix (begin, hangul[i].text) && (best == NULL || strlen (hangul[i].text) > strlen (best->text)))
        best = &hangul[i];
    }
  return best;
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

/* Reads one word at @text; one that is not known has the length 0. */
static SegueWord
read_word (const char *text)
{
  SegueWord word = { SEGUE_WORD_SIGN, 0, 0, text, 0 };
  const Entry *entry = NULL;

  if (g_ascii_isdigit (*text))
    {
      word.type = SEGUE_WORD_NUMBER;
      word.length = word.digits = (guint) count_digits (text);
      word.value = word.digits <= 4 ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
      return word;
    }
  if (g_ascii_isalpha (*text))
    entry = find_letters (text, word.length = count_letters (text));
  else if ((guchar) *text < 0x80)
    {
      word.value = *text;
      word.length = 1;
      return word;
    }
  else if ((entry = find_hangul (text)) != NULL)
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
      word = read_word (text);
      if (word.length == 0)
        return NULL;
      if (word.type != SEGUE_WORD_NOISE)
        g_array_append_val (words, word);
      text += word.length;
    }
  return g_steal_pointer (&words);
}
