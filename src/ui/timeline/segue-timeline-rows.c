/* segue-timeline-rows.c - the drawn rows of one goal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/timeline/segue-timeline-rows-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-node.h"
#include "ui/timeline/segue-timeline-paint.h"

/* Pixels of a row around its text or its bar. */
#define ROW_PADDING 8
#define BAR_HEIGHT 20
#define THIN_BAR_HEIGHT 10
#define VEST_HEIGHT 14
#define HANDLE_SIZE 10
#define HANDLE_GAP 1
/* With more marks than this a label's width is guessed from its length. */
#define MAX_MEASURED 150
/* By so much one zooms before things find other rows. */
#define LAYOUT_STEP 1.25

static void segue_timeline_rows_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueTimelineRows, segue_timeline_rows, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, segue_timeline_rows_accessible_init))

static void
drop_layout (SegueTimelineRows *self)
{
  g_clear_pointer (&self->layout, segue_lane_layout_free);
  g_clear_pointer (&self->tops, g_free);
}

static void
drop_labels (SegueTimelineRows *self)
{
  for (guint i = 0; i < self->n_labels; i++)
    g_clear_object (&self->labels[i]);
  g_clear_pointer (&self->labels, g_free);
  g_clear_object (&self->why);
  self->n_labels = 0;
  self->text_height = 0;
}

static double
get_text_height (SegueTimelineRows *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics;

  if (self->text_height == 0)
    {
      metrics = pango_context_get_metrics (context, NULL, NULL);
      self->text_height = ceil ((double) pango_font_metrics_get_height (metrics) / PANGO_SCALE);
      pango_font_metrics_unref (metrics);
    }

  return self->text_height;
}

static double
get_bar_height (SegueTimelineRows *self)
{
  return MAX (BAR_HEIGHT, get_text_height (self) + 2);
}

static double
get_row_height (SegueTimelineRows *self, int band)
{
  SegueLaneMode mode = segue_timeline_rows_get_mode (self);

  if (mode == SEGUE_LANE_COLLAPSED)
    return band == SEGUE_BAND_CHOSEN ? BAR_HEIGHT : 0;
  if (band == SEGUE_BAND_VEST)
    return VEST_HEIGHT;
  if (mode == SEGUE_LANE_NARROW)
    return get_text_height (self) + 2 * segue_timeline_rows_get_radius (self) + ROW_PADDING;

  return get_bar_height (self) + ROW_PADDING;
}

static double
get_label_width (SegueTimelineRows *self, guint mark, const SegueTimelineLaneInfo *info)
{
  const SegueTimelineMark *m = segue_timeline_lane_info_mark (info, mark);
  int width;

  if (m->band != SEGUE_BAND_CHOSEN)
    return 0;
  if (info->marks->len > MAX_MEASURED)
    return g_utf8_strlen (m->label, -1) * get_text_height (self) * 0.55;

  pango_layout_get_pixel_size (segue_timeline_rows_get_label (self, mark), &width, NULL);

  return width;
}

static void
fill_item (SegueTimelineRows *self, SegueLaneItem *item, guint mark, const SegueTimelineLaneInfo *info, double scale)
{
  const SegueTimelineMark *m = segue_timeline_lane_info_mark (info, mark);
  gboolean is_point = segue_timeline_mark_is_point (m);
  double begin;

  item->begin = segue_timeline_mark_begin (m);
  item->end = segue_timeline_mark_end (m);
  item->tail = m->latest != SEGUE_DAY_NONE ? MAX (item->end, m->latest + (is_point ? 0.5 : 1.0)) : item->end;
  item->tail = MAX (item->tail, item->end - m->slip);
  item->bleed = is_point ? segue_timeline_rows_get_radius (self) : m->critical ? 2 : 0;
  item->label = get_label_width (self, mark, info);
  /* A pause that is not seen yet may be seen before the next layout. */
  item->room = is_point ? 0 : segue_timeline_rows_get_room (info, m, scale * LAYOUT_STEP, &begin);
  item->rank = m->rank;
  item->band = m->band;
}

