/* segue-date-row.c - a date, typed as people write it or picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-date-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-field.h"

struct _SegueDateRow
{
  AdwEntryRow parent_instance;

  char *label;
  gboolean coarse;
  gboolean past;
  SegueDay today;

  /* What was set from outside means what it meant there while it is not touched. */
  char *given_text;
  SegueDay given_day;

  SegueDateTextStatus status;
  SegueDateText date;
  gboolean updating;
  GtkWidget *picker;
  GtkCalendar *calendar;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_COARSE,
  PROP_PAST,
} SegueDateRowProperty;

static GParamSpec *properties[PROP_PAST + 1];

G_DEFINE_FINAL_TYPE (SegueDateRow, segue_date_row, ADW_TYPE_ENTRY_ROW)

static const char *
explain (SegueDateRow *self)
{
  switch (self->status)
    {
    case SEGUE_DATE_TEXT_UNKNOWN:
      return _("Not a date");
    case SEGUE_DATE_TEXT_AMBIGUOUS:
      return _("Write the month as a word");
    case SEGUE_DATE_TEXT_IMPOSSIBLE:
      return _("There is no such day");
    case SEGUE_DATE_TEXT_MOVABLE:
      /* Translators: of a holiday such as Easter or Seollal that somebody typed as a date. */
      return _("Another day each year: write its date");
    case SEGUE_DATE_TEXT_OK:
    case SEGUE_DATE_TEXT_EMPTY:
    default:
      return _("A single day is needed");
    }
}

static char *
describe (SegueDateRow *self)
{
  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;

  if (self->date.is_coarse)
    return segue_text_span (self->date.first, self->date.last);
  weekday = segue_text_weekday (segue_day_get_weekday (self->date.first));
  day = segue_text_day (self->date.first);
  /* Translators: %1$s is a short weekday, %2$s a date */
  return g_strdup_printf (C_("weekday and date", "%1$s, %2$s"), weekday, day);
}

static void
say (SegueDateRow *self)
{
  g_autofree char *message = NULL;

  if (self->status == SEGUE_DATE_TEXT_EMPTY)
    segue_field_say (ADW_ENTRY_ROW (self), self->label, NULL, FALSE);
  else if (!segue_date_row_is_sound (self))
    segue_field_say (ADW_ENTRY_ROW (self), self->label, explain (self), TRUE);
  else
    {
      message = describe (self);
      segue_field_say (ADW_ENTRY_ROW (self), self->label, message, FALSE);
    }
}

static void
read_text (SegueDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  self->status = segue_date_text_parse (text, self->today, self->past, &self->date);
  if (self->given_day != SEGUE_DAY_NONE && g_strcmp0 (text, self->given_text) == 0 &&
      self->status != SEGUE_DATE_TEXT_OK)
    {
      self->status = SEGUE_DATE_TEXT_OK;
      self->date = (SegueDateText) { self->given_day, self->given_day, TRUE, TRUE };
    }
  say (self);
}

static void
changed_cb (SegueDateRow *self)
{
  if (!self->updating)
    read_text (self);
}

static void
picked_cb (SegueDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = NULL;

  if (self->updating)
    return;
  text = segue_text_day (segue_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                             g_date_time_get_day_of_month (date)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->picker));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* The calendar is built when it is wanted: a form has many dates. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  SegueDateRow *self = user_data;
  SegueDay day = segue_date_row_get_first (self);
  g_autoptr (GDateTime) date = NULL;
  GtkWidget *popover;
  int year, month, mday;

  if (self->calendar == NULL)
    {
      self->calendar = GTK_CALENDAR (gtk_calendar_new ());
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (picked_cb), self);
      popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
      gtk_menu_button_set_popover (button, popover);
    }
  segue_day_to_ymd (day == SEGUE_DAY_NONE ? self->today : day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 0, 0, 0);
  self->updating = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->updating = FALSE;
}

