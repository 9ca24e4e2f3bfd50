/* pt-lower-complete.c: what BPMN lets one leave out: start and end events, splits and joins
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BPMN 2.0, 10.5.2 and 10.5.3: without a start event every flow object without an incoming flow
 * starts with the process; without an end event, a path ends at every flow object without an
 * outgoing flow. 13.3.1: several flows out of an activity are a parallel split, those with
 * conditions an inclusive one; several flows into one start it once each.
 */
#include "pt-lower.h"
#include "pt-report.h"

typedef struct
{
  PtProgram *program;
  PtPlaces *places;
  PtDiagnostics *diagnostics;
  guint n_drawn;      /* nodes before this one are drawn */
  GPtrArray *members; /* by scope: GArray of PtIndex of its drawn nodes */
} Completion;

static const PtNode *
node_at (Completion *self, PtIndex i)
{
  return pt_program_node (self->program, i);
}

static PtDiagnostic *
report (Completion *self, PtIndex node, PtCode code, const char *arg)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, code, label, arg ? arg : "", NULL);

  pt_report_at (diagnostic, &node_at (self, node)->origin);
  return diagnostic;
}

static void
report_with_fix (Completion *self, PtIndex node, PtCode code, PtFixKind fix)
{
  PtDiagnostic *diagnostic = report (self, node, code, NULL);
  g_autofree char *label = pt_report_node_label (self->program, node);

  if (node_at (self, node)->origin.logical)
    pt_diagnostic_add_fix (diagnostic, fix, label, node_at (self, node)->origin.logical, NULL);
}

/* A gateway where the lower pass puts one in, if it can be drawn beside the node. */
static void
offer_gateway (Completion *self,
               PtIndex node,
               PtDiagnostic *finding,
               PtFixKind fix,
               PtBpmnType gateway)
{
  const PtNode *entry = node_at (self, node);
  g_autofree char *label = pt_report_node_label (self->program, node);

  if (entry->origin.logical && entry->figure.shown)
    pt_diagnostic_add_fix (finding, fix, label, entry->origin.logical,
                           pt_bpmn_type_info (gateway)->tag, pt_bpmn_type_label (gateway), NULL);
}

/* ----- start events
 * ------------------------------------------------------------------------------- */

/* Nodes that never have flows, or begin by themselves. */
static gboolean
stands_alone (const PtNode *node)
{
  return node->triggered_by_event || node->for_compensation;
}

static gboolean
waits_for_flow (const PtNode *node)
{
  return !stands_alone (node) && node->type != PT_BPMN_BOUNDARY_EVENT
         && !(node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
              && node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION);
}

static gboolean
begins (const PtNode *node)
{
  return node->type == PT_BPMN_START_EVENT || (node->instantiate && node->n_in == 0);
}

/* Drawn nodes of the scope that nothing leads to, but that something must lead to. */
static GArray *
find_entries (Completion *self, const GArray *members, gboolean *has_start)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (PtIndex));

  *has_start = FALSE;
  for (guint k = 0; k < members->len; k++)
    {
      PtIndex i = g_array_index (members, PtIndex, k);

      *has_start |= begins (node_at (self, i));
      if (node_at (self, i)->n_in == 0 && !begins (node_at (self, i))
          && waits_for_flow (node_at (self, i)))
        g_array_append_val (entries, i);
    }
  return entries;
}

/* A ring has no beginning: the first node that was drawn may be meant. */
static void
find_first_of_ring (Completion *self, const GArray *members, GArray *entries)
{
  for (guint k = 0; k < members->len && entries->len == 0; k++)
    {
      PtIndex i = g_array_index (members, PtIndex, k);

      if (waits_for_flow (node_at (self, i)))
        g_array_append_val (entries, i);
    }
  if (entries->len > 0)
    report_with_fix (self, g_array_index (entries, PtIndex, 0), PT_CODE_B16,
                     PT_FIX_ADD_START_EVENT);
}

static void
add_start (Completion *self, const GArray *entries)
{
  PtIndex first = g_array_index (entries, PtIndex, 0), target = first;

  if (entries->len > 1)
    {
      g_autofree char *n = g_strdup_printf ("%u", entries->len);

      report (self, first, PT_CODE_B25, n);
      target = pt_lower_insert (self->places, PT_BPMN_PARALLEL_GATEWAY, "Split", first,
                                PT_SIDE_BEFORE);
      for (guint k = 0; k < entries->len; k++)
        pt_lower_connect (self->program, target, g_array_index (entries, PtIndex, k));
    }
  pt_lower_connect (self->program,
                    pt_lower_insert (self->places, PT_BPMN_START_EVENT, "Start", target,
                                     PT_SIDE_BEFORE),
                    target);
}

