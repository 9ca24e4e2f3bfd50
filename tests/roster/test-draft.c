/* test-draft.c: a first roles file from the lanes and pools of processes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/roster-edit.h>

#include "roster-test.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<organisation xmlns=\"urn:partitur:roles:1\" "      \
  "version=\"1.0\""
#define TAIL "</organisation>\n"

/* Reads "<definitions>" around @content. */
static PtProcessGraph *
graph_of (const char *content)
{
  g_autofree char *text
      = g_strconcat ("<definitions xmlns='" PT_NS_BPMN "'>", content, "</definitions>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_bpmn_load_bytes (bytes, "test.bpmn", &error);

  if (error != NULL)
    fail_msg ("%s", error->message);
  return pt_process_graph_new (document);
}

/* @part: must stand in the drafted file, which must be valid too */
static void
assert_draft_of (GPtrArray *graphs, const char *name, const char *part)
{
  g_autoptr (PtDocument) draft
      = pt_roster_draft ((PtProcessGraph *const *)graphs->pdata, graphs->len, name);
  g_autoptr (GBytes) bytes = pt_document_to_bytes (draft, NULL);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *faults = findings_of (draft, 2026, "RF", messages);

  assert_true (g_str_has_prefix (text, HEAD) && g_str_has_suffix (text, TAIL));
  assert_string_equal (faults, "");
  if (strstr (text, part) == NULL)
    fail_msg ("expected:\n%s\nfound:\n%s", part, text);
}

static void
assert_draft (const char *const *contents, guint n, const char *name, const char *part)
{
  g_autoptr (GPtrArray) graphs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (graphs, graph_of (contents[i]));
  assert_draft_of (graphs, name, part);
}

static void
assert_roles (const char *content, const char *roles)
{
  g_autofree char *all = g_strconcat (">\n", roles, TAIL, NULL);

  assert_draft (&content, 1, NULL, all);
}

static void
groups_of_tasks_are_roles_where_nothing_is_drawn (void **state)
{
  assert_roles ("<process id='p'><userTask id='a' c:candidateGroups='Sales, Chiefs' xmlns:c='c'/>"
                "<userTask id='b' c:candidateGroups='${x}' xmlns:c='c'/><userTask id='c'>"
                "<extensionElements><z:assignmentDefinition candidateGroups='sales' xmlns:z='z'/>"
                "</extensionElements></userTask></process>",
                "  <role id=\"sales\" name=\"Sales\"/>\n  <role id=\"chiefs\" name=\"Chiefs\"/>\n");
}

static void
lanes_and_pools_become_roles_in_order (void **state)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "roster", "purchase.bpmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, NULL);
  g_autoptr (GPtrArray) graphs = g_ptr_array_new_with_free_func (g_object_unref);

  assert_non_null (document);
  g_ptr_array_add (graphs, pt_process_graph_new (document));
  assert_draft_of (graphs, "Acme",
                   " name=\"Acme\">\n"
                   "  <role id=\"requester\" name=\"Requester\"/>\n"
                   "  <role id=\"buyer\" name=\"Buyer\"/>\n"
                   "  <role id=\"erp-system\" name=\"ERP system\" kind=\"system\"/>\n"
                   "  <role id=\"archive\" name=\"Archive\" kind=\"system\"/>\n"
                   "  <role id=\"supplier-partners\" name=\"Supplier &amp; partners\" "
                   "kind=\"external\"/>\n" TAIL);
}

static void
a_process_without_pool_gives_its_lanes (void **state)
{
  assert_roles ("<process id='p'><laneSet id='s'><lane id='a' name='Clerk'/><lane "
                "id='b'/></laneSet></process>",
                "  <role id=\"clerk\" name=\"Clerk\"/>\n");
  assert_roles ("<process id='p'><task id='t'/></process>", "");
}

static void
outer_lanes_are_no_roles (void **state)
{
  assert_roles (
      "<process id='p'><laneSet id='s'><lane id='a' name='Sales'><childLaneSet id='c'>"
      "<lane id='b' name='Inside'/><lane id='d' "
      "name='Outside'/></childLaneSet></lane></laneSet></process>",
      "  <role id=\"inside\" name=\"Inside\"/>\n  <role id=\"outside\" name=\"Outside\"/>\n");
}

static void
a_pool_without_named_lanes_is_a_role (void **state)
{
  assert_roles (
      "<collaboration id='c'><participant id='a' name='Sales' processRef='p'/></collaboration>"
      "<process id='p'><laneSet id='s'><lane id='l'/></laneSet></process>",
      "  <role id=\"sales\" name=\"Sales\"/>\n");
  assert_roles (
      "<collaboration id='c'><participant id='a' processRef='p'/></collaboration><process id='p'/>",
      "");
}

static void
names_that_fold_alike_are_one_role (void **state)
{
  static const char *const contents[] = {
    "<process id='p'><laneSet id='s'><lane id='a' name='Sales-Clerk'/></laneSet></process>",
    "<process id='q'><laneSet id='s'><lane id='a' name='sales&#10;clerk'/><lane id='b' "
    "name='Verkäufer/in'/>"
    "<lane id='c' name='Verkaufer'/></laneSet></process>",
  };

  assert_draft (contents, 2, NULL,
                ">\n  <role id=\"sales-clerk\" name=\"Sales-Clerk\"/>\n"
                "  <role id=\"verkaufer-in\" name=\"Verkäufer/in\"/>\n"
                "  <role id=\"verkaufer\" name=\"Verkaufer\"/>\n" TAIL);
}

