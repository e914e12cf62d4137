/* segue-route-list.h - the routes of a goal in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ui/editor/segue-draft.h"

G_BEGIN_DECLS

/**
 * SegueRouteList:
 *
 * One entry a route. They are ranked by dragging, by Alt with the arrow keys
 * and from a menu; closed by hand and removed from the menu.
 */
#define SEGUE_TYPE_ROUTE_LIST (segue_route_list_get_type ())
G_DECLARE_FINAL_TYPE (SegueRouteList, segue_route_list, SEGUE, ROUTE_LIST, GObject)

SegueRouteList *segue_route_list_new   (AdwPreferencesGroup *group, SeguePlan *plan, const char *goal_id);
void            segue_route_list_add   (SegueRouteList *self);
gboolean        segue_route_list_store (SegueRouteList *self, SegueDraft *draft, GError **error);

G_END_DECLS
