/* pt-comparison.c: what changed between two versions, as a list
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-comparison.h"

#include "pt-figure-details.h"
#include "pt-match.h"
#include "pt-membership.h"

/* --- the list while it grows --- */

static void
difference_free (PtDifference *self)
{
  g_ptr_array_unref (self->details);
  g_free (self);
}

static PtDifference *
add (PtComparison *self,
     PtDifferenceKind kind,
     PtAspect aspect,
     const PtEntry *before,
     const PtEntry *after)
{
  PtDifference *difference = g_new0 (PtDifference, 1);

  difference->kind = kind;
  difference->aspect = aspect;
  difference->before = before != NULL ? &before->face : NULL;
  difference->after = after != NULL ? &after->face : NULL;
  difference->details = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_alteration_free);
  g_ptr_array_add (self->differences, difference);
  return difference;
}

/* What is told of @before in this way already, else something new: an element and its figures, on
 * however many diagrams, make one difference. */
static PtDifference *
of_pair (PtComparison *self, PtDifferenceKind kind, PtAspect aspect, const PtEntry *before)
{
  gpointer key = GUINT_TO_POINTER ((before->index * PT_N_DIFFERENCE_KINDS + kind) << 1
                                   | (aspect == PT_ASPECT_LAYOUT));
  PtDifference *difference = g_hash_table_lookup (self->by_pair, key);

  if (difference == NULL)
    {
      difference = add (self, kind, aspect, before, before->match);
      g_hash_table_insert (self->by_pair, key, difference);
    }
  return difference;
}

/* --- elements --- */

static void
compare_type (const PtEntry *before, const PtEntry *after, GPtrArray *details)
{
  if (before->face.type != after->face.type)
    g_ptr_array_add (details, pt_alteration_new (PT_ALTERED_TYPE, g_strdup (""),
                                                 g_strdup ((const char *)before->face.node->name),
                                                 g_strdup ((const char *)after->face.node->name)));
}

static void
compare_container (const PtEntry *before, const PtEntry *after, GPtrArray *details)
{
  PtAlteration *detail;

  if (before->parent == NULL || after->parent == NULL || before->parent->match == after->parent)
    return;
  detail
      = pt_alteration_new (PT_ALTERED_CONTAINER, g_strdup (".."),
                           g_strdup (before->parent->face.id), g_strdup (after->parent->face.id));
  detail->from_element = &before->parent->face;
  detail->to_element = &after->parent->face;
  g_ptr_array_add (details, detail);
}

static void
take_lanes (GHashTable *lanes, const PtEntry *after, GPtrArray *details)
{
  GPtrArray *told = g_hash_table_lookup (lanes, after);

  if (told == NULL)
    return;
  g_ptr_array_set_free_func (told, NULL);
  g_ptr_array_extend (details, told, NULL, NULL);
}

static void
compare_element (PtComparison *self, GHashTable *lanes, const PtEntry *before, GPtrArray *details)
{
  const PtEntry *after = before->match;

  compare_type (before, after, details);
  compare_container (before, after, details);
  take_lanes (lanes, after, details);
  pt_parts_compare (&self->versions, before, after, details);
  for (guint i = 0; i < details->len; i++)
    {
      PtAlteration *detail = details->pdata[i];
      PtDifferenceKind kind
          = detail->kind == PT_ALTERED_ID ? PT_DIFFERENCE_NEW_ID : PT_DIFFERENCE_CHANGED;

      g_ptr_array_add (of_pair (self, kind, PT_ASPECT_WORDING, before)->details, detail);
    }
  g_ptr_array_set_size (details, 0);
}

/* --- figures and diagrams --- */

/* Whom a figure's difference is told of. */
static const PtEntry *
owner_of (PtComparison *self, const PtEntry *figure)
{
  const PtEntry *shown = figure->kind == PT_ENTRY_FIGURE
                             ? pt_catalog_shown (self->versions.sides[PT_BEFORE], figure)
                             : NULL;

  return shown != NULL && shown->match != NULL ? shown : figure;
}

