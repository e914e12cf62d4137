/* segue-timeline-stage.c - what the parts of the timeline share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-stage.h"

#include <string.h>

/* Below this many pixels labels go above their bars. */
#define NARROW_WIDTH 560
struct _SegueTimelineStage
{
  GObject parent_instance;

  GtkWidget *view;           /* owns us */
  SegueGoalPalette *palette; /* the view's */
  SegueTimelineScene *scene;
  SegueDayScale scale;
  double text_height;
  double tick_widths[SEGUE_TICK_NONE]; /* pixels that a label of the ruler needs, by level */
  SegueDay today;
  char **selected; /* never NULL; the first is the selection */
  char *hover;
  GHashTable *spreads; /* from id to SegueTimelineSpread */
};

enum
{
  SCENE_CHANGED,
  SCALE_CHANGED,
  STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueTimelineStage, segue_timeline_stage, G_TYPE_OBJECT)

static void
segue_timeline_stage_finalize (GObject *object)
{
  SegueTimelineStage *self = SEGUE_TIMELINE_STAGE (object);

  g_clear_pointer (&self->scene, segue_timeline_scene_free);
  g_clear_pointer (&self->selected, g_strfreev);
  g_clear_pointer (&self->hover, g_free);
  g_clear_pointer (&self->spreads, g_hash_table_unref);

  G_OBJECT_CLASS (segue_timeline_stage_parent_class)->finalize (object);
}

