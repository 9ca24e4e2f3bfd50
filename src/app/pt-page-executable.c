/* pt-page-executable.c: compiling a page and writing what came of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it happens on copies in a worker thread: who can play what may take seconds, and what is
 * called lies in other files.
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "pt-file-dialog.h"
#include "pt-page-copy.h"
#include "pt-page-private.h"

typedef struct
{
  PtPageCopy *copy;
  GFile *file;
  PtCompileOptions options;
} Job;

static void
job_free (Job *self)
{
  pt_page_copy_free (self->copy);
  g_object_unref (self->file);
  g_free (self);
}

/* --- what is written --- */

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
add_called (Job *self, GArray *contents, const PtCalledFile *called, GError **error)
{
  g_autofree char *ending = pt_target_file_ending (self->options.target);
  g_autofree char *name = pt_file_with_ending (called->file, _ ("process"), ending);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
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

/* Returns: (transfer full) (nullable) (element-type PtFileContent): %NULL with @error when
 * something stands in the way */
static GArray *
compile (Job *self, PtProcessGraph *graph, PtDocument *roles, GError **error)
{
  g_autoptr (PtCompilation) compilation = pt_compile (graph, roles, &self->options);
  g_autoptr (GPtrArray) called = pt_compile_called (graph, compilation, roles, &self->options);
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (PtFileContent));

  g_array_set_clear_func (contents, (GDestroyNotify)content_clear);
  if (pt_compilation_get_xml (compilation) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("Something still stands in the way. It is in the list of findings."));
      return NULL;
    }
  add_contents (contents, compilation, self->file);
  for (guint i = 0; i < called->len; i++)
    if (!add_called (self, contents, g_ptr_array_index (called, i), error))
      return NULL;
  return g_steal_pointer (&contents);
}

/* --- in a worker thread --- */

/* All files or none; given up, none. */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (PtDocument) process = NULL;
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (GArray) contents = NULL;

  if (pt_page_copy_load (job->copy, &process, &roles, &error))
    {
      graph = pt_process_graph_new (process);
      contents = compile (job, graph, roles, &error);
    }
  if (contents == NULL)
    g_task_return_error (task, error);
  else if (!g_task_set_return_on_cancel (task, FALSE))
    return;
  else if (pt_write_all ((const PtFileContent *)(gpointer)contents->data, contents->len, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Returns: (transfer full) (nullable): %NULL with @error */
static Job *
job_new (PtPage *page, GFile *file, GError **error)
{
  GFile *drawing = pt_document_get_file (page->document);
  PtPageCopy *copy = NULL;
  Job *job;

  if (drawing != NULL && g_file_equal (drawing, file))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("That is the file of the drawing itself. Choose another name, so that the "
                    "drawing stays."));
  else
    copy = pt_page_copy_new (page, error);
  if (copy == NULL)
    return NULL;
  job = g_new0 (Job, 1);
  *job = (Job){ copy, g_object_ref (file), pt_page_check_options (page) };
  job->options.emit = TRUE;
  return job;
}

void
pt_page_write_executable (PtPage *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Job *job = job_new (self, file, &error);

  g_task_set_source_tag (task, pt_page_write_executable);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, work);
}

gboolean
pt_page_write_executable_finish (PtPage *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
