/* segue-date-text.c - dates the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text is read into words, the words into a form with one place for each
 * thing a date can say, and the form is then looked at from the most exact
 * down: a count of days, a weekday, a day of a month, a month, a season, a
 * half, a quarter, a year. What says no day is a span, which is kept coarse.
 *
 *          early      middle                late     end
 *   year   Jan-Mar    May-Aug               Oct-Dec  Dec
 *   month  1-10       11-20                 21-      21-
 */
#include "core/segue-date-text.h"

#include <string.h>

#include "core/segue-date-words.h"
#include "core/segue-text.h"

typedef struct
{
  int year, month, day; /* 0: not said */
  int weekday;          /* -1: not said */
  int season;           /* -1: not said */
  int half, quarter;    /* 0: not said */
  int ordinal;
  SeguePart part;
  gboolean is_term;
  gboolean has_shift;
  int shift;
  gboolean has_year_shift;
  int year_shift;
  gboolean has_day_shift;
  int day_shift;
  SegueUnit unit;
  int count;            /* of units; 0: not said */
  int later;            /* 1, -1; 0: not said */
} Form;

typedef struct
{
  SegueDay today;
  gboolean past; /* which way a date without a year lies */
} Place;

/* ---- from words to a form ---------------------------------------------- */

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

static int
widen_year (const SegueWord *word)
{
  return word->digits <= 2 ? 2000 + word->value : word->value;
}

/* A number means what stands behind it, or before it, or what it looks like. */
static gboolean
place_number (Form   *form,
              GArray *words,
              int     index)
{
  const SegueWord *word = get_word (words, index);
  SegueWordType next = get_type_at (words, index + 1);
  SegueWordType before = get_type_at (words, index - 1);

  if (next == SEGUE_WORD_DAY_MARK && (get_type_at (words, index + 2) == SEGUE_WORD_HALF ||
                                      get_type_at (words, index + 2) == SEGUE_WORD_QUARTER))
    form->ordinal = word->value;
  else if (next == SEGUE_WORD_DAY_MARK && get_type_at (words, index + 2) == SEGUE_WORD_LATER)
    {
      form->count = word->value;
      form->unit = SEGUE_UNIT_DAY;
    }
  else if (next == SEGUE_WORD_YEAR_MARK)
    form->year = widen_year (word);
  else if (next == SEGUE_WORD_MONTH_MARK)
    form->month = word->value;
  else if (next == SEGUE_WORD_DAY_MARK)
    form->day = word->value;
  else if (next == SEGUE_WORD_UNIT)
    form->count = word->value;
  else if (word->digits == 1 && (next == SEGUE_WORD_QUARTER || next == SEGUE_WORD_HALF ||
                                 before == SEGUE_WORD_QUARTER || before == SEGUE_WORD_HALF))
    form->ordinal = word->value;
  else if (next == SEGUE_WORD_TERM && word->digits == 1)
    form->season = word->value == 1 ? 0 : word->value == 2 ? 2 : -1;
  else if (word->digits == 4)
    form->year = word->value;
  else if (word->digits <= 2 && form->day == 0)
    form->day = word->value;
  else
    return FALSE;
  return word->value > 0;
}

static gboolean
place_word (Form   *form,
            GArray *words,
            int     index)
{
  const SegueWord *word = get_word (words, index);

  switch (word->type)
    {
    case SEGUE_WORD_NUMBER:
      return place_number (form, words, index);
    case SEGUE_WORD_MONTH:
      form->month = word->value;
      break;
    case SEGUE_WORD_WEEKDAY:
      form->weekday = word->value;
      break;
    case SEGUE_WORD_PART:
      form->part = (SeguePart) word->value;
      break;
    case SEGUE_WORD_SEASON:
      form->season = word->value;
      break;
    case SEGUE_WORD_TERM:
      form->is_term = TRUE;
      break;
    case SEGUE_WORD_HALF:
      form->half = word->value ? word->value : -1;
      break;
    case SEGUE_WORD_QUARTER:
      form->quarter = -1;
      break;
    case SEGUE_WORD_ORDINAL:
      form->ordinal = word->value;
      break;
    case SEGUE_WORD_SHIFT:
      form->has_shift = TRUE;
      form->shift = word->value;
      break;
    case SEGUE_WORD_UNIT:
      form->unit = (SegueUnit) word->value;
      break;
    case SEGUE_WORD_YEAR_SHIFT:
      form->has_year_shift = TRUE;
      form->year_shift = word->value;
      break;
    case SEGUE_WORD_DAY_SHIFT:
      form->has_day_shift = TRUE;
      form->day_shift = word->value;
      break;
    case SEGUE_WORD_LATER:
      form->later = word->value;
      break;
    case SEGUE_WORD_SIGN:
      return strchr ("-./", word->value) != NULL;
    case SEGUE_WORD_YEAR_MARK:
    case SEGUE_WORD_MONTH_MARK:
    case SEGUE_WORD_DAY_MARK:
    case SEGUE_WORD_NOISE:
    default:
      break;
    }
  return TRUE;
}

