/* bench-file.c: opening, editing and saving files, beside libxml2's own parse of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-file [FILE…]   without one, on made processes of 1,000, 10,000 and 100,000 nodes
 *
 * One line of JSON a file; times in milliseconds of processor time, medians of runs in turns:
 *   open_ratio     a process that opens the file until its views are ready, against “xmllint --noout”
 *   warm_ratio     the same within this process, against libxml2's parse with the options of xmllint
 *   verb_ratio     the process “partitur save”, against “xmllint --noout”
 *   save_ratio     saving the edited file, against opening it
 *   peak_ratio     largest memory of a process that opens the file, against the size of the file
 *   growth         time to open a byte, against the file before
 *   rename, attribute, move, add_remove, modeling_…: one edit with its undo step, views refreshed
 *
 * PT_PROGRAM names the program to run; without it, or without xmllint, such ratios are left out.
 */
#include <libxml/parser.h>
#include <partitur/modeling.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pt-bench.h"

/* What xmllint sets when it is given no option that matters here. */
#define XMLLINT_OPTIONS (XML_PARSE_COMPACT | XML_PARSE_BIG_LINES)

#define N_PAIRS 5

typedef struct
{
  const char *path;
  GBytes *text;
  PtDocument *document;
  PtProcessGraph *graph;
  PtElement *task;
  guint n_done;
} Bench;

/* --- opening --- */

static void
parse_plainly (gpointer user_data)
{
  Bench *b = user_data;
  gsize size;
  const char *data = g_bytes_get_data (b->text, &size);

  xmlFreeDoc (xmlReadMemory (data, (int)size, NULL, NULL, XMLLINT_OPTIONS));
}

static void
open_views (gpointer user_data)
{
  Bench *b = user_data;
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (b->text, b->path, NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);

  g_assert_nonnull (graph);
}

static void
open_file (gpointer user_data)
{
  Bench *b = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (b->path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);

  g_assert_nonnull (graph);
}

static double
time_once (PtBenchStep step, gpointer user_data)
{
  double before = pt_bench_cpu ();

  step (user_data);
  return pt_bench_cpu () - before;
}

/* In turns, so that a slow spell of the machine meets both. */
static void
time_pairs (PtBenchStep first, PtBenchStep second, gpointer user_data, double medians[2])
{
  double times[2][N_PAIRS];

  for (guint i = 0; i < N_PAIRS; i++)
    {
      times[0][i] = time_once (first, user_data);
      times[1][i] = time_once (second, user_data);
    }
  for (guint i = 0; i < 2; i++)
    medians[i] = pt_bench_median (times[i], N_PAIRS);
}

static void
measure_warm (Bench *b, JsonObject *result)
{
  double times[2];

  time_pairs (parse_plainly, open_views, b, times);
  json_object_set_double_member (result, "warm_parse_ms", times[0]);
  json_object_set_double_member (result, "warm_open_ms", times[1]);
  json_object_set_double_member (result, "warm_ratio", times[1] / times[0]);
}

/* --- whole processes --- */

/* Returns: processor time in milliseconds, negative when it could not be run */
static double
run (const char *const *argv)
{
  struct rusage usage;
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                      NULL, NULL, &pid, NULL)
      || wait4 (pid, &status, 0, &usage) != pid || status != 0)
    return -1;
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void
note_growth (double open_ms, gsize size, JsonObject *result)
{
  static double last;
  double per_byte = open_ms / (double)size;

  if (last > 0)
    json_object_set_double_member (result, "growth", per_byte / last);
  last = per_byte;
}

