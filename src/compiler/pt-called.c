/* pt-called.c: the processes of other files that a process calls
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are looked for in the files that the calling one imports, and then in its folder, by name.
 */
#include "pt-compilation.h"
#include "pt-passes.h"
#include "pt-report.h"

#include <partitur/modeling.h>
#include <string.h>

typedef struct
{
  PtDocument *roles; /* (nullable) */
  const PtCompileOptions *options;
  GPtrArray *called; /* of PtCalledFile */
  GPtrArray *beside; /* of GFile: what may hold processes in the folder, by name */
  GFile *first;      /* where it all begins */
} Search;

static void
called_file_free (PtCalledFile *self)
{
  g_object_unref (self->file);
  pt_compilation_unref (self->compilation);
  g_free (self);
}

/* ----- files that may hold it ----------------------------------------------------------------- */

/* What has a map beside it was written by the compiler. */
static gboolean
is_compiled (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *map_name = g_strconcat (name, ".map.json", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) map = g_file_get_child (folder, map_name);

  return g_file_query_exists (map, NULL);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = g_file_get_uri (*(GFile *const *)a);
  g_autofree char *other = g_file_get_uri (*(GFile *const *)b);

  return strcmp (one, other);
}

static GPtrArray *
list_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) files
      = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE,
                                   NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *file;

  while (files && g_file_enumerator_iterate (files, &info, &file, NULL, NULL) && info)
    if (pt_bpmn_file_ending (g_file_info_get_name (info)) > 0 && !is_compiled (file))
      g_ptr_array_add (found, g_object_ref (file));
  g_ptr_array_sort (found, compare_files);
  return found;
}

static GPtrArray *
list_imports (PtProcessGraph *graph)
{
  PtDocument *document = pt_process_graph_get_document (graph);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) folder = g_file_get_parent (pt_document_get_file (document));

  for (xmlNode *child = pt_xml_first_element (pt_document_get_root (document)); child;
       child = pt_xml_next_element (child))
    {
      g_autofree char *location
          = pt_xml_is (child, PT_NS_BPMN, "import") ? pt_xml_attribute (child, "location") : NULL;

      if (location && pt_bpmn_file_ending (location) > 0)
        g_ptr_array_add (found, g_file_resolve_relative_path (folder, location));
    }
  return found;
}

/* ----- which one does ------------------------------------------------------------------------- */

static gboolean
has_process (const PtProgram *program, const char *id)
{
  for (PtIndex i = 0; i < program->scopes->len; i++)
    if (pt_program_scope (program, i)->parent == PT_NO_INDEX
        && g_strcmp0 (pt_program_scope (program, i)->origin.logical, id) == 0)
      return TRUE;
  return FALSE;
}

/* Most files do not even have the word in them. */
static gboolean
mentions (GFile *file, const char *id)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  gsize size = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  return data && memmem (data, size, id, strlen (id)) != NULL;
}

static PtProcessGraph *
load_with_process (GFile *file, const char *id)
{
  g_autoptr (PtDocument) document = mentions (file, id) ? pt_bpmn_load (file, NULL, NULL) : NULL;
  g_autoptr (PtProcessGraph) graph = document ? pt_process_graph_new (document) : NULL;
  const PtElement *element = graph ? pt_process_graph_get (graph, id) : NULL;

  return element && element->type == PT_BPMN_PROCESS ? g_steal_pointer (&graph) : NULL;
}

static gboolean
is_among (const Search *self, GFile *file)
{
  if (g_file_equal (file, self->first))
    return TRUE;
  for (guint i = 0; i < self->called->len; i++)
    if (g_file_equal (((PtCalledFile *)g_ptr_array_index (self->called, i))->file, file))
      return TRUE;
  return FALSE;
}

static void follow (Search *self, PtProcessGraph *graph, PtCompilation *compilation);

/* Files that call each other are compiled once each. */
static gboolean
take (Search *self, GFile *file, const char *id)
{
  g_autoptr (PtProcessGraph) graph = load_with_process (file, id);
  PtCalledFile *called;

  if (!graph)
    return FALSE;
  if (is_among (self, file))
    return TRUE;
  pt_modeling_make_diagram (graph);
  called = g_new (PtCalledFile, 1);
  called->file = g_object_ref (file);
  called->compilation = pt_compile (graph, self->roles, self->options);
  g_ptr_array_add (self->called, called);
  follow (self, graph, called->compilation);
  return TRUE;
}

static gboolean
take_from (Search *self, GPtrArray *files, const char *id)
{
  for (guint i = 0; i < files->len; i++)
    if (take (self, g_ptr_array_index (files, i), id))
      return TRUE;
  return FALSE;
}

static void
report_missing (Search *self, PtCompilation *compilation, const PtNode *node)
{
  const PtProgram *program = pt_compilation_get_program (compilation);
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);
  g_autofree char *label
      = pt_report_node_label (program, (PtIndex)(node - pt_program_node (program, 0)));

  pt_report_at (pt_diagnostics_add (diagnostics, PT_CODE_X62, label, node->called,
                                    pt_target_get_label (self->options->target), NULL),
                &node->origin);
}

static void
follow (Search *self, PtProcessGraph *graph, PtCompilation *compilation)
{
  const PtProgram *program = pt_compilation_get_program (compilation);
  g_autoptr (GPtrArray) imports = list_imports (graph);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (node->type == PT_BPMN_CALL_ACTIVITY && node->called
          && xmlValidateNCName ((const xmlChar *)node->called, 0) == 0
          && pt_program_scope (program, pt_program_process_of (program, node->scope))->executable
          && !has_process (program, node->called) && !take_from (self, imports, node->called)
          && !take_from (self, self->beside, node->called))
        report_missing (self, compilation, node);
    }
  pt_compiler_place_findings (pt_compilation_get_diagnostics (compilation), program);
}

GPtrArray *
pt_compile_called (PtProcessGraph *graph,
                   PtCompilation *compilation,
                   PtDocument *roles,
                   const PtCompileOptions *options)
{
  GFile *file = pt_document_get_file (pt_process_graph_get_document (graph));
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autoptr (GPtrArray) beside = NULL;
  GPtrArray *called = g_ptr_array_new_with_free_func ((GDestroyNotify)called_file_free);
  Search self = { roles, options, called };

  if (!folder || !options->target)
    return called;
  beside = list_folder (folder);
  self.beside = beside;
  self.first = file;
  follow (&self, graph, compilation);
  return called;
}
