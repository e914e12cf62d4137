/* segue-vesting-curve.c - how a grant's units vest, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stair from the day vesting begins to a little after the last vest date:
 * full up to now, only hinted at from there on.
 *
 *                     ┊      ┌────  all units
 *               ┌─────┊──────┘
 *    ───────────┘     now
 *    from                    last
 */
#include "config.h"

#include "ui/grant/segue-vesting-curve.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/segue-text.h"

#define HEIGHT 96
#define MARGIN 2.0f

struct _SegueVestingCurve
{
  GtkWidget parent_instance;

  SegueDay from;
  SegueDay now;
  SegueDay until;
  SegueTranche *tranches;
  gint32 n_tranches;
  gint64 units;
};

G_DEFINE_FINAL_TYPE (SegueVestingCurve, segue_vesting_curve, GTK_TYPE_WIDGET)

static float
get_x (SegueVestingCurve *self,
       SegueDay           day)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  float part = (float) (CLAMP (day, self->from, self->until) - self->from) / (float) MAX (self->until - self->from, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;
  return MARGIN + part * width;
}

static float
get_y (SegueVestingCurve *self,
       gint64             units)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;

  return MARGIN + height * (1 - (float) units / (float) MAX (self->units, 1));
}

/* The stair over [from, until]; closed down to the ground if it is filled. */
static GskPath *
build_stair (SegueVestingCurve *self,
             gboolean           closed)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  gint64 units = 0;

  gsk_path_builder_move_to (builder, get_x (self, self->from), get_y (self, 0));
  for (gint32 i = 0; i < self->n_tranches; i++)
    {
      gsk_path_builder_line_to (builder, get_x (self, self->tranches[i].date), get_y (self, units));
      units += self->tranches[i].units;
      gsk_path_builder_line_to (builder, get_x (self, self->tranches[i].date), get_y (self, units));
    }
  gsk_path_builder_line_to (builder, get_x (self, self->until), get_y (self, units));
  if (closed)
    {
      gsk_path_builder_line_to (builder, get_x (self, self->until), get_y (self, 0));
      gsk_path_builder_close (builder);
    }
  return gsk_path_builder_free_to_path (builder);
}

static void
fill_part (SegueVestingCurve *self,
           GtkSnapshot       *snapshot,
           GskPath           *path,
           float              from,
           float              until,
           GdkRGBA            color,
           float              alpha)
{
  color.alpha *= alpha;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (MIN (from, until), 0, ABS (until - from),
                                                         (float) gtk_widget_get_height (GTK_WIDGET (self))));
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
  gtk_snapshot_pop (snapshot);
}

static void
segue_vesting_curve_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  SegueVestingCurve *self = SEGUE_VESTING_CURVE (widget);
  g_autoptr (GskPath) area = build_stair (self, TRUE);
  g_autoptr (GskPath) line = build_stair (self, FALSE);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  float now = get_x (self, self->now);
  GdkRGBA color, text;

  gtk_widget_get_color (widget, &text);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (adw_style_manager_get_default ()),
                                       adw_style_manager_get_dark (adw_style_manager_get_default ()), &color);
  fill_part (self, snapshot, area, get_x (self, self->from), now, color, 0.35f);
  fill_part (self, snapshot, area, now, get_x (self, self->until), color, 0.12f);
  gtk_snapshot_append_stroke (snapshot, line, stroke, &color);
  text.alpha *= 0.4f;
  if (self->now > self->from && self->now < self->until)
    gtk_snapshot_append_color (snapshot, &text,
                               &GRAPHENE_RECT_INIT (now - 0.5f, 0, 1, (float) gtk_widget_get_height (widget)));
}

static void
segue_vesting_curve_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 400;
}

static void
segue_vesting_curve_finalize (GObject *object)
{
  g_free (SEGUE_VESTING_CURVE (object)->tranches);

  G_OBJECT_CLASS (segue_vesting_curve_parent_class)->finalize (object);
}

static void
segue_vesting_curve_class_init (SegueVestingCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = segue_vesting_curve_finalize;
  widget_class->snapshot = segue_vesting_curve_snapshot;
  widget_class->measure = segue_vesting_curve_measure;

  gtk_widget_class_set_css_name (widget_class, "vestingcurve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
segue_vesting_curve_init (SegueVestingCurve *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
segue_vesting_curve_new (void)
{
  return g_object_new (SEGUE_TYPE_VESTING_CURVE, NULL);
}

static void
name_curve (SegueVestingCurve *self)
{
  g_autofree char *units = segue_text_units (self->units);
  g_autofree char *span = segue_text_span (self->from, self->n_tranches > 0 ? self->tranches[self->n_tranches - 1].date
                                                                            : self->from);
  /* Translators: accessible name of a drawing: a number of options or shares, a span of days */
  g_autofree char *name = g_strdup_printf (_("%1$s units vest, %2$s"), units, span);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * segue_vesting_curve_show:
 * @self: a curve
 * @from: the day vesting begins; %SEGUE_DAY_NONE: a little before the first tranche
 * @now: the present day
 * @tranches: (array length=n_tranches) (nullable): the vest dates in their order
 * @n_tranches: how many
 */
void
segue_vesting_curve_show (SegueVestingCurve  *self,
                          SegueDay            from,
                          SegueDay            now,
                          const SegueTranche *tranches,
                          gint32              n_tranches)
{
  SegueDay last = n_tranches > 0 ? tranches[n_tranches - 1].date : now;

  g_return_if_fail (SEGUE_IS_VESTING_CURVE (self));

  g_free (self->tranches);
  self->tranches = n_tranches > 0 ? g_memdup2 (tranches, sizeof *tranches * (gsize) n_tranches) : NULL;
  self->n_tranches = n_tranches;
  self->units = 0;
  for (gint32 i = 0; i < n_tranches; i++)
    self->units += tranches[i].units;
  self->now = now;
  self->from = from != SEGUE_DAY_NONE ? from : n_tranches > 0 ? tranches[0].date - 30 : now;
  self->until = MAX (last, self->from) + MAX ((last - self->from) / 20, 14);
  name_curve (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
