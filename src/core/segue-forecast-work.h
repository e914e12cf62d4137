/* segue-forecast-work.h - the chances of a layout being drawn in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-forecast.h"

G_BEGIN_DECLS

/**
 * SegueForecastWork:
 *
 * One forecast while it is drawn elsewhere. Whoever began it is told once, or
 * drops it.
 */
typedef struct _SegueForecastWork SegueForecastWork;

typedef void (*SegueForecastWorkFunc) (SegueForecast *forecast, gpointer data);

SegueForecastWork *segue_forecast_work_begin (SegueLayout *layout, gint32 n_samples, guint64 seed,
                                              SegueForecastWorkFunc done, gpointer data);
void               segue_forecast_work_drop  (SegueForecastWork *self);

/* So many draws tell one chance from another where several are compared. */
#define SEGUE_FORECAST_COMPARE_SAMPLES 400
#define SEGUE_FORECAST_COMPARE_SEED    1

G_END_DECLS
