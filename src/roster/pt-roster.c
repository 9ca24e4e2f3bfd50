/* pt-roster.c: what a roles file says, as an immutable snapshot
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-calendar-private.h"
#include "pt-roster-private.h"

PtRoster *
pt_roster_new (PtDocument *document)
{
  PtRoster *self = g_atomic_rc_box_new0 (PtRoster);
  xmlNode *root = pt_document_get_root (document);

  self->strings = g_string_chunk_new (4096);
  self->none = g_ptr_array_new ();
  self->name = g_string_chunk_insert (self->strings, pt_document_get_name (document));
  pt_roster_read_day (root, "as-of", &self->as_of, NULL);
  pt_roster_read (self, root);
  self->names = pt_role_names_new (self->roles.entries);
  return self;
}

/* ----- sharing ---------------------------------------------------------------------------------
 */

static void
clear_calendar (gpointer entry)
{
  pt_calendar_clear (entry);
}

static void
clear_role (gpointer entry)
{
  PtRole *role = entry;

  g_ptr_array_unref (role->is_a);
  g_ptr_array_unref (role->kinds);
  g_ptr_array_unref (role->aliases);
  g_ptr_array_unref (role->holds);
}

static void
clear_person (gpointer entry)
{
  PtPerson *person = entry;

  g_ptr_array_unref (person->holds);
  g_ptr_array_unref (person->abilities);
  g_ptr_array_unref (person->absences);
  g_ptr_array_unref (person->stands_in);
}

static void
clear_rule (gpointer entry)
{
  PtRule *rule = entry;

  g_ptr_array_unref (rule->roles);
  g_ptr_array_unref (rule->tags);
  g_ptr_array_unref (rule->tasks);
}

/* @clear_entry: (nullable) */
static void
clear_table (PtTable *table, void (*clear_entry) (gpointer entry))
{
  for (guint i = 0; clear_entry != NULL && i < table->entries->len; i++)
    clear_entry (table->entries->pdata[i]);
  g_ptr_array_unref (table->entries);
  g_hash_table_unref (table->by_id);
  g_free (table->block);
}

static void
clear (gpointer data)
{
  PtRoster *self = data;

  pt_role_names_free (self->names);
  clear_table (&self->calendars, clear_calendar);
  clear_table (&self->skills, NULL);
  clear_table (&self->units, NULL);
  clear_table (&self->roles, clear_role);
  clear_table (&self->persons, clear_person);
  clear_table (&self->rules, clear_rule);
  g_array_unref (self->holds);
  g_array_unref (self->abilities);
  g_array_unref (self->absences);
  g_ptr_array_unref (self->none);
  g_string_chunk_free (self->strings);
}

PtRoster *
pt_roster_ref (PtRoster *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pt_roster_unref (PtRoster *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ----- looking ---------------------------------------------------------------------------------
 */

const char *
pt_roster_get_name (const PtRoster *self)
{
  return self->name;
}

GPtrArray *
pt_roster_get_roles (const PtRoster *self)
{
  return self->roles.entries;
}

GPtrArray *
pt_roster_get_persons (const PtRoster *self)
{
  return self->persons.entries;
}

GPtrArray *
pt_roster_get_units (const PtRoster *self)
{
  return self->units.entries;
}

gboolean
pt_roster_get_as_of (const PtRoster *self, GDate *as_of)
{
  *as_of = self->as_of;
  return g_date_valid (as_of);
}

GPtrArray *
pt_roster_get_skills (const PtRoster *self)
{
  return self->skills.entries;
}

GPtrArray *
pt_roster_get_rules (const PtRoster *self)
{
  return self->rules.entries;
}

const PtRole *
pt_roster_get_role (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->roles.by_id, id);
}

const PtPerson *
pt_roster_get_person (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->persons.by_id, id);
}

const PtUnit *
pt_roster_get_unit (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->units.by_id, id);
}

const PtSkill *
pt_roster_get_skill (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->skills.by_id, id);
}

const PtCalendar *
pt_roster_get_calendar (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->calendars.by_id, id);
}

PtRoleMatch
pt_roster_find_role (const PtRoster *self,
                     const char *name,
                     const PtRole **role,
                     const PtRole **other)
{
  return pt_role_names_find (self->names, name, role, other);
}

const PtRole *
pt_roster_suggest_role (const PtRoster *self, const char *name)
{
  return pt_role_names_suggest (self->names, name);
}
