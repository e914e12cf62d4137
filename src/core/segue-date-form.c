/* segue-date-form.c - what the words of a date say, a place for each thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word that finds its place taken means that the text says something that is
 * not understood here. It is refused then: a date that is read wrongly costs
 * more than one that has to be written again.
 */
#include "core/segue-date-form.h"

#include <langinfo.h>
#include <string.h>

static const SegueWord *
get_word (GArray *words,
          int     index)
{
  return index >= 0 && index < (int) words->len ? &g_array_index (words, SegueWord, index) : NULL;
}

static SegueWordType
get_type_at (GArray *words,
             int     index)
{
  const SegueWord *word = get_word (words, index);

  return word ? word->type : SEGUE_WORD_NOISE;
}

/* Whether nothing was there; it is filled now. */
static gboolean
put (int *place,
     int  nothing,
     int  value)
{
  gboolean is_free = *place == nothing;

  *place = value;
  return is_free;
}

static gboolean
put_year (SegueDateForm   *form,
          const SegueWord *word)
{
  if (word->digits != 2 && word->digits != 4)
    return FALSE;
  return put (&form->year, 0, word->digits == 2 ? 2000 + word->value : word->value);
}

static gboolean
put_unit (SegueDateForm *form,
          SegueUnit      unit)
{
  gboolean fits = form->unit == SEGUE_UNIT_NONE || form->unit == unit;

  form->unit = unit;
  return fits;
}

static gboolean
put_count (SegueDateForm *form,
           int            count,
           SegueUnit      unit)
{
  return put_unit (form, unit) && put (&form->count, 0, count);
}

/* 2026/27, a winter of two years. */
static gboolean
is_end_of_years (GArray *words,
                 int     index)
{
  const SegueWord *year = get_word (words, index - 2);
  const SegueWord *sign = get_word (words, index - 1);
  const SegueWord *word = get_word (words, index);

  return year != NULL && year->type == SEGUE_WORD_NUMBER && year->digits == 4 && sign->type == SEGUE_WORD_SIGN &&
         word->digits == 2 && word->value == (year->value + 1) % 100;
}

/* What a number is by the word behind it; FALSE if that says nothing. */
static gboolean
place_before_mark (SegueDateForm *form,
                   GArray        *words,
                   int            index,
                   gboolean      *fits)
{
  const SegueWord *word = get_word (words, index);
  SegueWordType next = get_type_at (words, index + 1);
  SegueWordType second = get_type_at (words, index + 2);

  if (next == SEGUE_WORD_DAY_MARK && (second == SEGUE_WORD_HALF || second == SEGUE_WORD_QUARTER))
    *fits = put (&form->ordinal, 0, word->value);
  else if (next == SEGUE_WORD_DAY_MARK && second == SEGUE_WORD_LATER)
    *fits = put_count (form, word->value, SEGUE_UNIT_DAY);
  else if (next == SEGUE_WORD_YEAR_MARK && second == SEGUE_WORD_LATER)
    *fits = put_count (form, word->value, SEGUE_UNIT_YEAR);
  else if (next == SEGUE_WORD_YEAR_MARK)
    *fits = put_year (form, word);
  else if (next == SEGUE_WORD_MONTH_MARK)
    *fits = put (&form->month, 0, word->value);
  else if (next == SEGUE_WORD_DAY_MARK)
    *fits = put (&form->day, 0, word->value);
  else if (next == SEGUE_WORD_UNIT)
    *fits = put (&form->count, 0, word->value);
  else if (next == SEGUE_WORD_TERM && word->digits == 1)
    *fits = put (&form->season, -1, word->value == 1 ? 0 : word->value == 2 ? 2 : -1);
  else
    return FALSE;
  return TRUE;
}

