/* pt-emit-collaboration.c: pools and message flows of an executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

static void
emit_pool (PtEmission *self, xmlNode *parent, const PtPool *pool)
{
  xmlNode *element = pt_emission_add_base (self, parent, "participant", &pool->origin, pool->name,
                                           &pool->carried);
  xmlNode *multiplicity;

  if (pool->process != PT_NO_INDEX)
    pt_emission_set (element, "processRef",
                     pt_emission_id (self,
                                     &pt_program_scope (self->program, pool->process)->origin));
  if (!pool->multiple)
    return;
  multiplicity = pt_emission_add (self, element, "participantMultiplicity");
  pt_emission_set (multiplicity, "minimum", "2");
  pt_emission_set (multiplicity, "maximum", "2");
}

static const char *
id_of_end (PtEmission *self, PtIndex node, PtIndex pool)
{
  if (node != PT_NO_INDEX)
    return pt_emission_id (self, &pt_program_node (self->program, node)->origin);
  if (pool != PT_NO_INDEX)
    return pt_emission_id (self, &pt_program_pool (self->program, pool)->origin);
  return NULL;
}

static void
emit_message_flow (PtEmission *self, xmlNode *parent, const PtMessageFlow *flow)
{
  const char *source = id_of_end (self, flow->source_node, flow->source_pool);
  const char *target = id_of_end (self, flow->target_node, flow->target_pool);
  xmlNode *element;

  if (!source || !target)
    return;
  element = pt_emission_add_base (self, parent, "messageFlow", &flow->origin, flow->name,
                                  &flow->carried);
  pt_emission_set (element, "sourceRef", source);
  pt_emission_set (element, "targetRef", target);
  if (flow->message != PT_NO_INDEX)
    pt_emission_set (element, "messageRef",
                     pt_emission_id (self, &pt_program_definition (self->program, flow->message)
                                                ->origin));
}

void
pt_emit_collaboration (PtEmission *self)
{
  const PtProgram *program = self->program;
  xmlNode *element
      = pt_emission_add_base (self, self->root, "collaboration", &self->collaboration,
                              program->collaboration_name, &program->collaboration_carried);

  for (guint i = 0; i < program->pools->len; i++)
    emit_pool (self, element, pt_program_pool (program, i));
  for (guint i = 0; i < program->message_flows->len; i++)
    emit_message_flow (self, element, PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i));
  for (guint i = 0; i < program->items->len; i++)
    {
      const PtItem *item = PT_PROGRAM_AT (program->items, PtItem, i);

      if (item->in_collaboration)
        pt_emission_carry (self, element, item->xml, &item->origin);
    }
}
