/* segue-day-list.c - everything that happens on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-day-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"

struct _SegueDayList
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *list;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueDayList, segue_day_list, GTK_TYPE_WIDGET)

static void
row_activated_cb (SegueDayList *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static GtkWidget *
make_row (SegueDayList *self, const SegueEntry *entry)
{
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (segue_entry_get_icon (entry));
  g_autofree char *text = segue_calendar_text_entry (entry);
  g_autofree char *slack = segue_text_slack (segue_layout_get_step_result (
                             segue_calendar_scene_get_layout (self->scene), entry->id));

  segue_goal_style_apply (icon, entry->goal);
  gtk_widget_add_css_class (icon, "segue-goal-text");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  if (entry->kind != SEGUE_ENTRY_VEST)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->done ? _("done") : slack);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, entry->id);

  return row;
}

static char *
describe (SegueCalendarScene *scene, SegueDay day)
{
  gint32 planned = segue_calendar_scene_get_planned (scene, day);
  const char *day_off = segue_calendar_scene_get_day_off (scene, day);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  if (segue_calendar_scene_counts_down (scene, day))
    g_ptr_array_add (parts, segue_calendar_text_countdown (segue_calendar_scene_get_today (scene), day));
  if (day_off != NULL)
    g_ptr_array_add (parts, g_strdup (day_off[0] != '\0' ? day_off : _("day off")));
  if (planned > 0)
    {
      g_autofree char *amount = segue_text_minutes (planned);

      g_ptr_array_add (parts, g_strdup_printf (_("%s planned"), amount));
    }

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
segue_day_list_dispose (GObject *object)
{
  SegueDayList *self = SEGUE_DAY_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_day_list_parent_class)->dispose (object);
}

static void
segue_day_list_class_init (SegueDayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = segue_day_list_dispose;
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SEGUE_TYPE_DAY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "daylist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
segue_day_list_init (SegueDayList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  self->subtitle = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), 0);
  gtk_label_set_wrap (GTK_LABEL (self->subtitle), TRUE);
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_margin_top (self->list, 6);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->subtitle, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
segue_day_list_new (void)
{
  return g_object_new (SEGUE_TYPE_DAY_LIST, NULL);
}

/**
 * segue_day_list_show:
 * @scene: what is planned
 * @day: of which day
 */
void
segue_day_list_show (SegueDayList *self, SegueCalendarScene *scene, SegueDay day)
{
  g_autofree char *title = segue_text_day (day);
  g_autofree char *subtitle = describe (scene, day);
  const SegueEntry *entries;
  guint n_entries;

  segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, subtitle[0] != '\0');
  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  entries = segue_calendar_scene_get_entries (scene, day, day + 1, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, &entries[i]));
  gtk_widget_set_visible (self->list, n_entries > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
