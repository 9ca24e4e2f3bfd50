/* pt-roster-check-references.c: references to nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

/* A file with more wrong ids than this has another fault than spelling. */
#define MAX_SUGGESTIONS 100

typedef struct
{
  const char *tag, *attribute;
  const char *target; /* tag of what it refers to */
  gboolean is_list;
} Reference;

static const Reference references[] = {
  { "unit", "within", "unit" },
  { "unit", "head", "person" },
  { "unit", "calendar", "calendar" },
  { "role", "unit", "unit" },
  { "role", "reports-to", "role" },
  { "role", "deputy", "role" },
  { "role", "is-a", "role", .is_list = TRUE },
  { "role", "owner", "role" },
  { "person", "unit", "unit" },
  { "person", "manager", "person" },
  { "person", "calendar", "calendar" },
  { "holds", "role", "role" },
  { "can", "skill", "skill" },
  { "away", "deputy", "person" },
  { "rule", "roles", "role", .is_list = TRUE },
};

typedef struct
{
  const PtRosterCheck *check;
  xmlNode *root;
  GHashTable *by_id;       /* id → first entry with it */
  GHashTable *indices;     /* tag → PtNameIndex of ids and names, made when first needed */
  GHashTable *suggestions; /* "tag id" → id that was probably meant, or "" */
} References;

/* ----- dangling references ----------------------------------------------------------------------
 */

static void
collect_ids (References *self)
{
  for (xmlNode *node = pt_xml_first_element (self->root); node != NULL;
       node = pt_xml_next_element (node))
    {
      g_autofree char *id = pt_xml_attribute (node, "id");

      if (id != NULL && !g_hash_table_contains (self->by_id, id))
        g_hash_table_insert (self->by_id, g_steal_pointer (&id), node);
    }
}

static xmlNode *
look_up (const References *self, const char *id, const char *tag)
{
  xmlNode *node = g_hash_table_lookup (self->by_id, id);

  return node != NULL && pt_roster_is (node, tag) ? node : NULL;
}

static PtNameIndex *
index_of (References *self, const char *tag)
{
  PtNameIndex *index = g_hash_table_lookup (self->indices, tag);
  GHashTableIter iter;
  gpointer id, node;

  if (index != NULL)
    return index;
  index = pt_name_index_new ();
  g_hash_table_insert (self->indices, (gpointer)tag, index);
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, &id, &node))
    if (pt_roster_is (node, tag))
      {
        g_autofree char *name = pt_xml_attribute (node, "name");

        pt_name_index_add (index, id, id);
        if (name != NULL)
          pt_name_index_add (index, name, id);
      }
  return index;
}

/* Returns: (transfer none): "" when nothing is near */
static const char *
suggest (References *self, const char *tag, const char *id)
{
  g_autofree char *key = g_strconcat (tag, " ", id, NULL);
  const char *suggestion = g_hash_table_lookup (self->suggestions, key);

  if (suggestion != NULL || g_hash_table_size (self->suggestions) >= MAX_SUGGESTIONS)
    return suggestion != NULL ? suggestion : "";
  suggestion = pt_name_index_suggest (index_of (self, tag), id, NULL);
  if (suggestion == NULL)
    suggestion = "";
  g_hash_table_insert (self->suggestions, g_steal_pointer (&key), (gpointer)suggestion);
  return suggestion;
}

/* Returns: (transfer full): the words of @value, with @by (nullable: nothing) for @word */
static char *
replace_word (const char *value, const char *word, const char *by)
{
  g_auto (GStrv) words = pt_roster_split (value);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_ptr_array_add (kept, words[i]);
    else if (by != NULL)
      g_ptr_array_add (kept, (gpointer)by);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (GStrv)kept->pdata);
}

/* @value: all that the attribute says */
static void
offer_repairs (References *self,
               PtDiagnostic *diagnostic,
               const Reference *reference,
               xmlNode *node,
               const char *value,
               const char *id)
{
  g_autofree char *path = pt_roster_check_path (self->check, node);
  const char *meant = suggest (self, reference->target, id);
  g_autofree char *repaired = replace_word (value, id, meant);
  g_autofree char *rest = replace_word (value, id, NULL);

  if (*meant != '\0')
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REPLACE_REFERENCE, repaired, path,
                           reference->attribute, value, NULL);
  if (xmlValidateNCName (BAD_CAST id, 0) == 0 && !g_hash_table_contains (self->by_id, id))
    pt_diagnostic_add_fix (diagnostic, PT_FIX_ADD_ENTRY, reference->target, id, NULL);
  if (*rest != '\0')
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, rest, path, reference->attribute, value,
                           NULL);
  else
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_REFERENCE, id, path, reference->attribute,
                           NULL);
}

static void
check_reference (References *self,
                 const Reference *reference,
                 xmlNode *node,
                 const char *value,
                 const char *id)
{
  xmlNode *owner = node->parent == self->root ? node : node->parent;
  g_autofree char *owner_id = NULL;
  PtDiagnostic *diagnostic;

  if (*id == '\0' || look_up (self, id, reference->target) != NULL)
    return;
  owner_id = pt_xml_attribute (owner, "id");
  diagnostic
      = pt_diagnostics_add (self->check->diagnostics, PT_CODE_RF03, (const char *)owner->name,
                            owner_id != NULL ? owner_id : "", reference->target, id,
                            suggest (self, reference->target, id), NULL);
  pt_diagnostic_add_element (diagnostic, owner_id);
  offer_repairs (self, diagnostic, reference, node, value, id);
  pt_roster_check_place (self->check, diagnostic, node);
}

static void
check_attribute (References *self, const Reference *reference, xmlNode *node)
{
  g_autofree char *value = pt_xml_attribute (node, reference->attribute);
  g_autofree char *id = value != NULL ? g_strstrip (g_strdup (value)) : NULL;
  g_auto (GStrv) ids = NULL;

  if (value == NULL)
    return;
  if (!reference->is_list)
    {
      check_reference (self, reference, node, value, id);
      return;
    }
  ids = pt_roster_split (value);
  for (guint i = 0; ids[i] != NULL; i++)
    check_reference (self, reference, node, value, ids[i]);
}

static void
check_node (References *self, xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (pt_roster_is (node, references[i].tag))
      check_attribute (self, &references[i], node);
}

static void
check_dangling (References *self)
{
  for (xmlNode *node = pt_xml_first_element (self->root); node != NULL;
       node = pt_xml_next_element (node))
    {
      check_node (self, node);
      for (xmlNode *child = pt_xml_first_element (node); child != NULL;
           child = pt_xml_next_element (child))
        check_node (self, child);
    }
}

void
pt_roster_check_references (const PtRosterCheck *check)
{
  References self = {
    .check = check,
    .root = pt_document_get_root (check->document),
    .by_id = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL),
    .indices
    = g_hash_table_new_full (pt_id_hash, g_str_equal, NULL, (GDestroyNotify)pt_name_index_free),
    .suggestions = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL),
  };

  collect_ids (&self);
  check_dangling (&self);
  g_hash_table_unref (self.suggestions);
  g_hash_table_unref (self.indices);
  g_hash_table_unref (self.by_id);
}