static void
segue_date_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SegueDateRow *self = SEGUE_DATE_ROW (object);

  switch ((SegueDateRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_COARSE:
      g_value_set_boolean (value, self->coarse);
      break;
    case PROP_PAST:
      g_value_set_boolean (value, self->past);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_date_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SegueDateRow *self = SEGUE_DATE_ROW (object);

  switch ((SegueDateRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      break;
    case PROP_COARSE:
      self->coarse = g_value_get_boolean (value);
      break;
    case PROP_PAST:
      self->past = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  read_text (self);
}

static void
segue_date_row_finalize (GObject *object)
{
  SegueDateRow *self = SEGUE_DATE_ROW (object);

  g_free (self->label);
  g_free (self->given_text);

  G_OBJECT_CLASS (segue_date_row_parent_class)->finalize (object);
}

static void
segue_date_row_class_init (SegueDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_date_row_get_property;
  object_class->set_property = segue_date_row_set_property;
  object_class->finalize = segue_date_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COARSE] =
    g_param_spec_boolean ("coarse", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAST] =
    g_param_spec_boolean ("past", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_date_row_init (SegueDateRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->label = g_strdup ("");
  self->given_day = SEGUE_DAY_NONE;
  self->today = segue_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                    g_date_time_get_day_of_month (now));
  self->picker = gtk_menu_button_new ();
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->picker), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (self->picker, _("Pick a Date"));
  gtk_widget_set_valign (self->picker, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->picker, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->picker), create_popup_cb, self, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->picker);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  read_text (self);
}

GtkWidget *
segue_date_row_new (const char *label)
{
  return g_object_new (SEGUE_TYPE_DATE_ROW, "label", label, NULL);
}

/**
 * segue_date_row_set_today:
 * @self: a row
 * @today: the day that "tomorrow" is counted from; the clock's otherwise
 */
void
segue_date_row_set_today (SegueDateRow *self,
                          SegueDay      today)
{
  g_return_if_fail (SEGUE_IS_DATE_ROW (self));

  self->today = today;
  read_text (self);
}

/**
 * segue_date_row_set_date:
 * @self: a row
 * @day: a day or %SEGUE_DAY_NONE
 * @label: (nullable): what it is called if it is coarse
 */
void
segue_date_row_set_date (SegueDateRow *self,
                         SegueDay      day,
                         const char   *label)
{
  g_return_if_fail (SEGUE_IS_DATE_ROW (self));

  g_free (self->given_text);
  self->given_text = label && label[0] ? g_strdup (label) : day == SEGUE_DAY_NONE ? g_strdup ("") : segue_text_day (day);
  self->given_day = day;
  gtk_editable_set_text (GTK_EDITABLE (self), self->given_text);
  read_text (self);
}

/**
 * segue_date_row_is_sound:
 * @self: a row
 *
 * Returns: whether what is typed is understood, or nothing is typed
 */
gboolean
segue_date_row_is_sound (SegueDateRow *self)
{
  g_return_val_if_fail (SEGUE_IS_DATE_ROW (self), FALSE);

  if (self->status != SEGUE_DATE_TEXT_OK)
    return self->status == SEGUE_DATE_TEXT_EMPTY;
  return self->coarse || !self->date.is_coarse;
}

SegueDay
segue_date_row_get_first (SegueDateRow *self)
{
  g_return_val_if_fail (SEGUE_IS_DATE_ROW (self), SEGUE_DAY_NONE);

  return self->status == SEGUE_DATE_TEXT_OK ? self->date.first : SEGUE_DAY_NONE;
}

SegueDay
segue_date_row_get_last (SegueDateRow *self)
{
  g_return_val_if_fail (SEGUE_IS_DATE_ROW (self), SEGUE_DAY_NONE);

  return self->status == SEGUE_DATE_TEXT_OK ? self->date.last : SEGUE_DAY_NONE;
}

char *
segue_date_row_dup_label (SegueDateRow *self)
{
  const char *text;

  g_return_val_if_fail (SEGUE_IS_DATE_ROW (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self));
  if (self->status != SEGUE_DATE_TEXT_OK || !self->date.is_coarse)
    return NULL;
  if (g_strcmp0 (text, self->given_text) == 0)
    return g_strdup (text);
  return segue_date_text_dup_label (text, self->today, self->past);
}
