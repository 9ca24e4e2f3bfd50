/* pt-containers.h: what an element dropped somewhere becomes part of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/modeling.h>

/** pt_container_of: Returns: (nullable): the element of the model that holds a new element of @type
 *  dropped on @dropped_on: the process of a pool or lane, a sub-process, a process, a collaboration
 */
PtElement *pt_container_of (const PtElement *dropped_on, PtBpmnType type);
/** pt_container_drawn: Returns: (nullable): the figure around what @container holds: that of its
 *  pool, of a sub-process; none on the plane */
PtDiagramElement *pt_container_drawn (PtDiagram *diagram, const PtElement *container);
/** pt_container_collect: adds all that is drawn within @container on @diagram, at every depth, to
 *  @inside (element-type PtElement): nodes, artifacts and lanes, no flows, not @container itself */
void pt_container_collect (PtDiagram *diagram, const PtElement *container, GPtrArray *inside);
/** pt_container_needs: Returns: bounds of what @figure, a pool, lane or sub-process, must go on
 *  holding, with room around it; empty when it holds nothing */
PtBounds pt_container_needs (const PtDiagramElement *figure);
