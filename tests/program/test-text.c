/* test-text.c: a program as text
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

static void
add_node (PtProgram *program, const char *id)
{
  PtIndex i = pt_program_add_node (program);

  pt_program_node (program, i)->origin.id = pt_program_string (program, id);
}

static void
test_text (void **state)
{
  g_autoptr (PtProgram) program = pt_program_new ("made.bpmn");
  PtIndex decision = pt_program_add_decision (program);
  g_autofree char *text = NULL;

  add_node (program, "a");
  add_node (program, "b");
  pt_program_add_flow (program);
  pt_program_flow (program, 0)->source = 0;
  pt_program_flow (program, 0)->target = 1;
  pt_program_node (program, 0)->type = PT_BPMN_EXCLUSIVE_GATEWAY;
  pt_program_node (program, 0)->name = "Credit OK?";
  pt_program_node (program, 0)->decision = decision;
  pt_program_node (program, 1)->for_compensation = TRUE;
  pt_program_decision (program, decision)->variable = "creditOk";
  pt_program_decision (program, decision)->gateway = 0;
  g_ptr_array_add (pt_program_decision (program, decision)->values, (gpointer) "yes");
  g_ptr_array_add (pt_program_decision (program, decision)->values, (gpointer) "not yet");
  text = pt_program_to_text (program);
  assert_string_equal (text, "node a type=exclusiveGateway name=\"Credit OK?\" decision=creditOk\n"
                             "node b for_compensation\n"
                             "flow \"\" source=a target=b\n"
                             "decision creditOk values=yes|\"not yet\" gateway=a\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_text) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
