/* pt-staffing-count.c: rules that count people
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A variable for each two seats says that the same person has both. It is needed only for seats
 * whose people are counted, and dear: with every two seats come clauses for all their people, and
 * with every three the one that sameness carries over.
 */
#include "pt-staffing-private.h"

#define MAX_SUBSETS 500

/* ----- pairs --------------------------------------------------------------------------------- */

static gint64
key_of (guint a, guint b)
{
  return (gint64)MIN (a, b) << 32 | MAX (a, b);
}

int
pt_staffing_pair (const PtStaffing *self, guint a, guint b)
{
  gint64 key = key_of (a, b);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->pairs, &key));
}

static gboolean
counts (const PtFact *fact)
{
  return fact->kind == PT_FACT_RULE
         && (fact->rule == PT_STAFF_AT_MOST || fact->rule == PT_STAFF_AT_LEAST);
}

void
pt_staffing_add_pairs (PtStaffing *self, const PtFact *fact)
{
  g_autoptr (GArray) seats = NULL;

  if (!counts (fact))
    return;
  seats = pt_staffing_seats_of (self, fact->tasks);
  for (guint i = 0; i < seats->len; i++)
    for (guint j = i + 1; j < seats->len; j++)
      {
        guint a = g_array_index (seats, guint, i), b = g_array_index (seats, guint, j);
        gint64 key = key_of (a, b);

        if (a != b && pt_staffing_pair (self, a, b) == 0)
          g_hash_table_insert (self->pairs, g_memdup2 (&key, sizeof key),
                               GINT_TO_POINTER (pt_sat_new_variable (self->sat)));
      }
}

/* The same person has both: then who has @a has @b. */
static void
tie_one_way (PtStaffing *self, int pair, guint a, guint b)
{
  const PtSeat *seat = pt_staffing_seat (self, a);
  const GArray *people = pt_staffing_task (self, seat->task)->people;

  for (guint i = 0; i < people->len; i++)
    {
      int other = pt_staffing_literal (self, b, g_array_index (people, guint, i));

      pt_sat_add (self->sat, -pair);
      pt_sat_add (self->sat, -(seat->first + (int)i));
      if (other != 0)
        pt_sat_add (self->sat, other);
      pt_sat_add (self->sat, 0);
      if (other != 0 && a < b)
        pt_sat_clause (self->sat, -(seat->first + (int)i), -other, pair);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 x = **(const gint64 *const *)a, y = **(const gint64 *const *)b;

  return x < y ? -1 : x > y;
}

/* Returns: (transfer container): keys in the same order in each run */
static GPtrArray *
list_pairs (const PtStaffing *self)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/* a = b and b = c make a = c, whichever of the three are known. */
static void
tie_three (PtStaffing *self, guint a, guint b, guint c)
{
  int ab = pt_staffing_pair (self, a, b), ac = pt_staffing_pair (self, a, c);
  int bc = pt_staffing_pair (self, b, c);

  if (ab == 0 || ac == 0 || bc == 0)
    return;
  pt_sat_clause (self->sat, -ab, -bc, ac);
  pt_sat_clause (self->sat, -ab, -ac, bc);
  pt_sat_clause (self->sat, -ac, -bc, ab);
}

void
pt_staffing_tie_pairs (PtStaffing *self)
{
  g_autoptr (GPtrArray) keys = list_pairs (self);

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = *(const gint64 *)keys->pdata[i];
      guint a = (guint)(key >> 32), b = (guint)(key & G_MAXUINT32);
      int pair = pt_staffing_pair (self, a, b);

      tie_one_way (self, pair, a, b);
      tie_one_way (self, pair, b, a);
      for (guint c = b + 1; c < self->seats->len; c++)
        tie_three (self, a, b, c);
    }
}

/* ----- new people ---------------------------------------------------------------------------- */

/* Sums, row by row: count[k] says that at least k + 1 of those so far are true. */
typedef struct
{
  PtSat *sat;
  guint n;
  int *counts; /* 0: cannot be */
} Counter;

static int
seat_is_done (const PtStaffing *self, guint seat)
{
  return pt_staffing_is_done (self, pt_staffing_seat (self, seat)->task);
}

/* ----- at most ------------------------------------------------------------------------------- */

static void
count_up (Counter *self, int literal)
{
  g_autofree int *next = g_new0 (int, self->n);

  for (guint k = 0; k < self->n; k++)
    {
      next[k] = pt_sat_new_variable (self->sat);
      if (self->counts[k] != 0)
        pt_sat_clause (self->sat, -self->counts[k], next[k]);
      if (k == 0)
        pt_sat_clause (self->sat, -literal, next[k]);
      else if (self->counts[k - 1] != 0)
        pt_sat_clause (self->sat, -literal, -self->counts[k - 1], next[k]);
    }
  memcpy (self->counts, next, self->n * sizeof *next);
}

/* A seat is new unless somebody who has a seat before has it, too. */
static int
must_be_new (PtStaffing *self, const GArray *seats, guint i)
{
  guint seat = g_array_index (seats, guint, i);
  int is_new = pt_sat_new_variable (self->sat);

  pt_sat_add (self->sat, is_new);
  pt_sat_add (self->sat, -seat_is_done (self, seat));
  for (guint j = 0; j < i; j++)
    pt_sat_add (self->sat, pt_staffing_pair (self, seat, g_array_index (seats, guint, j)));
  pt_sat_add (self->sat, 0);
  return is_new;
}

