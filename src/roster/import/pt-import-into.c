/* pt-import-into.c: what a source says, put into a roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/letter-case.h>
#include <partitur/roster-edit.h>
#include <string.h>

#include "src/roster/pt-fold.h"
#include "src/roster/pt-roster-private.h"
#include "pt-import-merge.h"
#include "pt-imported.h"

/* ----- the note --------------------------------------------------------------------------------
 */

/* Returns: (nullable): the note about @source */
static xmlNode *
find_note (PtDocument *document, const char *source)
{
  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (document)); node != NULL;
       node = pt_xml_next_element (node))
    {
      g_autofree char *name
          = pt_xml_is (node, PT_NS_IMPORT, "source") ? pt_xml_attribute (node, "name") : NULL;

      if (g_strcmp0 (name, source) == 0)
        return node;
    }
  return NULL;
}

char *
pt_import_get_map (PtDocument *document, const char *source)
{
  xmlNode *note = find_note (document, source);

  return note != NULL ? pt_xml_attribute (note, "map") : NULL;
}

static void
write_note (PtMerge *self)
{
  xmlNode *root = pt_document_get_root (self->document);
  xmlNode *note = find_note (self->document, self->options->source);
  g_autofree char *day = pt_roster_format_day (&self->options->day);

  if (note == NULL)
    {
      note = pt_document_make_element (self->document, root, PT_NS_IMPORT, "import", "source");
      pt_document_insert (self->document, root, pt_xml_first_element (root), note);
    }
  pt_document_set_attribute (self->document, note, NULL, "name", self->options->source);
  pt_document_set_attribute (self->document, note, NULL, "format",
                             pt_import_format_to_string (self->options->format));
  if (self->options->map != NULL)
    pt_document_set_attribute (self->document, note, NULL, "map", self->options->map);
  pt_document_set_attribute (self->document, note, NULL, "on", day);
  pt_document_set_attribute (self->document, root, NULL, "as-of", day);
}

/* ----- units and roles -------------------------------------------------------------------------
 */

static void
merge_units (PtMerge *self)
{
  GPtrArray *units = self->imported->units;

  for (guint i = 0; i < units->len; i++)
    {
      const PtImportedUnit *unit = units->pdata[i];

      pt_merge_entry (self, "unit", unit->key, NULL, unit->name, NULL);
    }
  for (guint i = 0; i < units->len; i++)
    {
      const PtImportedUnit *unit = units->pdata[i];

      /* Only what the source has itself: the top of a directory is no unit. */
      if (pt_imported_find_unit (self->imported, unit->within) != NULL)
        pt_merge_set (self, "unit", unit->key, "within", pt_merge_id (self, "unit", unit->within));
    }
}

/* A group may be a member of another: who holds the inner role holds the outer one, too. */
static gboolean
is_group (const PtMerge *self, const PtImportedPerson *person)
{
  g_autofree char *folded = pt_case_fold (person->key);

  return self->imported->has_groups && g_hash_table_contains (self->imported->roles_by_key, folded);
}

/* Returns: (transfer full): of char*: keys of the roles that @role is a kind of */
static GPtrArray *
kinds_of (const PtMerge *self, const PtImportedRole *role)
{
  const PtImportedPerson *member
      = self->imported->has_groups ? pt_imported_find_person (self->imported, role->key) : NULL;
  GPtrArray *keys = g_ptr_array_copy (role->is_a, NULL, NULL);

  for (guint i = 0; member != NULL && i < member->holds->len; i++)
    g_ptr_array_add (keys, (gpointer)g_array_index (member->holds, PtImportedHold, i).role);
  return keys;
}

/* Returns: (transfer full) (nullable): what the role is, and what the source says that it is */
static char *
join_kinds (PtMerge *self, const PtImportedRole *role)
{
  xmlNode *node = pt_merge_find (self, "role", role->key);
  g_autofree char *now = node != NULL ? pt_xml_attribute (node, "is-a") : NULL;
  g_autoptr (GString) ids = g_string_new (now);
  g_autoptr (GPtrArray) keys = kinds_of (self, role);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *id = pt_merge_id (self, "role", keys->pdata[i]);
      g_auto (GStrv) words = pt_roster_split (ids->str);

      if (id != NULL && !g_strv_contains ((const char *const *)words, id))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }
  return ids->len > 0 ? g_strdup (ids->str) : NULL;
}

