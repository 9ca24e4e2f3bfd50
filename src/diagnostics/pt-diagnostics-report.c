/* pt-diagnostics-report.c: findings as lines of text and as JSON
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/diagnostics.h>

/* The file a finding is about: as the caller spells it when it is the caller's own. NULL: none is
 * known. */
static const char *
file_of (const PtDiagnostic *self, const char *file)
{
  g_autoptr (GFile) mine = NULL;
  g_autoptr (GFile) theirs = NULL;

  if (self->file == NULL || g_strcmp0 (self->file, file) == 0)
    return file;
  if (file == NULL)
    return self->file;
  mine = g_file_new_for_commandline_arg (self->file);
  theirs = g_file_new_for_commandline_arg (file);
  return g_file_equal (mine, theirs) ? file : self->file;
}

static void
append_place (GString *out, const PtDiagnostic *self, const char *file)
{
  g_string_append (out, file);
  if (self->line > 0)
    g_string_append_printf (out, ":%d:%d", self->line, self->column);
  g_string_append (out, ": ");
}

static void
append_finding (GString *out, const PtDiagnostic *self, const char *file)
{
  g_autofree char *message = pt_diagnostic_message (self);
  const PtCodeInfo *code = pt_code_info (self->code);
  const char *own_file = file_of (self, file);

  if (own_file != NULL)
    append_place (out, self, own_file);
  g_string_append_printf (out, "%s %s: %s\n", pt_severity_to_string (self->severity), code->code,
                          message);
  if (self->severity == PT_SEVERITY_ERROR)
    /* Translators: what to do about a finding */
    g_string_append_printf (out, _ ("  way out: %s\n"), _ (code->repairs));
  for (guint i = 0; i < self->fixes->len; i++)
    {
      g_autofree char *label = pt_fix_label (self->fixes->pdata[i]);

      if (pt_fix_question (self->fixes->pdata[i])) /* nobody is there to answer */
        continue;
      /* Translators: a repair that is offered for a finding */
      g_string_append_printf (out, _ ("  fix: %s\n"), label);
    }
}

char *
pt_diagnostics_to_text (const PtDiagnostics *self, const char *file)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (self); i++)
    append_finding (out, pt_diagnostics_get (self, i), file);
  return g_string_free (out, FALSE);
}

static void
put_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
put_number (JsonBuilder *json, const char *name, int value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
put_ids (JsonBuilder *json, const char *name, GPtrArray *ids)
{
  if (ids->len == 0)
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_string_value (json, ids->pdata[i]);
  json_builder_end_array (json);
}

static void
put_fixes (JsonBuilder *json, GPtrArray *fixes)
{
  if (fixes->len == 0)
    return;
  json_builder_set_member_name (json, "fixes");
  json_builder_begin_array (json);
  for (guint i = 0; i < fixes->len; i++)
    {
      const PtFix *fix = fixes->pdata[i];
      g_autofree char *label = pt_fix_label (fix);

      json_builder_begin_object (json);
      put_string (json, "id", pt_fix_kind_id (fix->kind));
      put_string (json, "label", label);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
put_finding (JsonBuilder *json, const PtDiagnostic *self, const char *file)
{
  g_autofree char *message = pt_diagnostic_message (self);
  const char *own_file = file_of (self, file);

  json_builder_begin_object (json);
  put_string (json, "code", pt_code_info (self->code)->code);
  put_string (json, "severity", pt_severity_to_string (self->severity));
  put_string (json, "message", message);
  if (own_file != file)
    put_string (json, "file", own_file);
  put_ids (json, "elements", self->elements);
  if (self->line > 0)
    {
      put_number (json, "line", self->line);
      put_number (json, "column", self->column);
    }
  put_ids (json, "trace", self->trace);
  put_fixes (json, self->fixes);
  json_builder_end_object (json);
}

JsonNode *
pt_diagnostics_to_json (const PtDiagnostics *self, const char *file)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  if (file != NULL)
    put_string (json, "file", file);
  json_builder_set_member_name (json, "diagnostics");
  json_builder_begin_array (json);
  for (guint i = 0; i < pt_diagnostics_get_length (self); i++)
    put_finding (json, pt_diagnostics_get (self, i), file);
  json_builder_end_array (json);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}
