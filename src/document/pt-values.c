/* pt-values.c: the values of attributes, each kept once
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-values.h"

#include <libxml/parserInternals.h>
#include <partitur/hash.h>
#include <string.h>

/* Longer ones are hardly ever said twice. */
#define LONGEST_SHARED 64

typedef struct
{
  xmlNode *node; /* NULL: free */
  guint32 hash;
  guint32 length;
} PtSlot;

/* Open addressing: a GHashTable wants keys that end in a zero, and those of the parser do not. */
struct _PtValues
{
  PtArena *arena; /* of the nodes */
  xmlDoc *doc;
  PtArena *table; /* of the slots, which may be many */
  PtSlot *slots;
  guint n_slots; /* a power of two */
  guint n_used;
};

static void
make_slots (PtValues *self, guint n)
{
  self->table = pt_arena_new ();
  self->slots = pt_arena_alloc (self->table, n * sizeof (PtSlot));
  self->n_slots = n;
}

PtValues *
pt_values_new (PtArena *arena, xmlDoc *doc)
{
  PtValues *self = g_new0 (PtValues, 1);

  self->arena = arena;
  self->doc = doc;
  make_slots (self, 1024);
  return self;
}

void
pt_values_free (PtValues *self)
{
  pt_arena_free (self->table);
  g_free (self);
}

static guint32
hash_of (const char *text, gsize length)
{
  return (guint32)pt_hash_bytes (text, length);
}

static void
grow (PtValues *self)
{
  g_autoptr (PtArena) table = g_steal_pointer (&self->table);
  const PtSlot *old = self->slots;
  guint n_old = self->n_slots;

  make_slots (self, 2 * n_old);
  for (guint i = 0; i < n_old; i++)
    if (old[i].node)
      {
        guint at = old[i].hash & (self->n_slots - 1);

        while (self->slots[at].node)
          at = (at + 1) & (self->n_slots - 1);
        self->slots[at] = old[i];
      }
}

/* The slot that holds the text or is free for it. */
static PtSlot *
find_slot (PtValues *self, const char *text, gsize length, guint32 hash)
{
  guint at = hash & (self->n_slots - 1);

  for (;; at = (at + 1) & (self->n_slots - 1))
    {
      PtSlot *slot = &self->slots[at];

      if (slot->node == NULL
          || (slot->hash == hash && slot->length == length
              && memcmp (slot->node->content, text, length) == 0))
        return slot;
    }
}

/* With its text right behind it: who looks at one looks at the other. */
static xmlNode *
make_node (PtValues *self, const char *text, gsize length)
{
  xmlNode *node = pt_arena_alloc (self->arena, sizeof (xmlNode) + length + 1);

  node->type = XML_TEXT_NODE;
  node->name = xmlStringText;
  node->doc = self->doc;
  node->content = memcpy (node + 1, text, length);
  return node;
}

void
pt_values_expect (const PtValues *self, const char *text, gsize length)
{
  if (length <= LONGEST_SHARED)
    __builtin_prefetch (&self->slots[hash_of (text, length) & (self->n_slots - 1)]);
}

xmlNode *
pt_values_get (PtValues *self, const char *text, gsize length)
{
  guint32 hash;
  PtSlot *slot;

  if (length > LONGEST_SHARED)
    return make_node (self, text, length);
  hash = hash_of (text, length);
  slot = find_slot (self, text, length, hash);
  if (slot->node)
    return slot->node;
  *slot = (PtSlot){ make_node (self, text, length), hash, (guint32)length };
  if (++self->n_used > self->n_slots / 4 * 3)
    {
      xmlNode *node = slot->node;

      grow (self);
      return node;
    }
  return slot->node;
}
