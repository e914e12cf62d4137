/* segue-timeline-view.c - all goals on one axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-view.h"

struct _SegueTimelineView
{
  GtkWidget parent_instance;

  SegueSession *session;
  SegueViewport *viewport;

  GtkScrolledWindow *scroller;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VIEWPORT,
  N_PROPS,
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueTimelineView, segue_timeline_view, GTK_TYPE_WIDGET)

static void
segue_timeline_view_dispose (GObject *object)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (segue_timeline_view_parent_class)->dispose (object);
}

static void
segue_timeline_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (object);

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
segue_timeline_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueTimelineView *self = SEGUE_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      segue_timeline_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_VIEWPORT:
      segue_timeline_view_set_viewport (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_timeline_view_class_init (SegueTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_timeline_view_dispose;
  object_class->get_property = segue_timeline_view_get_property;
  object_class->set_property = segue_timeline_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEWPORT] =
    g_param_spec_object ("viewport", NULL, NULL, SEGUE_TYPE_VIEWPORT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", SEGUE_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, SEGUE_TYPE_CHANGE_SET);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", SEGUE_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", SEGUE_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "timelineview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/timeline/segue-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineView, scroller);
}

static void
segue_timeline_view_init (SegueTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
segue_timeline_view_new (SegueSession *session, SegueViewport *viewport)
{
  return g_object_new (SEGUE_TYPE_TIMELINE_VIEW, "session", session, "viewport", viewport, NULL);
}

SegueSession *
segue_timeline_view_get_session (SegueTimelineView *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

void
segue_timeline_view_set_session (SegueTimelineView *self, SegueSession *session)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

SegueViewport *
segue_timeline_view_get_viewport (SegueTimelineView *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_VIEW (self), NULL);

  return self->viewport;
}

void
segue_timeline_view_set_viewport (SegueTimelineView *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));

  if (g_set_object (&self->viewport, viewport))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEWPORT]);
}

/**
 * segue_timeline_view_reveal:
 * @id: of a step, route or goal
 *
 * Scrolls so that @id can be seen.
 */
void
segue_timeline_view_reveal (SegueTimelineView *self, const char *id)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
  g_return_if_fail (id != NULL);
}

/**
 * segue_timeline_view_fit_plan:
 *
 * Zooms so that the whole plan can be seen.
 */
void
segue_timeline_view_fit_plan (SegueTimelineView *self)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
}

/**
 * segue_timeline_view_go_to_day:
 *
 * Scrolls so that @day lies a quarter of the way into the view.
 */
void
segue_timeline_view_go_to_day (SegueTimelineView *self, SegueDay day)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_VIEW (self));
}
