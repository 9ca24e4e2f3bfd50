/* test-labels.c: labels stay in their shapes, stand where they should, and can be read on any
 * colour
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

#include "gallery.h"

static char *
many_words (guint n)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (text, i % 7 == 3 ? "approve\n" : "application ");
  return g_string_free (text, FALSE);
}

static gboolean
holds_its_label (const GalleryItem *item)
{
  PtFamily family = pt_element_family (&item->element);
  return !item->figure.is_edge
         && (family == PT_FAMILY_ACTIVITY || family == PT_FAMILY_POOL || family == PT_FAMILY_LANE
             || family == PT_FAMILY_CHOREOGRAPHY || item->element.type == PT_BPMN_TEXT_ANNOTATION);
}

static void
a_label_never_leaves_its_shape (void **state)
{
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  g_autofree char *words = many_words (300);
  g_autofree char *word = g_strnfill (5000, 'w');
  const char *const names[] = { "x", words, word };

  for (guint i = 0; i < all->len; i++)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      {
        GalleryItem *item = all->pdata[i];
        if (!holds_its_label (item))
          continue;
        item->element.name = names[n];
        PtBounds label = pt_painter_label_bounds (painter, &item->figure);
        if (pt_bounds_is_empty (label) || !pt_bounds_contains (item->figure.bounds, label))
          fail_msg ("%s: label %g %g %g %g", item->title, label.x, label.y, label.width,
                    label.height);
      }
}

static void
no_name_no_label (void **state)
{
  static const char *const empty[] = { NULL, "", "  \n\t " };
  g_autoptr (GPtrArray) all = gallery_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      item->element.name = empty[i % G_N_ELEMENTS (empty)];
      item->element.data_state = NULL;
      PtBounds label = pt_painter_label_bounds (painter, &item->figure);
      assert_true (pt_bounds_is_empty (label));
    }
}

static void
labels_stand_where_the_file_says (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_END_EVENT, "");

  PtBounds below = pt_painter_label_bounds (painter, &event->figure);
  assert_true (below.y >= event->figure.bounds.y + event->figure.bounds.height);

  event->figure.has_label = TRUE;
  event->figure.label = (PtBounds){ 300, 10, 40, 14 };
  PtBounds given = pt_painter_label_bounds (painter, &event->figure);
  assert_true (fabs (pt_bounds_center (given).x - 320) < 0.6);
  assert_true (fabs (given.y - 10) < 0.01);
}

static char *told (PtPainter *painter, GalleryItem *item);

/* A program that measures a label knows how many lines it makes, not how wide our letters are. */
static void
labels_have_the_lines_the_file_has_room_for (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_END_EVENT, "");
  static const struct
  {
    PtBounds given;
    const char *lines;
  } cases[] = {
    { { 300, 10, 54, 14 }, "Order received|" },
    { { 300, 10, 50, 28 }, "Order|received|" },
    { { 300, 10, 200, 14 }, "Order received|" },
  };

  event->element.name = "Order received";
  event->figure.has_label = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      event->figure.label = cases[i].given;
      g_autofree char *lines = told (painter, event);
      assert_string_equal (lines, cases[i].lines);
    }
}

static void
a_place_without_size_is_where_the_text_begins (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_END_EVENT, "");

  event->figure.has_label = TRUE;
  event->figure.label = (PtBounds){ 300, 10, 0, 0 };
  PtBounds label = pt_painter_label_bounds (painter, &event->figure);
  assert_true (label.x == 300 && label.y == 10 && label.width > 0);
}

/* No last line of one letter beside a long one. */
static void
lines_are_about_equally_long (void **state)
{
  static const char *const cases[][2]
      = { { "Parallel Gateway 2", "Parallel|Gateway 2|" },
          { "Check the incoming order", "Check the|incoming order|" },
          { "Order", "Order|" },
          { "Gateway 10\n2", "Gateway 10|2|" } };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *task = gallery_add (all, PT_BPMN_TASK, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      task->element.name = cases[i][0];
      g_autofree char *lines = told (painter, task);
      assert_string_equal (lines, cases[i][1]);
      PtBounds label = pt_painter_label_bounds (painter, &task->figure);
      assert_true (fabs (pt_bounds_center (label).x - pt_bounds_center (task->figure.bounds).x)
                   < 1);
    }
}

/* Nobody gains from lines that are a little shorter. */
static void
a_line_takes_what_fits (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_END_EVENT, "");

  event->element.name = "Intermediate Event Timer Catch";
  event->figure.has_label = TRUE;
  event->figure.label = (PtBounds){ 300, 10, 110, 28 };
  g_autofree char *lines = told (painter, event);
  assert_string_equal (lines, "Intermediate Event|Timer Catch|");
}

