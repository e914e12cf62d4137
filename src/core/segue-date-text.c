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
 *
 * Two dates with "to" or a dash between are one coarse date. A year that only
 * one of them says is that of both.
 */
#include "core/segue-date-text.h"

#include <string.h>

#include "core/segue-date-form.h"

typedef struct
{
  SegueDay today;
  gboolean past; /* which way a date without a year lies */
} Place;

/* ---- from a form to days ------------------------------------------------ */

static SegueDay
make_day (int year,
          int month,
          int day)
{
  if (month < 1 || month > 12)
    return SEGUE_DAY_NONE;
  if (day == SEGUE_DATE_LAST_DAY)
    day = segue_day_month_length (year, month);
  if (day < 1 || day > segue_day_month_length (year, month))
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

/* The weeks of a month are counted from its first day; the last one ends it. */
static void
set_month_week (SegueDateText       *result,
                const SegueDateForm *form,
                int                  year)
{
  int length = segue_day_month_length (year, form->month);
  int last = form->ordinal ? MIN (7 * form->ordinal, length) : length;

  result->last = segue_day_from_ymd (year, form->month, last);
  result->first = result->last - 6;
}

static void
set_month_half (SegueDateText *result,
                int            year,
                int            month,
                int            half)
{
  result->first = segue_day_from_ymd (year, month, half == 1 ? 1 : 16);
  result->last = half == 1 ? segue_day_from_ymd (year, month, 15) : month_end (year, month);
}

static void
set_span (SegueDateText       *result,
          const SegueDateForm *form,
          int                  year)
{
  static const int year_begins[] = { 1, 1, 5, 10, 12 };
  static const int year_ends[] = { 12, 3, 8, 12, 12 };
  static const int season_begins[] = { 3, 6, 9, 12 };
  static const int season_ends[] = { 5, 8, 11, 14 };
  static const int term_ends[] = { 6, 8, 12, 14 };

  if (form->month && form->unit == SEGUE_UNIT_WEEK)
    set_month_week (result, form, year);
  else if (form->month && form->half)
    set_month_half (result, year, form->month, form->half);
  else if (form->month)
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
is_span_possible (const SegueDateForm *form)
{
  return form->month >= 0 && form->month <= 12 && form->half <= 2 && form->quarter <= 4 &&
         (form->month || form->season >= 0 || form->half || form->quarter || form->year || form->has_year_shift ||
          form->unit == SEGUE_UNIT_YEAR);
}

/* "last March" has been, "next March" has not begun; of a week of a month "last" says which one. */
static gboolean
is_last (const SegueDateForm *form)
{
  return form->has_shift && form->shift < 0 && form->unit == SEGUE_UNIT_NONE;
}

static gboolean
is_next (const SegueDateForm *form)
{
  return form->has_shift && form->shift > 0 && form->unit == SEGUE_UNIT_NONE;
}

/* The first one that is not over, or for what has happened the last one that has begun. */
static void
find_span (SegueDateText       *result,
           const SegueDateForm *form,
           const Place         *place,
           int                  this_year)
{
  gboolean is_before = is_last (form);
  gboolean past = place->past || is_before;
  int step = past ? -1 : 1;

  for (int year = this_year - step, i = 0; i < 3; i++, year += step)
    {
      set_span (result, form, year);
      if (is_before           ? result->last < place->today
          : past              ? result->first <= place->today
          : is_next (form)    ? result->first > place->today
                              : result->last >= place->today)
        return;
    }
}

static SegueDateTextStatus
resolve_span (SegueDateText       *result,
              const SegueDateForm *form,
              const Place         *place)
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
resolve_day_of_month (SegueDateText       *result,
                      const SegueDateForm *form,
                      const Place         *place)
{
  gboolean past = place->past || is_last (form);
  SegueDay day = SEGUE_DAY_NONE;
  int year, step = past ? -1 : 1;

  segue_day_to_ymd (place->today, &year, NULL, NULL);
  if (form->year || form->has_year_shift)
    day = make_day (form->year ? form->year : year + form->year_shift, form->month, form->day);
  else
    for (int i = 0; i < 9; i++, year += step)
      {
        day = make_day (year, form->month, form->day);
        if (day != SEGUE_DAY_NONE && (past ? day <= place->today : day >= place->today))
          break;
      }
  if (day == SEGUE_DAY_NONE || (form->weekday >= 0 && form->weekday != (int) segue_day_get_weekday (day)))
    return SEGUE_DATE_TEXT_IMPOSSIBLE;
  result->first = result->last = day;
  result->has_year = form->year != 0;
  return SEGUE_DATE_TEXT_OK;
}

/* "second Friday of March", also as "Friday in the second week"; weeks are counted from the month's first day. */
static SegueDay
find_weekday_of_month (const SegueDateForm *form,
                       int                  year)
{
  SegueDateText week;

  set_month_week (&week, form, year);
  return week.first + (form->weekday - (int) segue_day_get_weekday (week.first) + 7) % 7;
}

static SegueDateTextStatus
resolve_weekday_of_month (SegueDateText       *result,
                          const SegueDateForm *form,
                          const Place         *place)
{
  gboolean is_last_one = form->has_shift && form->shift == -1;
  int year, step = place->past ? -1 : 1;
  SegueDay day;

  if (form->month < 1 || form->month > 12)
    return SEGUE_DATE_TEXT_IMPOSSIBLE;
  if ((form->ordinal != 0) == is_last_one || form->ordinal > 4 || (form->has_shift && !is_last_one) ||
      (form->unit != SEGUE_UNIT_NONE && form->unit != SEGUE_UNIT_WEEK) || form->part != SEGUE_PART_NONE ||
      form->half || form->quarter || form->season >= 0)
    return SEGUE_DATE_TEXT_UNKNOWN;
  segue_day_to_ymd (place->today, &year, NULL, NULL);
  if (form->year || form->has_year_shift)
    day = find_weekday_of_month (form, form->year ? form->year : year + form->year_shift);
  else
    while (day = find_weekday_of_month (form, year), place->past ? day > place->today : day < place->today)
      year += step;
  result->first = result->last = day;
  result->has_year = form->year != 0;
  return SEGUE_DATE_TEXT_OK;
}

/* "the 15th": of this month, or of the next one that has such a day. */
static SegueDateTextStatus
resolve_day_alone (SegueDateText       *result,
                   const SegueDateForm *form,
                   const Place         *place)
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

/* "Friday" is the next one to come; of "next Friday" the week is meant. */
static SegueDay
find_weekday (const SegueDateForm *form,
              const Place         *place)
{
  int today = (int) segue_day_get_weekday (place->today);
  int ahead = (form->weekday - today + 7) % 7;
  gboolean is_this = form->has_shift && form->shift == 0 && form->unit != SEGUE_UNIT_WEEK;

  if (form->has_shift && !is_this)
    return place->today - today + 7 * form->shift + form->weekday;
  return place->today + (place->past && ahead ? ahead - 7 : ahead);
}

static gboolean
says_month_or_more (const SegueDateForm *form)
{
  return form->month || form->day || form->season >= 0 || form->half || form->quarter || form->year ||
         form->has_year_shift || form->part != SEGUE_PART_NONE;
}

/* So many days, weeks, months or years from today, or from a day that is named. */
static SegueDateTextStatus
resolve_count (SegueDateText       *result,
               const SegueDateForm *form,
               const Place         *place)
{
  gboolean has_base = form->is_from && !form->later && (form->has_day_shift || form->weekday >= 0);
  int count = form->count * (form->later ? form->later : 1);
  SegueDay base = place->today;

  if (says_month_or_more (form) || form->unit == SEGUE_UNIT_NONE || form->is_weekend ||
      (form->later ? form->weekday >= 0 || form->has_day_shift || form->has_shift : !has_base))
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (form->has_day_shift)
    base += form->day_shift;
  else if (form->weekday >= 0)
    base = find_weekday (form, place);
  result->first = form->unit == SEGUE_UNIT_DAY    ? base + count
                  : form->unit == SEGUE_UNIT_WEEK ? base + 7 * count
                  : segue_day_add_months (base, form->unit == SEGUE_UNIT_MONTH ? count : 12 * count);
  result->last = result->first;
  return segue_day_is_valid (result->first) ? SEGUE_DATE_TEXT_OK : SEGUE_DATE_TEXT_IMPOSSIBLE;
}

static SegueDateTextStatus
resolve_day_shift (SegueDateText       *result,
                   const SegueDateForm *form,
                   const Place         *place)
{
  SegueDay day = place->today + form->day_shift;

  if (says_month_or_more (form) || form->unit != SEGUE_UNIT_NONE || form->is_weekend)
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (form->weekday >= 0 && form->weekday != (int) segue_day_get_weekday (day))
    return SEGUE_DATE_TEXT_IMPOSSIBLE;
  result->first = result->last = day;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve_weekday (SegueDateText       *result,
                 const SegueDateForm *form,
                 const Place         *place)
{
  if (says_month_or_more (form) || form->is_weekend ||
      (form->unit != SEGUE_UNIT_NONE && form->unit != SEGUE_UNIT_WEEK))
    return SEGUE_DATE_TEXT_UNKNOWN;
  result->first = result->last = find_weekday (form, place);
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve_weekend (SegueDateText       *result,
                 const SegueDateForm *form,
                 const Place         *place)
{
  int today = (int) segue_day_get_weekday (place->today);

  if (says_month_or_more (form) || (form->unit != SEGUE_UNIT_NONE && form->unit != SEGUE_UNIT_WEEK))
    return SEGUE_DATE_TEXT_UNKNOWN;
  result->is_coarse = TRUE;
  result->first = place->today - today + SEGUE_SATURDAY + 7 * form->shift;
  result->last = result->first + 1;
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
resolve_shifted (SegueDateText *result,
                 SegueDateForm *form,
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
  if (form->month)
    return SEGUE_DATE_TEXT_UNKNOWN;
  segue_day_to_ymd (segue_day_add_months (place->today, form->shift), &year, &month, NULL);
  form->year = year;
  form->month = month;
  if (form->day)
    return resolve_day_of_month (result, form, place);
  (void) resolve_span (result, form, place);
  result->has_year = FALSE;
  return SEGUE_DATE_TEXT_OK;
}

/* "end of the month": of this one, or of the next one if that is over. */
static SegueDateTextStatus
resolve_month_part (SegueDateText *result,
                    SegueDateForm *form,
                    const Place   *place)
{
  form->has_shift = TRUE;
  form->shift = 0;
  (void) resolve_shifted (result, form, place);
  if (place->past ? result->first <= place->today : result->last >= place->today)
    return SEGUE_DATE_TEXT_OK;
  form->shift = place->past ? -1 : 1;
  form->month = 0;
  return resolve_shifted (result, form, place);
}

/* "first of March", and what an ordinal says nothing about. */
static gboolean
settle_ordinal (SegueDateForm *form)
{
  if (!form->ordinal || form->half || form->quarter || form->unit == SEGUE_UNIT_WEEK ||
      (form->weekday >= 0 && form->month && !form->day))
    return form->ordinal <= 4;
  if (!form->month || form->day)
    return FALSE;
  form->day = form->ordinal;
  return TRUE;
}

static SegueDateTextStatus
resolve_unit (SegueDateText *result,
              SegueDateForm *form,
              const Place   *place)
{
  gboolean has_part = form->part != SEGUE_PART_NONE;

  if (form->unit == SEGUE_UNIT_WEEK && form->month)
    return !form->day && (form->ordinal || (form->has_shift && form->shift == -1)) ? resolve_span (result, form, place)
                                                                                   : SEGUE_DATE_TEXT_UNKNOWN;
  if (form->has_shift && (form->unit == SEGUE_UNIT_WEEK || form->unit == SEGUE_UNIT_MONTH))
    return resolve_shifted (result, form, place);
  if (form->unit == SEGUE_UNIT_MONTH && has_part && form->month)
    return resolve_span (result, form, place);
  if (form->unit == SEGUE_UNIT_MONTH && has_part)
    return resolve_month_part (result, form, place);
  if (form->unit == SEGUE_UNIT_YEAR && !form->day && (form->has_shift || has_part || form->half))
    return resolve_span (result, form, place);
  return form->unit == SEGUE_UNIT_YEAR && form->has_shift ? resolve_day_of_month (result, form, place)
                                                          : SEGUE_DATE_TEXT_UNKNOWN;
}

static SegueDateTextStatus
resolve (SegueDateText *result,
         SegueDateForm *form,
         const Place   *place)
{
  if (!settle_ordinal (form))
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (form->count)
    return resolve_count (result, form, place);
  if (form->has_day_shift)
    return resolve_day_shift (result, form, place);
  if (form->is_weekend)
    return resolve_weekend (result, form, place);
  if (form->weekday >= 0 && !form->month && !form->day)
    return resolve_weekday (result, form, place);
  if (form->weekday >= 0 && form->month && !form->day)
    return resolve_weekday_of_month (result, form, place);
  if (form->unit != SEGUE_UNIT_NONE)
    return resolve_unit (result, form, place);
  if (form->day && form->month)
    return resolve_day_of_month (result, form, place);
  if (form->day)
    return says_month_or_more (&(SegueDateForm) { .season = form->season, .half = form->half, .quarter = form->quarter,
                                                  .year = form->year, .part = form->part })
      ? SEGUE_DATE_TEXT_UNKNOWN : resolve_day_alone (result, form, place);
  return resolve_span (result, form, place);
}

/* ---- one date or two ---------------------------------------------------- */

static SegueDateTextStatus
parse_one (const char    *text,
           const Place   *place,
           SegueDateText *result)
{
  g_autoptr (GArray) words = segue_date_words_read (text);
  SegueDateTextStatus status;
  SegueDateForm form;

  *result = (SegueDateText) { SEGUE_DAY_NONE, SEGUE_DAY_NONE, FALSE, FALSE };
  if (words == NULL)
    return SEGUE_DATE_TEXT_UNKNOWN;
  if (words->len == 0)
    return SEGUE_DATE_TEXT_EMPTY;
  status = segue_date_form_fill (&form, words, place->past);
  if (status == SEGUE_DATE_TEXT_OK)
    status = resolve (result, &form, place);
  if (status == SEGUE_DATE_TEXT_OK && !(segue_day_is_valid (result->first) && segue_day_is_valid (result->last)))
    status = SEGUE_DATE_TEXT_IMPOSSIBLE;
  return status;
}

/* Splits "March to May" at what stands between. */
static gboolean
split_range (const char *text,
             char      **left,
             char      **right)
{
  static const char *const between[] = { "~", "–", "—", "〜", " - ", " to ", " until ", "부터" };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = strstr (text, between[i]);

      if (at == NULL)
        continue;
      *left = g_strstrip (g_strndup (text, (gsize) (at - text)));
      *right = g_strstrip (g_strdup (at + strlen (between[i])));
      if ((*left)[0] != '\0' && (*right)[0] != '\0')
        return TRUE;
      g_clear_pointer (left, g_free);
      g_clear_pointer (right, g_free);
    }
  return FALSE;
}

/* "next week" is counted from today wherever it stands. */
static gboolean
is_relative (const char *text)
{
  g_autoptr (GArray) words = segue_date_words_read (text);

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      SegueWordType type = g_array_index (words, SegueWord, i).type;

      if (type == SEGUE_WORD_SHIFT || type == SEGUE_WORD_YEAR_SHIFT || type == SEGUE_WORD_MONTH_SHIFT ||
          type == SEGUE_WORD_WEEK_SHIFT || type == SEGUE_WORD_DAY_SHIFT || type == SEGUE_WORD_LATER)
        return TRUE;
    }
  return FALSE;
}

/* "3" of "3~5월" is a month, "23" of "23 to 29 November" a day, as what follows is. */
static SegueDateTextStatus
parse_number_before (const char          *text,
                     const SegueDateText *right,
                     SegueDateText       *result)
{
  int year, month, number = 0;

  for (const char *digit = text; *digit != '\0'; digit++)
    {
      if (!g_ascii_isdigit (*digit) || number > 99)
        return SEGUE_DATE_TEXT_UNKNOWN;
      number = number * 10 + *digit - '0';
    }
  segue_day_to_ymd (right->first, &year, &month, NULL);
  result->first = right->is_coarse ? make_day (year, number, 1) : make_day (year, month, number);
  result->last = result->first;
  result->has_year = right->has_year;
  return result->first != SEGUE_DAY_NONE ? SEGUE_DATE_TEXT_OK : SEGUE_DATE_TEXT_UNKNOWN;
}

static SegueDateTextStatus
parse_sides (const char    *left,
             const char    *right,
             const Place   *place,
             SegueDateText *first,
             SegueDateText *last)
{
  SegueDateTextStatus begins = parse_one (left, place, first);
  SegueDateTextStatus ends = parse_one (right, place, last);
  Place other = *place;

  if (ends != SEGUE_DATE_TEXT_OK)
    return ends;
  if (begins != SEGUE_DATE_TEXT_OK)
    return parse_number_before (left, last, first);
  if (!last->has_year && !place->past && !is_relative (right))
    {
      other.today = first->first;
      return parse_one (right, &other, last);
    }
  if (!first->has_year && !is_relative (left))
    {
      other = (Place) { last->last, TRUE };
      return parse_one (left, &other, first);
    }
  return SEGUE_DATE_TEXT_OK;
}

static SegueDateTextStatus
parse_range (const char    *left,
             const char    *right,
             const Place   *place,
             SegueDateText *result)
{
  SegueDateText first, last;
  SegueDateTextStatus status = parse_sides (left, right, place, &first, &last);

  *result = (SegueDateText) { SEGUE_DAY_NONE, SEGUE_DAY_NONE, FALSE, FALSE };
  if (status != SEGUE_DATE_TEXT_OK)
    return status;
  if (first.first > last.last)
    return SEGUE_DATE_TEXT_IMPOSSIBLE;
  *result = (SegueDateText) { first.first, last.last, TRUE, first.has_year || last.has_year };
  return SEGUE_DATE_TEXT_OK;
}

/**
 * segue_date_text_parse:
 * @text: what a person wrote, in English or Korean
 * @today: the day that "tomorrow" is counted from
 * @past: whether a date without a year has been rather than will be
 * @result: (out): the day or span
 *
 * Understands "5 Apr 2023", "2023-04-05", "4월 5일", "2023년 4월", "early
 * 2023", "가을 학기", "next Friday", "3주 후", "March to May", "Christmas",
 * "한글날" and their kin.
 *
 * Returns: %SEGUE_DATE_TEXT_OK, or why @result was not filled
 */
SegueDateTextStatus
segue_date_text_parse (const char    *text,
                       SegueDay       today,
                       gboolean       past,
                       SegueDateText *result)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  Place place = { today, past };

  g_return_val_if_fail (text != NULL && result != NULL, SEGUE_DATE_TEXT_UNKNOWN);

  if (split_range (text, &left, &right))
    return parse_range (left, right, &place, result);
  return parse_one (text, &place, result);
}
