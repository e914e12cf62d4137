/* segue-editors.h - the right editor for anything in a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/editor/segue-editor.h"

G_BEGIN_DECLS

SegueEditor *segue_editors_open     (SegueSession *session, const char *id);
SegueEditor *segue_editors_add_goal (SegueSession *session);
SegueEditor *segue_editors_add_step (SegueSession *session, const char *beside);
SegueEditor *segue_editors_add_rule (SegueSession *session, const char *step_id);

G_END_DECLS
