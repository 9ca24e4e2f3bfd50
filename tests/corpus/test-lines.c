/* test-lines.c: an edit changes the lines of what was edited, and no other line of the file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lines differ is said by diff(1), not by anything of ours.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <partitur/modeling.h>
#include <string.h>

#include "corpus-files.h"

#define MOST_ELEMENTS 12 /* of a file, spread over it */
#define NEW_NAME "nobody has this name yet"

/* Lines of the old file, from 1, that were replaced; one that was only inserted behind has `last`
 * before `first`. */
typedef struct
{
  int first, last;
} Hunk;

typedef struct
{
  const char *path;
  char *folder;
  PtDocument *document;
  PtProcessGraph *graph;
  GBytes *before;
} Bench;

/* --- what differs --- */

static Hunk
parse_hunk (const char *line)
{
  char *end;
  Hunk hunk;

  hunk.first = hunk.last = (int)g_ascii_strtoll (line, &end, 10);
  if (*end == ',')
    hunk.last = (int)g_ascii_strtoll (end + 1, &end, 10);
  if (*end == 'a')
    hunk.first++;
  return hunk;
}

static char *
write_beside (Bench *b, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (b->folder, name, NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  assert_true (g_file_set_contents (path, data, (gssize)length, NULL));
  return path;
}

static GArray *
find_hunks (Bench *b)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  g_autoptr (GBytes) after = pt_document_to_bytes (b->document, NULL);
  g_autofree char *old = write_beside (b, "old", b->before);
  g_autofree char *new = write_beside (b, "new", after);
  const char *argv[] = { "diff", "-a", old, new, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;

  assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                             NULL, NULL, NULL));
  lines = g_strsplit (output, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (g_ascii_isdigit (**line))
      {
        Hunk hunk = parse_hunk (*line);

        g_array_append_val (hunks, hunk);
      }
  return hunks;
}

/* --- which lines may --- */

static xmlNode *
behind (xmlNode *node)
{
  while (node != NULL && pt_xml_next_element (node) == NULL)
    node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
  return node != NULL ? pt_xml_next_element (node) : NULL;
}

/* From its start tag to where the next element begins, or before that line. */
static Hunk
lines_of (PtDocument *document, xmlNode *node)
{
  xmlNode *next = behind (node);
  Hunk lines = { 0, G_MAXINT };
  int column;

  assert_true (pt_document_get_position (document, node, &lines.first, &column));
  if (next != NULL && pt_document_get_position (document, next, &lines.last, &column))
    lines.last -= lines.last > lines.first;
  return lines;
}

static gboolean
is_among (GArray *allowed, const Hunk *hunk)
{
  for (guint i = 0; i < allowed->len; i++)
    {
      const Hunk *lines = &g_array_index (allowed, Hunk, i);

      if (hunk->first >= lines->first && hunk->last <= lines->last)
        return TRUE;
    }
  return FALSE;
}

static void
check_hunks (Bench *b, GArray *allowed, const char *what, const char *id)
{
  g_autoptr (GArray) hunks = find_hunks (b);

  for (guint i = 0; i < hunks->len; i++)
    {
      const Hunk *hunk = &g_array_index (hunks, Hunk, i);

      /* diff joins lines that follow one another, whoever they belong to */
      for (Hunk line = { hunk->first, MIN (hunk->first, hunk->last) };
           line.first <= MAX (hunk->last, hunk->first); line.first++, line.last = line.first)
        if (!is_among (allowed, &line))
          fail_msg ("%s: to %s %s also changes line %d", b->path, what, id, line.first);
    }
}

static void
take_back (Bench *b, const char *what, const char *id)
{
  g_autoptr (GBytes) after = NULL;

  while (pt_document_can_undo (b->document))
    pt_document_undo (b->document);
  after = pt_document_to_bytes (b->document, NULL);
  if (!g_bytes_equal (b->before, after))
    fail_msg ("%s: to %s %s and undo it does not give the file back", b->path, what, id);
}

/* --- rename --- */

/* Where the label stands: in the start tag, or in the text of an annotation, or in a category
 * value. */
static xmlNode *
label_node (PtElement *element)
{
  if (element->type == PT_BPMN_TEXT_ANNOTATION)
    for (xmlNode *child = pt_xml_first_element (element->node); child != NULL;
         child = pt_xml_next_element (child))
      if (pt_xml_is (child, PT_NS_BPMN, "text"))
        return child;
  return element->node;
}

/* A name that was broken into lines in the file takes them all with it. */
static gboolean
is_broken_name (Bench *b, int line)
{
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (b->before, NULL), "\n", line + 1);
  guint n_quotes = 0;

  for (const char *c = lines[line - 1]; *c != '\0'; c++)
    n_quotes += *c == '"';
  return n_quotes % 2 == 1;
}

