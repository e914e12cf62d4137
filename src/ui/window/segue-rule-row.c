/* segue-rule-row.c - one rule as a sentence with a switch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-rule-row.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"

struct _SegueRuleRow
{
  AdwActionRow parent_instance;

  char *rule_id;
  gboolean updating;

  GtkSwitch *enabled;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueRuleRow, segue_rule_row, ADW_TYPE_ACTION_ROW)

static char *
describe_origin (const SegueRecord *rule)
{
  const char *source = segue_record_get_string (rule, SEGUE_RULE_SOURCE);
  SegueDay checked = segue_record_get_day (rule, SEGUE_RULE_CHECKED_ON);
  SegueCertainty certainty = (SegueCertainty) segue_record_get_int (rule, SEGUE_RULE_CERTAINTY);
  g_autofree char *trust = segue_text_certainty (certainty);
  g_autofree char *day = NULL;

  if (source == NULL || *source == '\0')
    return g_steal_pointer (&trust);
  if (checked == SEGUE_DAY_NONE)
    /* Translators: where a rule comes from and how sure it is: Admission rules · confirmed */
    return g_strdup_printf (_("%1$s · %2$s"), source, trust);
  day = segue_text_day (checked);
  /* Translators: Admission rules · confirmed · checked on 5 April 2023 */
  return g_strdup_printf (_("%1$s · %2$s · checked on %3$s"), source, trust, day);
}

static void
notify_active_cb (SegueRuleRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0, self->rule_id, gtk_switch_get_active (self->enabled));
}

static void
segue_rule_row_finalize (GObject *object)
{
  SegueRuleRow *self = SEGUE_RULE_ROW (object);

  g_clear_pointer (&self->rule_id, g_free);

  G_OBJECT_CLASS (segue_rule_row_parent_class)->finalize (object);
}

static void
segue_rule_row_class_init (SegueRuleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = segue_rule_row_finalize;

  /* The id of the rule, and whether it shall hold. */
  signals[TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
segue_rule_row_init (SegueRuleRow *self)
{
  self->enabled = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->enabled), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->enabled, "notify::active",
                           G_CALLBACK (notify_active_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->enabled));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->enabled));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
segue_rule_row_new (void)
{
  return g_object_new (SEGUE_TYPE_RULE_ROW, NULL);
}

/**
 * segue_rule_row_update:
 * @self: a row
 * @layout: the layout that knows @rule
 * @rule: the rule as it is now
 *
 * Shows @rule. What a grant emits can only be switched at its grant.
 */
void
segue_rule_row_update (SegueRuleRow      *self,
                       SegueLayout       *layout,
                       const SegueRecord *rule)
{
  int index = segue_layout_find (layout, SEGUE_KIND_RULE, segue_record_get_id (rule));
  g_autofree char *text = segue_text_rule (layout, index);
  g_autofree char *origin = describe_origin (rule);

  g_return_if_fail (SEGUE_IS_RULE_ROW (self));

  self->updating = TRUE;
  g_set_str (&self->rule_id, segue_record_get_id (rule));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), origin);
  gtk_switch_set_active (self->enabled, segue_record_get_bool (rule, SEGUE_RULE_ENABLED));
  gtk_widget_set_sensitive (GTK_WIDGET (self->enabled),
                            !segue_layout_is_emitted (layout, SEGUE_KIND_RULE, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->enabled),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->updating = FALSE;
}
