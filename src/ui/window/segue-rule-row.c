/* segue-rule-row.c - one rule as a sentence with a switch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-rule-row.h"

#include <glib/gi18n.h>

#include "core/segue-fact.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

struct _SegueRuleRow
{
  AdwActionRow parent_instance;

  char *rule_id;
  char *link;
  gboolean updating;

  GtkLabel *number; /* in a drawing, of which it is a part; or NULL */
  GtkWidget *doubt;  /* NULL while there is none: an empty place would indent the words */
  GtkWidget *link_button;
  GtkSwitch *enabled;
  GtkWidget *grant; /* the way to the grant that brings the rule */
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SegueRuleRow, segue_rule_row, ADW_TYPE_ACTION_ROW)

static void
notify_active_cb (SegueRuleRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[TOGGLED], 0, self->rule_id, gtk_switch_get_active (self->enabled));
}

static void
link_clicked_cb (SegueRuleRow *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (self->link);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
segue_rule_row_finalize (GObject *object)
{
  SegueRuleRow *self = SEGUE_RULE_ROW (object);

  g_clear_pointer (&self->rule_id, g_free);
  g_clear_pointer (&self->link, g_free);

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
add_number (SegueRuleRow *self)
{
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "segue-number");
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->number));
}

/* The words below the rule say the same. */
static void
show_doubt (SegueRuleRow *self,
            gboolean      doubtful)
{
  if (doubtful == (self->doubt != NULL))
    return;
  if (!doubtful)
    {
      adw_action_row_remove (ADW_ACTION_ROW (self), self->doubt);
      self->doubt = NULL;
      return;
    }
  self->doubt = gtk_image_new_from_icon_name ("dialog-question-symbolic");
  gtk_widget_add_css_class (self->doubt, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->doubt), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->doubt);
}

static void
add_link (SegueRuleRow *self)
{
  self->link_button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_valign (self->link_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->link_button, "flat");
  gtk_widget_set_tooltip_text (self->link_button, _("Open the Source"));
  g_signal_connect_object (self->link_button, "clicked", G_CALLBACK (link_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->link_button);
}

static void
segue_rule_row_init (SegueRuleRow *self)
{
  add_link (self);
  self->enabled = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->enabled), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->enabled, "notify::active",
                           G_CALLBACK (notify_active_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->enabled));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->enabled));
  self->grant = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_valign (self->grant, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->grant, FALSE);
  gtk_widget_set_tooltip_text (self->grant, _("Open the Grant"));
  gtk_widget_add_css_class (self->grant, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->grant);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  segue_ui_keep_words (GTK_WIDGET (self));
}

/* A rule that a grant brings can only be changed there. */
static void
show_grant (SegueRuleRow      *self,
            const SegueRecord *grant)
{
  gtk_widget_set_visible (GTK_WIDGET (self->enabled), grant == NULL);
  gtk_widget_set_visible (self->grant, grant != NULL);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), grant ? self->grant : GTK_WIDGET (self->enabled));
  if (grant == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->grant), "s", segue_record_get_id (grant));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->grant), "win.grant");
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
  g_autofree char *origin = segue_fact_describe (rule, segue_layout_get_now (layout));
  gboolean sound = segue_fact_judge (rule, segue_layout_get_now (layout)) == SEGUE_FACT_SOUND;

  g_return_if_fail (SEGUE_IS_RULE_ROW (self));

  self->updating = TRUE;
  g_set_str (&self->rule_id, segue_record_get_id (rule));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), origin);
  g_clear_pointer (&self->link, g_free);
  self->link = segue_fact_find_link (rule);
  gtk_widget_set_visible (self->link_button, self->link != NULL);
  show_doubt (self, !sound);
  gtk_switch_set_active (self->enabled, segue_record_get_bool (rule, SEGUE_RULE_ENABLED));
  show_grant (self, segue_layout_get_emitter (layout, SEGUE_KIND_RULE, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->enabled),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->updating = FALSE;
}

/**
 * segue_rule_row_set_number:
 * @self: a row
 * @number: its number in the drawing to which it belongs
 */
void
segue_rule_row_set_number (SegueRuleRow *self,
                           guint         number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (SEGUE_IS_RULE_ROW (self));

  if (self->number == NULL)
    add_number (self);
  gtk_label_set_label (self->number, text);
}

/**
 * segue_rule_row_set_consequence:
 * @self: a row that shows a rule
 * @consequence: (nullable): what follows from it, below where it comes from
 */
void
segue_rule_row_set_consequence (SegueRuleRow *self,
                                const char   *consequence)
{
  g_autofree char *both = NULL;

  g_return_if_fail (SEGUE_IS_RULE_ROW (self));

  if (consequence == NULL)
    return;
  both = g_strdup_printf ("%s\n%s", adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), consequence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both);
}

const char *
segue_rule_row_get_id (SegueRuleRow *self)
{
  g_return_val_if_fail (SEGUE_IS_RULE_ROW (self), NULL);

  return self->rule_id;
}
