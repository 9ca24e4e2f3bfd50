/* pt-match-neighbours.c: matching by name, type and neighbours
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "pt-match.h"
#include "pt-neighbours.h"

#define N_ROUNDS 5   /* how far away a neighbour can tell twins apart */
#define MAX_PASSES 8 /* each goes on from what the one before has found */

typedef struct
{
  PtVersions *versions;
  PtNeighbours *near[2];
  guint64 *signatures[2][N_ROUNDS + 1]; /* by index in the catalog */
  GQueue found;                /* of PtEntry before: matched, neighbours not yet looked at */
  gboolean by_place;           /* ids were made anew */
  gboolean any_name, any_type; /* what does not count any more */
} Matcher;

/* An element without a partner, and what it must share with one. */
typedef struct
{
  guint64 key;
  PtEntry *entry;
} Candidate;

/* --- signatures --- */

static gboolean
is_free (const PtEntry *entry)
{
  return entry->kind == PT_ENTRY_ELEMENT && entry->match == NULL;
}

/* Types that can be turned into each other are the same sort: see pt_match_fits(). */
static guint64
sort_of (const PtEntry *entry)
{
  PtBpmnType type = entry->face.type;
  PtFamily family = pt_bpmn_type_info (type)->family;

  if (pt_bpmn_type_is_a (type, PT_BPMN_FLOW_NODE))
    return PT_BPMN_FLOW_NODE;
  return family != PT_FAMILY_NONE ? PT_BPMN_N_TYPES + (guint64)family : type;
}

static guint64
own_signature (const Matcher *self, const PtEntry *entry)
{
  return pt_hash_mix (self->any_type ? sort_of (entry) : entry->face.type,
                      entry->face.name != NULL && !self->any_name
                          ? pt_hash_string (entry->face.name)
                          : 0);
}

/* A pair that is known is one and the same in both versions. */
static guint64
first_signature (const Matcher *self, PtSide side, const PtEntry *entry)
{
  if (entry->match == NULL)
    return own_signature (self, entry);
  return pt_hash_mix (G_MAXUINT64, side == PT_AFTER ? entry->index : entry->match->index);
}

/* What a container or lane holds says less about it than it changes. */
static gboolean
tells (guint32 label)
{
  return label != (pt_neighbours_container () | PT_NEIGHBOUR_INCOMING)
         && label != pt_neighbours_label ("flowNodeRef");
}

static guint64
refine (const Matcher *self, PtSide side, const PtEntry *entry, guint round)
{
  const guint64 *last = self->signatures[side][round - 1];
  const PtNeighbours *near = self->near[side];
  guint64 sum = 0;

  if (entry->match != NULL)
    return last[entry->index];
  for (guint i = near->first[entry->index]; i < near->first[entry->index + 1]; i++)
    if (tells (near->rows[i].label))
      sum += pt_hash_mix (near->rows[i].label, last[near->rows[i].other]);
  return pt_hash_mix (last[entry->index], sum);
}

static void
sign (Matcher *self, PtSide side)
{
  const GPtrArray *entries = self->versions->sides[side]->entries;

  for (guint i = 0; i < entries->len; i++)
    self->signatures[side][0][i] = first_signature (self, side, entries->pdata[i]);
  for (guint round = 1; round <= N_ROUNDS; round++)
    for (guint i = 0; i < entries->len; i++)
      self->signatures[side][round][i] = refine (self, side, entries->pdata[i], round);
}

/* --- what may be a pair --- */

static gboolean
is_flow (const PtEntry *entry)
{
  return pt_bpmn_type_info (entry->face.type)->family == PT_FAMILY_FLOW;
}

/* Whether ends that are known are known to be the same; a flow whose id was kept by nobody is the
 * same only between the same elements. */
