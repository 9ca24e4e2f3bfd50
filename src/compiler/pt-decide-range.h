/* pt-decide-range.h: labels that say between which numbers something lies
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PtRange: such as “less than 1.000 €” or “5 to 10 days”. */
typedef struct
{
  char *test;        /* as in a cell of a decision table: "< 1000", "[5..10]", "= 3" */
  char *unit;        /* folded; "" for none */
  gboolean is_exact; /* it is just a number */
} PtRange;

/** pt_range_read: in English, German, Swedish, Italian, French and Spanish. A group of three digits
 * after a dot or comma belongs to the number: 1.000 is a thousand. Returns: (nullable) (transfer
 * full): %NULL when @label says anything else */
PtRange *pt_range_read (const char *label);
void pt_range_free (PtRange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRange, pt_range_free)

/** pt_range_to_feel: Returns: (transfer full): the condition that @variable lies there */
char *pt_range_to_feel (const PtRange *self, const char *variable);

G_END_DECLS
