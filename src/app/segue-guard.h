/* segue-guard.h - looks after the file of the plans while it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/segue-application.h"
#include "store/segue-sqlite-store.h"

G_BEGIN_DECLS

/**
 * SegueGuard:
 *
 * Makes the daily backup, and sees when another program has written to the
 * file or put another in its place; the application then shows what is there
 * now.
 */
typedef struct _SegueGuard SegueGuard;

SegueGuard *segue_guard_new  (SegueApplication *application, SegueSqliteStore *store);
void        segue_guard_free (SegueGuard *self);
void        segue_guard_tick (SegueGuard *self);

G_END_DECLS
