/* pt-imported.c: what a source says, in the making
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "src/roster/pt-roster-private.h"

#include "pt-imported.h"

#include <glib/gi18n-lib.h>
#include <partitur/letter-case.h>
#include <string.h>

G_DEFINE_QUARK (pt - import - error - quark, pt_import_error)

/* ----- life ------------------------------------------------------------------------------------
 */

static void
role_free (gpointer data)
{
  PtImportedRole *self = data;

  g_ptr_array_unref (self->is_a);
  g_free (self);
}

static void
person_free (gpointer data)
{
  PtImportedPerson *self = data;

  g_array_unref (self->holds);
  g_free (self);
}

PtImported *
pt_imported_new (void)
{
  PtImported *self = g_new0 (PtImported, 1);

  self->strings = g_string_chunk_new (4096);
  self->units = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_ptr_array_new_with_free_func (role_free);
  self->persons = g_ptr_array_new_with_free_func (person_free);
  self->units_by_key = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->roles_by_key = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->persons_by_key = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  return self;
}

void
pt_imported_free (PtImported *self)
{
  g_hash_table_unref (self->units_by_key);
  g_hash_table_unref (self->roles_by_key);
  g_hash_table_unref (self->persons_by_key);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->persons);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ----- entries ---------------------------------------------------------------------------------
 */

const char *
pt_imported_string (PtImported *self, const char *text)
{
  g_autofree char *plain = g_strdup (text != NULL ? text : "");
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;

  /* What XML cannot hold would not be found again. */
  for (char *at = plain; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  words = pt_roster_split (plain);
  line = g_strjoinv (" ", words);
  return *line != '\0' ? g_string_chunk_insert (self->strings, line) : NULL;
}

/* Every key is one: what has only blanks for it is one thing. */
static const char *
keep_key (PtImported *self, const char *text)
{
  const char *key = pt_imported_string (self, text);

  return key != NULL ? key : "?";
}

/* Sources write a key now in capitals and now not. */
static gpointer
look_up (GHashTable *table, const char *key, char **folded)
{
  *folded = pt_case_fold (key);
  return g_hash_table_lookup (table, *folded);
}

PtImportedUnit *
pt_imported_unit (PtImported *self, const char *key, const char *name)
{
  const char *kept = keep_key (self, key);
  g_autofree char *folded = NULL;
  PtImportedUnit *unit = look_up (self->units_by_key, kept, &folded);

  if (unit == NULL)
    {
      unit = g_new0 (PtImportedUnit, 1);
      unit->key = kept;
      g_ptr_array_add (self->units, unit);
      g_hash_table_insert (self->units_by_key, g_steal_pointer (&folded), unit);
    }
  if (unit->name == NULL)
    unit->name = pt_imported_string (self, name);
  return unit;
}

PtImportedRole *
pt_imported_role (PtImported *self, const char *key, const char *name)
{
  const char *kept = keep_key (self, key);
  g_autofree char *folded = NULL;
  PtImportedRole *role = look_up (self->roles_by_key, kept, &folded);

  if (role == NULL)
    {
      role = g_new0 (PtImportedRole, 1);
      role->key = kept;
      role->is_a = g_ptr_array_new ();
      g_ptr_array_add (self->roles, role);
      g_hash_table_insert (self->roles_by_key, g_steal_pointer (&folded), role);
    }
  if (role->name == NULL)
    role->name = pt_imported_string (self, name);
  return role;
}

PtImportedPerson *
pt_imported_person (PtImported *self, const char *key)
{
  const char *kept = keep_key (self, key);
  g_autofree char *folded = NULL;
  PtImportedPerson *person = look_up (self->persons_by_key, kept, &folded);

  if (person != NULL)
    return person;
  person = g_new0 (PtImportedPerson, 1);
  person->key = kept;
  person->holds = g_array_new (FALSE, FALSE, sizeof (PtImportedHold));
  g_ptr_array_add (self->persons, person);
  g_hash_table_insert (self->persons_by_key, g_steal_pointer (&folded), person);
  return person;
}

void
pt_imported_is_a (PtImported *self, PtImportedRole *role, const char *general)
{
  g_ptr_array_add (role->is_a, (gpointer)keep_key (self, general));
}

PtImportedHold *
pt_imported_hold (PtImported *self, PtImportedPerson *person, const char *role)
{
  PtImportedHold hold = { .role = keep_key (self, role) };

  for (guint i = 0; i < person->holds->len; i++)
    if (g_str_equal (g_array_index (person->holds, PtImportedHold, i).role, hold.role))
      return &g_array_index (person->holds, PtImportedHold, i);
  g_array_append_val (person->holds, hold);
  return &g_array_index (person->holds, PtImportedHold, person->holds->len - 1);
}

static void
join (PtImported *self, PtImportedPerson *person, PtImportedPerson *known)
{
  for (guint i = 0; i < person->holds->len; i++)
    pt_imported_hold (self, known, g_array_index (person->holds, PtImportedHold, i).role);
  g_hash_table_insert (self->persons_by_key, pt_case_fold (person->key), known);
  g_ptr_array_remove (self->persons, person);
}

void
pt_imported_join_by_mail (PtImported *self)
{
  g_autoptr (GHashTable) mails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->persons->len; i++)
    {
      PtImportedPerson *person = self->persons->pdata[i];

      if (person->mail != NULL)
        g_hash_table_insert (mails, pt_case_fold (person->mail), person);
    }
  for (guint i = self->persons->len; i-- > 0;)
    {
      PtImportedPerson *person = self->persons->pdata[i], *known;
      g_autofree char *folded = NULL;

      known = person->name == NULL ? look_up (mails, person->key, &folded) : NULL;
      if (known != NULL && known != person)
        join (self, person, known);
    }
}

