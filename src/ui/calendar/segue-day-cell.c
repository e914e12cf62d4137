/* segue-day-cell.c - a day of the month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-day-cell.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-goal-style.h"

/* More than this are never shown; the day's list has them all. */
#define MAX_CHIPS 8
/* Pixels of the bar of hours when a day is full. */
#define HOURS_WIDTH 22

typedef struct
{
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *label;
  SegueEntry entry;
} Chip;

struct _SegueDayCell
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueDay day;
  Chip chips[MAX_CHIPS];
  guint n_chips;

  GtkWidget *number;
  GtkWidget *note;
  GtkWidget *countdown;
  GtkWidget *hours;
  GtkWidget *planned;
  GtkWidget *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SegueDayCell, segue_day_cell, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

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

static void
make_chip (SegueDayCell *self, Chip *chip)
{
  chip->box = make_box (GTK_ORIENTATION_HORIZONTAL, 5, "segue-chip");
  chip->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
  chip->label = make_label ("caption");
  gtk_box_append (GTK_BOX (chip->box), chip->icon);
  gtk_box_append (GTK_BOX (chip->box), chip->label);
  gtk_widget_insert_before (chip->box, self->list, self->more);
}

static void
fill_chip (SegueDayCell *self, Chip *chip, const SegueEntry *entry, gboolean compact)
{
  g_autofree char *text = segue_calendar_text_entry (entry);

  if (chip->box == NULL)
    make_chip (self, chip);
  chip->entry = *entry;
  gtk_image_set_from_icon_name (GTK_IMAGE (chip->icon), segue_entry_get_icon (entry));
  gtk_label_set_label (GTK_LABEL (chip->label), text);
  gtk_widget_set_visible (chip->label, !compact);
  gtk_widget_set_tooltip_text (chip->box, text);
  segue_goal_style_apply (chip->box, entry->goal);
  set_css_class (chip->box, "strong", entry->kind <= SEGUE_ENTRY_VEST);
  set_css_class (chip->box, "late", entry->late || entry->kind == SEGUE_ENTRY_DEADLINE);
  set_css_class (chip->box, "done", entry->done);
  gtk_widget_set_visible (chip->box, TRUE);
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
    fill_chip (self, &self->chips[i], &entries[i], compact);
  for (guint i = self->n_chips; i < MAX_CHIPS && self->chips[i].box != NULL; i++)
    gtk_widget_set_visible (self->chips[i].box, FALSE);

  gtk_widget_set_visible (self->more, n_entries > self->n_chips);
  if (n_entries > self->n_chips)
    {
      /* Translators: how many more things happen on a day than there is room for. */
      g_autofree char *more = g_strdup_printf (C_("calendar", "+%u"), n_entries - self->n_chips);

      gtk_label_set_label (GTK_LABEL (self->more), more);
    }
}

static gboolean
counts_down (const SegueEntry *entry)
{
  return !entry->done && (entry->kind == SEGUE_ENTRY_MILESTONE || entry->kind == SEGUE_ENTRY_DEADLINE
                          || entry->kind == SEGUE_ENTRY_VEST);
}

static void
show_countdown (SegueDayCell *self)
{
  SegueDay today = segue_calendar_scene_get_today (self->scene);
  const SegueEntry *entries;
  guint n_entries;
  gboolean wanted = FALSE;

  entries = segue_calendar_scene_get_entries (self->scene, self->day, self->day + 1, &n_entries);
  for (guint i = 0; i < n_entries && !wanted; i++)
    wanted = counts_down (&entries[i]);
  gtk_widget_set_visible (self->countdown, wanted);
  if (wanted)
    {
      g_autofree char *text = segue_calendar_text_countdown (today, self->day);

      gtk_label_set_label (GTK_LABEL (self->countdown), text);
      set_css_class (self->countdown, "error", self->day - today <= 7);
      set_css_class (self->countdown, "dim-label", self->day - today > 30);
    }
}

static void
show_hours (SegueDayCell *self)
{
  gint32 planned = segue_calendar_scene_get_planned (self->scene, self->day);
  gint32 capacity = MAX (segue_calendar_scene_get_capacity (self->scene, self->day), 1);

  gtk_widget_set_visible (self->hours, planned > 0);
  gtk_widget_set_size_request (self->planned, CLAMP (HOURS_WIDTH * planned / capacity, 2, HOURS_WIDTH), -1);
}

static void
show_number (SegueDayCell *self)
{
  int year, month, mday;
  g_autofree char *text = NULL;

  segue_day_to_ymd (self->day, &year, &month, &mday);
  text = g_strdup_printf ("%d", mday);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  set_css_class (self->number, "today", self->day == segue_calendar_scene_get_today (self->scene));
}

static void
show_note (SegueDayCell *self, gboolean compact)
{
  const char *day_off = segue_calendar_scene_get_day_off (self->scene, self->day);
  int year, month, mday;

  segue_day_to_ymd (self->day, &year, &month, &mday);
  set_css_class (GTK_WIDGET (self), "day-off", day_off != NULL);
  if (day_off != NULL || mday != 1 || compact)
    {
      gtk_label_set_label (GTK_LABEL (self->note), day_off != NULL && !compact ? day_off : "");
      set_css_class (self->note, "heading", FALSE);
    }
  else
    {
      g_autofree char *name = segue_text_month (year, month);

      gtk_label_set_label (GTK_LABEL (self->note), name);
      set_css_class (self->note, "heading", TRUE);
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
  self->hours = make_box (GTK_ORIENTATION_HORIZONTAL, 0, "hours");
  self->planned = make_box (GTK_ORIENTATION_HORIZONTAL, 0, "planned");
  self->list = make_box (GTK_ORIENTATION_VERTICAL, 2, "chips");
  self->more = make_label ("more");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (GTK_LABEL (self->number), 0.5);
  gtk_label_set_ellipsize (GTK_LABEL (self->number), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (self->countdown), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_widget_set_valign (self->hours, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->hours, HOURS_WIDTH, -1);
  gtk_box_append (GTK_BOX (self->hours), self->planned);
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

  set_css_class (GTK_WIDGET (self), "compact", compact);
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
  set_css_class (GTK_WIDGET (self), "current", current);
  set_css_class (GTK_WIDGET (self), "outside", outside);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
  for (guint i = 0; i < self->n_chips; i++)
    set_css_class (self->chips[i].box, "selected", g_strcmp0 (self->chips[i].entry.id, selection) == 0);
}

SegueDay
segue_day_cell_get_day (SegueDayCell *self)
{
  return self->day;
}

/**
 * segue_day_cell_pick_entry:
 * @picked: what lies under the pointer
 *
 * Returns: (transfer none) (nullable): the entry whose chip that is
 */
const SegueEntry *
segue_day_cell_pick_entry (SegueDayCell *self, GtkWidget *picked)
{
  for (guint i = 0; i < self->n_chips; i++)
    if (picked == self->chips[i].box || gtk_widget_is_ancestor (picked, self->chips[i].box))
      return &self->chips[i].entry;

  return NULL;
}

/**
 * segue_day_cell_get_chip:
 * @entry: one that was picked
 *
 * Returns: (transfer none): what shows it
 */
GtkWidget *
segue_day_cell_get_chip (SegueDayCell *self, const SegueEntry *entry)
{
  for (guint i = 0; i < self->n_chips; i++)
    if (&self->chips[i].entry == entry)
      return self->chips[i].box;

  return NULL;
}
