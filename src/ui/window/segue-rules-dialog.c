/* segue-rules-dialog.c - all rules of a plan, and those to check again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules are facts about the world, and facts grow old. What is assumed, was
 * checked long ago or has expired stands first; one key says that it was
 * looked up today and holds.
 */
#include "config.h"

#include "ui/window/segue-rules-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-edit.h"
#include "core/segue-fact.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/window/segue-rule-row.h"

/* About as many rules as are in sight at first. */
#define FIRST_ROWS 3
/* So many more are made whenever there is nothing else to do. */
#define MORE_ROWS 2
/* So many rules are looked at for them at most: of thousands a search may find few. */
#define MOST_LOOKED_AT 500

struct _SegueRulesDialog
{
  SegueReasonDialog parent_instance;

  SegueLayout *layout; /* whose rules are listed, or NULL */
  char *listed;        /* by what they were chosen */
  int next;            /* the first that has not been looked at yet */

  AdwToggleGroup *filter;
  AdwToggle *all_toggle;
  AdwToggle *check_toggle;
  GtkEditable *search;
  GtkListBox *rules;
  GtkLabel *no_rules; /* says so only when all have been looked at */
};

G_DEFINE_FINAL_TYPE (SegueRulesDialog, segue_rules_dialog, SEGUE_TYPE_REASON_DIALOG)

static SegueSession *
get_session (SegueRulesDialog *self)
{
  return segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (self));
}

static void
confirm_rule (SegueRulesDialog *self,
              const char       *rule_id)
{
  SegueSession *session = get_session (self);
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_confirm_rule (segue_session_get_plan (session), rule_id,
                             segue_layout_get_now (segue_session_get_layout (session)), &error);

  segue_reason_dialog_perform (SEGUE_REASON_DIALOG (self), change_set, error);
}

