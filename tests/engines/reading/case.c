/* case.c: a scope at work: which of the steps of its net are taken
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reading.h"

#include <string.h>

void
note (GHashTable *counts, const PtOrigin *origin)
{
  guint n;

  if (!origin->logical)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, origin->logical));
  g_hash_table_insert (counts, (gpointer)origin->logical, GUINT_TO_POINTER (n + 1));
}

Instance *
instance_new (Case *root, const PtProgram *program, PtIndex scope, Frame *outer)
{
  Instance *self = g_new0 (Instance, 1);

  self->root = root;
  self->program = program;
  self->scope = scope;
  self->net = pt_net_new (program, scope);
  self->marking = g_new0 (PtMarking, self->net->n_words);
  self->frame = outer;
  self->node = PT_NO_INDEX;
  self->works = g_ptr_array_new_with_free_func ((GDestroyNotify)work_free);
  self->handlers = g_ptr_array_new_with_free_func ((GDestroyNotify)instance_free);
  self->finished = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  pt_net_initial (self->net, self->marking);
  return self;
}

void
instance_free (Instance *self)
{
  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->handlers);
  g_array_unref (self->finished);
  pt_net_free (self->net);
  g_free (self->marking);
  if (self->owns_frame)
    frame_free (self->frame);
  g_free (self);
}

void
instance_stop (Instance *self)
{
  memset (self->marking, 0, self->net->n_words * sizeof *self->marking);
  g_ptr_array_set_size (self->works, 0);
  g_ptr_array_set_size (self->handlers, 0);
}

static const PtNode *
node_of (const Instance *self, guint step)
{
  return pt_program_node (self->program, pt_net_step (self->net, step)->node);
}

/* ----- steps ---------------------------------------------------------------------------------- */

static void
drop_work (Instance *self, const PtStep *step)
{
  for (guint k = 0; k < step->n_in; k++)
    {
      Work *work = work_find (self, pt_net_in (self->net, step, k));

      if (work)
        g_ptr_array_remove (self->works, work);
    }
}

static const PtNode *
node_before (const Instance *self, PtIndex i)
{
  PtIndex flow;

  if (pt_program_node (self->program, i)->n_in != 1)
    return NULL;
  flow = pt_program_flow_in (self->program, i, 0);
  return pt_program_node (self->program, pt_program_flow (self->program, flow)->source);
}

gboolean
is_raced (const Instance *self, PtIndex i)
{
  const PtNode *source = node_before (self, i);

  return source && source->type == PT_BPMN_EVENT_BASED_GATEWAY;
}

static void
note_passed (Instance *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  gboolean is_gateway = pt_bpmn_type_is_a (node->type, PT_BPMN_GATEWAY);

  if (is_raced (self, i)) /* the gateway before an event has no step of its own */
    note (self->root->gateways, &node_before (self, i)->origin);
  if (pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY) && !is_raced (self, i))
    {
      g_array_append_val (self->finished, i);
      return;
    }
  note (is_gateway ? self->root->gateways : self->root->executed, &node->origin);
  if (node->type == PT_BPMN_END_EVENT && self == self->root->main)
    note (self->root->ends, &node->origin);
}

static gboolean
puts_on_busy (const Instance *self, guint step)
{
  const PtStep *it = pt_net_step (self->net, step);

  return it->n_out == 1
         && pt_net_place (self->net, pt_net_out (self->net, it, 0))->kind == PT_PLACE_BUSY;
}

void
instance_fire (Instance *self, guint step)
{
  g_autofree PtMarking *next = g_new (PtMarking, self->net->n_words);
  PtIndex node = pt_net_step (self->net, step)->node;
  guint doubled;

  if (!pt_net_fire (self->net, step, self->marking, next, &doubled))
    g_error ("%s: a second token", pt_program_node (self->program, node)->origin.id);
  memcpy (self->marking, next, self->net->n_words * sizeof *next);
  if (puts_on_busy (self, step))
    return;
  drop_work (self, pt_net_step (self->net, step));
  note_passed (self, node);
  if (pt_net_step (self->net, step)->kind == PT_STEP_END_ALL)
    g_ptr_array_set_size (self->works, 0);
  throw_event (self, node);
}

/* One that interrupts takes the work along; what does not leaves the token where it is. */
void
instance_fire_boundary (Instance *self, guint step)
{
  g_autofree PtMarking *next = g_new (PtMarking, self->net->n_words);
  const PtNode *node = node_of (self, step);
  guint doubled;

  if (!node->non_interrupting)
    {
      instance_fire (self, step);
      return;
    }
  if (!pt_net_fire (self->net, step, self->marking, next, &doubled))
    g_error ("%s: a second token", node->origin.id);
  memcpy (self->marking, next, self->net->n_words * sizeof *next);
  note (self->root->executed, &node->origin);
}

/* ----- choices -------------------------------------------------------------------------------- */

static gboolean
is_taken (const Instance *self, PtIndex flow)
{
  const char *condition = pt_program_flow (self->program, flow)->condition;

  return condition && frame_test (self->frame, condition);
}

static gboolean
has_flow (const Instance *self, guint step, PtIndex flow)
{
  const PtStep *it = pt_net_step (self->net, step);

  for (guint k = 0; k < it->n_out; k++)
    {
      const PtNetPlace *place = pt_net_place (self->net, pt_net_out (self->net, it, k));

      if (place->kind == PT_PLACE_FLOW && place->index == flow)
        return TRUE;
    }
  return FALSE;
}

