/* pt-import-keycloak.c: people, groups and roles of an exported Keycloak realm
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A realm is exported as one file, or as one without users and several with some users each; or
 * only an array of users, groups or roles as its services give them.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-json.h"

#define MOST_DEPTH 100

static const char *const names_of_roles[] = { "name", NULL };

/* ----- groups are units ------------------------------------------------------------------------
 */

static void
add_group (const PtImportSource *self, JsonObject *group, const char *within, guint depth)
{
  const char *name = group != NULL ? pt_json_string (group, "name") : NULL;
  const char *path = group != NULL ? pt_json_string (group, "path") : NULL;
  JsonArray *inner = group != NULL ? pt_json_array (group, "subGroups") : NULL;
  g_autofree char *made = NULL;
  PtImportedUnit *unit;

  if (name == NULL || *name == '\0')
    {
      pt_import_skip (self, 0, _ ("a group"), _ ("it has no name"));
      return;
    }
  made = g_strdup_printf ("%s/%s", within != NULL ? within : "", name);
  unit = pt_imported_unit (self->imported, path != NULL && *path != '\0' ? path : made, name);
  unit->within = within;
  for (guint i = 0; i < pt_json_length (inner) && depth < MOST_DEPTH; i++)
    add_group (self, pt_json_item (inner, i), unit->key, depth + 1);
}

/* ----- roles -----------------------------------------------------------------------------------
 */

/* A role that is made of others gives them to its holders: it is a kind of each. */
static void
add_role (const PtImportSource *self, JsonObject *role)
{
  const char *name = role != NULL ? pt_json_string (role, "name") : NULL;
  JsonObject *composites = role != NULL ? pt_json_object (role, "composites") : NULL;
  JsonArray *parts = composites != NULL ? pt_json_array (composites, "realm") : NULL;
  PtImportedRole *made;

  if (name == NULL || *name == '\0')
    {
      pt_import_skip (self, 0, _ ("a role"), _ ("it has no name"));
      return;
    }
  made = pt_imported_role (self->imported, name, name);
  for (guint i = 0; i < pt_json_length (parts); i++)
    {
      const char *part = pt_json_word (parts, i, names_of_roles);

      if (part != NULL && *part != '\0')
        pt_imported_is_a (self->imported, made, part);
    }
}

/* ----- users -----------------------------------------------------------------------------------
 */

/* Returns: (transfer full) (nullable) */
static char *
name_of (JsonObject *user)
{
  const char *first = pt_json_string (user, "firstName"), *last = pt_json_string (user, "lastName");
  g_autofree char *whole
      = g_strdup_printf ("%s %s", first != NULL ? first : "", last != NULL ? last : "");

  return *g_strstrip (whole) != '\0' ? g_strdup (whole)
                                     : g_strdup (pt_json_string (user, "username"));
}

/* Every realm has these, and they say nothing of what people do. */
static gboolean
is_of_every_realm (const char *role)
{
  return strcmp (role, "offline_access") == 0 || strcmp (role, "uma_authorization") == 0
         || g_str_has_prefix (role, "default-roles-");
}

/* @holder: a user, or a group that @person is in */
static void
add_holds (PtImported *imported, JsonObject *holder, PtImportedPerson *person)
{
  JsonArray *roles = pt_json_array (holder, "realmRoles");

  for (guint i = 0; i < pt_json_length (roles); i++)
    {
      const char *role = pt_json_word (roles, i, names_of_roles);

      if (role == NULL || *role == '\0' || is_of_every_realm (role))
        continue;
      pt_imported_role (imported, role, role);
      pt_imported_hold (imported, person, role);
    }
}

static const char *
unit_of (PtImported *imported, JsonObject *user)
{
  static const char *const names[] = { "path", "name", NULL };
  JsonArray *groups = pt_json_array (user, "groups");
  const char *path = pt_json_length (groups) > 0 ? pt_json_word (groups, 0, names) : NULL;
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;

  return path != NULL && *path != '\0'
             ? pt_imported_unit (imported, path, slash != NULL ? slash + 1 : path)->key
             : NULL;
}

