/* segue-decision-page.h - one question with its reasons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueDecisionPage:
 *
 * Signals: "edited" (SegueChangeSet), "failed" (a sentence), "done".
 */
#define SEGUE_TYPE_DECISION_PAGE (segue_decision_page_get_type ())
G_DECLARE_FINAL_TYPE (SegueDecisionPage, segue_decision_page, SEGUE, DECISION_PAGE, AdwNavigationPage)

AdwNavigationPage *segue_decision_page_new            (SegueSession *session, const char *decision_id);
AdwNavigationPage *segue_decision_page_new_from_entry (SegueSession *session, const SegueRecord *entry);

G_END_DECLS
