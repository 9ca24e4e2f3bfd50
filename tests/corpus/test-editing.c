/* test-editing.c: every file of the corpus can be laid out, and edited without loss
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
#include <partitur/layout.h>
#include <partitur/modeling.h>

#include "../document/history-files.h"
#include "corpus-files.h"

static gboolean
takes_room (const PtPlaced *placed)
{
  PtFamily family = pt_element_family (placed->element);

  return placed->waypoints == NULL && family != PT_FAMILY_POOL && family != PT_FAMILY_LANE
         && placed->element->attached_to == NULL;
}

static void
check_layout (PtElement *root, const char *path)
{
  g_autoptr (GPtrArray) placed = pt_layout_plain (root);

  for (guint i = 0; i < placed->len; i++)
    for (guint j = i + 1; j < placed->len; j++)
      {
        PtPlaced *a = g_ptr_array_index (placed, i), *b = g_ptr_array_index (placed, j);

        if (takes_room (a) && takes_room (b) && a->element->parent == b->element->parent
            && pt_bounds_intersects (pt_bounds_grow (a->bounds, -0.1), b->bounds))
          fail_msg ("%s: %s and %s overlap", path, a->element->id, b->element->id);
      }
}

static void
check_layouts (PtProcessGraph *graph, const char *path)
{
  GPtrArray *roots = pt_process_graph_get_definitions (graph)->children;

  for (guint i = 0; roots != NULL && i < roots->len; i++)
    if (pt_element_family (g_ptr_array_index (roots, i)) == PT_FAMILY_PLANE)
      check_layout (g_ptr_array_index (roots, i), path);
}

/* Ids of some shapes, for elements live from change to change only. */
static GPtrArray *
some_shapes (PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < elements->len && ids->len < 12; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      if (element->id != NULL && element->figure != NULL && !element->figure->is_edge)
        g_ptr_array_add (ids, g_strdup (element->id));
    }
  return ids;
}

static void
undo_all (PtDocument *document, GBytes *before, const char *path, const char *what, const char *id)
{
  g_autoptr (GBytes) after = NULL;

  while (pt_document_can_undo (document))
    pt_document_undo (document);
  after = pt_document_to_bytes (document, NULL);
  if (after == NULL || !g_bytes_equal (before, after))
    fail_msg ("%s: undoing to %s %s does not give the file back", path, what, id);
}

/* What a crash would leave now is the same drawing. */
static void
check_history (PtDocument *document, const char *path)
{
  g_autofree char *copy = history_copy (pt_history_get_id (document), -1);
  g_autoptr (PtDocument) restored = history_restore (copy);
  g_autoptr (GBytes) here = pt_document_to_bytes (document, NULL);
  g_autoptr (GBytes) there = restored != NULL ? pt_document_to_bytes (restored, NULL) : NULL;

  if (there == NULL || !g_bytes_equal (here, there))
    fail_msg ("%s: the history does not lead to what was drawn", path);
}

static void
check_edits (PtDocument *document, PtProcessGraph *graph, const char *path)
{
  g_autoptr (GPtrArray) shapes = some_shapes (graph);
  g_autoptr (GBytes) before = pt_document_to_bytes (document, NULL);
  PtNodeSpec task = { PT_BPMN_TASK };

  assert_non_null (before);
  for (guint i = 0; i < shapes->len; i++)
    {
      const char *ids[] = { g_ptr_array_index (shapes, i), NULL };
      g_autofree char *text = NULL;

      pt_modeling_move (graph, ids, 17.5, -8, NULL);
      undo_all (document, before, path, "move", ids[0]);
      g_free (pt_modeling_append (graph, ids[0], &task));
      undo_all (document, before, path, "append to", ids[0]);
      text = pt_modeling_copy (graph, ids);
      if (text != NULL)
        g_strfreev (pt_modeling_paste (graph,
                                       g_ptr_array_index (pt_process_graph_get_diagrams (graph), 0),
                                       text, (PtPoint){ 300, 300 }));
      if (pt_modeling_delete (graph, ids) && i + 1 == shapes->len)
        check_history (document, path);
      undo_all (document, before, path, "delete", ids[0]);
    }
}

static void
every_file_can_be_laid_out_and_edited (void **state)
{
  g_autoptr (GPtrArray) files = corpus_files ();

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      PtDocument *loaded = pt_bpmn_load (file, NULL, NULL);
      g_autoptr (PtDocument) document = loaded != NULL ? pt_history_keep (loaded, NULL) : NULL;
      g_autoptr (PtProcessGraph) graph = document != NULL ? pt_process_graph_new (document) : NULL;

      if (graph == NULL)
        continue;
      check_layouts (graph, g_file_peek_path (file));
      check_edits (document, graph, g_file_peek_path (file));
      history_forget_all (NULL);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_file_can_be_laid_out_and_edited),
  };

  return cmocka_run_group_tests (tests, history_setup, history_teardown);
}
