/* test-compare.c: what counts as a difference, which one it is, and what it is called
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "versions.h"

static PtDocument *
open_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_bpmn_load_bytes (bytes, "test.bpmn", &error);

  if (document == NULL)
    fail_msg ("%s\n%s", error->message, text);
  return document;
}

static PtDocument *
open_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "compare", name, NULL);
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return open_text (text);
}

/* The fixture with each of @from replaced by @to. */
static PtDocument *
edited (const char *name, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_FIXTURES"), "compare", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, from, -1);
  if (g_strv_length (parts) < 2)
    fail_msg ("the fixture has no %s", from);
  changed = g_strjoinv (to, parts);
  return open_text (changed);
}

static void
assert_told (PtDocument *before, PtDocument *after, const char *expected)
{
  g_autofree char *text = told (before, after);

  assert_string_equal (text, expected);
}

/* --- no difference --- */

static void
test_what_is_no_difference (void **state)
{
  g_autoptr (PtDocument) plain = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) other = open_fixture ("order-otherwise-written.bpmn");

  assert_told (plain, plain, "No differences\n");
  assert_told (plain, other, "No differences\n");
  assert_told (other, plain, "No differences\n");
}

static void
test_defaults_are_no_difference (void **state)
{
  g_autoptr (PtDocument) plain = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) spelled
      = edited ("order.bpmn", "<bpmn:userTask id",
                "<bpmn:userTask startQuantity=\"1\" isForCompensation=\"false\" id");
  g_autoptr (PtDocument) other
      = edited ("order.bpmn", "<bpmn:userTask id", "<bpmn:userTask startQuantity=\"2\" id");

  assert_told (plain, spelled, "No differences\n");
  assert_told (spelled, plain, "No differences\n");
  assert_int_equal (count (plain, other, PT_DIFFERENCE_CHANGED), 1);
  assert_int_equal (count (other, plain, PT_DIFFERENCE_CHANGED), 1);
}

/* --- one edit, one difference --- */

