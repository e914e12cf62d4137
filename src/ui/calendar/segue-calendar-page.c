/* segue-calendar-page.c - a way in which the calendar shows the plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-calendar-page.h"

#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-day-scale.h"

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_DAY_ACTIVATED,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_PREVIEW_REQUESTED,
  SIGNAL_TITLE_CHANGED,
  SIGNAL_MONTH_REQUESTED,
  SIGNAL_WEEKDAYS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (SegueCalendarPage, segue_calendar_page, GTK_TYPE_WIDGET)

static void
day_changed_cb (SegueCalendarPage *self)
{
  if (self->scene != NULL)
    SEGUE_CALENDAR_PAGE_GET_CLASS (self)->day_changed (self);
}

static gboolean
is_on_day (SegueCalendarPage *self, const char *id)
{
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_page_get_entries (self, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    if (g_strcmp0 (entries[i].id, id) == 0)
      return TRUE;

  return FALSE;
}

/* The day follows what is selected, unless that is on it: a step has more
 * days than the one on which it begins. */
static void
selection_changed_cb (SegueCalendarPage *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  SegueDay day = self->scene != NULL ? segue_calendar_scene_find_day (self->scene, selection) : SEGUE_DAY_NONE;

  if (self->scene == NULL)
    return;

  if (day != SEGUE_DAY_NONE && !is_on_day (self, selection))
    segue_viewport_set_day (self->viewport, day);
  SEGUE_CALENDAR_PAGE_GET_CLASS (self)->selection_changed (self);
}

static void
first_weekday_changed_cb (SegueCalendarPage *self)
{
  self->layout.first_weekday = segue_viewport_get_first_weekday (self->viewport);
  SEGUE_CALENDAR_PAGE_GET_CLASS (self)->scene_changed (self);
  g_signal_emit (self, signals[SIGNAL_WEEKDAYS_CHANGED], 0);
}

/* What a page has no answer to. */
static void
ignore (SegueCalendarPage *self)
{
}

static void
segue_calendar_page_dispose (GObject *object)
{
  SegueCalendarPage *self = SEGUE_CALENDAR_PAGE (object);

  g_clear_weak_pointer (&self->drop_cell);
  g_clear_object (&self->viewport_signals);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  g_clear_pointer (&self->drag_point, g_free);

  G_OBJECT_CLASS (segue_calendar_page_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType first, GType second)
{
  return g_signal_new (name, SEGUE_TYPE_CALENDAR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       first == G_TYPE_NONE ? 0 : second == G_TYPE_NONE ? 1 : 2, first, second);
}

static void
segue_calendar_page_class_init (SegueCalendarPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = segue_calendar_page_dispose;
  klass->scene_changed = ignore;
  klass->day_changed = ignore;
  klass->selection_changed = ignore;
  klass->reveal = ignore;

  signals[SIGNAL_ACTIVATED] = add_signal ("activated", G_TYPE_STRING, G_TYPE_NONE);
  signals[SIGNAL_DAY_ACTIVATED] = add_signal ("day-activated", G_TYPE_INT, GTK_TYPE_WIDGET);
  signals[SIGNAL_MOVE_REQUESTED] = add_signal ("move-requested", G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_PREVIEW_REQUESTED] = add_signal ("preview-requested", G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_TITLE_CHANGED] = add_signal ("title-changed", G_TYPE_NONE, G_TYPE_NONE);
  signals[SIGNAL_MONTH_REQUESTED] = add_signal ("month-requested", G_TYPE_NONE, G_TYPE_NONE);
  signals[SIGNAL_WEEKDAYS_CHANGED] = add_signal ("weekdays-changed", G_TYPE_NONE, G_TYPE_NONE);
}

static void
segue_calendar_page_init (SegueCalendarPage *self)
{
  self->layout.first_weekday = segue_locale_first_weekday ();
  self->viewport_signals = g_signal_group_new (SEGUE_TYPE_VIEWPORT);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::day", G_CALLBACK (day_changed_cb), self);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::selection", G_CALLBACK (selection_changed_cb), self);
  g_signal_group_connect_swapped (self->viewport_signals, "notify::first-weekday",
                                  G_CALLBACK (first_weekday_changed_cb), self);
}

/**
 * segue_calendar_page_set_scene:
 * @scene: (nullable): what is planned from now on
 */
void
segue_calendar_page_set_scene (SegueCalendarPage *self, SegueCalendarScene *scene)
{
  g_return_if_fail (SEGUE_IS_CALENDAR_PAGE (self));

  if (scene != NULL)
    segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  SEGUE_CALENDAR_PAGE_GET_CLASS (self)->scene_changed (self);
}

void
segue_calendar_page_set_viewport (SegueCalendarPage *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_CALENDAR_PAGE (self));

  if (!g_set_object (&self->viewport, viewport))
    return;

  g_signal_group_set_target (self->viewport_signals, viewport);
  if (viewport != NULL)
    first_weekday_changed_cb (self);
}

/**
 * segue_calendar_page_get_title:
 *
 * Returns: (transfer full): what is in sight, such as "June 2022"
 */
