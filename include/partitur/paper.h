/* paper.h: a diagram as a PDF, SVG or PNG file, and as the page of a print job
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <partitur/compare.h>
#include <partitur/draw.h>
#include <partitur/matrix.h>

G_BEGIN_DECLS

typedef enum
{
  PT_PICTURE_PDF,
  PT_PICTURE_SVG,
  PT_PICTURE_PNG,
} PtPictureFormat;

/** pt_picture_format_from_name: by the ending of a file name. Returns: %FALSE for an unknown one */
gboolean pt_picture_format_from_name (const char *name, PtPictureFormat *format);

/**
 * pt_picture_write:
 * @title: (nullable): title of the PDF's or SVG's metadata
 * @scale: 1.0 is 1/96 inch per diagram unit
 *
 * Everything of @diagram in one page with a margin of 10 units, black on white with the file's own
 * colours. PDF and SVG stay vectors with text as text. A picture that would be too large for a PNG is
 * refused with a scale that fits; so is a scale that is not above 0 (%G_IO_ERROR_INVALID_ARGUMENT).
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *pt_picture_write (PtDiagram *diagram, PtPictureFormat format, double scale, const char *title,
                          GError **error);

/**
 * pt_picture_write_all:
 * Several diagrams in one picture, below each other, each under its title (pt_diagram_title()).
 * @diagrams: (element-type PtDiagram)
 */
GBytes *pt_picture_write_all (GPtrArray *diagrams, PtPictureFormat format, double scale,
                              const char *title, GError **error);

/** PtComparisonView: how a comparison is drawn. */
typedef enum
{
  PT_COMPARISON_OVERLAY,      /* the new version, and faintly what is gone */
  PT_COMPARISON_SIDE_BY_SIDE, /* the old one left, the new one right */
} PtComparisonView;

/**
 * pt_picture_write_comparison:
 * @before, @after: views of the documents that @comparison compares
 *
 * Draws what changed, as far as it is of @aspects: outlined in the colour of its kind and with the sign
 * of its kind, and a legend below. Diagrams come in the order of the new version, then those that are
 * gone; side by side, each stands beside what it was, and what is missing in one version leaves a hole.
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *pt_picture_write_comparison (PtComparison *comparison, PtProcessGraph *before,
                                     PtProcessGraph *after, PtAspect aspects, PtComparisonView view,
                                     PtPictureFormat format, const char *title, GError **error);

/**
 * pt_paper_draw_page:
 * @cr: in points (1/72 inch), its origin at the upper left corner of the printable area
 * @width, @height: of the printable area in points
 *
 * Paints the whole diagram into the printable area: as large as fits, never above scale 1 (1/96 inch a
 * diagram unit), centred at the top; below it one line with @title left and @note right (both nullable)
 * in 8 point.
 */
void pt_paper_draw_page (PtDiagram *diagram, cairo_t *cr, double width, double height,
                         const char *title, const char *note);

/** pt_paper_wants_landscape: whether the diagram prints larger on a sheet lying on its side */
gboolean pt_paper_wants_landscape (PtDiagram *diagram);

/* ----- tables ------------------------------------------------------------------------------------
 */

/** PtTablePages: a matrix of roles laid out on pages of one size. Rows go on over as many pages as
 * they need, under the same headings; columns that do not fit beside each other come on further
 * pages. */
typedef struct _PtTablePages PtTablePages;

/**
 * pt_table_pages_new:
 * @matrix: must outlive the pages
 * @width, @height: of the printable area in points
 *
 * Returns: (transfer full): at least one page
 */
PtTablePages *
pt_table_pages_new (const PtMatrix *matrix, const char *title, double width, double height);
void pt_table_pages_free (PtTablePages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtTablePages, pt_table_pages_free)
guint pt_table_pages_get_n (const PtTablePages *self);
/** pt_table_pages_draw: @page: from 0; @cr: in points, its origin at the upper left corner of the
 * printable area; @note: (nullable): at the foot */
void pt_table_pages_draw (const PtTablePages *self, guint page, cairo_t *cr, const char *note);

/** pt_table_wants_landscape: whether more columns fit beside each other that way */
gboolean pt_table_wants_landscape (const PtMatrix *matrix);

typedef enum
{
  PT_TABLE_CSV,
  PT_TABLE_HTML,
  PT_TABLE_PDF, /* on sheets of A4 */
} PtTableFormat;

/** pt_table_format_from_name: by the ending of a file name. Returns: %FALSE for an unknown one */
gboolean pt_table_format_from_name (const char *name, PtTableFormat *format);
/** pt_table_write_file: Returns: (transfer full) (nullable): the file's content; %NULL with @error
 */
GBytes *pt_table_write_file (const PtMatrix *matrix,
                             PtTableFormat format,
                             const char *title,
                             GError **error);

G_END_DECLS
