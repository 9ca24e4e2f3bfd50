/* pt-cli-import.c: `partitur roles import`: people from the lists of other programs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/import.h>

#include "pt-cli.h"

/* ----- the report ------------------------------------------------------------------------------
 */

static const char *const kinds[] = {
  [PT_IMPORT_ADDED] = N_ ("added"),
  [PT_IMPORT_CHANGED] = N_ ("changed"),
  [PT_IMPORT_VANISHED] = N_ ("vanished"),
};

static guint
count_kind (const GPtrArray *changes, PtImportChangeKind kind)
{
  guint count = 0;

  for (guint i = 0; i < changes->len; i++)
    count += ((PtImportChange *)changes->pdata[i])->kind == kind;
  return count;
}

/* What is not listed one by one counts, too. */
static guint
count_left_out (const PtDiagnostics *found)
{
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    if (pt_diagnostics_get (found, i)->code == PT_CODE_RF07)
      n += MAX (pt_diagnostics_get (found, i)->more, 1);
  return n;
}

/* Returns: (transfer full): a change a line, and how many there are */
static char *
report_as_text (const GPtrArray *changes, const PtDiagnostics *found, const char *source)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *findings = pt_diagnostics_to_text (found, source);

  for (guint i = 0; i < changes->len; i++)
    {
      const PtImportChange *change = changes->pdata[i];

      g_string_append_printf (text, "%s: %s %s (%s)", _ (kinds[change->kind]), change->tag,
                              change->id, change->name);
      g_string_append_printf (text, change->detail != NULL ? ": %s\n" : "\n", change->detail);
    }
  g_string_append (text, findings);
  /* translators: closing line of an import: the source, then how many entries */
  g_string_append_printf (text, _ ("%s: %u added, %u changed, %u vanished, %u left out\n"), source,
                          count_kind (changes, PT_IMPORT_ADDED),
                          count_kind (changes, PT_IMPORT_CHANGED),
                          count_kind (changes, PT_IMPORT_VANISHED), count_left_out (found));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_changes (JsonBuilder *builder, const GPtrArray *changes, PtImportChangeKind kind)
{
  json_builder_set_member_name (builder, kinds[kind]);
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const PtImportChange *change = changes->pdata[i];

      if (change->kind != kind)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, change->tag);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, change->id);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, change->name);
      if (change->detail != NULL)
        {
          json_builder_set_member_name (builder, "detail");
          json_builder_add_string_value (builder, change->detail);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Returns: (transfer full) */
static JsonNode *
report_as_json (const GPtrArray *changes, const PtDiagnostics *found, const char *source)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) findings = pt_diagnostics_to_json (found, source);
  JsonNode *list = json_object_get_member (json_node_get_object (findings), "diagnostics");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "source");
  json_builder_add_string_value (builder, source);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    add_changes (builder, changes, kind);
  json_builder_set_member_name (builder, "diagnostics");
  json_builder_add_value (builder, json_node_copy (list));
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* ----- the work --------------------------------------------------------------------------------
 */

typedef struct
{
  char *output, *into, *from, *map, *source, *as_of, *format;
  gboolean end_vanished, json;
  GDate day;
  GStrv files;
} Import;

static void
import_clear (Import *self)
{
  g_free (self->output);
  g_free (self->into);
  g_free (self->from);
  g_free (self->map);
  g_free (self->source);
  g_free (self->as_of);
  g_free (self->format);
  g_strfreev (self->files);
}

/* Returns: %FALSE with @exit */
static gboolean
find_format (const Import *self, guint file, GBytes *bytes, PtImportFormat *format, PtExit *exit)
{
  if (self->from != NULL && pt_import_format_from_string (self->from, format))
    return TRUE;
  if (self->from == NULL && pt_import_guess_format (bytes, self->files[file], format))
    return TRUE;
  *exit = self->from != NULL
              ? pt_cli_usage (_ ("“%s” is no format; expected: csv, ldif, vcard, scim, keycloak or "
                                 "bonita"),
                              self->from)
              : pt_cli_usage (_ ("“%s” does not say what it is; say it with --from"),
                              self->files[file]);
  return FALSE;
}

