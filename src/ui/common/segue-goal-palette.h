/* segue-goal-palette.h - the colours of goals for widgets that draw
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  SEGUE_COLOR_FOREGROUND,
  SEGUE_COLOR_DIM,
  SEGUE_COLOR_ACCENT,
  SEGUE_COLOR_ERROR,
  SEGUE_COLOR_NOW,        /* the line of today, and its flag under white text */
  SEGUE_COLOR_SURFACE,    /* the cards that things lie on */
  SEGUE_N_COLORS,
} SegueColor;

/**
 * SegueGoalPalette:
 *
 * What style.css says, as colours. Asked each time a frame is made, so that
 * it follows the theme, dark and high contrast by itself.
 */
typedef struct _SegueGoalPalette SegueGoalPalette;

SegueGoalPalette *segue_goal_palette_new       (GtkWidget *owner);
void              segue_goal_palette_free      (SegueGoalPalette *self);
void              segue_goal_palette_get_fill  (SegueGoalPalette *self, int goal, GdkRGBA *color);
void              segue_goal_palette_get_text  (SegueGoalPalette *self, int goal, GdkRGBA *color);
void              segue_goal_palette_get_color (SegueGoalPalette *self, SegueColor color, GdkRGBA *rgba);

G_END_DECLS
