/* segue-timeline-lane.c - the card of one goal on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-lane.h"

#include <glib/gi18n-lib.h>

#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-paint.h"

struct _SegueTimelineLane
{
  GtkWidget parent_instance;

  SegueTimelineStage *stage;
  guint lane;

  GtkWidget *header; /* bound so that it is let go of */
  GtkImage *icon;
  GtkBox *words;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkToggleButton *fold;
  SegueTimelineRows *rows;
};

G_DEFINE_FINAL_TYPE (SegueTimelineLane, segue_timeline_lane, GTK_TYPE_WIDGET)

static const char *
get_icon (SegueTimelineScene *scene, const SegueTimelineLaneInfo *info)
{
  const SegueRecord *record;

  if (info->goal < 0)
    return "segue-goal-custom-symbolic";

  record = segue_layout_get_goal (scene->layout, info->goal);

  return segue_goal_style_get_icon ((SegueGoalKind) segue_record_get_int (record, SEGUE_GOAL_KIND));
}

static void
update_fold (SegueTimelineLane *self)
{
  gboolean collapsed = gtk_toggle_button_get_active (self->fold);
  const char *name = collapsed ? _("Show the steps one by one") : _("Show the steps on one line");

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fold), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  segue_timeline_rows_set_collapsed (self->rows, collapsed);
}

static void
fold_toggled_cb (SegueTimelineLane *self)
{
  update_fold (self);
}

static void
scene_changed_cb (SegueTimelineLane *self)
{
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  const SegueTimelineLaneInfo *info;

  if (scene == NULL || self->lane >= scene->lanes->len)
    return;

  info = g_ptr_array_index (scene->lanes, self->lane);
  segue_goal_style_apply (GTK_WIDGET (self), info->goal);
  gtk_image_set_from_icon_name (self->icon, get_icon (scene, info));
  gtk_label_set_label (self->title, info->title);
  gtk_label_set_label (self->subtitle, info->subtitle != NULL ? info->subtitle : "");
  segue_ui_set_css_class (GTK_WIDGET (self->subtitle), "error", info->impossible);
  segue_ui_set_css_class (GTK_WIDGET (self->subtitle), "dimmed", !info->impossible);
}

static void
scale_changed_cb (SegueTimelineLane *self)
{
  gboolean narrow = segue_timeline_stage_is_narrow (self->stage);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->words, narrow ? 0 : 9);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether a vertical line at @x would run through the words of the header. */
static gboolean
crosses_text (SegueTimelineLane *self, double x)
{
  GtkWidget *words[] = { GTK_WIDGET (self->icon), GTK_WIDGET (self->title), GTK_WIDGET (self->subtitle) };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (words[i], GTK_WIDGET (self), &bounds)
          && x > bounds.origin.x - 4 && x < bounds.origin.x + bounds.size.width + 4)
        return TRUE;
    }

  return FALSE;
}

/* Today goes through the header as well, where it has no words. */
static void
draw_today (SegueTimelineLane *self, GtkSnapshot *snapshot)
{
  SegueDayScale scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self));
  SegueDay today = segue_timeline_stage_get_today (self->stage);
  graphene_rect_t bounds;
  GdkRGBA color;

  if (crosses_text (self, segue_day_scale_x (&scale, today))
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->rows), GTK_WIDGET (self), &bounds))
    return;

  segue_goal_palette_get_color (segue_timeline_stage_get_palette (self->stage), SEGUE_COLOR_NOW, &color);
  segue_timeline_paint_today (snapshot, &color, &scale, today, 0, bounds.origin.y);
}

/* The goal's colour along the leading edge. */
static void
segue_timeline_lane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineLane *self = SEGUE_TIMELINE_LANE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
  GdkRGBA color;

  if (scene != NULL && self->lane < scene->lanes->len)
    {
      const SegueTimelineLaneInfo *info = g_ptr_array_index (scene->lanes, self->lane);

      segue_goal_palette_get_fill (segue_timeline_stage_get_palette (self->stage), info->goal, &color);
      segue_timeline_paint_rounded (snapshot, &GRAPHENE_RECT_INIT (rtl ? width - 4 : 1, 12, 3, height - 24), 1.5f, &color);
      draw_today (self, snapshot);
    }

  GTK_WIDGET_CLASS (segue_timeline_lane_parent_class)->snapshot (widget, snapshot);
}

static void
segue_timeline_lane_dispose (GObject *object)
{
  SegueTimelineLane *self = SEGUE_TIMELINE_LANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_TIMELINE_LANE);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_lane_parent_class)->dispose (object);
}

static void
segue_timeline_lane_class_init (SegueTimelineLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_timeline_lane_dispose;
  widget_class->snapshot = segue_timeline_lane_snapshot;

  g_type_ensure (SEGUE_TYPE_TIMELINE_ROWS);
  gtk_widget_class_set_css_name (widget_class, "timelinelane");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/timeline/segue-timeline-lane.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, header);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, icon);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, words);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, title);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, fold);
  gtk_widget_class_bind_template_child (widget_class, SegueTimelineLane, rows);
  gtk_widget_class_bind_template_callback (widget_class, fold_toggled_cb);
}

static void
segue_timeline_lane_init (SegueTimelineLane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_fold (self);
}

/**
 * segue_timeline_lane_new:
 * @lane: the index of the lane in the scene
 */
GtkWidget *
segue_timeline_lane_new (SegueTimelineStage *stage, guint lane)
{
  SegueTimelineLane *self = g_object_new (SEGUE_TYPE_TIMELINE_LANE, NULL);

  self->stage = g_object_ref (stage);
  self->lane = lane;
  segue_timeline_rows_bind (self->rows, stage, lane);
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
  scene_changed_cb (self);
  scale_changed_cb (self);

  return GTK_WIDGET (self);
}

SegueTimelineRows *
segue_timeline_lane_get_rows (SegueTimelineLane *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_LANE (self), NULL);

  return self->rows;
}

/* Which lane of the scene it shows. */
guint
segue_timeline_lane_get_index (SegueTimelineLane *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_LANE (self), 0);

  return self->lane;
}

gboolean
segue_timeline_lane_get_collapsed (SegueTimelineLane *self)
{
  g_return_val_if_fail (SEGUE_IS_TIMELINE_LANE (self), FALSE);

  return gtk_toggle_button_get_active (self->fold);
}

void
segue_timeline_lane_set_collapsed (SegueTimelineLane *self, gboolean collapsed)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_LANE (self));

  gtk_toggle_button_set_active (self->fold, collapsed);
}
