/* pt-stage.h: the painted diagram, kept from frame to frame
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "tools/pt-scene.h"
#include "tools/pt-view.h"

G_BEGIN_DECLS

/**
 * PtStage: render nodes of the figures of one scene.
 *
 * Figures are painted once each, into a node that stays until the figure changes, and collected by
 * cells of the paper. A frame only appends the cells in view. Four layers lie above each other:
 * containers, flows, nodes, the labels outside of them. A figure larger than a cell, and every
 * container, is painted in tiles, one a cell: no texture of a renderer gets larger than that, and
 * containers keep their order.
 */
typedef struct _PtStage PtStage;

PtStage *pt_stage_new (PtScene *scene, PtPainter *painter);
void pt_stage_free (PtStage *self);
/** pt_stage_update: takes in what changed, after the scene did */
void pt_stage_update (PtStage *self, const PtGraphChange *change);
/** pt_stage_repaint: forgets all nodes: the ink changed */
void pt_stage_repaint (PtStage *self);
void pt_stage_snapshot (PtStage *self, GtkSnapshot *snapshot, const PtView *view);

G_END_DECLS
