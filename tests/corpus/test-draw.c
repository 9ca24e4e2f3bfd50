/* test-draw.c: every diagram of the corpus is drawn
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <libxml/parser.h>

#include <partitur/paper.h>

#include "corpus-files.h"

static gboolean
is_finite (PtBounds b)
{
  return isfinite (b.x) && isfinite (b.y) && isfinite (b.width) && isfinite (b.height);
}

static guint
count_below (const xmlNode *node)
{
  guint n = xmlStrEqual (node->name, BAD_CAST "path");
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += count_below (child);
  return n;
}

/* How many outlines and lines an SVG has. */
static guint
count_paths (GBytes *svg)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  xmlDoc *doc = xmlReadMemory (data, (int)size, "picture.svg", NULL, XML_PARSE_HUGE);
  assert_non_null (doc);
  guint n = count_below (xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
  return n;
}

static void
check_picture (PtDiagram *diagram, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PtPainter) painter = pt_painter_new (&pt_ink_paper);
  PtBounds extents = pt_painter_diagram_extents (painter, diagram);
  g_autoptr (GBytes) svg = pt_picture_write (diagram, PT_PICTURE_SVG, 1, path, &error);

  if (svg == NULL)
    fail_msg ("%s: %s", path, error->message);
  assert_true (is_finite (extents));
  if (count_paths (svg) == 0 && !pt_bounds_is_empty (extents))
    fail_msg ("%s: an empty picture of %u figures", path, diagram->elements->len);
}

/* Returns: how many figures were drawn */
static guint
check_diagrams (PtDocument *document, const char *path)
{
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (document);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);
  guint n_figures = 0;

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = diagrams->pdata[i];
      check_picture (diagram, path);
      n_figures += diagram->elements->len;
    }
  return n_figures;
}

static void
every_diagram_is_drawn (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();
  guint n_figures = 0;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      g_autoptr (PtDocument) document = pt_bpmn_load (files->pdata[i], NULL, NULL);
      if (document != NULL)
        n_figures += check_diagrams (document, g_file_peek_path (files->pdata[i]));
    }
  if (files != NULL)
    {
      fprintf (stderr, "%u figures drawn\n", n_figures);
      assert_true (n_figures > 0);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (every_diagram_is_drawn) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
