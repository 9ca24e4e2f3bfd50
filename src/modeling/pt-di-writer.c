/* pt-di-writer.c: the one place that writes diagram interchange (BPMN 2.0, clause 12)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-di-writer.h"

#include <math.h>
#include <string.h>

/* Three decimals are a thousandth of a pixel; whole numbers are written whole. */
static const char *
format_number (char buffer[G_ASCII_DTOSTR_BUF_SIZE], double value)
{
  char *end;

  if (fabs (value) < 0.0005)
    value = 0;
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return buffer;
}

typedef struct
{
  const char *name;
  double value;
} Number;

/* A number that stays is left as the file spells it. */
static gboolean
has_number (const xmlNode *node, const Number *number)
{
  g_autofree char *text = pt_xml_attribute (node, number->name);

  return text != NULL && fabs (g_ascii_strtod (text, NULL) - number->value) < 0.0005;
}

/* On a loose element there is nothing to journal. */
static void
write_numbers (PtDraft *draft, xmlNode *node, const Number *numbers, guint n, gboolean loose)
{
  for (guint i = 0; i < n; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      format_number (buffer, numbers[i].value);
      if (loose)
        xmlSetProp (node, (const xmlChar *)numbers[i].name, (const xmlChar *)buffer);
      else if (!has_number (node, &numbers[i]))
        pt_document_set_attribute (draft->document, node, NULL, numbers[i].name, buffer);
    }
}

static void
write_bounds (PtDraft *draft, xmlNode *node, PtBounds b, gboolean loose)
{
  const Number numbers[]
      = { { "x", b.x }, { "y", b.y }, { "width", b.width }, { "height", b.height } };

  write_numbers (draft, node, numbers, G_N_ELEMENTS (numbers), loose);
}

static void
write_point (PtDraft *draft, xmlNode *node, PtPoint p, gboolean loose)
{
  const Number numbers[] = { { "x", p.x }, { "y", p.y } };

  write_numbers (draft, node, numbers, G_N_ELEMENTS (numbers), loose);
}

/* --- making --- */

static xmlNode *
make (PtDraft *draft, const char *ns_uri, const char *hint, const char *name)
{
  return pt_document_make_element (draft->document, pt_document_get_root (draft->document), ns_uri,
                                   hint, name);
}

static xmlNode *
make_bounds (PtDraft *draft, PtBounds bounds)
{
  xmlNode *node = make (draft, PT_NS_DC, "dc", "Bounds");

  write_bounds (draft, node, bounds, TRUE);
  return node;
}

static xmlNode *
make_waypoint (PtDraft *draft, PtPoint p)
{
  xmlNode *node = make (draft, PT_NS_DI, "di", "waypoint");

  write_point (draft, node, p, TRUE);
  return node;
}

/* The id of the figure of @id: the same with "_di", or where that is taken a free one. */
static char *
figure_id (PtDraft *draft, const char *id)
{
  g_autofree char *usual = g_strconcat (id, "_di", NULL);

  if (pt_document_get_by_id (draft->document, usual) == NULL)
    return g_steal_pointer (&usual);
  return pt_document_make_id (draft->document, usual);
}

static xmlNode *
make_figure (PtDraft *draft, const char *tag, xmlNode *element)
{
  xmlNode *figure = make (draft, PT_NS_BPMNDI, "bpmndi", tag);
  g_autofree char *element_id = pt_xml_attribute (element, "id");
  g_autofree char *id = figure_id (draft, element_id);

  xmlSetProp (figure, BAD_CAST "id", (const xmlChar *)id);
  xmlSetProp (figure, BAD_CAST "bpmnElement", (const xmlChar *)element_id);
  return figure;
}

PtShapeStyle
pt_di_style_of (PtBpmnType type, gboolean collapsed, gboolean vertical)
{
  PtShapeStyle style = { 0 };
  PtFamily family = pt_bpmn_type_info (type)->family;

  if (family == PT_FAMILY_POOL || family == PT_FAMILY_LANE)
    style.is_horizontal = vertical ? "false" : "true";
  if (pt_bpmn_type_is_a (type, PT_BPMN_SUB_PROCESS))
    style.is_expanded = collapsed ? "false" : "true";
  if (type == PT_BPMN_EXCLUSIVE_GATEWAY)
    style.is_marker_visible = "true";
  return style;
}

xmlNode *
pt_di_make_shape (PtDraft *draft, xmlNode *element, PtShapeStyle style, PtBounds bounds)
{
  xmlNode *shape = make_figure (draft, "BPMNShape", element);
  const struct
  {
    const char *name, *value;
  } flags[] = { { "isHorizontal", style.is_horizontal },
                { "isExpanded", style.is_expanded },
                { "isMarkerVisible", style.is_marker_visible } };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].value != NULL)
      xmlSetProp (shape, (const xmlChar *)flags[i].name, (const xmlChar *)flags[i].value);
  xmlAddChild (shape, make_bounds (draft, bounds));
  return shape;
}

