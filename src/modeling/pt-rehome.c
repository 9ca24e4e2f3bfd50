/* pt-rehome.c: elements that come to stand in another container
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-rehome.h"

#include "pt-containers.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-new-flow.h"
#include "pt-remove.h"

typedef struct
{
  PtDraft *draft;
  GHashTable *inside;
  PtElement *container, *process;
  GHashTable *settled; /* set of PtElement: flows looked at */
} Rehome;

/* What @element will be as far as the rules look. */
static PtElement
as_it_will_be (const Rehome *rehome, const PtElement *element)
{
  PtElement later = *element;

  if (!g_hash_table_contains (rehome->inside, element))
    return later;
  later.process = rehome->process;
  if (!g_hash_table_contains (rehome->inside, element->parent))
    later.parent = rehome->container;
  return later;
}

/* A flow that became impossible is replaced by what is allowed instead, say a message flow. */
static void
replace_flow (Rehome *rehome,
              PtElement *flow,
              const PtElement *source,
              const PtElement *target,
              PtBpmnType type)
{
  PtDraft *draft = rehome->draft;
  const PtDiagramElement *from = source->figure, *to = target->figure;
  PtRouteEnd from_end, to_end;
  xmlNode *fresh;

  pt_remove_flow (draft, flow);
  if (type == PT_BPMN_NONE)
    return;
  fresh = pt_new_flow_make (draft, type, source, target);
  pt_model_set (draft, fresh, "name", flow->name);
  if (from == NULL || to == NULL || from->is_edge || to->is_edge || from->diagram != to->diagram)
    return;
  from_end = pt_draft_route_end (draft, from);
  to_end = pt_draft_route_end (draft, to);
  pt_new_flow_draw (draft, from->diagram, fresh, type, &from_end, &to_end, NULL, FALSE);
}

static void
settle_flow (Rehome *rehome, PtElement *flow)
{
  PtElement source, target;
  PtBpmnType type;

  if (!g_hash_table_add (rehome->settled, flow) || flow->source == NULL || flow->target == NULL
      || pt_draft_is_doomed (rehome->draft, flow))
    return;
  source = as_it_will_be (rehome, flow->source);
  target = as_it_will_be (rehome, flow->target);
  if (pt_rules_connect (&source, &target, &type, NULL) != PT_VERDICT_ALLOW)
    type = PT_BPMN_NONE;
  if (type != flow->type)
    replace_flow (rehome, flow, &source, &target, type);
  else
    pt_model_reparent (rehome->draft, flow->node, pt_flow_container (type, &source, &target)->node);
}

static void
settle_flows (Rehome *rehome, PtElement *element)
{
  for (guint i = 0; element->outgoing != NULL && i < element->outgoing->len; i++)
    settle_flow (rehome, g_ptr_array_index (element->outgoing, i));
  for (guint i = 0; element->incoming != NULL && i < element->incoming->len; i++)
    settle_flow (rehome, g_ptr_array_index (element->incoming, i));
}

/* The object goes along unless another reference needs it where it is. */
static void
take_data_object (Rehome *rehome, const PtElement *reference)
{
  PtElement *object = reference->ref;
  GPtrArray *siblings = reference->parent->children;

  if (object == NULL || object->type != PT_BPMN_DATA_OBJECT || object->parent != reference->parent)
    return;
  for (guint i = 0; i < siblings->len; i++)
    {
      PtElement *other = g_ptr_array_index (siblings, i);

      if (other->ref == object && !g_hash_table_contains (rehome->inside, other))
        return;
    }
  pt_model_reparent (rehome->draft, object->node, rehome->container->node);
}

static GPtrArray *
with_content (GPtrArray *elements)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      g_ptr_array_add (all, element);
      if (element->figure != NULL)
        pt_container_collect (element->figure->diagram, element, all);
    }
  return all;
}

void
pt_rehome (PtDraft *draft, GPtrArray *elements, PtElement *container)
{
  g_autoptr (GPtrArray) all = with_content (elements);
  g_autoptr (GHashTable) inside = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) settled = g_hash_table_new (NULL, NULL);
  Rehome rehome = { draft, inside, container,
                    container->type == PT_BPMN_PROCESS ? container : container->process, settled };

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (inside, g_ptr_array_index (all, i));
  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      if (element->type == PT_BPMN_DATA_OBJECT_REFERENCE)
        take_data_object (&rehome, element);
      pt_model_reparent (draft, element->node, container->node);
      pt_lane_settle (draft, element, container);
    }
  for (guint i = 0; i < all->len; i++)
    settle_flows (&rehome, g_ptr_array_index (all, i));
}