static const struct
{
  const char *from, *to, *told;
  gboolean by_id; /* under another id, too, it would be another element */
} edits[] = {
  /* what an element is called and is */
  { "name=\"Check order\"", "name=\"Check the order\"",
    "Changed\n  ✎ User task “Check the order” was renamed from “Check order”\n1 changed\n" },
  { "userTask", "manualTask",
    "Changed\n  ✎ Manual task “Check order” was turned from User task into Manual task\n"
    "1 changed\n" },
  { "Ask if in doubt", "Ask always",
    "Changed\n  ✎ Text annotation “Ask always” was reworded from “Ask if in doubt”\n1 changed\n" },
  { "Looks at everything", "Looks at much",
    "Changed\n  ✎ User task “Check order” is now documented as “Looks at much” instead of "
    "“Looks at everything”\n1 changed\n" },
  { "<bpmn:documentation>Looks at everything</bpmn:documentation>", "",
    "Changed\n  ✎ User task “Check order” lost the documentation “Looks at everything”\n"
    "1 changed\n" },
  { "isExecutable=\"false\"", "isExecutable=\"true\"",
    "Changed\n  ✎ Process “Order” now has “isExecutable” “true” instead of “false”\n1 changed\n" },
  /* where it is */
  { "<bpmn:flowNodeRef>Check</bpmn:flowNodeRef></bpmn:lane>",
    "</bpmn:lane><!-- --><bpmn:lane id=\"L3\" name=\"Board\">"
    "<bpmn:flowNodeRef>Check</bpmn:flowNodeRef></bpmn:lane>",
    "Added\n  + Lane “Board”\n"
    "Changed\n  ✎ User task “Check order” moved from lane “Sales” to lane “Board”\n"
    "1 added, 1 changed\n" },
  { "<bpmn:flowNodeRef>Check</bpmn:flowNodeRef>", "",
    "Changed\n  ✎ User task “Check order” left lane “Sales”\n1 changed\n" },
  { "<bpmn:flowNodeRef>Start</bpmn:flowNodeRef>",
    "<bpmn:flowNodeRef>Start</bpmn:flowNodeRef><bpmn:flowNodeRef>Nobody</bpmn:flowNodeRef>",
    "Changed\n  ✎ Lane “Sales” got “flowNodeRef” “Nobody”\n1 changed\n" },
  { "<bpmn:task id=\"Inner\" name=\"Pack\" /></bpmn:subProcess>",
    "</bpmn:subProcess><bpmn:task id=\"Inner\" name=\"Pack\" />",
    "Changed\n  ✎ Task “Pack” moved from “Deliver” into “Order”\n1 changed\n" },
  /* where flows lead */
  { "targetRef=\"Decide\"", "targetRef=\"Deliver\"",
    "Changed\n  ✎ Sequence flow from “Check order” to “Deliver” now leads to “Deliver” instead of "
    "“All right?”\n1 changed\n",
    TRUE },
  { "default=\"F3\"", "default=\"F4\"",
    "Changed\n  ✎ Exclusive gateway “All right?” now has the default flow “no” instead of “yes”\n"
    "1 changed\n" },
  { "attachedToRef=\"Deliver\"", "attachedToRef=\"Check\"",
    "Changed\n  ✎ Boundary event “late” now sits on “Check order” instead of “Deliver”\n"
    "1 changed\n" },
  { "amount &gt; 10", "amount &gt; 20",
    "Changed\n  ✎ Sequence flow “yes” now has the condition “amount > 20” instead of “amount > "
    "10”\n"
    "1 changed\n" },
  /* what events wait for */
  { "P1D", "P2D",
    "Changed\n  ✎ Boundary event “late” now has the duration “P2D” instead of “P1D”\n1 changed\n" },
  { "<bpmn:timerEventDefinition id=\"Timer\"><bpmn:timeDuration>P1D</bpmn:timeDuration>"
    "</bpmn:timerEventDefinition>",
    "", "Changed\n  ✎ Boundary event “late” lost “Timer event definition” “P1D”\n1 changed\n" },
  { "id=\"Timer\"", "id=\"Clock\"",
    "The same under another id\n  # Boundary event “late” now has the id “Clock” instead of "
    "“Timer” "
    "at “timerEventDefinition/@id”\n1 under another id\n" },
  { "messageRef=\"M1\"", "messageRef=\"M2\"",
    "Changed\n  ✎ Start event “Order received” now has the message “Letter” instead of “Order "
    "form”\n"
    "1 changed\n" },
  { "name=\"Letter\"", "name=\"Mail\"",
    "Changed\n  ✎ Message “Mail” was renamed from “Letter”\n1 changed\n" },
  /* what others add */
  { "acme:cost=\"5\"", "acme:cost=\"6\"",
    "Changed\n  ✎ User task “Check order” now has “acme:cost” “6” instead of “5”\n1 changed\n" },
  { "<acme:field key=\"a\" label=\"A\"/>", "<acme:field key=\"a\" label=\"Aha\"/>",
    "Changed\n  ✎ User task “Check order” now has “acme:form/acme:field/@label” “Aha” instead of "
    "“A”\n1 changed\n" },
  { "<acme:field key=\"a\" label=\"A\"/><acme:field key=\"b\" label=\"B\"/>",
    "<acme:field key=\"b\" label=\"B\"/><acme:field key=\"a\" label=\"A\"/>",
    "Changed\n  ✎ User task “Check order” has its parts in another order: “acme:form”\n"
    "1 changed\n" },
  { "<acme:field key=\"b\" label=\"B\"/>", "",
    "Changed\n  ✎ User task “Check order” lost “acme:form/acme:field” “<acme:field key=\"b\" "
    "label=\"B\"/>”\n1 changed\n" },
  { "<bpmn:nonsense what=\"1\" />", "<bpmn:nonsense what=\"2\" />",
    "Changed\n  ✎ Process “Order” now has “nonsense/@what” “2” instead of “1”\n1 changed\n" },
  /* how it is drawn */
  { "<dc:Bounds x=\"200\" y=\"60\"", "<dc:Bounds x=\"220\" y=\"60\"",
    "Drawn differently\n  ↔ User task “Check order” moved from (200,60) to (220,60)\n"
    "1 drawn differently\n" },
  { "<dc:Bounds x=\"200\" y=\"60\" width=\"100\"", "<dc:Bounds x=\"200\" y=\"60\" width=\"120\"",
    "Drawn differently\n  ↔ User task “Check order” was resized from 100×80 to 120×80\n"
    "1 drawn differently\n" },
  { "<di:waypoint x=\"350\" y=\"100\" />",
    "<di:waypoint x=\"320\" y=\"100\" /><di:waypoint x=\"350\" y=\"100\" />",
    "Drawn differently\n  ↔ Sequence flow from “Check order” to “All right?” runs along another "
    "line\n1 drawn differently\n" },
  { "bioc:fill=\"#ff0000\"", "bioc:fill=\"#00ff00\"",
    "Other colors\n  ◐ User task “Check order” now has the fill color “#00ff00” instead of "
    "“#ff0000”\n1 in other colors\n" },
  { "acme:glow=\"1\"", "acme:glow=\"2\"",
    "Drawn differently\n  ↔ User task “Check order” now has “acme:glow” “2” instead of “1”\n"
    "1 drawn differently\n" },
  { "id=\"Check_di\"", "id=\"Check_shape\"",
    "The same under another id\n  # User task “Check order” now has a shape with the id "
    "“Check_shape” instead of “Check_di”\n1 under another id\n" },
  { "<bpmndi:BPMNShape id=\"Deliver_di\" bpmnElement=\"Deliver\"><dc:Bounds x=\"500\" y=\"60\" "
    "width=\"100\" height=\"80\" /></bpmndi:BPMNShape>",
    "", "Drawn differently\n  ↔ Sub-process “Deliver” is no longer drawn\n1 drawn differently\n" },
  /* what comes and goes */
  { "<bpmn:task id=\"Inner\" name=\"Pack\" />",
    "<bpmn:task id=\"Inner\" name=\"Pack\" /><bpmn:task id=\"Post\" name=\"Post\" />",
    "Added\n  + Task “Post”, in Sub-process “Deliver”\n1 added\n" },
  { "<bpmn:task id=\"Inner\" name=\"Pack\" />", "",
    "Removed\n  − Task “Pack”, in Sub-process “Deliver”\n1 removed\n" },
  /* an id that became that of something else */
  { "<bpmn:message id=\"M2\" name=\"Letter\" />", "<bpmn:signal id=\"M2\" name=\"Letter\" />",
    "Added\n  + Signal “Letter”\nRemoved\n  − Message “Letter”\n1 added, 1 removed\n" },
};

