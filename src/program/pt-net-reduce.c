/* pt-net-reduce.c: a smaller net with the same verdict
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

#include <string.h>

/* Numbers moved or compared: beyond that the rest is left as it is, which is a reduced net all the same. */
#define MAX_EFFORT 20000000

/* A small set of numbers, ascending. Nearly all have few. */
typedef struct
{
  guint n, size; /* size: of @many, 0 without */
  union
  {
    guint few[4];
    guint *many;
  };
} Set;

typedef struct
{
  Set in, out; /* of a step: places; of a place: steps that put and that take */
  gboolean gone;
} Member;

typedef struct
{
  const PtNet *net;
  GArray *steps;  /* Member */
  GArray *places; /* Member */
  gboolean *kept; /* by place: start, ends, and what steps that end all touch */
  PtStepKind *kinds;
  guint n_kinds;  /* steps of the net; those made here are plain */
  GQueue todo;    /* places to look at */
  guint64 effort;
  gboolean *queued;
} Reduction;

/* ----- sets ------------------------------------------------------------------------------------ */

static inline guint *
items_of (Set *set)
{
  return set->size > 0 ? set->many : set->few;
}

static inline guint
item (const Set *set, guint i)
{
  return set->size > 0 ? set->many[i] : set->few[i];
}

static guint
set_find (const Set *set, guint wanted)
{
  guint low = 0, high = set->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (item (set, middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
set_has (const Set *set, guint wanted)
{
  guint at = set_find (set, wanted);

  return at < set->n && item (set, at) == wanted;
}

static void
set_grow (Set *set)
{
  guint size = 2 * MAX (set->size, G_N_ELEMENTS (set->few));
  guint *many = g_renew (guint, set->size > 0 ? set->many : NULL, size);

  if (set->size == 0)
    memcpy (many, set->few, sizeof set->few);
  set->many = many;
  set->size = size;
}

static void
set_add (Set *set, guint added)
{
  guint at = set_find (set, added), *items;

  if (at < set->n && item (set, at) == added)
    return;
  if (set->n == MAX (set->size, G_N_ELEMENTS (set->few)))
    set_grow (set);
  items = items_of (set);
  memmove (items + at + 1, items + at, (set->n - at) * sizeof *items);
  items[at] = added;
  set->n++;
}

static void
set_remove (Set *set, guint removed)
{
  guint at = set_find (set, removed), *items = items_of (set);

  if (at >= set->n || items[at] != removed)
    return;
  memmove (items + at, items + at + 1, (set->n - at - 1) * sizeof *items);
  set->n--;
}

static gboolean
set_equal (const Set *a, const Set *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (item (a, i) != item (b, i))
      return FALSE;
  return TRUE;
}

static void
set_clear (Set *set)
{
  if (set->size > 0)
    g_free (set->many);
  *set = (Set){ 0 };
}

/* ----- the net as sets ------------------------------------------------------------------------- */

static Member *
step_at (const Reduction *self, guint i)
{
  return &g_array_index (self->steps, Member, i);
}

static Member *
place_at (const Reduction *self, guint i)
{
  return &g_array_index (self->places, Member, i);
}

static void
look_at (Reduction *self, guint place)
{
  if (self->queued[place] || place_at (self, place)->gone)
    return;
  self->queued[place] = TRUE;
  g_queue_push_tail (&self->todo, GUINT_TO_POINTER (place));
}

static void
look_at_all (Reduction *self, const Set *places)
{
  for (guint i = 0; i < places->n; i++)
    look_at (self, item (places, i));
}

/* Takes the sets of @step. */
static void
join_step (Reduction *self, Member step)
{
  guint index = self->steps->len;

  self->effort += step.in.n + step.out.n;
  g_array_append_val (self->steps, step);
  for (guint i = 0; i < step.in.n; i++)
    set_add (&place_at (self, item (&step.in, i))->out, index);
  for (guint i = 0; i < step.out.n; i++)
    set_add (&place_at (self, item (&step.out, i))->in, index);
  look_at_all (self, &step.in);
  look_at_all (self, &step.out);
}

static void
drop_step (Reduction *self, guint index)
{
  Member *step = step_at (self, index);

  step->gone = TRUE;
  for (guint i = 0; i < step->in.n; i++)
    {
      self->effort += place_at (self, item (&step->in, i))->out.n;
      set_remove (&place_at (self, item (&step->in, i))->out, index);
    }
  for (guint i = 0; i < step->out.n; i++)
    {
      self->effort += place_at (self, item (&step->out, i))->in.n;
      set_remove (&place_at (self, item (&step->out, i))->in, index);
    }
  look_at_all (self, &step->in);
  look_at_all (self, &step->out);
}

static void
drop_place (Reduction *self, guint index)
{
  Member *place = place_at (self, index);

  place->gone = TRUE;
  for (guint i = 0; i < place->in.n; i++)
    {
      set_remove (&step_at (self, item (&place->in, i))->out, index);
      look_at_all (self, &step_at (self, item (&place->in, i))->out);
    }
  for (guint i = 0; i < place->out.n; i++)
    {
      set_remove (&step_at (self, item (&place->out, i))->in, index);
      look_at_all (self, &step_at (self, item (&place->out, i))->in);
    }
}

static gboolean
is_plain (const Reduction *self, guint step)
{
  return step >= self->n_kinds || self->kinds[step] == PT_STEP_PLAIN;
}

static void
keep (Reduction *self, guint place)
{
  self->kept[place] = TRUE;
}

static void
take_over (Reduction *self)
{
  for (guint i = 0; i < self->net->places->len; i++)
    {
      Member place = { 0 };

      g_array_append_val (self->places, place);
      if (pt_net_place (self->net, i)->kind == PT_PLACE_START || pt_net_may_rest (self->net, i))
        keep (self, i);
    }
  for (guint i = 0; i < self->net->steps->len; i++)
    {
      const PtStep *from = pt_net_step (self->net, i);
      Member step = { 0 };

      self->kinds[i] = from->kind;
      for (guint k = 0; k < from->n_in; k++)
        set_add (&step.in, pt_net_in (self->net, from, k));
      for (guint k = 0; k < from->n_out; k++)
        set_add (&step.out, pt_net_out (self->net, from, k));
      for (guint k = 0; from->kind == PT_STEP_END_ALL && k < from->n_in; k++)
        keep (self, pt_net_in (self->net, from, k));
      join_step (self, step);
    }
}

/* ----- the rules: each says whether it did something ------------------------------------------- */

/* Among the steps that take from @index: one that changes nothing, or two that do the same. */
static gboolean
merge_steps (Reduction *self, guint index)
{
  const Set *steps = &place_at (self, index)->out;

  for (guint i = 0; i < steps->n; i++)
    {
      guint a = item (steps, i);

      self->effort += steps->n - i;
      if (!is_plain (self, a))
        continue;
      if (set_equal (&step_at (self, a)->in, &step_at (self, a)->out))
        {
          drop_step (self, a);
          return TRUE;
        }
      for (guint j = i + 1; j < steps->n; j++)
        if (is_plain (self, item (steps, j))
            && set_equal (&step_at (self, a)->in, &step_at (self, item (steps, j))->in)
            && set_equal (&step_at (self, a)->out, &step_at (self, item (steps, j))->out))
          {
            drop_step (self, item (steps, j));
            return TRUE;
          }
    }
  return FALSE;
}

/* A place beside @index that always holds what it holds. */
static gboolean
merge_places (Reduction *self, guint index)
{
  const Member *place = place_at (self, index);
  const Set *beside = NULL;

  if (self->kept[index] || place->in.n == 0)
    return FALSE;
  beside = &step_at (self, item (&place->in, 0))->out;
  self->effort += beside->n;
  for (guint i = 0; i < beside->n; i++)
    {
      guint other = item (beside, i);

      if (other != index && !self->kept[other] && set_equal (&place->in, &place_at (self, other)->in)
          && set_equal (&place->out, &place_at (self, other)->out))
        {
          drop_place (self, other);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
alone_enables_all (const Reduction *self, guint index)
{
  const Set *takers = &place_at (self, index)->out;

  for (guint i = 0; i < takers->n; i++)
    if (!is_plain (self, item (takers, i)) || step_at (self, item (takers, i))->in.n != 1
        || set_has (&step_at (self, item (takers, i))->out, index))
      return FALSE;
  return TRUE;
}

/* Messages apart, which are there or not. */
static gboolean
set_meets_tokens (const Reduction *self, const Set *a, const Set *b)
{
  for (guint i = 0; i < a->n; i++)
    if (pt_net_place (self->net, item (a, i))->kind != PT_PLACE_SENT && set_has (b, item (a, i)))
      return TRUE;
  return FALSE;
}

static gboolean
would_double (const Reduction *self, const Member *place)
{
  for (guint i = 0; i < place->in.n; i++)
    for (guint j = 0; j < place->out.n; j++)
      if (set_meets_tokens (self, &step_at (self, item (&place->in, i))->out,
                            &step_at (self, item (&place->out, j))->out))
        return TRUE;
  return FALSE;
}

static gboolean
all_plain (const Reduction *self, const Set *steps)
{
  for (guint i = 0; i < steps->n; i++)
    if (!is_plain (self, item (steps, i)))
      return FALSE;
  return TRUE;
}

static void
set_join (Set *to, const Set *from)
{
  for (guint i = 0; i < from->n; i++)
    set_add (to, item (from, i));
}

static Set
set_copy (const Set *from)
{
  Set copy = *from;

  if (from->size > 0)
    copy.many = g_memdup2 (from->many, from->size * sizeof *from->many);
  return copy;
}

/* @maker and then @taker at once, without the place @between. */
static Member
fuse_steps (Reduction *self, guint maker, guint taker, guint between)
{
  const Member *first = step_at (self, maker);
  Member step = { .in = set_copy (&first->in), .out = set_copy (&first->out) };

  self->effort += first->in.n + first->out.n;
  set_remove (&step.out, between);
  set_join (&step.out, &step_at (self, taker)->out);
  return step;
}

/* What puts a token on the place goes on at once with what takes it. */
static gboolean
fuse (Reduction *self, guint index)
{
  const Member *place = place_at (self, index);
  Set makers, takers;

  if (self->kept[index] || place->in.n == 0 || place->out.n == 0
      || place->in.n * place->out.n > place->in.n + place->out.n
      || !alone_enables_all (self, index) || !all_plain (self, &place->in)
      || would_double (self, place))
    return FALSE;
  makers = set_copy (&place->in);
  takers = set_copy (&place->out);
  for (guint i = 0; i < makers.n; i++)
    for (guint j = 0; j < takers.n; j++)
      join_step (self, fuse_steps (self, item (&makers, i), item (&takers, j), index));
  for (guint i = 0; i < makers.n; i++)
    drop_step (self, item (&makers, i));
  for (guint j = 0; j < takers.n; j++)
    drop_step (self, item (&takers, j));
  set_clear (&makers);
  set_clear (&takers);
  place_at (self, index)->gone = TRUE;
  return TRUE;
}

/* ----- the whole ------------------------------------------------------------------------------- */

static void
reduce_all (Reduction *self)
{
  while (!g_queue_is_empty (&self->todo) && self->effort < MAX_EFFORT)
    {
      guint index = GPOINTER_TO_UINT (g_queue_pop_head (&self->todo));

      self->queued[index] = FALSE;
      while (!place_at (self, index)->gone && self->effort < MAX_EFFORT
             && (merge_steps (self, index) || merge_places (self, index) || fuse (self, index)))
        ;
    }
}

static PtNet *
rebuild (const Reduction *self)
{
  PtNet *net = pt_net_alloc ();
  g_autofree guint *numbers = g_new (guint, self->places->len);
  g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->places->len; i++)
    if (!place_at (self, i)->gone)
      numbers[i] = pt_net_add_place (net, pt_net_place (self->net, i)->kind,
                                     pt_net_place (self->net, i)->index);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Member *step = step_at (self, i);

      if (step->gone)
        continue;
      g_array_set_size (in, 0);
      g_array_set_size (out, 0);
      for (guint k = 0; k < step->in.n; k++)
        g_array_append_val (in, numbers[item (&step->in, k)]);
      for (guint k = 0; k < step->out.n; k++)
        g_array_append_val (out, numbers[item (&step->out, k)]);
      pt_net_add_step (net, is_plain (self, i) ? PT_STEP_PLAIN : self->kinds[i], PT_NO_INDEX, in,
                       out);
    }
  net->approximate = self->net->approximate;
  net->n_processes = self->net->n_processes;
  pt_net_seal (net);
  return net;
}

static void
free_members (GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      set_clear (&g_array_index (members, Member, i).in);
      set_clear (&g_array_index (members, Member, i).out);
    }
  g_array_unref (members);
}

PtNet *
pt_net_reduce (const PtNet *self)
{
  Reduction reduction = { .net = self,
                          .steps = g_array_new (FALSE, FALSE, sizeof (Member)),
                          .places = g_array_new (FALSE, FALSE, sizeof (Member)),
                          .kept = g_new0 (gboolean, self->places->len),
                          .kinds = g_new0 (PtStepKind, self->steps->len + 1),
                          .n_kinds = self->steps->len,
                          .todo = G_QUEUE_INIT,
                          .queued = g_new0 (gboolean, self->places->len) };
  PtNet *net = NULL;

  if (self->upstream == NULL)
    {
      take_over (&reduction);
      reduce_all (&reduction);
      net = rebuild (&reduction);
    }
  free_members (reduction.steps);
  free_members (reduction.places);
  g_queue_clear (&reduction.todo);
  g_free (reduction.kept);
  g_free (reduction.kinds);
  g_free (reduction.queued);
  return net;
}