static void
report_unreached (Completion *self, const GArray *entries)
{
  for (guint k = 0; k < entries->len; k++)
    {
      PtIndex i = g_array_index (entries, PtIndex, k);

      if (node_at (self, i)->n_out == 0)
        report_with_fix (self, i, PT_CODE_B12, PT_FIX_DELETE);
      else
        report (self, i, PT_CODE_B13, NULL);
    }
}

/* A sub-process that was drawn without its inside passes at once. */
static void
fill_empty_sub_process (Completion *self, PtIndex scope)
{
  PtIndex owner = pt_program_scope (self->program, scope)->node, start, end;

  if (owner == PT_NO_INDEX || node_at (self, owner)->triggered_by_event)
    return;
  report (self, owner, PT_CODE_B26, NULL);
  start = pt_lower_insert_within (self->program, PT_BPMN_START_EVENT, "Start", owner);
  end = pt_lower_insert_within (self->program, PT_BPMN_END_EVENT, "End", owner);
  pt_lower_connect (self->program, start, end);
}

static void
complete_start (Completion *self, PtIndex scope, const GArray *members)
{
  PtIndex owner = pt_program_scope (self->program, scope)->node;
  gboolean has_start;
  g_autoptr (GArray) entries = NULL;

  if (owner != PT_NO_INDEX
      && (node_at (self, owner)->type == PT_BPMN_AD_HOC_SUB_PROCESS
          || node_at (self, owner)->triggered_by_event))
    return;
  if (members->len == 0)
    {
      fill_empty_sub_process (self, scope);
      return;
    }
  entries = find_entries (self, members, &has_start);
  if (has_start)
    {
      report_unreached (self, entries);
      return;
    }
  if (entries->len == 0)
    find_first_of_ring (self, members, entries);
  else
    for (guint k = 0; k < entries->len; k++)
      report_with_fix (self, g_array_index (entries, PtIndex, k), PT_CODE_B10,
                       PT_FIX_ADD_START_EVENT);
  if (entries->len > 0)
    add_start (self, entries);
}

/* ----- end events
 * --------------------------------------------------------------------------------- */

static gboolean
needs_end (Completion *self, PtIndex i)
{
  const PtNode *node = node_at (self, i);
  const PtScope *scope = pt_program_scope (self->program, node->scope);

  if (node->n_out > 0 || node->type == PT_BPMN_END_EVENT || stands_alone (node)
      || node->type == PT_BPMN_EVENT_BASED_GATEWAY)
    return FALSE;
  if (node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION
      && node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT)
    return FALSE;
  if (node->type == PT_BPMN_BOUNDARY_EVENT)
    return node->event_definition != PT_BPMN_COMPENSATE_EVENT_DEFINITION;
  if (scope->node != PT_NO_INDEX && node_at (self, scope->node)->type == PT_BPMN_AD_HOC_SUB_PROCESS)
    return FALSE;
  return node->n_in > 0 || begins (node);
}

static void
complete_ends (Completion *self)
{
  for (guint i = 0; i < self->n_drawn; i++)
    if (needs_end (self, i))
      {
        report_with_fix (self, i, PT_CODE_B11, PT_FIX_ADD_END_EVENT);
        pt_lower_connect (self->program, i,
                          pt_lower_insert (self->places, PT_BPMN_END_EVENT, "End", i,
                                           PT_SIDE_AFTER));
      }
}

/* ----- joins
 * -------------------------------------------------------------------------------------- */

/* What stands before a gateway that both joins and splits. */
static const struct
{
  PtBpmnType gateway, join;
} joins[] = {
  { PT_BPMN_EXCLUSIVE_GATEWAY, PT_BPMN_EXCLUSIVE_GATEWAY },
  { PT_BPMN_INCLUSIVE_GATEWAY, PT_BPMN_INCLUSIVE_GATEWAY },
  { PT_BPMN_PARALLEL_GATEWAY, PT_BPMN_PARALLEL_GATEWAY },
  { PT_BPMN_EVENT_BASED_GATEWAY, PT_BPMN_EXCLUSIVE_GATEWAY },
};

static PtBpmnType
join_of (const PtNode *node)
{
  if (!pt_bpmn_type_is_a (node->type, PT_BPMN_GATEWAY))
    return node->type == PT_BPMN_END_EVENT ? PT_BPMN_NONE : PT_BPMN_EXCLUSIVE_GATEWAY;
  for (guint row = 0; row < G_N_ELEMENTS (joins); row++)
    if (joins[row].gateway == node->type && node->n_out > 1)
      return joins[row].join;
  return PT_BPMN_NONE;
}

