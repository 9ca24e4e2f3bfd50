/* pt-type-ways.c: in which order what is in the processes happens
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-type.h"

#define PATIENCE (50 * 1000 * 1000)

typedef struct
{
  guint from, to;
} Edge;

typedef struct
{
  PtWays *ways;
  GArray *edges;     /* Edge */
  gboolean *divides; /* by scope: its tokens may multiply */
} Build;

static const PtNode *
node_at (const Build *self, PtIndex i)
{
  return pt_program_node (self->ways->program, i);
}

static void
connect (Build *self, guint from, guint to)
{
  const Edge edge = { from, to };

  g_array_append_val (self->edges, edge);
}

/* ----- edges ---------------------------------------------------------------------------------- */

static gboolean
is_link (const PtNode *node, PtBpmnType type)
{
  return node->type == type && node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION;
}

/* Whether a scope begins with @node. */
static gboolean
begins (const PtNode *node)
{
  return node->n_in == 0 && node->type != PT_BPMN_BOUNDARY_EVENT && !node->for_compensation
         && !is_link (node, PT_BPMN_INTERMEDIATE_CATCH_EVENT);
}

static gboolean
ends (const PtNode *node)
{
  return node->n_out == 0 && !node->triggered_by_event && !node->for_compensation
         && !is_link (node, PT_BPMN_INTERMEDIATE_THROW_EVENT);
}

/* An event sub-process begins with what is known when the scope around it begins. */
static void
connect_scope (Build *self, PtIndex i)
{
  const PtNode *node = node_at (self, i);
  PtIndex around = pt_program_scope (self->ways->program, node->scope)->node;

  if (begins (node) && around == PT_NO_INDEX)
    self->ways->begins[PT_POINT_BEFORE (i)] = TRUE;
  else if (begins (node))
    connect (self, PT_POINT_BEFORE (around), PT_POINT_BEFORE (i));
  if (ends (node) && around != PT_NO_INDEX && !node_at (self, around)->triggered_by_event)
    {
      connect (self, PT_POINT_BEHIND (i), PT_POINT_BEHIND (around));
      self->ways->gathers[PT_POINT_BEHIND (around)] = self->divides[node->scope];
    }
}

static void
connect_node (Build *self, PtIndex i)
{
  const PtNode *node = node_at (self, i);

  if (node->inner == PT_NO_INDEX)
    connect (self, PT_POINT_BEFORE (i), PT_POINT_BEHIND (i));
  if (node->type == PT_BPMN_PARALLEL_GATEWAY)
    self->ways->gathers[PT_POINT_BEFORE (i)] = TRUE;
  if (node->type == PT_BPMN_BOUNDARY_EVENT && node->host != PT_NO_INDEX)
    connect (self, PT_POINT_BEFORE (node->host), PT_POINT_BEFORE (i));
  connect_scope (self, i);
}

static void
connect_flow (Build *self, PtIndex i)
{
  const PtFlow *flow = pt_program_flow (self->ways->program, i);

  if (flow->source != PT_NO_INDEX && flow->target != PT_NO_INDEX)
    connect (self, PT_POINT_BEHIND (flow->source), PT_POINT_BEFORE (flow->target));
}

/* From where a link is left to where it is entered. */
static void
connect_links (Build *self)
{
  const PtProgram *program = self->ways->program;
  g_autoptr (GHashTable) entries = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (is_link (node_at (self, i), PT_BPMN_INTERMEDIATE_CATCH_EVENT) && node_at (self, i)->link)
      g_hash_table_insert (entries,
                           g_strdup_printf ("%u %s", node_at (self, i)->scope,
                                            node_at (self, i)->link),
                           GUINT_TO_POINTER (i + 1));
  for (PtIndex i = 0; i < program->nodes->len && g_hash_table_size (entries) > 0; i++)
    if (is_link (node_at (self, i), PT_BPMN_INTERMEDIATE_THROW_EVENT) && node_at (self, i)->link)
      {
        g_autofree char *key
            = g_strdup_printf ("%u %s", node_at (self, i)->scope, node_at (self, i)->link);
        PtIndex entry = GPOINTER_TO_UINT (g_hash_table_lookup (entries, key)) - 1;

        if (entry != PT_NO_INDEX)
          connect (self, PT_POINT_BEHIND (i), PT_POINT_BEFORE (entry));
      }
}

