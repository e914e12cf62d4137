/* segue-clip.h - steps and goals on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "core/segue-plan.h"

G_BEGIN_DECLS

gboolean    segue_clip_copy      (GtkWidget *widget, SeguePlan *plan, const char *const *ids);
GMenuModel *segue_clip_goal_menu (const char *goal_id);

G_END_DECLS
