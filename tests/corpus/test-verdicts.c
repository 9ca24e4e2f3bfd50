/* test-verdicts.c: processes whose verdict others have published
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The processes are those of the BPMN Analyzer and of fbpmn (see the corpus' own notes); what they are
 * made to show stands in their names and in the papers that go with them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <partitur/compiler.h>
#include <string.h>

static const struct
{
  const char *path;
  const char *codes; /* of the S series; empty for what is sound */
} verdicts[] = {
  { "rust_bpmn_analyzer/gateways.bpmn", "" },
  { "rust_bpmn_analyzer/p10.bpmn", "S101 " },
  { "rust_bpmn_analyzer/p17x01.bpmn", "" },
  { "rust_bpmn_analyzer/p6_stuck.bpmn", "S101 " },
  { "rust_bpmn_analyzer/tasks.bpmn", "" },
  { "bpmn-analyzer-js/livelock.bpmn", "S107 " },
  { "bpmn-analyzer-js/pools-with-message-flows.bpmn", "S103 " },
  { "bpmn-analyzer-js/starvation.bpmn", "S114 " },
  { "bpmn-analyzer-js/unsafe-gateways.bpmn", "S103 " },
  { "fbpmn/e003OrTest.bpmn", "S107 " },
  { "fbpmn/e012OrSize2x2.bpmn", "" },
  { "fbpmn/e013OrSize2x3.bpmn", "" },
  { "fbpmn/e016CheckTest.bpmn", "" },
  { "fbpmn/e033MBE.bpmn", "" },
  { "fbpmn/e039TravelAgency.bpmn", "" },
  { "fbpmn/e056TBE.bpmn", "" },
  { "fbpmn/s004Xor3.bpmn", "" },
};

static char *
check (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("PARTITUR_CORPUS"), path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (PtProcessGraph) graph = document ? pt_process_graph_new (document) : NULL;
  const PtCompileOptions options = { 0 };
  g_autoptr (PtCompilation) compilation = graph ? pt_compile (graph, NULL, &options) : NULL;
  GString *codes = g_string_new (NULL);

  assert_non_null (compilation);
  for (guint i = 0; i < pt_diagnostics_get_length (pt_compilation_get_diagnostics (compilation)); i++)
    {
      const char *code
          = pt_code_info (pt_diagnostics_get (pt_compilation_get_diagnostics (compilation), i)->code)
                ->code;

      if (code[0] == 'S' && strlen (code) == 4)
        g_string_append_printf (codes, "%s ", code);
    }
  return g_string_free (codes, FALSE);
}

static void
verdicts_are_those_published (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *codes = check (verdicts[i].path);

      if (!g_str_equal (codes, verdicts[i].codes))
        fail_msg ("%s: %s, not %s", verdicts[i].path, codes, verdicts[i].codes);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (verdicts_are_those_published) };

  if (!g_getenv ("PARTITUR_CORPUS"))
    {
      print_message ("PARTITUR_CORPUS is not set: skipped\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
