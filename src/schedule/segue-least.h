/* segue-least.h - as little as possible gives way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "schedule/segue-engine.h"

G_BEGIN_DECLS

typedef struct _SegueLeast SegueLeast;

SegueLeast *segue_least_new      (SegueEngine        *engine);
void        segue_least_free     (SegueLeast         *least);
void        segue_least_note     (SegueLeast         *least,
                                  const SegueFinding *finding);
gboolean    segue_least_search   (SegueLeast         *least,
                                  gboolean           *changed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SegueLeast, segue_least_free)

G_END_DECLS
