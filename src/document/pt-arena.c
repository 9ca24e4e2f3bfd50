/* pt-arena.c: memory for very many small things that live and die together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <partitur/arena.h>

#include <string.h>
#include <sys/mman.h>

/* The first block serves a small file. What is not touched of a block costs no memory, and what is
 * touched of a large one comes in huge pages where the system has them: one fault instead of hundreds. */
#define FIRST_BLOCK ((gsize)64 * 1024)
#define LARGE_BLOCK ((gsize)8 * 1024 * 1024)
#define LARGEST_BLOCK ((gsize)16 * 1024 * 1024)

/* Texts stand together, so that not each of them is aligned. */
#define TEXT_PIECE ((gsize)4096)

typedef struct _PtBlock PtBlock;

struct _PtBlock
{
  PtBlock *next;
  gsize size; /* with this head */
};

typedef struct
{
  char *at, *end;
} PtRoom;

struct _PtArena
{
  PtBlock *blocks;    /* the one in use first */
  PtRoom things;      /* what is left of it */
  PtRoom texts;       /* what is left of a piece of it */
};

PtArena *
pt_arena_new (void)
{
  return g_new0 (PtArena, 1);
}

void
pt_arena_free (PtArena *self)
{
  for (PtBlock *block = self->blocks, *next; block; block = next)
    {
      next = block->next;
      munmap (block, block->size);
    }
  g_free (self);
}

/* Pages of zeros. */
static gpointer
map (gsize size)
{
  gpointer pages = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  if (pages == MAP_FAILED)
    g_error ("out of memory: %" G_GSIZE_FORMAT " bytes are not to be had", size);
#ifdef MADV_HUGEPAGE
  if (size >= LARGE_BLOCK)
    madvise (pages, size, MADV_HUGEPAGE);
#endif
  return pages;
}

static void
add_block (PtArena *self, gsize needed)
{
  gsize wanted = self->blocks ? MIN (self->blocks->size * 2, LARGEST_BLOCK) : FIRST_BLOCK;
  gsize size = MAX (wanted, needed + sizeof (PtBlock));
  PtBlock *block = map (size);

  block->next = self->blocks;
  block->size = size;
  self->blocks = block;
  self->things.at = (char *)(block + 1);
  self->things.end = (char *)block + size;
}

static inline gboolean
has_room (const PtRoom *room, gsize size)
{
  return (gsize)(room->end - room->at) >= size;
}

static inline gpointer
take (PtRoom *room, gsize size)
{
  gpointer thing = room->at;

  room->at += size;
  return thing;
}

gpointer
pt_arena_alloc (PtArena *self, gsize size)
{
  gsize rounded = (size + sizeof (gpointer) - 1) & ~(sizeof (gpointer) - 1);

  if (!has_room (&self->things, rounded))
    add_block (self, rounded);
  return take (&self->things, rounded);
}

/* A long text would waste the rest of a piece. */
static char *
room_for_text (PtArena *self, gsize size)
{
  if (size > TEXT_PIECE / 8)
    return pt_arena_alloc (self, size);
  if (!has_room (&self->texts, size))
    {
      self->texts.at = pt_arena_alloc (self, TEXT_PIECE);
      self->texts.end = self->texts.at + TEXT_PIECE;
    }
  return take (&self->texts, size);
}

char *
pt_arena_text (PtArena *self, const char *text, gsize length)
{
  return memcpy (room_for_text (self, length + 1), text, length);
}

gboolean
pt_arena_owns (const PtArena *self, gconstpointer thing)
{
  const char *at = thing;

  for (const PtBlock *block = self->blocks; block; block = block->next)
    if (at > (const char *)block && at < (const char *)block + block->size)
      return TRUE;
  return FALSE;
}
