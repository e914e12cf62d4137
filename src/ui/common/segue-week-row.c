/* segue-week-row.c - the hours of each weekday
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/common/segue-week-row.h"

#include <glib/gi18n.h>

#include "core/segue-amount-text.h"
#include "core/segue-text.h"
#include "ui/common/segue-field.h"

#define DAY_MINUTES 1440

struct _SegueWeekRow
{
  AdwPreferencesRow parent_instance;

  char *label;
  gboolean partial;
  gboolean is_sound;
  gboolean updating;
  gint32 minutes[7]; /* from Monday; -1: nothing is typed */
  GtkWidget *hint;
  GtkEditable *entries[7];
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_PARTIAL,
} SegueWeekRowProperty;

static GParamSpec *properties[PROP_PARTIAL + 1];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (SegueWeekRow, segue_week_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
parse_one (SegueWeekRow *self,
           int           weekday)
{
  const char *text = gtk_editable_get_text (self->entries[weekday]);
  gint64 minutes = -1;
  gboolean is_sound = text[0] == '\0' || (segue_amount_text_parse (text, SEGUE_BARE_BY_SIZE, &minutes) &&
                                          minutes <= DAY_MINUTES);

  self->minutes[weekday] = is_sound ? (gint32) minutes : -1;
  if (is_sound)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entries[weekday]), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entries[weekday]), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[weekday]), GTK_ACCESSIBLE_STATE_INVALID,
                               is_sound ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return is_sound;
}

static void
read_texts (SegueWeekRow *self)
{
  gint64 sum = 0;
  g_autofree char *amount = NULL;
  g_autofree char *message = NULL;

  self->is_sound = TRUE;
  for (int i = 0; i < 7; i++)
    {
      self->is_sound = parse_one (self, i) && self->is_sound;
      sum += MAX (self->minutes[i], 0);
    }
  if (!self->is_sound)
    {
      segue_field_set_hint (self->hint, _("Write hours of a day, such as 1:30"), TRUE);
      return;
    }
  amount = segue_text_minutes (sum);
  /* Translators: an amount such as 15 h */
  message = self->partial ? NULL : g_strdup_printf (_("%s a week"), amount);
  segue_field_set_hint (self->hint, message, FALSE);
}

static void
changed_cb (SegueWeekRow *self)
{
  if (self->updating)
    return;
  read_texts (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
segue_week_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SegueWeekRow *self = SEGUE_WEEK_ROW (object);

  switch ((SegueWeekRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_PARTIAL:
      g_value_set_boolean (value, self->partial);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_week_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SegueWeekRow *self = SEGUE_WEEK_ROW (object);

  switch ((SegueWeekRowProperty) prop_id)
    {
    case PROP_LABEL:
      g_set_str (&self->label, g_value_get_string (value));
      break;
    case PROP_PARTIAL:
      self->partial = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GtkWidget *
create_column (SegueWeekRow *self,
               int           weekday)
{
  g_autofree char *short_name = segue_text_weekday ((SegueWeekday) weekday);
  g_autofree char *name = NULL;
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *column;

  self->entries[weekday] = GTK_EDITABLE (entry);
  gtk_editable_set_width_chars (self->entries[weekday], 3);
  gtk_editable_set_alignment (self->entries[weekday], 0.5);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_add_css_class (entry, "segue-narrow");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  column = segue_field_new_column (short_name, entry);
  name = g_strdup_printf (C_("name of an entry", "%1$s, %2$s"), self->label, short_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return column;
}

static void
segue_week_row_constructed (GObject *object)
{
  SegueWeekRow *self = SEGUE_WEEK_ROW (object);
  GtkWidget *box, *columns;

  G_OBJECT_CLASS (segue_week_row_parent_class)->constructed (object);

  box = segue_field_new_box (GTK_WIDGET (self), self->label, &self->hint);
  columns = segue_field_new_columns ();
  /* All seven beside one another while each can show a few letters. */
  adw_wrap_box_set_wrap_policy (ADW_WRAP_BOX (columns), ADW_WRAP_MINIMUM);
  for (int i = 0; i < 7; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (columns), create_column (self, i));
  gtk_box_append (GTK_BOX (box), columns);
  read_texts (self);
}

static void
segue_week_row_finalize (GObject *object)
{
  g_free (SEGUE_WEEK_ROW (object)->label);

  G_OBJECT_CLASS (segue_week_row_parent_class)->finalize (object);
}

static void
segue_week_row_class_init (SegueWeekRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = segue_week_row_get_property;
  object_class->set_property = segue_week_row_set_property;
  object_class->constructed = segue_week_row_constructed;
  object_class->finalize = segue_week_row_finalize;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PARTIAL] =
    g_param_spec_boolean ("partial", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
segue_week_row_init (SegueWeekRow *self)
{
}

void
segue_week_row_set_minutes (SegueWeekRow *self,
                            const gint32 *minutes)
{
  g_return_if_fail (SEGUE_IS_WEEK_ROW (self));

  self->updating = TRUE;
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *text = NULL;

      if (minutes && (minutes[i] > 0 || (minutes[i] == 0 && self->partial)))
        text = segue_amount_text_dup (minutes[i]);
      gtk_editable_set_text (self->entries[i], text ? text : "");
    }
  self->updating = FALSE;
  read_texts (self);
}

gboolean
segue_week_row_get_minutes (SegueWeekRow *self,
                            gint32        minutes[7])
{
  gboolean any = FALSE;

  g_return_val_if_fail (SEGUE_IS_WEEK_ROW (self), FALSE);

  for (int i = 0; i < 7; i++)
    {
      minutes[i] = self->partial ? self->minutes[i] : MAX (self->minutes[i], 0);
      any = any || (self->partial ? minutes[i] >= 0 : minutes[i] > 0);
    }
  return any;
}

gboolean
segue_week_row_is_sound (SegueWeekRow *self)
{
  g_return_val_if_fail (SEGUE_IS_WEEK_ROW (self), FALSE);

  return self->is_sound;
}

GtkWidget *
segue_week_row_get_first (SegueWeekRow *self)
{
  g_return_val_if_fail (SEGUE_IS_WEEK_ROW (self), NULL);

  return GTK_WIDGET (self->entries[0]);
}
