/* pt-staff-runs.c: which activities happen together in one run of a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breadth first over pairs of a marking and the set of watched activities that happened so far. A
 * sub-process is one step there, taken once for each set that its inside can come to.
 */
#include "pt-staff-runs.h"

#include <partitur/arena.h>
#include <partitur/hash.h>
#include <string.h>

#define MAX_STATES 20000
#define MAX_RUNS 512

/* A situation, and how it was come by. The words, of the marking and behind it the set, are its
 * key. */
typedef struct _State
{
  const struct _State *parent; /* (nullable) */
  PtIndex node;                /* of the step that led here, or %PT_NO_INDEX */
  const PtStaffRun *inner;     /* (nullable): what happened inside of it */
  guint first_turn, n_turns;   /* into turns */
  guint n_words;
  guint64 words[];
} State;

typedef struct
{
  const PtProgram *program;
  PtNetMaker *maker;
  GCancellable *cancellable;
  GHashTable *bits;  /* watched node + 1 → bit + 1 */
  guint64 *inside;   /* by scope: bits of what is watched in it, however deep */
  GPtrArray **found; /* by scope: runs, once they were looked for */
  gboolean is_complete;
} Finder;

typedef struct
{
  Finder *finder;
  PtNet *net;
  PtArena *arena;
  GHashTable *seen; /* of State */
  GQueue queue;     /* of State */
  GArray *turns;    /* PtStaffTurn */
  GPtrArray *runs;  /* result */
  guint *enabled;   /* scratch */
} Search;

/* ----- runs ---------------------------------------------------------------------------------- */

void
pt_staff_run_free (PtStaffRun *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->turns);
  g_free (self);
}

static PtStaffRun *
run_new (guint64 watched)
{
  PtStaffRun *self = g_new0 (PtStaffRun, 1);

  self->watched = watched;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  self->turns = g_array_new (FALSE, FALSE, sizeof (PtStaffTurn));
  return self;
}

PtStaffRun *
pt_staff_run_copy (const PtStaffRun *self)
{
  PtStaffRun *copy = run_new (self->watched);

  g_array_append_vals (copy->nodes, self->nodes->data, self->nodes->len);
  g_array_append_vals (copy->turns, self->turns->data, self->turns->len);
  return copy;
}

static gboolean
has_run (const GPtrArray *runs, guint64 watched)
{
  for (guint i = 0; i < runs->len; i++)
    if (((const PtStaffRun *)runs->pdata[i])->watched == watched)
      return TRUE;
  return FALSE;
}

/* First to last: a state knows only the one before. */
static void
tell_way (const Search *self, const State *state, PtStaffRun *run)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();

  for (; state != NULL; state = state->parent)
    g_ptr_array_add (way, (gpointer)state);
  for (guint i = way->len; i-- > 0;)
    {
      const State *at = way->pdata[i];

      if (at->node != PT_NO_INDEX)
        g_array_append_val (run->nodes, at->node);
      if (at->n_turns > 0)
        g_array_append_vals (run->turns, &g_array_index (self->turns, PtStaffTurn, at->first_turn),
                             at->n_turns);
      if (at->inner == NULL)
        continue;
      g_array_append_vals (run->nodes, at->inner->nodes->data, at->inner->nodes->len);
      g_array_append_vals (run->turns, at->inner->turns->data, at->inner->turns->len);
    }
}

static guint64
watched_of (const State *state)
{
  return state->words[state->n_words - 1];
}

static void
end_run (Search *self, const State *state)
{
  PtStaffRun *run;

  if (has_run (self->runs, watched_of (state)))
    return;
  if (self->runs->len >= MAX_RUNS)
    {
      self->finder->is_complete = FALSE;
      return;
    }
  run = run_new (watched_of (state));
  tell_way (self, state, run);
  g_ptr_array_add (self->runs, run);
}

/* ----- states -------------------------------------------------------------------------------- */

static guint
state_hash (gconstpointer key)
{
  const State *state = key;

  return (guint)pt_hash_bytes (state->words, state->n_words * sizeof *state->words);
}

