/* pt-net-explore.c: all situations a net can get into, breadth first
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-net.h"

#include <string.h>

/* Faults beyond these are more of the same. */
#define MAX_FAULTS 32
/* Once there is a fault, others are looked for among so many more markings than it took to find the
 * last. */
#define PATIENCE 4
#define LEAST_PATIENCE 1000
/* Steps tried and words of markings made: more is not looked at. Some tens of milliseconds. */
#define MAX_EFFORT 4000000
#define CHECK_EVERY 1024 /* markings between two looks at the cancellable */

/* How a marking was come by. */
typedef struct
{
  guint parent, step;
} Origin;

typedef struct
{
  guint from, to;
} Edge;

typedef struct
{
  const PtNet *net;
  PtExploration *found;
  GArray *markings; /* PtMarking: n_words for each */
  GArray *origins;  /* Origin, by marking */
  GArray *edges;    /* Edge: between markings */
  guint *table;     /* open addressing: marking plus one */
  guint size;       /* of the table, a power of two */
  GArray *good;     /* guint: markings from which nothing more need be shown: final, or with a fault */
  gboolean *doubled; /* by place: whether that was told */
  GHashTable *stuck; /* texts of who waits, for which that was told */
  PtMarking *next;
  guint *tried;     /* by step: marking plus one it was tried at last */
  guint64 effort;
  guint enough; /* markings looked at: beyond these no other fault is looked for */
  guint max_faults;
} Explorer;

static const PtMarking *
marking_at (const Explorer *self, guint i)
{
  return &g_array_index (self->markings, PtMarking, (gsize)i * self->net->n_words);
}

/* ----- the table of markings ------------------------------------------------------------------- */

/* The mixing step of splitmix64 (G. Steele, D. Lea, C. Flood, 2014). */
static guint64
hash_of (const Explorer *self, const PtMarking *marking)
{
  guint64 hash = 0;

  for (guint w = 0; w < self->net->n_words; w++)
    {
      hash = (hash ^ marking[w]) + 0x9e3779b97f4a7c15;
      hash = (hash ^ hash >> 30) * 0xbf58476d1ce4e5b9;
      hash = (hash ^ hash >> 27) * 0x94d049bb133111eb;
      hash ^= hash >> 31;
    }
  return hash;
}

static guint *
find_slot (const Explorer *self, const PtMarking *marking)
{
  gsize bytes = self->net->n_words * sizeof *marking;
  guint i = (guint)hash_of (self, marking) & (self->size - 1);

  while (self->table[i] != 0 && memcmp (marking_at (self, self->table[i] - 1), marking, bytes) != 0)
    i = (i + 1) & (self->size - 1);
  return &self->table[i];
}

static void
grow (Explorer *self)
{
  self->size *= 2;
  g_free (self->table);
  self->table = g_new0 (guint, self->size);
  for (guint i = 0; i < self->origins->len; i++)
    *find_slot (self, marking_at (self, i)) = i + 1;
}

/* Returns: its number; a new one is the last */
static guint
remember (Explorer *self, const PtMarking *marking, Origin origin)
{
  guint *slot = find_slot (self, marking);

  if (*slot != 0)
    return *slot - 1;
  g_array_append_vals (self->markings, marking, self->net->n_words);
  g_array_append_val (self->origins, origin);
  *slot = self->origins->len;
  if (self->origins->len * 2 > self->size)
    grow (self);
  return self->origins->len - 1;
}

/* ----- faults ---------------------------------------------------------------------------------- */

static GArray *
trace_to (const Explorer *self, guint marking)
{
  GArray *trace = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = marking; i != 0; i = g_array_index (self->origins, Origin, i).parent)
    g_array_append_val (trace, g_array_index (self->origins, Origin, i).step);
  for (guint i = 0; i < trace->len / 2; i++)
    {
      guint *a = &g_array_index (trace, guint, i), b = *a;

      *a = g_array_index (trace, guint, trace->len - 1 - i);
      g_array_index (trace, guint, trace->len - 1 - i) = b;
    }
  return trace;
}

