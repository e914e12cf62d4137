/* segue-field.h - what the rows of a form share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       segue_field_say        (AdwEntryRow *row, const char *label, const char *message, gboolean is_error);
GtkWidget *segue_field_new_box    (GtkWidget *row, const char *label, GtkWidget **hint);
void       segue_field_set_hint   (GtkWidget *hint, const char *message, gboolean is_error);
GtkWidget *segue_field_new_columns (void);
GtkWidget *segue_field_new_column (const char *label, GtkWidget *field);

G_END_DECLS