static gboolean
read_all (const Import *self,
          PtImported *imported,
          PtImportOptions *options,
          PtDiagnostics *found,
          PtExit *exit)
{
  g_autoptr (GError) error = NULL;
  PtImportFormat format;

  for (guint i = 0; self->files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = pt_cli_read (self->files[i], &error);

      if (bytes == NULL)
        {
          *exit = pt_cli_failure (error);
          return FALSE;
        }
      if (!find_format (self, i, bytes, &format, exit))
        return FALSE;
      if (i == 0)
        options->format = format;
      if (!pt_import_read (imported, bytes, self->files[i], format, options->map, found, &error))
        {
          *exit = pt_cli_failure (error);
          return FALSE;
        }
    }
  return TRUE;
}

/* What goes to standard output is the roles file alone. */
static void
print_report (const Import *self,
              const GPtrArray *changes,
              const PtDiagnostics *found,
              const char *source)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (self->json)
    {
      node = report_as_json (changes, found, source);
      pt_cli_print_json (node);
      return;
    }
  text = report_as_text (changes, found, source);
  if (g_strcmp0 (self->output, "-") == 0)
    g_printerr ("%s", text);
  else
    pt_cli_print ("%s", text);
}

static PtExit
import (const Import *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtImported) imported = pt_imported_new ();
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = g_path_get_basename (self->files[0]);
  g_autofree char *remembered = NULL;
  PtImportOptions options = { .source = self->source != NULL ? self->source : base,
                              .day = self->day,
                              .end_vanished = self->end_vanished };
  PtExit exit = PT_EXIT_DONE;

  document
      = self->into != NULL ? pt_cli_load_roles (self->into, &error) : pt_roster_new_document (NULL);
  if (document == NULL)
    return pt_cli_failure (error);
  remembered = pt_import_get_map (document, options.source);
  options.diagnostics = found;
  options.map = self->map != NULL ? self->map : remembered;
  if (!read_all (self, imported, &options, found, &exit))
    return exit;
  changes = pt_import_into (document, imported, &options);
  bytes = pt_document_to_bytes (document, &error);
  if (bytes == NULL
      || !pt_cli_write (self->output != NULL ? self->output : self->into, bytes, &error))
    return pt_cli_failure (error);
  print_report (self, changes, found, options.source);
  return PT_EXIT_DONE;
}

static PtExit
check_and_import (Import *self)
{
  if (self->output == NULL && self->into == NULL)
    return pt_cli_usage (_ ("roles import needs -o, --into or both"));
  if (!pt_cli_format (self->format, &self->json) || !pt_cli_date (self->as_of, &self->day))
    return PT_EXIT_USAGE;
  if (self->json && g_strcmp0 (self->output, "-") == 0)
    return pt_cli_usage (_ ("a report as JSON and the roles file cannot both go to “-”"));
  return import (self);
}

PtExit
pt_cli_roles_import (int argc, char *argv[])
{
  Import self = { 0 };
  PtExit exit;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.output, N_ ("The roles file to write"), "R" },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &self.into,
      N_ ("The roles file to put people into; written itself unless -o says another"), "R" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("What the source is"),
      "csv|ldif|vcard|scim|keycloak|bonita" },
    { "map", 0, 0, G_OPTION_ARG_STRING, &self.map,
      N_ ("Which columns of a table are what, such as name=Person,role=Duty"), "MAP" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &self.source,
      N_ ("What the roles file calls the source; else the name of the file"), "NAME" },
    { "end-vanished", 0, 0, G_OPTION_ARG_NONE, &self.end_vanished,
      N_ ("End the roles of people who are not in the source any more"), NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self.as_of, N_ ("The day of the import"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self.format,
      N_ ("How the report is printed: text or json"), "text|json" },
    { NULL },
  };

  if (pt_cli_parse (argc, argv, entries, 1, 0, &self.files, &exit))
    exit = check_and_import (&self);
  import_clear (&self);
  return exit;
}
