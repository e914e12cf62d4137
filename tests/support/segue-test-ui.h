/* segue-test-ui.h - what the tests of widgets share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

gboolean      segue_test_begin_ui    (int        *argc,
                                      char     ***argv);
SegueSession *segue_test_open_sample (void);
GtkWidget    *segue_test_show        (GtkWidget  *view,
                                      int         width);
void          segue_test_settle      (GtkWidget  *view);
void          segue_test_close       (GtkWidget  *window,
                                      gpointer    view);
guint         segue_test_count_nodes (GskRenderNode *node);
void          segue_test_collect     (GtkWidget  *widget,
                                      GType       type,
                                      GPtrArray  *found);
GtkWidget    *segue_test_find_widget (GtkWidget  *from,
                                      GType       type);
GtkWidget    *segue_test_find_row    (GtkWidget  *widget,
                                      const char *title);
GtkWidget    *segue_test_get_row     (gpointer    dialog,
                                      const char *title);
void          segue_test_type        (gpointer    dialog,
                                      const char *title,
                                      const char *text);

G_END_DECLS
