/* pt-activity.c: which symbols an activity carries; its label keeps clear of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-activity.h"

#include "pt-brush.h"

static const PtSymbolRow icons[] = {
  { PT_BPMN_USER_TASK, PT_SYMBOL_USER },
  { PT_BPMN_GLOBAL_USER_TASK, PT_SYMBOL_USER },
  { PT_BPMN_SERVICE_TASK, PT_SYMBOL_SERVICE },
  { PT_BPMN_SEND_TASK, PT_SYMBOL_MESSAGE },
  { PT_BPMN_RECEIVE_TASK, PT_SYMBOL_MESSAGE },
  { PT_BPMN_MANUAL_TASK, PT_SYMBOL_MANUAL },
  { PT_BPMN_GLOBAL_MANUAL_TASK, PT_SYMBOL_MANUAL },
  { PT_BPMN_SCRIPT_TASK, PT_SYMBOL_SCRIPT },
  { PT_BPMN_GLOBAL_SCRIPT_TASK, PT_SYMBOL_SCRIPT },
  { PT_BPMN_BUSINESS_RULE_TASK, PT_SYMBOL_BUSINESS_RULE },
  { PT_BPMN_GLOBAL_BUSINESS_RULE_TASK, PT_SYMBOL_BUSINESS_RULE },
  { PT_BPMN_NONE },
};

static const PtSymbol loops[] = {
  [PT_LOOP_NONE] = PT_SYMBOL_NONE,
  [PT_LOOP_STANDARD] = PT_SYMBOL_LOOP,
  [PT_LOOP_PARALLEL] = PT_SYMBOL_INSTANCES_PARALLEL,
  [PT_LOOP_SEQUENTIAL] = PT_SYMBOL_INSTANCES_SEQUENTIAL,
};

static gboolean
calls_global_task (const PtElement *element)
{
  return element->type == PT_BPMN_CALL_ACTIVITY && element->ref != NULL
         && pt_element_is_a (element->ref, PT_BPMN_GLOBAL_TASK);
}

PtSymbol
pt_activity_icon (const PtDiagramElement *figure)
{
  const PtElement *element = figure->element;
  if (element->type == PT_BPMN_RECEIVE_TASK && element->instantiate)
    return PT_SYMBOL_RECEIVE_START;
  return pt_symbol_row_find (icons,
                             calls_global_task (element) ? element->ref->type : element->type);
}

static gboolean
is_collapsed (const PtDiagramElement *figure)
{
  static const PtBpmnType compound[] = { PT_BPMN_SUB_PROCESS, PT_BPMN_CALL_ACTIVITY,
                                         PT_BPMN_SUB_CHOREOGRAPHY, PT_BPMN_CALL_CHOREOGRAPHY };
  if (figure->is_expanded || calls_global_task (figure->element))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (compound); i++)
    if (pt_element_is_a (figure->element, compound[i]))
      return TRUE;
  return FALSE;
}

guint
pt_activity_markers (const PtDiagramElement *figure, PtSymbol markers[PT_MAX_MARKERS])
{
  const PtElement *element = figure->element;
  guint n = 0;
  if (element->loop != PT_LOOP_NONE)
    markers[n++] = loops[element->loop];
  if (element->for_compensation)
    markers[n++] = PT_SYMBOL_COMPENSATION;
  if (is_collapsed (figure))
    markers[n++] = PT_SYMBOL_COLLAPSED;
  if (element->type == PT_BPMN_AD_HOC_SUB_PROCESS)
    markers[n++] = PT_SYMBOL_AD_HOC;
  return n;
}