static void
segue_timeline_stage_class_init (SegueTimelineStageClass *klass)
{
  static const char *const names[N_SIGNALS] = { "scene-changed", "scale-changed", "state-changed" };

  G_OBJECT_CLASS (klass)->finalize = segue_timeline_stage_finalize;

  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SEGUE_TYPE_TIMELINE_STAGE, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_timeline_stage_init (SegueTimelineStage *self)
{
  self->scale.scale = 1;
  self->selected = g_new0 (char *, 1);
  self->text_height = 17;
  for (int level = 0; level < SEGUE_TICK_NONE; level++)
    self->tick_widths[level] = 36;
  self->spreads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * segue_timeline_stage_new:
 * @view: what all pixels are counted in; it outlives the stage's use
 * @palette: (transfer none): the view's
 */
SegueTimelineStage *
segue_timeline_stage_new (GtkWidget *view, SegueGoalPalette *palette)
{
  SegueTimelineStage *self = g_object_new (SEGUE_TYPE_TIMELINE_STAGE, NULL);

  self->view = view;
  self->palette = palette;

  return self;
}

GtkWidget *
segue_timeline_stage_get_view (SegueTimelineStage *self)
{
  return self->view;
}

SegueGoalPalette *
segue_timeline_stage_get_palette (SegueTimelineStage *self)
{
  return self->palette;
}

/**
 * segue_timeline_stage_get_scene:
 *
 * Returns: (transfer none) (nullable): what there is to see
 */
SegueTimelineScene *
segue_timeline_stage_get_scene (SegueTimelineStage *self)
{
  return self->scene;
}

/**
 * segue_timeline_stage_take_scene:
 * @scene: (transfer full) (nullable): what there is to see from now on
 *
 * The scene before lives until everyone has heard of this one.
 */
void
segue_timeline_stage_take_scene (SegueTimelineStage *self, SegueTimelineScene *scene)
{
  SegueTimelineScene *before = self->scene;

  self->scene = scene;
  g_clear_pointer (&self->hover, g_free);
  g_signal_emit (self, signals[SCENE_CHANGED], 0);
  g_clear_pointer (&before, segue_timeline_scene_free);
}

SegueDay
segue_timeline_stage_get_today (SegueTimelineStage *self)
{
  return self->today;
}

void
segue_timeline_stage_set_today (SegueTimelineStage *self, SegueDay today)
{
  if (today == self->today)
    return;

  self->today = today;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

const SegueDayScale *
segue_timeline_stage_get_scale (SegueTimelineStage *self)
{
  return &self->scale;
}

/**
 * segue_timeline_stage_get_scale_for:
 * @widget: a part of the view
 *
 * Returns: the scale in the pixels of @widget
 */
SegueDayScale
segue_timeline_stage_get_scale_for (SegueTimelineStage *self, GtkWidget *widget)
{
  SegueDayScale scale = self->scale;
  graphene_point_t point;

  if (gtk_widget_compute_point (widget, self->view, &GRAPHENE_POINT_INIT (0, 0), &point))
    scale.inset = point.x;

  return scale;
}

void
segue_timeline_stage_set_scale (SegueTimelineStage *self, const SegueDayScale *scale)
{
  if (scale->origin == self->scale.origin && scale->scale == self->scale.scale
      && scale->width == self->scale.width && scale->rtl == self->scale.rtl
      && scale->first_weekday == self->scale.first_weekday)
    return;

  self->scale = *scale;
  g_signal_emit (self, signals[SCALE_CHANGED], 0);
}

/**
 * segue_timeline_stage_set_text:
 * @text_height: of a line, in pixels
 * @tick_widths: (array fixed-size=6): the pixels that a label of the ruler needs, by level
 */
void
segue_timeline_stage_set_text (SegueTimelineStage *self, double text_height, const double *tick_widths)
{
  if (text_height == self->text_height && memcmp (tick_widths, self->tick_widths, sizeof self->tick_widths) == 0)
    return;

  self->text_height = text_height;
  memcpy (self->tick_widths, tick_widths, sizeof self->tick_widths);
  g_signal_emit (self, signals[SCALE_CHANGED], 0);
}

/**
 * segue_timeline_stage_get_level:
 *
 * Returns: which ticks have a label on the ruler and a line on the cards
 */
SegueTickLevel
segue_timeline_stage_get_level (SegueTimelineStage *self)
{
  SegueTickLevel level = SEGUE_TICK_DAY;

  while (level < SEGUE_TICK_DECADE && segue_tick_level_days (level) * self->scale.scale < self->tick_widths[level])
    level++;

  return level;
}

gboolean
segue_timeline_stage_is_narrow (SegueTimelineStage *self)
{
  return self->scale.width < NARROW_WIDTH * MAX (self->text_height / 17, 1);
}

const char *
segue_timeline_stage_get_selection (SegueTimelineStage *self)
{
  return self->selected[0];
}

gboolean
segue_timeline_stage_is_selected (SegueTimelineStage *self, const char *id)
{
  return g_strv_contains ((const char *const *) self->selected, id);
}

void
segue_timeline_stage_set_selected (SegueTimelineStage *self, const char *const *ids)
{
  if (g_strv_equal ((const char *const *) self->selected, ids))
    return;

  g_strfreev (self->selected);
  self->selected = g_strdupv ((char **) ids);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

const char *
segue_timeline_stage_get_hover (SegueTimelineStage *self)
{
  return self->hover;
}

void
segue_timeline_stage_set_hover (SegueTimelineStage *self, const char *id)
{
  if (g_set_str (&self->hover, id))
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/**
 * segue_timeline_stage_get_spread:
 *
 * Returns: (transfer none) (nullable): how far the end of a step may slip
 */
const SegueTimelineSpread *
segue_timeline_stage_get_spread (SegueTimelineStage *self, const char *step_id)
{
  return g_hash_table_lookup (self->spreads, step_id);
}

/**
 * segue_timeline_stage_set_spread:
 * @late: SEGUE_DAY_NONE takes the spread away
 */
void
segue_timeline_stage_set_spread (SegueTimelineStage *self, const char *step_id, SegueDay middle, SegueDay late)
{
  SegueTimelineSpread spread = { middle, late };

  if (late != SEGUE_DAY_NONE)
    g_hash_table_replace (self->spreads, g_strdup (step_id), g_memdup2 (&spread, sizeof spread));
  else if (!g_hash_table_remove (self->spreads, step_id))
    return;

  g_signal_emit (self, signals[STATE_CHANGED], 0);
}
