/* draw.h: the notation, painted once for screen and paper
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <pango/pango.h>
#include <partitur/bpmn.h>
#include <partitur/compare.h>

G_BEGIN_DECLS

/** PtInk: colours of a painter, 0xRRGGBB. */
typedef struct
{
  guint32 line;       /* outlines, markers, flows, text */
  guint32 fill;       /* inside of shapes */
  guint32 background; /* behind everything; halos of labels */
  guint32 faint;      /* pool and lane headers, grid */
  guint32 accent;     /* selection and tools */
  gboolean dark;      /* colours of the file are adapted so that text on them stays legible */
} PtInk;

extern const PtInk pt_ink_light; /* on screen */
extern const PtInk pt_ink_dark;
extern const PtInk pt_ink_paper; /* black on white */

/** PtDetail: how much is painted. */
typedef enum
{
  PT_DETAIL_FULL,
  PT_DETAIL_LOW, /* below zoom 0.4: filled bodies and lines, no text, no markers */
} PtDetail;

/**
 * PtPainter: paints figures to cairo in diagram units. Shapes text once and keeps it by (text, width,
 * font); holds no reference to figures. One thread at a time.
 */
#define PT_TYPE_PAINTER (pt_painter_get_type ())
G_DECLARE_FINAL_TYPE (PtPainter, pt_painter, PT, PAINTER, GObject)

/** pt_painter_new: @ink: copied. Returns: (transfer full) */
PtPainter *pt_painter_new (const PtInk *ink);
void pt_painter_set_ink (PtPainter *self, const PtInk *ink);
const PtInk *pt_painter_get_ink (PtPainter *self);

/** pt_painter_draw: Paints one figure with its label at its place in diagram units. One whose geometry
 *  is not finite, empty or beyond ±1e7 is not painted and has empty extents. */
void pt_painter_draw (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure, PtDetail detail);
/** pt_painter_draw_body: The same in full detail without a label that stands outside the figure: who
 *  keeps figures apart paints those labels above all bodies, so that no flow crosses them. */
void pt_painter_draw_body (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure);
/** pt_painter_draw_outside_label: What pt_painter_draw_body() leaves out; nothing where the label
 *  stands inside. */
void pt_painter_draw_outside_label (PtPainter *self, cairo_t *cr, const PtDiagramElement *figure);
/** pt_painter_has_outside_label: Returns: whether there is anything for pt_painter_draw_outside_label() */
gboolean pt_painter_has_outside_label (const PtDiagramElement *figure);
/** pt_painter_draw_diagram: Paints all figures of @diagram that touch @clip (nullable: all). */
void pt_painter_draw_diagram (PtPainter *self, cairo_t *cr, PtDiagram *diagram, const PtBounds *clip);

/** pt_painter_extents: Returns: what painting @figure may touch: body, line width, arrow heads, label */
PtBounds pt_painter_extents (PtPainter *self, const PtDiagramElement *figure);
/** pt_painter_label_bounds: Returns: where its label is painted; empty when it has none. For hit
 *  tests and the label editor. */
PtBounds pt_painter_label_bounds (PtPainter *self, const PtDiagramElement *figure);
/** pt_painter_label_place: Returns: where a label of @size would stand best beside @figure */
PtBounds pt_painter_label_place (PtPainter *self, const PtDiagramElement *figure, PtPoint size);
/**
 * pt_painter_update:
 * @diagram: (nullable): one that @self has painted
 * @change: what its graph just told
 *
 * A label of which the file does not say where it stands keeps clear of everything around it, so that it
 * moves when something near to it does. Whoever keeps what was painted calls this on every change;
 * without that all labels of the diagram are placed anew when they are painted next.
 *
 * Returns: (transfer full) (element-type PtDiagramElement): figures whose label moved, which may be other
 *   ones than those that changed
 */
GPtrArray *pt_painter_update (PtPainter *self, PtDiagram *diagram, const PtGraphChange *change);
/** pt_painter_hidden_label: Returns: (transfer full) (nullable): the whole label of @figure where its
 *  shape is too small to show all of it; for tooltips */
char *pt_painter_hidden_label (PtPainter *self, const PtDiagramElement *figure);
/** pt_painter_label_rotated: Returns: whether the label runs from bottom to top (horizontal pools) */
gboolean pt_painter_label_rotated (const PtDiagramElement *figure);
/** pt_painter_diagram_extents: Returns: union of all extents; empty for an empty diagram */
PtBounds pt_painter_diagram_extents (PtPainter *self, PtDiagram *diagram);

/** pt_painter_draw_note: Paints @text beside the drawing, as for a legend: on one line, to the right of
 *  @at, which is the middle of its height. Returns: how wide it is */
double pt_painter_draw_note (PtPainter *self, cairo_t *cr, const char *text, PtPoint at);

/** PtDetailColor: what low detail needs of a figure: one colour for its body. */
guint32 pt_painter_body_color (PtPainter *self, const PtDiagramElement *figure);

/**
 * PtTextLine: a line of a label as it would be painted.
 *
 * @x, @y are the beginning of its base line in diagram units, @width is what the text takes along it,
 * @size that of the font. A rotated line runs upwards from there.
 */
typedef struct
{
  const char *text;
  double x, y;
  double width, size;
  gboolean rotated;
  const PtFont *font; /* what the file asks for; @size holds in any case */
  guint32 color;      /* 0xRRGGBB */
  const char *whole;  /* (nullable): all of the label, where its lines show only a part of it */
} PtTextLine;

typedef void (*PtTextSink) (const PtTextLine *line, gpointer data);

/** pt_painter_set_text_sink: From now on lines of labels go to @sink (nullable: no longer) instead of
 *  being painted: for formats that write text as text. */
void pt_painter_set_text_sink (PtPainter *self, PtTextSink sink, gpointer data);

/* ----- marks of differences: for screen and SVG alike ------------------------------------------- */

/** pt_difference_color: Returns: 0xRRGGBB: green added, red removed, amber changed, blue moved, violet
 *  in other colours, grey under another id; each goes with its sign */
guint32 pt_difference_color (PtDifferenceKind kind, gboolean dark);
/**
 * pt_difference_draw:
 * @pixel: how many units of @cr a pixel of the mark takes: marks keep their size when one zooms
 *
 * Outlines @figure, where it stands, and puts the sign at its upper right corner, or on the middle of
 * a flow.
 */
void pt_difference_draw (cairo_t *cr, PtDifferenceKind kind, gboolean dark,
                         const PtDiagramElement *figure, double pixel);
/** pt_difference_draw_former: @former as it was, faintly: what was removed with its sign, the old place
 *  of what was moved as a dashed outline */
void pt_difference_draw_former (cairo_t *cr, PtPainter *painter, const PtFormerFigure *former,
                                double pixel);
/** pt_difference_draw_badge: the sign alone, for a legend */
void pt_difference_draw_badge (cairo_t *cr, PtDifferenceKind kind, gboolean dark, PtPoint center,
                               double pixel);
/** pt_difference_reach: Returns: how far a mark sticks out of its figure */
double pt_difference_reach (double pixel);
/** pt_difference_extents: Returns: what the mark of @figure may touch */
PtBounds pt_difference_extents (const PtDiagramElement *figure, double pixel);

#define PT_FONT_FAMILY "Cantarell, Sans"
#define PT_FONT_SIZE 12.0 /* diagram units (CSS pixels) for labels in shapes, 10 where they would not fit; 11 outside */

/* Pool and lane headers: width of the strip the label stands in. */
#define PT_HEADER_SIZE 30.0

G_END_DECLS
