/* test-offers.c: assignments, deputies and rules reach each engine in its own form, or are told
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#include <partitur/roster.h>

#define USER(id, name, more) "<userTask id='" id "' name='" name "'>" more "</userTask>"
#define BY(text)                                                                                   \
  "<potentialOwner><resourceAssignmentExpression><formalExpression language='"                     \
  PT_ASSIGNMENT_LANGUAGE "'>" text "</formalExpression></resourceAssignmentExpression></"          \
                         "potentialOwner>"
#define LISTED(text)                                                                               \
  "<potentialOwner><resourceAssignmentExpression><formalExpression>" text                          \
  "</formalExpression></resourceAssignmentExpression></potentialOwner>"
#define MANY                                                                                       \
  "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality>"                         \
  "</multiInstanceLoopCharacteristics>"
#define IN(id) "<flowNodeRef>" id "</flowNodeRef>"
/* S → A (Enter, clerk) → B (Sign, boss) → E */
#define PAIR(first, second)                                                                        \
  "<collaboration id='C'><participant id='PO' name='Acme' processRef='P'/></collaboration>"        \
  "<process id='P'><laneSet id='ls'><lane id='L1' name='Clerk'>" IN ("S") IN ("A") IN ("E")        \
  "</lane><lane id='L2' name='Boss'>" IN ("B") "</lane></laneSet>" START ("S")                     \
      USER ("A", "Enter", first) USER ("B", "Sign", second) END ("E") FLOW ("f1", "S", "A")        \
          FLOW ("f2", "A", "B") FLOW ("f3", "B", "E") "</process>"
/* Ann is a clerk with SAP, Bob a boss, Cem a chief, which is a kind of boss; Dee stands in for Ann. */
#define PEOPLE                                                                                     \
  "<skill id='sap' name='SAP'/><role id='clerk' name='Clerk'/><role id='boss' name='Boss'/>"       \
  "<role id='chief' name='Chief' is-a='boss'/>"                                                    \
  "<person id='a' name='Ann'><holds role='clerk'/><can skill='sap'/></person>"                     \
  "<person id='b' name='Bob'><holds role='boss'/></person>"                                        \
  "<person id='c' name='Cem'><holds role='chief'/><holds role='clerk'/></person>"                  \
  "<person id='d' name='Dee'/>"
#define APART "<rule id='four-eyes' type='separate-tasks' tasks='A B' why='IC-7'/>"

