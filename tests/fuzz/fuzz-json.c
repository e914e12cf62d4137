/* fuzz-json.c - any bytes as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read can be written and read again as the same plan; what is refused
 * is refused with a sentence in which the file has its name.
 */
#include <string.h>

#include "exchange/segue-json-reader.h"
#include "exchange/segue-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

static void
check_again (SeguePlan *plan)
{
  g_autofree char *text = segue_json_write_plan (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) again = segue_json_read_plan (text, strlen (text), "again", &error);
  g_autofree char *twice = NULL;

  if (again == NULL)
    g_error ("%s\n%s", error->message, text);
  twice = segue_json_write_plan (again);
  if (strcmp (text, twice) != 0)
    g_error ("differs:\n%s\n%s", text, twice);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         n_bytes)
{
  g_autofree char *text = g_strndup ((const char *) bytes, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeguePlan) plan = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  /* Not what ends at the first NUL, but all of it. */
  memcpy (text, bytes, n_bytes);
  plan = segue_json_read_plan (text, n_bytes, "input", &error);
  problems = segue_json_find_problems (text, n_bytes, "input");
  if (plan != NULL)
    check_again (plan);
  else if (!g_str_has_prefix (error->message, "input") || problems->len == 0 || strchr (error->message, '\n'))
    g_error ("“%s”", error->message);
  return 0;
}
