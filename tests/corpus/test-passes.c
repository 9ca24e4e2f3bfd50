/* test-passes.c: every file of the corpus that opens goes through the first passes
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

#include "src/compiler/pt-passes.h"

static guint n_compiled;

/* Every index in the program is one of its arrays. */
static void
assert_whole (const PtProgram *program, const char *path)
{
  for (guint i = 0; i < program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (program, i);

      if (flow->source >= program->nodes->len || flow->target >= program->nodes->len
          || flow->scope >= program->scopes->len)
        fail_msg ("%s: flow %s", path, flow->origin.id);
    }
  for (guint i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);

      if (!node->origin.id || node->scope >= program->scopes->len
          || (node->lane != PT_NO_INDEX && node->lane >= program->lanes->len)
          || (node->role != PT_NO_INDEX && node->role >= program->roles->len))
        fail_msg ("%s: node %s", path, node->origin.id);
    }
}

static gboolean
has_placeholder (const char *text)
{
  for (const char *at = strchr (text, '{'); at; at = strchr (at + 1, '{'))
    if (g_ascii_isdigit (at[1]) && at[2] == '}')
      return TRUE;
  return FALSE;
}

static void
assert_worded (PtDiagnostics *found, const char *path)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (found, i);
      g_autofree char *message = pt_diagnostic_message (diagnostic);

      if (has_placeholder (message))
        fail_msg ("%s: %s", path, message);
      for (guint k = 0; k < diagnostic->fixes->len; k++)
        {
          g_autofree char *label = pt_fix_label (g_ptr_array_index (diagnostic->fixes, k));

          if (has_placeholder (label))
            fail_msg ("%s: %s", path, label);
        }
    }
}

static void
compile (PtDocument *document, const char *path)
{
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);
  PtProgram *timed = pt_pass_time (pt_pass_decide (pt_compiler_lower (graph, found), found), found);
  g_autoptr (PtProgram) bound = NULL;
  GDate day;

  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  bound = pt_pass_bind (timed, NULL, &day, found);
  assert_whole (bound, path);
  assert_worded (found, path);
  n_compiled++;
}

static void
visit (GFile *folder)
{
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (folder, "standard::name,standard::type", 0, NULL, NULL);
  GFileInfo *info = NULL;
  GFile *file = NULL;

  while (children && g_file_enumerator_iterate (children, &info, &file, NULL, NULL) && info)
    {
      g_autoptr (PtDocument) document = NULL;

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        visit (file);
      else if (g_str_has_suffix (g_file_info_get_name (info), ".bpmn"))
        document = pt_bpmn_load (file, NULL, NULL);
      if (document)
        compile (document, g_file_peek_path (file));
    }
}

static void
test_passes (void **state)
{
  const char *path = g_getenv ("PARTITUR_CORPUS");
  g_autoptr (GFile) folder = path ? g_file_new_for_path (path) : NULL;

  if (!folder)
    {
      fputs ("skipped: PARTITUR_CORPUS is not set\n", stderr);
      return;
    }
  visit (folder);
  assert_true (n_compiled > 0);
  fprintf (stderr, "%u files compiled\n", n_compiled);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_passes) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
