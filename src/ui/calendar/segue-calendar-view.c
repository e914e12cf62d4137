/* segue-calendar-view.c - the plan as a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-view.h"

#include <glib/gi18n-lib.h>

#include "ui/calendar/segue-agenda-view.h"
#include "ui/calendar/segue-calendar-scene.h"
#include "ui/calendar/segue-day-list.h"
#include "ui/calendar/segue-month-view.h"
#include "ui/calendar/segue-week-view.h"
#include "ui/calendar/segue-year-view.h"
#include "ui/common/segue-ui.h"
#include "ui/timeline/segue-timeline-drag.h"

static const char *const modes[] = { "month", "week", "year", "agenda" };

#define N_MODES G_N_ELEMENTS (modes)

struct _SegueCalendarView
{
  SegueView view;

  SegueCalendarScene *scene;
  char *mode; /* the name of the page in sight */
  gboolean had_focus; /* before the page was changed */
  char *held_point;        /* what is held over the days, or NULL */
  SegueTimelineDrag *held; /* of it */
  char *dropped_point;     /* what was let go and is still being tried, or NULL */
  SegueTimelineDrag *dropped; /* of it */
  SegueDay dropped_day;
  SegueCalendarPage *pages[N_MODES]; /* as in modes */

  GtkLabel *title;
  SegueMonthView *month;
  SegueCalendarPage *week;
  SegueCalendarPage *year;
  SegueCalendarPage *agenda;
  GtkLabel *preview;
  SegueDayList *list;
};

enum
{
  PROP_0,
  PROP_MODE,
  N_PROPS,
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_FAILED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueCalendarView, segue_calendar_view, SEGUE_TYPE_VIEW)

static SegueCalendarPage *
get_page (SegueCalendarView *self)
{
  for (guint i = 0; i < N_MODES; i++)
    if (g_str_equal (self->mode, modes[i]))
      return self->pages[i];

  return self->pages[0];
}

static void
update_list (SegueCalendarView *self)
{
  if (self->scene != NULL)
    segue_day_list_show (self->list, self->scene, segue_calendar_page_get_day (get_page (self)));
}

static void
update_title (SegueCalendarView *self)
{
  g_autofree char *title = segue_calendar_page_get_title (get_page (self));

  gtk_label_set_label (self->title, title);
}

/* Only the page in sight knows the scene. */
static void
show_scene (SegueCalendarView *self)
{
  for (guint i = 0; i < N_MODES; i++)
    segue_calendar_page_set_scene (self->pages[i], self->pages[i] == get_page (self) ? self->scene : NULL);
  update_title (self);
}

/* Nothing has been edited since it was last in sight. */
static gboolean
is_up_to_date (SegueCalendarView *self)
{
  return self->scene != NULL && self->view.session != NULL
         && segue_calendar_scene_get_layout (self->scene) == segue_session_get_layout (self->view.session);
}

static void
show_preview (SegueCalendarView *self)
{
  const char *text = self->held != NULL ? segue_timeline_drag_get_text (self->held) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->preview), text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_label (self->preview, text);
  segue_ui_set_css_class (GTK_WIDGET (self->preview), "bad", segue_timeline_drag_is_bad (self->held));
}

static void
let_go (SegueCalendarView *self)
{
  g_clear_pointer (&self->held, segue_timeline_drag_free);
  g_clear_pointer (&self->held_point, g_free);
}

static void
segue_calendar_view_refresh (SegueView *view)
{
  SegueCalendarView *self = SEGUE_CALENDAR_VIEW (view);

  if (is_up_to_date (self))
    return;

  let_go (self);
  show_preview (self);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  if (self->view.session != NULL)
    self->scene = segue_calendar_scene_new (segue_session_get_layout (self->view.session),
                                            segue_session_get_plan (self->view.session));
  show_scene (self);
  update_list (self);
}

static void
segue_calendar_view_viewport_changed (SegueView *view)
{
  SegueCalendarView *self = SEGUE_CALENDAR_VIEW (view);

  for (guint i = 0; i < N_MODES; i++)
    segue_calendar_page_set_viewport (self->pages[i], view->viewport);
  update_list (self);
}

static void
previous_cb (SegueCalendarView *self)
{
  segue_calendar_page_turn (get_page (self), -1);
}

static void
next_cb (SegueCalendarView *self)
{
  segue_calendar_page_turn (get_page (self), 1);
}

