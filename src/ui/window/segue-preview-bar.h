/* segue-preview-bar.h - what is tried, and whether it shall be so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-change-set.h"
#include "core/segue-layout-work.h"
#include "core/segue-trial-queue.h"

G_BEGIN_DECLS

/**
 * SeguePreviewBar:
 *
 * Stands below the timeline while that shows a preview. "apply" and "back"
 * are the person's answers; the bar itself changes nothing.
 */
#define SEGUE_TYPE_PREVIEW_BAR (segue_preview_bar_get_type ())
G_DECLARE_FINAL_TYPE (SeguePreviewBar, segue_preview_bar, SEGUE, PREVIEW_BAR, AdwBin)

void             segue_preview_bar_show           (SeguePreviewBar *self, SegueChangeSet *change_set,
                                                   SegueLayoutWork *work, AdwDialog *origin);
void             segue_preview_bar_begin_trials   (SeguePreviewBar *self, SegueTrialQueue *trials);
SegueTrialQueue *segue_preview_bar_get_trials     (SeguePreviewBar *self);
void             segue_preview_bar_ask            (SeguePreviewBar *self, gpointer question);
void             segue_preview_bar_answer         (SeguePreviewBar *self, SegueChangeSet *change_set);
void             segue_preview_bar_set_effect     (SeguePreviewBar *self, const char *effect);
void             segue_preview_bar_hide           (SeguePreviewBar *self);
gboolean         segue_preview_bar_is_shown       (SeguePreviewBar *self);
SegueChangeSet  *segue_preview_bar_get_change_set (SeguePreviewBar *self);
AdwDialog       *segue_preview_bar_get_origin     (SeguePreviewBar *self);

G_END_DECLS
