/* segue-month-grid.c - weeks without an end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-month-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-month-row.h"

/* A row is at least so high; at most so many are in sight. */
#define MIN_ROW 88
#define MAX_ROWS 6
/* Pixels of a cell's head and of one entry. */
#define HEAD_HEIGHT 36
#define ENTRY_HEIGHT 24
/* Cells narrower than this have no words. */
#define COMPACT_WIDTH 74
/* Weeks that the first frame shows, and that each of the next ones adds. */
#define WEEKS_A_FRAME 3

struct _SegueMonthGrid
{
  SegueCalendarPage page;

  GPtrArray *rows;          /* of SegueMonthRow; week w is shown by row w modulo their number */
  guint n_ready;            /* weeks from the first in sight on that may be shown */
  guint ready_id;
  guint room;               /* for entries in a cell */
  gboolean compact;
  int year, month;          /* in sight */
  int height;               /* pixels, as it was last laid out */
  gboolean wants_focus;     /* as soon as there is a day to give it to */
  gboolean placing;         /* the grid itself moves the day or scrolls */

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (SegueMonthGrid, segue_month_grid, SEGUE_TYPE_CALENDAR_PAGE,
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

static SegueDayCell *
find_cell (SegueMonthGrid *self, SegueDay day)
{
  int week = segue_month_layout_get_week (&self->page.layout, day);
  SegueMonthRow *row = get_row (self, week);

  if (row == NULL || segue_month_row_get_week (row) != week)
    return NULL;

  return segue_month_row_get_cell (row, segue_month_layout_get_column (&self->page.layout, day));
}

static void
mark_cells (SegueMonthGrid *self)
{
  const char *selection = self->page.viewport != NULL ? segue_viewport_get_selection (self->page.viewport) : NULL;
  SegueDay current = segue_calendar_page_get_day (&self->page);

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

  segue_month_layout_get_month (&self->page.layout, get_top (self), gtk_widget_get_height (GTK_WIDGET (self)), &year, &month);
  if (year == self->year && month == self->month)
    return;

  self->year = year;
  self->month = month;
  segue_calendar_page_tell_title (&self->page);
}

/* Rows are used again, but who goes through the weeks with a screen reader
 * meets them in the order of time. */
static void
order_rows (SegueMonthGrid *self, int first)
{
  GtkWidget *before = NULL;

  for (int week = first; week < first + (int) self->rows->len; week++)
    {
      GtkWidget *row = GTK_WIDGET (get_row (self, week));

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      before = row;
    }
}

static gboolean
ready_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (widget);

  gtk_widget_queue_allocate (widget);
  self->n_ready += WEEKS_A_FRAME;
  if (self->n_ready <= MAX_ROWS)
    return G_SOURCE_CONTINUE;

  self->ready_id = 0;
  return G_SOURCE_REMOVE;
}

/* When the grid is seen for the first time it is all new, and a full month takes
 * longer than one frame should: its lower weeks come with the next ones. */
static void
make_ready (SegueMonthGrid *self)
{
  if (self->n_ready > 0)
    return;

  self->n_ready = WEEKS_A_FRAME;
  self->ready_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), ready_cb, NULL, NULL);
}

/* Gives every week in sight its row; a row keeps what it shows as long as it can. */
static void
show_weeks (SegueMonthGrid *self)
{
  double top = get_top (self);
  int first = segue_month_layout_week_at (&self->page.layout, top);
  int n_rows = (int) self->rows->len;

  if (self->page.scene == NULL || n_rows == 0)
    return;

  for (int week = first; week < first + n_rows; week++)
    {
      SegueMonthRow *row = get_row (self, week);
      gboolean ready = week - first < (int) self->n_ready;

      gtk_widget_set_child_visible (GTK_WIDGET (row), ready);
      if (ready && segue_month_row_get_week (row) != week)
        segue_month_row_show (row, &self->page.layout, self->page.scene, week, self->room, self->compact);
    }
  order_rows (self, first);
  update_month (self);
  mark_cells (self);
}

/* Without a scene there is nothing that rows could show, nor a place for them. */
static void
forget_weeks (SegueMonthGrid *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      segue_month_row_forget (g_ptr_array_index (self->rows, i));
      gtk_widget_set_child_visible (g_ptr_array_index (self->rows, i), self->page.scene != NULL);
    }
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
  double y = segue_month_layout_get_week_y (&self->page.layout, segue_month_layout_get_week (&self->page.layout, day));

  if (self->vadjustment == NULL || gtk_widget_get_height (GTK_WIDGET (self)) == 0)
    return;

  self->placing = TRUE;
  gtk_adjustment_clamp_page (self->vadjustment, y, y + self->page.layout.row_height);
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
  gtk_adjustment_set_value (self->vadjustment, segue_month_layout_get_week_y (&self->page.layout,
                                                 segue_month_layout_get_week (&self->page.layout, first)));
  self->placing = FALSE;
  reveal (self, day);
}