static void
test_each_edit (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (PtDocument) after = edited ("order.bpmn", edits[i].from, edits[i].to);

      assert_told (before, after, edits[i].told);
    }
}

/* Whatever it is, it goes back the same way. */
static void
test_mirror (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (PtDocument) after = edited ("order.bpmn", edits[i].from, edits[i].to);

      for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
        {
          PtDifferenceKind mirrored = kind == PT_DIFFERENCE_ADDED     ? PT_DIFFERENCE_REMOVED
                                      : kind == PT_DIFFERENCE_REMOVED ? PT_DIFFERENCE_ADDED
                                                                      : kind;

          assert_int_equal (count (before, after, kind), count (after, before, mirrored));
        }
    }
}

/* --- nothing is silently equal --- */

static void
assert_seen (PtDocument *before, PtDocument *after, const xmlNode *node, const char *what)
{
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);

  if (pt_comparison_get_length (comparison) == 0)
    fail_msg ("%s of <%s> can change and nobody is told", what, (const char *)node->name);
  pt_document_undo (after);
}

static void
change_attributes (PtDocument *before, PtDocument *after, xmlNode *node)
{
  for (xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      g_autofree char *name = g_strdup ((const char *)a->name);
      g_autofree char *value = g_strconcat ((const char *)a->children->content, "1", NULL);

      pt_document_begin (after, "Change");
      pt_document_set_attribute (after, node, a->ns != NULL ? (const char *)a->ns->href : NULL,
                                 name, value);
      pt_document_commit (after);
      assert_seen (before, after, node, name);
    }
}

static void
change_text (PtDocument *before, PtDocument *after, xmlNode *node)
{
  g_autofree char *text = pt_xml_text (node);
  g_autofree char *value = g_strconcat (text, "1", NULL);

  pt_document_begin (after, "Change");
  pt_document_set_text (after, node, value);
  pt_document_commit (after);
  assert_seen (before, after, node, "text");
}