static PtDocument *
load_roles (const char *body)
{
  g_autofree char *text
      = g_strdup_printf ("<organisation xmlns='" PT_NS_ROLES "' name='Acme'>%s</organisation>", body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PtDocument *document = pt_roster_load_bytes (bytes, "acme.roles.xml", &error);

  assert_null (error);
  return document;
}

/* Returns: (transfer full): the executable file, then the codes of this subject that were told */
static char *
compile_to (const char *body, const char *people, const char *target)
{
  g_autoptr (Drawing) drawing = drawing_new (body);
  g_autoptr (PtDocument) roles = load_roles (people);
  PtCompileOptions options = { .target = pt_target_find (target), .emit = TRUE, .force = TRUE };
  g_autoptr (PtCompilation) compilation = NULL;
  PtDiagnostics *found;
  GString *text;

  g_date_set_dmy (&options.day, 1, 7, 2026);
  compilation = pt_compile (drawing->graph, roles, &options);
  found = pt_compilation_get_diagnostics (compilation);
  text = g_string_new_len (g_bytes_get_data (pt_compilation_get_xml (compilation), NULL),
                           (gssize)g_bytes_get_size (pt_compilation_get_xml (compilation)));
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      PtCode code = pt_diagnostics_get (found, i)->code;
      g_autofree char *message = pt_diagnostic_message (pt_diagnostics_get (found, i));

      if ((code >= PT_CODE_X64 && code <= PT_CODE_X67) || code == PT_CODE_T07)
        g_string_append_printf (text, "%s: %s\n", pt_code_info (code)->code, message);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *body, *people, *target;
  const char *has[3];  /* up to the first NULL */
  const char *lacks; /* (nullable) */
} cases[] = {
  /* a role is a group, with the special kinds of it */
  { PAIR ("", ""),
    PEOPLE,
    "camunda7",
    { "camunda:candidateGroups=\"clerk\"", "camunda:candidateGroups=\"boss,chief\"" },
    "X6" },
  { PAIR ("", ""), PEOPLE, "camunda8", { "candidateGroups=\"boss,chief\"" }, "X6" },
  { PAIR ("", ""),
    PEOPLE,
    "spiff",
    { "<bpmn:lane id=\"L2\" name=\"boss\"", "X66: “Sign”" },
    "X65" },
  /* what depends on the case in one way of several */
  { PAIR ("", BY ("role(boss) or role(clerk) and not initiator")),
    PEOPLE,
    "camunda7",
    { "X65: Camunda 7", "the assignment “role(boss) or role(clerk) and not initiator”" },
    NULL },
  { PAIR ("", BY ("from-field(approver)")),
    PEOPLE,
    "flowable",
    { "X65: Flowable", "from-field" },
    NULL },
  /* several roles, and people by name */
  { PAIR (BY ("role(clerk) or role(boss)"), ""),
    PEOPLE,
    "flowable",
    { "flowable:candidateGroups=\"clerk,boss,chief\"" },
    "X64" },
  { PAIR (BY ("role(clerk) or person(b)"), ""),
    PEOPLE,
    "camunda7",
    { "camunda:candidateGroups=\"clerk\" camunda:candidateUsers=\"b\"",
      "X64: “Enter” is offered by name, as things are today: b." } },
  /* several, as engines that come from Activiti have them in the standard element */
  { PAIR (LISTED ("user(a), group(boss), Clerk"), ""),
    PEOPLE,
    "camunda7",
    { "camunda:candidateGroups=\"boss,chief,clerk\" camunda:candidateUsers=\"a\"" } },
  { PAIR (LISTED ("user(a)"), ""),
    PEOPLE,
    "camunda8",
    { "<zeebe:assignmentDefinition candidateUsers=\"a\"/>" } },
  { PAIR (LISTED ("group(clerk)"), ""),
    PEOPLE,
    "camunda7",
    { "name=\"Enter\" camunda:candidateGroups=\"clerk\">" },
    "X64" },
  /* a skill is no group */
  { PAIR (BY ("role(clerk) and skill(sap)"), ""),
    PEOPLE,
    "camunda8",
    { "<zeebe:assignmentDefinition candidateUsers=\"a\"/>", "X64: “Enter”" } },
  { PAIR (BY ("role(clerk) and skill(sap)"), ""),
    PEOPLE,
    "flowable",
    { "flowable:candidateUsers=\"a\"", "<bpmn:performer" },
    "candidateGroups=\"clerk" },
  { PAIR (BY ("role(clerk) and skill(sap)"), ""), PEOPLE, "spiff", { "X66: “Enter”" }, "X64" },
  /* in full for whoever reads the standard */
  { PAIR (BY ("role(clerk) and skill(sap)"), ""),
    PEOPLE,
    "bpmn",
    { ">role(clerk) and skill(sap)</bpmn:formalExpression>", "partitur:assignment:1",
      "partitionElementRef=\"Resource_clerk\"" },
    "X6" },
  /* who stands in today */
  { PAIR ("", ""),
    "<role id='clerk' name='Clerk'/><role id='boss' name='Boss'/>"
    "<person id='a' name='Ann'><holds role='clerk'/>"
    "<away from='2026-07-01' until='2026-07-20' deputy='d'/></person>"
    "<person id='b' name='Bob'><holds role='boss'/></person><person id='d' name='Dee'/>",
    "camunda7",
    { "camunda:candidateGroups=\"clerk\" camunda:candidateUsers=\"d\"", "X64: “Enter”" } },
  /* one person for both */
  { PAIR ("", BY ("role(boss) and same-as(Enter)")),
    PEOPLE,
    "camunda7",
    { "assignee=\"${execution.getVariable('doerOf_A')}\"",
      "expression=\"${task.setVariable('doerOf_A', task.assignee)}\"" },
    "X65" },
  { PAIR ("", BY ("role(boss) and same-as(Enter)")),
    PEOPLE,
    "flowable",
    { "flowable:assignee=\"${execution.getVariable('doerOf_A')}\"" },
    "X65" },
  { PAIR ("", BY ("role(boss) and same-as(Enter)")),
    PEOPLE,
    "camunda8",
    { "X65: Camunda 8 (Zeebe) does not see to this: assignment of “Sign”." },
    "doerOf" },
  { PAIR ("", ""),
    PEOPLE "<rule id='one' type='same-person' tasks='A B'/>",
    "flowable",
    { "doerOf_A" },
    "X65" },
  /* different people for both: whoever took the one on is refused the other */
  { PAIR ("", ""),
    PEOPLE APART,
    "camunda7",
    { "<camunda:taskListener event=\"assignment\" "
      "expression=\"${task.setVariable('takenBy_A', task.assignee)}\"/>",
      "task.assignee != task.getVariable('takenBy_A') ? true : "
      "task.mustBeDoneBySomebodyElseThan_takenBy_A}\"/>",
      "task.assignee != task.getVariable('takenBy_B') ? true" },
    "X65" },
  { PAIR ("", ""),
    PEOPLE APART,
    "flowable",
    { "flowable:taskListener event=\"assignment\"" },
    "X65" },
  { PAIR ("", ""),
    PEOPLE APART,
    "camunda8",
    { "X65: Camunda 8", "rule four-eyes, IC-7. It concerns “Enter”, “Sign”." },
    "takenBy" },
  { PAIR (MANY, ""), PEOPLE APART, "camunda7", { "X65: Camunda 7" }, "takenBy" },
  { PAIR ("", ""), PEOPLE APART, "bpmn", { NULL }, "X65" },
  { PAIR ("", ""),
    PEOPLE "<rule id='r' type='separate-tasks' tasks='A B' weight='5'/>",
    "flowable",
    { NULL },
    "X65" },
};

/* The task A, and what becomes of its deadline. */
static const struct
{
  const char *task, *beside; /* A, and what hangs on it */
  const char *target;
  const char *has, *lacks; /* (nullable) */
} deadlines[] = {
  { USER ("A", "Enter within 3 days", ""), "", "camunda7", "camunda:dueDate=\"P3D\"", "X67" },
  { USER ("A", "Enter within 3 days", ""), "", "flowable", "flowable:dueDate=\"P3D\"", "X67" },
  { USER ("A", "Enter within 3 days", ""), "", "camunda8",
    "<zeebe:taskSchedule dueDate=\"=now() + duration(&quot;P3D&quot;)\"/>", "X67" },
  { USER ("A", "Enter within 3 days", ""), "", "spiff",
    "X67: SpiffWorkflow will not show until when “Enter within 3 days”", NULL },
  { USER ("A", "Enter within 3 days", ""), "", "bpmn", NULL, "X67" },
  { USER ("A", "Enter", ""),
    "<textAnnotation id='N'><text>innerhalb von 2 Wochen</text></textAnnotation>"
    "<association id='NA' sourceRef='A' targetRef='N'/>",
    "camunda7", "camunda:dueDate=\"P14D\"", NULL },
  { USER ("A", "Enter within 1 month and 3 days", ""), "", "camunda8",
    "duration(&quot;P1M&quot;) + duration(&quot;P3D&quot;)", "X67" },
  { USER ("A",
          "Enter",
          "<extensionElements><p:work xmlns:p='" PT_NS_PARTITUR "' due='2026-12-24'/>"
          "</extensionElements>"),
    "", "camunda8", "dueDate=\"2026-12-24T00:00:00Z\"", NULL },
  { USER ("A",
          "Enter",
          "<extensionElements><p:work xmlns:p='" PT_NS_PARTITUR "' due='soon'/>"
          "</extensionElements>"),
    "", "camunda7", "T07: “soon” does not say until when “Enter”", "dueDate" },
  /* from one engine to another */
  { "<userTask id='A' name='Enter' c:dueDate='P5D' xmlns:c='" PT_NS_CAMUNDA "'/>", "", "camunda8",
    "duration(&quot;P5D&quot;)", "X67" },
  { USER ("A",
          "Enter",
          "<extensionElements><z:taskSchedule xmlns:z='http://camunda.org/schema/zeebe/1.0' "
          "dueDate='=now() + duration(\"P5D\")'/></extensionElements>"),
    "", "camunda7", "camunda:dueDate=\"P5D\"", NULL },
  { "<userTask id='A' name='Enter' c:dueDate='${later}' xmlns:c='" PT_NS_CAMUNDA "'/>", "",
    "camunda7", "camunda:dueDate=\"${later}\"", "X67" },
  { "<userTask id='A' name='Enter' c:dueDate='${later}' xmlns:c='" PT_NS_CAMUNDA "'/>", "",
    "camunda8",
    "X67: Camunda 8 (Zeebe) will not show until when “Enter” has to be done (${later}).", NULL },
  /* what is refused is not written */
  { USER ("A",
          "Enter within 3 days",
          "<extensionElements><p:inference xmlns:p='" PT_NS_PARTITUR "' kind='due' "
          "state='refused' written='3 days' readAs='P3D'/></extensionElements>"),
    "", "camunda7", NULL, "dueDate" },
  { USER ("A",
          "Enter within 3 days",
          "<extensionElements><p:inference xmlns:p='" PT_NS_PARTITUR "' kind='due' "
          "state='changed' written='3 days' readAs='P4D'/></extensionElements>"),
    "", "camunda7", "camunda:dueDate=\"P4D\"", "T06" },
  /* systems have no due dates */
  { "<serviceTask id='A' name='Enter within 3 days'/>", "", "camunda7", NULL, "dueDate" },
};

static void
test_deadlines (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      g_autofree char *body = g_strconcat ("<process id='P'>", START ("S"), deadlines[i].task,
                                           deadlines[i].beside, END ("E"), FLOW ("f1", "S", "A"),
                                           FLOW ("f2", "A", "E"), "</process>", NULL);
      g_autofree char *text = compile_to (body, PEOPLE, deadlines[i].target);

      if (deadlines[i].has && !strstr (text, deadlines[i].has))
        fail_msg ("row %u: no %s in\n%s", i, deadlines[i].has, text);
      if (deadlines[i].lacks && strstr (text, deadlines[i].lacks))
        fail_msg ("row %u: %s in\n%s", i, deadlines[i].lacks, text);
    }
}

