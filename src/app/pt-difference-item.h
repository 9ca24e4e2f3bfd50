/* pt-difference-item.h: one difference as an item of a list model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compare.h>

G_BEGIN_DECLS

#define PT_TYPE_DIFFERENCE_ITEM (pt_difference_item_get_type ())
G_DECLARE_FINAL_TYPE (PtDifferenceItem, pt_difference_item, PT, DIFFERENCE_ITEM, GObject)

/** pt_difference_item_new: difference @i of @comparison, which it keeps alive */
PtDifferenceItem *pt_difference_item_new (PtComparison *comparison, guint i);
const PtDifference *pt_difference_item_get (PtDifferenceItem *self);

/** pt_difference_row_factory: Returns: (transfer full): rows with the sign, whom it happened to,
 * and what happened */
GtkListItemFactory *pt_difference_row_factory (void);

G_END_DECLS
