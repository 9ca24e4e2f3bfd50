/* arena.h: memory for very many small things that live and die together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PtArena: blocks of growing size, in which things stand side by side without headers. Nothing is freed
 * alone. Not thread safe.
 */
typedef struct _PtArena PtArena;

PtArena *pt_arena_new (void);
void pt_arena_free (PtArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtArena, pt_arena_free)

/** pt_arena_alloc: Returns: (transfer none): @size bytes of zeros, aligned for pointers and doubles
 */
gpointer pt_arena_alloc (PtArena *self, gsize size);

/** pt_arena_text: Returns: (transfer none): a copy of @length bytes of @text and a zero behind them
 */
char *pt_arena_text (PtArena *self, const char *text, gsize length);

/** pt_arena_owns: Returns: whether @thing (nullable) was given out by this arena. Takes time with
 * the number of blocks: a dozen */
gboolean pt_arena_owns (const PtArena *self, gconstpointer thing);

G_END_DECLS
