/* random-process.h: small processes made by chance
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../compiler/program-builder.h"

static inline PtIndex
random_node (PtProgram *program, GRand *rand, guint k)
{
  static const PtBpmnType types[]
      = { PT_BPMN_TASK,             PT_BPMN_TASK,
          PT_BPMN_EXCLUSIVE_GATEWAY, PT_BPMN_EXCLUSIVE_GATEWAY,
          PT_BPMN_PARALLEL_GATEWAY, PT_BPMN_PARALLEL_GATEWAY,
          PT_BPMN_INCLUSIVE_GATEWAY };
  g_autofree char *id = g_strdup_printf ("N%u", k);

  return add_node (program, 0, types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))], id, NULL);
}

static inline void
random_flow (PtProgram *program, PtIndex from, PtIndex to)
{
  g_autofree char *id = g_strdup_printf ("F%u", program->flows->len);

  add_flow (program, from, to, id);
}

static inline gboolean
is_splitting (const PtProgram *program, PtIndex node)
{
  return pt_bpmn_type_is_a (pt_program_node (program, node)->type, PT_BPMN_GATEWAY);
}

/* A node that may have one more flow out of it. */
static inline PtIndex
random_source (const PtProgram *program, GRand *rand, const guint *n_out, PtIndex below)
{
  for (;;)
    {
      PtIndex i = (PtIndex)g_rand_int_range (rand, 0, (gint32)below);

      if (n_out[i] == 0 || (is_splitting (program, i) && n_out[i] < 3))
        return i;
    }
}

/* Every node is reached from the start, and every one leads on; whether to an end is chance. */
static inline PtProgram *
random_process (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PtProgram *program = pt_program_new ("random");
  guint n = (guint)g_rand_int_range (rand, 1, 9), n_out[16] = { 0 };
  guint n_more = (guint)g_rand_int_range (rand, 0, 4);

  add_process (program, "P");
  add_node (program, 0, PT_BPMN_START_EVENT, "Start", NULL);
  for (guint k = 1; k <= n; k++)
    {
      PtIndex from, node = random_node (program, rand, k);

      from = random_source (program, rand, n_out, node);
      random_flow (program, from, node);
      n_out[from]++;
    }
  for (guint k = 0; k < n_more; k++)
    {
      PtIndex from = random_source (program, rand, n_out, n + 1);

      if (from == 0 || !is_splitting (program, from))
        continue;
      random_flow (program, from, (PtIndex)g_rand_int_range (rand, 1, (gint32)n + 1));
      n_out[from]++;
    }
  for (guint k = 1, joint = PT_NO_INDEX; k <= n; k++)
    {
      gboolean back = g_rand_int_range (rand, 0, 5) == 0;

      if (n_out[k] > 0)
        continue;
      if (joint == PT_NO_INDEX && !back)
        joint = add_node (program, 0, PT_BPMN_END_EVENT, "End", NULL);
      random_flow (program, k,
                   back ? (PtIndex)g_rand_int_range (rand, 1, (gint32)n + 1) : (PtIndex)joint);
    }
  pt_program_seal (program);
  return program;
}

/* @n ways taken at once, with a choice of two on each. */
static inline PtProgram *
parallel_choices (guint n)
{
  PtProgram *program = pt_program_new ("wide");
  PtIndex start, split, join, end;

  add_process (program, "P");
  start = add_node (program, 0, PT_BPMN_START_EVENT, "Start", NULL);
  split = add_node (program, 0, PT_BPMN_PARALLEL_GATEWAY, "Split", NULL);
  join = add_node (program, 0, PT_BPMN_PARALLEL_GATEWAY, "Join", NULL);
  end = add_node (program, 0, PT_BPMN_END_EVENT, "End", NULL);
  random_flow (program, start, split);
  random_flow (program, join, end);
  for (guint i = 0; i < n; i++)
    {
      PtIndex choice = add_node (program, 0, PT_BPMN_EXCLUSIVE_GATEWAY, "Choice", NULL);
      PtIndex merge = add_node (program, 0, PT_BPMN_EXCLUSIVE_GATEWAY, "Merge", NULL);

      random_flow (program, split, choice);
      random_flow (program, choice, merge);
      random_flow (program, choice, merge);
      random_flow (program, merge, join);
    }
  pt_program_seal (program);
  return program;
}
