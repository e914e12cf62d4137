/* segue-agenda-row.c - something that comes, on a line of the agenda
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"

struct _SegueAgendaRow
{
  GtkWidget parent_instance;

  SegueAgendaItem *item;
  GtkWidget *number;
  GtkWidget *weekday;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *countdown;
};

G_DEFINE_FINAL_TYPE (SegueAgendaRow, segue_agenda_row, GTK_TYPE_WIDGET)

static void
segue_agenda_row_dispose (GObject *object)
{
  SegueAgendaRow *self = SEGUE_AGENDA_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (segue_agenda_row_parent_class)->dispose (object);
}

static void
segue_agenda_row_class_init (SegueAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_agenda_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "agendarow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

/* What a row says is said by its item's name. */
static GtkWidget *
add_label (SegueAgendaRow *self, const char *css_class, float xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "xalign", xalign,
                                   "valign", GTK_ALIGN_BASELINE_FILL, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
segue_agenda_row_init (SegueAgendaRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  self->number = add_label (self, "number", 1);
  gtk_widget_add_css_class (self->number, "numeric");
  self->weekday = add_label (self, "dimmed", 0);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);
  gtk_widget_add_css_class (self->icon, "segue-goal-text");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->title = add_label (self, "body", 0);
  g_object_set (self->title, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2,
                "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  self->countdown = add_label (self, "countdown", 1);
  gtk_widget_add_css_class (self->countdown, "numeric");
}

GtkWidget *
segue_agenda_row_new (const SegueAgendaColumns *columns)
{
  SegueAgendaRow *self = g_object_new (SEGUE_TYPE_AGENDA_ROW, NULL);

  gtk_size_group_add_widget (columns->number, self->number);
  gtk_size_group_add_widget (columns->weekday, self->weekday);
  gtk_size_group_add_widget (columns->countdown, self->countdown);

  return GTK_WIDGET (self);
}

/* The date stands on the first entry of a day and not on the others. */
static void
show_date (SegueAgendaRow *self, SegueDay day)
{
  gboolean first = segue_agenda_item_is_first (self->item);
  g_autofree char *weekday = segue_text_weekday (segue_day_get_weekday (day));
  g_autofree char *number = NULL;
  int mday;

  segue_day_to_ymd (day, NULL, NULL, &mday);
  number = g_strdup_printf ("%d", mday);
  gtk_label_set_label (GTK_LABEL (self->number), first ? number : "");
  gtk_label_set_label (GTK_LABEL (self->weekday), first ? weekday : "");
}

void
segue_agenda_row_show (SegueAgendaRow *self, SegueAgendaItem *item)
{
  const SegueEntry *entry = segue_agenda_item_get_entry (item);
  SegueDay today = segue_calendar_scene_get_today (segue_agenda_item_get_scene (item));
  g_autofree char *title = segue_calendar_text_entry (entry);
  g_autofree char *countdown = segue_calendar_text_countdown (today, entry->day);

  g_set_object (&self->item, item);
  show_date (self, entry->day);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), segue_entry_get_icon (entry));
  segue_goal_style_apply (self->icon, entry->goal);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->countdown), segue_entry_counts_down (entry) ? countdown : "");
  segue_ui_set_css_class (self->countdown, "near", entry->day >= today && entry->day - today <= SEGUE_NEAR_DAYS);
  segue_ui_set_css_class (self->title, "strong", segue_entry_counts_down (entry));
  segue_ui_set_css_class (self->number, "today", entry->day == today && segue_agenda_item_is_first (item));
  segue_ui_set_css_class (GTK_WIDGET (self), "past", entry->done || entry->day < today);
}

/**
 * segue_agenda_row_get_day:
 *
 * Returns: the day of what it shows; %SEGUE_DAY_NONE before it shows anything
 */
SegueDay
segue_agenda_row_get_day (SegueAgendaRow *self)
{
  return self->item != NULL ? segue_agenda_item_get_entry (self->item)->day : SEGUE_DAY_NONE;
}

/**
 * segue_agenda_row_get_name:
 *
 * Returns: (transfer full): what a screen reader says of it: the whole date,
 *   what happens and how many days are left
 */
char *
segue_agenda_row_get_name (SegueAgendaRow *self)
{
  const SegueEntry *entry = segue_agenda_item_get_entry (self->item);
  SegueDay today = segue_calendar_scene_get_today (segue_agenda_item_get_scene (self->item));
  g_autofree char *day = segue_text_day (entry->day);
  g_autofree char *title = segue_calendar_text_entry (entry);
  g_autofree char *countdown = segue_calendar_text_countdown (today, entry->day);

  /* Translators: an entry of the agenda for a screen reader: a date, what happens, a countdown. */
  return g_strdup_printf (C_("agenda", "%1$s, %2$s, %3$s"), day, title, countdown);
}
