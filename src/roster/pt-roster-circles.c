/* pt-roster-circles.c: references that lead back to where they began, cut in the snapshot
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

/* ----- one reference each ----------------------------------------------------------------------
 */

/* Where @entry keeps its reference. */
typedef gpointer *(*Slot) (gpointer entry);

static gpointer *
within_of (gpointer entry)
{
  return (gpointer *)&((PtUnit *)entry)->within;
}

static gpointer *
superior_of (gpointer entry)
{
  return (gpointer *)&((PtRole *)entry)->reports_to;
}

static gpointer *
manager_of (gpointer entry)
{
  return (gpointer *)&((PtPerson *)entry)->manager;
}

/* Walks from every entry until nothing follows, or something that was met before. In this very
 * walk, the reference that led there closes a circle. */
static void
cut_chains (const PtTable *table, Slot slot)
{
  g_autoptr (GHashTable) met_from = g_hash_table_new (NULL, NULL); /* entry → start of its walk */

  for (guint i = 0; i < table->entries->len; i++)
    {
      gpointer start = table->entries->pdata[i];
      gpointer *last = NULL;

      for (gpointer entry = start; entry != NULL; entry = *last)
        {
          if (last != NULL && g_hash_table_lookup (met_from, entry) == start)
            *last = NULL;
          if (g_hash_table_contains (met_from, entry))
            break;
          g_hash_table_insert (met_from, entry, start);
          last = slot (entry);
        }
    }
}

/* ----- several references each -----------------------------------------------------------------
 */

typedef enum
{
  NEW = 0,
  OPEN, /* on the way from where the walk began to where it is */
  DONE,
} State;

typedef struct
{
  PtRole *role;
  guint next; /* of what it is a kind of */
} Step;

/* A walk in depth with a stack of its own: a file may have very long chains. */
static void
cut_kinds_from (PtRole *start, State *states)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Step));
  Step first = { start, 0 };

  g_array_append_val (stack, first);
  states[start->index] = OPEN;
  while (stack->len > 0)
    {
      Step *top = &g_array_index (stack, Step, stack->len - 1);
      PtRole *general = top->next < top->role->is_a->len ? top->role->is_a->pdata[top->next] : NULL;

      if (general == NULL)
        {
          states[top->role->index] = DONE;
          g_array_set_size (stack, stack->len - 1);
        }
      else if (states[general->index] == OPEN)
        g_ptr_array_remove_index (top->role->is_a, top->next);
      else
        {
          top->next++;
          if (states[general->index] == NEW)
            {
              Step step = { general, 0 };

              states[general->index] = OPEN;
              g_array_append_val (stack, step);
            }
        }
    }
}

static void
cut_kinds (const PtTable *roles)
{
  g_autofree State *states = g_new0 (State, roles->entries->len + 1);

  for (guint i = 0; i < roles->entries->len; i++)
    if (states[i] == NEW)
      cut_kinds_from (roles->entries->pdata[i], states);
}

/* Two may well stand in for each other, but nobody for themselves. */
static void
cut_own_deputies (const PtTable *roles)
{
  for (guint i = 0; i < roles->entries->len; i++)
    {
      PtRole *role = roles->entries->pdata[i];

      if (role->deputy == role)
        role->deputy = NULL;
    }
}

void
pt_roster_cut_circles (PtRoster *self)
{
  cut_chains (&self->units, within_of);
  cut_chains (&self->roles, superior_of);
  cut_chains (&self->persons, manager_of);
  cut_kinds (&self->roles);
  cut_own_deputies (&self->roles);
}
