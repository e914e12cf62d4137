/* segue-risk-summary.c - how sure the plan is, in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/risk/segue-risk-summary.h"

#include <glib/gi18n.h>

#include "core/segue-text.h"

struct _SegueRiskSummary
{
  SegueView view;

  GSignalGroup *forecast_signals;

  GtkWidget *more;
  GtkWidget *cancel;
  GtkProgressBar *progress;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (SegueRiskSummary, segue_risk_summary, SEGUE_TYPE_VIEW)

static void
refresh (SegueRiskSummary *self)
{
  SegueForecaster *forecaster = self->view.session ? segue_forecaster_of (self->view.session) : NULL;
  gboolean running = forecaster && segue_forecaster_is_running (forecaster);
  SegueForecast *forecast = forecaster ? segue_forecaster_get_forecast (forecaster) : NULL;
  g_autofree char *text = forecast ? segue_text_forecast (forecast) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->view.session && !segue_layout_is_certain (segue_session_get_layout (self->view.session)));
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (self->more, !running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), !running);
  gtk_label_set_label (self->sentence, text ? text : _("Not worked out for the plan as it is."));
}

static void
show_progress (SegueRiskSummary *self)
{
  gtk_progress_bar_set_fraction (self->progress, segue_forecaster_get_fraction (segue_forecaster_of (self->view.session)));
}

static void
cancel_clicked_cb (SegueRiskSummary *self)
{
  segue_forecaster_cancel (segue_forecaster_of (self->view.session));
}

static void
segue_risk_summary_session_changed (SegueView *view)
{
  SegueRiskSummary *self = SEGUE_RISK_SUMMARY (view);

  g_signal_group_set_target (self->forecast_signals, view->session ? segue_forecaster_of (view->session) : NULL);
  refresh (self);
}

static void
segue_risk_summary_layout_changed (SegueView *view)
{
  refresh (SEGUE_RISK_SUMMARY (view));
}

static void
segue_risk_summary_dispose (GObject *object)
{
  SegueRiskSummary *self = SEGUE_RISK_SUMMARY (object);

  g_clear_object (&self->forecast_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_RISK_SUMMARY);

  G_OBJECT_CLASS (segue_risk_summary_parent_class)->dispose (object);
}

static void
segue_risk_summary_class_init (SegueRiskSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SegueViewClass *view_class = SEGUE_VIEW_CLASS (klass);

  object_class->dispose = segue_risk_summary_dispose;
  view_class->session_changed = segue_risk_summary_session_changed;
  view_class->layout_changed = segue_risk_summary_layout_changed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/segue_planner/Segue/risk/segue-risk-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, SegueRiskSummary, more);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskSummary, cancel);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskSummary, progress);
  gtk_widget_class_bind_template_child (widget_class, SegueRiskSummary, sentence);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
segue_risk_summary_init (SegueRiskSummary *self)
{
  self->forecast_signals = g_signal_group_new (SEGUE_TYPE_FORECASTER);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::forecast", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::running", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::fraction", G_CALLBACK (show_progress), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
