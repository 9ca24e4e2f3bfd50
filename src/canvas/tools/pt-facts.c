/* pt-facts.c: what tools ask of a figure or an element
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-facts.h"

PtFamily
pt_facts_family (const PtDiagramElement *figure)
{
  return figure->element != NULL ? pt_element_family (figure->element) : PT_FAMILY_NONE;
}

const char *
pt_facts_id (const PtDiagramElement *figure)
{
  return figure->element != NULL ? figure->element->id : NULL;
}

gboolean
pt_facts_is_a (const PtDiagramElement *figure, PtBpmnType type)
{
  return figure->element != NULL && pt_element_is_a (figure->element, type);
}

gboolean
pt_facts_is_band (const PtDiagramElement *figure)
{
  PtFamily family = pt_facts_family (figure);

  return family == PT_FAMILY_POOL || family == PT_FAMILY_LANE;
}

gboolean
pt_facts_is_container (const PtDiagramElement *figure)
{
  return pt_facts_is_band (figure)
         || (figure->is_expanded && pt_facts_is_a (figure, PT_BPMN_SUB_PROCESS));
}

gboolean
pt_facts_is_resizable (const PtDiagramElement *figure)
{
  static const PtFamily resizable[] = { PT_FAMILY_POOL, PT_FAMILY_LANE, PT_FAMILY_ACTIVITY,
                                        PT_FAMILY_ARTIFACT, PT_FAMILY_CHOREOGRAPHY };

  for (guint i = 0; !figure->is_edge && i < G_N_ELEMENTS (resizable); i++)
    if (resizable[i] == pt_facts_family (figure))
      return TRUE;
  return FALSE;
}

gboolean
pt_facts_has_outer_label (const PtDiagramElement *figure)
{
  static const PtFamily outer[] = { PT_FAMILY_EVENT, PT_FAMILY_GATEWAY, PT_FAMILY_DATA,
                                    PT_FAMILY_FLOW, PT_FAMILY_CONVERSATION };

  for (guint i = 0; i < G_N_ELEMENTS (outer); i++)
    if (outer[i] == pt_facts_family (figure))
      return TRUE;
  return FALSE;
}

const PtElement *
pt_facts_carrier (const PtElement *element)
{
  if (element->attached_to != NULL)
    return element->attached_to;
  if (element->type == PT_BPMN_PROCESS)
    return element->participant;
  return element->parent;
}

gboolean
pt_facts_is_carried (const PtElement *element, GHashTable *ids)
{
  for (const PtElement *e = element; e != NULL; e = pt_facts_carrier (e))
    if (e->id != NULL && g_hash_table_contains (ids, e->id))
      return TRUE;
  return FALSE;
}

const PtElement *
pt_facts_pool (const PtElement *element)
{
  const PtElement *e = element;

  while (e != NULL && e->type != PT_BPMN_PARTICIPANT)
    e = pt_facts_carrier (e);
  return e;
}

gboolean
pt_facts_runs_down (const PtDiagramElement *figure)
{
  const PtElement *pool = figure->element != NULL ? pt_facts_pool (figure->element) : NULL;
  PtDiagramElement *shape = pool != NULL ? pt_diagram_find (figure->diagram, pool) : NULL;

  return shape != NULL && !shape->is_horizontal;
}
