/* events.c: what is thrown, by whom it is caught, and what happens from outside
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reading.h"

/* What is looked for among all that waits. */
typedef struct
{
  PtBpmnType definition; /* kind of event */
  const char *name;      /* (nullable): of the signal, or code */
} Thrown;

static const PtDefinition *
definition_of (const PtProgram *program, const PtNode *node)
{
  return node->reference == PT_NO_INDEX ? NULL : pt_program_definition (program, node->reference);
}

static const char *
name_of (const PtProgram *program, const PtNode *node)
{
  const PtDefinition *definition = definition_of (program, node);

  if (!definition)
    return NULL;
  return definition->type == PT_BPMN_SIGNAL ? definition->name : definition->code;
}

/* Without a code it catches all. */
static gboolean
catches (const PtProgram *program, const PtNode *node, const Thrown *thrown)
{
  const char *name = name_of (program, node);

  return node->event_definition == thrown->definition
         && (!name || g_strcmp0 (name, thrown->name) == 0);
}

/* ----- event sub-processes -------------------------------------------------------------------- */

typedef gboolean (*Match) (Instance *instance, const PtNode *start, gconstpointer data);

/* Returns: the start event of an event sub-process of the scope, and its node */
static const PtNode *
find_handler (Instance *self, Match match, gconstpointer data, PtIndex *handler)
{
  const PtProgram *program = self->program;

  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *start = pt_program_node (program, i);
      const PtScope *scope = pt_program_scope (program, start->scope);

      if (start->type != PT_BPMN_START_EVENT || scope->parent != self->scope
          || scope->node == PT_NO_INDEX
          || !pt_program_node (program, scope->node)->triggered_by_event
          || !match (self, start, data))
        continue;
      *handler = scope->node;
      return start;
    }
  return NULL;
}

static void
begin_handler (Instance *self, PtIndex node, const PtNode *start)
{
  Instance *handler = instance_new (self->root, self->program,
                                    pt_program_node (self->program, node)->inner, self->frame);

  handler->host = self;
  handler->node = node;
  if (!start->non_interrupting)
    instance_stop (self);
  g_ptr_array_add (self->handlers, handler);
  instance_begin (handler, start->origin.logical);
}

static gboolean
match_thrown (Instance *self, const PtNode *start, gconstpointer thrown)
{
  return catches (self->program, start, thrown);
}

static gboolean
match_id (Instance *self, const PtNode *start, gconstpointer id)
{
  return g_strcmp0 (start->origin.logical, id) == 0;
}

/* ----- boundary events ------------------------------------------------------------------------ */

static gboolean
find_boundary (Instance *self, PtIndex host, const Thrown *thrown, guint *step)
{
  for (guint i = 0; i < self->net->steps->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, pt_net_step (self->net, i)->node);

      if (node->type == PT_BPMN_BOUNDARY_EVENT && node->host == host
          && catches (self->program, node, thrown)
          && pt_net_is_enabled (self->net, i, self->marking))
        {
          *step = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* ----- errors and escalations: outwards until somebody catches them --------------------------- */

static Work *
caller_of (Instance *self)
{
  while (self->host)
    self = self->host;
  return self->caller;
}

/* Returns: whether it is caught by one that interrupts, or any at all for an error */
static gboolean
throw_outwards (Instance *self, Work *work, const Thrown *thrown)
{
  for (;;)
    {
      PtIndex handler;
      guint step;
      const PtNode *start;

      if (work && find_boundary (work->instance, work->node, thrown, &step))
        {
          instance_fire_boundary (work->instance, step);
          return TRUE;
        }
      if (work)
        self = work->instance;
      start = find_handler (self, match_thrown, thrown, &handler);
      if (start && self->node == PT_NO_INDEX)
        {
          begin_handler (self, handler, start);
          return TRUE;
        }
      work = caller_of (self);
      if (!work)
        return FALSE;
    }
}

gboolean
throw_error (Instance *from, Work *work, const char *code)
{
  const Thrown thrown = { PT_BPMN_ERROR_EVENT_DEFINITION, code };

  return throw_outwards (from, work, &thrown);
}

/* ----- signals: to all at once ---------------------------------------------------------------- */

typedef struct
{
  Instance *instance;
  guint step;
} Waiting;

static void
for_each_instance (Instance *self, GFunc function, gpointer data)
{
  function (self, data);
  for (guint i = 0; i < self->handlers->len; i++)
    for_each_instance (g_ptr_array_index (self->handlers, i), function, data);
  for (guint i = 0; i < self->works->len; i++)
    {
      const Work *work = g_ptr_array_index (self->works, i);

      for (guint k = 0; k < work->inner->len; k++)
        for_each_instance (g_ptr_array_index (work->inner, k), function, data);
    }
}

static void
add_instance (gpointer instance, gpointer instances)
{
  g_ptr_array_add (instances, instance);
}

static GPtrArray *
all_instances (Case *root)
{
  GPtrArray *instances = g_ptr_array_new ();

  for_each_instance (root->main, add_instance, instances);
  return instances;
}

static gboolean
is_catch (const PtNode *node)
{
  return node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT || node->type == PT_BPMN_BOUNDARY_EVENT;
}

static GArray *
find_waiting (Case *root, const Thrown *thrown)
{
  g_autoptr (GPtrArray) instances = all_instances (root);
  GArray *waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));

  for (guint k = 0; k < instances->len; k++)
    {
      Instance *instance = g_ptr_array_index (instances, k);

      for (guint i = 0; i < instance->net->steps->len; i++)
        {
          const PtNode *node
              = pt_program_node (instance->program, pt_net_step (instance->net, i)->node);
          Waiting one = { instance, i };

          if (is_catch (node) && catches (instance->program, node, thrown)
              && pt_net_is_enabled (instance->net, i, instance->marking))
            g_array_append_val (waiting, one);
        }
    }
  return waiting;
}

