/* pt-graph-links.c: fields that follow references, one's own and those of others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

/* What a kind of reference means: the field of its owner that it fills, with what type of element,
 * and the list of the target that holds such owners. */
static const struct
{
  PtBpmnType wanted;
  gsize field, inverse; /* offsets in PtElement; 0 for none */
} kinds[PT_N_REFERENCES] = {
#define FIELD(name) G_STRUCT_OFFSET (PtElement, name)
  [PT_REFERENCE_SOURCE] = { PT_BPMN_BASE_ELEMENT, FIELD (source), FIELD (outgoing) },
  [PT_REFERENCE_TARGET] = { PT_BPMN_BASE_ELEMENT, FIELD (target), FIELD (incoming) },
  [PT_REFERENCE_DEFAULT] = { PT_BPMN_SEQUENCE_FLOW, FIELD (default_flow), 0 },
  [PT_REFERENCE_HOST] = { PT_BPMN_ACTIVITY, FIELD (attached_to), FIELD (boundary_events) },
  [PT_REFERENCE_PROCESS] = { PT_BPMN_PROCESS, FIELD (process), 0 },
  [PT_REFERENCE_REF] = { PT_BPMN_BASE_ELEMENT, FIELD (ref), 0 },
  [PT_REFERENCE_EVENT_REF] = { PT_BPMN_BASE_ELEMENT, FIELD (event_ref), 0 },
#undef FIELD
};

#define ELEMENT_AT(element, offset) G_STRUCT_MEMBER (PtElement *, element, offset)
#define LIST_AT(element, offset) G_STRUCT_MEMBER (GPtrArray *, element, offset)

/* --- own references --------------------------------------------------------------------------- */

/* A data association ends at the activity or event that holds it, whether that is left out or told
 * by naming one of the holder's data inputs, outputs or properties. */
static void
end_at_holder (PtElement *association)
{
  PtElement *holder = association->parent;
  PtElement **end = pt_element_is_a (association, PT_BPMN_DATA_INPUT_ASSOCIATION)
                        ? &association->target
                        : &association->source;

  if (!*end || (*end)->parent == holder)
    *end = holder;
}

/* What a shared event definition names counts as if the event named it. */
static void
share_event_ref (PtElement *event, const PtElement *definition)
{
  const PtReferences *references = &pt_element_record (definition)->references;

  for (guint i = 0; i < references->n && !event->event_ref; i++)
    if (references->items[i].kind == PT_REFERENCE_EVENT_REF)
      event->event_ref = pt_reference_target (&references->items[i]);
}

/* Only messages, which touch nobody: flows that name each other would go round for ever. */
static void
touch_message_of (PtProcessGraph *self, const PtElement *flow)
{
  if (flow->type == PT_BPMN_MESSAGE_FLOW && flow->ref && flow->ref->type == PT_BPMN_MESSAGE)
    pt_graph_touch (self, flow->ref, PT_STAGE_INVERSE);
}

/* Whether a message is the initiating one depends on the flows and choreography tasks that use it.
 */
static void
touch_messages (PtProcessGraph *self, PtElement *element)
{
  const PtReferences *references = &pt_element_record (element)->references;

  touch_message_of (self, element);
  for (guint i = 0; i < references->n; i++)
    if (references->items[i].kind == PT_REFERENCE_EXCHANGE)
      pt_graph_touch (self, pt_reference_target (&references->items[i]), PT_STAGE_INVERSE);
}

static void
clear_links (PtElement *element)
{
  for (guint kind = 0; kind < PT_N_REFERENCES; kind++)
    if (kinds[kind].field && (kind != PT_REFERENCE_PROCESS || element->type == PT_BPMN_PARTICIPANT))
      ELEMENT_AT (element, kinds[kind].field) = NULL;
}

void
pt_graph_link (PtProcessGraph *self, PtElement *element)
{
  const PtReferences *references = &pt_element_record (element)->references;

  clear_links (element);
  for (guint i = 0; i < references->n; i++)
    {
      const PtReference *reference = &references->items[i];
      gsize field = kinds[reference->kind].field;
      PtElement *target = pt_reference_target (reference);

      if (field && target && !ELEMENT_AT (element, field)
          && pt_element_is_a (target, kinds[reference->kind].wanted))
        ELEMENT_AT (element, field) = target;
      if (reference->kind == PT_REFERENCE_DEFINITION && target)
        share_event_ref (element, target);
    }

  if (pt_element_is_a (element, PT_BPMN_DATA_ASSOCIATION))
    {
      end_at_holder (element);
      pt_graph_touch (self, element->parent, PT_STAGE_INVERSE);
    }
  if (element->type == PT_BPMN_PARTICIPANT
      || (self->any_shut && pt_element_family (element) == PT_FAMILY_FLOW))
    pt_graph_touch_figures_of (self, element);
  touch_messages (self, element);
  pt_graph_touch (self, element, PT_STAGE_FACTS);
}

/* --- references of others --------------------------------------------------------------------- */

static gboolean
is_before (const PtElement *a, const PtElement *b)
{
  return pt_element_record (a)->order < pt_element_record (b)->order;
}

static void
append (PtElement *element, gsize list, PtElement *owner)
{
  if (!LIST_AT (element, list))
    LIST_AT (element, list) = g_ptr_array_new ();
  g_ptr_array_add (LIST_AT (element, list), owner);
}

