/* pt-bench.h: what the benchmarks share: made processes, and times as JSON
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** pt_bench_make: a process of about @n_nodes flow nodes in blocks of task, decision, two branches
 * and merge, 500 in a pool with four lanes, with its diagram. Returns: (transfer full): BPMN text
 */
GBytes *pt_bench_make (guint n_nodes);

typedef void (*PtBenchStep) (gpointer user_data);
/** pt_bench_time: Returns: median processor time of one @step in milliseconds, over at least five
 * and at most 200 steps and about half a second */
double pt_bench_time (PtBenchStep step, gpointer user_data);
/** pt_bench_cpu: Returns: processor time of this process in milliseconds */
double pt_bench_cpu (void);
/** pt_bench_median: sorts @values. Returns: the middle one */
double pt_bench_median (double *values, guint n);
/** pt_bench_print: prints @result (transfer full) as one line of JSON */
void pt_bench_print (JsonObject *result);

G_END_DECLS
