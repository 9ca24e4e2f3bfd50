/* test-compile.c: the whole pipeline, from a drawing to a checked executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

#include <partitur/document.h>
#include <partitur/roster-edit.h>

typedef struct
{
  PtProcessGraph *graph;
  PtDocument *roles;
  PtCompileOptions options;
} Case;

static GFile *
fixture (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), folder, name, NULL);

  return g_file_new_for_path (path);
}

static PtProcessGraph *
graph_of_bytes (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, name, &error);

  if (!document)
    fail_msg ("%s", error->message);
  return pt_process_graph_new (document);
}

static int
setup (void **state)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GFile) drawing = fixture ("compiler", "purchase.bpmn");
  g_autoptr (GFile) roles = fixture ("roster", "acme.roles.xml");
  g_autoptr (GBytes) bytes = g_file_load_bytes (drawing, NULL, NULL, NULL);

  self->graph = graph_of_bytes (bytes, "purchase.bpmn");
  self->roles = pt_roster_load (roles, NULL, NULL);
  self->options.target = pt_target_find ("bpmn");
  self->options.emit = TRUE;
  g_date_set_dmy (&self->options.day, 1, G_DATE_MARCH, 2026);
  *state = self;
  return 0;
}

static int
teardown (void **state)
{
  Case *self = *state;

  g_object_unref (self->graph);
  g_object_unref (self->roles);
  g_free (self);
  return 0;
}

static PtCompilation *
compile (Case *self)
{
  return pt_compile (self->graph, self->roles, &self->options);
}

/* ----- the files ------------------------------------------------------------------------------ */

static void
check_golden (Case *self, const char *target, const char *golden)
{
  g_autoptr (PtCompilation) first = NULL;
  g_autoptr (PtCompilation) second = NULL;
  g_autofree char *findings = NULL;

  self->options.target = pt_target_find (target);
  first = compile (self);
  second = compile (self);
  findings = pt_diagnostics_to_text (pt_compilation_get_diagnostics (first), "purchase.bpmn");
  if (!pt_compilation_get_xml (first))
    fail_msg ("%s", findings);
  assert_golden (pt_compilation_get_xml (first), golden);
  assert_true (g_bytes_equal (pt_compilation_get_xml (first), pt_compilation_get_xml (second)));
  assert_valid (pt_compilation_get_xml (first));
}

static void
test_bpmn (void **state)
{
  check_golden (*state, "bpmn", "purchase.bpmn.expected");
}

static void
test_camunda7 (void **state)
{
  check_golden (*state, "camunda7", "purchase.camunda7.expected");
}

/* The standard's executable file is a drawing again, and compiling that changes nothing more. */
static void
test_recompile (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) first = compile (self);
  g_autoptr (PtCompilation) second = NULL;
  g_autoptr (PtCompilation) third = NULL;

  g_object_unref (self->graph);
  self->graph = graph_of_bytes (pt_compilation_get_xml (first), "first");
  second = compile (self);
  assert_non_null (pt_compilation_get_xml (second));
  g_object_unref (self->graph);
  self->graph = graph_of_bytes (pt_compilation_get_xml (second), "second");
  third = compile (self);
  assert_true (g_bytes_equal (pt_compilation_get_xml (second), pt_compilation_get_xml (third)));
}

/* ----- source map ----------------------------------------------------------------------------- */

static void
test_lines (void **state)
{
  g_autoptr (PtCompilation) compilation = compile (*state);
  g_autoptr (JsonNode) map = pt_compilation_get_map (compilation);
  int first, last;

  assert_true (pt_compilation_get_lines (compilation, "Task_Post", &first, &last));
  assert_true (first < last);
  assert_string_equal (pt_compilation_get_logical_at (compilation, first + 1), "Task_Post");
  assert_string_equal (json_object_get_string_member (json_node_get_object (map), "Task_Post_di"),
                       "Task_Post");
}

/* ----- findings ------------------------------------------------------------------------------- */

