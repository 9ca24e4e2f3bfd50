/* pt-plain.c: a plain place for everything in a process or collaboration
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-plain.h"

#define ORIGIN_X 100.0
#define ORIGIN_Y 80.0
#define POOL_GAP 50.0
#define EMPTY_POOL_HEIGHT 60.0

typedef struct
{
  PtElement *element;
  PtPlainScope *scope; /* (nullable): NULL for a pool that shows nothing within */
} Pool;

/* --- edges that are no sequence flows of one level --- */

/* A shape, or the middle of an edge, as far as it has its place. */
static gboolean
edge_end (PtPlain *plain, PtElement *element, PtRouteEnd *end)
{
  const PtPlaced *placed = element != NULL ? g_hash_table_lookup (plain->bounds, element) : NULL;
  PtPoint middle;

  if (placed == NULL)
    return FALSE;
  *end = (PtRouteEnd){ .bounds = placed->bounds,
                       .outline = pt_outline_of (pt_element_family (element)),
                       .is_gateway = pt_element_family (element) == PT_FAMILY_GATEWAY };
  if (placed->waypoints != NULL)
    {
      middle = pt_polyline_at ((PtPoint *)(gpointer)placed->waypoints->data, placed->waypoints->len,
                               0.5);
      end->bounds = (PtBounds){ middle.x - 0.5, middle.y - 0.5, 1, 1 };
    }
  return TRUE;
}

static void
route_other_flow (PtPlain *plain, PtElement *flow)
{
  PtRouteEnd from, to;
  g_autoptr (GArray) points = NULL;

  if (g_hash_table_contains (plain->bounds, flow) || !edge_end (plain, flow->source, &from)
      || !edge_end (plain, flow->target, &to))
    return;
  points = pt_route (&from, &to, pt_route_style_of (flow->type), FALSE);
  pt_plain_record (plain, flow, pt_points_bounds ((PtPoint *)(gpointer)points->data, points->len),
                   g_array_ref (points));
}

/* Everything drawn is looked at once; associations may end at flows, so these come second. */
static void
route_other_flows (PtPlain *plain)
{
  for (guint i = 0; i < plain->placed->len; i++)
    {
      PtPlaced *placed = g_ptr_array_index (plain->placed, i);
      GPtrArray *lists[] = { placed->element->outgoing, placed->element->incoming };

      for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint j = 0; lists[l] != NULL && j < lists[l]->len; j++)
          route_other_flow (plain, g_ptr_array_index (lists[l], j));
    }
}

/* --- pools --- */

static PtPlainScope *
scope_of_participant (PtPlain *plain, PtElement *participant, GHashTable *shown)
{
  PtElement *process = participant->process;

  if (process == NULL || !g_hash_table_add (shown, process) || process->children == NULL)
    return NULL;
  return pt_plain_scope_new (plain, process);
}

static double
place_pool (PtPlain *plain, Pool *pool, double y, double width)
{
  double height = pool->scope != NULL ? pool->scope->height : EMPTY_POOL_HEIGHT;

  pt_plain_record (plain, pool->element, (PtBounds){ ORIGIN_X, y, width, height }, NULL);
  if (pool->scope != NULL)
    {
      pool->scope->width = width - PT_PLAIN_HEADER;
      pt_plain_place (plain, pool->scope, (PtPoint){ ORIGIN_X + PT_PLAIN_HEADER, y });
    }
  return y + height + POOL_GAP;
}

static GArray *
collect_pools (PtPlain *plain, PtElement *collaboration)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  GArray *pools = g_array_new (FALSE, FALSE, sizeof (Pool));

  for (guint i = 0; collaboration->children != NULL && i < collaboration->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (collaboration->children, i);
      Pool pool = { child, NULL };

      if (child->type != PT_BPMN_PARTICIPANT)
        continue;
      pool.scope = scope_of_participant (plain, child, shown);
      g_array_append_val (pools, pool);
    }
  return pools;
}

static double
widest (GArray *pools)
{
  double width = pt_bpmn_type_info (PT_BPMN_PARTICIPANT)->width;

  for (guint i = 0; i < pools->len; i++)
    {
      PtPlainScope *scope = g_array_index (pools, Pool, i).scope;

      if (scope != NULL)
        width = MAX (width, scope->width + PT_PLAIN_HEADER);
    }
  return width;
}

/* Places the pools below each other, all as wide as the widest. Returns: y below them */
static double
place_pools (PtPlain *plain, PtElement *collaboration, GPtrArray *scopes)
{
  g_autoptr (GArray) pools = collect_pools (plain, collaboration);
  double y = ORIGIN_Y, width = widest (pools);

  for (guint i = 0; i < pools->len; i++)
    {
      Pool *pool = &g_array_index (pools, Pool, i);

      y = place_pool (plain, pool, y, width);
      if (pool->scope != NULL)
        g_ptr_array_add (scopes, pool->scope);
    }
  return y;
}

/* --- the whole --- */

static void
free_placed (gpointer data)
{
  PtPlaced *placed = data;

  g_clear_pointer (&placed->waypoints, g_array_unref);
  g_free (placed);
}

GPtrArray *
pt_layout_plain (PtElement *root)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) bounds = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) scopes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_plain_scope_free);
  PtPlain plain = { nodes, bounds, g_ptr_array_new_with_free_func (free_placed) };
  PtPlainScope *scope;
  double y = ORIGIN_Y;

  if (root->type == PT_BPMN_COLLABORATION || root->type == PT_BPMN_GLOBAL_CONVERSATION)
    y = place_pools (&plain, root, scopes);
  scope = pt_plain_scope_new (&plain, root);
  g_ptr_array_add (scopes, scope);
  pt_plain_place (&plain, scope, (PtPoint){ ORIGIN_X, y });
  for (guint i = 0; i < scopes->len; i++)
    pt_plain_route_flows (&plain, g_ptr_array_index (scopes, i));
  route_other_flows (&plain);
  return plain.placed;
}
