/* segue-amount-text.c - amounts of time the way people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-amount-text.h"

#include <math.h>
#include <string.h>

/* No text means more than a hundred years. */
#define MOST_MINUTES 52596000.0

static const struct
{
  const char *text;
  double minutes;
} units[] = {
  { "hours", 60 }, { "hour", 60 }, { "hrs", 60 }, { "hr", 60 }, { "h", 60 }, { "시간", 60 },
  { "minutes", 1 }, { "minute", 1 }, { "mins", 1 }, { "min", 1 }, { "m", 1 }, { "분", 1 },
};

static double
read_unit (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].text);

      if (g_ascii_strncasecmp (*text, units[i].text, length) != 0 || g_ascii_isalpha ((*text)[length]))
        continue;
      *text += length;
      return units[i].minutes;
    }
  return 0;
}

static void
skip_space (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* "1.5" and, as is written in many countries, "1,5". */
static gboolean
read_number (const char **text,
             double      *number)
{
  const char *c = *text;
  double scale = 1;

  if (!g_ascii_isdigit (*c))
    return FALSE;
  for (*number = 0; g_ascii_isdigit (*c) && *number < MOST_MINUTES; c++)
    *number = *number * 10 + (*c - '0');
  if ((*c == '.' || *c == ',') && g_ascii_isdigit (c[1]))
    for (c++; g_ascii_isdigit (*c); c++)
      *number += (*c - '0') * (scale /= 10);
  *text = c;
  return TRUE;
}

/* "1:30" */
static gboolean
read_clock (const char *text,
            gint64     *minutes)
{
  const char *colon = strchr (text, ':');
  guint64 hours, rest;

  if (colon == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, 59, &rest, NULL))
    return FALSE;
  {
    g_autofree char *before = g_strndup (text, (gsize) (colon - text));

    if (!g_ascii_string_to_unsigned (before, 10, 0, 100000, &hours, NULL))
      return FALSE;
  }
  *minutes = (gint64) (hours * 60 + rest);
  return TRUE;
}

/* "1시간 반" and "반시간": a half without a number. */
static gboolean
read_half (const char **text,
           double       last_unit)
{
  const char *half = last_unit == 60 ? "반" : last_unit == 0 ? "반시간" : NULL;

  if (half == NULL || !g_str_has_prefix (*text, half))
    return FALSE;
  *text += strlen (half);
  return TRUE;
}

static gboolean
read_parts (const char      *text,
            SegueBareNumber  bare,
            double          *minutes)
{
  double last_unit = 0;
  gboolean is_closed = FALSE; /* by a number without a unit */

  for (*minutes = 0, skip_space (&text); *text; skip_space (&text))
    {
      double number, unit;

      if (!is_closed && read_half (&text, last_unit))
        {
          *minutes += 30;
          last_unit = 1;
          continue;
        }
      if (is_closed || !read_number (&text, &number))
        return FALSE;
      skip_space (&text);
      unit = read_unit (&text);
      is_closed = unit == 0;
      if (is_closed)
        /* "2h 30": minutes follow hours. Alone it stands for what the place suggests. */
        unit = last_unit == 60 || (last_unit == 0 && bare == SEGUE_BARE_BY_SIZE && number > 24) ? 1
               : last_unit == 0 ? 60 : 0;
      if (unit == 0 || (last_unit > 0 && unit >= last_unit))
        return FALSE;
      *minutes += number * unit;
      last_unit = unit;
    }
  return last_unit > 0;
}

/**
 * segue_amount_text_parse:
 * @text: what a person wrote: "2h 30", "1시간 반", "1:30", "1.5 h", "90"
 * @bare: what a number alone means
 * @minutes: (out): the amount in minutes
 *
 * Returns: whether it was understood; an empty text is not
 */
gboolean
segue_amount_text_parse (const char      *text,
                         SegueBareNumber  bare,
                         gint64          *minutes)
{
  g_autofree char *stripped = NULL;
  double amount;

  g_return_val_if_fail (text != NULL && minutes != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (read_clock (stripped, minutes))
    return TRUE;
  if (!read_parts (stripped, bare, &amount) || amount > MOST_MINUTES)
    return FALSE;
  *minutes = (gint64) lround (amount);
  return TRUE;
}

/**
 * segue_amount_text_dup:
 * @minutes: an amount, at least 0
 *
 * Returns: (transfer full): "2:30" or "2", the shortest that
 *   segue_amount_text_parse() reads as the same amount of hours
 */
char *
segue_amount_text_dup (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, minutes / 60);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", minutes / 60, (int) (minutes % 60));
}