/* Whether the step leads onto just the flows that are chosen. */
static gboolean
is_chosen (const Instance *self, guint step)
{
  const PtNode *node = node_of (self, step);
  PtIndex n = pt_net_step (self->net, step)->node;
  gboolean only_one = node->type != PT_BPMN_INCLUSIVE_GATEWAY, found = FALSE;

  if (node->n_out == 1)
    return TRUE;
  for (guint k = 0; k < node->n_out; k++)
    {
      PtIndex flow = pt_program_flow_out (self->program, n, k);
      gboolean taken = !(found && only_one) && flow != node->default_flow && is_taken (self, flow);

      found |= taken;
      if (flow != node->default_flow && taken != has_flow (self, step, flow))
        return FALSE;
    }
  if (!found && node->default_flow == PT_NO_INDEX)
    g_error ("%s: no way is chosen", node->origin.id);
  return node->default_flow == PT_NO_INDEX || found != has_flow (self, step, node->default_flow);
}

static gboolean
is_choice (const PtNode *node)
{
  return node->type == PT_BPMN_EXCLUSIVE_GATEWAY || node->type == PT_BPMN_INCLUSIVE_GATEWAY;
}

/* ----- what goes on by itself ----------------------------------------------------------------- */

static gboolean
goes_by_itself (const Instance *self, guint step)
{
  const PtNode *node = node_of (self, step);

  if (puts_on_busy (self, step))
    return TRUE;
  if (is_choice (node))
    return is_chosen (self, step);
  return pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT)
         || node->type == PT_BPMN_PARALLEL_GATEWAY
         || node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION
         || (node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT && node->n_event_definitions == 0);
}

static gboolean
is_activity (const Instance *self, guint step)
{
  PtIndex node = pt_net_step (self->net, step)->node;

  return pt_bpmn_type_is_a (pt_program_node (self->program, node)->type, PT_BPMN_ACTIVITY)
         && !is_raced (self, node);
}

static gboolean
advance_activity (Instance *self, guint step)
{
  const PtStep *it = pt_net_step (self->net, step);
  guint place = pt_net_in (self->net, it, 0);
  Work *work = work_find (self, place);

  if (!work)
    {
      work_begin (self, it->node, place);
      return TRUE;
    }
  if (!work_is_done (work))
    return work_advance (work);
  instance_fire (self, step);
  return TRUE;
}

static gboolean
advance_step (Instance *self, guint step)
{
  if (!pt_net_is_enabled (self->net, step, self->marking))
    return FALSE;
  if (goes_by_itself (self, step))
    {
      instance_fire (self, step);
      return TRUE;
    }
  return is_activity (self, step) && advance_activity (self, step);
}

static gboolean
advance_handlers (Instance *self)
{
  for (guint i = 0; i < self->handlers->len; i++)
    {
      Instance *handler = g_ptr_array_index (self->handlers, i);

      if (instance_advance (handler))
        return TRUE;
      if (!handler->over)
        continue;
      note (self->root->executed, &pt_program_node (self->program, handler->node)->origin);
      g_ptr_array_remove_index (self->handlers, i);
      return TRUE;
    }
  return FALSE;
}

/* ----- in any order --------------------------------------------------------------------------- */

static gboolean
is_in_any_order (const Instance *self)
{
  PtIndex node = pt_program_scope (self->program, self->scope)->node;

  return node != PT_NO_INDEX
         && pt_program_node (self->program, node)->type == PT_BPMN_AD_HOC_SUB_PROCESS;
}

/* Each of what people choose from is done once. */
static void
begin_all (Instance *self)
{
  memset (self->marking, 0, self->net->n_words * sizeof *self->marking);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->scope == self->scope
        && pt_program_node (self->program, i)->n_in == 0)
      work_begin (self, i, G_MAXUINT - i);
}

static gboolean
advance_free_works (Instance *self)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      Work *work = g_ptr_array_index (self->works, i);

      if (work->place < self->net->places->len)
        continue;
      if (!work_is_done (work))
        return work_advance (work);
      g_ptr_array_remove_index (self->works, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_over (const Instance *self)
{
  return self->handlers->len == 0 && self->works->len == 0
         && pt_net_is_final (self->net, self->marking);
}

gboolean
instance_advance (Instance *self)
{
  if (self->over)
    return FALSE;
  if (advance_handlers (self) || check_conditions (self) || advance_free_works (self))
    return TRUE;
  for (guint i = 0; i < self->net->steps->len; i++)
    if (advance_step (self, i))
      return TRUE;
  if (!is_over (self))
    return FALSE;
  self->over = TRUE;
  return TRUE;
}

/* ----- how it begins -------------------------------------------------------------------------- */

static gboolean
is_start (const Instance *self, guint step, const char *start)
{
  const PtNode *node = node_of (self, step);

  if (pt_net_place (self->net, pt_net_in (self->net, pt_net_step (self->net, step), 0))->kind
      != PT_PLACE_START)
    return FALSE;
  return start ? g_strcmp0 (node->origin.logical, start) == 0 : node->n_event_definitions == 0;
}

void
instance_begin (Instance *self, const char *start)
{
  if (is_in_any_order (self))
    {
      begin_all (self);
      return;
    }
  for (guint i = 0; i < self->net->steps->len; i++)
    if (pt_net_step (self->net, i)->n_in == 1 && is_start (self, i, start))
      {
        instance_fire (self, i);
        return;
      }
  g_error ("%s: nothing begins it", pt_program_scope (self->program, self->scope)->origin.id);
}
