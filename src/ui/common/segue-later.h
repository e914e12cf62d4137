/* segue-later.h - the place of a view that is made when it is first seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/common/segue-view.h"

G_BEGIN_DECLS

#define SEGUE_TYPE_LATER (segue_later_get_type ())
G_DECLARE_FINAL_TYPE (SegueLater, segue_later, SEGUE, LATER, SegueView)

GtkWidget *segue_later_make (SegueLater *self);

G_END_DECLS
