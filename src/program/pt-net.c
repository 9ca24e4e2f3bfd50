/* pt-net.c: the net as data, and the step function
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

#include <string.h>

PtNet *
pt_net_alloc (void)
{
  PtNet *self = g_new0 (PtNet, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (PtNetPlace));
  self->steps = g_array_new (FALSE, FALSE, sizeof (PtStep));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
pt_net_free (PtNet *self)
{
  g_array_unref (self->places);
  g_array_unref (self->steps);
  g_array_unref (self->arcs);
  g_clear_pointer (&self->upstream, g_ptr_array_unref);
  g_free (self->first_consumer);
  g_free (self->consumers);
  g_free (self);
}

guint
pt_net_add_place (PtNet *self, PtPlaceKind kind, PtIndex index)
{
  PtNetPlace place = { kind, index };

  g_array_append_val (self->places, place);
  return self->places->len - 1;
}

void
pt_net_add_step (PtNet *self, PtStepKind kind, PtIndex node, const GArray *in, const GArray *out)
{
  PtStep step = { kind, node, self->arcs->len, in->len, self->arcs->len + in->len, out->len, 0 };

  g_array_append_vals (self->arcs, in->data, in->len);
  g_array_append_vals (self->arcs, out->data, out->len);
  g_array_append_val (self->steps, step);
}

/* Counts, then places: the consumers of place i are those from first_consumer[i] on. */
void
pt_net_seal (PtNet *self)
{
  guint *first = g_new0 (guint, self->places->len + 2);
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    for (guint k = 0; k < pt_net_step (self, i)->n_in; k++, n++)
      first[pt_net_in (self, pt_net_step (self, i), k) + 2]++;
  for (guint i = 2; i < self->places->len + 2; i++)
    first[i] += first[i - 1];
  self->consumers = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < self->steps->len; i++)
    for (guint k = 0; k < pt_net_step (self, i)->n_in; k++)
      self->consumers[first[pt_net_in (self, pt_net_step (self, i), k) + 1]++] = i;
  self->first_consumer = first;
  self->n_words = self->places->len / 64 + 1;
}

/* ----- the step function ----------------------------------------------------------------------- */

static inline void
put (PtMarking *marking, guint place)
{
  marking[place / 64] |= (PtMarking)1 << (place % 64);
}

static inline void
take (PtMarking *marking, guint place)
{
  marking[place / 64] &= ~((PtMarking)1 << (place % 64));
}

void
pt_net_initial (const PtNet *self, PtMarking *marking)
{
  memset (marking, 0, self->n_words * sizeof *marking);
  for (guint i = 0; i < self->places->len; i++)
    if (pt_net_place (self, i)->kind == PT_PLACE_START
        || pt_net_place (self, i)->kind == PT_PLACE_ARMED)
      put (marking, i);
}

static gboolean
holds_all (const PtNet *self, const PtStep *step, const PtMarking *marking)
{
  for (guint k = 0; k < step->n_in; k++)
    if (!pt_marking_has (marking, pt_net_in (self, step, k)))
      return FALSE;
  return TRUE;
}

/* BPMN 2.0, 13.4.3: at least one token is there, and whatever can still come to an empty input can
 * also come to one that holds a token. */
static gboolean
need_not_wait (const PtNet *self, const PtStep *step, const PtMarking *marking)
{
  const PtMarking *upstream = self->upstream->pdata[step->join];
  gboolean any = FALSE;

  for (guint k = 0; k < step->n_in; k++)
    any |= pt_marking_has (marking, pt_net_in (self, step, k));
  for (guint w = 0; any && w < self->n_words; w++)
    {
      PtMarking to_empty = 0, to_held = 0;

      for (guint k = 0; k < step->n_in; k++)
        *(pt_marking_has (marking, pt_net_in (self, step, k)) ? &to_held : &to_empty)
            |= upstream[k * self->n_words + w];
      if ((marking[w] & to_empty & ~to_held) != 0)
        return FALSE;
    }
  return any;
}

gboolean
pt_net_is_enabled (const PtNet *self, guint step, const PtMarking *marking)
{
  const PtStep *it = pt_net_step (self, step);

  return it->kind == PT_STEP_INCLUSIVE ? need_not_wait (self, it, marking)
                                       : holds_all (self, it, marking);
}

gboolean
pt_net_may_rest (const PtNet *self, guint place)
{
  PtPlaceKind kind = pt_net_place (self, place)->kind;

  return kind == PT_PLACE_END || kind == PT_PLACE_ARMED || kind == PT_PLACE_SENT
         || (kind == PT_PLACE_START && self->n_processes > 1);
}

static void
take_all_but_ends (const PtNet *self, PtMarking *marking)
{
  for (guint i = 0; i < self->places->len; i++)
    if (!pt_net_may_rest (self, i))
      take (marking, i);
}

gboolean
pt_net_fire (const PtNet *self,
             guint step,
             const PtMarking *marking,
             PtMarking *next,
             guint *doubled)
{
  const PtStep *it = pt_net_step (self, step);
  gboolean is_safe = TRUE;

  memcpy (next, marking, self->n_words * sizeof *next);
  for (guint k = 0; k < it->n_in; k++)
    take (next, pt_net_in (self, it, k));
  if (it->kind == PT_STEP_END_ALL)
    take_all_but_ends (self, next);
  for (guint k = 0; k < it->n_out; k++)
    {
      guint place = pt_net_out (self, it, k);

      if (pt_marking_has (next, place) && pt_net_place (self, place)->kind != PT_PLACE_SENT)
        {
          is_safe = FALSE;
          *doubled = place;
        }
      put (next, place);
    }
  return is_safe;
}

gboolean
pt_net_is_final (const PtNet *self, const PtMarking *marking)
{
  for (guint w = 0; w < self->n_words; w++)
    for (PtMarking bits = marking[w]; bits != 0; bits &= bits - 1)
      if (!pt_net_may_rest (self, w * 64 + (guint)__builtin_ctzll (bits)))
        return FALSE;
  return TRUE;
}
