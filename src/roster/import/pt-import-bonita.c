/* pt-import-bonita.c: people, groups and roles of an organisation of Bonita Studio
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A membership joins a user, a group and a role. Elements are told by their local names: the
 * namespace changes from version to version.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-imported.h"

static gboolean
is (const xmlNode *node, const char *tag)
{
  return strcmp ((const char *)node->name, tag) == 0;
}

/* Returns: (transfer full) (nullable): an attribute, or the text of the child, whichever there is
 */
static char *
value_of (const xmlNode *node, const char *name)
{
  char *value = pt_xml_attribute (node, name);

  for (xmlNode *child = pt_xml_first_element (node); child != NULL && value == NULL;
       child = pt_xml_next_element (child))
    if (is (child, name))
      value = pt_xml_text (child);
  if (value != NULL && *g_strstrip (value) == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

static guint
line_of (PtDocument *document, xmlNode *node)
{
  int line, column;

  pt_document_get_position (document, node, &line, &column);
  return (guint)line;
}

/* Groups are known by their way from the top: "/acme/hr". Returns: (transfer full) */
static char *
path_of (const char *parent, const char *name)
{
  return g_strdup_printf ("%s/%s", parent != NULL ? parent : "", name);
}

/* ----- entries: each returns what is missing, or %NULL ------------------------------------------
 */

static const char *
add_user (const PtImportSource *self, const xmlNode *node)
{
  PtImported *imported = self->imported;
  g_autofree char *key = value_of (node, "userName");
  g_autofree char *first = value_of (node, "firstName");
  g_autofree char *last = value_of (node, "lastName");
  g_autofree char *manager = value_of (node, "manager");
  g_autofree char *name = NULL;
  g_autofree char *mail = NULL;
  g_autofree char *enabled = value_of (node, "enabled");
  PtImportedPerson *person;

  if (key == NULL)
    return _ ("it has no “userName”");
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    if (is (child, "professionalData") && mail == NULL)
      mail = value_of (child, "email");
  name = g_strdup_printf ("%s %s", first != NULL ? first : "", last != NULL ? last : "");
  person = pt_imported_person (imported, key);
  person->id = person->key;
  person->name = pt_imported_string (imported, name);
  person->mail = pt_imported_string (imported, mail);
  person->manager = pt_imported_string (imported, manager);
  if (enabled != NULL)
    person->active = strcmp (enabled, "false") == 0 ? "false" : "true";
  return NULL;
}

static const char *
add_role (const PtImportSource *self, const xmlNode *node)
{
  g_autofree char *key = value_of (node, "name");
  g_autofree char *name = value_of (node, "displayName");

  if (key == NULL)
    return _ ("it has no “name”");
  pt_imported_role (self->imported, key, name != NULL ? name : key);
  return NULL;
}

static const char *
add_group (const PtImportSource *self, const xmlNode *node)
{
  g_autofree char *name = value_of (node, "name");
  g_autofree char *label = value_of (node, "displayName");
  g_autofree char *parent = value_of (node, "parentPath");
  g_autofree char *key = name != NULL ? path_of (parent, name) : NULL;

  if (key == NULL)
    return _ ("it has no “name”");
  pt_imported_unit (self->imported, key, label != NULL ? label : name)->within
      = pt_imported_string (self->imported, parent);
  return NULL;
}

/* The first membership of somebody says their unit. */
static const char *
add_membership (const PtImportSource *self, const xmlNode *node)
{
  PtImported *imported = self->imported;
  g_autofree char *user = value_of (node, "userName");
  g_autofree char *role = value_of (node, "roleName");
  g_autofree char *group = value_of (node, "groupName");
  g_autofree char *parent = value_of (node, "groupParentPath");
  g_autofree char *path = group != NULL ? path_of (parent, group) : NULL;
  PtImportedPerson *person;

  if (user == NULL)
    return _ ("it has no “userName”");
  person = pt_imported_person (imported, user);
  if (path != NULL && person->unit == NULL)
    person->unit = pt_imported_unit (imported, path, group)->key;
  if (role == NULL)
    return NULL;
  pt_imported_role (imported, role, role);
  pt_imported_hold (imported, person, role);
  return NULL;
}

/* ----- the file --------------------------------------------------------------------------------
 */

static const struct
{
  const char *list, *tag;
  const char *(*add) (const PtImportSource *self, const xmlNode *node);
} lists[] = {
  { "groups", "group", add_group },
  { "roles", "role", add_role },
  { "users", "user", add_user },
  { "memberships", "membership", add_membership },
};

static void
add_entries (const PtImportSource *self, PtDocument *document, guint kind)
{
  for (xmlNode *list = pt_xml_first_element (pt_document_get_root (document)); list != NULL;
       list = pt_xml_next_element (list))
    for (xmlNode *node = is (list, lists[kind].list) ? pt_xml_first_element (list) : NULL;
         node != NULL; node = pt_xml_next_element (node))
      {
        const char *lack = is (node, lists[kind].tag) ? lists[kind].add (self, node) : NULL;

        if (lack != NULL)
          pt_import_skip (self, line_of (document, node), NULL, lack);
      }
}

gboolean
pt_import_read_bonita (const PtImportSource *self, GError **error)
{
  g_autoptr (PtDocument) document = pt_document_load_bytes (self->bytes, self->name, error);

  if (document == NULL)
    return FALSE;
  if (g_ascii_strcasecmp ((const char *)pt_document_get_root (document)->name, "Organization") != 0)
    {
      g_set_error (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_FORMAT,
                   _ ("“%s” is no organisation of Bonita Studio: it begins with <%s>"), self->name,
                   (const char *)pt_document_get_root (document)->name);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_entries (self, document, i);
  return TRUE;
}
