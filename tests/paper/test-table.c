/* test-table.c: a matrix of roles on pages
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <partitur/paper.h>
#include <string.h>

#define WIDTH 500.0
#define HEIGHT 700.0

static GPtrArray *
headings (guint n, const char *word)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      PtMatrixHeading *heading = g_new0 (PtMatrixHeading, 1);

      heading->label = (char *)word;
      g_ptr_array_add (all, heading);
    }
  return all;
}

/* A matrix by hand, whose cells are all empty. */
static void
matrix_init (PtMatrix *self, guint n_rows, guint n_columns)
{
  self->kind = PT_MATRIX_RACI;
  self->rows = headings (n_rows, "An activity with a name of some length");
  self->columns = headings (n_columns, "Purchase approver");
  self->cells = g_ptr_array_new ();
  g_ptr_array_set_size (self->cells, (int)(n_rows * n_columns));
}

static void
matrix_clear (PtMatrix *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
}

static guint
count_pages (guint n_rows, guint n_columns)
{
  PtMatrix matrix;
  g_autoptr (PtTablePages) pages = NULL;
  guint n;

  matrix_init (&matrix, n_rows, n_columns);
  pages = pt_table_pages_new (&matrix, "Title", WIDTH, HEIGHT);
  n = pt_table_pages_get_n (pages);
  matrix_clear (&matrix);
  return n;
}

static void
test_pages (void **state)
{
  guint tall = count_pages (200, 2);

  assert_int_equal (count_pages (0, 0), 1);
  assert_int_equal (count_pages (5, 3), 1);
  assert_true (tall > 2 && tall < 10);
  assert_true (count_pages (5, 30) > 2);
  assert_int_equal (count_pages (200, 30), tall * count_pages (5, 30));
}

static void
test_landscape (void **state)
{
  PtMatrix narrow, wide;

  matrix_init (&narrow, 5, 2);
  matrix_init (&wide, 5, 6);
  assert_false (pt_table_wants_landscape (&narrow));
  assert_true (pt_table_wants_landscape (&wide));
  matrix_clear (&narrow);
  matrix_clear (&wide);
}

/* How dark a page is, as the sum of all its pixels. */
static guint64
ink_on (const PtTablePages *pages, guint page, double from, double until)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)WIDTH + 1, (int)HEIGHT + 1);
  cairo_t *cr = cairo_create (surface);
  guint64 ink = 0;
  int stride;
  const unsigned char *data;

  pt_table_pages_draw (pages, page, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = (int)from; y < (int)until; y++)
    for (int x = 0; x <= (int)WIDTH; x++)
      ink += data[y * stride + x * 4 + 3];
  cairo_surface_destroy (surface);
  return ink;
}

/* The last of several pages has the headings, and less below them than the first. */
static void
test_painting (void **state)
{
  PtMatrix matrix;
  g_autoptr (PtTablePages) pages = NULL;
  guint last;

  matrix_init (&matrix, 60, 3);
  pages = pt_table_pages_new (&matrix, "Title", WIDTH, HEIGHT);
  last = pt_table_pages_get_n (pages) - 1;
  assert_true (last > 0);
  assert_int_equal (ink_on (pages, 0, 0, 50), ink_on (pages, last, 0, 50));
  assert_true (ink_on (pages, 0, 0, 50) > 0);
  assert_true (ink_on (pages, last, 100, HEIGHT) < ink_on (pages, 0, 100, HEIGHT));
  matrix_clear (&matrix);
}

static void
test_pdf (void **state)
{
  PtMatrix matrix;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  matrix_init (&matrix, 100, 3);
  bytes = pt_table_write_file (&matrix, PT_TABLE_PDF, "Title", &error);
  assert_null (error);
  assert_memory_equal (g_bytes_get_data (bytes, NULL), "%PDF", 4);
  matrix_clear (&matrix);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_pages),
    cmocka_unit_test (test_landscape),
    cmocka_unit_test (test_painting),
    cmocka_unit_test (test_pdf),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
