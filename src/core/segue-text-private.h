/* segue-text-private.h - parts of sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-text.h"

G_BEGIN_DECLS

char *segue_text_between    (SegueDay first, SegueDay last);
char *segue_text_quoted     (const char *title);
char *segue_text_list       (const char *const *names, guint n);
char *segue_text_point      (SegueLayout *layout, SeguePoint point);
char *segue_text_rule_parts (SegueLayout *layout, int rule);
char *segue_text_rule_quoted (SegueLayout *layout, int rule);

G_END_DECLS
