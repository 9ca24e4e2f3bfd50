/* pt-membership.c: who has come into which lane
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-membership.h"

#include "pt-parts.h"

/* One flowNodeRef. */
typedef struct
{
  PtEntry *lane;
  PtEntry *node;    /* (nullable): when it names nothing */
  const char *name; /* as written */
} Member;

/* Lanes of lanes come later, so that the innermost one stays noted. */
static GArray *
list_members (const PtCatalog *catalog)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < catalog->entries->len; i++)
    {
      PtEntry *lane = catalog->entries->pdata[i];

      if (lane->face.type != PT_BPMN_LANE)
        continue;
      for (xmlNode *child = pt_xml_first_element (lane->face.node); child;
           child = pt_xml_next_element (child))
        {
          const char *text
              = pt_xml_is (child, PT_NS_BPMN, "flowNodeRef") ? pt_leaf_text (child) : NULL;
          g_autofree char *id = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
          Member member = { lane, id != NULL ? pt_catalog_lookup (catalog, id) : NULL, text };

          if (text != NULL)
            g_array_append_val (members, member);
          if (member.node != NULL)
            member.node->lane = lane;
        }
    }
  return members;
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
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < members->len; i++)
    {
      gint64 key = key_of (side, &g_array_index (members, Member, i));

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }
  return keys;
}

/* An arrival completes the departure that was told before it, if there is one. */
static void
tell (GHashTable *told, PtEntry *whom, PtDetailKind kind, PtSide side, const Member *member)
{
  GPtrArray *details = g_hash_table_lookup (told, whom);
  const char *what = kind == PT_DETAIL_LANE ? member->lane->face.id : member->name;
  const PtCompared *lane = kind == PT_DETAIL_LANE ? &member->lane->face : NULL;
  PtDetail *detail = NULL;

  if (details == NULL)
    {
      details = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_detail_free);
      g_hash_table_insert (told, whom, details);
    }
  for (guint i = 0; side == PT_AFTER && i < details->len && detail == NULL; i++)
    {
      detail = details->pdata[i];
      if (detail->kind != kind || detail->to != NULL)
        detail = NULL;
    }
  if (detail == NULL)
    {
      detail = pt_detail_new (kind, g_strdup ("flowNodeRef"), NULL, NULL);
      g_ptr_array_add (details, detail);
    }
  *(side == PT_BEFORE ? &detail->from : &detail->to) = g_strdup (what != NULL ? what : "");
  *(side == PT_BEFORE ? &detail->from_element : &detail->to_element) = lane;
}

static void
tell_missing (GHashTable *told, PtSide side, const GArray *members, GHashTable *others)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Member *member = &g_array_index (members, Member, i);
      gint64 key = key_of (side, member);
      PtEntry *whom = member->node != NULL ? member->node : member->lane;
      PtEntry *in_both = side == PT_AFTER && whom->match != NULL ? whom : whom->match;

      if (in_both != NULL && !g_hash_table_contains (others, &key))
        tell (told, in_both, member->node != NULL ? PT_DETAIL_LANE : PT_DETAIL_CHILD, side, member);
    }
}

GHashTable *
pt_membership_compare (PtVersions *versions)
{
  g_autoptr (GArray) befores = list_members (versions->sides[PT_BEFORE]);
  g_autoptr (GArray) afters = list_members (versions->sides[PT_AFTER]);
  g_autoptr (GHashTable) old_keys = index_members (PT_BEFORE, befores);
  g_autoptr (GHashTable) new_keys = index_members (PT_AFTER, afters);
  GHashTable *told = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);

  tell_missing (told, PT_BEFORE, befores, new_keys);
  tell_missing (told, PT_AFTER, afters, old_keys);
  return told;
}
