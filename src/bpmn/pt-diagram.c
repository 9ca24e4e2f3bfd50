/* pt-diagram.c: diagrams and their figures
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-diagram-bands.h"
#include "pt-fonts.h"
#include "pt-graph-private.h"
#include "pt-node.h"

void
pt_figure_free (PtProcessGraph *self, PtDiagramElement *figure)
{
  pt_graph_free (self, figure->id);
  pt_graph_free (self, figure->waypoints);
  pt_graph_free (self, figure->band_kind);
  pt_graph_free (self, pt_figure_record (figure)->references.items);
  pt_graph_free (self, figure);
}

void
pt_diagram_free (PtProcessGraph *self, PtDiagram *diagram)
{
  pt_graph_free (self, diagram->id);
  pt_graph_free (self, diagram->name);
  g_ptr_array_unref (diagram->elements);
  g_clear_pointer (&pt_diagram_record (diagram)->fonts, g_hash_table_unref);
  g_clear_pointer (&pt_diagram_record (diagram)->bands, pt_bands_free);
  pt_graph_free (self, pt_diagram_record (diagram)->references.items);
  pt_graph_free (self, diagram);
}

/* --- figures ---------------------------------------------------------------------------------- */

static void
mark_containers (PtDiagramElement *figure, const PtElement *shown)
{
  PtFamily family = shown ? pt_element_family (shown) : PT_FAMILY_NONE;

  if (family == PT_FAMILY_POOL || family == PT_FAMILY_LANE)
    pt_diagram_record (figure->diagram)->containers_stale = TRUE;
}

/* What is in a sub-process that is drawn shut is hidden, and flows that lead there. */
static void
touch_hidden (PtProcessGraph *self, const PtDiagramElement *figure, const PtElement *shown)
{
  pt_graph_touch_figures_at (self, shown);
  if (pt_figure_record (figure)->expanded == 0)
    pt_graph_touch_figures_within (self, figure->diagram, shown);
}

void
pt_figure_read_in (PtProcessGraph *self, PtDiagram *diagram, xmlNode *node)
{
  gboolean is_edge = pt_xml_is (node, PT_NS_BPMNDI, "BPMNEdge");

  if (!is_edge && !pt_xml_is (node, PT_NS_BPMNDI, "BPMNShape"))
    return;

  PtDiagramElement *figure = g_hash_table_lookup (self->lost_figures, node);
  if (figure)
    g_hash_table_remove (self->lost_figures, node);
  else
    figure = pt_graph_alloc (self, sizeof (PtFigureRecord));
  pt_figure_record (figure)->gone = FALSE;
  figure->node = node;
  figure->diagram = diagram;
  figure->is_edge = is_edge;
  g_hash_table_insert (self->figure_by_node, node, figure);
  for (PtFigureStage stage = 0; stage < PT_N_FIGURE_STAGES; stage++)
    pt_graph_touch_figure (self, figure, stage);
}

void
pt_figure_take_out (PtProcessGraph *self, PtDiagramElement *figure)
{
  PtFigureRecord *record = pt_figure_record (figure);

  mark_containers (figure, figure->element);
  if (figure->element)
    pt_graph_touch_figures_of (self, figure->element->parent);
  if (figure->element)
    touch_hidden (self, figure, figure->element);
  pt_graph_set_references (self, &record->references);
  pt_figure_displace (figure);
  g_hash_table_remove (self->figure_by_node, figure->node);
  g_hash_table_insert (self->lost_figures, figure->node, figure);
  record->gone = TRUE;
  pt_graph_mark_figure_changed (self, figure);
}

/* Whether a sub-process is expanded by itself depends on whether its children are drawn. */
static void
show (PtProcessGraph *self, PtDiagramElement *figure, PtElement *element)
{
  const PtElement *shown[] = { figure->element, element };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      mark_containers (figure, shown[i]);
      if (shown[i])
        pt_graph_touch_figures_of (self, shown[i]->parent);
      if (shown[i])
        touch_hidden (self, figure, shown[i]);
    }
  figure->element = element;
}

void
pt_figure_link (PtProcessGraph *self, PtDiagramElement *figure)
{
  PtFigureRecord *record = pt_figure_record (figure);
  const char *shown = pt_xml_peek (figure->node, "bpmnElement");
  PtElement *element = NULL;

  if (shown && *shown)
    pt_graph_add_reference (self, PT_REFERENCE_FIGURE, figure, shown);
  pt_graph_set_references (self, &record->references);
  for (guint i = 0; i < record->references.n && !element; i++)
    element = pt_reference_target (&record->references.items[i]);

  show (self, figure, element);
  pt_graph_touch (self, element, PT_STAGE_INVERSE);
  pt_graph_touch_figure (self, figure, PT_FIGURE_STAGE_PLACE);
}

/* --- diagrams --------------------------------------------------------------------------------- */

