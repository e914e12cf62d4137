/* segue-timeline-strip.c - a strip below the lanes, on the same axis of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-strip.h"

#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-paint.h"

/* Pixels around the chart and its title. */
#define PADDING 8
#define LEAD 14
#define TITLE_LINES 3

typedef struct
{
  SegueTimelineStage *stage;
  PangoLayout *title; /* made when first needed */
} SegueTimelineStripPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SegueTimelineStrip, segue_timeline_strip, GTK_TYPE_WIDGET)

static SegueTimelineStripPrivate *
get_private (SegueTimelineStrip *self)
{
  return segue_timeline_strip_get_instance_private (self);
}

static PangoLayout *
get_title (SegueTimelineStrip *self)
{
  SegueTimelineStripPrivate *priv = get_private (self);
  PangoAttrList *attributes;
  g_autofree char *text = NULL;

  if (priv->title != NULL)
    return priv->title;

  text = SEGUE_TIMELINE_STRIP_GET_CLASS (self)->dup_title (self);
  priv->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (SEGUE_UI_CAPTION_SCALE));
  segue_ui_add_kept_words (attributes, text);
  pango_layout_set_attributes (priv->title, attributes);
  pango_attr_list_unref (attributes);

  return priv->title;
}

static void
drop_title (SegueTimelineStrip *self)
{
  g_clear_object (&get_private (self)->title);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Today runs through all strips, but not through the words of a title. */
static void
draw_today (SegueTimelineStrip *self, GtkSnapshot *snapshot, const SegueDayScale *scale, int text_width, double below)
{
  SegueTimelineStage *stage = get_private (self)->stage;
  SegueDay today = segue_timeline_stage_get_today (stage);
  double lead = (today - scale->origin) * scale->scale;
  double top = lead < text_width + LEAD + 6 ? below : 0;
  GdkRGBA color;

  segue_goal_palette_get_color (segue_timeline_stage_get_palette (stage), SEGUE_COLOR_NOW, &color);
  segue_timeline_paint_today (snapshot, &color, scale, today, top, gtk_widget_get_height (GTK_WIDGET (self)) - top);
}

static void
draw_title (SegueTimelineStrip *self, GtkSnapshot *snapshot, gboolean rtl, int text_width)
{
  PangoRectangle text;
  float x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - LEAD - text_width : LEAD;
  GdkRGBA dim;

  /* Mirrored, the words stand at the other end of the layout. */
  pango_layout_get_pixel_extents (get_private (self)->title, NULL, &text);
  segue_goal_palette_get_color (segue_timeline_stage_get_palette (get_private (self)->stage), SEGUE_COLOR_DIM, &dim);
  segue_ui_append_layout (snapshot, get_private (self)->title, x - text.x, PADDING - 2, &dim);
}

/* A title that is wider than the strip goes on below, and only then ends in an
 * ellipsis; its name does not. */
static void
fit_title (SegueTimelineStrip *self, int strip_width, int *width, int *height)
{
  PangoLayout *title = get_title (self);
  int room = MAX (strip_width - 2 * LEAD, 1);

  /* A width that it does not fill would align it to either side. */
  pango_layout_set_width (title, -1);
  pango_layout_get_pixel_size (title, width, height);
  if (*width <= room)
    return;
  pango_layout_set_wrap (title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (title, -TITLE_LINES);
  pango_layout_set_width (title, room * PANGO_SCALE);
  pango_layout_get_pixel_size (title, width, height);
}

static void
segue_timeline_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineStrip *self = SEGUE_TIMELINE_STRIP (widget);
  SegueTimelineStage *stage = get_private (self)->stage;
  SegueDayScale scale;
  int width, text_height;
  double top;

  if (stage == NULL || segue_timeline_stage_get_scene (stage) == NULL)
    return;

  scale = segue_timeline_stage_get_scale_for (stage, widget);
  fit_title (self, gtk_widget_get_width (widget), &width, &text_height);
  top = PADDING + text_height;
  SEGUE_TIMELINE_STRIP_GET_CLASS (self)->draw (self, snapshot, &scale, top,
                                               gtk_widget_get_height (widget) - PADDING - top);
  draw_today (self, snapshot, &scale, width, top);
  draw_title (self, snapshot, scale.rtl, width);
}

static GtkSizeRequestMode
segue_timeline_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
segue_timeline_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  SegueTimelineStrip *self = SEGUE_TIMELINE_STRIP (widget);
  int width, height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || get_private (self)->stage == NULL)
    return;

  fit_title (self, for_size >= 0 ? for_size : G_MAXINT16, &width, &height);
  *minimum = *natural = height + SEGUE_TIMELINE_STRIP_GET_CLASS (self)->get_height (self) + 2 * PADDING;
}

