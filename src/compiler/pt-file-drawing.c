/* pt-file-drawing.c: what should be on the drawing and is not
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

static gboolean
is_drawn_at_all (PtFile *self)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (self->graph);

  for (guint i = 0; i < diagrams->len; i++)
    if (((PtDiagram *)g_ptr_array_index (diagrams, i))->elements->len > 0)
      return TRUE;
  return FALSE;
}

/* Message flows of a choreography are drawn as the envelopes of its tasks. */
static gboolean
is_drawable (const PtElement *element)
{
  static const PtBpmnType types[] = { PT_BPMN_FLOW_NODE,
                                      PT_BPMN_SEQUENCE_FLOW,
                                      PT_BPMN_MESSAGE_FLOW,
                                      PT_BPMN_PARTICIPANT,
                                      PT_BPMN_DATA_OBJECT_REFERENCE,
                                      PT_BPMN_DATA_STORE_REFERENCE,
                                      PT_BPMN_ARTIFACT,
                                      PT_BPMN_LANE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (pt_element_is_a (element, types[i]))
      return element->id != NULL
             && (element->type != PT_BPMN_MESSAGE_FLOW
                 || !pt_element_is_a (element->parent, PT_BPMN_CHOREOGRAPHY));
  return FALSE;
}

/* What must be shown for @element to be missed: lanes belong to what is done in them. */
static const PtElement *
container_of (const PtElement *element)
{
  return element->type == PT_BPMN_LANE && element->process ? element->process : element->parent;
}

/* A container counts as shown when something in it is: one that is closed shows nothing, and what
 * is not meant to be drawn at all is not drawn in part either. */
static GHashTable *
find_shown (GPtrArray *elements)
{
  GHashTable *shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->figure && element->parent && is_drawable (element))
        g_hash_table_add (shown, (gpointer)container_of (element));
    }
  return shown;
}

/* A flow cannot be drawn before its ends are, and is with them. */
static gboolean
waits_for_ends (const PtElement *element)
{
  if (pt_element_family (element) != PT_FAMILY_FLOW)
    return FALSE;
  return !element->source || !element->target || !element->source->figure
         || !element->target->figure;
}

static void
report (PtFile *self, const PtElement *element, PtCode code)
{
  g_autofree char *label = pt_file_label (self, element->node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, code, label, NULL);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_DRAW, label, element->id, NULL);
  if (code == PT_CODE_F04)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_DELETE, label, element->id, NULL);
  pt_file_place (self, diagnostic, element->node);
}

/* Whole processes of which nothing is drawn, though others are. */
static void
check_processes (PtFile *self, GPtrArray *elements, GHashTable *shown)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->parent && element->parent->type == PT_BPMN_PROCESS && is_drawable (element))
        g_hash_table_add (filled, element->parent);
    }
  for (guint i = 0; i < elements->len && !pt_file_is_full (self); i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->id && g_hash_table_contains (filled, element)
          && !g_hash_table_contains (shown, element))
        report (self, element, PT_CODE_F23);
    }
}

void
pt_file_check_drawing (PtFile *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);
  g_autoptr (GHashTable) shown = NULL;
  gboolean any = FALSE;

  if (is_drawn_at_all (self))
    shown = find_shown (elements);
  for (guint i = 0; i < elements->len && !pt_file_is_full (self); i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (element->figure || !element->parent || !is_drawable (element))
        continue;
      any = TRUE;
      if (shown && g_hash_table_contains (shown, container_of (element))
          && !waits_for_ends (element))
        report (self, element, PT_CODE_F04);
    }
  if (shown)
    check_processes (self, elements, shown);
  if (any && !shown)
    pt_diagnostic_add_fix (pt_diagnostics_add (self->diagnostics, PT_CODE_F03, NULL),
                           PT_FIX_DRAW_ALL, NULL);
}
