/* segue-particle.h - Korean particles that fit the word before them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *segue_particle_resolve (char *sentence);

G_END_DECLS
