/* pt-neighbours.h: what elements of one version have to do with each other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-catalog.h"

G_BEGIN_DECLS

/** PtNeighbour: the other end of a reference. Labels tell attribute and direction. */
typedef struct
{
  guint32 label;
  guint32 other; /* index in the catalog */
} PtNeighbour;

#define PT_NEIGHBOUR_INCOMING 1u /* flag of a label: the other one refers here */

/** PtNeighbours: those of element i are rows [first[i], first[i + 1]), sorted by label. */
typedef struct
{
  guint *first;
  PtNeighbour *rows;
} PtNeighbours;

PtNeighbours *pt_neighbours_new (PtCatalog *catalog);
void pt_neighbours_free (PtNeighbours *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtNeighbours, pt_neighbours_free)

/** pt_neighbours_label: Returns: the label of references by attribute or child @name */
guint32 pt_neighbours_label (const char *name);
/** pt_neighbours_container: Returns: the label that leads to the container */
guint32 pt_neighbours_container (void);
/** pt_neighbours_is_end: Returns: whether @label leads from a flow to its end, or back */
gboolean pt_neighbours_is_end (guint32 label);

G_END_DECLS
