/* segue-view.c - what shows a plan at a place in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-view.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VIEWPORT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE (SegueView, segue_view, ADW_TYPE_BIN)

static void
refresh (SegueView *self)
{
  self->stale = FALSE;
  SEGUE_VIEW_GET_CLASS (self)->refresh (self);
}

static void
layout_changed_cb (SegueView *self)
{
  if (self->session != NULL)
    SEGUE_VIEW_GET_CLASS (self)->layout_changed (self);

  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* What a view has no answer to. */
static void
ignore (SegueView *self)
{
}

static void
segue_view_map (GtkWidget *widget)
{
  SegueView *self = SEGUE_VIEW (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (segue_view_parent_class)->map (widget);
}

static void
segue_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueView *self = SEGUE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, self->viewport);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueView *self = SEGUE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      segue_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_VIEWPORT:
      segue_view_set_viewport (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_view_dispose (GObject *object)
{
  SegueView *self = SEGUE_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (segue_view_parent_class)->dispose (object);
}

static void
segue_view_class_init (SegueViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = segue_view_dispose;
  object_class->get_property = segue_view_get_property;
  object_class->set_property = segue_view_set_property;
  GTK_WIDGET_CLASS (klass)->map = segue_view_map;
  klass->session_changed = ignore;
  klass->layout_changed = ignore;
  klass->refresh = ignore;
  klass->viewport_changed = ignore;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEWPORT] =
    g_param_spec_object ("viewport", NULL, NULL, SEGUE_TYPE_VIEWPORT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
segue_view_init (SegueView *self)
{
  self->session_signals = g_signal_group_new (SEGUE_TYPE_SESSION);
  self->viewport_signals = g_signal_group_new (SEGUE_TYPE_VIEWPORT);
  segue_view_watch_session (self, "notify::layout", G_CALLBACK (layout_changed_cb));
}

SegueSession *
segue_view_get_session (SegueView *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEW (self), NULL);

  return self->session;
}

/**
 * segue_view_set_session:
 * @session: (nullable): whose plan is shown from now on
 */
void
segue_view_set_session (SegueView *self, SegueSession *session)
{
  g_return_if_fail (SEGUE_IS_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  SEGUE_VIEW_GET_CLASS (self)->session_changed (self);
  layout_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

SegueViewport *
segue_view_get_viewport (SegueView *self)
{
  g_return_val_if_fail (SEGUE_IS_VIEW (self), NULL);

  return self->viewport;
}

/**
 * segue_view_set_viewport:
 * @viewport: (nullable): where the person is looking from now on
 */
void
segue_view_set_viewport (SegueView *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_VIEW (self));

  if (!g_set_object (&self->viewport, viewport))
    return;

  g_signal_group_set_target (self->viewport_signals, viewport);
  SEGUE_VIEW_GET_CLASS (self)->viewport_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEWPORT]);
}

/**
 * segue_view_watch_session:
 * @signal: of a session, such as "notify::layout-complete"
 * @callback: is called with the view first, whichever session it has
 *
 * For the instance initialiser of a subclass, before there is a session.
 */
void
segue_view_watch_session (SegueView *self, const char *signal, GCallback callback)
{
  g_return_if_fail (SEGUE_IS_VIEW (self));

  g_signal_group_connect_swapped (self->session_signals, signal, callback, self);
}

/**
 * segue_view_watch_viewport:
 * @signal: of a viewport, such as "notify::day"
 * @callback: is called with the view first, whichever viewport it has
 *
 * For the instance initialiser of a subclass, before there is a viewport.
 */
void
segue_view_watch_viewport (SegueView *self, const char *signal, GCallback callback)
{
  g_return_if_fail (SEGUE_IS_VIEW (self));

  g_signal_group_connect_swapped (self->viewport_signals, signal, callback, self);
}
