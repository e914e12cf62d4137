/* segue-gap-view.c - a chain of rules and the gap in it, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days stand where they are on a small timeline, with the numbers of the
 * rules that set them; what shares a place stands side by side.
 *
 *      ①②③                 ④
 *   ┬────◆▒▒▒▒ 32 days ▒▒▒▒◆─────┬
 *   28 February          1 April
 */
#include "config.h"

#include "ui/window/segue-gap-view.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

#define HEIGHT 104
#define AXIS 46
#define DIAMOND 7.0f
#define BADGE 18
#define BADGE_PITCH 20
#define TICK 5
#define MIN_MONTH 10  /* narrower months have no ticks */
#define MARGIN 0.2f   /* of the width, on either side of the days */

/* Rules whose days are so near that their numbers share a place. */
typedef struct
{
  int first;
  int n;
  float x;
} Cluster;

struct _SegueGapView
{
  GtkWidget parent_instance;

  SegueChain chain; /* with links of its own */
  SegueDay first;   /* of all days that are drawn */
  SegueDay last;
  GPtrArray *numbers; /* of PangoLayout */
  PangoLayout *latest;
  PangoLayout *earliest;
  PangoLayout *gap;
};

G_DEFINE_FINAL_TYPE (SegueGapView, segue_gap_view, GTK_TYPE_WIDGET)

static float
get_x (SegueGapView *self,
       SegueDay      day)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float share = (float) (day - self->first) / (float) MAX (self->last - self->first, 1);
  float x = width * (MARGIN + (1 - 2 * MARGIN) * share);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
append_diamond (GtkSnapshot   *snapshot,
                float          x,
                const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x, AXIS - DIAMOND);
  gsk_path_builder_line_to (builder, x + DIAMOND, AXIS);
  gsk_path_builder_line_to (builder, x, AXIS + DIAMOND);
  gsk_path_builder_line_to (builder, x - DIAMOND, AXIS);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
append_rounded (GtkSnapshot   *snapshot,
                float          x,
                float          y,
                float          width,
                float          height,
                const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x, y, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static int
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Centred on @x, but within the widget. */
static void
append_centred (SegueGapView  *self,
                GtkSnapshot   *snapshot,
                PangoLayout   *layout,
                float          x,
                float          y,
                const GdkRGBA *color)
{
  float room = (float) (gtk_widget_get_width (GTK_WIDGET (self)) - get_text_width (layout));
  float left = CLAMP (x - (float) get_text_width (layout) / 2, 0, MAX (0, room));

  segue_ui_append_layout (snapshot, layout, left, y, color);
}

/* ---- the axis ---------------------------------------------------------- */

static void
draw_axis (SegueGapView  *self,
           GtkSnapshot   *snapshot,
           const GdkRGBA *color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float pitch = ABS (get_x (self, self->first + 30) - get_x (self, self->first));
  float from = get_x (self, self->chain.latest);
  float to = get_x (self, self->chain.earliest);
  int year, month;

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (0, AXIS - 1, MIN (from, to), 2));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (MAX (from, to), AXIS - 1, width - MAX (from, to), 2));
  if (pitch < MIN_MONTH)
    return;
  segue_day_to_ymd (self->first - (SegueDay) (MARGIN * width / pitch * 30), &year, &month, NULL);
  for (SegueDay day = segue_day_from_ymd (year, month, 1);
       day <= self->last + (SegueDay) (MARGIN * width / pitch * 30);
       day = segue_day_add_months (day, 1))
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (get_x (self, day), AXIS + 1, 1, TICK));
}

static void
draw_gap (SegueGapView  *self,
          GtkSnapshot   *snapshot,
          const GdkRGBA *color)
{
  float from = get_x (self, self->chain.latest);
  float to = get_x (self, self->chain.earliest);
  float width = ABS (to - from);
  GdkRGBA tint = *color;

  tint.alpha *= 0.14f;
  append_rounded (snapshot, MIN (from, to), AXIS - 13, width, 26, &tint);
  append_diamond (snapshot, from, color);
  append_diamond (snapshot, to, color);
  if ((float) get_text_width (self->gap) + 4 * DIAMOND <= width)
    append_centred (self, snapshot, self->gap, (from + to) / 2, AXIS - 10, color);
}

/* The two dates below; they give way to one another where the gap is narrow. */
static void
draw_dates (SegueGapView  *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *color)
{
  float latest = get_x (self, self->chain.latest);
  float earliest = get_x (self, self->chain.earliest);
  float room = (float) (get_text_width (self->latest) + get_text_width (self->earliest)) / 2 + 12;
  float lack = MAX (0, room - ABS (earliest - latest)) / 2;

  if (earliest < latest)
    lack = -lack;
  append_centred (self, snapshot, self->latest, latest - lack, AXIS + 18, color);
  append_centred (self, snapshot, self->earliest, earliest + lack, AXIS + 18, color);
}

/* ---- the numbers ------------------------------------------------------- */

