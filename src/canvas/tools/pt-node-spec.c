/* pt-node-spec.c: a node spec as a boxed value, the content of a drag from the palette
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/tools.h>

PtNodeSpec *
pt_node_spec_copy (const PtNodeSpec *spec)
{
  PtNodeSpec *copy = g_memdup2 (spec, sizeof *spec);

  copy->name = g_strdup (spec->name);
  return copy;
}

void
pt_node_spec_free (PtNodeSpec *spec)
{
  if (spec == NULL)
    return;
  g_free ((char *)spec->name);
  g_free (spec);
}

G_DEFINE_BOXED_TYPE (PtNodeSpec, pt_node_spec, pt_node_spec_copy, pt_node_spec_free)
