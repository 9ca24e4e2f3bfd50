/* pt-rules.c: severities a project sets, and what it lets pass
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/diagnostics.h>
#include <string.h>

#define GROUP "rules"

struct _PtRules
{
  PtSeverity severities[PT_N_CODES];
  gboolean is_set[PT_N_CODES]; /* by somebody, if only to what the table says */
  GPtrArray *faults;           /* of PtRuleFault */
  GHashTable *exempt;          /* (nullable): "CODE id" → why */
};

static void
fault_free (gpointer data)
{
  PtRuleFault *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self->file);
  g_free (self);
}

PtRules *
pt_rules_new (void)
{
  PtRules *self = g_atomic_rc_box_new0 (PtRules);

  for (guint i = 0; i < PT_N_CODES; i++)
    self->severities[i] = pt_code_info ((PtCode)i)->severity;
  self->faults = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

PtRules *
pt_rules_copy (const PtRules *self)
{
  PtRules *copy = pt_rules_new ();

  pt_rules_merge (copy, self);
  return copy;
}

PtRules *
pt_rules_ref (PtRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PtRules *self = data;

  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->exempt, g_hash_table_unref);
}

void
pt_rules_unref (PtRules *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
pt_rules_equal (const PtRules *self, const PtRules *other)
{
  return memcmp (self->severities, other->severities, sizeof self->severities) == 0;
}

PtSeverity
pt_rules_get (const PtRules *self, PtCode code)
{
  g_return_val_if_fail (code < PT_N_CODES, PT_SEVERITY_OFF);
  return self->severities[code];
}

gboolean
pt_rules_set (PtRules *self, const char *code, const char *severity)
{
  g_autoptr (GArray) codes = pt_codes_from_string (code);
  PtSeverity level;

  if (codes->len == 0 || !pt_severity_from_string (severity, &level))
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    {
      PtCode known = g_array_index (codes, PtCode, i);

      self->severities[known] = level;
      self->is_set[known] = TRUE;
    }
  return TRUE;
}

/* ----- what was not understood -----------------------------------------------------------------
 */

void
pt_rules_add_fault (PtRules *self,
                    const char *name,
                    const char *value,
                    const char *file,
                    int line,
                    int column)
{
  PtRuleFault *fault = g_new (PtRuleFault, 1);

  *fault = (PtRuleFault){ g_strdup (name), g_strdup (value), g_strdup (file), line, column };
  g_ptr_array_add (self->faults, fault);
}

const GPtrArray *
pt_rules_get_faults (const PtRules *self)
{
  return self->faults;
}

/* ----- what is let pass ------------------------------------------------------------------------
 */

static char *
make_key (PtCode code, const char *id)
{
  return g_strdup_printf ("%s %s", pt_code_info (code)->code, id);
}

/* Takes @key. */
static void
exempt (PtRules *self, char *key, const char *reason)
{
  if (!self->exempt)
    self->exempt = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->exempt, key, g_strdup (reason));
}

gboolean
pt_rules_exempt (PtRules *self, const char *code, const char *id, const char *reason)
{
  g_autoptr (GArray) codes = pt_codes_from_string (code);

  for (guint i = 0; i < codes->len; i++)
    exempt (self, make_key (g_array_index (codes, PtCode, i), id), reason ? reason : "");
  return codes->len > 0;
}

const char *
pt_rules_get_exemption (const PtRules *self, PtCode code, const char *id)
{
  g_autofree char *key = self->exempt ? make_key (code, id) : NULL;

  return key ? g_hash_table_lookup (self->exempt, key) : NULL;
}

void
pt_rules_merge (PtRules *self, const PtRules *over)
{
  GHashTableIter iter;
  gpointer key, reason;

  for (guint i = 0; i < PT_N_CODES; i++)
    if (over->is_set[i])
      {
        self->severities[i] = over->severities[i];
        self->is_set[i] = TRUE;
      }
  for (guint i = 0; i < over->faults->len; i++)
    {
      const PtRuleFault *fault = over->faults->pdata[i];

      pt_rules_add_fault (self, fault->name, fault->value, fault->file, fault->line, fault->column);
    }
  if (!over->exempt)
    return;
  g_hash_table_iter_init (&iter, over->exempt);
  while (g_hash_table_iter_next (&iter, &key, &reason))
    exempt (self, g_strdup (key), reason);
}

/* ----- files -----------------------------------------------------------------------------------
 */

/* Returns: the line of @text, from 1, that sets @key */
static int
find_line (const char *text, const char *key)
{
  gsize length = strlen (key);
  int line = 1;

  for (const char *at = text; at; at = strchr (at, '\n'), at = at ? at + 1 : NULL, line++)
    {
      const char *name = at + strspn (at, " \t");

      if (strncmp (name, key, length) == 0 && strchr (" \t=", name[length]))
        return line;
    }
  return 0;
}

static gboolean
set_from_key (PtRules *self,
              GKeyFile *rules,
              const char *key,
              const char *text,
              const char *path,
              GError **error)
{
  g_autoptr (GArray) codes = pt_codes_from_string (key);
  g_autofree char *severity = g_key_file_get_string (rules, GROUP, key, error);

  if (severity == NULL)
    return FALSE;
  g_strstrip (severity);
  if (codes->len == 0)
    pt_rules_add_fault (self, key, NULL, path, find_line (text, key), 1);
  else if (!pt_rules_set (self, key, severity))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                   _ ("%s: “%s” is no severity; use off, info, warning or error"), key, severity);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_from_text (PtRules *self, const char *text, gsize length, const char *path, GError **error)
{
  g_autoptr (GKeyFile) rules = g_key_file_new ();
  g_auto (GStrv) keys = NULL;

  if (!g_key_file_load_from_data (rules, text, length, G_KEY_FILE_NONE, error))
    return FALSE;
  keys = g_key_file_get_keys (rules, GROUP, NULL, NULL);
  if (keys == NULL)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND,
                   _ ("there is no group [%s]; below it belong lines like “RD07 = off”"), GROUP);
      return FALSE;
    }
  for (guint i = 0; keys[i] != NULL; i++)
    if (!set_from_key (self, rules, keys[i], text, path, error))
      return FALSE;
  return TRUE;
}

gboolean
pt_rules_load (PtRules *self, GFile *file, GError **error)
{
  g_autoptr (PtRules) read = pt_rules_new (); /* a file with a fault changes nothing */
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (file);
  const char *path = g_file_peek_path (file);
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return FALSE;
  if (!set_from_text (read, text, length, path ? path : name, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  pt_rules_merge (self, read);
  return TRUE;
}