static void
find_divided (Build *self)
{
  const PtProgram *program = self->ways->program;

  for (PtIndex i = 0; i < program->nodes->len; i++)
    if ((node_at (self, i)->type == PT_BPMN_PARALLEL_GATEWAY && node_at (self, i)->n_out > 1)
        || node_at (self, i)->type == PT_BPMN_AD_HOC_SUB_PROCESS)
      self->divides[node_at (self, i)->type == PT_BPMN_AD_HOC_SUB_PROCESS
                            && node_at (self, i)->inner != PT_NO_INDEX
                        ? node_at (self, i)->inner
                        : node_at (self, i)->scope]
          = TRUE;
}

/* ----- the graph ------------------------------------------------------------------------------ */

static void
group (const GArray *edges, guint n, gboolean backward, guint **first, guint **members)
{
  g_autofree guint *next = NULL;

  *first = g_new0 (guint, n + 1);
  *members = g_new (guint, edges->len + 1);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      (*first)[(backward ? edge->to : edge->from) + 1]++;
    }
  for (guint i = 0; i < n; i++)
    (*first)[i + 1] += (*first)[i];
  next = g_memdup2 (*first, sizeof (guint) * (n + 1));
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      (*members)[next[backward ? edge->to : edge->from]++] = backward ? edge->from : edge->to;
    }
}

/* A walk in depth without recursion; points are ordered by when it is done with them, the last
 * first. */
static void
order_from (PtWays *self, guint start, guint *next, GArray *stack, guint *end)
{
  g_array_append_val (stack, start);
  next[start] = self->first_behind[start];
  while (stack->len > 0)
    {
      guint point = g_array_index (stack, guint, stack->len - 1);

      if (next[point] == self->first_behind[point + 1])
        {
          self->order[--*end] = point;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      guint other = self->behind[next[point]++];

      if (next[other] == G_MAXUINT)
        {
          next[other] = self->first_behind[other];
          g_array_append_val (stack, other);
        }
    }
}

static void
order_points (PtWays *self)
{
  g_autofree guint *next = g_new (guint, self->n_points + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = self->n_points;

  self->order = g_new (guint, self->n_points + 1);
  for (guint i = 0; i < self->n_points; i++)
    next[i] = G_MAXUINT;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = self->n_points; i-- > 0;)
      if (next[i] == G_MAXUINT && (pass == 1 || self->begins[i]))
        order_from (self, i, next, stack, &end);
}

PtWays *
pt_ways_new (const PtProgram *program)
{
  PtWays *self = g_new0 (PtWays, 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autofree gboolean *divides = g_new0 (gboolean, program->scopes->len + 1);
  Build build = { self, edges, divides };

  self->program = program;
  self->n_points = 2 * program->nodes->len;
  self->begins = g_new0 (gboolean, self->n_points + 1);
  self->gathers = g_new0 (gboolean, self->n_points + 1);
  self->seen = g_new0 (guint, self->n_points + 1);
  self->patience = PATIENCE;
  find_divided (&build);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    connect_node (&build, i);
  for (PtIndex i = 0; i < program->flows->len; i++)
    connect_flow (&build, i);
  connect_links (&build);
  group (edges, self->n_points, TRUE, &self->first_before, &self->before);
  group (edges, self->n_points, FALSE, &self->first_behind, &self->behind);
  order_points (self);
  return self;
}

void
pt_ways_free (PtWays *self)
{
  g_free (self->first_before);
  g_free (self->before);
  g_free (self->first_behind);
  g_free (self->behind);
  g_free (self->begins);
  g_free (self->gathers);
  g_free (self->seen);
  g_free (self->order);
  g_free (self);
}
