/* test-written.c: what stands in the files for each engine, and beside them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legalise-case.h"

#include "../../src/compiler/pt-emission.h"

typedef struct
{
  Case self;
  PtEmitted *emitted;
  char *text;
} Emission;

static Emission
emit_case (Case self, const char *target)
{
  Emission emission = { self, NULL, NULL };
  gsize size;
  const char *text;

  legalise (&emission.self, target);
  emission.emitted
      = pt_emit (emission.self.program, pt_target_find (target), emission.self.diagnostics);
  assert_valid (emission.emitted->xml);
  text = g_bytes_get_data (emission.emitted->xml, &size);
  emission.text = g_strndup (text, size);
  return emission;
}

static void
free_emission (Emission *emission)
{
  g_free (emission->text);
  pt_emitted_free (emission->emitted);
  free_case (&emission->self);
}

static Case
make_asked (gboolean is_boolean)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Check");
  PtVariable *answer = add_asked (self.program, self.process, self.middle, "answer", "Answer?",
                                  is_boolean ? "boolean" : "string");

  g_ptr_array_add (answer->values, (gpointer) "left");
  g_ptr_array_add (answer->values, (gpointer) "right");
  middle (&self)->role = add_role (self.program, "clerk", "Clerk", PT_ROLE_INTERNAL);
  return self;
}

/* What has to stand in the file for a node of a type. */
static const struct
{
  const char *target;
  PtBpmnType type, definition;
  const char *expected;
} written[] = {
  { "camunda8", PT_BPMN_SERVICE_TASK, PT_BPMN_NONE, "<zeebe:taskDefinition type=\"erp.job\"/>" },
  { "camunda8", PT_BPMN_END_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION,
    "<zeebe:header key=\"messageName\" value=\"Thing\"/>" },
  { "camunda8", PT_BPMN_RECEIVE_TASK, PT_BPMN_NONE,
    "<zeebe:subscription correlationKey=\"=businessKey\"/>" },
  { "spiff", PT_BPMN_SERVICE_TASK, PT_BPMN_NONE,
    "<spiffworkflow:serviceTaskOperator id=\"erp.job\">" },
  { "flowable", PT_BPMN_SERVICE_TASK, PT_BPMN_NONE,
    "flowable:type=\"external-worker\" flowable:topic=\"erp.job\"" },
  { "flowable", PT_BPMN_SEND_TASK, PT_BPMN_NONE,
    "<bpmn:serviceTask id=\"Middle\" name=\"Thing\" flowable:type=\"external-worker\"" },
  { "flowable", PT_BPMN_CALL_ACTIVITY, PT_BPMN_NONE, "flowable:inheritVariables=\"true\"" },
  { "camunda8", PT_BPMN_CALL_ACTIVITY, PT_BPMN_NONE,
    "<zeebe:calledElement processId=\"Shipping\" propagateAllChildVariables=\"true\"" },
};

static void
test_written (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      Case self = make_thing (written[i].type, written[i].definition);
      Emission emission;

      middle (&self)->topic = "erp.job";
      middle (&self)->called = "Shipping";
      emission = emit_case (self, written[i].target);
      if (!strstr (emission.text, written[i].expected))
        fail_msg ("row %u: no %s in\n%s", i, written[i].expected, emission.text);
      free_emission (&emission);
    }
}

static void
assert_has (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i]; i++)
    if (!strstr (text, parts[i]))
      fail_msg ("no %s in\n%s", parts[i], text);
}

static const char *
text_of_side_file (const Emission *emission, guint i)
{
  return g_bytes_get_data (
      ((const PtSideFile *)g_ptr_array_index (emission->emitted->side_files, i))->bytes, NULL);
}

/* Each target asks for what its people decide in its own kind of form. */
static void
test_form_of_camunda8 (void **state)
{
  Emission emission = emit_case (make_asked (FALSE), "camunda8");
  const PtSideFile *form = g_ptr_array_index (emission.emitted->side_files, 0);

  assert_string_equal (form->name, "Process.Middle.form");
  assert_has (text_of_side_file (&emission, 0),
              (const char *const[]){ "\"key\" : \"answer\"", "\"value\" : \"right\"", NULL });
  assert_has (emission.text,
              (const char *const[]){ "formId=\"Form_Process_Middle\"", "<zeebe:userTask/>",
                                     "candidateGroups=\"clerk\"", NULL });
  free_emission (&emission);
}

