/* test-settings.c: what is drawn in the words of one engine reaches the others in theirs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#include "../../src/compiler/pt-settings.h"

#define NS                                                                                         \
  " xmlns:c='" PT_NS_CAMUNDA "' xmlns:z='" PT_NS_ZEEBE "' xmlns:f='" PT_NS_FLOWABLE                \
  "' xmlns:s='" PT_NS_SPIFF "'"
#define WORK(tag, settings, extensions)                                                            \
  "<" tag " id='A' name='Rate' " settings NS "><extensionElements>" extensions                     \
  "</extensionElements></" tag ">"

/* In a pool without a name. */
#define NAMELESS "<!-- nameless -->"
#define ALONE(settings, extensions) NAMELESS WORK ("userTask", settings, extensions)

#define PROCESS_SAYS(extension) "<extensionElements" NS ">" extension "</extensionElements>"
#define LIST(id)                                                                                   \
  "<dataObject id='DO' isCollection='true'/>"                                                      \
  "<dataObjectReference id='DR' name='Shop list' dataObjectRef='DO'/>"                             \
  "<userTask id='A' name='Rate'><ioSpecification><dataInput id='DI'/><dataInput id='DX'/>"         \
  "<inputSet/><outputSet/></ioSpecification><dataInputAssociation "                                \
  "id='DA'><sourceRef>DR</sourceRef>"                                                              \
  "<targetRef>DI</targetRef></dataInputAssociation><multiInstanceLoopCharacteristics>"             \
  "<loopDataInputRef>" id "</loopDataInputRef></multiInstanceLoopCharacteristics></userTask>"
#define TIMES(n)                                                                                   \
  "<userTask id='A' name='Rate'><multiInstanceLoopCharacteristics><loopCardinality>" n             \
  "</loopCardinality></multiInstanceLoopCharacteristics></userTask>"

/* For each line something is found out, and all of it kept: as Camunda 8 says it, and the standard.
 */
#define GATHER(inside)                                                                             \
  "<userTask id='A' name='Rate'" NS "><multiInstanceLoopCharacteristics>" inside                   \
  "</multiInstanceLoopCharacteristics></userTask>"
#define ZEEBE_GATHERS(element)                                                                     \
  GATHER ("<extensionElements><z:loopCharacteristics inputCollection='=lines' inputElement='line'" \
          " outputCollection='results' outputElement='" element "'/></extensionElements>")
#define STANDARD_GATHERS                                                                           \
  GATHER ("<loopDataInputRef>lines</loopDataInputRef><loopDataOutputRef>results"                   \
          "</loopDataOutputRef><inputDataItem name='line'/><outputDataItem name='ok'/>")

#define ROUNDS_GATHER                                                                              \
  GATHER ("<loopCardinality>3</loopCardinality><loopDataOutputRef>results</loopDataOutputRef>"     \
          "<outputDataItem name='ok'/>")

