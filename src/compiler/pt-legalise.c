/* pt-legalise.c: the legalise pass: what a target cannot play is rewritten, or said
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-passes.h"
#include "pt-report.h"

#include <glib/gi18n-lib.h>

/* Rewritings come before the checks that look at their results. */
static const struct
{
  guint lack; /* the step is for targets that lack this; 0 for all */
  void (*run) (PtLegalise *self);
} steps[] = {
  { 0, pt_legalise_refuse },
  { 0, pt_legalise_players },
  { 0, pt_legalise_vendors },
  { PT_LACK_FREE_DATA, pt_legalise_free_data },
  { PT_LACK_LOOSE_GATEWAYS, pt_legalise_loose_gateways },
  { 0, pt_legalise_ends },
  { PT_LACK_LINKS, pt_legalise_links },
  { 0, pt_legalise_link_names },
  { PT_LACK_MESSAGE_THROWS, pt_legalise_message_throws },
  { PT_LACK_SEND_TASKS, pt_legalise_send_tasks },
  { 0, pt_legalise_tables },
  { PT_LACK_RULE_TASKS, pt_legalise_rule_tasks },
  { PT_LACK_OFFERS, pt_legalise_offers },
  { PT_LACK_GROUPS, pt_legalise_lanes },
  { PT_LACK_EMPTY_SCRIPTS, pt_legalise_scripts },
  { 0, pt_legalise_script_languages },
  { 0, pt_legalise_calls },
  { PT_LACK_RETURNS, pt_legalise_returns },
  { 0, pt_legalise_message_flows },
  { PT_LACK_LOOPS, pt_legalise_loops },
  { 0, pt_legalise_collections },
  { 0, pt_legalise_instances },
  { PT_LACK_CARDINALITY, pt_legalise_cardinality },
  { 0, pt_legalise_results },
  { PT_LACK_ENTRIES_IN_TURN, pt_legalise_entries_in_turn },
  { PT_LACK_FREE_ORDER, pt_legalise_free_order },
  { PT_LACK_WAITING_TASKS, pt_legalise_waiting },
  { PT_LACK_INSTANTIATING_TASKS, pt_legalise_instantiating },
  { 0, pt_legalise_events },
  { 0, pt_legalise_weeks },
  { 0, pt_legalise_calendar },
  { PT_LACK_CRON, pt_legalise_cron },
  { PT_LACK_ONE_OF_MANY, pt_legalise_first_times },
  { PT_LACK_ZONELESS, pt_legalise_zones },
  { PT_LACK_CHOSEN_TIMERS, pt_legalise_chosen_timers },
  { PT_LACK_FREE_ESCALATION, pt_legalise_escalation },
  { 0, pt_legalise_definitions },
  { PT_LACK_SAME_SIGNALS, pt_legalise_signals },
  { PT_LACK_OTHER_STARTS, pt_legalise_other_starts },
  { PT_LACK_FREE_STARTS, pt_legalise_starts },
  { PT_LACK_SAME_HANDLERS, pt_legalise_handlers },
  { PT_LACK_CASES, pt_legalise_cases },
  { PT_LACK_SHORT_CIRCUITS, pt_legalise_short_circuits },
  { 0, pt_legalise_names },
  { 0, pt_legalise_expressions },
  { 0, pt_legalise_times },
};

gboolean
pt_legalise_is_played (PtLegalise *self, PtIndex i)
{
  PtIndex scope = pt_program_node (self->program, i)->scope;

  return pt_program_scope (self->program, pt_program_process_of (self->program, scope))->executable;
}

PtDiagnostic *
pt_legalise_report (PtLegalise *self, PtCode code, PtIndex i, const char *detail)
{
  g_autofree char *label = pt_report_node_label (self->program, i);
  const char *target = pt_target_get_label (self->target);
  PtDiagnostic *finding
      = pt_diagnostics_add (self->diagnostics, code, label, detail ? detail : target,
                            detail ? target : NULL, NULL);

  pt_report_at (finding, &pt_program_node (self->program, i)->origin);
  return finding;
}

static gboolean
stops_repeated (const PtProgram *program, const PtNode *node)
{
  const PtNode *host = node->host == PT_NO_INDEX ? NULL : pt_program_node (program, node->host);

  return host && !node->non_interrupting && host->inner != PT_NO_INDEX
         && (host->loop == PT_LOOP_PARALLEL || host->loop == PT_LOOP_SEQUENTIAL);
}