/* A number means what stands behind it, or before it, or what it looks like. */
static gboolean
place_number (SegueDateForm *form,
              GArray        *words,
              int            index)
{
  const SegueWord *word = get_word (words, index);
  SegueWordType next = get_type_at (words, index + 1);
  SegueWordType before = get_type_at (words, index - 1);
  gboolean fits = FALSE;

  if (word->value <= 0)
    return FALSE;
  if (place_before_mark (form, words, index, &fits) || is_end_of_years (words, index))
    return fits || is_end_of_years (words, index);
  if (word->digits == 1 && (next == SEGUE_WORD_QUARTER || next == SEGUE_WORD_HALF ||
                            before == SEGUE_WORD_QUARTER || before == SEGUE_WORD_HALF))
    return put (&form->ordinal, 0, word->value);
  /* Q2 27: a half or a quarter has no days. */
  if (word->digits == 4 || (word->digits == 2 && !form->month && (form->half || form->quarter)))
    return put_year (form, word);
  if (word->digits <= 2 && form->day == 0)
    return put (&form->day, 0, word->value);
  return word->digits == 2 && form->month != 0 && put_year (form, word);
}

static gboolean
place_shift (SegueDateForm *form,
             int            shift,
             SegueUnit      unit)
{
  gboolean is_free = !form->has_shift;

  form->has_shift = TRUE;
  form->shift = shift;
  return is_free && (unit == SEGUE_UNIT_NONE || put_unit (form, unit));
}

static gboolean
place_part (SegueDateForm   *form,
            const SegueWord *word)
{
  gboolean is_free = form->part == SEGUE_PART_NONE;

  form->part = (SeguePart) word->value;
  if (word->type == SEGUE_WORD_YEAR_PART)
    return is_free && put_unit (form, SEGUE_UNIT_YEAR);
  if (word->type == SEGUE_WORD_MONTH_PART)
    return is_free && put_unit (form, SEGUE_UNIT_MONTH);
  return is_free;
}

static gboolean
put_shift (gboolean *has_shift,
           int      *place,
           int       shift)
{
  gboolean is_free = !*has_shift;

  *has_shift = TRUE;
  *place = shift;
  return is_free;
}

/* 월 and 일 behind a number are its marks; behind a week they are days of it. */
static gboolean
place_mark (SegueDateForm *form,
            GArray        *words,
            int            index)
{
  SegueWordType type = get_type_at (words, index);
  SegueWordType before = get_type_at (words, index - 1);

  if (before == SEGUE_WORD_NUMBER)
    return TRUE;
  if (type == SEGUE_WORD_YEAR_MARK || (before != SEGUE_WORD_UNIT && before != SEGUE_WORD_WEEK_SHIFT))
    return FALSE;
  return put (&form->weekday, -1, type == SEGUE_WORD_MONTH_MARK ? 0 : 6);
}

static gboolean
place_counted (SegueDateForm *form,
               GArray        *words,
               int            index)
{
  const SegueWord *word = get_word (words, index);

  if (word->type == SEGUE_WORD_DAYS)
    return put_count (form, word->value, SEGUE_UNIT_DAY);
  if (word->type == SEGUE_WORD_MONTHS)
    return put_count (form, word->value, SEGUE_UNIT_MONTH);
  return get_type_at (words, index + 1) == SEGUE_WORD_UNIT && put (&form->count, 0, word->value);
}

