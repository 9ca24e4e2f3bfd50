/* drawing.h: a fixture opened for modelling, and what must hold of it after every operation
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <math.h>
#include <partitur/layout.h>
#include <partitur/modeling.h>
#include <string.h>

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  GBytes *original;
} Drawing;

static inline void
drawing_take (Drawing *d, PtDocument *document)
{
  assert_non_null (document);
  d->document = document;
  d->graph = pt_process_graph_new (document);
  d->original = pt_document_to_bytes (document, NULL);
  assert_non_null (d->original);
}

static inline void
drawing_open (Drawing *d, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "modeling", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_bpmn_load (file, NULL, &error);

  assert_null (error);
  drawing_take (d, document);
}

static inline void
drawing_close (Drawing *d)
{
  g_clear_object (&d->graph);
  g_clear_object (&d->document);
  g_clear_pointer (&d->original, g_bytes_unref);
}

static inline PtElement *
element (Drawing *d, const char *id)
{
  return pt_process_graph_get (d->graph, id);
}

static inline PtBounds
bounds_of (Drawing *d, const char *id)
{
  PtElement *e = element (d, id);

  assert_non_null (e);
  assert_non_null (e->figure);
  return e->figure->bounds;
}

static inline PtDiagram *
diagram (Drawing *d)
{
  return g_ptr_array_index (pt_process_graph_get_diagrams (d->graph), 0);
}

static inline void
assert_near (double a, double b)
{
  if (fabs (a - b) > 0.01)
    fail_msg ("%g is not %g", a, b);
}

static inline void
assert_bounds (PtBounds b, double x, double y, double width, double height)
{
  if (fabs (b.x - x) + fabs (b.y - y) + fabs (b.width - width) + fabs (b.height - height) > 0.05)
    fail_msg ("bounds are %g %g %g %g instead of %g %g %g %g", b.x, b.y, b.width, b.height, x, y,
              width, height);
}

/* --- validity --- */

static inline xmlSchema *
bpmn_schema (void)
{
  static xmlSchema *schema;

  if (schema == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("PT_SCHEMAS"), "BPMN20.xsd", NULL);
      xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);

      schema = xmlSchemaParse (parser);
      xmlSchemaFreeParserCtxt (parser);
    }
  assert_non_null (schema);
  return schema;
}

static inline void
assert_valid (Drawing *d)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_document_to_bytes (d->document, &error);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (bpmn_schema ());
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlDoc *doc = xmlReadMemory (text, (int)size, "saved.bpmn", NULL, XML_PARSE_NONET);
  int result = doc != NULL ? xmlSchemaValidateDoc (context, doc) : -1;

  if (result != 0)
    fprintf (stderr, "%.*s\n", (int)size, text);
  assert_int_equal (result, 0);
  xmlFreeDoc (doc);
  xmlSchemaFreeValidCtxt (context);
}

static inline void
assert_original (Drawing *d)
{
  g_autoptr (GBytes) now = pt_document_to_bytes (d->document, NULL);
  gsize size;

  if (!g_bytes_equal (now, d->original))
    {
      const char *text = g_bytes_get_data (now, &size);

      fprintf (stderr, "%.*s\n", (int)size, text);
      fail_msg ("undo does not give back the file");
    }
}

/* --- what always holds --------------------------------------------------------------------------
 */

static inline guint
count_references (const PtElement *holder, const char *tag, const char *id)
{
  guint n = 0;

  for (xmlNode *c = pt_xml_first_element (holder->node); c != NULL; c = pt_xml_next_element (c))
    {
      g_autofree char *text = pt_xml_is (c, PT_NS_BPMN, tag) ? pt_xml_text (c) : NULL;

      n += g_strcmp0 (text, id) == 0;
    }
  return n;
}

static inline void
check_flow (PtElement *flow, gboolean lists_flows)
{
  if (flow->source == NULL || flow->target == NULL)
    fail_msg ("%s has lost an end", flow->id);
  if (flow->type != PT_BPMN_SEQUENCE_FLOW)
    return;
  if (flow->source->parent != flow->parent || flow->target->parent != flow->parent)
    fail_msg ("%s stands in another container than its ends", flow->id);
  if (count_references (flow->source, "outgoing", flow->id) != (lists_flows ? 1 : 0)
      || count_references (flow->target, "incoming", flow->id) != (lists_flows ? 1 : 0))
    fail_msg ("%s is not listed by its ends as it should", flow->id);
}

