/* pt-lower-compensation.c: what a compensation event leads to, and whether it can undo anything
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BPMN 2.0.2, 10.7: the activity that undoes the work is joined to the event by an association, has
 * no flows, and is marked.
 */
#include "pt-lower.h"
#include "pt-report.h"

/** Check: what is found on the way. */
typedef struct
{
  const PtProgram *program;
  PtDiagnostics *diagnostics;
  GHashTable *nodes;   /* emitted id → PtIndex + 1 */
  PtIndex *activities; /* by node: of a compensation event, what it is associated with */
  gboolean *undone;    /* by node: whether a compensation event is attached to it */
} Check;

static gboolean
is_event (const PtNode *node)
{
  return node->type == PT_BPMN_BOUNDARY_EVENT
         && node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION;
}

/* Something that has work undone, and says which. */
static gboolean
names_activity (const PtNode *node)
{
  return node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION && node->activity_ref
         && pt_bpmn_type_is_a (node->type, PT_BPMN_THROW_EVENT);
}

static gboolean
has_events (const PtProgram *program)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (is_event (pt_program_node (program, i)) || names_activity (pt_program_node (program, i)))
      return TRUE;
  return FALSE;
}

/* ----- associations --------------------------------------------------------------------------- */

static PtIndex
find (Check *self, const char *id)
{
  gpointer found = id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : PT_NO_INDEX;
}

static void
note (Check *self, PtIndex event, PtIndex other)
{
  if (event == PT_NO_INDEX || other == PT_NO_INDEX)
    return;
  if (is_event (pt_program_node (self->program, event))
      && pt_bpmn_type_is_a (pt_program_node (self->program, other)->type, PT_BPMN_ACTIVITY))
    self->activities[event] = other;
}

static void
follow_associations (Check *self)
{
  for (guint i = 0; i < self->program->items->len; i++)
    {
      const PtItem *item = PT_PROGRAM_AT (self->program->items, PtItem, i);

      if (item->type != PT_BPMN_ASSOCIATION)
        continue;
      note (self, find (self, item->source), find (self, item->target));
      note (self, find (self, item->target), find (self, item->source));
    }
}

/* ----- saying --------------------------------------------------------------------------------- */

static void
report_missing (Check *self, PtIndex event)
{
  g_autofree char *label = pt_report_node_label (self->program, event);

  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_B33, label, NULL),
                &pt_program_node (self->program, event)->origin);
}

static void
report_unmarked (Check *self, PtIndex event, PtIndex activity)
{
  const PtNode *node = pt_program_node (self->program, activity);
  g_autofree char *label = pt_report_node_label (self->program, event);
  g_autofree char *name = pt_report_node_label (self->program, activity);
  PtDiagnostic *found = pt_diagnostics_add (self->diagnostics, PT_CODE_B34, name, label, NULL);

  pt_report_at (found, &node->origin);
  if (node->n_in + node->n_out == 0 && node->origin.logical)
    pt_diagnostic_add_fix (found, PT_FIX_MARK_COMPENSATION, name, node->origin.logical, NULL);
}

static void
check_event (Check *self, PtIndex event)
{
  PtIndex activity = self->activities[event];

  if (activity == PT_NO_INDEX)
    report_missing (self, event);
  else if (!pt_program_node (self->program, activity)->for_compensation)
    report_unmarked (self, event, activity);
}

/* ----- what is undone --------------------------------------------------------------------------
 */

/* Returns: whether an event in the scope @from reaches what stands in the scope @to */
static gboolean
reaches (const PtProgram *program, PtIndex from, PtIndex to)
{
  const PtScope *scope = pt_program_scope (program, from);

  if (from == to)
    return TRUE;
  return scope->node != PT_NO_INDEX && scope->parent == to
         && pt_program_node (program, scope->node)->triggered_by_event;
}

static gboolean
can_be_undone (Check *self, PtIndex activity)
{
  return self->undone[activity]
         || pt_bpmn_type_is_a (pt_program_node (self->program, activity)->type,
                               PT_BPMN_SUB_PROCESS);
}

static void
check_throw (Check *self, PtIndex event)
{
  const PtNode *node = pt_program_node (self->program, event);
  PtIndex activity = find (self, node->activity_ref);
  g_autofree char *label = NULL, *name = NULL;
  gboolean is_near;

  if (activity == PT_NO_INDEX) /* a lost reference is told as one */
    return;
  is_near = reaches (self->program, node->scope, pt_program_node (self->program, activity)->scope);
  if (is_near && can_be_undone (self, activity))
    return;
  label = pt_report_node_label (self->program, event);
  name = pt_report_node_label (self->program, activity);
  pt_report_at (pt_diagnostics_add (self->diagnostics, is_near ? PT_CODE_B36 : PT_CODE_B35, label,
                                    name, NULL),
                &node->origin);
}

void
pt_lower_check_compensation (const PtProgram *program, PtDiagnostics *diagnostics)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (pt_id_hash, g_str_equal);
  g_autofree PtIndex *activities = g_new (PtIndex, program->nodes->len + 1);
  g_autofree gboolean *undone = g_new0 (gboolean, program->nodes->len + 1);
  Check self = { program, diagnostics, nodes, activities, undone };

  if (!has_events (program))
    return;
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      activities[i] = PT_NO_INDEX;
      g_hash_table_insert (nodes, (gpointer)pt_program_node (program, i)->origin.id,
                           GUINT_TO_POINTER (i + 1));
    }
  follow_associations (&self);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (is_event (pt_program_node (program, i))
        && pt_program_node (program, i)->host != PT_NO_INDEX)
      undone[pt_program_node (program, i)->host] = TRUE;
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (is_event (pt_program_node (program, i)))
      check_event (&self, i);
    else if (names_activity (pt_program_node (program, i)))
      check_throw (&self, i);
}
