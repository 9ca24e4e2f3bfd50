/* pt-style-structure.c: whether every split has a join of its kind
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 7PMG rule 4. Structured is what rules reduce to nothing (J. Mendling, Metrics for process models,
 * Springer 2008, 4.3): steps in a row, ways from a split that meet again in a join of its kind,
 * loops with one way in and one out. Ways that end for themselves, as BPMN lets them, go too.
 * Gateways that are left have no partner.
 *
 * Each round is linear; the number of rounds is as large as the nesting is deep, and limited.
 */
#include "pt-report.h"
#include "pt-style.h"

#include <stdlib.h>

#define MAX_ROUNDS 100
#define MAX_NAMED 5

typedef enum
{
  KIND_ANY, /* of activities, by their events and flows without a gateway */
  KIND_EXCLUSIVE,
  KIND_INCLUSIVE,
  KIND_PARALLEL,
} Kind;

static const struct
{
  PtBpmnType type;
  Kind kind;
} kinds[] = {
  { PT_BPMN_EXCLUSIVE_GATEWAY, KIND_EXCLUSIVE },
  { PT_BPMN_EVENT_BASED_GATEWAY, KIND_EXCLUSIVE },
  { PT_BPMN_INCLUSIVE_GATEWAY, KIND_INCLUSIVE },
  { PT_BPMN_PARALLEL_GATEWAY, KIND_PARALLEL },
};

typedef struct
{
  PtIndex from, to; /* from is PT_NO_INDEX once it is gone */
} Edge;

typedef struct
{
  Kind kind;
  guint n_in, n_out;
  guint only_in, only_out;  /* edges, when it was but one at the beginning of the round */
  PtIndex split, join;      /* gateways that it became a part of, else itself */
  gboolean needs_inclusive; /* more than one way to it may be taken */
} Vertex;

typedef struct
{
  PtStyle *style;
  Vertex *vertices; /* by node; only those of the scope count */
  GArray *edges;
  gboolean changed;
} Structure;

#define NO_EDGE G_MAXUINT
#define VERTEX(self, node) (&(self)->vertices[node])
#define EDGE(self, i) (&g_array_index ((self)->edges, Edge, (i)))

static Kind
kind_of (PtBpmnType type)
{
  for (guint row = 0; row < G_N_ELEMENTS (kinds); row++)
    if (kinds[row].type == type)
      return kinds[row].kind;
  return KIND_ANY;
}

/* ----- one round -------------------------------------------------------------------------------
 */

static void
remove_edge (Structure *self, Edge *edge)
{
  VERTEX (self, edge->from)->n_out--;
  VERTEX (self, edge->to)->n_in--;
  edge->from = PT_NO_INDEX;
  self->changed = TRUE;
}

static PtIndex
find_split (Structure *self, PtIndex node)
{
  while (VERTEX (self, node)->split != node)
    node = VERTEX (self, node)->split;
  return node;
}

static PtIndex
find_join (Structure *self, PtIndex node)
{
  while (VERTEX (self, node)->join != node)
    node = VERTEX (self, node)->join;
  return node;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *left = a, *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return left->to == right->to ? 0 : left->to < right->to ? -1 : 1;
}

/* Drops the edges that are gone, and sorts the others so that equal ones stand together. */
static void
tidy (Structure *self)
{
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    if (EDGE (self, i)->from != PT_NO_INDEX)
      {
        Edge edge
            = { find_split (self, EDGE (self, i)->from), find_join (self, EDGE (self, i)->to) };

        *EDGE (self, n++) = edge;
      }
  g_array_set_size (self->edges, n);
  g_array_sort (self->edges, compare_edges);
}

