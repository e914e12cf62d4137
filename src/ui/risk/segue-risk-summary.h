/* segue-risk-summary.h - how sure the plan is, in a sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-forecaster.h"
#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueRiskSummary:
 *
 * Property "session". Hidden where no estimate of the plan has a range. Shows
 * progress while the chances are worked out; that can be stopped.
 */
#define SEGUE_TYPE_RISK_SUMMARY (segue_risk_summary_get_type ())
G_DECLARE_FINAL_TYPE (SegueRiskSummary, segue_risk_summary, SEGUE, RISK_SUMMARY, SegueView)

G_END_DECLS