static void
change_everything (PtDocument *before, PtDocument *after, xmlNode *node)
{
  xmlNode *next;

  change_attributes (before, after, node);
  if (pt_xml_first_element (node) == NULL)
    change_text (before, after, node);
  for (xmlNode *child = pt_xml_first_element (node); child; child = next)
    {
      gboolean repeats
          = pt_xml_is (child, PT_NS_BPMN, "incoming") || pt_xml_is (child, PT_NS_BPMN, "outgoing");

      change_everything (before, after, child);
      if (!repeats)
        {
          pt_document_begin (after, "Remove");
          pt_document_remove (after, child);
          pt_document_commit (after);
          assert_seen (before, after, child, "absence");
        }
      next = pt_xml_next_element (child);
    }
}

static void
test_nothing_is_overlooked (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) after = copy_of (before);

  change_everything (before, after, pt_document_get_root (after));
  assert_told (before, after, "No differences\n");
}

/* --- ids --- */

static void
test_ids_made_anew (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) after = copy_of (before);
  g_autoptr (PtComparison) comparison = NULL;

  make_ids_anew (after);
  comparison = pt_comparison_new (before, after);
  assert_true (pt_comparison_get_length (comparison) > 20);
  assert_int_equal (pt_comparison_count (comparison, PT_DIFFERENCE_NEW_ID, PT_ASPECT_ALL),
                    pt_comparison_get_length (comparison));
}

/* Ids made anew do not hide what else was done. */
static void
test_ids_made_anew_and_edited (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (PtDocument) after = edited ("order.bpmn", edits[i].from, edits[i].to);
      g_autoptr (PtComparison) plain = pt_comparison_new (before, after);
      g_autoptr (PtComparison) anew = NULL;

      make_ids_anew (after);
      anew = pt_comparison_new (before, after);
      for (PtDifferenceKind kind = 0; kind < PT_DIFFERENCE_NEW_ID; kind++)
        if (!edits[i].by_id
            && pt_comparison_count (plain, kind, PT_ASPECT_ALL)
                   != pt_comparison_count (anew, kind, PT_ASPECT_ALL))
          fail_msg ("%s → %s: %s", edits[i].from, edits[i].to, told (before, after));
    }
}

/* A flow that was drawn again between the same tasks is the same; a task of another name is not. */
static void
test_one_new_id (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) redrawn = edited ("order.bpmn", "\"F2\"", "\"Flow_17\"");
  g_autoptr (PtDocument) other
      = edited ("order.bpmn", "id=\"Inner\" name=\"Pack\"", "id=\"Outer\" name=\"Wrap\"");

  assert_told (
      before, redrawn,
      "The same under another id\n  # Sequence flow from “Check order” to “All right?” now "
      "has the id “Flow_17” instead of “F2”\n1 under another id\n");
  assert_told (before, other,
               "Added\n  + Task “Wrap”, in Sub-process “Deliver”\n"
               "Removed\n  − Task “Pack”, in Sub-process “Deliver”\n1 added, 1 removed\n");
}

static void
test_twins (void **state)
{
  g_autoptr (PtDocument) twins = edited ("order.bpmn", "id=\"M2\"", "id=\"M1\"");
  g_autoptr (PtDocument) changed = copy_of (twins);
  xmlNode *first = pt_document_get_by_id (changed, "M1");

  assert_told (twins, changed, "No differences\n");
  pt_document_begin (changed, "Rename");
  pt_document_set_attribute (changed, pt_xml_next_element (first), NULL, "name", "Mail");
  pt_document_commit (changed);
  assert_told (twins, changed,
               "Changed\n  ✎ Message “Mail” was renamed from “Letter”\n1 changed\n");
}

/* --- filters, words and JSON --- */

static void
test_aspects (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) after
      = edited ("order.bpmn", "<dc:Bounds x=\"200\" y=\"60\"", "<dc:Bounds x=\"220\" y=\"60\"");
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);
  g_autofree char *wording = pt_comparison_to_text (comparison, PT_ASPECT_WORDING);
  g_autofree char *layout = pt_comparison_summary (comparison, PT_ASPECT_LAYOUT);

  assert_string_equal (wording, "No differences\n");
  assert_string_equal (layout, "1 drawn differently");
}

