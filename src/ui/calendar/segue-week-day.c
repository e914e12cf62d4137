/* segue-week-day.c - a day of the week with all that happens on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/calendar/segue-week-day.h"

#include <glib/gi18n-lib.h>

#include "core/segue-text.h"
#include "ui/calendar/segue-calendar-text.h"
#include "ui/calendar/segue-entry-chip.h"
#include "ui/calendar/segue-hours-bar.h"
#include "ui/common/segue-goal-style.h"
#include "ui/common/segue-ui.h"

struct _SegueWeekDay
{
  GtkWidget parent_instance;

  SegueCalendarScene *scene;
  SegueDay day;
  GtkWidget *head;
  GtkWidget *number;
  GtkWidget *weekday;
  GtkWidget *day_off;
  GtkWidget *hours_box;
  GtkWidget *hours;
  GtkWidget *amount;
  GtkWidget *entries;
  GtkWidget *work;
};

G_DEFINE_FINAL_TYPE (SegueWeekDay, segue_week_day, GTK_TYPE_WIDGET)

/* What a day says is said by its own name. */
static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
make_box (GtkOrientation orientation, int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "orientation", orientation,
                       "spacing", spacing, NULL);
}

/* Minutes of a work step on the day. */
static gint32
get_minutes (SegueWeekDay *self, int step)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (segue_calendar_scene_get_layout (self->scene));
  const SegueStepResult *result = &schedule->steps[step];

  if (!result->active || result->start == SEGUE_DAY_NONE || self->day < result->start || self->day > result->end)
    return 0;
  for (gint32 i = result->minutes.first; i < result->minutes.first + result->minutes.n; i++)
    if (schedule->minutes[i].day == self->day)
      return schedule->minutes[i].minutes;

  return 0;
}

static void
add_work (SegueWeekDay *self, int step, gint32 minutes)
{
  SegueLayout *layout = segue_calendar_scene_get_layout (self->scene);
  g_autofree char *amount = segue_text_minutes (minutes);
  /* Translators: work on a day of the week: the title of a step, an amount of time. */
  g_autofree char *text = g_strdup_printf (C_("week", "%1$s, %2$s"),
                                           segue_record_get_name (segue_layout_get_step (layout, step)), amount);
  GtkWidget *label = add_label (self->work, "segue-week-work");

  g_object_set (label, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "ellipsize", PANGO_ELLIPSIZE_NONE,
                NULL);
  gtk_widget_add_css_class (label, "caption");
  segue_goal_style_apply (label, segue_layout_get_problem (layout)->steps[step].goal);
}

static void
show_work (SegueWeekDay *self)
{
  int n_steps = segue_layout_get_schedule (segue_calendar_scene_get_layout (self->scene))->n_steps;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->work)) != NULL)
    gtk_box_remove (GTK_BOX (self->work), child);
  for (int step = 0; step < n_steps; step++)
    {
      gint32 minutes = get_minutes (self, step);

      if (minutes > 0)
        add_work (self, step, minutes);
    }
}

static void
show_entries (SegueWeekDay *self)
{
  SegueDay today = segue_calendar_scene_get_today (self->scene);
  const SegueEntry *entries;
  GtkWidget *child;
  guint n_entries;

  while ((child = gtk_widget_get_first_child (self->entries)) != NULL)
    gtk_box_remove (GTK_BOX (self->entries), child);
  entries = segue_calendar_scene_get_entries (self->scene, self->day, self->day + 1, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      GtkWidget *chip = segue_entry_chip_new ();

      segue_entry_chip_show (SEGUE_ENTRY_CHIP (chip), &entries[i], today, SEGUE_CHIP_WHOLE);
      gtk_box_append (GTK_BOX (self->entries), chip);
    }
  gtk_widget_set_visible (self->entries, n_entries > 0);
}

