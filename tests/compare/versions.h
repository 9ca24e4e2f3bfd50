/* versions.h: what tests of comparing share: other versions of a document, and who looks at both
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compare.h>
#include <string.h>

/** copy_of: Returns: (transfer full): another document with the same text */
static inline PtDocument *
copy_of (PtDocument *document)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

  return pt_bpmn_load_bytes (bytes, "copy.bpmn", NULL);
}

/** count: Returns: how many differences of @kind there are between the documents */
static inline guint
count (PtDocument *before, PtDocument *after, PtDifferenceKind kind)
{
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);

  return pt_comparison_count (comparison, kind, PT_ASPECT_ALL);
}

/** told: Returns: (transfer full): all differences in words */
static inline char *
told (PtDocument *before, PtDocument *after)
{
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);

  return pt_comparison_to_text (comparison, PT_ASPECT_ALL);
}

/* --- ids made anew --- */

typedef void (*VisitNode) (PtDocument *document, xmlNode *node, GHashTable *ids);

static inline void
visit_all (PtDocument *document, xmlNode *node, VisitNode visit, GHashTable *ids)
{
  visit (document, node, ids);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    visit_all (document, child, visit, ids);
}

static inline void
note_id (PtDocument *document, xmlNode *node, GHashTable *ids)
{
  char *id = pt_xml_attribute (node, "id");

  if (id != NULL && !g_hash_table_contains (ids, id))
    g_hash_table_insert (ids, id, g_strdup_printf ("new_%u", g_hash_table_size (ids)));
  else
    g_free (id);
}

/* An id, or a QName that ends in one. */
static inline const char *
renamed (GHashTable *ids, const char *value)
{
  return value != NULL ? g_hash_table_lookup (ids, value) : NULL;
}

static inline void
rename_ids (PtDocument *document, xmlNode *node, GHashTable *ids)
{
  g_autofree char *text = NULL;
  xmlAttr *next;

  for (xmlAttr *a = node->properties; a != NULL; a = next)
    {
      g_autofree char *value = pt_xml_attribute (node, (const char *)a->name);
      g_autofree char *name = g_strdup ((const char *)a->name);
      const char *local = value != NULL ? strrchr (value, ':') : NULL;
      const char *other = renamed (ids, value);

      next = a->next;
      if (a->ns != NULL || value == NULL
          || (strcmp (name, "id") != 0 && !pt_bpmn_is_reference (node, name)))
        continue;
      if (other == NULL && local != NULL)
        other = renamed (ids, local + 1);
      if (other != NULL)
        pt_document_set_attribute (document, node, NULL, name, other);
    }
  if (pt_xml_first_element (node) != NULL || !pt_bpmn_is_reference (node, NULL))
    return;
  text = pt_xml_text (node);
  if (renamed (ids, text) != NULL)
    pt_document_set_text (document, node, renamed (ids, text));
  else if (strrchr (text, ':') != NULL && renamed (ids, strrchr (text, ':') + 1) != NULL)
    pt_document_set_text (document, node, renamed (ids, strrchr (text, ':') + 1));
}

/** make_ids_anew: gives every element another id, and lets every reference follow */
static inline void
make_ids_anew (PtDocument *document)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *root = pt_document_get_root (document);

  visit_all (document, root, note_id, ids);
  pt_document_begin (document, "Other ids");
  visit_all (document, root, rename_ids, ids);
  pt_document_commit (document);
}
