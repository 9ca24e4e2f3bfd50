/* pt-roster-check-names.c: ids that are used twice, names that mean two roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fold.h"
#include "pt-roster-checks.h"

static void
add_duplicate (const PtRosterCheck *self, const char *id, xmlNode *first, xmlNode *second)
{
  g_autofree char *first_line = pt_roster_check_line (self, first);
  g_autofree char *second_line = pt_roster_check_line (self, second);
  g_autofree char *path = pt_roster_check_path (self, second);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RF02, id, first_line, second_line, NULL);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_NEW_ID, path, id, NULL);
  pt_diagnostic_add_element (diagnostic, id);
  pt_roster_check_place (self, diagnostic, second);
}

static void
check_ids (const PtRosterCheck *self, xmlNode *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      g_autofree char *id = pt_xml_attribute (node, "id");
      xmlNode *first = id != NULL ? g_hash_table_lookup (seen, id) : NULL;

      if (first != NULL)
        add_duplicate (self, id, first, node);
      else if (id != NULL)
        g_hash_table_insert (seen, g_steal_pointer (&id), node);
    }
}

/* Two entries with one id are found fault with for that. */
static gboolean
have_same_id (xmlNode *a, xmlNode *b)
{
  g_autofree char *id = pt_xml_attribute (a, "id");
  g_autofree char *other = pt_xml_attribute (b, "id");

  return g_strcmp0 (id, other) == 0;
}

static char *
name_of_role (xmlNode *role)
{
  char *name = pt_xml_attribute (role, "name");

  return name != NULL ? name : pt_xml_attribute (role, "id");
}

/* Names are compared as they are found: folded. @meanings: folded name → node of the role */
static void
check_name (const PtRosterCheck *self,
            GHashTable *meanings,
            const char *name,
            xmlNode *role,
            xmlNode *place)
{
  g_autofree char *folded = pt_fold (name);
  xmlNode *other = g_hash_table_lookup (meanings, folded);
  g_autofree char *role_name = NULL;
  g_autofree char *other_name = NULL;
  PtDiagnostic *diagnostic;

  if (other == NULL)
    g_hash_table_insert (meanings, g_steal_pointer (&folded), role);
  if (other == NULL || other == role || have_same_id (role, other))
    return;
  role_name = name_of_role (role);
  other_name = name_of_role (other);
  diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RF04, name, other_name, role_name, NULL);
  pt_roster_check_place (self, diagnostic, place);
  if (place != role)
    {
      g_autofree char *path = pt_roster_check_path (self, place);

      pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_ELEMENT, name, path, "alias", NULL);
    }
}

/* Names of roles before aliases, so that it is the alias that is found fault with. */
static void
check_role_names (const PtRosterCheck *self, xmlNode *root)
{
  g_autoptr (GHashTable) meanings = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (xmlNode *role = pt_xml_first_element (root); role != NULL; role = pt_xml_next_element (role))
    {
      g_autofree char *name = pt_roster_is (role, "role") ? name_of_role (role) : NULL;

      if (name != NULL)
        check_name (self, meanings, name, role, role);
    }
  for (xmlNode *role = pt_xml_first_element (root); role != NULL; role = pt_xml_next_element (role))
    for (xmlNode *alias = pt_xml_first_element (role); alias != NULL;
         alias = pt_xml_next_element (alias))
      if (pt_roster_is (role, "role") && pt_roster_is (alias, "alias"))
        {
          g_autofree char *name = pt_xml_text (alias);

          check_name (self, meanings, name, role, alias);
        }
}

void
pt_roster_check_names (const PtRosterCheck *self)
{
  xmlNode *root = pt_document_get_root (self->document);

  check_ids (self, root);
  check_role_names (self, root);
}
