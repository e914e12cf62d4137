/* segue-trouble-page.h - what is wrong with the file of the plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_TROUBLE_PAGE (segue_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (SegueTroublePage, segue_trouble_page, SEGUE, TROUBLE_PAGE, AdwBin)

void segue_trouble_page_show (SegueTroublePage *self, const GError *error, gboolean has_backups, gboolean can_read);

G_END_DECLS
