/* pt-pass-sound.c: whether each process can be completed, properly and without two tokens meeting
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each scope by itself: walks along the drawing, then a search of the net that is left when all has
 * been reduced that may be. Only where that says that something is wrong, the whole net is searched
 * for the shortest way there.
 */
#include "pt-passes.h"
#include "pt-report.h"
#include "pt-sound.h"

#define MAX_MARKINGS 100000
#define MAX_TO_EXPLAIN 20000
#define MAX_BYTES (64 * 1024 * 1024) /* of markings */

static guint
max_fitting (const PtNet *net, guint max)
{
  return (guint)MIN (max, MAX_BYTES / (net->n_words * sizeof (PtMarking)));
}

/* ----- the verdict ----------------------------------------------------------------------------- */

/* Returns: whether the net that is left when @self is reduced has no fault and no dead step. Where
 * that is not the case, or @self cannot be reduced, only a search tells more. */
static gboolean
is_sound_when_reduced (const PtSound *self, GCancellable *cancellable)
{
  g_autoptr (PtNet) reduced = pt_net_reduce (self->net);

  return reduced != NULL && !self->net->too_large
         && pt_net_is_sound (reduced, max_fitting (reduced, MAX_MARKINGS), cancellable);
}

/* ----- what a search found --------------------------------------------------------------------- */

/* Returns: (transfer full): the nodes that something happens at */
static gboolean *
find_live (const PtSound *self, const PtExploration *found)
{
  gboolean *live = pt_sound_set_new (self);

  for (guint i = 0; i < self->net->steps->len; i++)
    if (found->taken[i])
      pt_sound_in (self, live, pt_net_step (self->net, i)->node) = TRUE;
  return live;
}

/* A gateway that waits for events goes on with the one that comes, and a link that is caught with the one
 * that is thrown: nothing happens at them alone. */
static gboolean
goes_with (const PtSound *self, const gboolean *live, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);
  const PtWays *ways = entry->type == PT_BPMN_EVENT_BASED_GATEWAY ? &self->next : &self->previous;

  if (entry->type != PT_BPMN_EVENT_BASED_GATEWAY
      && (entry->type != PT_BPMN_INTERMEDIATE_CATCH_EVENT || entry->link == NULL))
    return FALSE;
  for (guint j = ways->first[node]; j < ways->first[node + 1]; j++)
    if (pt_sound_in (self, live, ways->to[j]))
      return TRUE;
  return FALSE;
}

/* Only the first that never happens: what comes behind it never does, either. */
static void
say_dead (PtSound *self, const PtExploration *found)
{
  g_autofree gboolean *live = find_live (self, found);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);
      gboolean has_live = FALSE;
      g_autofree char *label = NULL;

      if (live[i] || goes_with (self, live, node)
          || !pt_sound_takes_part (pt_program_node (self->program, node)))
        continue;
      for (guint j = self->previous.first[node]; j < self->previous.first[node + 1]; j++)
        has_live |= pt_sound_in (self, live, self->previous.to[j]);
      if (!has_live)
        continue;
      label = pt_sound_label (self, node);
      pt_sound_say (self, PT_CODE_S104, node, label, NULL);
    }
}

static void
say_undecided (PtSound *self, guint n_markings)
{
  const PtScope *scope = pt_program_scope (self->program, self->scope);
  g_autofree char *label = pt_report_label (scope->name, PT_BPMN_PROCESS, &scope->origin);
  g_autofree char *n = n_markings > 0 ? g_strdup_printf ("%u", n_markings) : g_strdup ("");

  pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_S113, label, n, NULL),
                &scope->origin);
}

static void
search (PtSound *self, GCancellable *cancellable)
{
  gboolean reducible = self->net->upstream == NULL;
  g_autoptr (PtExploration) found = NULL;
  guint max;

  if (self->net->too_large)
    {
      say_undecided (self, 0);
      return;
    }
  max = max_fitting (self->net, reducible ? MAX_TO_EXPLAIN : MAX_MARKINGS);
  found = pt_net_explore (self->net, max, cancellable);
  for (guint i = 0; i < found->faults->len; i++)
    pt_sound_explain (self, found->faults->pdata[i]);
  if (found->faults->len > 0)
    return;
  if (!found->decided || self->net->approximate)
    say_undecided (self, found->n_markings);
  else
    say_dead (self, found);
}

