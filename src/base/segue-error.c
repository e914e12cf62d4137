/* segue-error.c - the one error domain
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/segue-error.h"

G_DEFINE_QUARK (segue-error-quark, segue_error)