/* Told of the element, the id would be taken for its own. */
static void
name_figure (PtAlteration *detail, const PtEntry *figure)
{
  char *path;

  if (detail->kind != PT_ALTERED_ID || figure->kind != PT_ENTRY_FIGURE)
    return;
  path = g_strdup_printf ("%s/%s", figure->face.node->name, detail->path);
  g_free (detail->path);
  detail->path = path;
}

static void
compare_figure (PtComparison *self, const PtEntry *before)
{
  g_autoptr (GPtrArray) details = NULL;
  const PtEntry *owner;

  if (before->is_same)
    return;
  owner = owner_of (self, before);
  details = pt_figure_details (&self->versions, before, before->match);
  g_ptr_array_set_free_func (details, NULL);
  for (guint i = 0; i < details->len; i++)
    {
      PtAlteration *detail = details->pdata[i];
      PtDifference *difference
          = of_pair (self, pt_figure_details_kind (detail), PT_ASPECT_LAYOUT, owner);

      name_figure (detail, before);
      g_ptr_array_add (difference->details, detail);
    }
}

/* What came or went with its element is no difference of its own. */
static void
tell_lone_figure (PtComparison *self, PtSide side, const PtEntry *figure)
{
  const PtEntry *element = pt_catalog_shown (self->versions.sides[side], figure);
  gboolean is_new = side == PT_AFTER;
  PtAlteration *detail;

  if (figure->kind == PT_ENTRY_DIAGRAM || element == NULL)
    add (self, is_new ? PT_DIFFERENCE_ADDED : PT_DIFFERENCE_REMOVED, PT_ASPECT_LAYOUT,
         is_new ? NULL : figure, is_new ? figure : NULL);
  else if (element->match != NULL)
    {
      detail
          = pt_alteration_new (PT_ALTERED_FIGURE, g_strdup ((const char *)figure->face.node->name),
                               is_new ? NULL : g_strdup (figure->face.id),
                               is_new ? g_strdup (figure->face.id) : NULL);
      g_ptr_array_add (of_pair (self, PT_DIFFERENCE_MOVED, PT_ASPECT_LAYOUT,
                                is_new ? element->match : element)
                           ->details,
                       detail);
    }
}

/* --- all of it --- */

static void
tell_lone (PtComparison *self, PtSide side, const PtEntry *entry)
{
  if (entry->kind != PT_ENTRY_ELEMENT)
    tell_lone_figure (self, side, entry);
  else if (side == PT_AFTER)
    add (self, PT_DIFFERENCE_ADDED, PT_ASPECT_WORDING, NULL, entry);
  else
    add (self, PT_DIFFERENCE_REMOVED, PT_ASPECT_WORDING, entry, NULL);
}

static void
compare (PtComparison *self)
{
  const GPtrArray *befores = self->versions.sides[PT_BEFORE]->entries;
  const GPtrArray *afters = self->versions.sides[PT_AFTER]->entries;
  g_autoptr (GHashTable) lanes = pt_membership_compare (&self->versions);
  g_autoptr (GPtrArray) details = g_ptr_array_new ();

  for (guint i = 0; i < befores->len; i++)
    {
      const PtEntry *before = befores->pdata[i];

      if (before->match == NULL)
        tell_lone (self, PT_BEFORE, before);
      else if (before->kind == PT_ENTRY_ELEMENT)
        compare_element (self, lanes, before, details);
      else
        compare_figure (self, before);
    }
  for (guint i = 0; i < afters->len; i++)
    if (((const PtEntry *)afters->pdata[i])->match == NULL)
      tell_lone (self, PT_AFTER, afters->pdata[i]);
}

