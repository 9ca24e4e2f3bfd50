/* test-widget.c: the canvas in a window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <partitur/canvas.h>

#define SKIPPED 77

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  GtkWidget *window;
  PtCanvas *canvas;
  guint n_zooms;
} Screen;

/* ----- waiting -------------------------------------------------------------------------------- */

static gboolean
time_is_up (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, time_is_up, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* Goes on until @n more frames have been painted; a frame that never comes ends the test by its
 * time limit. */
static void
wait_for_frames (Screen *screen, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (screen->window);
  guint painted = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  while (painted < n)
    {
      gtk_widget_queue_draw (GTK_WIDGET (screen->canvas));
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

/* ----- a window ------------------------------------------------------------------------------- */

static void
zoom_cb (Screen *screen)
{
  screen->n_zooms++;
}

static Screen *
screen_open (const char *name)
{
  Screen *screen = g_new0 (Screen, 1);
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "canvas", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  screen->document = pt_bpmn_load (file, NULL, NULL);
  assert_non_null (screen->document);
  screen->graph = pt_process_graph_new (screen->document);
  screen->canvas = pt_canvas_new (screen->graph);
  g_signal_connect_swapped (screen->canvas, "zoom-changed", G_CALLBACK (zoom_cb), screen);
  screen->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (screen->window), 900, 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (screen->canvas));
  gtk_window_set_child (GTK_WINDOW (screen->window), scroller);
  gtk_window_present (GTK_WINDOW (screen->window));
  wait_for_frames (screen, 2);
  return screen;
}

static void
screen_close (Screen *screen)
{
  gtk_window_destroy (GTK_WINDOW (screen->window));
  g_object_unref (screen->graph);
  g_object_unref (screen->document);
  g_free (screen);
  wait_for (10);
}

static int
open_flow (void **state)
{
  *state = screen_open ("flow.bpmn");
  return 0;
}

static int
open_pools (void **state)
{
  *state = screen_open ("pools.bpmn");
  return 0;
}

static int
close_screen (void **state)
{
  screen_close (*state);
  return 0;
}

/* ----- pictures ------------------------------------------------------------------------------- */

static cairo_surface_t *
take_picture (Screen *screen)
{
  GtkWidget *canvas = GTK_WIDGET (screen->canvas);
  int width = gtk_widget_get_width (canvas), height = gtk_widget_get_height (canvas);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (picture);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (canvas, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

static guint32
pixel (cairo_surface_t *picture, double x, double y)
{
  const unsigned char *row
      = cairo_image_surface_get_data (picture) + (int)y * cairo_image_surface_get_stride (picture);

  return ((const guint32 *)(gconstpointer)row)[(int)x] & 0xffffff;
}

/* How many pixels of the figure's bounds differ from the background. */
static guint
ink_at (Screen *screen, cairo_surface_t *picture, PtBounds b)
{
  guint32 ground = pt_painter_get_ink (pt_canvas_get_painter (screen->canvas))->background;
  double x0, y0, x1, y1;
  guint n = 0;

  pt_canvas_from_diagram (screen->canvas, (PtPoint){ b.x, b.y }, &x0, &y0);
  pt_canvas_from_diagram (screen->canvas, (PtPoint){ b.x + b.width, b.y + b.height }, &x1, &y1);
  for (double y = floor (y0); y < y1; y++)
    for (double x = floor (x0); x < x1; x++)
      if (pixel (picture, x, y) != ground)
        n++;
  return n;
}

static void
the_diagram_is_painted (void **state)
{
  Screen *screen = *state;
  cairo_surface_t *picture = take_picture (screen);
  PtBounds tasks = { 195, 155, 310, 90 }, nothing = { 700, 240, 60, 60 };

  assert_true (ink_at (screen, picture, tasks) > 500);
  assert_int_equal (ink_at (screen, picture, nothing), 0);
  cairo_surface_destroy (picture);
}

static void
what_changed_is_painted_anew (void **state)
{
  Screen *screen = *state;
  const char *const alone[] = { "alone", NULL };
  PtBounds before = { 95, 355, 110, 90 };
  cairo_surface_t *picture = take_picture (screen);

  assert_true (ink_at (screen, picture, before) > 100);
  cairo_surface_destroy (picture);
  assert_true (pt_modeling_move (screen->graph, alone, 0, -300, NULL));
  picture = take_picture (screen);
  assert_int_equal (ink_at (screen, picture, before), 0);
  assert_true (ink_at (screen, picture, (PtBounds){ 95, 55, 110, 90 }) > 100);
  cairo_surface_destroy (picture);
}

static void
cells_and_the_whole_give_the_same_picture (void **state)
{
  Screen *screen = *state;
  int width = gtk_widget_get_width (GTK_WIDGET (screen->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (screen->canvas));
  PtPainter *painter = pt_canvas_get_painter (screen->canvas);
  cairo_surface_t *picture = take_picture (screen), *whole;
  PtPoint origin;
  cairo_t *cr;
  guint n = 0;

  whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (whole);
  cairo_set_source_rgb (cr, ((pt_painter_get_ink (painter)->background >> 16) & 0xff) / 255.0,
                        ((pt_painter_get_ink (painter)->background >> 8) & 0xff) / 255.0,
                        (pt_painter_get_ink (painter)->background & 0xff) / 255.0);
  cairo_paint (cr);
  pt_canvas_to_diagram (screen->canvas, 0, 0, &origin);
  cairo_scale (cr, pt_canvas_get_zoom (screen->canvas), pt_canvas_get_zoom (screen->canvas));
  cairo_translate (cr, -origin.x, -origin.y);
  pt_painter_draw_diagram (painter, cr,
                           pt_editor_get_diagram (pt_canvas_get_editor (screen->canvas)), NULL);
  cairo_destroy (cr);
  cairo_surface_flush (whole);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixel (picture, x, y) != pixel (whole, x, y))
        n++;
  /* Rounding at the edges of tiles and of glyphs; not a figure more or less. */
  assert_true (n < 2000);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (picture);
}

static void
the_theme_decides_about_light_and_dark (void **state)
{
  Screen *screen = *state;
  PtPainter *painter = pt_canvas_get_painter (screen->canvas);
  GtkSettings *settings = gtk_settings_get_default ();

  assert_false (pt_painter_get_ink (painter)->dark);
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  wait_for_frames (screen, 2);
  assert_true (pt_painter_get_ink (painter)->dark);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  wait_for_frames (screen, 2);
  assert_false (pt_painter_get_ink (painter)->dark);
}

/* ----- zoom ----------------------------------------------------------------------------------- */

static void
zoom_keeps_the_middle (void **state)
{
  Screen *screen = *state;
  double x = gtk_widget_get_width (GTK_WIDGET (screen->canvas)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (screen->canvas)) / 2.0;
  PtPoint before, after;
  guint n = screen->n_zooms;

  pt_canvas_zoom (screen->canvas, 1);
  pt_canvas_to_diagram (screen->canvas, x, y, &before);
  pt_canvas_zoom_in (screen->canvas);
  pt_canvas_zoom_in (screen->canvas);
  assert_true (pt_canvas_get_zoom (screen->canvas) > 1.5);
  pt_canvas_to_diagram (screen->canvas, x, y, &after);
  assert_float_equal (before.x, after.x, 1.5);
  assert_float_equal (before.y, after.y, 1.5);
  pt_canvas_zoom_out (screen->canvas);
  pt_canvas_zoom_out (screen->canvas);
  assert_float_equal (pt_canvas_get_zoom (screen->canvas), 1, 1e-6);
  assert_int_equal (screen->n_zooms, n + 5);
  wait_for_frames (screen, 1);
}

static void
scroll_bars_follow_and_lead (void **state)
{
  Screen *screen = *state;
  g_autoptr (GtkAdjustment) across = NULL;
  PtPoint before, after;

  g_object_get (screen->canvas, "hadjustment", &across, NULL);
  assert_non_null (across);
  pt_canvas_to_diagram (screen->canvas, 0, 0, &before);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + 40);
  pt_canvas_to_diagram (screen->canvas, 0, 0, &after);
  assert_float_equal ((after.x - before.x) * pt_canvas_get_zoom (screen->canvas), 40, 1);
  pt_canvas_fit (screen->canvas);
  pt_canvas_to_diagram (screen->canvas, 0, 0, &after);
  assert_float_equal (gtk_adjustment_get_value (across),
                      after.x * pt_canvas_get_zoom (screen->canvas), 1);
}

static void
reveal_brings_it_into_view (void **state)
{
  Screen *screen = *state;
  double x, y;

  pt_canvas_zoom (screen->canvas, 4);
  pt_canvas_reveal (screen->canvas, "end");
  pt_canvas_from_diagram (screen->canvas, (PtPoint){ 698, 200 }, &x, &y);
  assert_true (x > 0 && x < gtk_widget_get_width (GTK_WIDGET (screen->canvas)));
  assert_true (y > 0 && y < gtk_widget_get_height (GTK_WIDGET (screen->canvas)));
  wait_for_frames (screen, 3);
}

/* ----- labels --------------------------------------------------------------------------------- */

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *child, *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static GtkTextView *
open_label (Screen *screen, const char *id)
{
  GtkWidget *text = find_child (GTK_WIDGET (screen->canvas), GTK_TYPE_TEXT_VIEW);

  pt_canvas_edit_label (screen->canvas, id);
  wait_for_frames (screen, 2);
  assert_true (gtk_widget_get_mapped (text));
  assert_ptr_equal (gtk_root_get_focus (GTK_ROOT (screen->window)), text);
  return GTK_TEXT_VIEW (text);
}

static void
a_label_is_typed_in_place (void **state)
{
  Screen *screen = *state;
  GtkTextView *text = open_label (screen, "check");
  graphene_rect_t place;
  double x, y;

  pt_canvas_from_diagram (screen->canvas, (PtPoint){ 250, 200 }, &x, &y);
  assert_true (gtk_widget_compute_bounds (GTK_WIDGET (text), GTK_WIDGET (screen->canvas), &place));
  assert_true (graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT ((float)x, (float)y)));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "Examine\norder ", -1);
  gtk_widget_grab_focus (GTK_WIDGET (screen->canvas)); /* losing the focus commits */
  assert_string_equal (pt_process_graph_get (screen->graph, "check")->name, "Examine\norder");
  wait_for_frames (screen, 1);
  assert_false (gtk_widget_get_mapped (GTK_WIDGET (text)));
  pt_document_undo (screen->document);
  assert_false (pt_document_can_undo (screen->document));
}

static void
a_label_that_stays_is_no_change (void **state)
{
  Screen *screen = *state;

  open_label (screen, "check");
  pt_canvas_zoom_in (screen->canvas); /* any other move commits */
  wait_for_frames (screen, 1);
  assert_false (pt_document_can_undo (screen->document));
}

static void
a_label_of_a_lane_is_typed_upwards (void **state)
{
  Screen *screen = *state;
  GtkTextView *text = open_label (screen, "sales");
  graphene_rect_t place;
  double x, y;

  assert_true (gtk_widget_compute_bounds (GTK_WIDGET (text), GTK_WIDGET (screen->canvas), &place));
  assert_true (place.size.height > place.size.width);
  pt_canvas_from_diagram (screen->canvas, (PtPoint){ 145, 142 }, &x, &y);
  assert_true (graphene_rect_contains_point (&place, &GRAPHENE_POINT_INIT ((float)x, (float)y)));
  gtk_widget_grab_focus (GTK_WIDGET (screen->canvas));
}

/* ----- pad, findings, list -------------------------------------------------------------------- */

static guint
count_buttons (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

static void
the_pad_offers_what_fits (void **state)
{
  Screen *screen = *state;
  PtEditor *editor = pt_canvas_get_editor (screen->canvas);
  GtkWidget *canvas = GTK_WIDGET (screen->canvas);
  const char *const task[] = { "check", NULL }, *const end[] = { "end", NULL },
                    *const both[] = { "check", "end", NULL };
  guint of_task, of_end;

  assert_int_equal (count_buttons (canvas), 0);
  pt_editor_select (editor, task);
  wait_for_frames (screen, 1);
  of_task = count_buttons (canvas);
  pt_editor_select (editor, end);
  of_end = count_buttons (canvas);
  assert_true (of_task > of_end && of_end > 1);
  pt_editor_select (editor, both);
  assert_int_equal (count_buttons (canvas), 1); /* delete */
  pt_editor_select (editor, task);
  g_signal_emit_by_name (find_child (canvas, GTK_TYPE_BUTTON), "clicked");
  assert_string_equal (pt_document_get_undo_name (screen->document) != NULL ? "changed" : "",
                       "changed");
  wait_for_frames (screen, 1);
}

/* Wherever the pointer of the display happens to be. */
static void
pasting_aims_at_what_is_in_view (void **state)
{
  Screen *screen = *state;
  double x, y;

  pt_canvas_zoom (screen->canvas, 2);
  pt_canvas_from_diagram (screen->canvas, pt_canvas_get_paste_point (screen->canvas), &x, &y);
  assert_true (x > 0 && x < gtk_widget_get_width (GTK_WIDGET (screen->canvas)));
  assert_true (y > 0 && y < gtk_widget_get_height (GTK_WIDGET (screen->canvas)));
}

static void
findings_have_badges_that_speak (void **state)
{
  Screen *screen = *state;
  g_autoptr (PtDiagnostics) findings = pt_diagnostics_new (NULL);
  PtDiagnostic *finding = pt_diagnostics_add (findings, 0, "a", "b", "c", NULL);
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;
  double x, y;

  pt_diagnostic_add_element (finding, "check");
  pt_canvas_set_findings (screen->canvas, findings);
  wait_for_frames (screen, 1);
  pt_canvas_from_diagram (screen->canvas, (PtPoint){ 300, 160 }, &x, &y);
  g_signal_emit_by_name (screen->canvas, "query-tooltip", (int)x, (int)y, FALSE, tooltip, &shown);
  assert_true (shown);
  g_signal_emit_by_name (screen->canvas, "query-tooltip", (int)x + 40, (int)y, FALSE, tooltip,
                         &shown);
  assert_false (shown);
  pt_canvas_set_findings (screen->canvas, NULL);
  g_signal_emit_by_name (screen->canvas, "query-tooltip", (int)x, (int)y, FALSE, tooltip, &shown);
  assert_false (shown);
}

static void
what_a_shape_is_too_small_for_is_told (void **state)
{
  Screen *screen = *state;
  g_autoptr (GObject) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autofree char *words = g_strnfill (600, 'w');
  const PtElement *task = pt_process_graph_get (screen->graph, "check");
  gboolean shown = TRUE;
  double x, y;

  pt_canvas_from_diagram (screen->canvas, pt_bounds_center (task->figure->bounds), &x, &y);
  g_signal_emit_by_name (screen->canvas, "query-tooltip", (int)x, (int)y, FALSE, tooltip, &shown);
  assert_false (shown);

  pt_document_begin (screen->document, "name");
  pt_document_set_attribute (screen->document, task->node, NULL, "name", words);
  pt_document_commit (screen->document);
  wait_for_frames (screen, 1);
  g_signal_emit_by_name (screen->canvas, "query-tooltip", (int)x, (int)y, FALSE, tooltip, &shown);
  assert_true (shown);
  pt_document_undo (screen->document);
}

static guint32
color_at (Screen *screen, PtPoint point)
{
  cairo_surface_t *picture = take_picture (screen);
  guint32 color;
  double x, y;

  pt_canvas_from_diagram (screen->canvas, point, &x, &y);
  color = pixel (picture, x, y);
  cairo_surface_destroy (picture);
  return color;
}

/* Above the drawing, layer by layer, and gone without a trace. */
static void
tints_lie_over_shapes (void **state)
{
  Screen *screen = *state;
  PtTint red = { 0xff0000, TRUE, TRUE }, blue = { 0x0000ff, FALSE, FALSE };
  g_autoptr (GHashTable) outlook = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);
  PtPoint inside = { 115, 425 };
  guint32 plain = color_at (screen, inside), tinted;

  g_hash_table_insert (roles, (gpointer) "alone", &blue);
  pt_canvas_set_tints (screen->canvas, PT_TINTS_ROLES, roles);
  tinted = color_at (screen, inside);
  assert_true ((tinted & 0xff) > (tinted >> 16 & 0xff));
  g_hash_table_insert (outlook, (gpointer) "alone", &red);
  pt_canvas_set_tints (screen->canvas, PT_TINTS_OUTLOOK, outlook);
  tinted = color_at (screen, inside);
  assert_true ((tinted >> 16 & 0xff) > (tinted & 0xff));
  pt_canvas_set_tints (screen->canvas, PT_TINTS_OUTLOOK, NULL);
  pt_canvas_set_tints (screen->canvas, PT_TINTS_ROLES, NULL);
  assert_int_equal (color_at (screen, inside), plain);
}

static guint
count_proxies (Screen *screen)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (screen->canvas));
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child))
        == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
      {
        if (n++ == 0)
          gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                               "Start event: Order in");
      }
  return n;
}