/* ----- scopes ---------------------------------------------------------------------------------- */

static gboolean
is_looked_at (const PtProgram *program, PtIndex scope)
{
  PtIndex node = pt_program_scope (program, scope)->node;

  return node == PT_NO_INDEX || pt_program_node (program, node)->type != PT_BPMN_AD_HOC_SUB_PROCESS;
}

static void
check_scope (PtSound *self, PtNetMaker *maker, GCancellable *cancellable)
{
  self->net = pt_net_maker_make (maker, self->scope);
  if (pt_sound_check_ways (self) && !is_sound_when_reduced (self, cancellable)
      && !g_cancellable_is_cancelled (cancellable))
    search (self, cancellable);
  g_clear_pointer (&self->net, pt_net_free);
}

static void
number_nodes (PtSound *self, const PtNetMaker *maker)
{
  self->numbers = g_new (guint, self->program->nodes->len + 1);
  for (PtIndex scope = 0; scope < self->program->scopes->len; scope++)
    {
      const GArray *nodes = pt_net_maker_get_nodes (maker, scope);

      for (guint i = 0; i < nodes->len; i++)
        self->numbers[g_array_index (nodes, PtIndex, i)] = i;
    }
}

/* ----- processes together ----------------------------------------------------------------------- */

/* Those that messages join which one of them sends and another waits for. */
static GArray *
find_partners (const PtProgram *program)
{
  g_autofree gboolean *joined = g_new0 (gboolean, program->scopes->len + 1);
  GArray *partners = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  PtIndex sender, receiver;

  for (PtIndex i = 0; i < program->message_flows->len; i++)
    if (pt_net_message_ends (program, i, &sender, &receiver))
      joined[pt_program_node (program, sender)->scope]
          = joined[pt_program_node (program, receiver)->scope] = TRUE;
  for (PtIndex scope = 0; scope < program->scopes->len; scope++)
    if (joined[scope])
      g_array_append_val (partners, scope);
  return partners;
}

/* Messages cannot mend what is wrong with one process alone. */
static void
check_together (PtSound *self, PtNetMaker *maker, GCancellable *cancellable)
{
  g_autoptr (GArray) partners = find_partners (self->program);
  g_autoptr (PtExploration) found = NULL;

  if (partners->len < 2 || g_hash_table_size (self->said) > 0)
    return;
  self->net = pt_net_maker_make_all (maker, partners);
  if (!self->net->too_large && !is_sound_when_reduced (self, cancellable))
    {
      found = pt_net_explore (self->net, max_fitting (self->net, MAX_TO_EXPLAIN), cancellable);
      for (guint i = 0; i < found->faults->len; i++)
        pt_sound_explain_messages (self, maker, found->faults->pdata[i]);
    }
  g_clear_pointer (&self->net, pt_net_free);
}

void
pt_pass_sound (const PtProgram *program, PtDiagnostics *diagnostics, GCancellable *cancellable)
{
  g_autoptr (PtNetMaker) maker = pt_net_maker_new (program);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PtSound self = { .program = program, .diagnostics = diagnostics, .said = said };

  number_nodes (&self, maker);
  pt_sound_find_ways (&self);
  for (self.scope = 0; self.scope < program->scopes->len; self.scope++)
    {
      self.nodes = pt_net_maker_get_nodes (maker, self.scope);
      if (self.nodes->len > 0 && is_looked_at (program, self.scope)
          && !g_cancellable_is_cancelled (cancellable))
        check_scope (&self, maker, cancellable);
    }
  if (!g_cancellable_is_cancelled (cancellable))
    check_together (&self, maker, cancellable);
  g_free (self.numbers);
  g_free (self.next.first);
  g_free (self.next.to);
  g_free (self.previous.first);
  g_free (self.previous.to);
}