static gboolean
is_in_sight (SegueMonthGrid *self, SegueDay day)
{
  double y = segue_month_layout_get_week_y (&self->page.layout, segue_month_layout_get_week (&self->page.layout, day));
  double top = get_top (self);

  return y >= top - 0.5 && y + self->page.layout.row_height <= top + gtk_widget_get_height (GTK_WIDGET (self)) + 0.5;
}

/* Who scrolls takes the day along. */
static void
pull_day (SegueMonthGrid *self)
{
  SegueDay day = segue_calendar_page_get_day (&self->page);
  double top = get_top (self);
  double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));
  int column = segue_month_layout_get_column (&self->page.layout, day);
  int week = segue_month_layout_get_week (&self->page.layout, day);
  int first = (int) ceil (top / self->page.layout.row_height - 0.01) - SEGUE_MONTH_WEEKS;
  int last = (int) floor (bottom / self->page.layout.row_height + 0.01) - 1 - SEGUE_MONTH_WEEKS;

  if (self->page.viewport == NULL || last < first || (week >= first && week <= last))
    return;

  self->placing = TRUE;
  segue_viewport_set_day (self->page.viewport,
                          segue_month_layout_week_begin (&self->page.layout, CLAMP (week, first, last)) + column);
  self->placing = FALSE;
}

static void
focus_day (SegueMonthGrid *self)
{
  SegueDayCell *cell = find_cell (self, segue_calendar_page_get_day (&self->page));

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

/* One that is far away comes with its month. */
static void
segue_month_grid_reveal (SegueCalendarPage *page)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (page);
  SegueDay day = segue_calendar_page_get_day (page);
  int week = segue_month_layout_get_week (&self->page.layout, day);
  int top = segue_month_layout_week_at (&self->page.layout, get_top (self));

  if (is_in_sight (self, day))
    return;
  if (ABS (week - top) > 2 * MAX_ROWS)
    reveal_month (self, day);
  else
    reveal (self, day);
}

static void
segue_month_grid_day_changed (SegueCalendarPage *page)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (page);

  if (!self->placing)
    segue_month_grid_reveal (page);
  mark_cells (self);
  focus_day (self);
}

static void
segue_month_grid_selection_changed (SegueCalendarPage *page)
{
  mark_cells (SEGUE_MONTH_GRID (page));
}

static void
segue_month_grid_scene_changed (SegueCalendarPage *page)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (page);

  forget_weeks (self);
  show_weeks (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static char *
segue_month_grid_get_title (SegueCalendarPage *page)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (page);

  return self->month > 0 ? segue_text_month (self->year, self->month) : g_strdup ("");
}

/* Turns the page: the day goes along and its month comes into sight whole. */
static void
segue_month_grid_turn (SegueCalendarPage *page, int months)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (page);
  SegueDay day = segue_day_add_months (segue_calendar_page_get_day (page), months);

  self->placing = TRUE;
  segue_calendar_page_go (page, day);
  self->placing = FALSE;
  reveal_month (self, day);
}

static GtkWidget *
segue_month_grid_find_cell (SegueCalendarPage *page, SegueDay day)
{
  SegueDayCell *cell = find_cell (SEGUE_MONTH_GRID (page), day);

  return cell != NULL ? GTK_WIDGET (cell) : NULL;
}

static SegueDay
segue_month_grid_find_day (SegueCalendarPage *page, double x, double y)
{
  return segue_month_layout_day_at (&page->layout, x, y + get_top (SEGUE_MONTH_GRID (page)));
}

