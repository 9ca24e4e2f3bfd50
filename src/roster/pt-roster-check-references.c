/* pt-roster-check-references.c: references to nothing, and references that run in a circle
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
  gboolean is_tree;  /* following it must end somewhere */
  gboolean is_other; /* it must lead to another entry; two may well refer to each other */
} Reference;

static const Reference references[] = {
  { "unit", "within", "unit", .is_tree = TRUE },
  { "unit", "head", "person" },
  { "unit", "calendar", "calendar" },
  { "role", "unit", "unit" },
  { "role", "reports-to", "role", .is_tree = TRUE },
  { "role", "deputy", "role", .is_other = TRUE },
  { "role", "owner", "role" },
  { "person", "unit", "unit" },
  { "person", "manager", "person", .is_tree = TRUE },
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

static void
check_reference (References *self, const Reference *reference, xmlNode *node, const char *id)
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
  pt_roster_check_place (self->check, diagnostic, node);
}

static void
check_attribute (References *self, const Reference *reference, xmlNode *node)
{
  g_autofree char *value = pt_xml_attribute (node, reference->attribute);
  g_auto (GStrv) ids = NULL;

  if (value == NULL)
    return;
  if (!reference->is_list)
    {
      check_reference (self, reference, node, g_strstrip (value));
      return;
    }
  ids = g_strsplit_set (value, " \t\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    check_reference (self, reference, node, ids[i]);
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

/* ----- circles ----------------------------------------------------------------------------------
 */

/* Returns: (nullable): the entry that the attribute of @node leads to */
static xmlNode *
follow (const References *self, const Reference *reference, xmlNode *node)
{
  g_autofree char *id = pt_xml_attribute (node, reference->attribute);

  return id != NULL ? look_up (self, g_strstrip (id), reference->target) : NULL;
}

static void
add_circle (const References *self, const Reference *reference, xmlNode *start)
{
  g_autoptr (GString) chain = g_string_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  xmlNode *node = start;
  PtDiagnostic *diagnostic;

  do
    {
      char *id = pt_xml_attribute (node, "id");

      g_ptr_array_add (ids, id);
      g_string_append_printf (chain, "%s → ", id);
      node = follow (self, reference, node);
    }
  while (node != start);
  g_string_append (chain, ids->pdata[0]);
  diagnostic = pt_diagnostics_add (self->check->diagnostics, PT_CODE_RF05, reference->attribute,
                                   chain->str, NULL);
  for (guint i = 0; i < ids->len; i++)
    pt_diagnostic_add_element (diagnostic, ids->pdata[i]);
  pt_roster_check_place (self->check, diagnostic, start);
}

/* Walks from every entry until nothing follows, or something that was met before: in this walk,
 * that closes a circle; in an earlier one, all from there on is known. */
static void
check_circles (const References *self, const Reference *reference)
{
  g_autoptr (GHashTable) met_from
      = g_hash_table_new (NULL, NULL); /* entry → where its walk began */

  for (xmlNode *start = pt_xml_first_element (self->root); start != NULL;
       start = pt_xml_next_element (start))
    {
      xmlNode *node = pt_roster_is (start, reference->tag) ? start : NULL;

      while (node != NULL && !g_hash_table_contains (met_from, node))
        {
          g_hash_table_insert (met_from, node, start);
          node = follow (self, reference, node);
        }
      if (node != NULL && g_hash_table_lookup (met_from, node) == start)
        add_circle (self, reference, node);
    }
}

static void
check_own_references (const References *self, const Reference *reference)
{
  for (xmlNode *node = pt_xml_first_element (self->root); node != NULL;
       node = pt_xml_next_element (node))
    if (pt_roster_is (node, reference->tag) && follow (self, reference, node) == node)
      add_circle (self, reference, node);
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
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].is_tree)
      check_circles (&self, &references[i]);
    else if (references[i].is_other)
      check_own_references (&self, &references[i]);
  g_hash_table_unref (self.suggestions);
  g_hash_table_unref (self.indices);
  g_hash_table_unref (self.by_id);
}
