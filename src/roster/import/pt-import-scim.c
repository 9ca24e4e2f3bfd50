/* pt-import-scim.c: people and groups as identity services hand them on (RFC 7643)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-json.h"

#define ENTERPRISE "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

/* ----- users -----------------------------------------------------------------------------------
 */

/* Returns: (nullable) */
static const char *
join_name (PtImported *imported, JsonObject *name)
{
  const char *given = pt_json_string (name, "givenName"),
             *family = pt_json_string (name, "familyName");
  g_autofree char *whole
      = g_strdup_printf ("%s %s", given != NULL ? given : "", family != NULL ? family : "");

  return pt_imported_string (imported, whole);
}

static const char *
name_of (PtImported *imported, JsonObject *user)
{
  JsonObject *name = pt_json_object (user, "name");
  const char *text = pt_json_string (user, "displayName");

  if (text == NULL && name != NULL)
    text = pt_json_string (name, "formatted");
  if (text == NULL && name != NULL)
    text = join_name (imported, name);
  return text != NULL ? text : pt_json_string (user, "userName");
}

/* The primary one, else the first. */
static const char *
mail_of (JsonObject *user)
{
  JsonArray *mails = pt_json_array (user, "emails");
  const char *first = NULL;

  for (guint i = 0; i < pt_json_length (mails); i++)
    {
      JsonObject *mail = pt_json_item (mails, i);
      const char *value = mail != NULL ? pt_json_string (mail, "value") : NULL;

      if (mail != NULL && g_strcmp0 (pt_json_truth (mail, "primary"), "true") == 0)
        return value;
      if (first == NULL)
        first = value;
    }
  return first;
}

/* Organisation, division and department lie within each other. */
static const char *
unit_of (PtImported *imported, JsonObject *enterprise)
{
  static const char *const levels[] = { "organization", "division", "department" };
  g_autoptr (GString) key = g_string_new (NULL);
  const char *within = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *name = pt_json_string (enterprise, levels[i]);
      PtImportedUnit *unit;

      if (name == NULL || *name == '\0')
        continue;
      g_string_append_printf (key, "%s%s", key->len > 0 ? "/" : "", name);
      unit = pt_imported_unit (imported, key->str, name);
      unit->within = within;
      within = unit->key;
    }
  return within;
}

/* A manager is an object with the id in "value"; older services write a plain id. */
static const char *
manager_of (JsonObject *enterprise)
{
  JsonObject *manager = pt_json_object (enterprise, "manager");

  if (manager == NULL)
    return pt_json_string (enterprise, "manager");
  return pt_json_string (manager, "value");
}

static void
add_roles (PtImported *imported, JsonObject *user, PtImportedPerson *person, const char *list)
{
  static const char *const keys[] = { "value", "display", NULL };
  static const char *const names[] = { "display", "value", NULL };
  JsonArray *roles = pt_json_array (user, list);

  for (guint i = 0; i < pt_json_length (roles); i++)
    {
      const char *key = pt_json_word (roles, i, keys);

      if (key == NULL || *key == '\0')
        continue;
      pt_imported_role (imported, key, pt_json_word (roles, i, names));
      pt_imported_hold (imported, person, key);
    }
}

static void
add_user (const PtImportSource *self, JsonObject *user, const char *place)
{
  PtImported *imported = self->imported;
  const char *key = pt_json_string (user, "id"), *user_name = pt_json_string (user, "userName");
  JsonObject *enterprise = pt_json_object (user, ENTERPRISE);
  PtImportedPerson *person;

  if (key == NULL)
    key = pt_json_string (user, "externalId");
  if (key == NULL)
    key = user_name;
  if (key == NULL || *key == '\0')
    {
      pt_import_skip (self, 0, place, _ ("it has neither “id” nor “userName”"));
      return;
    }
  person = pt_imported_person (imported, key);
  person->id = pt_imported_string (imported, user_name);
  person->name = pt_imported_string (imported, name_of (imported, user));
  person->mail = pt_imported_string (imported, mail_of (user));
  person->active = pt_json_truth (user, "active");
  person->unit = enterprise != NULL ? unit_of (imported, enterprise) : NULL;
  person->manager
      = enterprise != NULL ? pt_imported_string (imported, manager_of (enterprise)) : NULL;
  add_roles (imported, user, person, "roles");
  add_roles (imported, user, person, "groups");
}

/* ----- groups ----------------------------------------------------------------------------------
 */

/* A group among the members makes its own members members, too: its role is a kind of this one. */
static void
add_member (PtImported *imported, JsonObject *member, const char *group)
{
  const char *value = member != NULL ? pt_json_string (member, "value") : NULL;
  const char *type = member != NULL ? pt_json_string (member, "type") : NULL;

  if (value == NULL || *value == '\0')
    return;
  if (g_strcmp0 (type, "Group") != 0)
    {
      pt_imported_hold (imported, pt_imported_person (imported, value), group);
      return;
    }
  pt_imported_is_a (imported, pt_imported_role (imported, value, NULL), group);
}

static void
add_group (const PtImportSource *self, JsonObject *group, const char *place)
{
  const char *key = pt_json_string (group, "id"), *name = pt_json_string (group, "displayName");
  JsonArray *members = pt_json_array (group, "members");

  if (key == NULL)
    key = name;
  if (key == NULL || *key == '\0')
    {
      pt_import_skip (self, 0, place, _ ("it has neither “id” nor “displayName”"));
      return;
    }
  pt_imported_role (self->imported, key, name);
  for (guint i = 0; i < pt_json_length (members); i++)
    add_member (self->imported, pt_json_item (members, i), key);
}

/* ----- resources -------------------------------------------------------------------------------
 */

static gboolean
is_of_schema (JsonObject *object, const char *ending)
{
  static const char *const none[] = { NULL };
  JsonArray *schemas = pt_json_array (object, "schemas");

  for (guint i = 0; i < pt_json_length (schemas); i++)
    {
      const char *schema = pt_json_word (schemas, i, none);

      if (schema != NULL && g_str_has_suffix (schema, ending))
        return TRUE;
    }
  return FALSE;
}

static void
add_resource (const PtImportSource *self, JsonObject *object, const char *place)
{
  if (object == NULL)
    pt_import_skip (self, 0, place, _ ("it is neither a user nor a group"));
  else if (is_of_schema (object, ":Group") || pt_json_array (object, "members") != NULL)
    add_group (self, object, place);
  else
    add_user (self, object, place);
}

static void
add_all (const PtImportSource *self, JsonArray *array)
{
  for (guint i = 0; i < pt_json_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf (_ ("entry %u"), i + 1);

      add_resource (self, pt_json_item (array, i), place);
    }
}

gboolean
pt_import_read_scim (const PtImportSource *self, GError **error)
{
  g_autoptr (JsonNode) root = pt_json_read (self, error);
  JsonObject *object;

  if (root == NULL)
    return FALSE;
  self->imported->has_groups = TRUE;
  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      add_all (self, json_node_get_array (root));
      return TRUE;
    }
  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object != NULL && pt_json_array (object, "Resources") != NULL)
    add_all (self, pt_json_array (object, "Resources"));
  else
    add_resource (self, object, _ ("the entry"));
  return TRUE;
}
