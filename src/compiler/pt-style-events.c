/* pt-style-events.c: rules of beginnings and ends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-style.h"

#include <partitur/roster.h>

static gboolean
is_plain (const PtStyle *self, PtIndex node, PtBpmnType type)
{
  const PtNode *entry = pt_program_node (self->program, node);

  return entry->type == type && entry->event_definition == PT_BPMN_NONE;
}

/* Several ways into a process are said by what triggers them. */
void
pt_style_check_starts (PtStyle *self, PtIndex scope)
{
  PtIndex first = PT_NO_INDEX;

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);

      if (!is_plain (self, node, PT_BPMN_START_EVENT))
        continue;
      if (first == PT_NO_INDEX)
        first = node;
      else
        pt_report_at (pt_style_say (self, PT_CODE_M20, node, NULL),
                      &pt_program_node (self->program, first)->origin);
    }
}

/* ----- ends ------------------------------------------------------------------------------------
 */

/* Whether a case can be in two places of the scope at once. */
static gboolean
can_be_in_two_places (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  guint n_out = pt_lists_length (self->out, node);

  if (entry->type == PT_BPMN_PARALLEL_GATEWAY || entry->type == PT_BPMN_INCLUSIVE_GATEWAY
      || entry->type == PT_BPMN_COMPLEX_GATEWAY)
    return n_out > 1;
  return (n_out > 1 && !pt_bpmn_type_is_a (entry->type, PT_BPMN_GATEWAY)) || entry->non_interrupting
         || entry->triggered_by_event || entry->instantiate;
}

static gboolean
is_in_one_place (PtStyle *self, PtIndex scope)
{
  guint n_starts = 0;

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);

      if (can_be_in_two_places (self, node))
        return FALSE;
      n_starts += pt_lists_length (self->in, node) == 0
                  && pt_program_node (self->program, node)->type != PT_BPMN_BOUNDARY_EVENT;
    }
  return n_starts <= 1;
}

static void
check_termination (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  if (entry->event_definition == PT_BPMN_TERMINATE_EVENT_DEFINITION)
    pt_diagnostic_add_fix (pt_style_say (self, PT_CODE_M22, node, NULL), PT_FIX_MAKE_PLAIN,
                           entry->name && *entry->name ? entry->name
                                                       : pt_bpmn_type_label (entry->type),
                           entry->origin.logical, NULL);
}

/* Ends of one name and kind are one state, drawn twice. */
static void
check_same_end (PtStyle *self, PtIndex node, GHashTable *seen)
{
  const PtNode *entry = pt_program_node (self->program, node);
  g_autofree char *key = NULL;
  gpointer first;

  if (!pt_style_has_name (entry->name))
    return;
  key = g_strdup_printf ("%d %u %s", (int)entry->event_definition, entry->reference, entry->name);
  if (g_hash_table_lookup_extended (seen, key, NULL, &first))
    pt_report_at (pt_style_say (self, PT_CODE_M21, node, NULL),
                  &pt_program_node (self->program, GPOINTER_TO_UINT (first))->origin);
  else
    g_hash_table_insert (seen, g_steal_pointer (&key), GUINT_TO_POINTER (node));
}

void
pt_style_check_ends (PtStyle *self, PtIndex scope)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean one_place = is_in_one_place (self, scope);

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);

      if (!pt_style_is_a (self, node, PT_BPMN_END_EVENT))
        continue;
      check_same_end (self, node, seen);
      if (one_place)
        check_termination (self, node);
    }
}

/* ----- sub-processes and pools -----------------------------------------------------------------
 */

void
pt_style_check_ad_hoc (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  PtIndex owner = pt_program_scope (self->program, entry->scope)->node;
  g_autofree char *label = NULL;
  g_autofree char *around = NULL;

  if (owner == PT_NO_INDEX || !pt_style_is_a (self, owner, PT_BPMN_AD_HOC_SUB_PROCESS)
      || (entry->type != PT_BPMN_START_EVENT && entry->type != PT_BPMN_END_EVENT))
    return;
  label = pt_report_node_label (self->program, node);
  around = pt_report_node_label (self->program, owner);
  pt_diagnostic_add_fix (pt_style_say (self, PT_CODE_M23, node, around, NULL), PT_FIX_DELETE, label,
                         entry->origin.logical, NULL);
}

/* Names of plain ends, each once. */
static guint
count_end_states (PtStyle *self, PtIndex scope)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);
      const char *name = pt_program_node (self->program, node)->name;

      if (is_plain (self, node, PT_BPMN_END_EVENT) && pt_style_has_name (name))
        g_hash_table_add (names, (gpointer)name);
    }
  return g_hash_table_size (names);
}

/* A sub-process that can end in several ways is followed by what asks in which one it did. */
void
pt_style_check_end_states (PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  g_autofree char *n = NULL;
  PtIndex next;

  if (entry->inner == PT_NO_INDEX || entry->triggered_by_event
      || pt_lists_length (self->out, node) != 1)
    return;
  next = self->target[pt_lists_get (self->out, node, 0)];
  if (count_end_states (self, entry->inner) < 2 || pt_style_is_split (self, next)
      || !is_in_one_place (self, entry->inner))
    return;
  n = g_strdup_printf ("%u", count_end_states (self, entry->inner));
  pt_style_say (self, PT_CODE_M27, node, n, NULL);
}

/* A pool that shows its inside shows what is done in it. */
void
pt_style_check_pool (PtStyle *self, PtIndex scope)
{
  const PtScope *entry = pt_program_scope (self->program, scope);
  guint n = pt_lists_length (self->nodes, scope);

  if (entry->participant == PT_NO_INDEX || entry->node != PT_NO_INDEX || n == 0)
    return;
  for (guint k = 0; k < n; k++)
    if (pt_style_is_a (self, pt_lists_get (self->nodes, scope, k), PT_BPMN_ACTIVITY))
      return;
  pt_style_say_of_scope (self, PT_CODE_M28, scope, NULL);
}
