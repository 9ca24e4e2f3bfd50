/* test-lower.c: from the drawing to a program, and faults of structure
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

static void
check_codes (const char *body, const char *expected)
{
  g_autoptr (Drawing) drawing = drawing_new (body);
  g_autofree char *codes = drawing_codes (drawing, "B");

  if (!g_str_equal (codes, expected))
    {
      g_autofree char *text = pt_diagnostics_to_text (drawing->found, "test");

      fail_msg ("%s\nfound %s, expected %s\n%s", body, codes, expected, text);
    }
}

#define LINE START ("S") TASK ("A", "Do") END ("E") FLOW ("f1", "S", "A") FLOW ("f2", "A", "E")

#define COMPENSATE(id, host)                                                                       \
  "<boundaryEvent id='" id "' attachedToRef='" host "'><compensateEventDefinition/></"             \
                                                    "boundaryEvent>"

static void
test_sound_drawings_have_no_findings (void **state)
{
  static const char *const bodies[] = {
    PROCESS ("P", LINE),
    PROCESS ("P", START ("S") XOR ("G", "ok?") TASK ("A", "x") TASK ("B", "y") XOR ("J", "")
                      END ("E") FLOW ("f1", "S", "G") FLOW ("f2", "G", "A") FLOW ("f3", "G", "B")
                          FLOW ("f4", "A", "J") FLOW ("f5", "B", "J") FLOW ("f6", "J", "E")),
    PROCESS ("P",
             START ("S") "<eventBasedGateway id='G'/>" TIMER ("intermediateCatchEvent", "T", "",
                                                              "") "<receiveTask id='R'/>" END ("E1")
                 END ("E2") FLOW ("f1", "S", "G") FLOW ("f2", "G", "T") FLOW ("f3", "G", "R")
                     FLOW ("f4", "T", "E1") FLOW ("f5", "R", "E2")),
    PROCESS ("P", START ("S") "<subProcess id='U'>" START ("S2") END (
                      "E2") FLOW ("g1", "S2", "E2") "</subProcess>" END ("E") FLOW ("f1", "S", "U")
                      FLOW ("f2", "U",
                            "E") "<boundaryEvent id='B' "
                                 "attachedToRef='U'><errorEventDefinition/></boundaryEvent>" END (
                                     "E3") FLOW ("f3", "B", "E3")),
    PROCESS ("P",
             LINE "<subProcess id='U' triggeredByEvent='true'>" TIMER ("startEvent", "S2", "", "")
                 END ("E2") FLOW ("g1", "S2", "E2") "</subProcess>"),
    PROCESS ("P", LINE
             "<task id='C' isForCompensation='true'/>"
             "<boundaryEvent id='B' attachedToRef='A'><compensateEventDefinition/></boundaryEvent>"
             "<association id='a' sourceRef='B' targetRef='C'/>"),
    PROCESS ("P", START ("S") "<intermediateThrowEvent id='L1'><linkEventDefinition "
                              "name='x'/></intermediateThrowEvent>"
                              "<intermediateCatchEvent id='L2'><linkEventDefinition "
                              "name='x'/></intermediateCatchEvent>" END ("E") FLOW ("f1", "S", "L1")
                                  FLOW ("f2", "L2", "E")),
    PROCESS ("P", START ("S") "<adHocSubProcess id='U'>" TASK ("A", "a")
                      TASK ("B", "b") "</adHocSubProcess>" END ("E") FLOW ("f1", "S", "U")
                          FLOW ("f2", "U", "E")),
    PROCESS ("P", "<receiveTask id='R' instantiate='true'/>" END ("E") FLOW ("f", "R", "E")),
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    check_codes (bodies[i], "");
}

#define TWO_POOLS(flows)                                                                           \
  "<collaboration id='C'><participant id='P1' processRef='Q1'/>"                                   \
  "<participant id='P2' processRef='Q2'/>" flows "</collaboration>"

static void
test_each_fault_is_found (void **state)
{
  static const struct
  {
    const char *body, *codes;
  } cases[] = {
    { PROCESS ("P", LINE "<sequenceFlow id='x' sourceRef='gone' targetRef='E'/>"), "B01" },
    { PROCESS ("P", LINE "<sequenceFlow id='x' sourceRef='A'/>"), "B02" },
    { PROCESS ("P", LINE "<sequenceFlow id='x'/>"), "B01 B02" },
    { PROCESS ("P", LINE "<association id='x' sourceRef='A' targetRef='gone'/>"), "B02" },
    { PROCESS ("P", START ("S") "<receiveTask id='A' messageRef='M2'/>" END ("E")
                        FLOW ("f1", "S", "A") FLOW ("f2", "A", "E")),
      "B03" },
    { PROCESS ("P", START ("S") "<userTask id='A'><multiInstanceLoopCharacteristics>"
                                "<loopDataInputRef>orders</loopDataInputRef>"
                                "</multiInstanceLoopCharacteristics></userTask>" END ("E")
                                    FLOW ("f1", "S", "A") FLOW ("f2", "A", "E")),
      "" },
    { TWO_POOLS ("") PROCESS ("Q1", LINE FLOW ("x", "A", "B"))
          PROCESS ("Q2", START ("S2") TASK ("B", "") END ("E2") FLOW ("g1", "S2", "B")
                             FLOW ("g2", "B", "E2")),
      "B04" },
    { PROCESS ("P", START ("S") "<subProcess id='U'>" START ("S2") TASK ("B", "") END ("E2")
                        FLOW ("g1", "S2", "B") FLOW ("g2", "B", "E2") "</subProcess>" END ("E")
                            FLOW ("f1", "S", "U") FLOW ("f2", "U", "E") FLOW ("x", "S", "B")),
      "B05" },
    { "<collaboration id='C'><participant id='P1' processRef='Q1'/>"
      "<messageFlow id='m' sourceRef='A' targetRef='P1'/></collaboration>" PROCESS ("Q1", LINE),
      "B06" },
    { PROCESS ("P", LINE FLOW ("x", "A", "S")), "B07" },
    { PROCESS ("P", LINE FLOW ("x", "E", "A")), "B08" },
    { PROCESS ("P", LINE "<dataObjectReference id='D'/>" FLOW ("x", "A", "D")), "B09" },
    { PROCESS ("P", TASK ("A", "") END ("E") FLOW ("f", "A", "E")), "B10" },
    { PROCESS ("P", START ("S") TASK ("A", "") FLOW ("f", "S", "A")), "B11" },
    { PROCESS ("P", TASK ("A", "")), "B10 B11" },
    { PROCESS ("P", START ("S") "<subProcess id='U'>" START ("S2") TASK ("B", "")
                        FLOW ("g1", "S2", "B") "</subProcess>" END ("E") FLOW ("f1", "S", "U")
                            FLOW ("f2", "U", "E")),
      "B11" },
    { PROCESS ("P", LINE TASK ("B", "")), "B12" },
    { PROCESS ("P", LINE TASK ("B", "") END ("E2") FLOW ("f3", "B", "E2")), "B13" },
    { PROCESS ("P", START ("S") TASK ("A", "") END ("E") END ("E2") FLOW ("f1", "S", "A")
                        FLOW ("f2", "A", "E") FLOW ("f3", "A", "E2")),
      "B14" },
    { PROCESS ("P", START ("S") START ("S2") TASK ("A", "") END ("E") FLOW ("f1", "S", "A")
                        FLOW ("f2", "S2", "A") FLOW ("f3", "A", "E")),
      "B15" },
    { PROCESS ("P", TASK ("A", "") TASK ("B", "") FLOW ("f1", "A", "B") FLOW ("f2", "B", "A")),
      "B16 B15" },
    { PROCESS ("P", ""), "B17" },
    { "", "B17" },
    { PROCESS ("P", LINE TASK ("A", "again")), "B18 B12" },
    { PROCESS ("P", START ("S") XOR ("G", "") XOR ("H", "") END ("E") FLOW ("f1", "S", "G")
                        FLOW ("f2", "G", "H") FLOW ("f4", "G", "E") FLOW ("f5", "H", "G")
                            NAMED ("f6", "H", "E", "on")),
      "B19" },
    { PROCESS ("P",
               START (
                   "S") "<eventBasedGateway id='G'/>" TASK ("T",
                                                            "") "<receiveTask id='R'/>" END ("E1")
                   END ("E2") FLOW ("f1", "S", "G") FLOW ("f2", "G", "T") FLOW ("f3", "G", "R")
                       FLOW ("f4", "T", "E1") FLOW ("f5", "R", "E2")),
      "B20" },
    { PROCESS ("P", START ("S") "<eventBasedGateway id='G'/>"
                                "<receiveTask id='R'/>" END ("E2") FLOW ("f1", "S", "G")
                                    FLOW ("f3", "G", "R") FLOW ("f5", "R", "E2")),
      "B21" },
    { PROCESS ("P",
               START ("S") XOR ("G", "") END ("E") FLOW ("f1", "S", "G") FLOW ("f2", "G", "E")),
      "B22" },
    { PROCESS ("P", START ("S") XOR ("G", "") END ("E") FLOW ("f1", "S", "G") FLOW ("f2", "G", "E")
                        FLOW ("f3", "G", "E")),
      "B23" },
    { PROCESS ("P", LINE "<boundaryEvent id='B'><errorEventDefinition/></boundaryEvent>" END ("E3")
                        FLOW ("f3", "B", "E3")),
      "B24" },
    { PROCESS ("P", TASK ("A", "") TASK ("B", "") END ("E1") END ("E2") FLOW ("f1", "A", "E1")
                        FLOW ("f2", "B", "E2")),
      "B10 B10 B25" },
    { PROCESS ("P", START ("S") "<subProcess id='U'/>" END ("E") FLOW ("f1", "S", "U")
                        FLOW ("f2", "U", "E")),
      "B26" },
    { PROCESS ("P", START ("S") "<intermediateThrowEvent id='L'><linkEventDefinition name='x'/>"
                                "</intermediateThrowEvent>" FLOW ("f1", "S", "L")),
      "B27" },
    { PROCESS ("P", LINE "<subProcess id='U' triggeredByEvent='true'>" START ("S2") END ("E2")
                        FLOW ("g1", "S2", "E2") "</subProcess>"),
      "B28" },
    { PROCESS ("P", START ("S") "<subProcess id='U'>" TIMER ("startEvent", "S2", "", "") END ("E2")
                        FLOW ("g1", "S2", "E2") "</subProcess>" END ("E") FLOW ("f1", "S", "U")
                            FLOW ("f2", "U", "E")),
      "B29" },
    { PROCESS ("P", START ("S") TASK ("A", "Check") END ("E") END ("E2") FLOW ("f1", "S", "A")
                        NAMED ("f2", "A", "E", "ok") NAMED ("f3", "A", "E2", "not ok")),
      "B30" },
    { PROCESS ("P", START ("S") "<exclusiveGateway id='G' default='f1'/>" END ("E") END ("E2")
                        FLOW ("f1", "S", "G") FLOW ("f2", "G", "E") FLOW ("f3", "G", "E2")),
      "B31" },
    { PROCESS ("P", START ("S") "<task id='A' startQuantity='2' completionQuantity='1'/>" END ("E")
                        FLOW ("f1", "S", "A") FLOW ("f2", "A", "E")),
      "B32" },
    { PROCESS ("P", LINE COMPENSATE ("B", "A")), "B33" },
    { PROCESS ("P", LINE COMPENSATE ("B", "A") "<task id='U' name='Undo'/>"
                                               "<association id='N' sourceRef='B' targetRef='U'/>"),
      "B34 B12" },
    { PROCESS ("P", LINE COMPENSATE ("B", "A") "<task id='U' name='Undo' isForCompensation='true'/>"
                                               "<association id='N' sourceRef='B' targetRef='U'/>"),
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_codes (cases[i].body, cases[i].codes);
}

static void
test_missing_events_are_put_in (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (PROCESS ("P", TASK ("A", "Receive order")));
  g_autofree char *text = pt_program_to_text (drawing->program);
  const PtDiagnostic *start = drawing_find (drawing, "B10");
  g_autofree char *label = pt_fix_label (g_ptr_array_index (start->fixes, 0));

  assert_string_equal (text, "scope P executable\n"
                             "node A type=task name=\"Receive order\" scope=P\n"
                             "node Start_A type=startEvent near=A scope=P\n"
                             "node End_A type=endEvent near=A scope=P\n"
                             "flow Flow_Start_A source=Start_A target=A near=A scope=P\n"
                             "flow Flow_End_A source=A target=End_A near=A scope=P\n");
  assert_string_equal (g_ptr_array_index (start->elements, 0), "A");
  assert_int_equal (pt_program_get_place (drawing->program, "A")->line, 2);
  assert_string_equal (label, "Add a start event before “Receive order”");
  assert_null (drawing_node (drawing, "Start_A")->origin.logical);
}

static void
test_splits_and_joins_are_put_in (void **state)
{
  static const char *const kinds[] = { "node", "flow", NULL };
  g_autoptr (Drawing) drawing = drawing_new (
      PROCESS ("P",
               START ("S") TASK ("A", "") TASK ("B", "") FLOW ("f1", "S", "A") FLOW ("f2", "A", "B")
                   CONDITION ("f3", "A", "A", "again") "<endEvent id='E'/>" FLOW ("f4", "B", "E")));
  g_autofree char *text = drawing_text (drawing, kinds);

  assert_string_equal (text, "node S type=startEvent scope=P\n"
                             "node A type=task scope=P\n"
                             "node B type=task scope=P\n"
                             "node E type=endEvent scope=P\n"
                             "node Join_A type=exclusiveGateway near=A scope=P\n"
                             "node Split_A type=inclusiveGateway near=A scope=P\n"
                             "flow f1 source=S target=Join_A scope=P\n"
                             "flow f2 source=Split_A target=B scope=P condition=\"=true\"\n"
                             "flow f3 source=Split_A target=Join_A scope=P condition=again\n"
                             "flow f4 source=B target=E scope=P\n"
                             "flow Flow_Join_A source=Join_A target=A near=A scope=P\n"
                             "flow Flow_Split_A source=A target=Split_A near=A scope=P\n");
}

static void
test_what_a_node_carries (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      "<message id='M' name='Order'/><itemDefinition id='I' structureRef='xsi:string'/>"
      "<resource id='R' name='Sales'/>" PROCESS (
          "P", "<dataObject id='D'/>"
               "<userTask id='A' name='x' camunda:formKey='f&amp;1' isForCompensation='false'>"
               "<documentation>Do it</documentation>"
               "<extensionElements> <camunda:x a='1'> <camunda:y>t</camunda:y> </camunda:x> "
               "</extensionElements>"
               "<property id='p1' itemSubjectRef='I'/>"
               "<potentialOwner><resourceRef>R</resourceRef></potentialOwner>"
               "<multiInstanceLoopCharacteristics isSequential='true' camunda:collection='items' "
               "camunda:elementVariable='item'><completionCondition>done</completionCondition>"
               "</multiInstanceLoopCharacteristics></userTask>"
               "<scriptTask id='B' scriptFormat='groovy'><script>x = 1</script></scriptTask>"
               "<startEvent id='S'><messageEventDefinition messageRef='M'/></startEvent>"
               "<callActivity id='C' calledElement='other'>"
               "<standardLoopCharacteristics testBefore='true' "
               "loopMaximum='3'><loopCondition>more</loopCondition>"
               "</standardLoopCharacteristics></callActivity>" FLOW ("f", "S", "A")
                   FLOW ("g", "A", "B") FLOW ("h", "B", "C")));
  const PtNode *user = drawing_node (drawing, "A"), *call = drawing_node (drawing, "C");
  const PtNode *start = drawing_node (drawing, "S"), *script = drawing_node (drawing, "B");

  assert_string_equal (user->carried.documentation, "Do it");
  assert_string_equal (user->carried.extensions, "<camunda:x xmlns:camunda=\"" PT_NS_CAMUNDA
                                                 "\" a=\"1\"><camunda:y>t</camunda:y></camunda:x>");
  assert_string_equal (user->carried.foreign,
                       " xmlns:camunda=\"" PT_NS_CAMUNDA "\" camunda:formKey=\"f&amp;1\"");
  assert_string_equal (user->data, "<property xmlns=\"" PT_NS_BPMN
                                   "\" id=\"p1\" itemSubjectRef=\"I\"></property>");
  assert_string_equal (user->performer, "Sales");
  assert_int_equal (user->loop, PT_LOOP_SEQUENTIAL);
  assert_true (user->loop_is_collection);
  assert_string_equal (user->loop_text, "items");
  assert_string_equal (user->loop_element, "item");
  assert_string_equal (user->loop_completion, "done");
  assert_string_equal (script->script, "x = 1");
  assert_string_equal (script->script_format, "groovy");
  assert_string_equal (pt_program_definition (drawing->program, start->reference)->name, "Order");
  assert_string_equal (call->called, "other");
  assert_true (call->loop_test_before);
  assert_string_equal (call->loop_maximum, "3");
  assert_string_equal (call->loop_text, "more");
}

static void
test_work (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      "<process id='P' xmlns:p='" PT_NS_PARTITUR "'><extensionElements>"
      "<p:demand casesPerWeek='40.5'/>"
      "<p:constraint id='C1' type='separate-tasks' tasks=' A  B ' why='IC-7'/>"
      "<p:constraint id='C2' type='at-most' tags='pay' roles='buyer' n='2' weight='30'/>"
      "<p:constraint id='C3' type='unheard-of' tasks='A'/></extensionElements>"
      "<startEvent id='S'/><userTask id='A'><extensionElements><p:work tags='enter  pay' "
      "accountable='cfo' consulted='legal audit' informed='sales' hours='0.5'/></extensionElements>"
      "<potentialOwner><resourceAssignmentExpression><formalExpression "
      "language='" PT_ASSIGNMENT_LANGUAGE "'>role(Buyer) and skill(sap, 2)</formalExpression>"
      "</resourceAssignmentExpression></potentialOwner></userTask>"
      "<userTask id='B'><extensionElements><p:work hours='many'/></extensionElements></userTask>"
      "<endEvent id='E'/><sequenceFlow id='f' sourceRef='S' targetRef='A'/>"
      "<sequenceFlow id='g' sourceRef='A' targetRef='B'><extensionElements>"
      "<p:branch probability='0.3'/></extensionElements></sequenceFlow>"
      "<sequenceFlow id='h' sourceRef='B' targetRef='E'/></process>");
  const PtNode *a = drawing_node (drawing, "A"), *b = drawing_node (drawing, "B");
  const PtProgram *program = drawing->program;

  assert_string_equal (a->assignment, "role(Buyer) and skill(sap, 2)");
  assert_null (a->performer);
  assert_string_equal (a->tags, "enter pay");
  assert_string_equal (a->accountable, "cfo");
  assert_string_equal (a->consulted, "legal audit");
  assert_string_equal (a->informed, "sales");
  assert_float_equal (a->hours, 0.5, 1e-9);
  assert_null (b->assignment);
  assert_float_equal (b->hours, 0, 1e-9);
  assert_float_equal (pt_program_scope (program, 0)->cases_per_week, 40.5, 1e-9);
  assert_float_equal (pt_program_flow (program, 0)->probability, -1, 1e-9);
  assert_float_equal (pt_program_flow (program, 1)->probability, 0.3, 1e-9);
  assert_int_equal (program->constraints->len, 2);
  assert_int_equal (pt_program_constraint (program, 0)->type, PT_RULE_SEPARATE_TASKS);
  assert_string_equal (pt_program_constraint (program, 0)->tasks, "A B");
  assert_int_equal (pt_program_constraint (program, 0)->weight, 0);
  assert_int_equal (pt_program_constraint (program, 1)->n, 2);
  assert_int_equal (pt_program_constraint (program, 1)->weight, 30);
}

static void
test_items (void **state)
{
  static const char *const kinds[] = { "item", "pool", "lane", "message-flow", "scope", NULL };
  g_autoptr (Drawing) drawing = drawing_new (
      "<itemDefinition id='I' structureRef='xsi:string'/>"
      "<collaboration id='C'><participant id='P1' name='Shop' processRef='P'/><participant id='P2' "
      "name='Customer'/>"
      "<messageFlow id='m' name='order' sourceRef='P2' targetRef='A'/>"
      "<textAnnotation id='n'><text>a note</text></textAnnotation></collaboration>"
      "<process id='P'><laneSet id='ls'><lane id='L' name='Sales'><flowNodeRef>A</flowNodeRef>"
      "<childLaneSet id='cs'><lane id='L2' name='Back "
      "office'/></childLaneSet></lane></laneSet>" LINE
      "<textAnnotation id='t'><text>hint</text></textAnnotation>"
      "<association id='a' sourceRef='A' targetRef='t'/></process>");
  g_autofree char *text = drawing_text (drawing, kinds);

  assert_string_equal (
      text,
      "pool P1 name=Shop process=P\n"
      "pool P2 name=Customer\n"
      "scope P participant=P1 executable\n"
      "lane L name=Sales scope=P\n"
      "lane L2 name=\"Back office\" scope=P parent=L\n"
      "message-flow m name=order source_pool=P2 target_node=A\n"
      "item I type=itemDefinition xml=\"<itemDefinition xmlns=\\\"" PT_NS_BPMN
      "\\\" id=\\\"I\\\" xmlns:xsi=\\\"" PT_NS_XSI
      "\\\" structureRef=\\\"xsi:string\\\"></itemDefinition>\"\n"
      "item n type=textAnnotation in_collaboration xml=\"<textAnnotation xmlns=\\\"" PT_NS_BPMN
      "\\\" id=\\\"n\\\"><text>a note</text></textAnnotation>\"\n"
      "item t type=textAnnotation scope=P xml=\"<textAnnotation xmlns=\\\"" PT_NS_BPMN
      "\\\" id=\\\"t\\\"><text>hint</text></textAnnotation>\"\n"
      "item a type=association scope=P source=A target=t xml=\"<association xmlns=\\\"" PT_NS_BPMN
      "\\\" id=\\\"a\\\" sourceRef=\\\"A\\\" targetRef=\\\"t\\\"></association>\"\n");
  assert_int_equal (drawing_node (drawing, "A")->lane, 0);
}

#define SHAPE(id, x, y, w, h)                                                                      \
  "<di:BPMNShape id='" id "_di' bpmnElement='" id "' color:background-color='#ff0000'>"            \
  "<dc:Bounds x='" x "' y='" y "' width='" w "' height='" h "'/></di:BPMNShape>"

static void
test_figures (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      PROCESS ("P", TASK ("A", "") TASK ("B", "") FLOW (
                        "f", "A",
                        "B")) "<di:BPMNDiagram xmlns:di='" PT_NS_BPMNDI "' xmlns:dc='" PT_NS_DC
                              "' xmlns:color='" PT_NS_COLOR "' xmlns:d='" PT_NS_DI
                              "' id='D1'><di:BPMNPlane id='D1p' bpmnElement='P'>" SHAPE ("A", "100",
                                                                                         "100",
                                                                                         "100",
                                                                                         "80")
                                  SHAPE ("B", "250", "100", "100",
                                         "80") "<di:BPMNEdge id='f_di' bpmnElement='f'><d:waypoint "
                                               "x='200' y='140'/><d:waypoint x='250' y='140'/>"
                                               "</di:BPMNEdge></di:BPMNPlane></di:BPMNDiagram>");
  const PtNode *start = drawing_node (drawing, "Start_A"), *task = drawing_node (drawing, "A");
  const PtFlow *flow = drawing_flow (drawing, "Flow_Start_A"), *drawn = drawing_flow (drawing, "f");
  const PtPoint *point
      = PT_PROGRAM_AT (drawing->program->waypoints, PtPoint, flow->figure.first_waypoint);

  assert_string_equal (task->figure.attributes, " color:background-color=\"#ff0000\"");
  assert_true (start->figure.shown);
  assert_true (start->figure.bounds.x == 100 - 50 - 36 && start->figure.bounds.y == 140 - 18);
  assert_int_equal (flow->figure.n_waypoints, 2);
  assert_true (point[0].x == 50 && point[0].y == 140 && point[1].x == 100 && point[1].y == 140);
  assert_int_equal (drawn->figure.n_waypoints, 2);
  assert_string_equal (PT_PROGRAM_AT (drawing->program->planes, PtPlane, 0)->element, "P");
}

/* Nothing a file can say may crash the compiler. */
static void
test_weird_drawings (void **state)
{
  static const char *const bodies[] = {
    "<process/>",
    "<process><task/><task/><sequenceFlow/></process>",
    "<process id='P'><subProcess id='P'><subProcess id='P'/></subProcess></process>",
    "<process id='P'><laneSet><lane><flowNodeRef>P</flowNodeRef></lane></laneSet></process>",
    "<process id='P'><boundaryEvent id='B' attachedToRef='B'/></process>",
    "<process id='P'><sequenceFlow id='f' sourceRef='f' targetRef='f'/></process>",
    "<collaboration id='C'><participant id='C' processRef='C'/><messageFlow sourceRef='C' "
    "targetRef='C'/></collaboration>",
    "<process id='P'><startEvent "
    "id='S'><eventDefinitionRef>S</eventDefinitionRef></startEvent></process>",
    "<process id='P'><task id='A' default='A'><multiInstanceLoopCharacteristics/></task></process>",
    "<process id='P'><association sourceRef='P' targetRef='P'/><group/><category/></process>",
    "<choreography id='H'><choreographyTask id='T'/><sequenceFlow id='f' sourceRef='T' "
    "targetRef='T'/></choreography>",
    "<process id='P'><adHocSubProcess id='A' triggeredByEvent='true'/></process>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (bodies[i]);
      g_autofree char *text = pt_program_to_text (drawing->program);

      assert_non_null (text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sound_drawings_have_no_findings),
    cmocka_unit_test (test_each_fault_is_found),
    cmocka_unit_test (test_missing_events_are_put_in),
    cmocka_unit_test (test_splits_and_joins_are_put_in),
    cmocka_unit_test (test_what_a_node_carries),
    cmocka_unit_test (test_work),
    cmocka_unit_test (test_items),
    cmocka_unit_test (test_figures),
    cmocka_unit_test (test_weird_drawings),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
