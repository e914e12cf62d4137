/* segue-risk-card.h - how sure the selected step's end is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-forecaster.h"
#include "ui/common/segue-view.h"

G_BEGIN_DECLS

/**
 * SegueRiskCard:
 *
 * Properties "session" and "viewport". Hidden where nothing is selected,
 * nothing varies, or the chances of the plan are not known yet.
 */
#define SEGUE_TYPE_RISK_CARD (segue_risk_card_get_type ())
G_DECLARE_FINAL_TYPE (SegueRiskCard, segue_risk_card, SEGUE, RISK_CARD, SegueView)

G_END_DECLS