/* Those who wait, as text. */
static char *
list_waiting (const Explorer *self, guint marking)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->net->places->len; i++)
    if (pt_marking_has (marking_at (self, marking), i) && !pt_net_may_rest (self->net, i))
      g_string_append_printf (text, "%u ", i);
  return g_string_free (text, FALSE);
}

/* Two faults are the same when the same place gets a second token, or the same ones wait. */
static gboolean
is_new (Explorer *self, PtFaultKind kind, guint place, guint marking)
{
  gboolean was_told = kind == PT_FAULT_DOUBLE && self->doubled[place];

  if (was_told || self->found->faults->len >= MAX_FAULTS)
    return FALSE;
  self->doubled[place] |= kind == PT_FAULT_DOUBLE;
  return kind != PT_FAULT_STUCK || g_hash_table_add (self->stuck, list_waiting (self, marking));
}

static void
tell (Explorer *self, PtFaultKind kind, guint marking, guint place, guint step)
{
  PtFault *fault;

  if (!is_new (self, kind, place, marking))
    return;
  fault = g_new0 (PtFault, 1);
  fault->kind = kind;
  fault->place = place;
  fault->step = step;
  fault->marking = g_memdup2 (marking_at (self, marking), self->net->n_words * sizeof (PtMarking));
  fault->trace = trace_to (self, marking);
  if (kind == PT_FAULT_DOUBLE)
    g_array_append_val (fault->trace, step);
  g_ptr_array_add (self->found->faults, fault);
  self->enough = MAX (PATIENCE * marking, LEAST_PATIENCE);
}

static void
fault_free (gpointer data)
{
  PtFault *fault = data;

  g_free (fault->marking);
  g_array_unref (fault->trace);
  g_free (fault);
}

/* ----- forwards -------------------------------------------------------------------------------- */

static void
try_step (Explorer *self, guint marking, guint step)
{
  guint doubled = 0;

  self->found->taken[step] = TRUE;
  if (pt_net_fire (self->net, step, marking_at (self, marking), self->next, &doubled))
    {
      guint to = remember (self, self->next, (Origin){ marking, step });
      Edge edge = { marking, to };

      g_array_append_val (self->edges, edge);
      return;
    }
  tell (self, PT_FAULT_DOUBLE, marking, doubled, step);
  g_array_append_val (self->good, marking);
}

/* Only steps that take from a place that holds a token can be enabled. */
static guint
try_steps_of (Explorer *self, guint marking, guint place)
{
  const PtNet *net = self->net;
  guint n = 0;

  self->effort += 1 + net->first_consumer[place + 1] - net->first_consumer[place];
  for (guint j = net->first_consumer[place]; j < net->first_consumer[place + 1]; j++)
    {
      guint step = net->consumers[j];

      if (self->tried[step] == marking + 1)
        continue;
      self->tried[step] = marking + 1;
      if (!pt_net_is_enabled (net, step, marking_at (self, marking)))
        continue;
      try_step (self, marking, step);
      n++;
    }
  return n;
}

static void
expand (Explorer *self, guint marking)
{
  guint n_enabled = 0;

  self->effort += self->net->n_words;
  for (guint w = 0; w < self->net->n_words; w++)
    for (PtMarking bits = marking_at (self, marking)[w]; bits != 0; bits &= bits - 1)
      n_enabled += try_steps_of (self, marking, w * 64 + (guint)__builtin_ctzll (bits));
  if (n_enabled > 0 && !pt_net_is_final (self->net, marking_at (self, marking)))
    return;
  g_array_append_val (self->good, marking);
  if (n_enabled == 0 && !pt_net_is_final (self->net, marking_at (self, marking)))
    tell (self, PT_FAULT_STUCK, marking, 0, 0);
}

static gboolean
expand_all (Explorer *self, guint max, GCancellable *cancellable)
{
  for (guint i = 0; i < self->origins->len; i++)
    {
      if (self->origins->len > max || self->effort > MAX_EFFORT
          || (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable)))
        return FALSE;
      expand (self, i);
      if (self->found->faults->len >= self->max_faults || i > self->enough)
        return FALSE;
    }
  return TRUE;
}

