/* fuzz-journey.c: one file through the whole program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <partitur/compiler.h>
#include <partitur/draw.h>
#include <partitur/modeling.h>

#include <math.h>

#define N_EDITS 4

static const char roles_text[]
    = "<organisation xmlns='urn:partitur:roles:1' version='1.0' name='x'>"
      "<role id='r1' name='Clerk'/><role id='r2' name='Boss' kind='external' channel='mail'/>"
      "<person id='p1' name='P'><holds role='r1'/></person></organisation>";

static PtDocument *
load (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_bpmn_load_bytes (bytes, "file.bpmn", &error);

  g_assert_true ((document != NULL) == (error == NULL));
  g_assert_true (!error || g_utf8_validate (error->message, -1, NULL));
  return document;
}

static void
assert_saved_as (PtDocument *document, const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, size);
}

/* --- looking --- */

static void
assert_sane (PtBounds b)
{
  g_assert_true (isfinite (b.x) && isfinite (b.y) && isfinite (b.width) && isfinite (b.height));
}

static void
draw (PtProcessGraph *graph)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < diagrams->len; i++)
    {
      assert_sane (pt_diagram_bounds (g_ptr_array_index (diagrams, i)));
      assert_sane (pt_painter_diagram_extents (painter, g_ptr_array_index (diagrams, i)));
      pt_painter_draw_diagram (painter, cr, g_ptr_array_index (diagrams, i), NULL);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
check (PtProcessGraph *graph, PtDocument *roles, const char *target)
{
  const PtCompileOptions options = { .target = pt_target_find (target ? target : "") };
  g_autoptr (PtCompilation) compilation = pt_compile (graph, roles, &options);
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  g_autofree char *text = pt_diagnostics_to_text (found, "file.bpmn");
  g_autoptr (JsonNode) json = pt_diagnostics_to_json (found, "file.bpmn");

  g_assert_true (g_utf8_validate (text, -1, NULL) && json);
}

/* --- editing --- */

typedef struct
{
  PtProcessGraph *graph;
  GRand *rand;
} Hands;

static const char *
any_id (Hands *hands)
{
  GPtrArray *elements = pt_process_graph_get_elements (hands->graph);

  for (guint tries = 0; tries < 10; tries++)
    {
      const PtElement *element
          = g_ptr_array_index (elements, g_rand_int_range (hands->rand, 0, (gint32)elements->len));

      if (element->id)
        return element->id;
    }
  return "Nobody";
}

static void
edit_name (Hands *hands)
{
  pt_modeling_rename (hands->graph, any_id (hands), "A <new> & “other” name\n");
}

static void
edit_place (Hands *hands)
{
  const char *ids[] = { any_id (hands), any_id (hands), NULL };

  pt_modeling_move (hands->graph, ids, 40, -30, NULL);
}

static void
edit_delete (Hands *hands)
{
  const char *ids[] = { any_id (hands), NULL };

  pt_modeling_delete (hands->graph, ids);
}

static void
edit_append (Hands *hands)
{
  const PtNodeSpec spec = { PT_BPMN_USER_TASK, PT_BPMN_NONE, "Do it" };

  g_free (pt_modeling_append (hands->graph, any_id (hands), &spec));
}

static void
edit_connect (Hands *hands)
{
  const char *from = any_id (hands);

  g_free (pt_modeling_connect (hands->graph, from, any_id (hands), NULL));
}

static void
edit_lane (Hands *hands)
{
  g_free (pt_modeling_add_lane (hands->graph, any_id (hands), TRUE));
}

static void
edit_copy (Hands *hands)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (hands->graph);
  const char *ids[] = { any_id (hands), any_id (hands), NULL };
  g_autofree char *text = pt_modeling_copy (hands->graph, ids);

  if (text && diagrams->len > 0)
    g_strfreev (pt_modeling_paste (hands->graph, g_ptr_array_index (diagrams, 0), text,
                                   (PtPoint){ 50, 60 }));
}

static void
edit_drawing (Hands *hands)
{
  pt_modeling_make_diagram (hands->graph);
}

/* A repair that is offered can be done, unless one before it has changed what it was about. */
static void
edit_repair (Hands *hands)
{
  const PtCompileOptions options = { 0 };
  g_autoptr (PtCompilation) compilation = pt_compile (hands->graph, NULL, &options);
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  guint n = pt_diagnostics_get_length (found);
  guint start = n > 0 ? (guint)g_rand_int_range (hands->rand, 0, (gint32)n) : 0;

  for (guint i = 0; i < n; i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (found, (start + i) % n);

      if (finding->fixes->len > 0)
        {
          pt_compiler_apply_fix (hands->graph, NULL, g_ptr_array_index (finding->fixes, 0), NULL);
          return;
        }
    }
}

static void (*const edits[]) (Hands *hands)
    = { edit_name,    edit_place, edit_delete, edit_append,  edit_repair,
        edit_connect, edit_lane,  edit_copy,   edit_drawing, edit_repair };

/* What was edited is a file again. An encoding may be too poor for it, which is said. */
static void
assert_opens_again (PtDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, &error);
  g_autoptr (PtDocument) again
      = bytes ? load (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;

  g_assert_true (again || g_error_matches (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_ENCODING));
}

static void
edit_and_undo (PtDocument *document, PtProcessGraph *graph, guint32 seed)
{
  Hands hands = { graph, g_rand_new_with_seed (seed) };

  for (guint i = 0; i < N_EDITS; i++)
    edits[g_rand_int_range (hands.rand, 0, G_N_ELEMENTS (edits))](&hands);
  draw (graph);
  assert_opens_again (document);
  while (pt_document_can_undo (document))
    pt_document_undo (document);
  g_rand_free (hands.rand);
}

/* --- the whole --- */

static guint32
seed_of (const guint8 *data, gsize size)
{
  guint32 seed = (guint32)size;

  for (gsize i = 0; i < size; i++)
    seed = seed * 31 + data[i];
  return seed;
}

void
fuzz_journey (const guint8 *data, gsize size)
{
  g_autoptr (PtDocument) document = load (data, size);
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (GBytes) roles_bytes = g_bytes_new_static (roles_text, sizeof roles_text - 1);

  if (!document)
    return;
  assert_saved_as (document, data, size);
  graph = pt_process_graph_new (document);
  roles = pt_roster_load_bytes (roles_bytes, "roles.xml", NULL);
  draw (graph);
  check (graph, NULL, NULL);
  check (graph, roles, "camunda7");
  edit_and_undo (document, graph, seed_of (data, size));
  assert_saved_as (document, data, size);
  draw (graph);
}
