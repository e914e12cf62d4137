/* segue-text-grant.c - grants in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "core/segue-text.h"

#include <glib/gi18n-lib.h>

static char *
describe_next (const SegueTranche *next)
{
  g_autofree char *units = segue_text_units (next->units);
  g_autofree char *day = segue_text_day (next->date);

  /* Translators: a number of options or shares, a date: "Next 300 on 1 April 2024." */
  return g_strdup_printf (_("Next %1$s on %2$s."), units, day);
}

/**
 * segue_text_vesting:
 * @tranches: (array length=n_tranches) (nullable): vest dates in their order
 * @n_tranches: how many
 * @now: the present day
 *
 * Returns: (transfer full): "900 of 1,200 have vested. Next 300 on 1 April 2024."
 */
char *
segue_text_vesting (const SegueTranche *tranches,
                    gint32              n_tranches,
                    SegueDay            now)
{
  g_autofree char *vested = segue_text_units (segue_grant_vested (tranches, n_tranches, now));
  g_autofree char *units = segue_text_units (segue_grant_vested (tranches, n_tranches, G_MAXINT32));
  g_autofree char *standing = NULL;
  g_autofree char *next = NULL;

  if (n_tranches == 0)
    return g_strdup (_("Nothing vests yet."));
  for (gint32 i = n_tranches - 1; i >= 0 && tranches[i].date > now; i--)
    {
      g_free (next);
      next = describe_next (&tranches[i]);
    }
  /* Translators: two numbers of options or shares: "900 of 1,200 have vested." */
  standing = g_strdup_printf (_("%1$s of %2$s have vested."), vested, units);
  if (next == NULL)
    return g_steal_pointer (&standing);
  return g_strdup_printf (C_("two sentences", "%1$s %2$s"), standing, next);
}
