/* pt-reading-order.h: the order one would read a diagram in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/**
 * pt_reading_order:
 * Pools from top to bottom; in each, first the pool and its lanes, then its nodes along the flow:
 * by columns of half a task's width from left to right (in vertical pools from top to bottom),
 * within a column across. Flows are left out: one meets them at their nodes.
 *
 * Returns: (transfer container) (element-type PtDiagramElement): figures that have an id
 */
GPtrArray *pt_reading_order (PtDiagram *diagram);

G_END_DECLS
