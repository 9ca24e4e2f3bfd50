/* pt-editor-actions.c: what menus, shortcuts and drops do through the editor
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

#include <glib/gi18n-lib.h>

#include "pt-facts.h"
#include "pt-reading-order.h"

#define DUPLICATE_GAP 30.0

/* ----- sets of ids ---------------------------------------------------------------------------- */

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

const char **
pt_ids_of_set (GHashTable *set)
{
  guint n;
  const char **ids = (const char **)g_hash_table_get_keys_as_array (set, &n);

  qsort (ids, n, sizeof *ids, compare_strings);
  return ids;
}

/* What has to be moved when @id is to move. */
static const PtElement *
mover_of (PtEditor *self, const char *id)
{
  PtDiagramElement *figure = pt_editor_figure (self, id);

  if (figure == NULL || figure->is_edge)
    return NULL;
  if (pt_facts_family (figure) == PT_FAMILY_LANE)
    return pt_facts_pool (figure->element);
  return figure->element;
}

GHashTable *
pt_editor_movable (PtEditor *self)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  GHashTable *roots = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  const char *const *ids = pt_editor_get_selection (self);
  GHashTableIter iter;
  const char *id;

  for (; *ids != NULL; ids++)
    {
      const PtElement *mover = mover_of (self, *ids);

      if (mover != NULL && mover->id != NULL)
        g_hash_table_add (all, g_strdup (mover->id));
    }
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    {
      const PtElement *carrier = pt_facts_carrier (pt_process_graph_get (self->graph, id));

      if (carrier == NULL || !pt_facts_is_carried (carrier, all))
        g_hash_table_add (roots, g_strdup (id));
    }
  return roots;
}

/* ----- drops ---------------------------------------------------------------------------------- */

static PtInput
input_at (PtEditor *self, PtPoint at)
{
  return (PtInput){ .kind = PT_INPUT_MOTION, .at = at, .zoom = self->zoom };
}

PtVerdict
pt_editor_preview_drop (PtEditor *self, const PtNodeSpec *spec, PtPoint at)
{
  PtInput input = input_at (self, at);

  if (spec == NULL)
    {
      g_clear_pointer (&self->drop, pt_placement_free);
      pt_editor_queue_overlay (self);
      return PT_VERDICT_IGNORE;
    }
  if (self->drop == NULL)
    self->drop = pt_placement_new (self, spec);
  return pt_placement_move (self->drop, &input);
}

char *
pt_editor_drop (PtEditor *self, const PtNodeSpec *spec, PtPoint at)
{
  PtPlacement *placement = pt_placement_new (self, spec);
  PtInput input = input_at (self, at);
  char *id;

  pt_editor_preview_drop (self, NULL, at);
  pt_placement_move (placement, &input);
  id = pt_placement_commit (placement);
  pt_placement_free (placement);
  if (id != NULL)
    pt_editor_present (self, id);
  return id;
}

/* ----- keyboard ------------------------------------------------------------------------------- */

static int
place_in_order (PtEditor *self, GPtrArray *order)
{
  guint n = pt_selection_size (&self->selection);
  const char *last = n > 0 ? pt_editor_get_selection (self)[n - 1] : NULL;

  for (guint i = 0; i < order->len; i++)
    if (g_strcmp0 (last, pt_facts_id (g_ptr_array_index (order, i))) == 0)
      return (int)i;
  return -1;
}

/* Past either end nothing is selected, so that the focus can go on to the next widget. */
void
pt_editor_select_next (PtEditor *self, gboolean forward)
{
  g_autoptr (GPtrArray) order = pt_reading_order (self->diagram);
  int place = place_in_order (self, order);

  if (place < 0)
    place = forward ? 0 : (int)order->len - 1;
  else
    place += forward ? 1 : -1;
  if (place < 0 || place >= (int)order->len)
    pt_editor_select (self, NULL);
  else
    pt_editor_select_one (self, pt_facts_id (g_ptr_array_index (order, place)));
}

/* ----- selection ------------------------------------------------------------------------------ */

void
pt_editor_delete_selection (PtEditor *self)
{
  g_auto (GStrv) ids = g_strdupv ((char **)pt_editor_get_selection (self));

  pt_editor_cancel (self);
  if (ids[0] != NULL)
    pt_modeling_delete (self->graph, (const char *const *)ids);
}

void
pt_editor_nudge_selection (PtEditor *self, double dx, double dy)
{
  g_autoptr (GHashTable) movable = pt_editor_movable (self);
  g_autofree const char **ids = pt_ids_of_set (movable);

  pt_editor_cancel (self);
  if (ids[0] != NULL)
    pt_modeling_move (self->graph, ids, dx, dy, NULL);
}

gboolean
pt_editor_can_append (PtEditor *self)
{
  static const PtFamily sources[] = { PT_FAMILY_ACTIVITY, PT_FAMILY_EVENT, PT_FAMILY_GATEWAY };
  PtDiagramElement *figure = pt_editor_figure (self, pt_selection_only (&self->selection));

  if (figure == NULL || pt_facts_is_a (figure, PT_BPMN_END_EVENT)
      || figure->element->triggered_by_event)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i] == pt_facts_family (figure))
      return TRUE;
  return FALSE;
}

void
pt_editor_append (PtEditor *self, const PtNodeSpec *spec)
{
  g_autofree char *source = g_strdup (pt_selection_only (&self->selection));
  g_autofree char *id = NULL;

  if (source == NULL)
    return;
  id = pt_modeling_append (self->graph, source, spec);
  if (id != NULL)
    pt_editor_present (self, id);
  else
    pt_editor_say (self, _ ("This cannot follow here."));
}

static PtBounds
selection_bounds (PtEditor *self)
{
  const char *const *ids = pt_editor_get_selection (self);
  PtBounds bounds = { 0 };

  for (; *ids != NULL; ids++)
    bounds = pt_bounds_union (bounds, pt_editor_figure (self, *ids)->bounds);
  return bounds;
}

void
pt_editor_duplicate (PtEditor *self)
{
  PtBounds bounds = selection_bounds (self);
  PtPoint center = pt_bounds_center (bounds);
  g_autofree char *text = pt_modeling_copy (self->graph, pt_editor_get_selection (self));
  g_auto (GStrv) ids = NULL;

  if (text == NULL || self->diagram == NULL)
    return;
  center.y += bounds.height + DUPLICATE_GAP;
  ids = pt_modeling_paste (self->graph, self->diagram, text, center);
  if (ids != NULL)
    pt_editor_select (self, (const char *const *)ids);
}