static void
month_requested_cb (SegueCalendarView *self)
{
  g_object_set (self, "mode", "month", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Once the view has its place: what it is at comes into sight. */
static void
settle_cb (gpointer data)
{
  g_autoptr(SegueCalendarView) self = data;
  gboolean had_focus = self->had_focus;

  self->had_focus = FALSE;
  if (self->scene == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  segue_calendar_page_reveal (get_page (self));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
set_mode (SegueCalendarView *self, const char *mode)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (mode == NULL || !g_set_str (&self->mode, mode))
    return;

  self->had_focus = self->had_focus || had_focus;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  show_scene (self);
  g_idle_add_once (settle_cb, g_object_ref (self));
}

static gboolean
is_month (SegueCalendarView *self, const char *mode)
{
  return g_strcmp0 (mode, "month") == 0;
}

static void
activated_cb (SegueCalendarView *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

/* ---- what happens on a day, in a popover beside it ---- */

static void
popover_activated_cb (SegueCalendarView *self, const char *id, SegueDayList *list)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  g_autofree char *kept = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (popover));
  segue_viewport_set_selection (self->view.viewport, kept);
  activated_cb (self, kept);
}

static void
popover_closed_cb (GtkWidget *popover)
{
  g_object_ref (popover);
  gtk_widget_unparent (popover);
  g_idle_add_once (g_object_unref, popover);
}

static void
day_activated_cb (SegueCalendarView *self, SegueDay day, GtkWidget *cell)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = segue_day_list_new ();

  segue_day_list_show (SEGUE_DAY_LIST (list), self->scene, day);
  gtk_widget_set_size_request (list, 280, -1);
  g_signal_connect_object (list, "activated", G_CALLBACK (popover_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_widget_set_parent (popover, cell != NULL ? cell : GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* ---- moving ---- */

/* Where a point lies now: not where it was moved to, if that day has no hours. */
static SegueDay
find_point (SegueCalendarView *self, const char *point)
{
  const SegueStepResult *result;
  const SegueRecord *step;
  SegueSide side;

  if (!segue_plan_parse_point (segue_session_get_plan (self->view.session), point, &step, &side))
    return SEGUE_DAY_NONE;

  result = segue_layout_get_step_result (segue_session_get_layout (self->view.session), segue_record_get_id (step));

  return result == NULL ? SEGUE_DAY_NONE : side == SEGUE_SIDE_END ? result->end : result->start;
}

/* (nullable): what would move @point; where it aims by then has still to be said. */
static SegueTimelineDrag *
hold (SegueCalendarView *self, const char *point)
{
  SeguePlan *plan = segue_session_get_plan (self->view.session);
  const SegueRecord *step;
  SegueSide side;
  const char *ids[2] = { NULL };

  if (!segue_plan_parse_point (plan, point, &step, &side))
    return NULL;

  ids[0] = segue_record_get_id (step);

  return segue_timeline_drag_new (side == SEGUE_SIDE_END ? SEGUE_DRAG_END : SEGUE_DRAG_MOVE, plan,
                                  segue_session_get_layout (self->view.session),
                                  segue_session_get_today (self->view.session), ids);
}

/* A thread finds out what a day would mean: the pointer goes on meanwhile. */
static void
preview_requested_cb (SegueCalendarView *self, const char *point, SegueDay day)
{
  if (g_strcmp0 (point, self->held_point) != 0)
    let_go (self);
  if (self->held == NULL && point[0] != '\0')
    {
      self->held = hold (self, point);
      self->held_point = g_strdup (point);
      if (self->held != NULL)
        segue_timeline_drag_follow (self->held, G_CALLBACK (show_preview), self);
    }
  if (self->held != NULL)
    segue_timeline_drag_set_days (self->held, day - find_point (self, point));
  show_preview (self);
}

/* It is done where it was let go, and what follows is told. */
static void
dropped_cb (gpointer owner, SegueChangeSet *change_set, const GError *error)
{
  g_autoptr(SegueCalendarView) self = owner;
  g_autoptr(SegueTimelineDrag) drag = g_steal_pointer (&self->dropped);
  g_autofree char *point = g_steal_pointer (&self->dropped_point);
  const char *effect = segue_timeline_drag_get_effect (drag);
  SegueDay day;

  if (self->view.session == NULL)
    return;
  if (change_set == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  /* The day first: what is selected may have begun on another. While dates are
   * to come it is the day that was aimed at. */
  day = segue_session_has_dates (self->view.session) ? find_point (self, point) : SEGUE_DAY_NONE;
  segue_viewport_set_day (self->view.viewport, day != SEGUE_DAY_NONE ? day : self->dropped_day);
  segue_viewport_set_selection (self->view.viewport, segue_change_set_get_focus (change_set));
  if (effect != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), effect, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, change_set, effect);
}

/* What has been held over the day is known already; else a thread finds it out,
 * and keys that come meanwhile would ask for the same. */
static void
move_requested_cb (SegueCalendarView *self, const char *point, SegueDay day)
{
  if (self->dropped != NULL)
    return;

  self->dropped = g_strcmp0 (point, self->held_point) == 0 ? g_steal_pointer (&self->held) : hold (self, point);
  let_go (self);
  show_preview (self);
  if (self->dropped == NULL)
    return;

  self->dropped_point = g_strdup (point);
  self->dropped_day = day;
  segue_timeline_drag_aim (self->dropped, day - find_point (self, point));
  segue_timeline_drag_drop (self->dropped, self->view.session, SEGUE_DROP_TRIES, dropped_cb, g_object_ref (self));
}

static void
segue_calendar_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SegueCalendarView *self = SEGUE_CALENDAR_VIEW (object);

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_string (value, self->mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_calendar_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SegueCalendarView *self = SEGUE_CALENDAR_VIEW (object);

  switch (prop_id)
    {
    case PROP_MODE:
      set_mode (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
segue_calendar_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_page (SEGUE_CALENDAR_VIEW (widget))));
}

static void
segue_calendar_view_dispose (GObject *object)
{
  SegueCalendarView *self = SEGUE_CALENDAR_VIEW (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_CALENDAR_VIEW);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  g_clear_pointer (&self->mode, g_free);

  G_OBJECT_CLASS (segue_calendar_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", SEGUE_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, SEGUE_TYPE_CHANGE_SET, G_TYPE_STRING);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", SEGUE_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", SEGUE_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "calendar.mode", "mode");
  for (guint i = 0; i < N_MODES; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "calendar.mode", "s", modes[i]);
}

static void
segue_calendar_view_class_init (SegueCalendarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_calendar_view_dispose;
  object_class->get_property = segue_calendar_view_get_property;
  object_class->set_property = segue_calendar_view_set_property;
  widget_class->grab_focus = segue_calendar_view_grab_focus;
  view_class->refresh = segue_calendar_view_refresh;
  view_class->viewport_changed = segue_calendar_view_viewport_changed;

  properties[PROP_MODE] =
    g_param_spec_string ("mode", NULL, NULL, "month",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals ();
  add_keys (widget_class);

  g_type_ensure (SEGUE_TYPE_MONTH_VIEW);
  g_type_ensure (SEGUE_TYPE_WEEK_VIEW);
  g_type_ensure (SEGUE_TYPE_YEAR_VIEW);
  g_type_ensure (SEGUE_TYPE_AGENDA_VIEW);
  g_type_ensure (SEGUE_TYPE_DAY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/segue_planner/Segue/calendar/segue-calendar-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, title);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, month);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, week);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, year);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, agenda);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, preview);
  gtk_widget_class_bind_template_child (widget_class, SegueCalendarView, list);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_month);
}

static void
connect_page (SegueCalendarView *self, SegueCalendarPage *page)
{
  g_signal_connect_object (page, "title-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "day-activated", G_CALLBACK (day_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "month-requested", G_CALLBACK (month_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "move-requested", G_CALLBACK (move_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "preview-requested", G_CALLBACK (preview_requested_cb), self, G_CONNECT_SWAPPED);
}

static void
segue_calendar_view_init (SegueCalendarView *self)
{
  self->mode = g_strdup ("month");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pages[0] = segue_month_view_get_grid (self->month);
  self->pages[1] = self->week;
  self->pages[2] = self->year;
  self->pages[3] = self->agenda;
  for (guint i = 0; i < N_MODES; i++)
    connect_page (self, self->pages[i]);

  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::day", G_CALLBACK (update_list));
}

/**
 * segue_calendar_view_go_to_day:
 *
 * Scrolls so that @day can be seen, and makes it the one the person is at.
 */
void
segue_calendar_view_go_to_day (SegueCalendarView *self, SegueDay day)
{
  g_return_if_fail (SEGUE_IS_CALENDAR_VIEW (self));

  if (self->view.viewport == NULL)
    return;

  segue_viewport_set_day (self->view.viewport, day);
  segue_calendar_page_reveal (get_page (self));
}