static void
merge_roles (PtMerge *self)
{
  GPtrArray *roles = self->imported->roles;

  for (guint i = 0; i < roles->len; i++)
    {
      const PtImportedRole *role = roles->pdata[i];

      pt_merge_entry (self, "role", role->key, NULL, role->name, NULL);
    }
  for (guint i = 0; i < roles->len; i++)
    {
      const PtImportedRole *role = roles->pdata[i];
      g_autofree char *kinds = join_kinds (self, role);

      pt_merge_set (self, "role", role->key, "is-a", kinds);
    }
}

/* ----- persons ---------------------------------------------------------------------------------
 */

/* For somebody of whom a source only says that they are a member: "uid=bjensen,ou=…" is "bjensen".
 * Returns: (transfer full) */
static char *
name_of (const PtImportedPerson *person)
{
  const char *equals = strchr (person->key, '=');
  const char *start = equals != NULL ? equals + 1 : person->key;
  gsize length = strcspn (start, ",");

  if (person->name != NULL)
    return g_strdup (person->name);
  return length > 0 ? g_strndup (start, length) : g_strdup (person->key);
}

/* What is over is history: who comes back holds the role anew. */
static gboolean
is_hold (PtMerge *self, const xmlNode *node, const char *role_id, const PtImportedHold *hold)
{
  g_autofree char *role = pt_roster_is (node, "holds") ? pt_xml_attribute (node, "role") : NULL;
  g_autofree char *as = NULL, *until = NULL;

  if (g_strcmp0 (role, role_id) != 0)
    return FALSE;
  as = pt_xml_attribute (node, "as");
  until = pt_xml_attribute (node, "until");
  return g_strcmp0 (as, "deputy") != 0
         && (pt_merge_goes_on (self, node) || (until != NULL && g_strcmp0 (until, hold->until) == 0));
}

static xmlNode *
find_hold (PtMerge *self, xmlNode *person, const char *role_id, const PtImportedHold *hold)
{
  for (xmlNode *node = pt_xml_first_element (person); node != NULL;
       node = pt_xml_next_element (node))
    if (is_hold (self, node, role_id, hold))
      return node;
  return NULL;
}

static xmlNode *
add_hold (PtMerge *self, xmlNode *person, const char *role_id)
{
  xmlNode *node = pt_document_make_element (self->document, person, PT_NS_ROLES, NULL, "holds");

  xmlSetProp (node, BAD_CAST "role", BAD_CAST role_id);
  pt_document_insert (self->document, person, NULL, node);
  pt_document_set_attribute (self->document, node, PT_NS_IMPORT, "from", self->options->source);
  return node;
}

/* Returns: whether the day is another one now */
static gboolean
set_day (PtMerge *self, xmlNode *node, const char *name, const char *day)
{
  g_autofree char *before = pt_xml_attribute (node, name);

  if (day == NULL || g_strcmp0 (before, day) == 0)
    return FALSE;
  pt_document_set_attribute (self->document, node, NULL, name, day);
  return TRUE;
}

static void
merge_hold (PtMerge *self, const PtImportedPerson *person, const PtImportedHold *hold)
{
  const char *role = pt_merge_id (self, "role", hold->role);
  xmlNode *entry = pt_merge_find (self, "person", person->key);
  xmlNode *node = role != NULL ? find_hold (self, entry, role, hold) : NULL;
  gboolean is_new = node == NULL, is_other;

  if (role == NULL)
    return;
  if (is_new)
    node = add_hold (self, entry, role);
  is_other = set_day (self, node, "from", hold->from);
  is_other |= set_day (self, node, "until", hold->until);
  if (is_new)
    pt_merge_note (self, "person", person->key, _ ("new: {1}"), role);
  else if (is_other)
    pt_merge_note (self, "person", person->key, _ ("other days: {1}"), role);
}

