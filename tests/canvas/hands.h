/* hands.h: a pointer and keys for the editor, without a display
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <partitur/tools.h>

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  PtPainter *painter;
  PtEditor *editor;
  GBytes *before;
  char *labelled;   /* last edit-label */
  char *said;       /* last message */
  PtPoint scrolled; /* sum of all scrolls */
  guint n_overlays; /* overlay-changed */
} Hands;

static inline void
edit_label_cb (Hands *hands, const char *id)
{
  g_free (hands->labelled);
  hands->labelled = g_strdup (id);
}

static inline void
message_cb (Hands *hands, const char *text)
{
  g_free (hands->said);
  hands->said = g_strdup (text);
}

static inline void
scroll_cb (Hands *hands, double dx, double dy)
{
  hands->scrolled.x += dx;
  hands->scrolled.y += dy;
}

static inline void
overlay_cb (Hands *hands)
{
  hands->n_overlays++;
}

static inline Hands *
hands_open (const char *name)
{
  Hands *hands = g_new0 (Hands, 1);
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "canvas", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  hands->document = pt_bpmn_load (file, NULL, &error);
  assert_null (error);
  hands->graph = pt_process_graph_new (hands->document);
  hands->painter = pt_painter_new (&pt_ink_light);
  hands->editor
      = pt_editor_new (hands->graph,
                       g_ptr_array_index (pt_process_graph_get_diagrams (hands->graph), 0),
                       hands->painter);
  hands->before = pt_document_to_bytes (hands->document, NULL);
  g_signal_connect_swapped (hands->editor, "edit-label", G_CALLBACK (edit_label_cb), hands);
  g_signal_connect_swapped (hands->editor, "message", G_CALLBACK (message_cb), hands);
  g_signal_connect_swapped (hands->editor, "scroll", G_CALLBACK (scroll_cb), hands);
  g_signal_connect_swapped (hands->editor, "overlay-changed", G_CALLBACK (overlay_cb), hands);
  return hands;
}

static inline void
hands_close (Hands *hands)
{
  g_object_unref (hands->editor);
  g_object_unref (hands->painter);
  g_object_unref (hands->graph);
  g_object_unref (hands->document);
  g_bytes_unref (hands->before);
  g_free (hands->labelled);
  g_free (hands->said);
  g_free (hands);
}

/* ----- pointer and keys ----------------------------------------------------------------------- */

static inline gboolean
hands_do (Hands *hands, PtInput input)
{
  if (input.zoom == 0)
    input.zoom = 1;
  return pt_editor_handle (hands->editor, &input);
}

static inline void
hands_press (Hands *hands, double x, double y, PtModifiers modifiers)
{
  hands_do (hands, (PtInput){ .kind = PT_INPUT_MOTION, .at = { x, y }, .modifiers = modifiers });
  hands_do (hands, (PtInput){ .kind = PT_INPUT_PRESS,
                              .at = { x, y },
                              .button = 1,
                              .n_press = 1,
                              .modifiers = modifiers });
}

static inline void
hands_move (Hands *hands, double x, double y, PtModifiers modifiers)
{
  hands_do (hands, (PtInput){ .kind = PT_INPUT_MOTION, .at = { x, y }, .modifiers = modifiers });
}

static inline void
hands_release (Hands *hands, double x, double y, PtModifiers modifiers)
{
  hands_do (hands, (PtInput){ .kind = PT_INPUT_RELEASE, .at = { x, y }, .modifiers = modifiers });
}

/* Pressed, pulled half way and then all the way; the button is still held. */
static inline void
hands_pull (Hands *hands, double x0, double y0, double x1, double y1, PtModifiers modifiers)
{
  hands_press (hands, x0, y0, modifiers);
  hands_move (hands, (x0 + x1) / 2, (y0 + y1) / 2, modifiers);
  hands_move (hands, x1, y1, modifiers);
}

static inline void
hands_drag (Hands *hands, double x0, double y0, double x1, double y1, PtModifiers modifiers)
{
  hands_pull (hands, x0, y0, x1, y1, modifiers);
  hands_release (hands, x1, y1, modifiers);
}

static inline void
hands_click (Hands *hands, double x, double y, PtModifiers modifiers)
{
  hands_press (hands, x, y, modifiers);
  hands_release (hands, x, y, modifiers);
}

static inline void
hands_double_click (Hands *hands, double x, double y)
{
  hands_click (hands, x, y, PT_MOD_NONE);
  hands_do (hands, (PtInput){ .kind = PT_INPUT_PRESS, .at = { x, y }, .button = 1, .n_press = 2 });
  hands_release (hands, x, y, PT_MOD_NONE);
}

static inline gboolean
hands_key (Hands *hands, PtKey key, PtModifiers modifiers)
{
  return hands_do (hands, (PtInput){ .kind = PT_INPUT_KEY, .key = key, .modifiers = modifiers });
}

/* ----- what came of it ------------------------------------------------------------------------ */

static inline PtDiagramElement *
hands_figure (Hands *hands, const char *id)
{
  PtElement *element = pt_process_graph_get (hands->graph, id);

  assert_non_null (element);
  return pt_diagram_find (pt_editor_get_diagram (hands->editor), element);
}

static inline void
assert_bounds (Hands *hands, const char *id, double x, double y, double width, double height)
{
  PtBounds b = hands_figure (hands, id)->bounds;

  assert_float_equal (b.x, x, 0.01);
  assert_float_equal (b.y, y, 0.01);
  assert_float_equal (b.width, width, 0.01);
  assert_float_equal (b.height, height, 0.01);
}

static inline void
assert_selected (Hands *hands, const char *id)
{
  const char *const *ids = pt_editor_get_selection (hands->editor);

  assert_non_null (ids[0]);
  assert_string_equal (ids[0], id);
  assert_null (ids[1]);
}

static inline guint
count_marks (Hands *hands, PtMarkKind kind)
{
  GArray *overlay = pt_editor_get_overlay (hands->editor);
  guint n = 0;

  for (guint i = 0; i < overlay->len; i++)
    if (g_array_index (overlay, PtMark, i).kind == kind)
      n++;
  return n;
}

static inline void
assert_untouched (Hands *hands)
{
  g_autoptr (GBytes) now = pt_document_to_bytes (hands->document, NULL);

  assert_true (g_bytes_equal (now, hands->before));
}

/* What was done was one step: one undo brings the very same bytes back. */
static inline void
assert_one_step (Hands *hands)
{
  assert_true (pt_document_can_undo (hands->document));
  pt_document_undo (hands->document);
  assert_false (pt_document_can_undo (hands->document));
  assert_untouched (hands);
}

/* ----- fixtures ------------------------------------------------------------------------------- */

static inline int
open_flow (void **state)
{
  *state = hands_open ("flow.bpmn");
  return 0;
}

static inline int
open_pools (void **state)
{
  *state = hands_open ("pools.bpmn");
  return 0;
}

static inline int
close_hands (void **state)
{
  hands_close (*state);
  return 0;
}

/* A test of the drawing “flow” or “pools”. */
#define TEST(name, fixture) cmocka_unit_test_setup_teardown (name, open_##fixture, close_hands)
