/* pt-plain-rows.c: rows: the main path runs straight on, branches take free rows below it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chain is a path of nodes of one band that have no row yet. It takes the first row, from a
 * wished one downwards, in which all cells from its first to its last column are free, so that the
 * flows of a chain are straight lines (after Kitzmann et al., "A simple algorithm for automatic
 * layout of BPMN processes", 2009, with chains instead of single nodes).
 */
#include <partitur/hash.h>

#include "pt-plain.h"

#include <math.h>

#define PATIENCE 32 /* rows tried one by one before going below all that began in the same column  \
                     */
#define LEAST_GRID 4

typedef struct
{
  guint node;
  guint wish;         /* the row it would like */
  gboolean below_all; /* a new start: below all that is there */
} Head;

typedef struct
{
  PtPlain *plain;
  PtPlainScope *scope;
  GArray *heads;      /* of Head: a stack of chains still to be placed */
  GHashTable *lowest; /* cell (band, 0, first column) → first row below the chains from there */
  guint n_columns;
} Rows;

gint64 *
pt_plain_cell (guint band, guint row, guint column)
{
  gint64 *key = g_new (gint64, 1);

  *key = ((gint64)band << 44) | ((gint64)row << 22) | column;
  return key;
}

gboolean
pt_plain_cell_is_free (GHashTable *cells, guint band, guint row, guint column)
{
  gint64 key = ((gint64)band << 44) | ((gint64)row << 22) | column;

  return !g_hash_table_contains (cells, &key);
}

static PtPlainBand *
band_at (Rows *rows, guint band)
{
  return &g_array_index (rows->scope->bands, PtPlainBand, band);
}

static gboolean
is_free (Rows *rows, guint band, guint row, guint first, guint last)
{
  for (guint column = first; column <= last; column++)
    if (!pt_plain_cell_is_free (rows->scope->cells, band, row, column))
      return FALSE;
  return TRUE;
}

static guint
find_row (Rows *rows, guint band, guint wish, guint first, guint last)
{
  g_autofree gint64 *key = pt_plain_cell (band, 0, first);
  guint row = wish, *lowest = g_hash_table_lookup (rows->lowest, key);

  for (guint tries = 0; !is_free (rows, band, row, first, last); tries++)
    row = tries == PATIENCE && lowest != NULL ? MAX (row + 1, *lowest) : row + 1;
  if (lowest == NULL)
    {
      lowest = g_new0 (guint, 1);
      g_hash_table_insert (rows->lowest, g_steal_pointer (&key), lowest);
    }
  *lowest = MAX (*lowest, row + 1);
  return row;
}

static void
occupy (Rows *rows, guint band, guint row, guint first, guint last)
{
  PtPlainBand *b = band_at (rows, band);

  for (guint column = first; column <= last; column++)
    g_hash_table_add (rows->scope->cells, pt_plain_cell (band, row, column));
  b->n_rows = MAX (b->n_rows, row + 1);
  rows->n_columns = MAX (rows->n_columns, last + 1);
}

/* --- chains --- */

typedef struct
{
  PtPlainScope *scope;
  guint next, end;
} Targets;

static Targets
targets_of (PtPlainScope *scope, guint node)
{
  return (Targets){ scope, g_array_index (scope->first_target, guint, node),
                    g_array_index (scope->first_target, guint, node + 1) };
}

/* The next target that has no row yet, back edges left out. Returns: (nullable) */
static PtPlainNode *
next_unplaced (Targets *targets)
{
  while (targets->next < targets->end)
    {
      guint target = g_array_index (targets->scope->targets, guint, targets->next++);

      if (target != G_MAXUINT && !PT_PLAIN_NODE (targets->scope, target)->is_placed)
        return PT_PLAIN_NODE (targets->scope, target);
    }
  return NULL;
}

static PtPlainNode *
successor_in_band (PtPlainScope *scope, PtPlainNode *node)
{
  Targets targets = targets_of (scope, node->index);
  PtPlainNode *next = next_unplaced (&targets);

  while (next != NULL && next->band != node->band)
    next = next_unplaced (&targets);
  return next;
}

static GPtrArray *
collect_chain (PtPlainScope *scope, PtPlainNode *head)
{
  GPtrArray *chain = g_ptr_array_new ();

  for (PtPlainNode *node = head; node != NULL; node = successor_in_band (scope, node))
    {
      node->is_placed = TRUE;
      g_ptr_array_add (chain, node);
    }
  return chain;
}

