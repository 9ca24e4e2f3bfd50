/* graph-dump.h: all that the views say, as text to compare
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

/* An element is named by its node where two states of one graph are compared, and by its place
 * where two graphs are. */
typedef struct
{
  PtProcessGraph *graph;
  gboolean by_node;
} Dump;

static inline void
dump_reference (GString *out, const Dump *dump, const char *field, const PtElement *element)
{
  guint index = 0;

  if (!element)
    return;
  if (dump->by_node)
    g_string_append_printf (out, " %s=%p", field, (void *)element->node);
  else if (g_ptr_array_find (pt_process_graph_get_elements (dump->graph), element, &index))
    g_string_append_printf (out, " %s=%u:%s", field, index, element->id);
  else
    g_string_append_printf (out, " %s=stale", field);
}

static inline void
dump_list (GString *out, const Dump *dump, const char *field, const GPtrArray *list)
{
  if (!list || list->len == 0)
    return;
  g_string_append_printf (out, " %s=[", field);
  for (guint i = 0; i < list->len; i++)
    dump_reference (out, dump, "", g_ptr_array_index (list, i));
  g_string_append (out, " ]");
}

static inline void
dump_bounds (GString *out, const char *field, PtBounds b)
{
  g_string_append_printf (out, " %s=%g,%g,%g,%g", field, b.x, b.y, b.width, b.height);
}

static inline void
dump_links (GString *out, const Dump *dump, const PtElement *e)
{
  dump_reference (out, dump, "parent", e->parent);
  dump_list (out, dump, "children", e->children);
  dump_reference (out, dump, "source", e->source);
  dump_reference (out, dump, "target", e->target);
  dump_list (out, dump, "incoming", e->incoming);
  dump_list (out, dump, "outgoing", e->outgoing);
  dump_reference (out, dump, "default", e->default_flow);
  dump_reference (out, dump, "lane", e->lane);
  dump_reference (out, dump, "process", e->process);
  dump_reference (out, dump, "participant", e->participant);
  dump_reference (out, dump, "attached-to", e->attached_to);
  dump_list (out, dump, "boundary-events", e->boundary_events);
  dump_reference (out, dump, "ref", e->ref);
  dump_reference (out, dump, "event-ref", e->event_ref);
}

static inline char *
dump_element (const Dump *dump, const PtElement *e)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%d id=%s name=%s", e->type, e->id, e->name);
  dump_links (out, dump, e);
  g_string_append_printf (out,
                          " event=%d*%u loop=%d state=%s association=%d flags=%d%d%d%d%d%d%d%d%d%d",
                          e->event_definition, e->n_event_definitions, e->loop, e->data_state,
                          e->association_direction, e->non_interrupting, e->parallel_multiple,
                          e->triggered_by_event, e->for_compensation, e->instantiate,
                          e->event_gateway_parallel, e->is_collection, e->has_condition,
                          e->initiating, e->multiplicity);
  if (e->figure)
    g_string_append_printf (out, " figure=%p", (void *)e->figure->node);
  return g_string_free (out, FALSE);
}

static inline char *
dump_figure (const Dump *dump, const PtDiagramElement *f)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%p id=%s", (void *)f->node, f->id);
  dump_reference (out, dump, "element", f->element);
  dump_bounds (out, "bounds", f->bounds);
  for (guint i = 0; i < f->n_waypoints; i++)
    g_string_append_printf (out, " (%g,%g)", f->waypoints[i].x, f->waypoints[i].y);
  if (f->has_label)
    dump_bounds (out, "label", f->label);
  g_string_append_printf (out, " flags=%d%d%d%d%d%d%d band=%s", f->is_edge, f->is_horizontal,
                          f->is_expanded, f->is_hidden, f->is_marker_visible, f->message_visible,
                          f->message_initiating, f->band_kind);
  if (f->has_fill)
    g_string_append_printf (out, " fill=%06x", f->fill);
  if (f->has_stroke)
    g_string_append_printf (out, " stroke=%06x", f->stroke);
  if (f->has_label_color)
    g_string_append_printf (out, " label-color=%06x", f->label_color);
  if (f->font)
    g_string_append_printf (out, " font=%s,%g,%d%d%d%d", f->font->family, f->font->size,
                            f->font->bold, f->font->italic, f->font->underline,
                            f->font->strike_through);
  return g_string_free (out, FALSE);
}

static inline char *
dump_graph (PtProcessGraph *graph)
{
  const Dump dump = { graph, FALSE };
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *line = dump_element (&dump, g_ptr_array_index (elements, i));
      g_string_append_printf (out, "%u: %s\n", i, line);
    }
  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      g_string_append_printf (out, "diagram %s %s plane=%p", diagram->id, diagram->name,
                              (void *)diagram->plane);
      dump_reference (out, &dump, "element", diagram->element);
      for (guint j = 0; j < diagram->elements->len; j++)
        {
          g_autofree char *line = dump_figure (&dump, g_ptr_array_index (diagram->elements, j));
          g_string_append_printf (out, "\n  %u: %s", j, line);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
