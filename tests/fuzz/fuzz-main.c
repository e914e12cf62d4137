/* fuzz-main.c - gives a fuzz target what random numbers and files hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without libFuzzer a target still has to build and to pass: over as many
 * random inputs as the first argument says, and over the files that follow.
 */
#include <glib.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize n_bytes);

static void
run_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint8 bytes[400];
  gsize n = (gsize) g_rand_int_range (random, 0, sizeof bytes);

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
  LLVMFuzzerTestOneInput (bytes, n);
}

static void
run_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n = 0;

  if (!g_file_get_contents (path, &bytes, &n, NULL))
    g_error ("%s cannot be read", path);
  LLVMFuzzerTestOneInput ((const guint8 *) bytes, n);
}

int
main (int    argc,
      char **argv)
{
  guint32 n = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 0;

  for (guint32 seed = 0; seed < n; seed++)
    run_random (seed);
  for (int i = 2; i < argc; i++)
    run_file (argv[i]);
  return EXIT_SUCCESS;
}
