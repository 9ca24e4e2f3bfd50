/* pt-bpmn-events.c: which event definitions an event may carry
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/bpmn.h>

#define BIT(definition) (G_GUINT64_CONSTANT (1) << (definition - PT_BPMN_EVENT_DEFINITION))
/* The abstract type stands for no definition at all. */
#define NO_DEFINITION BIT (PT_BPMN_EVENT_DEFINITION)
#define MESSAGE BIT (PT_BPMN_MESSAGE_EVENT_DEFINITION)
#define TIMER BIT (PT_BPMN_TIMER_EVENT_DEFINITION)
#define ERROR BIT (PT_BPMN_ERROR_EVENT_DEFINITION)
#define ESCALATION BIT (PT_BPMN_ESCALATION_EVENT_DEFINITION)
#define SIGNAL BIT (PT_BPMN_SIGNAL_EVENT_DEFINITION)
#define COMPENSATE BIT (PT_BPMN_COMPENSATE_EVENT_DEFINITION)
#define CONDITIONAL BIT (PT_BPMN_CONDITIONAL_EVENT_DEFINITION)
#define LINK BIT (PT_BPMN_LINK_EVENT_DEFINITION)
#define CANCEL BIT (PT_BPMN_CANCEL_EVENT_DEFINITION)
#define TERMINATE BIT (PT_BPMN_TERMINATE_EVENT_DEFINITION)

/* Start events: the union of the columns "top-level" and "event sub-process". */
static const struct
{
  PtBpmnType event;
  guint64 definitions;
} table[] = {
  { PT_BPMN_START_EVENT,
    NO_DEFINITION | MESSAGE | TIMER | ERROR | ESCALATION | COMPENSATE | CONDITIONAL | SIGNAL },
  { PT_BPMN_INTERMEDIATE_CATCH_EVENT, MESSAGE | TIMER | CONDITIONAL | LINK | SIGNAL },
  { PT_BPMN_BOUNDARY_EVENT,
    MESSAGE | TIMER | ERROR | ESCALATION | CANCEL | COMPENSATE | CONDITIONAL | SIGNAL },
  { PT_BPMN_INTERMEDIATE_THROW_EVENT,
    NO_DEFINITION | MESSAGE | ESCALATION | COMPENSATE | LINK | SIGNAL },
  { PT_BPMN_IMPLICIT_THROW_EVENT,
    NO_DEFINITION | MESSAGE | ESCALATION | COMPENSATE | LINK | SIGNAL },
  { PT_BPMN_END_EVENT,
    NO_DEFINITION | MESSAGE | ERROR | ESCALATION | CANCEL | COMPENSATE | SIGNAL | TERMINATE },
};

gboolean
pt_bpmn_event_allows (PtBpmnType event_type, PtBpmnType definition)
{
  guint64 bit = NO_DEFINITION;

  if (definition != PT_BPMN_NONE)
    {
      if (!pt_bpmn_type_is_a (definition, PT_BPMN_EVENT_DEFINITION))
        return FALSE;
      bit = BIT (definition);
    }
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].event == event_type)
      return (table[i].definitions & bit) != 0;
  return FALSE;
}
