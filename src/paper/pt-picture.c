/* pt-picture.c: diagrams as PDF, SVG or PNG
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <partitur/paper.h>

#include "pt-picture.h"
#include "pt-svg.h"

#define POINTS_PER_UNIT 0.75
/* What cairo can address, and about 1.6 GB of memory. */
#define LONGEST_PNG_SIDE 32000.0
#define LARGEST_PNG 4e8

typedef gboolean (*WritePicture) (PtSheet *sheet,
                                  double scale,
                                  const char *title,
                                  GByteArray *out,
                                  GError **error);

cairo_status_t
pt_picture_append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

gboolean
pt_picture_finish (cairo_surface_t *surface, cairo_t *cr, GError **error)
{
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

/* On white, whatever lies behind the picture; and cairo's formats for paper need not keep account
 * of which parts of the page are covered, which would take longer with every figure. */
static cairo_t *
scaled_context (cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  return cr;
}

static gboolean
write_pdf (PtSheet *sheet, double scale, const char *title, GByteArray *out, GError **error)
{
  double points = scale * POINTS_PER_UNIT;
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (pt_picture_append, out, sheet->width * points,
                                             sheet->height * points);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Partitur");

  cairo_t *cr = scaled_context (surface, points);
  pt_sheet_paint (sheet, cr, NULL, NULL);
  return pt_picture_finish (surface, cr, error);
}

static gboolean
write_svg (PtSheet *sheet, double scale, const char *title, GByteArray *out, GError **error)
{
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (pt_picture_append, out, sheet->width * scale,
                                             sheet->height * scale);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);

  cairo_t *cr = scaled_context (surface, scale);
  GString *text = pt_svg_paint (sheet, cr, scale);
  gboolean written = pt_picture_finish (surface, cr, error);
  if (written)
    pt_svg_complete (out, title, text);
  g_string_free (text, TRUE);
  return written;
}

static gboolean
check_png_size (double width, double height, double scale, GError **error)
{
  double share
      = MIN (LONGEST_PNG_SIDE / MAX (width, height), sqrt (LARGEST_PNG / (width * height)));
  if (share >= 1)
    return TRUE;
  double fitting = scale * share;
  double step = pow (10, floor (log10 (fitting)) - 1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: width and height in pixels, then two scales */
               _ ("A PNG of %.0f × %.0f pixels at scale %g is too large. It fits at scale %g; PDF "
                  "and SVG have no such limit."),
               width, height, scale, floor (fitting / step) * step);
  return FALSE;
}

static gboolean
write_png (PtSheet *sheet, double scale, const char *title, GByteArray *out, GError **error)
{
  double width = ceil (sheet->width * scale), height = ceil (sheet->height * scale);
  if (!check_png_size (width, height, scale, error))
    return FALSE;

  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cairo_t *cr = scaled_context (surface, scale);
  pt_sheet_paint (sheet, cr, NULL, NULL);
  cairo_status_t status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, pt_picture_append, out);
  return pt_picture_finish (surface, cr, error) && check_status (status, error);
}

static const struct
{
  const char *ending;
  WritePicture write;
} formats[] = {
  [PT_PICTURE_PDF] = { ".pdf", write_pdf },
  [PT_PICTURE_SVG] = { ".svg", write_svg },
  [PT_PICTURE_PNG] = { ".png", write_png },
};

gboolean
pt_picture_format_from_name (const char *name, PtPictureFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

GBytes *
pt_picture_write_sheet (PtSheet *sheet,
                        PtPictureFormat format,
                        double scale,
                        const char *title,
                        GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  if (!formats[format].write (sheet, scale, title, out, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
pt_picture_write_all (GPtrArray *diagrams,
                      PtPictureFormat format,
                      double scale,
                      const char *title,
                      GError **error)
{
  if (!isfinite (scale) || scale <= 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A scale must be a number above 0, not %g."), scale);
      return NULL;
    }
  g_autoptr (PtSheet) sheet = pt_sheet_new (diagrams, PT_PICTURE_MARGIN);
  return pt_picture_write_sheet (sheet, format, scale, title, error);
}

GBytes *
pt_picture_write (PtDiagram *diagram,
                  PtPictureFormat format,
                  double scale,
                  const char *title,
                  GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_ptr_array_add (one, diagram);
  return pt_picture_write_all (one, format, scale, title, error);
}