static void
show_head (SegueWeekDay *self)
{
  const char *day_off = segue_calendar_scene_get_day_off (self->scene, self->day);
  gint32 planned = segue_calendar_scene_get_planned (self->scene, self->day);
  g_autofree char *weekday = segue_text_weekday (segue_day_get_weekday (self->day));
  g_autofree char *amount = segue_text_minutes (planned);
  g_autofree char *number = NULL;
  int mday;

  segue_day_to_ymd (self->day, NULL, NULL, &mday);
  number = g_strdup_printf ("%d", mday);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->weekday), weekday);
  gtk_label_set_label (GTK_LABEL (self->day_off), day_off != NULL ? day_off : "");
  gtk_widget_set_visible (self->day_off, day_off != NULL && day_off[0] != '\0');
  segue_hours_bar_show (SEGUE_HOURS_BAR (self->hours), planned, segue_calendar_scene_get_capacity (self->scene, self->day));
  gtk_label_set_label (GTK_LABEL (self->amount), amount);
  gtk_widget_set_visible (self->hours_box, planned > 0);
  segue_ui_set_css_class (GTK_WIDGET (self), "day-off", day_off != NULL);
  segue_ui_set_css_class (self->number, "today", self->day == segue_calendar_scene_get_today (self->scene));
}

static void
segue_week_day_dispose (GObject *object)
{
  SegueWeekDay *self = SEGUE_WEEK_DAY (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->entries, gtk_widget_unparent);
  g_clear_pointer (&self->work, gtk_widget_unparent);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);

  G_OBJECT_CLASS (segue_week_day_parent_class)->dispose (object);
}

static void
segue_week_day_class_init (SegueWeekDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_week_day_dispose;
  gtk_widget_class_set_css_name (widget_class, "weekday");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
segue_week_day_init (SegueWeekDay *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *date = make_box (GTK_ORIENTATION_HORIZONTAL, 6);

  self->day = SEGUE_DAY_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->head = make_box (GTK_ORIENTATION_VERTICAL, 4);
  self->number = add_label (date, "number");
  gtk_label_set_xalign (GTK_LABEL (self->number), 0.5);
  gtk_label_set_ellipsize (GTK_LABEL (self->number), PANGO_ELLIPSIZE_NONE);
  self->weekday = add_label (date, "weekday");
  gtk_widget_add_css_class (self->weekday, "caption-heading");
  gtk_box_append (GTK_BOX (self->head), date);
  self->day_off = add_label (self->head, "caption");

  self->hours_box = make_box (GTK_ORIENTATION_HORIZONTAL, 6);
  self->hours = segue_hours_bar_new ();
  gtk_box_append (GTK_BOX (self->hours_box), self->hours);
  self->amount = add_label (self->hours_box, "caption");
  gtk_widget_add_css_class (self->amount, "dimmed");
  gtk_widget_add_css_class (self->amount, "numeric");
  gtk_box_append (GTK_BOX (self->head), self->hours_box);

  self->entries = make_box (GTK_ORIENTATION_VERTICAL, 4);
  self->work = make_box (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->entries, GTK_WIDGET (self));
  gtk_widget_set_parent (self->work, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/**
 * segue_week_day_new:
 * @column: its place in the week, from 0, whatever the direction
 *
 * Returns: (transfer floating): a cell without a day
 */
GtkWidget *
segue_week_day_new (int column)
{
  GtkWidget *self = g_object_new (SEGUE_TYPE_WEEK_DAY, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX, column + 1, -1);

  return self;
}

/**
 * segue_week_day_show:
 * @scene: what is planned
 * @day: which day it is from now on
 */
void
segue_week_day_show (SegueWeekDay *self, SegueCalendarScene *scene, SegueDay day)
{
  g_autofree char *name = segue_calendar_text_day (scene, day);

  segue_calendar_scene_ref (scene);
  g_clear_pointer (&self->scene, segue_calendar_scene_unref);
  self->scene = scene;
  self->day = day;
  show_head (self);
  show_entries (self);
  show_work (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * segue_week_day_set_marks:
 * @current: whether the person is at this day
 * @selection: (nullable): the id of the step that is selected
 */
void
segue_week_day_set_marks (SegueWeekDay *self, gboolean current, const char *selection)
{
  segue_ui_set_css_class (GTK_WIDGET (self), "current", current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
  for (GtkWidget *chip = gtk_widget_get_first_child (self->entries); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    segue_entry_chip_set_selected (SEGUE_ENTRY_CHIP (chip), selection);
}

/**
 * segue_week_day_set_narrow:
 * @narrow: whether days stand under each other, and what is above a day stands in one line
 */
void
segue_week_day_set_narrow (SegueWeekDay *self, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->head), narrow ? 12 : 4);
  gtk_widget_set_hexpand (self->hours_box, narrow);
  gtk_widget_set_halign (self->hours_box, narrow ? GTK_ALIGN_END : GTK_ALIGN_START);
}
