/* segue-why-dialog.c - why a goal cannot be reached this way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows each conflict of a route (or of a goal that has none): the sentence,
 * the gap of days or hours, the rules in the order of their chain, and the
 * remedies that were re-solved. It follows the plan, so that a rule that is switched off shows
 * at once what it changes.
 */
#include "config.h"

#include "ui/window/segue-why-dialog.h"

#include <glib/gi18n.h>

#include "core/segue-chain.h"
#include "core/segue-edit.h"
#include "core/segue-text.h"
#include "ui/common/segue-ui.h"
#include "ui/window/segue-gap-view.h"
#include "ui/window/segue-rule-row.h"
#include "ui/window/segue-shortage-view.h"

struct _SegueWhyDialog
{
  SegueReasonDialog parent_instance;

  char *owner_id; /* a route or a goal */
  SegueLayout *layout; /* what is shown */
  guint n_parts;  /* of what is shown */

  GtkBox *conflicts;
};

/* A conflict is shown part by part, since all of them at once take longer than a frame. */
typedef enum
{
  PART_SENTENCE,
  PART_RULES,
  PART_REMEDIES,
  N_PARTS,
} Part;

G_DEFINE_FINAL_TYPE (SegueWhyDialog, segue_why_dialog, SEGUE_TYPE_REASON_DIALOG)

static SegueSession *
get_session (SegueWhyDialog *self)
{
  return segue_reason_dialog_get_session (SEGUE_REASON_DIALOG (self));
}

static void
rule_toggled_cb (SegueWhyDialog *self,
                 const char     *rule_id,
                 gboolean        enabled)
{
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set =
    segue_edit_set_rule_enabled (segue_session_get_plan (get_session (self)), rule_id, enabled, &error);

  segue_reason_dialog_perform (SEGUE_REASON_DIALOG (self), change_set, error);
}

static SegueChangeSet *
make_remedy (SegueWhyDialog *self,
             GVariant       *parameter,
             GError        **error)
{
  int conflict, remedy;

  g_variant_get (parameter, "(ii)", &conflict, &remedy);
  return segue_edit_apply_remedy (segue_session_get_plan (get_session (self)),
                                  segue_session_get_layout (get_session (self)), conflict, remedy, error);
}

static void
apply_remedy (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SegueWhyDialog *self = SEGUE_WHY_DIALOG (widget);
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set = make_remedy (self, parameter, &error);

  segue_reason_dialog_perform (SEGUE_REASON_DIALOG (self), change_set, error);
}

static void
preview_remedy (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SegueWhyDialog *self = SEGUE_WHY_DIALOG (widget);
  GError *error = NULL;
  g_autoptr (SegueChangeSet) change_set = make_remedy (self, parameter, &error);

  segue_reason_dialog_preview (SEGUE_REASON_DIALOG (self), change_set, error);
}

/* The rules in the order in which they follow from one another, each with its
 * number in the drawing and what follows from it. */
