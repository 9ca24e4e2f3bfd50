/* pt-roster-file.c: opening a roles file, and the edits Partitur makes in one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

#include <glib/gi18n-lib.h>

#define ROOT "organisation"

/* @loaded: (transfer full) (nullable): NULL when @error is set already */
static PtDocument *
accept (PtDocument *loaded, GError **error)
{
  g_autoptr (PtDocument) document = loaded;
  xmlNode *root;

  if (document == NULL)
    return NULL;
  root = pt_document_get_root (document);
  if (!pt_roster_is (root, ROOT))
    {
      g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_VOCABULARY,
                   _ ("“%s” is not a roles file: it begins with <%s>, but a roles file begins with "
                      "<%s xmlns=\"%s\">"),
                   pt_document_get_name (document), (const char *)root->name, ROOT, PT_NS_ROLES);
      return NULL;
    }
  return g_steal_pointer (&document);
}

PtDocument *
pt_roster_load (GFile *file, GCancellable *cancellable, GError **error)
{
  return accept (pt_document_load (file, cancellable, error), error);
}

PtDocument *
pt_roster_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  return accept (pt_document_load_bytes (bytes, name, error), error);
}

/* ----- edits -----------------------------------------------------------------------------------
 */

static GHashTable *
collect_ids (PtDocument *document)
{
  GHashTable *ids = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  xmlNode *root = pt_document_get_root (document);

  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      char *id = pt_xml_attribute (node, "id");

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

/* Roles stand together, before persons and rules. Returns: (nullable): what to insert one before */
static xmlNode *
place_for_role (xmlNode *root)
{
  static const char *const later[] = { "person", "rule" };
  xmlNode *last = NULL;

  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    if (pt_roster_is (node, "role"))
      last = node;
  if (last != NULL)
    return pt_xml_next_element (last);
  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    for (guint i = 0; i < G_N_ELEMENTS (later); i++)
      if (pt_roster_is (node, later[i]))
        return node;
  return NULL;
}

char *
pt_roster_add_role (PtDocument *document, const char *name, PtRoleKind kind)
{
  xmlNode *root = pt_document_get_root (document);
  g_autoptr (GHashTable) taken = collect_ids (document);
  char *id = pt_roster_slug (name, taken);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add role “%s”"), name);
  xmlNode *role;

  pt_document_begin (document, title);
  role = pt_document_make_element (document, root, PT_NS_ROLES, NULL, "role");
  xmlSetProp (role, BAD_CAST "id", BAD_CAST id);
  xmlSetProp (role, BAD_CAST "name", BAD_CAST name);
  if (kind != PT_ROLE_INTERNAL)
    xmlSetProp (role, BAD_CAST "kind", BAD_CAST pt_roster_kind_to_string (kind));
  pt_document_insert (document, root, place_for_role (root), role);
  pt_document_commit (document);
  return id;
}

void
pt_roster_add_alias (PtDocument *document, const char *role_id, const char *alias)
{
  xmlNode *role = pt_document_get_by_id (document, role_id);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Add alias “%s”"), alias);
  xmlNode *node;

  g_return_if_fail (role != NULL && pt_roster_is (role, "role"));
  pt_document_begin (document, title);
  node = pt_document_make_element (document, role, PT_NS_ROLES, NULL, "alias");
  xmlAddChild (node, xmlNewDocText (role->doc, BAD_CAST alias));
  pt_document_insert (document, role, NULL, node);
  pt_document_commit (document);
}

static xmlNode *
find_role (PtDocument *document, const char *role)
{
  xmlNode *found = pt_document_get_by_id (document, role);
  xmlNode *node = pt_xml_first_element (pt_document_get_root (document));

  if (found != NULL && pt_roster_is (found, "role"))
    return found;
  for (; node != NULL; node = pt_xml_next_element (node))
    {
      g_autofree char *name = pt_roster_is (node, "role") ? pt_xml_attribute (node, "name") : NULL;

      if (g_strcmp0 (name, role) == 0)
        return node;
    }
  return NULL;
}

gboolean
pt_roster_rename_role (PtDocument *document, const char *role, const char *name)
{
  xmlNode *node = find_role (document, role);
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Rename role “%s”"), role);

  if (node == NULL)
    return FALSE;
  pt_document_begin (document, title);
  pt_document_set_attribute (document, node, NULL, "name", name);
  pt_document_commit (document);
  return TRUE;
}
