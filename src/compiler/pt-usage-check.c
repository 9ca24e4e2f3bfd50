/* pt-usage-check.c: what only many processes together show
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/letter-case.h>
#include <partitur/usage.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-staff-amounts.h"
#include "pt-staff.h"

/* ----- load ----------------------------------------------------------------------------------- */

static void
check_load (const PtRoleUsage *usage, PtDiagnostics *diagnostics)
{
  g_autofree char *asked = g_strdup_printf ("%.4g", usage->hours);
  g_autofree char *there = g_strdup_printf ("%.4g", usage->capacity);
  g_autofree char *load = NULL, *limit = g_strdup_printf ("%d", PT_STAFF_LIMIT);

  if (usage->hours <= 0 || usage->capacity <= 0)
    return;
  load = g_strdup_printf ("%.0f", 100 * usage->hours / usage->capacity);
  if (usage->hours > usage->capacity)
    pt_diagnostics_add (diagnostics, PT_CODE_RA01, usage->role->name, asked, there, NULL);
  else if (100 * usage->hours > PT_STAFF_LIMIT * usage->capacity)
    pt_diagnostics_add (diagnostics, PT_CODE_RA02, usage->role->name, load, limit, NULL);
}

/* ----- one person ----------------------------------------------------------------------------- */

/* The processes that hang on one person, each with the first thing that nobody else may do. */
static GPtrArray *
processes_of (GHashTable *alone, const PtPerson *person)
{
  GPtrArray *processes = g_hash_table_lookup (alone, person);

  if (processes == NULL)
    {
      processes = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (alone, (gpointer)person, processes);
    }
  return processes;
}

static void
note_alone (GHashTable *alone, GHashTable *seen, const PtUse *use)
{
  char *key;

  if (use->alone == NULL)
    return;
  key = g_strdup_printf ("%s\n%s\n%s", use->alone->id, use->file, use->process);
  if (!g_hash_table_add (seen, key))
    return;
  /* Translators: 1 a process, 2 an activity of it */
  g_ptr_array_add (processes_of (alone, use->alone),
                   pt_staff_fill (_ ("“{1}” (“{2}”)"), use->process, use->activity));
}

static void
check_alone (PtRoster *roster, const GPtrArray *roles, PtDiagnostics *diagnostics)
{
  g_autoptr (GHashTable) alone
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *persons = pt_roster_get_persons (roster);

  for (guint i = 0; i < roles->len; i++)
    {
      const PtRoleUsage *usage = roles->pdata[i];

      for (guint k = 0; k < usage->uses->len; k++)
        note_alone (alone, seen, usage->uses->pdata[k]);
    }
  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];
      const GPtrArray *processes = g_hash_table_lookup (alone, person);
      g_autofree char *names = processes != NULL ? pt_staff_join (processes, FALSE) : NULL;

      if (processes != NULL)
        pt_diagnostics_add (diagnostics, PT_CODE_RA03, person->name, names, NULL);
    }
}

/* ----- not used ------------------------------------------------------------------------------- */

/* What stands behind a role that is used is used, too: who looks after it, and who stands in. Holders
 * of a special kind of a role do what is asked of the general one. */
static void
follow_use (const PtRole *role, GHashTable *used)
{
  if (role == NULL || !g_hash_table_add (used, (gpointer)role))
    return;
  follow_use (role->owner, used);
  follow_use (role->deputy, used);
  for (guint i = 0; i < role->kinds->len; i++)
    follow_use (role->kinds->pdata[i], used);
}

static void
check_use (const GPtrArray *roles, PtDiagnostics *diagnostics)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < roles->len; i++)
    if (((const PtRoleUsage *)roles->pdata[i])->is_used)
      follow_use (((const PtRoleUsage *)roles->pdata[i])->role, used);
  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = ((const PtRoleUsage *)roles->pdata[i])->role;

      if (!g_hash_table_contains (used, role))
        pt_diagnostics_add (diagnostics, PT_CODE_RA04, role->name, NULL);
    }
}

/* ----- systems -------------------------------------------------------------------------------- */

/* What is done, in one way of writing. */
static char *
plain_words (const char *text)
{
  g_autofree char *folded = pt_case_fold (text);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) words = g_strsplit_set (normal != NULL ? normal : folded, " \t\n-_/.,:;", -1);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (plain, "%s ", words[i]);
  return g_string_free (plain, FALSE);
}

static void
check_job (const PtRoleUsage *usage, const PtUse *use, GHashTable *jobs, GHashTable *told,
           PtDiagnostics *diagnostics)
{
  char *job = plain_words (use->activity);
  const PtRoleUsage *other = g_hash_table_lookup (jobs, job);
  char *pair;

  if (other == NULL)
    {
      g_hash_table_insert (jobs, job, (gpointer)usage);
      return;
    }
  pair = g_strdup_printf ("%s\n%s\n%s", job, other->role->id, usage->role->id);
  g_free (job);
  if (g_hash_table_add (told, pair) && other != usage)
    pt_diagnostics_add (diagnostics, PT_CODE_RA05, other->role->name, usage->role->name,
                        use->activity, NULL);
}

static void
check_systems (const GPtrArray *roles, PtDiagnostics *diagnostics)
{
  g_autoptr (GHashTable) jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      const PtRoleUsage *usage = roles->pdata[i];

      for (guint k = 0; usage->role->kind == PT_ROLE_SYSTEM && k < usage->uses->len; k++)
        check_job (usage, usage->uses->pdata[k], jobs, told, diagnostics);
    }
}

void
pt_usage_check (PtUsage *self, PtDiagnostics *diagnostics)
{
  const GPtrArray *roles = pt_usage_get_roles (self);

  for (guint i = 0; i < roles->len; i++)
    check_load (roles->pdata[i], diagnostics);
  check_alone (pt_usage_get_roster (self), roles, diagnostics);
  check_use (roles, diagnostics);
  check_systems (roles, diagnostics);
}
