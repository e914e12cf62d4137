/* print-plans.c - random plans as documents, a NUL behind each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>

#include "exchange/segue-json-writer.h"
#include "support/random-plan.h"

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1;
  g_autoptr (GRand) rand = g_rand_new_with_seed (argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : 1);

  for (guint i = 0; i < n; ++i)
    {
      g_autoptr (SeguePlan) plan = make_random_plan (rand, 1 + i % 60);
      g_autofree char *text = segue_json_write_plan (plan);

      fputs (text, stdout);
      putchar ('\0');
    }
  return 0;
}
