/* pt-gap.h: the white space between elements, which is in the tree only where an edit needs it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-source.h"

G_BEGIN_DECLS

/*
 * A gap stands in front of a node of the source, or of an end tag. As long as it is one, what is
 * beside it stands as it stood in the source; therefore whoever changes the children of an element
 * first opens the gaps beside the place: they become text nodes.
 */

/* The gap in front of @before, or (NULL) at the end of @parent. Returns: (nullable) */
PtSpan *pt_gap_find (PtSource *self, const xmlNode *parent, const xmlNode *before);

/* Makes a text node of it, if there is one. That is no change: nothing else is written for it. */
void pt_gap_open (PtSource *self, xmlNode *parent, xmlNode *before);

/* The same for the gap with @number; the source's list of nodes must be there. */
void pt_gap_open_number (PtSource *self, gsize number);

/* Opens all gaps between the children of @parent; those within @top. */
void pt_gap_open_children (PtSource *self, xmlNode *parent);
void pt_gap_open_all (PtSource *self, xmlNode *top);

/* Neighbours and ends with the gaps on the way there opened. Returns: (nullable) */
xmlNode *pt_gap_prev (PtSource *self, xmlNode *node);
xmlNode *pt_gap_next (PtSource *self, xmlNode *node);
xmlNode *pt_gap_first (PtSource *self, xmlNode *parent);
xmlNode *pt_gap_last (PtSource *self, xmlNode *parent);

/* All text below @node, gaps included. */
void pt_gap_append_text (PtSource *self, const xmlNode *node, GString *text);

G_END_DECLS