static void
test_json (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) after = edited ("order.bpmn", "\"Check order\"", "\"Check it\"");
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);
  g_autoptr (JsonNode) node = pt_comparison_to_json (comparison, "a.bpmn", "b.bpmn", PT_ASPECT_ALL);
  JsonObject *object = json_node_get_object (node);
  JsonArray *differences = json_object_get_array_member (object, "differences");
  JsonObject *difference = json_array_get_object_element (differences, 0);
  JsonObject *detail
      = json_array_get_object_element (json_object_get_array_member (difference, "details"), 0);

  assert_int_equal (json_array_get_length (differences), 1);
  assert_string_equal (json_object_get_string_member (object, "after"), "b.bpmn");
  assert_string_equal (json_object_get_string_member (difference, "kind"), "changed");
  assert_string_equal (json_object_get_string_member (difference, "aspect"), "wording");
  assert_string_equal (json_object_get_string_member (json_object_get_object_member (difference,
                                                                                     "before"),
                                                      "name"),
                       "Check order");
  assert_string_equal (json_object_get_string_member (detail, "what"), "attribute");
  assert_string_equal (json_object_get_string_member (detail, "path"), "@name");
  assert_string_equal (json_object_get_string_member (detail, "from"), "Check order");
  assert_string_equal (json_object_get_string_member (detail, "to"), "Check it");
}

static void
test_match (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) after = edited ("order.bpmn", "\"Inner\"", "\"Parcel\"");
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);
  xmlNode *old = pt_document_get_by_id (before, "Inner");
  xmlNode *new = pt_document_get_by_id (after, "Parcel");

  assert_ptr_equal (pt_comparison_match (comparison, old)->node, new);
  assert_ptr_equal (pt_comparison_match (comparison, new)->node, old);
}

static guint
count_former (PtDocument *before, PtDocument *after, PtAspect aspects, PtDifferenceKind kind)
{
  g_autoptr (PtProcessGraph) old = pt_process_graph_new (before);
  g_autoptr (PtProcessGraph) new = pt_process_graph_new (after);
  g_autoptr (PtComparison) comparison = pt_comparison_new (before, after);
  g_autoptr (GArray) former = pt_comparison_former_figures (
      comparison, old, new, pt_process_graph_get_diagrams (new)->pdata[0], aspects);
  guint n = 0;

  for (guint i = 0; i < former->len; i++)
    n += g_array_index (former, PtFormerFigure, i).kind == kind;
  return n;
}

static void
test_former_figures (void **state)
{
  g_autoptr (PtDocument) before = open_fixture ("order.bpmn");
  g_autoptr (PtDocument) moved
      = edited ("order.bpmn", "<dc:Bounds x=\"200\" y=\"60\"", "<dc:Bounds x=\"220\" y=\"60\"");
  g_autoptr (PtDocument) gone = edited ("order.bpmn", "id=\"Check\" name=\"Check order\"",
                                        "id=\"Other\" name=\"Quite another\"");
  static const struct
  {
    PtAspect aspects;
    guint n_moved, n_gone;
  } cases[] = { { PT_ASPECT_ALL, 1, 1 }, { PT_ASPECT_WORDING, 0, 1 }, { PT_ASPECT_LAYOUT, 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (count_former (before, moved, cases[i].aspects, PT_DIFFERENCE_MOVED),
                        cases[i].n_moved);
      assert_int_equal (count_former (before, moved, cases[i].aspects, PT_DIFFERENCE_REMOVED), 0);
      assert_int_equal (count_former (before, gone, cases[i].aspects, PT_DIFFERENCE_REMOVED),
                        cases[i].n_gone);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_is_no_difference),
    cmocka_unit_test (test_defaults_are_no_difference),
    cmocka_unit_test (test_each_edit),
    cmocka_unit_test (test_mirror),
    cmocka_unit_test (test_nothing_is_overlooked),
    cmocka_unit_test (test_ids_made_anew),
    cmocka_unit_test (test_ids_made_anew_and_edited),
    cmocka_unit_test (test_one_new_id),
    cmocka_unit_test (test_twins),
    cmocka_unit_test (test_aspects),
    cmocka_unit_test (test_json),
    cmocka_unit_test (test_match),
    cmocka_unit_test (test_former_figures),
  };

  setlocale (LC_ALL, "");
  return cmocka_run_group_tests (tests, NULL, NULL);
}
