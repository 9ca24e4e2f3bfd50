/* bench-history.c: what keeping a history costs, beside the same work without one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of JSON a size; processor time in milliseconds:
 *   plain, kept    one edit with its undo step, views refreshed; written to the history, too
 *   kept_wall      the same by the clock
 *   begin          beginning the history of a document that was just loaded
 *   restore        the document with 1,000 steps from its history, against opening the file
 */
#include <partitur/bpmn.h>
#include <partitur/history.h>
#include <partitur/modeling.h>

#include "../document/history-files.h"
#include "pt-bench.h"

#define N_STEPS 1000

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  guint n_renames;
} Bench;

static void
open_process (Bench *b, GBytes *text, gboolean keep)
{
  b->document = pt_bpmn_load_bytes (text, "bench", NULL);
  if (keep)
    b->document = pt_history_keep (b->document, NULL);
  b->graph = pt_process_graph_new (b->document);
}

static void
close_process (Bench *b)
{
  g_clear_object (&b->graph);
  g_clear_object (&b->document);
}

static void
rename_one (gpointer user_data)
{
  Bench *b = user_data;
  g_autofree char *name = g_strdup_printf ("Check the order %u", b->n_renames++);

  pt_modeling_rename (b->graph, "Check_0", name);
}

static void
rename_many (Bench *b)
{
  for (guint i = 0; i < N_STEPS; i++)
    rename_one (b);
}

static double
time_begin (GBytes *text)
{
  PtDocument *document = pt_bpmn_load_bytes (text, "bench", NULL);
  double begin = pt_bench_cpu (), end;

  document = pt_history_keep (document, NULL);
  end = pt_bench_cpu ();
  g_object_unref (document);
  return end - begin;
}

/* Of the only history there is. */
static double
time_restore (void)
{
  g_autoptr (GPtrArray) unfinished = pt_history_list_unfinished ();
  double begin = pt_bench_cpu (), end;
  PtDocument *document = pt_unfinished_restore (g_ptr_array_index (unfinished, 0), NULL);

  end = pt_bench_cpu ();
  g_assert_nonnull (document);
  pt_history_give_up (document);
  g_object_unref (document);
  return end - begin;
}

static double
time_open (GBytes *text)
{
  double begin = pt_bench_cpu (), end;
  Bench b = { 0 };

  open_process (&b, text, FALSE);
  end = pt_bench_cpu ();
  close_process (&b);
  return end - begin;
}

static void
measure (guint n_nodes)
{
  g_autoptr (GBytes) text = pt_bench_make (n_nodes);
  JsonObject *result = json_object_new ();
  Bench plain = { 0 }, kept = { 0 };
  gint64 begin;

  json_object_set_string_member (result, "benchmark", "history");
  json_object_set_int_member (result, "nodes", n_nodes);
  json_object_set_double_member (result, "open_ms", time_open (text));
  json_object_set_double_member (result, "begin_ms", time_begin (text));
  open_process (&plain, text, FALSE);
  json_object_set_double_member (result, "plain_ms", pt_bench_time (rename_one, &plain));
  close_process (&plain);
  open_process (&kept, text, TRUE);
  json_object_set_double_member (result, "kept_ms", pt_bench_time (rename_one, &kept));
  begin = g_get_monotonic_time ();
  rename_many (&kept);
  json_object_set_double_member (result, "kept_wall_ms",
                                 (double)(g_get_monotonic_time () - begin) / 1000.0 / N_STEPS);
  close_process (&kept);
  json_object_set_double_member (result, "restore_ms", time_restore ());
  pt_bench_print (result);
}

int
main (void)
{
  history_setup (NULL);
  measure (100);
  measure (1000);
  measure (10000);
  history_teardown (NULL);
  return 0;
}
