/* clipboard.c - holds a text on the clipboard of the display until it is killed: clipboard TEXT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gtk/gtk.h>

int
main (int    argc,
      char **argv)
{
  if (argc != 2)
    return 2;
  gtk_init ();
  gdk_clipboard_set_text (gdk_display_get_clipboard (gdk_display_get_default ()), argv[1]);
  g_print ("ready\n");
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}