static void
segue_month_grid_scroll (SegueCalendarPage *page, double pixels)
{
  GtkAdjustment *adjustment = SEGUE_MONTH_GRID (page)->vadjustment;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
configure (SegueMonthGrid *self, int width, int height)
{
  int n_rows = CLAMP (height / MIN_ROW, 1, MAX_ROWS);
  double week = self->page.layout.row_height > 0 ? get_top (self) / self->page.layout.row_height : -1;
  SegueMonthLayout old = self->page.layout;

  self->page.layout.width = width;
  self->page.layout.row_height = MAX (floor ((double) height / n_rows), 1);
  self->page.layout.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->compact = width < 7 * COMPACT_WIDTH;
  self->room = self->compact ? 3 : (guint) MAX ((self->page.layout.row_height - HEAD_HEIGHT) / ENTRY_HEIGHT, 1);
  if (memcmp (&old, &self->page.layout, sizeof old) != 0)
    forget_weeks (self);
  set_n_rows (self, (guint) n_rows + 1);

  self->placing = TRUE;
  gtk_adjustment_configure (self->vadjustment, MAX (week, 0) * self->page.layout.row_height, 0,
                            segue_month_layout_get_height (&self->page.layout), self->page.layout.row_height,
                            self->page.layout.row_height * n_rows, height);
  self->placing = FALSE;
  if (week < 0)
    reveal_month (self, segue_calendar_page_get_day (&self->page));
  else if (memcmp (&old, &self->page.layout, sizeof old) != 0 || height != self->height)
    reveal (self, segue_calendar_page_get_day (&self->page));
  self->height = height;
}

static const struct
{
  guint key;
  SegueWalk walk;
} walks[] = {
  { GDK_KEY_Left, SEGUE_WALK_LEFT },
  { GDK_KEY_Right, SEGUE_WALK_RIGHT },
  { GDK_KEY_Up, SEGUE_WALK_UP },
  { GDK_KEY_Down, SEGUE_WALK_DOWN },
  { GDK_KEY_Page_Up, SEGUE_WALK_MONTH_BACK },
  { GDK_KEY_Page_Down, SEGUE_WALK_MONTH_FORTH },
  { GDK_KEY_Home, SEGUE_WALK_WEEK_BEGIN },
  { GDK_KEY_End, SEGUE_WALK_WEEK_END },
};

static gboolean
walk (SegueMonthGrid *self, SegueWalk direction, GdkModifierType state)
{
  SegueDay day = segue_month_layout_walk (&self->page.layout, segue_calendar_page_get_day (&self->page), direction);

  if (state == GDK_ALT_MASK)
    segue_calendar_page_move_entry (&self->page, day);
  else if (state != 0)
    return FALSE;
  else if (direction == SEGUE_WALK_MONTH_BACK || direction == SEGUE_WALK_MONTH_FORTH)
    segue_month_grid_turn (&self->page, direction == SEGUE_WALK_MONTH_FORTH ? 1 : -1);
  else
    segue_calendar_page_go (&self->page, day);

  return TRUE;
}

static gboolean
key_pressed_cb (SegueMonthGrid *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->page.scene == NULL || self->page.viewport == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    if (key == walks[i].key)
      return walk (self, walks[i].walk, state);

  return segue_calendar_page_press (&self->page, key, state);
}

static void
add_input (SegueMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  segue_calendar_page_add_pointer (&self->page);
}

static gboolean
segue_month_grid_grab_focus (GtkWidget *widget)
{
  SegueMonthGrid *self = SEGUE_MONTH_GRID (widget);
  SegueDayCell *cell = find_cell (self, segue_calendar_page_get_day (&self->page));

  self->wants_focus = cell == NULL;

  return cell == NULL || gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Who wanted the focus before there was a day to give it to. */
static void
give_focus_cb (gpointer data)
{
  g_autoptr(SegueMonthGrid) self = data;
  SegueDayCell *cell = find_cell (self, segue_calendar_page_get_day (&self->page));

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

  if (self->vadjustment == NULL || self->page.scene == NULL || height == 0)
    return;
  configure (self, width, height);
  make_ready (self);
  show_weeks (self);
  if (self->wants_focus)
    g_idle_add_once (give_focus_cb, g_object_ref (self));

  top = get_top (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SegueMonthRow *row = g_ptr_array_index (self->rows, i);
      double y = segue_month_layout_get_week_y (&self->page.layout, segue_month_row_get_week (row)) - top;
      int least_width, least_height;

      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (row),
                                &(GtkAllocation) { 0, (int) round (y), MAX (width, least_width),
                                                   MAX ((int) self->page.layout.row_height, least_height) }, -1);
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
  SegueDayCell *cell = find_cell (self, segue_calendar_page_get_day (&self->page));

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

  if (self->ready_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ready_id);
  self->ready_id = 0;
  set_n_rows (self, 0);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);

  G_OBJECT_CLASS (segue_month_grid_parent_class)->dispose (object);
}

static void
segue_month_grid_finalize (GObject *object)
{
  g_ptr_array_unref (SEGUE_MONTH_GRID (object)->rows);

  G_OBJECT_CLASS (segue_month_grid_parent_class)->finalize (object);
}

static void
segue_month_grid_class_init (SegueMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueCalendarPageClass *page_class = SEGUE_CALENDAR_PAGE_CLASS (klass);

  object_class->get_property = segue_month_grid_get_property;
  object_class->set_property = segue_month_grid_set_property;
  object_class->dispose = segue_month_grid_dispose;
  object_class->finalize = segue_month_grid_finalize;
  widget_class->measure = segue_month_grid_measure;
  widget_class->size_allocate = segue_month_grid_size_allocate;
  widget_class->focus = segue_month_grid_focus;
  widget_class->grab_focus = segue_month_grid_grab_focus;
  page_class->scene_changed = segue_month_grid_scene_changed;
  page_class->day_changed = segue_month_grid_day_changed;
  page_class->selection_changed = segue_month_grid_selection_changed;
  page_class->get_title = segue_month_grid_get_title;
  page_class->turn = segue_month_grid_turn;
  page_class->reveal = segue_month_grid_reveal;
  page_class->find_cell = segue_month_grid_find_cell;
  page_class->find_day = segue_month_grid_find_day;
  page_class->scroll = segue_month_grid_scroll;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
segue_month_grid_init (SegueMonthGrid *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the month"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_COUNT, 7,
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, 2 * SEGUE_MONTH_WEEKS, -1);
  add_input (self);
}