static inline void
check_listed_flows (Drawing *d, PtElement *node)
{
  for (xmlNode *c = pt_xml_first_element (node->node); c != NULL; c = pt_xml_next_element (c))
    {
      gboolean in = pt_xml_is (c, PT_NS_BPMN, "incoming");
      g_autofree char *id = NULL;
      PtElement *flow;

      if (!in && !pt_xml_is (c, PT_NS_BPMN, "outgoing"))
        continue;
      id = pt_xml_text (c);
      flow = element (d, id);
      if (flow == NULL || (in ? flow->target : flow->source) != node)
        fail_msg ("%s lists %s, which does not end there", node->id, id);
    }
}

static inline PtBounds
turned (PtBounds b, gboolean vertical)
{
  return vertical ? (PtBounds){ b.y, b.x, b.height, b.width } : b;
}

/* The lanes of @lane_set fill @around, below each other, after the title. */
static inline void
check_tiles (PtElement *lane_set, PtBounds around, gboolean vertical)
{
  double y = around.y;

  for (guint i = 0; i < lane_set->children->len; i++)
    {
      PtElement *lane = g_ptr_array_index (lane_set->children, i);
      PtBounds b;

      assert_non_null (lane->figure);
      b = turned (lane->figure->bounds, vertical);
      assert_near (b.x, around.x + 30);
      assert_near (b.x + b.width, around.x + around.width);
      assert_near (b.y, y);
      y += b.height;
      for (guint j = 0; lane->children != NULL && j < lane->children->len; j++)
        check_tiles (g_ptr_array_index (lane->children, j), b, vertical);
    }
  assert_near (y, around.y + around.height);
}

static inline void
check_pool (PtElement *pool)
{
  GPtrArray *children = pool->process != NULL ? pool->process->children : NULL;
  gboolean vertical;

  assert_non_null (pool->figure);
  vertical = !pool->figure->is_horizontal;
  for (guint i = 0; children != NULL && i < children->len; i++)
    if (((PtElement *)g_ptr_array_index (children, i))->type == PT_BPMN_LANE_SET)
      check_tiles (g_ptr_array_index (children, i), turned (pool->figure->bounds, vertical),
                   vertical);
}

static inline gboolean
strictly_in (PtBounds b, PtPoint p)
{
  return p.x > b.x && p.y > b.y && p.x < b.x + b.width && p.y < b.y + b.height;
}

static inline PtElement *
lane_at (PtElement *holder, const PtDiagram *on, PtPoint p)
{
  for (guint i = 0; holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i), *found;

      if (pt_element_is_a (child, PT_BPMN_LANE_SET) && (found = lane_at (child, on, p)) != NULL)
        return found;
      if (child->type == PT_BPMN_LANE && child->figure != NULL && child->figure->diagram == on
          && strictly_in (child->figure->bounds, p))
        return (found = lane_at (child, on, p)) != NULL ? found : child;
    }
  return NULL;
}

/* In how many places. */
static inline guint
count_figures (const PtElement *element)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (element);

  return figures->len;
}

/* What is drawn twice may lie in a lane in one place only. */
static inline void
check_lane (PtElement *node)
{
  PtElement *decides = node->attached_to != NULL ? node->attached_to : node, *lane;

  if (!pt_element_is_a (node, PT_BPMN_FLOW_NODE) || node->parent != node->process
      || decides->figure == NULL || count_figures (decides) > 1)
    return;
  lane = lane_at (node->process, decides->figure->diagram,
                  pt_bounds_center (decides->figure->bounds));
  /* On the line between two lanes either of them will do. */
  if (lane != NULL && node->lane != NULL && node->lane != lane
      && pt_element_is_within (node->lane, lane)
      && pt_bounds_contains_point (node->lane->figure->bounds,
                                   pt_bounds_center (decides->figure->bounds)))
    return;
  if (lane != NULL && node->lane != lane)
    fail_msg ("%s at %g %g lies in lane %s (%g %g %g %g) and is listed by %s", node->id,
              pt_bounds_center (decides->figure->bounds).x,
              pt_bounds_center (decides->figure->bounds).y, lane->id, lane->figure->bounds.x,
              lane->figure->bounds.y, lane->figure->bounds.width, lane->figure->bounds.height,
              node->lane != NULL ? node->lane->id : "none");
}

