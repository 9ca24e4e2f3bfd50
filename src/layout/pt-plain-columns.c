/* pt-plain-columns.c: columns by longest path, after the back edges are found depth first
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-plain.h"

typedef enum
{
  UNSEEN,
  OPEN, /* on the path being followed */
  DONE,
} Mark;

typedef struct
{
  PtPlainScope *scope;
  Mark *marks;   /* per node */
  guint *cursor; /* per node: the next of its targets to look at */
  GArray *stack; /* of guint: the path being followed */
  GArray *order; /* of guint: nodes by the time they were done */
} Search;

static guint
first_target (PtPlainScope *scope, guint node)
{
  return g_array_index (scope->first_target, guint, node);
}

/* Follows one edge, or leaves the node at the end of the path. */
static void
step (Search *search)
{
  PtPlainScope *scope = search->scope;
  guint node = g_array_index (search->stack, guint, search->stack->len - 1);
  guint *target;

  if (search->cursor[node] == first_target (scope, node + 1))
    {
      search->marks[node] = DONE;
      g_array_append_val (search->order, node);
      g_array_set_size (search->stack, search->stack->len - 1);
      return;
    }
  target = &g_array_index (scope->targets, guint, search->cursor[node]++);
  if (search->marks[*target] == OPEN)
    *target = G_MAXUINT;
  else if (search->marks[*target] == UNSEEN)
    {
      search->marks[*target] = OPEN;
      g_array_append_val (search->stack, *target);
    }
}

static void
search_from (Search *search, guint node)
{
  if (search->marks[node] != UNSEEN)
    return;
  search->marks[node] = OPEN;
  g_array_append_val (search->stack, node);
  while (search->stack->len > 0)
    step (search);
}

/* Starts first, so that a cycle is cut where one comes back, not where one comes in. */
static void
search_all (Search *search)
{
  guint n = search->scope->nodes->len;
  g_autofree gboolean *has_source = g_new0 (gboolean, n);

  for (guint i = 0; i < search->scope->targets->len; i++)
    has_source[g_array_index (search->scope->targets, guint, i)] = TRUE;
  for (guint i = 0; i < n; i++)
    search->cursor[i] = first_target (search->scope, i);
  for (guint i = 0; i < n; i++)
    if (!has_source[i])
      search_from (search, i);
  for (guint i = 0; i < n; i++)
    search_from (search, i);
}

/* Against the time they were done the nodes are in topological order. */
static void
relax (PtPlainScope *scope, GArray *order)
{
  for (guint i = order->len; i-- > 0;)
    {
      guint node = g_array_index (order, guint, i);
      guint column = PT_PLAIN_NODE (scope, node)->column;

      for (guint j = first_target (scope, node); j < first_target (scope, node + 1); j++)
        {
          guint target = g_array_index (scope->targets, guint, j);

          if (target != G_MAXUINT)
            PT_PLAIN_NODE (scope, target)->column
                = MAX (PT_PLAIN_NODE (scope, target)->column, column + 1);
        }
    }
}

void
pt_plain_assign_columns (PtPlainScope *scope)
{
  guint n = scope->nodes->len;
  g_autofree Mark *marks = g_new0 (Mark, n);
  g_autofree guint *cursor = g_new0 (guint, n);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  Search search = { scope, marks, cursor, stack, order };

  search_all (&search);
  relax (scope, order);
}
