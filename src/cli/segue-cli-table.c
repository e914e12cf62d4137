/* segue-cli-table.c - text for people on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/segue-cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Columns that a text takes: Korean letters take two, combining marks none. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/**
 * segue_cli_tame:
 * @text: what may come from a plan or a file
 *
 * What a plan says must not steer the terminal, nor make two lines of one.
 *
 * Returns: (transfer full): the text in one line without control characters
 */
char *
segue_cli_tame (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r')
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c == '\t' || !g_unichar_iscntrl (c) ? c : 0xfffd);
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_style (void)
{
  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/* A part of a line for people, in the character set of the terminal. */
void
segue_cli_print (const char *text)
{
  g_autofree char *tamed = segue_cli_tame (text);

  g_print ("%s", tamed);
}

void
segue_cli_print_line (const char *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  segue_cli_print (text);
  g_print ("\n");
}

void
segue_cli_print_title (const char *text)
{
  if (has_style ())
    g_print ("\033[1m");
  segue_cli_print (text);
  g_print (has_style () ? "\033[0m\n" : "\n");
}

static void
print_row (GStrv       row,
           const guint *widths,
           const char  *indent)
{
  g_autoptr (GString) line = g_string_new (indent);

  for (guint i = 0; row[i]; ++i)
    {
      g_string_append (line, row[i]);
      for (guint n = measure (row[i]); row[i + 1] && n < widths[i] + 2; ++n)
        g_string_append_c (line, ' ');
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  segue_cli_print_line ("%s", line->str);
}

/**
 * segue_cli_print_table:
 * @rows: (element-type GStrv): rows of at most 8 cells
 * @indent: what stands before each row
 *
 * Prints the rows with their columns below each other.
 */
void
segue_cli_print_table (GPtrArray  *rows,
                       const char *indent)
{
  guint widths[8] = { 0 };

  for (guint i = 0; i < rows->len; ++i)
    for (guint j = 0; ((GStrv) rows->pdata[i])[j] && j < G_N_ELEMENTS (widths); ++j)
      widths[j] = MAX (widths[j], measure (((GStrv) rows->pdata[i])[j]));
  for (guint i = 0; i < rows->len; ++i)
    print_row (rows->pdata[i], widths, indent);
}

/**
 * segue_cli_add_row:
 * @rows: rows for segue_cli_print_table(), which frees them with g_strfreev()
 * @...: (transfer full): the cells, then %NULL
 */
void
segue_cli_add_row (GPtrArray *rows,
                   ...)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  va_list args;

  va_start (args, rows);
  for (char *cell = va_arg (args, char *); cell; cell = va_arg (args, char *))
    g_strv_builder_take (builder, cell);
  va_end (args);
  g_ptr_array_add (rows, g_strv_builder_unref_to_strv (builder));
}
