/* segue-goal-palette.c - the colours of goals for widgets that draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/common/segue-goal-palette.h"

#include "ui/common/segue-goal-style.h"

/*
 * GTK resolves style variables for a widget's own `color` only. One hidden
 * child of the owner stands for each colour; it is never measured or drawn.
 */
struct _SegueGoalPalette
{
  GtkWidget *fills[SEGUE_N_GOAL_COLORS + 1];
  GtkWidget *texts[SEGUE_N_GOAL_COLORS + 1];
  GtkWidget *colors[SEGUE_N_COLORS];
};

static GtkWidget *
add_probe (GtkWidget *owner, const char *name, const char *goal_class)
{
  GtkWidget *probe = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, NULL);

  gtk_widget_add_css_class (probe, name);
  if (goal_class != NULL)
    gtk_widget_add_css_class (probe, goal_class);
  gtk_widget_set_parent (probe, owner);

  return probe;
}

/**
 * segue_goal_palette_new:
 * @owner: who draws; it frees the palette when it is disposed
 *
 * Returns: (transfer full): the colours under @owner's style
 */
SegueGoalPalette *
segue_goal_palette_new (GtkWidget *owner)
{
  static const char *const names[] = {
    "segue-foreground", "segue-dim", "segue-accent", "segue-error", "segue-now", "segue-surface",
  };
  SegueGoalPalette *self;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);

  self = g_new0 (SegueGoalPalette, 1);
  for (int i = 0; i <= SEGUE_N_GOAL_COLORS; i++)
    {
      const char *goal_class = segue_goal_style_get_class (i < SEGUE_N_GOAL_COLORS ? i : -1);

      self->fills[i] = add_probe (owner, "segue-goal-fill", goal_class);
      self->texts[i] = add_probe (owner, "segue-goal-text", goal_class);
    }
  for (int i = 0; i < SEGUE_N_COLORS; i++)
    self->colors[i] = add_probe (owner, names[i], NULL);

  return self;
}

void
segue_goal_palette_free (SegueGoalPalette *self)
{
  for (int i = 0; i <= SEGUE_N_GOAL_COLORS; i++)
    {
      gtk_widget_unparent (self->fills[i]);
      gtk_widget_unparent (self->texts[i]);
    }
  for (int i = 0; i < SEGUE_N_COLORS; i++)
    gtk_widget_unparent (self->colors[i]);
  g_free (self);
}

/**
 * segue_goal_palette_get_fill:
 * @goal: its place in the plan, or -1
 * @color: (out): for shapes that carry white text
 */
void
segue_goal_palette_get_fill (SegueGoalPalette *self, int goal, GdkRGBA *color)
{
  gtk_widget_get_color (self->fills[goal < 0 ? SEGUE_N_GOAL_COLORS : goal % SEGUE_N_GOAL_COLORS], color);
}

/**
 * segue_goal_palette_get_text:
 * @goal: its place in the plan, or -1
 * @color: (out): for text on the window's own background
 */
void
segue_goal_palette_get_text (SegueGoalPalette *self, int goal, GdkRGBA *color)
{
  gtk_widget_get_color (self->texts[goal < 0 ? SEGUE_N_GOAL_COLORS : goal % SEGUE_N_GOAL_COLORS], color);
}

void
segue_goal_palette_get_color (SegueGoalPalette *self, SegueColor color, GdkRGBA *rgba)
{
  gtk_widget_get_color (self->colors[color], rgba);
}
