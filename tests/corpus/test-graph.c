/* test-graph.c: every file of the corpus gives views or a clear error
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include <partitur/bpmn.h>

static void
find_files (GFile *folder, GPtrArray *files)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, "standard::name,standard::type", 0, NULL, NULL);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  while (children && g_file_enumerator_iterate (children, &info, &file, NULL, NULL) && info)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      find_files (file, files);
    else if (g_str_has_suffix (g_file_info_get_name (info), ".bpmn"))
      g_ptr_array_add (files, g_object_ref (file));
}

/* Whether the file is what pt_bpmn_load() promises to open, asked of libxml2 itself. */
static gboolean
is_bpmn (const char *path)
{
  xmlDoc *tree
      = xmlReadFile (path, NULL,
                     XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean result = tree && pt_xml_is (xmlDocGetRootElement (tree), PT_NS_BPMN, "definitions");

  xmlFreeDoc (tree);
  return result;
}

static void
assert_resolved (PtProcessGraph *graph, const PtDiagramElement *figure, const char *path)
{
  g_autofree char *shown = pt_xml_attribute (figure->node, "bpmnElement");
  const xmlNode *node
      = shown ? pt_document_get_by_id (pt_process_graph_get_document (graph), shown) : NULL;

  if (node && pt_bpmn_type_from_node (node) != PT_BPMN_NONE && !figure->element)
    fail_msg ("%s: %s <%s> is drawn, but no element", path, shown, (const char *)node->name);
}

static void
check_views (PtDocument *document, const char *path)
{
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  g_autoptr (GArray) dangling = pt_process_graph_dangling (graph);

  assert_non_null (pt_process_graph_get_definitions (graph));
  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      for (guint j = 0; j < diagram->elements->len; j++)
        {
          const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, j);
          assert_resolved (graph, figure, path);
          if (figure->element)
            assert_non_null (pt_diagram_find (diagram, figure->element));
        }
    }
  for (guint i = 0; i < dangling->len; i++)
    assert_null (
        pt_document_get_by_id (document, g_array_index (dangling, PtDanglingReference, i).value));
}

static void
every_file_gives_views_or_an_error (void **state)
{
  const char *corpus = g_getenv ("PARTITUR_CORPUS");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_opened = 0;

  if (!corpus)
    {
      fprintf (stderr, "skipped: PARTITUR_CORPUS is not set\n");
      return;
    }
  g_autoptr (GFile) folder = g_file_new_for_path (corpus);
  find_files (folder, files);
  assert_true (files->len > 0);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_file_peek_path (files->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, &error);

      if (!document != !is_bpmn (path))
        fail_msg ("%s: %s", path, error ? error->message : "opened");
      if (document)
        check_views (document, path);
      else
        assert_true (error && strlen (error->message) > 0);
      n_opened += document != NULL;
    }
  fprintf (stderr, "%u files, %u opened\n", files->len, n_opened);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (every_file_gives_views_or_an_error) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