static guint
place_of (const PtDifference *difference)
{
  const PtCompared *face = difference->after != NULL ? difference->after : difference->before;

  return ((const PtEntry *)face)->index;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PtDifference *x = *(PtDifference *const *)a, *y = *(PtDifference *const *)b;
  guint left = place_of (x), right = place_of (y);

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->aspect != y->aspect)
    return x->aspect < y->aspect ? -1 : 1;
  return (left > right) - (left < right);
}

PtComparison *
pt_comparison_new (PtDocument *before, PtDocument *after)
{
  PtComparison *self = g_new0 (PtComparison, 1);

  g_atomic_ref_count_init (&self->n_refs);
  pt_versions_init (&self->versions, before, after);
  self->differences = g_ptr_array_new_with_free_func ((GDestroyNotify)difference_free);
  self->by_pair = g_hash_table_new (NULL, NULL);
  pt_match (&self->versions);
  compare (self);
  g_ptr_array_sort (self->differences, compare_places);
  g_clear_pointer (&self->by_pair, g_hash_table_unref);
  g_hash_table_remove_all (self->versions.hashes);
  return self;
}

PtComparison *
pt_comparison_ref (PtComparison *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
pt_comparison_unref (PtComparison *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_pointer (&self->by_node, g_hash_table_unref);
  g_ptr_array_unref (self->differences);
  pt_versions_clear (&self->versions);
  g_free (self);
}

/* --- looking --- */

PtDocument *
pt_comparison_get_before (PtComparison *self)
{
  return self->versions.sides[PT_BEFORE]->document;
}

PtDocument *
pt_comparison_get_after (PtComparison *self)
{
  return self->versions.sides[PT_AFTER]->document;
}

guint
pt_comparison_get_length (const PtComparison *self)
{
  return self->differences->len;
}

const PtDifference *
pt_comparison_get (const PtComparison *self, guint i)
{
  g_return_val_if_fail (i < self->differences->len, NULL);
  return self->differences->pdata[i];
}

guint
pt_comparison_count (const PtComparison *self, PtDifferenceKind kind, PtAspect aspects)
{
  guint n = 0;

  for (guint i = 0; i < self->differences->len; i++)
    {
      const PtDifference *difference = self->differences->pdata[i];

      n += difference->kind == kind && (difference->aspect & aspects) != 0;
    }
  return n;
}

static void
note_node (GHashTable *by_node, const PtCompared *compared, PtDifference *difference)
{
  GSList *list = compared != NULL ? g_hash_table_lookup (by_node, compared->node) : NULL;

  if (list != NULL)
    list->next = g_slist_prepend (list->next, difference);
  else if (compared != NULL)
    g_hash_table_insert (by_node, (gpointer)compared->node, g_slist_prepend (NULL, difference));
}

gboolean
pt_comparison_mark (PtComparison *self,
                    const xmlNode *node,
                    PtAspect aspects,
                    PtDifferenceKind *kind)
{
  gboolean found = FALSE;

  if (self->by_node == NULL)
    {
      self->by_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_slist_free);
      for (guint i = 0; i < self->differences->len; i++)
        {
          PtDifference *difference = self->differences->pdata[i];

          note_node (self->by_node, difference->before, difference);
          note_node (self->by_node, difference->after, difference);
        }
    }
  for (GSList *l = g_hash_table_lookup (self->by_node, node); l != NULL; l = l->next)
    {
      const PtDifference *difference = l->data;

      if ((difference->aspect & aspects) == 0 || (found && difference->kind >= *kind))
        continue;
      *kind = difference->kind;
      found = TRUE;
    }
  return found;
}

const PtCompared *
pt_comparison_match (const PtComparison *self, const xmlNode *node)
{
  const PtEntry *entry = pt_catalog_find (self->versions.sides[PT_BEFORE], node);

  if (entry == NULL)
    entry = pt_catalog_find (self->versions.sides[PT_AFTER], node);
  return entry != NULL && entry->match != NULL ? &entry->match->face : NULL;
}
