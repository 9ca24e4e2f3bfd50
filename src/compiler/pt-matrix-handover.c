/* pt-matrix-handover.c: how often a role hands work on to another
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-matrix.h"
#include "pt-next.h"
#include "pt-report.h"

static void
count (PtMatrixMaker *self,
       const PtProgram *program,
       PtIndex from,
       PtIndex to,
       const char *source,
       const char *target)
{
  const PtProgramRole *giver, *taker;
  PtMatrixCell *cell;
  guint row, column;
  guint64 n;

  if (from == PT_NO_INDEX || to == PT_NO_INDEX || from == to)
    return;
  giver = pt_program_role (program, from);
  taker = pt_program_role (program, to);
  /* Whoever has part in it stands in both headings, so that the table is square. */
  row = pt_matrix_maker_row (self, giver->id, giver->name);
  pt_matrix_maker_column (self, giver->id, giver->name);
  pt_matrix_maker_row (self, taker->id, taker->name);
  column = pt_matrix_maker_column (self, taker->id, taker->name);
  cell = pt_matrix_maker_cell (self, row, column);
  n = g_ascii_strtoull (cell->text, NULL, 10) + 1;
  g_free (cell->text);
  cell->text = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  pt_matrix_cell_tell (cell, source);
  pt_matrix_cell_tell (cell, target);
}

/* ----- along sequence flows
 * -------------------------------------------------------------------------- */

static gboolean
is_work (const PtNode *node)
{
  return pt_bpmn_type_is_a (node->type, PT_BPMN_ACTIVITY) && node->inner == PT_NO_INDEX
         && node->role != PT_NO_INDEX;
}

static const char *
id_of (const PtProgram *program, PtIndex node)
{
  return pt_report_id (&pt_program_node (program, node)->origin);
}

static void
read_work (PtMatrixMaker *self, const PtProgram *program, PtIndex from, const gboolean *stops)
{
  g_autoptr (GArray) next = pt_next_nodes (program, from, stops);

  for (guint i = 0; i < next->len; i++)
    {
      PtIndex to = g_array_index (next, PtIndex, i);

      count (self, program, pt_program_node (program, from)->role,
             pt_program_node (program, to)->role, id_of (program, from), id_of (program, to));
    }
}

/* ----- along message flows
 * --------------------------------------------------------------------------- */

static PtIndex
role_at (const PtProgram *program, PtIndex node, PtIndex pool)
{
  if (node != PT_NO_INDEX)
    return pt_role_around (program, node);
  return pool != PT_NO_INDEX ? pt_program_pool (program, pool)->role : PT_NO_INDEX;
}

static const char *
id_at (const PtProgram *program, PtIndex node, PtIndex pool)
{
  if (node != PT_NO_INDEX)
    return id_of (program, node);
  return pool != PT_NO_INDEX ? pt_report_id (&pt_program_pool (program, pool)->origin) : NULL;
}

static void
read_message (PtMatrixMaker *self, const PtProgram *program, const PtMessageFlow *flow)
{
  count (self, program, role_at (program, flow->source_node, flow->source_pool),
         role_at (program, flow->target_node, flow->target_pool),
         id_at (program, flow->source_node, flow->source_pool),
         id_at (program, flow->target_node, flow->target_pool));
}

/* ----- all
 * ------------------------------------------------------------------------------------------- */

void
pt_matrix_read_handover (PtMatrixMaker *self, const PtProgram *program, guint number)
{
  g_autofree gboolean *stops = g_new0 (gboolean, program->nodes->len + 1);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    stops[i] = is_work (pt_program_node (program, i));
  for (PtIndex i = 0; i < program->nodes->len; i++)
    if (stops[i])
      read_work (self, program, i, stops);
  for (guint i = 0; i < program->message_flows->len; i++)
    read_message (self, program, PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i));
}