/* The last of these processes is what the others are compared with. */
static void
measure_processes (Bench *b, const char *self, JsonObject *result)
{
  const char *program = g_getenv ("PT_PROGRAM");
  const char *const open[] = { self, "--open", b->path, NULL };
  const char *const save[] = { program ? program : "false", "save", b->path, "-o", "/dev/null", NULL };
  const char *const lint[] = { "xmllint", "--noout", b->path, NULL };
  const char *const *const commands[] = { open, save, lint };
  static const char *const names[][2]
      = { { "open_ms", "open_ratio" }, { "verb_ms", "verb_ratio" }, { "xmllint_ms", NULL } };
  double times[G_N_ELEMENTS (commands)][N_PAIRS], medians[G_N_ELEMENTS (commands)];

  for (guint i = 0; i < N_PAIRS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (commands); k++)
      times[k][i] = run (commands[k]);
  for (guint k = G_N_ELEMENTS (commands); k-- > 0;)
    {
      medians[k] = pt_bench_median (times[k], N_PAIRS);
      if (medians[k] < 0)
        continue;
      json_object_set_double_member (result, names[k][0], medians[k]);
      if (names[k][1] && medians[G_N_ELEMENTS (commands) - 1] > 0)
        json_object_set_double_member (result, names[k][1],
                                       medians[k] / medians[G_N_ELEMENTS (commands) - 1]);
    }
  note_growth (medians[0], g_bytes_get_size (b->text), result);
}

/* --- memory --- */

/* Returns: in bytes; the largest memory this process has had */
static double
read_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 : 0;
}

/* What a process of its own does: opens @path and, with @tell, says its peak. */
static int
open_alone (const char *path, gboolean tell)
{
  Bench b = { .path = path };

  open_file (&b);
  if (tell)
    printf ("%.0f\n", read_peak ());
  return 0;
}

static void
measure_memory (const Bench *b, const char *self, JsonObject *result)
{
  const char *argv[] = { self, "--peak", b->path, NULL };
  g_autofree char *out = NULL;
  double size = (double)g_bytes_get_size (b->text);

  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL,
                     NULL))
    return;
  json_object_set_double_member (result, "peak_mb", g_ascii_strtod (out, NULL) / 1e6);
  json_object_set_double_member (result, "peak_ratio", g_ascii_strtod (out, NULL) / size);
}

/* --- editing --- */

static void
change_attribute (Bench *b, xmlNode *node, const char *name)
{
  g_autofree char *value = g_strdup_printf ("%u", ++b->n_done);

  pt_document_begin (b->document, "bench");
  pt_document_set_attribute (b->document, node, NULL, name, value);
  pt_document_commit (b->document);
}

static void
rename_task (gpointer user_data)
{
  change_attribute (user_data, ((Bench *)user_data)->task->node, "name");
}

static void
set_attribute (gpointer user_data)
{
  change_attribute (user_data, ((Bench *)user_data)->task->node, "startQuantity");
}

static void
move_shape (gpointer user_data)
{
  Bench *b = user_data;

  change_attribute (b, pt_xml_first_element (b->task->figure->node), "x");
}

static void
add_and_remove (gpointer user_data)
{
  Bench *b = user_data;
  xmlNode *process = b->task->node->parent;
  xmlNode *node;

  pt_document_begin (b->document, "bench");
  node = pt_document_make_element (b->document, process, PT_NS_BPMN, "bpmn", "task");
  xmlSetProp (node, BAD_CAST "id", BAD_CAST "Bench_1");
  pt_document_insert (b->document, process, pt_bpmn_insertion_point (process, "task"), node);
  pt_document_commit (b->document);
  pt_document_begin (b->document, "bench");
  pt_document_remove (b->document, node);
  pt_document_commit (b->document);
}

static void
modeling_rename (gpointer user_data)
{
  Bench *b = user_data;
  g_autofree char *name = g_strdup_printf ("Bench %u", ++b->n_done);

  g_assert_true (pt_modeling_rename (b->graph, b->task->id, name));
}

static void
modeling_move (gpointer user_data)
{
  Bench *b = user_data;
  const char *const ids[] = { b->task->id, NULL };

  g_assert_true (pt_modeling_move (b->graph, ids, ++b->n_done % 2 ? 10 : -10, 0, NULL));
}

