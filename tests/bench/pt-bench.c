/* pt-bench.c: what the benchmarks share: made processes, and times as JSON
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "pt-bench.h"

#define N_LANES 4
#define LANE_HEIGHT 300
#define BLOCKS_A_ROW 40
#define BLOCK_WIDTH 480
#define BLOCKS_A_POOL 100
#define POOL_WIDTH (300 + BLOCKS_A_ROW * BLOCK_WIDTH)
#define MAX_STEPS 200

/* --- made processes --- */

typedef struct
{
  GString *participants, *processes, *diagram;
  GString *model, *lanes[N_LANES]; /* of the pool at hand */
  double top;                      /* of it */
  guint n_flows;
} Maker;

static void
shape (Maker *m, const char *id, double x, double y, double width, double height)
{
  g_string_append_printf (m->diagram,
                          "      <bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\">\n"
                          "        <dc:Bounds x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\"/>\n"
                          "      </bpmndi:BPMNShape>\n",
                          id, id, x, y, width, height);
}

static void
node (Maker *m,
      const char *tag,
      const char *id,
      const char *name,
      guint lane,
      double x,
      double y,
      double width,
      double height)
{
  g_string_append_printf (m->model, "    <bpmn:%s id=\"%s\" name=\"%s\"/>\n", tag, id, name);
  g_string_append_printf (m->lanes[lane], "        <bpmn:flowNodeRef>%s</bpmn:flowNodeRef>\n", id);
  shape (m, id, x, y, width, height);
}

static void
flow (Maker *m,
      const char *from,
      const char *to,
      const char *name,
      double x1,
      double y1,
      double x2,
      double y2)
{
  guint i = m->n_flows++;

  g_string_append_printf (
      m->model,
      "    <bpmn:sequenceFlow id=\"Flow_%u\" name=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>\n", i,
      name, from, to);
  g_string_append_printf (
      m->diagram,
      "      <bpmndi:BPMNEdge id=\"Flow_%u_di\" bpmnElement=\"Flow_%u\">\n"
      "        <di:waypoint x=\"%g\" y=\"%g\"/>\n        <di:waypoint x=\"%g\" y=\"%g\"/>\n"
      "        <di:waypoint x=\"%g\" y=\"%g\"/>\n        <di:waypoint x=\"%g\" y=\"%g\"/>\n"
      "      </bpmndi:BPMNEdge>\n",
      i, i, x1, y1, (x1 + x2) / 2, y1, (x1 + x2) / 2, y2, x2, y2);
}

/* Five nodes: task, decision, two branches, merge. Returns the id the next block goes on from. */
static char *
block (Maker *m, guint i, const char *previous)
{
  guint lane = i % N_LANES, place = i % BLOCKS_A_POOL;
  double x = 200 + (place % BLOCKS_A_ROW) * BLOCK_WIDTH;
  double y = m->top + 20 + lane * LANE_HEIGHT + (place / BLOCKS_A_ROW) * N_LANES * LANE_HEIGHT;
  g_autofree char *task = g_strdup_printf ("Check_%u", i);
  g_autofree char *split = g_strdup_printf ("Split_%u", i);
  g_autofree char *yes = g_strdup_printf ("Accept_%u", i);
  g_autofree char *no = g_strdup_printf ("Refuse_%u", i);
  char *join = g_strdup_printf ("Join_%u", i);
  g_autofree char *question = g_strdup_printf ("Order %u complete?", i);

  node (m, "task", task, "Check the order", lane, x, y + 40, 100, 80);
  node (m, "exclusiveGateway", split, question, lane, x + 140, y + 55, 50, 50);
  node (m, "task", yes, "Accept the order", lane, x + 230, y, 100, 80);
  node (m, "task", no, "Ask the customer", lane, x + 230, y + 100, 100, 80);
  node (m, "exclusiveGateway", join, "", lane, x + 370, y + 55, 50, 50);
  flow (m, previous, task, "", x - 60, y + 80, x, y + 80);
  flow (m, task, split, "", x + 100, y + 80, x + 140, y + 80);
  flow (m, split, yes, "yes", x + 165, y + 55, x + 230, y + 40);
  flow (m, split, no, "no", x + 165, y + 105, x + 230, y + 140);
  flow (m, yes, join, "", x + 330, y + 40, x + 395, y + 55);
  flow (m, no, join, "", x + 330, y + 140, x + 395, y + 105);
  return join;
}

static void
frame (Maker *m, guint pool, double height)
{
  char id[32];

  g_snprintf (id, sizeof id, "Pool_%u", pool);
  shape (m, id, 40, m->top, POOL_WIDTH, height);
  for (guint i = 0; i < N_LANES; i++)
    {
      g_snprintf (id, sizeof id, "Lane_%u_%u", pool, i);
      shape (m, id, 70, m->top + i * height / N_LANES, POOL_WIDTH - 30, height / N_LANES);
    }
}

