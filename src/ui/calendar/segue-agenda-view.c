/* segue-agenda-view.c - what comes, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-agenda-view.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-agenda-list.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-goal-style.h"

struct _SegueAgendaView
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueViewport *viewport;
  SegueAgendaList *entries;
  GtkWidget *scroller;
  GtkListView *list;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueAgendaView, segue_agenda_view, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *row, const char *name, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (row), label);
  g_object_set_data (G_OBJECT (row), name, label);

  return label;
}

static void
setup_cb (SegueAgendaView *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label;

  label = add_label (row, "day", "heading");
  gtk_label_set_width_chars (GTK_LABEL (label), 13);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (icon, "segue-goal-text");
  gtk_box_append (GTK_BOX (row), icon);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  label = add_label (row, "title", "body");
  g_object_set (label, "hexpand", TRUE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2, NULL);
  label = add_label (row, "countdown", "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_child (item, row);
}

static void
set_text (GtkWidget *row, const char *name, const char *text)
{
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), name), text);
}

/* "5 Apr 2023 (Wed)" on the first entry of a day, nothing on the others. */
static char *
describe_day (SegueAgendaItem *item)
{
  const SegueEntry *entry = segue_agenda_item_get_entry (item);
  SegueDay today = segue_calendar_scene_get_today (segue_agenda_item_get_scene (item));
  g_autofree char *day = segue_text_day_short (entry->day, today);
  g_autofree char *weekday = segue_text_weekday (segue_day_get_weekday (entry->day));

  if (!segue_agenda_item_is_first (item))
    return g_strdup ("");

  /* Translators: a day of the agenda: a short date, a short weekday. */
  return g_strdup_printf (C_("agenda", "%1$s, %2$s"), day, weekday);
}

static void
bind_cb (SegueAgendaView *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  SegueAgendaItem *agenda = gtk_list_item_get_item (item);
  const SegueEntry *entry = segue_agenda_item_get_entry (agenda);
  SegueDay today = segue_calendar_scene_get_today (segue_agenda_item_get_scene (agenda));
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  GtkWidget *count = g_object_get_data (G_OBJECT (row), "countdown");
  g_autofree char *day = describe_day (agenda);
  g_autofree char *full_day = segue_text_day (entry->day);
  g_autofree char *title = segue_calendar_text_entry (entry);
  g_autofree char *countdown = segue_calendar_text_countdown (today, entry->day);
  /* Translators: an entry of the agenda for a screen reader: a date, what happens, a countdown. */
  g_autofree char *name = g_strdup_printf (C_("agenda", "%1$s, %2$s, %3$s"), full_day, title, countdown);

  set_text (row, "day", day);
  set_text (row, "title", title);
  set_text (row, "countdown", countdown);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), segue_entry_get_icon (entry));
  segue_goal_style_apply (icon, entry->goal);
  if (entry->day >= today && entry->day - today <= 7 && !entry->done)
    gtk_widget_add_css_class (count, "error");
  else
    gtk_widget_remove_css_class (count, "error");
  gtk_widget_set_opacity (row, entry->done || entry->day < today ? 0.6 : 1);
  gtk_list_item_set_accessible_label (item, name);
}

static void
activate_cb (SegueAgendaView *self, guint position)
{
  g_autoptr(SegueAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), position);
  const SegueEntry *entry = segue_agenda_item_get_entry (item);

  segue_viewport_set_selection (self->viewport, entry->id);
  segue_viewport_set_day (self->viewport, entry->day);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, entry->id);
}

static void
scroll_to_day (SegueAgendaView *self, GtkListScrollFlags flags)
{
  SegueDay day = self->viewport != NULL ? segue_viewport_get_day (self->viewport) : SEGUE_DAY_NONE;

  if (self->entries == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    return;
  if (day == SEGUE_DAY_NONE)
    day = segue_calendar_scene_get_today (self->scene);

  gtk_list_view_scroll_to (self->list, segue_agenda_list_find_day (self->entries, day), flags, NULL);
}

static gboolean
segue_agenda_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SEGUE_AGENDA_VIEW (widget)->list));
}

static void
segue_agenda_view_dispose (GObject *object)
{
  SegueAgendaView *self = SEGUE_AGENDA_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->entries);
  g_clear_object (&self->viewport);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_agenda_view_parent_class)->dispose (object);
}

static void
segue_agenda_view_class_init (SegueAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_agenda_view_dispose;
  widget_class->grab_focus = segue_agenda_view_grab_focus;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEGUE_TYPE_AGENDA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "agendaview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
segue_agenda_view_init (SegueAgendaView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "segue-agenda");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agenda"), -1);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->list, "vexpand", TRUE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
segue_agenda_view_set_viewport (SegueAgendaView *self, SegueViewport *viewport)
{
  g_return_if_fail (SEGUE_IS_AGENDA_VIEW (self));

  g_set_object (&self->viewport, viewport);
}

/**
 * segue_agenda_view_set_scene:
 * @scene: (nullable): what is planned from now on
 */
void
segue_agenda_view_set_scene (SegueAgendaView *self, SegueCalendarScene *scene)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  g_return_if_fail (SEGUE_IS_AGENDA_VIEW (self));

  if (scene != NULL)
    segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  g_clear_object (&self->entries);
  if (scene != NULL)
    {
      self->entries = segue_agenda_list_new (scene);
      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries))));
    }
  gtk_list_view_set_model (self->list, selection);
  scroll_to_day (self, GTK_LIST_SCROLL_NONE);
}

/**
 * segue_agenda_view_reveal:
 *
 * Scrolls to the day of the viewport and gives its first entry the focus.
 */
void
segue_agenda_view_reveal (SegueAgendaView *self)
{
  g_return_if_fail (SEGUE_IS_AGENDA_VIEW (self));

  scroll_to_day (self, GTK_LIST_SCROLL_FOCUS);
}
