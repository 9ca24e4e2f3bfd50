/* test-bind.c: lanes, pools and performers become roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"
#include "src/compiler/pt-passes.h"

#define ROLES                                                                                      \
  "<role id='buyer' name='Buyer'><alias>Purchasing</alias></role>"                                 \
  "<role id='approver' name='Purchase approver'><alias>Purchasing</alias></role>"                  \
  "<role id='clerk' name='Clerk'><alias>Clerks</alias></role>"                                     \
  "<role id='customer' name='Customer' kind='external' channel='mail'/>"                           \
  "<role id='erp' name='ERP' kind='system' owner='buyer'/>"                                        \
  "<role id='crm' name='CRM' kind='system'/>"                                                      \
  "<role id='wms' name='WMS' kind='system' owner='approver'/>"
#define PERSONS                                                                                    \
  "<person id='jo' name='Jo'><holds role='buyer'/><holds role='clerk' "                            \
  "until='2026-06-30'/></person>"

static PtRoster *
roster_new (const char *entries)
{
  g_autofree char *text = g_strdup_printf ("<organisation xmlns='" PT_NS_ROLES
                                           "' version='1.0' name='Acme'>%s</organisation>",
                                           entries);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PtDocument) document = pt_document_load_bytes (bytes, "acme.roles.xml", NULL);

  return pt_roster_new (document);
}

/* @entries: (nullable): of the roles file; NULL for none. The day is 1 March 2026. */
static Drawing *
bind_with (const char *body, const char *entries)
{
  Drawing *drawing = drawing_new (body);
  g_autoptr (PtRoster) roster = entries ? roster_new (entries) : NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  drawing_take (drawing, pt_pass_decide (drawing->program, drawing->found));
  drawing_take (drawing, pt_pass_bind (drawing->program, roster, &day, drawing->found));
  return drawing;
}

#define LANE(id, name, members) "<lane id='" id "' name='" name "'>" members "</lane>"
#define IN(id) "<flowNodeRef>" id "</flowNodeRef>"
/* A pool with lanes, and a task A of a kind in it. */
#define POOL(name, lanes, task)                                                                    \
  "<collaboration id='C'><participant id='PO' name='" name "' processRef='P'/></collaboration>"    \
  "<process id='P'>" lanes START ("S") task END ("E") FLOW ("f1", "S", "A")                        \
      FLOW ("f2", "A", "E") "</process>"
#define ONE_LANE(name, task)                                                                       \
  POOL ("Acme", "<laneSet id='ls'>" LANE ("L", name, IN ("A")) "</laneSet>", task)
#define LANES(lanes) POOL ("Acme", "<laneSet id='ls'>" lanes "</laneSet>", TASK ("A", "Order"))

static void
check_codes (const char *body, const char *entries, const char *expected)
{
  g_autoptr (Drawing) drawing = bind_with (body, entries);
  g_autofree char *codes = drawing_codes (drawing, "R");

  if (!g_str_equal (codes, expected))
    {
      g_autofree char *text = pt_diagnostics_to_text (drawing->found, "test");

      fail_msg ("%s\nfound %s, expected %s\n%s", body, codes, expected, text);
    }
}

