/* segue-week-view.c - seven days with all that happens on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-week-view.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-day-list.h"
#include "ui/calendar/segue-month-layout.h"
#include "ui/common/segue-day-scale.h"
#include "ui/common/segue-goal-style.h"

#define DAYS 7

struct _SegueWeekView
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueViewport *viewport;
  GSignalGroup *viewport_signals;
  SegueMonthLayout layout;
  SegueDay begin;
  gboolean narrow;
  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *days[DAYS];  /* cells that take the focus */
  GtkWidget *lists[DAYS];
  GtkWidget *work[DAYS];
};

enum
{
  PROP_0,
  PROP_NARROW,
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_WEEK_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueWeekView, segue_week_view, GTK_TYPE_WIDGET)

static SegueDay
get_day (SegueWeekView *self)
{
  SegueDay day = self->viewport != NULL ? segue_viewport_get_day (self->viewport) : SEGUE_DAY_NONE;

  return day != SEGUE_DAY_NONE ? day : segue_calendar_scene_get_today (self->scene);
}

/* Minutes of a work step on a day. */
static gint32
get_minutes (SegueLayout *layout, int step, SegueDay day)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  const SegueSlice *slice = &schedule->steps[step].minutes;

  for (gint32 i = 0; i < slice->n; i++)
    if (schedule->minutes[slice->first + i].day == day)
      return schedule->minutes[slice->first + i].minutes;

  return 0;
}

static void
add_work (SegueWeekView *self, int index, int step, gint32 minutes)
{
  SegueLayout *layout = segue_calendar_scene_get_layout (self->scene);
  g_autofree char *amount = segue_text_minutes (minutes);
  /* Translators: work on a day of the week: the title of a step, an amount of time. */
  g_autofree char *text = g_strdup_printf (C_("week", "%1$s, %2$s"),
                                           segue_record_get_title (segue_layout_get_step (layout, step)), amount);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "segue-chip");
  gtk_widget_add_css_class (label, "strong");
  gtk_widget_add_css_class (label, "caption");
  segue_goal_style_apply (label, segue_layout_get_problem (layout)->steps[step].goal);
  gtk_box_append (GTK_BOX (self->work[index]), label);
}

static void
show_work (SegueWeekView *self, int index)
{
  SegueLayout *layout = segue_calendar_scene_get_layout (self->scene);
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  SegueDay day = self->begin + index;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->work[index])) != NULL)
    gtk_box_remove (GTK_BOX (self->work[index]), child);
  for (int step = 0; step < schedule->n_steps; step++)
    {
      const SegueStepResult *result = &schedule->steps[step];
      gint32 minutes;

      if (!result->active || result->start == SEGUE_DAY_NONE || day < result->start || day > result->end)
        continue;
      minutes = get_minutes (layout, step, day);
      if (minutes > 0)
        add_work (self, index, step, minutes);
    }
}

static void
mark_days (SegueWeekView *self)
{
  SegueDay current = get_day (self);

  for (int i = 0; i < DAYS; i++)
    {
      gboolean is_current = self->begin + i == current;

      if (is_current)
        gtk_widget_add_css_class (self->days[i], "current");
      else
        gtk_widget_remove_css_class (self->days[i], "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_STATE_SELECTED, is_current, -1);
    }
}

static void
show_week (SegueWeekView *self, SegueDay begin)
{
  self->begin = begin;
  for (int i = 0; i < DAYS; i++)
    {
      g_autofree char *name = segue_calendar_text_day (self->scene, begin + i);

      segue_day_list_show (SEGUE_DAY_LIST (self->lists[i]), self->scene, begin + i);
      show_work (self, i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_signal_emit (self, signals[SIGNAL_WEEK_CHANGED], 0);
}

static GtkWidget *
get_current (SegueWeekView *self)
{
  return self->days[CLAMP (get_day (self) - self->begin, 0, DAYS - 1)];
}

static void
day_changed_cb (SegueWeekView *self)
{
  SegueDay begin;

  if (self->scene == NULL)
    return;

  begin = segue_month_layout_week_begin (&self->layout, segue_month_layout_get_week (&self->layout, get_day (self)));
  if (begin != self->begin)
    show_week (self, begin);
  mark_days (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (get_current (self));
}

static int
get_step (SegueWeekView *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

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
    default:
      return 0;
    }
}

static void
move_entry (SegueWeekView *self, int days)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  SegueDay day = get_day (self);
  const SegueEntry *entries, *found = NULL;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (self->scene, day, day + 1, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    if (segue_entry_is_movable (&entries[i]) && (found == NULL || g_strcmp0 (entries[i].id, selection) == 0))
      found = &entries[i];
  if (found != NULL)
    {
      g_autofree char *point = segue_entry_get_point (found);

      g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, point, day + days);
    }
}

static gboolean
key_pressed_cb (SegueWeekView *self, guint key, guint code, GdkModifierType state)
{
  int step = get_step (self, key);

  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->scene == NULL || self->viewport == NULL || step == 0)
    return FALSE;

  if (state == GDK_ALT_MASK)
    move_entry (self, step);
  else if (state == 0)
    segue_viewport_set_day (self->viewport, get_day (self) + step);
  else
    return FALSE;

  return TRUE;
}

static void
list_activated_cb (SegueWeekView *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  segue_viewport_set_selection (self->viewport, kept);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, kept);
}