static void
fire_waiting (Case *root, const Waiting *one)
{
  g_autoptr (GPtrArray) alive = all_instances (root);

  if (g_ptr_array_find (alive, one->instance, NULL)
      && pt_net_is_enabled (one->instance->net, one->step, one->instance->marking))
    instance_fire_boundary (one->instance, one->step);
}

static gboolean
broadcast (Case *root, const char *name)
{
  const Thrown thrown = { PT_BPMN_SIGNAL_EVENT_DEFINITION, name };
  g_autoptr (GArray) waiting = find_waiting (root, &thrown);
  g_autoptr (GPtrArray) instances = all_instances (root);
  gboolean found = waiting->len > 0;

  for (guint i = 0; i < instances->len; i++)
    {
      PtIndex handler;
      Instance *instance = g_ptr_array_index (instances, i);
      const PtNode *start
          = instance->over ? NULL : find_handler (instance, match_thrown, &thrown, &handler);

      if (!start)
        continue;
      begin_handler (instance, handler, start);
      return TRUE;
    }
  for (guint i = 0; i < waiting->len; i++)
    fire_waiting (root, &g_array_index (waiting, Waiting, i));
  return found;
}

/* ----- compensation --------------------------------------------------------------------------- */

static PtIndex
find_node (const PtProgram *program, const char *id)
{
  for (PtIndex i = 0; id && i < program->nodes->len; i++)
    if (g_strcmp0 (pt_program_node (program, i)->origin.id, id) == 0)
      return i;
  return PT_NO_INDEX;
}

static PtIndex
handler_of (const PtProgram *program, PtIndex activity)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (node->host != activity || node->event_definition != PT_BPMN_COMPENSATE_EVENT_DEFINITION)
        continue;
      for (guint k = 0; k < program->items->len; k++)
        {
          const PtItem *item = PT_PROGRAM_AT (program->items, PtItem, k);

          if (g_strcmp0 (item->source, node->origin.id) == 0)
            return find_node (program, item->target);
        }
    }
  return PT_NO_INDEX;
}

/* The last first. */
static void
compensate (Instance *self, const char *only)
{
  const char *error;

  for (guint k = self->finished->len; k-- > 0;)
    {
      PtIndex activity = g_array_index (self->finished, PtIndex, k);
      PtIndex handler = handler_of (self->program, activity);

      if (handler == PT_NO_INDEX
          || (only && g_strcmp0 (pt_program_node (self->program, activity)->origin.id, only) != 0))
        continue;
      note_role (self, pt_program_node (self->program, handler));
      if (!perform (self, handler, self->frame, &error))
        g_error ("%s: cannot be held", pt_program_node (self->program, handler)->origin.id);
      note (self->root->executed, &pt_program_node (self->program, handler)->origin);
      g_array_remove_index (self->finished, k);
    }
}

