/* segue-shortage-view.c - hours that are needed beside hours that there are, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   Needed                              40 h
 *   ▆▆▆▆ Read ▆▆▆▆│▆ Practise ▆│▆▆▒▒ 8 h short
 *   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
 *   There, 6 June to 19 July 2022   32 h
 */
#include "config.h"

#include "ui/window/segue-shortage-view.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-goal-palette.h"
#include "ui/common/segue-ui.h"

#define BAR 22
#define GAP 4
#define PAD 8

struct _SegueShortageView
{
  GtkWidget parent_instance;

  SegueGoalPalette *palette;
  int goal;
  gint64 needed;    /* minutes, as all below */
  gint64 available;
  GArray *shares;   /* gint64: what each step needs; empty if that is not known */
  GPtrArray *names; /* PangoLayout: the steps */
  PangoLayout *needed_text;
  PangoLayout *available_text;
  PangoLayout *shortage_text;
};

G_DEFINE_FINAL_TYPE (SegueShortageView, segue_shortage_view, GTK_TYPE_WIDGET)

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* From minute @from to minute @until of what is needed, mirrored where people read from the right. */
static graphene_rect_t
get_part (SegueShortageView *self,
          gint64             from,
          gint64             until,
          float              y)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float x = width * (float) from / (float) MAX (self->needed, 1);
  float length = width * (float) (until - from) / (float) MAX (self->needed, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x - length;
  return GRAPHENE_RECT_INIT (x, y, length, BAR);
}

static void
append_in_part (GtkSnapshot           *snapshot,
                const graphene_rect_t *part,
                PangoLayout           *layout,
                const GdkRGBA         *color)
{
  if ((float) get_width (layout) + PAD > part->size.width)
    return;
  segue_ui_append_layout (snapshot, layout, part->origin.x + (part->size.width - (float) get_width (layout)) / 2,
               part->origin.y + (BAR - (float) get_height (layout)) / 2, color);
}

/* What each step needs, one behind the other; what has no place is red. */
static void
draw_needed (SegueShortageView *self,
             GtkSnapshot       *snapshot,
             float              y)
{
  graphene_rect_t all = get_part (self, 0, self->needed, y);
  graphene_rect_t missing = get_part (self, self->available, self->needed, y);
  GdkRGBA fill, error, surface, white = { 1, 1, 1, 1 };
  GskRoundedRect rounded;
  gint64 sum = 0;

  segue_goal_palette_get_fill (self->palette, MAX (self->goal, 0), &fill);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_NOW, &error);
  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_SURFACE, &surface);
  gsk_rounded_rect_init_from_rect (&rounded, &all, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &fill, &all);
  for (guint i = 0; i < self->shares->len; i++)
    {
      gint64 share = g_array_index (self->shares, gint64, i);
      graphene_rect_t part = get_part (self, sum, MIN (sum + share, MAX (self->available, sum)), y);

      append_in_part (snapshot, &part, self->names->pdata[i], &white);
      if (i > 0)
        gtk_snapshot_append_color (snapshot, &surface,
                                   &GRAPHENE_RECT_INIT (get_part (self, sum, sum, y).origin.x - 1, y, 2, BAR));
      sum += share;
    }
  gtk_snapshot_append_color (snapshot, &error, &missing);
  append_in_part (snapshot, &missing, self->shortage_text, &white);
  gtk_snapshot_pop (snapshot);
}

static void
draw_available (SegueShortageView *self,
                GtkSnapshot       *snapshot,
                float              y)
{
  graphene_rect_t part = get_part (self, 0, self->available, y);
  GskRoundedRect rounded;
  GdkRGBA dim;

  segue_goal_palette_get_color (self->palette, SEGUE_COLOR_DIM, &dim);
  dim.alpha *= 0.35f;
  part.size.height = BAR / 2;
  gsk_rounded_rect_init_from_rect (&rounded, &part, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &dim, &part);
  gtk_snapshot_pop (snapshot);
}

