/* bench.h - what the subcommands of segue-bench share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-rcpsp.h"

G_BEGIN_DECLS

/* Each takes its own arguments, without the name of the subcommand, and
 * returns the exit status. */
int bench_psplib   (char **args);
int bench_sgs      (char **args);
int bench_plan     (char **args);
int bench_edit     (char **args);
int bench_conflict (char **args);
int bench_store    (char **args);
int bench_session  (char **args);
int bench_risk     (char **args);

/* An instance that owns its arrays; problem points at them. */
typedef struct
{
  SegueRcpsp problem;
  char *name;
  GArray *duration;
  GArray *need;
  GArray *capacity;
  GArray *arcs;
  GArray *latest;
} BenchInstance;

BenchInstance *bench_instance_read  (const char     *path,
                                     GError        **error);
void           bench_instance_free  (BenchInstance  *instance);
gboolean       bench_instance_holds (BenchInstance  *instance,
                                     const gint32   *start,
                                     gint32          makespan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchInstance, bench_instance_free)

G_END_DECLS
