/* pt-net-build.c: what each kind of node does to tokens
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

/* Ways out of an inclusive split that are tried in all combinations. */
#define MAX_COMBINED 6

typedef struct _PtNetMaker Build;

static const PtNode *
node_at (const Build *self, PtIndex i)
{
  return pt_program_node (self->program, i);
}

/* ----- steps ----------------------------------------------------------------------------------- */

static guint
in_place (const Build *self, PtIndex node, guint k)
{
  return self->places[pt_program_flow_in (self->program, node, k)];
}

static guint
out_place (const Build *self, PtIndex node, guint k)
{
  return self->places[pt_program_flow_out (self->program, node, k)];
}

static void
begin (Build *self)
{
  g_array_set_size (self->in, 0);
  g_array_set_size (self->out, 0);
}

/* Onto all flows out of @node. */
static void
put_on_all (Build *self, PtIndex node)
{
  for (guint k = 0; k < node_at (self, node)->n_out; k++)
    {
      guint place = out_place (self, node, k);

      g_array_append_val (self->out, place);
    }
}

static const GArray *
messages_of (GHashTable *table, PtIndex node)
{
  return table != NULL ? g_hash_table_lookup (table, GUINT_TO_POINTER (node + 1)) : NULL;
}

/* What @node receives has to be there, and stays; what it sends is there from now on. */
static void
end (Build *self, PtStepKind kind, PtIndex node)
{
  const GArray *sent = messages_of (self->sent, node);
  const GArray *received = messages_of (self->received, node);
  guint n_in = self->in->len, n_out;

  if (sent != NULL)
    g_array_append_vals (self->out, sent->data, sent->len);
  n_out = self->out->len;
  for (guint k = 0; received != NULL && k < received->len; k++)
    {
      guint place = g_array_index (received, guint, k);

      g_array_append_val (self->in, place);
      g_array_append_val (self->out, place);
      pt_net_add_step (self->net, kind, node, self->in, self->out);
      g_array_set_size (self->in, n_in);
      g_array_set_size (self->out, n_out);
    }
  if (received == NULL)
    pt_net_add_step (self->net, kind, node, self->in, self->out);
}

static void
add_step (Build *self, PtIndex node, guint from, guint to)
{
  begin (self);
  g_array_append_val (self->in, from);
  g_array_append_val (self->out, to);
  end (self, PT_STEP_PLAIN, node);
}

/* From @from onto all flows out of @node. */
static void
add_passage (Build *self, PtIndex node, guint from)
{
  begin (self);
  g_array_append_val (self->in, from);
  put_on_all (self, node);
  end (self, PT_STEP_PLAIN, node);
}

static void
for_each_in (Build *self, PtIndex node, void (*build) (Build *self, PtIndex node, guint from))
{
  for (guint k = 0; k < node_at (self, node)->n_in; k++)
    build (self, node, in_place (self, node, k));
}

/* ----- gateways -------------------------------------------------------------------------------- */

static void
add_choices (Build *self, PtIndex node, guint from)
{
  for (guint k = 0; k < node_at (self, node)->n_out; k++)
    add_step (self, node, from, out_place (self, node, k));
}

/* The event that comes first decides: the way to it is taken when it occurs. */
static void
add_race (Build *self, PtIndex node, guint from)
{
  for (guint k = 0; k < node_at (self, node)->n_out; k++)
    {
      PtIndex flow = pt_program_flow_out (self->program, node, k);

      add_passage (self, pt_program_flow (self->program, flow)->target, from);
    }
}

static void
build_race (Build *self, PtIndex node)
{
  for_each_in (self, node, add_race);
}

/* Its way is that of the gateway before it. */
static gboolean
is_raced (const Build *self, PtIndex node)
{
  PtIndex source;

  if (node_at (self, node)->n_in != 1)
    return FALSE;
  source = pt_program_flow (self->program, pt_program_flow_in (self->program, node, 0))->source;
  return node_at (self, source)->type == PT_BPMN_EVENT_BASED_GATEWAY;
}

