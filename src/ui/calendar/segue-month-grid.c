/* segue-month-grid.c - weeks without an end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/calendar/segue-month-row.h"
#include "ui/common/segue-day-scale.h"

/* A row is at least so high; at most so many are in sight. */
#define MIN_ROW 88
#define MAX_ROWS 6
/* Pixels of a cell's head and of one entry. */
#define HEAD_HEIGHT 36
#define ENTRY_HEIGHT 24
/* Cells narrower than this have no words. */
#define COMPACT_WIDTH 74

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_DAY_ACTIVATED,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_PREVIEW_REQUESTED,
  SIGNAL_MONTH_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueMonthGrid, segue_month_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_top (SegueMonthGrid *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

static SegueMonthRow *
get_row (SegueMonthGrid *self, int week)
{
  int n_rows = (int) self->rows->len;

  return n_rows > 0 ? g_ptr_array_index (self->rows, ((week % n_rows) + n_rows) % n_rows) : NULL;
}

static void
mark_cells (SegueMonthGrid *self)
{
  const char *selection = self->viewport != NULL ? segue_viewport_get_selection (self->viewport) : NULL;
  SegueDay current = segue_month_grid_get_day (self);

  for (guint i = 0; i < self->rows->len; i++)
    for (int column = 0; column < 7; column++)
      {
        SegueDayCell *cell = segue_month_row_get_cell (g_ptr_array_index (self->rows, i), column);
        SegueDay day = segue_day_cell_get_day (cell);
        int month;

        if (day == SEGUE_DAY_NONE)
          continue;
        segue_day_to_ymd (day, NULL, &month, NULL);
        segue_day_cell_set_marks (cell, day == current, month != self->month, selection);
      }
}

static void
update_month (SegueMonthGrid *self)
{
  int year, month;

  segue_month_layout_get_month (&self->layout, get_top (self), gtk_widget_get_height (GTK_WIDGET (self)), &year, &month);
  if (year == self->year && month == self->month)
    return;

  self->year = year;
  self->month = month;
  g_signal_emit (self, signals[SIGNAL_MONTH_CHANGED], 0);
}

/* Gives every week in sight its row; a row keeps what it shows as long as it can. */
static void
show_weeks (SegueMonthGrid *self)
{
  double top = get_top (self);
  int first = segue_month_layout_week_at (&self->layout, top);
  int n_rows = (int) self->rows->len;

  if (self->scene == NULL || n_rows == 0)
    return;

  for (int week = first; week < first + n_rows; week++)
    {
      SegueMonthRow *row = get_row (self, week);

      if (segue_month_row_get_week (row) != week)
        segue_month_row_show (row, &self->layout, self->scene, week, self->room, self->compact);
    }
  update_month (self);
  mark_cells (self);
}

static void
forget_weeks (SegueMonthGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    segue_month_row_forget (g_ptr_array_index (self->rows, i));
}

/* One more than fit, for the one that is half in sight. */
static void
set_n_rows (SegueMonthGrid *self, guint n_rows)
{
  if (self->rows->len == n_rows)
    return;

  while (self->rows->len > n_rows)
    {
      gtk_widget_unparent (g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_remove_index (self->rows, self->rows->len - 1);
    }
  while (self->rows->len < n_rows)
    {
      GtkWidget *row = segue_month_row_new ();

      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  forget_weeks (self);
}

/* How far one must scroll so that the day can be seen whole. */
static void
reveal (SegueMonthGrid *self, SegueDay day)
{
  double y = segue_month_layout_get_week_y (&self->layout, segue_month_layout_get_week (&self->layout, day));

  if (self->vadjustment == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return;

  self->placing = TRUE;
  gtk_adjustment_clamp_page (self->vadjustment, y, y + self->layout.row_height);
  self->placing = FALSE;
}

/* The weeks around the day, its month as near to the top as weeks allow. */
static void
reveal_month (SegueMonthGrid *self, SegueDay day)
{
  int year, month;
  SegueDay first;

  segue_day_to_ymd (day, &year, &month, NULL);
  first = segue_day_from_ymd (year, month, 1);
  if (self->vadjustment == NULL)
    return;

  self->placing = TRUE;
  gtk_adjustment_set_value (self->vadjustment, segue_month_layout_get_week_y (&self->layout,
                                                 segue_month_layout_get_week (&self->layout, first)));
  self->placing = FALSE;
  reveal (self, day);
}

static gboolean
is_in_sight (SegueMonthGrid *self, SegueDay day)
{
  double y = segue_month_layout_get_week_y (&self->layout, segue_month_layout_get_week (&self->layout, day));
  double top = get_top (self);

  return y >= top - 0.5 && y + self->layout.row_height <= top + gtk_widget_get_height (GTK_WIDGET (self)) + 0.5;
}

/* Who scrolls takes the day along. */
static void
pull_day (SegueMonthGrid *self)
{
  SegueDay day = segue_month_grid_get_day (self);
  double top = get_top (self);
  double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));
  int column = segue_month_layout_get_column (&self->layout, day);
  int week = segue_month_layout_get_week (&self->layout, day);
  int first = (int) ceil (top / self->layout.row_height - 0.01) - SEGUE_MONTH_WEEKS;
  int last = (int) floor (bottom / self->layout.row_height + 0.01) - 1 - SEGUE_MONTH_WEEKS;

  if (self->viewport == NULL || last < first || (week >= first && week <= last))
    return;

  self->placing = TRUE;
  segue_viewport_set_day (self->viewport,
                          segue_month_layout_week_begin (&self->layout, CLAMP (week, first, last)) + column);
  self->placing = FALSE;
}

static void
focus_day (SegueMonthGrid *self)
{
  SegueDayCell *cell = segue_month_grid_find_cell (self, segue_month_grid_get_day (self));

  if (cell != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
scrolled_cb (SegueMonthGrid *self)
{
  if (!self->placing)
    pull_day (self);
  show_weeks (self);
  focus_day (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
day_changed_cb (SegueMonthGrid *self)
{
  SegueDay day = segue_month_grid_get_day (self);

  if (!self->placing && !is_in_sight (self, day))
    {
      int week = segue_month_layout_get_week (&self->layout, day);
      int top = segue_month_layout_week_at (&self->layout, get_top (self));

      if (ABS (week - top) > 2 * MAX_ROWS)
        reveal_month (self, day);
      else
        reveal (self, day);
    }
  mark_cells (self);
  focus_day (self);
}

static void
selection_changed_cb (SegueMonthGrid *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  SegueDay day = self->scene != NULL ? segue_calendar_scene_find_day (self->scene, selection) : SEGUE_DAY_NONE;

  if (day != SEGUE_DAY_NONE && !self->placing)
    segue_viewport_set_day (self->viewport, day);
  mark_cells (self);
}

static void
configure (SegueMonthGrid *self, int width, int height)
{
  int n_rows = CLAMP (height / MIN_ROW, 1, MAX_ROWS);
  double week = self->layout.row_height > 0 ? get_top (self) / self->layout.row_height : -1;
  SegueMonthLayout old = self->layout;

  self->layout.width = width;
  self->layout.row_height = MAX (floor ((double) height / n_rows), 1);
  self->layout.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->compact = width < 7 * COMPACT_WIDTH;
  self->room = self->compact ? 3 : (guint) MAX ((self->layout.row_height - HEAD_HEIGHT) / ENTRY_HEIGHT, 1);
  if (memcmp (&old, &self->layout, sizeof old) != 0)
    forget_weeks (self);
  set_n_rows (self, (guint) n_rows + 1);

  self->placing = TRUE;
  gtk_adjustment_configure (self->vadjustment, MAX (week, 0) * self->layout.row_height, 0,
                            segue_month_layout_get_height (&self->layout), self->layout.row_height,
                            self->layout.row_height * n_rows, height);
  self->placing = FALSE;
  if (week < 0)
    reveal_month (self, segue_month_grid_get_day (self));
  else if (memcmp (&old, &self->layout, sizeof old) != 0 || height != self->height)
    reveal (self, segue_month_grid_get_day (self));
  self->height = height;
}

static gboolean
segue_month_grid_grab_focus (GtkWidget *widget)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (widget);
  SegueDayCell *cell = segue_month_grid_find_cell (self, segue_month_grid_get_day (self));

  self->wants_focus = cell == NULL;

  return cell == NULL || gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Who wanted the focus before there was a day to give it to. */
static void
give_focus_cb (gpointer data)
{
  g_autoptr(SegueMonthGrid) self = data;
  SegueDayCell *cell = segue_month_grid_find_cell (self, segue_month_grid_get_day (self));

  if (self->wants_focus && cell != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->wants_focus = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (cell));
    }
}

static void
segue_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (widget);
  double top;

  if (self->vadjustment == NULL || self->scene == NULL || height == 0)
    return;
  configure (self, width, height);
  show_weeks (self);
  if (self->wants_focus)
    g_idle_add_once (give_focus_cb, g_object_ref (self));

  top = get_top (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SegueMonthRow *row = g_ptr_array_index (self->rows, i);
      double y = segue_month_layout_get_week_y (&self->layout, segue_month_row_get_week (row)) - top;
      int least_width, least_height;

      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (row),
                                &(GtkAllocation) { 0, (int) round (y), MAX (width, least_width),
                                                   MAX ((int) self->layout.row_height, least_height) }, -1);
    }
}

static void
segue_month_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 36 : MIN_ROW;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 7 * 120 : 5 * MIN_ROW;
}

static gboolean
segue_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (widget);
  SegueDayCell *cell = segue_month_grid_find_cell (self, segue_month_grid_get_day (self));

  if (gtk_widget_get_focus_child (widget) != NULL || cell == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static void
set_adjustment (SegueMonthGrid *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_data (*slot, self);
  g_set_object (slot, adjustment);
  if (adjustment != NULL && slot == &self->vadjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
}

static void
segue_month_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_month_grid_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_month_grid_dispose (GObject *object)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (object);

  set_n_rows (self, 0);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  g_clear_pointer (&self->drag_point, g_free);

  G_OBJECT_CLASS (segue_month_grid_parent_class)->dispose (object);
}

static void
segue_month_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SEGUE_MONTH_GRID (object)->rows);

  G_OBJECT_CLASS (segue_month_grid_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType first, GType second)
{
  return g_signal_new (name, SEGUE_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       first == G_TYPE_NONE ? 0 : second == G_TYPE_NONE ? 1 : 2, first, second);
}

static void
segue_month_grid_class_init (SegueMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_month_grid_get_property;
  object_class->set_property = segue_month_grid_set_property;
  object_class->dispose = segue_month_grid_dispose;
  object_class->finalize = segue_month_grid_finalize;
  widget_class->measure = segue_month_grid_measure;
  widget_class->size_allocate = segue_month_grid_size_allocate;
  widget_class->focus = segue_month_grid_focus;
  widget_class->grab_focus = segue_month_grid_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[SIGNAL_ACTIVATED] = add_signal ("activated", G_TYPE_STRING, G_TYPE_NONE);
  signals[SIGNAL_DAY_ACTIVATED] = add_signal ("day-activated", G_TYPE_INT, GTK_TYPE_WIDGET);
  signals[SIGNAL_MOVE_REQUESTED] = add_signal ("move-requested", G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_PREVIEW_REQUESTED] = add_signal ("preview-requested", G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_MONTH_CHANGED] = add_signal ("month-changed", G_TYPE_NONE, G_TYPE_NONE);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
segue_month_grid_init (SegueMonthGrid *self)
{
  self->rows = g_ptr_array_new ();
  self->layout.first_weekday = segue_locale_first_weekday ();
  self->viewport_signals = g_signal_group_new (SEGUE_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::day", G_CALLBACK (day_changed_cb), self);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::selection", G_CALLBACK (selection_changed_cb), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the month"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT, 7,
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, 2 * SEGUE_MONTH_WEEKS, -1);
  segue_month_grid_add_input (self);
}

/* ---- for the other files of the month ---- */

SegueDayCell *
segue_month_grid_find_cell (SegueMonthGrid *self, SegueDay day)
{
  int week = segue_month_layout_get_week (&self->layout, day);
  SegueMonthRow *row = get_row (self, week);

  if (row == NULL || segue_month_row_get_week (row) != week)
    return NULL;

  return segue_month_row_get_cell (row, segue_month_layout_get_column (&self->layout, day));
}

/* Where the person is: today, when they have not been anywhere. */
SegueDay
segue_month_grid_get_day (SegueMonthGrid *self)
{
  SegueDay day = self->viewport != NULL ? segue_viewport_get_day (self->viewport) : SEGUE_DAY_NONE;

  if (day == SEGUE_DAY_NONE)
    return self->scene != NULL ? segue_calendar_scene_get_today (self->scene) : 0;

  return day;
}

void
segue_month_grid_go (SegueMonthGrid *self, SegueDay day)
{
  if (self->viewport != NULL)
    segue_viewport_set_day (self->viewport, day);
}

void
segue_month_grid_activate (SegueMonthGrid *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

void
segue_month_grid_activate_day (SegueMonthGrid *self, SegueDay day)
{
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, day, segue_month_grid_find_cell (self, day));
}

void
segue_month_grid_move (SegueMonthGrid *self, const char *point, SegueDay day)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, point, day);
}

void
segue_month_grid_preview (SegueMonthGrid *self, const char *point, SegueDay day)
{
  g_signal_emit (self, signals[SIGNAL_PREVIEW_REQUESTED], 0, point, day);
}

/* ---- public ---- */

void
segue_month_grid_set_viewport (SegueMonthGrid *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_MONTH_GRID (self));

  if (!g_set_object (&self->viewport, viewport))
    return;

  g_signal_group_set_target (self->viewport_signals, viewport);
  mark_cells (self);
}

/**
 * segue_month_grid_set_scene:
 * @scene: (nullable): what is planned from now on
 */
void
segue_month_grid_set_scene (SegueMonthGrid *self, SegueCalendarScene *scene)
{
  g_return_if_fail (SEGUE_IS_MONTH_GRID (self));

  if (scene != NULL)
    segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  forget_weeks (self);
  show_weeks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * segue_month_grid_get_month:
 * @year: (out): the year
 * @month: (out): 1 to 12
 *
 * The month that is in sight.
 */
void
segue_month_grid_get_month (SegueMonthGrid *self, int *year, int *month)
{
  *year = self->year;
  *month = self->month;
}

/**
 * segue_month_grid_turn:
 * @months: how many, backwards if negative
 *
 * Turns the page: the day goes along and its month comes into sight whole.
 */
void
segue_month_grid_turn (SegueMonthGrid *self, int months)
{
  SegueDay day = segue_day_add_months (segue_month_grid_get_day (self), months);

  self->placing = TRUE;
  segue_month_grid_go (self, day);
  self->placing = FALSE;
  reveal_month (self, day);
}
