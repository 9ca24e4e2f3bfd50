/* pt-groups.c: the numbers 0 … n-1 grouped by a key, order kept: a counting sort
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-groups.h"

PtGroups *
pt_groups_new (const PtProgram *program, guint n, guint n_keys, PtGroupKey key)
{
  PtGroups *self = g_new0 (PtGroups, 1);
  g_autofree guint *next = g_new0 (guint, n_keys + 1);

  self->n_keys = n_keys;
  self->first = g_new0 (guint, n_keys + 1);
  for (guint i = 0; i < n; i++)
    if (key (program, i) < n_keys)
      self->first[key (program, i) + 1]++;
  for (guint k = 0; k < n_keys; k++)
    {
      self->first[k + 1] += self->first[k];
      next[k] = self->first[k];
    }
  self->members = g_new (guint, self->first[n_keys] + 1);
  for (guint i = 0; i < n; i++)
    if (key (program, i) < n_keys)
      self->members[next[key (program, i)]++] = i;
  return self;
}

void
pt_groups_free (PtGroups *self)
{
  g_free (self->first);
  g_free (self->members);
  g_free (self);
}

const guint *
pt_groups_get (const PtGroups *self, guint key, guint *n)
{
  *n = key < self->n_keys ? self->first[key + 1] - self->first[key] : 0;
  return self->members + (key < self->n_keys ? self->first[key] : 0);
}
