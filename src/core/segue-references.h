/* segue-references.h - what a row refers to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-record.h"

G_BEGIN_DECLS

/* One place in a row that names another row. */
typedef struct
{
  guint field;
  const char *text; /* an id; of a point with or without its side */
  gboolean is_point;
  guint kinds;      /* bit n: may be a record of kind n */
} SegueReference;

typedef const SegueRecord *(*SegueFindFunc)      (gpointer data, const char *id);
typedef gboolean           (*SegueReferenceFunc) (const SegueReference *reference, gpointer data);

gboolean           segue_record_each_reference (const SegueRecord *self, SegueReferenceFunc func, gpointer data);
const SegueRecord *segue_reference_resolve     (const SegueReference *self, SegueFindFunc find, gpointer data);
const SegueRecord *segue_point_resolve         (const char *text, SegueFindFunc find, gpointer data, SegueSide *side);
gboolean           segue_point_may_name        (const char *text, const char *id);

G_END_DECLS
