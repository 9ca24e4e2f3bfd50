/* test-figures.c: what shapes, edges and their labels say about how they are to be drawn
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <partitur/bpmn.h>

#define HEAD                                                                                       \
  "<definitions xmlns='" PT_NS_BPMN "' xmlns:di='" PT_NS_BPMNDI "' xmlns:dc='" PT_NS_DC            \
  "' xmlns:color='" PT_NS_COLOR "' xmlns:bioc='" PT_NS_BIOC "'>"                                   \
  "<process id='p'><task id='t'/><task id='u'/></process>"                                         \
  "<di:BPMNDiagram id='d'><di:BPMNPlane bpmnElement='p'>"
#define BOUNDS "<dc:Bounds x='0' y='0' width='100' height='80'/>"
#define TAIL "</di:BPMNDiagram></definitions>"

static PtProcessGraph *
read_graph (const char *shapes, const char *styles)
{
  g_autofree char *xml = g_strconcat (HEAD, shapes, "</di:BPMNPlane>", styles, TAIL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, "figures", NULL);

  assert_non_null (document);
  return pt_process_graph_new (document);
}

static const PtDiagramElement *
figure_of (PtProcessGraph *graph, const char *id)
{
  const PtElement *element = pt_process_graph_get (graph, id);

  assert_non_null (element);
  assert_non_null (element->figure);
  return element->figure;
}

/* --- colours ---------------------------------------------------------------------------------- */

static const struct
{
  const char *text;
  int rgb; /* -1: no colour */
} colours[] = {
  { "#102030", 0x102030 },
  { "#AbC", 0xaabbcc },
  { "#abcd", 0xaabbcc },
  { "#10203040", 0x102030 },
  { "tomato", 0xff6347 },
  { "RebeccaPurple", 0x663399 },
  { "aliceblue", 0xf0f8ff },
  { "yellowgreen", 0x9acd32 },
  { "rgb(16,32,48)", 0x102030 },
  { "rgb( 16, 32, 48 )", 0x102030 },
  { "RGB(16 32 48)", 0x102030 },
  { "rgba(16, 32, 48, 0.5)", 0x102030 },
  { "rgb(16 32 48 / 50%)", 0x102030 },
  { "rgb(100%, 0%, 20%)", 0xff0033 },
  { "rgb(300, -5, 0)", 0xff0000 },
  { "", -1 },
  { "#", -1 },
  { "#12", -1 },
  { "#12345", -1 },
  { "#1234567", -1 },
  { "#ggg", -1 },
  { "#123456789012345678901234", -1 },
  { "none", -1 },
  { "transparent", -1 },
  { "rgb", -1 },
  { "rgb(", -1 },
  { "rgb(1,2", -1 },
  { "rgb(1,2)", -1 },
  { "rgb(1,2,x)", -1 },
  { "rgb(nan,inf,0)", -1 },
  { "reddish", -1 },
};

static void
colours_are_read_in_all_their_forms (void **state)
{
  static const char *const attributes[] = { "color:background-color", "bioc:fill" };

  for (guint i = 0; i < G_N_ELEMENTS (colours) * 2; i++)
    {
      g_autofree char *shape
          = g_strdup_printf ("<di:BPMNShape bpmnElement='t' %s='%s'>" BOUNDS "</di:BPMNShape>",
                             attributes[i % 2], colours[i / 2].text);
      g_autoptr (PtProcessGraph) graph = read_graph (shape, "");
      const PtDiagramElement *figure = figure_of (graph, "t");
      int found = figure->has_fill ? (int)figure->fill : -1;
      if (found != colours[i / 2].rgb)
        fail_msg ("%s is read as %x", colours[i / 2].text, found);
    }
}

/* --- labels ----------------------------------------------------------------------------------- */

#define LABELLED(attributes)                                                                       \
  "<di:BPMNShape bpmnElement='t'>" BOUNDS "<di:BPMNLabel " attributes "/></di:BPMNShape>"
