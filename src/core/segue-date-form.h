/* segue-date-form.h - what the words of a date say, a place for each thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-date-text.h"
#include "core/segue-date-words.h"

G_BEGIN_DECLS

/* Stands for the last day of a month. */
#define SEGUE_DATE_LAST_DAY 99

typedef struct
{
  int year, month, day; /* 0: not said */
  int weekday;          /* -1: not said */
  int season;           /* -1: not said */
  int half, quarter;    /* 0: not said */
  int ordinal;
  SeguePart part;
  gboolean is_term;
  gboolean is_weekend;
  gboolean is_from;     /* counted from what else is said */
  gboolean has_shift;
  int shift;
  gboolean has_year_shift;
  int year_shift;
  gboolean has_day_shift;
  int day_shift;
  SegueUnit unit;
  int count;            /* of units; 0: not said */
  int later;            /* 1, -1; 0: not said */
} SegueDateForm;

SegueDateTextStatus segue_date_form_fill (SegueDateForm *form, GArray *words, gboolean past);

G_END_DECLS
