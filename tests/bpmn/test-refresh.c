/* test-refresh.c: refreshed views are those that a fresh reading gives
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "graph-dump.h"

#define N_ROUNDS 600

/* --- what is known of the views before a change ------------------------------------------------
 */

typedef struct
{
  gpointer view; /* PtElement or PtDiagramElement */
  char *text;
} Known;

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  GRand *random;
  GHashTable *known; /* node -> Known */
  guint n_changes;
} Fixture;

static void
known_free (gpointer data)
{
  g_free (((Known *)data)->text);
  g_free (data);
}

static void
know (Fixture *f, const xmlNode *node, gpointer view, char *text)
{
  Known *known = g_new (Known, 1);

  *known = (Known){ view, text };
  g_hash_table_insert (f->known, (gpointer)node, known);
}

static void
know_all (Fixture *f)
{
  const Dump dump = { f->graph, TRUE };
  GPtrArray *elements = pt_process_graph_get_elements (f->graph);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (f->graph);

  g_hash_table_remove_all (f->known);
  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);
      know (f, element->node, element, dump_element (&dump, element));
    }
  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      for (guint j = 0; j < diagram->elements->len; j++)
        {
          PtDiagramElement *figure = g_ptr_array_index (diagram->elements, j);
          know (f, figure->node, figure, dump_figure (&dump, figure));
        }
    }
}

/* A surviving node keeps its view, and a view that says something else is reported. */
static void
assert_reported (Fixture *f,
                 const xmlNode *node,
                 gpointer view,
                 const char *text,
                 const GPtrArray *reported)
{
  const Known *known = g_hash_table_lookup (f->known, node);

  if (known)
    assert_ptr_equal (known->view, view);
  if ((!known || strcmp (known->text, text) != 0)
      && !g_ptr_array_find ((GPtrArray *)reported, view, NULL))
    fail_msg ("not reported:\n%s\n%s", known ? known->text : "(new)", text);
}

static void
assert_gone (Fixture *f, const GPtrArray *removed)
{
  for (guint i = 0; i < removed->len; i++)
    {
      const PtElement *element = g_ptr_array_index (removed, i);
      assert_false (g_ptr_array_find (pt_process_graph_get_elements (f->graph), element, NULL));
    }
}

static void
graph_changed_cb (PtProcessGraph *graph, const PtGraphChange *change, Fixture *f)
{
  const Dump dump = { graph, TRUE };
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  GPtrArray *diagrams = pt_process_graph_get_diagrams (graph);

  f->n_changes++;
  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);
      g_autofree char *text = dump_element (&dump, element);
      assert_ptr_equal (pt_process_graph_get_by_node (graph, element->node), element);
      assert_reported (f, element->node, element, text, change->elements);
    }
  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      for (guint j = 0; j < diagram->elements->len; j++)
        {
          PtDiagramElement *figure = g_ptr_array_index (diagram->elements, j);
          g_autofree char *text = dump_figure (&dump, figure);
          assert_true (j == 0
                       || figure->z > ((PtDiagramElement *)diagram->elements->pdata[j - 1])->z);
          assert_reported (f, figure->node, figure, text, change->figures);
        }
    }
  assert_gone (f, change->removed_elements);
}

static void
assert_fresh (Fixture *f, const char *after)
{
  g_autoptr (PtProcessGraph) fresh = pt_process_graph_new (f->document);
  g_autofree char *expected = dump_graph (fresh), *found = dump_graph (f->graph);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);

  if (strcmp (expected, found) == 0)
    return;
  for (guint i = 0; expected_lines[i] && found_lines[i]; i++)
    if (strcmp (expected_lines[i], found_lines[i]) != 0)
      fail_msg ("after %s:\nfresh     %s\nrefreshed %s", after, expected_lines[i], found_lines[i]);
  fail_msg ("after %s: another number of views", after);
}

/* --- random edits ----------------------------------------------------------------------------- */

static void
collect_nodes (xmlNode *node, GPtrArray *nodes)
{
  g_ptr_array_add (nodes, node);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    collect_nodes (child, nodes);
}

static xmlNode *
any_node (Fixture *f)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  collect_nodes (pt_document_get_root (f->document), nodes);
  return g_ptr_array_index (nodes, g_rand_int_range (f->random, 0, (int)nodes->len));
}

#define ANY(f, words) words[g_rand_int_range ((f)->random, 0, G_N_ELEMENTS (words))]

