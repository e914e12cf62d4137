/* segue-shortage-view.h - hours that are needed beside hours that there are, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/segue-layout.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_SHORTAGE_VIEW (segue_shortage_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueShortageView, segue_shortage_view, SEGUE, SHORTAGE_VIEW, GtkWidget)

GtkWidget *segue_shortage_view_new (SegueLayout *layout, const SegueConflict *conflict, const gint64 *shares);

G_END_DECLS
