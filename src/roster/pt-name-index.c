/* pt-name-index.c: did-you-mean over a set of names
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/roster.h>
#include <string.h>

#include "pt-fold.h"

#define NEAR 2         /* a slip of the pen, in names of … */
#define NEAR_LETTERS 5 /* … at least so many letters */
#define PREFIX_LETTERS 4
#define MOST_LETTERS 200 /* a longer word is no slip of the pen of any other */

typedef struct
{
  gunichar *letters; /* folded */
  guint n;
} Word;

typedef struct
{
  Word word;
  gconstpointer owner;
} Entry;

struct _PtNameIndex
{
  GArray *entries; /* of Entry */
};

/* The nearest owner so far. */
typedef struct
{
  gconstpointer owner;
  guint distance;
  gboolean tied; /* another owner is as near */
} Best;

static Word
word_new (const char *text)
{
  g_autofree char *folded = pt_fold (text);
  glong n;
  gunichar *letters = g_utf8_to_ucs4_fast (folded, -1, &n);

  return (Word){ letters, (guint)n };
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->word.letters);
}

PtNameIndex *
pt_name_index_new (void)
{
  PtNameIndex *self = g_new (PtNameIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

void
pt_name_index_free (PtNameIndex *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

void
pt_name_index_add (PtNameIndex *self, const char *name, gconstpointer owner)
{
  Entry entry = { word_new (name), owner };

  g_array_append_val (self->entries, entry);
}

static guint
difference (guint m, guint n)
{
  return m > n ? m - n : n - m;
}

/* Restricted Damerau-Levenshtein distance (optimal string alignment) row by row: insertions,
 * deletions, replacements, and exchanges of neighbours. What lies more than @limit beside the
 * diagonal is too far in any case. @effort: (inout): grows by the cells that were looked at.
 * Returns: more than @limit as soon as that is certain. */
static guint
edit_distance (const Word *a, const Word *b, guint limit, guint64 *effort)
{
  guint rows[3][MOST_LETTERS + 2], *before = rows[0], *last = rows[1], *row = rows[2];

  if (difference (a->n, b->n) > limit || MAX (a->n, b->n) > MOST_LETTERS)
    return limit + 1;
  for (guint j = 0; j <= b->n; j++)
    last[j] = j;
  for (guint i = 1; i <= a->n; i++)
    {
      guint from = i > limit ? i - limit : 1, to = MIN (b->n, i + limit);
      guint least = row[from - 1] = from == 1 ? i : limit + 1;
      guint *oldest = before;

      for (guint j = from; j <= to; j++)
        {
          guint replaced = last[j - 1] + (a->letters[i - 1] != b->letters[j - 1]);

          row[j] = MIN (replaced, MIN (last[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2]
              && a->letters[i - 2] == b->letters[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      row[to + 1] = limit + 1;
      *effort += to + 1 - from;
      if (least > limit)
        return limit + 1;
      before = last, last = row, row = oldest;
    }
  return last[b->n];
}

static guint
permitted_distance (guint letters)
{
  return MAX (letters >= NEAR_LETTERS ? NEAR : 0, letters / 4);
}

static gboolean
begins_with (const Word *word, const Word *start)
{
  return start->n >= PREFIX_LETTERS && start->n <= word->n
         && memcmp (word->letters, start->letters, start->n * sizeof (gunichar)) == 0;
}

static void
consider (Best *best, gconstpointer owner, guint distance)
{
  if (best->owner == NULL || distance < best->distance)
    *best = (Best){ owner, distance, FALSE };
  else if (distance == best->distance && owner != best->owner)
    best->tied = TRUE;
}

static gconstpointer
winner (const Best *best)
{
  return best->tied ? NULL : best->owner;
}

gconstpointer
pt_name_index_suggest (const PtNameIndex *self, const char *text, guint64 *patience)
{
  Word word = word_new (text);
  g_autofree gunichar *letters = word.letters;
  Best nearest = { 0 }, prefix = { 0 };
  guint64 effort = self->entries->len, most = patience ? *patience : G_MAXUINT64;

  for (guint i = 0; i < self->entries->len && effort <= most; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      guint limit = permitted_distance (MIN (word.n, entry->word.n));
      guint distance = edit_distance (&word, &entry->word, limit, &effort);

      if (distance <= limit)
        consider (&nearest, entry->owner, distance);
      else if (begins_with (&entry->word, &word) || begins_with (&word, &entry->word))
        consider (&prefix, entry->owner, 0);
    }
  if (patience)
    *patience = most - MIN (effort, most);
  if (effort > most)
    return NULL;
  return winner (&nearest) != NULL ? winner (&nearest) : winner (&prefix);
}

const char *
pt_suggest (const char *word, const char *const *candidates)
{
  g_autoptr (PtNameIndex) index = pt_name_index_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* an id and a name that are alike are no two choices */
  for (guint i = 0; candidates[i] != NULL; i++)
    if (g_hash_table_add (known, pt_fold (candidates[i])))
      pt_name_index_add (index, candidates[i], candidates[i]);
  return pt_name_index_suggest (index, word, NULL);
}
