/* pt-figure-read.c: shapes and edges as their nodes describe them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fonts.h"
#include "pt-graph-private.h"
#include "pt-node.h"

static gboolean
read_colour (const xmlNode *node, const char *name, const char *bioc_name, guint32 *rgb)
{
  return pt_colour_parse (pt_node_attribute_ns (node, PT_NS_COLOR, name), rgb)
         || pt_colour_parse (pt_node_attribute_ns (node, PT_NS_BIOC, bioc_name), rgb);
}

/* Returns: 1, 0, or -1 when the attribute is absent or no boolean */
static int
read_choice (const xmlNode *node, const char *name)
{
  gboolean if_true = pt_node_is_true (node, name, FALSE);

  return if_true == pt_node_is_true (node, name, TRUE) ? if_true : -1;
}

static void
read_waypoints (PtProcessGraph *self, PtDiagramElement *figure)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PtPoint));

  for (xmlNode *child = pt_xml_first_element (figure->node); child;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_DI, "waypoint"))
      {
        PtPoint point = { pt_node_number (child, "x"), pt_node_number (child, "y") };
        g_array_append_val (points, point);
      }

  pt_graph_free (self, figure->waypoints);
  figure->waypoints = NULL;
  figure->n_waypoints = points->len >= 2 ? points->len : 0;
  if (figure->n_waypoints > 0)
    figure->waypoints = pt_graph_copy (self, points->data, points->len * sizeof (PtPoint));
  figure->bounds = pt_points_bounds (figure->waypoints, figure->n_waypoints);
}

static void
read_label (PtDiagramElement *figure)
{
  const xmlNode *label = pt_node_child (figure->node, PT_NS_BPMNDI, "BPMNLabel");
  gboolean has_bounds;

  figure->has_label = FALSE;
  figure->label = (PtBounds){ 0 };
  figure->font = NULL;
  figure->has_label_color = FALSE;
  if (!label)
    return;
  figure->label = pt_node_bounds (label, &has_bounds);
  figure->has_label = has_bounds;
  figure->font = pt_fonts_find (pt_diagram_record (figure->diagram)->graph,
                                pt_xml_peek (label, "labelStyle"));
  figure->has_label_color
      = pt_colour_parse (pt_node_attribute_ns (label, PT_NS_COLOR, "color"), &figure->label_color);
}

static void
read_message (PtDiagramElement *figure)
{
  const char *kind = pt_xml_peek (figure->node, "messageVisibleKind");

  figure->message_visible
      = figure->is_edge ? kind != NULL : pt_node_is_true (figure->node, "isMessageVisible", FALSE);
  figure->message_initiating = g_strcmp0 (kind, "initiating") == 0;
}

/* Some tools leave the first of the kinds out as if it were the default. */
static void
read_band (PtProcessGraph *self, PtDiagramElement *figure)
{
  const char *kind = pt_xml_peek (figure->node, "participantBandKind");

  if (!kind && pt_xml_peek (figure->node, "choreographyActivityShape"))
    kind = "top_initiating";
  pt_graph_set_text (self, &figure->band_kind, kind);
}

void
pt_figure_read (PtProcessGraph *self, PtDiagramElement *figure)
{
  PtFigureRecord *record = pt_figure_record (figure);
  const xmlNode *node = figure->node;

  pt_graph_set_text (self, &figure->id, pt_xml_peek (node, "id"));
  if (figure->is_edge)
    read_waypoints (self, figure);
  else
    figure->bounds = pt_node_bounds (node, NULL);
  read_label (figure);
  read_message (figure);
  figure->is_marker_visible = pt_node_is_true (node, "isMarkerVisible", FALSE);
  read_band (self, figure);
  figure->has_fill = read_colour (node, "background-color", "fill", &figure->fill);
  figure->has_stroke = read_colour (node, "border-color", "stroke", &figure->stroke);

  record->is_band = figure->band_kind != NULL;
  record->horizontal = read_choice (node, "isHorizontal");
  record->expanded = read_choice (node, "isExpanded");
}