static void
nodes (Maker *m, guint pool, guint first, guint n_blocks)
{
  g_autofree char *end = g_strdup_printf ("End_%u", pool);
  double right = POOL_WIDTH - 60;
  char *previous = g_strdup_printf ("Start_%u", pool);

  node (m, "startEvent", previous, "Order received", 0, 120, m->top + 82, 36, 36);
  for (guint i = first; i < first + n_blocks; i++)
    {
      char *next = block (m, i, previous);

      g_free (previous);
      previous = next;
    }
  node (m, "endEvent", end, "Order done", 0, right, m->top + 82, 36, 36);
  flow (m, previous, end, "", 200, m->top + 100, right, m->top + 100);
  g_free (previous);
}

static void
finish_process (Maker *m, guint pool)
{
  g_string_append_printf (m->participants,
                          "    <bpmn:participant id=\"Pool_%u\" name=\"Company %u\" "
                          "processRef=\"Process_%u\"/>\n",
                          pool, pool + 1, pool);
  g_string_append_printf (m->processes,
                          "  <bpmn:process id=\"Process_%u\" isExecutable=\"false\">\n"
                          "    <bpmn:laneSet id=\"Lanes_%u\">\n",
                          pool, pool);
  for (guint i = 0; i < N_LANES; i++)
    {
      g_string_append_printf (m->processes,
                              "      <bpmn:lane id=\"Lane_%u_%u\" name=\"Team %u\">\n%s"
                              "      </bpmn:lane>\n",
                              pool, i, i + 1, m->lanes[i]->str);
      g_string_truncate (m->lanes[i], 0);
    }
  g_string_append_printf (m->processes, "    </bpmn:laneSet>\n%s  </bpmn:process>\n",
                          m->model->str);
  g_string_truncate (m->model, 0);
}

static void
make_pool (Maker *m, guint pool, guint first, guint n_blocks)
{
  guint n_rows = (n_blocks + BLOCKS_A_ROW - 1) / BLOCKS_A_ROW;
  double height = n_rows * N_LANES * LANE_HEIGHT;

  frame (m, pool, height);
  nodes (m, pool, first, n_blocks);
  finish_process (m, pool);
  m->top += height + 100;
}

static GBytes *
assemble (const Maker *m)
{
  GString *text
      = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                      " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
                      " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" "
                      "xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
                      " id=\"Definitions_1\" targetNamespace=\"urn:example:bench\">\n"
                      "  <bpmn:collaboration id=\"Collaboration_1\">\n");

  g_string_append_printf (text, "%s  </bpmn:collaboration>\n%s", m->participants->str,
                          m->processes->str);
  g_string_append_printf (
      text,
      "  <bpmndi:BPMNDiagram id=\"Diagram_1\">\n"
      "    <bpmndi:BPMNPlane id=\"Plane_1\" bpmnElement=\"Collaboration_1\">\n%s"
      "    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</bpmn:definitions>\n",
      m->diagram->str);
  return g_string_free_to_bytes (text);
}

GBytes *
pt_bench_make (guint n_nodes)
{
  Maker m = { .top = 40 };
  GString **strings[] = { &m.participants, &m.processes, &m.diagram, &m.model };
  guint n_blocks = MAX (1, n_nodes / 5);
  GBytes *bytes;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = g_string_new (NULL);
  for (guint i = 0; i < N_LANES; i++)
    m.lanes[i] = g_string_new (NULL);
  for (guint first = 0; first < n_blocks; first += BLOCKS_A_POOL)
    make_pool (&m, first / BLOCKS_A_POOL, first, MIN (BLOCKS_A_POOL, n_blocks - first));
  bytes = assemble (&m);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_string_free (*strings[i], TRUE);
  for (guint i = 0; i < N_LANES; i++)
    g_string_free (m.lanes[i], TRUE);
  return bytes;
}

/* --- times --- */

double
pt_bench_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

double
pt_bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return n > 0 ? values[n / 2] : 0.0;
}

double
pt_bench_time (PtBenchStep step, gpointer user_data)
{
  double times[MAX_STEPS];
  double spent = 0.0;
  guint n = 0;

  while (n < MAX_STEPS && (n < 5 || spent < 500.0))
    {
      double before = pt_bench_cpu ();

      step (user_data);
      times[n] = pt_bench_cpu () - before;
      spent += times[n++];
    }
  return pt_bench_median (times, n);
}

void
pt_bench_print (JsonObject *result)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), result);
  g_autofree char *text = json_to_string (node, FALSE);

  json_object_unref (result);
  printf ("%s\n", text);
  fflush (stdout);
}
