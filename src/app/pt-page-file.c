/* pt-page-file.c: a page's executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "pt-file-dialog.h"
#include "pt-page-private.h"

const PtTarget *
pt_page_remembered_target (PtPage *self)
{
  g_autofree char *id
      = self->settings != NULL ? g_settings_get_string (self->settings, "target") : NULL;
  const PtTarget *target = id != NULL ? pt_target_find (id) : NULL;

  return target != NULL ? target : pt_target_get_all ()[0];
}

const PtTarget *
pt_page_get_target (PtPage *self)
{
  return self->target;
}

PtCompileOptions
pt_page_check_options (PtPage *self)
{
  PtCompileOptions options = { .target = self->target };

  g_date_set_time_t (&options.day, time (NULL));
  return options;
}

/* How long may be thought about people and rules, as while one draws. */
#define STAFF_MILLISECONDS 200

static PtCompileOptions
options_for (PtPage *self)
{
  PtCompileOptions options = pt_page_check_options (self);

  options.emit = TRUE;
  /* The window waits for it. */
  options.staff_milliseconds = STAFF_MILLISECONDS;
  return options;
}

void
pt_page_set_target (PtPage *self, const PtTarget *target)
{
  PtCompileOptions options;

  self->target = target;
  options = options_for (self);
  pt_live_compiler_set_options (self->compiler, &options);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "target", pt_target_get_id (target));
}

gboolean
pt_page_is_executable (PtPage *self, char **reason)
{
  PtCompilation *compilation = pt_live_compiler_get (self->compiler);
  guint errors = 0;

  if (self->roles == NULL)
    {
      *reason = g_strdup (
          _ ("Partitur does not know yet who plays the roles. Choose a roles file, or make one from "
             "the lanes."));
      return FALSE;
    }
  if (pt_live_compiler_is_current (self->compiler))
    errors = pt_diagnostics_count (pt_compilation_get_diagnostics (compilation), PT_SEVERITY_ERROR);
  if (errors == 0)
    return TRUE;
  *reason = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "One finding stands in the way. It is in the list of findings.",
                   "%u findings stand in the way. They are in the list of findings.", errors),
      errors);
  return FALSE;
}

static GBytes *
map_bytes (PtCompilation *compilation)
{
  g_autoptr (JsonNode) map = pt_compilation_get_map (compilation);
  char *text = json_to_string (map, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static GFile *
map_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_strconcat (base, ".map.json", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return g_file_get_child (folder, name);
}

static void
content_clear (PtFileContent *content)
{
  g_object_unref (content->file);
  g_bytes_unref (content->bytes);
}

/* The process, its map and its forms. */
static void
add_contents (GArray *contents, PtCompilation *compilation, GFile *file)
{
  const GPtrArray *side_files = pt_compilation_get_side_files (compilation);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  PtFileContent xml = { g_object_ref (file), g_bytes_ref (pt_compilation_get_xml (compilation)) };
  PtFileContent map = { map_file (file), map_bytes (compilation) };

  g_array_append_val (contents, xml);
  g_array_append_val (contents, map);
  for (guint i = 0; i < side_files->len; i++)
    {
      const PtSideFile *side_file = g_ptr_array_index (side_files, i);
      PtFileContent content
          = { g_file_get_child (folder, side_file->name), g_bytes_ref (side_file->bytes) };

      g_array_append_val (contents, content);
    }
}

static gboolean
is_taken (const GArray *contents, GFile *file)
{
  for (guint i = 0; i < contents->len; i++)
    if (g_file_equal (g_array_index (contents, PtFileContent, i).file, file))
      return TRUE;
  return FALSE;
}

/* What is called goes into the same folder, under the name it would have by itself. */
static gboolean
add_called (PtPage *self,
            GArray *contents,
            const PtCalledFile *called,
            GFile *beside,
            GError **error)
{
  g_autofree char *ending = g_strdup_printf (".%s.bpmn", pt_target_get_id (self->target));
  g_autofree char *name = pt_file_with_ending (called->file, _ ("process"), ending);
  g_autoptr (GFile) folder = g_file_get_parent (beside);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *drawn = g_file_get_basename (called->file);

  if (pt_compilation_get_xml (called->compilation) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("“%s” holds a process that is called from here, and something stands in its "
                      "way. Open it to see what."),
                   drawn);
      return FALSE;
    }
  if (is_taken (contents, file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("Two of the processes would be written into the same file, “%s”. Give their "
                      "drawings different file names."),
                   name);
      return FALSE;
    }
  add_contents (contents, called->compilation, file);
  return TRUE;
}

/* All files or none. */
static gboolean
write_compilation (PtPage *self, PtCompilation *compilation, GFile *file, GError **error)
{
  PtCompileOptions options = options_for (self);
  g_autoptr (GPtrArray) called
      = pt_compile_called (self->graph, compilation, self->roles, &options);
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (PtFileContent));

  g_array_set_clear_func (contents, (GDestroyNotify)content_clear);
  add_contents (contents, compilation, file);
  for (guint i = 0; i < called->len; i++)
    if (!add_called (self, contents, g_ptr_array_index (called, i), file, error))
      return FALSE;
  return pt_write_all ((const PtFileContent *)(gpointer)contents->data, contents->len, error);
}

gboolean
pt_page_write_executable (PtPage *self, GFile *file, GError **error)
{
  PtCompileOptions options = options_for (self);
  g_autoptr (PtCompilation) compilation = pt_compile (self->graph, self->roles, &options);
  GBytes *xml = pt_compilation_get_xml (compilation);
  GFile *drawing = pt_document_get_file (self->document);

  if (drawing != NULL && g_file_equal (drawing, file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("That is the file of the drawing itself. Choose another name, so that the "
                      "drawing stays."));
      return FALSE;
    }
  if (xml == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("Something still stands in the way. It is in the list of findings."));
      return FALSE;
    }
  return write_compilation (self, compilation, file, error);
}