static void
reverse_heads (GArray *heads, guint from)
{
  for (guint i = from, j = heads->len; i + 1 < j; i++)
    {
      Head head = g_array_index (heads, Head, i);

      g_array_index (heads, Head, i) = g_array_index (heads, Head, --j);
      g_array_index (heads, Head, j) = head;
    }
}

/* In reverse, so that the first branch is the first to be taken from the stack. */
static void
push_branches (Rows *rows, PtPlainNode *node)
{
  Targets targets = targets_of (rows->scope, node->index);
  guint before = rows->heads->len;
  PtPlainNode *target;

  while ((target = next_unplaced (&targets)) != NULL)
    {
      Head head = { target->index, target->band == node->band ? node->row + 1 : 0, FALSE };

      g_array_append_val (rows->heads, head);
    }
  reverse_heads (rows->heads, before);
}

static void
place_chain (Rows *rows, Head head)
{
  PtPlainNode *first = PT_PLAIN_NODE (rows->scope, head.node), *last;
  g_autoptr (GPtrArray) chain = NULL;
  guint row;

  if (first->is_placed)
    return;
  chain = collect_chain (rows->scope, first);
  last = g_ptr_array_index (chain, chain->len - 1);
  row = find_row (rows, first->band,
                  head.below_all ? band_at (rows, first->band)->n_rows : head.wish, first->column,
                  last->column);
  occupy (rows, first->band, row, first->column, last->column);
  for (guint i = 0; i < chain->len; i++)
    ((PtPlainNode *)g_ptr_array_index (chain, i))->row = row;
  for (guint i = 0; i < chain->len; i++)
    push_branches (rows, g_ptr_array_index (chain, i));
}

static void
place_from (Rows *rows, guint node)
{
  Head start = { node, 0, TRUE };

  g_array_append_val (rows->heads, start);
  while (rows->heads->len > 0)
    {
      Head head = g_array_index (rows->heads, Head, rows->heads->len - 1);

      g_array_set_size (rows->heads, rows->heads->len - 1);
      place_chain (rows, head);
    }
}

/* --- what no flow touches --- */

static gboolean *
find_connected (PtPlainScope *scope)
{
  gboolean *connected = g_new0 (gboolean, scope->nodes->len);

  for (guint i = 0; i < scope->nodes->len; i++)
    {
      Targets targets = targets_of (scope, i);

      for (guint j = targets.next; j < targets.end; j++)
        {
          guint target = g_array_index (scope->targets, guint, j);

          connected[i] = TRUE;
          if (target != G_MAXUINT)
            connected[target] = TRUE;
        }
    }
  return connected;
}

static guint
grid_width (Rows *rows, guint n)
{
  guint square = (guint)ceil (sqrt (n));

  return MAX (rows->n_columns, MAX (square, MIN (n, LEAST_GRID)));
}

static void
place_loose (Rows *rows, GPtrArray *loose)
{
  guint width = grid_width (rows, loose->len);
  g_autofree guint *count = g_new0 (guint, rows->scope->bands->len);
  g_autofree guint *base = g_new0 (guint, rows->scope->bands->len);

  for (guint i = 0; i < rows->scope->bands->len; i++)
    base[i] = band_at (rows, i)->n_rows;
  for (guint i = 0; i < loose->len; i++)
    {
      PtPlainNode *node = g_ptr_array_index (loose, i);
      guint place = count[node->band]++;

      node->column = place % width;
      node->row = base[node->band] + place / width;
      node->is_placed = TRUE;
      occupy (rows, node->band, node->row, node->column, node->column);
    }
}

/* --- satellites --- */

static PtPlainNode *
partner_in (Rows *rows, GPtrArray *flows, gboolean at_target)
{
  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      PtElement *flow = g_ptr_array_index (flows, i);
      PtElement *end = at_target ? flow->target : flow->source;
      PtPlainNode *node = pt_plain_node_of (rows->plain, rows->scope, end);

      if (node != NULL && !node->is_satellite)
        return node;
    }
  return NULL;
}

/* How many satellites stand above each row: `rows` of all bands in a line. */
typedef struct
{
  GArray *above;      /* of guint, per row */
  guint *first;       /* per band, and one more: its first row in `above` */
  GHashTable *counts; /* cell → satellites above it */
} Satellites;

