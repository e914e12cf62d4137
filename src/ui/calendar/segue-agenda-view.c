/* segue-agenda-view.c - what comes, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-agenda-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-agenda-row.h"

/* Lines are not longer than this, in pixels: the eye finds back from the countdown. */
#define WIDTH 760

struct _SegueAgendaView
{
  SegueCalendarPage page;

  SegueAgendaList *entries;
  GtkSingleSelection *selection;
  SegueAgendaColumns columns;
  gboolean placing;         /* the view itself moves the day or selects */
  int frames;               /* until what was scrolled to lies where it is seen */
  guint tick;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (SegueAgendaView, segue_agenda_view, SEGUE_TYPE_CALENDAR_PAGE)

/* ---- rows ---- */

static void
setup_cb (SegueAgendaView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, segue_agenda_row_new (&self->columns));
}

static void
bind_cb (SegueAgendaView *self, GtkListItem *item)
{
  SegueAgendaRow *row = SEGUE_AGENDA_ROW (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  segue_agenda_row_show (row, gtk_list_item_get_item (item));
  name = segue_agenda_row_get_name (row);
  gtk_list_item_set_accessible_label (item, name);
}

static void
setup_header_cb (SegueAgendaView *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (SegueAgendaView *self, GtkListHeader *header)
{
  SegueAgendaItem *item = gtk_list_header_get_item (header);
  g_autofree char *title = NULL;
  int year, month;

  segue_day_to_ymd (segue_agenda_item_get_entry (item)->day, &year, &month, NULL);
  title = segue_text_month (year, month);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

/* ---- place and selection ---- */

static void
activate_cb (SegueAgendaView *self, guint position)
{
  g_autoptr(SegueAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  segue_calendar_page_activate (&self->page, segue_agenda_item_get_entry (item));
}

/* Who walks the agenda takes day and selection along. */
static void
selected_cb (SegueAgendaView *self)
{
  SegueAgendaItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->placing || item == NULL)
    return;

  self->placing = TRUE;
  segue_calendar_page_go (&self->page, segue_agenda_item_get_entry (item)->day);
  segue_calendar_page_select (&self->page, segue_agenda_item_get_entry (item));
  self->placing = FALSE;
  gtk_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_NONE, NULL);
}

static SegueDay
find_row_day (SegueAgendaView *self, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *picked = gtk_widget_pick (list, gtk_widget_get_width (list) / 2.0, y, GTK_PICK_INSENSITIVE);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, SEGUE_TYPE_AGENDA_ROW) : NULL;

  /* What is picked beside the words is the item around the row. */
  if (row == NULL && picked != NULL && SEGUE_IS_AGENDA_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);

  return row != NULL ? segue_agenda_row_get_day (SEGUE_AGENDA_ROW (row)) : SEGUE_DAY_NONE;
}

/* The first day in sight from @y on, by @step pixels. */
static SegueDay
find_edge (SegueAgendaView *self, double y, double step)
{
  SegueDay day = SEGUE_DAY_NONE;

  for (int i = 0; i < 4 && day == SEGUE_DAY_NONE; i++)
    day = find_row_day (self, y + i * step);

  return day;
}

/* Who scrolls takes the day along. */
static void
pull_day (SegueAgendaView *self)
{
  SegueDay first, last, day;

  if (self->page.scene == NULL || self->page.viewport == NULL)
    return;

  first = find_edge (self, 12, 20);
  last = find_edge (self, gtk_widget_get_height (GTK_WIDGET (self->list)) - 12.0, -20);
  day = segue_calendar_page_get_day (&self->page);
  if (first == SEGUE_DAY_NONE || last == SEGUE_DAY_NONE || (day >= first && day <= last))
    return;

  self->placing = TRUE;
  segue_calendar_page_go (&self->page, CLAMP (day, first, last));
  self->placing = FALSE;
}

static gboolean
rest_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SegueAgendaView *self = SEGUE_AGENDA_VIEW (widget);

  if (self->frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  pull_day (self);

  return G_SOURCE_REMOVE;
}

/* The rows come to lie in the frames that follow. */
static void
scrolled_cb (SegueAgendaView *self)
{
  self->frames = 2;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), rest_cb, NULL, NULL);
}

