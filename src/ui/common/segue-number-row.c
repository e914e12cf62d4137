/* segue-number-row.c - a number, typed as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-number-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-field.h"

struct _SegueNumberRow
{
  AdwEntryRow parent_instance;

  char *label;
  gint64 least;
  gint64 most;
  gboolean decimal;

  gboolean is_sound;
  char *text; /* the number as JSON writes it, or NULL */
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_LEAST,
  PROP_MOST,
  PROP_DECIMAL,
} SegueNumberRowProperty;

static GParamSpec *properties[PROP_DECIMAL + 1];

G_DEFINE_FINAL_TYPE (SegueNumberRow, segue_number_row, ADW_TYPE_ENTRY_ROW)

/* Digits, in groups or not; with decimals where they may be. */
static char *
read_number (SegueNumberRow *self,
             const char     *typed)
{
  static GRegex *whole, *decimal;
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  g_auto (GStrv) groups = NULL;

  if (whole == NULL)
    {
      whole = g_regex_new ("^([0-9]+|[0-9]{1,3}([ ,.'\\x{a0}\\x{202f}][0-9]{3})+)$", 0, 0, NULL);
      decimal = g_regex_new ("^[0-9]{1,12}([.,][0-9]{1,6})?$", 0, 0, NULL);
    }
  if (self->decimal && g_regex_match (decimal, trimmed, 0, NULL))
    return g_strdelimit (g_steal_pointer (&trimmed), ",", '.');
  if (self->decimal || !g_regex_match (whole, trimmed, 0, NULL))
    return NULL;
  groups = g_regex_split_simple ("[^0-9]", trimmed, 0, 0);
  return g_strjoinv ("", groups);
}

/* JSON has no zeros in front. */
static void
drop_zeros (char *text)
{
  char *first = text;

  while (first[0] == '0' && g_ascii_isdigit (first[1]))
    first++;
  memmove (text, first, strlen (first) + 1);
}

static char *
describe_range (SegueNumberRow *self)
{
  g_autofree char *least = segue_text_units (self->least);
  g_autofree char *most = segue_text_units (self->most);

  /* Translators: the least and the largest number that a field takes */
  return g_strdup_printf (_("Between %1$s and %2$s"), least, most);
}

static void
understand (SegueNumberRow *self)
{
  g_autofree char *message = NULL;
  gint64 value;

  if (!g_ascii_string_to_signed (self->text, 10, self->least, self->most, &value, NULL))
    {
      message = describe_range (self);
      self->is_sound = FALSE;
    }
  else if (value >= 1000)
    message = segue_text_units (value);
  segue_field_say (ADW_ENTRY_ROW (self), self->label, message, !self->is_sound);
}

static void
read_text (SegueNumberRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));

  g_clear_pointer (&self->text, g_free);
  self->is_sound = TRUE;
  if (typed[0] == '\0')
    {
      segue_field_say (ADW_ENTRY_ROW (self), self->label, NULL, FALSE);
      return;
    }
  self->text = read_number (self, typed);
  if (self->text == NULL)
    {
      self->is_sound = FALSE;
      segue_field_say (ADW_ENTRY_ROW (self), self->label,
                       self->decimal ? _("Write a number such as 12.50") : _("Write a whole number"), TRUE);
      return;
    }
  drop_zeros (self->text);
  if (self->decimal)
    segue_field_say (ADW_ENTRY_ROW (self), self->label, NULL, FALSE);
  else
    understand (self);
}

static void
segue_number_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SegueNumberRow *self = SEGUE_NUMBER_ROW (object);

  switch ((SegueNumberRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_LEAST:
      g_value_set_int64 (value, self->least);
      break;
    case PROP_MOST:
      g_value_set_int64 (value, self->most);
      break;
    case PROP_DECIMAL:
      g_value_set_boolean (value, self->decimal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_number_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SegueNumberRow *self = SEGUE_NUMBER_ROW (object);

  switch ((SegueNumberRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      break;
    case PROP_LEAST:
      self->least = g_value_get_int64 (value);
      break;
    case PROP_MOST:
      self->most = g_value_get_int64 (value);
      break;
    case PROP_DECIMAL:
      self->decimal = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  read_text (self);
}

static void
segue_number_row_finalize (GObject *object)
{
  SegueNumberRow *self = SEGUE_NUMBER_ROW (object);

  g_free (self->label);
  g_free (self->text);

  G_OBJECT_CLASS (segue_number_row_parent_class)->finalize (object);
}

static void
segue_number_row_class_init (SegueNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_number_row_get_property;
  object_class->set_property = segue_number_row_set_property;
  object_class->finalize = segue_number_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST] =
    g_param_spec_int64 ("least", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOST] =
    g_param_spec_int64 ("most", NULL, NULL, 0, G_MAXINT64, G_MAXINT64, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DECIMAL] =
    g_param_spec_boolean ("decimal", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
segue_number_row_init (SegueNumberRow *self)
{
  self->label = g_strdup ("");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
  self->most = G_MAXINT64;
  self->is_sound = TRUE;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect (self, "changed", G_CALLBACK (read_text), NULL);
}

/**
 * segue_number_row_set_value:
 * @self: a row
 * @value: a number; a negative one leaves the row empty
 */
void
segue_number_row_set_value (SegueNumberRow *self,
                            gint64          value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SEGUE_IS_NUMBER_ROW (self));

  text = value < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, value);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * segue_number_row_get_value:
 * @self: a row without decimals
 * @none: what to answer where nothing sound is typed
 *
 * Returns: the number
 */
gint64
segue_number_row_get_value (SegueNumberRow *self,
                            gint64          none)
{
  gint64 value;

  g_return_val_if_fail (SEGUE_IS_NUMBER_ROW (self), none);

  if (self->text == NULL || !g_ascii_string_to_signed (self->text, 10, self->least, self->most, &value, NULL))
    return none;
  return value;
}

char *
segue_number_row_dup_text (SegueNumberRow *self)
{
  g_return_val_if_fail (SEGUE_IS_NUMBER_ROW (self), NULL);

  return self->is_sound ? g_strdup (self->text) : NULL;
}

gboolean
segue_number_row_is_sound (SegueNumberRow *self)
{
  g_return_val_if_fail (SEGUE_IS_NUMBER_ROW (self), FALSE);

  return self->is_sound;
}
