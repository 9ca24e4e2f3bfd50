/* test-picture.c: what the files hold that pictures are written to
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
#include <libxml/parser.h>
#include <libxml/xpathInternals.h>
#include <partitur/paper.h>
#include <stdio.h>
#include <string.h>

/** Scene: a task in a pool, by hand. */
typedef struct
{
  PtElement pool, process, task;
  PtDiagramElement pool_figure, task_figure;
  PtDiagram diagram;
} Scene;

static Scene *
scene_new (double width, double height)
{
  Scene *scene = g_new0 (Scene, 1);
  scene->diagram.elements = g_ptr_array_new ();
  scene->process.type = PT_BPMN_PROCESS;
  scene->pool = (PtElement){ .type = PT_BPMN_PARTICIPANT, .name = "Sales & more" };
  scene->pool.process = &scene->process;
  scene->pool_figure = (PtDiagramElement){ .element = &scene->pool,
                                           .diagram = &scene->diagram,
                                           .bounds = { -500, 300, width, height },
                                           .is_horizontal = TRUE };
  scene->task = (PtElement){ .type = PT_BPMN_USER_TASK, .name = "Prüfe <Antrag>" };
  scene->task_figure = (PtDiagramElement){ .element = &scene->task,
                                           .diagram = &scene->diagram,
                                           .bounds = { -400, 320, 140, 80 } };
  g_ptr_array_add (scene->diagram.elements, &scene->pool_figure);
  g_ptr_array_add (scene->diagram.elements, &scene->task_figure);
  return scene;
}

static void
scene_free (Scene *scene)
{
  g_ptr_array_unref (scene->diagram.elements);
  g_free (scene);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

static GBytes *
written (Scene *scene, PtPictureFormat format, double scale, const char *title)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pt_picture_write (&scene->diagram, format, scale, title, &error);
  assert_null (error);
  assert_non_null (bytes);
  return bytes;
}

/* ===== names =============================================================================== */

static void
the_ending_of_a_name_is_the_format (void **state)
{
  PtPictureFormat format = PT_PICTURE_PDF;
  assert_true (pt_picture_format_from_name ("a/b.c.SVG", &format));
  assert_int_equal (format, PT_PICTURE_SVG);
  assert_true (pt_picture_format_from_name ("x.png", &format));
  assert_int_equal (format, PT_PICTURE_PNG);
  assert_true (pt_picture_format_from_name ("x.pdf", &format));
  assert_int_equal (format, PT_PICTURE_PDF);
  assert_false (pt_picture_format_from_name ("x.bpmn", &format));
  assert_false (pt_picture_format_from_name ("pdf", &format));
}

/* ===== PDF ================================================================================= */

/* What the program @argv prints about the PDF @bytes, whose place in @argv is "PDF". */
static char *
told_by (const char *const *argv, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path (argv[0]);
  if (program == NULL)
    {
      fprintf (stderr, "%s is not installed: what the PDF holds was not checked\n", argv[0]);
      return NULL;
    }
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                           &error);
  assert_null (error);
  g_autoptr (GBytes) out = NULL;
  assert_true (g_subprocess_communicate (process, bytes, NULL, &out, NULL, &error));
  assert_true (g_subprocess_get_successful (process));
  gsize size;
  const char *data = g_bytes_get_data (out, &size);
  return g_strndup (data, size);
}

static void
a_pdf_is_one_page_with_text_and_title (void **state)
{
  static const char *const text_of[] = { "pdftotext", "-", "-", NULL };
  static const char *const facts_of[] = { "pdfinfo", "-", NULL };
  g_autoptr (Scene) scene = scene_new (600, 200);
  g_autoptr (GBytes) pdf = written (scene, PT_PICTURE_PDF, 1, "Order to cash");
  gsize size;
  assert_memory_equal (g_bytes_get_data (pdf, &size), "%PDF-", 5);

  g_autofree char *text = told_by (text_of, pdf);
  if (text != NULL)
    assert_non_null (strstr (text, "Prüfe <Antrag>"));
  g_autofree char *facts = told_by (facts_of, pdf);
  if (facts != NULL)
    {
      assert_non_null (strstr (facts, "Order to cash"));
      assert_non_null (g_strrstr (facts, "Pages:           1\n"));
    }
}

