/* by-hand.h: whether a process is sound, by counting tokens on flows one situation after the other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written from the standard without a look at the net: counts instead of bits, texts instead of
 * markings, and reachability anew for each inclusive join that waits. Slow, for small processes.
 */
#pragma once

#include <partitur/net.h>

#define BY_HAND_MAX_FLOWS 40

/* What a case is at: tokens by flow, tokens in end events, and whether it has begun. */
typedef struct
{
  guint8 flows[BY_HAND_MAX_FLOWS];
  guint8 ended, begun;
} ByHandCase;

typedef struct
{
  const PtProgram *program;
  GHashTable *numbers; /* GBytes of a case → number plus one */
  GArray *cases;       /* ByHandCase */
  GArray *leads;       /* pairs of numbers */
  GArray *over;        /* numbers of finished cases */
  gboolean *happened;  /* by node */
  gboolean faulty;
} ByHand;

static inline guint
by_hand_number (ByHand *self, const ByHandCase *at)
{
  GBytes *key = g_bytes_new (at, sizeof *at);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number > 0)
    {
      g_bytes_unref (key);
      return number - 1;
    }
  g_array_append_val (self->cases, *at);
  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (self->cases->len));
  return self->cases->len - 1;
}

static inline void
by_hand_go (ByHand *self, guint from, PtIndex node, const ByHandCase *to)
{
  guint pair[2] = { from, 0 };

  self->happened[node] = TRUE;
  for (guint f = 0; f < BY_HAND_MAX_FLOWS; f++)
    self->faulty |= to->flows[f] > 1;
  self->faulty |= to->ended > 1;
  if (self->faulty)
    return;
  pair[1] = by_hand_number (self, to);
  g_array_append_vals (self->leads, pair, 2);
}

/* Whether a path of flows leads from the end of @from to @to that does not pass @but. */
static inline gboolean
by_hand_reaches (ByHand *self, PtIndex from, PtIndex to, PtIndex but, gboolean *seen)
{
  PtIndex node = pt_program_flow (self->program, from)->target;

  if (from == to)
    return TRUE;
  if (seen[from] || node == but)
    return FALSE;
  seen[from] = TRUE;
  for (guint k = 0; k < pt_program_node (self->program, node)->n_out; k++)
    if (by_hand_reaches (self, pt_program_flow_out (self->program, node, k), to, but, seen))
      return TRUE;
  return FALSE;
}

/* BPMN 2.0, 13.4.3, word by word. */
static inline gboolean
by_hand_inclusive_may_go (ByHand *self, const ByHandCase *at, PtIndex join)
{
  guint n_in = pt_program_node (self->program, join)->n_in, n_held = 0;

  for (guint k = 0; k < n_in; k++)
    n_held += at->flows[pt_program_flow_in (self->program, join, k)] > 0;
  for (PtIndex f = 0; f < self->program->flows->len; f++)
    {
      gboolean to_empty = FALSE, to_held = FALSE;

      for (guint k = 0; k < n_in && at->flows[f] > 0; k++)
        {
          PtIndex in = pt_program_flow_in (self->program, join, k);
          gboolean seen[BY_HAND_MAX_FLOWS] = { FALSE };
          gboolean *which = at->flows[in] > 0 ? &to_held : &to_empty;

          *which |= by_hand_reaches (self, f, in, join, seen);
        }
      if (to_empty && !to_held)
        return FALSE;
    }
  return n_held > 0;
}

static inline void
by_hand_put (ByHand *self, guint from, PtIndex node, ByHandCase at, guint ways)
{
  for (guint k = 0; k < pt_program_node (self->program, node)->n_out; k++)
    if (ways >> k & 1)
      at.flows[pt_program_flow_out (self->program, node, k)]++;
  by_hand_go (self, from, node, &at);
}

static inline void
by_hand_split (ByHand *self, guint from, PtIndex node, const ByHandCase *at)
{
  PtBpmnType type = pt_program_node (self->program, node)->type;
  guint n = pt_program_node (self->program, node)->n_out;

  for (guint ways = 1; ways < 1u << n; ways++)
    if (type == PT_BPMN_INCLUSIVE_GATEWAY
        || (type == PT_BPMN_EXCLUSIVE_GATEWAY ? __builtin_popcount (ways) == 1
                                              : ways == (1u << n) - 1))
      by_hand_put (self, from, node, *at, ways);
}

