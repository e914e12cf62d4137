/* segue-file-name.h - a name for a file that is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int segue_file_name_give (const char *fresh, const char *path);

G_END_DECLS
