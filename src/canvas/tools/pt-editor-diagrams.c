/* pt-editor-diagrams.c: which diagram is edited: into insides and out again
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

#include <glib/gi18n-lib.h>

#include "pt-facts.h"
#include "pt-inside.h"

/* ----- the way to it -------------------------------------------------------------------------- */

static void
set_path (PtEditor *self, GPtrArray *path)
{
  g_ptr_array_unref (self->path);
  self->path = path;
}

/* Called processes stand in no one place: one comes back to where one went in. */
static void
extend_path (PtEditor *self, PtDiagram *diagram)
{
  guint place;

  if (g_ptr_array_find (self->path, diagram, &place))
    g_ptr_array_set_size (self->path, (int)place + 1);
  else
    g_ptr_array_add (self->path, diagram);
}

GPtrArray *
pt_editor_get_path (PtEditor *self)
{
  return self->path;
}

static void
show_diagram (PtEditor *self, PtDiagram *diagram)
{
  pt_editor_read_diagram (self, diagram);
  pt_process_graph_set_shown (self->graph, diagram);
}

static void
start_at (PtEditor *self, PtDiagram *diagram)
{
  set_path (self, diagram != NULL ? pt_diagram_path (diagram) : g_ptr_array_new ());
  show_diagram (self, diagram);
}

void
pt_editor_begin_diagram (PtEditor *self, PtDiagram *diagram)
{
  self->path = g_ptr_array_new ();
  start_at (self, diagram);
}

/* What was going on with the old diagram ends. */
static void
leave_diagram (PtEditor *self)
{
  pt_editor_cancel (self);
  pt_editor_set_tool (self, PT_TOOL_SELECT);
  pt_editor_set_hover (self, NULL);
}

static void
arrive (PtEditor *self)
{
  pt_editor_emit_diagram_changed (self);
  pt_editor_select (self, NULL);
  pt_editor_queue_overlay (self);
}

void
pt_editor_set_diagram (PtEditor *self, PtDiagram *diagram)
{
  if (diagram == self->diagram)
    return;
  leave_diagram (self);
  start_at (self, diagram);
  arrive (self);
}

/* ----- following the graph -------------------------------------------------------------------- */

/* Diagrams that are gone are only compared with those there are. */
static void
drop_lost (PtEditor *self, GPtrArray *diagrams)
{
  for (guint i = self->path->len; i-- > 0;)
    if (!g_ptr_array_find (diagrams, g_ptr_array_index (self->path, i), NULL))
      g_ptr_array_remove_index (self->path, i);
}

static PtDiagram *
nearest_left (PtEditor *self)
{
  return self->path->len > 0 ? g_ptr_array_index (self->path, self->path->len - 1)
                             : pt_process_graph_first_diagram (self->graph);
}

static PtDiagram *
find_changed (GPtrArray *figures, const PtDiagram *shown, GPtrArray *diagrams)
{
  PtDiagram *found = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      PtDiagram *diagram = ((PtDiagramElement *)g_ptr_array_index (figures, i))->diagram;

      if (diagram == shown)
        return diagram;
      if (found == NULL && g_ptr_array_find (diagrams, diagram, NULL))
        found = diagram;
    }
  return found;
}

/* What is undone should be seen: where nothing changed here, the diagram where something did. */
static PtDiagram *
diagram_of_change (PtEditor *self, const PtGraphChange *change, GPtrArray *diagrams)
{
  PtDiagram *diagram = find_changed (change->figures, self->diagram, diagrams);

  return diagram != NULL ? diagram
                         : find_changed (change->removed_figures, self->diagram, diagrams);
}

gboolean
pt_editor_follow_diagrams (PtEditor *self, const PtGraphChange *change)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (self->graph);
  PtDiagram *shown = pt_process_graph_get_shown (self->graph), *next;

  drop_lost (self, diagrams);
  next = shown != NULL ? shown : nearest_left (self);
  if (shown != NULL && self->stepping)
    {
      PtDiagram *changed = diagram_of_change (self, change, diagrams);

      next = changed != NULL ? changed : next;
    }
  if (next == self->diagram && shown == next)
    return FALSE;
  start_at (self, next);
  pt_editor_emit_diagram_changed (self);
  return TRUE;
}

