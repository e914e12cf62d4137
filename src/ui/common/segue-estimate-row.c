/* segue-estimate-row.c - a guess in three points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-estimate-row.h"

#include <glib/gi18n.h>

#include "core/segue-amount-text.h"
#include "core/segue-text.h"
#include "ui/common/segue-field.h"

#define YEARS_DAYS 36525 /* a hundred years */

struct _SegueEstimateRow
{
  AdwPreferencesRow parent_instance;

  char *label;
  gboolean in_days;
  gboolean is_sound;
  gboolean updating;
  gint32 numbers[3]; /* -1: not given */
  GtkWidget *hint;
  GtkEditable *entries[3];
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_IN_DAYS,
} SegueEstimateRowProperty;

static GParamSpec *properties[PROP_IN_DAYS + 1];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueEstimateRow, segue_estimate_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
parse_days (const char *text,
            gint64     *days)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *end;

  *days = g_ascii_strtoll (stripped, &end, 10);
  while (g_ascii_isspace (*end))
    end++;
  return end != stripped && *days >= 1 && *days <= YEARS_DAYS &&
         (*end == '\0' || g_str_equal (end, "일") || g_str_has_prefix (end, "d"));
}

static gboolean
parse_one (SegueEstimateRow *self,
           int               index)
{
  const char *text = gtk_editable_get_text (self->entries[index]);
  gint64 number = -1;
  gboolean is_sound = text[0] == '\0' ||
                      (self->in_days ? parse_days (text, &number)
                                     : segue_amount_text_parse (text, SEGUE_BARE_HOURS, &number));

  self->numbers[index] = is_sound ? (gint32) number : -1;
  if (is_sound)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entries[index]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entries[index]), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[index]), GTK_ACCESSIBLE_STATE_INVALID,
                               is_sound ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return is_sound;
}

/* A number is there, and no plan lasts that long. */
static gboolean
is_too_much (SegueEstimateRow *self)
{
  for (int i = 0; i < 3; i++)
    if (g_ascii_strtod (gtk_editable_get_text (self->entries[i]), NULL) > (self->in_days ? YEARS_DAYS : YEARS_DAYS * 24.0))
      return TRUE;
  return FALSE;
}

static char *
describe (SegueEstimateRow *self)
{
  g_autofree char *best = NULL;
  g_autofree char *worst = NULL;
  gint32 numbers[3];

  if (!segue_estimate_row_get_numbers (self, numbers))
    return NULL;
  best = self->in_days ? segue_text_days (numbers[0]) : segue_text_minutes (numbers[0]);
  if (numbers[0] == numbers[2])
    return g_steal_pointer (&best);
  worst = self->in_days ? segue_text_days (numbers[2]) : segue_text_minutes (numbers[2]);
  /* Translators: a range of amounts, such as: 20 h to 60 h */
  return g_strdup_printf (_("%1$s to %2$s"), best, worst);
}

static void
read_texts (SegueEstimateRow *self)
{
  gboolean is_readable = TRUE;
  gboolean is_ordered;
  gint32 numbers[3];
  g_autofree char *message = NULL;

  for (int i = 0; i < 3; i++)
    is_readable = parse_one (self, i) && is_readable;
  is_ordered = !segue_estimate_row_get_numbers (self, numbers) ||
               (numbers[0] <= numbers[1] && numbers[1] <= numbers[2]);
  self->is_sound = is_readable && is_ordered && !(self->numbers[1] < 0 && (self->numbers[0] >= 0 || self->numbers[2] >= 0));
  if (!is_readable && is_too_much (self))
    message = g_strdup (_("At most a hundred years"));
  else if (!is_readable)
    message = g_strdup (self->in_days ? _("Write a number of days") : _("Write hours and minutes, such as 2h 30"));
  else if (!is_ordered)
    message = g_strdup (_("At best must be the least, at worst the most"));
  else if (!self->is_sound)
    message = g_strdup (_("The likely one is missing"));
  else
    message = describe (self);
  segue_field_set_hint (self->hint, message, !self->is_sound);
}

static void
changed_cb (SegueEstimateRow *self)
{
  if (self->updating)
    return;
  read_texts (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_estimate_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SegueEstimateRow *self = SEGUE_ESTIMATE_ROW (object);

  switch ((SegueEstimateRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_IN_DAYS:
      g_value_set_boolean (value, self->in_days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_estimate_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SegueEstimateRow *self = SEGUE_ESTIMATE_ROW (object);

  switch ((SegueEstimateRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      break;
    case PROP_IN_DAYS:
      self->in_days = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_estimate_row_constructed (GObject *object)
{
  SegueEstimateRow *self = SEGUE_ESTIMATE_ROW (object);
  const char *labels[] = { _("At Best"), _("Likely"), _("At Worst") };
  GtkWidget *box, *columns;

  G_OBJECT_CLASS (segue_estimate_row_parent_class)->constructed (object);

  box = segue_field_new_box (GTK_WIDGET (self), self->label, &self->hint);
  columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *entry = gtk_entry_new ();
      g_autofree char *name = NULL;

      self->entries[i] = GTK_EDITABLE (entry);
      gtk_editable_set_width_chars (self->entries[i], 4);
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
      gtk_box_append (GTK_BOX (columns), segue_field_new_column (labels[i], entry));
      /* Translators: the name of an entry for screen readers: what is guessed ("Effort"), which of the guesses ("At Best") */
      name = g_strdup_printf (C_("name of an entry", "%1$s, %2$s"), self->label, labels[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_box_append (GTK_BOX (box), columns);
  read_texts (self);
}

static void
segue_estimate_row_finalize (GObject *object)
{
  g_free (SEGUE_ESTIMATE_ROW (object)->label);

  G_OBJECT_CLASS (segue_estimate_row_parent_class)->finalize (object);
}

static void
segue_estimate_row_class_init (SegueEstimateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_estimate_row_get_property;
  object_class->set_property = segue_estimate_row_set_property;
  object_class->constructed = segue_estimate_row_constructed;
  object_class->finalize = segue_estimate_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IN_DAYS] =
    g_param_spec_boolean ("in-days", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_estimate_row_init (SegueEstimateRow *self)
{
}

void
segue_estimate_row_set_numbers (SegueEstimateRow *self,
                                const gint32     *numbers)
{
  gboolean is_sure;

  g_return_if_fail (SEGUE_IS_ESTIMATE_ROW (self));

  is_sure = numbers && numbers[0] == numbers[1] && numbers[1] == numbers[2];
  self->updating = TRUE;
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = NULL;

      if (numbers && (i == 1 || !is_sure))
        text = self->in_days ? g_strdup_printf ("%d", numbers[i]) : segue_amount_text_dup (numbers[i]);
      gtk_editable_set_text (self->entries[i], text ? text : "");
    }
  self->updating = FALSE;
  read_texts (self);
}

gboolean
segue_estimate_row_get_numbers (SegueEstimateRow *self,
                                gint32            numbers[3])
{
  g_return_val_if_fail (SEGUE_IS_ESTIMATE_ROW (self), FALSE);

  for (int i = 0; i < 3; i++)
    numbers[i] = self->numbers[i] < 0 ? self->numbers[1] : self->numbers[i];
  return self->numbers[1] >= 0;
}

gboolean
segue_estimate_row_is_sound (SegueEstimateRow *self)
{
  g_return_val_if_fail (SEGUE_IS_ESTIMATE_ROW (self), FALSE);

  return self->is_sound;
}