/* Returns: (nullable): an id in use, the same as a QName, one that may come to be, or none */
static char *
any_id (Fixture *f)
{
  static const char *const others[] = { "new_1", "new_2", "x:new_1", "nobody", "" };
  g_autofree char *id = NULL;

  switch (g_rand_int_range (f->random, 0, 5))
    {
    case 0:
      return g_strdup (ANY (f, others));
    case 1:
      return NULL;
    default:
      for (guint i = 0; i < 20 && !id; i++)
        id = pt_xml_attribute (any_node (f), "id");
      return g_rand_boolean (f->random) ? g_steal_pointer (&id) : g_strconcat ("x:", id, NULL);
    }
}

static const char *
set_attribute (Fixture *f)
{
  static const char *const references[] = { "id",
                                            "sourceRef",
                                            "targetRef",
                                            "default",
                                            "attachedToRef",
                                            "processRef",
                                            "calledElement",
                                            "messageRef",
                                            "signalRef",
                                            "dataObjectRef",
                                            "bpmnElement",
                                            "bpmnElement",
                                            "categoryValueRef",
                                            "initiatingParticipantRef",
                                            "id" };
  static const char *const facts[] = { "name",
                                       "value",
                                       "cancelActivity",
                                       "isInterrupting",
                                       "triggeredByEvent",
                                       "isCollection",
                                       "isHorizontal",
                                       "isExpanded",
                                       "isSequential",
                                       "maximum",
                                       "x",
                                       "width",
                                       "associationDirection",
                                       "participantBandKind",
                                       "messageVisibleKind" };
  static const char *const values[] = { "true", "false", "7", "One", "initiating" };
  xmlNode *node = any_node (f);

  if (g_rand_boolean (f->random))
    {
      g_autofree char *id = any_id (f);
      pt_document_set_attribute (f->document, node, NULL, ANY (f, references), id);
    }
  else
    pt_document_set_attribute (f->document, node, NULL, ANY (f, facts), ANY (f, values));
  return "an attribute";
}

static const char *
set_text (Fixture *f)
{
  xmlNode *node = any_node (f);
  g_autofree char *id = any_id (f);

  for (guint i = 0; i < 50 && pt_xml_first_element (node); i++)
    node = any_node (f);
  if (!pt_xml_first_element (node))
    pt_document_set_text (f->document, node, id);
  return "a text";
}

static void
put_anywhere (Fixture *f, xmlNode *node)
{
  xmlNode *parent = any_node (f), *before = NULL;

  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    if (g_rand_int_range (f->random, 0, 3) == 0)
      before = child;
  pt_document_insert (f->document, parent, before, node);
}

static const char *
insert (Fixture *f)
{
  static const char *const tags[] = { "task",
                                      "sequenceFlow",
                                      "boundaryEvent",
                                      "subProcess",
                                      "lane",
                                      "laneSet",
                                      "flowNodeRef",
                                      "participant",
                                      "messageFlow",
                                      "process",
                                      "dataInput",
                                      "dataInputAssociation",
                                      "ioSpecification",
                                      "signalEventDefinition",
                                      "eventDefinitionRef",
                                      "sourceRef",
                                      "choreographyTask",
                                      "messageFlowRef",
                                      "message",
                                      "categoryValue" };
  static const char *const di_tags[] = { "BPMNShape", "BPMNEdge", "BPMNPlane", "BPMNDiagram" };
  gboolean is_di = g_rand_int_range (f->random, 0, 4) == 0;
  xmlNode *root = pt_document_get_root (f->document);
  xmlNode *node
      = is_di
            ? pt_document_make_element (f->document, root, PT_NS_BPMNDI, "bpmndi", ANY (f, di_tags))
            : pt_document_make_element (f->document, root, PT_NS_BPMN, "bpmn", ANY (f, tags));
  g_autofree char *id = any_id (f), *reference = any_id (f);

  if (id)
    xmlSetProp (node, BAD_CAST (is_di ? "bpmnElement" : "id"), BAD_CAST id);
  if (reference && !is_di)
    xmlSetProp (node, BAD_CAST "sourceRef", BAD_CAST reference);
  put_anywhere (f, node);
  return "an insertion";
}

static const char *
remove_any (Fixture *f)
{
  xmlNode *node = any_node (f);

  if (node->parent && node->parent->type == XML_ELEMENT_NODE)
    pt_document_remove (f->document, node);
  return "a removal";
}

static const char *
move (Fixture *f)
{
  xmlNode *node = any_node (f);

  if (node->parent && node->parent->type == XML_ELEMENT_NODE)
    {
      pt_document_remove (f->document, node);
      put_anywhere (f, node);
    }
  return "a move";
}

static const char *
undo (Fixture *f)
{
  pt_document_undo (f->document);
  return "undo";
}

static const char *
redo (Fixture *f)
{
  pt_document_redo (f->document);
  return "redo";
}