#define STYLE(id, font) "<di:BPMNLabelStyle id='" id "'><dc:Font " font "/></di:BPMNLabelStyle>"

static void
a_label_has_the_style_it_names (void **state)
{
  g_autoptr (PtProcessGraph) graph = read_graph (
      LABELLED ("labelStyle='b' color:color='#ff0000'"),
      STYLE ("a", "name='Arial' size='8'")
          STYLE ("b", "name='Courier' size='14' isBold='true' isItalic='1' isUnderline='true' "
                      "isStrikeThrough='true'"));
  const PtDiagramElement *figure = figure_of (graph, "t");

  assert_true (figure->has_label_color);
  assert_int_equal (figure->label_color, 0xff0000);
  assert_string_equal (figure->font->family, "Courier");
  assert_true (figure->font->size == 14);
  assert_true (figure->font->bold && figure->font->italic && figure->font->underline
               && figure->font->strike_through);
}

static void
sizes_that_nobody_could_read_are_points (void **state)
{
  g_autoptr (PtProcessGraph) graph
      = read_graph (LABELLED ("labelStyle='x:a'"), STYLE ("a", "size='9'"));
  const PtDiagramElement *figure = figure_of (graph, "t");

  assert_true (figure->font->size == 12);
  assert_null (figure->font->family);
}

static void
damaged_styles_do_no_harm (void **state)
{
  static const char *const fonts[]
      = { "", "size='huge'", "size='-3'", "size='1e300'", "name=''", "isBold='maybe'" };
  g_autoptr (PtProcessGraph) dangling = read_graph (LABELLED ("labelStyle='nowhere'"), "");

  assert_null (figure_of (dangling, "t")->font);
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autofree char *style = g_strdup_printf (STYLE ("a", "%s"), fonts[i]);
      g_autoptr (PtProcessGraph) graph = read_graph (LABELLED ("labelStyle='a'"), style);
      const PtFont *font = figure_of (graph, "t")->font;
      assert_null (font->family);
      assert_true (font->size >= 0 && font->size <= 1000);
      assert_false (font->bold);
    }
}

static void
labels_follow_their_styles (void **state)
{
  g_autoptr (PtProcessGraph) graph
      = read_graph (LABELLED ("labelStyle='a'"), STYLE ("a", "name='Arial' size='12'"));
  PtDocument *document = pt_process_graph_get_document (graph);
  PtDiagram *diagram = pt_process_graph_get_diagrams (graph)->pdata[0];
  xmlNode *style = xmlNextElementSibling (diagram->plane);

  pt_document_begin (document, "font");
  pt_document_set_attribute (document, pt_xml_first_element (style), NULL, "name", "Courier");
  pt_document_commit (document);
  assert_string_equal (figure_of (graph, "t")->font->family, "Courier");

  pt_document_begin (document, "style");
  pt_document_remove (document, style);
  pt_document_commit (document);
  assert_null (figure_of (graph, "t")->font);

  pt_document_undo (document);
  assert_string_equal (figure_of (graph, "t")->font->family, "Courier");
}

/* --- bands ------------------------------------------------------------------------------------ */

static void
a_band_without_a_kind_is_the_first (void **state)
{
  g_autoptr (PtProcessGraph) graph
      = read_graph ("<di:BPMNShape bpmnElement='t' choreographyActivityShape='s'>" BOUNDS
                    "</di:BPMNShape>"
                    "<di:BPMNShape bpmnElement='u'>" BOUNDS "</di:BPMNShape>",
                    "");

  assert_string_equal (figure_of (graph, "t")->band_kind, "top_initiating");
  assert_null (figure_of (graph, "u")->band_kind);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (colours_are_read_in_all_their_forms),
    cmocka_unit_test (a_label_has_the_style_it_names),
    cmocka_unit_test (sizes_that_nobody_could_read_are_points),
    cmocka_unit_test (damaged_styles_do_no_harm),
    cmocka_unit_test (labels_follow_their_styles),
    cmocka_unit_test (a_band_without_a_kind_is_the_first),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