static gboolean
place_word (SegueDateForm *form,
            GArray        *words,
            int            index)
{
  const SegueWord *word = get_word (words, index);

  switch (word->type)
    {
    case SEGUE_WORD_NUMBER:
      return place_number (form, words, index);
    case SEGUE_WORD_MONTH:
      return put (&form->month, 0, word->value);
    case SEGUE_WORD_WEEKDAY:
      return put (&form->weekday, -1, word->value);
    case SEGUE_WORD_HOLIDAY:
      return put (&form->month, 0, word->value / 100) && put (&form->day, 0, word->value % 100);
    case SEGUE_WORD_PART:
    case SEGUE_WORD_YEAR_PART:
    case SEGUE_WORD_MONTH_PART:
      return place_part (form, word);
    case SEGUE_WORD_SEASON:
      return put (&form->season, -1, word->value);
    case SEGUE_WORD_TERM:
      form->is_term = TRUE;
      return TRUE;
    case SEGUE_WORD_HALF:
      return put (&form->half, 0, word->value ? word->value : -1);
    case SEGUE_WORD_QUARTER:
      return put (&form->quarter, 0, -1);
    case SEGUE_WORD_ORDINAL:
      return put (&form->ordinal, 0, word->value);
    case SEGUE_WORD_SHIFT:
      return place_shift (form, word->value, SEGUE_UNIT_NONE);
    case SEGUE_WORD_MONTH_SHIFT:
      return place_shift (form, word->value, SEGUE_UNIT_MONTH);
    case SEGUE_WORD_WEEK_SHIFT:
      return place_shift (form, word->value, SEGUE_UNIT_WEEK);
    case SEGUE_WORD_UNIT:
      return put_unit (form, (SegueUnit) word->value);
    case SEGUE_WORD_COUNT:
    case SEGUE_WORD_DAYS:
    case SEGUE_WORD_MONTHS:
      return place_counted (form, words, index);
    case SEGUE_WORD_YEAR_SHIFT:
      return put_shift (&form->has_year_shift, &form->year_shift, word->value);
    case SEGUE_WORD_DAY_SHIFT:
      return put_shift (&form->has_day_shift, &form->day_shift, word->value);
    case SEGUE_WORD_WEEKEND:
      form->is_weekend = TRUE;
      return TRUE;
    case SEGUE_WORD_LAST_DAY:
      return put (&form->day, 0, SEGUE_DATE_LAST_DAY);
    case SEGUE_WORD_FROM:
      form->is_from = TRUE;
      return TRUE;
    case SEGUE_WORD_LATER:
      form->later = word->value;
      return TRUE;
    case SEGUE_WORD_SIGN:
      return strchr ("-./", word->value) != NULL;
    case SEGUE_WORD_YEAR_MARK:
    case SEGUE_WORD_MONTH_MARK:
    case SEGUE_WORD_DAY_MARK:
      return place_mark (form, words, index);
    case SEGUE_WORD_MOVABLE:
      return FALSE;
    case SEGUE_WORD_NOISE:
    default:
      return TRUE;
    }
}

static gboolean
has_movable (GArray *words)
{
  for (int i = 0; i < (int) words->len; i++)
    {
      if (get_type_at (words, i) == SEGUE_WORD_MOVABLE)
        return TRUE;
    }
  return FALSE;
}

static SegueDateTextStatus
fill_words (SegueDateForm *form,
            GArray        *words)
{
  if (has_movable (words))
    return SEGUE_DATE_TEXT_MOVABLE;
  for (int i = 0; i < (int) words->len; i++)
    {
      if (!place_word (form, words, i))
        return SEGUE_DATE_TEXT_UNKNOWN;
    }
  if (form->half < 0 && form->count == 1 && form->unit == SEGUE_UNIT_YEAR)
    {
      /* half a year */
      form->half = 0;
      form->count = 6;
      form->unit = SEGUE_UNIT_MONTH;
    }
  if ((form->half < 0 || form->quarter < 0) && form->ordinal == 0)
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (form->half < 0)
    form->half = form->ordinal;
  if (form->quarter < 0)
    form->quarter = form->ordinal;
  if (form->has_shift && form->unit == SEGUE_UNIT_YEAR)
    {
      form->has_year_shift = TRUE;
      form->year_shift = form->shift;
    }
  return SEGUE_DATE_TEXT_OK;
}

/* ---- dates of numbers alone: 2023-04-05, 2023. 4. 5., 20230405 ---------- */

static gboolean
is_numeric (GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const SegueWord *word = get_word (words, (int) i);

      if (word->type != SEGUE_WORD_NUMBER && !(word->type == SEGUE_WORD_SIGN && strchr ("-./", word->value)))
        return FALSE;
    }
  return TRUE;
}

/* Where dates are written from the year down, a month never stands behind its day. */
static gboolean
is_month_first (void)
{
  return strncmp (nl_langinfo (D_FMT), "%Y", 2) == 0;
}

