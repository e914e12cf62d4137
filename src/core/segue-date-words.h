/* segue-date-words.h - the words that dates are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEGUE_WORD_NUMBER,
  SEGUE_WORD_MONTH,     /* April: 4 */
  SEGUE_WORD_WEEKDAY,   /* Friday: 4, Monday being 0 */
  SEGUE_WORD_YEAR_MARK, /* 년, behind a number */
  SEGUE_WORD_MONTH_MARK,/* 월 */
  SEGUE_WORD_DAY_MARK,  /* 일, st, th */
  SEGUE_WORD_PART,      /* early, middle, late, end: SeguePart */
  SEGUE_WORD_YEAR_PART, /* 연말: the end of a year */
  SEGUE_WORD_MONTH_PART,/* 월말: the end of a month */
  SEGUE_WORD_SEASON,    /* spring: 0, summer, fall, winter */
  SEGUE_WORD_TERM,      /* term, semester */
  SEGUE_WORD_HALF,      /* 상반기: 1; "half": 0, its number stands elsewhere */
  SEGUE_WORD_QUARTER,   /* q1: 1; "quarter": 0 */
  SEGUE_WORD_ORDINAL,   /* first: 1 */
  SEGUE_WORD_SHIFT,     /* next: 1, this: 0, last: -1 */
  SEGUE_WORD_MONTH_SHIFT, /* 내달: 1 */
  SEGUE_WORD_WEEK_SHIFT,  /* 내주: 1 */
  SEGUE_WORD_COUNT,     /* two, 두: 2, before a unit */
  SEGUE_WORD_DAYS,      /* 열흘: 10 */
  SEGUE_WORD_MONTHS,    /* 반년: 6 */
  SEGUE_WORD_WEEKEND,   /* weekend, 주말 */
  SEGUE_WORD_LAST_DAY,  /* last day, 말일 */
  SEGUE_WORD_FROM,      /* from, before what one counts from */
  SEGUE_WORD_UNIT,      /* days, weeks, months, years: SegueUnit */
  SEGUE_WORD_YEAR_SHIFT,/* 내년: 1 */
  SEGUE_WORD_DAY_SHIFT, /* tomorrow: 1 */
  SEGUE_WORD_HOLIDAY,   /* Christmas: 1225, the month and the day */
  SEGUE_WORD_MOVABLE,   /* Easter, 설날: another day each year */
  SEGUE_WORD_LATER,     /* in, from now, 후: 1; ago, 전: -1 */
  SEGUE_WORD_NOISE,     /* of, the, 까지 */
  SEGUE_WORD_SIGN,      /* - / . and other signs: the character */
} SegueWordType;

typedef enum
{
  SEGUE_PART_NONE,
  SEGUE_PART_EARLY,
  SEGUE_PART_MIDDLE,
  SEGUE_PART_LATE,
  SEGUE_PART_END,
} SeguePart;

typedef enum
{
  SEGUE_UNIT_NONE,
  SEGUE_UNIT_DAY,
  SEGUE_UNIT_WEEK,
  SEGUE_UNIT_MONTH,
  SEGUE_UNIT_YEAR,
} SegueUnit;

/* One word of a text. */
typedef struct
{
  SegueWordType type;
  int value;
  guint digits;      /* of a number */
  const char *begin; /* where it stands in the text that was read */
  gsize length;      /* bytes */
} SegueWord;

GArray *segue_date_words_read (const char *text);

G_END_DECLS
