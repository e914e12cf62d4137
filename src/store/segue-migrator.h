/* segue-migrator.h - brings a database to the schema of this version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/segue-connection.h"

G_BEGIN_DECLS

gboolean segue_migrator_create     (const char *path, GError **error);
guint    segue_migrator_get_newest (void);
gboolean segue_migrator_upgrade    (SegueConnection *connection, GError **error);

G_END_DECLS
