/* pt-sequence.h: arrays whose items carry a label of their place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A GPtrArray whose items have a guint field, its offset given as @label, that grows along the
 * array. Two items are compared by their labels, and an item's index is found by bisection. Labels
 * have gaps: an insertion takes one from the middle of a gap and touches no other item until the
 * gap is full.
 */

/** pt_sequence_index: Returns: index of the first item whose label is not below @value */
guint pt_sequence_index (const GPtrArray *items, gsize label, guint value);
/** pt_sequence_insert: Inserts @item at @index and labels it. */
void pt_sequence_insert (GPtrArray *items, gsize label, guint index, gpointer item);
/** pt_sequence_renumber: Labels all items anew, evenly. */
void pt_sequence_renumber (GPtrArray *items, gsize label);

G_END_DECLS
