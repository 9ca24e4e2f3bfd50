/* test-painter.c: everything the notation can show is painted, within its extents, unlike all else
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "canvas.h"
#include "gallery.h"

static const PtBounds sheet = { -20, -10, 380, 300 };

/* Whole pixels around @b: painting touches them in part. */
static PtBounds
in_pixels (PtBounds b)
{
  double right = ceil (b.x + b.width), bottom = ceil (b.y + b.height);
  return (PtBounds){ floor (b.x), floor (b.y), right - floor (b.x), bottom - floor (b.y) };
}

static void
every_figure_stays_within_its_extents (void **state)
{
  static const char *const names[]
      = { NULL, "Name", "A rather long name that needs several lines to be shown in full",
          "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
          "one\ntwo\nthree" };
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      item->element.name = names[i % G_N_ELEMENTS (names)];
      Canvas canvas = canvas_new (sheet);
      pt_painter_draw (painter, canvas.cr, &item->figure, PT_DETAIL_FULL);
      PtBounds ink = canvas_ink (&canvas);
      PtBounds extents = in_pixels (pt_painter_extents (painter, &item->figure));
      canvas_clear (&canvas);
      if (pt_bounds_is_empty (ink) || !pt_bounds_contains (extents, ink))
        fail_msg ("%s: ink %g %g %g %g, extents %g %g %g %g", item->title, ink.x, ink.y, ink.width,
                  ink.height, extents.x, extents.y, extents.width, extents.height);
    }
}

static char *
picture_of (PtPainter *painter, const PtDiagramElement *figure, PtDetail detail)
{
  Canvas canvas = canvas_new (sheet);
  pt_painter_draw (painter, canvas.cr, figure, detail);
  char *sum = canvas_checksum (&canvas);
  canvas_clear (&canvas);
  return sum;
}

static const char *
look_of (const GalleryItem *item)
{
  return item->look != NULL ? item->look : item->title;
}

static void
no_two_looks_are_painted_alike (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      item->element.name = NULL;
      char *sum = picture_of (painter, &item->figure, PT_DETAIL_FULL);
      const GalleryItem *other = g_hash_table_lookup (seen, sum);
      if (other != NULL && strcmp (look_of (other), look_of (item)) != 0)
        fail_msg ("%s looks like %s", item->title, other->title);
      g_hash_table_replace (seen, sum, item);
    }
}

static void
body_and_outside_label_make_the_whole (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  guint n_outside = 0;

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      Canvas parts = canvas_new (sheet), label = canvas_new (sheet);
      pt_painter_draw_body (painter, parts.cr, &item->figure);
      pt_painter_draw_outside_label (painter, parts.cr, &item->figure);
      pt_painter_draw_outside_label (painter, label.cr, &item->figure);
      g_autofree char *sum = canvas_checksum (&parts);
      g_autofree char *whole = picture_of (painter, &item->figure, PT_DETAIL_FULL);
      assert_string_equal (sum, whole);
      n_outside += !pt_bounds_is_empty (canvas_ink (&label));
      canvas_clear (&parts);
      canvas_clear (&label);
    }
  assert_in_range (n_outside, 1, all->len - 1);
}

static char *
picture_through (PtPainter *painter, PtDiagram *diagram, const PtBounds *clip)
{
  Canvas canvas = canvas_new (sheet);
  pt_painter_draw_diagram (painter, canvas.cr, diagram, clip);
  char *sum = canvas_checksum (&canvas);
  canvas_clear (&canvas);
  return sum;
}

/* However little of a figure or its label is in the clip. */
static void
what_touches_the_clip_is_painted (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      PtDiagram diagram = { .elements = one };
      g_ptr_array_add (one, &item->figure);
      item->element.name = "A name of several lines that goes on and on, far below its figure";
      item->figure.has_label = i % 2;
      item->figure.label = (PtBounds){ 250, 5, 20, 10 };
      PtBounds strip = pt_painter_extents (painter, &item->figure);
      strip = (PtBounds){ strip.x, strip.y + strip.height - 1, 1, 1 };
      g_autofree char *part = picture_through (painter, &diagram, &strip);
      g_autofree char *whole = picture_through (painter, &diagram, NULL);
      assert_string_equal (part, whole);
    }
}

