/* test-net.c: the step function, and that reducing and exploring agree with counting tokens by hand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <partitur/net.h>

#include "../compiler/program-builder.h"
#include "by-hand.h"
#include "random-process.h"

#define N_RANDOM 10000
#define MAX_MARKINGS 100000

/* --- the step function --- */

static guint
step_of (const PtNet *net, PtIndex node, guint k)
{
  for (guint i = 0; i < net->steps->len; i++)
    if (pt_net_step (net, i)->node == node && k-- == 0)
      return i;
  fail_msg ("node %u has no such step", node);
  return 0;
}

static void
tokens_move_as_bpmn_says (void **state)
{
  g_autoptr (PtProgram) program = pt_program_new ("test");
  PtIndex process = add_process (program, "P");
  PtIndex start = add_node (program, process, PT_BPMN_START_EVENT, "S", NULL);
  PtIndex split = add_node (program, process, PT_BPMN_PARALLEL_GATEWAY, "G1", NULL);
  PtIndex join = add_node (program, process, PT_BPMN_PARALLEL_GATEWAY, "G2", NULL);
  PtIndex end = add_node (program, process, PT_BPMN_END_EVENT, "E", NULL);
  g_autoptr (PtNet) net = NULL;
  PtMarking marking, next;
  guint doubled;

  add_flow (program, start, split, "F1");
  add_flow (program, split, join, "F2");
  add_flow (program, split, join, "F3");
  add_flow (program, join, end, "F4");
  pt_program_seal (program);
  net = pt_net_new (program, process);
  pt_net_initial (net, &marking);
  assert_true (pt_net_is_enabled (net, step_of (net, start, 0), &marking));
  assert_false (pt_net_is_enabled (net, step_of (net, join, 0), &marking));
  assert_true (pt_net_fire (net, step_of (net, start, 0), &marking, &next, &doubled));
  assert_true (pt_net_fire (net, step_of (net, split, 0), &next, &marking, &doubled));
  assert_int_equal (__builtin_popcountll (marking), 2);
  assert_true (pt_net_fire (net, step_of (net, join, 0), &marking, &next, &doubled));
  assert_false (pt_net_is_final (net, &next));
  assert_true (pt_net_fire (net, step_of (net, end, 0), &next, &marking, &doubled));
  assert_true (pt_net_is_final (net, &marking));
}

/* --- verdicts --- */

static gboolean
is_sound (const PtNet *net)
{
  g_autoptr (PtExploration) found = pt_net_explore (net, MAX_MARKINGS, NULL);

  assert_true (found->decided || found->faults->len > 0);
  return pt_net_is_sound (net, MAX_MARKINGS, NULL);
}

static void
assert_agrees (const PtProgram *program, guint seed)
{
  g_autoptr (PtNet) net = pt_net_new (program, 0);
  g_autoptr (PtNet) reduced = pt_net_reduce (net);
  gboolean by_hand = by_hand_is_sound (program);

  if (is_sound (net) != by_hand || (reduced != NULL && is_sound (reduced) != by_hand))
    {
      g_autofree char *text = pt_program_to_text (program);

      fail_msg ("seed %u: by hand %s, net %s, reduced %s\n%s", seed, by_hand ? "sound" : "not",
                is_sound (net) ? "sound" : "not",
                reduced == NULL       ? "none"
                : is_sound (reduced) ? "sound"
                                      : "not",
                text);
    }
}

static void
random_processes_have_the_verdict_of_counting_by_hand (void **state)
{
  guint n_sound = 0;

  for (guint seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr (PtProgram) program = random_process (seed);

      assert_agrees (program, seed);
      n_sound += by_hand_is_sound (program);
    }
  print_message ("%u of %u random processes are sound\n", n_sound, N_RANDOM);
  assert_in_range (n_sound, N_RANDOM / 20, N_RANDOM * 19 / 20);
}

/* Every step of a trace can be taken, and the last leads to the fault. */
static void
traces_can_be_played (void **state)
{
  for (guint seed = 0; seed < N_RANDOM / 10; seed++)
    {
      g_autoptr (PtProgram) program = random_process (seed);
      g_autoptr (PtNet) net = pt_net_new (program, 0);
      g_autoptr (PtExploration) found = pt_net_explore (net, MAX_MARKINGS, NULL);

      for (guint i = 0; i < found->faults->len; i++)
        {
          const PtFault *fault = found->faults->pdata[i];
          PtMarking marking, next;
          guint doubled;
          gboolean is_safe = TRUE;

          assert_int_equal (net->n_words, 1);
          pt_net_initial (net, &marking);
          for (guint k = 0; k < fault->trace->len; k++)
            {
              assert_true (is_safe);
              assert_true (
                  pt_net_is_enabled (net, g_array_index (fault->trace, guint, k), &marking));
              is_safe = pt_net_fire (net, g_array_index (fault->trace, guint, k), &marking, &next,
                                     &doubled);
              marking = next;
            }
          assert_int_equal (is_safe, fault->kind != PT_FAULT_DOUBLE);
        }
    }
}

/* Twenty ways at once, a choice on each: a million situations, of which none need be looked at. */
static void
parallel_ways_are_reduced (void **state)
{
  g_autoptr (PtProgram) program = parallel_choices (20);
  g_autoptr (PtNet) net = pt_net_new (program, 0);
  g_autoptr (PtNet) reduced = pt_net_reduce (net);
  g_autoptr (PtExploration) found = pt_net_explore (reduced, 10, NULL);
  g_autoptr (PtExploration) whole = pt_net_explore (net, 1000, NULL);

  assert_true (found->decided);
  assert_int_equal (found->faults->len, 0);
  assert_false (whole->decided);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (tokens_move_as_bpmn_says),
    cmocka_unit_test (random_processes_have_the_verdict_of_counting_by_hand),
    cmocka_unit_test (traces_can_be_played),
    cmocka_unit_test (parallel_ways_are_reduced),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
