/* pt-net-upstream.c: where tokens can still come from to the inputs of inclusive joins
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

#include <string.h>

/* By place: the steps that put a token there, as in the net's own table of consumers. */
typedef struct
{
  guint *first, *steps;
} Producers;

static void
find_producers (const PtNet *net, Producers *producers)
{
  guint *first = g_new0 (guint, net->places->len + 2);

  for (guint i = 0; i < net->steps->len; i++)
    for (guint k = 0; k < pt_net_step (net, i)->n_out; k++)
      first[pt_net_out (net, pt_net_step (net, i), k) + 2]++;
  for (guint i = 2; i < net->places->len + 2; i++)
    first[i] += first[i - 1];
  producers->steps = g_new (guint, first[net->places->len + 1] + 1);
  for (guint i = 0; i < net->steps->len; i++)
    for (guint k = 0; k < pt_net_step (net, i)->n_out; k++)
      producers->steps[first[pt_net_out (net, pt_net_step (net, i), k) + 1]++] = i;
  producers->first = first;
}

/* Backwards from @place, never through the join itself. */
static void
trace_back (const PtNet *net, const Producers *producers, PtIndex join, guint place, PtMarking *seen)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (todo, place);
  seen[place / 64] |= (PtMarking)1 << (place % 64);
  while (todo->len > 0)
    {
      guint at = g_array_index (todo, guint, todo->len - 1);

      g_array_set_size (todo, todo->len - 1);
      for (guint j = producers->first[at]; j < producers->first[at + 1]; j++)
        {
          const PtStep *step = pt_net_step (net, producers->steps[j]);

          for (guint k = 0; step->node != join && k < step->n_in; k++)
            {
              guint from = pt_net_in (net, step, k);

              if (pt_marking_has (seen, from))
                continue;
              seen[from / 64] |= (PtMarking)1 << (from % 64);
              g_array_append_val (todo, from);
            }
        }
    }
}

static PtMarking *
upstream_of (const PtNet *net, const Producers *producers, const PtStep *step)
{
  PtMarking *upstream = g_new0 (PtMarking, (gsize)step->n_in * net->n_words);

  for (guint k = 0; k < step->n_in; k++)
    trace_back (net, producers, step->node, pt_net_in (net, step, k), upstream + k * net->n_words);
  return upstream;
}

/* Words of what all joins wait for together: more is not looked for. */
#define MAX_WORDS (4 * 1024 * 1024)

static gboolean
is_too_large (const PtNet *self)
{
  guint64 n = 0;
  PtIndex last = PT_NO_INDEX;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PtStep *step = pt_net_step (self, i);

      if (step->kind == PT_STEP_INCLUSIVE && step->node != last)
        n += (guint64)step->n_in * self->n_words;
      last = step->node;
    }
  return n > MAX_WORDS;
}

/* All steps of one join share what it waits for. */
void
pt_net_look_upstream (PtNet *self)
{
  Producers producers = { NULL, NULL };
  PtIndex last = PT_NO_INDEX;

  self->too_large = is_too_large (self);
  for (guint i = 0; i < self->steps->len && !self->too_large; i++)
    {
      PtStep *step = pt_net_step (self, i);

      if (step->kind != PT_STEP_INCLUSIVE)
        continue;
      if (self->upstream == NULL)
        {
          self->upstream = g_ptr_array_new_with_free_func (g_free);
          find_producers (self, &producers);
        }
      if (step->node != last)
        g_ptr_array_add (self->upstream, upstream_of (self, &producers, step));
      last = step->node;
      step->join = self->upstream->len - 1;
    }
  g_free (producers.first);
  g_free (producers.steps);
}