void
pt_editor_undo (PtEditor *self)
{
  pt_editor_cancel (self);
  self->stepping = TRUE;
  pt_document_undo (pt_process_graph_get_document (self->graph));
  self->stepping = FALSE;
}

void
pt_editor_redo (PtEditor *self)
{
  pt_editor_cancel (self);
  self->stepping = TRUE;
  pt_document_redo (pt_process_graph_get_document (self->graph));
  self->stepping = FALSE;
}

/* ----- in and out ----------------------------------------------------------------------------- */

gboolean
pt_editor_can_go_inside (PtEditor *self, const char *id)
{
  const PtDiagramElement *figure = pt_editor_figure (self, id);

  return figure != NULL && pt_inside_is_offered (figure);
}

static void
enter (PtEditor *self, PtDiagram *diagram)
{
  if (diagram == self->diagram)
    return;
  leave_diagram (self);
  extend_path (self, diagram);
  show_diagram (self, diagram);
  arrive (self);
}

static void
explain (PtEditor *self, const PtDiagramElement *figure)
{
  if (pt_facts_is_a (figure, PT_BPMN_CALL_ACTIVITY) && pt_figure_inside_element (figure) == NULL)
    pt_editor_say (self, _ ("What is called here is not in this file."));
}

static PtDiagram *
make_inside (PtEditor *self, const PtElement *inside)
{
  g_autofree char *id = g_strdup (inside->id);
  gboolean is_empty = inside->children == NULL;

  if (!pt_modeling_give_diagram (self->graph, id))
    return NULL;
  if (!is_empty)
    pt_editor_say (self, _ ("The inside has a diagram of its own now. Undo puts it back."));
  return pt_element_get_diagram (pt_process_graph_get (self->graph, id));
}

gboolean
pt_editor_go_inside (PtEditor *self, const char *id)
{
  const PtDiagramElement *figure = pt_editor_figure (self, id);
  PtDiagram *inside;

  if (figure == NULL || !pt_inside_is_offered (figure))
    {
      if (figure != NULL)
        explain (self, figure);
      return FALSE;
    }
  inside = pt_figure_inside_diagram (figure);
  if (inside == NULL)
    inside = make_inside (self, pt_figure_inside_element (figure));
  if (inside != NULL)
    enter (self, inside);
  return inside != NULL;
}

gboolean
pt_editor_move_out (PtEditor *self, const char *id)
{
  const PtDiagramElement *figure = pt_editor_figure (self, id);
  PtDiagram *inside = figure != NULL ? make_inside (self, figure->element) : NULL;

  if (inside != NULL)
    enter (self, inside);
  return inside != NULL;
}

/* The figure on @outer that one had gone into to get to @inner. */
static const char *
door (PtDiagram *outer, const PtDiagram *inner)
{
  for (guint i = 0; i < outer->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (outer->elements, i);

      if (!figure->is_edge && !figure->is_hidden && pt_facts_id (figure) != NULL
          && pt_figure_inside_diagram (figure) == inner)
        return pt_facts_id (figure);
    }
  return NULL;
}

gboolean
pt_editor_can_go_outside (PtEditor *self)
{
  return self->path->len > 1;
}

gboolean
pt_editor_go_outside (PtEditor *self)
{
  PtDiagram *inner = self->diagram, *outer;

  if (!pt_editor_can_go_outside (self))
    return FALSE;
  outer = g_ptr_array_index (self->path, self->path->len - 2);
  enter (self, outer);
  if (door (outer, inner) != NULL)
    pt_editor_select_one (self, door (outer, inner));
  return TRUE;
}

void
pt_editor_go_back_to (PtEditor *self, PtDiagram *diagram)
{
  if (g_ptr_array_find (self->path, diagram, NULL))
    enter (self, diagram);
}

/* ----- where something is drawn --------------------------------------------------------------- */

PtDiagramElement *
pt_editor_find_drawn (PtEditor *self, const char *id)
{
  const PtElement *element = pt_process_graph_get (self->graph, id);
  guint depth = 0;

  for (; element != NULL && depth < 2 * PT_DOCUMENT_MAX_DEPTH; depth++)
    {
      if (element->figure != NULL && !element->figure->is_hidden)
        return element->figure;
      element = pt_facts_carrier (element);
    }
  return NULL;
}
