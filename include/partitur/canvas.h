/* canvas.h: the widget that shows one diagram and lets one draw on it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/compare.h>
#include <partitur/diagnostics.h>
#include <partitur/tools.h>

G_BEGIN_DECLS

/**
 * PtCanvas:
 *
 * A focusable #GtkScrollable. Paints cached figures culled to the viewport, the editor's overlay above
 * them, badges for findings. Wheel scrolls, Shift+wheel sideways, Ctrl+wheel and pinch zoom at the
 * pointer (0.2 to 4 and down to what fit needs); middle drag, or Space held, pans. A label editor
 * opens in place. A context pad beside the selection offers the next steps: append, connect, delete.
 * Each figure has an invisible child widget, so that screen readers meet a list of named elements.
 *
 * Signals: `zoom-changed ()`; `menu (const char *id, double x, double y)` with widget coordinates;
 * `message (const char *text)`.
 */
#define PT_TYPE_CANVAS (pt_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PtCanvas, pt_canvas, PT, CANVAS, GtkWidget)

/** pt_canvas_new: @graph: (transfer none). Shows pt_process_graph_first_diagram(). */
PtCanvas *pt_canvas_new (PtProcessGraph *graph);
PtEditor *pt_canvas_get_editor (PtCanvas *self);
PtPainter *pt_canvas_get_painter (PtCanvas *self);
/** pt_canvas_set_diagram: shows another diagram of the graph, in the view it was left with */
void pt_canvas_set_diagram (PtCanvas *self, PtDiagram *diagram);
/* pt_canvas_go_inside, …: as the functions of #PtEditor; a label being typed is written before */
void pt_canvas_go_inside (PtCanvas *self, const char *id);
void pt_canvas_move_out (PtCanvas *self, const char *id);
void pt_canvas_go_outside (PtCanvas *self);
void pt_canvas_go_back_to (PtCanvas *self, PtDiagram *diagram);

double pt_canvas_get_zoom (PtCanvas *self);
/** pt_canvas_zoom: keeps the middle of the view where it is */
void pt_canvas_zoom (PtCanvas *self, double zoom);
void pt_canvas_zoom_in (PtCanvas *self);
void pt_canvas_zoom_out (PtCanvas *self);
/** pt_canvas_fit: the whole diagram in view, never above 1. Before the canvas has a size: the view a
 *  canvas begins with, which is the same as long as labels are large enough to read */
void pt_canvas_fit (PtCanvas *self);
/** pt_canvas_fit_with: fits what @self and @other show as if both lay on one paper */
void pt_canvas_fit_with (PtCanvas *self, PtCanvas *other);
/** pt_canvas_reveal: scrolls as little as needed so that @id is well in view, on the diagram where it
 *  is drawn, or else what is around it; flashes it */
void pt_canvas_reveal (PtCanvas *self, const char *id);
void pt_canvas_to_diagram (PtCanvas *self, double x, double y, PtPoint *point);
void pt_canvas_from_diagram (PtCanvas *self, PtPoint point, double *x, double *y);

/** pt_canvas_edit_label: opens the label editor on @id */
void pt_canvas_edit_label (PtCanvas *self, const char *id);
/** pt_canvas_get_paste_point: Returns: where something pasted is looked for, in diagram units: at the
 *  pointer, or in the middle of the view when the pointer is elsewhere */
PtPoint pt_canvas_get_paste_point (PtCanvas *self);
/** pt_canvas_set_findings: badges on the elements that warnings and errors name; NULL removes them */
void pt_canvas_set_findings (PtCanvas *self, PtDiagnostics *diagnostics);
/** PtCount: a number beside the name of a pool or lane. */
typedef struct
{
  guint n;
  char *text; /* what the pointer is told */
} PtCount;
/** pt_count_free: for hash tables */
void pt_count_free (PtCount *self);
/** pt_canvas_set_counts: @counts: (nullable) (element-type utf8 PtCount): by id of the pool or
 * lane; kept by reference, not to be changed afterwards. A count of nothing is painted as a
 * warning. */
void pt_canvas_set_counts (PtCanvas *self, GHashTable *counts);
/** pt_canvas_set_path: @ids: (nullable) (array zero-terminated=1): marks them as a way that a token has
 *  come; it goes from the last but one to the last. NULL removes it. */
void pt_canvas_set_path (PtCanvas *self, const char *const *ids);
/** pt_canvas_set_read_only: nothing can be edited any more: dragging moves the paper, a click selects */
void pt_canvas_set_read_only (PtCanvas *self);
/**
 * pt_canvas_set_comparison:
 * @comparison: (nullable): marks what happened to the elements shown, as far as it is of @aspects
 * @former: (nullable) (element-type PtFormerFigure): figures of the other version that are painted,
 *   faintly; the caller keeps the views they are of alive
 */
void pt_canvas_set_comparison (PtCanvas *self,
                               PtComparison *comparison,
                               PtAspect aspects,
                               GArray *former);

/** PtTint: a colour laid over a figure. */
typedef struct
{
  guint32 color;        /* 0xRRGGBB */
  gboolean is_strong;   /* to be seen at once; else faintly, as lanes have it */
  gboolean is_outlined; /* also around the figure */
} PtTint;

/** PtTintLayer: who tints; a later one lies above an earlier one. */
typedef enum
{
  PT_TINTS_ROLES,   /* what belongs to whom */
  PT_TINTS_OUTLOOK, /* what would become of it */
  PT_N_TINT_LAYERS,
} PtTintLayer;

/**
 * pt_canvas_set_tints:
 * @tints: (nullable) (element-type utf8 PtTint): by id of the element; kept by reference. Not to be
 *   changed afterwards; %NULL takes the layer's tints back
 *
 * Lays colours over shapes, below findings and whatever the tools show. Nothing is written.
 */
void pt_canvas_set_tints (PtCanvas *self, PtTintLayer layer, GHashTable *tints);
/** pt_canvas_get_tints: Returns: (transfer none) (nullable) */
GHashTable *pt_canvas_get_tints (PtCanvas *self, PtTintLayer layer);

/** pt_canvas_follow: shows the part of the paper that @other shows, at its zoom */
void pt_canvas_follow (PtCanvas *self, PtCanvas *other);
/** pt_canvas_set_grid: dots every 10 units, and snapping to them */
void pt_canvas_set_grid (PtCanvas *self, gboolean grid);

G_END_DECLS
