/* pt-table.c: a matrix of roles on pages
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <partitur/paper.h>
#include <string.h>

#include "pt-picture.h"

/* In points. */
#define TEXT_SIZE 9.0
#define TITLE_SIZE 13.0
#define NOTE_SIZE 8.0
#define PADDING 3.0
#define LEAST_COLUMN 30.0
#define MOST_COLUMN 90.0
#define HEADING_SHARE 0.4 /* of the page, that headings of rows take at most */
#define GAP 6.0
#define A4_SHORT 595.276
#define A4_LONG 841.89
#define MARGIN 42.52 /* 15 mm */

/* A part of the rows, or of the columns. */
typedef struct
{
  guint first, n;
} Part;

struct _PtTablePages
{
  const PtMatrix *matrix;
  char *title, *corner;
  double width, height;
  PangoContext *context;
  double heading_width;
  double *column_widths, *row_heights; /* a row's with what stands over it */
  double top, heading_height;          /* where the table begins; of the headings of columns */
  gboolean has_processes;
  GArray *bands, *stretches; /* of Part: columns and rows of a page */
};

/* ----- texts
 * ------------------------------------------------------------------------------------------- */

typedef struct
{
  double size;
  gboolean is_bold;
  PangoAlignment alignment;
} Style;

static const Style title_style = { TITLE_SIZE, TRUE, PANGO_ALIGN_LEFT };
static const Style note_style = { NOTE_SIZE, FALSE, PANGO_ALIGN_LEFT };
static const Style right_note_style = { NOTE_SIZE, FALSE, PANGO_ALIGN_RIGHT };
static const Style heading_style = { TEXT_SIZE, TRUE, PANGO_ALIGN_LEFT };
static const Style column_style = { TEXT_SIZE, TRUE, PANGO_ALIGN_CENTER };
static const Style row_style = { TEXT_SIZE, FALSE, PANGO_ALIGN_LEFT };
static const Style cell_style = { TEXT_SIZE, FALSE, PANGO_ALIGN_CENTER };

/* @width: negative: as wide as it is */
static PangoLayout *
layout_new (const PtTablePages *self, const char *text, const Style *style, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (PT_FONT_FAMILY);

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  if (style->is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->alignment);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static void
measure (const PtTablePages *self,
         const char *text,
         const Style *style,
         double limit,
         PtBounds *size)
{
  g_autoptr (PangoLayout) layout = layout_new (self, text, style, limit);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  size->width = (double)logical.width / PANGO_SCALE;
  size->height = (double)logical.height / PANGO_SCALE;
}

static double
natural_width (const PtTablePages *self, const char *text, const Style *style)
{
  PtBounds size;

  measure (self, text, style, -1, &size);
  return size.width + 2 * PADDING + 1;
}

static double
height_of (const PtTablePages *self, const char *text, const Style *style, double width)
{
  PtBounds size;

  measure (self, text, style, width - 2 * PADDING, &size);
  return size.height + 2 * PADDING;
}

static const PtMatrixHeading *
row_of (const PtTablePages *self, guint row)
{
  return self->matrix->rows->pdata[row];
}

static const PtMatrixHeading *
column_of (const PtTablePages *self, guint column)
{
  return self->matrix->columns->pdata[column];
}

/* ----- measuring
 * --------------------------------------------------------------------------------------- */

static void
measure_columns (PtTablePages *self)
{
  self->heading_width = natural_width (self, self->corner, &heading_style);
  for (guint i = 0; i < self->matrix->rows->len; i++)
    self->heading_width
        = MAX (self->heading_width, natural_width (self, row_of (self, i)->label, &row_style));
  self->heading_width = MIN (self->heading_width, self->width * HEADING_SHARE);
  self->heading_height = height_of (self, self->corner, &heading_style, self->heading_width);
  for (guint i = 0; i < self->matrix->columns->len; i++)
    {
      const char *label = column_of (self, i)->label;
      double width = natural_width (self, label, &column_style);

      self->column_widths[i] = CLAMP (width, LEAST_COLUMN, MOST_COLUMN);
      self->heading_height = MAX (self->heading_height,
                                  height_of (self, label, &column_style, self->column_widths[i]));
    }
}

static gboolean
begins_process (const PtTablePages *self, guint row)
{
  return self->has_processes
         && (row == 0
             || g_strcmp0 (row_of (self, row)->process, row_of (self, row - 1)->process) != 0);
}

static double
process_height (const PtTablePages *self, guint row)
{
  const char *process = row_of (self, row)->process;

  return begins_process (self, row)
             ? height_of (self, process != NULL ? process : "", &heading_style, self->width)
             : 0;
}

static void
measure_rows (PtTablePages *self)
{
  for (guint i = 0; i < self->matrix->rows->len; i++)
    self->row_heights[i]
        = height_of (self, row_of (self, i)->label, &row_style, self->heading_width)
          + process_height (self, i);
}

/* As many of @n as fit, and again; one that does not fit at all stands alone. */
static GArray *
share_out (const double *sizes, guint n, double room)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Part part = { 0, 0 };
  double taken = 0;

  for (guint i = 0; i < n; i++)
    {
      if (part.n > 0 && taken + sizes[i] > room)
        {
          g_array_append_val (parts, part);
          part = (Part){ i, 0 };
          taken = 0;
        }
      part.n++;
      taken += sizes[i];
    }
  g_array_append_val (parts, part);
  return parts;
}