static inline void
check_boundary (PtElement *event)
{
  const PtDiagramElement *host;
  PtBounds b;
  PtPoint c;

  if (event->type != PT_BPMN_BOUNDARY_EVENT)
    return;
  assert_non_null (event->attached_to);
  host = pt_diagram_find (event->figure->diagram, event->attached_to);
  assert_non_null (host);
  b = host->bounds;
  c = pt_bounds_center (event->figure->bounds);
  if (!pt_bounds_contains_point (pt_bounds_grow (b, 1.5), c)
      || strictly_in (pt_bounds_grow (b, -1.5), c))
    fail_msg ("%s is not on the edge of %s", event->id, event->attached_to->id);
  assert_ptr_equal (event->parent, event->attached_to->parent);
}

static inline void
check_figure (PtDiagramElement *figure)
{
  PtBounds b = figure->bounds;

  if (figure->element == NULL)
    fail_msg ("figure %s shows nothing", figure->id);
  assert_true (isfinite (b.x) && isfinite (b.y) && isfinite (b.width) && isfinite (b.height));
  if (figure->is_edge)
    assert_true (figure->n_waypoints >= 2);
  else
    assert_true (b.width > 0 && b.height > 0);
}

static inline gboolean
is_drawn_type (const PtElement *e)
{
  PtFamily family = pt_element_family (e);

  return family != PT_FAMILY_NONE && family != PT_FAMILY_PLANE && e->type != PT_BPMN_MESSAGE;
}

/* A flow between what is drawn on different diagrams is drawn on none. */
static inline gboolean
can_be_drawn (const PtElement *e)
{
  return pt_element_family (e) != PT_FAMILY_FLOW || e->source == NULL || e->target == NULL
         || e->source->figure == NULL
         || pt_diagram_find (e->source->figure->diagram, e->target) != NULL;
}

static inline gboolean
lists_flows (Drawing *d)
{
  gsize size;
  const char *text = g_bytes_get_data (d->original, &size);

  return g_strstr_len (text, size, "outgoing>") != NULL
         || g_strstr_len (text, size, "sequenceFlow ") == NULL;
}

static inline void
assert_consistent (Drawing *d)
{
  GPtrArray *elements = pt_process_graph_get_elements (d->graph);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (d->graph);
  g_autoptr (GArray) dangling = pt_process_graph_dangling (d->graph);

  for (guint i = 0; i < dangling->len; i++)
    fail_msg ("%s names nothing: %s", g_array_index (dangling, PtDanglingReference, i).attribute,
              g_array_index (dangling, PtDanglingReference, i).value);
  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *e = g_ptr_array_index (elements, i);

      if (is_drawn_type (e) && e->figure == NULL && can_be_drawn (e))
        fail_msg ("%s is not drawn", e->id);
      if (pt_element_family (e) == PT_FAMILY_FLOW)
        check_flow (e, lists_flows (d));
      check_listed_flows (d, e);
      check_boundary (e);
      check_lane (e);
      if (e->type == PT_BPMN_PARTICIPANT)
        check_pool (e);
    }
  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *shown = g_ptr_array_index (diagrams, i);

      assert_non_null (shown->element);
      for (guint j = 0; j < shown->elements->len; j++)
        check_figure (g_ptr_array_index (shown->elements, j));
    }
}

static inline PtPoint
waypoint (Drawing *d, const char *id, guint i)
{
  PtElement *e = element (d, id);

  assert_non_null (e);
  assert_true (e->figure != NULL && e->figure->is_edge && i < e->figure->n_waypoints);
  return e->figure->waypoints[i];
}

static inline void
assert_at (PtPoint p, double x, double y)
{
  if (fabs (p.x - x) + fabs (p.y - y) > 0.05)
    fail_msg ("%g %g instead of %g %g", p.x, p.y, x, y);
}

/* The only flow of @type from @source to @target. */
static inline PtElement *
flow_between (Drawing *d, const char *source, const char *target, PtBpmnType type)
{
  PtElement *from = element (d, source), *found = NULL;

  for (guint i = 0; from->outgoing != NULL && i < from->outgoing->len; i++)
    {
      PtElement *flow = g_ptr_array_index (from->outgoing, i);

      if (flow->target == element (d, target) && flow->type == type)
        {
          assert_null (found);
          found = flow;
        }
    }
  return found;
}

/* What every test of an operation ends with: all holds, the file is valid, one undo takes it back.
 */
static inline void
assert_one_step (Drawing *d)
{
  assert_consistent (d);
  assert_valid (d);
  assert_true (pt_document_can_undo (d->document));
  pt_document_undo (d->document);
  assert_false (pt_document_can_undo (d->document));
  assert_original (d);
  assert_consistent (d);
  pt_document_redo (d->document);
  assert_consistent (d);
  pt_document_undo (d->document);
}
