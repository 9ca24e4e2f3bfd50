/* pt-plain-scope.c: what one level of a process contains, and how its nodes lead to each other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>

#include "pt-plain.h"

#define BOUNDARY_PITCH 46.0 /* from one boundary event to the next on the same edge */

PtPlainNode *
pt_plain_node_of (PtPlain *plain, PtPlainScope *scope, PtElement *element)
{
  PtPlainNode *node = element != NULL ? g_hash_table_lookup (plain->nodes, element) : NULL;

  return node != NULL && node->scope == scope ? node : NULL;
}

void
pt_plain_scope_free (PtPlainScope *scope)
{
  g_ptr_array_unref (scope->nodes);
  g_array_unref (scope->first_target);
  g_array_unref (scope->targets);
  g_array_unref (scope->bands);
  g_array_unref (scope->columns);
  g_array_unref (scope->rows);
  g_hash_table_unref (scope->band_of);
  g_hash_table_unref (scope->cells);
  g_free (scope);
}

static void
free_node (gpointer data)
{
  PtPlainNode *node = data;

  g_clear_pointer (&node->inner, pt_plain_scope_free);
  g_free (node);
}

static GArray *
new_indices (void)
{
  return g_array_new (FALSE, TRUE, sizeof (guint));
}

static PtPlainScope *
scope_new (PtElement *container)
{
  PtPlainScope *scope = g_new0 (PtPlainScope, 1);

  scope->element = container;
  scope->nodes = g_ptr_array_new_with_free_func (free_node);
  scope->first_target = new_indices ();
  scope->targets = new_indices ();
  scope->bands = g_array_new (FALSE, TRUE, sizeof (PtPlainBand));
  scope->band_of = g_hash_table_new (NULL, NULL);
  scope->columns = g_array_new (FALSE, TRUE, sizeof (PtPlainLine));
  scope->rows = g_array_new (FALSE, TRUE, sizeof (PtPlainLine));
  scope->cells = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, NULL);
  return scope;
}

/* --- lanes --- */

/* Every leaf lane becomes a band; a lane that is divided stands for the first band within. */
static void
collect_lanes (PtPlainScope *scope, PtElement *holder, guint depth)
{
  for (guint i = 0; holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i);
      guint first = scope->bands->len;

      if (pt_element_is_a (child, PT_BPMN_LANE_SET))
        collect_lanes (scope, child, depth);
      if (child->type != PT_BPMN_LANE)
        continue;
      scope->lane_depth = MAX (scope->lane_depth, depth + 1);
      collect_lanes (scope, child, depth + 1);
      if (scope->bands->len == first)
        {
          PtPlainBand band = { .lane = child };

          g_array_append_val (scope->bands, band);
        }
      g_hash_table_insert (scope->band_of, child, GUINT_TO_POINTER (first));
    }
}

static void
make_bands (PtPlainScope *scope)
{
  collect_lanes (scope, scope->element, 0);
  if (scope->bands->len == 0)
    g_array_set_size (scope->bands, 1);
}

/* --- nodes --- */

static gboolean
is_node (const PtElement *element)
{
  if (element->attached_to != NULL && element->attached_to->parent == element->parent)
    return FALSE;
  switch (pt_element_family (element))
    {
    case PT_FAMILY_ACTIVITY:
    case PT_FAMILY_EVENT:
    case PT_FAMILY_GATEWAY:
    case PT_FAMILY_CHOREOGRAPHY:
    case PT_FAMILY_CONVERSATION:
    case PT_FAMILY_DATA:
    case PT_FAMILY_ARTIFACT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
holds_nodes (const PtElement *element)
{
  if (!pt_element_is_a (element, PT_BPMN_SUB_PROCESS)
      && !pt_element_is_a (element, PT_BPMN_SUB_CHOREOGRAPHY))
    return FALSE;
  for (guint i = 0; element->children != NULL && i < element->children->len; i++)
    if (is_node (g_ptr_array_index (element->children, i)))
      return TRUE;
  return FALSE;
}

/* The default size of its type; an activity is made as large as its content and boundary events
 * ask. */
static void
measure_node (PtPlainNode *node)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (node->element->type);
  GPtrArray *boundary = node->element->boundary_events;

  node->bounds.width = info->width;
  node->bounds.height = info->height;
  if (node->inner != NULL)
    {
      node->bounds.width = node->inner->width;
      node->bounds.height = node->inner->height + PT_PLAIN_TITLE;
    }
  else if (pt_bpmn_type_info (node->element->type)->width > 200
           && pt_element_family (node->element) != PT_FAMILY_ARTIFACT)
    {
      node->bounds.width = pt_bpmn_type_info (PT_BPMN_TASK)->width;
      node->bounds.height = pt_bpmn_type_info (PT_BPMN_TASK)->height;
    }
  if (boundary != NULL)
    node->bounds.width = MAX (node->bounds.width, boundary->len * BOUNDARY_PITCH);
}

static void
add_node (PtPlain *plain, PtPlainScope *scope, PtElement *element)
{
  PtPlainNode *node;
  PtFamily family = pt_element_family (element);

  if (g_hash_table_contains (plain->nodes, element))
    return;
  node = g_new0 (PtPlainNode, 1);
  node->element = element;
  node->scope = scope;
  node->index = scope->nodes->len;
  node->is_satellite = family == PT_FAMILY_DATA || family == PT_FAMILY_ARTIFACT;
  node->band = element->lane == NULL
                   ? 0
                   : GPOINTER_TO_UINT (g_hash_table_lookup (scope->band_of, element->lane));
  if (holds_nodes (element))
    node->inner = pt_plain_scope_new (plain, element);
  measure_node (node);
  g_ptr_array_add (scope->nodes, node);
  g_hash_table_insert (plain->nodes, element, node);
}

/* --- how they lead to each other --- */

static void
add_targets (PtPlain *plain, PtPlainScope *scope, PtElement *source)
{
  for (guint i = 0; source->outgoing != NULL && i < source->outgoing->len; i++)
    {
      PtElement *flow = g_ptr_array_index (source->outgoing, i);
      PtPlainNode *target = pt_plain_node_of (plain, scope, flow->target);

      if (flow->type == PT_BPMN_SEQUENCE_FLOW && target != NULL && !target->is_satellite)
        g_array_append_val (scope->targets, target->index);
    }
}

/* What a boundary event leads to follows its host. */
static void
link_nodes (PtPlain *plain, PtPlainScope *scope)
{
  for (guint i = 0; i < scope->nodes->len; i++)
    {
      PtElement *element = PT_PLAIN_NODE (scope, i)->element;

      g_array_append_val (scope->first_target, scope->targets->len);
      if (PT_PLAIN_NODE (scope, i)->is_satellite)
        continue;
      add_targets (plain, scope, element);
      for (guint j = 0; element->boundary_events != NULL && j < element->boundary_events->len; j++)
        add_targets (plain, scope, g_ptr_array_index (element->boundary_events, j));
    }
  g_array_append_val (scope->first_target, scope->targets->len);
}

PtPlainScope *
pt_plain_scope_new (PtPlain *plain, PtElement *container)
{
  PtPlainScope *scope = scope_new (container);

  make_bands (scope);
  for (guint i = 0; container->children != NULL && i < container->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (container->children, i);

      if (is_node (child))
        add_node (plain, scope, child);
    }
  link_nodes (plain, scope);
  pt_plain_assign_columns (scope);
  pt_plain_assign_rows (plain, scope);
  pt_plain_measure (scope);
  return scope;
}