static void
encode_by_sum (PtStaffing *self, const PtFact *fact, const GArray *seats)
{
  g_autofree int *counts = g_new0 (int, fact->n + 1);
  Counter counter = { .sat = self->sat, .n = fact->n + 1, .counts = counts };

  for (guint i = 0; i < seats->len; i++)
    count_up (&counter, must_be_new (self, seats, i));
  pt_sat_clause (self->sat, -fact->literal, -counts[fact->n]);
}

/* Of each n + 1 seats two have the same person. */
static void
say_two_are_same (PtStaffing *self, const PtFact *fact, const GArray *seats, const guint *chosen)
{
  pt_sat_add (self->sat, -fact->literal);
  for (guint i = 0; i <= fact->n; i++)
    pt_sat_add (self->sat, -seat_is_done (self, g_array_index (seats, guint, chosen[i])));
  for (guint i = 0; i <= fact->n; i++)
    for (guint j = 0; j < i; j++)
      pt_sat_add (self->sat, pt_staffing_pair (self, g_array_index (seats, guint, chosen[i]),
                                               g_array_index (seats, guint, chosen[j])));
  pt_sat_add (self->sat, 0);
}

/* Returns: whether there is a next choice of @n out of @of, in ascending order */
static gboolean
choose_next (guint *chosen, guint n, guint of)
{
  guint i = n;

  while (i > 0 && chosen[i - 1] == of - n + i - 1)
    i--;
  if (i == 0)
    return FALSE;
  chosen[i - 1]++;
  for (; i < n; i++)
    chosen[i] = chosen[i - 1] + 1;
  return TRUE;
}

static void
encode_by_subsets (PtStaffing *self, const PtFact *fact, const GArray *seats)
{
  g_autofree guint *chosen = g_new (guint, fact->n + 1);

  for (guint i = 0; i <= fact->n; i++)
    chosen[i] = i;
  do
    say_two_are_same (self, fact, seats, chosen);
  while (choose_next (chosen, fact->n + 1, seats->len));
}

static double
count_subsets (guint n, guint of)
{
  double subsets = 1;

  for (guint i = 0; i < n; i++)
    subsets = subsets * (of - i) / (i + 1);
  return subsets;
}

void
pt_staffing_encode_at_most (PtStaffing *self, const PtFact *fact)
{
  g_autoptr (GArray) seats = pt_staffing_seats_of (self, fact->tasks);

  if (fact->n >= seats->len)
    return;
  if (count_subsets (fact->n + 1, seats->len) <= MAX_SUBSETS)
    encode_by_subsets (self, fact, seats);
  else
    encode_by_sum (self, fact, seats);
}

/* ----- at least ------------------------------------------------------------------------------ */

static void
count_down (Counter *self, int literal)
{
  g_autofree int *next = g_new0 (int, self->n);

  for (guint k = 0; k < self->n; k++)
    {
      int before = k > 0 ? self->counts[k - 1] : 0;

      next[k] = pt_sat_new_variable (self->sat);
      pt_sat_add (self->sat, -next[k]);
      pt_sat_add (self->sat, literal);
      if (self->counts[k] != 0)
        pt_sat_add (self->sat, self->counts[k]);
      pt_sat_add (self->sat, 0);
      if (k == 0)
        continue;
      pt_sat_add (self->sat, -next[k]);
      if (before != 0)
        pt_sat_add (self->sat, before);
      if (self->counts[k] != 0)
        pt_sat_add (self->sat, self->counts[k]);
      pt_sat_add (self->sat, 0);
    }
  memcpy (self->counts, next, self->n * sizeof *next);
}

/* A seat may count as new only when it is taken, by nobody who has a seat before. */
static int
may_be_new (PtStaffing *self, const GArray *seats, guint i)
{
  guint seat = g_array_index (seats, guint, i);
  int is_new = pt_sat_new_variable (self->sat);

  pt_sat_clause (self->sat, -is_new, seat_is_done (self, seat));
  for (guint j = 0; j < i; j++)
    pt_sat_clause (self->sat, -is_new,
                   -pt_staffing_pair (self, seat, g_array_index (seats, guint, j)));
  return is_new;
}

void
pt_staffing_encode_at_least (PtStaffing *self, const PtFact *fact)
{
  g_autoptr (GArray) seats = pt_staffing_seats_of (self, fact->tasks);
  g_autofree int *counts = NULL;
  Counter counter = { .sat = self->sat, .n = fact->n };

  if (fact->n == 0)
    return;
  /* So many there never are. */
  if (fact->n > seats->len)
    {
      for (guint i = 0; i < seats->len; i++)
        pt_sat_clause (self->sat, -fact->literal,
                       -seat_is_done (self, g_array_index (seats, guint, i)));
      return;
    }
  counter.counts = counts = g_new0 (int, fact->n + 1);
  for (guint i = 0; i < seats->len; i++)
    count_down (&counter, may_be_new (self, seats, i));
  for (guint i = 0; i < seats->len; i++)
    pt_sat_clause (self->sat, -fact->literal, -seat_is_done (self, g_array_index (seats, guint, i)),
                   counts[fact->n - 1]);
}
