/* segue-window-risk.c - what is known of the plan's chances, in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui/window/segue-window-private.h"

#include "ui/common/segue-dialog.h"
#include "ui/risk/segue-risk-dialog.h"

/* Soft ends on the timeline for all that varies, or none while nothing is known. */
static void
show_spreads (SegueWindow *self)
{
  SegueSession *session = segue_window_get_session (self);
  SegueLayout *layout = session ? segue_session_get_layout (session) : NULL;
  SegueForecast *forecast = session ? segue_forecaster_get_forecast (segue_forecaster_of (session)) : NULL;
  int n = layout ? segue_layout_get_schedule (layout)->n_steps : 0;

  for (int i = 0; i < n; i++)
    {
      const char *id = segue_record_get_id (segue_layout_get_step (layout, i));
      SegueQuantiles end = { SEGUE_DAY_NONE, SEGUE_DAY_NONE, SEGUE_DAY_NONE, SEGUE_DAY_NONE };

      if (forecast)
        end = segue_forecast_get_risk (forecast)->steps[i].end;
      if (end.p10 == end.p90 || end.p80 == SEGUE_DAY_NONE)
        segue_timeline_view_set_spread (segue_window_get_timeline (self), id, SEGUE_DAY_NONE, SEGUE_DAY_NONE);
      else
        segue_timeline_view_set_spread (segue_window_get_timeline (self), id, end.p50, end.p80);
    }
}

/**
 * segue_window_follow_forecast:
 * @self: a window with a plan
 *
 * Shows from now on how far each end may slip, as soon as that is known.
 */
void
segue_window_follow_forecast (SegueWindow *self)
{
  SegueForecaster *forecaster = segue_forecaster_of (segue_window_get_session (self));

  g_signal_handlers_disconnect_by_func (forecaster, show_spreads, self);
  g_signal_connect_object (forecaster, "notify::forecast", G_CALLBACK (show_spreads), self, G_CONNECT_SWAPPED);
  show_spreads (self);
}

/**
 * segue_window_show_risk:
 * @self: a window with a plan
 */
void
segue_window_show_risk (SegueWindow *self)
{
  segue_dialog_present (segue_risk_dialog_new (segue_window_get_session (self)), GTK_WIDGET (self));
}
