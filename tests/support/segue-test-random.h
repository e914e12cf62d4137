/* segue-test-random.h - small random plans, the same for a seed everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "support/segue-test-plan.h"

G_BEGIN_DECLS

/**
 * SegueTestSource:
 *
 * Where choices come from: the numbers that follow a seed or, if there are
 * bytes, those, and the smallest choice when they are used up.
 */
typedef struct
{
  guint64 state;
  const guint8 *bytes;
  gsize n_bytes;
} SegueTestSource;

/* What may occur beside work, waits, milestones and rules. */
typedef enum
{
  SEGUE_TEST_WORK_LIMITS   = 1 << 0,  /* max and min per day, weekdays */
  SEGUE_TEST_CONTIGUOUS    = 1 << 1,
  SEGUE_TEST_PRACTICE      = 1 << 2,  /* bound by dates alone */
  SEGUE_TEST_PRACTICE_TIED = 1 << 3,  /* bound to other steps as well */
  SEGUE_TEST_LOADS         = 1 << 4,
  SEGUE_TEST_POOLS         = 1 << 5,
  SEGUE_TEST_GOALS         = 1 << 6,
  SEGUE_TEST_CLOSED        = 1 << 7,  /* closed routes, gates with outcomes */
  SEGUE_TEST_EXCLUSIVE     = 1 << 8,
  SEGUE_TEST_CALENDAR      = 1 << 9,  /* periods and days off */
  SEGUE_TEST_MAX_LAGS      = 1 << 10,
  SEGUE_TEST_NEGATIVE_LAGS = 1 << 11,
  SEGUE_TEST_PROGRESS      = 1 << 12, /* done, doing, dropped, spent */
  SEGUE_TEST_HISTORY       = 1 << 13, /* rules that what is done may have broken */
  SEGUE_TEST_TARGETS       = 1 << 14,
  SEGUE_TEST_RULES_OFF     = 1 << 15, /* rules that are off or of one route */
  SEGUE_TEST_ANYTHING      = (1 << 16) - 1,
} SegueTestFeatures;

typedef struct
{
  SegueTestFeatures features;
  gint32 max_steps;
  gint32 max_rules;
  gint32 horizon; /* days from now in which dates fall */
} SegueTestKnobs;

SegueTestSource segue_test_source_seed  (guint64                seed);
SegueTestSource segue_test_source_bytes (const guint8          *bytes,
                                         gsize                  n_bytes);
gint32          segue_test_draw         (SegueTestSource       *source,
                                         gint32                 low,
                                         gint32                 high);
gboolean        segue_test_draw_chance  (SegueTestSource       *source,
                                         gint32                 percent);
SegueTestPlan  *segue_test_plan_draw    (SegueTestSource       *source,
                                         const SegueTestKnobs  *knobs);

G_END_DECLS