static void
low_detail_has_bodies_but_no_symbols (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *user = gallery_add (all, PT_BPMN_USER_TASK, "");
  GalleryItem *script = gallery_add (all, PT_BPMN_SCRIPT_TASK, "");
  script->element.name = "Other";

  g_autofree char *a = picture_of (painter, &user->figure, PT_DETAIL_LOW);
  g_autofree char *b = picture_of (painter, &script->figure, PT_DETAIL_LOW);
  assert_string_equal (a, b);
  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      Canvas canvas = canvas_new (sheet);
      pt_painter_draw (painter, canvas.cr, &item->figure, PT_DETAIL_LOW);
      assert_false (pt_bounds_is_empty (canvas_ink (&canvas)));
      canvas_clear (&canvas);
    }
}

static void
impossible_geometry_paints_nothing (void **state)
{
  static const PtBounds impossible[]
      = { { NAN, 0, 100, 80 }, { 0, INFINITY, 100, 80 }, { 0, 0, NAN, 80 },     { 0, 0, -5, 80 },
          { 0, 0, 0, 0 },      { 1e9, 0, 100, 80 },      { 0, 0, 1e300, 1e300 } };
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      PtBounds bad = impossible[i % G_N_ELEMENTS (impossible)];
      item->figure.bounds = bad;
      if (item->figure.is_edge)
        item->waypoints[i % 4] = (PtPoint){ NAN, 1e300 };
      Canvas canvas = canvas_new (sheet);
      pt_painter_draw (painter, canvas.cr, &item->figure, PT_DETAIL_FULL);
      assert_int_equal (cairo_status (canvas.cr), CAIRO_STATUS_SUCCESS);
      assert_true (pt_bounds_is_empty (canvas_ink (&canvas)));
      assert_true (pt_bounds_is_empty (pt_painter_extents (painter, &item->figure)));
      canvas_clear (&canvas);
    }
}

static void
tiny_and_degenerate_figures_do_no_harm (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_dark);

  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      item->figure.bounds = (PtBounds){ 100, 100, 0.5 + i % 3, 0.25 + i % 7 };
      for (guint w = 0; w < 4; w++)
        item->waypoints[w] = (PtPoint){ 100, 100 };
      Canvas canvas = canvas_new (sheet);
      pt_painter_draw (painter, canvas.cr, &item->figure, PT_DETAIL_FULL);
      assert_int_equal (cairo_status (canvas.cr), CAIRO_STATUS_SUCCESS);
      canvas_clear (&canvas);
    }
}

static void
a_figure_without_element_shows_its_place (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *shape = gallery_add (all, PT_BPMN_TASK, ""),
              *edge = gallery_add_edge (all, PT_BPMN_SEQUENCE_FLOW, "");
  PtDiagramElement *dangling[] = { &shape->figure, &edge->figure };

  for (guint i = 0; i < G_N_ELEMENTS (dangling); i++)
    {
      dangling[i]->element = NULL;
      Canvas canvas = canvas_new (sheet);
      pt_painter_draw (painter, canvas.cr, dangling[i], PT_DETAIL_FULL);
      assert_false (pt_bounds_is_empty (canvas_ink (&canvas)));
      canvas_clear (&canvas);
    }
}

static void
a_diagram_is_painted_where_the_clip_is (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  PtDiagram diagram = { .elements = figures };
  GalleryItem *near = gallery_add (all, PT_BPMN_TASK, ""),
              *far = gallery_add (all, PT_BPMN_TASK, "");
  far->figure.bounds.x = 3000;
  g_ptr_array_add (figures, &near->figure);
  g_ptr_array_add (figures, &far->figure);

  PtBounds whole = pt_painter_diagram_extents (painter, &diagram);
  assert_true (pt_bounds_contains (whole, near->figure.bounds));
  assert_true (pt_bounds_contains (whole, far->figure.bounds));

  PtBounds around_far = { 2900, 0, 300, 300 };
  Canvas canvas = canvas_new ((PtBounds){ 0, 0, 3200, 200 });
  pt_painter_draw_diagram (painter, canvas.cr, &diagram, &around_far);
  PtBounds ink = canvas_ink (&canvas);
  assert_true (ink.x > 2900 && !pt_bounds_is_empty (ink));
  canvas_clear (&canvas);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_figure_stays_within_its_extents),
    cmocka_unit_test (no_two_looks_are_painted_alike),
    cmocka_unit_test (body_and_outside_label_make_the_whole),
    cmocka_unit_test (what_touches_the_clip_is_painted),
    cmocka_unit_test (low_detail_has_bodies_but_no_symbols),
    cmocka_unit_test (impossible_geometry_paints_nothing),
    cmocka_unit_test (tiny_and_degenerate_figures_do_no_harm),
    cmocka_unit_test (a_figure_without_element_shows_its_place),
    cmocka_unit_test (a_diagram_is_painted_where_the_clip_is),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
