/* segue-schedule-json.h - layouts into segue-schedule documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"

G_BEGIN_DECLS

char *segue_json_write_schedule (SegueLayout *layout);

G_END_DECLS