/* ===== SVG ================================================================================= */

static xmlDoc *
parsed (GBytes *svg)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  xmlDoc *doc = xmlReadMemory (data, (int)size, "picture.svg", NULL, XML_PARSE_NONET);
  assert_non_null (doc);
  return doc;
}

static char *
evaluate (xmlDoc *doc, const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  xmlXPathObject *value = xmlXPathEvalExpression (BAD_CAST expression, context);
  xmlChar *string = xmlXPathCastToString (value);
  char *copy = g_strdup ((const char *)string);
  xmlFree (string);
  xmlXPathFreeObject (value);
  xmlXPathFreeContext (context);
  return copy;
}

static void
an_svg_has_text_as_text (void **state)
{
  g_autoptr (Scene) scene = scene_new (600, 200);
  g_autoptr (GBytes) svg = written (scene, PT_PICTURE_SVG, 2, "A & B");
  xmlDoc *doc = parsed (svg);
  g_autofree char *title = evaluate (doc, "string(/s:svg/s:title)");
  g_autofree char *name = evaluate (doc, "string(//s:text[contains(., 'Antrag')])");
  g_autofree char *turned = evaluate (doc, "string(//s:text[contains(., 'Sales')]/@transform)");
  g_autofree char *n_shapes_of_letters = evaluate (doc, "count(//s:symbol)");
  g_autofree char *width = evaluate (doc, "string(/s:svg/@width)");

  assert_string_equal (title, "A & B");
  assert_string_equal (name, "Prüfe <Antrag>");
  assert_true (g_str_has_prefix (turned, "rotate(-90 "));
  assert_string_equal (n_shapes_of_letters, "0");
  assert_string_equal (width, "1252px");
  xmlFreeDoc (doc);
}

/* Lines are black: on a dark ground nobody would see them. */
static void
an_svg_stands_on_white (void **state)
{
  g_autoptr (Scene) scene = scene_new (600, 200);
  g_autoptr (GBytes) svg = written (scene, PT_PICTURE_SVG, 2, NULL);
  xmlDoc *doc = parsed (svg);
  g_autofree char *width = evaluate (doc, "string((//s:rect)[1]/@width)");
  g_autofree char *color = evaluate (doc, "string(((//s:rect)[1]/@style|(//s:rect)[1]/@fill)[1])");

  assert_string_equal (width, "1252");
  assert_non_null (strstr (color, "rgb(100%"));
  xmlFreeDoc (doc);
}

static void
text_of_an_svg_stands_where_its_figure_is (void **state)
{
  g_autoptr (Scene) scene = scene_new (600, 200);
  g_autoptr (GBytes) svg = written (scene, PT_PICTURE_SVG, 1, NULL);
  xmlDoc *doc = parsed (svg);
  g_autofree char *x = evaluate (doc, "string(//s:text[contains(., 'Antrag')]/@x)");
  g_autofree char *y = evaluate (doc, "string(//s:text[contains(., 'Antrag')]/@y)");
  g_autofree char *title = evaluate (doc, "count(/s:svg/s:title)");

  /* The task begins 100 right of the pool and 20 below its top, the pool 13 within the page. */
  assert_true (g_ascii_strtod (x, NULL) > 113 && g_ascii_strtod (x, NULL) < 253);
  assert_true (g_ascii_strtod (y, NULL) > 33 && g_ascii_strtod (y, NULL) < 113);
  assert_string_equal (title, "0");
  xmlFreeDoc (doc);
}

/* ===== PNG ================================================================================= */

