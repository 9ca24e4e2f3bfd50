/* pt-stage-private.h: items and cells of a stage
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-stage.h"

G_BEGIN_DECLS

typedef enum
{
  LAYER_GROUND, /* containers */
  LAYER_FLOWS,  /* edges and groups: what one can see through */
  LAYER_NODES,
  LAYER_LABELS, /* those that stand outside of their figures; none in low detail */
  N_LAYERS
} Layer;

typedef struct _PtStageItem PtStageItem;

/** PtStageItem: one figure, or its outside label. */
struct _PtStageItem
{
  PtDiagramElement *figure;
  PtBounds extents;
  Layer layer;
  gboolean tiled;      /* painted cell by cell; else as a whole, in its home cell */
  int x, y;            /* of the home cell */
  GskRenderNode *node; /* (nullable): as a whole, relative to the home cell */
  double zoom;         /* that node was painted for */
  PtStageItem *label;  /* (nullable): of a figure, its outside label */
};

/** PtStageCell: PT_CELL_WIDTH × PT_CELL_HEIGHT units of paper. */
typedef struct
{
  int x, y;
  GPtrArray *items[N_LAYERS]; /* PtStageItem at home here, not tiled */
  PtBounds reach;             /* what they and the tiles may touch */
  double full_zoom, low_zoom; /* that the nodes were made for; 0: none */
  GskRenderNode *full[N_LAYERS];
  GskRenderNode *low[N_LAYERS];
} PtStageCell;

struct _PtStage
{
  PtScene *scene;
  PtPainter *painter;
  GHashTable *items; /* PtDiagramElement → PtStageItem */
  GHashTable *cells; /* key → PtStageCell */
  GPtrArray *tiled;  /* PtStageItem */
  guint n_built;
  double low_zoom;
  GskRenderNode
      *low[N_LAYERS]; /* (nullable): the tiled items in low detail, relative to the origin */
};

/** pt_stage_build_cell: paints what of the cell has not been painted yet at @zoom */
void pt_stage_build_cell (PtStage *self, PtStageCell *cell, double zoom);
/** pt_stage_build_low: makes rectangles for the cell, or for the tiled items, at @zoom */
void pt_stage_build_low_cell (PtStage *self, PtStageCell *cell, double zoom);
void pt_stage_build_low_tiled (PtStage *self, double zoom);
void pt_stage_clear_low (PtStage *self);

PtBounds pt_stage_cell_bounds (const PtStageCell *cell);
/** pt_stage_cell_origin: Returns: where the upper left corner of cell (@x, @y) stands at @zoom, in
 * whole pixels from the origin of the diagram */
PtPoint pt_stage_cell_origin (int x, int y, double zoom);
/** pt_stage_sort: brings items into painting order */
void pt_stage_sort (GPtrArray *items);

G_END_DECLS
