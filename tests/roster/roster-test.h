/* roster-test.h: what the tests of this room share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <partitur/roster.h>

#define ORGANISATION "<organisation xmlns=\"urn:partitur:roles:1\">\n"

/* A whole file from what stands in <organisation>; its first line is line 2. */
static inline PtDocument *
document_of (const char *entries)
{
  g_autofree char *text = g_strconcat (ORGANISATION, entries, "\n</organisation>\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_document_load_bytes (bytes, "test.roles.xml", &error);

  if (error != NULL)
    fail_msg ("%s in %s", error->message, text);
  return document;
}

static inline PtRoster *
roster_of (const char *entries)
{
  g_autoptr (PtDocument) document = document_of (entries);

  return pt_roster_new (document);
}

static inline PtDocument *
load_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "roster", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_roster_load (file, NULL, &error);

  if (error != NULL)
    fail_msg ("%s", error->message);
  return document;
}

/* Returns: (transfer full): "CODE:line CODE:line …" of all findings whose code begins with @group
 */
static inline char *
findings_of (PtDocument *document, GDateYear year, const char *group, GString *messages)
{
  g_autoptr (PtDiagnostics) list = pt_diagnostics_new (NULL);
  GString *codes = g_string_new (NULL);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, year);
  pt_roster_check (document, &day, list);
  pt_diagnostics_sort (list);
  for (guint i = 0; i < pt_diagnostics_get_length (list); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (list, i);
      const char *code = pt_code_info (diagnostic->code)->code;
      g_autofree char *message = pt_diagnostic_message (diagnostic);

      if (!g_str_has_prefix (code, group))
        continue;
      g_string_append_printf (codes, "%s%s:%d", codes->len > 0 ? " " : "", code, diagnostic->line);
      g_string_append_printf (messages, "%s\n", message);
    }
  return g_string_free (codes, FALSE);
}