/* Many ways in times many ways out are too many: they meet in between. */
static void
build_exclusive (Build *self, PtIndex node)
{
  guint between;

  if (node_at (self, node)->n_in <= 1 || node_at (self, node)->n_out <= 1)
    {
      for_each_in (self, node, add_choices);
      return;
    }
  between = pt_net_add_place (self->net, PT_PLACE_BUSY, node);
  for (guint k = 0; k < node_at (self, node)->n_in; k++)
    add_step (self, node, in_place (self, node, k), between);
  add_choices (self, node, between);
}

static void
take_from_all (Build *self, PtIndex node)
{
  for (guint k = 0; k < node_at (self, node)->n_in; k++)
    {
      guint place = in_place (self, node, k);

      g_array_append_val (self->in, place);
    }
}

static void
build_parallel (Build *self, PtIndex node)
{
  if (node_at (self, node)->n_in == 0)
    return;
  begin (self);
  take_from_all (self, node);
  put_on_all (self, node);
  end (self, PT_STEP_PLAIN, node);
}

static void
add_inclusive (Build *self, PtIndex node, guint64 ways)
{
  begin (self);
  take_from_all (self, node);
  for (guint k = 0; k < node_at (self, node)->n_out; k++)
    if ((ways >> k & 1) != 0)
      {
        guint place = out_place (self, node, k);

        g_array_append_val (self->out, place);
      }
  end (self, node_at (self, node)->n_in > 1 ? PT_STEP_INCLUSIVE : PT_STEP_PLAIN, node);
}

/* With too many ways out: each alone, and all at once. */
static void
build_inclusive (Build *self, PtIndex node)
{
  guint n = node_at (self, node)->n_out;

  if (node_at (self, node)->n_in == 0 || n > 64)
    {
      self->net->approximate = n > 64;
      return;
    }
  if (n <= MAX_COMBINED)
    for (guint64 ways = 1; ways < (guint64)1 << n; ways++)
      add_inclusive (self, node, ways);
  else
    {
      self->net->approximate = TRUE;
      for (guint k = 0; k < n; k++)
        add_inclusive (self, node, (guint64)1 << k);
      add_inclusive (self, node, G_MAXUINT64);
    }
  if (n == 0)
    add_inclusive (self, node, 0);
}

/* ----- activities with boundary events --------------------------------------------------------- */

/* Of an activity: the boundary events that stop it, and those that do not. */
typedef struct
{
  GArray *stopping, *alongside; /* PtIndex */
} Boundary;

static void
collect_boundary (const Build *self, PtIndex host, Boundary *boundary)
{
  for (PtIndex i = self->first_boundary[host]; i != PT_NO_INDEX; i = self->next_boundary[i])
    g_array_append_val (node_at (self, i)->non_interrupting ? boundary->alongside
                                                            : boundary->stopping,
                        i);
}

/* One that does not interrupt occurs once in a case: more often would be a case of its own each time. */
static void
add_alongside (Build *self, PtIndex event, guint busy)
{
  guint armed = pt_net_add_place (self->net, PT_PLACE_ARMED, event);

  begin (self);
  g_array_append_val (self->in, busy);
  g_array_append_val (self->in, armed);
  g_array_append_val (self->out, busy);
  put_on_all (self, event);
  end (self, PT_STEP_PLAIN, event);
}

static void
build_busy (Build *self, PtIndex node, const Boundary *boundary)
{
  guint busy = pt_net_add_place (self->net, PT_PLACE_BUSY, node);

  for (guint k = 0; k < node_at (self, node)->n_in; k++)
    add_step (self, node, in_place (self, node, k), busy);
  add_passage (self, node, busy);
  for (guint k = 0; k < boundary->stopping->len; k++)
    add_passage (self, g_array_index (boundary->stopping, PtIndex, k), busy);
  for (guint k = 0; k < boundary->alongside->len; k++)
    add_alongside (self, g_array_index (boundary->alongside, PtIndex, k), busy);
}