static void
only_strips_on_the_left_have_turned_labels (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  gallery_add_pools (all);
  for (guint i = 0; i < all->len; i++)
    {
      GalleryItem *item = all->pdata[i];
      item->element.name = "Sales department";
      gboolean black_box
          = item->element.type == PT_BPMN_PARTICIPANT && item->element.process == NULL;
      gboolean turned = item->figure.is_horizontal && !black_box;
      PtBounds label = pt_painter_label_bounds (painter, &item->figure);
      assert_int_equal (pt_painter_label_rotated (&item->figure), turned);
      assert_int_equal (label.height > label.width, turned);
    }
}

static void
the_strip_of_a_pool_ends_where_its_lanes_begin (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (GPtrArray) lanes = g_ptr_array_new ();
  g_autoptr (GPtrArray) lane_sets = g_ptr_array_new ();
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *pool = gallery_add (all, PT_BPMN_PARTICIPANT, "");
  GalleryItem *lane = gallery_add (all, PT_BPMN_LANE, "");
  PtElement process = { .type = PT_BPMN_PROCESS, .children = lane_sets };
  PtElement lane_set = { .type = PT_BPMN_LANE_SET, .children = lanes };

  pool->element.process = &process;
  lane->figure.bounds = pool->figure.bounds;
  lane->figure.bounds.x += 20;
  g_ptr_array_add (lanes, &lane->element);
  g_ptr_array_add (lane_sets, &lane_set);
  PtBounds label = pt_painter_label_bounds (painter, &pool->figure);
  assert_true (fabs (pt_bounds_center (label).x - (pool->figure.bounds.x + 10)) < 0.6);
}

static void
append_line (const PtTextLine *line, gpointer data)
{
  assert_true (isfinite (line->x) && isfinite (line->y) && line->width > 0 && line->size > 0);
  g_string_append_printf (data, "%s|", line->text);
}

