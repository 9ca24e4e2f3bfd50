/* bench-canvas.c: first paint and pan steps of the canvas on made processes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of JSON a size: processor time per frame, from the frame clock's before-paint to
 * after-paint, for a pan at zoom 1, at 0.35, and with everything in view; first paint from making
 * the widget on. The ratios are against an empty window of the same size in the same run.
 */
#include <math.h>
#include <partitur/canvas.h>
#include <stdio.h>

#include "pt-bench.h"

#define N_FRAMES 60
#define WIDTH 1280
#define HEIGHT 800

typedef struct
{
  double begun;
  double frames[N_FRAMES];
  guint n;
} Recorder;

static void
before_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Recorder *)user_data)->begun = pt_bench_cpu ();
}

static void
after_cb (GdkFrameClock *clock, gpointer user_data)
{
  Recorder *r = user_data;

  if (r->n < N_FRAMES)
    r->frames[r->n++] = pt_bench_cpu () - r->begun;
}

static GtkWidget *
make_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Lets frames happen until @recorder has @n of them, calling @step (nullable) before each. */
static void
run_frames (GtkWidget *window,
            Recorder *recorder,
            guint n,
            void (*step) (gpointer, guint),
            gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), recorder);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), recorder);

  recorder->n = 0;
  while (recorder->n < n)
    {
      guint have = recorder->n;

      if (step != NULL)
        step (data, have);
      gtk_widget_queue_draw (window);
      while (recorder->n == have)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

static void
pan (gpointer data, guint i)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (data));

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + (i % 20 < 10 ? 37.0 : -37.0));
}

static double
pan_at (GtkWidget *window, PtCanvas *canvas, double zoom)
{
  Recorder recorder = { 0 };

  if (zoom > 0.0)
    pt_canvas_zoom (canvas, zoom);
  else
    pt_canvas_fit (canvas);
  run_frames (window, &recorder, 5, NULL, NULL);
  run_frames (window, &recorder, N_FRAMES, pan, canvas);
  return pt_bench_median (recorder.frames, recorder.n);
}

static double
empty_frame (void)
{
  GtkWidget *window = make_window (gtk_drawing_area_new ());
  Recorder recorder = { 0 };
  double median;

  run_frames (window, &recorder, N_FRAMES, NULL, NULL);
  median = pt_bench_median (recorder.frames, recorder.n);
  gtk_window_destroy (GTK_WINDOW (window));
  return median;
}

static void
measure (guint n_nodes, double base)
{
  g_autoptr (GBytes) text = pt_bench_make (n_nodes);
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (text, "bench", NULL);
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  double begun = pt_bench_cpu ();
  PtCanvas *canvas = pt_canvas_new (graph);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window;
  Recorder recorder = { 0 };
  JsonObject *result = json_object_new ();
  static const struct
  {
    const char *name, *ratio;
    double zoom;
  } pans[] = { { "pan_1_ms", "pan_1_ratio", 1.0 },
               { "pan_035_ms", "pan_035_ratio", 0.35 },
               { "pan_fit_ms", "pan_fit_ratio", 0.0 } };

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (canvas));
  window = make_window (scroller);
  run_frames (window, &recorder, 1, NULL, NULL);
  json_object_set_string_member (result, "benchmark", "canvas");
  json_object_set_int_member (result, "nodes", n_nodes);
  json_object_set_double_member (result, "empty_frame_ms", base);
  json_object_set_double_member (result, "first_paint_ms", pt_bench_cpu () - begun);
  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    {
      double ms = pan_at (window, canvas, pans[i].zoom);

      json_object_set_double_member (result, pans[i].name, ms);
      json_object_set_double_member (result, pans[i].ratio, ms / base);
    }
  pt_bench_print (result);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  double base;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "bench-canvas: no display; run it under xvfb-run\n");
      return 77;
    }
  base = empty_frame ();
  measure (100, base);
  measure (1000, base);
  measure (10000, base);
  return 0;
}