static GtkWidget *
create_rules (SegueWhyDialog   *self,
              SegueLayout      *layout,
              const SegueChain *chain)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Rules"));
  for (guint i = 0; i < chain->n_links; i++)
    {
      SegueRuleRow *row = SEGUE_RULE_ROW (segue_rule_row_new ());
      g_autofree char *consequence = segue_chain_describe (layout, chain, i);

      segue_rule_row_update (row, layout, segue_layout_get_rule (layout, chain->links[i].rule));
      if (chain->n_links > 1 && chain->earliest != SEGUE_DAY_NONE)
        segue_rule_row_set_number (row, i + 1);
      segue_rule_row_set_consequence (row, consequence);
      g_signal_connect_object (row, "toggled", G_CALLBACK (rule_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
  return GTK_WIDGET (group);
}

static GtkWidget *
create_amount_row (const char *title,
                   const char *amount)
{
  GtkWidget *row = segue_ui_action_row_new ();
  GtkWidget *label = gtk_label_new (amount);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* Who competes for the hours, and how many each of them needs. */
static GtkWidget *
create_competitors (SegueLayout         *layout,
                    const SegueConflict *conflict,
                    const gint64        *shares)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);

  adw_preferences_group_set_title (group, _("Who Competes"));
  for (int i = 0; i < conflict->steps.n; i++)
    {
      const SegueRecord *step = segue_layout_get_step (layout, schedule->refs[conflict->steps.first + i]);
      g_autofree char *amount = shares ? segue_text_minutes (shares[i]) : NULL;

      adw_preferences_group_add (group, create_amount_row (segue_record_get_name (step), amount));
    }
  return GTK_WIDGET (group);
}

/* Does something with a remedy; @name says to those who do not see the row what. */
static GtkWidget *
create_button (const char *label,
               const char *action,
               const char *name,
               int         conflict,
               int         remedy)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", conflict, remedy);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
create_remedy (SegueLayout *layout,
               int          conflict,
               int          remedy)
{
  GtkWidget *row = segue_ui_action_row_new ();
  g_autofree char *text = segue_text_remedy (layout, remedy);
  g_autofree char *cost = segue_text_remedy_cost (layout, remedy);
  /* Translators: accessible name of a button; %s is what it does */
  g_autofree char *apply = g_strdup_printf (_("Apply: %s"), text);
  /* Translators: accessible name of a button; %s is what is shown on the timeline */
  g_autofree char *try = g_strdup_printf (_("Try: %s"), text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cost);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (_("Try"), "why.preview", try, conflict, remedy));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (_("Apply"), "why.apply", apply, conflict, remedy));
  return row;
}

/* Said while the engine is still at work. */
static GtkWidget *
create_search (void)
{
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Looking for what would help…"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_spinner_new ());
  return row;
}

static GtkWidget *
create_remedies (SegueWhyDialog      *self,
                 SegueLayout         *layout,
                 const SegueConflict *conflict,
                 int                  index)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("What Would Help"));
  if (!segue_session_is_layout_complete (get_session (self)))
    {
      adw_preferences_group_add (group, create_search ());
      return GTK_WIDGET (group);
    }
  adw_preferences_group_set_description (group, conflict->remedies.n > 0
    ? _("Each was tried and works. Trying shows it on the timeline; nothing changes until it is applied.")
    : _("No single change was found that would help."));
  for (int i = 0; i < conflict->remedies.n; i++)
    adw_preferences_group_add (group, create_remedy (layout, index, conflict->remedies.first + i));
  return GTK_WIDGET (group);
}

static void
append_hours (GtkBox      *box,
              SegueLayout *layout,
              int          index)
{
  const SegueConflict *conflict = &segue_layout_get_schedule (layout)->conflicts[index];
  g_autofree gint64 *shares = segue_chain_share_hours (layout, index);

  if (conflict->pool < 0)
    gtk_box_append (box, segue_shortage_view_new (layout, conflict, shares));
  if (conflict->steps.n > 0)
    gtk_box_append (box, create_competitors (layout, conflict, shares));
}

