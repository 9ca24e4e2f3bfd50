/* pt-rules.c: severities a project sets
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/diagnostics.h>

#define GROUP "rules"

struct _PtRules
{
  PtSeverity severities[PT_N_CODES];
};

PtRules *
pt_rules_new (void)
{
  PtRules *self = g_atomic_rc_box_new (PtRules);

  for (guint i = 0; i < PT_N_CODES; i++)
    self->severities[i] = pt_code_info ((PtCode)i)->severity;
  return self;
}

PtRules *
pt_rules_copy (const PtRules *self)
{
  PtRules *copy = g_atomic_rc_box_new (PtRules);

  *copy = *self;
  return copy;
}

PtRules *
pt_rules_ref (PtRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pt_rules_unref (PtRules *self)
{
  g_atomic_rc_box_release (self);
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
  PtCode known;
  PtSeverity level;

  if (!pt_code_from_string (code, &known) || !pt_severity_from_string (severity, &level))
    return FALSE;
  self->severities[known] = level;
  return TRUE;
}

static gboolean
set_from_key (PtRules *self, GKeyFile *rules, const char *key, GError **error)
{
  PtCode code;
  g_autofree char *severity = g_key_file_get_string (rules, GROUP, key, error);

  if (severity == NULL)
    return FALSE;
  if (!pt_code_from_string (key, &code))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND,
                   _ ("“%s” is no code of a finding; “partitur explain” lists them all"), key);
      return FALSE;
    }
  g_strstrip (severity);
  if (!pt_rules_set (self, key, severity))
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                   _ ("%s: “%s” is no severity; use off, info, warning or error"), key, severity);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_from_key_file (PtRules *self, const char *text, gsize length, GError **error)
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
    if (!set_from_key (self, rules, keys[i], error))
      return FALSE;
  return TRUE;
}

gboolean
pt_rules_load (PtRules *self, GFile *file, GError **error)
{
  g_autoptr (PtRules) read = pt_rules_copy (self); /* a file with a fault changes nothing */
  g_autofree char *text = NULL;
  g_autofree char *name = g_file_get_basename (file);
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return FALSE;
  if (!set_from_key_file (read, text, length, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  *self = *read;
  return TRUE;
}