static gboolean
segue_week_view_grab_focus (GtkWidget *widget)
{
  SegueWeekView *self = SEGUE_WEEK_VIEW (widget);

  return self->scene != NULL && gtk_widget_grab_focus (get_current (self));
}

static void
segue_week_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    segue_week_view_set_narrow (SEGUE_WEEK_VIEW (object), g_value_get_boolean (value));
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
  SegueWeekView *self = SEGUE_WEEK_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_week_view_parent_class)->dispose (object);
}

static void
segue_week_view_class_init (SegueWeekViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_week_view_dispose;
  object_class->set_property = segue_week_view_set_property;
  object_class->get_property = segue_week_view_get_property;
  widget_class->grab_focus = segue_week_view_grab_focus;
  g_object_class_install_property (object_class, PROP_NARROW,
                                   g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEGUE_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MOVE_REQUESTED] = g_signal_new ("move-requested", SEGUE_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_WEEK_CHANGED] = g_signal_new ("week-changed", SEGUE_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "weekview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
make_day (SegueWeekView *self, int index)
{
  GtkWidget *day = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8,
                                 "focusable", TRUE, "hexpand", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

  self->lists[index] = segue_day_list_new ();
  g_signal_connect_object (self->lists[index], "activated", G_CALLBACK (list_activated_cb), self, G_CONNECT_SWAPPED);
  self->work[index] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (day, "segue-week-day");
  gtk_box_append (GTK_BOX (day), self->lists[index]);
  gtk_box_append (GTK_BOX (day), self->work[index]);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_RELATION_COL_INDEX, index + 1, -1);

  return day;
}

static void
segue_week_view_init (SegueWeekView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->begin = SEGUE_DAY_NONE;
  self->layout.first_weekday = segue_locale_first_weekday ();
  self->box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 4, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_ROW, NULL);
  gtk_widget_add_css_class (self->box, "segue-week");
  for (int i = 0; i < DAYS; i++)
    {
      self->days[i] = make_day (self, i);
      gtk_box_append (GTK_BOX (self->box), self->days[i]);
    }
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->box, "vexpand", TRUE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->viewport_signals = g_signal_group_new (SEGUE_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::day", G_CALLBACK (day_changed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the week"), -1);
}

void
segue_week_view_set_viewport (SegueWeekView *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_WEEK_VIEW (self));

  if (!g_set_object (&self->viewport, viewport))
    return;

  g_signal_group_set_target (self->viewport_signals, viewport);
  day_changed_cb (self);
}

/**
 * segue_week_view_set_scene:
 * @scene: (nullable): what is planned from now on
 */
void
segue_week_view_set_scene (SegueWeekView *self, SegueCalendarScene *scene)
{
  g_return_if_fail (SEGUE_IS_WEEK_VIEW (self));

  if (scene != NULL)
    segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  self->begin = SEGUE_DAY_NONE;
  day_changed_cb (self);
}

/**
 * segue_week_view_set_narrow:
 * @narrow: whether days stand under each other
 */
void
segue_week_view_set_narrow (SegueWeekView *self, gboolean narrow)
{
  g_return_if_fail (SEGUE_IS_WEEK_VIEW (self));

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->box), !narrow);
}

/**
 * segue_week_view_get_begin:
 *
 * Returns: the first day in sight; %SEGUE_DAY_NONE before there is one
 */
SegueDay
segue_week_view_get_begin (SegueWeekView *self)
{
  return self->begin;
}
