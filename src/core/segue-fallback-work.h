/* segue-fallback-work.h - what a no would mean, found out in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-fallback.h"

G_BEGIN_DECLS

/**
 * SegueFallbackWork:
 *
 * One question while it is looked into elsewhere. Whoever began it is told
 * once, or drops it.
 */
typedef struct _SegueFallbackWork SegueFallbackWork;

/* @fallback is NULL where a no would change nothing. */
typedef void (*SegueFallbackWorkFunc) (const SegueFallback *fallback, SegueLayout *layout, gpointer data);

SegueFallbackWork *segue_fallback_work_begin (SeguePlan *plan, SegueLayout *layout, const char *id,
                                              SegueFallbackWorkFunc done, gpointer data);
void               segue_fallback_work_drop  (SegueFallbackWork *self);

G_END_DECLS