static guint32
big_endian (const guint8 *p)
{
  return (guint32)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

static void
a_png_is_as_large_as_its_scale_says (void **state)
{
  g_autoptr (Scene) scene = scene_new (600, 200);
  g_autoptr (GBytes) png = written (scene, PT_PICTURE_PNG, 0.5, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  assert_true (size > 24);
  assert_memory_equal (data, "\211PNG\r\n\032\n", 8);
  assert_int_equal (big_endian (data + 16), 313);
  assert_int_equal (big_endian (data + 20), 113);
}

static void
assert_refused (Scene *scene, PtPictureFormat format, double scale, const char *hint)
{
  g_autoptr (GError) error = NULL;
  assert_null (pt_picture_write (&scene->diagram, format, scale, NULL, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT));
  assert_non_null (strstr (error->message, hint));
}

static void
what_is_too_large_for_a_png_is_refused_with_a_scale_that_fits (void **state)
{
  g_autoptr (Scene) long_one = scene_new (640000, 200), square = scene_new (40000, 40000);
  assert_refused (long_one, PT_PICTURE_PNG, 1, "fits at scale 0.049");
  assert_refused (square, PT_PICTURE_PNG, 0.7, "fits at scale 0.49");
  g_autoptr (GBytes) svg = written (long_one, PT_PICTURE_SVG, 1, NULL);
  assert_non_null (svg);
}

static void
a_scale_must_be_above_zero (void **state)
{
  static const double scales[] = { 0, -1, NAN, INFINITY };
  g_autoptr (Scene) scene = scene_new (600, 200);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (PtPictureFormat format = PT_PICTURE_PDF; format <= PT_PICTURE_PNG; format++)
      assert_refused (scene, format, scales[i], "above 0");
}

/* ===== several, none, pages ================================================================ */

static void
several_diagrams_stand_below_each_other (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Scene) wide = scene_new (600, 200), tall = scene_new (300, 400);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_ptr_array_add (both, &wide->diagram);
  g_ptr_array_add (both, &tall->diagram);
  g_autoptr (GBytes) svg = pt_picture_write_all (both, PT_PICTURE_SVG, 1, NULL, &error);
  assert_null (error);
  xmlDoc *doc = parsed (svg);
  g_autofree char *width = evaluate (doc, "string(/s:svg/@width)");
  g_autofree char *height = evaluate (doc, "string(/s:svg/@height)");
  g_autofree char *n_names = evaluate (doc, "count(//s:text[contains(., 'Antrag')])");
  g_autofree char *n_titles = evaluate (doc, "count(//s:text[. = 'Diagram'])");
  assert_string_equal (width, "626px");
  assert_string_equal (height, "732px");
  assert_string_equal (n_titles, "2");
  assert_string_equal (n_names, "2");
  xmlFreeDoc (doc);
}

static void
an_empty_diagram_is_an_empty_page (void **state)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  PtDiagram empty = { .elements = none };
  for (PtPictureFormat format = PT_PICTURE_PDF; format <= PT_PICTURE_PNG; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = pt_picture_write (&empty, format, 1, "Empty", &error);
      assert_null (error);
      assert_true (g_bytes_get_size (bytes) > 0);
    }
  assert_false (pt_paper_wants_landscape (&empty));
}

/* Extents of what is painted on a page of @width by @height, title and note included. */
static PtBounds
page_ink (Scene *scene, double width, double height, const char *title, const char *note)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  PtBounds ink;
  pt_paper_draw_page (&scene->diagram, cr, width, height, title, note);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
a_page_holds_the_whole_diagram_and_its_line (void **state)
{
  g_autoptr (Scene) large = scene_new (5000, 3000), small = scene_new (300, 200);
  PtBounds page = { -1, -1, 502, 702 };

  PtBounds whole = page_ink (large, 500, 700, "Order to cash", "page 1");
  assert_true (pt_bounds_contains (page, whole));
  assert_true (whole.width > 495 && whole.y + whole.height > 685);

  PtBounds alone = page_ink (small, 500, 700, NULL, NULL);
  assert_true (fabs (alone.width - 0.75 * 302) < 4);
  assert_true (fabs (pt_bounds_center (alone).x - 250) < 1.5);
  assert_true (alone.y < 4);
}

static void
wide_diagrams_want_a_sheet_on_its_side (void **state)
{
  g_autoptr (Scene) wide = scene_new (600, 200), tall = scene_new (300, 800);
  assert_true (pt_paper_wants_landscape (&wide->diagram));
  assert_false (pt_paper_wants_landscape (&tall->diagram));
}

/* ===== comparisons ========================================================================= */