static void
build_activity (Build *self, PtIndex node)
{
  g_autoptr (GArray) stopping = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  g_autoptr (GArray) alongside = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  Boundary boundary = { stopping, alongside };

  collect_boundary (self, node, &boundary);
  if (stopping->len + alongside->len > 0)
    build_busy (self, node, &boundary);
  else
    for_each_in (self, node, add_passage);
  if (node_at (self, node)->instantiate && node_at (self, node)->n_in == 0)
    add_passage (self, node, self->start);
}

/* ----- events ---------------------------------------------------------------------------------- */

static void
build_start (Build *self, PtIndex node)
{
  add_passage (self, node, self->start);
}

static PtIndex
find_link_target (const Build *self, PtIndex thrower)
{
  const GArray *nodes = self->nodes->pdata[self->scope];
  const char *link = node_at (self, thrower)->link;

  for (guint k = 0; link && k < nodes->len; k++)
    {
      PtIndex i = g_array_index (nodes, PtIndex, k);

      if (node_at (self, i)->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
          && g_strcmp0 (node_at (self, i)->link, link) == 0)
        return i;
    }
  return PT_NO_INDEX;
}

/* A link event that is thrown goes on where it is caught. */
static void
add_jump (Build *self, PtIndex node, guint from)
{
  PtIndex target = find_link_target (self, node);

  if (target == PT_NO_INDEX)
    {
      add_passage (self, node, from);
      return;
    }
  begin (self);
  g_array_append_val (self->in, from);
  put_on_all (self, target);
  end (self, PT_STEP_PLAIN, node);
}

static void
build_event (Build *self, PtIndex node)
{
  gboolean is_link = node_at (self, node)->event_definition == PT_BPMN_LINK_EVENT_DEFINITION;

  for_each_in (self, node, is_link ? add_jump : add_passage);
}

static gboolean
ends_all (const PtNode *node)
{
  return node->event_definition == PT_BPMN_TERMINATE_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_CANCEL_EVENT_DEFINITION;
}

static void
build_end (Build *self, PtIndex node)
{
  guint place = pt_net_add_place (self->net, PT_PLACE_END, node);

  for (guint k = 0; k < node_at (self, node)->n_in; k++)
    {
      guint from = in_place (self, node, k);

      begin (self);
      g_array_append_val (self->in, from);
      g_array_append_val (self->out, place);
      end (self, ends_all (node_at (self, node)) ? PT_STEP_END_ALL : PT_STEP_PLAIN, node);
    }
}

static void
build_nothing (Build *self, PtIndex node)
{
}

/* ----- the whole ------------------------------------------------------------------------------- */

/* The first that a node is: boundary events go with their activity. */
static const struct
{
  PtBpmnType type;
  void (*build) (Build *self, PtIndex node);
} builders[] = {
  { PT_BPMN_BOUNDARY_EVENT, build_nothing },
  { PT_BPMN_START_EVENT, build_start },
  { PT_BPMN_END_EVENT, build_end },
  { PT_BPMN_EVENT, build_event },
  { PT_BPMN_PARALLEL_GATEWAY, build_parallel },
  { PT_BPMN_INCLUSIVE_GATEWAY, build_inclusive },
  { PT_BPMN_COMPLEX_GATEWAY, build_inclusive },
  { PT_BPMN_EVENT_BASED_GATEWAY, build_race },
  { PT_BPMN_GATEWAY, build_exclusive },
  { PT_BPMN_FLOW_NODE, build_activity },
};

static gboolean
takes_part (const PtNode *node)
{
  return !node->triggered_by_event && !node->for_compensation;
}

static void
build_node (Build *self, PtIndex i)
{
  const PtNode *node = node_at (self, i);

  for (guint k = 0; k < G_N_ELEMENTS (builders); k++)
    if (pt_bpmn_type_is_a (node->type, builders[k].type))
      {
        builders[k].build (self, i);
        return;
      }
}

