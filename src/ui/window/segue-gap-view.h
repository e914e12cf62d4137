/* segue-gap-view.h - a chain of rules and the gap in it, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/segue-chain.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_GAP_VIEW (segue_gap_view_get_type ())
G_DECLARE_FINAL_TYPE (SegueGapView, segue_gap_view, SEGUE, GAP_VIEW, GtkWidget)

GtkWidget *segue_gap_view_new (const SegueChain *chain);

G_END_DECLS