static void
count (Structure *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      Vertex *from = VERTEX (self, EDGE (self, i)->from), *to = VERTEX (self, EDGE (self, i)->to);

      from->n_in = from->n_out = to->n_in = to->n_out = 0;
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      Vertex *from = VERTEX (self, EDGE (self, i)->from), *to = VERTEX (self, EDGE (self, i)->to);

      from->only_out = from->n_out++ == 0 ? i : NO_EDGE;
      to->only_in = to->n_in++ == 0 ? i : NO_EDGE;
    }
  for (guint i = 0; i < self->edges->len; i++)
    {
      Vertex *from = VERTEX (self, EDGE (self, i)->from), *to = VERTEX (self, EDGE (self, i)->to);

      if (from->n_in == 0)
        from->only_in = NO_EDGE;
      if (to->n_out == 0)
        to->only_out = NO_EDGE;
    }
}

/* Ways that meet in a join of another kind are left, but one that waits for whatever may come is
 * right for all. */
static gboolean
fits (Structure *self, PtIndex split, PtIndex join)
{
  Kind from = VERTEX (self, split)->kind, to = VERTEX (self, join)->kind;

  if (to == KIND_INCLUSIVE && from != KIND_EXCLUSIVE)
    VERTEX (self, join)->needs_inclusive = TRUE;
  return from == KIND_ANY || from == to || to == KIND_INCLUSIVE
         || (to == KIND_ANY && from == KIND_EXCLUSIVE);
}

/* An inclusive gateway that all ways come to from one that takes one of them is exclusive in fact.
 */
static void
check_inclusive (Structure *self, PtIndex split, PtIndex join)
{
  PtStyle *style = self->style;

  if (VERTEX (self, join)->kind != KIND_INCLUSIVE || VERTEX (self, split)->kind != KIND_EXCLUSIVE
      || VERTEX (self, join)->n_in != 1 || VERTEX (self, join)->needs_inclusive
      || pt_style_is_split (style, join))
    return;
  pt_style_offer_type (style, pt_style_say (style, PT_CODE_M10, join, NULL), join,
                       PT_BPMN_EXCLUSIVE_GATEWAY);
}

static void
merge_equal_edges (Structure *self)
{
  for (guint i = 0; i + 1 < self->edges->len; i++)
    {
      Edge *edge = EDGE (self, i), *next = EDGE (self, i + 1);

      if (edge->from != next->from || edge->to != next->to || !fits (self, edge->from, edge->to))
        continue;
      remove_edge (self, edge);
      check_inclusive (self, next->from, next->to);
    }
}

static gboolean
is_way_back (Structure *self, const Edge *edge)
{
  const Vertex *split = VERTEX (self, edge->from), *head = VERTEX (self, edge->to);

  return head->only_out != NO_EDGE && EDGE (self, head->only_out)->to == edge->from
         && split->kind != KIND_PARALLEL && head->kind != KIND_PARALLEL;
}

/* Ways that begin or end for themselves, and ways back. */
static void
drop_loose_edges (Structure *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = EDGE (self, i);
      gboolean is_end, is_start;

      if (edge->from == PT_NO_INDEX)
        continue;
      is_end = VERTEX (self, edge->to)->n_out == 0 && VERTEX (self, edge->from)->n_out > 1;
      is_start = VERTEX (self, edge->from)->n_in == 0 && VERTEX (self, edge->to)->n_in > 1;
      if (is_end || is_start || edge->from == edge->to || is_way_back (self, edge))
        remove_edge (self, edge);
    }
}

/* Gateways of a kind in a row are one. */
static void
join_gateways (Structure *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = EDGE (self, i);
      Vertex *from = edge->from == PT_NO_INDEX ? NULL : VERTEX (self, edge->from);
      Vertex *to = from ? VERTEX (self, edge->to) : NULL;

      if (!from || from->kind != to->kind || from->kind == KIND_ANY || edge->from == edge->to)
        continue;
      if (from->n_out > 1 && to->n_out > 1 && to->n_in == 1)
        to->split = edge->from;
      else if (from->n_in > 1 && to->n_in > 1 && from->n_out == 1)
        from->join = edge->to;
      else
        continue;
      remove_edge (self, edge);
    }
}

