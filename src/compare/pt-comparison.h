/* pt-comparison.h: what a comparison is made of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-versions.h"

G_BEGIN_DECLS

struct _PtComparison
{
  gatomicrefcount n_refs;
  PtVersions versions;
  GPtrArray *differences; /* of PtDifference, in the order of reports */
  GHashTable *by_node;    /* (nullable): node → GSList of its PtDifference, made when asked for */
  GHashTable *by_pair; /* (nullable): while it is made: old element and kind → its difference */
};

G_END_DECLS
