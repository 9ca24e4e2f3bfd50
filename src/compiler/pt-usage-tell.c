/* pt-usage-tell.c: the use of roles and systems as text and as JSON
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/usage.h>

#include <glib/gi18n-lib.h>
#include <math.h>

/* ----- text ----------------------------------------------------------------------------------- */

static guint
count_processes (const PtRoleUsage *usage)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < usage->uses->len; i++)
    {
      const PtUse *use = usage->uses->pdata[i];

      g_hash_table_add (seen, g_strconcat (use->file, "\n", use->process, NULL));
    }
  return g_hash_table_size (seen);
}

/* "4 activities in 2 processes" */
static void
tell_uses (GString *text, const PtRoleUsage *usage)
{
  guint n = usage->uses->len, n_processes = count_processes (usage);

  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%u activity", "%u activities", n), n);
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, " in %u process", " in %u processes", n_processes),
      n_processes);
}

static void
tell_load (GString *text, const PtRoleUsage *usage)
{
  if (usage->hours > 0 && usage->capacity > 0)
    g_string_append_printf (text, _ (", %.4g of %.4g hours a week (%.0f %%)"), usage->hours,
                            usage->capacity, 100 * usage->hours / usage->capacity);
  else if (usage->hours > 0)
    g_string_append_printf (text, _ (", %.4g hours a week"), usage->hours);
}

static const char *const kinds[] = {
  [PT_ROLE_INTERNAL] = N_ ("role"),
  [PT_ROLE_EXTERNAL] = N_ ("outside"),
  [PT_ROLE_SYSTEM] = N_ ("system"),
};

static void
tell_role (GString *text, const PtRoleUsage *usage)
{
  guint n = usage->n_holders;

  g_string_append_printf (text, "  %s (%s): ", usage->role->name, _ (kinds[usage->role->kind]));
  tell_uses (text, usage);
  tell_load (text, usage);
  if (usage->role->kind == PT_ROLE_INTERNAL)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, ", %u holder", ", %u holders", n), n);
  g_string_append_c (text, '\n');
}

char *
pt_usage_to_text (PtUsage *self)
{
  const GPtrArray *roles = pt_usage_get_roles (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    if (((const PtRoleUsage *)roles->pdata[i])->uses->len > 0)
      tell_role (text, roles->pdata[i]);
  return g_string_free (text, FALSE);
}

/* ----- JSON ----------------------------------------------------------------------------------- */

/* Hours are said to the hundredth. */
static double
round_hours (double hours)
{
  return round (hours * 100) / 100;
}

static JsonArray *
uses_to_json (const GPtrArray *uses)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < uses->len; i++)
    {
      const PtUse *use = uses->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "file", use->file);
      json_object_set_string_member (object, "process", use->process);
      json_object_set_string_member (object, "activity", use->activity);
      if (use->element != NULL)
        json_object_set_string_member (object, "element", use->element);
      if (use->hours > 0)
        json_object_set_double_member (object, "hoursPerWeek", round_hours (use->hours));
      if (use->alone != NULL)
        json_object_set_string_member (object, "alone", use->alone->name);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
role_to_json (const PtRoleUsage *usage)
{
  static const char *const ids[] = { "internal", "external", "system" };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", usage->role->id);
  json_object_set_string_member (object, "name", usage->role->name);
  json_object_set_string_member (object, "kind", ids[usage->role->kind]);
  json_object_set_boolean_member (object, "used", usage->is_used);
  json_object_set_double_member (object, "hoursPerWeek", round_hours (usage->hours));
  if (usage->role->kind == PT_ROLE_INTERNAL)
    {
      json_object_set_int_member (object, "holders", usage->n_holders);
      json_object_set_double_member (object, "capacity", round_hours (usage->capacity));
    }
  if (usage->capacity > 0)
    json_object_set_int_member (object, "load",
                                (gint64)round (100 * usage->hours / usage->capacity));
  json_object_set_array_member (object, "activities", uses_to_json (usage->uses));
  return object;
}

void
pt_usage_to_json (PtUsage *self, JsonObject *object)
{
  const GPtrArray *roles = pt_usage_get_roles (self);
  JsonArray *people = json_array_new (), *systems = json_array_new ();

  for (guint i = 0; i < roles->len; i++)
    {
      const PtRoleUsage *usage = roles->pdata[i];

      json_array_add_object_element (usage->role->kind == PT_ROLE_SYSTEM ? systems : people,
                                     role_to_json (usage));
    }
  json_object_set_int_member (object, "processes", pt_usage_get_n_processes (self));
  json_object_set_array_member (object, "roles", people);
  json_object_set_array_member (object, "systems", systems);
}
