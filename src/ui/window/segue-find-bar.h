/* segue-find-bar.h - finds anything in the plan as one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "core/segue-session.h"

G_BEGIN_DECLS

/**
 * SegueFindBar:
 *
 * Properties "session" and "search-mode" (whether it is open). "found" (id)
 * tells of each step or route that is looked at on the way through the list,
 * "done" that one has been chosen.
 */
#define SEGUE_TYPE_FIND_BAR (segue_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (SegueFindBar, segue_find_bar, SEGUE, FIND_BAR, AdwBin)

void segue_find_bar_open (SegueFindBar *self);

G_END_DECLS