static gboolean
ends_agree (const Matcher *self, const PtEntry *before, const PtEntry *after)
{
  const PtNeighbours *a = self->near[PT_BEFORE], *b = self->near[PT_AFTER];
  guint j = b->first[after->index];

  for (guint i = a->first[before->index]; i < a->first[before->index + 1]; i++)
    {
      guint32 label = a->rows[i].label;
      const PtEntry *end = self->versions->sides[PT_BEFORE]->entries->pdata[a->rows[i].other];
      const PtEntry *other;

      if (!pt_neighbours_is_end (label) || (label & PT_NEIGHBOUR_INCOMING) != 0)
        continue;
      while (j < b->first[after->index + 1] && b->rows[j].label < label)
        j++;
      if (j == b->first[after->index + 1] || b->rows[j].label != label)
        return FALSE;
      other = self->versions->sides[PT_AFTER]->entries->pdata[b->rows[j++].other];
      if (end->match != other && !(self->by_place && end->match == NULL && other->match == NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_be_pair (const Matcher *self, const PtEntry *before, const PtEntry *after)
{
  return is_free (before) && is_free (after)
         && (self->any_type ? pt_match_fits (before, after) : before->face.type == after->face.type)
         && (self->any_name || g_strcmp0 (before->face.name, after->face.name) == 0)
         && (!is_flow (before) || ends_agree (self, before, after));
}

/* --- pairs among candidates --- */

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *x = a, *y = b;

  if (x->key != y->key)
    return (x->key > y->key) - (x->key < y->key);
  return (x->entry->index > y->entry->index) - (x->entry->index < y->entry->index);
}

static guint
run_length (const GArray *candidates, guint at)
{
  guint end = at;

  while (end < candidates->len
         && g_array_index (candidates, Candidate, end).key
                == g_array_index (candidates, Candidate, at).key)
    end++;
  return end - at;
}

static gboolean
take_pair (Matcher *self, PtEntry *before, PtEntry *after)
{
  if (!may_be_pair (self, before, after))
    return FALSE;
  pt_versions_match (before, after);
  g_queue_push_tail (&self->found, before);
  return TRUE;
}

static void spread (Matcher *self);

/* Twins are as good as each other, so the order decides; the neighbours of each pair follow it
 * before the next one is made. */
static guint
take_twins (Matcher *self, const Candidate *befores, const Candidate *afters, guint n)
{
  guint n_taken = 0;

  for (guint i = 0; i < n; i++)
    if (take_pair (self, befores[i].entry, afters[i].entry))
      {
        n_taken++;
        spread (self);
      }
  return n_taken;
}

/* Returns: how many pairs were found among those with the same key, @twins: also where there are
 * several on both sides */
static guint
pair_up (Matcher *self, GArray *befores, GArray *afters, gboolean twins)
{
  guint i = 0, j = 0, n = 0;

  g_array_sort (befores, compare_candidates);
  g_array_sort (afters, compare_candidates);
  while (i < befores->len && j < afters->len)
    {
      const Candidate *before = &g_array_index (befores, Candidate, i);
      const Candidate *after = &g_array_index (afters, Candidate, j);
      guint n_before = run_length (befores, i), n_after = run_length (afters, j);

      if (before->key == after->key && n_before == 1 && n_after == 1)
        n += take_pair (self, before->entry, after->entry);
      else if (before->key == after->key && n_before == n_after && twins)
        n += take_twins (self, before, after, n_before);
      i += before->key <= after->key ? n_before : 0;
      j += after->key <= before->key ? n_after : 0;
    }
  return n;
}

/* --- spreading from pairs to their neighbours --- */

/* Being in the same container is not enough of a place for what has no name. */
static gboolean
needs_name (const Matcher *self, guint32 label)
{
  return !self->by_place && !pt_neighbours_is_end (label);
}

static guint
end_of_group (const PtNeighbours *near, const PtEntry *entry, guint at)
{
  guint end = at;

  while (end < near->first[entry->index + 1] && near->rows[end].label == near->rows[at].label)
    end++;
  return end;
}

static GArray *
free_in_group (const Matcher *self, PtSide side, guint begin, guint end)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = begin; i < end; i++)
    {
      const PtNeighbour *row = &self->near[side]->rows[i];
      PtEntry *entry = self->versions->sides[side]->entries->pdata[row->other];
      Candidate candidate = { own_signature (self, entry), entry };

      if (is_free (entry)
          && (entry->face.name != NULL || is_flow (entry) || !needs_name (self, row->label)))
        g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static void
spread_from (Matcher *self, const PtEntry *before)
{
  const PtEntry *after = before->match;
  const PtNeighbours *a = self->near[PT_BEFORE], *b = self->near[PT_AFTER];
  guint i = a->first[before->index], j = b->first[after->index];

  while (i < a->first[before->index + 1] && j < b->first[after->index + 1])
    {
      guint32 left = a->rows[i].label, right = b->rows[j].label;
      guint i_end = end_of_group (a, before, i), j_end = end_of_group (b, after, j);

      if (left == right)
        {
          g_autoptr (GArray) befores = free_in_group (self, PT_BEFORE, i, i_end);
          g_autoptr (GArray) afters = free_in_group (self, PT_AFTER, j, j_end);

          if (befores->len > 0 && afters->len > 0)
            pair_up (self, befores, afters, FALSE);
        }
      i = left <= right ? i_end : i;
      j = right <= left ? j_end : j;
    }
}

static void
spread (Matcher *self)
{
  while (!g_queue_is_empty (&self->found))
    spread_from (self, g_queue_pop_head (&self->found));
}

static void
spread_from_all (Matcher *self)
{
  const GPtrArray *befores = self->versions->sides[PT_BEFORE]->entries;

  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];

      if (before->kind == PT_ENTRY_ELEMENT && before->match != NULL)
        g_queue_push_tail (&self->found, before);
    }
  spread (self);
}

/* --- rounds --- */

/* Without a name, the kinds of the neighbours are too little to tell an element by, unless no id
 * tells more. */
static guint
first_round_of (const Matcher *self, const PtEntry *entry)
{
  if (entry->face.name != NULL)
    return 0;
  return self->by_place || is_flow (entry) ? 1 : 2;
}

static GArray *
candidates_in (const Matcher *self, PtSide side, guint round)
{
  const GPtrArray *entries = self->versions->sides[side]->entries;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < entries->len; i++)
    {
      Candidate candidate = { self->signatures[side][round][i], entries->pdata[i] };

      if (is_free (candidate.entry) && round >= first_round_of (self, candidate.entry))
        g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static guint
match_round (Matcher *self, guint round, gboolean twins)
{
  g_autoptr (GArray) befores = candidates_in (self, PT_BEFORE, round);
  g_autoptr (GArray) afters = candidates_in (self, PT_AFTER, round);
  guint n = pair_up (self, befores, afters, twins);

  spread (self);
  return n;
}

static guint
match_pass (Matcher *self)
{
  guint n = 0;

  sign (self, PT_BEFORE);
  sign (self, PT_AFTER);
  for (guint round = N_ROUNDS + 1; round-- > 0;)
    n += match_round (self, round, FALSE);
  return n > 0 ? n : match_round (self, N_ROUNDS, TRUE);
}

static void
match_passes (Matcher *self)
{
  for (guint i = 0; i < MAX_PASSES; i++)
    if (match_pass (self) == 0)
      break;
}

/* Between known neighbours: first another type, then another name, then both. */
static void
match_by_place (Matcher *self)
{
  for (guint less = 1; less <= 3; less++)
    {
      self->any_type = (less & 1) != 0;
      self->any_name = (less & 2) != 0;
      spread_from_all (self);
      self->any_type = self->any_name = FALSE;
      match_passes (self);
    }
}

void
pt_match_neighbours (PtVersions *versions, gboolean by_place)
{
  Matcher self = { .versions = versions, .by_place = by_place };

  g_queue_init (&self.found);
  for (PtSide side = PT_BEFORE; side <= PT_AFTER; side++)
    {
      self.near[side] = pt_neighbours_new (versions->sides[side]);
      for (guint round = 0; round <= N_ROUNDS; round++)
        self.signatures[side][round] = g_new (guint64, versions->sides[side]->entries->len);
    }
  spread_from_all (&self);
  match_passes (&self);
  if (by_place)
    match_by_place (&self);
  for (PtSide side = PT_BEFORE; side <= PT_AFTER; side++)
    {
      pt_neighbours_free (self.near[side]);
      for (guint round = 0; round <= N_ROUNDS; round++)
        g_free (self.signatures[side][round]);
    }
}
