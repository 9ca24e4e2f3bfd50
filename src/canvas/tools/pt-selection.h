/* pt-selection.h: an ordered set of ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PtSelection: ids in the order selected; changing functions return whether anything changed. */
typedef struct
{
  GPtrArray *ids;     /* of char*, ends with NULL */
  GHashTable *places; /* the same strings, as a set */
} PtSelection;

typedef gboolean (*PtSelectionKeep) (const char *id, gpointer data);

void pt_selection_init (PtSelection *self);
void pt_selection_clear (PtSelection *self);
guint pt_selection_size (const PtSelection *self);
gboolean pt_selection_has (const PtSelection *self, const char *id);
/** pt_selection_only: Returns: (nullable): the id when exactly one is selected */
const char *pt_selection_only (const PtSelection *self);
gboolean pt_selection_add (PtSelection *self, const char *id);
gboolean pt_selection_remove (PtSelection *self, const char *id);
gboolean pt_selection_toggle (PtSelection *self, const char *id);
gboolean pt_selection_set (PtSelection *self, const char *const *ids);
/** pt_selection_filter: drops the ids for which @keep says no */
gboolean pt_selection_filter (PtSelection *self, PtSelectionKeep keep, gpointer data);

G_END_DECLS
