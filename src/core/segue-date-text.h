/* segue-date-text.h - dates the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/segue-day.h"

G_BEGIN_DECLS

typedef enum
{
  SEGUE_DATE_TEXT_OK,
  SEGUE_DATE_TEXT_EMPTY,
  SEGUE_DATE_TEXT_UNKNOWN,    /* no date that is known here */
  SEGUE_DATE_TEXT_AMBIGUOUS,  /* 4/5/2023: which is the month? */
  SEGUE_DATE_TEXT_IMPOSSIBLE, /* 31 April */
  SEGUE_DATE_TEXT_MOVABLE,    /* Easter, 설날: a holiday whose day is another one each year */
} SegueDateTextStatus;

/* What a text means: one day, or a span whose days are not told apart. */
typedef struct
{
  SegueDay first;
  SegueDay last;
  gboolean is_coarse; /* also of a span that happens to be one day long */
  gboolean has_year;  /* means the same whatever day it is read on */
} SegueDateText;

SegueDateTextStatus segue_date_text_parse     (const char *text, SegueDay today, gboolean past, SegueDateText *result);
char               *segue_date_text_dup_label (const char *text, SegueDay today, gboolean past);

G_END_DECLS