static void
names_on_several_lines_are_written_on_one (void **state)
{
  assert_roles ("<process id='p'><laneSet id='s'><lane id='a' name=' Sales&#10; &lt;east&gt; "
                "'/></laneSet></process>",
                "  <role id=\"sales-east\" name=\"Sales &lt;east&gt;\"/>\n");
}

static void
systems_are_known_by_name_or_work (void **state)
{
  static const struct
  {
    const char *lane, *task;
    gboolean is_system;
  } cases[] = {
    { "ERP", "task", TRUE },
    { "Warenwirtschaftssystem", "task", TRUE },
    { "Order API", "task", TRUE },
    { "ERP (SAP)", "userTask", TRUE },
    { "ERP clerk", "task", FALSE },
    { "Customer service", "task", FALSE },
    { "Billing", "serviceTask", TRUE },
    { "Billing", "scriptTask", TRUE },
    { "Billing", "businessRuleTask", TRUE },
    { "Billing", "sendTask", FALSE },
    { "Billing", "receiveTask", FALSE },
    { "Système RH", "task", TRUE },
    { "Buchhaltungssoftware", "userTask", TRUE },
    { "Kundenportal", "task", TRUE },
    { "Sistema ERP", "task", TRUE },
    { "Billing", "manualTask", FALSE },
    { "Billing", "callActivity", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = g_strdup_printf (
          "<process id='p'><laneSet id='s'><lane id='a' "
          "name='%s'><flowNodeRef>t</flowNodeRef></lane>"
          "<lane id='b' name='Boss'><flowNodeRef>u</flowNodeRef></lane></laneSet>"
          "<%s id='t'/><userTask id='u'/></process>",
          cases[i].lane, cases[i].task);
      g_autofree char *role = g_strdup_printf ("name=\"%s\"%s/>", cases[i].lane,
                                               cases[i].is_system ? " kind=\"system\"" : "");
      const char *contents = content;

      assert_draft (&contents, 1, NULL, role);
    }
}

static void
one_human_task_makes_it_a_role_of_people (void **state)
{
  assert_roles (
      "<collaboration id='c'><participant id='a' name='Billing' processRef='p'/></collaboration>"
      "<process id='p'><serviceTask id='s'/><task id='t'/></process>",
      "  <role id=\"billing\" name=\"Billing\"/>\n");
  assert_roles (
      "<collaboration id='c'><participant id='a' name='Billing' processRef='p'/></collaboration>"
      "<process id='p'><serviceTask id='s'/></process>",
      "  <role id=\"billing\" name=\"Billing\" kind=\"system\"/>\n");
}

static void
nothing_gives_an_empty_file (void **state)
{
  assert_draft (NULL, 0, "Acme", " name=\"Acme\">\n" TAIL);
}

static void
the_organisation_is_called_like_its_pool (void **state)
{
  const char *contents
      = "<collaboration id='c'><participant id='x' name='Customer'/>"
        "<participant id='o' name='Acme' processRef='p'/></collaboration>"
        "<process id='p'><laneSet id='s'><lane id='a' name='Clerk'/></laneSet></process>";

  assert_draft (&contents, 1, NULL, " name=\"Acme\">\n");
  assert_draft (&contents, 1, "Other", " name=\"Other\">\n");
}

static void
only_missing_roles_are_added (void **state)
{
  g_autoptr (PtProcessGraph) graph = graph_of (
      "<process id='p'><laneSet id='s'><lane id='a' name='sales clerk'/><lane id='b' name='Buyer'/>"
      "<lane id='c' name='Boss'/></laneSet></process>");
  g_autoptr (PtDocument) document = pt_roster_new_document ("Acme");
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_free (pt_roster_add_role (document, "Sales-Clerk", PT_ROLE_INTERNAL));
  g_free (pt_roster_add_role (document, "Manager", PT_ROLE_INTERNAL));
  pt_roster_add_alias (document, "manager", "Boss");
  before = pt_document_to_bytes (document, NULL);
  assert_int_equal (pt_roster_add_missing (document, &graph, 1), 1);
  assert_non_null (pt_document_get_by_id (document, "buyer"));
  assert_int_equal (pt_roster_add_missing (document, &graph, 1), 0);
  pt_document_undo (document);
  after = pt_document_to_bytes (document, NULL);
  assert_true (g_bytes_equal (before, after));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (lanes_and_pools_become_roles_in_order),
    cmocka_unit_test (groups_of_tasks_are_roles_where_nothing_is_drawn),
    cmocka_unit_test (a_process_without_pool_gives_its_lanes),
    cmocka_unit_test (outer_lanes_are_no_roles),
    cmocka_unit_test (a_pool_without_named_lanes_is_a_role),
    cmocka_unit_test (names_that_fold_alike_are_one_role),
    cmocka_unit_test (names_on_several_lines_are_written_on_one),
    cmocka_unit_test (systems_are_known_by_name_or_work),
    cmocka_unit_test (one_human_task_makes_it_a_role_of_people),
    cmocka_unit_test (nothing_gives_an_empty_file),
    cmocka_unit_test (the_organisation_is_called_like_its_pool),
    cmocka_unit_test (only_missing_roles_are_added),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