static void
renumber_diagrams (PtProcessGraph *self, guint from)
{
  for (guint i = from; i < self->diagrams->len; i++)
    pt_diagram_record (g_ptr_array_index (self->diagrams, i))->index = i;
}

/* Returns: the place of the BPMNDiagram @node among the known ones */
static guint
diagram_index (PtProcessGraph *self, const xmlNode *node)
{
  for (const xmlNode *before = node->prev; before; before = before->prev)
    {
      const PtDiagram *diagram = pt_process_graph_get_diagram_by_node (self, before);

      if (diagram)
        return pt_diagram_record (diagram)->index + 1;
    }
  return 0;
}

static void
read_fonts (PtDiagram *diagram)
{
  PtDiagramRecord *record = pt_diagram_record (diagram);
  GHashTable *before = record->fonts;

  record->fonts = pt_fonts_read (diagram->node);
  pt_fonts_forget (record->graph);
  if (!before)
    return;
  if (g_hash_table_size (before) + g_hash_table_size (record->fonts) > 0)
    pt_fonts_touch_labels (record->graph);
  g_ptr_array_add (record->graph->lost_fonts, before);
}

void
pt_diagram_read (PtDiagram *diagram)
{
  PtDiagramRecord *record = pt_diagram_record (diagram);
  const char *shown = NULL;

  pt_graph_set_text (record->graph, &diagram->id, pt_xml_peek (diagram->node, "id"));
  pt_graph_set_text (record->graph, &diagram->name, pt_xml_peek (diagram->node, "name"));
  diagram->plane = pt_node_child (diagram->node, PT_NS_BPMNDI, "BPMNPlane");
  if (diagram->plane)
    shown = pt_xml_peek (diagram->plane, "bpmnElement");
  if (shown && *shown)
    pt_graph_add_reference (record->graph, PT_REFERENCE_PLANE, diagram, shown);
  pt_graph_set_references (record->graph, &record->references);
  record->graph->planes_stale = TRUE;
  read_fonts (diagram);
}

/* So far apart that no diagram reaches the versions of another. */
static guint64
first_version (void)
{
  static int n_diagrams;
  return ((guint64)(guint)g_atomic_int_add (&n_diagrams, 1) << 32) + 1;
}

void
pt_diagram_read_in (PtProcessGraph *self, xmlNode *node)
{
  PtDiagram *diagram = g_hash_table_lookup (self->lost_diagrams, node);
  guint index;

  if (diagram)
    g_hash_table_remove (self->lost_diagrams, node);
  else
    {
      diagram = pt_graph_alloc (self, sizeof (PtDiagramRecord));
      diagram->elements = g_ptr_array_new ();
      diagram->version = first_version ();
      pt_diagram_record (diagram)->graph = self;
    }
  diagram->node = node;
  index = diagram_index (self, node);
  g_ptr_array_insert (self->diagrams, (int)index, diagram);
  g_hash_table_insert (self->diagram_by_node, node, diagram);
  renumber_diagrams (self, index);
  pt_diagram_read (diagram);
  for (xmlNode *child = diagram->plane ? pt_xml_first_element (diagram->plane) : NULL; child;
       child = pt_xml_next_element (child))
    pt_figure_read_in (self, diagram, child);
}

void
pt_diagram_take_out (PtProcessGraph *self, PtDiagram *diagram)
{
  while (diagram->elements->len > 0)
    pt_figure_take_out (self, diagram->elements->pdata[diagram->elements->len - 1]);
  pt_graph_set_references (self, &pt_diagram_record (diagram)->references);
  g_ptr_array_remove (self->diagrams, diagram);
  g_hash_table_remove (self->diagram_by_node, diagram->node);
  renumber_diagrams (self, 0);
  g_hash_table_insert (self->lost_diagrams, diagram->node, diagram);
  pt_fonts_forget (self);
  if (g_hash_table_size (pt_diagram_record (diagram)->fonts) > 0)
    pt_fonts_touch_labels (self);
  if (self->shown == diagram)
    self->shown = NULL;
}

/* --- looking ---------------------------------------------------------------------------------- */

PtDiagramElement *
pt_diagram_find (PtDiagram *diagram, const PtElement *element)
{
  const PtId *id = element ? pt_element_record (element)->id : NULL;
  PtDiagramElement *found = NULL;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    {
      PtDiagramElement *figure = r->owner;
      if (r->kind == PT_REFERENCE_FIGURE && figure->diagram == diagram
          && pt_reference_target (r) == element && (!found || figure->z < found->z))
        found = figure;
    }
  return found;
}

PtBounds
pt_diagram_bounds (PtDiagram *diagram)
{
  PtBounds all = { 0 };

  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);
      if (figure->is_hidden)
        continue;
      all = pt_bounds_union (all, figure->bounds);
      if (figure->has_label)
        all = pt_bounds_union (all, figure->label);
    }
  return all;
}
