/* pt-arena.c: memory for very many small things that live and die together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <partitur/arena.h>

#include <string.h>
#include <sys/mman.h>

/* The first block serves a small file. Of a large one, what is not touched costs no memory, and
 * what is comes in huge pages where the system has them: one fault instead of hundreds. */
#define FIRST_BLOCK ((gsize)64 * 1024)
#define LARGEST_BLOCK ((gsize)16 * 1024 * 1024)
#define HUGE_PAGE ((gsize)2 * 1024 * 1024)

typedef struct _PtBlock PtBlock;

struct _PtBlock
{
  PtBlock *next;
  char *low, *high; /* what lies between is free */
  gsize size;
  char data[];
};

struct _PtArena
{
  PtBlock *blocks; /* the one in use first */
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
      munmap (block, sizeof (PtBlock) + block->size);
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
  if (size >= HUGE_PAGE)
    madvise (pages, size, MADV_HUGEPAGE);
#endif
  return pages;
}

static PtBlock *
add_block (PtArena *self, gsize needed)
{
  gsize wanted = self->blocks ? MIN ((self->blocks->size + sizeof (PtBlock)) * 2, LARGEST_BLOCK)
                              : FIRST_BLOCK;
  gsize size = MAX (wanted, needed + sizeof (PtBlock)) - sizeof (PtBlock);
  PtBlock *block = map (sizeof (PtBlock) + size);

  block->next = self->blocks;
  block->low = block->data;
  block->high = block->data + size;
  block->size = size;
  self->blocks = block;
  return block;
}

/* The block in use, or a new one, with @size bytes left. */
static inline PtBlock *
block_for (PtArena *self, gsize size)
{
  PtBlock *block = self->blocks;

  return block && (gsize)(block->high - block->low) >= size ? block : add_block (self, size);
}

gpointer
pt_arena_alloc (PtArena *self, gsize size)
{
  gsize rounded = (size + sizeof (gpointer) - 1) & ~(sizeof (gpointer) - 1);
  PtBlock *block = block_for (self, rounded);
  gpointer thing = block->low;

  block->low += rounded;
  return thing;
}

char *
pt_arena_text (PtArena *self, const char *text, gsize length)
{
  PtBlock *block = block_for (self, length + 1);

  block->high -= length + 1;
  memcpy (block->high, text, length);
  return block->high;
}

gboolean
pt_arena_owns (const PtArena *self, gconstpointer thing)
{
  const char *at = thing;

  for (const PtBlock *block = self->blocks; block; block = block->next)
    if (at >= block->data && at < block->data + block->size)
      return TRUE;
  return FALSE;
}
