/* test-live.c: a drawing compiles again after each change, and outdated results do not arrive
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

#include <partitur/modeling.h>
#include <partitur/roster-edit.h>

static const char drawing[]
    = "<definitions xmlns='" PT_NS_BPMN "' targetNamespace='urn:t'>"
      "<process id='p'><startEvent id='s'/><userTask id='t' name='Work'/><endEvent id='e'/>"
      "<sequenceFlow id='f' sourceRef='s' targetRef='t'/><sequenceFlow id='g' sourceRef='t' "
      "targetRef='e'/>"
      "</process></definitions>";

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  PtLiveCompiler *live;
  guint n_updates;
  guint64 serial; /* of the last update */
} Case;

static void
updated_cb (PtLiveCompiler *live, PtCompilation *compilation, Case *self)
{
  self->n_updates++;
  self->serial = pt_compilation_get_serial (compilation);
  assert_ptr_equal (pt_live_compiler_get (live), compilation);
}

static int
setup (void **state)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawing, strlen (drawing));

  self->document = pt_bpmn_load_bytes (bytes, "live.bpmn", NULL);
  self->graph = pt_process_graph_new (self->document);
  self->live = pt_live_compiler_new (self->graph);
  g_signal_connect (self->live, "updated", G_CALLBACK (updated_cb), self);
  *state = self;
  return 0;
}

static int
teardown (void **state)
{
  Case *self = *state;

  g_clear_object (&self->live);
  g_object_unref (self->graph);
  g_object_unref (self->document);
  g_free (self);
  return 0;
}

static void
wait_for_updates (Case *self, guint n)
{
  while (self->n_updates < n)
    g_main_context_iteration (NULL, TRUE);
}

/* Whatever still comes has had time to come. */
static void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
set_name (Case *self, const char *name)
{
  pt_document_begin (self->document, "Rename");
  pt_document_set_attribute (self->document, pt_document_get_by_id (self->document, "t"), NULL,
                             "name", name);
  pt_document_commit (self->document);
}

static void
test_first_result (void **state)
{
  Case *self = *state;

  assert_null (pt_live_compiler_get (self->live));
  wait_for_updates (self, 1);
  assert_int_equal (self->serial, pt_document_get_serial (self->document));
}

static void
test_changes_are_gathered (void **state)
{
  Case *self = *state;

  wait_for_updates (self, 1);
  set_name (self, "One");
  set_name (self, "Two");
  set_name (self, "Three");
  wait_for_updates (self, 2);
  settle ();
  assert_int_equal (self->n_updates, 2);
  assert_int_equal (self->serial, pt_document_get_serial (self->document));
}

/* A change during a run: its result is not for the drawing as it is now. */
static void
test_outdated_results_are_dropped (void **state)
{
  Case *self = *state;

  g_main_context_iteration (NULL, TRUE); /* lowers and starts the worker */
  set_name (self, "Other");
  wait_for_updates (self, 1);
  settle ();
  assert_int_equal (self->n_updates, 1);
  assert_int_equal (self->serial, pt_document_get_serial (self->document));
}

static void
test_options (void **state)
{
  Case *self = *state;
  g_autoptr (PtRules) rules = pt_rules_new ();
  PtCompileOptions options
      = { .target = pt_target_find ("bpmn"), .emit = TRUE, .force = TRUE, .rules = rules };

  wait_for_updates (self, 1);
  assert_null (pt_compilation_get_xml (pt_live_compiler_get (self->live)));
  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  pt_live_compiler_set_options (self->live, &options);
  wait_for_updates (self, 2);
  assert_non_null (pt_compilation_get_xml (pt_live_compiler_get (self->live)));
}

static void
test_roles (void **state)
{
  Case *self = *state;
  g_autoptr (PtDocument) roles = pt_roster_new_document ("Test");
  g_autofree char *role = NULL;

  wait_for_updates (self, 1);
  pt_live_compiler_set_roles (self->live, roles);
  wait_for_updates (self, 2);
  role = pt_roster_add_role (roles, "Clerk", PT_ROLE_INTERNAL);
  wait_for_updates (self, 3);
  pt_live_compiler_set_roles (self->live, roles);
  settle ();
  assert_int_equal (self->n_updates, 3);
  pt_live_compiler_set_roles (self->live, NULL);
  wait_for_updates (self, 4);
}

/* Findings of the roles file come along, and are read anew only when it changes. */
static void
test_roles_findings (void **state)
{
  Case *self = *state;
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "roster", "acme.roles.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) roles = pt_roster_load (file, NULL, NULL);
  PtCompileOptions options = { 0 };
  guint n;

  g_date_set_dmy (&options.day, 1, G_DATE_MARCH, 2026);
  pt_live_compiler_set_options (self->live, &options);
  pt_live_compiler_set_roles (self->live, roles);
  wait_for_updates (self, 1);
  n = count_code (pt_compilation_get_diagnostics (pt_live_compiler_get (self->live)), "RD01");
  pt_document_begin (roles, "Break");
  pt_document_set_attribute (roles, pt_document_get_by_id (roles, "p.kurz"), NULL, "unit", "gone");
  pt_document_commit (roles);
  wait_for_updates (self, 2);
  assert_int_equal (count_code (pt_compilation_get_diagnostics (pt_live_compiler_get (self->live)),
                                "RF03"),
                    1);
  assert_int_equal (count_code (pt_compilation_get_diagnostics (pt_live_compiler_get (self->live)),
                                "RD01"),
                    n);
  /* what a project makes of them counts at once */
  assert_true (pt_modeling_set_rule (self->graph, "RF03", "off"));
  wait_for_updates (self, 3);
  assert_int_equal (count_code (pt_compilation_get_diagnostics (pt_live_compiler_get (self->live)),
                                "RF03"),
                    0);
}

/* Nothing arrives at whoever has let go of it, and nothing is kept alive. */
static void
test_dropped_while_running (void **state)
{
  Case *self = *state;
  gpointer weak = self->live;

  g_object_add_weak_pointer (G_OBJECT (self->live), &weak);
  g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->live);
  settle ();
  assert_null (weak);
  assert_int_equal (self->n_updates, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown (function, setup, teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    TEST (test_first_result),
    TEST (test_changes_are_gathered),
    TEST (test_outdated_results_are_dropped),
    TEST (test_options),
    TEST (test_roles),
    TEST (test_roles_findings),
    TEST (test_dropped_while_running),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
