/* test-fixes.c: each repair removes its finding, is one undo step, and says when it no longer fits
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

#include <partitur/modeling.h>

typedef struct
{
  PtDocument *document, *roles;
  PtProcessGraph *graph;
} Case;

static GFile *
fixture (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), folder, name, NULL);

  return g_file_new_for_path (path);
}

static int
setup (void **state)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GFile) drawing = fixture ("compiler", "faults.bpmn");
  g_autoptr (GFile) roles = fixture ("roster", "acme.roles.xml");

  self->document = pt_bpmn_load (drawing, NULL, NULL);
  self->roles = pt_roster_load (roles, NULL, NULL);
  self->graph = pt_process_graph_new (self->document);
  *state = self;
  return 0;
}

static int
teardown (void **state)
{
  Case *self = *state;

  g_object_unref (self->graph);
  g_object_unref (self->document);
  g_object_unref (self->roles);
  g_free (self);
  return 0;
}

static PtCompilation *
compile (Case *self)
{
  PtCompileOptions options = { .target = pt_target_find ("camunda7") };

  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  return pt_compile (self->graph, self->roles, &options);
}

/* Returns: (transfer none) (nullable): the first repair of this kind that a finding of this code
 * offers */
static const PtFix *
find_fix (const PtCompilation *compilation,
          const char *code,
          PtFixKind kind,
          const PtDiagnostic **of)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      *of = pt_diagnostics_get (found, i);
      for (guint k = 0; k < (*of)->fixes->len; k++)
        {
          const PtFix *fix = g_ptr_array_index ((*of)->fixes, k);

          if (fix->kind == kind && strcmp (pt_code_info ((*of)->code)->code, code) == 0)
            return fix;
        }
    }
  return NULL;
}

/* Whether the same is still said about the same element. */
static gboolean
is_still_said (const PtCompilation *compilation, const PtDiagnostic *finding)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *other = pt_diagnostics_get (found, i);

      if (other->code == finding->code
          && strcmp (g_ptr_array_index (other->elements, 0),
                     g_ptr_array_index (finding->elements, 0))
                 == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_fix (Case *self, const char *code, PtFixKind kind, gboolean of_roles)
{
  PtDocument *changed = of_roles ? self->roles : self->document;
  g_autoptr (GBytes) before = pt_document_to_bytes (changed, NULL);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PtCompilation) first = compile (self);
  g_autoptr (PtCompilation) second = NULL;
  const PtDiagnostic *finding = NULL;
  const PtFix *fix = find_fix (first, code, kind, &finding);
  g_autofree char *text = pt_diagnostics_to_text (pt_compilation_get_diagnostics (first), "faults");

  if (!fix)
    fail_msg ("%s offers no %s:\n%s", code, pt_fix_kind_id (kind), text);
  if (!pt_compiler_apply_fix (self->graph, self->roles, fix, &error))
    fail_msg ("%s of %s: %s", pt_fix_kind_id (kind), code, error->message);
  second = compile (self);
  if (is_still_said (second, finding))
    fail_msg ("%s does not repair %s", pt_fix_kind_id (kind), code);
  pt_document_undo (changed);
  assert_false (pt_document_can_undo (changed));
  after = pt_document_to_bytes (changed, NULL);
  assert_true (g_bytes_equal (before, after));
}

/* ----- each kind ------------------------------------------------------------------------------ */

static const struct
{
  PtFixKind kind;
  const char *code;
  gboolean of_roles;
} fixes[] = {
  { PT_FIX_ADD_START_EVENT, "B10" },  { PT_FIX_ADD_END_EVENT, "B11" },
  { PT_FIX_RENAME, "RD02" },          { PT_FIX_DELETE, "B12" },
  { PT_FIX_REPLACE, "X01" },          { PT_FIX_REPLACE, "RX06" },
  { PT_FIX_SET_DEFAULT, "D05" },      { PT_FIX_CREATE_ROLE, "RD02", TRUE },
  { PT_FIX_ADD_ALIAS, "RD02", TRUE }, { PT_FIX_REPLACE_REFERENCE, "B03" },
  { PT_FIX_MOVE_TO_LANE, "RD09" },    { PT_FIX_SET_TIMER, "T02" },
  { PT_FIX_CHANGE_GATEWAY, "S101" },  { PT_FIX_LET_WRITE, "V02" },
  { PT_FIX_SET_ASSIGNMENT, "RD10" },  { PT_FIX_MARK_COMPENSATION, "B34" },
};

static void
test_each_kind (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    {
      void *self;

      setup (&self);
      check_fix (self, fixes[i].code, fixes[i].kind, fixes[i].of_roles);
      teardown (&self);
    }
}

/* test-roles-fixes.c tests those of the roles file that follow, test-file.c those of the file itself, and
 * test-style.c and test-staff.c those of how a drawing is made and of people, which come last. */
static void
test_every_kind_is_tested (void **state)
{
  gboolean tested[PT_N_FIXES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (fixes); i++)
    tested[fixes[i].kind] = TRUE;
  for (guint kind = 0; kind < PT_FIX_ADD_ENTRY; kind++)
    assert_true (tested[kind]);
}

