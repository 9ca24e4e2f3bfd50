/* pt-graph-queues.c: what has to pass which stage again, and passing it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

/* Placing figures one by one beats sorting a large diagram only while they are few. */
#define MANY_FIGURES 64

void
pt_graph_mark_changed (PtProcessGraph *self, PtElement *element)
{
  PtElementRecord *record = pt_element_record (element);

  if (record->changed || self->is_reading)
    return;
  record->changed = TRUE;
  g_ptr_array_add (self->changed_elements, element);
}

void
pt_graph_mark_figure_changed (PtProcessGraph *self, PtDiagramElement *figure)
{
  PtFigureRecord *record = pt_figure_record (figure);

  if (record->changed || self->is_reading)
    return;
  record->changed = TRUE;
  g_ptr_array_add (self->changed_figures, figure);
}

void
pt_graph_touch (PtProcessGraph *self, PtElement *element, PtStage stage)
{
  if (!element)
    return;

  PtElementRecord *record = pt_element_record (element);
  pt_graph_mark_changed (self, element);
  if (record->pending & (1u << stage))
    return;
  record->pending |= 1u << stage;
  g_ptr_array_add (self->queues[stage], element);
}

void
pt_graph_touch_figure (PtProcessGraph *self, PtDiagramElement *figure, PtFigureStage stage)
{
  PtFigureRecord *record = pt_figure_record (figure);

  pt_graph_mark_figure_changed (self, figure);
  if (record->pending & (1u << stage))
    return;
  record->pending |= 1u << stage;
  g_ptr_array_add (self->figure_queues[stage], figure);
}

/* @diagram: (nullable): NULL for all. Returns: whether there are any */
static gboolean
touch_figures_on (PtProcessGraph *self, const PtDiagram *diagram, const PtElement *element)
{
  const PtId *id = element ? pt_element_record (element)->id : NULL;
  gboolean any = FALSE;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    {
      PtDiagramElement *figure = r->owner;

      if (r->kind != PT_REFERENCE_FIGURE || pt_reference_target (r) != element
          || (diagram && figure->diagram != diagram))
        continue;
      pt_graph_touch_figure (self, figure, PT_FIGURE_STAGE_PLACE);
      any = TRUE;
    }
  return any;
}

void
pt_graph_touch_figures_of (PtProcessGraph *self, const PtElement *element)
{
  touch_figures_on (self, NULL, element);
}

void
pt_graph_touch_figures_at (PtProcessGraph *self, const PtElement *element)
{
  GPtrArray *lists[] = { element->incoming, element->outgoing };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] && i < lists[l]->len; i++)
      pt_graph_touch_figures_of (self, g_ptr_array_index (lists[l], i));
}

void
pt_graph_touch_figures_within (PtProcessGraph *self, PtDiagram *diagram, const PtElement *element)
{
  for (guint i = 0; element->children && i < element->children->len; i++)
    {
      const PtElement *child = g_ptr_array_index (element->children, i);

      if (touch_figures_on (self, diagram, child))
        pt_graph_touch_figures_at (self, child);
      pt_graph_touch_figures_within (self, diagram, child);
    }
}

static void
read_figure (PtProcessGraph *self, PtDiagramElement *figure)
{
  int expanded = pt_figure_record (figure)->expanded;

  pt_figure_read (self, figure);
  if (pt_figure_record (figure)->expanded == 0)
    self->any_shut = TRUE;
  if (figure->element && (expanded == 0) != (pt_figure_record (figure)->expanded == 0))
    pt_graph_touch_figures_within (self, figure->diagram, figure->element);
  pt_graph_touch_figure (self, figure, PT_FIGURE_STAGE_PLACE);
}

/* The room that a whole file needed is given back; that of a change will do for the next one. */
static void
empty (PtProcessGraph *self, GPtrArray **queue)
{
  g_ptr_array_set_size (*queue, 0);
  if (!self->is_reading)
    return;
  g_ptr_array_unref (*queue);
  *queue = g_ptr_array_new ();
}

