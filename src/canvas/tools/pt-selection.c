/* pt-selection.c: an ordered set of ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-selection.h"

#include <partitur/document.h>

void
pt_selection_init (PtSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
  self->places = g_hash_table_new (pt_id_hash, g_str_equal);
}

void
pt_selection_clear (PtSelection *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
}

guint
pt_selection_size (const PtSelection *self)
{
  return self->ids->len - 1;
}

gboolean
pt_selection_has (const PtSelection *self, const char *id)
{
  return g_hash_table_contains (self->places, id);
}

const char *
pt_selection_only (const PtSelection *self)
{
  return pt_selection_size (self) == 1 ? g_ptr_array_index (self->ids, 0) : NULL;
}

gboolean
pt_selection_add (PtSelection *self, const char *id)
{
  char *own;

  if (pt_selection_has (self, id))
    return FALSE;
  own = g_strdup (id);
  g_ptr_array_insert (self->ids, (int)self->ids->len - 1, own);
  g_hash_table_add (self->places, own);
  return TRUE;
}

gboolean
pt_selection_remove (PtSelection *self, const char *id)
{
  guint place;

  if (!pt_selection_has (self, id))
    return FALSE;
  for (place = 0; !g_str_equal (g_ptr_array_index (self->ids, place), id);)
    place++;
  g_hash_table_remove (self->places, id);
  g_ptr_array_remove_index (self->ids, place);
  return TRUE;
}

gboolean
pt_selection_toggle (PtSelection *self, const char *id)
{
  return pt_selection_remove (self, id) || pt_selection_add (self, id);
}

static gboolean
is_same (const PtSelection *self, const char *const *ids)
{
  guint n = 0;

  for (; ids[n] != NULL; n++)
    if (n >= pt_selection_size (self) || !g_str_equal (ids[n], g_ptr_array_index (self->ids, n)))
      return FALSE;
  return n == pt_selection_size (self);
}

gboolean
pt_selection_set (PtSelection *self, const char *const *ids)
{
  PtSelection old = *self;

  if (is_same (self, ids))
    return FALSE;
  /* The old ids go last: @ids may be the old selection's own strings. */
  pt_selection_init (self);
  for (guint i = 0; ids[i] != NULL; i++)
    pt_selection_add (self, ids[i]);
  pt_selection_clear (&old);
  return TRUE;
}

gboolean
pt_selection_filter (PtSelection *self, PtSelectionKeep keep, gpointer data)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < pt_selection_size (self); i++)
    if (keep (g_ptr_array_index (self->ids, i), data))
      g_ptr_array_add (kept, g_ptr_array_index (self->ids, i));
  g_ptr_array_add (kept, NULL);
  return pt_selection_set (self, (const char *const *)kept->pdata);
}