/* The scale for which things are put into rows: the next lower one of few. What
 * has room there has room here as well, so that while one zooms a little
 * things only come nearer or go apart. */
static double
get_layout_scale (SegueTimelineRows *self)
{
  double scale = segue_timeline_stage_get_scale (self->stage)->scale;

  return pow (LAYOUT_STEP, floor (log (scale) / log (LAYOUT_STEP) + 1e-9));
}

static void
make_layout (SegueTimelineRows *self)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  double scale = get_layout_scale (self);
  g_autofree SegueLaneItem *items = g_new0 (SegueLaneItem, info->marks->len);
  guint n_rows;

  self->layout_scale = scale;
  self->layout_mode = segue_timeline_rows_get_mode (self);

  for (guint i = 0; i < info->marks->len; i++)
    fill_item (self, &items[i], i, info, scale);
  self->layout = segue_lane_layout_new (items, info->marks->len, scale, self->layout_mode);

  n_rows = segue_lane_layout_get_n_rows (self->layout);
  self->tops = g_new0 (float, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    self->tops[row + 1] = self->tops[row] + get_row_height (self, segue_lane_layout_get_row (self->layout, row)->band);
}

static gboolean
sync_nodes_cb (gpointer data)
{
  SegueTimelineRows *self = data;

  self->nodes_source = 0;
  segue_timeline_rows_sync_nodes (self);

  return G_SOURCE_REMOVE;
}

static void
queue_nodes (SegueTimelineRows *self)
{
  if (self->nodes_source == 0)
    self->nodes_source = g_idle_add (sync_nodes_cb, self);
}

static void
scene_changed_cb (SegueTimelineRows *self)
{
  drop_labels (self);
  drop_layout (self);
  queue_nodes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scale_changed_cb (SegueTimelineRows *self)
{
  if (self->layout_scale != get_layout_scale (self)
      || self->layout_mode != segue_timeline_rows_get_mode (self))
    {
      drop_layout (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  queue_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
state_changed_cb (SegueTimelineRows *self)
{
  queue_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkAccessible *
segue_timeline_rows_get_first_accessible_child (GtkAccessible *accessible)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (accessible);

  return self->nodes->len > 0 ? g_object_ref (g_ptr_array_index (self->nodes, 0)) : NULL;
}

/* All else is inherited from GtkWidget. */
static void
segue_timeline_rows_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_first_accessible_child = segue_timeline_rows_get_first_accessible_child;
}

static GtkSizeRequestMode
segue_timeline_rows_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
segue_timeline_rows_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (widget);

  *minimum = *natural = 0;
  /* Before the view has a width nobody knows the scale. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL || segue_timeline_rows_get_info (self) == NULL
      || segue_timeline_stage_get_scale (self->stage)->width <= 0)
    return;

  segue_timeline_rows_ensure (self);
  *minimum = *natural = (int) ceilf (self->tops[segue_lane_layout_get_n_rows (self->layout)]);
}

static void
segue_timeline_rows_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  queue_nodes (SEGUE_TIMELINE_ROWS (widget));
}

/* What was selected while another view was in sight is not told yet. */
static void
segue_timeline_rows_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (segue_timeline_rows_parent_class)->map (widget);

  queue_nodes (SEGUE_TIMELINE_ROWS (widget));
}

static void
segue_timeline_rows_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (widget);

  if (segue_timeline_rows_get_info (self) == NULL)
    return;

  segue_timeline_rows_ensure (self);
  segue_timeline_rows_draw (self, snapshot);
}

static void
segue_timeline_rows_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (widget);

  GTK_WIDGET_CLASS (segue_timeline_rows_parent_class)->css_changed (widget, change);
  drop_labels (self);
  drop_layout (self);
  gtk_widget_queue_resize (widget);
}