static gboolean
fill_form (Form   *form,
           GArray *words)
{
  *form = (Form) { .weekday = -1, .season = -1 };
  for (int i = 0; i < (int) words->len; i++)
    {
      if (!place_word (form, words, i))
        return FALSE;
    }
  if (form->half < 0)
    form->half = form->ordinal;
  if (form->quarter < 0)
    form->quarter = form->ordinal;
  if (form->has_shift && form->unit == SEGUE_UNIT_YEAR)
    {
      form->has_year_shift = TRUE;
      form->year_shift = form->shift;
    }
  return TRUE;
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

static SegueDateTextStatus
place_end_year (Form            *form,
                const SegueWord *numbers[3])
{
  int a = numbers[0]->value, b = numbers[1]->value;

  if (a <= 12 && b <= 12 && a != b)
    return SEGUE_DATE_TEXT_AMBIGUOUS;
  form->year = numbers[2]->value;
  form->month = a > 12 ? b : a;
  form->day = a > 12 ? a : b;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
place_two (Form            *form,
           const SegueWord *numbers[3])
{
  int a = numbers[0]->value, b = numbers[1]->value;

  if (numbers[0]->digits == 4)
    {
      form->year = a;
      form->month = b;
    }
  else if (numbers[1]->digits == 4)
    {
      form->year = b;
      form->month = a;
    }
  else if (a <= 12 && b <= 12 && a != b)
    return SEGUE_DATE_TEXT_AMBIGUOUS;
  else
    {
      form->month = a > 12 ? b : a;
      form->day = a > 12 ? a : b;
    }
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
place_one (Form            *form,
           const SegueWord *number)
{
  if (number->digits == 4)
    form->year = number->value;
  else if (number->digits == 8)
    {
      int digits = (int) g_ascii_strtoll (number->begin, NULL, 10);

      form->year = digits / 10000;
      form->month = digits / 100 % 100;
      form->day = digits % 100;
    }
  else
    return SEGUE_DATE_TEXT_UNKNOWN;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
fill_numeric (Form   *form,
              GArray *words)
{
  const SegueWord *numbers[3] = { NULL, NULL, NULL };
  guint n = 0;

  *form = (Form) { .weekday = -1, .season = -1 };
  for (guint i = 0; i < words->len; i++)
    {
      if (get_type_at (words, (int) i) != SEGUE_WORD_NUMBER)
        continue;
      if (n == G_N_ELEMENTS (numbers))
        return SEGUE_DATE_TEXT_UNKNOWN;
      numbers[n++] = get_word (words, (int) i);
    }
  if (n == 1)
    return place_one (form, numbers[0]);
  if (n == 2)
    return place_two (form, numbers);
  if (n == 3 && numbers[0]->digits == 4)
    {
      form->year = numbers[0]->value;
      form->month = numbers[1]->value;
      form->day = numbers[2]->value;
      return form->month && form->day ? SEGUE_DATE_TEXT_OK : SEGUE_DATE_TEXT_IMPOSSIBLE;
    }
  return n == 3 && numbers[2]->digits == 4 ? place_end_year (form, numbers) : SEGUE_DATE_TEXT_UNKNOWN;
}

/* ---- from a form to days ------------------------------------------------ */

static SegueDay
make_day (int year,
          int month,
          int day)
{
  if (month < 1 || month > 12 || day < 1 || day > segue_day_month_length (year, month))
    return SEGUE_DAY_NONE;
  return segue_day_from_ymd (year, month, day);
}

static SegueDay
month_end (int year,
           int month)
{
  return segue_day_from_ymd (year, month, segue_day_month_length (year, month));
}

/* Months @first to @last of @year; @last may lie in the next year. */
static void
set_months (SegueDateText *result,
            int            year,
            int            first,
            int            last)
{
  result->first = segue_day_from_ymd (year, first, 1);
  result->last = last > 12 ? month_end (year + 1, last - 12) : month_end (year, last);
}

static void
set_month_part (SegueDateText *result,
                int            year,
                int            month,
                SeguePart      part)
{
  static const int begins[] = { 1, 1, 11, 21, 21 };
  static const int ends[] = { 0, 10, 20, 0, 0 };

  result->first = segue_day_from_ymd (year, month, begins[part]);
  result->last = ends[part] ? segue_day_from_ymd (year, month, ends[part]) : month_end (year, month);
}

static void
set_span (SegueDateText *result,
          const Form    *form,
          int            year)
{
  static const int year_begins[] = { 1, 1, 5, 10, 12 };
  static const int year_ends[] = { 12, 3, 8, 12, 12 };
  static const int season_begins[] = { 3, 6, 9, 12 };
  static const int season_ends[] = { 5, 8, 11, 14 };
  static const int term_ends[] = { 6, 8, 12, 14 };

  if (form->month)
    set_month_part (result, year, form->month, form->part);
  else if (form->season >= 0)
    set_months (result, year, season_begins[form->season],
                form->is_term ? term_ends[form->season] : season_ends[form->season]);
  else if (form->half)
    set_months (result, year, form->half * 6 - 5, form->half * 6);
  else if (form->quarter)
    set_months (result, year, form->quarter * 3 - 2, form->quarter * 3);
  else
    set_months (result, year, year_begins[form->part], year_ends[form->part]);
}

static gboolean
is_span_possible (const Form *form)
{
  return form->month >= 0 && form->month <= 12 && form->half <= 2 && form->quarter <= 4 &&
         (form->month || form->season >= 0 || form->half || form->quarter || form->year || form->has_year_shift);
}

/* The first one that is not over, or for what has happened the last one that has begun. */
static void
find_span (SegueDateText *result,
           const Form    *form,
           const Place   *place,
           int            this_year)
{
  int step = place->past ? -1 : 1;

  for (int year = this_year - step, i = 0; i < 3; i++, year += step)
    {
      set_span (result, form, year);
      if (place->past ? result->first <= place->today
                      : form->has_shift ? result->first > place->today : result->last >= place->today)
        return;
    }
}

static SegueDateTextStatus
resolve_span (SegueDateText *result,
              const Form    *form,
              const Place   *place)
{
  int this_year;

  if (!is_span_possible (form))
    return form->month > 12 ? SEGUE_DATE_TEXT_IMPOSSIBLE : SEGUE_DATE_TEXT_UNKNOWN;
  segue_day_to_ymd (place->today, &this_year, NULL, NULL);
  result->is_coarse = TRUE;
  result->has_year = form->year != 0;
  if (form->year || form->has_year_shift)
    set_span (result, form, form->year ? form->year : this_year + form->year_shift);
  else
    find_span (result, form, place, this_year);
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve_day_of_month (SegueDateText *result,
                      const Form    *form,
                      const Place   *place)
{
  SegueDay day = SEGUE_DAY_NONE;
  int year, step = place->past ? -1 : 1;

  segue_day_to_ymd (place->today, &year, NULL, NULL);
  if (form->year || form->has_year_shift)
    day = make_day (form->year ? form->year : year + form->year_shift, form->month, form->day);
  else
    for (int i = 0; i < 9; i++, year += step)
      {
        day = make_day (year, form->month, form->day);
        if (day != SEGUE_DAY_NONE && (place->past ? day <= place->today : day >= place->today))
          break;
      }
  if (day == SEGUE_DAY_NONE || (form->weekday >= 0 && form->weekday != (int) segue_day_get_weekday (day)))
    return SEGUE_DATE_TEXT_IMPOSSIBLE;
  result->first = result->last = day;
  result->has_year = form->year != 0;
  return SEGUE_DATE_TEXT_OK;
}

/* "the 15th": of this month, or of the next one that has such a day. */
static SegueDateTextStatus
resolve_day_alone (SegueDateText *result,
                   const Form    *form,
                   const Place   *place)
{
  int year, month, step = place->past ? -1 : 1;

  segue_day_to_ymd (place->today, &year, &month, NULL);
  for (int i = 0; i < 12; i++, month += step)
    {
      int wrapped = (month + 11) % 12 + 1;
      SegueDay day = make_day (year + (month > 12 ? 1 : month < 1 ? -1 : 0), wrapped, form->day);

      if (day == SEGUE_DAY_NONE || (place->past ? day > place->today : day < place->today))
        continue;
      result->first = result->last = day;
      return SEGUE_DATE_TEXT_OK;
    }
  return SEGUE_DATE_TEXT_IMPOSSIBLE;
}

static SegueDateTextStatus
resolve_count (SegueDateText *result,
               const Form    *form,
               const Place   *place)
{
  int count = form->count * form->later;

  result->first = form->unit == SEGUE_UNIT_DAY    ? place->today + count
                  : form->unit == SEGUE_UNIT_WEEK ? place->today + 7 * count
                  : segue_day_add_months (place->today, form->unit == SEGUE_UNIT_MONTH ? count : 12 * count);
  result->last = result->first;
  return segue_day_is_valid (result->first) ? SEGUE_DATE_TEXT_OK : SEGUE_DATE_TEXT_IMPOSSIBLE;
}

/* "Friday" is the next one to come; of "next Friday" the week is meant. */
static SegueDateTextStatus
resolve_weekday (SegueDateText *result,
                 const Form    *form,
                 const Place   *place)
{
  int today = (int) segue_day_get_weekday (place->today);
  int ahead = (form->weekday - today + 7) % 7;

  if (form->has_shift)
    result->first = place->today - today + 7 * form->shift + form->weekday;
  else
    result->first = place->today + (place->past && ahead ? ahead - 7 : ahead);
  result->last = result->first;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve_shifted (SegueDateText *result,
                 Form          *form,
                 const Place   *place)
{
  SegueDay monday = place->today - (int) segue_day_get_weekday (place->today);
  int year, month;

  if (form->unit == SEGUE_UNIT_WEEK)
    {
      result->is_coarse = TRUE;
      result->first = monday + 7 * form->shift;
      result->last = result->first + 6;
      return SEGUE_DATE_TEXT_OK;
    }
  segue_day_to_ymd (segue_day_add_months (place->today, form->shift), &year, &month, NULL);
  form->year = year;
  form->month = month;
  if (form->day)
    return resolve_day_of_month (result, form, place);
  (void) resolve_span (result, form, place);
  result->has_year = FALSE;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve (SegueDateText *result,
         Form          *form,
         const Place   *place)
{
  if (form->later && form->count && form->unit)
    return resolve_count (result, form, place);
  if (form->has_day_shift)
    {
      result->first = result->last = place->today + form->day_shift;
      return SEGUE_DATE_TEXT_OK;
    }
  if (form->weekday >= 0 && !form->month && !form->day)
    return resolve_weekday (result, form, place);
  if (form->has_shift && (form->unit == SEGUE_UNIT_WEEK || form->unit == SEGUE_UNIT_MONTH))
    return resolve_shifted (result, form, place);
  if (form->count || form->unit == SEGUE_UNIT_WEEK || form->unit == SEGUE_UNIT_DAY)
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (form->day && form->month)
    return resolve_day_of_month (result, form, place);
  if (form->day)
    return form->year || form->season >= 0 || form->part ? SEGUE_DATE_TEXT_UNKNOWN
                                                         : resolve_day_alone (result, form, place);
  return resolve_span (result, form, place);
}

/**
 * segue_date_text_parse:
 * @text: what a person wrote, in English or Korean
 * @today: the day that "tomorrow" is counted from
 * @past: whether a date without a year has been rather than will be
 * @result: (out): the day or span
 *
 * Understands "5 Apr 2023", "2023-04-05", "4월 5일", "2023년 4월", "early
 * 2023", "가을 학기", "next Friday", "3주 후" and their kin.
 *
 * Returns: %SEGUE_DATE_TEXT_OK, or why @result was not filled
 */
SegueDateTextStatus
segue_date_text_parse (const char    *text,
                       SegueDay       today,
                       gboolean       past,
                       SegueDateText *result)
{
  g_autoptr (GArray) words = NULL;
  Place place = { today, past };
  SegueDateTextStatus status = SEGUE_DATE_TEXT_OK;
  Form form;

  g_return_val_if_fail (text != NULL && result != NULL, SEGUE_DATE_TEXT_UNKNOWN);

  *result = (SegueDateText) { SEGUE_DAY_NONE, SEGUE_DAY_NONE, FALSE, FALSE };
  words = segue_date_words_read (text);
  if (words == NULL)
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (words->len == 0)
    return SEGUE_DATE_TEXT_EMPTY;
  if (is_numeric (words))
    status = fill_numeric (&form, words);
  else if (!fill_form (&form, words))
    status = SEGUE_DATE_TEXT_UNKNOWN;
  if (status == SEGUE_DATE_TEXT_OK)
    status = resolve (result, &form, &place);
  if (status == SEGUE_DATE_TEXT_OK && !(segue_day_is_valid (result->first) && segue_day_is_valid (result->last)))
    status = SEGUE_DATE_TEXT_IMPOSSIBLE;
  return status;
}

/* ---- labels ------------------------------------------------------------- */

static gboolean
is_relative (const SegueWord *word)
{
  return word->type == SEGUE_WORD_SHIFT || word->type == SEGUE_WORD_YEAR_SHIFT || word->type == SEGUE_WORD_UNIT ||
         word->type == SEGUE_WORD_LATER;
}

/* What is left of the text without the words that count from today. */
static char *
dup_rest (GArray        *words,
          SegueUnit     *unit,
          gboolean      *is_korean)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  *unit = SEGUE_UNIT_NONE;
  *is_korean = FALSE;
  for (int i = 0; i < (int) words->len; i++)
    {
      const SegueWord *word = get_word (words, i);

      *is_korean = *is_korean || (guchar) word->begin[0] >= 0x80;
      if (word->type == SEGUE_WORD_UNIT)
        *unit = (SegueUnit) word->value;
      if (is_relative (word))
        continue;
      if (rest->len > 0 && !(i > 0 && get_word (words, i - 1)->begin + get_word (words, i - 1)->length == word->begin))
        g_string_append_c (rest, ' ');
      g_string_append_len (rest, word->begin, (gssize) word->length);
    }
  return g_string_free_and_steal (g_steal_pointer (&rest));
}

/**
 * segue_date_text_dup_label:
 * @text: what a person wrote
 * @today: the day it was written on
 * @past: as for segue_date_text_parse()
 *
 * Returns: (transfer full) (nullable): what a coarse date is called from now
 *   on, with its year, so that it is read the same way on any other day;
 *   %NULL for a single day or no date
 */
char *
segue_date_text_dup_label (const char *text,
                           SegueDay    today,
                           gboolean    past)
{
  SegueDateText date;
  SegueUnit unit;
  gboolean is_korean;
  int year, month;
  g_autoptr (GArray) words = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *span = NULL;

  if (segue_date_text_parse (text, today, past, &date) != SEGUE_DATE_TEXT_OK || !date.is_coarse)
    return NULL;
  if (date.has_year)
    return g_strstrip (g_strdup (text));
  words = segue_date_words_read (text);
  rest = dup_rest (words, &unit, &is_korean);
  segue_day_to_ymd (date.first, &year, &month, NULL);
  if (unit == SEGUE_UNIT_WEEK)
    return segue_text_span (date.first, date.last);
  if (unit == SEGUE_UNIT_MONTH)
    span = segue_text_month (year, month);
  else
    span = is_korean ? g_strdup_printf ("%d년", year) : g_strdup_printf ("%d", year);
  if (rest[0] == '\0')
    return g_steal_pointer (&span);
  return is_korean ? g_strconcat (span, " ", rest, NULL) : g_strconcat (rest, " ", span, NULL);
}
