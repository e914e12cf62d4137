/* segue-choices.c - a row in which one of several things is chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-choices.h"

/* From so many on one would rather type than look. */
#define MANY 10

struct _SegueChoices
{
  GPtrArray *ids; /* of nullable strings */
  GtkStringList *titles;
};

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("segue-choices");
}

static void
free_choices (SegueChoices *self)
{
  g_ptr_array_unref (self->ids);
  g_object_unref (self->titles);
  g_free (self);
}

SegueChoices *
segue_choices_new (void)
{
  SegueChoices *self = g_new0 (SegueChoices, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->titles = gtk_string_list_new (NULL);
  return self;
}

void
segue_choices_add (SegueChoices *self,
                   const char   *id,
                   const char   *title)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_append (self->titles, title);
}

/**
 * segue_choices_apply:
 * @self: (transfer full): what can be chosen
 * @row: the row in which
 * @selected: (nullable): the id of what is chosen now; an unknown one is taken for the first
 */
void
segue_choices_apply (SegueChoices *self,
                     AdwComboRow  *row,
                     const char   *selected)
{
  guint position = 0;

  g_return_if_fail (self != NULL && ADW_IS_COMBO_ROW (row));

  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_strcmp0 (self->ids->pdata[i], selected) == 0)
        position = i;
    }
  if (self->ids->len >= MANY)
    {
      g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      adw_combo_row_set_expression (row, expression);
      adw_combo_row_set_enable_search (row, TRUE);
      adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
    }
  g_object_set_qdata_full (G_OBJECT (row), get_quark (), self, (GDestroyNotify) free_choices);
  adw_combo_row_set_model (row, G_LIST_MODEL (self->titles));
  adw_combo_row_set_selected (row, position);
}

const char *
segue_choices_get (AdwComboRow *row)
{
  SegueChoices *self = g_object_get_qdata (G_OBJECT (row), get_quark ());
  guint selected = adw_combo_row_get_selected (row);

  return self && selected < self->ids->len ? self->ids->pdata[selected] : NULL;
}