static SegueDay
get_link_day (SegueGapView *self,
              int           link)
{
  return self->chain.links[link].day;
}

/* Neighbours in the chain that would touch are put together. */
static GArray *
make_clusters (SegueGapView *self)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));

  for (int i = 0; i < (int) self->chain.n_links; i++)
    {
      Cluster next = { i, 1, get_x (self, get_link_day (self, i)) };
      Cluster *before = clusters->len > 0 ? &g_array_index (clusters, Cluster, clusters->len - 1) : NULL;

      if (before != NULL && ABS (next.x - before->x) < (float) (before->n + 1) * BADGE_PITCH / 2)
        {
          before->x = (before->x * (float) before->n + next.x) / (float) (before->n + 1);
          before->n++;
        }
      else
        g_array_append_val (clusters, next);
    }
  return clusters;
}

static void
draw_cluster (SegueGapView  *self,
              GtkSnapshot   *snapshot,
              const Cluster *cluster,
              const GdkRGBA *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float left = cluster->x - (float) (cluster->n - 1) * BADGE_PITCH / 2;
  GdkRGBA tint = *color;

  tint.alpha *= 0.14f;
  for (int i = 0; i < cluster->n; i++)
    {
      float x = left + (float) (rtl ? cluster->n - 1 - i : i) * BADGE_PITCH;

      append_rounded (snapshot, x - BADGE / 2.0f, 2, BADGE, BADGE, &tint);
      append_centred (self, snapshot, g_ptr_array_index (self->numbers, (guint) (cluster->first + i)), x, 3, color);
    }
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (cluster->x - 0.5f, BADGE + 4, 1, AXIS - BADGE - 12));
}

static void
draw_numbers (SegueGapView  *self,
              GtkSnapshot   *snapshot,
              const GdkRGBA *color)
{
  g_autoptr (GArray) clusters = make_clusters (self);

  for (guint i = 0; i < clusters->len; i++)
    draw_cluster (self, snapshot, &g_array_index (clusters, Cluster, i), color);
}

static void
segue_gap_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SegueGapView *self = SEGUE_GAP_VIEW (widget);
  GdkRGBA color, faint;

  gtk_widget_get_color (widget, &color);
  faint = color;
  faint.alpha *= 0.25f;
  draw_axis (self, snapshot, &faint);
  draw_gap (self, snapshot, &color);
  draw_dates (self, snapshot, &color);
  if (self->numbers->len > 0)
    draw_numbers (self, snapshot, &color);
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

  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_clear_pointer (&self->chain.links, g_free);
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
  self->numbers = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Where the days of the links are not known only the gap is drawn. */
static void
take_chain (SegueGapView     *self,
            const SegueChain *chain)
{
  self->chain = *chain;
  self->chain.links = g_memdup2 (chain->links, sizeof *chain->links * chain->n_links);
  self->first = MIN (chain->latest, chain->earliest);
  self->last = MAX (chain->latest, chain->earliest);
  for (guint i = 0; i < chain->n_links; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (chain->links[i].day == SEGUE_DAY_NONE)
        {
          g_ptr_array_set_size (self->numbers, 0);
          self->chain.n_links = 0;
          return;
        }
      self->first = MIN (self->first, chain->links[i].day);
      self->last = MAX (self->last, chain->links[i].day);
      g_ptr_array_add (self->numbers, gtk_widget_create_pango_layout (GTK_WIDGET (self), number));
    }
}

/**
 * segue_gap_view_new:
 * @chain: a chain that names the days between which it opens
 *
 * Returns: (transfer none): a picture of the days between the two
 */
GtkWidget *
segue_gap_view_new (const SegueChain *chain)
{
  SegueGapView *self = g_object_new (SEGUE_TYPE_GAP_VIEW, NULL);
  g_autofree char *latest_day = segue_text_day (chain->latest);
  g_autofree char *earliest_day = segue_text_day (chain->earliest);
  g_autofree char *gap = segue_text_days (chain->earliest - chain->latest);
  /* Translators: %s is a day */
  g_autofree char *latest_text = g_strdup_printf (_("at the latest\n%s"), latest_day);
  /* Translators: %s is a day */
  g_autofree char *earliest_text = g_strdup_printf (_("at the earliest\n%s"), earliest_day);
  /* Translators: %1$s and %2$s are days, %3$s an amount such as 32 days */
  g_autofree char *name = g_strdup_printf (_("At the latest %1$s, at the earliest %2$s: %3$s apart"),
                                           latest_day, earliest_day, gap);

  take_chain (self, chain);
  self->latest = gtk_widget_create_pango_layout (GTK_WIDGET (self), latest_text);
  self->earliest = gtk_widget_create_pango_layout (GTK_WIDGET (self), earliest_text);
  self->gap = gtk_widget_create_pango_layout (GTK_WIDGET (self), gap);
  pango_layout_set_alignment (self->latest, PANGO_ALIGN_CENTER);
  pango_layout_set_alignment (self->earliest, PANGO_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
