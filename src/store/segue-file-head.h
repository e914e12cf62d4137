/* segue-file-head.h - whose a database file is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Segu", so that the file says whose it is. */
#define SEGUE_APPLICATION_ID 0x53656775

gboolean segue_file_head_check (const char *path, guint known_version, GError **error);

G_END_DECLS