static void
segue_shortage_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  SegueShortageView *self = SEGUE_SHORTAGE_VIEW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget);
  float y = (float) get_height (self->needed_text) + GAP;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  segue_ui_append_layout (snapshot, self->needed_text, rtl ? width - (float) get_width (self->needed_text) : 0, 0, &color);
  draw_needed (self, snapshot, y);
  draw_available (self, snapshot, y + BAR + GAP);
  y += BAR + BAR / 2 + 2 * GAP;
  segue_ui_append_layout (snapshot, self->available_text, rtl ? width - (float) get_width (self->available_text) : 0, y, &color);
}

static void
segue_shortage_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  SegueShortageView *self = SEGUE_SHORTAGE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_height (self->needed_text) + get_height (self->available_text) + BAR + BAR / 2 + 3 * GAP;
  else
    {
      *minimum = 220;
      *natural = 400;
    }
}

static void
segue_shortage_view_dispose (GObject *object)
{
  SegueShortageView *self = SEGUE_SHORTAGE_VIEW (object);

  g_clear_pointer (&self->palette, segue_goal_palette_free);
  g_clear_pointer (&self->shares, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_object (&self->needed_text);
  g_clear_object (&self->available_text);
  g_clear_object (&self->shortage_text);

  G_OBJECT_CLASS (segue_shortage_view_parent_class)->dispose (object);
}

static void
segue_shortage_view_class_init (SegueShortageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_shortage_view_dispose;
  widget_class->snapshot = segue_shortage_view_snapshot;
  widget_class->measure = segue_shortage_view_measure;

  gtk_widget_class_set_css_name (widget_class, "shortage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_shortage_view_init (SegueShortageView *self)
{
  self->palette = segue_goal_palette_new (GTK_WIDGET (self));
  self->shares = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
take_texts (SegueShortageView   *self,
            const SegueConflict *conflict)
{
  g_autofree char *window = segue_text_span (conflict->from, conflict->until);
  g_autofree char *needed = segue_text_minutes (conflict->needed);
  g_autofree char *available = segue_text_minutes (conflict->available);
  g_autofree char *shortage = segue_text_minutes (conflict->shortage);
  /* Translators: above a bar: %s is an amount such as 40 h */
  g_autofree char *needed_text = g_strdup_printf (_("Needed: %s"), needed);
  /* Translators: below a bar: %1$s is a span of days, %2$s an amount such as 32 h */
  g_autofree char *available_text = g_strdup_printf (_("There, %1$s: %2$s"), window, available);
  /* Translators: in the part of a bar that has no place: %s is an amount such as 8 h */
  g_autofree char *shortage_text = g_strdup_printf (C_("hours", "%s short"), shortage);
  /* Translators: what a drawing shows: what is needed, what there is and when, what is missing. */
  g_autofree char *name = g_strdup_printf (_("%1$s. %2$s. %3$s."), needed_text, available_text, shortage_text);

  self->needed_text = gtk_widget_create_pango_layout (GTK_WIDGET (self), needed_text);
  self->available_text = gtk_widget_create_pango_layout (GTK_WIDGET (self), available_text);
  self->shortage_text = gtk_widget_create_pango_layout (GTK_WIDGET (self), shortage_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * segue_shortage_view_new:
 * @layout: a layout
 * @conflict: a conflict of hours of it
 * @shares: (nullable): what each step of the conflict needs, in minutes
 *
 * Returns: (transfer none): a picture of what is needed and what there is
 */
GtkWidget *
segue_shortage_view_new (SegueLayout         *layout,
                         const SegueConflict *conflict,
                         const gint64        *shares)
{
  SegueShortageView *self = g_object_new (SEGUE_TYPE_SHORTAGE_VIEW, NULL);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  self->goal = conflict->goal;
  self->needed = conflict->needed;
  self->available = MIN (conflict->available, conflict->needed);
  for (int i = 0; shares != NULL && i < conflict->steps.n; i++)
    {
      const SegueRecord *step = segue_layout_get_step (layout, schedule->refs[conflict->steps.first + i]);

      g_array_append_val (self->shares, shares[i]);
      g_ptr_array_add (self->names,
                       gtk_widget_create_pango_layout (GTK_WIDGET (self), segue_record_get_name (step)));
    }
  take_texts (self, conflict);
  return GTK_WIDGET (self);
}
