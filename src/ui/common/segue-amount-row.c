/* segue-amount-row.c - an amount of time, typed as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-amount-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-field.h"

#define DAY_MINUTES 1440

struct _SegueAmountRow
{
  AdwEntryRow parent_instance;

  char *label;
  gboolean of_day;
  gboolean is_sound;
  gint64 minutes;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_OF_DAY,
} SegueAmountRowProperty;

static GParamSpec *properties[PROP_OF_DAY + 1];

G_DEFINE_FINAL_TYPE (SegueAmountRow, segue_amount_row, ADW_TYPE_ENTRY_ROW)

static void
read_text (SegueAmountRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *amount = NULL;

  self->minutes = 0;
  self->is_sound = text[0] == '\0';
  if (self->is_sound)
    {
      segue_field_say (ADW_ENTRY_ROW (self), self->label, NULL, FALSE);
      return;
    }
  if (!segue_amount_text_parse (text, self->of_day ? SEGUE_BARE_BY_SIZE : SEGUE_BARE_HOURS, &self->minutes))
    segue_field_say (ADW_ENTRY_ROW (self), self->label, _("Write hours and minutes, such as 2h 30"), TRUE);
  else if (self->of_day && self->minutes > DAY_MINUTES)
    segue_field_say (ADW_ENTRY_ROW (self), self->label, _("A day has 24 hours"), TRUE);
  else
    {
      self->is_sound = TRUE;
      amount = segue_text_minutes (self->minutes);
      segue_field_say (ADW_ENTRY_ROW (self), self->label, amount, FALSE);
    }
}

static void
segue_amount_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SegueAmountRow *self = SEGUE_AMOUNT_ROW (object);

  switch ((SegueAmountRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_OF_DAY:
      g_value_set_boolean (value, self->of_day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_amount_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SegueAmountRow *self = SEGUE_AMOUNT_ROW (object);

  switch ((SegueAmountRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      break;
    case PROP_OF_DAY:
      self->of_day = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  read_text (self);
}

static void
segue_amount_row_finalize (GObject *object)
{
  g_free (SEGUE_AMOUNT_ROW (object)->label);

  G_OBJECT_CLASS (segue_amount_row_parent_class)->finalize (object);
}

static void
segue_amount_row_class_init (SegueAmountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_amount_row_get_property;
  object_class->set_property = segue_amount_row_set_property;
  object_class->finalize = segue_amount_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OF_DAY] =
    g_param_spec_boolean ("of-day", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_amount_row_init (SegueAmountRow *self)
{
  self->label = g_strdup ("");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  self->is_sound = TRUE;
  g_signal_connect (self, "changed", G_CALLBACK (read_text), NULL);
}

/**
 * segue_amount_row_set_minutes:
 * @self: a row
 * @minutes: an amount, 0 where there is none
 */
void
segue_amount_row_set_minutes (SegueAmountRow *self,
                              gint64          minutes)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SEGUE_IS_AMOUNT_ROW (self));

  text = minutes > 0 ? segue_text_minutes (minutes) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

gint64
segue_amount_row_get_minutes (SegueAmountRow *self)
{
  g_return_val_if_fail (SEGUE_IS_AMOUNT_ROW (self), 0);

  return self->is_sound ? self->minutes : 0;
}

gboolean
segue_amount_row_is_sound (SegueAmountRow *self)
{
  g_return_val_if_fail (SEGUE_IS_AMOUNT_ROW (self), FALSE);

  return self->is_sound;
}
