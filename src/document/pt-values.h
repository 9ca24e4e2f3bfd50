/* pt-values.h: the values of attributes, each kept once
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/arena.h>

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Two of three attributes of a process repeat what another one says: an id, a width, "true". They
 * share one text node. */
typedef struct _PtValues PtValues;

/* The nodes live in @arena, which must outlive them, not this. */
PtValues *pt_values_new (PtArena *arena, xmlDoc *doc);
void pt_values_free (PtValues *self);

/* Returns: (transfer none): a text node that holds @length bytes of @text; it has no parent */
xmlNode *pt_values_get (PtValues *self, const char *text, gsize length);

/* Says that the same will be asked for in a moment, so that memory can bring it meanwhile. */
void pt_values_expect (const PtValues *self, const char *text, gsize length);

G_END_DECLS