const PtImportedUnit *
pt_imported_find_unit (const PtImported *self, const char *key)
{
  g_autofree char *folded = NULL;

  return key != NULL ? look_up (self->units_by_key, key, &folded) : NULL;
}

const PtImportedPerson *
pt_imported_find_person (const PtImported *self, const char *key)
{
  g_autofree char *folded = NULL;

  return key != NULL ? look_up (self->persons_by_key, key, &folded) : NULL;
}

/* ----- what is left out ------------------------------------------------------------------------
 */

void
pt_import_skip (const PtImportSource *self, guint line, const char *what, const char *reason)
{
  g_autofree char *place = what != NULL ? g_strdup (what) : g_strdup_printf (_ ("line %u"), line);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RF07, place, reason, NULL);

  pt_diagnostic_set_place (diagnostic, self->name, (int)line, line > 0 ? 1 : 0);
}

/* ----- folded lines ----------------------------------------------------------------------------
 */

static void
line_free (gpointer data)
{
  PtContentLine *self = data;

  g_free (self->name);
  g_free (self->parameters);
  g_free (self->value);
  g_free (self);
}

/* What stands in quotation marks before the colon does not count. */
static const char *
find_colon (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || *text != ':'); text++)
    if (*text == '"')
      quoted = !quoted;
  return *text == ':' ? text : strchr (text, ':');
}

static PtContentLine *
split_line (const char *text, guint number)
{
  PtContentLine *line = g_new0 (PtContentLine, 1);
  const char *colon = find_colon (text);
  gsize length = colon != NULL ? strcspn (text, ";:") : 0;

  line->number = number;
  if (colon == NULL)
    {
      line->name = *text == '\0' ? g_strdup ("") : NULL;
      line->parameters = g_strdup ("");
      line->value = g_strdup (text);
      return line;
    }
  line->name = g_strndup (text, length);
  line->parameters = g_strndup (text + length, (gsize)(colon - text) - length);
  line->value = g_strdup (colon + 1);
  return line;
}

static void
add_line (GPtrArray *lines, GString *text, guint number, gboolean blank)
{
  if (number > 0 && (text->len > 0 || blank))
    g_ptr_array_add (lines, split_line (text->str, number));
  g_string_truncate (text, 0);
}

GPtrArray *
pt_import_unfold (const PtImportSource *self, gboolean blank)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = 0, number = 0;

  for (const char *at = self->text; *at != '\0';)
    {
      gsize length = strcspn (at, "\n");
      gsize bare = length > 0 && at[length - 1] == '\r' ? length - 1 : length;

      number++;
      if (first > 0 && (*at == ' ' || *at == '\t'))
        g_string_append_len (text, at + 1, (gssize)bare - 1);
      else
        {
          add_line (lines, text, first, blank);
          first = number;
          g_string_append_len (text, at, (gssize)bare);
        }
      at += length + (at[length] == '\n');
    }
  add_line (lines, text, first, blank);
  return lines;
}