static guint *
count_at (Satellites *self, guint band, guint row, guint column)
{
  g_autofree gint64 *key = pt_plain_cell (band, row, column);
  guint *count = g_hash_table_lookup (self->counts, key);

  if (count == NULL)
    {
      count = g_new0 (guint, 1);
      g_hash_table_insert (self->counts, g_steal_pointer (&key), count);
    }
  return count;
}

/* Above the one who reads it, else above the one who writes it, else at the next place of the grid.
 */
static void
place_satellite (Rows *rows, Satellites *satellites, PtPlainNode *node, guint *n_loose)
{
  PtPlainNode *partner = partner_in (rows, node->element->outgoing, TRUE);
  guint *above;

  if (partner == NULL)
    partner = partner_in (rows, node->element->incoming, FALSE);
  if (partner != NULL)
    {
      node->band = partner->band;
      node->row = partner->row;
    }
  node->column
      = partner != NULL ? partner->column : (*n_loose)++ % MAX (rows->n_columns, LEAST_GRID);
  node->above = ++*count_at (satellites, node->band, node->row, node->column);
  above = &g_array_index (satellites->above, guint, satellites->first[node->band] + node->row);
  *above = MAX (*above, node->above);
}

static void
place_satellites (Rows *rows, Satellites *satellites)
{
  guint n_loose = 0;

  for (guint i = 0; i < rows->scope->bands->len; i++)
    satellites->first[i + 1] = satellites->first[i] + MAX (band_at (rows, i)->n_rows, 1);
  g_array_set_size (satellites->above, satellites->first[rows->scope->bands->len]);
  for (guint i = 0; i < rows->scope->nodes->len; i++)
    if (PT_PLAIN_NODE (rows->scope, i)->is_satellite)
      place_satellite (rows, satellites, PT_PLAIN_NODE (rows->scope, i), &n_loose);
}

/* Makes of the satellites above each row of @band rows of their own. Returns: rows so far */
static guint
spread_band (PtPlainBand *band, Satellites *satellites, guint i, guint row)
{
  for (guint j = satellites->first[i]; j < satellites->first[i + 1]; j++)
    band->n_satellites += g_array_index (satellites->above, guint, j);
  band->n_rows = MAX (band->n_rows, band->n_satellites == 0 ? 1 : 0);
  for (guint j = satellites->first[i]; j < satellites->first[i + 1]; j++)
    {
      guint *above = &g_array_index (satellites->above, guint, j);

      row += *above;
      *above = row; /* from here on the row itself */
      row += band->n_rows > 0;
    }
  return row;
}

/* From rows in their band to rows in the scope. */
static void
flatten (PtPlainScope *scope, Satellites *satellites)
{
  guint n_rows = 0;

  for (guint i = 0; i < scope->bands->len; i++)
    n_rows = spread_band (&g_array_index (scope->bands, PtPlainBand, i), satellites, i, n_rows);
  g_hash_table_remove_all (scope->cells);
  for (guint i = 0; i < scope->nodes->len; i++)
    {
      PtPlainNode *node = PT_PLAIN_NODE (scope, i);
      guint row = satellites->first[node->band] + node->row;

      node->row = g_array_index (satellites->above, guint, row) - node->above;
      g_hash_table_add (scope->cells, pt_plain_cell (0, node->row, node->column));
    }
  g_array_set_size (scope->rows, n_rows);
}

/* --- the whole --- */

static void
place_nodes (Rows *rows)
{
  PtPlainScope *scope = rows->scope;
  g_autofree gboolean *connected = find_connected (scope);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();

  for (guint pass = 0; pass < 2; pass++) /* starts, then what only cycles reach */
    for (guint i = 0; i < scope->nodes->len; i++)
      {
        PtPlainNode *node = PT_PLAIN_NODE (scope, i);

        if (connected[i] && !node->is_placed && (pass == 1 || node->column == 0))
          place_from (rows, i);
        else if (pass == 1 && !connected[i] && !node->is_satellite)
          g_ptr_array_add (loose, node);
      }
  place_loose (rows, loose);
}

void
pt_plain_assign_rows (PtPlain *plain, PtPlainScope *scope)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Head));
  g_autoptr (GHashTable) lowest
      = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) counts
      = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, g_free);
  g_autoptr (GArray) above = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree guint *first = g_new0 (guint, scope->bands->len + 1);
  Rows rows = { plain, scope, heads, lowest, 0 };
  Satellites satellites = { above, first, counts };

  place_nodes (&rows);
  place_satellites (&rows, &satellites);
  flatten (scope, &satellites);
}
