/* segue-route-row.h - one route and how it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_ROUTE_ROW (segue_route_row_get_type ())
G_DECLARE_FINAL_TYPE (SegueRouteRow, segue_route_row, SEGUE, ROUTE_ROW, AdwBin)

GtkWidget *segue_route_row_new  (void);
void       segue_route_row_show (SegueRouteRow *self,
                                 SegueSession  *session,
                                 const char    *route_id);

G_END_DECLS