static GtkWidget *
create_sentence (SegueLayout      *layout,
                 const SegueChain *chain,
                 int               index)
{
  const SegueConflict *conflict = &segue_layout_get_schedule (layout)->conflicts[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *text = segue_text_conflict (layout, index);
  GtkWidget *sentence = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_justify (GTK_LABEL (sentence), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (sentence, "title-4");
  gtk_box_append (GTK_BOX (box), sentence);
  if (chain->earliest != SEGUE_DAY_NONE)
    gtk_box_append (GTK_BOX (box), segue_gap_view_new (chain));
  if (conflict->kind == SEGUE_CONFLICT_HOURS)
    append_hours (GTK_BOX (box), layout, index);
  return box;
}

/* The sentence begins the box of its conflict, the others are added to it. */
static void
append_part (SegueWhyDialog *self,
             Part            part,
             int             index)
{
  const SegueConflict *conflict = &segue_layout_get_schedule (self->layout)->conflicts[index];
  g_autoptr (SegueChain) chain = part != PART_REMEDIES ? segue_chain_new (self->layout, index) : NULL;
  GtkBox *box = GTK_BOX (gtk_widget_get_last_child (GTK_WIDGET (self->conflicts)));

  if (part == PART_SENTENCE)
    gtk_box_append (self->conflicts, create_sentence (self->layout, chain, index));
  else if (part == PART_REMEDIES)
    gtk_box_append (box, create_remedies (self, self->layout, conflict, index));
  else if (chain->n_links > 0)
    gtk_box_append (box, create_rules (self, self->layout, chain));
}

static GtkWidget *
create_resolved (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Stands in the Way"));
  segue_ui_name_status_page (ADW_STATUS_PAGE (page));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static SegueSlice
find_conflicts (SegueWhyDialog *self,
                SegueLayout    *layout)
{
  const SegueSchedule *schedule = segue_layout_get_schedule (layout);
  int route = segue_layout_find (layout, SEGUE_KIND_ROUTE, self->owner_id);
  int goal = segue_layout_find (layout, SEGUE_KIND_GOAL, self->owner_id);

  if (route >= 0)
    return schedule->routes[route].conflicts;
  if (goal >= 0)
    return schedule->goals[goal].conflicts;
  return (SegueSlice) { 0, 0 };
}

static gboolean
segue_why_dialog_append (SegueReasonDialog *dialog,
                         guint              n)
{
  SegueWhyDialog *self = SEGUE_WHY_DIALOG (dialog);
  SegueSlice slice = find_conflicts (self, self->layout);
  guint n_parts = (guint) slice.n * N_PARTS;

  for (; n > 0 && self->n_parts < n_parts; n--, self->n_parts++)
    append_part (self, self->n_parts % N_PARTS,
                 segue_layout_get_schedule (self->layout)->conflict_refs[slice.first + (int) (self->n_parts / N_PARTS)]);
  return self->n_parts < n_parts;
}

/* What was there before is there again at once. */
static void
segue_why_dialog_refresh (SegueReasonDialog *dialog)
{
  SegueWhyDialog *self = SEGUE_WHY_DIALOG (dialog);
  SegueLayout *layout = segue_layout_ref (segue_session_get_layout (get_session (self)));
  guint n_shown = MAX (self->n_parts, 1);
  GtkWidget *child;

  g_clear_pointer (&self->layout, segue_layout_unref);
  self->layout = layout;
  self->n_parts = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts))) != NULL)
    gtk_box_remove (self->conflicts, child);
  segue_reason_dialog_fill (dialog, GTK_WIDGET (self->conflicts), n_shown, 1);
  if (find_conflicts (self, layout).n == 0)
    gtk_box_append (self->conflicts, segue_session_is_layout_complete (get_session (self))
                                       ? create_resolved () : create_search ());
}

static void
segue_why_dialog_dispose (GObject *object)
{
  SegueWhyDialog *self = SEGUE_WHY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_WHY_DIALOG);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->layout, segue_layout_unref);

  G_OBJECT_CLASS (segue_why_dialog_parent_class)->dispose (object);
}

static void
segue_why_dialog_class_init (SegueWhyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = segue_why_dialog_dispose;
  SEGUE_REASON_DIALOG_CLASS (klass)->refresh = segue_why_dialog_refresh;
  SEGUE_REASON_DIALOG_CLASS (klass)->append = segue_why_dialog_append;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/window/segue-why-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueWhyDialog, conflicts);
  gtk_widget_class_install_action (widget_class, "why.apply", "(ii)", apply_remedy);
  gtk_widget_class_install_action (widget_class, "why.preview", "(ii)", preview_remedy);
}

static void
segue_why_dialog_init (SegueWhyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * segue_why_dialog_new:
 * @session: the plan
 * @owner_id: the route that conflicts, or a goal without routes
 *
 * Returns: (transfer none): a dialog that explains the conflicts of @owner_id
 */
AdwDialog *
segue_why_dialog_new (SegueSession *session,
                      const char   *owner_id)
{
  SegueWhyDialog *self = g_object_new (SEGUE_TYPE_WHY_DIALOG, "session", session, NULL);
  const SegueRecord *owner = segue_plan_find (segue_session_get_plan (session), owner_id);
  g_autofree char *title = NULL;

  /* Translators: %s is a route or goal that cannot be reached, such as Spring 2023 */
  title = g_strdup_printf (_("Why Not: %s"), owner ? segue_record_get_name (owner) : owner_id);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  self->owner_id = g_strdup (owner_id);
  segue_why_dialog_refresh (SEGUE_REASON_DIALOG (self));
  return ADW_DIALOG (self);
}
