/* test-program.c: a program's arrays, adjacency, ids and copies
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <partitur/program.h>

static PtIndex
add_node (PtProgram *program, const char *id)
{
  PtIndex i = pt_program_add_node (program);

  pt_program_node (program, i)->origin.id = pt_program_string (program, id);
  return i;
}

static PtIndex
add_flow (PtProgram *program, PtIndex source, PtIndex target)
{
  PtIndex i = pt_program_add_flow (program);

  pt_program_flow (program, i)->source = source;
  pt_program_flow (program, i)->target = target;
  return i;
}

/* a → b, a → c, b → c, and a flow into nowhere */
static PtProgram *
make_program (void)
{
  PtProgram *program = pt_program_new ("made.bpmn");
  PtIndex a = add_node (program, "a"), b = add_node (program, "b"), c = add_node (program, "c");

  add_flow (program, a, c);
  add_flow (program, b, c);
  add_flow (program, a, PT_NO_INDEX);
  add_flow (program, a, b);
  return program;
}

static void
test_adjacency (void **state)
{
  g_autoptr (PtProgram) program = make_program ();

  pt_program_seal (program);
  assert_true (program->sealed);
  assert_int_equal (pt_program_node (program, 0)->n_out, 2);
  assert_int_equal (pt_program_node (program, 0)->n_in, 0);
  assert_int_equal (pt_program_flow_out (program, 0, 0), 0);
  assert_int_equal (pt_program_flow_out (program, 0, 1), 3);
  assert_int_equal (pt_program_node (program, 2)->n_in, 2);
  assert_int_equal (pt_program_flow_in (program, 2, 1), 1);
  assert_int_equal (pt_program_flow_in (program, 1, 0), 3);
}

static void
test_index_again (void **state)
{
  g_autoptr (PtProgram) program = make_program ();

  pt_program_index (program);
  pt_program_flow (program, 2)->target = 2;
  pt_program_index (program);
  assert_int_equal (pt_program_node (program, 0)->n_out, 3);
  assert_int_equal (pt_program_node (program, 2)->n_in, 3);
}

static void
test_new_entries_refer_to_nothing (void **state)
{
  g_autoptr (PtProgram) program = pt_program_new (NULL);
  PtIndex node = pt_program_add_node (program);
  PtIndex item = pt_program_add_item (program);

  assert_int_equal (pt_program_node (program, node)->scope, PT_NO_INDEX);
  assert_int_equal (pt_program_node (program, node)->decision, PT_NO_INDEX);
  assert_int_equal (PT_PROGRAM_AT (program->items, PtItem, item)->scope, PT_NO_INDEX);
  assert_null (program->name);
}

static void
test_copy_is_independent (void **state)
{
  PtProgram *program = make_program ();
  PtIndex decision = pt_program_add_decision (program);
  g_autoptr (PtProgram) copy = NULL;

  g_ptr_array_add (pt_program_decision (program, decision)->values,
                   (gpointer)pt_program_string (program, "yes"));
  pt_program_set_place (program, pt_program_node (program, 0)->origin.id, 7, 3);
  pt_program_seal (program);
  copy = pt_program_copy (program);
  assert_false (copy->sealed);
  add_node (copy, "d");
  g_ptr_array_add (pt_program_decision (copy, decision)->values, (gpointer) "no");
  assert_int_equal (program->nodes->len, 3);
  assert_int_equal (pt_program_decision (program, decision)->values->len, 1);
  pt_program_unref (program);

  assert_string_equal (pt_program_node (copy, 0)->origin.id, "a");
  assert_string_equal (g_ptr_array_index (pt_program_decision (copy, decision)->values, 0), "yes");
  assert_int_equal (pt_program_get_place (copy, "a")->line, 7);
  assert_null (pt_program_get_place (copy, "b"));
  assert_null (pt_program_get_place (copy, NULL));
}

static void
test_opened_is_a_copy_where_others_hold_it (void **state)
{
  PtProgram *program = make_program (), *copy;

  pt_program_seal (program);
  assert_ptr_equal (pt_program_open (program), program);
  assert_false (program->sealed);
  pt_program_seal (program);
  copy = pt_program_open (pt_program_ref (program));
  assert_ptr_not_equal (copy, program);
  assert_false (copy->sealed);
  assert_true (program->sealed);
  add_node (copy, "d");
  assert_int_equal (program->nodes->len, 3);
  pt_program_unref (copy);
  pt_program_unref (program);
}

static void
test_ids_are_free_and_deterministic (void **state)
{
  g_autoptr (PtProgram) program = make_program ();

  pt_program_set_place (program, pt_program_string (program, "drawn"), 1, 1);
  assert_string_equal (pt_program_make_id (program, "e"), "e");
  assert_string_equal (pt_program_make_id (program, "e"), "e_2");
  assert_string_equal (pt_program_make_id (program, "e"), "e_3");
  assert_string_equal (pt_program_make_id (program, "a"), "a_2");
  assert_string_equal (pt_program_make_id (program, "drawn"), "drawn_2");
}

static void
test_process_of (void **state)
{
  g_autoptr (PtProgram) program = pt_program_new ("p");
  PtIndex process = pt_program_add_scope (program);
  PtIndex outer = pt_program_add_scope (program), inner = pt_program_add_scope (program);

  pt_program_scope (program, outer)->parent = process;
  pt_program_scope (program, inner)->parent = outer;
  assert_int_equal (pt_program_process_of (program, inner), process);
  assert_int_equal (pt_program_process_of (program, process), process);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_adjacency),
    cmocka_unit_test (test_index_again),
    cmocka_unit_test (test_new_entries_refer_to_nothing),
    cmocka_unit_test (test_copy_is_independent),
    cmocka_unit_test (test_opened_is_a_copy_where_others_hold_it),
    cmocka_unit_test (test_ids_are_free_and_deterministic),
    cmocka_unit_test (test_process_of),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