/* ----- backwards ------------------------------------------------------------------------------- */

/* Markings from which none of the good ones can be reached: steps go on for ever. */
static void
find_caught (Explorer *self)
{
  guint n = self->origins->len, first_caught;
  g_autofree guint *first = g_new0 (guint, n + 2);
  g_autofree guint *from = g_new (guint, self->edges->len + 1);
  g_autofree gboolean *saved = g_new0 (gboolean, n);

  for (guint i = 0; i < self->edges->len; i++)
    first[g_array_index (self->edges, Edge, i).to + 2]++;
  for (guint i = 2; i < n + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < self->edges->len; i++)
    from[first[g_array_index (self->edges, Edge, i).to + 1]++]
        = g_array_index (self->edges, Edge, i).from;
  for (guint i = 0; i < self->good->len; i++)
    saved[g_array_index (self->good, guint, i)] = TRUE;
  for (guint i = 0; i < self->good->len; i++)
    {
      guint at = g_array_index (self->good, guint, i);

      for (guint j = first[at]; j < first[at + 1]; j++)
        if (!saved[from[j]])
          {
            saved[from[j]] = TRUE;
            g_array_append_val (self->good, from[j]);
          }
    }
  for (first_caught = 0; first_caught < n && saved[first_caught]; first_caught++)
    ;
  if (first_caught < n)
    tell (self, PT_FAULT_CAUGHT, first_caught, 0, 0);
}

/* ----- the whole ------------------------------------------------------------------------------- */

static void
begin (Explorer *self, const PtNet *net)
{
  self->net = net;
  self->found = g_new0 (PtExploration, 1);
  self->found->faults = g_ptr_array_new_with_free_func (fault_free);
  self->found->taken = g_new0 (gboolean, net->steps->len + 1);
  self->markings = g_array_new (FALSE, FALSE, sizeof (PtMarking));
  self->origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->good = g_array_new (FALSE, FALSE, sizeof (guint));
  self->doubled = g_new0 (gboolean, net->places->len + 1);
  self->stuck = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->size = 64;
  self->table = g_new0 (guint, self->size);
  self->next = g_new0 (PtMarking, net->n_words);
  self->tried = g_new0 (guint, net->steps->len + 1);
  pt_net_initial (net, self->next);
  remember (self, self->next, (Origin){ 0, 0 });
}

static PtExploration *
finish (Explorer *self)
{
  self->found->n_markings = self->origins->len;
  g_array_unref (self->markings);
  g_array_unref (self->origins);
  g_array_unref (self->edges);
  g_array_unref (self->good);
  g_hash_table_unref (self->stuck);
  g_free (self->doubled);
  g_free (self->table);
  g_free (self->next);
  g_free (self->tried);
  return self->found;
}

static PtExploration *
look (const PtNet *net, guint max_markings, guint max_faults, GCancellable *cancellable)
{
  Explorer explorer = { .max_faults = max_faults, .enough = G_MAXUINT };

  begin (&explorer, net);
  explorer.found->decided = expand_all (&explorer, max_markings, cancellable);
  if (explorer.found->decided)
    find_caught (&explorer);
  return finish (&explorer);
}

/* Of a net, that all its steps can happen. */
static gboolean
all_taken (const PtNet *net, const PtExploration *found)
{
  for (guint i = 0; i < net->steps->len; i++)
    if (!found->taken[i])
      return FALSE;
  return TRUE;
}

PtExploration *
pt_net_explore (const PtNet *self, guint max_markings, GCancellable *cancellable)
{
  return look (self, max_markings, G_MAXUINT, cancellable);
}

gboolean
pt_net_is_sound (const PtNet *self, guint max_markings, GCancellable *cancellable)
{
  g_autoptr (PtExploration) found = look (self, max_markings, 1, cancellable);

  return found->decided && found->faults->len == 0 && all_taken (self, found);
}

void
pt_exploration_free (PtExploration *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self->taken);
  g_free (self);
}