static SegueDateTextStatus
place_month_and_day (SegueDateForm *form,
                     int            a,
                     int            b)
{
  if (a <= 12 && b <= 12 && a != b && !is_month_first ())
    return SEGUE_DATE_TEXT_AMBIGUOUS;
  form->month = a > 12 ? b : a;
  form->day = a > 12 ? a : b;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
place_two (SegueDateForm   *form,
           const SegueWord *numbers[3])
{
  int a = numbers[0]->value, b = numbers[1]->value;

  if (numbers[0]->digits != 4 && numbers[1]->digits != 4)
    return place_month_and_day (form, a, b);
  form->year = numbers[0]->digits == 4 ? a : b;
  form->month = numbers[0]->digits == 4 ? b : a;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
place_one (SegueDateForm   *form,
           const SegueWord *number)
{
  int digits;

  if (number->digits == 4)
    form->year = number->value;
  else if (number->digits == 8)
    {
      digits = (int) g_ascii_strtoll (number->begin, NULL, 10);
      form->year = digits / 10000;
      form->month = digits / 100 % 100;
      form->day = digits % 100;
    }
  else
    return SEGUE_DATE_TEXT_UNKNOWN;
  return SEGUE_DATE_TEXT_OK;
}

static gboolean
is_short_year (int      year,
               gboolean past)
{
  return year >= (past ? 0 : 20) && year <= 69;
}

/* 3/15/27, 15.3.27 and 27.3.15: read where only one of the three ways gives a day. */
static SegueDateTextStatus
place_short (SegueDateForm   *form,
             const SegueWord *numbers[3],
             gboolean         past)
{
  static const int orders[][3] = { { 0, 1, 2 }, { 2, 0, 1 }, { 2, 1, 0 } };
  int n_ways = 0;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      int year = numbers[orders[i][0]]->value;
      int month = numbers[orders[i][1]]->value;
      int day = numbers[orders[i][2]]->value;

      if (!is_short_year (year, past) || month < 1 || month > 12 || day < 1 || day > 31 ||
          (n_ways > 0 && form->year == 2000 + year && form->month == month && form->day == day))
        continue;
      form->year = 2000 + year;
      form->month = month;
      form->day = day;
      n_ways++;
      if (is_month_first ())
        break;
    }
  return n_ways == 1 ? SEGUE_DATE_TEXT_OK : n_ways == 0 ? SEGUE_DATE_TEXT_UNKNOWN : SEGUE_DATE_TEXT_AMBIGUOUS;
}

static SegueDateTextStatus
place_three (SegueDateForm   *form,
             const SegueWord *numbers[3],
             gboolean         past)
{
  if (numbers[0]->digits == 4)
    {
      form->year = numbers[0]->value;
      form->month = numbers[1]->value;
      form->day = numbers[2]->value;
      return form->month && form->day ? SEGUE_DATE_TEXT_OK : SEGUE_DATE_TEXT_IMPOSSIBLE;
    }
  if (numbers[2]->digits == 4)
    {
      form->year = numbers[2]->value;
      return place_month_and_day (form, numbers[0]->value, numbers[1]->value);
    }
  return numbers[0]->digits <= 2 && numbers[1]->digits <= 2 && numbers[2]->digits <= 2
    ? place_short (form, numbers, past) : SEGUE_DATE_TEXT_UNKNOWN;
}

static SegueDateTextStatus
fill_numeric (SegueDateForm *form,
              GArray        *words,
              gboolean       past)
{
  const SegueWord *numbers[3] = { NULL, NULL, NULL };
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      if (get_type_at (words, (int) i) != SEGUE_WORD_NUMBER)
        continue;
      if (n == G_N_ELEMENTS (numbers))
        return SEGUE_DATE_TEXT_UNKNOWN;
      numbers[n++] = get_word (words, (int) i);
    }
  return n == 1 ? place_one (form, numbers[0])
       : n == 2 ? place_two (form, numbers)
       : n == 3 ? place_three (form, numbers, past) : SEGUE_DATE_TEXT_UNKNOWN;
}

/**
 * segue_date_form_fill:
 * @form: (out): what is said
 * @words: the words of a date
 * @past: whether a year of two digits may lie before 2020
 *
 * Returns: %SEGUE_DATE_TEXT_OK, or why the words make no date
 */
SegueDateTextStatus
segue_date_form_fill (SegueDateForm *form,
                      GArray        *words,
                      gboolean       past)
{
  *form = (SegueDateForm) { .weekday = -1, .season = -1 };
  return is_numeric (words) ? fill_numeric (form, words, past) : fill_words (form, words);
}