/* Gateways that begin a process by the event that comes. */
static void
build_beginning_gateway (Build *self, PtIndex i)
{
  if (pt_bpmn_type_is_a (node_at (self, i)->type, PT_BPMN_GATEWAY) && node_at (self, i)->n_in == 0
      && node_at (self, i)->instantiate)
    (node_at (self, i)->type == PT_BPMN_EVENT_BASED_GATEWAY ? add_race : add_choices) (self, i,
                                                                                      self->start);
}

/* From the last to the first, so that chains run in the order of the program. */
static void
chain_boundary_events (Build *self)
{
  guint n = self->program->nodes->len;

  self->first_boundary = g_new (PtIndex, n + 1);
  self->next_boundary = g_new (PtIndex, n + 1);
  for (PtIndex i = 0; i < n; i++)
    self->first_boundary[i] = PT_NO_INDEX;
  for (PtIndex i = n; i-- > 0;)
    {
      const PtNode *node = node_at (self, i);

      if (node->host == PT_NO_INDEX || node->type != PT_BPMN_BOUNDARY_EVENT
          || node_at (self, node->host)->scope != node->scope
          || node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION)
        continue;
      self->next_boundary[i] = self->first_boundary[node->host];
      self->first_boundary[node->host] = i;
    }
}

static GPtrArray *
new_groups (guint n)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (PtIndex)));
  return groups;
}

PtNetMaker *
pt_net_maker_new (const PtProgram *program)
{
  Build *self = g_new0 (Build, 1);

  self->program = program;
  self->nodes = new_groups (program->scopes->len);
  self->flows = new_groups (program->scopes->len);
  self->places = g_new (guint, program->flows->len + 1);
  self->in = g_array_new (FALSE, FALSE, sizeof (guint));
  self->out = g_array_new (FALSE, FALSE, sizeof (guint));
  for (PtIndex i = 0; i < program->nodes->len; i++)
    g_array_append_val ((GArray *)self->nodes->pdata[node_at (self, i)->scope], i);
  for (PtIndex i = 0; i < program->flows->len; i++)
    g_array_append_val ((GArray *)self->flows->pdata[pt_program_flow (program, i)->scope], i);
  chain_boundary_events (self);
  return self;
}

void
pt_net_maker_free (PtNetMaker *self)
{
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->flows);
  g_array_unref (self->in);
  g_array_unref (self->out);
  g_free (self->places);
  g_free (self->first_boundary);
  g_free (self->next_boundary);
  g_free (self);
}

const GArray *
pt_net_maker_get_nodes (const PtNetMaker *self, PtIndex scope)
{
  return self->nodes->pdata[scope];
}

void
pt_net_maker_add_scope (PtNetMaker *self, PtIndex scope)
{
  const GArray *nodes = self->nodes->pdata[scope], *flows = self->flows->pdata[scope];

  self->net->n_processes++;
  self->scope = scope;
  self->start = pt_net_add_place (self->net, PT_PLACE_START, scope);
  for (guint k = 0; k < flows->len; k++)
    self->places[g_array_index (flows, PtIndex, k)]
        = pt_net_add_place (self->net, PT_PLACE_FLOW, g_array_index (flows, PtIndex, k));
  for (guint k = 0; k < nodes->len; k++)
    {
      PtIndex i = g_array_index (nodes, PtIndex, k);

      if (!takes_part (node_at (self, i)) || is_raced (self, i))
        continue;
      build_node (self, i);
      build_beginning_gateway (self, i);
    }
}

PtNet *
pt_net_maker_finish (PtNetMaker *self)
{
  pt_net_seal (self->net);
  pt_net_look_upstream (self->net);
  return self->net;
}

PtNet *
pt_net_maker_make (PtNetMaker *self, PtIndex scope)
{
  self->net = pt_net_alloc ();
  pt_net_maker_add_scope (self, scope);
  return pt_net_maker_finish (self);
}

PtNet *
pt_net_new (const PtProgram *program, PtIndex scope)
{
  g_autoptr (PtNetMaker) maker = pt_net_maker_new (program);

  return pt_net_maker_make (maker, scope);
}