/* Queues grow while they are worked off. */
static void
run_stage (PtProcessGraph *self, PtStage stage)
{
  static void (*const visit[PT_N_STAGES]) (PtProcessGraph *, PtElement *) = {
    [PT_STAGE_REFERENCES] = pt_graph_read_references,
    [PT_STAGE_LINKS] = pt_graph_link,
    [PT_STAGE_INVERSE] = pt_graph_gather,
    [PT_STAGE_FACTS] = pt_graph_read_facts,
  };
  GPtrArray *queue = self->queues[stage];

  for (guint i = 0; i < queue->len; i++)
    {
      PtElement *element = g_ptr_array_index (queue, i);
      pt_element_record (element)->pending &= ~(1u << stage);
      if (!pt_element_record (element)->gone)
        visit[stage](self, element);
    }
  empty (self, &self->queues[stage]);
}

static void
run_figure_stage (PtProcessGraph *self, PtFigureStage stage)
{
  static void (*const visit[PT_N_FIGURE_STAGES]) (PtProcessGraph *, PtDiagramElement *) = {
    [PT_FIGURE_STAGE_READ] = read_figure,
    [PT_FIGURE_STAGE_LINK] = pt_figure_link,
    [PT_FIGURE_STAGE_PLACE] = pt_figure_place,
  };
  GPtrArray *queue = self->figure_queues[stage];
  gboolean many = stage == PT_FIGURE_STAGE_PLACE && queue->len > MANY_FIGURES;

  for (guint i = 0; i < queue->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (queue, i);
      pt_figure_record (figure)->pending &= ~(1u << stage);
      if (pt_figure_record (figure)->gone)
        continue;
      if (many)
        pt_diagram_record (figure->diagram)->unsorted = TRUE;
      else
        visit[stage](self, figure);
    }
  empty (self, &self->figure_queues[stage]);
}

static void
sort_diagrams (PtProcessGraph *self)
{
  for (guint i = 0; i < self->diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (self->diagrams, i);
      if (pt_diagram_record (diagram)->unsorted)
        pt_diagram_sort (self, diagram);
    }
}

static void
read_directions (PtProcessGraph *self)
{
  for (guint i = 0; i < self->diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (self->diagrams, i);
      if (pt_diagram_record (diagram)->containers_stale)
        pt_diagram_read_directions (self, diagram);
    }
}

/* Returns: (nullable): what holds the lowest shape on a diagram that does not say what it shows */
static PtElement *
guess_plane (const PtDiagram *diagram)
{
  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (!figure->element || figure->is_edge)
        continue;
      return figure->element->type == PT_BPMN_LANE ? figure->element->process
                                                   : figure->element->parent;
    }
  return NULL;
}

static void
link_planes (PtProcessGraph *self)
{
  gboolean adrift = FALSE;

  for (guint i = 0; (self->planes_stale || self->planes_adrift) && i < self->diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (self->diagrams, i);
      const PtReferences *references = &pt_diagram_record (diagram)->references;

      diagram->element = NULL;
      for (guint j = 0; j < references->n && !diagram->element; j++)
        diagram->element = pt_reference_target (&references->items[j]);
      adrift = adrift || !diagram->element;
      if (!diagram->element)
        diagram->element = guess_plane (diagram);
    }
  self->planes_stale = FALSE;
  self->planes_adrift = adrift;
}

/* Whoever refers to a changed element may show something of it: a group its category value's text,
 * an event the message of a shared definition. Returns: whether somebody is queued */
static gboolean
spread (PtProcessGraph *self)
{
  for (; self->n_spread < self->changed_elements->len; self->n_spread++)
    {
      PtElement *element = g_ptr_array_index (self->changed_elements, self->n_spread);
      const PtId *id = pt_element_record (element)->id;

      for (PtReference *r = id ? id->references : NULL; r; r = r->next)
        if ((r->kind == PT_REFERENCE_REF || r->kind == PT_REFERENCE_EVENT_REF
             || r->kind == PT_REFERENCE_DEFINITION)
            && pt_reference_target (r) == element)
          pt_graph_touch (self, r->owner, PT_STAGE_LINKS);
    }
  return self->queues[PT_STAGE_LINKS]->len > 0;
}

void
pt_graph_run_stages (PtProcessGraph *self)
{
  do
    {
      run_stage (self, PT_STAGE_REFERENCES);
      run_stage (self, PT_STAGE_LINKS);
      for (PtFigureStage stage = 0; stage < PT_N_FIGURE_STAGES; stage++)
        run_figure_stage (self, stage);
      sort_diagrams (self);
      run_stage (self, PT_STAGE_INVERSE);
      run_stage (self, PT_STAGE_FACTS);
    }
  while (spread (self));
  link_planes (self);
  read_directions (self);
}
