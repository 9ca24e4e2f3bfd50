/* pt-legalise-lanes.c: lanes that say who plays what lies in them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"

#include "pt-report.h"

static gboolean
is_offered (const PtNode *node)
{
  return (node->type == PT_BPMN_USER_TASK || node->type == PT_BPMN_MANUAL_TASK)
         && node->role != PT_NO_INDEX;
}

static void
name_lane (PtLegalise *self, PtLane *lane)
{
  const char *role = pt_program_role (self->program, lane->role)->id;

  if (g_strcmp0 (lane->name, role) == 0)
    return;
  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_X48, lane->name ? lane->name : "",
                                    role, pt_target_get_label (self->target), NULL),
                &lane->origin);
  lane->name = role;
}

static PtIndex
add_lane (PtLegalise *self, PtIndex scope, PtIndex role)
{
  const char *name = pt_program_role (self->program, role)->id;
  g_autofree char *base = g_strconcat ("Lane_", name, NULL);
  PtIndex i = pt_program_add_lane (self->program);
  PtLane *lane = pt_program_lane (self->program, i);

  lane->origin = (PtOrigin){ pt_program_make_id (self->program, base), NULL,
                             pt_report_id (&pt_program_scope (self->program, scope)->origin) };
  lane->name = name;
  lane->scope = scope;
  lane->role = role;
  return i;
}

/* The lane of @role at the level of @scope. */
static PtIndex
find_lane (PtLegalise *self, PtIndex scope, PtIndex role)
{
  for (PtIndex i = 0; i < self->program->lanes->len; i++)
    {
      const PtLane *lane = pt_program_lane (self->program, i);

      if (lane->scope == scope && lane->role == role)
        return i;
    }
  return add_lane (self, scope, role);
}

void
pt_legalise_lanes (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->lanes->len; i++)
    {
      PtLane *lane = pt_program_lane (self->program, i);
      PtIndex process = pt_program_process_of (self->program, lane->scope);

      if (lane->role != PT_NO_INDEX && pt_program_scope (self->program, process)->executable)
        name_lane (self, lane);
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (!is_offered (node) || !pt_legalise_is_played (self, i)
          || (node->lane != PT_NO_INDEX
              && pt_program_lane (self->program, node->lane)->role == node->role))
        continue;
      pt_legalise_report (self, PT_CODE_X39, i, pt_program_role (self->program, node->role)->id);
      node->lane = find_lane (self, node->scope, node->role);
    }
}