/* ----- what a throw or end event does --------------------------------------------------------- */

void
throw_event (Instance *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  Thrown thrown = { node->event_definition, name_of (self->program, node) };

  if (!pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT))
    return;
  switch (node->event_definition)
    {
    case PT_BPMN_SIGNAL_EVENT_DEFINITION:
      broadcast (self->root, thrown.name);
      break;
    case PT_BPMN_CANCEL_EVENT_DEFINITION:
      compensate (self, NULL);
      throw_outwards (self, self->caller, &thrown);
      break;
    case PT_BPMN_ERROR_EVENT_DEFINITION:
    case PT_BPMN_ESCALATION_EVENT_DEFINITION:
      throw_outwards (self, NULL, &thrown);
      break;
    case PT_BPMN_COMPENSATE_EVENT_DEFINITION:
      compensate (self, node->activity_ref);
      break;
    case PT_BPMN_TERMINATE_EVENT_DEFINITION:
      g_ptr_array_set_size (self->handlers, 0);
      break;
    default:
      break;
    }
}

/* ----- conditions ----------------------------------------------------------------------------- */

static gboolean
is_met (Instance *self, const PtNode *node)
{
  return node->event_definition == PT_BPMN_CONDITIONAL_EVENT_DEFINITION && node->condition
         && frame_test (self->frame, node->condition);
}

static gboolean
match_condition (Instance *self, const PtNode *start, gconstpointer data)
{
  return is_met (self, start) && self->handlers->len == 0;
}

gboolean
check_conditions (Instance *self)
{
  PtIndex handler;
  const PtNode *start = self->node == PT_NO_INDEX && !pt_net_is_final (self->net, self->marking)
                            ? find_handler (self, match_condition, NULL, &handler)
                            : NULL;

  if (start)
    {
      begin_handler (self, handler, start);
      return TRUE;
    }
  for (guint i = 0; i < self->net->steps->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, pt_net_step (self->net, i)->node);

      if (!is_catch (node) || !is_met (self, node)
          || !pt_net_is_enabled (self->net, i, self->marking))
        continue;
      instance_fire_boundary (self, i);
      return TRUE;
    }
  return FALSE;
}

/* ----- what happens from outside -------------------------------------------------------------- */

static gboolean
occur_step (Instance *self, const char *id, JsonObject *data)
{
  for (guint i = 0; i < self->net->steps->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, pt_net_step (self->net, i)->node);

      if (g_strcmp0 (node->origin.logical, id) != 0
          || !(is_catch (node) || is_raced (self, pt_net_step (self->net, i)->node))
          || !pt_net_is_enabled (self->net, i, self->marking))
        continue;
      frame_set_all (self->frame, data);
      if (node->event_definition == PT_BPMN_SIGNAL_EVENT_DEFINITION)
        broadcast (self->root, name_of (self->program, node));
      else
        instance_fire_boundary (self, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
occur_work (Instance *self, const char *id, JsonObject *data)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      Work *work = g_ptr_array_index (self->works, i);

      if (!work->held
          || g_strcmp0 (pt_program_node (self->program, work->node)->origin.logical, id) != 0)
        continue;
      work_release (work, data);
      return TRUE;
    }
  return FALSE;
}

static gboolean
occur_handler (Instance *self, const char *id, JsonObject *data)
{
  PtIndex handler;
  const PtNode *start = find_handler (self, match_id, id, &handler);

  if (!start)
    return FALSE;
  frame_set_all (self->frame, data);
  if (start->event_definition == PT_BPMN_SIGNAL_EVENT_DEFINITION)
    return broadcast (self->root, name_of (self->program, start));
  begin_handler (self, handler, start);
  return TRUE;
}

gboolean
occur (Case *root, const char *id, JsonObject *data)
{
  g_autoptr (GPtrArray) instances = all_instances (root);

  for (guint i = 0; i < instances->len; i++)
    {
      Instance *instance = g_ptr_array_index (instances, i);

      if (occur_work (instance, id, data) || occur_handler (instance, id, data)
          || occur_step (instance, id, data))
        return TRUE;
    }
  return FALSE;
}