static void
test_errors_stop_the_file (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) refused = NULL;
  g_autoptr (PtCompilation) forced = NULL;
  g_autoptr (JsonNode) map = NULL;
  int line;

  /* by then nobody may approve */
  g_date_set_dmy (&self->options.day, 1, G_DATE_DECEMBER, 2026);
  refused = compile (self);
  assert_true (pt_diagnostics_count (pt_compilation_get_diagnostics (refused), PT_SEVERITY_ERROR)
               > 0);
  assert_null (pt_compilation_get_xml (refused));
  assert_false (pt_compilation_get_lines (refused, "Task_Post", &line, &line));
  assert_null (pt_compilation_get_logical_at (refused, 3));
  map = pt_compilation_get_map (refused);
  assert_int_equal (json_object_get_size (json_node_get_object (map)), 0);
  self->options.force = TRUE;
  forced = compile (self);
  assert_non_null (pt_compilation_get_xml (forced));
}

static void
test_findings_have_places (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = compile (self);
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  int line = 0;

  assert_true (pt_diagnostics_get_length (found) > 0);
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (found, i);

      if (finding->elements->len == 0 || finding->file)
        continue;
      assert_true (finding->line >= line);
      line = finding->line;
    }
  assert_true (line > 0);
  assert_int_equal (pt_compilation_get_serial (compilation),
                    pt_document_get_serial (pt_process_graph_get_document (self->graph)));
}

/* Without a target nothing is legalised, without a wish nothing is emitted. */
static void
test_check_only (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) bare = NULL;
  g_autoptr (PtCompilation) checked = NULL;

  self->options.target = NULL;
  bare = compile (self);
  assert_int_equal (count_code (pt_compilation_get_diagnostics (bare), "X10"), 0);
  assert_null (pt_compilation_get_xml (bare));
  self->options.target = pt_target_find ("camunda7");
  self->options.emit = FALSE;
  checked = compile (self);
  assert_int_equal (count_code (pt_compilation_get_diagnostics (checked), "X10"), 1);
  assert_null (pt_compilation_get_xml (checked));
}

static void
test_without_roles (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = pt_compile (self->graph, NULL, &self->options);

  assert_int_equal (count_code (pt_compilation_get_diagnostics (compilation), "RH01"), 0);
  assert_non_null (pt_compilation_get_program (compilation));
}

static void
test_today (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = NULL;

  g_date_clear (&self->options.day, 1);
  compilation = compile (self);
  assert_true (pt_diagnostics_get_length (pt_compilation_get_diagnostics (compilation)) > 0);
}

static void
test_cancelled (void **state)
{
  Case *self = *state;
  PtDiagnostics *found = pt_diagnostics_new (NULL);
  PtProgram *program = pt_compiler_lower (self->graph, found);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_null (pt_compiler_finish (program, found, NULL, &self->options, cancellable));
}

/* ----- severities ----------------------------------------------------------------------------- */

static void
test_rules (void **state)
{
  static const char text[]
      = "<definitions xmlns='" PT_NS_BPMN "' xmlns:p='" PT_NS_PARTITUR "' targetNamespace='urn:t'>"
        "<extensionElements><p:rule code='B10' severity='off'/><p:rule code='B11' "
        "severity='error'/>"
        "<p:rule code='ZZ9' severity='off'/><p:rule/></extensionElements>"
        "<process id='p'><extensionElements><p:rule code='B13' severity='off'/></extensionElements>"
        "<task id='t' name='Work'/></process></definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PtProcessGraph) graph = graph_of_bytes (bytes, "rules.bpmn");
  g_autoptr (PtRules) over = pt_rules_new ();
  g_autoptr (PtRules) plain = pt_compiler_rules_of (graph, NULL);
  g_autoptr (PtRules) both = NULL;

  assert_int_equal (pt_rules_get (plain, PT_CODE_B10), PT_SEVERITY_OFF);
  assert_int_equal (pt_rules_get (plain, PT_CODE_B11), PT_SEVERITY_ERROR);
  assert_int_equal (pt_rules_get (plain, PT_CODE_B13), PT_SEVERITY_OFF);
  assert_int_equal (pt_rules_get (plain, PT_CODE_B12), pt_code_info (PT_CODE_B12)->severity);
  assert_true (pt_rules_set (over, "B11", "warning"));
  both = pt_compiler_rules_of (graph, over);
  assert_int_equal (pt_rules_get (both, PT_CODE_B10), PT_SEVERITY_OFF);
  assert_int_equal (pt_rules_get (both, PT_CODE_B11), PT_SEVERITY_WARNING);
}