static inline void
by_hand_join_all (ByHand *self, guint from, PtIndex node)
{
  ByHandCase at = g_array_index (self->cases, ByHandCase, from);
  gboolean inclusive = pt_program_node (self->program, node)->type == PT_BPMN_INCLUSIVE_GATEWAY;

  if (inclusive && !by_hand_inclusive_may_go (self, &at, node))
    return;
  for (guint k = 0; k < pt_program_node (self->program, node)->n_in; k++)
    {
      guint8 *held = &at.flows[pt_program_flow_in (self->program, node, k)];

      if (*held == 0 && !inclusive)
        return;
      *held -= *held > 0;
    }
  by_hand_split (self, from, node, &at);
}

static inline void
by_hand_pass (ByHand *self, guint from, PtIndex node)
{
  for (guint k = 0; k < pt_program_node (self->program, node)->n_in; k++)
    {
      ByHandCase at = g_array_index (self->cases, ByHandCase, from);
      guint8 *held = &at.flows[pt_program_flow_in (self->program, node, k)];

      if (*held == 0)
        continue;
      --*held;
      if (pt_program_node (self->program, node)->type == PT_BPMN_END_EVENT)
        {
          at.ended++;
          by_hand_go (self, from, node, &at);
        }
      else
        by_hand_split (self, from, node, &at);
    }
}

static inline void
by_hand_look (ByHand *self, guint number)
{
  ByHandCase at = g_array_index (self->cases, ByHandCase, number);
  guint n_tokens = at.begun ? 0 : 1, before = self->leads->len;

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    switch (pt_program_node (self->program, i)->type)
      {
      case PT_BPMN_START_EVENT:
        if (!at.begun)
          {
            ByHandCase begun = at;

            begun.begun = 1;
            by_hand_split (self, number, i, &begun);
          }
        break;
      case PT_BPMN_PARALLEL_GATEWAY:
      case PT_BPMN_INCLUSIVE_GATEWAY:
        by_hand_join_all (self, number, i);
        break;
      default:
        by_hand_pass (self, number, i);
      }
  for (guint f = 0; f < BY_HAND_MAX_FLOWS; f++)
    n_tokens += at.flows[f];
  if (n_tokens == 0)
    g_array_append_val (self->over, number);
  else
    self->faulty |= self->leads->len == before; /* stuck */
}

/* From every situation one that is over can be reached. */
static inline gboolean
by_hand_can_always_end (ByHand *self)
{
  g_autofree gboolean *fine = g_new0 (gboolean, self->cases->len);
  guint n_fine = self->over->len;
  gboolean more = TRUE;

  for (guint i = 0; i < self->over->len; i++)
    fine[g_array_index (self->over, guint, i)] = TRUE;
  while (more)
    {
      more = FALSE;
      for (guint i = 0; i + 1 < self->leads->len; i += 2)
        if (fine[g_array_index (self->leads, guint, i + 1)]
            && !fine[g_array_index (self->leads, guint, i)])
          {
            fine[g_array_index (self->leads, guint, i)] = more = TRUE;
            n_fine++;
          }
    }
  return n_fine == self->cases->len;
}

/* Every way out of a choice, too, is part of the process. */
static inline gboolean
by_hand_all_happened (const ByHand *self)
{
  for (guint i = 0; i < self->program->nodes->len; i++)
    if (!self->happened[i])
      return FALSE;
  return TRUE;
}

static inline gboolean
by_hand_is_sound (const PtProgram *program)
{
  const ByHandCase first = { 0 };
  ByHand self = { .program = program };
  gboolean sound;

  g_assert_cmpuint (program->flows->len, <=, BY_HAND_MAX_FLOWS);
  self.numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                        (GDestroyNotify)g_bytes_unref, NULL);
  self.cases = g_array_new (FALSE, FALSE, sizeof (ByHandCase));
  self.leads = g_array_new (FALSE, FALSE, sizeof (guint));
  self.over = g_array_new (FALSE, FALSE, sizeof (guint));
  self.happened = g_new0 (gboolean, program->nodes->len);
  by_hand_number (&self, &first);
  for (guint i = 0; i < self.cases->len && !self.faulty; i++)
    by_hand_look (&self, i);
  sound = !self.faulty && by_hand_can_always_end (&self) && by_hand_all_happened (&self);
  g_hash_table_unref (self.numbers);
  g_array_unref (self.cases);
  g_array_unref (self.leads);
  g_array_unref (self.over);
  g_free (self.happened);
  return sound;
}