static void
test_findings (void **state)
{
  static const struct
  {
    const char *body, *codes;
  } cases[] = {
    { ONE_LANE ("Buyer", TASK ("A", "Order")), "" },
    { ONE_LANE ("ERP", TASK ("A", "Order")), "" },
    { POOL ("Buyer", "", TASK ("A", "Order")), "" },
    { ONE_LANE ("Whoever", "<serviceTask id='A'/>"), "" },
    { ONE_LANE ("Buyer",
                "<userTask id='A'><potentialOwner><resourceAssignmentExpression><formalExpression>"
                "group(buyer)</formalExpression></resourceAssignmentExpression></potentialOwner></"
                "userTask>"),
      "" },
    { PROCESS ("P",
               START ("S") TASK ("A", "") END ("E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "E")),
      "RD01" },
    { ONE_LANE ("Byer", TASK ("A", "Order")), "RD02" },
    { ONE_LANE ("Gardener", TASK ("A", "Order")), "RD02" },
    { POOL ("Gardener", "", TASK ("A", "Order")), "RD02" },
    { ONE_LANE ("BUYER", TASK ("A", "Order")), "RD03" },
    { LANES (LANE ("L1", "Clerk", IN ("A")) LANE ("L2", "Clerks", IN ("S"))), "RD04" },
    { ONE_LANE ("Purchasing", TASK ("A", "Order")), "RD05" },
    { LANES (LANE ("L1", "Buyer", IN ("A")) LANE ("L2", "", IN ("S"))), "RD06" },
    { LANES (LANE ("L1", "Buyer", IN ("A")) LANE ("L2", "ERP", "")), "RD07" },
    { ONE_LANE (
          "Buyer",
          "<userTask id='A'><potentialOwner><resourceAssignmentExpression><formalExpression>"
          "approver</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>"),
      "RD08 RH01" },
    { LANES (LANE ("L1", "Buyer", IN ("S"))), "RD09 RD01" },
    { POOL ("Buyer", "<laneSet id='ls'>" LANE ("L1", "Sales", IN ("S")) "</laneSet>",
            TASK ("A", "Order")),
      "RD09" },
    { ONE_LANE (
          "Buyer",
          "<userTask id='A'><potentialOwner><resourceAssignmentExpression><formalExpression>"
          "gardener</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>"),
      "RD13" },
    { ONE_LANE ("Purchase approver", TASK ("A", "Order")), "RH01" },
    { ONE_LANE ("CRM", TASK ("A", "Order")), "RX05" },
    { ONE_LANE ("WMS", TASK ("A", "Order")), "RX05" },
    { ONE_LANE ("ERP", "<userTask id='A'/>"), "RX06" },
    { ONE_LANE ("ERP", "<manualTask id='A'/>"), "RX06" },
    { POOL ("Customer", "", TASK ("A", "Order")), "" },
    { ONE_LANE ("Customer", TASK ("A", "Order")), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_codes (cases[i].body, ROLES PERSONS, cases[i].codes);
}

#define ASSIGNED(expression)                                                                       \
  "<userTask id='A' name='Order'><potentialOwner><resourceAssignmentExpression>"                   \
  "<formalExpression language='" PT_ASSIGNMENT_LANGUAGE "'>" expression "</formalExpression>"      \
  "</resourceAssignmentExpression></potentialOwner></userTask>"

static void
test_assignments (void **state)
{
  static const struct
  {
    const char *expression, *codes, *role, *message;
  } cases[] = {
    { ONE_LANE ("Buyer", ASSIGNED ("role(Buyer) and not initiator")), "", "buyer", NULL },
    { ONE_LANE ("Buyer", ASSIGNED ("person(jo)")), "", "buyer", NULL },
    { ONE_LANE ("Buyer", ASSIGNED ("role(clerk) or role(buyer)")), "", "buyer", NULL },
    { ONE_LANE ("Buyer", ASSIGNED ("role(clerk)")), "RD08", "clerk", NULL },
    { PROCESS ("P", START ("S") ASSIGNED ("role(clerk)") END ("E") FLOW ("f1", "S", "A")
                        FLOW ("f2", "A", "E")),
      "", "clerk", NULL },
    { ONE_LANE ("Buyer", ASSIGNED ("role(Buyer) and")), "RD10", "buyer",
      "The assignment of “Order” is not understood, column 16: expected role(…), skill(…), "
      "unit(…), "
      "person(…), same-as(…), above(…), unit-of(…), initiator, from-field(…) or “not”." },
    { ONE_LANE ("Buyer", ASSIGNED ("role(Buyer) and person(joo)")), "RD10", "buyer",
      "The assignment of “Order” is not understood, column 17: the roles file has no person "
      "“joo”." },
    { ONE_LANE ("Buyer", ASSIGNED ("role(Buyer) and not role(Clerc)")), "RD10", "buyer",
      "The assignment of “Order” is not understood, column 21: the roles file has no role “Clerc” "
      "(did you mean “clerk”?)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = bind_with (cases[i].expression, ROLES PERSONS);
      const PtDiagnostic *finding = drawing_find (drawing, "RD10");
      g_autofree char *message = finding ? pt_diagnostic_message (finding) : NULL;

      check_codes (cases[i].expression, ROLES PERSONS, cases[i].codes);
      assert_string_equal (pt_program_role (drawing->program, drawing_node (drawing, "A")->role)
                               ->id,
                           cases[i].role);
      if (cases[i].message)
        assert_string_equal (message, cases[i].message);
    }
}

/* Clerk has a holder until the end of June 2026 only. */
static void
test_day (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (ONE_LANE ("Clerk", TASK ("A", "Order")));
  g_autoptr (PtRoster) roster = roster_new (ROLES PERSONS);
  g_autoptr (PtProgram) early = NULL;
  g_autoptr (PtProgram) late = NULL;
  g_autofree char *message = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 30, G_DATE_JUNE, 2026);
  early = pt_pass_bind (pt_program_ref (drawing->program), roster, &day, drawing->found);
  assert_null (drawing_find (drawing, "RH01"));
  assert_int_equal (pt_program_role (early, 0)->n_holders, 1);
  g_date_set_dmy (&day, 1, G_DATE_JULY, 2026);
  late = pt_pass_bind (pt_program_ref (drawing->program), roster, &day, drawing->found);
  message = pt_diagnostic_message (drawing_find (drawing, "RH01"));
  assert_string_equal (
      message, "The role “Clerk” has no holder on 2026-07-01: its work would wait for ever.");
  assert_string_equal (g_ptr_array_index (drawing_find (drawing, "RH01")->elements, 0), "A");
}

static void
test_without_persons (void **state)
{
  check_codes (ONE_LANE ("Purchase approver", TASK ("A", "Order")), ROLES, "RH00");
  check_codes (ONE_LANE ("CRM", TASK ("A", "Order")), ROLES, "RX05");
  check_codes (ONE_LANE ("WMS", TASK ("A", "Order")), ROLES, "");
}

static void
test_without_roles_file (void **state)
{
  static const char *const kinds[] = { "role", "node A", NULL };
  g_autoptr (Drawing) people = bind_with (ONE_LANE ("Purchase Team", TASK ("A", "Order")), NULL);
  g_autoptr (Drawing) system = bind_with (ONE_LANE ("ERP system", TASK ("A", "Order")), NULL);
  g_autofree char *people_text = drawing_text (people, kinds);
  g_autofree char *system_text = drawing_text (system, kinds);
  g_autofree char *codes = drawing_codes (people, "R");

  assert_string_equal (codes, "RD16");
  assert_string_equal (people_text,
                       "node A type=userTask name=Order scope=P lane=L role=purchase-team\n"
                       "role purchase-team name=\"Purchase Team\" kind=internal\n");
  assert_string_equal (system_text,
                       "node A type=serviceTask name=Order scope=P lane=L role=erp-system "
                       "topic=erp-system.order\n"
                       "role erp-system name=\"ERP system\" kind=system\n");
}

static void
test_kinds_of_tasks (void **state)
{
  static const struct
  {
    const char *body;
    PtBpmnType type;
    const char *role, *topic;
  } cases[] = {
    { ONE_LANE ("Buyer", TASK ("A", "Order")), PT_BPMN_USER_TASK, "buyer", NULL },
    { ONE_LANE ("Customer", TASK ("A", "Order")), PT_BPMN_USER_TASK, "customer", NULL },
    { ONE_LANE ("ERP", TASK ("A", "Create invoice (draft)")), PT_BPMN_SERVICE_TASK, "erp",
      "erp.create-invoice-draft" },
    { ONE_LANE ("ERP", TASK ("A", "")), PT_BPMN_SERVICE_TASK, "erp", "erp.a" },
    { ONE_LANE ("ERP", ELEMENT ("sendTask", "A", "Größe melden")), PT_BPMN_SEND_TASK, "erp",
      "erp.groesse-melden" },
    { ONE_LANE ("Buyer", ELEMENT ("serviceTask", "A", "Check")), PT_BPMN_SERVICE_TASK, NULL,
      "check" },
    { ONE_LANE ("Buyer",
                "<serviceTask id='A' name='Check' camunda:type='external' camunda:topic='mine'/>"),
      PT_BPMN_SERVICE_TASK, NULL, "mine" },
    { ONE_LANE ("Buyer",
                "<intermediateThrowEvent id='A' name='Order sent'><messageEventDefinition/>"
                "</intermediateThrowEvent>"),
      PT_BPMN_INTERMEDIATE_THROW_EVENT, NULL, "order-sent" },
    { ONE_LANE ("Buyer", "<intermediateThrowEvent id='A' name='Done'/>"),
      PT_BPMN_INTERMEDIATE_THROW_EVENT, NULL, NULL },
    { ONE_LANE ("Buyer", ELEMENT ("manualTask", "A", "Carry")), PT_BPMN_MANUAL_TASK, "buyer",
      NULL },
    { ONE_LANE ("Buyer", ELEMENT ("scriptTask", "A", "Sum")), PT_BPMN_SCRIPT_TASK, NULL, "sum" },
    { POOL ("Customer", "", TASK ("A", "Order")), PT_BPMN_TASK, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = bind_with (cases[i].body, ROLES PERSONS);
      const PtNode *task = drawing_node (drawing, "A");
      const char *role
          = task->role == PT_NO_INDEX ? NULL : pt_program_role (drawing->program, task->role)->id;

      if (task->type != cases[i].type || g_strcmp0 (role, cases[i].role) != 0
          || g_strcmp0 (task->topic, cases[i].topic) != 0)
        fail_msg ("%s: %s, %s, %s", cases[i].body, pt_bpmn_type_info (task->type)->tag, role,
                  task->topic);
    }
}

static void
test_nested_lanes (void **state)
{
  g_autoptr (Drawing) drawing
      = bind_with (LANES (LANE ("L", "Buyer",
                                "<childLaneSet id='cs'>" LANE ("L2", "Phase one",
                                                               IN ("A")) "</childLaneSet>")),
                   ROLES PERSONS);
  g_autofree char *codes = drawing_codes (drawing, "R");

  assert_string_equal (codes, "");
  assert_int_equal (drawing_node (drawing, "A")->lane, 1);
  assert_string_equal (pt_program_role (drawing->program, drawing_node (drawing, "A")->role)->id,
                       "buyer");
}

/* What lies in a sub-process lies in its lane. */
static void
test_sub_process (void **state)
{
  g_autoptr (Drawing) drawing
      = bind_with (ONE_LANE ("Buyer", "<subProcess id='A'>" TASK ("B", "Order") "</subProcess>"),
                   ROLES PERSONS);

  assert_int_equal (drawing_node (drawing, "B")->type, PT_BPMN_USER_TASK);
  assert_string_equal (pt_program_role (drawing->program, drawing_node (drawing, "B")->role)->id,
                       "buyer");
}

static void
test_external_pool_is_not_executed (void **state)
{
  g_autoptr (Drawing) drawing
      = bind_with (POOL ("Customer", "", TASK ("A", "Order")), ROLES PERSONS);

  assert_false (pt_program_scope (drawing->program, 0)->executable);
}

static void
test_fixes (void **state)
{
  g_autoptr (Drawing) drawing = bind_with (ONE_LANE ("Byer", TASK ("A", "Order")), ROLES PERSONS);
  const PtDiagnostic *found = drawing_find (drawing, "RD02");
  g_autofree char *message = pt_diagnostic_message (found);
  static const char *const labels[] = {
    "Rename to “Buyer”",
    "Let “Byer” mean the role “Buyer”",
    "Create the role “Byer” in the roles file",
  };

  assert_string_equal (
      message,
      "A lane or pool is called “Byer”, but the roles file has no such role. Did you mean “Buyer”?");
  assert_string_equal (g_ptr_array_index (found->elements, 0), "L");
  assert_int_equal (found->fixes->len, G_N_ELEMENTS (labels));
  for (guint i = 0; i < found->fixes->len; i++)
    {
      g_autofree char *label = pt_fix_label (g_ptr_array_index (found->fixes, i));

      assert_string_equal (label, labels[i]);
    }
}

static void
test_task_outside_lanes_can_be_moved (void **state)
{
  g_autoptr (Drawing) drawing = bind_with (LANES (LANE ("L1", "Buyer", IN ("S"))), ROLES PERSONS);
  const PtDiagnostic *found = drawing_find (drawing, "RD01");
  const PtFix *fix = g_ptr_array_index (found->fixes, 0);

  assert_int_equal (fix->kind, PT_FIX_MOVE_TO_LANE);
  assert_string_equal (fix->args[0], "Buyer");
  assert_string_equal (fix->args[1], "L1");
  assert_string_equal (fix->args[2], "A");
}

/* A question is put to people: a plain task that is a system's does not answer it. */
static void
test_systems_are_not_asked (void **state)
{
#define QUESTION(buyer, erp)                                                                       \
  "<collaboration id='C'><participant id='PO' name='Acme' "                                        \
  "processRef='P'/></collaboration><process id='P'>"                                               \
  "<laneSet id='ls'>" LANE ("L1", "Buyer", buyer) LANE ("L2", "ERP", erp) "</laneSet>" START ("S") \
      TASK ("A", "Order") TASK ("B", "Check") XOR ("G", "ok?") END ("E") FLOW ("f1", "S", "A")     \
          FLOW ("f2", "A", "B") FLOW ("f3", "B", "G") NAMED ("y", "G", "E", "yes")                 \
              NAMED ("n", "G", "E", "no") "</process>"
  g_autoptr (Drawing) asked = bind_with (QUESTION (IN ("A"), IN ("B")), ROLES PERSONS);
  g_autoptr (Drawing) unasked = bind_with (QUESTION (IN ("S"), IN ("A") IN ("B")), ROLES PERSONS);
  PtIndex collector = pt_program_decision (asked->program, 0)->collected_at;

  assert_string_equal (pt_program_node (asked->program, collector)->origin.id, "A");
  assert_null (drawing_find (asked, "D10"));
  assert_int_equal (pt_program_decision (unasked->program, 0)->collected_at, PT_NO_INDEX);
  assert_non_null (drawing_find (unasked, "D10"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_findings),
    cmocka_unit_test (test_assignments),
    cmocka_unit_test (test_day),
    cmocka_unit_test (test_without_persons),
    cmocka_unit_test (test_without_roles_file),
    cmocka_unit_test (test_kinds_of_tasks),
    cmocka_unit_test (test_nested_lanes),
    cmocka_unit_test (test_sub_process),
    cmocka_unit_test (test_external_pool_is_not_executed),
    cmocka_unit_test (test_fixes),
    cmocka_unit_test (test_task_outside_lanes_can_be_moved),
    cmocka_unit_test (test_systems_are_not_asked),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
