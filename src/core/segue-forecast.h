/* segue-forecast.h - how sure the dates of a plan are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

/**
 * SegueForecast:
 *
 * A layout with what many draws of its estimates have brought. Immutable and
 * reference-counted; its indexes are those of the layout.
 */
typedef struct _SegueForecast SegueForecast;

#define SEGUE_TYPE_FORECAST (segue_forecast_get_type ())
GType                segue_forecast_get_type   (void) G_GNUC_CONST;

SegueForecast       *segue_forecast_new        (SegueLayout *layout, gint32 n_samples, guint64 seed, guint n_threads,
                                                gint *n_done, const gint *cancelled);
SegueForecast       *segue_forecast_ref        (SegueForecast *self);
void                 segue_forecast_unref      (SegueForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueForecast, segue_forecast_unref)

SegueLayout         *segue_forecast_get_layout (SegueForecast *self);
const SegueRisk     *segue_forecast_get_risk   (SegueForecast *self);

/* By id; NULL and -1 for an unknown id or what was never asked for. */
const SegueStepRisk *segue_forecast_get_step   (SegueForecast *self, const char *step_id);
double               segue_forecast_get_route  (SegueForecast *self, const char *route_id);
double               segue_forecast_get_rule   (SegueForecast *self, const char *rule_id);
gboolean             segue_forecast_has_deadline (SegueForecast *self, const char *step_id); /* a day it may miss */
gboolean             segue_layout_is_certain   (SegueLayout *layout); /* no estimate leaves anything open */

/* The steps that were critical most often, the most critical first: indexes, at
 * most @n of them; (transfer full). */
gint32              *segue_forecast_rank_critical (SegueForecast *self, guint n, guint *n_found);

G_END_DECLS
