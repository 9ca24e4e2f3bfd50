/* pt-hash.c: hashes of bytes that nobody can foresee
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <partitur/hash.h>

guint64
pt_hash_secret (void)
{
  static gsize secret;

  if (g_once_init_enter (&secret))
    g_once_init_leave (&secret, (gsize)((guint64)g_random_int () << 32 | g_random_int ()) | 1);
  return secret;
}
