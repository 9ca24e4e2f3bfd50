/* test-compile.c: every file of the corpus compiles, for every target, to a file that is valid
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compiled in spite of errors: whatever is drawn, what comes out follows the schemas, every
 * reference in it leads somewhere, every id of it is in the map, and it can be opened again.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <partitur/compiler.h>

#include "corpus-files.h"

static void
check_ids (const xmlNode *element, JsonObject *map, const char *path)
{
  g_autofree char *id = pt_xml_attribute (element, "id");

  if (id && element->ns && g_str_has_prefix ((const char *)element->ns->href, "http://www.omg.org/")
      && !json_object_has_member (map, id))
    fail_msg ("%s: the id %s is not in the map", path, id);
  for (const xmlNode *child = pt_xml_first_element (element); child;
       child = pt_xml_next_element (child))
    check_ids (child, map, path);
}

static void
check_output (const PtCompilation *compilation, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (JsonNode) map = pt_compilation_get_map (compilation);
  GBytes *xml = pt_compilation_get_xml (compilation);
  g_autoptr (PtDiagnostics) faults = pt_diagnostics_new (NULL);
  g_autofree char *text = NULL;

  assert_non_null (xml);
  pt_validate_bpmn (xml, faults);
  text = pt_diagnostics_to_text (faults, path);
  assert_string_equal (text, "");
  document = pt_bpmn_load_bytes (xml, path, &error);
  if (!document)
    fail_msg ("%s: %s", path, error->message);
  graph = pt_process_graph_new (document);
  assert_non_null (pt_process_graph_get_definitions (graph));
  check_ids (pt_document_get_root (document), json_node_get_object (map), path);
}

static PtCompilation *
compile (PtProcessGraph *graph, const PtTarget *target)
{
  PtCompileOptions options = { .target = target, .emit = TRUE, .force = TRUE };

  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  return pt_compile (graph, NULL, &options);
}

/* What comes out is a drawing too. */
static void
compile_again (GBytes *xml, const PtTarget *target, const char *path)
{
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (xml, path, NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  g_autoptr (PtCompilation) compilation = compile (graph, target);

  check_output (compilation, path);
}

static void
check_target (PtProcessGraph *graph, const PtTarget *target, const char *path)
{
  g_autoptr (PtCompilation) first = compile (graph, target);
  g_autoptr (PtCompilation) second = compile (graph, target);

  check_output (first, path);
  compile_again (pt_compilation_get_xml (first), target, path);
  if (!g_bytes_equal (pt_compilation_get_xml (first), pt_compilation_get_xml (second)))
    fail_msg ("%s: two compilations differ", path);
}

static void
every_file_compiles (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  guint n_compiled = 0;

  if (!files)
    return;
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_file_peek_path (files->pdata[i]);
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, NULL);
      g_autoptr (PtProcessGraph) graph = document ? pt_process_graph_new (document) : NULL;

      for (const PtTarget *const *target = pt_target_get_all (); graph && *target; target++)
        check_target (graph, *target, path);
      n_compiled += graph != NULL;
    }
  assert_true (n_compiled > 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_file_compiles),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
