/* segue-particle.c - Korean particles that fit the word before them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A Korean particle depends on the sound in which the word before it ends:
 *
 *   ends in        을/를   이/가   은/는   과/와   으로/로
 *   a consonant    을      이      은      과      으로
 *   ㄹ             을      이      은      과      로
 *   a vowel        를      가      는      와      로
 *
 * A translation that puts a particle behind a placeholder writes both forms,
 * as "%s{을/를}", the one after a consonant first, and the finished sentence
 * is resolved here. Closing quotes, brackets and the invisible marks around a
 * word written from right to left are not heard.
 */
#include "core/segue-particle.h"

#include <string.h>

typedef enum
{
  ENDS_IN_VOWEL,
  ENDS_IN_L, /* ㄹ */
  ENDS_IN_CONSONANT,
} Ending;

#define FIRST_SYLLABLE 0xac00 /* 가 */
#define LAST_SYLLABLE  0xd7a3 /* 힣 */
#define N_FINALS       28     /* a syllable's final, none among them */
#define FINAL_L        8

/* 영 일 이 삼 사 오 육 칠 팔 구; a 0 behind other digits is read 십, 백, 천 or 만, which end alike. */
static Ending
hear_digit (gunichar c)
{
  static const Ending endings[] = {
    ENDS_IN_CONSONANT, ENDS_IN_L, ENDS_IN_VOWEL, ENDS_IN_CONSONANT, ENDS_IN_VOWEL,
    ENDS_IN_VOWEL, ENDS_IN_CONSONANT, ENDS_IN_L, ENDS_IN_L, ENDS_IN_VOWEL,
  };

  return endings[c - '0'];
}

/* A letter read by its name: 엘, 엠, 엔, 알; all others end in a vowel. */
static Ending
hear_letter (gunichar c)
{
  if (c == 'L' || c == 'R')
    return ENDS_IN_L;
  return c == 'M' || c == 'N' ? ENDS_IN_CONSONANT : ENDS_IN_VOWEL;
}

/* A word in Latin letters, as it is usually written down in Korean: 메일, 팀, 북, 리스트. */
static Ending
hear_latin (gunichar c,
            gunichar before)
{
  gboolean after_vowel = before != 0 && strchr ("aeiou", (char) before) != NULL;

  if (g_unichar_isupper (c))
    return hear_letter (c);
  if (c == 'l')
    return ENDS_IN_L;
  if (c == 'm' || c == 'n' || (c == 'g' && before == 'n'))
    return ENDS_IN_CONSONANT;
  return (c == 'k' || c == 'p' || c == 't' || c == 'c') && after_vowel ? ENDS_IN_CONSONANT : ENDS_IN_VOWEL;
}

static gboolean
is_silent (gunichar c)
{
  return g_unichar_isspace (c) || c == '"' || c == '\'' || c == ')' || c == ']' || c == '.' ||
         g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION;
}

static Ending
hear_end (const char *begin,
          const char *end)
{
  gunichar c = 0, before = 0;

  while (end > begin)
    {
      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (!is_silent (c))
        break;
    }
  if (end > begin)
    before = g_utf8_get_char (g_utf8_prev_char (end));
  if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE)
    {
      gunichar final = (c - FIRST_SYLLABLE) % N_FINALS;

      return final == 0 ? ENDS_IN_VOWEL : final == FINAL_L ? ENDS_IN_L : ENDS_IN_CONSONANT;
    }
  if (c >= '0' && c <= '9')
    return hear_digit (c);
  return c < 128 && g_ascii_isalpha ((char) c) ? hear_latin (c, before < 128 ? before : 0) : ENDS_IN_VOWEL;
}

static gboolean
is_particle (const char *text,
             gsize       length)
{
  static const char *const first_forms[] = { "을", "이", "은", "과", "으로", "이나", "이며", "아" };

  for (guint i = 0; i < G_N_ELEMENTS (first_forms); i++)
    {
      if (length == strlen (first_forms[i]) && memcmp (text, first_forms[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_particle_resolve:
 * @sentence: (transfer full): a finished sentence
 *
 * Returns: (transfer full): the sentence with every "{을/를}" and the like
 *   replaced by the form that fits; a sentence without any is returned as it is
 */
char *
segue_particle_resolve (char *sentence)
{
  g_autofree char *original = sentence;
  g_autoptr (GString) resolved = NULL;
  const char *rest = sentence;

  g_return_val_if_fail (sentence != NULL, NULL);

  if (strchr (sentence, '{') == NULL)
    return g_steal_pointer (&original);
  resolved = g_string_new (NULL);
  for (const char *open = strchr (rest, '{'); open; open = strchr (open, '{'))
    {
      const char *slash = strchr (open, '/');
      const char *close = slash ? strchr (slash, '}') : NULL;
      Ending ending;
      gboolean first;

      open++;
      if (close == NULL || !is_particle (open, (gsize) (slash - open)))
        continue;
      g_string_append_len (resolved, rest, open - 1 - rest);
      ending = hear_end (resolved->str, resolved->str + resolved->len);
      first = ending == ENDS_IN_CONSONANT || (ending == ENDS_IN_L && !g_str_has_prefix (open, "으로"));
      g_string_append_len (resolved, first ? open : slash + 1, first ? slash - open : close - slash - 1);
      rest = open = close + 1;
    }
  g_string_append (resolved, rest);
  return g_string_free_and_steal (g_steal_pointer (&resolved));
}