static void
segue_timeline_rows_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (widget);

  GTK_WIDGET_CLASS (segue_timeline_rows_parent_class)->system_setting_changed (widget, setting);
  drop_labels (self);
  drop_layout (self);
  gtk_widget_queue_resize (widget);
}

static void
segue_timeline_rows_dispose (GObject *object)
{
  SegueTimelineRows *self = SEGUE_TIMELINE_ROWS (object);

  g_clear_handle_id (&self->nodes_source, g_source_remove);
  segue_timeline_rows_drop_nodes (self);
  drop_labels (self);
  drop_layout (self);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (segue_timeline_rows_parent_class)->dispose (object);
}

static void
segue_timeline_rows_finalize (GObject *object)
{
  g_ptr_array_unref (SEGUE_TIMELINE_ROWS (object)->nodes);
  g_array_unref (SEGUE_TIMELINE_ROWS (object)->pills);

  G_OBJECT_CLASS (segue_timeline_rows_parent_class)->finalize (object);
}

static void
segue_timeline_rows_class_init (SegueTimelineRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_timeline_rows_dispose;
  object_class->finalize = segue_timeline_rows_finalize;

  widget_class->get_request_mode = segue_timeline_rows_get_request_mode;
  widget_class->measure = segue_timeline_rows_measure;
  widget_class->map = segue_timeline_rows_map;
  widget_class->size_allocate = segue_timeline_rows_size_allocate;
  widget_class->snapshot = segue_timeline_rows_snapshot;
  widget_class->css_changed = segue_timeline_rows_css_changed;
  widget_class->system_setting_changed = segue_timeline_rows_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timelinerows");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
segue_timeline_rows_init (SegueTimelineRows *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->pills = g_array_new (FALSE, FALSE, sizeof (SegueRowsPill));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* ---- for the other files of the rows ---- */

/* The row at @y, or the last one. */
guint
segue_timeline_rows_get_row_at (SegueTimelineRows *self, double y)
{
  guint low = 0, high = segue_lane_layout_get_n_rows (self->layout);

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (self->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

int
segue_timeline_rows_find_mark (SegueTimelineRows *self, const char *id)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);

  for (guint i = 0; info != NULL && id != NULL && i < info->marks->len; i++)
    if (g_str_equal (segue_timeline_lane_info_mark (info, i)->id, id))
      return (int) i;

  return -1;
}

const SegueTimelineLaneInfo *
segue_timeline_rows_get_info (SegueTimelineRows *self)
{
  SegueTimelineScene *scene = self->stage != NULL ? segue_timeline_stage_get_scene (self->stage) : NULL;

  return scene != NULL && self->lane < scene->lanes->len ? g_ptr_array_index (scene->lanes, self->lane) : NULL;
}

SegueLaneMode
segue_timeline_rows_get_mode (SegueTimelineRows *self)
{
  if (self->collapsed)
    return SEGUE_LANE_COLLAPSED;

  return segue_timeline_stage_is_narrow (self->stage) ? SEGUE_LANE_NARROW : SEGUE_LANE_OPEN;
}

void
segue_timeline_rows_ensure (SegueTimelineRows *self)
{
  if (self->layout == NULL)
    make_layout (self);
}

/* (transfer none) */
PangoLayout *
segue_timeline_rows_get_why (SegueTimelineRows *self)
{
  PangoAttrList *attributes;

  if (self->why != NULL)
    return self->why;

  /* Translators: a small button beside a route that cannot be taken */
  self->why = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Why Not?"));
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (SEGUE_UI_CAPTION_SCALE));
  pango_layout_set_attributes (self->why, attributes);
  pango_attr_list_unref (attributes);

  return self->why;
}

/* What is critical is bold; the state of a route stands smaller behind its name. */
static void
style_label (SegueTimelineRows *self, PangoLayout *layout, const SegueTimelineMark *mark)
{
  const SegueTimelineGhost *ghost = segue_timeline_lane_info_ghost (segue_timeline_rows_get_info (self), mark->band);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  if (mark->critical)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (mark->shape == SEGUE_MARK_ROUTE && ghost != NULL)
    {
      SegueTimelineScene *scene = segue_timeline_stage_get_scene (self->stage);
      const char *title = segue_record_get_name (segue_layout_get_route (scene->layout, ghost->route));
      PangoAttribute *smaller = pango_attr_scale_new (SEGUE_UI_CAPTION_SCALE);

      smaller->start_index = g_str_has_prefix (mark->label, title) ? (guint) strlen (title) : 0;
      pango_attr_list_insert (attributes, smaller);
    }
  pango_layout_set_attributes (layout, attributes);
}

/* (transfer none) */
PangoLayout *
segue_timeline_rows_get_label (SegueTimelineRows *self, guint mark)
{
  const SegueTimelineLaneInfo *info = segue_timeline_rows_get_info (self);
  const SegueTimelineMark *m = segue_timeline_lane_info_mark (info, mark);

  if (self->labels == NULL)
    {
      self->n_labels = info->marks->len;
      self->labels = g_new0 (PangoLayout *, self->n_labels);
    }

  if (self->labels[mark] == NULL)
    {
      self->labels[mark] = gtk_widget_create_pango_layout (GTK_WIDGET (self), m->label);
      pango_layout_set_single_paragraph_mode (self->labels[mark], TRUE);
      style_label (self, self->labels[mark], m);
    }

  return self->labels[mark];
}

/* Half the width of a diamond. */
double
segue_timeline_rows_get_radius (SegueTimelineRows *self)
{
  return get_bar_height (self) * SEGUE_DIAMOND_SHARE / 2;
}

/* The longest stretch without a visible pause, in days. */
double
segue_timeline_rows_get_room (const SegueTimelineLaneInfo *info, const SegueTimelineMark *mark, double scale, double *begin)
{
  double longest = 0;
  double from = mark->first;
  double until = mark->first;

  *begin = mark->first;
  if (mark->n_runs == 0)
    return mark->last + 1.0 - mark->first;

  for (guint i = 0; i < mark->n_runs; i++)
    {
      const SegueMarkRun *run = &g_array_index (info->runs, SegueMarkRun, mark->first_run + i);

      if ((run->begin - until) * scale >= SEGUE_MIN_PAUSE)
        from = run->begin;
      until = run->end;
      if (until - from > longest)
        {
          longest = until - from;
          *begin = from;
        }
    }

  return longest;
}

/* Where the shape of a mark lies, in the pixels of the rows. */
void
segue_timeline_rows_get_shape (SegueTimelineRows *self, const SegueDayScale *scale, guint mark, graphene_rect_t *rect)
{
  const SegueTimelineMark *m = segue_timeline_lane_info_mark (segue_timeline_rows_get_info (self), mark);
  const SegueLaneSlot *slot = segue_lane_layout_get_slot (self->layout, mark);
  SeguePixelSpan span = segue_day_scale_span (scale, segue_timeline_mark_begin (m), segue_timeline_mark_end (m));
  float top = self->tops[slot->row];
  float height = self->tops[slot->row + 1] - top;
  float bar = get_bar_height (self);
  float radius = segue_timeline_rows_get_radius (self);
  gboolean below = slot->place == SEGUE_LABEL_ABOVE || (m->ghost && self->layout_mode == SEGUE_LANE_NARROW);

  if (m->shape == SEGUE_MARK_VEST)
    bar = height - 4;
  else if (segue_timeline_mark_is_point (m))
    bar = 2 * radius;
  else if (slot->place == SEGUE_LABEL_ABOVE || self->layout_mode == SEGUE_LANE_COLLAPSED)
    bar = THIN_BAR_HEIGHT;

  if (below)
    top += height - ROW_PADDING / 2 - bar;
  else
    top += (height - bar) / 2;

  if (segue_timeline_mark_is_point (m))
    *rect = GRAPHENE_RECT_INIT (span.x - radius, top, 2 * radius, bar);
  else
    *rect = GRAPHENE_RECT_INIT (span.x, top, MAX (span.width, 3), bar);
}

/* Where the handle stands from which a link is drawn: behind what is pointed
 * at or chosen alone, if it can be linked. */
gboolean
segue_timeline_rows_get_handle (SegueTimelineRows *self, const SegueDayScale *scale, const SegueTimelineMark *mark,
                                const graphene_rect_t *shape, graphene_rect_t *rect)
{
  const char *hover = segue_timeline_stage_get_hover (self->stage);
  float x = scale->rtl ? shape->origin.x - HANDLE_GAP - HANDLE_SIZE : shape->origin.x + shape->size.width + HANDLE_GAP;

  if (mark->band != SEGUE_BAND_CHOSEN || mark->done || self->layout_mode == SEGUE_LANE_COLLAPSED
      || (g_strcmp0 (hover, mark->id) != 0 && g_strcmp0 (segue_timeline_stage_get_selection (self->stage), mark->id) != 0))
    return FALSE;

  *rect = GRAPHENE_RECT_INIT (x, shape->origin.y + (shape->size.height - HANDLE_SIZE) / 2, HANDLE_SIZE, HANDLE_SIZE);

  return TRUE;
}

/* The rows that can be seen through the view, with one around for scrolling. */
void
segue_timeline_rows_get_sight (SegueTimelineRows *self, guint *first, guint *last)
{
  guint n_rows = segue_lane_layout_get_n_rows (self->layout);
  GtkWidget *port = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  *first = 0;
  *last = n_rows;
  if (n_rows == 0 || port == NULL || !gtk_widget_compute_bounds (port, GTK_WIDGET (self), &bounds))
    return;

  *first = segue_timeline_rows_get_row_at (self, bounds.origin.y - BAR_HEIGHT);
  *last = MIN (n_rows, segue_timeline_rows_get_row_at (self, bounds.origin.y + bounds.size.height + BAR_HEIGHT) + 1);
}

/* ---- public ---- */

/**
 * segue_timeline_rows_bind:
 * @lane: the index of the lane that is drawn
 */
void
segue_timeline_rows_bind (SegueTimelineRows *self, SegueTimelineStage *stage, guint lane)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_ROWS (self));
  g_return_if_fail (self->stage == NULL);

  self->stage = g_object_ref (stage);
  self->lane = lane;
  g_signal_connect_object (stage, "scene-changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "scale-changed", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  scene_changed_cb (self);
}

void
segue_timeline_rows_set_collapsed (SegueTimelineRows *self, gboolean collapsed)
{
  g_return_if_fail (SEGUE_IS_TIMELINE_ROWS (self));

  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  scene_changed_cb (self);
}

/**
 * segue_timeline_rows_get_bounds:
 * @bounds: (out): where the shape of @id lies, in the pixels of the rows
 *
 * Returns: whether @id is drawn here
 */
gboolean
segue_timeline_rows_get_bounds (SegueTimelineRows *self, const char *id, graphene_rect_t *bounds)
{
  int mark = segue_timeline_rows_find_mark (self, id);
  SegueDayScale scale;

  if (mark < 0)
    return FALSE;

  segue_timeline_rows_ensure (self);
  scale = segue_timeline_stage_get_scale_for (self->stage, GTK_WIDGET (self));
  segue_timeline_rows_get_shape (self, &scale, mark, bounds);

  return TRUE;
}

/**
 * segue_timeline_rows_scrolled:
 *
 * Tells that other rows may have come into sight.
 */
void
segue_timeline_rows_scrolled (SegueTimelineRows *self)
{
  queue_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
