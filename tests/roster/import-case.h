/* import-case.h: what comes of a list of another program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/import.h>

#include "roster-test.h"

/* ----- reading and merging ---------------------------------------------------------------------
 */

typedef struct
{
  PtDocument *document;
  GString *findings; /* "line: reason" */
  GString *changes;  /* "+tag id", "~tag id: detail", "-tag id" */
} Result;

static inline void
result_clear (Result *self)
{
  g_clear_object (&self->document);
  g_string_free (self->findings, TRUE);
  g_string_free (self->changes, TRUE);
}

static inline void
note_changes (Result *self, GPtrArray *changes)
{
  static const char signs[] = { '+', '~', '-' };

  g_string_truncate (self->changes, 0);
  for (guint i = 0; i < changes->len; i++)
    {
      const PtImportChange *change = changes->pdata[i];

      g_string_append_printf (self->changes, "%c%s %s%s%s\n", signs[change->kind], change->tag,
                              change->id, change->detail ? ": " : "",
                              change->detail ? change->detail : "");
    }
}

static inline void
note_findings (Result *self, PtDiagnostics *found)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (found, i);

      assert_int_equal (diagnostic->code, PT_CODE_RF07);
      g_string_append_printf (self->findings, "%d: %s\n", diagnostic->line, diagnostic->args[1]);
    }
}

/* Twice into one document: what comes of a second, other source. */
static inline void
import_again (Result *self,
              const char *const *texts,
              PtImportFormat format,
              const char *map,
              gboolean end_vanished)
{
  g_autoptr (PtImported) imported = pt_imported_new ();
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  PtImportOptions options
      = { .source = "people", .format = format, .map = map, .end_vanished = end_vanished };

  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  for (guint i = 0; texts[i]; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));

      if (!pt_import_read (imported, bytes, "people", format, map, found, &error))
        fail_msg ("%s", error->message);
    }
  options.diagnostics = found;
  changes = pt_import_into (self->document, imported, &options);
  note_findings (self, found);
  note_changes (self, changes);
}

static inline Result
import_into (const char *entries, const char *text, PtImportFormat format, const char *map)
{
  Result self = { document_of (entries), g_string_new (NULL), g_string_new (NULL) };

  import_again (&self, (const char *const[]){ text, NULL }, format, map, FALSE);
  return self;
}

static inline const char *
id_of (const PtUnit *unit)
{
  return unit ? unit->name : "-";
}

/* Returns: (transfer full): what there is: "U name<within", "R name<is-a", "P
 * id|name|mail|unit|manager" and what they hold, of inactive ones with "!" */
static inline char *
summary_of (PtDocument *document)
{
  g_autoptr (PtRoster) roster = pt_roster_new (document);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pt_roster_get_units (roster)->len; i++)
    {
      const PtUnit *unit = pt_roster_get_units (roster)->pdata[i];

      g_string_append_printf (text, "U %s<%s\n", unit->name, id_of (unit->within));
    }
  for (guint i = 0; i < pt_roster_get_roles (roster)->len; i++)
    {
      const PtRole *role = pt_roster_get_roles (roster)->pdata[i];

      g_string_append_printf (text, "R %s", role->name);
      for (guint k = 0; k < role->is_a->len; k++)
        g_string_append_printf (text, "<%s", ((PtRole *)role->is_a->pdata[k])->name);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < pt_roster_get_persons (roster)->len; i++)
    {
      const PtPerson *person = pt_roster_get_persons (roster)->pdata[i];

      g_string_append_printf (text, "P %s%s|%s|%s|%s|%s", person->active ? "" : "!", person->id,
                              person->name, person->mail ? person->mail : "-", id_of (person->unit),
                              person->manager ? person->manager->id : "-");
      for (guint k = 0; k < person->holds->len; k++)
        g_string_append_printf (text, "|%s", ((PtHold *)person->holds->pdata[k])->role->name);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* What comes of it is a roles file without faults of its own. */
static inline void
assert_good (PtDocument *document)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *found = findings_of (document, 2026, "RF", messages);

  assert_string_equal (messages->str, "");
}

static inline void
check_import (const char *text, PtImportFormat format, const char *summary, const char *findings)
{
  Result result = import_into ("", text, format, NULL);
  g_autofree char *found = summary_of (result.document);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  PtImportFormat guessed;

  assert_string_equal (found, summary);
  assert_string_equal (result.findings->str, findings);
  assert_true (pt_import_guess_format (bytes, "people.csv", &guessed));
  assert_int_equal (guessed, format);
  assert_good (result.document);
  import_again (&result, (const char *const[]){ text, NULL }, format, NULL, FALSE);
  assert_string_equal (result.changes->str, ""); /* the same again is nothing new */
  result_clear (&result);
}
