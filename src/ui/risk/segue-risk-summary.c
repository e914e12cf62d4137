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
  AdwBin parent_instance;

  SegueSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *forecast_signals;

  GtkWidget *more;
  GtkWidget *cancel;
  GtkProgressBar *progress;
  GtkLabel *sentence;
};

typedef enum
{
  PROP_SESSION = 1,
} SegueRiskSummaryProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (SegueRiskSummary, segue_risk_summary, ADW_TYPE_BIN)

static void
refresh (SegueRiskSummary *self)
{
  SegueForecaster *forecaster = self->session ? segue_forecaster_of (self->session) : NULL;
  gboolean running = forecaster && segue_forecaster_is_running (forecaster);
  SegueForecast *forecast = forecaster ? segue_forecaster_get_forecast (forecaster) : NULL;
  g_autofree char *text = forecast ? segue_text_forecast (forecast) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->session && !segue_layout_is_certain (segue_session_get_layout (self->session)));
  gtk_widget_set_visible (self->cancel, running);
  gtk_widget_set_visible (self->more, !running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), !running);
  gtk_label_set_label (self->sentence, text ? text : _("Not worked out for the plan as it is."));
}

static void
show_progress (SegueRiskSummary *self)
{
  gtk_progress_bar_set_fraction (self->progress, segue_forecaster_get_fraction (segue_forecaster_of (self->session)));
}

static void
cancel_clicked_cb (SegueRiskSummary *self)
{
  segue_forecaster_cancel (segue_forecaster_of (self->session));
}

static void
set_session (SegueRiskSummary *self,
             SegueSession     *session)
{
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->forecast_signals, session ? segue_forecaster_of (session) : NULL);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
segue_risk_summary_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SegueRiskSummary *self = SEGUE_RISK_SUMMARY (object);

  switch ((SegueRiskSummaryProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_risk_summary_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SegueRiskSummary *self = SEGUE_RISK_SUMMARY (object);

  switch ((SegueRiskSummaryProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
segue_risk_summary_dispose (GObject *object)
{
  SegueRiskSummary *self = SEGUE_RISK_SUMMARY (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->forecast_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SEGUE_TYPE_RISK_SUMMARY);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (segue_risk_summary_parent_class)->dispose (object);
}

static void
segue_risk_summary_class_init (SegueRiskSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = segue_risk_summary_get_property;
  object_class->set_property = segue_risk_summary_set_property;
  object_class->dispose = segue_risk_summary_dispose;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, SEGUE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

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
  self->session_signals = g_signal_group_new (SEGUE_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::layout", G_CALLBACK (refresh), self);
  self->forecast_signals = g_signal_group_new (SEGUE_TYPE_FORECASTER);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::forecast", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::running", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->forecast_signals, "notify::fraction", G_CALLBACK (show_progress), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
