/* segue-later.c - the place of a view that is made when it is first seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nobody waits for the first frame of a window on account of what is not in
 * it. A view that lies on another page or behind an edge stands in the template
 * as the name of its type, whose class is not set up before either; the widget
 * is made just before it is mapped, or when it is asked for. It follows the
 * session and the viewport of its place if it has such properties.
 */
#include "ui/common/segue-later.h"

struct _SegueLater
{
  SegueView parent_instance;

  char *child_type;
};

enum
{
  PROP_0,
  PROP_CHILD_TYPE,
  N_PROPS,
};

enum
{
  SIGNAL_MADE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueLater, segue_later, SEGUE_TYPE_VIEW)

static void
follow (SegueLater *self, GtkWidget *child, const char *property)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (child), property) != NULL)
    g_object_bind_property (self, property, child, property, G_BINDING_SYNC_CREATE);
}

static void
segue_later_map (GtkWidget *widget)
{
  segue_later_make (SEGUE_LATER (widget));
  GTK_WIDGET_CLASS (segue_later_parent_class)->map (widget);
}

static gboolean
segue_later_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (segue_later_make (SEGUE_LATER (widget)));
}

static void
segue_later_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD_TYPE)
    g_value_set_string (value, SEGUE_LATER (object)->child_type);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_later_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHILD_TYPE)
    SEGUE_LATER (object)->child_type = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_later_finalize (GObject *object)
{
  g_free (SEGUE_LATER (object)->child_type);

  G_OBJECT_CLASS (segue_later_parent_class)->finalize (object);
}

static void
segue_later_class_init (SegueLaterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_later_get_property;
  object_class->set_property = segue_later_set_property;
  object_class->finalize = segue_later_finalize;
  widget_class->map = segue_later_map;
  widget_class->grab_focus = segue_later_grab_focus;

  /**
   * SegueLater:child-type:
   *
   * The name of a registered type of widgets.
   */
  properties[PROP_CHILD_TYPE] =
    g_param_spec_string ("child-type", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SegueLater::made:
   * @self: the place
   * @child: what has just been made for it
   *
   * The child has its session and its viewport and is not yet in its place.
   */
  signals[SIGNAL_MADE] =
    g_signal_new ("made", SEGUE_TYPE_LATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
segue_later_init (SegueLater *self)
{
}

/**
 * segue_later_make:
 * @self: a place
 *
 * Returns: (transfer none): what stands there, made now if need be
 */
GtkWidget *
segue_later_make (SegueLater *self)
{
  GtkWidget *child;

  g_return_val_if_fail (SEGUE_IS_LATER (self), NULL);

  child = adw_bin_get_child (ADW_BIN (self));
  if (child != NULL)
    return child;

  child = g_object_new (g_type_from_name (self->child_type), NULL);
  follow (self, child, "viewport");
  follow (self, child, "session");
  g_signal_emit (self, signals[SIGNAL_MADE], 0, child);
  adw_bin_set_child (ADW_BIN (self), child);

  return child;
}