static void
shorten (Structure *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *edge = EDGE (self, i), *next;
      Vertex *vertex = edge->from == PT_NO_INDEX ? NULL : VERTEX (self, edge->to);

      if (!vertex || vertex->only_in != i || vertex->only_out == NO_EDGE)
        continue;
      next = EDGE (self, vertex->only_out);
      if (next->from != edge->to || next->to == edge->to || next == edge)
        continue;
      if (VERTEX (self, next->to)->only_in == vertex->only_out)
        VERTEX (self, next->to)->only_in = i;
      edge->to = next->to;
      next->from = PT_NO_INDEX;
      vertex->n_in = vertex->n_out = 0;
      self->changed = TRUE;
      i--; /* the way may go on to a third step */
    }
}

static void (*const steps[]) (Structure *self)
    = { merge_equal_edges, drop_loose_edges, join_gateways, shorten };

/* ----- a scope ---------------------------------------------------------------------------------
 */

static void
add_edge (Structure *self, PtIndex from, PtIndex to)
{
  const Edge edge = { from, to };

  g_array_append_val (self->edges, edge);
}

static void
add_node (Structure *self, PtIndex node)
{
  PtStyle *style = self->style;
  PtIndex scope = pt_program_node (style->program, node)->scope;

  *VERTEX (self, node) = (Vertex){ .kind = kind_of (pt_program_node (style->program, node)->type),
                                   .only_in = NO_EDGE,
                                   .only_out = NO_EDGE,
                                   .split = node,
                                   .join = node };
  for (guint k = 0; k < pt_lists_length (style->out, node); k++)
    {
      PtIndex target = style->target[pt_lists_get (style->out, node, k)];

      if (pt_program_node (style->program, target)->scope == scope)
        add_edge (self, node, target);
    }
  for (guint k = 0; k < pt_lists_length (style->events, node); k++)
    add_edge (self, node, pt_lists_get (style->events, node, k));
}

/* Returns: whether it came to an end */
static gboolean
reduce (Structure *self)
{
  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      self->changed = FALSE;
      for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
        {
          tidy (self);
          count (self);
          steps[step](self);
        }
      if (!self->changed)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_left (Structure *self, PtIndex node)
{
  const Vertex *vertex = VERTEX (self, node);

  return pt_style_is_a (self->style, node, PT_BPMN_GATEWAY) && vertex->split == node
         && vertex->join == node && (vertex->n_in > 1 || vertex->n_out > 1);
}

static void
say_left (Structure *self, PtIndex scope)
{
  PtStyle *style = self->style;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  PtDiagnostic *finding;

  for (guint k = 0; k < pt_lists_length (style->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (style->nodes, scope, k);
      g_autofree char *label = NULL;

      if (!is_left (self, node))
        continue;
      label = pt_report_node_label (style->program, node);
      if (left->len < MAX_NAMED)
        g_string_append_printf (names, "%s“%s”", left->len > 0 ? ", " : "", label);
      g_ptr_array_add (left, (gpointer)&pt_program_node (style->program, node)->origin);
    }
  if (left->len == 0)
    return;
  if (left->len > MAX_NAMED)
    g_string_append (names, " …");
  finding = pt_style_say_of_scope (style, PT_CODE_M07, scope, names->str, NULL);
  for (guint i = 0; i < left->len; i++)
    pt_report_at (finding, left->pdata[i]);
}

void
pt_style_check_structure (PtStyle *self, PtIndex scope)
{
  guint n = pt_lists_length (self->nodes, scope);
  Structure structure = { .style = self };

  if (n == 0)
    return;
  structure.vertices = g_new (Vertex, self->program->nodes->len);
  structure.edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  for (guint k = 0; k < n; k++)
    add_node (&structure, pt_lists_get (self->nodes, scope, k));
  if (reduce (&structure))
    say_left (&structure, scope);
  g_array_unref (structure.edges);
  g_free (structure.vertices);
}