xmlNode *
pt_di_make_edge (PtDraft *draft, xmlNode *element, const GArray *points)
{
  xmlNode *edge = make_figure (draft, "BPMNEdge", element);

  for (guint i = 0; i < points->len; i++)
    xmlAddChild (edge, make_waypoint (draft, g_array_index (points, PtPoint, i)));
  return edge;
}

void
pt_di_add_shape (PtDraft *draft,
                 PtDiagram *diagram,
                 xmlNode *element,
                 PtShapeStyle style,
                 PtBounds bounds,
                 xmlNode *above,
                 gboolean behind_all)
{
  xmlNode *shape = pt_di_make_shape (draft, element, style, bounds);
  xmlNode *before = NULL;

  if (above != NULL)
    before = pt_xml_next_element (above);
  else if (behind_all)
    for (before = pt_xml_first_element (diagram->plane);
         before != NULL && !pt_xml_is (before, PT_NS_BPMNDI, "BPMNShape")
         && !pt_xml_is (before, PT_NS_BPMNDI, "BPMNEdge");)
      before = pt_xml_next_element (before);
  pt_document_insert (draft->document, diagram->plane, before, shape);
}

void
pt_di_add_edge (PtDraft *draft, PtDiagram *diagram, xmlNode *element, const GArray *points)
{
  pt_document_insert (draft->document, diagram->plane, NULL,
                      pt_di_make_edge (draft, element, points));
}

/* --- changing --- */

static xmlNode *
find_child (xmlNode *parent, const char *ns_uri, const char *name)
{
  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, ns_uri, name))
      return child;
  return NULL;
}

static void
insert_child (PtDraft *draft, xmlNode *parent, xmlNode *child)
{
  pt_document_insert (draft->document, parent,
                      pt_bpmn_insertion_point (parent, (const char *)child->name), child);
}

void
pt_di_set_bounds (PtDraft *draft, xmlNode *shape, PtBounds bounds)
{
  xmlNode *node = find_child (shape, PT_NS_DC, "Bounds");

  if (node != NULL)
    write_bounds (draft, node, bounds, FALSE);
  else
    insert_child (draft, shape, make_bounds (draft, bounds));
}

/* Waypoints that stay keep their elements; only what is too few or too many comes and goes. */
void
pt_di_set_waypoints (PtDraft *draft, xmlNode *edge, const GArray *points)
{
  xmlNode *node = find_child (edge, PT_NS_DI, "waypoint");
  guint i = 0;

  while (node != NULL)
    {
      xmlNode *next = pt_xml_next_element (node);
      gboolean is_waypoint = pt_xml_is (node, PT_NS_DI, "waypoint");

      if (is_waypoint && i < points->len)
        write_point (draft, node, g_array_index (points, PtPoint, i++), FALSE);
      else if (is_waypoint)
        pt_document_remove (draft->document, node);
      node = next;
    }
  for (; i < points->len; i++)
    insert_child (draft, edge, make_waypoint (draft, g_array_index (points, PtPoint, i)));
}

void
pt_di_set_label (PtDraft *draft, xmlNode *figure, PtBounds bounds)
{
  xmlNode *label = find_child (figure, PT_NS_BPMNDI, "BPMNLabel");
  xmlNode *node = label != NULL ? find_child (label, PT_NS_DC, "Bounds") : NULL;

  if (node != NULL)
    {
      write_bounds (draft, node, bounds, FALSE);
      return;
    }
  if (label == NULL)
    {
      label = make (draft, PT_NS_BPMNDI, "bpmndi", "BPMNLabel");
      insert_child (draft, figure, label);
    }
  insert_child (draft, label, make_bounds (draft, bounds));
}

void
pt_di_shift_label (PtDraft *draft, PtDiagramElement *figure, double dx, double dy)
{
  PtBounds b = figure->label;

  if (!figure->has_label || (dx == 0 && dy == 0))
    return;
  b.x += dx;
  b.y += dy;
  pt_di_set_label (draft, figure->node, b);
}

void
pt_di_set_flag (PtDraft *draft, xmlNode *figure, const char *name, const char *value)
{
  pt_document_set_attribute (draft->document, figure, NULL, name, value);
}

GArray *
pt_di_waypoints (const PtDiagramElement *edge)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PtPoint));

  g_array_append_vals (points, edge->waypoints, edge->n_waypoints);
  return points;
}