static const char *
edit (Fixture *f)
{
  static const char *(*const edits[]) (Fixture *)
      = { set_attribute, set_attribute, set_text, insert, insert, remove_any, move };
  const char *what = NULL;

  pt_document_begin (f->document, "Edit");
  for (int n = g_rand_int_range (f->random, 1, 4); n > 0; n--)
    what = ANY (f, edits) (f);
  pt_document_commit (f->document);
  return what;
}

static void
setup (Fixture *f, const char *name, guint32 seed)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "bpmn", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  f->document = pt_bpmn_load (file, NULL, &error);
  if (!f->document)
    fail_msg ("%s", error->message);
  f->graph = pt_process_graph_new (f->document);
  f->random = g_rand_new_with_seed (seed);
  f->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  f->n_changes = 0;
  g_signal_connect (f->graph, "changed", G_CALLBACK (graph_changed_cb), f);
  know_all (f);
}

static void
teardown (Fixture *f)
{
  g_hash_table_unref (f->known);
  g_rand_free (f->random);
  g_object_unref (f->graph);
  g_object_unref (f->document);
}

/* Undo is twice as likely as needed to come back: the file neither vanishes nor explodes. */
static void
edit_at_random (const char *name, guint32 seed)
{
  Fixture f;

  setup (&f, name, seed);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      int choice = g_rand_int_range (f.random, 0, 8);
      const char *what = choice < 5 ? edit (&f) : choice < 7 ? undo (&f) : redo (&f);
      g_autofree char *after = g_strdup_printf ("%s in round %u, seed %u", what, round, seed);
      assert_fresh (&f, after);
      know_all (&f);
    }
  assert_true (f.n_changes > N_ROUNDS / 2);

  while (pt_document_can_undo (f.document))
    {
      undo (&f);
      know_all (&f);
    }
  assert_fresh (&f, "undoing all");
  teardown (&f);
}

static void
random_edits_of_a_collaboration (void **state)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    edit_at_random ("collaboration.bpmn", seed);
}

static void
random_edits_of_an_odd_file (void **state)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    edit_at_random ("odd.bpmn", seed);
}

static void
random_edits_of_what_is_hidden (void **state)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    edit_at_random ("shut.bpmn", seed);
}

static void
random_edits_of_a_choreography (void **state)
{
  for (guint32 seed = 1; seed <= 2; seed++)
    edit_at_random ("choreography.bpmn", seed);
}

/* --- many at once ----------------------------------------------------------------------------- */

static void
insert_figure (Fixture *f)
{
  const PtDiagram *diagram = g_ptr_array_index (pt_process_graph_get_diagrams (f->graph), 0);
  GPtrArray *elements = pt_process_graph_get_elements (f->graph);
  const PtElement *shown
      = g_ptr_array_index (elements, g_rand_int_range (f->random, 0, (int)elements->len));
  gboolean is_edge = pt_element_family (shown) == PT_FAMILY_FLOW;
  xmlNode *node = pt_document_make_element (f->document, diagram->plane, PT_NS_BPMNDI, "bpmndi",
                                            is_edge ? "BPMNEdge" : "BPMNShape");
  xmlNode *before = pt_xml_first_element (diagram->plane);

  for (int skip = g_rand_int_range (f->random, 0, 20); before && skip > 0; skip--)
    before = pt_xml_next_element (before);
  if (shown->id)
    xmlSetProp (node, BAD_CAST "bpmnElement", BAD_CAST shown->id);
  pt_document_insert (f->document, diagram->plane, before, node);
}

/* Many figures are sorted, few are put in place; whoever reads the file afresh sorts. */
static void
many_figures_are_painted_in_the_same_order (void **state)
{
  Fixture f;

  setup (&f, "collaboration.bpmn", 7);
  for (guint i = 0; i < 200; i++)
    {
      pt_document_begin (f.document, "Insert one");
      insert_figure (&f);
      pt_document_commit (f.document);
      know_all (&f);
    }
  assert_fresh (&f, "inserting one by one");
  for (guint i = 0; i < 200; i++)
    {
      undo (&f);
      know_all (&f);
    }
  assert_fresh (&f, "undoing one by one");

  pt_document_begin (f.document, "Insert many");
  for (guint i = 0; i < 200; i++)
    insert_figure (&f);
  pt_document_commit (f.document);
  assert_fresh (&f, "inserting many");
  know_all (&f);
  undo (&f);
  assert_fresh (&f, "undoing many");
  teardown (&f);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (random_edits_of_a_collaboration),
    cmocka_unit_test (random_edits_of_an_odd_file),
    cmocka_unit_test (random_edits_of_what_is_hidden),
    cmocka_unit_test (random_edits_of_a_choreography),
    cmocka_unit_test (many_figures_are_painted_in_the_same_order),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