static void
test_form_of_flowable (void **state)
{
  Emission emission = emit_case (make_asked (FALSE), "flowable");

  assert_int_equal (emission.emitted->side_files->len, 0);
  assert_has (emission.text,
              (const char *const[]){ "flowable:candidateGroups=\"clerk\"",
                                     "<flowable:formProperty id=\"answer\" name=\"Answer?\" "
                                     "type=\"enum\" required=\"true\">",
                                     "<flowable:value id=\"right\" name=\"right\"/>", NULL });
  assert_null (strstr (emission.text, "potentialOwner"));
  free_emission (&emission);
}

/* Of a call, what conditions read comes back. */
static void
test_returns_of_flowable (void **state)
{
  Case self = make_case (PT_BPMN_CALL_ACTIVITY, "Ask");
  PtIndex gateway
      = add_node (self.program, self.process, PT_BPMN_EXCLUSIVE_GATEWAY, "Fine", "Fine?");
  PtIndex way = add_flow (self.program, gateway, self.end, "Way");
  Emission emission;

  middle (&self)->called = "Elsewhere";
  pt_program_flow (self.program, 1)->target = gateway;
  pt_program_flow (self.program, way)->condition = "fine = true and amount > 3";
  emission = emit_case (self, "flowable");
  assert_has (emission.text,
              (const char *const[]){ "flowable:inheritVariables=\"true\"",
                                     "<flowable:out source=\"fine\" target=\"fine\"/>",
                                     "<flowable:out source=\"amount\" target=\"amount\"/>", NULL });
  assert_int_equal (count_code (emission.self.diagnostics, "X61"), 1);
  free_emission (&emission);
}

static void
test_form_of_spiff (void **state)
{
  Emission emission = emit_case (make_asked (FALSE), "spiff");

  assert_has (text_of_side_file (&emission, 0),
              (const char *const[]){ "\"answer\" : {", "\"right\"", "\"required\" : [", NULL });
  assert_has (emission.text,
              (const char *const[]){ "name=\"formJsonSchemaFilename\" "
                                     "value=\"Process.Middle-schema.json\"",
                                     "<bpmn:lane id=\"Lane_clerk\" name=\"clerk\"", NULL });
  free_emission (&emission);
}

/* A list is named by the id of what holds it; one that is worked out gets a name first. */
static void
test_lists_of_spiff (void **state)
{
  static const struct
  {
    const char *list;
    const char *const parts[4];
  } rows[] = {
    { "offers",
      { "<bpmn:property id=\"offers\"", "<bpmn:loopDataInputRef>offers<",
        "<bpmn:inputDataItem id=\"offer\"", NULL } },
    { "for i in offers return i",
      { "<spiffworkflow:preScript>Middle_list = [i for i in offers]",
        "<bpmn:loopDataInputRef>Middle_list<", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Vote");
      Emission emission;

      middle (&self)->loop = PT_LOOP_PARALLEL;
      middle (&self)->loop_text = rows[i].list;
      middle (&self)->loop_is_collection = TRUE;
      middle (&self)->loop_element = "offer";
      emission = emit_case (self, "spiff");
      assert_has (emission.text, rows[i].parts);
      free_emission (&emission);
    }
}

/* Data objects need names there, and descriptions have a longest length. */
static void
test_strictness_of_flowable (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Work");
  g_autofree char *endless = g_strnfill (3000, 'x');
  Emission emission;

  add_item (self.program, self.process, PT_BPMN_DATA_OBJECT, "Data",
            "<dataObject xmlns=\"" PT_NS_BPMN "\" id=\"Data\"/>");
  pt_program_scope (self.program, self.process)->carried.documentation
      = pt_program_string (self.program, endless);
  emission = emit_case (self, "flowable");
  assert_has (emission.text,
              (const char *const[]){ "<bpmn:dataObject id=\"Data\" name=\"Data\"/>", NULL });
  assert_int_equal (count_code (emission.self.diagnostics, "X49"), 1);
  assert_null (strstr (emission.text, endless));
  free_emission (&emission);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_written),
    cmocka_unit_test (test_form_of_camunda8),
    cmocka_unit_test (test_form_of_flowable),
    cmocka_unit_test (test_returns_of_flowable),
    cmocka_unit_test (test_form_of_spiff),
    cmocka_unit_test (test_lists_of_spiff),
    cmocka_unit_test (test_strictness_of_flowable),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