PtTablePages *
pt_table_pages_new (const PtMatrix *matrix, const char *title, double width, double height)
{
  PtTablePages *self = g_new0 (PtTablePages, 1);
  PtBounds size;
  double foot = NOTE_SIZE + 2 * PADDING + GAP;

  self->matrix = matrix;
  self->title = g_strdup (title);
  self->corner = pt_matrix_dup_corner (matrix);
  self->width = width;
  self->height = height;
  self->has_processes = pt_matrix_has_processes (matrix);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->column_widths = g_new0 (double, matrix->columns->len + 1);
  self->row_heights = g_new0 (double, matrix->rows->len + 1);
  measure (self, title, &title_style, width, &size);
  self->top = size.height;
  measure (self, pt_matrix_kind_legend (matrix->kind), &note_style, width, &size);
  self->top += size.height + GAP;
  measure_columns (self);
  measure_rows (self);
  self->bands = share_out (self->column_widths, matrix->columns->len, width - self->heading_width);
  self->stretches = share_out (self->row_heights, matrix->rows->len,
                               height - self->top - self->heading_height - foot);
  return self;
}

void
pt_table_pages_free (PtTablePages *self)
{
  g_free (self->title);
  g_free (self->corner);
  g_free (self->column_widths);
  g_free (self->row_heights);
  g_array_unref (self->bands);
  g_array_unref (self->stretches);
  g_object_unref (self->context);
  g_free (self);
}

guint
pt_table_pages_get_n (const PtTablePages *self)
{
  return self->bands->len * self->stretches->len;
}

/* ----- painting
 * ---------------------------------------------------------------------------------------- */

typedef struct
{
  const PtTablePages *pages;
  cairo_t *cr;
  Part columns, rows;
  double y;
} Sheet;