gboolean
pt_legalise_is_host (const PtProgram *program, PtIndex activity)
{
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (pt_program_node (program, i)->host == activity)
      return TRUE;
  return FALSE;
}

/* @outer: (nullable): the activity around the event sub-process */
static gboolean
stands_within (const PtProgram *program, const PtNode *outer, PtIndex index, PtPlaceKind place)
{
  if (!outer || place == PT_PLACE_WITHIN)
    return outer != NULL;
  if (place == PT_PLACE_NESTED)
    return outer->triggered_by_event;
  return outer->loop != PT_LOOP_NONE || pt_legalise_is_host (program, index);
}

/* The event sub-process that begins with @node, if it does. */
static gboolean
stands_at_event_sub_process (const PtProgram *program, const PtNode *node, PtPlaceKind place)
{
  PtIndex activity = pt_program_scope (program, node->scope)->node, around;

  if (activity == PT_NO_INDEX || !pt_program_node (program, activity)->triggered_by_event)
    return FALSE;
  if (place == PT_PLACE_INTERRUPTING)
    return !node->non_interrupting;
  if (place == PT_PLACE_EVENT_SUB_PROCESS)
    return TRUE;
  around = pt_program_scope (program, pt_program_node (program, activity)->scope)->node;
  return stands_within (program, around == PT_NO_INDEX ? NULL : pt_program_node (program, around),
                        around, place);
}

static gboolean
stands_at (const PtProgram *program, const PtNode *node, PtPlaceKind place)
{
  PtIndex activity = pt_program_scope (program, node->scope)->node;

  switch (place)
    {
    case PT_PLACE_ANY:
      return TRUE;
    case PT_PLACE_PROCESS:
      return activity == PT_NO_INDEX;
    case PT_PLACE_AT_REPEATED:
      return stops_repeated (program, node);
    case PT_PLACE_AD_HOC:
      return activity != PT_NO_INDEX
             && pt_program_node (program, activity)->type == PT_BPMN_AD_HOC_SUB_PROCESS;
    default:
      return stands_at_event_sub_process (program, node, place);
    }
}

static const PtRefusal *
find_refusal (PtLegalise *self, const PtNode *node)
{
  for (const PtRefusal *row = self->target->refusals; row->type != PT_BPMN_NONE; row++)
    if (pt_bpmn_type_is_a (node->type, row->type)
        && (row->definition == PT_BPMN_NONE || row->definition == node->event_definition)
        && stands_at (self->program, node, row->place))
      return row;
  return NULL;
}

static void
refuse (PtLegalise *self, PtIndex i, const PtRefusal *refusal)
{
  const PtNode *node = pt_program_node (self->program, i);
  const char *type = pt_bpmn_type_label (node->type);
  g_autofree char *both
      = g_strdup_printf ("%s, %s", type, pt_bpmn_type_label (refusal->definition));
  g_autofree char *label = pt_report_node_label (self->program, i);
  PtDiagnostic *finding = pt_diagnostics_add (self->diagnostics, PT_CODE_X01, label,
                                              refusal->definition == PT_BPMN_NONE ? type : both,
                                              pt_target_get_label (self->target),
                                              refusal->why ? _ (refusal->why) : "", NULL);

  pt_report_at (finding, &node->origin);

  if (refusal->instead != PT_BPMN_NONE && node->origin.logical)
    pt_diagnostic_add_fix (finding, PT_FIX_REPLACE, pt_bpmn_type_label (refusal->instead),
                           node->origin.logical, pt_bpmn_type_info (refusal->instead)->tag, NULL);
}

void
pt_legalise_refuse (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtRefusal *refusal = find_refusal (self, pt_program_node (self->program, i));

      if (refusal && pt_legalise_is_played (self, i))
        refuse (self, i, refusal);
    }
}

PtProgram *
pt_pass_legalise (const PtProgram *program, const PtTarget *target, PtDiagnostics *diagnostics)
{
  PtLegalise self = { pt_program_copy (program), target, diagnostics, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].lack == 0 || (target->lacks & steps[i].lack))
      {
        steps[i].run (&self);
        pt_program_index (self.program);
      }
  pt_program_seal (self.program);
  return self.program;
}
