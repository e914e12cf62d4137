/* segue-forecaster.h - works out a plan's chances in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-forecast.h"
#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueForecaster:
 *
 * Follows a session: drops its forecast as soon as the plan changes and works
 * out the new one in a thread, a little later. Properties (read-only,
 * notified): "forecast" (NULL where there is none of the plan as it is),
 * "running", and "fraction" (0 to 1, of what runs).
 */
#define SEGUE_TYPE_FORECASTER (segue_forecaster_get_type ())
G_DECLARE_FINAL_TYPE (SegueForecaster, segue_forecaster, SEGUE, FORECASTER, GObject)

/* The one of the session, made when it is first asked for; (transfer none). */
SegueForecaster *segue_forecaster_of           (SegueSession *session);

SegueForecast   *segue_forecaster_get_forecast (SegueForecaster *self); /* never older than the plan; (transfer none) */
gboolean         segue_forecaster_is_running   (SegueForecaster *self);
double           segue_forecaster_get_fraction (SegueForecaster *self);
void             segue_forecaster_run          (SegueForecaster *self); /* now, unless there is one */
void             segue_forecaster_cancel       (SegueForecaster *self); /* until the plan changes or it is run */

G_END_DECLS
