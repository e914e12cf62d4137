/* segue-date-label.c - what a coarse date is called from the day on it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person's own words stay. What counts from today is replaced by the year
 * or month that is meant, and what is no part of the date is left out:
 *
 *     by the end of next year    end of 2027
 *     다음 달 초까지              2026년 12월 초
 *
 * Numbers alone are no name: "2027-3" is called March 2027.
 */
#include "core/segue-date-form.h"

#include <string.h>

#include "core/segue-text.h"

typedef struct
{
  GString *text;
  const char *end;     /* of the last word that was kept */
  const char *dropped; /* the first one since that was not, or NULL */
  gboolean is_korean;
  gboolean has_stem;
  gboolean is_after_stem;
  int year, month;
} Label;

static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
};

static gboolean
is_hangul (const SegueWord *word)
{
  gunichar c = g_utf8_get_char (word->begin);

  return c >= 0xac00 && c <= 0xd7a3;
}

static void
append_year (Label *label)
{
  g_string_append_printf (label->text, label->is_korean ? "%d년" : "%d", label->year);
  label->has_stem = TRUE;
}

static void
append_month (Label *label)
{
  if (label->is_korean)
    g_string_append_printf (label->text, "%d년 %d월", label->year, label->month);
  else
    g_string_append_printf (label->text, "%s %d", months[label->month - 1], label->year);
  label->has_stem = TRUE;
}

/* What stood between two words, such as "of", stays between them. */
static void
append_gap (Label           *label,
            const SegueWord *word)
{
  const char *until = label->dropped ? label->dropped : word->begin;

  if (label->end != NULL)
    {
      g_string_append_len (label->text, label->end, until - label->end);
      if ((label->dropped || label->is_after_stem) && label->text->str[label->text->len - 1] != ' ')
        g_string_append_c (label->text, ' ');
    }
  label->is_after_stem = FALSE;
  label->end = word->begin + word->length;
  label->dropped = NULL;
}

static void
append_stem (Label           *label,
             const SegueWord *word,
             gboolean         is_month)
{
  append_gap (label, word);
  if (g_str_has_suffix (label->text->str, "the "))
    g_string_truncate (label->text, label->text->len - strlen ("the "));
  if (is_month)
    append_month (label);
  else
    append_year (label);
  label->is_after_stem = TRUE;
}

static void
append_word (Label           *label,
             const SegueWord *word)
{
  gsize at;

  append_gap (label, word);
  at = label->text->len;
  g_string_append_len (label->text, word->begin, (gssize) word->length);
  if (word->type == SEGUE_WORD_MONTH)
    label->text->str[at] = g_ascii_toupper (label->text->str[at]);
  /* 월말: the month stands before it, with its number. */
  if (word->type == SEGUE_WORD_MONTH_PART)
    g_string_erase (label->text, (gssize) at, strlen ("월"));
}

static void
drop_word (Label           *label,
           const SegueWord *word)
{
  if (label->dropped == NULL)
    label->dropped = word->begin;
}

static void
add_word (Label           *label,
          const SegueWord *word,
          gboolean         is_month_week)
{
  gboolean is_stem = word->type == SEGUE_WORD_YEAR_SHIFT || word->type == SEGUE_WORD_MONTH_SHIFT ||
                     (word->type == SEGUE_WORD_UNIT && word->value != SEGUE_UNIT_WEEK);

  if (is_stem && !label->has_stem)
    append_stem (label, word, word->type == SEGUE_WORD_MONTH_SHIFT ||
                              (word->type == SEGUE_WORD_UNIT && word->value == SEGUE_UNIT_MONTH));
  else if (is_stem || word->type == SEGUE_WORD_LATER || word->type == SEGUE_WORD_FROM ||
           (word->type == SEGUE_WORD_SHIFT && !is_month_week))
    drop_word (label, word);
  else
    append_word (label, word);
}

/* The year, or of "월말" the month, that was not written. */
static void
add_stem (Label    *label,
          gboolean  is_month)
{
  g_autofree char *rest = g_string_free_and_steal (g_steal_pointer (&label->text));

  label->text = g_string_new (NULL);
  if (!label->is_korean)
    g_string_append_printf (label->text, "%s ", rest);
  if (is_month)
    append_month (label);
  else
    append_year (label);
  if (label->is_korean)
    g_string_append_printf (label->text, " %s", rest);
}

static char *
dup_words (GArray              *words,
           const SegueDateText *date,
           const SegueDateForm *form)
{
  gboolean is_month_week = form->month != 0 && form->unit == SEGUE_UNIT_WEEK;
  Label label = { g_string_new (NULL), NULL, NULL, FALSE, date->has_year, FALSE, 0, 0 };

  segue_day_to_ymd (date->first, &label.year, &label.month, NULL);
  for (guint i = 0; i < words->len; i++)
    label.is_korean = label.is_korean || is_hangul (&g_array_index (words, SegueWord, i));
  for (guint i = 0; i < words->len; i++)
    add_word (&label, &g_array_index (words, SegueWord, i), is_month_week);
  if (!label.has_stem)
    add_stem (&label, form->unit == SEGUE_UNIT_MONTH && form->month == 0);
  return g_string_free_and_steal (label.text);
}

/* Two dates as they were written, if they read well behind "by" too. */
static char *
dup_range (const char          *text,
           const SegueDateText *date)
{
  char *label = date->has_year ? g_strstrip (g_strdup (text)) : NULL;

  if (label != NULL && (g_ascii_strncasecmp (label, "from ", strlen ("from ")) == 0 || g_str_has_suffix (label, "까지")))
    g_clear_pointer (&label, g_free);
  return label;
}

/* A month or a year in numbers alone, by its name. */
static char *
dup_numbers (const char          *text,
             const SegueDateText *date)
{
  int year, month, last_year, last_month;

  for (; *text; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return NULL;
  segue_day_to_ymd (date->first, &year, &month, NULL);
  segue_day_to_ymd (date->last, &last_year, &last_month, NULL);
  if (year != last_year)
    return NULL;
  return month == last_month ? segue_text_month (year, month) : segue_text_year (year);
}

static gboolean
is_read_back (const char          *label,
              const SegueDateText *date)
{
  SegueDateText again;

  /* Long after, so that nothing in it still counts from today. */
  return segue_date_text_parse (label, date->first + 4000, FALSE, &again) == SEGUE_DATE_TEXT_OK &&
         again.first == date->first && again.last == date->last;
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
  SegueDateForm form;
  g_autoptr (GArray) words = NULL;
  g_autofree char *label = NULL;
  g_autofree char *named = NULL;

  if (segue_date_text_parse (text, today, past, &date) != SEGUE_DATE_TEXT_OK || !date.is_coarse)
    return NULL;
  words = segue_date_words_read (text);
  if (words != NULL && segue_date_form_fill (&form, words, past) == SEGUE_DATE_TEXT_OK && !form.is_weekend &&
      (form.unit != SEGUE_UNIT_WEEK || form.month != 0))
    label = dup_words (words, &date, &form);
  else
    label = dup_range (text, &date);
  named = dup_numbers (text, &date);
  if (named != NULL && is_read_back (named, &date))
    return g_steal_pointer (&named);
  if (label != NULL && is_read_back (label, &date))
    return g_steal_pointer (&label);
  return segue_text_span (date.first, date.last);
}