static gboolean
state_equal (gconstpointer a, gconstpointer b)
{
  const State *x = a, *y = b;

  return memcmp (x->words, y->words, x->n_words * sizeof *x->words) == 0;
}

static State *
state_new (Search *self, const PtMarking *marking, guint64 watched)
{
  guint n_words = self->net->n_words + 1;
  State *state = pt_arena_alloc (self->arena, sizeof *state + n_words * sizeof *state->words);

  state->n_words = n_words;
  state->node = PT_NO_INDEX;
  memcpy (state->words, marking, self->net->n_words * sizeof *marking);
  state->words[n_words - 1] = watched;
  return state;
}

static void
visit (Search *self, State *state)
{
  if (g_hash_table_size (self->seen) >= MAX_STATES)
    self->finder->is_complete = FALSE;
  else if (g_hash_table_add (self->seen, state))
    g_queue_push_tail (&self->queue, state);
}

/* ----- steps --------------------------------------------------------------------------------- */

/* Whether a way out of @node is one of several. */
static gboolean
is_choice (const PtNode *node)
{
  return node->n_out > 1 && node->type != PT_BPMN_PARALLEL_GATEWAY;
}

static void
append_turn (Search *self, State *state, PtIndex node, PtIndex flow)
{
  PtStaffTurn turn = { .node = node, .flow = flow };

  if (state->n_turns++ == 0)
    state->first_turn = self->turns->len;
  g_array_append_val (self->turns, turn);
}

static void
note_turns (Search *self, State *state, const PtStep *step)
{
  const PtNode *node;

  if (step->node == PT_NO_INDEX)
    return;
  node = pt_program_node (self->finder->program, step->node);
  if (node->type == PT_BPMN_BOUNDARY_EVENT)
    append_turn (self, state, step->node, PT_NO_INDEX);
  for (guint k = 0; is_choice (node) && k < step->n_out; k++)
    {
      const PtNetPlace *place = pt_net_place (self->net, pt_net_out (self->net, step, k));

      if (place->kind == PT_PLACE_FLOW
          && pt_program_flow (self->finder->program, place->index)->source == step->node)
        append_turn (self, state, step->node, place->index);
    }
}

static void
take_step (Search *self,
           const State *from,
           guint number,
           const PtMarking *next,
           guint64 watched,
           const PtStaffRun *inner)
{
  const PtStep *step = pt_net_step (self->net, number);
  State *state = state_new (self, next, watched);

  state->parent = from;
  state->node = step->node;
  state->inner = inner;
  note_turns (self, state, step);
  visit (self, state);
}

static const GPtrArray *find_runs (Finder *self, PtIndex scope);

static guint64
bit_of (const Finder *self, PtIndex node)
{
  guint bit = GPOINTER_TO_UINT (g_hash_table_lookup (self->bits, GUINT_TO_POINTER (node + 1)));

  return bit > 0 ? G_GUINT64_CONSTANT (1) << (bit - 1) : 0;
}

/* Once for each set that the inside of a sub-process comes to. */
static void
fire (Search *self, const State *from, guint step)
{
  g_autofree PtMarking *next = g_new (PtMarking, self->net->n_words);
  PtIndex node = pt_net_step (self->net, step)->node;
  guint64 watched = watched_of (from);
  const GPtrArray *inner = NULL;
  guint doubled;

  pt_net_fire (self->net, step, from->words, next, &doubled);
  if (node != PT_NO_INDEX)
    {
      PtIndex inside = pt_program_node (self->finder->program, node)->inner;

      watched |= bit_of (self->finder, node);
      if (inside != PT_NO_INDEX && self->finder->inside[inside] != 0)
        inner = find_runs (self->finder, inside);
    }
  for (guint i = 0; inner != NULL && i < inner->len; i++)
    {
      const PtStaffRun *run = inner->pdata[i];

      take_step (self, from, step, next, watched | run->watched, run);
    }
  if (inner == NULL || inner->len == 0)
    take_step (self, from, step, next, watched, NULL);
}

