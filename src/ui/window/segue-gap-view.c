/* segue-gap-view.c - the gap between two days, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *      latest            earliest
 *   ─────◆▒▒▒▒▒ 32 days ▒▒▒▒▒◆─────
 *    28 February          1 April
 */
#include "config.h"

#include "ui/window/segue-gap-view.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"

#define HEIGHT 76
#define DIAMOND 7.0f

struct _SegueGapView
{
  GtkWidget parent_instance;

  PangoLayout *latest;
  PangoLayout *earliest;
  PangoLayout *gap;
};

G_DEFINE_FINAL_TYPE (SegueGapView, segue_gap_view, GTK_TYPE_WIDGET)

static void
append_diamond (GtkSnapshot   *snapshot,
                float          x,
                float          y,
                const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x, y - DIAMOND);
  gsk_path_builder_line_to (builder, x + DIAMOND, y);
  gsk_path_builder_line_to (builder, x, y + DIAMOND);
  gsk_path_builder_line_to (builder, x - DIAMOND, y);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
append_centred (GtkSnapshot   *snapshot,
                PangoLayout   *layout,
                float          x,
                float          y,
                float          width,
                const GdkRGBA *color)
{
  int text_width, text_height;
  float left;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  left = CLAMP (x - text_width / 2.0f, 0, MAX (0, width - text_width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
segue_gap_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SegueGapView *self = SEGUE_GAP_VIEW (widget);
  float width = gtk_widget_get_width (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float from = width * (rtl ? 0.76f : 0.24f);
  float to = width - from;
  float left = MIN (from, to);
  float middle = 24;
  GskRoundedRect pill;
  GdkRGBA color, faint, tint;

  gtk_widget_get_color (widget, &color);
  faint = tint = color;
  faint.alpha *= 0.25f;
  tint.alpha *= 0.12f;

  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (0, middle - 1, width, 2));
  gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT (left, middle - 14, ABS (to - from), 28), 14);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &tint, &pill.bounds);
  gtk_snapshot_pop (snapshot);
  append_diamond (snapshot, from, middle, &color);
  append_diamond (snapshot, to, middle, &color);
  append_centred (snapshot, self->gap, width / 2, middle - 9, width, &color);
  append_centred (snapshot, self->latest, from, middle + 22, width, &color);
  append_centred (snapshot, self->earliest, to, middle + 22, width, &color);
}

static void
segue_gap_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 220;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 400;
}

static void
segue_gap_view_dispose (GObject *object)
{
  SegueGapView *self = SEGUE_GAP_VIEW (object);

  g_clear_object (&self->latest);
  g_clear_object (&self->earliest);
  g_clear_object (&self->gap);

  G_OBJECT_CLASS (segue_gap_view_parent_class)->dispose (object);
}

static void
segue_gap_view_class_init (SegueGapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_gap_view_dispose;
  widget_class->snapshot = segue_gap_view_snapshot;
  widget_class->measure = segue_gap_view_measure;

  gtk_widget_class_set_css_name (widget_class, "gap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_gap_view_init (SegueGapView *self)
{
}

/**
 * segue_gap_view_new:
 * @latest: the last day that one side allows
 * @earliest: the first day that the other side allows, after @latest
 *
 * Returns: (transfer none): a picture of the days between the two
 */
GtkWidget *
segue_gap_view_new (SegueDay latest,
                    SegueDay earliest)
{
  SegueGapView *self = g_object_new (SEGUE_TYPE_GAP_VIEW, NULL);
  g_autofree char *latest_day = segue_text_day (latest);
  g_autofree char *earliest_day = segue_text_day (earliest);
  g_autofree char *gap = segue_text_days (earliest - latest);
  /* Translators: %s is a day */
  g_autofree char *latest_text = g_strdup_printf (_("at the latest\n%s"), latest_day);
  /* Translators: %s is a day */
  g_autofree char *earliest_text = g_strdup_printf (_("at the earliest\n%s"), earliest_day);
  /* Translators: %1$s and %2$s are days, %3$s an amount such as 32 days */
  g_autofree char *name = g_strdup_printf (_("At the latest %1$s, at the earliest %2$s: %3$s apart"),
                                           latest_day, earliest_day, gap);

  self->latest = gtk_widget_create_pango_layout (GTK_WIDGET (self), latest_text);
  self->earliest = gtk_widget_create_pango_layout (GTK_WIDGET (self), earliest_text);
  self->gap = gtk_widget_create_pango_layout (GTK_WIDGET (self), gap);
  pango_layout_set_alignment (self->latest, PANGO_ALIGN_CENTER);
  pango_layout_set_alignment (self->earliest, PANGO_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
