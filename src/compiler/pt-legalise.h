/* pt-legalise.h: the steps of the legalise pass
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each step looks at the program as the step before left it, flows indexed, and touches only
 * processes that are played.
 */
#pragma once

#include "pt-target.h"

G_BEGIN_DECLS

typedef struct
{
  PtProgram *program; /* unsealed: what becomes of it */
  const PtTarget *target;
  PtDiagnostics *diagnostics;
} PtLegalise;

/* ----- the steps ------------------------------------------------------------------------------ */

void pt_legalise_refuse (PtLegalise *self);
void pt_legalise_loose_gateways (PtLegalise *self);
void pt_legalise_loops (PtLegalise *self);
void pt_legalise_instances (PtLegalise *self);
void pt_legalise_waiting (PtLegalise *self);
void pt_legalise_instantiating (PtLegalise *self);
void pt_legalise_starts (PtLegalise *self);
void pt_legalise_events (PtLegalise *self);
void pt_legalise_escalation (PtLegalise *self);
void pt_legalise_scripts (PtLegalise *self);
void pt_legalise_calls (PtLegalise *self);
void pt_legalise_message_flows (PtLegalise *self);
void pt_legalise_definitions (PtLegalise *self);
void pt_legalise_expressions (PtLegalise *self);

/* ----- what they share ------------------------------------------------------------------------ */

/** pt_legalise_is_played: Returns: whether node @i is in a process that the target plays */
gboolean pt_legalise_is_played (PtLegalise *self, PtIndex i);
/** pt_legalise_report: a finding about node @i; its arguments are the label of the node, @detail
 * (nullable), and the target. Returns: (transfer none) */
PtDiagnostic *pt_legalise_report (PtLegalise *self, PtCode code, PtIndex i, const char *detail);

G_END_DECLS