static void
check_rename (Bench *b, const char *id)
{
  PtElement *element = pt_process_graph_get (b->graph, id);
  Hunk lines = lines_of (b->document, label_node (element));
  g_autoptr (GArray) hunks = NULL;
  const Hunk *hunk;

  if (element->type == PT_BPMN_GROUP || !pt_modeling_rename (b->graph, id, NEW_NAME))
    return;
  hunks = find_hunks (b);
  hunk = &g_array_index (hunks, Hunk, 0);
  if (hunks->len != 1 || hunk->first < lines.first || hunk->last > lines.last)
    fail_msg ("%s: to rename %s changes other lines", b->path, id);
  if (hunk->last != hunk->first && element->type != PT_BPMN_TEXT_ANNOTATION
      && !is_broken_name (b, hunk->first))
    fail_msg ("%s: to rename %s changes %d lines", b->path, id, hunk->last - hunk->first + 1);
  take_back (b, "rename", id);
}

/* --- move --- */

static gboolean
moves_with (const PtElement *element, const PtElement *moved)
{
  return element != NULL
         && (element == moved || pt_element_is_within (element, moved)
             || moves_with (element->attached_to, moved));
}

/* Figures of what moves, and of the flows that hang on it. */
static GArray *
lines_that_may_move (Bench *b, const PtElement *moved)
{
  GArray *allowed = g_array_new (FALSE, FALSE, sizeof (Hunk));
  GPtrArray *diagrams = pt_process_graph_get_diagrams (b->graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      for (guint j = 0; j < diagram->elements->len; j++)
        {
          PtDiagramElement *figure = g_ptr_array_index (diagram->elements, j);
          PtElement *element = figure->element;

          if (element != NULL
              && (moves_with (element, moved) || moves_with (element->source, moved)
                  || moves_with (element->target, moved)))
            {
              Hunk lines = lines_of (b->document, figure->node);

              g_array_append_val (allowed, lines);
            }
        }
    }
  return allowed;
}

static void
check_move (Bench *b, const char *id)
{
  const char *ids[] = { id, NULL };
  PtElement *element = pt_process_graph_get (b->graph, id);
  g_autoptr (GArray) allowed = NULL;

  if (pt_element_family (element) == PT_FAMILY_POOL
      || pt_element_family (element) == PT_FAMILY_LANE)
    return;
  allowed = lines_that_may_move (b, element);
  if (!pt_modeling_move (b->graph, ids, 1, 1, NULL))
    return;
  check_hunks (b, allowed, "move", id);
  take_back (b, "move", id);
}

/* --- add --- */

static void
check_add (Bench *b, const char *id)
{
  PtNodeSpec task = { PT_BPMN_TASK, .name = "Added" };

  g_free (pt_modeling_append (b->graph, id, &task));
  take_back (b, "append to", id);
}

/* --- all of it --- */

static GPtrArray *
drawn_ids (PtProcessGraph *graph)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      /* of a doubled id only the first element can be named */
      if (element->id != NULL && element->figure != NULL && !element->figure->is_edge
          && pt_process_graph_get (graph, element->id) == element)
        g_ptr_array_add (ids, g_strdup (element->id));
    }
  return ids;
}

static void
check_file (GFile *file, char *folder, void (*check) (Bench *b, const char *id))
{
  Bench b = { .path = g_file_peek_path (file), .folder = folder };
  g_autoptr (GPtrArray) ids = NULL;

  b.document = pt_bpmn_load (file, NULL, NULL);
  if (b.document == NULL)
    return;
  b.graph = pt_process_graph_new (b.document);
  b.before = g_file_load_bytes (file, NULL, NULL, NULL);
  ids = drawn_ids (b.graph);
  for (guint i = 0; i < ids->len; i += 1 + ids->len / MOST_ELEMENTS)
    check (&b, g_ptr_array_index (ids, i));
  g_object_unref (b.graph);
  g_object_unref (b.document);
  g_bytes_unref (b.before);
}

static void
check_corpus (void (*check) (Bench *b, const char *id))
{
  g_autoptr (GPtrArray) files = corpus_files ();
  g_autofree char *folder = g_dir_make_tmp ("partitur-lines-XXXXXX", NULL);

  for (guint i = 0; files != NULL && i < files->len; i++)
    check_file (g_ptr_array_index (files, i), folder, check);
  for (const char *const *name = (const char *const[]){ "old", "new", NULL }; *name; name++)
    {
      g_autofree char *path = g_build_filename (folder, *name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
a_rename_changes_the_lines_of_the_name (void **state)
{
  check_corpus (check_rename);
}

static void
a_move_changes_the_lines_of_what_moves (void **state)
{
  check_corpus (check_move);
}

static void
an_addition_taken_back_leaves_nothing (void **state)
{
  check_corpus (check_add);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_rename_changes_the_lines_of_the_name),
    cmocka_unit_test (a_move_changes_the_lines_of_what_moves),
    cmocka_unit_test (an_addition_taken_back_leaves_nothing),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
