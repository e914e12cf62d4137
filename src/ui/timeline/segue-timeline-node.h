/* segue-timeline-node.h - a mark for those who do not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SegueTimelineNode:
 *
 * Stands in the accessible tree for a mark that a lane only draws: with a
 * role, a name, whether it is selected, and where it is.
 */
#define SEGUE_TYPE_TIMELINE_NODE (segue_timeline_node_get_type ())
G_DECLARE_FINAL_TYPE (SegueTimelineNode, segue_timeline_node, SEGUE, TIMELINE_NODE, GObject)

SegueTimelineNode *segue_timeline_node_new          (GtkWidget *rows, const char *id);
const char        *segue_timeline_node_get_id       (SegueTimelineNode *self);
const char        *segue_timeline_node_get_name     (SegueTimelineNode *self);
void               segue_timeline_node_set_name     (SegueTimelineNode *self, const char *name);
gboolean           segue_timeline_node_get_selected (SegueTimelineNode *self);
void               segue_timeline_node_set_selected (SegueTimelineNode *self, gboolean selected);
void               segue_timeline_node_set_bounds   (SegueTimelineNode *self, const graphene_rect_t *bounds);
void               segue_timeline_node_set_next     (SegueTimelineNode *self, SegueTimelineNode *next);
void               segue_timeline_node_detach       (SegueTimelineNode *self);

G_END_DECLS