/* Of several lanes the innermost; of equally deep ones the first. */
static gboolean
is_closer (const PtElement *lane, const PtElement *than)
{
  guint a = pt_element_record (lane)->depth, b = pt_element_record (than)->depth;

  return a > b || (a == b && is_before (lane, than));
}

/* What is worked on, then what is to be seen, then what comes first in the file. */
static gboolean
is_drawn_before (const PtDiagramElement *a, const PtDiagramElement *b)
{
  const PtDiagram *shown = pt_diagram_record (a->diagram)->graph->shown;
  guint first = pt_diagram_record (a->diagram)->index;
  guint second = pt_diagram_record (b->diagram)->index;

  if ((a->diagram == shown) != (b->diagram == shown))
    return a->diagram == shown;
  if (a->is_hidden != b->is_hidden)
    return b->is_hidden;
  return first < second || (first == second && a->z < b->z);
}

static void
take_figure (PtElement *element, PtDiagramElement *figure)
{
  if (!element->figure || is_drawn_before (figure, element->figure))
    element->figure = figure;
}

void
pt_graph_gather_figure (PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;

  element->figure = NULL;
  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (r->kind == PT_REFERENCE_FIGURE && pt_reference_target (r) == element)
      take_figure (element, r->owner);
}

static void
gather_reference (PtElement *element, const PtReference *reference)
{
  gsize field = kinds[reference->kind].field, list = kinds[reference->kind].inverse;
  PtElement *owner = reference->owner;

  if (reference->kind == PT_REFERENCE_FIGURE)
    take_figure (element, reference->owner);
  else if (reference->kind == PT_REFERENCE_MEMBER)
    {
      if (!element->lane || is_closer (owner, element->lane))
        element->lane = owner;
    }
  else if (reference->kind == PT_REFERENCE_PROCESS && owner->process == element)
    {
      if (!element->participant || is_before (owner, element->participant))
        element->participant = owner;
    }
  else if (list && ELEMENT_AT (owner, field) == element)
    append (element, list, owner);
}

static void
gather_data_associations (PtElement *element)
{
  if (!pt_element_is_a (element, PT_BPMN_ACTIVITY) && !pt_element_is_a (element, PT_BPMN_EVENT))
    return;
  for (guint i = 0; element->children && i < element->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (element->children, i);
      if (!pt_element_is_a (child, PT_BPMN_DATA_ASSOCIATION))
        continue;
      if (child->target == element)
        append (element, G_STRUCT_OFFSET (PtElement, incoming), child);
      if (child->source == element)
        append (element, G_STRUCT_OFFSET (PtElement, outgoing), child);
    }
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const PtElement *first = *(PtElement *const *)a, *second = *(PtElement *const *)b;

  return is_before (first, second) ? -1 : is_before (second, first);
}

/* Document order, each owner once; an empty list is no list. */
static void
finish_list (GPtrArray **list)
{
  GPtrArray *array = *list;

  if (!array)
    return;
  if (array->len == 0)
    {
      g_clear_pointer (list, g_ptr_array_unref);
      return;
    }
  g_ptr_array_sort (array, compare_order);
  for (guint i = array->len - 1; i > 0; i--)
    if (g_ptr_array_index (array, i) == g_ptr_array_index (array, i - 1))
      g_ptr_array_remove_index (array, i);
}

/* Whether the initiating participant of a choreography task that exchanges @flow sends it. */
static gboolean
is_initiating_flow (const PtElement *flow)
{
  const PtId *id = pt_element_record (flow)->id;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    {
      if (r->kind != PT_REFERENCE_EXCHANGE || pt_reference_target (r) != flow)
        continue;
      const PtReferences *own = &pt_element_record (r->owner)->references;
      for (guint i = 0; i < own->n; i++)
        if (own->items[i].kind == PT_REFERENCE_INITIATOR && flow->source
            && pt_reference_target (&own->items[i]) == flow->source)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_initiating_message (const PtElement *message)
{
  const PtId *id = pt_element_record (message)->id;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    {
      const PtElement *flow = r->owner;
      if (r->kind == PT_REFERENCE_REF && flow->type == PT_BPMN_MESSAGE_FLOW && flow->ref == message
          && is_initiating_flow (flow))
        return TRUE;
    }
  return FALSE;
}

/* Lanes without a direction take that of the pool that shows their process. */
static void
forget_directions (PtProcessGraph *self)
{
  for (guint i = 0; i < self->diagrams->len; i++)
    pt_diagram_record (g_ptr_array_index (self->diagrams, i))->containers_stale = TRUE;
}

void
pt_graph_gather (PtProcessGraph *self, PtElement *element)
{
  const PtElement *pool = element->participant;
  GPtrArray **lists[] = { &element->incoming, &element->outgoing, &element->boundary_events };
  const PtId *id = pt_element_record (element)->id;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (*lists[i])
      g_ptr_array_set_size (*lists[i], 0);
  element->lane = NULL;
  element->participant = NULL;
  element->figure = NULL;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (pt_reference_target (r) == element)
      gather_reference (element, r);
  gather_data_associations (element);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    finish_list (lists[i]);

  if (element->participant != pool)
    forget_directions (self);
  if (element->type == PT_BPMN_MESSAGE)
    element->initiating = is_initiating_message (element);
  touch_message_of (self, element);
}
