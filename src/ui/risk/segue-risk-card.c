/* segue-risk-card.c - how sure the selected step's end is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/risk/segue-risk-card.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"
#include "ui/common/segue-ui.h"

struct _SegueRiskCard
{
  SegueView view;

  GSignalGroup *forecast_signals;

  GtkListBox *facts;
};

G_DEFINE_FINAL_TYPE (SegueRiskCard, segue_risk_card, SEGUE_TYPE_VIEW)

static void
add_fact (SegueRiskCard *self,
          const char    *title,
          char          *value)
{
  g_autofree char *owned = value;
  GtkWidget *row = segue_ui_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), owned);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->facts, row);
}

static void
show_dates (SegueRiskCard        *self,
            const SegueQuantiles *end)
{
  if (end->p10 == end->p90 || end->p50 == SEGUE_DAY_NONE)
    return;
  add_fact (self, _("Even Odds"), segue_text_by (end->p50));
  if (end->p80 != SEGUE_DAY_NONE && end->p80 != end->p50)
    /* xgettext:no-c-format */
    add_fact (self, _("80% Sure"), segue_text_by (end->p80));
}

static void
show_step (SegueRiskCard *self,
           SegueForecast *forecast,
           const char    *id)
{
  const SegueStepRisk *risk = segue_forecast_get_step (forecast, id);
  SegueLayout *layout = segue_forecast_get_layout (forecast);
  const SegueRecord *step = segue_layout_get_step (layout, segue_layout_find (layout, SEGUE_KIND_STEP, id));

  gtk_list_box_remove_all (self->facts);
  if (risk == NULL || segue_layout_is_certain (layout))
    return;
  show_dates (self, &risk->end);
  if (segue_forecast_has_deadline (forecast, id))
    add_fact (self, _("On Time"), segue_text_chance (risk->on_time));
  /* A day that is fixed never has slack: that says nothing. */
  if (risk->critical > 0 && segue_record_get_int (step, SEGUE_STEP_TYPE) != SEGUE_STEP_MILESTONE)
    add_fact (self, _("Without Slack"), segue_text_often (risk->critical));
}

static void
refresh (SegueRiskCard *self)
{
  SegueForecast *forecast = self->view.session ? segue_forecaster_get_forecast (segue_forecaster_of (self->view.session)) : NULL;
  const char *id = self->view.viewport ? segue_viewport_get_selection (self->view.viewport) : NULL;

  if (forecast != NULL && id != NULL)
    show_step (self, forecast, id);
  else
    gtk_list_box_remove_all (self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_list_box_get_row_at_index (self->facts, 0) != NULL);
}

static void
segue_risk_card_session_changed (SegueView *view)
{
  SegueRiskCard *self = SEGUE_RISK_CARD (view);

  g_signal_group_set_target (self->forecast_signals, view->session ? segue_forecaster_of (view->session) : NULL);
  refresh (self);
}

static void
segue_risk_card_viewport_changed (SegueView *view)
{
  refresh (SEGUE_RISK_CARD (view));
}

static void
segue_risk_card_dispose (GObject *object)
{
  SegueRiskCard *self = SEGUE_RISK_CARD (object);

  g_clear_object (&self->forecast_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_RISK_CARD);

  G_OBJECT_CLASS (segue_risk_card_parent_class)->dispose (object);
}

static void
segue_risk_card_class_init (SegueRiskCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_risk_card_dispose;
  view_class->session_changed = segue_risk_card_session_changed;
  view_class->viewport_changed = segue_risk_card_viewport_changed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/risk/segue-risk-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueRiskCard, facts);
}

static void
segue_risk_card_init (SegueRiskCard *self)
{
  segue_view_watch_viewport (SEGUE_VIEW (self), "notify::selection", G_CALLBACK (refresh));
  self->forecast_signals = g_signal_group_new (SEGUE_TYPE_FORECASTER);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::forecast", G_CALLBACK (refresh), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