static void
draw_text (const Sheet *self,
           const char *text,
           const Style *style,
           double x,
           double y,
           double width)
{
  g_autoptr (PangoLayout) layout = layout_new (self->pages, text, style, width);

  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* A box with a text in it. */
static void
draw_box (const Sheet *self,
          const char *text,
          const Style *style,
          const PtBounds *box,
          gboolean is_shaded)
{
  cairo_rectangle (self->cr, box->x, box->y, box->width, box->height);
  if (is_shaded)
    {
      cairo_set_source_rgb (self->cr, 0.93, 0.93, 0.93);
      cairo_fill_preserve (self->cr);
    }
  cairo_set_source_rgb (self->cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (self->cr, 0.5);
  cairo_stroke (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  draw_text (self, text, style, box->x + PADDING, box->y + PADDING, box->width - 2 * PADDING);
}

static void
draw_headings (Sheet *self)
{
  const PtTablePages *pages = self->pages;
  PtBounds box = { 0, self->y, pages->heading_width, pages->heading_height };

  draw_box (self, pages->corner, &heading_style, &box, TRUE);
  for (guint i = 0; i < self->columns.n; i++)
    {
      box.x += box.width;
      box.width = pages->column_widths[self->columns.first + i];
      draw_box (self, column_of (pages, self->columns.first + i)->label, &column_style, &box, TRUE);
    }
  self->y += pages->heading_height;
}

static void
draw_process (Sheet *self, guint row, double height)
{
  const char *process = row_of (self->pages, row)->process;
  PtBounds box = { 0, self->y, self->pages->heading_width, height };

  for (guint i = 0; i < self->columns.n; i++)
    box.width += self->pages->column_widths[self->columns.first + i];
  draw_box (self, process != NULL ? process : "", &heading_style, &box, TRUE);
  self->y += height;
}

static void
draw_row (Sheet *self, guint row)
{
  const PtTablePages *pages = self->pages;
  double over = process_height (pages, row);
  PtBounds box = { 0, self->y + over, pages->heading_width, pages->row_heights[row] - over };

  if (over > 0)
    draw_process (self, row, over);
  draw_box (self, row_of (pages, row)->label, &row_style, &box, FALSE);
  for (guint i = 0; i < self->columns.n; i++)
    {
      guint column = self->columns.first + i;
      const PtMatrixCell *cell = pt_matrix_get_cell (pages->matrix, row, column);

      box.x += box.width;
      box.width = pages->column_widths[column];
      draw_box (self, cell != NULL ? cell->text : "", &cell_style, &box, FALSE);
    }
  self->y += box.height;
}

static void
draw_foot (const Sheet *self, guint page, const char *note)
{
  const PtTablePages *pages = self->pages;
  g_autofree char *number
      /* Translators: number of a page, and how many there are */
      = g_strdup_printf (_ ("%u of %u"), page + 1, pt_table_pages_get_n (pages));
  double y = pages->height - NOTE_SIZE - 2 * PADDING;

  if (note != NULL)
    draw_text (self, note, &note_style, 0, y, pages->width / 2);
  draw_text (self, number, &right_note_style, pages->width / 2, y, pages->width / 2);
}

void
pt_table_pages_draw (const PtTablePages *self, guint page, cairo_t *cr, const char *note)
{
  Sheet sheet = { .pages = self, .cr = cr, .y = self->top };
  PtBounds title;

  sheet.columns = g_array_index (self->bands, Part, page / self->stretches->len);
  sheet.rows = g_array_index (self->stretches, Part, page % self->stretches->len);
  cairo_set_source_rgb (cr, 0, 0, 0);
  measure (self, self->title, &title_style, self->width, &title);
  draw_text (&sheet, self->title, &title_style, 0, 0, self->width);
  draw_text (&sheet, pt_matrix_kind_legend (self->matrix->kind), &note_style, 0, title.height,
             self->width);
  draw_headings (&sheet);
  for (guint i = 0; i < sheet.rows.n; i++)
    draw_row (&sheet, sheet.rows.first + i);
  draw_foot (&sheet, page, note);
}

/* ----- files
 * ------------------------------------------------------------------------------------------- */

static guint
count_bands (const PtMatrix *matrix, double width, double height)
{
  g_autoptr (PtTablePages) pages = pt_table_pages_new (matrix, "", width, height);

  return pages->bands->len;
}

gboolean
pt_table_wants_landscape (const PtMatrix *matrix)
{
  double width = A4_SHORT - 2 * MARGIN, height = A4_LONG - 2 * MARGIN;

  return count_bands (matrix, height, width) < count_bands (matrix, width, height);
}

static GBytes *
write_pdf (const PtMatrix *matrix, const char *title, GError **error)
{
  gboolean is_landscape = pt_table_wants_landscape (matrix);
  double width = is_landscape ? A4_LONG : A4_SHORT, height = is_landscape ? A4_SHORT : A4_LONG;
  g_autoptr (PtTablePages) pages
      = pt_table_pages_new (matrix, title, width - 2 * MARGIN, height - 2 * MARGIN);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (pt_picture_append, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_translate (cr, MARGIN, MARGIN);
  for (guint i = 0; i < pt_table_pages_get_n (pages); i++)
    {
      pt_table_pages_draw (pages, i, cr, NULL);
      cairo_show_page (cr);
    }
  if (!pt_picture_finish (surface, cr, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_csv (const PtMatrix *matrix, const char *title, GError **error)
{
  return take_text (pt_matrix_to_csv (matrix));
}

static GBytes *
write_html (const PtMatrix *matrix, const char *title, GError **error)
{
  return take_text (pt_matrix_to_html (matrix, title));
}

static const struct
{
  const char *ending;
  GBytes *(*write) (const PtMatrix *matrix, const char *title, GError **error);
} formats[] = {
  [PT_TABLE_CSV] = { ".csv", write_csv },
  [PT_TABLE_HTML] = { ".html", write_html },
  [PT_TABLE_PDF] = { ".pdf", write_pdf },
};

gboolean
pt_table_format_from_name (const char *name, PtTableFormat *format)
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
pt_table_write_file (const PtMatrix *matrix,
                     PtTableFormat format,
                     const char *title,
                     GError **error)
{
  return formats[format].write (matrix, title, error);
}