/* What else somebody held by this source. */
static void
check_other_holds (PtMerge *self, const PtImportedPerson *person)
{
  g_autoptr (GHashTable) held = g_hash_table_new (pt_id_hash, g_str_equal);
  xmlNode *next = NULL;

  for (guint i = 0; i < person->holds->len; i++)
    {
      const char *role
          = pt_merge_id (self, "role", g_array_index (person->holds, PtImportedHold, i).role);

      if (role != NULL)
        g_hash_table_add (held, (gpointer)role);
    }
  for (xmlNode *node = pt_xml_first_element (pt_merge_find (self, "person", person->key));
       node != NULL; node = next)
    {
      g_autofree char *role = pt_roster_is (node, "holds") ? pt_xml_attribute (node, "role") : NULL;

      next = pt_xml_next_element (node);
      if (role == NULL || g_hash_table_contains (held, role) || !pt_merge_is_of_source (self, node)
          || !pt_merge_goes_on (self, node))
        continue;
      pt_merge_note (self, "person", person->key, _ ("no longer: {1}"), role);
      if (self->options->end_vanished)
        pt_roster_end_hold (self->document, node, &self->yesterday);
    }
}

/* Somebody who is active need not be said to be. */
static void
merge_activity (PtMerge *self, const PtImportedPerson *person)
{
  xmlNode *node = pt_merge_find (self, "person", person->key);
  gboolean active = pt_roster_is_active (node);

  if (person->active == NULL || active == (strcmp (person->active, "true") == 0))
    return;
  pt_document_set_attribute (self->document, node, NULL, "active", active ? "false" : NULL);
  pt_merge_note (self, "person", person->key, active ? _ ("left") : _ ("came back"), NULL);
}

static void
merge_manager (PtMerge *self, const PtImportedPerson *person)
{
  const char *id = pt_merge_person_id (self, person->manager);
  const PtImportSource source
      = { .name = self->options->source, .diagnostics = self->options->diagnostics };

  pt_merge_set (self, "person", person->key, "manager", id);
  if (id == NULL && person->manager != NULL && *person->manager != '\0'
      && source.diagnostics != NULL)
    {
      g_autofree char *name = name_of (person);
      /* Translators: the name of a person whose manager cannot be found */
      g_autofree char *what = g_strdup_printf (_ ("the manager of “%s”"), name);
      g_autofree char *reason
          = g_strdup_printf (_ ("nobody in the list is called “%s”"), person->manager);

      pt_import_skip (&source, 0, what, reason);
    }
}

static void
merge_person (PtMerge *self, const PtImportedPerson *person)
{
  pt_merge_set (self, "person", person->key, "mail", person->mail);
  pt_merge_set (self, "person", person->key, "unit", pt_merge_id (self, "unit", person->unit));
  merge_manager (self, person);
  pt_merge_set (self, "person", person->key, "fte", person->fte);
  merge_activity (self, person);
  for (guint i = 0; i < person->holds->len; i++)
    merge_hold (self, person, &g_array_index (person->holds, PtImportedHold, i));
  check_other_holds (self, person);
}

static void
merge_persons (PtMerge *self)
{
  GPtrArray *persons = self->imported->persons;

  for (guint i = 0; i < persons->len; i++)
    {
      const PtImportedPerson *person = persons->pdata[i];
      g_autofree char *name = name_of (person);

      if (!is_group (self, person))
        pt_merge_entry (self, "person", person->key, person->id, name, person->mail);
    }
  for (guint i = 0; i < persons->len; i++)
    if (!is_group (self, persons->pdata[i]))
      merge_person (self, persons->pdata[i]);
}

GPtrArray *
pt_import_into (PtDocument *document, const PtImported *imported, const PtImportOptions *options)
{
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Import “%s”"), options->source);
  PtMerge *self;
  GPtrArray *changes;

  pt_document_begin (document, title);
  self = pt_merge_new (document, imported, options);
  write_note (self);
  merge_units (self);
  merge_roles (self);
  merge_persons (self);
  pt_merge_find_vanished (self);
  changes = pt_merge_free (self);
  pt_document_commit (document);
  return changes;
}
