/* segue-json-text.c - JSON text put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/segue-json-text.h"

#include <string.h>

static gboolean
is_in_row (SegueJsonText *self)
{
  return (self->in_row & (G_GUINT64_CONSTANT (1) << self->depth)) != 0;
}

static void
break_line (SegueJsonText *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; ++i)
    g_string_append (self->text, "  ");
}

/* What stands before an entry: nothing after a key, else comma and place. */
static void
begin_entry (SegueJsonText *self)
{
  if (self->has_key)
    {
      self->has_key = FALSE;
      return;
    }
  if (self->follows)
    g_string_append (self->text, is_in_row (self) ? ", " : ",");
  if (self->depth > 0 && !is_in_row (self))
    break_line (self);
}

static void
begin_container (SegueJsonText   *self,
                 char             bracket,
                 SegueJsonLayout  layout)
{
  begin_entry (self);
  g_string_append_c (self->text, bracket);
  ++self->depth;
  g_assert (self->depth < 64);
  self->in_row &= ~(G_GUINT64_CONSTANT (1) << self->depth);
  if (layout == SEGUE_JSON_ROW)
    self->in_row |= G_GUINT64_CONSTANT (1) << self->depth;
  self->follows = FALSE;
}

static void
end_container (SegueJsonText *self,
               char           bracket)
{
  gboolean in_row = is_in_row (self);

  g_assert (self->depth > 0 && !self->has_key);
  --self->depth;
  if (!in_row && self->follows)
    break_line (self);
  g_string_append_c (self->text, bracket);
  self->follows = TRUE;
}

static void
append_escaped (GString    *text,
                const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p; ++p)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '\t')
        g_string_append (text, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

void
segue_json_text_init (SegueJsonText *self)
{
  *self = (SegueJsonText) { g_string_new (NULL) };
}

/* (transfer full): the text, with a line break at its end. */
char *
segue_json_text_end (SegueJsonText *self)
{
  g_assert (self->depth == 0 && !self->has_key);
  g_string_append_c (self->text, '\n');
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

void
segue_json_text_begin_object (SegueJsonText   *self,
                              SegueJsonLayout  layout)
{
  begin_container (self, '{', layout);
}

void
segue_json_text_end_object (SegueJsonText *self)
{
  end_container (self, '}');
}

void
segue_json_text_begin_array (SegueJsonText   *self,
                             SegueJsonLayout  layout)
{
  begin_container (self, '[', layout);
}

void
segue_json_text_end_array (SegueJsonText *self)
{
  end_container (self, ']');
}

void
segue_json_text_key (SegueJsonText *self,
                     const char    *key)
{
  begin_entry (self);
  append_escaped (self->text, key);
  g_string_append (self->text, ": ");
  self->has_key = TRUE;
}

void
segue_json_text_string (SegueJsonText *self,
                        const char    *value)
{
  if (value == NULL)
    {
      segue_json_text_null (self);
      return;
    }
  begin_entry (self);
  append_escaped (self->text, value);
  self->follows = TRUE;
}

void
segue_json_text_int (SegueJsonText *self,
                     gint64         value)
{
  begin_entry (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
  self->follows = TRUE;
}

/* The shortest text that reads back as the same number, in any locale. */
void
segue_json_text_double (SegueJsonText *self,
                        double         value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; ++digits)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  segue_json_text_raw (self, buffer, -1);
}

void
segue_json_text_bool (SegueJsonText *self,
                      gboolean       value)
{
  segue_json_text_raw (self, value ? "true" : "false", -1);
}

void
segue_json_text_null (SegueJsonText *self)
{
  segue_json_text_raw (self, "null", -1);
}

/* A day, or null for SEGUE_DAY_NONE. */
void
segue_json_text_day (SegueJsonText *self,
                     SegueDay       value)
{
  char buffer[SEGUE_DAY_TEXT_SIZE];

  if (value == SEGUE_DAY_NONE)
    segue_json_text_null (self);
  else
    segue_json_text_string (self, segue_day_format (value, buffer));
}

/* What is JSON already; @length -1: all of it. */
void
segue_json_text_raw (SegueJsonText *self,
                     const char    *json,
                     gssize         length)
{
  begin_entry (self);
  g_string_append_len (self->text, json, length);
  self->follows = TRUE;
}
