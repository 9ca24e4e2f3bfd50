/* pt-indent.h: insertion and removal with the white space a careful writer would leave
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/* Journals the insertion of @node, on a line of its own where its neighbours have one. */
void pt_indent_insertion (PtDocument *self, xmlNode *parent, xmlNode *before, xmlNode *node);

/* Journals the removal of @node, with its line where it stands alone on it. */
void pt_indent_removal (PtDocument *self, xmlNode *node);

G_END_DECLS