/* ----- one order of what may happen in any --------------------------------------------------- */

static gboolean
takes_from (const PtNet *net, const PtStep *step, guint place)
{
  for (guint k = 0; k < step->n_in; k++)
    if (pt_net_in (net, step, k) == place)
      return TRUE;
  return FALSE;
}

/* Whether all that takes from where @number takes can happen now: then nothing else gets in
 * between.
 * @cluster: (out): those steps */
static gboolean
is_closed (const Search *self, guint number, const guint8 *enabled, GArray *cluster)
{
  const PtNet *net = self->net;
  const PtStep *step = pt_net_step (net, number);

  if (step->kind != PT_STEP_PLAIN)
    return FALSE;
  g_array_set_size (cluster, 0);
  for (guint i = 0; i < net->steps->len; i++)
    {
      const PtStep *other = pt_net_step (net, i);
      gboolean shares = FALSE;

      for (guint k = 0; k < step->n_in && !shares; k++)
        shares = takes_from (net, other, pt_net_in (net, step, k));
      if (!shares)
        continue;
      if (!enabled[i] || other->kind != PT_STEP_PLAIN || other->n_in != step->n_in)
        return FALSE;
      g_array_append_val (cluster, i);
    }
  return TRUE;
}

static void
expand (Search *self, const State *state)
{
  guint n = self->net->steps->len;
  g_autofree guint8 *enabled = g_new0 (guint8, n + 1);
  g_autoptr (GArray) cluster = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_any = FALSE, found = FALSE;

  for (guint i = 0; i < n; i++)
    is_any |= enabled[i] = pt_net_is_enabled (self->net, i, state->words);
  if (!is_any)
    end_run (self, state);
  for (guint i = 0; i < n && !found; i++)
    found = enabled[i] && is_closed (self, i, enabled, cluster);
  for (guint i = 0; found && i < cluster->len; i++)
    fire (self, state, g_array_index (cluster, guint, i));
  for (guint i = 0; !found && i < n; i++)
    if (enabled[i])
      fire (self, state, i);
}

/* ----- scopes -------------------------------------------------------------------------------- */

/* Each of @runs with each of @more on top of it, or without. */
static void
add_optional (Finder *self, GPtrArray *runs, guint64 watched)
{
  guint n = runs->len;

  for (guint i = 0; i < n; i++)
    {
      const PtStaffRun *run = runs->pdata[i];
      PtStaffRun *with;

      if (has_run (runs, run->watched | watched))
        continue;
      if (runs->len >= MAX_RUNS)
        {
          self->is_complete = FALSE;
          return;
        }
      with = pt_staff_run_copy (run);
      with->watched |= watched;
      g_ptr_array_add (runs, with);
    }
}

/* What no flow leads to happens in between, or not: event sub-processes, compensation. */
static void
add_on_occasion (Finder *self, PtIndex scope, GPtrArray *runs)
{
  const GArray *nodes = pt_net_maker_get_nodes (self->maker, scope);

  for (guint i = 0; i < nodes->len; i++)
    {
      PtIndex number = g_array_index (nodes, PtIndex, i);
      const PtNode *node = pt_program_node (self->program, number);
      guint64 bits
          = bit_of (self, number) | (node->inner != PT_NO_INDEX ? self->inside[node->inner] : 0);

      if ((node->triggered_by_event || node->for_compensation) && bits != 0)
        add_optional (self, runs, bits);
    }
}

static guint64
all_bits (const GPtrArray *runs)
{
  guint64 bits = 0;

  for (guint i = 0; i < runs->len; i++)
    bits |= ((const PtStaffRun *)runs->pdata[i])->watched;
  return bits;
}

/* In another round, the inside of a sub-process may go another way. */
static gboolean
is_repeated (const Finder *self, PtIndex scope)
{
  PtIndex node = pt_program_scope (self->program, scope)->node;

  return node != PT_NO_INDEX && pt_program_node (self->program, node)->loop != PT_LOOP_NONE;
}

