/* bench-check.c: how long checking takes: all of a drawing, again after one edit, and whether it is
 * sound
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-check [--write FOLDER]
 *
 * One line of JSON a measure, in milliseconds of processor time, medians:
 *   check_ms       all passes but staff, of made processes of 100 and 1,000 nodes, views ready
 *   rename_ms      one task renamed, views refreshed, all passes again
 *   parallel_ms    a process with 20 branches in parallel, 2^20 situations
 *   soundness_ms   the pass sound alone, of the file of PARTITUR_CORPUS that takes longest
 *
 * --write leaves the process of 1,000 nodes in FOLDER as check.bpmn, for a peer.
 */
#include "pt-bench.h"

#include <partitur/compiler.h>
#include <partitur/modeling.h>
#include <stdio.h>

#include "../../src/compiler/pt-passes.h"

#define N_BRANCHES 20

typedef struct
{
  PtProcessGraph *graph;
  const PtProgram *program;
  char *task;
  guint n_done;
} Bench;

static void
check (gpointer user_data)
{
  Bench *self = user_data;
  const PtCompileOptions options = { .target = NULL };

  pt_compilation_unref (pt_compile (self->graph, NULL, &options));
}

static void
rename_and_check (gpointer user_data)
{
  Bench *self = user_data;
  g_autofree char *name = g_strdup_printf ("Check order %u", ++self->n_done);

  g_assert_true (pt_modeling_rename (self->graph, self->task, name));
  check (self);
}

static void
check_soundness (gpointer user_data)
{
  Bench *self = user_data;
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);

  pt_pass_sound (self->program, found, NULL);
}

static PtProcessGraph *
read_graph (GBytes *text)
{
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (text, "bench.bpmn", NULL);

  return document ? pt_process_graph_new (document) : NULL;
}

static void
print (const char *measure, const char *of, double ms)
{
  JsonObject *result = json_object_new ();

  json_object_set_string_member (result, "benchmark", "check");
  json_object_set_string_member (result, "of", of);
  json_object_set_double_member (result, measure, ms);
  pt_bench_print (result);
}

static char *
find_task (PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);

  for (guint i = elements->len / 2; i < elements->len; i++)
    if (pt_element_is_a (elements->pdata[i], PT_BPMN_TASK))
      return g_strdup (((PtElement *)elements->pdata[i])->id);
  return NULL;
}

static void
measure_made (guint n_nodes, const char *folder)
{
  g_autoptr (GBytes) text = pt_bench_make (n_nodes);
  Bench self = { .graph = read_graph (text) };
  g_autofree char *of = g_strdup_printf ("%u nodes", n_nodes);
  g_autofree char *path = folder ? g_build_filename (folder, "check.bpmn", NULL) : NULL;
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  if (path && n_nodes == 1000)
    g_file_set_contents (path, data, (gssize)size, NULL);
  self.task = find_task (self.graph);
  print ("check_ms", of, pt_bench_time (check, &self));
  print ("rename_ms", of, pt_bench_time (rename_and_check, &self));
  g_free (self.task);
  g_object_unref (self.graph);
}

/* ----- many situations -------------------------------------------------------------------------
 */

static GBytes *
make_parallel (void)
{
  GString *text = g_string_new (
      "<definitions xmlns='" PT_NS_BPMN "' id='D' targetNamespace='urn:bench'><process id='P'>"
      "<startEvent id='S'/><parallelGateway id='G'/><parallelGateway id='J'/><endEvent id='E'/>"
      "<sequenceFlow id='s' sourceRef='S' targetRef='G'/>"
      "<sequenceFlow id='e' sourceRef='J' targetRef='E'/>");

  for (guint i = 0; i < N_BRANCHES; i++)
    g_string_append_printf (text,
                            "<task id='T%u' name='Do %u'/>"
                            "<sequenceFlow id='a%u' sourceRef='G' targetRef='T%u'/>"
                            "<sequenceFlow id='b%u' sourceRef='T%u' targetRef='J'/>",
                            i, i, i, i, i, i);
  g_string_append (text, "</process></definitions>");
  return g_string_free_to_bytes (text);
}

static void
measure_parallel (void)
{
  g_autoptr (GBytes) text = make_parallel ();
  Bench self = { .graph = read_graph (text) };

  print ("parallel_ms", "20 branches", pt_bench_time (check, &self));
  g_object_unref (self.graph);
}

/* ----- real files ------------------------------------------------------------------------------
 */

typedef struct
{
  double ms;
  char *path;
  guint n;
} Slowest;

static void
measure_file (const char *path, Slowest *slowest)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (PtProcessGraph) graph = document ? pt_process_graph_new (document) : NULL;
  const PtCompileOptions options = { .target = NULL };
  g_autoptr (PtCompilation) compilation = graph ? pt_compile (graph, NULL, &options) : NULL;
  Bench self = { .graph = graph };
  double times[5];

  if (!compilation)
    return;
  self.program = pt_compilation_get_program (compilation);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      double before = pt_bench_cpu ();

      check_soundness (&self);
      times[i] = pt_bench_cpu () - before;
    }
  slowest->n++;
  if (pt_bench_median (times, G_N_ELEMENTS (times)) <= slowest->ms)
    return;
  slowest->ms = pt_bench_median (times, G_N_ELEMENTS (times));
  g_free (slowest->path);
  slowest->path = g_strdup (path);
}

static void
measure_folder (const char *path, Slowest *slowest)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        measure_folder (child, slowest);
      else if (g_str_has_suffix (name, ".bpmn"))
        measure_file (child, slowest);
    }
  g_clear_pointer (&folder, g_dir_close);
}

static void
measure_corpus (const char *path)
{
  Slowest slowest = { 0 };
  g_autofree char *of = NULL;

  measure_folder (path, &slowest);
  of = g_strdup_printf ("slowest of %u: %s", slowest.n, slowest.path);
  print ("soundness_ms", of, slowest.ms);
  g_free (slowest.path);
}

int
main (int argc, char *argv[])
{
  const char *folder = argc == 3 && g_str_equal (argv[1], "--write") ? argv[2] : NULL;

  measure_made (100, folder);
  measure_made (1000, folder);
  measure_parallel ();
  if (g_getenv ("PARTITUR_CORPUS"))
    measure_corpus (g_getenv ("PARTITUR_CORPUS"));
  return 0;
}