static void
scroll_to_day (SegueAgendaView *self, GtkListScrollFlags flags)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    gtk_list_view_scroll_to (self->list,
                             segue_agenda_list_find_day (self->entries, segue_calendar_page_get_day (&self->page)),
                             flags, NULL);
}

static void
segue_agenda_view_day_changed (SegueCalendarPage *page)
{
  SegueAgendaView *self = SEGUE_AGENDA_VIEW (page);

  if (!self->placing)
    scroll_to_day (self, GTK_LIST_SCROLL_NONE);
}

static void
segue_agenda_view_selection_changed (SegueCalendarPage *page)
{
  SegueAgendaView *self = SEGUE_AGENDA_VIEW (page);
  const char *selection = page->viewport != NULL ? segue_viewport_get_selection (page->viewport) : NULL;

  if (self->placing)
    return;

  self->placing = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     segue_agenda_list_find (self->entries, selection, segue_calendar_page_get_day (page)));
  self->placing = FALSE;
}

static void
segue_agenda_view_scene_changed (SegueCalendarPage *page)
{
  SegueAgendaView *self = SEGUE_AGENDA_VIEW (page);

  g_clear_object (&self->entries);
  if (page->scene != NULL)
    self->entries = segue_agenda_list_new (page->scene);
  self->placing = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  self->placing = FALSE;
  gtk_widget_set_visible (self->nothing,
                          self->entries == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0);
  if (page->scene == NULL)
    return;

  segue_agenda_view_selection_changed (page);
  scroll_to_day (self, GTK_LIST_SCROLL_NONE);
}

static char *
segue_agenda_view_get_title (SegueCalendarPage *page)
{
  return g_strdup (_("Agenda"));
}

static void
segue_agenda_view_turn (SegueCalendarPage *page, int months)
{
  segue_calendar_page_go (page, segue_day_add_months (segue_calendar_page_get_day (page), months));
}

static void
segue_agenda_view_reveal (SegueCalendarPage *page)
{
  scroll_to_day (SEGUE_AGENDA_VIEW (page), GTK_LIST_SCROLL_FOCUS);
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
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->entries);
  g_clear_object (&self->columns.number);
  g_clear_object (&self->columns.weekday);
  g_clear_object (&self->columns.countdown);

  G_OBJECT_CLASS (segue_agenda_view_parent_class)->dispose (object);
}

static void
segue_agenda_view_class_init (SegueAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueCalendarPageClass *page_class = SEGUE_CALENDAR_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_agenda_view_dispose;
  widget_class->grab_focus = segue_agenda_view_grab_focus;
  page_class->scene_changed = segue_agenda_view_scene_changed;
  page_class->day_changed = segue_agenda_view_day_changed;
  page_class->selection_changed = segue_agenda_view_selection_changed;
  page_class->get_title = segue_agenda_view_get_title;
  page_class->turn = segue_agenda_view_turn;
  page_class->reveal = segue_agenda_view_reveal;
  gtk_widget_class_set_css_name (widget_class, "agendaview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_list (SegueAgendaView *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkWidget *clamp;

  g_signal_connect_swapped (rows, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (rows, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (headers, "setup", G_CALLBACK (setup_header_cb), self);
  g_signal_connect_swapped (headers, "bind", G_CALLBACK (bind_header_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), rows));
  gtk_list_view_set_header_factory (self->list, headers);
  g_object_unref (headers);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "segue-agenda");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agenda"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  clamp = g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "child", self->list, "maximum-size", WIDTH,
                        "tightening-threshold", WIDTH, NULL);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                 "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
segue_agenda_view_init (SegueAgendaView *self)
{
  self->columns.number = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->columns.weekday = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->columns.countdown = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  add_list (self);
  self->nothing = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing is planned yet."), "halign", GTK_ALIGN_CENTER,
                                "valign", GTK_ALIGN_CENTER, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->nothing, "dimmed");
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}
