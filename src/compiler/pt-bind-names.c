/* pt-bind-names.c: what lanes and pools are called, and the roles that are meant
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"
#include "pt-decide.h"
#include "pt-report.h"

/* ----- roles of the program
 * ----------------------------------------------------------------------- */

static PtIndex
find_role (const PtProgram *program, const char *id)
{
  for (guint i = 0; i < program->roles->len; i++)
    if (g_str_equal (pt_program_role (program, i)->id, id))
      return i;
  return PT_NO_INDEX;
}

/* @source: (nullable): NULL makes one of the name, for want of a roles file. */
static PtIndex
use_role (PtBind *self, const PtRole *source, const char *name)
{
  g_autofree char *made = source ? NULL : pt_bind_slug (name);
  PtIndex index = find_role (self->program, source ? source->id : made);
  PtProgramRole *role;

  if (index != PT_NO_INDEX)
    return index;
  index = pt_program_add_role (self->program);
  role = pt_program_role (self->program, index);
  role->id = pt_program_string (self->program, source ? source->id : made);
  role->name = pt_program_string (self->program, source ? source->name : name);
  if (source)
    {
      role->kind = source->kind;
      role->n_holders = pt_roster_count_holders (self->roster, source, self->day);
    }
  else
    role->kind = pt_role_name_says_system (name) ? PT_ROLE_SYSTEM : PT_ROLE_INTERNAL;
  g_ptr_array_add (self->sources, (gpointer)source);
  g_ptr_array_add (self->players, g_array_new (FALSE, FALSE, sizeof (PtIndex)));
  return index;
}

PtRoleKind
pt_bind_kind (const PtBind *self, PtIndex role)
{
  return pt_program_role (self->program, role)->kind;
}

void
pt_bind_add_player (PtBind *self, PtIndex role, PtIndex node)
{
  g_array_append_val ((GArray *)g_ptr_array_index (self->players, role), node);
}

/* ----- matching
 * ----------------------------------------------------------------------------------- */

PtNameMatch
pt_bind_match (PtBind *self, const char *name)
{
  g_autofree char *line = pt_answer_on_one_line (name ? name : "");
  PtNameMatch match = { .match = PT_ROLE_MATCH_NONE, .role = PT_NO_INDEX };

  if (!*line)
    return match;
  match.name = pt_program_string (self->program, line);
  if (self->roster)
    match.match = pt_roster_find_role (self->roster, match.name, &match.first, &match.second);
  else
    match.match = PT_ROLE_MATCH_EXACT;
  if (match.match == PT_ROLE_MATCH_EXACT || match.match == PT_ROLE_MATCH_FOLDED)
    match.role = use_role (self, match.first, match.name);
  return match;
}

static void
match_lanes (PtBind *self)
{
  self->lanes = g_new0 (PtNameMatch, self->program->lanes->len);
  for (guint i = 0; i < self->program->lanes->len; i++)
    {
      PtLane *lane = pt_program_lane (self->program, i);

      self->lanes[i] = pt_bind_match (self, lane->name);
      lane->role = self->lanes[i].role;
    }
}

/* A pool that is divided is called after the organisation, which is no role just because there is
 * no roles file to say so. */
static const char *
role_name_of (const PtBind *self, const PtPool *pool)
{
  gboolean divided = pool->process != PT_NO_INDEX && self->has_lanes[pool->process];

  return self->roster || !divided ? pool->name : NULL;
}

static void
match_pools (PtBind *self)
{
  self->pools = g_new0 (PtNameMatch, self->program->pools->len);
  for (guint i = 0; i < self->program->pools->len; i++)
    {
      PtPool *pool = pt_program_pool (self->program, i);

      self->pools[i] = pt_bind_match (self, role_name_of (self, pool));
      pool->role = self->pools[i].role;
    }
}

void
pt_bind_match_names (PtBind *self)
{
  match_lanes (self);
  match_pools (self);
}

/* ----- findings
 * ----------------------------------------------------------------------------------- */

const PtRole *
pt_bind_suggest (const PtBind *self, const PtNameMatch *match)
{
  return self->roster && match->name ? pt_roster_suggest_role (self->roster, match->name) : NULL;
}

static void
offer_rename (PtDiagnostic *diagnostic, const PtRole *role, const PtOrigin *named)
{
  if (role && named->logical)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_RENAME, role->name, named->logical, NULL);
}

void
pt_bind_offer_roles (PtBind *self,
                     PtDiagnostic *diagnostic,
                     const PtNameMatch *match,
                     const PtOrigin *named)
{
  const PtRole *meant = pt_bind_suggest (self, match);
  gboolean is_system = pt_role_name_says_system (match->name);

  if (named)
    offer_rename (diagnostic, meant, named);
  if (meant)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_ADD_ALIAS, match->name, meant->id, meant->name, NULL);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_CREATE_ROLE, match->name,
                         is_system ? "system" : "internal", NULL);
}

static PtDiagnostic *
report_unknown (PtBind *self, const PtNameMatch *match, const PtOrigin *named)
{
  const PtRole *meant = pt_bind_suggest (self, match);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RD02, match->name,
                                                 meant ? meant->name : "", NULL);

  pt_bind_offer_roles (self, diagnostic, match, named);
  return diagnostic;
}

static PtDiagnostic *
report_folded (PtBind *self, const PtNameMatch *match, const PtOrigin *named)
{
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RD03, match->name, match->first->name, NULL);

  offer_rename (diagnostic, match->first, named);
  return diagnostic;
}

static PtDiagnostic *
report_ambiguous (PtBind *self, const PtNameMatch *match, const PtOrigin *named)
{
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RD05, match->name,
                                                 match->first->name, match->second->name, NULL);

  offer_rename (diagnostic, match->first, named);
  offer_rename (diagnostic, match->second, named);
  return diagnostic;
}

static PtDiagnostic *(*const reports[]) (PtBind *, const PtNameMatch *, const PtOrigin *) = {
  [PT_ROLE_MATCH_NONE] = report_unknown,
  [PT_ROLE_MATCH_FOLDED] = report_folded,
  [PT_ROLE_MATCH_AMBIGUOUS] = report_ambiguous,
};

static void
report_once (PtBind *self, PtNameMatch *match, const PtOrigin *named)
{
  if (match->reported || !match->name || !reports[match->match])
    return;
  match->reported = TRUE;
  pt_report_at (reports[match->match](self, match, named), named);
}

void
pt_bind_report_lane (PtBind *self, PtIndex lane)
{
  report_once (self, &self->lanes[lane], &pt_program_lane (self->program, lane)->origin);
}

void
pt_bind_report_pool (PtBind *self, PtIndex pool)
{
  report_once (self, &self->pools[pool], &pt_program_pool (self->program, pool)->origin);
}
