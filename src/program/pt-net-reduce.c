/* pt-net-reduce.c: a smaller net with the same verdict
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

#include <string.h>

/* Numbers moved or compared: beyond that the rest is left as it is, which is a reduced net all the same. */
#define MAX_EFFORT 20000000

/* A small set of numbers, ascending. */
typedef struct
{
  guint *items;
  guint n, size;
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

static guint
set_find (const Set *set, guint item)
{
  guint low = 0, high = set->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (set->items[middle] < item)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
set_has (const Set *set, guint item)
{
  guint at = set_find (set, item);

  return at < set->n && set->items[at] == item;
}

static void
set_add (Set *set, guint item)
{
  guint at = set_find (set, item);

  if (at < set->n && set->items[at] == item)
    return;
  if (set->n == set->size)
    {
      set->size = MAX (4, set->size * 2);
      set->items = g_renew (guint, set->items, set->size);
    }
  memmove (set->items + at + 1, set->items + at, (set->n - at) * sizeof *set->items);
  set->items[at] = item;
  set->n++;
}

static void
set_remove (Set *set, guint item)
{
  guint at = set_find (set, item);

  if (at >= set->n || set->items[at] != item)
    return;
  memmove (set->items + at, set->items + at + 1, (set->n - at - 1) * sizeof *set->items);
  set->n--;
}

static gboolean
set_equal (const Set *a, const Set *b)
{
  return a->n == b->n && (a->n == 0 || memcmp (a->items, b->items, a->n * sizeof *a->items) == 0);
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
    look_at (self, places->items[i]);
}

/* Takes the sets of @step. */
static void
join_step (Reduction *self, Member step)
{
  guint index = self->steps->len;

  self->effort += step.in.n + step.out.n;
  g_array_append_val (self->steps, step);
  for (guint i = 0; i < step.in.n; i++)
    set_add (&place_at (self, step.in.items[i])->out, index);
  for (guint i = 0; i < step.out.n; i++)
    set_add (&place_at (self, step.out.items[i])->in, index);
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
      self->effort += place_at (self, step->in.items[i])->out.n;
      set_remove (&place_at (self, step->in.items[i])->out, index);
    }
  for (guint i = 0; i < step->out.n; i++)
    {
      self->effort += place_at (self, step->out.items[i])->in.n;
      set_remove (&place_at (self, step->out.items[i])->in, index);
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
      set_remove (&step_at (self, place->in.items[i])->out, index);
      look_at_all (self, &step_at (self, place->in.items[i])->out);
    }
  for (guint i = 0; i < place->out.n; i++)
    {
      set_remove (&step_at (self, place->out.items[i])->in, index);
      look_at_all (self, &step_at (self, place->out.items[i])->in);
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
      guint a = steps->items[i];

      self->effort += steps->n - i;
      if (!is_plain (self, a))
        continue;
      if (set_equal (&step_at (self, a)->in, &step_at (self, a)->out))
        {
          drop_step (self, a);
          return TRUE;
        }
      for (guint j = i + 1; j < steps->n; j++)
        if (is_plain (self, steps->items[j])
            && set_equal (&step_at (self, a)->in, &step_at (self, steps->items[j])->in)
            && set_equal (&step_at (self, a)->out, &step_at (self, steps->items[j])->out))
          {
            drop_step (self, steps->items[j]);
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
  beside = &step_at (self, place->in.items[0])->out;
  self->effort += beside->n;
  for (guint i = 0; i < beside->n; i++)
    {
      guint other = beside->items[i];

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
    if (!is_plain (self, takers->items[i]) || step_at (self, takers->items[i])->in.n != 1
        || set_has (&step_at (self, takers->items[i])->out, index))
      return FALSE;
  return TRUE;
}

/* Messages apart, which are there or not. */
static gboolean
set_meets_tokens (const Reduction *self, const Set *a, const Set *b)
{
  for (guint i = 0; i < a->n; i++)
    if (pt_net_place (self->net, a->items[i])->kind != PT_PLACE_SENT && set_has (b, a->items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
would_double (const Reduction *self, const Member *place)
{
  for (guint i = 0; i < place->in.n; i++)
    for (guint j = 0; j < place->out.n; j++)
      if (set_meets_tokens (self, &step_at (self, place->in.items[i])->out,
                            &step_at (self, place->out.items[j])->out))
        return TRUE;
  return FALSE;
}

static gboolean
all_plain (const Reduction *self, const Set *steps)
{
  for (guint i = 0; i < steps->n; i++)
    if (!is_plain (self, steps->items[i]))
      return FALSE;
  return TRUE;
}

static void
copy_set (Set *to, const Set *from, guint but)
{
  for (guint i = 0; i < from->n; i++)
    if (from->items[i] != but)
      set_add (to, from->items[i]);
}

/* What puts a token on the place goes on at once with what takes it. */
static gboolean
fuse (Reduction *self, guint index)
{
  const Member *place = place_at (self, index);
  g_autoptr (GArray) makers = NULL;
  g_autoptr (GArray) takers = NULL;

  if (self->kept[index] || place->in.n == 0 || place->out.n == 0
      || place->in.n * place->out.n > place->in.n + place->out.n
      || !alone_enables_all (self, index) || !all_plain (self, &place->in)
      || would_double (self, place))
    return FALSE;
  makers = g_array_new (FALSE, FALSE, sizeof (guint));
  takers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (makers, place->in.items, place->in.n);
  g_array_append_vals (takers, place->out.items, place->out.n);
  for (guint i = 0; i < makers->len; i++)
    for (guint j = 0; j < takers->len; j++)
      {
        Member step = { 0 };

        self->effort += step_at (self, g_array_index (makers, guint, i))->in.n
                        + step_at (self, g_array_index (makers, guint, i))->out.n;
        copy_set (&step.in, &step_at (self, g_array_index (makers, guint, i))->in, PT_NO_INDEX);
        copy_set (&step.out, &step_at (self, g_array_index (makers, guint, i))->out, index);
        copy_set (&step.out, &step_at (self, g_array_index (takers, guint, j))->out, PT_NO_INDEX);
        join_step (self, step);
      }
  for (guint i = 0; i < makers->len; i++)
    drop_step (self, g_array_index (makers, guint, i));
  for (guint j = 0; j < takers->len; j++)
    drop_step (self, g_array_index (takers, guint, j));
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
        g_array_append_val (in, numbers[step->in.items[k]]);
      for (guint k = 0; k < step->out.n; k++)
        g_array_append_val (out, numbers[step->out.items[k]]);
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
      g_free (g_array_index (members, Member, i).in.items);
      g_free (g_array_index (members, Member, i).out.items);
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
