/* pt-parts.h: what is different in the parts of one element
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-versions.h"

G_BEGIN_DECLS

/** pt_alteration_new: Takes @path, @from and @to. Returns: (transfer full) */
PtAlteration *pt_alteration_new (PtAlterationKind kind, char *path, char *from, char *to);
void pt_alteration_free (PtAlteration *self);

/**
 * pt_parts_compare:
 * @before, @after: an element and its match
 * @details: PtAlteration are added
 *
 * Compares attributes, texts and children, but for those that are compared by themselves and those
 * that only repeat what others say: `incoming`, `outgoing`, and the `flowNodeRef` of lanes.
 */
void pt_parts_compare (PtVersions *versions,
                       const PtEntry *before,
                       const PtEntry *after,
                       GPtrArray *details);

/** pt_parts_are_same: Returns: whether there is nothing to compare: the same in the same order.
 * What it does not see at once it leaves to pt_parts_compare(). */
gboolean pt_parts_are_same (const xmlNode *before, const xmlNode *after);
/** pt_parts_attributes_are_same: the same for attributes alone */
gboolean pt_parts_attributes_are_same (const xmlNode *before, const xmlNode *after);

/** pt_parts_is_skipped: Returns: whether @child of @owner is compared elsewhere or only repeats */
gboolean
pt_parts_is_skipped (PtVersions *versions, PtSide side, const xmlNode *owner, const xmlNode *child);

/** pt_parts_pair: Which children of two elements belong together
 * @before, @after: (element-type xmlNode)
 *
 * Those that mean the same; then those with the same tag and the same id, name or key; then those
 * with the same tag, in order.
 *
 * Returns: (transfer full): for each of @before the index of its partner in @after, or -1
 */
int *pt_parts_pair (PtVersions *versions, const GPtrArray *before, const GPtrArray *after);

G_END_DECLS
