/* pt-match.c: matching by id
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "pt-match.h"

/* How many elements with the same id are looked at: files with more are broken beyond comparing. */
#define MAX_TWINS 64

gboolean
pt_match_fits (const PtEntry *before, const PtEntry *after)
{
  PtBpmnType a = before->face.type, b = after->face.type;

  if (before->kind != after->kind)
    return FALSE;
  if (a == b
      || (pt_bpmn_type_is_a (a, PT_BPMN_FLOW_NODE) && pt_bpmn_type_is_a (b, PT_BPMN_FLOW_NODE)))
    return TRUE;
  return pt_bpmn_type_info (a)->family != PT_FAMILY_NONE
         && pt_bpmn_type_info (a)->family == pt_bpmn_type_info (b)->family;
}

static void
match_id (PtVersions *versions, PtEntry *before)
{
  PtEntry *after = pt_catalog_by_id (versions->sides[PT_AFTER], before->face.id);

  if (after != NULL && after->match == NULL && pt_match_fits (before, after))
    {
      pt_versions_match (before, after);
      return;
    }
  after = after != NULL ? pt_catalog_first (versions->sides[PT_AFTER], before->face.id) : NULL;
  for (guint i = 0; after != NULL && i < MAX_TWINS; i++, after = after->twin)
    if (after->match == NULL && pt_match_fits (before, after))
      {
        pt_versions_match (before, after);
        return;
      }
}

/* Most often it is the one that comes next, and there is nothing to look up. */
gboolean
pt_match_next (PtVersions *versions, PtEntry *before, guint next)
{
  const GPtrArray *afters = versions->sides[PT_AFTER]->entries;
  PtEntry *after = next < afters->len ? afters->pdata[next] : NULL;

  if (after == NULL || after->match != NULL || after->face.id == NULL
      || strcmp (before->face.id, after->face.id) != 0 || !pt_match_fits (before, after))
    return FALSE;
  pt_versions_match (before, after);
  return TRUE;
}

static gboolean
has_id (const PtEntry *entry)
{
  return entry->kind == PT_ENTRY_ELEMENT && entry->face.id != NULL;
}

static guint
count_ids (const PtCatalog *catalog)
{
  guint n = 0;

  for (guint i = 0; i < catalog->entries->len; i++)
    n += has_id (catalog->entries->pdata[i]);
  return n;
}

/* Returns: how many elements have kept their id */
static guint
match_ids (PtVersions *versions)
{
  const GPtrArray *befores = versions->sides[PT_BEFORE]->entries;
  guint next = 1; /* behind the root */
  guint n_kept = 0;

  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *before = befores->pdata[i];

      if (!has_id (before) || before->match != NULL)
        continue;
      if (!pt_match_next (versions, before, next))
        match_id (versions, before);
      next = before->match != NULL ? before->match->index + 1 : next;
      n_kept += before->match != NULL;
    }
  return n_kept;
}

static gboolean
has_unmatched (const PtCatalog *catalog)
{
  for (guint i = 0; i < catalog->entries->len; i++)
    {
      const PtEntry *entry = catalog->entries->pdata[i];

      if (entry->kind == PT_ENTRY_ELEMENT && entry->match == NULL)
        return TRUE;
    }
  return FALSE;
}

void
pt_match (PtVersions *versions)
{
  guint n_kept, n_ids;

  /* The roots are each other's, whatever they are called. */
  pt_versions_match (versions->sides[PT_BEFORE]->entries->pdata[0],
                     versions->sides[PT_AFTER]->entries->pdata[0]);
  n_kept = match_ids (versions);
  n_ids = MIN (count_ids (versions->sides[PT_BEFORE]), count_ids (versions->sides[PT_AFTER]));
  if (has_unmatched (versions->sides[PT_BEFORE]) && has_unmatched (versions->sides[PT_AFTER]))
    pt_match_neighbours (versions, 2 * n_kept < n_ids);
  pt_match_figures (versions);
}
