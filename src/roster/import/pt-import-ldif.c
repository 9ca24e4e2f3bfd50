/* pt-import-ldif.c: people and groups from a directory (RFC 2849)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Object classes of RFC 2798 (inetOrgPerson) and RFC 4519 (person, organizationalUnit,
 * groupOfNames, organizationalRole). The parser is our own: that of libldap takes whole records
 * only, says nothing of lines, and writes to the terminal.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-imported.h"

typedef struct
{
  guint line;
  char *dn;
  GPtrArray *names, *values; /* of char*, in pairs; names in small letters */
} Record;

/* ----- records ---------------------------------------------------------------------------------
 */

static void
record_clear (Record *self)
{
  self->line = 0;
  g_clear_pointer (&self->dn, g_free);
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->values, 0);
}

/* "name: value", "name:: BASE64". What is at a URL is not fetched. Returns: (transfer full)
 * (nullable):
 * @reason: (out): what is wrong, for %NULL */
static char *
decode_value (const PtContentLine *line, const char **reason)
{
  const char *text = line->value;
  g_autofree guchar *bytes = NULL;
  gsize length, state_length;
  int state = 0;
  guint save = 0;

  *reason = NULL;
  if (*text == '<')
    return g_strdup ("");
  if (*text != ':')
    return g_strstrip (g_strdup (text));
  text += 1 + strspn (text + 1, " ");
  length = strlen (text);
  bytes = g_malloc (length / 4 * 3 + 4);
  state_length = g_base64_decode_step (text, length, bytes, &state, &save);
  bytes[state_length] = '\0';
  if (length % 4 != 0
      || strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                       "0123456789+/=")
             != length)
    *reason = _ ("it is not well encoded (Base64)");
  else if (!g_utf8_validate ((const char *)bytes, (gssize)state_length, NULL))
    *reason = _ ("it is no text");
  return *reason == NULL ? g_strndup ((const char *)bytes, state_length) : NULL;
}

static const char *
value_of (const Record *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (self->names->pdata[i], name) == 0 && *(char *)self->values->pdata[i] != '\0')
      return self->values->pdata[i];
  return NULL;
}

static gboolean
is_a (const Record *self, const char *object_class)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (self->names->pdata[i], "objectclass") == 0
        && g_ascii_strcasecmp (self->values->pdata[i], object_class) == 0)
      return TRUE;
  return FALSE;
}

/* ----- names -----------------------------------------------------------------------------------
 */