/* The way of a user: a task behind another with its flow and place, and away with it. */
static void
modeling_append_delete (gpointer user_data)
{
  Bench *b = user_data;
  const PtNodeSpec spec = { .type = PT_BPMN_TASK };
  g_autofree char *id = pt_modeling_append (b->graph, b->task->id, &spec);
  const char *const ids[] = { id, NULL };

  g_assert_nonnull (id);
  g_assert_true (pt_modeling_delete (b->graph, ids));
}

static void
undo_redo (gpointer user_data)
{
  Bench *b = user_data;

  pt_document_undo (b->document);
  pt_document_redo (b->document);
}

static const struct
{
  const char *name;
  PtBenchStep step;
  guint n_edits; /* that a step makes */
} edits[] = {
  { "rename_ms", rename_task, 1 },
  { "attribute_ms", set_attribute, 1 },
  { "move_ms", move_shape, 1 },
  { "undo_redo_ms", undo_redo, 2 },
  { "add_remove_ms", add_and_remove, 2 },
  { "modeling_rename_ms", modeling_rename, 1 },
  { "modeling_move_ms", modeling_move, 1 },
  { "modeling_append_delete_ms", modeling_append_delete, 2 },
};

/* In the middle of the file, where nothing is near an end. */
static PtElement *
find_task (PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);

  for (guint i = elements->len / 2; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      if (pt_element_is_a (element, PT_BPMN_TASK) && element->figure && element->outgoing)
        return element;
    }
  return NULL;
}

static void
save_edited (gpointer user_data)
{
  Bench *b = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (b->path);

  rename_task (b);
  g_assert_true (pt_document_save (b->document, file, NULL));
}

/* The part of a save that the window waits for. */
static void
take_bytes (gpointer user_data)
{
  Bench *b = user_data;

  rename_task (b);
  g_bytes_unref (pt_document_to_bytes (b->document, NULL));
}

static void
measure_editing (Bench *b, JsonObject *result)
{
  double times[2];

  b->document = pt_bpmn_load_bytes (b->text, b->path, NULL);
  b->graph = pt_process_graph_new (b->document);
  b->task = find_task (b->graph);
  g_assert_nonnull (b->task);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    json_object_set_double_member (result, edits[i].name,
                                   pt_bench_time (edits[i].step, b) / edits[i].n_edits);
  json_object_set_double_member (result, "bytes_ms", pt_bench_time (take_bytes, b));
  time_pairs (open_file, save_edited, b, times);
  json_object_set_double_member (result, "save_ms", times[1]);
  json_object_set_double_member (result, "save_ratio", times[1] / times[0]);
  g_object_unref (b->graph);
  g_object_unref (b->document);
}

/* --- all of it --- */

/* Works on a copy: the benchmark saves over it. */
static void
measure (GBytes *text, const char *name, const char *self)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("partitur-bench-XXXXXX.bpmn", &path, NULL);
  Bench b = { .path = path, .text = text };
  JsonObject *result = json_object_new ();

  g_assert_true (fd >= 0);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text), NULL);
  json_object_set_string_member (result, "benchmark", "file");
  json_object_set_string_member (result, "file", name);
  json_object_set_int_member (result, "bytes", (gint64)g_bytes_get_size (text));
  measure_memory (&b, self, result);
  measure_processes (&b, self, result);
  measure_warm (&b, result);
  measure_editing (&b, result);
  pt_bench_print (result);
  remove (path);
}

static void
measure_made (guint n_nodes, const char *self)
{
  g_autoptr (GBytes) text = pt_bench_make (n_nodes);
  g_autofree char *name = g_strdup_printf ("%u nodes", n_nodes);

  measure (text, name, self);
}

static void
measure_given (const char *path, const char *self)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) text = g_file_load_bytes (file, NULL, NULL, NULL);

  if (text)
    measure (text, path, self);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && (g_str_equal (argv[1], "--open") || g_str_equal (argv[1], "--peak")))
    return open_alone (argv[2], g_str_equal (argv[1], "--peak"));
  for (int i = 1; i < argc; i++)
    measure_given (argv[i], argv[0]);
  for (guint n = 1000; argc == 1 && n <= 100000; n *= 10)
    measure_made (n, argv[0]);
  return 0;
}
