/* pt-program-access.c: which node reads and writes what
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/program.h>

void
pt_program_add_access (PtProgram *self,
                       PtIndex node,
                       PtIndex variable,
                       PtAccessKind kind,
                       gboolean is_drawn)
{
  const PtAccess access = { node, variable, kind, is_drawn };

  g_return_if_fail (!self->sealed);
  g_array_append_val (self->accesses, access);
}

static gint
compare_access (gconstpointer a, gconstpointer b)
{
  const PtAccess *left = a, *right = b;

  if (left->node != right->node)
    return left->node < right->node ? -1 : 1;
  if (left->variable != right->variable)
    return left->variable < right->variable ? -1 : 1;
  return (gint)left->kind - (gint)right->kind;
}

void
pt_program_sort_accesses (PtProgram *self)
{
  guint n = 0;

  g_array_sort (self->accesses, compare_access);
  for (guint i = 0; i < self->accesses->len; i++)
    {
      const PtAccess access = *pt_program_access (self, i);
      PtAccess *last = n > 0 ? pt_program_access (self, n - 1) : NULL;

      if (last && compare_access (last, &access) == 0)
        last->is_drawn |= access.is_drawn;
      else
        *pt_program_access (self, n++) = access;
    }
  g_array_set_size (self->accesses, n);
}

/* Returns: the first access of a node not before @node */
static guint
lower_bound (const PtProgram *self, PtIndex node)
{
  guint low = 0, high = self->accesses->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (pt_program_access (self, middle)->node < node)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const PtAccess *
pt_program_accesses (const PtProgram *self, PtIndex node, guint *n)
{
  guint first = lower_bound (self, node);

  *n = lower_bound (self, node + 1) - first;
  return *n > 0 ? pt_program_access (self, first) : NULL;
}
