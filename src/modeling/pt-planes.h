/* pt-planes.h: whole diagrams, and what moves from one to another
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** pt_plane_new: Returns: (transfer full): the loose plane of a new diagram that shows @element_id;
 * the diagram is its parent */
xmlNode *pt_plane_new (PtDraft *draft, const char *element_id);
/** pt_plane_insert: (transfer full) of @plane, with its diagram: behind the other diagrams */
void pt_plane_insert (PtDraft *draft, xmlNode *plane);
/** pt_plane_fill: draws what is @placed (element-type PtPlaced) on @diagram */
void pt_plane_fill (PtDraft *draft, PtDiagram *diagram, GPtrArray *placed);
/** pt_plane_is_drawn: Returns: whether something that lies in @root directly is drawn anywhere */
gboolean pt_plane_is_drawn (const PtElement *root);
/** pt_plane_draw_plainly: draws @root, a process, collaboration or sub-process of which nothing is
 * drawn, on its diagram or a new one. Returns: whether there was something to draw */
gboolean pt_plane_draw_plainly (PtDraft *draft, PtElement *root);

/** pt_plane_inside: Returns: (transfer container) (element-type PtDiagramElement): the figures on
 *  @diagram of what @sub_process contains, in document order */
GPtrArray *
pt_plane_inside (PtProcessGraph *graph, PtDiagram *diagram, const PtElement *sub_process);
/** pt_plane_bounds: Returns: the bounds of @figures with their labels */
PtBounds pt_plane_bounds (GPtrArray *figures);
/** pt_plane_move: hangs the nodes of @figures onto @plane, in front of all there */
void pt_plane_move (PtDraft *draft, GPtrArray *figures, xmlNode *plane);
/** pt_plane_empty: moves what @from holds besides figures to @to: styles of labels, and what other
 * tools put there */
void pt_plane_empty (PtDraft *draft, PtDiagram *from, PtDiagram *to);
/** pt_plane_shift: moves @figures, flows and labels with them */
void pt_plane_shift (PtDraft *draft, GPtrArray *figures, double dx, double dy);
