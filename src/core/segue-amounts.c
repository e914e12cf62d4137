/* segue-amounts.c - short lists of names with amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Such a list is kept as JSON text, so that keys which this program does not
 * know survive. The room that reads JSON documents has looked at the text
 * before; here only the list's own shape is read: an array of objects in which
 * two keys matter. Whatever else stands in an object is stepped over.
 */
#include "core/segue-amounts.h"

#include "base/segue-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *name_key;
  const char *amount_key;
} Reader;

static void
clear_amount (gpointer data)
{
  g_clear_pointer (&((SegueAmount *) data)->name, g_free);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static gboolean
is_within_value (char c)
{
  return c != '\0' && c != '"' && !is_space (c) && memchr ("{}[],:", c, 6) == NULL;
}

/* Looks at one character at a time: what is left of the text may be long, and
 * a checked strspn() measures all of it first. */
static void
skip_space (Reader *reader)
{
  while (is_space (*reader->at))
    reader->at++;
}

static gboolean
take (Reader *reader,
      char    expected)
{
  skip_space (reader);
  if (*reader->at != expected)
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
append_unicode (Reader  *reader,
                GString *text)
{
  gunichar c = 0;

  for (int i = 1; i <= 4; i++)
    {
      if (!g_ascii_isxdigit (reader->at[i]))
        return FALSE;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (reader->at[i]);
    }
  if (c == 0 || !g_unichar_validate (c))
    return FALSE;
  g_string_append_unichar (text, c);
  reader->at += 4;
  return TRUE;
}

static gboolean
append_escaped (Reader  *reader,
                GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  reader->at++;
  if (*reader->at == 'u')
    return append_unicode (reader, text);
  letter = *reader->at ? strchr (letters, *reader->at) : NULL;
  if (letter == NULL)
    return FALSE;
  g_string_append_c (text, meanings[letter - letters]);
  return TRUE;
}

static char *
read_string (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (reader, '"'))
    return NULL;
  for (; *reader->at != '"'; reader->at++)
    {
      if (*reader->at == '\0')
        return NULL;
      if (*reader->at != '\\')
        g_string_append_c (text, *reader->at);
      else if (!append_escaped (reader, text))
        return NULL;
    }
  reader->at++;
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A value of no interest, however deep it nests: counted, not recursed into. */
static gboolean
skip_value (Reader *reader)
{
  int depth = 0;

  do
    {
      skip_space (reader);
      if (*reader->at == '\0')
        return FALSE;
      if (*reader->at == '"')
        {
          g_autofree char *text = read_string (reader);

          if (text == NULL)
            return FALSE;
          continue;
        }
      if (*reader->at == '{' || *reader->at == '[')
        depth++;
      else if (*reader->at == '}' || *reader->at == ']')
        depth--;
      do
        reader->at++;
      while (is_within_value (reader->at[-1]) && is_within_value (*reader->at));
    }
  while (depth > 0);
  return depth == 0;
}

static gboolean
read_amount (Reader *reader,
             gint64 *amount)
{
  char *end;

  skip_space (reader);
  errno = 0;
  *amount = g_ascii_strtoll (reader->at, &end, 10);
  if (end == reader->at || errno != 0)
    return FALSE;
  if (end[0] == '.')
    end += 1 + strspn (end + 1, "0");
  reader->at = end;
  return TRUE;
}

static gboolean
read_member (Reader      *reader,
             SegueAmount *amount,
             gboolean    *has_amount)
{
  g_autofree char *key = read_string (reader);

  if (key == NULL || !take (reader, ':'))
    return FALSE;
  if (g_str_equal (key, reader->name_key))
    {
      g_free (amount->name);
      amount->name = read_string (reader);
      return amount->name != NULL;
    }
  if (!g_str_equal (key, reader->amount_key))
    return skip_value (reader);
  *has_amount = TRUE;
  return read_amount (reader, &amount->amount);
}

static gboolean
read_object (Reader      *reader,
             SegueAmount *amount)
{
  gboolean has_amount = FALSE;

  if (!take (reader, '{'))
    return FALSE;
  do
    {
      if (!read_member (reader, amount, &has_amount))
        return FALSE;
    }
  while (take (reader, ','));
  return take (reader, '}') && amount->name != NULL && has_amount;
}

static gboolean
read_list (Reader *reader,
           GArray *amounts)
{
  if (!take (reader, '['))
    return FALSE;
  if (!take (reader, ']'))
    {
      do
        {
          SegueAmount amount = { 0 };
          gboolean read = read_object (reader, &amount);

          g_array_append_val (amounts, amount);
          if (!read)
            return FALSE;
        }
      while (take (reader, ','));
      if (!take (reader, ']'))
        return FALSE;
    }
  return take (reader, '\0');
}

/**
 * segue_amounts_parse:
 * @json: (nullable): an array of objects; %NULL is an empty one
 * @name_key: the key of the name, a string
 * @amount_key: the key of the amount, a whole number
 * @error: return location for a %SEGUE_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type SegueAmount): the list
 */
GArray *
segue_amounts_parse (const char *json,
                     const char *name_key,
                     const char *amount_key,
                     GError    **error)
{
  Reader reader = { json ? json : "[]", name_key, amount_key };
  g_autoptr (GArray) amounts = g_array_new (FALSE, TRUE, sizeof (SegueAmount));

  g_return_val_if_fail (name_key != NULL && amount_key != NULL, NULL);

  g_array_set_clear_func (amounts, clear_amount);
  if (!read_list (&reader, amounts))
    {
      /* Translators: two keys of a file, as “pool” and “per_day”. */
      g_set_error (error, SEGUE_ERROR, SEGUE_ERROR_INVALID,
                   _("This is not a list with “%s” and a whole number “%s” in each place."), name_key, amount_key);
      return NULL;
    }
  return g_steal_pointer (&amounts);
}

/* The name of the object at which the reader stands, which is then read over. */
static char *
read_name (Reader *reader)
{
  SegueAmount amount = { 0 };

  if (!read_object (reader, &amount))
    g_clear_pointer (&amount.name, g_free);
  return amount.name;
}

/**
 * segue_amounts_remove:
 * @json: an array of objects that segue_amounts_parse() reads
 * @name_key: the key of the name
 * @amount_key: the key of the amount
 * @name: what goes
 *
 * Returns: (transfer full) (nullable): the array without the objects of that
 *   name, the others as they were written; %NULL if none is left
 */
char *
segue_amounts_remove (const char *json,
                      const char *name_key,
                      const char *amount_key,
                      const char *name)
{
  Reader reader = { json, name_key, amount_key };
  g_autoptr (GString) kept = g_string_new ("[");

  g_return_val_if_fail (json != NULL && name_key != NULL && amount_key != NULL && name != NULL, NULL);

  if (!take (&reader, '['))
    return g_strdup (json);
  do
    {
      const char *begin = reader.at;
      g_autofree char *found = read_name (&reader);

      if (found == NULL)
        return g_strdup (json);
      if (g_str_equal (found, name))
        continue;
      if (kept->len > 1)
        g_string_append_c (kept, ',');
      g_string_append_len (kept, begin, reader.at - begin);
    }
  while (take (&reader, ','));
  g_string_append_c (kept, ']');
  return kept->len > 2 ? g_string_free_and_steal (g_steal_pointer (&kept)) : NULL;
}
