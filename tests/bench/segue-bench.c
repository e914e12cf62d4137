/* segue-bench.c - measures the engine and the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench/bench.h"

static const struct
{
  const char *name;
  const char *about;
  int (*run) (char **args);
} subcommands[] = {
  { "plan", "lay out one person's plan of --steps N", bench_plan },
  { "edit", "lay out such a plan again after an edit", bench_edit },
  { "conflict", "find and shrink a conflict in such a plan", bench_conflict },
  { "store", "open STEPS steps and store edits in FOLDER", bench_store },
  { "session", "edit such a plan as a window does and watch the main loop", bench_session },
  { "risk", "lay such a plan out for many draws of its estimates", bench_risk },
  { "psplib", "solve instances of PSPLIB and RCPSP/max", bench_psplib },
  { "sgs", "count the schedules generated a second", bench_sgs },
};

int
main (int    argc,
      char **argv)
{
  for (guint k = 0; argc > 1 && k < G_N_ELEMENTS (subcommands); k++)
    if (g_str_equal (argv[1], subcommands[k].name))
      {
        /* GLib's parser takes the first word for the program's name. */
        g_auto (GStrv) args = g_strdupv (argv + 1);

        return subcommands[k].run (args);
      }
  g_printerr ("Usage: segue-bench SUBCOMMAND …\n\n");
  for (guint k = 0; k < G_N_ELEMENTS (subcommands); k++)
    g_printerr ("  %-8s  %s\n", subcommands[k].name, subcommands[k].about);
  return 2;
}
