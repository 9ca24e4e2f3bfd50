/* pt-code.c: the table of everything that can be found, and its severities
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/diagnostics.h>

#include "pt-wording.h"

static const char *const severity_names[] = {
  [PT_SEVERITY_OFF] = "off",
  [PT_SEVERITY_INFO] = "info",
  [PT_SEVERITY_WARNING] = "warning",
  [PT_SEVERITY_ERROR] = "error",
};

static const PtCodeInfo codes[] = {
#define PT_DIAGNOSTIC(symbol, code, severity, message, explanation, example, repairs)              \
  { code, PT_SEVERITY_##severity, message, explanation, example, repairs },
#include <partitur/diagnostics.def>
#undef PT_DIAGNOSTIC
};

static const struct
{
  const char *alias;
  PtCode code;
} aliases[] = {
#define PT_ALIAS(alias, symbol) { alias, PT_CODE_##symbol },
#include <partitur/aliases.def>
#undef PT_ALIAS
};

const char *
pt_severity_to_string (PtSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_names), NULL);
  return severity_names[severity];
}

gboolean
pt_severity_from_string (const char *text, PtSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severity_names); i++)
    if (strcmp (severity_names[i], text) == 0)
      {
        *severity = (PtSeverity)i;
        return TRUE;
      }
  return FALSE;
}

const PtCodeInfo *
pt_code_info (PtCode code)
{
  g_return_val_if_fail (code < PT_N_CODES, NULL);
  return &codes[code];
}

gboolean
pt_code_from_string (const char *text, PtCode *code)
{
  for (guint i = 0; i < PT_N_CODES; i++)
    if (g_ascii_strcasecmp (codes[i].code, text) == 0)
      {
        *code = (PtCode)i;
        return TRUE;
      }
  return FALSE;
}

GArray *
pt_codes_from_string (const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PtCode));
  PtCode code;

  if (pt_code_from_string (text, &code))
    g_array_append_val (found, code);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_ascii_strcasecmp (aliases[i].alias, text) == 0)
      g_array_append_val (found, aliases[i].code);
  return found;
}

GPtrArray *
pt_code_aliases (PtCode code)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (aliases[i].code == code)
      g_ptr_array_add (found, (gpointer)aliases[i].alias);
  return found;
}

GPtrArray *
pt_code_names (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < PT_N_CODES; i++)
    g_ptr_array_add (names, (gpointer)codes[i].code);
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (i == 0 || strcmp (aliases[i].alias, aliases[i - 1].alias) != 0)
      g_ptr_array_add (names, (gpointer)aliases[i].alias);
  g_ptr_array_add (names, NULL);
  return names;
}

/* Returns: (transfer full): a line with what other tools call @code; empty when they do not */
static char *
explain_aliases (PtCode code)
{
  g_autoptr (GPtrArray) names = pt_code_aliases (code);
  g_autofree char *list = NULL;

  if (names->len == 0)
    return g_strdup ("");
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  /* Translators: the names that other programs have for a finding */
  return g_strdup_printf (_ ("Also called: %s\n"), list);
}

char *
pt_code_summary (PtCode code)
{
  return pt_wording_fill (_ (pt_code_info (code)->message), NULL);
}

char *
pt_code_explain (PtCode code)
{
  const PtCodeInfo *info = pt_code_info (code);
  g_autofree char *pattern = pt_code_summary (code);
  g_autofree char *also = explain_aliases (code);

  /* Translators: the answer of "partitur explain CODE": code, severity, message, explanation,
     example, repairs, other names */
  return g_strdup_printf (_ ("%s (%s)\n%s\n\n%s\n\nExample: %s\nWhat to do: %s\n%s"), info->code,
                          pt_severity_to_string (info->severity), pattern, _ (info->explanation),
                          _ (info->example), _ (info->repairs), also);
}
