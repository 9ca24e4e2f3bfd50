/* pt-legalise-cycles.c: cycles in which nothing waits
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left when nodes that are not reached from others, or lead to no others, are taken away
 * again and again, lies on a cycle or between two.
 */
#include "pt-legalise.h"

/* Nothing is waited for there: not for people, not for a system, and not for an event. */
static gboolean
is_passed_through (const PtNode *node)
{
  return node->type == PT_BPMN_TASK || node->type == PT_BPMN_MANUAL_TASK
         || node->type == PT_BPMN_SCRIPT_TASK || node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT
         || (pt_bpmn_type_is_a (node->type, PT_BPMN_GATEWAY)
             && node->type != PT_BPMN_EVENT_BASED_GATEWAY);
}

typedef struct
{
  const PtProgram *program;
  gboolean *gone;      /* by node */
  guint *n_in, *n_out; /* by node: flows from and to what is not gone */
  GArray *loose;       /* of PtIndex: nodes to be taken away */
} Trim;

static void
take_away (Trim *self, PtIndex i)
{
  if (self->gone[i])
    return;
  self->gone[i] = TRUE;
  g_array_append_val (self->loose, i);
}

static void
loosen_neighbours (Trim *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  for (guint k = 0; k < node->n_out; k++)
    {
      PtIndex to
          = pt_program_flow (self->program, pt_program_flow_out (self->program, i, k))->target;

      if (to != PT_NO_INDEX && --self->n_in[to] == 0)
        take_away (self, to);
    }
  for (guint k = 0; k < node->n_in; k++)
    {
      PtIndex from
          = pt_program_flow (self->program, pt_program_flow_in (self->program, i, k))->source;

      if (from != PT_NO_INDEX && --self->n_out[from] == 0)
        take_away (self, from);
    }
}

static void
trim (Trim *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      self->n_in[i] = node->n_in;
      self->n_out[i] = node->n_out;
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (!is_passed_through (pt_program_node (self->program, i)) || self->n_in[i] == 0
        || self->n_out[i] == 0)
      take_away (self, i);
  for (guint k = 0; k < self->loose->len; k++)
    loosen_neighbours (self, g_array_index (self->loose, PtIndex, k));
}

void
pt_legalise_short_circuits (PtLegalise *self)
{
  guint n = self->program->nodes->len;
  g_autofree gboolean *gone = g_new0 (gboolean, n);
  g_autofree guint *n_in = g_new0 (guint, n);
  g_autofree guint *n_out = g_new0 (guint, n);
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  Trim state = { self->program, gone, n_in, n_out, loose };

  trim (&state);
  for (PtIndex i = 0; i < n; i++)
    if (!gone[i] && !pt_bpmn_type_is_a (pt_program_node (self->program, i)->type, PT_BPMN_GATEWAY)
        && pt_legalise_is_played (self, i))
      pt_legalise_report (self, PT_CODE_X36, i, NULL);
}
