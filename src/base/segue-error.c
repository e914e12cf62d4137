/* segue-error.c - the one error domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/segue-error.h"

#include <string.h>

G_DEFINE_QUARK (segue-error-quark, segue_error)

/**
 * segue_error_dup_sentence:
 * @message: a message of this domain
 *
 * Of what concerns a file the message begins with its whole path, which fills a
 * narrow window before the cause is told:
 *
 *   "/home/me/segue.db: the disk is full." ──► "The disk is full."
 *
 * Returns: (transfer full): the message without it
 */
char *
segue_error_dup_sentence (const char *message)
{
  const char *cause = message[0] == G_DIR_SEPARATOR ? strstr (message, ": ") : NULL;
  GString *sentence;

  if (cause == NULL)
    return g_strdup (message);
  cause += strlen (": ");
  sentence = g_string_new (NULL);
  g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (cause)));
  g_string_append (sentence, *cause ? g_utf8_next_char (cause) : "");
  return g_string_free_and_steal (sentence);
}