/* Distinguished names are compared without spaces around commas. Returns: (transfer full) */
static char *
key_of (const char *dn)
{
  g_auto (GStrv) parts = g_strsplit (dn, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return g_strjoinv (",", parts);
}

/* "cn=Buyers,ou=groups,dc=…" is "Buyers". Returns: (transfer full) */
static char *
first_value (const char *dn)
{
  const char *equals = strchr (dn, '=');
  const char *start = equals != NULL ? equals + 1 : dn;

  return g_strndup (start, strcspn (start, ",+"));
}

/* ----- entries ---------------------------------------------------------------------------------
 */

static void
add_unit (const PtImportSource *self, const Record *record, const char *key)
{
  const char *name = value_of (record, "ou");
  const char *comma = strchr (key, ',');
  PtImportedUnit *unit = pt_imported_unit (self->imported, key, name);

  if (comma != NULL)
    unit->within = pt_imported_string (self->imported, comma + 1);
}

static void
add_group (const PtImportSource *self, const Record *record, const char *key)
{
  g_autofree char *from_dn = first_value (record->dn);
  const char *name = value_of (record, "cn");
  static const char *const members[] = { "member", "uniquemember", "roleoccupant", NULL };

  pt_imported_role (self->imported, key, name != NULL ? name : from_dn);
  for (guint i = 0; i < record->names->len; i++)
    if (g_strv_contains (members, record->names->pdata[i]) && *(char *)record->values->pdata[i])
      {
        g_autofree char *member = key_of (record->values->pdata[i]);

        pt_imported_hold (self->imported, pt_imported_person (self->imported, member), key);
      }
}

static void
add_title (const PtImportSource *self, PtImportedPerson *person, const char *title)
{
  g_autofree char *key = title != NULL ? g_strconcat ("title=", title, NULL) : NULL;

  if (title == NULL)
    return;
  pt_imported_role (self->imported, key, title);
  pt_imported_hold (self->imported, person, key);
}

/* The unit is the department they say, else where they hang in the tree. */
static const char *
unit_of (const PtImportSource *self, const Record *record, const char *key)
{
  const char *said = value_of (record, "departmentnumber");
  const char *comma = strchr (key, ',');

  if (said == NULL)
    said = value_of (record, "ou");
  if (said != NULL)
    return pt_imported_unit (self->imported, said, said)->key;
  return comma != NULL && g_ascii_strncasecmp (comma + 1, "ou=", 3) == 0
             ? pt_imported_string (self->imported, comma + 1)
             : NULL;
}

static void
add_person (const PtImportSource *self, const Record *record, const char *key)
{
  PtImported *imported = self->imported;
  const char *name = value_of (record, "displayname"), *manager = value_of (record, "manager");
  g_autofree char *manager_key = manager != NULL ? key_of (manager) : NULL;
  PtImportedPerson *person = pt_imported_person (imported, key);

  if (name == NULL)
    name = value_of (record, "cn");
  person->name = pt_imported_string (imported, name);
  person->id = pt_imported_string (imported, value_of (record, "uid"));
  person->mail = pt_imported_string (imported, value_of (record, "mail"));
  person->unit = unit_of (self, record, key);
  person->manager = pt_imported_string (imported, manager_key);
  add_title (self, person, value_of (record, "title"));
}

static const struct
{
  const char *object_class;
  void (*add) (const PtImportSource *self, const Record *record, const char *key);
} kinds[] = {
  { "organizationalUnit", add_unit },
  { "groupOfNames", add_group },
  { "groupOfUniqueNames", add_group },
  { "organizationalRole", add_group },
  { "inetOrgPerson", add_person },
  { "organizationalPerson", add_person },
  { "person", add_person },
};

static void
add_record (const PtImportSource *self, const Record *record)
{
  const char *change = value_of (record, "changetype");
  g_autofree char *key = record->dn != NULL ? key_of (record->dn) : NULL;

  if (record->names->len == 0)
    return;
  if (key == NULL)
    {
      pt_import_skip (self, record->line, NULL, _ ("it does not begin with “dn:”"));
      return;
    }
  if (change != NULL && g_ascii_strcasecmp (change, "add") != 0)
    {
      pt_import_skip (self, record->line, NULL,
                      _ ("it is a change of a directory, not an entry of one; export the entries "
                         "themselves"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_a (record, kinds[i].object_class))
      {
        kinds[i].add (self, record, key);
        return;
      }
}

/* ----- lines -----------------------------------------------------------------------------------
 */

static gboolean
is_note (const PtContentLine *line)
{
  return line->name != NULL ? *line->name == '#' : *line->value == '#';
}

static void
add_line (const PtImportSource *self, Record *record, const PtContentLine *line)
{
  const char *reason = NULL;
  g_autofree char *value = line->name != NULL ? decode_value (line, &reason) : NULL;
  g_autofree char *name = line->name != NULL ? g_ascii_strdown (line->name, -1) : NULL;

  if (record->line == 0)
    record->line = line->number;
  if (name == NULL)
    reason = _ ("it has no “:” between a name and a value");
  if (reason != NULL)
    pt_import_skip (self, line->number, NULL, reason);
  else if (strcmp (name, "dn") == 0)
    {
      g_free (record->dn);
      record->dn = g_steal_pointer (&value);
    }
  else
    {
      g_ptr_array_add (record->names, g_steal_pointer (&name));
      g_ptr_array_add (record->values, g_steal_pointer (&value));
    }
}

gboolean
pt_import_read_ldif (const PtImportSource *self, GError **error)
{
  g_autoptr (GPtrArray) lines = pt_import_unfold (self, TRUE);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  Record record = { .names = names, .values = values };

  self->imported->has_groups = TRUE;
  for (guint i = 0; i < lines->len; i++)
    {
      const PtContentLine *line = lines->pdata[i];
      gboolean blank = line->name != NULL && *line->name == '\0' && *line->value == '\0';

      if (blank)
        {
          add_record (self, &record);
          record_clear (&record);
        }
      else if (!is_note (line)
               && (record.line > 0 || g_ascii_strcasecmp (line->name ? line->name : "", "version")))
        add_line (self, &record, line);
    }
  add_record (self, &record);
  record_clear (&record);
  return TRUE;
}
