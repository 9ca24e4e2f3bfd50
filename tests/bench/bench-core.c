/* bench-core.c: check and compile made processes, beside libxml2's plain parse
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of JSON a size; times in milliseconds of processor time, `…_ratio` against the plain
 * parse of the same text in the same run.
 */
#include <libxml/parser.h>
#include <partitur/compiler.h>
#include <partitur/modeling.h>

#include "pt-bench.h"

typedef struct
{
  GBytes *text;
  PtDocument *document, *roles;
  PtProcessGraph *graph;
  guint n_renames;
} Bench;

static void
parse (gpointer user_data)
{
  Bench *b = user_data;
  gsize size;
  const char *data = g_bytes_get_data (b->text, &size);

  xmlFreeDoc (xmlReadMemory (data, (int)size, NULL, NULL, XML_PARSE_NONET));
}

static void
run (Bench *b, const char *target, gboolean emit)
{
  PtCompileOptions options
      = { .target = target != NULL ? pt_target_find (target) : NULL, .emit = emit, .force = emit };
  g_autoptr (PtCompilation) compilation = NULL;

  g_date_set_dmy (&options.day, 2, 3, 2026);
  compilation = pt_compile (b->graph, b->roles, &options);
  g_assert_true (!emit || pt_compilation_get_xml (compilation) != NULL);
}

static void
check (gpointer user_data)
{
  run (user_data, NULL, FALSE);
}

static void
rename_and_check (gpointer user_data)
{
  Bench *b = user_data;
  g_autofree char *name = g_strdup_printf ("Check the order %u", b->n_renames++);

  pt_modeling_rename (b->graph, "Check_0", name);
  check (b);
}

static void
compile (gpointer user_data)
{
  run (user_data, "camunda7", TRUE);
}

static void
measure (guint n_nodes)
{
  static const struct
  {
    const char *name;
    PtBenchStep step;
  } steps[] = {
    { "check", check },
    { "rename_and_check", rename_and_check },
    { "compile", compile },
  };
  Bench b = { .text = pt_bench_make (n_nodes) };
  JsonObject *result = json_object_new ();
  double base;

  b.document = pt_bpmn_load_bytes (b.text, "bench", NULL);
  b.graph = pt_process_graph_new (b.document);
  b.roles = pt_roster_draft (&b.graph, 1, "bench");
  base = pt_bench_time (parse, &b);
  json_object_set_string_member (result, "benchmark", "core");
  json_object_set_int_member (result, "nodes", n_nodes);
  json_object_set_int_member (result, "bytes", (gint64)g_bytes_get_size (b.text));
  json_object_set_double_member (result, "plain_parse_ms", base);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double ms = pt_bench_time (steps[i].step, &b);
      g_autofree char *time_name = g_strconcat (steps[i].name, "_ms", NULL);
      g_autofree char *ratio_name = g_strconcat (steps[i].name, "_ratio", NULL);

      json_object_set_double_member (result, time_name, ms);
      json_object_set_double_member (result, ratio_name, ms / base);
    }
  pt_bench_print (result);
  g_object_unref (b.roles);
  g_object_unref (b.graph);
  g_object_unref (b.document);
  g_bytes_unref (b.text);
}

int
main (void)
{
  measure (100);
  measure (1000);
  measure (10000);
  return 0;
}