/* Returns: (transfer full): the executable file, then all findings */
static char *
compile_to (const char *work, const char *target)
{
  g_autofree char *body
      = g_strconcat ("<collaboration id='C'><participant id='PO' name='",
                     g_str_has_prefix (work, NAMELESS) ? "" : "Clerk",
                     "' processRef='P'/></collaboration><process id='P'>", work, START ("S"),
                     END ("E"), FLOW ("f1", "S", "A"), FLOW ("f2", "A", "E"), "</process>", NULL);
  g_autoptr (Drawing) drawing = drawing_new (body);
  PtCompileOptions options = { .target = pt_target_find (target), .emit = TRUE, .force = TRUE };
  g_autoptr (PtCompilation) compilation = pt_compile (drawing->graph, NULL, &options);
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  GString *text
      = g_string_new_len (g_bytes_get_data (pt_compilation_get_xml (compilation), NULL),
                          (gssize)g_bytes_get_size (pt_compilation_get_xml (compilation)));

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      g_autofree char *message = pt_diagnostic_message (pt_diagnostics_get (found, i));

      g_string_append_printf (text, "%s: %s\n",
                              pt_code_info (pt_diagnostics_get (found, i)->code)->code, message);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *work, *target;
  const char *has, *lacks; /* (nullable) */
} rows[] = {
  /* jobs */
  { WORK ("serviceTask", "c:type='external' c:topic='charge'", ""), "camunda8",
    "<zeebe:taskDefinition type=\"charge\"/>", "X46" },
  { WORK ("serviceTask", "c:type='external' c:topic='charge'", ""), "spiff",
    "serviceTaskOperator id=\"charge\"", "X46" },
  { WORK ("serviceTask", "", "<z:taskDefinition type='charge'/>"), "camunda7",
    "camunda:topic=\"charge\"", "X46" },
  { WORK ("serviceTask", "", "<z:taskDefinition type='charge' retries='5'/>"), "flowable",
    "flowable:topic=\"charge\"", NULL },
  { WORK ("serviceTask", "", "<z:taskDefinition type='charge' retries='5'/>"), "flowable",
    "X46: “Rate” has settings for Camunda 8 (taskDefinition), which Flowable does not read.",
    NULL },
  { WORK ("serviceTask", "f:type='external-worker' f:topic='charge'", ""), "camunda8",
    "<zeebe:taskDefinition type=\"charge\"/>", "X46" },
  { WORK ("serviceTask", "", "<s:serviceTaskOperator id='charge'/>"), "camunda7",
    "camunda:topic=\"charge\"", "X46" },
  { WORK ("sendTask", "c:type='external' c:topic='tell'", ""), "camunda8", "type=\"tell\"", "X46" },
  { "<intermediateThrowEvent id='A' name='Rate'><messageEventDefinition" NS
    " c:type='external' c:topic='tell'/></intermediateThrowEvent>",
    "camunda8", "type=\"tell\"", NULL },
  { "<intermediateThrowEvent id='A' name='Rate'" NS
    "><extensionElements><z:taskDefinition type='tell'/>"
    "</extensionElements><messageEventDefinition/></intermediateThrowEvent>",
    "camunda7", "camunda:topic=\"tell\"", NULL },
  /* what an engine is to work out by itself means nothing to another */
  { WORK ("serviceTask", "", "<z:taskDefinition type='=kind'/>"), "camunda7", "X46",
    "topic=\"=kind\"" },
  { WORK ("serviceTask", "c:class='org.acme.Charge'", ""), "camunda8",
    "X46: “Rate” has settings for Camunda 7 (class), which", NULL },
  /* decision tables */
  { WORK ("businessRuleTask", "c:decisionRef='rating' c:resultVariable='grade'", ""), "camunda8",
    "<zeebe:calledDecision decisionId=\"rating\" resultVariable=\"grade\"/>", "taskDefinition" },
  { WORK ("businessRuleTask", "c:decisionRef='rating'", ""), "camunda8",
    "<zeebe:calledDecision decisionId=\"rating\" resultVariable=\"rate\"/>", "X46" },
  { WORK ("businessRuleTask", "c:decisionRef='rating' c:mapDecisionResult='resultList'", ""),
    "camunda8", "X46: “Rate” has settings for Camunda 7 (mapDecisionResult), which", NULL },
  { WORK ("businessRuleTask", "c:decisionRef='rating'", ""), "camunda7", "X68", "external" },
  { WORK ("businessRuleTask", "c:decisionRef='rating' c:resultVariable='grade'", ""), "spiff",
    "<spiffworkflow:calledDecisionId>rating</spiffworkflow:calledDecisionId>", "X34" },
  { WORK ("businessRuleTask", "c:decisionRef='rating' c:resultVariable='grade'", ""), "spiff",
    "X69: SpiffWorkflow keeps what the table of “Rate” says under the names of its outputs, not as "
    "“grade”.",
    "X70" },
  { WORK ("businessRuleTask", "c:decisionRef='rating'", ""), "spiff", "X68: “Rate” asks", "X69" },
  { WORK ("businessRuleTask", "c:decisionRef='rating'", ""), "flowable",
    "flowable:topic=\"rating\"", "X68" },
  { WORK ("businessRuleTask", "c:decisionRef='rating'", ""), "flowable",
    "X70: Flowable asks no decision tables: a system has to do “Rate”, and is given the name of "
    "the "
    "table, “rating”.",
    "X46" },
  { WORK ("businessRuleTask", "", "<z:calledDecision decisionId='rating' resultVariable='grade'/>"),
    "camunda7",
    "camunda:decisionRef=\"rating\" camunda:resultVariable=\"grade\" "
    "camunda:mapDecisionResult=\"singleEntry\"",
    "X46" },
  { WORK ("businessRuleTask", "", "<s:calledDecisionId>rating</s:calledDecisionId>"), "camunda7",
    "camunda:decisionRef=\"rating\"", "resultVariable" },
  { WORK ("serviceTask",
          "f:type='dmn'",
          "<f:field name='decisionTableReferenceKey'><f:string>rating</f:string></f:field>"),
    "camunda8", "<bpmn:businessRuleTask id=\"A\"", "X46" },
  { WORK ("serviceTask",
          "f:type='dmn'",
          "<f:field name='decisionTableReferenceKey'><f:string>rating</f:string></f:field>"),
    "flowable", "flowable:type=\"dmn\"", "X70" },
  { WORK ("businessRuleTask", "", ""), "camunda8", "taskDefinition", "X68" },
  /* people: what the file tells an engine counts there */
  { WORK ("userTask", "c:candidateGroups='sales'", ""), "camunda7",
    "X71: The engine will offer “Rate” to “sales”, as the file tells it",
    "candidateGroups=\"clerk" },
  { WORK ("userTask", "c:candidateGroups='sales'", ""), "flowable", "X71", NULL },
  { WORK ("userTask", "c:candidateGroups='sales'", ""), "camunda8", "X46", "X71" },
  { WORK ("userTask", "c:candidateGroups='clerk'", ""), "camunda7", NULL, "X71" },
  { WORK ("userTask", "c:candidateGroups='${who}'", ""), "camunda7", NULL, "X71" },
  { WORK ("userTask", "c:assignee='kim' c:candidateGroups='clerk'", ""), "camunda7", "“kim”",
    "X46" },
  { WORK ("userTask", "", "<z:assignmentDefinition candidateGroups='sales'/>"), "camunda8", "X71",
    NULL },
  { WORK ("userTask", "", "<z:assignmentDefinition candidateGroups='=who'/>"), "camunda8", NULL,
    "X71" },
  /* people: with no pool and no lane, the groups are roles */
  { ALONE ("c:candidateGroups='sales'", ""), "camunda8", "candidateGroups=\"sales\"", "X46" },
  { ALONE ("c:candidateGroups='sales'", ""), "camunda7", "camunda:candidateGroups=\"sales\"",
    "X71" },
  { ALONE ("c:candidateGroups='sales'", ""), "flowable", ":candidateGroups=\"sales\"", "X46" },
  { ALONE ("c:candidateGroups='sales'", ""), "spiff", NULL, "X46" },
  { ALONE ("", "<z:assignmentDefinition candidateGroups='sales'/>"), "camunda7",
    "camunda:candidateGroups=\"sales\"", "X46" },
  { ALONE ("f:candidateGroups=' clerks,chiefs'", ""), "camunda8",
    "<zeebe:assignmentDefinition candidateGroups=\"", "X46" },
  { ALONE ("f:candidateGroups='${who}'", ""), "camunda8", "X46", NULL },
  /* what is called has the key of the case */
  { WORK ("callActivity",
          "calledElement='X'",
          "<c:in businessKey='#{execution.processBusinessKey}'/><c:in source='a' target='b'/>"),
    "flowable", "flowable:inheritBusinessKey=\"true\"", "processBusinessKey" },
  { WORK ("callActivity",
          "calledElement='X'",
          "<c:in businessKey='#{execution.processBusinessKey}'/>"),
    "camunda7", "processBusinessKey", "inheritBusinessKey" },
  /* lists that are drawn go by the name of what they are */
  { LIST ("DR"), "camunda7", "camunda:collection=\"shopList\"", "X05" },
  { LIST ("DI"), "camunda8", "inputCollection=\"=shopList\"", "X05" },
  { LIST ("DI"), "bpmn", "<bpmn:loopDataInputRef>DI</bpmn:loopDataInputRef>", "X05" },
  { LIST ("DX"), "camunda7", "X05", NULL },
  { LIST ("others"), "camunda7", "camunda:collection=\"others\"", "X05" },
  /* what each gives */
  { ZEEBE_GATHERS ("=ok"), "camunda8", "outputCollection=\"results\" outputElement=\"=ok\"",
    "X77" },
  { ZEEBE_GATHERS ("=ok"), "spiff", "<bpmn:loopDataOutputRef>results</bpmn:loopDataOutputRef>",
    "X77" },
  { ZEEBE_GATHERS ("=ok + 1"), "spiff",
    "X77: SpiffWorkflow does not gather what each round of “Rate” gives into “results”.",
    "loopDataOutputRef" },
  { ZEEBE_GATHERS ("=ok"), "bpmn", "name=\"ok\"", "X77" },
  { ZEEBE_GATHERS ("=ok"), "camunda7", "X77", "X46" },
  { ZEEBE_GATHERS ("=ok"), "flowable", "X77", NULL },
  { STANDARD_GATHERS, "camunda8", "outputCollection=\"results\" outputElement=\"=ok\"", "X77" },
  { STANDARD_GATHERS, "spiff", "<bpmn:outputDataItem id=\"ok\" name=\"ok\"/>", "X77" },
  { STANDARD_GATHERS, "flowable", "X77", NULL },
  /* … of a number of rounds: only where that becomes a list */
  { ROUNDS_GATHER, "spiff", "X77", "<bpmn:loopDataOutputRef>" },
  { ROUNDS_GATHER, "bpmn", "X77", "<bpmn:loopDataOutputRef>" },
  { ROUNDS_GATHER, "camunda8", "outputCollection=\"results\"", "X77" },
  /* what the process itself is told */
  { PROCESS_SAYS ("<z:executionListeners/>") WORK ("userTask", "", ""), "camunda7",
    "has settings for Camunda 8 (executionListeners), which", NULL },
  { PROCESS_SAYS ("<z:executionListeners/>") WORK ("userTask", "", ""), "camunda8", NULL, "X46" },
  /* how often, in the words of another engine */
  { TIMES ("${n}"), "camunda7", ">${n}<", "X24" },
  { TIMES ("${n}"), "camunda8", "=for i in 1..n return i", "X24" },
  { TIMES ("${bean.n()}"), "camunda8",
    "X24: An expression of “Rate”, “${bean.n()}”, is written in juel, which Camunda 8 (Zeebe) does "
    "not know.",
    NULL },
  { TIMES ("${n}"), "spiff", ">n<", "X24" },
  { TIMES ("${bean.n()}"), "spiff", "X24", NULL },
  { TIMES ("${n}"), "bpmn", ">${n}<", "FEEL" },
  { TIMES ("n"), "camunda8", "=for i in 1..n return i", "X24" },
};

