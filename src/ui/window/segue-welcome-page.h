/* segue-welcome-page.h - what stands in the window before there is a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEGUE_TYPE_WELCOME_PAGE (segue_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (SegueWelcomePage, segue_welcome_page, SEGUE, WELCOME_PAGE, AdwBin)

void segue_welcome_page_set_menu (SegueWelcomePage *self, GMenuModel *menu);

G_END_DECLS
