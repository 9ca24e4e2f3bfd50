/* pt-definition-types.c: the root elements that events and messages refer to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-definition-types.h"

#include <glib/gi18n-lib.h>

static const PtDefinitionType types[] = {
  { PT_BPMN_MESSAGE, NULL, "itemRef", PT_BPMN_MESSAGE_EVENT_DEFINITION, "messageRef", "Message",
    N_ ("message") },
  { PT_BPMN_SIGNAL, NULL, "structureRef", PT_BPMN_SIGNAL_EVENT_DEFINITION, "signalRef", "Signal",
    N_ ("signal") },
  { PT_BPMN_ERROR, "errorCode", "structureRef", PT_BPMN_ERROR_EVENT_DEFINITION, "errorRef", "Error",
    N_ ("error") },
  { PT_BPMN_ESCALATION, "escalationCode", "structureRef", PT_BPMN_ESCALATION_EVENT_DEFINITION,
    "escalationRef", "Escalation", N_ ("escalation") },
};

const PtDefinitionType *
pt_definition_type (PtBpmnType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return &types[i];
  return NULL;
}

const PtDefinitionType *
pt_definition_type_of_event (PtBpmnType event_definition)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].event_definition == event_definition)
      return &types[i];
  return NULL;
}