char *
segue_calendar_page_get_title (SegueCalendarPage *self)
{
  g_return_val_if_fail (SEGUE_IS_CALENDAR_PAGE (self), NULL);

  return self->scene != NULL ? SEGUE_CALENDAR_PAGE_GET_CLASS (self)->get_title (self) : g_strdup ("");
}

/**
 * segue_calendar_page_turn:
 * @pages: how many, backwards if negative
 */
void
segue_calendar_page_turn (SegueCalendarPage *self, int pages)
{
  g_return_if_fail (SEGUE_IS_CALENDAR_PAGE (self));

  if (self->scene != NULL && self->viewport != NULL)
    SEGUE_CALENDAR_PAGE_GET_CLASS (self)->turn (self, pages);
}

/**
 * segue_calendar_page_reveal:
 *
 * Brings the day the person is at into sight.
 */
void
segue_calendar_page_reveal (SegueCalendarPage *self)
{
  g_return_if_fail (SEGUE_IS_CALENDAR_PAGE (self));

  if (self->scene != NULL)
    SEGUE_CALENDAR_PAGE_GET_CLASS (self)->reveal (self);
}

/* ---- for the pages ---- */

/**
 * segue_calendar_page_get_day:
 *
 * Returns: where the person is: today, when they have not been anywhere
 */
SegueDay
segue_calendar_page_get_day (SegueCalendarPage *self)
{
  SegueDay day = self->viewport != NULL ? segue_viewport_get_day (self->viewport) : SEGUE_DAY_NONE;

  if (day == SEGUE_DAY_NONE)
    return self->scene != NULL ? segue_calendar_scene_get_today (self->scene) : 0;

  return day;
}

/**
 * segue_calendar_page_get_entries:
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): what happens on the day
 *   the person is at
 */
const SegueEntry *
segue_calendar_page_get_entries (SegueCalendarPage *self, guint *n_entries)
{
  SegueDay day = segue_calendar_page_get_day (self);

  return segue_calendar_scene_get_entries (self->scene, day, day + 1, n_entries);
}

void
segue_calendar_page_go (SegueCalendarPage *self, SegueDay day)
{
  if (self->viewport != NULL)
    segue_viewport_set_day (self->viewport, day);
}

void
segue_calendar_page_select (SegueCalendarPage *self, const SegueEntry *entry)
{
  if (self->viewport != NULL)
    segue_viewport_set_selection (self->viewport, entry->id);
}

/* The next entry of the day, round and round. */
void
segue_calendar_page_select_next (SegueCalendarPage *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  g_autofree char *text = NULL;
  const SegueEntry *entries;
  guint n_entries, next = 0;

  entries = segue_calendar_page_get_entries (self, &n_entries);
  if (n_entries == 0)
    return;

  for (guint i = 0; i < n_entries; i++)
    if (g_strcmp0 (entries[i].id, selection) == 0)
      next = (i + 1) % n_entries;
  text = segue_calendar_text_entry (&entries[next]);
  segue_calendar_page_select (self, &entries[next]);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
segue_calendar_page_activate (SegueCalendarPage *self, const SegueEntry *entry)
{
  g_autofree char *id = g_strdup (entry->id);

  segue_calendar_page_select (self, entry);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

/* The one thing that happens on the day, or a list of all. */
void
segue_calendar_page_open_day (SegueCalendarPage *self)
{
  SegueDay day = segue_calendar_page_get_day (self);
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_page_get_entries (self, &n_entries);
  if (n_entries == 1)
    segue_calendar_page_activate (self, entries);
  else if (n_entries > 1)
    g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, day,
                   SEGUE_CALENDAR_PAGE_GET_CLASS (self)->find_cell (self, day));
}

/* What a key on the day is about: the selection, or the first that can be moved. */
static const SegueEntry *
find_movable (SegueCalendarPage *self)
{
  const char *selection = segue_viewport_get_selection (self->viewport);
  const SegueEntry *found = NULL;
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_page_get_entries (self, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      if (!segue_entry_is_movable (&entries[i]))
        continue;
      if (g_strcmp0 (entries[i].id, selection) == 0)
        return &entries[i];
      if (found == NULL)
        found = &entries[i];
    }

  return found;
}

/**
 * segue_calendar_page_move_entry:
 * @day: where the selected entry of the day shall lie from now on
 */
void
segue_calendar_page_move_entry (SegueCalendarPage *self, SegueDay day)
{
  const SegueEntry *entry = find_movable (self);

  if (entry != NULL)
    {
      g_autofree char *point = segue_entry_get_point (entry);

      g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, point, day);
    }
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * segue_calendar_page_press:
 *
 * The keys that mean the same on every page with days.
 *
 * Returns: whether @key is one of them
 */
gboolean
segue_calendar_page_press (SegueCalendarPage *self, guint key, GdkModifierType state)
{
  if (state != 0)
    return FALSE;

  if (key == GDK_KEY_space)
    segue_calendar_page_select_next (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    segue_calendar_page_open_day (self);
  else
    return FALSE;

  return TRUE;
}

void
segue_calendar_page_tell_title (SegueCalendarPage *self)
{
  g_signal_emit (self, signals[SIGNAL_TITLE_CHANGED], 0);
}

void
segue_calendar_page_ask_month (SegueCalendarPage *self)
{
  g_signal_emit (self, signals[SIGNAL_MONTH_REQUESTED], 0);
}