static void
add_user (const PtImportSource *self, JsonObject *user, guint number)
{
  PtImported *imported = self->imported;
  const char *key = user != NULL ? pt_json_string (user, "username") : NULL;
  g_autofree char *name = NULL;
  PtImportedPerson *person;

  if (key == NULL || *key == '\0')
    {
      g_autofree char *place = g_strdup_printf (_ ("user %u"), number);

      pt_import_skip (self, 0, place, _ ("it has no “username”"));
      return;
    }
  if (g_str_has_prefix (key, "service-account-"))
    return; /* a program's own */
  name = name_of (user);
  person = pt_imported_person (imported, key);
  person->id = person->key;
  person->name = pt_imported_string (imported, name);
  person->mail = pt_imported_string (imported, pt_json_string (user, "email"));
  person->active = pt_json_truth (user, "enabled");
  person->unit = unit_of (imported, user);
  add_holds (imported, user, person);
}

/* What a group holds, all within it hold. */
static void
add_holds_of_groups (const PtImportSource *self,
                     JsonArray *groups,
                     const char *path,
                     const char *around,
                     PtImportedPerson *person,
                     guint depth)
{
  for (guint i = 0; i < pt_json_length (groups) && depth < MOST_DEPTH; i++)
    {
      JsonObject *group = pt_json_item (groups, i);
      const char *name = group != NULL ? pt_json_string (group, "name") : NULL;
      g_autofree char *own = g_strdup_printf ("%s/%s", around, name != NULL ? name : "");
      gsize length = strlen (own);

      if (name == NULL || strncmp (path, own, length) != 0
          || (path[length] != '\0' && path[length] != '/'))
        continue;
      add_holds (self->imported, group, person);
      add_holds_of_groups (self, pt_json_array (group, "subGroups"), path, own, person, depth + 1);
    }
}

static void
add_groups_of_user (const PtImportSource *self, JsonArray *groups, JsonObject *user)
{
  static const char *const names[] = { "path", "name", NULL };
  const char *key = user != NULL ? pt_json_string (user, "username") : NULL;
  JsonArray *paths = key != NULL ? pt_json_array (user, "groups") : NULL;

  for (guint i = 0; i < pt_json_length (paths) && pt_imported_find_person (self->imported, key);
       i++)
    {
      const char *path = pt_json_word (paths, i, names);

      if (path != NULL)
        add_holds_of_groups (self, groups, path, "", pt_imported_person (self->imported, key), 0);
    }
}

/* ----- realms ----------------------------------------------------------------------------------
 */

static void
add_realm (const PtImportSource *self, JsonObject *realm)
{
  JsonArray *groups = pt_json_array (realm, "groups"), *users = pt_json_array (realm, "users");
  JsonObject *kinds = pt_json_object (realm, "roles");
  JsonArray *roles = kinds != NULL ? pt_json_array (kinds, "realm") : NULL;

  for (guint i = 0; i < pt_json_length (groups); i++)
    add_group (self, pt_json_item (groups, i), NULL, 0);
  for (guint i = 0; i < pt_json_length (roles); i++)
    {
      JsonObject *role = pt_json_item (roles, i);
      const char *name = role != NULL ? pt_json_string (role, "name") : NULL;

      if (name == NULL || !is_of_every_realm (name))
        add_role (self, role);
    }
  for (guint i = 0; i < pt_json_length (users); i++)
    {
      add_user (self, pt_json_item (users, i), i + 1);
      add_groups_of_user (self, groups, pt_json_item (users, i));
    }
}

static void
add_list (const PtImportSource *self, JsonArray *list)
{
  for (guint i = 0; i < pt_json_length (list); i++)
    {
      JsonObject *object = pt_json_item (list, i);

      if (object != NULL && pt_json_string (object, "username") == NULL
          && pt_json_string (object, "name") != NULL)
        {
          if (pt_json_array (object, "subGroups") != NULL
              || pt_json_string (object, "path") != NULL)
            add_group (self, object, NULL, 0);
          else
            add_role (self, object);
        }
      else if (object != NULL && pt_json_string (object, "realm") != NULL)
        add_realm (self, object);
      else
        add_user (self, object, i + 1);
    }
}

gboolean
pt_import_read_keycloak (const PtImportSource *self, GError **error)
{
  static const char *const members[] = { "realm", "users", "groups", "roles" };
  g_autoptr (JsonNode) root = pt_json_read (self, error);
  JsonObject *object = NULL;

  if (root == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      add_list (self, json_node_get_array (root));
      return TRUE;
    }
  if (JSON_NODE_HOLDS_OBJECT (root))
    object = json_node_get_object (root);
  for (guint i = 0; object != NULL && i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (object, members[i]))
      {
        add_realm (self, object);
        return TRUE;
      }
  g_set_error (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_FORMAT,
               _ ("“%s” is no exported realm: it has neither “realm” nor “users”"), self->name);
  return FALSE;
}