static void
complete_joins (Completion *self)
{
  for (guint i = 0; i < self->n_drawn; i++)
    {
      PtBpmnType join = node_at (self, i)->n_in > 1 ? join_of (node_at (self, i)) : PT_BPMN_NONE;
      gboolean is_gateway = pt_bpmn_type_is_a (node_at (self, i)->type, PT_BPMN_GATEWAY);

      if (join == PT_BPMN_NONE)
        continue;
      offer_gateway (self, i, report (self, i, is_gateway ? PT_CODE_B19 : PT_CODE_B15, NULL),
                     PT_FIX_INSERT_JOIN, join);
      pt_lower_divert (self->program, i,
                       pt_lower_insert (self->places, join, "Join", i, PT_SIDE_BEFORE),
                       PT_SIDE_BEFORE);
    }
}

/* ----- splits
 * ------------------------------------------------------------------------------------- */

typedef struct
{
  guint n_conditions, n_names;
} Ways;

static Ways
count_ways (Completion *self, PtIndex i)
{
  Ways ways = { 0, 0 };

  for (guint k = 0; k < node_at (self, i)->n_out; k++)
    {
      const PtFlow *flow
          = pt_program_flow (self->program, pt_program_flow_out (self->program, i, k));

      ways.n_conditions += flow->condition != NULL;
      ways.n_names += flow->name && *flow->name;
    }
  return ways;
}

/* Flows with labels and nothing else are answers: nobody labels what is taken anyhow. */
static PtBpmnType
split_of (Completion *self, PtIndex i)
{
  Ways ways = count_ways (self, i);

  if (ways.n_conditions > 0)
    return PT_BPMN_INCLUSIVE_GATEWAY;
  if (ways.n_names == node_at (self, i)->n_out || node_at (self, i)->default_flow != PT_NO_INDEX)
    return PT_BPMN_EXCLUSIVE_GATEWAY;
  return PT_BPMN_PARALLEL_GATEWAY;
}

/* Out of an activity a flow without a condition is always taken. */
static void
spell_out_conditions (Completion *self, PtIndex i)
{
  for (guint k = 0; k < node_at (self, i)->n_out; k++)
    {
      PtIndex index = pt_program_flow_out (self->program, i, k);
      PtFlow *flow = pt_program_flow (self->program, index);

      if (!flow->condition && index != node_at (self, i)->default_flow)
        flow->condition = "=true"; /* marked, lest it be read as an answer */
    }
}

/* An activity takes a flow without a condition in any case; at a gateway it would say nothing. */
static gboolean
all_say_when (Completion *self, PtIndex i)
{
  guint n_default = node_at (self, i)->default_flow != PT_NO_INDEX;

  return count_ways (self, i).n_conditions + n_default == node_at (self, i)->n_out;
}

static void
add_split (Completion *self, PtIndex i)
{
  PtBpmnType type = split_of (self, i);
  PtIndex gateway = pt_lower_insert (self->places, type, "Split", i, PT_SIDE_AFTER);
  PtNode *node = pt_program_node (self->program, i);
  PtDiagnostic *finding;

  finding = report (self, i, type == PT_BPMN_EXCLUSIVE_GATEWAY ? PT_CODE_B30 : PT_CODE_B14,
                    pt_bpmn_type_label (type));
  if (type != PT_BPMN_INCLUSIVE_GATEWAY || all_say_when (self, i))
    offer_gateway (self, i, finding, PT_FIX_INSERT_SPLIT, type);
  if (type == PT_BPMN_INCLUSIVE_GATEWAY)
    spell_out_conditions (self, i);
  pt_program_node (self->program, gateway)->default_flow = node->default_flow;
  node->default_flow = PT_NO_INDEX;
  pt_lower_divert (self->program, i, gateway, PT_SIDE_AFTER);
}

static void
complete_splits (Completion *self)
{
  for (guint i = 0; i < self->n_drawn; i++)
    if (node_at (self, i)->n_out > 1
        && !pt_bpmn_type_is_a (node_at (self, i)->type, PT_BPMN_GATEWAY))
      add_split (self, i);
}

/* ----- the order
 * ---------------------------------------------------------------------------------- */

static GPtrArray *
group_by_scope (const PtProgram *program)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < program->scopes->len; i++)
    g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (PtIndex)));
  for (PtIndex i = 0; i < program->nodes->len; i++)
    g_array_append_val ((GArray *)g_ptr_array_index (members, pt_program_node (program, i)->scope),
                        i);
  return members;
}

void
pt_lower_complete (PtProgram *program, PtDiagnostics *diagnostics)
{
  g_autoptr (GPtrArray) members = group_by_scope (program);
  g_autoptr (PtPlaces) places = pt_places_new (program);
  Completion self = { program, places, diagnostics, program->nodes->len, members };

  for (guint i = 0; i < program->scopes->len; i++)
    complete_start (&self, i, g_ptr_array_index (members, i));
  pt_program_index (program);
  complete_ends (&self);
  pt_program_index (program);
  complete_joins (&self);
  pt_program_index (program);
  complete_splits (&self);
  pt_program_index (program);
}
