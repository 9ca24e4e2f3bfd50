/* pt-staff-visits.c: how often each node is reached in one case
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a task is done in a case follows from the probabilities of the ways that are taken.
 * Where none are said, all ways out of a split are taken equally often.
 */
#include "pt-staff-amounts.h"

#define MAX_ROUNDS 200

typedef struct
{
  const PtProgram *program;
  double *visits; /* by node */
} Visits;

static gboolean
takes_all (const PtNode *node)
{
  return node->type != PT_BPMN_EXCLUSIVE_GATEWAY && node->type != PT_BPMN_EVENT_BASED_GATEWAY
         && node->type != PT_BPMN_COMPLEX_GATEWAY && node->type != PT_BPMN_INCLUSIVE_GATEWAY;
}

/* What the others leave over, in equal parts. */
static double
share_of_rest (const PtProgram *program, const PtNode *node)
{
  double rest = 1;
  guint n = 0;

  for (guint k = 0; k < node->n_out; k++)
    {
      const PtFlow *flow
          = pt_program_flow (program, g_array_index (program->out, PtIndex, node->first_out + k));

      if (flow->probability >= 0)
        rest -= flow->probability;
      else
        n++;
    }
  return n > 0 ? MAX (rest, 0) / n : 0;
}

static double
probability_of (const PtProgram *program, const PtFlow *flow)
{
  const PtNode *node = pt_program_node (program, flow->source);

  if (flow->probability >= 0)
    return flow->probability;
  return takes_all (node) ? 1 : share_of_rest (program, node);
}

/* A join of parallel paths is passed once for all of them. */
static double
count_arrivals (const Visits *self, const PtNode *node)
{
  const PtProgram *program = self->program;
  gboolean joins
      = node->type == PT_BPMN_PARALLEL_GATEWAY || node->type == PT_BPMN_INCLUSIVE_GATEWAY;
  double sum = 0;

  for (guint k = 0; k < node->n_in; k++)
    {
      const PtFlow *flow
          = pt_program_flow (program, g_array_index (program->in, PtIndex, node->first_in + k));
      double arrivals = self->visits[flow->source] * probability_of (program, flow);

      sum = joins ? MAX (sum, arrivals) : sum + arrivals;
    }
  return sum;
}

static double
count_visits (const Visits *self, const PtNode *node)
{
  PtIndex around = pt_program_scope (self->program, node->scope)->node;

  if (node->n_in > 0)
    return count_arrivals (self, node);
  if (node->host != PT_NO_INDEX || node->for_compensation || node->triggered_by_event)
    return 0;
  return around != PT_NO_INDEX ? self->visits[around] : 1;
}

/* Loops come closer to their limit with each round. */
double *
pt_staff_visits (const PtProgram *program)
{
  Visits self = { program, g_new0 (double, program->nodes->len + 1) };
  gboolean is_changed = TRUE;

  for (guint round = 0; is_changed && round < MAX_ROUNDS; round++)
    {
      is_changed = FALSE;
      for (PtIndex i = 0; i < program->nodes->len; i++)
        {
          double visits = MIN (count_visits (&self, pt_program_node (program, i)), 1e6);

          is_changed |= visits > self.visits[i] + 1e-9 || visits < self.visits[i] - 1e-9;
          self.visits[i] = visits;
        }
    }
  return self.visits;
}