static gboolean
is_ad_hoc (const Finder *self, PtIndex scope)
{
  PtIndex node = pt_program_scope (self->program, scope)->node;

  return node != PT_NO_INDEX
         && pt_program_node (self->program, node)->type == PT_BPMN_AD_HOC_SUB_PROCESS;
}

static void
play (Search *self)
{
  g_autofree PtMarking *marking = g_new0 (PtMarking, self->net->n_words);

  if (self->net->too_large || self->net->approximate)
    self->finder->is_complete = FALSE;
  if (self->net->too_large)
    return;
  pt_net_initial (self->net, marking);
  visit (self, state_new (self, marking, 0));
  while (!g_queue_is_empty (&self->queue)
         && !g_cancellable_is_cancelled (self->finder->cancellable))
    expand (self, g_queue_pop_head (&self->queue));
  if (!g_queue_is_empty (&self->queue))
    self->finder->is_complete = FALSE;
  g_queue_clear (&self->queue);
}

static void
play_scope (Finder *self, PtIndex scope, GPtrArray *runs)
{
  g_autoptr (PtNet) net = pt_net_maker_make (self->maker, scope);
  g_autoptr (PtArena) arena = pt_arena_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (state_hash, state_equal);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (PtStaffTurn));
  Search search = { .finder = self, .net = net, .arena = arena, .seen = seen, .turns = turns };

  search.runs = runs;
  g_queue_init (&search.queue);
  play (&search);
}

static const GPtrArray *
find_runs (Finder *self, PtIndex scope)
{
  GPtrArray *runs = self->found[scope];

  if (runs != NULL)
    return runs;
  runs = self->found[scope] = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_staff_run_free);
  if (is_ad_hoc (self, scope))
    g_ptr_array_add (runs, run_new (self->inside[scope]));
  else
    play_scope (self, scope, runs);
  add_on_occasion (self, scope, runs);
  if (is_repeated (self, scope) && runs->len > 1)
    add_optional (self, runs, all_bits (runs));
  return runs;
}

/* ----- all ----------------------------------------------------------------------------------- */

static void
watch (Finder *self, const PtIndex *watched, guint n_watched)
{
  for (guint i = 0; i < n_watched; i++)
    {
      PtIndex scope = pt_program_node (self->program, watched[i])->scope;

      g_hash_table_insert (self->bits, GUINT_TO_POINTER (watched[i] + 1), GUINT_TO_POINTER (i + 1));
      for (; scope != PT_NO_INDEX; scope = pt_program_scope (self->program, scope)->parent)
        self->inside[scope] |= G_GUINT64_CONSTANT (1) << i;
    }
}

static gpointer
copy_run (gconstpointer source, gpointer data)
{
  return pt_staff_run_copy (source);
}

PtStaffRuns *
pt_staff_runs_new (PtNetMaker *maker,
                   const PtProgram *program,
                   PtIndex process,
                   const PtIndex *watched,
                   guint n_watched,
                   GCancellable *cancellable)
{
  g_autoptr (GHashTable) bits = g_hash_table_new (NULL, NULL);
  g_autofree guint64 *inside = g_new0 (guint64, program->scopes->len + 1);
  g_autofree GPtrArray **found = g_new0 (GPtrArray *, program->scopes->len + 1);
  Finder finder = { .program = program, .maker = maker, .cancellable = cancellable, .bits = bits };
  PtStaffRuns *self = g_new0 (PtStaffRuns, 1);

  finder.inside = inside;
  finder.found = found;
  finder.is_complete = TRUE;
  watch (&finder, watched, n_watched);
  self->runs = g_ptr_array_copy ((GPtrArray *)find_runs (&finder, process), copy_run, NULL);
  g_ptr_array_set_free_func (self->runs, (GDestroyNotify)pt_staff_run_free);
  self->is_complete = finder.is_complete;
  for (PtIndex scope = 0; scope < program->scopes->len; scope++)
    g_clear_pointer (&found[scope], g_ptr_array_unref);
  return self;
}

void
pt_staff_runs_free (PtStaffRuns *self)
{
  g_ptr_array_unref (self->runs);
  g_free (self);
}
