/* segue-goal-style.c - how a goal looks wherever it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours themselves are in style.css, made of libadwaita's, so that
 * light, dark and high contrast each have their own. A widget that draws asks
 * gtk_widget_get_color() of itself under the classes named here.
 */
#include "ui/common/segue-goal-style.h"

static const char *const classes[SEGUE_N_GOAL_COLORS + 1] = {
  "segue-goal-0",
  "segue-goal-1",
  "segue-goal-2",
  "segue-goal-3",
  "segue-goal-4",
  "segue-goal-5",
  "segue-goal-6",
  "segue-goal-7",
  "segue-goal-none",
};

/**
 * segue_goal_style_get_class:
 * @index: a goal's place in the plan, or -1 for what has no goal
 *
 * Under this class the variable --segue-goal is the colour of shapes that
 * carry white text; segue-goal-text is the class of text in that colour.
 *
 * Returns: (transfer none): a style class
 */
const char *
segue_goal_style_get_class (int index)
{
  return index < 0 ? classes[SEGUE_N_GOAL_COLORS] : classes[index % SEGUE_N_GOAL_COLORS];
}

/**
 * segue_goal_style_get_icon:
 *
 * Returns: (transfer none): the name of the symbolic icon of a kind of goal
 */
const char *
segue_goal_style_get_icon (SegueGoalKind kind)
{
  static const char *const icons[] = {
    [SEGUE_GOAL_GRADUATE_SCHOOL] = "segue-goal-graduate-school-symbolic",
    [SEGUE_GOAL_JOB] = "segue-goal-job-symbolic",
    [SEGUE_GOAL_VESTING] = "segue-goal-vesting-symbolic",
    [SEGUE_GOAL_SABBATICAL] = "segue-goal-sabbatical-symbolic",
    [SEGUE_GOAL_CERTIFICATE] = "segue-goal-certificate-symbolic",
    [SEGUE_GOAL_FINANCE] = "segue-goal-finance-symbolic",
    [SEGUE_GOAL_HABIT] = "segue-goal-habit-symbolic",
    [SEGUE_GOAL_CUSTOM] = "segue-goal-custom-symbolic",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (icons), icons[SEGUE_GOAL_CUSTOM]);

  return icons[kind];
}

/**
 * segue_goal_style_apply:
 * @index: a goal's place in the plan, or -1 for what has no goal
 *
 * Gives @widget the class of the goal and takes that of another from it.
 */
void
segue_goal_style_apply (GtkWidget *widget, int index)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (widget, classes[i]);

  gtk_widget_add_css_class (widget, segue_goal_style_get_class (index));
}