static void
test_settings (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = compile_to (rows[i].work, rows[i].target);

      if (rows[i].has && !strstr (text, rows[i].has))
        fail_msg ("row %u: no %s in\n%s", i, rows[i].has, text);
      if (rows[i].lacks && strstr (text, rows[i].lacks))
        fail_msg ("row %u: %s in\n%s", i, rows[i].lacks, text);
    }
}

/* A task sends one message, and an event waits for one. */
static void
test_several_messages (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      "<collaboration id='C'><participant id='PO' name='Buyer' processRef='P'/>"
      "<participant id='PS' name='Seller'/><participant id='PC' name='Controller'/>"
      "<messageFlow id='m1' name='Order' sourceRef='A' targetRef='PS'/>"
      "<messageFlow id='m2' name='Copy' sourceRef='A' targetRef='PC'/>"
      "<messageFlow id='m3' name='Answer' sourceRef='PS' targetRef='A'/></collaboration>"
      "<process id='P'>" START ("S") "<sendTask id='A' name='Send'/>" END ("E")
          FLOW ("f1", "S", "A") FLOW ("f2", "A", "E") "</process>");
  PtCompileOptions options = { .target = pt_target_find ("camunda7"), .emit = TRUE, .force = TRUE };
  g_autoptr (PtCompilation) compilation = pt_compile (drawing->graph, NULL, &options);
  g_autofree char *text
      = pt_diagnostics_to_text (pt_compilation_get_diagnostics (compilation), "test");

  assert_non_null (strstr (text, "“Send” is about one message, “Order”: “Copy”, which"));
  assert_null (strstr (text, "“Answer”, which"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_settings),
    cmocka_unit_test (test_several_messages),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