/* What an engine was told once follows from the assignment again, with the people of today. */
static void
test_compiled_before (void **state)
{
  static const struct
  {
    const char *task, *target, *has, *lacks;
  } rows[] = {
    { "<userTask id='A' name='Enter' c:candidateUsers='gone' c:dueDate='P1D' "
      "xmlns:c='" PT_NS_CAMUNDA "'>"
      "<performer><resourceAssignmentExpression><formalExpression language='" PT_ASSIGNMENT_LANGUAGE
      "'>"
      "role(clerk) and "
      "skill(sap)</formalExpression></resourceAssignmentExpression></performer></userTask>",
      "camunda7", "camunda:candidateUsers=\"a\" camunda:dueDate=\"P1D\"", "gone" },
    { USER ("A", "Enter",
            "<extensionElements><z:assignmentDefinition candidateGroups='gone' "
            "xmlns:z='http://camunda.org/schema/zeebe/1.0'/></extensionElements>" BY (
                "role(clerk) and skill(sap)")),
      "camunda8", "<zeebe:assignmentDefinition candidateUsers=\"a\"/>", "gone" },
    { "<userTask id='A' name='Enter' c:candidateGroups='gone' xmlns:c='" PT_NS_CAMUNDA "'>"
      "<performer><resourceAssignmentExpression><formalExpression language='" PT_ASSIGNMENT_LANGUAGE
      "'>"
      "role(clerk) and "
      "skill(sap)</formalExpression></resourceAssignmentExpression></performer></userTask>",
      "flowable", "flowable:candidateUsers=\"a\"", "gone" },
    { "<userTask id='A' name='Enter' c:candidateUsers='kept' xmlns:c='" PT_NS_CAMUNDA "'/>",
      "camunda7", "candidateUsers=\"kept\"", "candidateGroups" },
    { USER ("A", "Enter", BY ("role(clerk) and skill(sap)")), "spiff",
      "<bpmn:performer id=\"A_assignment\">", NULL },
    { USER ("A", "Enter", BY ("role(clerk) and skill(sap)")), "bpmn",
      "<bpmn:potentialOwner id=\"A_performer\">", "A_assignment" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body
          = g_strconcat ("<collaboration id='C'><participant id='PO' name='Clerk' processRef='P'/>"
                         "</collaboration><process id='P'>",
                         START ("S"), rows[i].task, END ("E"), FLOW ("f1", "S", "A"),
                         FLOW ("f2", "A", "E"), "</process>", NULL);
      g_autofree char *text = compile_to (body, PEOPLE, rows[i].target);

      if (!strstr (text, rows[i].has))
        fail_msg ("row %u: no %s in\n%s", i, rows[i].has, text);
      if (rows[i].lacks && strstr (text, rows[i].lacks))
        fail_msg ("row %u: %s in\n%s", i, rows[i].lacks, text);
    }
}

static void
test_offers (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = compile_to (cases[i].body, cases[i].people, cases[i].target);

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].has) && cases[i].has[k]; k++)
        if (!strstr (text, cases[i].has[k]))
          fail_msg ("row %u: no %s in\n%s", i, cases[i].has[k], text);
      if (cases[i].lacks && strstr (text, cases[i].lacks))
        fail_msg ("row %u: %s in\n%s", i, cases[i].lacks, text);
    }
}

#define BESIDE                                                                                     \
  "<collaboration id='C'><participant id='PO' name='Clerk' processRef='P'/></collaboration>"       \
  "<process id='P'>" START ("S") "<parallelGateway id='X'/><parallelGateway id='Y'/>"              \
      USER ("A", "Enter", "") USER ("B", "Sign", "") END ("E") FLOW ("f1", "S", "X")               \
          FLOW ("f2", "X", "A") FLOW ("f3", "X", "B") FLOW ("f4", "A", "Y") FLOW ("f5", "B", "Y")  \
              FLOW ("f6", "Y", "E") "</process>"

/* Where both are offered at the same time, nobody has done the other one yet. */
static void
test_one_person_at_the_same_time (void **state)
{
  g_autofree char *text
      = compile_to (BESIDE, PEOPLE "<rule id='one' type='same-person' tasks='A B'/>", "camunda7");

  assert_null (strstr (text, "doerOf"));
  assert_non_null (strstr (text, "X65: Camunda 7"));
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_offers), cmocka_unit_test (test_deadlines),
          cmocka_unit_test (test_compiled_before),
          cmocka_unit_test (test_one_person_at_the_same_time) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
