/* pt-membership.c: who has come into which lane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>

#include "pt-membership.h"

#include "pt-parts.h"

/* One flowNodeRef. */
typedef struct
{
  PtEntry *lane;
  PtEntry *node;    /* (nullable): when it names nothing */
  const char *name; /* as written */
} Member;

/* --- which lanes have changed --- */

static const xmlNode *
next_member (const xmlNode *node)
{
  while (node != NULL && !pt_xml_is (node, PT_NS_BPMN, "flowNodeRef"))
    node = node->next;
  return node;
}

/* Whether both list the same names in the same order. */
static gboolean
lists_the_same (PtVersions *versions, const PtEntry *before, const PtEntry *after)
{
  const xmlNode *a = next_member (before->face.node->children);
  const xmlNode *b = next_member (after->face.node->children);

  if (pt_versions_same_source (versions, before, after))
    return TRUE;
  for (; a != NULL && b != NULL; a = next_member (a->next), b = next_member (b->next))
    if (g_strcmp0 (pt_tree_leaf (a), pt_tree_leaf (b)) != 0)
      return FALSE;
  return a == NULL && b == NULL;
}

/* Returns: set of the lanes of the old version that list the same in the new one */
static GHashTable *
find_same_lanes (PtVersions *versions)
{
  const GPtrArray *befores = versions->sides[PT_BEFORE]->entries;
  GHashTable *same = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < befores->len; i++)
    {
      PtEntry *lane = befores->pdata[i];

      if (lane->face.type == PT_BPMN_LANE && lane->match != NULL
          && lists_the_same (versions, lane, lane->match))
        g_hash_table_add (same, lane);
    }
  return same;
}

/* --- members --- */

typedef struct
{
  GHashTable *same_lanes;
  GArray *members;
} Listing;

static gboolean
is_left_out (PtEntry *lane, gpointer data)
{
  const Listing *listing = data;

  return g_hash_table_contains (listing->same_lanes, lane)
         || (lane->match != NULL && g_hash_table_contains (listing->same_lanes, lane->match));
}

static void
add_member (PtEntry *lane, const char *reference, PtEntry *node, gpointer data)
{
  const Listing *listing = data;
  Member member = { lane, node, reference };

  g_array_append_val (listing->members, member);
}

static GArray *
list_members (PtCatalog *catalog, GHashTable *same_lanes)
{
  Listing listing = { same_lanes, g_array_new (FALSE, FALSE, sizeof (Member)) };

  pt_catalog_for_members (catalog, is_left_out, add_member, &listing);
  return listing.members;
}

/* Returns: what the membership is in both versions; of a partner there is none, it is only here */
static gint64
key_of (PtSide side, const Member *member)
{
  const PtEntry *lane = side == PT_AFTER ? member->lane : member->lane->match;
  const PtEntry *node
      = side == PT_AFTER || member->node == NULL ? member->node : member->node->match;
  guint64 who = node != NULL ? node->index : pt_hash_string (member->name);

  return (gint64)pt_hash_mix (lane != NULL ? lane->index : G_MAXUINT, who);
}

static GHashTable *
index_members (PtSide side, const GArray *members)
{
  GHashTable *keys = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      gint64 key = key_of (side, &g_array_index (members, Member, i));

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }
  return keys;
}

/* --- what is told --- */

typedef struct
{
  GHashTable *details;   /* whom → GPtrArray of PtAlteration */
  GHashTable *passed[2]; /* whom → how many of those need no look again; [1]: for lanes */
} Telling;

static GPtrArray *
details_of (const Telling *self, PtEntry *whom)
{
  GPtrArray *list = g_hash_table_lookup (self->details, whom);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_alteration_free);
      g_hash_table_insert (self->details, whom, list);
    }
  return list;
}

/* Returns: (nullable): the first departure of @kind that has no arrival yet */
static PtAlteration *
next_departure (const Telling *self, PtEntry *whom, PtAlterationKind kind)
{
  GHashTable *passed = self->passed[kind == PT_ALTERED_LANE];
  GPtrArray *list = details_of (self, whom);
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (passed, whom));
  PtAlteration *found = NULL;

  for (; i < list->len && found == NULL; i++)
    {
      PtAlteration *detail = list->pdata[i];

      if (detail->kind == kind && detail->to == NULL)
        found = detail;
    }
  g_hash_table_insert (passed, whom, GUINT_TO_POINTER (i));
  return found;
}

/* An arrival completes the departure that was told before it, if there is one. */
static void
tell (const Telling *self,
      PtEntry *whom,
      PtAlterationKind kind,
      PtSide side,
      const Member *member)
{
  const char *what = kind == PT_ALTERED_LANE ? member->lane->face.id : member->name;
  const PtCompared *lane = kind == PT_ALTERED_LANE ? &member->lane->face : NULL;
  PtAlteration *detail = side == PT_AFTER ? next_departure (self, whom, kind) : NULL;

  if (detail == NULL)
    {
      detail = pt_alteration_new (kind, g_strdup ("flowNodeRef"), NULL, NULL);
      g_ptr_array_add (details_of (self, whom), detail);
    }
  *(side == PT_BEFORE ? &detail->from : &detail->to) = g_strdup (what != NULL ? what : "");
  *(side == PT_BEFORE ? &detail->from_element : &detail->to_element) = lane;
}

static void
tell_missing (const Telling *self, PtSide side, const GArray *members, GHashTable *others)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      gint64 key = key_of (side, member);
      PtEntry *whom = member->node != NULL ? member->node : member->lane;
      PtEntry *in_both = side == PT_AFTER && whom->match != NULL ? whom : whom->match;

      if (in_both != NULL && !g_hash_table_contains (others, &key))
        tell (self, in_both, member->node != NULL ? PT_ALTERED_LANE : PT_ALTERED_CHILD, side,
              member);
    }
}

GHashTable *
pt_membership_compare (PtVersions *versions)
{
  g_autoptr (GHashTable) same_lanes = find_same_lanes (versions);
  g_autoptr (GArray) befores = list_members (versions->sides[PT_BEFORE], same_lanes);
  g_autoptr (GArray) afters = list_members (versions->sides[PT_AFTER], same_lanes);
  g_autoptr (GHashTable) old_keys = index_members (PT_BEFORE, befores);
  g_autoptr (GHashTable) new_keys = index_members (PT_AFTER, afters);
  g_autoptr (GHashTable) children = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);
  GHashTable *told = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  Telling telling = { told, { children, lanes } };

  tell_missing (&telling, PT_BEFORE, befores, new_keys);
  tell_missing (&telling, PT_AFTER, afters, old_keys);
  return told;
}
