/* pt-emit-scope.c: processes and the insides of sub-processes: lanes, nodes, flows, what is carried
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"
#include "pt-target.h"

/* ----- lanes ---------------------------------------------------------------------------------- */

static void emit_lane_set (PtEmission *self,
                           xmlNode *parent,
                           const char *tag,
                           const PtOrigin *origin,
                           guint group);

static void
emit_lane (PtEmission *self, xmlNode *parent, PtIndex i)
{
  const PtLane *lane = pt_program_lane (self->program, i);
  xmlNode *element
      = pt_emission_add_base (self, parent, "lane", &lane->origin, lane->name, &lane->carried);
  guint n;
  const guint *nodes = pt_groups_get (self->nodes_in, i, &n);

  if (lane->role != PT_NO_INDEX)
    pt_emission_set (element, "partitionElementRef", pt_emission_resource (self, lane->role));
  for (guint k = 0; k < n; k++)
    pt_emission_add_text (self, element, "flowNodeRef",
                          pt_emission_id (self,
                                          &pt_program_node (self->program, nodes[k])->origin));
  emit_lane_set (self, element, "childLaneSet", &lane->origin, self->program->scopes->len + i);
}

static void
emit_lane_set (PtEmission *self,
               xmlNode *parent,
               const char *tag,
               const PtOrigin *origin,
               guint group)
{
  guint n;
  const guint *lanes = pt_groups_get (self->lanes_of, group, &n);
  xmlNode *element;

  if (n == 0)
    return;
  element = pt_emission_add (self, parent, tag);
  pt_emission_set (element, "id", pt_emission_derive_id (self, origin, "_lanes"));
  for (guint k = 0; k < n; k++)
    emit_lane (self, element, lanes[k]);
}

/* ----- flows ---------------------------------------------------------------------------------- */

static gboolean
is_whole (const PtFlow *flow)
{
  return flow->source != PT_NO_INDEX && flow->target != PT_NO_INDEX;
}

/* A condition without a language is FEEL. */
static const char *
language_of (PtEmission *self, const PtFlow *flow)
{
  const PtDialect *dialect = self->target->dialect;

  if (g_strcmp0 (flow->language, dialect->language) == 0)
    return dialect->attribute;
  return flow->language ? flow->language : PT_FEEL_LANGUAGE;
}

static void
emit_flow (PtEmission *self, xmlNode *parent, const PtFlow *flow)
{
  const PtProgram *program = self->program;
  xmlNode *element = pt_emission_add_base (self, parent, "sequenceFlow", &flow->origin, flow->name,
                                           &flow->carried);

  pt_emission_set (element, "sourceRef",
                   pt_emission_id (self, &pt_program_node (program, flow->source)->origin));
  pt_emission_set (element, "targetRef",
                   pt_emission_id (self, &pt_program_node (program, flow->target)->origin));
  if (flow->condition)
    pt_emission_add_expression (self, element, "conditionExpression", flow->condition,
                                language_of (self, flow));
}

/* ----- scopes --------------------------------------------------------------------------------- */

/* Items belong before or after the flow elements; either way the schema's order decides. */
static void
carry_items (PtEmission *self, xmlNode *parent, PtIndex scope, gboolean artifacts)
{
  guint n;
  const guint *items = pt_groups_get (self->items_of, scope, &n);

  for (guint k = 0; k < n; k++)
    {
      const PtItem *item = PT_PROGRAM_AT (self->program->items, PtItem, items[k]);

      if (!item->in_collaboration && pt_bpmn_type_is_a (item->type, PT_BPMN_ARTIFACT) == artifacts)
        pt_emission_carry (self, parent, item->xml, &item->origin);
    }
}

static void
emit_content (PtEmission *self, xmlNode *parent, PtIndex i)
{
  guint n;
  const guint *members;

  emit_lane_set (self, parent, "laneSet", &pt_program_scope (self->program, i)->origin, i);
  carry_items (self, parent, i, FALSE);
  members = pt_groups_get (self->nodes_of, i, &n);
  for (guint k = 0; k < n; k++)
    pt_emit_node (self, parent, members[k]);
  members = pt_groups_get (self->flows_of, i, &n);
  for (guint k = 0; k < n; k++)
    if (is_whole (pt_program_flow (self->program, members[k])))
      emit_flow (self, parent, pt_program_flow (self->program, members[k]));
  carry_items (self, parent, i, TRUE);
}

static xmlNode *
add_process (PtEmission *self, xmlNode *parent, PtIndex i)
{
  const PtScope *scope = pt_program_scope (self->program, i);
  xmlNode *element = pt_emission_add_base (self, parent, "process", &scope->origin, scope->name,
                                           &scope->carried);

  /* Before what the standard says, as what is carried along stands there when it is read again. */
  if (scope->executable && self->target->emitter->process)
    self->target->emitter->process (self, element, scope);
  pt_emission_set (element, "isExecutable", scope->executable ? "true" : "false");
  g_hash_table_insert (self->processes, GUINT_TO_POINTER (i), element);
  return element;
}

void
pt_emit_scope (PtEmission *self, xmlNode *parent, PtIndex i)
{
  const PtScope *scope = pt_program_scope (self->program, i);

  emit_content (self, scope->node == PT_NO_INDEX ? add_process (self, parent, i) : parent, i);
}
