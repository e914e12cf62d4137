/* segue-day-cell.c - a day of the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-day-cell.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-entry-chip.h"
#include "ui/calendar/segue-hours-bar.h"
#include "ui/common/segue-ui.h"

/* More than this are never shown; the day's list has them all. */
#define MAX_CHIPS 8

struct _SegueDayCell
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueDay day;
  GtkWidget *chips[MAX_CHIPS];
  guint n_chips;          /* in sight */

  GtkWidget *number;
  GtkWidget *note;
  GtkWidget *countdown;
  GtkWidget *hours;
  GtkWidget *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SegueDayCell, segue_day_cell, GTK_TYPE_WIDGET)

/* What a cell says is said by its own name. */
static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE,
                                   "single-line-mode", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_box (GtkOrientation orientation, int spacing, const char *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE,
                                 "orientation", orientation, "spacing", spacing, NULL);

  gtk_widget_add_css_class (box, css_class);

  return box;
}

/* Made when the first day needs it, and kept. */
static void
show_chip (SegueDayCell *self, guint index, const SegueEntry *entry, gboolean compact)
{
  if (self->chips[index] == NULL)
    {
      self->chips[index] = segue_entry_chip_new ();
      gtk_widget_insert_before (self->chips[index], self->list, self->more);
    }
  segue_entry_chip_show (SEGUE_ENTRY_CHIP (self->chips[index]), entry, segue_calendar_scene_get_today (self->scene),
                         compact ? SEGUE_CHIP_ICON : SEGUE_CHIP_LINE);
  gtk_widget_set_visible (self->chips[index], TRUE);
}

static void
show_entries (SegueDayCell *self, guint room, gboolean compact)
{
  const SegueEntry *entries;
  guint n_entries;

  entries = segue_calendar_scene_get_entries (self->scene, self->day, self->day + 1, &n_entries);
  room = MIN (room, MAX_CHIPS);
  self->n_chips = n_entries <= room ? n_entries : room - 1;
  for (guint i = 0; i < self->n_chips; i++)
    show_chip (self, i, &entries[i], compact);
  for (guint i = self->n_chips; i < MAX_CHIPS && self->chips[i] != NULL; i++)
    gtk_widget_set_visible (self->chips[i], FALSE);

  gtk_widget_set_visible (self->more, n_entries > self->n_chips);
  if (n_entries > self->n_chips)
    {
      /* Translators: how many more things happen on a day than there is room for. */
      g_autofree char *more = g_strdup_printf (C_("calendar", "+%u"), n_entries - self->n_chips);

      gtk_label_set_label (GTK_LABEL (self->more), more);
    }
}

static void
show_countdown (SegueDayCell *self)
{
  SegueDay today = segue_calendar_scene_get_today (self->scene);
  gboolean wanted = segue_calendar_scene_counts_down (self->scene, self->day);

  gtk_widget_set_visible (self->countdown, wanted);
  if (wanted)
    {
      g_autofree char *text = segue_calendar_text_countdown (today, self->day);

      gtk_label_set_label (GTK_LABEL (self->countdown), text);
      segue_ui_set_css_class (self->countdown, "error", self->day - today <= SEGUE_NEAR_DAYS);
      segue_ui_set_css_class (self->countdown, "dim-label", self->day - today > 30);
    }
}

static void
show_hours (SegueDayCell *self)
{
  gint32 planned = segue_calendar_scene_get_planned (self->scene, self->day);

  gtk_widget_set_visible (self->hours, planned > 0);
  segue_hours_bar_show (SEGUE_HOURS_BAR (self->hours), planned, segue_calendar_scene_get_capacity (self->scene, self->day));
}

static void
show_number (SegueDayCell *self)
{
  int year, month, mday;
  g_autofree char *text = NULL;

  segue_day_to_ymd (self->day, &year, &month, &mday);
  text = g_strdup_printf ("%d", mday);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  segue_ui_set_css_class (self->number, "today", self->day == segue_calendar_scene_get_today (self->scene));
}

