/* pt-scene.h: what the editor and the widget ask of a scene beyond its public part
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/tools.h>

G_BEGIN_DECLS

#define PT_CELL_WIDTH 900.0
#define PT_CELL_HEIGHT 720.0

/** pt_cell_column, pt_cell_row: Returns: index of the cell that holds @x, or @y; far-away ones are
 * one */
int pt_cell_column (double x);
int pt_cell_row (double y);
/** pt_cell_key: Returns: one number for a cell, to be used with pt_hash_int64() */
gint64 pt_cell_key (int column, int row);

/** PtSceneFilter: Returns: whether @figure may be hit */
typedef gboolean (*PtSceneFilter) (const PtDiagramElement *figure, gpointer data);

/** pt_scene_hit_filtered: like pt_scene_hit(), among the figures that @filter (nullable) lets
 * through */
PtHit pt_scene_hit_filtered (PtScene *self,
                             PtPoint at,
                             double tolerance,
                             PtSceneFilter filter,
                             gpointer data);
/** pt_scene_get_extents: Returns: union of all extents; empty for an empty scene */
PtBounds pt_scene_get_extents (PtScene *self);
/** pt_scene_get_figure_extents: Returns: what painting @figure may touch, as last taken in */
PtBounds pt_scene_get_figure_extents (PtScene *self, const PtDiagramElement *figure);
/** pt_scene_get_moved_labels: Returns: (transfer none) (element-type PtDiagramElement): figures
 * whose labels moved by the last change, because something near to them did */
GPtrArray *pt_scene_get_moved_labels (PtScene *self);
/** pt_scene_get_size: Returns: number of figures */
guint pt_scene_get_size (PtScene *self);

G_END_DECLS