/* ----- repairs that no longer fit ------------------------------------------------------------- */

static void
test_element_is_gone (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = compile (self);
  g_autoptr (GError) error = NULL;
  const PtDiagnostic *finding = NULL;
  const PtFix *fix = find_fix (compilation, "B12", PT_FIX_DELETE, &finding);

  assert_true (pt_compiler_apply_fix (self->graph, self->roles, fix, NULL));
  assert_false (pt_compiler_apply_fix (self->graph, self->roles, fix, &error));
  assert_non_null (error);
}

static void
test_reference_is_right_already (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = compile (self);
  const PtDiagnostic *finding = NULL;
  const PtFix *fix = find_fix (compilation, "B03", PT_FIX_REPLACE_REFERENCE, &finding);

  assert_true (pt_compiler_apply_fix (self->graph, self->roles, fix, NULL));
  assert_false (pt_compiler_apply_fix (self->graph, self->roles, fix, NULL));
}

static void
test_no_roles_file (void **state)
{
  Case *self = *state;
  g_autoptr (PtCompilation) compilation = compile (self);
  g_autoptr (GError) error = NULL;
  const PtDiagnostic *finding = NULL;
  const PtFix *fix = find_fix (compilation, "RD02", PT_FIX_CREATE_ROLE, &finding);

  assert_false (pt_compiler_apply_fix (self->graph, NULL, fix, &error));
  assert_int_equal (error->code, G_IO_ERROR_NOT_FOUND);
}

#define TEST(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

/* ----- all of a kind -------------------------------------------------------------------------- */

static guint
count_ends_missing (PtDocument *document)
{
  PtCompileOptions options = { .target = NULL };
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  g_autoptr (PtCompilation) compilation = pt_compile (graph, NULL, &options);

  return count_code (pt_compilation_get_diagnostics (compilation), "B11");
}

static GPtrArray *
plan (PtCode code, PtFixKind kind, GCancellable *cancellable)
{
  PtCompileOptions options = { .target = NULL };
  g_autoptr (GFile) file = fixture ("compiler", "unfinished.bpmn");
  g_autoptr (PtDocument) copy = pt_bpmn_load (file, NULL, NULL);

  return pt_compiler_plan_fixes (copy, NULL, &options, code, kind, cancellable);
}

static void
all_of_a_kind_are_one_step (void **state)
{
  g_autoptr (GFile) file = fixture ("compiler", "unfinished.bpmn");
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  g_autoptr (GPtrArray) todo = plan (PT_CODE_B11, PT_FIX_ADD_END_EVENT, NULL);
  g_autoptr (GBytes) before = pt_document_to_bytes (document, NULL), after = NULL;

  assert_int_equal (count_ends_missing (document), 3);
  assert_int_equal (todo->len, 3);
  assert_int_equal (pt_compiler_apply_fixes (document, NULL, todo), 3);
  assert_int_equal (count_ends_missing (document), 0);
  assert_non_null (pt_process_graph_get (graph, "Ship")->outgoing);
  pt_document_undo (document);
  assert_false (pt_document_can_undo (document));
  after = pt_document_to_bytes (document, NULL);
  assert_true (g_bytes_equal (before, after));
}

/* Either of two gateways could change its kind; when one has, the other must not. */
static void
what_an_earlier_repair_settled_is_left_alone (void **state)
{
  g_autoptr (GPtrArray) todo = plan (PT_CODE_S101, PT_FIX_CHANGE_GATEWAY, NULL);

  assert_int_equal (todo->len, 1);
}

static void
a_cancelled_plan_is_empty (void **state)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) todo = NULL;

  g_cancellable_cancel (cancellable);
  todo = plan (PT_CODE_B11, PT_FIX_ADD_END_EVENT, cancellable);
  assert_int_equal (todo->len, 0);
}

/* The plan is for a drawing in which all three steps are; of one that lacks the second, the first
 * is repaired. */
static void
a_plan_stops_where_it_does_not_fit (void **state)
{
  g_autoptr (GFile) file = fixture ("compiler", "unfinished.bpmn");
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  g_autoptr (GPtrArray) todo = plan (PT_CODE_B11, PT_FIX_ADD_END_EVENT, NULL);
  const char *const gone[] = { "Bill", NULL };

  assert_true (pt_modeling_delete (graph, gone));
  assert_int_equal (pt_compiler_apply_fixes (document, NULL, todo), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_each_kind),
    cmocka_unit_test (test_every_kind_is_tested),
    cmocka_unit_test (all_of_a_kind_are_one_step),
    cmocka_unit_test (what_an_earlier_repair_settled_is_left_alone),
    cmocka_unit_test (a_cancelled_plan_is_empty),
    cmocka_unit_test (a_plan_stops_where_it_does_not_fit),
    TEST (test_element_is_gone),
    TEST (test_reference_is_right_already),
    TEST (test_no_roles_file),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
