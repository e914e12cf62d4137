/* segue-week-view.c - seven days with all that happens on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-week-view.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-week-day.h"

#define DAYS 7

struct _SegueWeekView
{
  SegueCalendarPage page;

  SegueDay begin;
  gboolean narrow;
  GtkWidget *scroller;
  GtkWidget *box;
  SegueWeekDay *days[DAYS];
};

enum
{
  PROP_0,
  PROP_NARROW,
};

G_DEFINE_FINAL_TYPE (SegueWeekView, segue_week_view, SEGUE_TYPE_CALENDAR_PAGE)

static void
mark_days (SegueWeekView *self)
{
  const char *selection = self->page.viewport != NULL ? segue_viewport_get_selection (self->page.viewport) : NULL;
  SegueDay current = segue_calendar_page_get_day (&self->page);

  for (int i = 0; i < DAYS; i++)
    segue_week_day_set_marks (self->days[i], self->begin + i == current, selection);
}

static void
show_week (SegueWeekView *self, SegueDay begin)
{
  self->begin = begin;
  for (int i = 0; i < DAYS; i++)
    segue_week_day_show (self->days[i], self->page.scene, begin + i);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  segue_month_layout_get_week (&self->page.layout, begin) + SEGUE_MONTH_WEEKS + 1, -1);
  segue_calendar_page_tell_title (&self->page);
}

static GtkWidget *
get_current (SegueWeekView *self)
{
  return GTK_WIDGET (self->days[CLAMP (segue_calendar_page_get_day (&self->page) - self->begin, 0, DAYS - 1)]);
}

static void
segue_week_view_day_changed (SegueCalendarPage *page)
{
  SegueWeekView *self = SEGUE_WEEK_VIEW (page);
  int week = segue_month_layout_get_week (&page->layout, segue_calendar_page_get_day (page));
  SegueDay begin = segue_month_layout_week_begin (&page->layout, week);

  if (begin != self->begin)
    show_week (self, begin);
  mark_days (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (get_current (self));
}

static void
segue_week_view_selection_changed (SegueCalendarPage *page)
{
  mark_days (SEGUE_WEEK_VIEW (page));
}

static void
segue_week_view_scene_changed (SegueCalendarPage *page)
{
  SEGUE_WEEK_VIEW (page)->begin = SEGUE_DAY_NONE;
  if (page->scene != NULL)
    segue_week_view_day_changed (page);
}

static char *
segue_week_view_get_title (SegueCalendarPage *page)
{
  SegueDay begin = SEGUE_WEEK_VIEW (page)->begin;

  return segue_text_span (begin, begin + DAYS - 1);
}

static void
segue_week_view_turn (SegueCalendarPage *page, int weeks)
{
  segue_calendar_page_go (page, segue_calendar_page_get_day (page) + DAYS * weeks);
}

static GtkWidget *
segue_week_view_find_cell (SegueCalendarPage *page, SegueDay day)
{
  SegueWeekView *self = SEGUE_WEEK_VIEW (page);

  return day >= self->begin && day < self->begin + DAYS ? GTK_WIDGET (self->days[day - self->begin]) : NULL;
}

static SegueDay
segue_week_view_find_day (SegueCalendarPage *page, double x, double y)
{
  SegueWeekView *self = SEGUE_WEEK_VIEW (page);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (int i = 0; i < DAYS && picked != NULL; i++)
    if (picked == GTK_WIDGET (self->days[i]) || gtk_widget_is_ancestor (picked, GTK_WIDGET (self->days[i])))
      return self->begin + i;

  return SEGUE_DAY_NONE;
}

static void
segue_week_view_scroll (SegueCalendarPage *page, double pixels)
{
  GtkWidget *scroller = SEGUE_WEEK_VIEW (page)->scroller;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

/* Days that a key leads forth; 0: it is no key of the week. */
static int
get_step (SegueWeekView *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int column = segue_calendar_page_get_day (&self->page) - self->begin;

  switch (key)
    {
    case GDK_KEY_Left:
      return rtl ? 1 : -1;
    case GDK_KEY_Right:
      return rtl ? -1 : 1;
    case GDK_KEY_Up:
      return self->narrow ? -1 : 0;
    case GDK_KEY_Down:
      return self->narrow ? 1 : 0;
    case GDK_KEY_Page_Up:
      return -DAYS;
    case GDK_KEY_Page_Down:
      return DAYS;
    case GDK_KEY_Home:
      return -column;
    case GDK_KEY_End:
      return DAYS - 1 - column;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (SegueWeekView *self, guint key, guint code, GdkModifierType state)
{
  int step;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->page.scene == NULL || self->page.viewport == NULL)
    return FALSE;

  step = get_step (self, key);
  if (step == 0)
    return segue_calendar_page_press (&self->page, key, state);
  if (state == GDK_ALT_MASK)
    segue_calendar_page_move_entry (&self->page, segue_calendar_page_get_day (&self->page) + step);
  else if (state == 0)
    segue_calendar_page_go (&self->page, segue_calendar_page_get_day (&self->page) + step);
  else
    return FALSE;

  return TRUE;
}

static void
set_narrow (SegueWeekView *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->box), !narrow);
  for (int i = 0; i < DAYS; i++)
    segue_week_day_set_narrow (self->days[i], narrow);
}

static gboolean
segue_week_view_grab_focus (GtkWidget *widget)
{
  SegueWeekView *self = SEGUE_WEEK_VIEW (widget);

  return self->page.scene != NULL && gtk_widget_grab_focus (get_current (self));
}

/* Tab comes in at the day and goes out again: inside, arrows walk. */
static gboolean
segue_week_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

static void
segue_week_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    set_narrow (SEGUE_WEEK_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_week_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, SEGUE_WEEK_VIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
segue_week_view_dispose (GObject *object)
{
  g_clear_pointer (&SEGUE_WEEK_VIEW (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (segue_week_view_parent_class)->dispose (object);
}

static void
segue_week_view_class_init (SegueWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueCalendarPageClass *page_class = SEGUE_CALENDAR_PAGE_CLASS (klass);

  object_class->dispose = segue_week_view_dispose;
  object_class->set_property = segue_week_view_set_property;
  object_class->get_property = segue_week_view_get_property;
  widget_class->grab_focus = segue_week_view_grab_focus;
  widget_class->focus = segue_week_view_focus;
  page_class->scene_changed = segue_week_view_scene_changed;
  page_class->day_changed = segue_week_view_day_changed;
  page_class->selection_changed = segue_week_view_selection_changed;
  page_class->get_title = segue_week_view_get_title;
  page_class->turn = segue_week_view_turn;
  page_class->find_cell = segue_week_view_find_cell;
  page_class->find_day = segue_week_view_find_day;
  page_class->scroll = segue_week_view_scroll;
  g_object_class_install_property (object_class, PROP_NARROW,
                                   g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "weekview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
segue_week_view_init (SegueWeekView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *grid = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);

  self->begin = SEGUE_DAY_NONE;
  self->box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 4, "hexpand", TRUE, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_ROW, NULL);
  gtk_widget_add_css_class (self->box, "segue-week");
  for (int i = 0; i < DAYS; i++)
    {
      self->days[i] = SEGUE_WEEK_DAY (segue_week_day_new (i));
      gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->days[i]));
    }
  gtk_box_append (GTK_BOX (grid), self->box);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", grid, "vexpand", TRUE, "focusable", FALSE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  segue_calendar_page_add_pointer (&self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the week"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_COL_COUNT, DAYS,
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, 2 * SEGUE_MONTH_WEEKS, -1);
}
