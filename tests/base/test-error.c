/* test-error.c - what is left of a message where there is little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/segue-error.h"

static void
test_sentence (void)
{
  static const char *const cases[][2] = {
    { "/home/me/segue.db: the disk is full. Nothing was changed.", "The disk is full. Nothing was changed." },
    { "/홈/segue.db: 디스크에 남은 공간이 없습니다.", "디스크에 남은 공간이 없습니다." },
    { "“Sabbatical”: this is too long.", "“Sabbatical”: this is too long." },
    { "/home/me", "/home/me" },
    { "/home/me: ", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = segue_error_dup_sentence (cases[i][0]);

      g_assert_cmpstr (sentence, ==, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/sentence", test_sentence);
  return g_test_run ();
}
