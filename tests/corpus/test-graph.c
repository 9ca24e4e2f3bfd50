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

#include "corpus-files.h"

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
    {
      const PtDanglingReference *reference = &g_array_index (dangling, PtDanglingReference, i);

      if (reference->kind != PT_DANGLING_WRONG)
        assert_null (pt_document_get_by_id (document, reference->value));
    }
}

static void
every_file_gives_views_or_an_error (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  guint n_opened = 0;

  if (!files)
    return;
  assert_true (files->len > 0);
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_file_peek_path (files->pdata[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, &error);

      /* Files with entities are refused however well-formed. */
      if (!document != !is_bpmn (path)
          && !g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_ENTITY))
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