/* They are made in an idle moment, which a busy machine has late. */
static void
screen_readers_meet_a_list_of_named_elements (void **state)
{
  Screen *screen = *state;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (screen->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  for (guint tries = 0; tries < 50 && count_proxies (screen) == 0; tries++)
    wait_for (200);
  assert_int_equal (count_proxies (screen), 7);
}

#define TEST(name, fixture) cmocka_unit_test_setup_teardown (name, open_##fixture, close_screen)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST (the_diagram_is_painted, flow),
    TEST (what_changed_is_painted_anew, flow),
    TEST (cells_and_the_whole_give_the_same_picture, pools),
    TEST (the_theme_decides_about_light_and_dark, flow),
    TEST (zoom_keeps_the_middle, flow),
    TEST (scroll_bars_follow_and_lead, flow),
    TEST (reveal_brings_it_into_view, flow),
    TEST (a_label_is_typed_in_place, flow),
    TEST (a_label_that_stays_is_no_change, flow),
    TEST (a_label_of_a_lane_is_typed_upwards, pools),
    TEST (the_pad_offers_what_fits, flow),
    TEST (pasting_aims_at_what_is_in_view, flow),
    TEST (findings_have_badges_that_speak, flow),
    TEST (tints_lie_over_shapes, flow),
    TEST (what_a_shape_is_too_small_for_is_told, flow),
    TEST (screen_readers_meet_a_list_of_named_elements, flow),
  };

  if (!gtk_init_check ())
    {
      g_printerr ("no display: the canvas is not tested in a window\n");
      return SKIPPED;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
