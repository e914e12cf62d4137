/* main.c - starts Segue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "app/segue-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SegueApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A full quota is an error to show, not a reason to die. */
  signal (SIGXFSZ, SIG_IGN);

  g_set_application_name (_("Segue"));
  application = segue_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
