/* segue-timeline-node.c - a mark for those who do not see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain object that implements GtkAccessible. The rows answer with the
 * first one; who is next is kept by GTK's context, once it has a parent. It is
 * told by gtk_accessible_set_accessible_parent() each time, because
 * gtk_accessible_update_next_accessible_sibling() of GTK 4.18 gives up a
 * reference of the parent that it does not have.
 */
#include "ui/timeline/segue-timeline-node.h"

#include <math.h>

struct _SegueTimelineNode
{
  GObject parent_instance;

  GtkWidget *rows; /* NULL after it left the tree */
  SegueTimelineNode *next;
  GtkATContext *context;
  GtkAccessibleRole role;
  char *id;
  char *name;
  gboolean selected;
  gboolean told; /* whether the tree knows if it is selected */
  graphene_rect_t bounds;
};

enum
{
  PROP_0,
  PROP_ACCESSIBLE_ROLE,
};

static void segue_timeline_node_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueTimelineNode, segue_timeline_node, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, segue_timeline_node_accessible_init))

static GtkATContext *
segue_timeline_node_get_at_context (GtkAccessible *accessible)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (accessible);

  if (self->context == NULL && self->rows != NULL)
    self->context = gtk_at_context_create (self->role, accessible, gtk_widget_get_display (self->rows));

  return self->context != NULL ? g_object_ref (self->context) : NULL;
}

static gboolean
segue_timeline_node_get_platform_state (GtkAccessible *accessible, GtkAccessiblePlatformState state)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return TRUE;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->selected && self->rows != NULL && gtk_widget_has_focus (self->rows);
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
segue_timeline_node_get_accessible_parent (GtkAccessible *accessible)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (accessible);

  return self->rows != NULL ? GTK_ACCESSIBLE (g_object_ref (self->rows)) : NULL;
}

static GtkAccessible *
segue_timeline_node_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
segue_timeline_node_get_next_accessible_sibling (GtkAccessible *accessible)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (accessible);

  return self->next != NULL ? GTK_ACCESSIBLE (g_object_ref (self->next)) : NULL;
}

static gboolean
segue_timeline_node_get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (accessible);

  *x = (int) floorf (self->bounds.origin.x);
  *y = (int) floorf (self->bounds.origin.y);
  *width = (int) ceilf (self->bounds.size.width);
  *height = (int) ceilf (self->bounds.size.height);

  return TRUE;
}

static void
segue_timeline_node_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = segue_timeline_node_get_at_context;
  iface->get_platform_state = segue_timeline_node_get_platform_state;
  iface->get_accessible_parent = segue_timeline_node_get_accessible_parent;
  iface->get_first_accessible_child = segue_timeline_node_get_first_accessible_child;
  iface->get_next_accessible_sibling = segue_timeline_node_get_next_accessible_sibling;
  iface->get_bounds = segue_timeline_node_get_bounds;
}

/* The context still asks for the role while it goes. */
static void
segue_timeline_node_dispose (GObject *object)
{
  g_clear_object (&SEGUE_TIMELINE_NODE (object)->context);

  G_OBJECT_CLASS (segue_timeline_node_parent_class)->dispose (object);
}

static void
segue_timeline_node_finalize (GObject *object)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (segue_timeline_node_parent_class)->finalize (object);
}

static void
segue_timeline_node_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (object);

  if (prop_id == PROP_ACCESSIBLE_ROLE)
    g_value_set_enum (value, self->role);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_timeline_node_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueTimelineNode *self = SEGUE_TIMELINE_NODE (object);

  if (prop_id == PROP_ACCESSIBLE_ROLE)
    self->role = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_timeline_node_class_init (SegueTimelineNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = segue_timeline_node_dispose;
  object_class->finalize = segue_timeline_node_finalize;
  object_class->get_property = segue_timeline_node_get_property;
  object_class->set_property = segue_timeline_node_set_property;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
segue_timeline_node_init (SegueTimelineNode *self)
{
  self->role = GTK_ACCESSIBLE_ROLE_LIST_ITEM;
}

/**
 * segue_timeline_node_new:
 * @rows: the widget that draws the mark
 * @id: of the step or route
 *
 * Returns: (transfer full): a node under @rows
 */
SegueTimelineNode *
segue_timeline_node_new (GtkWidget *rows, const char *id)
{
  SegueTimelineNode *self = g_object_new (SEGUE_TYPE_TIMELINE_NODE, NULL);

  self->rows = rows;
  self->id = g_strdup (id);
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE (rows), NULL);

  return self;
}

const char *
segue_timeline_node_get_id (SegueTimelineNode *self)
{
  return self->id;
}

const char *
segue_timeline_node_get_name (SegueTimelineNode *self)
{
  return self->name;
}

void
segue_timeline_node_set_name (SegueTimelineNode *self, const char *name)
{
  if (g_set_str (&self->name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
segue_timeline_node_get_selected (SegueTimelineNode *self)
{
  return self->selected;
}

void
segue_timeline_node_set_selected (SegueTimelineNode *self, gboolean selected)
{
  if (self->selected == selected && self->told)
    return;

  self->selected = selected;
  self->told = TRUE;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * segue_timeline_node_set_bounds:
 * @bounds: in the pixels of the rows
 */
void
segue_timeline_node_set_bounds (SegueTimelineNode *self, const graphene_rect_t *bounds)
{
  self->bounds = *bounds;
}

/**
 * segue_timeline_node_set_next:
 * @next: (nullable): the node that follows; it is not kept alive
 */
void
segue_timeline_node_set_next (SegueTimelineNode *self, SegueTimelineNode *next)
{
  self->next = next;
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE (self->rows),
                                        next != NULL ? GTK_ACCESSIBLE (next) : NULL);
}

/**
 * segue_timeline_node_detach:
 *
 * Takes the node out of the tree; whoever still holds it finds it empty.
 */
void
segue_timeline_node_detach (SegueTimelineNode *self)
{
  self->next = NULL;
  self->rows = NULL;
  gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (self), NULL, NULL);
}
