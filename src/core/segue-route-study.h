/* segue-route-study.h - the routes of a goal, tried beside the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueRouteStudy:
 *
 * Lays the plan out once for each route of a goal, as if that were the only
 * one, draws the chance of each, and asks what a no to the route that is taken would mean; all of it in
 * threads, and anew whenever the plan is laid out anew. What was found before
 * is dropped at once. "changed" tells that something was found or dropped.
 */
#define SEGUE_TYPE_ROUTE_STUDY (segue_route_study_get_type ())
G_DECLARE_FINAL_TYPE (SegueRouteStudy, segue_route_study, SEGUE, ROUTE_STUDY, GObject)

SegueRouteStudy *segue_route_study_new          (SegueSession *session, const char *goal_id);
SegueLayout     *segue_route_study_get_layout   (SegueRouteStudy *self, const char *route_id); /* or NULL */
double           segue_route_study_get_chance   (SegueRouteStudy *self, const char *route_id); /* or -1 */
const char      *segue_route_study_get_answer   (SegueRouteStudy *self, gboolean *in_time);    /* a sentence, or NULL */
gboolean         segue_route_study_is_running   (SegueRouteStudy *self);
double           segue_route_study_get_fraction (SegueRouteStudy *self); /* 0 to 1, of what was begun */

G_END_DECLS