/* A file with a process and its diagram for each letter of @names. */
static PtProcessGraph *
sheets (const char *names)
{
  g_autoptr (GString) model = g_string_new (NULL), diagrams = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PtDocument) document = NULL;
  for (const char *name = names; *name; name++)
    {
      g_string_append_printf (model, "<process id='P%c'><task id='T%c' name='Task %c'/></process>",
                              *name, *name, *name);
      g_string_append_printf (diagrams,
                              "<di:BPMNDiagram id='D%c'><di:BPMNPlane bpmnElement='P%c'>"
                              "<di:BPMNShape bpmnElement='T%c'><dc:Bounds x='0' y='0' width='100' "
                              "height='80'/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>",
                              *name, *name, *name);
    }
  g_string_prepend (model, "<definitions xmlns='" PT_NS_BPMN "' xmlns:di='" PT_NS_BPMNDI
                           "' xmlns:dc='" PT_NS_DC "' targetNamespace='urn:example'>");
  g_string_append_printf (model, "%s</definitions>", diagrams->str);
  bytes = g_bytes_new (model->str, model->len);
  document = pt_bpmn_load_bytes (bytes, "text", NULL);
  assert_non_null (document);
  return pt_process_graph_new (document);
}

static xmlDoc *
compared (const char *olds, const char *news, PtComparisonView view)
{
  g_autoptr (PtProcessGraph) before = sheets (olds), after = sheets (news);
  g_autoptr (PtComparison) comparison = pt_comparison_new (pt_process_graph_get_document (before),
                                                           pt_process_graph_get_document (after));
  g_autoptr (GBytes) svg
      = pt_picture_write_comparison (comparison, before, after, PT_ASPECT_ALL, view, PT_PICTURE_SVG,
                                     NULL, NULL);
  return parsed (svg);
}

/* Where the label @text with number @i stands. */
static PtPoint
place_of (xmlDoc *doc, const char *text, guint i)
{
  g_autofree char *where = g_strdup_printf ("(//s:text[.='%s'])[%u]", text, i);
  g_autofree char *for_x = g_strdup_printf ("string(%s/@x)", where);
  g_autofree char *for_y = g_strdup_printf ("string(%s/@y)", where);
  g_autofree char *x = evaluate (doc, for_x), *y = evaluate (doc, for_y);
  if (*x == '\0')
    fail_msg ("%s is there less than %u times", text, i);
  return (PtPoint){ g_ascii_strtod (x, NULL), g_ascii_strtod (y, NULL) };
}

static void
old_stands_left_of_new_and_what_is_missing_leaves_a_hole (void **state)
{
  xmlDoc *doc = compared ("ABC", "XB", PT_COMPARISON_SIDE_BY_SIDE);
  PtPoint old = place_of (doc, "Task B", 1), new = place_of (doc, "Task B", 2);
  PtPoint fresh = place_of (doc, "Task X", 1);

  assert_true (old.x < new.x && fabs (old.y - new.y) < 1);
  assert_true (fabs (fresh.x - new.x) < 1 && fresh.y < new.y);
  assert_true (fabs (place_of (doc, "Task A", 1).x - old.x) < 1);
  assert_true (fabs (place_of (doc, "Task C", 1).x - old.x) < 1);
  xmlFreeDoc (doc);
}

static void
an_overlay_has_the_diagrams_that_are_gone (void **state)
{
  xmlDoc *doc = compared ("AB", "B", PT_COMPARISON_OVERLAY);

  assert_true (place_of (doc, "Task A", 1).y > place_of (doc, "Task B", 1).y);
  xmlFreeDoc (doc);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_ending_of_a_name_is_the_format),
    cmocka_unit_test (a_pdf_is_one_page_with_text_and_title),
    cmocka_unit_test (an_svg_has_text_as_text),
    cmocka_unit_test (an_svg_stands_on_white),
    cmocka_unit_test (text_of_an_svg_stands_where_its_figure_is),
    cmocka_unit_test (a_png_is_as_large_as_its_scale_says),
    cmocka_unit_test (what_is_too_large_for_a_png_is_refused_with_a_scale_that_fits),
    cmocka_unit_test (a_scale_must_be_above_zero),
    cmocka_unit_test (several_diagrams_stand_below_each_other),
    cmocka_unit_test (an_empty_diagram_is_an_empty_page),
    cmocka_unit_test (a_page_holds_the_whole_diagram_and_its_line),
    cmocka_unit_test (wide_diagrams_want_a_sheet_on_its_side),
    cmocka_unit_test (old_stands_left_of_new_and_what_is_missing_leaves_a_hole),
    cmocka_unit_test (an_overlay_has_the_diagrams_that_are_gone),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
