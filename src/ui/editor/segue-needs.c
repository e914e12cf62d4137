/* segue-needs.c - what a wait needs of each pool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/editor/segue-needs.h"

#include <glib/gi18n.h>

#include "core/segue-amounts.h"

/* One row for each pool of the plan. */
typedef struct
{
  char *pool;
  gint64 before;
  AdwSpinRow *row;
} Need;

struct _SegueNeeds
{
  GArray *needs;
};

static void
clear_need (gpointer data)
{
  g_free (((Need *) data)->pool);
}

static gint64
find_amount (const SegueRecord *step,
             const char        *pool)
{
  g_autoptr (GArray) amounts =
    segue_amounts_parse (segue_record_get_string (step, SEGUE_STEP_NEEDS), "pool", "per_day", NULL);

  for (guint i = 0; amounts && i < amounts->len; i++)
    {
      const SegueAmount *amount = &g_array_index (amounts, SegueAmount, i);

      if (g_str_equal (amount->name, pool))
        return amount->amount;
    }
  return 0;
}

/**
 * segue_needs_new:
 * @group: where the rows go
 * @plan: a plan with pools, or without
 * @step: a step
 *
 * Returns: (transfer full): the rows
 */
SegueNeeds *
segue_needs_new (AdwPreferencesGroup *group,
                 SeguePlan           *plan,
                 const SegueRecord   *step)
{
  SegueNeeds *self = g_new0 (SegueNeeds, 1);

  self->needs = g_array_new (FALSE, FALSE, sizeof (Need));
  g_array_set_clear_func (self->needs, clear_need);
  for (guint i = 0; i < segue_plan_count (plan, SEGUE_KIND_POOL); i++)
    {
      const SegueRecord *pool = segue_plan_get_nth (plan, SEGUE_KIND_POOL, i);
      const char *unit = segue_record_get_string (pool, SEGUE_POOL_UNIT);
      GtkWidget *row = adw_spin_row_new_with_range (0, G_MAXINT32, 1);
      g_autofree char *subtitle = NULL;
      Need need = { g_strdup (segue_record_get_id (pool)), find_amount (step, segue_record_get_id (pool)),
                    ADW_SPIN_ROW (row) };

      /* Translators: what is counted in a pool: "hour", "won" */
      subtitle = unit && unit[0] ? g_strdup_printf (_("A day, in: %s"), unit) : g_strdup (_("A day"));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), segue_record_get_name (pool));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_spin_row_set_value (need.row, (double) need.before);
      adw_preferences_group_add (group, row);
      g_array_append_val (self->needs, need);
    }
  return self;
}

static void
append_need (GString    *json,
             const char *pool,
             gint64      amount)
{
  g_autoptr (GString) escaped = g_string_new (pool);

  g_string_replace (escaped, "\\", "\\\\", 0);
  g_string_replace (escaped, "\"", "\\\"", 0);
  g_string_append_printf (json, "%s{\"pool\":\"%s\",\"per_day\":%" G_GINT64_FORMAT "}",
                          json->len > 1 ? "," : "", escaped->str, amount);
}

static gboolean
is_changed (SegueNeeds *self)
{
  for (guint i = 0; i < self->needs->len; i++)
    {
      const Need *need = &g_array_index (self->needs, Need, i);

      if ((gint64) adw_spin_row_get_value (need->row) != need->before)
        return TRUE;
    }
  return FALSE;
}

/**
 * segue_needs_fill:
 * @self: the rows
 * @builder: what the step shall be; left alone where nothing was changed
 */
void
segue_needs_fill (SegueNeeds         *self,
                  SegueRecordBuilder *builder)
{
  g_autoptr (GString) json = NULL;

  if (!is_changed (self))
    return;
  json = g_string_new ("[");
  for (guint i = 0; i < self->needs->len; i++)
    {
      const Need *need = &g_array_index (self->needs, Need, i);
      gint64 amount = (gint64) adw_spin_row_get_value (need->row);

      if (amount > 0)
        append_need (json, need->pool, amount);
    }
  g_string_append_c (json, ']');
  segue_record_builder_set_string (builder, SEGUE_STEP_NEEDS, json->len > 2 ? json->str : NULL);
}

void
segue_needs_free (SegueNeeds *self)
{
  g_array_unref (self->needs);
  g_free (self);
}
