/* pt-type-flow.c: whether what is read has been written, on whatever way a case comes there
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Definite assignment, as compilers of other languages do it: what is known at a point is what is
 * known on all ways to it, or, where all of them come together, on any. Sixty-four variables at a
 * time are the bits of one word a point.
 */
#include "pt-type.h"

#define MAX_ROUNDS 64               /* of loops in loops: nobody draws more */
#define PATIENCE (20 * 1000 * 1000) /* steps for finding ways to tell of */

typedef struct
{
  const PtProgram *program;
  PtWays *ways;
  PtDiagnostics *diagnostics;
  guint first;      /* variable of the lowest bit */
  guint64 *known;   /* by point */
  guint64 *written; /* by node */
  guint64 patience;
} Flow;

/* ----- what is known where -------------------------------------------------------------------- */

static guint64
bit_of (const Flow *self, PtIndex variable)
{
  return variable >= self->first && variable < self->first + 64
             ? G_GUINT64_CONSTANT (1) << (variable - self->first)
             : 0;
}

static guint64
meet (const Flow *self, guint point)
{
  const PtWays *ways = self->ways;
  guint from = ways->first_before[point], to = ways->first_before[point + 1];
  gboolean gathers = ways->gathers[point];
  guint64 known = gathers && from < to ? 0 : G_MAXUINT64;

  if (ways->begins[point])
    return 0;
  for (guint k = from; k < to; k++)
    known = gathers ? known | self->known[ways->before[k]] : known & self->known[ways->before[k]];
  return known;
}

static guint64
known_at (const Flow *self, guint point)
{
  guint64 known = meet (self, point);

  return point % 2 == 1 ? known | self->written[point / 2] : known;
}

/* Returns: whether nothing changes any more */
static gboolean
settle (Flow *self)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < self->ways->n_points; i++)
    self->known[i] = G_MAXUINT64;
  for (guint round = 0; round < MAX_ROUNDS && changed; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < self->ways->n_points; i++)
        {
          guint point = self->ways->order[i];
          guint64 known = known_at (self, point);

          changed |= known != self->known[point];
          self->known[point] = known;
        }
    }
  return !changed;
}

static void
find_writers (Flow *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    self->written[i] = 0;
  for (guint i = 0; i < self->program->accesses->len; i++)
    {
      const PtAccess *access = pt_program_access (self->program, i);

      if (access->kind != PT_ACCESS_READ)
        self->written[access->node] |= bit_of (self, access->variable);
    }
}

/* ----- a way without ------------------------------------------------------------------------- */

static GArray *
trace_back (const guint *parents, guint point)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (PtIndex));

  for (;; point = parents[point])
    {
      PtIndex node = point / 2;

      if (point % 2 == 0)
        g_array_prepend_val (way, node);
      if (parents[point] == point)
        return way;
    }
}

/* The shortest way to @target on which the variable stays unknown. */
static GArray *
find_way (Flow *self, guint64 bit, guint target)
{
  const PtWays *ways = self->ways;
  g_autofree guint *parents = g_new (guint, ways->n_points + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ways->n_points; i++)
    {
      parents[i] = ways->begins[i] ? i : G_MAXUINT;
      if (ways->begins[i])
        g_array_append_val (queue, i);
    }
  for (guint i = 0; i < queue->len && parents[target] == G_MAXUINT; i++)
    {
      guint point = g_array_index (queue, guint, i);

      for (guint k = ways->first_behind[point]; k < ways->first_behind[point + 1]; k++)
        if (parents[ways->behind[k]] == G_MAXUINT && !(self->known[ways->behind[k]] & bit))
          {
            parents[ways->behind[k]] = point;
            g_array_append_val (queue, ways->behind[k]);
          }
    }
  self->patience -= MIN (self->patience, ways->n_points + queue->len);
  return parents[target] == G_MAXUINT ? NULL : trace_back (parents, target);
}

/* ----- findings ------------------------------------------------------------------------------- */

static void
check_reader (Flow *self, const PtAccess *access, guint64 written_somewhere)
{
  guint64 bit = bit_of (self, access->variable);
  guint point = PT_POINT_BEFORE (access->node);
  g_autoptr (GArray) way = NULL;

  if (access->kind != PT_ACCESS_READ || (self->known[point] & bit)
      || pt_program_variable (self->program, access->variable)->kind != PT_VARIABLE_OBJECT)
    return;
  if (self->patience > 0)
    way = find_way (self, bit, point);
  pt_type_report_unwritten (self->program, self->ways, self->diagnostics, access->variable,
                            access->node, !(written_somewhere & bit), way);
}

static void
check_readers (Flow *self)
{
  guint64 written_somewhere = 0;

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    written_somewhere |= self->written[i];
  for (guint i = 0; i < self->program->accesses->len; i++)
    if (bit_of (self, pt_program_access (self->program, i)->variable))
      check_reader (self, pt_program_access (self->program, i), written_somewhere);
}

static void
check_unread (const PtProgram *program, PtDiagnostics *diagnostics)
{
  g_autofree gboolean *is_read = g_new0 (gboolean, program->variables->len + 1);
  g_autofree PtIndex *writers = g_new (PtIndex, program->variables->len + 1);

  for (PtIndex i = 0; i < program->variables->len; i++)
    writers[i] = PT_NO_INDEX;
  for (guint i = 0; i < program->accesses->len; i++)
    {
      const PtAccess *access = pt_program_access (program, i);

      is_read[access->variable] |= access->kind == PT_ACCESS_READ;
      if (access->kind == PT_ACCESS_WRITE && writers[access->variable] == PT_NO_INDEX)
        writers[access->variable] = access->node;
    }
  for (PtIndex i = 0; i < program->variables->len; i++)
    if (!is_read[i] && writers[i] != PT_NO_INDEX
        && pt_program_variable (program, i)->kind == PT_VARIABLE_OBJECT)
      pt_type_report_unread (program, diagnostics, i, writers[i]);
}

void
pt_type_check_flow (const PtProgram *program, PtWays *ways, PtDiagnostics *diagnostics)
{
  g_autofree guint64 *known = g_new (guint64, ways->n_points + 1);
  g_autofree guint64 *written = g_new (guint64, program->nodes->len + 1);
  Flow self = { program, ways, diagnostics, 0, known, written, PATIENCE };

  for (; self.first < program->variables->len; self.first += 64)
    {
      find_writers (&self);
      if (settle (&self))
        check_readers (&self);
    }
  check_unread (program, diagnostics);
}
