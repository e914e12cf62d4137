/* segue-gap-view.h - the gap between two days, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_GAP_VIEW (segue_gap_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueGapView, segue_gap_view, SEGUE, GAP_VIEW, GtkWidget)

GtkWidget *segue_gap_view_new (SegueDay latest,
                               SegueDay earliest);

G_END_DECLS
