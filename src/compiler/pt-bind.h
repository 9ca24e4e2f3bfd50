/* pt-bind.h: the bind pass: who plays what
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>
#include <partitur/roster.h>

G_BEGIN_DECLS

/** PtNameMatch: what became of a name on the drawing. */
typedef struct
{
  const char *name; /* (nullable): NULL for none */
  PtRoleMatch match;
  const PtRole *first, *second; /* (nullable): for an ambiguous one both */
  PtIndex role;                 /* in the program, or %PT_NO_INDEX when it was not found */
  gboolean reported;
} PtNameMatch;

/** PtBind: the state of one run. */
typedef struct
{
  PtProgram *program;
  PtRoster *roster; /* (nullable) */
  const GDate *day;
  PtDiagnostics *diagnostics;
  GPtrArray *sources; /* of PtRole (nullable entries): by index of the program's role */
  GPtrArray *players; /* of GArray of PtIndex: nodes that each role plays */
  PtNameMatch *lanes, *pools;
  gboolean *has_lanes; /* by scope: processes that are divided */
} PtBind;

/* ----- names (pt-bind-names.c)
 * -------------------------------------------------------------------- */

/** pt_bind_match_names: Looks up all lanes and pools. */
void pt_bind_match_names (PtBind *self);
PtNameMatch pt_bind_match (PtBind *self, const char *name);
PtRoleKind pt_bind_kind (const PtBind *self, PtIndex role);
/** pt_bind_add_player: notes that @role plays @node */
void pt_bind_add_player (PtBind *self, PtIndex role, PtIndex node);

/** pt_bind_report_lane, _pool: what is to be said about how its name was read, once */
void pt_bind_report_lane (PtBind *self, PtIndex lane);
void pt_bind_report_pool (PtBind *self, PtIndex pool);
/** pt_bind_offer_roles: adds the fixes that let @match be found */
void pt_bind_offer_roles (PtBind *self,
                          PtDiagnostic *diagnostic,
                          const PtNameMatch *match,
                          const PtOrigin *named);
/** pt_bind_suggest: Returns: (nullable): the role that was probably meant */
const PtRole *pt_bind_suggest (const PtBind *self, const PtNameMatch *match);

/* ----- the others
 * --------------------------------------------------------------------------------- */

/** pt_bind_topic: Returns: (transfer full): name of a job: the system's id and what is done, in
 *  letters, digits, hyphens and one point; @system: (nullable) */
char *pt_bind_topic (const char *system, const char *done);
/** pt_bind_slug: Returns: (transfer full): @text in small letters, digits and hyphens */
char *pt_bind_slug (const char *text);

/** pt_bind_lane_of: Returns: the lane @node or a sub-process around it lies in, or %PT_NO_INDEX */
PtIndex pt_bind_lane_of (const PtProgram *program, PtIndex node);
/** pt_bind_role_of_assignment: @drawn: of the place where @node, which has an assignment, is drawn, or
 *  %PT_NO_INDEX. Says what is wrong with the expression.
 *  Returns: @drawn when it asks for that role or for none, else the first role it asks for */
PtIndex pt_bind_role_of_assignment (PtBind *self, PtIndex node, PtIndex drawn);
void pt_bind_check_lanes (PtBind *self);
void pt_bind_tasks (PtBind *self);
void pt_bind_check_holders (PtBind *self);
/** pt_bind_offers: notes who is offered each task, as far as that is not just its role, and what
 * has to be seen to while a case runs */
void pt_bind_offers (PtBind *self);

G_END_DECLS