/* ----- what others play ------------------------------------------------------------------------
 */

static guint
errors_with_customer (const char *kind)
{
  static const char text[]
      = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:t'><collaboration id='c'>"
        "<participant id='x' name='Customer' processRef='q'/></collaboration>"
        "<process id='q'><startEvent id='s'/><exclusiveGateway id='g' name='Sure?'/><task id='a' "
        "name='Order'/>"
        "<task id='b' name='Leave'/><sequenceFlow id='f1' sourceRef='s' targetRef='g'/>"
        "<sequenceFlow id='f2' sourceRef='g' targetRef='a'/><sequenceFlow id='f3' sourceRef='g' "
        "targetRef='b'/>"
        "</process></definitions>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PtProcessGraph) graph = graph_of_bytes (bytes, "customer.bpmn");
  g_autoptr (PtDocument) roles = pt_roster_new_document ("Acme");
  PtCompileOptions options = { 0 };
  g_autoptr (PtCompilation) compilation = NULL;

  g_free (
      pt_roster_add_role (roles, "Customer",
                          g_str_equal (kind, "external") ? PT_ROLE_EXTERNAL : PT_ROLE_INTERNAL));
  compilation = pt_compile (graph, roles, &options);
  return pt_diagnostics_count (pt_compilation_get_diagnostics (compilation), PT_SEVERITY_ERROR);
}

/* A decision without answers stops us from playing the process, but not a customer. */
static void
test_outsiders (void **state)
{
  assert_int_equal (errors_with_customer ("external"), 0);
  assert_int_not_equal (errors_with_customer ("internal"), 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

/* ----- the steps ------------------------------------------------------------------------------ */

static void
test_each_code_belongs_to_a_step (void **state)
{
  gboolean found[PT_N_PASSES] = { FALSE };

  for (guint code = 0; code < PT_N_CODES; code++)
    found[pt_pass_of_code ((PtCode)code)] = TRUE;
  for (guint pass = 0; pass < PT_N_PASSES; pass++)
    assert_true (found[pass]);
  assert_int_equal (pt_pass_of_code (PT_CODE_B11), PT_PASS_LOWER);
  assert_int_equal (pt_pass_of_code (PT_CODE_RF01), PT_PASS_BIND);
  assert_int_equal (pt_pass_of_code (PT_CODE_S101), PT_PASS_SOUND);
  assert_int_equal (pt_pass_of_code (PT_CODE_RS01), PT_PASS_STAFF);
  assert_int_equal (pt_pass_of_code (PT_CODE_X01), PT_PASS_LEGALISE);
  assert_int_equal (pt_pass_of_inference (PT_INFERENCE_TIME), PT_PASS_TIME);
}

static void
test_each_step_is_worded (void **state)
{
  for (guint pass = 0; pass < PT_N_PASSES; pass++)
    {
      assert_non_null (pt_pass_id ((PtPass)pass));
      assert_non_null (pt_pass_label ((PtPass)pass));
      assert_non_null (pt_pass_purpose ((PtPass)pass));
    }
  assert_string_equal (pt_pass_id (PT_PASS_LEGALISE), "legalise");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST (test_bpmn),
    TEST (test_camunda7),
    TEST (test_recompile),
    TEST (test_lines),
    TEST (test_errors_stop_the_file),
    TEST (test_findings_have_places),
    TEST (test_check_only),
    TEST (test_without_roles),
    TEST (test_today),
    TEST (test_cancelled),
    TEST (test_rules),
    TEST (test_outsiders),
    cmocka_unit_test (test_each_code_belongs_to_a_step),
    cmocka_unit_test (test_each_step_is_worded),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
