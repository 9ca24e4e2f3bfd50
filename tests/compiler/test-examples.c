/* test-examples.c: the examples compile for every target, and nobody is missing to play them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

static const char *const examples[] = { "order-to-cash", "onboarding", "incident" };

static PtDocument *
load (PtDocument *(*reader) (GFile *, GCancellable *, GError **),
      const char *name,
      const char *ending)
{
  g_autofree char *file_name = g_strconcat (name, ending, NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("PT_EXAMPLES"), file_name, NULL);
  g_autoptr (GError) error = NULL;
  PtDocument *document = reader (file, NULL, &error);

  assert_null (error);
  return document;
}

static void
assert_no_errors (PtDiagnostics *diagnostics, const char *name)
{
  g_autofree char *text = pt_diagnostics_to_text (diagnostics, name);

  if (pt_diagnostics_count (diagnostics, PT_SEVERITY_ERROR) > 0)
    fail_msg ("%s", text);
}

static void
compile_example (const char *name, const PtTarget *target)
{
  g_autoptr (PtDocument) document = load (pt_document_load, name, ".bpmn");
  g_autoptr (PtDocument) roles = load (pt_roster_load, name, ".roles.xml");
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  PtCompileOptions options = { .target = target, .emit = TRUE };

  g_date_set_time_t (&options.day, time (NULL)); /* the examples hold today, whenever that is */
  g_autoptr (PtCompilation) compilation = pt_compile (graph, roles, &options);

  assert_no_errors (pt_compilation_get_diagnostics (compilation), name);
  assert_non_null (pt_compilation_get_xml (compilation));
  assert_valid (pt_compilation_get_xml (compilation));
}

static void
test_every_target (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (const PtTarget *const *target = pt_target_get_all (); *target; target++)
      compile_example (examples[i], *target);
}

static void
test_rosters_have_no_findings (void **state)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_time_t (&day, time (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (PtDocument) roles = load (pt_roster_load, examples[i], ".roles.xml");
      g_autoptr (PtDiagnostics) diagnostics = pt_diagnostics_new (NULL);

      pt_roster_check (roles, &day, diagnostics);
      assert_int_equal (pt_diagnostics_get_length (diagnostics), 0);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_target),
    cmocka_unit_test (test_rosters_have_no_findings),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