static void
show_note (SegueDayCell *self, gboolean compact)
{
  const char *day_off = segue_calendar_scene_get_day_off (self->scene, self->day);
  int year, month, mday;

  segue_day_to_ymd (self->day, &year, &month, &mday);
  segue_ui_set_css_class (GTK_WIDGET (self), "day-off", day_off != NULL);
  if (day_off != NULL || mday != 1 || compact)
    {
      gtk_label_set_label (GTK_LABEL (self->note), day_off != NULL && !compact ? day_off : "");
      segue_ui_set_css_class (self->note, "heading", FALSE);
    }
  else
    {
      g_autofree char *name = segue_text_month (year, month);

      gtk_label_set_label (GTK_LABEL (self->note), name);
      segue_ui_set_css_class (self->note, "heading", TRUE);
    }
}

static void
segue_day_cell_dispose (GObject *object)
{
  SegueDayCell *self = SEGUE_DAY_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_day_cell_parent_class)->dispose (object);
}

static void
segue_day_cell_class_init (SegueDayCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_day_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
segue_day_cell_init (SegueDayCell *self)
{
  GtkWidget *head = make_box (GTK_ORIENTATION_HORIZONTAL, 4, "head");

  self->day = SEGUE_DAY_NONE;
  self->number = make_label ("number");
  self->note = make_label ("caption");
  self->countdown = make_label ("countdown");
  self->hours = segue_hours_bar_new ();
  self->list = make_box (GTK_ORIENTATION_VERTICAL, 2, "chips");
  self->more = make_label ("more");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (GTK_LABEL (self->number), 0.5);
  gtk_label_set_ellipsize (GTK_LABEL (self->number), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (self->countdown), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_box_append (GTK_BOX (head), self->number);
  gtk_box_append (GTK_BOX (head), self->note);
  gtk_box_append (GTK_BOX (head), self->countdown);
  gtk_box_append (GTK_BOX (head), self->hours);
  gtk_box_append (GTK_BOX (self->list), self->more);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * segue_day_cell_new:
 * @column: its place in the week, from 0, whatever the direction
 *
 * Returns: (transfer floating): a cell without a day
 */
GtkWidget *
segue_day_cell_new (int column)
{
  GtkWidget *self = g_object_new (SEGUE_TYPE_DAY_CELL, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1, -1);

  return self;
}

/**
 * segue_day_cell_show:
 * @scene: what is planned
 * @day: which day it is from now on
 * @room: how many entries there is room for
 * @compact: whether there is no room for words
 */
void
segue_day_cell_show (SegueDayCell *self, SegueCalendarScene *scene, SegueDay day, guint room, gboolean compact)
{
  g_autofree char *name = segue_calendar_text_day (scene, day);

  segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  self->day = day;

  segue_ui_set_css_class (GTK_WIDGET (self), "compact", compact);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->list),
                                  compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  show_number (self);
  show_note (self, compact);
  show_countdown (self);
  show_hours (self);
  show_entries (self, room, compact);
  if (compact)
    {
      gtk_widget_set_visible (self->countdown, FALSE);
      gtk_widget_set_visible (self->hours, FALSE);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * segue_day_cell_set_marks:
 * @current: whether the person is at this day
 * @outside: whether it belongs to another month than the one in sight
 * @selection: (nullable): the id of the step that is selected
 */
void
segue_day_cell_set_marks (SegueDayCell *self, gboolean current, gboolean outside, const char *selection)
{
  segue_ui_set_css_class (GTK_WIDGET (self), "current", current);
  segue_ui_set_css_class (GTK_WIDGET (self), "outside", outside);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
  for (guint i = 0; i < self->n_chips; i++)
    segue_entry_chip_set_selected (SEGUE_ENTRY_CHIP (self->chips[i]), selection);
}

SegueDay
segue_day_cell_get_day (SegueDayCell *self)
{
  return self->day;
}
