/* pt-legalise.h: the steps of the legalise pass
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each step looks at the program as the step before left it, flows indexed, and touches only
 * processes that are played.
 */
#pragma once

#include "pt-lower.h"
#include "pt-target.h"

G_BEGIN_DECLS

typedef struct
{
  PtProgram *program; /* unsealed: what becomes of it */
  const PtTarget *target;
  PtDiagnostics *diagnostics;
  PtPlaces *places; /* (nullable): for the step that rewrites loops */
} PtLegalise;

/* ----- the steps ------------------------------------------------------------------------------ */

void pt_legalise_refuse (PtLegalise *self);
void pt_legalise_vendors (PtLegalise *self);
void pt_legalise_players (PtLegalise *self);
void pt_legalise_free_data (PtLegalise *self);
void pt_legalise_loose_gateways (PtLegalise *self);
void pt_legalise_ends (PtLegalise *self);
void pt_legalise_links (PtLegalise *self);
void pt_legalise_link_names (PtLegalise *self);
void pt_legalise_message_throws (PtLegalise *self);
void pt_legalise_send_tasks (PtLegalise *self);
void pt_legalise_rule_tasks (PtLegalise *self);
void pt_legalise_tables (PtLegalise *self);
void pt_legalise_lanes (PtLegalise *self);
void pt_legalise_scripts (PtLegalise *self);
void pt_legalise_script_languages (PtLegalise *self);
void pt_legalise_calls (PtLegalise *self);
void pt_legalise_returns (PtLegalise *self);
void pt_legalise_message_flows (PtLegalise *self);
void pt_legalise_loops (PtLegalise *self);
void pt_legalise_results (PtLegalise *self);
void pt_legalise_collections (PtLegalise *self);
void pt_legalise_instances (PtLegalise *self);
void pt_legalise_cardinality (PtLegalise *self);
void pt_legalise_entries_in_turn (PtLegalise *self);
void pt_legalise_free_order (PtLegalise *self);
void pt_legalise_waiting (PtLegalise *self);
void pt_legalise_instantiating (PtLegalise *self);
void pt_legalise_other_starts (PtLegalise *self);
void pt_legalise_starts (PtLegalise *self);
void pt_legalise_events (PtLegalise *self);
void pt_legalise_weeks (PtLegalise *self);
void pt_legalise_calendar (PtLegalise *self);
void pt_legalise_first_times (PtLegalise *self);
void pt_legalise_zones (PtLegalise *self);
void pt_legalise_cron (PtLegalise *self);
void pt_legalise_chosen_timers (PtLegalise *self);
void pt_legalise_escalation (PtLegalise *self);
void pt_legalise_offers (PtLegalise *self);
void pt_legalise_definitions (PtLegalise *self);
void pt_legalise_signals (PtLegalise *self);
void pt_legalise_handlers (PtLegalise *self);
void pt_legalise_names (PtLegalise *self);
void pt_legalise_cases (PtLegalise *self);
void pt_legalise_short_circuits (PtLegalise *self);
void pt_legalise_expressions (PtLegalise *self);
void pt_legalise_times (PtLegalise *self);

/* ----- what they share ------------------------------------------------------------------------ */

/** pt_legalise_is_host: Returns: whether an event stands at the border of @activity */
gboolean pt_legalise_is_host (const PtProgram *program, PtIndex activity);
/** pt_legalise_read_juel: @text: (transfer none): an expression. Returns: (transfer none): as FEEL,
 * where it is written as engines in Java do and the target does not read that; else @text */
const char *pt_legalise_read_juel (PtLegalise *self, const char *text);

/** pt_legalise_is_played: Returns: whether node @i is in a process that the target plays */
gboolean pt_legalise_is_played (PtLegalise *self, PtIndex i);
/** pt_legalise_report: a finding about node @i; its arguments are the label of the node, @detail
 * (nullable), and the target. Returns: (transfer none) */
PtDiagnostic *pt_legalise_report (PtLegalise *self, PtCode code, PtIndex i, const char *detail);

/** pt_legalise_has_own_settings: Returns: whether @node has settings for the target: they say more of
 * what is done than what can be inferred */
gboolean pt_legalise_has_own_settings (PtLegalise *self, const PtNode *node);
/** pt_legalise_become: makes node @i one of @type, without what is thrown or caught there; its figure
 * and the flows at it follow. The adjacency must be up to date. */
void pt_legalise_become (PtLegalise *self, PtIndex i, PtBpmnType type);
/** pt_legalise_happens_once: Returns: whether an event, once caught, is not caught again */
gboolean pt_legalise_happens_once (PtLegalise *self, const PtNode *node);

G_END_DECLS