static void
confirm (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  confirm_rule (SEGUE_RULES_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
rule_toggled_cb (SegueRulesDialog *self,
                 const char       *rule_id,
                 gboolean          enabled)
{
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_set_rule_enabled (segue_session_get_plan (get_session (self)), rule_id, enabled, &error);

  segue_reason_dialog_perform (SEGUE_REASON_DIALOG (self), change_set, error);
}

static GtkListBoxRow *
get_focus_row (SegueRulesDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row && gtk_widget_get_parent (row) == GTK_WIDGET (self->rules) ? GTK_LIST_BOX_ROW (row) : NULL;
}

/* C on a rule: it was checked, today, and holds. */
static gboolean
key_pressed_cb (SegueRulesDialog *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GtkListBoxRow *row = get_focus_row (self);
  g_autofree char *id = row && SEGUE_IS_RULE_ROW (row) ? g_strdup (segue_rule_row_get_id (SEGUE_RULE_ROW (row))) : NULL;

  if (id == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || gdk_keyval_to_lower (keyval) != GDK_KEY_c)
    return GDK_EVENT_PROPAGATE;
  confirm_rule (self, id);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_confirm_button (const char *rule_id,
                       const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  /* Translators: accessible name of a button; %s is a rule as a sentence */
  g_autofree char *name = g_strdup_printf (_("Checked today: %s"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Checked Today (C)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rules.confirm");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", rule_id);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static gboolean
needs_check (SegueRulesDialog  *self,
             const SegueRecord *rule)
{
  SegueDay now = segue_layout_get_now (segue_session_get_layout (get_session (self)));

  return segue_record_get_bool (rule, SEGUE_RULE_ENABLED) && segue_fact_judge (rule, now) != SEGUE_FACT_SOUND;
}

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = text ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
is_listed (SegueRulesDialog  *self,
           const SegueRecord *rule,
           const char        *text)
{
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gboolean check_only = g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "check") == 0;

  if (check_only && !needs_check (self, rule))
    return FALSE;
  return contains (text, needle) || contains (segue_record_get_string (rule, SEGUE_RULE_SOURCE), needle);
}

/* Returns: whether it is one of those that are asked for */
static gboolean
append_rule (SegueRulesDialog *self,
             SegueLayout      *layout,
             int               index)
{
  const SegueRecord *rule = segue_layout_get_rule (layout, index);
  g_autofree char *text = segue_text_rule (layout, index);
  GtkWidget *row;

  if (!is_listed (self, rule, text))
    return FALSE;
  row = segue_rule_row_new ();
  segue_rule_row_update (SEGUE_RULE_ROW (row), layout, rule);
  if (needs_check (self, rule) && !segue_layout_is_emitted (layout, SEGUE_KIND_RULE, index))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_confirm_button (segue_record_get_id (rule), text));
  g_signal_connect_object (row, "toggled", G_CALLBACK (rule_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rules, row);
  return TRUE;
}

static gboolean
segue_rules_dialog_append (SegueReasonDialog *dialog,
                           guint              n)
{
  SegueRulesDialog *self = SEGUE_RULES_DIALOG (dialog);
  int n_rules = segue_layout_get_problem (self->layout)->n_rules;
  int until = MIN (self->next + MOST_LOOKED_AT, n_rules);

  for (; n > 0 && self->next < until; self->next++)
    n -= append_rule (self, self->layout, self->next);
  gtk_label_set_label (self->no_rules, self->next == n_rules ? _("There is no such rule.") : "");
  return self->next < n_rules;
}

static void
show_counts (SegueRulesDialog *self,
             SegueLayout      *layout)
{
  int n = segue_layout_get_problem (layout)->n_rules;
  int n_check = 0;
  g_autofree char *all = NULL;
  g_autofree char *check = NULL;

  for (int i = 0; i < n; i++)
    n_check += needs_check (self, segue_layout_get_rule (layout, i));
  /* Translators: a filter, and how many there are. */
  all = g_strdup_printf (C_("rules", "All (%d)"), n);
  /* Translators: a filter for rules that are assumed or were checked long ago, and how many there are. */
  check = g_strdup_printf (C_("rules", "To Check (%d)"), n_check);
  adw_toggle_set_label (self->all_toggle, all);
  adw_toggle_set_label (self->check_toggle, check);
}

static char *
describe_choice (SegueRulesDialog *self)
{
  return g_strdup_printf ("%s %s", adw_toggle_group_get_active_name (self->filter), gtk_editable_get_text (self->search));
}

static void
segue_rules_dialog_refresh (SegueReasonDialog *dialog)
{
  SegueRulesDialog *self = SEGUE_RULES_DIALOG (dialog);
  SegueLayout *layout = segue_session_get_layout (get_session (self));
  GtkListBoxRow *focus = gtk_widget_get_root (GTK_WIDGET (self)) ? get_focus_row (self) : NULL;
  int place = focus ? gtk_list_box_row_get_index (focus) : -1;
  GtkListBoxRow *row;

  show_counts (self, layout);
  segue_layout_ref (layout);
  g_clear_pointer (&self->layout, segue_layout_unref);
  self->layout = layout;
  self->next = 0;
  g_free (self->listed);
  self->listed = describe_choice (self);
  /* Not gtk_list_box_remove_all(), which takes the placeholder along. */
  while ((row = gtk_list_box_get_row_at_index (self->rules, 0)) != NULL)
    gtk_list_box_remove (self->rules, GTK_WIDGET (row));
  segue_reason_dialog_fill (SEGUE_REASON_DIALOG (self), GTK_WIDGET (self->rules), MAX (FIRST_ROWS, place + 1), MORE_ROWS);
  /* Whoever goes down the list with one key stays where they are. */
  while (place >= 0 && gtk_list_box_get_row_at_index (self->rules, place) == NULL &&
         segue_rules_dialog_append (dialog, MORE_ROWS))
    continue;
  while (place >= 0 && gtk_list_box_get_row_at_index (self->rules, place) == NULL)
    place--;
  if (place >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rules, place)));
}

static void
filter_changed_cb (SegueRulesDialog *self)
{
  g_autofree char *listed = describe_choice (self);

  /* The entry also says that it has changed when it is first shown. */
  if (get_session (self) != NULL && g_strcmp0 (listed, self->listed) != 0)
    segue_rules_dialog_refresh (SEGUE_REASON_DIALOG (self));
}

/* Escape empties the entry first, and then leaves. */
static void
stop_search_cb (SegueRulesDialog *self)
{
  if (*gtk_editable_get_text (self->search))
    gtk_editable_set_text (self->search, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
segue_rules_dialog_dispose (GObject *object)
{
  SegueRulesDialog *self = SEGUE_RULES_DIALOG (object);

  g_clear_pointer (&self->layout, segue_layout_unref);
  g_clear_pointer (&self->listed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SEGUE_TYPE_RULES_DIALOG);

  G_OBJECT_CLASS (segue_rules_dialog_parent_class)->dispose (object);
}

static void
segue_rules_dialog_class_init (SegueRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_rules_dialog_dispose;
  SEGUE_REASON_DIALOG_CLASS (klass)->refresh = segue_rules_dialog_refresh;
  SEGUE_REASON_DIALOG_CLASS (klass)->append = segue_rules_dialog_append;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, all_toggle);
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, check_toggle);
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, rules);
  gtk_widget_class_bind_template_child (widget_class, SegueRulesDialog, no_rules);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_install_action (widget_class, "rules.confirm", "s", confirm);
}

static void
segue_rules_dialog_init (SegueRulesDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  segue_ui_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->search));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->rules), keys);
}

/**
 * segue_rules_dialog_new:
 * @session: the plan
 *
 * Returns: (transfer none): a dialog that lists its rules
 */
AdwDialog *
segue_rules_dialog_new (SegueSession *session)
{
  SegueRulesDialog *self = g_object_new (SEGUE_TYPE_RULES_DIALOG, "session", session, NULL);

  segue_rules_dialog_refresh (SEGUE_REASON_DIALOG (self));
  return ADW_DIALOG (self);
}
