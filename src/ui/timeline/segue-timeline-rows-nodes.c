/* segue-timeline-rows-nodes.c - the accessible nodes of the rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/timeline/segue-timeline-node.h"
#include "ui/timeline/segue-timeline-rows-private.h"

/* Takes the node of @id out of @nodes, or makes one. */
static SegueTimelineNode *
take_node (SegueTimelineRows *self, GPtrArray *nodes, const char *id)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (segue_timeline_node_get_id (g_ptr_array_index (nodes, i)), id))
      return g_ptr_array_steal_index_fast (nodes, i);

  return segue_timeline_node_new (GTK_WIDGET (self), id);
}

static char *
add_slip (const char *name, int slip)
{
  if (slip > 0)
    /* Translators: what a step is and where it lies; how far it has slipped */
    return g_strdup_printf (ngettext ("%1$s, %2$'d day later than in the baseline",
                                      "%1$s, %2$'d days later than in the baseline", slip), name, slip);

  /* Translators: what a step is and where it lies; how much earlier it has become */
  return g_strdup_printf (ngettext ("%1$s, %2$'d day earlier than in the baseline",
                                    "%1$s, %2$'d days earlier than in the baseline", -slip), name, -slip);
}

/* "Statement of purpose, 3 to 20 February 2023, 12 days slack, needed for Apply for fall 2023" */
static char *
make_name (SegueTimelineRows *self, const SegueTimelineMark *mark)
{
  SegueLayout *layout = segue_timeline_stage_get_scene (self->stage)->layout;
  g_autofree char *name = NULL;
  g_autofree char *slipped = NULL;
  g_autofree char *needed = NULL;

  if (mark->step < 0)
    return g_strdup (mark->label);

  name = segue_text_step_name (layout, mark->step);
  slipped = mark->slip != 0 ? add_slip (name, mark->slip) : g_steal_pointer (&name);
  needed = !mark->ghost && !mark->done ? segue_text_needed_for (layout, mark->step) : NULL;
  if (needed == NULL)
    return g_steal_pointer (&slipped);

  /* Translators: what a step is and where it lies; what it is needed for */
  return g_strdup_printf (C_("name of a bar", "%1$s, %2$s"), slipped, needed);
}

static void
add_node (SegueTimelineRows *self, GPtrArray *before, const SegueDayScale *scale, guint index)
{
  const SegueTimelineMark *mark = segue_timeline_lane_info_mark (segue_timeline_rows_get_info (self), index);
  SegueTimelineNode *node = take_node (self, before, mark->id);
  g_autofree char *name = make_name (self, mark);
  graphene_rect_t bounds;

  segue_timeline_rows_get_shape (self, scale, index, &bounds);
  segue_timeline_node_set_bounds (node, &bounds);
  segue_timeline_node_set_name (node, name);
  segue_timeline_node_set_selected (node, segue_timeline_stage_is_selected (self->stage, mark->id));
  g_ptr_array_add (self->nodes, node);
}

static void
add_row (SegueTimelineRows *self, GPtrArray *before, const SegueDayScale *scale, guint row)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  guint first, n;

  segue_lane_layout_find (self->layout, row, segue_day_scale_day (scale, scale->rtl ? scale->width : 0),
                          segue_day_scale_end (scale), &first, &n);

  /* The head of a route's row is always in sight. */
  if (first > 0 && n < segue_lane_layout_get_row (self->layout, row)->n)
    {
      guint head = segue_lane_layout_get_item (self->layout, row, 0);

      if (segue_timeline_lane_info_mark (info, head)->shape == SEGUE_MARK_ROUTE)
        add_node (self, before, scale, head);
    }

  for (guint place = first; place < first + n; place++)
    add_node (self, before, scale, segue_lane_layout_get_item (self->layout, row, place));
}

static void
update_active (SegueTimelineRows *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SegueTimelineNode *node = g_ptr_array_index (self->nodes, i);

      if (g_strcmp0 (segue_timeline_stage_get_selection (self->stage), segue_timeline_node_get_id (node)) == 0)
        {
          gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                          GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, GTK_ACCESSIBLE (node), -1);
          return;
        }
    }

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

void
segue_timeline_rows_drop_nodes (SegueTimelineRows *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    segue_timeline_node_detach (g_ptr_array_index (self->nodes, i));
  g_ptr_array_set_size (self->nodes, 0);
}

/* Makes the nodes those of the marks in sight; who stays keeps its node. */
void
segue_timeline_rows_sync_nodes (SegueTimelineRows *self)
{
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  SegueDayScale scale;
  guint first, last;

  if (segue_timeline_rows_get_info (self) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  g_ptr_array_extend_and_steal (before, g_steal_pointer (&self->nodes));
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);

  segue_timeline_rows_ensure (self);
  scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self));
  segue_timeline_rows_get_sight (self, &first, &last);
  for (guint row = first; row < last; row++)
    add_row (self, before, &scale, row);

  for (guint i = 0; i < before->len; i++)
    segue_timeline_node_detach (g_ptr_array_index (before, i));
  for (guint i = 0; i < self->nodes->len; i++)
    segue_timeline_node_set_next (g_ptr_array_index (self->nodes, i),
                                  i + 1 < self->nodes->len ? g_ptr_array_index (self->nodes, i + 1) : NULL);
  update_active (self);
}
