/* pt-bind-lanes.c: lanes that say too little or the same twice
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"
#include "pt-report.h"

PtIndex
pt_bind_lane_of (const PtProgram *program, PtIndex node)
{
  while (node != PT_NO_INDEX && pt_program_node (program, node)->lane == PT_NO_INDEX)
    node = pt_program_scope (program, pt_program_node (program, node)->scope)->node;
  return node == PT_NO_INDEX ? PT_NO_INDEX : pt_program_node (program, node)->lane;
}

static PtIndex
process_of (const PtProgram *program, PtIndex lane)
{
  return pt_program_process_of (program, pt_program_lane (program, lane)->scope);
}

static gboolean
is_executable (const PtProgram *program, PtIndex lane)
{
  return pt_program_scope (program, process_of (program, lane))->executable;
}

static gboolean
is_around (const PtProgram *program, PtIndex outer, PtIndex inner)
{
  while (inner != PT_NO_INDEX && inner != outer)
    inner = pt_program_lane (program, inner)->parent;
  return inner == outer;
}

static char *
label_of (const PtProgram *program, PtIndex lane)
{
  const PtLane *entry = pt_program_lane (program, lane);

  return pt_report_label (entry->name, PT_BPMN_LANE, &entry->origin);
}

/* ----- the same role twice
 * ------------------------------------------------------------------------ */

static gboolean
is_same_role (const PtProgram *program, PtIndex lane, PtIndex other)
{
  return pt_program_lane (program, other)->role == pt_program_lane (program, lane)->role
         && process_of (program, other) == process_of (program, lane)
         && !is_around (program, other, lane) && !is_around (program, lane, other);
}

static void
report_same_role (PtBind *self, PtIndex lane, PtIndex other)
{
  const PtProgram *program = self->program;
  const PtLane *entry = pt_program_lane (program, lane);
  g_autofree char *first = label_of (program, other);
  g_autofree char *second = label_of (program, lane);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RD04, first, second,
                            pt_program_role (program, entry->role)->name, NULL);

  pt_report_at (diagnostic, &entry->origin);
  pt_report_at (diagnostic, &pt_program_lane (program, other)->origin);
}

static void
check_same_role (PtBind *self, PtIndex lane)
{
  PtIndex other = 0;

  if (pt_program_lane (self->program, lane)->role == PT_NO_INDEX)
    return;
  while (other < lane && !is_same_role (self->program, lane, other))
    other++;
  if (other < lane)
    report_same_role (self, lane, other);
}

/* ----- empty and nameless lanes
 * ------------------------------------------------------------------- */

typedef struct
{
  guint *nodes;  /* by lane: nodes in it */
  guint *inner;  /* by lane: lanes in it */
  guint *leaves; /* by scope: lanes of the process that have none in them */
} Counts;

static Counts
count_all (const PtProgram *program)
{
  Counts counts = { g_new0 (guint, program->lanes->len), g_new0 (guint, program->lanes->len),
                    g_new0 (guint, program->scopes->len) };

  for (guint i = 0; i < program->nodes->len; i++)
    if (pt_program_node (program, i)->lane != PT_NO_INDEX)
      counts.nodes[pt_program_node (program, i)->lane]++;
  for (guint i = 0; i < program->lanes->len; i++)
    if (pt_program_lane (program, i)->parent != PT_NO_INDEX)
      counts.inner[pt_program_lane (program, i)->parent]++;
  for (guint i = 0; i < program->lanes->len; i++)
    if (counts.inner[i] == 0)
      counts.leaves[process_of (program, i)]++;
  return counts;
}

static void
clear_counts (Counts *counts)
{
  g_free (counts->nodes);
  g_free (counts->inner);
  g_free (counts->leaves);
}

static void
report_nameless (PtBind *self, PtIndex lane)
{
  PtIndex pool = pt_program_scope (self->program, process_of (self->program, lane))->participant;
  const char *name = pool == PT_NO_INDEX ? NULL : pt_program_pool (self->program, pool)->name;

  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_RD06, name ? name : "", NULL),
                &pt_program_lane (self->program, lane)->origin);
}

static void
report_empty (PtBind *self, PtIndex lane)
{
  const PtOrigin *origin = &pt_program_lane (self->program, lane)->origin;
  g_autofree char *label = label_of (self->program, lane);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RD07, label, NULL);

  pt_report_at (diagnostic, origin);
  if (origin->logical)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_DELETE, label, origin->logical, NULL);
}

void
pt_bind_check_lanes (PtBind *self)
{
  const PtProgram *program = self->program;
  Counts counts = count_all (program);

  for (PtIndex i = 0; i < program->lanes->len; i++)
    {
      if (!is_executable (program, i))
        continue;
      check_same_role (self, i);
      if (counts.inner[i] > 0)
        continue;
      if (!self->lanes[i].name && counts.leaves[process_of (program, i)] > 1)
        report_nameless (self, i);
      else if (counts.nodes[i] == 0)
        report_empty (self, i);
    }
  clear_counts (&counts);
}