static gboolean
segue_timeline_strip_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SegueTimelineStrip *self = SEGUE_TIMELINE_STRIP (widget);
  SegueTimelineStage *stage = get_private (self)->stage;
  g_autofree char *text = NULL;
  SegueDayScale scale;

  if (keyboard || stage == NULL || segue_timeline_stage_get_scene (stage) == NULL)
    return FALSE;

  scale = segue_timeline_stage_get_scale_for (stage, widget);
  text = SEGUE_TIMELINE_STRIP_GET_CLASS (self)->dup_tooltip (self, &scale, x);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
segue_timeline_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (segue_timeline_strip_parent_class)->css_changed (widget, change);
  drop_title (SEGUE_TIMELINE_STRIP (widget));
}

static void
segue_timeline_strip_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (segue_timeline_strip_parent_class)->system_setting_changed (widget, setting);
  drop_title (SEGUE_TIMELINE_STRIP (widget));
}

static void
segue_timeline_strip_dispose (GObject *object)
{
  SegueTimelineStripPrivate *priv = get_private (SEGUE_TIMELINE_STRIP (object));

  g_clear_object (&priv->title);
  g_clear_object (&priv->stage);

  G_OBJECT_CLASS (segue_timeline_strip_parent_class)->dispose (object);
}

static void
segue_timeline_strip_class_init (SegueTimelineStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_timeline_strip_dispose;
  widget_class->snapshot = segue_timeline_strip_snapshot;
  widget_class->get_request_mode = segue_timeline_strip_get_request_mode;
  widget_class->measure = segue_timeline_strip_measure;
  widget_class->query_tooltip = segue_timeline_strip_query_tooltip;
  widget_class->css_changed = segue_timeline_strip_css_changed;
  widget_class->system_setting_changed = segue_timeline_strip_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timelinestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_timeline_strip_init (SegueTimelineStrip *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * segue_timeline_strip_get_stage:
 *
 * Returns: (transfer none) (nullable): scene, scale, selection and colours;
 *   NULL before the strip is bound
 */
SegueTimelineStage *
segue_timeline_strip_get_stage (SegueTimelineStrip *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_STRIP (self), NULL);

  return get_private (self)->stage;
}

/**
 * segue_timeline_strip_refresh:
 *
 * Tells that title, height or chart have become others.
 */
void
segue_timeline_strip_refresh (SegueTimelineStrip *self)
{
  SegueTimelineStripClass *klass;
  g_autofree char *name = NULL;

  g_return_if_fail (SEGUE_IS_TIMELINE_STRIP (self));

  klass = SEGUE_TIMELINE_STRIP_GET_CLASS (self);
  if (klass->scene_changed != NULL)
    klass->scene_changed (self);
  name = klass->dup_title (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), klass->get_height (self) > 0);
  drop_title (self);
}

/**
 * segue_timeline_strip_bind:
 * @stage: of the view it belongs to
 *
 * Called by the view, once.
 */
void
segue_timeline_strip_bind (SegueTimelineStrip *self, SegueTimelineStage *stage)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_STRIP (self));
  g_return_if_fail (get_private (self)->stage == NULL);

  get_private (self)->stage = g_object_ref (stage);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "state-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (segue_timeline_strip_refresh), self, G_CONNECT_SWAPPED);
  segue_timeline_strip_refresh (self);
}