static char *
told (PtPainter *painter, GalleryItem *item)
{
  GString *text = g_string_new (NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (surface);
  pt_painter_set_text_sink (painter, append_line, text);
  pt_painter_draw (painter, cr, &item->figure, PT_DETAIL_FULL);
  pt_painter_set_text_sink (painter, NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free (text, FALSE);
}

static void
lines_of_text_are_told_as_they_are_shown (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *task = gallery_add (all, PT_BPMN_TASK, "");
  task->element.name = "Check\r\norder\nnow";
  g_autofree char *lines = told (painter, task);
  assert_string_equal (lines, "Check|order|now|");

  g_autofree char *words = many_words (60);
  task->element.name = words;
  g_autofree char *elided = told (painter, task);
  assert_true (g_str_has_prefix (elided, "application|"));
  assert_true (g_str_has_suffix (elided, "…|"));

  GalleryItem *data = gallery_add (all, PT_BPMN_DATA_OBJECT_REFERENCE, "");
  data->element.name = "Order";
  data->element.data_state = "approved";
  g_autofree char *state_line = told (painter, data);
  assert_string_equal (state_line, "Order|[approved]|");
}

static void
what_has_no_room_is_told_in_full (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  g_autofree char *words = many_words (2000);
  GalleryItem *task = gallery_add (all, PT_BPMN_TASK, "");

  task->element.name = words;
  g_autofree char *hidden = pt_painter_hidden_label (painter, &task->figure);
  assert_string_equal (hidden, words);
  task->element.name = "Check";
  assert_null (pt_painter_hidden_label (painter, &task->figure));
}

static void
words_are_kept_whole_where_they_can (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_END_EVENT, "");
  GalleryItem *task = gallery_add (all, PT_BPMN_USER_TASK, "");

  event->element.name = "Rechnungseingänge bearbeitet";
  g_autofree char *beside = told (painter, event);
  assert_string_equal (beside, "Rechnungseingänge|bearbeitet|");

  task->figure.bounds.height = 40; /* no room below the symbol */
  task->element.name = "Check order and pay";
  g_autofree char *inside = told (painter, task);
  assert_null (strstr (inside, "…"));
}

/* ===== colours ============================================================================= */

static double
luminance (guint32 color)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;
  for (int i = 0; i < 3; i++)
    {
      double v = (color >> (16 - 8 * i) & 0xff) / 255.0;
      sum += weights[i] * (v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
contrast (guint32 a, guint32 b)
{
  double la = luminance (a), lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
keep_color (const PtTextLine *line, gpointer data)
{
  *(guint32 *)data = line->color;
}

static guint32
text_color (PtPainter *painter, GalleryItem *item)
{
  guint32 color = 0xff000000;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (surface);
  pt_painter_set_text_sink (painter, keep_color, &color);
  pt_painter_draw (painter, cr, &item->figure, PT_DETAIL_FULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  assert_int_not_equal (color, 0xff000000);
  return color;
}

static const PtInk *const inks[] = { &pt_ink_light, &pt_ink_dark, &pt_ink_paper };
static const guint32 file_colors[]
    = { 0x000000, 0xffffff, 0x808080, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00,
        0xbbdefb, 0x0d47a1, 0xc8e6c9, 0xfff2cc, 0x1b5e20, 0x767676, 0x7b1fa2 };

static void
text_is_legible_on_every_colour_of_a_file (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  GalleryItem *task = gallery_add (all, PT_BPMN_TASK, "");
  GalleryItem *event = gallery_add (all, PT_BPMN_START_EVENT, "");
  const guint n = G_N_ELEMENTS (file_colors);

  for (guint i = 0; i < G_N_ELEMENTS (inks) * n * n; i++)
    {
      const PtInk *ink = inks[i / n / n];
      g_autoptr (PtPainter) painter = pt_painter_new (ink);
      task->figure.has_fill = event->figure.has_fill = TRUE;
      task->figure.has_stroke = event->figure.has_stroke = i % 2;
      task->figure.fill = event->figure.fill = file_colors[i / n % n];
      task->figure.stroke = event->figure.stroke = file_colors[i % n];
      guint32 body = pt_painter_body_color (painter, &task->figure);
      assert_true (contrast (text_color (painter, task), body) >= 4.5);
      assert_true (contrast (text_color (painter, event), ink->background) >= 4.5);
    }
}

static void
a_label_has_the_colour_chosen_for_it (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  GalleryItem *task = gallery_add (all, PT_BPMN_TASK, "");
  GalleryItem *event = gallery_add (all, PT_BPMN_START_EVENT, "");
  g_autoptr (PtPainter) light = pt_painter_new (&pt_ink_light),
                        dark = pt_painter_new (&pt_ink_dark);

  task->figure.has_label_color = event->figure.has_label_color = TRUE;
  task->figure.label_color = event->figure.label_color = 0xff0000;
  task->figure.has_stroke = TRUE;
  task->figure.stroke = 0x00ff00;
  assert_int_equal (text_color (light, task), 0xff0000);
  assert_int_equal (text_color (light, event), 0xff0000);
  /* White on white would be no label at all. */
  task->figure.label_color = 0xffffff;
  assert_true (contrast (text_color (light, task), pt_ink_light.fill) >= 2);
  assert_true (contrast (text_color (dark, task), pt_ink_dark.fill) >= 2);
}

static void
keep_size (const PtTextLine *line, gpointer data)
{
  *(double *)data = line->size;
}

static void
a_label_has_the_font_of_its_style (void **state)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (gallery_item_free);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_light);
  GalleryItem *event = gallery_add (all, PT_BPMN_START_EVENT, "");
  /* Each is wider than the one before it. */
  const PtFont fonts[] = { { .family = "DejaVu Sans" },
                           { .family = "DejaVu Sans", .bold = TRUE },
                           { .family = "DejaVu Sans", .size = 22 } };
  double before = 0;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4, 4);
  cairo_t *cr = cairo_create (surface);
  double size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      event->figure.font = &fonts[i];
      double width = pt_painter_label_bounds (painter, &event->figure).width;
      assert_true (width > before + 1);
      before = width;
    }
  pt_painter_set_text_sink (painter, keep_size, &size);
  pt_painter_draw (painter, cr, &event->figure, PT_DETAIL_FULL);
  assert_true (size == 22);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
inks_are_legible (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      assert_true (contrast (inks[i]->line, inks[i]->fill) >= 7);
      assert_true (contrast (inks[i]->line, inks[i]->background) >= 7);
      assert_true (contrast (inks[i]->line, inks[i]->faint) >= 7);
      assert_true (contrast (inks[i]->accent, inks[i]->background) >= 3);
    }
  assert_int_equal (pt_ink_paper.line, 0x000000);
  assert_int_equal (pt_ink_paper.fill, 0xffffff);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_label_never_leaves_its_shape),
    cmocka_unit_test (no_name_no_label),
    cmocka_unit_test (labels_stand_where_the_file_says),
    cmocka_unit_test (labels_have_the_lines_the_file_has_room_for),
    cmocka_unit_test (a_place_without_size_is_where_the_text_begins),
    cmocka_unit_test (lines_are_about_equally_long),
    cmocka_unit_test (a_line_takes_what_fits),
    cmocka_unit_test (only_strips_on_the_left_have_turned_labels),
    cmocka_unit_test (the_strip_of_a_pool_ends_where_its_lanes_begin),
    cmocka_unit_test (lines_of_text_are_told_as_they_are_shown),
    cmocka_unit_test (what_has_no_room_is_told_in_full),
    cmocka_unit_test (words_are_kept_whole_where_they_can),
    cmocka_unit_test (text_is_legible_on_every_colour_of_a_file),
    cmocka_unit_test (a_label_has_the_colour_chosen_for_it),
    cmocka_unit_test (a_label_has_the_font_of_its_style),
    cmocka_unit_test (inks_are_legible),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
