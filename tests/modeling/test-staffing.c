/* test-staffing.c: who may do an activity, who else has to do with it, rules among activities
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "drawing.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\"?>\n<definitions xmlns=\"" PT_NS_BPMN "\" id=\"D\" "                       \
  "targetNamespace=\"urn:t\">\n  <resource id=\"R\" name=\"Sales\"/>\n"
#define BEFORE                                                                                     \
  HEAD "  <process id=\"P\">\n    <userTask id=\"A\"/>\n    <userTask id=\"B\">\n"                 \
       "      <documentation>Do</documentation>\n"                                                 \
       "      <potentialOwner>\n        <resourceRef>R</resourceRef>\n      </potentialOwner>\n"   \
       "    </userTask>\n    <sequenceFlow id=\"F\" sourceRef=\"A\" targetRef=\"B\"/>\n"           \
       "  </process>\n</definitions>\n"

static void
open_text (Drawing *d)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BEFORE, strlen (BEFORE));

  drawing_take (d, pt_bpmn_load_bytes (bytes, "test.bpmn", NULL));
}

static char *
text_of (Drawing *d)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (d->document, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_says (Drawing *d, const char *part)
{
  g_autofree char *text = text_of (d);

  if (strstr (text, part) == NULL)
    fail_msg ("%s is not in %s", part, text);
}

/* Nothing here is drawn. */
static void
assert_step (Drawing *d)
{
  assert_valid (d);
  pt_document_undo (d->document);
  assert_false (pt_document_can_undo (d->document));
  assert_original (d);
}

static void
an_assignment_comes_changes_and_goes (void **state)
{
  g_autofree char *said = NULL;
  Drawing d;

  open_text (&d);
  assert_true (pt_modeling_set_assignment (d.graph, "A", "role(Buyer)"));
  assert_step (&d);
  assert_true (pt_modeling_set_assignment (d.graph, "A", "role(Buyer) and not same-as(B)"));
  said = pt_element_get_assignment (element (&d, "A"));
  assert_string_equal (said, "role(Buyer) and not same-as(B)");
  assert_says (&d, "<resourceAssignmentExpression>");
  assert_says (&d, "<formalExpression language=\"" PT_ASSIGNMENT_LANGUAGE "\">");
  assert_true (pt_modeling_set_assignment (d.graph, "A", NULL));
  assert_null (pt_element_get_assignment (element (&d, "A")));
  drawing_close (&d);
}

static void
an_assignment_takes_the_place_of_a_performer (void **state)
{
  g_autofree char *text = NULL;
  Drawing d;

  open_text (&d);
  assert_true (pt_modeling_set_assignment (d.graph, "B", "role(Buyer)"));
  text = text_of (&d);
  assert_null (strstr (text, "resourceRef"));
  assert_non_null (strstr (text, "role(Buyer)"));
  assert_step (&d);
  assert_false (pt_modeling_set_assignment (d.graph, "F", "role(Buyer)"));
  assert_false (pt_modeling_set_assignment (d.graph, "nothing", "role(Buyer)"));
  drawing_close (&d);
}

static void
notes_come_and_go_with_their_room (void **state)
{
  static const struct
  {
    const char *id;
    PtWorkNote note;
    const char *value, *part;
  } cases[] = {
    { "A", PT_WORK_TAGS, "enter pay", "tags=\"enter pay\"" },
    { "A", PT_WORK_ACCOUNTABLE, "cfo", "accountable=\"cfo\"" },
    { "A", PT_WORK_CONSULTED, "legal", "consulted=\"legal\"" },
    { "A", PT_WORK_INFORMED, "sales", "informed=\"sales\"" },
    { "B", PT_WORK_HOURS, "0.5", "hours=\"0.5\"" },
    { "P", PT_WORK_CASES_PER_WEEK, "40", ":demand casesPerWeek=\"40\"" },
    { "F", PT_WORK_PROBABILITY, "0.3", ":branch probability=\"0.3\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *text = NULL;
      Drawing d;

      open_text (&d);
      assert_true (pt_modeling_set_work_note (d.graph, cases[i].id, cases[i].note, cases[i].value));
      said = pt_element_get_work_note (element (&d, cases[i].id), cases[i].note);
      assert_string_equal (said, cases[i].value);
      assert_says (&d, cases[i].part);
      assert_step (&d);
      assert_true (pt_modeling_set_work_note (d.graph, cases[i].id, cases[i].note, cases[i].value));
      assert_true (pt_modeling_set_work_note (d.graph, cases[i].id, cases[i].note, NULL));
      text = text_of (&d);
      assert_null (strstr (text, "extensionElements"));
      assert_false (pt_modeling_set_work_note (d.graph, "D", cases[i].note, "1"));
      drawing_close (&d);
    }
}

static void
rules_of_a_process_come_and_go (void **state)
{
  const PtConstraintSpec spec
      = { .type = "at-most", .tasks = "A B", .n = 2, .weight = 30, .why = "IC-7" };
  g_autofree char *id = NULL;
  Drawing d;

  open_text (&d);
  id = pt_modeling_add_constraint (d.graph, "P", &spec);
  assert_non_null (id);
  assert_says (&d, "type=\"at-most\" tasks=\"A B\" n=\"2\" weight=\"30\" why=\"IC-7\"");
  assert_step (&d);
  g_free (id);
  id = pt_modeling_add_constraint (d.graph, "P", &spec);
  assert_true (pt_modeling_remove_constraint (d.graph, id));
  assert_false (pt_modeling_remove_constraint (d.graph, id));
  assert_false (pt_modeling_remove_constraint (d.graph, "A"));
  assert_null (pt_modeling_add_constraint (d.graph, "A", &spec));
  drawing_close (&d);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_assignment_comes_changes_and_goes),
    cmocka_unit_test (an_assignment_takes_the_place_of_a_performer),
    cmocka_unit_test (notes_come_and_go_with_their_room),
    cmocka_unit_test (rules_of_a_process_come_and_go),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
