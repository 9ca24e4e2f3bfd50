/* pt-diagrams.c: the diagrams of a file: one more, another name, one less
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-delete.h"
#include "pt-model-writer.h"
#include "pt-new-pool.h"
#include "pt-planes.h"
#include "pt-remove.h"

#include <glib/gi18n-lib.h>

static gboolean
shows_inside (const PtDiagram *diagram)
{
  return diagram->element != NULL && pt_element_family (diagram->element) != PT_FAMILY_PLANE;
}

/* --- one more --- */

char *
pt_modeling_add_process (PtProcessGraph *graph, const char *name)
{
  PtDraft *draft = pt_draft_begin (graph, _ ("Add process"));
  xmlNode *process = pt_new_pool_process (draft), *plane;
  char *id = pt_model_id (process);

  pt_model_set (draft, process, "name", name);
  plane = pt_plane_new (draft, id);
  pt_plane_insert (draft, plane);
  pt_draft_commit (draft);
  return id;
}

/* --- another name --- */

gboolean
pt_modeling_rename_diagram (PtProcessGraph *graph, PtDiagram *diagram, const char *name)
{
  PtDraft *draft;

  if (shows_inside (diagram))
    return pt_modeling_rename (graph, diagram->element->id, name);
  draft = pt_draft_begin (graph, _ ("Rename diagram"));
  pt_document_set_attribute (draft->document, diagram->node, NULL, "name",
                             name != NULL && *name != '\0' ? name : NULL);
  return pt_draft_commit (draft);
}

/* --- one less --- */

static gboolean
is_shown_elsewhere (PtProcessGraph *graph, const PtElement *element, const PtDiagram *diagram)
{
  GPtrArray *all = pt_process_graph_get_diagrams (graph);

  for (guint i = 0; i < all->len; i++)
    {
      const PtDiagram *other = g_ptr_array_index (all, i);

      if (other != diagram && other->element == element)
        return TRUE;
    }
  return FALSE;
}

static void
collect_processes (PtProcessGraph *graph, const PtDiagram *diagram, GPtrArray *going)
{
  GPtrArray *members = diagram->element->children;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const PtElement *member = g_ptr_array_index (members, i);

      if (member->type == PT_BPMN_PARTICIPANT && member->process != NULL
          && member->process->participant == member
          && !is_shown_elsewhere (graph, member->process, diagram))
        g_ptr_array_add (going, member->process);
    }
}

/* Returns: (transfer container) (element-type PtElement): what goes with @diagram, with all in it */
static GPtrArray *
collect_content (PtProcessGraph *graph, const PtDiagram *diagram)
{
  GPtrArray *going = g_ptr_array_new ();

  if (diagram->element == NULL || shows_inside (diagram)
      || is_shown_elsewhere (graph, diagram->element, diagram))
    return going;
  collect_processes (graph, diagram, going);
  g_ptr_array_add (going, diagram->element);
  return going;
}

static gboolean
goes (GPtrArray *going, const PtElement *element)
{
  for (guint i = 0; i < going->len; i++)
    if (pt_element_is_within (element, g_ptr_array_index (going, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_drawn_elsewhere (const PtElement *element, const PtDiagram *diagram)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (element);

  for (guint i = 0; i < figures->len; i++)
    if (((PtDiagramElement *)g_ptr_array_index (figures, i))->diagram != diagram)
      return TRUE;
  return FALSE;
}

gboolean
pt_rules_can_delete_diagram (PtProcessGraph *graph, const PtDiagram *diagram)
{
  g_autoptr (GPtrArray) going = NULL;

  if (pt_process_graph_get_diagrams (graph)->len < 2)
    return FALSE;
  going = collect_content (graph, diagram);
  for (guint i = 0; i < diagram->elements->len; i++)
    {
      const PtElement *shown
          = ((PtDiagramElement *)g_ptr_array_index (diagram->elements, i))->element;

      if (shown != NULL && !goes (going, shown) && !is_drawn_elsewhere (shown, diagram))
        return FALSE;
    }
  return TRUE;
}

/* A pool whose process goes shows nothing inside from now on; a call of it calls nothing. */
static void
forget (PtDraft *draft, const PtElement *process)
{
  GPtrArray *elements = pt_process_graph_get_elements (draft->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->type == PT_BPMN_PARTICIPANT && element->process == process)
        pt_model_set (draft, element->node, "processRef", NULL);
      else if (element->type == PT_BPMN_CALL_ACTIVITY && element->ref == process)
        pt_model_set (draft, element->node, "calledElement", NULL);
    }
}

gboolean
pt_modeling_delete_diagram (PtProcessGraph *graph, PtDiagram *diagram)
{
  g_autoptr (GPtrArray) going = collect_content (graph, diagram);
  PtDraft *draft;

  if (!pt_rules_can_delete_diagram (graph, diagram))
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Delete diagram"));
  for (guint i = 0; i < going->len; i++)
    forget (draft, g_ptr_array_index (going, i));
  if (going->len > 0)
    pt_delete_all (draft, going);
  pt_remove_diagram (draft, diagram);
  return pt_draft_commit (draft);
}
