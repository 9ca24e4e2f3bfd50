/* test-targets.c: what each engine's dialect rewrites, refuses and warns of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legalise-case.h"

/* ----- one element ---------------------------------------------------------------------------- */

/* What stands in the middle of a process, and what is said of it. */
static const struct
{
  const char *target;
  PtBpmnType type, definition;
  const char *code; /* NULL: nothing may be said */
} elements[] = {
  { "camunda8", PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, "X01" },
  { "camunda8", PT_BPMN_TRANSACTION, PT_BPMN_NONE, "X01" },
  { "camunda8", PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, "X01" },
  { "camunda8", PT_BPMN_END_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, NULL },
  { "camunda8", PT_BPMN_END_EVENT, PT_BPMN_TERMINATE_EVENT_DEFINITION, NULL },
  { "camunda8", PT_BPMN_END_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL },
  { "camunda8", PT_BPMN_END_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, NULL },
  { "camunda8", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_LINK_EVENT_DEFINITION, NULL },
  { "camunda8", PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, "X31" },
  { "camunda8", PT_BPMN_RECEIVE_TASK, PT_BPMN_NONE, "X31" },
  { "camunda8", PT_BPMN_AD_HOC_SUB_PROCESS, PT_BPMN_NONE, "X47" },
  { "camunda8", PT_BPMN_INCLUSIVE_GATEWAY, PT_BPMN_NONE, NULL },
  { "camunda8", PT_BPMN_BUSINESS_RULE_TASK, PT_BPMN_NONE, NULL },
  { "camunda8", PT_BPMN_SEND_TASK, PT_BPMN_NONE, NULL },
  { "flowable", PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, "X01" },
  { "flowable", PT_BPMN_AD_HOC_SUB_PROCESS, PT_BPMN_NONE, NULL },
  { "flowable", PT_BPMN_TRANSACTION, PT_BPMN_NONE, NULL },
  { "flowable", PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, "X74" },
  { "flowable", PT_BPMN_START_EVENT, PT_BPMN_CONDITIONAL_EVENT_DEFINITION, "X01" },
  { "flowable", PT_BPMN_END_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, "X33" },
  { "flowable", PT_BPMN_END_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, "X01" },
  { "flowable", PT_BPMN_END_EVENT, PT_BPMN_ERROR_EVENT_DEFINITION, "X76" },
  { "flowable", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, "X34" },
  { "flowable", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_LINK_EVENT_DEFINITION, "X32" },
  { "flowable", PT_BPMN_SEND_TASK, PT_BPMN_NONE, "X34" },
  { "flowable", PT_BPMN_BUSINESS_RULE_TASK, PT_BPMN_NONE, "X34" },
  { "flowable", PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL },
  { "spiff", PT_BPMN_COMPLEX_GATEWAY, PT_BPMN_NONE, "X01" },
  { "spiff", PT_BPMN_AD_HOC_SUB_PROCESS, PT_BPMN_NONE, "X01" },
  { "spiff", PT_BPMN_TRANSACTION, PT_BPMN_NONE, NULL },
  { "spiff", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_COMPENSATE_EVENT_DEFINITION, "X01" },
  { "spiff", PT_BPMN_END_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, "X33" },
  { "spiff", PT_BPMN_END_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL },
  { "spiff", PT_BPMN_END_EVENT, PT_BPMN_TERMINATE_EVENT_DEFINITION, NULL },
  { "spiff", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_LINK_EVENT_DEFINITION, "X32" },
  { "spiff", PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, NULL },
  { "spiff", PT_BPMN_BUSINESS_RULE_TASK, PT_BPMN_NONE, "X34" },
  { "spiff", PT_BPMN_SEND_TASK, PT_BPMN_NONE, NULL },
  { "spiff", PT_BPMN_START_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, "X38" },
};

static void
test_elements (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      Case self = make_thing (elements[i].type, elements[i].definition);
      g_autofree char *codes = NULL;
      g_autofree char *message = NULL;
      const char *expected = elements[i].code ? elements[i].code : "";

      legalise (&self, elements[i].target);
      codes = codes_of (&self);
      if (strcmp (codes, expected) != 0)
        fail_msg ("row %u (%s, %s): “%s” instead of “%s”", i, elements[i].target,
                  pt_bpmn_type_label (elements[i].type), codes, expected);
      if (elements[i].code)
        {
          const PtDiagnostic *finding = find_code (self.diagnostics, expected);

          message = pt_diagnostic_message (finding);
          assert_string_equal (g_ptr_array_index (finding->elements, 0), "Middle");
          assert_null (strchr (message, '{'));
        }
      free_case (&self);
    }
}

/* ----- what only one of them has -------------------------------------------------------------- */

static void
test_cardinality (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Vote");

  middle (&self)->loop = PT_LOOP_PARALLEL;
  middle (&self)->loop_text = "3";
  expect (&self, "camunda8", "X35", 1);
  assert_true (middle (&self)->loop_is_collection);
  assert_string_equal (middle (&self)->loop_text, "=for i in 1..3 return i");
  free_case (&self);
}

/* A way back over @type. */
static Case
make_cycle (PtBpmnType type)
{
  Case self = make_case (PT_BPMN_EXCLUSIVE_GATEWAY, "Again");
  PtIndex work = add_node (self.program, self.process, type, "Work", "Work");

  add_flow (self.program, self.middle, work, "There");
  add_flow (self.program, work, self.middle, "Back");
  return self;
}

static void
test_short_circuits (void **state)
{
  Case self = make_cycle (PT_BPMN_MANUAL_TASK);

  expect_at (&self, "camunda8", "X36", 1, "Work");
  free_case (&self);
  expect_and_free (make_cycle (PT_BPMN_USER_TASK), "camunda8", "X36", 0);
  expect_and_free (make_cycle (PT_BPMN_MANUAL_TASK), "camunda7", "X36", 0);
  expect_and_free (make_case (PT_BPMN_MANUAL_TASK, "Once"), "camunda8", "X36", 0);
}

static void
test_same_handlers (void **state)
{
  for (guint i = 0; i < 2; i++)
    {
      Case self = make_boundary (PT_BPMN_USER_TASK, PT_BPMN_ERROR_EVENT_DEFINITION, "Any");
      PtIndex other = add_event (self.program, self.process, PT_BPMN_BOUNDARY_EVENT,
                                 PT_BPMN_ERROR_EVENT_DEFINITION, "Other", "Other");

      pt_program_node (self.program, other)->host = middle (&self)->host;
      if (i == 1)
        pt_program_node (self.program, other)->event_definition = PT_BPMN_SIGNAL_EVENT_DEFINITION;
      expect_at (&self, "camunda8", "X37", i == 0 ? 1 : 0, "Other");
      free_case (&self);
    }
}

static void
test_starts (void **state)
{
  for (guint i = 0; i < 2; i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      add_event (self.program, self.process, PT_BPMN_START_EVENT,
                 i == 0 ? PT_BPMN_TIMER_EVENT_DEFINITION : PT_BPMN_NONE, "Start_2", "Nightly");
      expect_at (&self, "camunda8", "X07", i, "Start_2");
      free_case (&self);
    }
}

static void
test_escalation_of_people (void **state)
{
  expect_and_free (make_boundary (PT_BPMN_USER_TASK, PT_BPMN_ESCALATION_EVENT_DEFINITION, "Help"),
                   "camunda8", "X09", 1);
  expect_and_free (make_boundary (PT_BPMN_SUB_PROCESS, PT_BPMN_ESCALATION_EVENT_DEFINITION, "Help"),
                   "camunda8", "X09", 0);
}

static void
test_settings_of_others (void **state)
{
  static const struct
  {
    const char *target;
    guint n;
  } rows[]
      = { { "bpmn", 0 }, { "camunda7", 0 }, { "camunda8", 1 }, { "flowable", 0 }, { "spiff", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      middle (&self)->carried.foreign
          = "xmlns:camunda=\"" PT_NS_CAMUNDA "\" camunda:assignee=\"jo\"";
      expect (&self, rows[i].target, "X46", rows[i].n);
      free_case (&self);
    }
}

static void
test_names (void **state)
{
  static const struct
  {
    const char *target, *name;
    PtBpmnType type;
    guint length; /* of the name, repeated */
    const char *codes;
    guint length_after;
  } rows[] = {
    { "camunda7", "x", PT_BPMN_USER_TASK, 255, "", 255 },
    { "camunda7", "x", PT_BPMN_USER_TASK, 256, "X73", 255 },
    { "flowable", "ü", PT_BPMN_USER_TASK, 300, "X73", 255 },
    { "camunda8", "x", PT_BPMN_USER_TASK, 300, "", 300 },
    { "camunda7", "${n}", PT_BPMN_USER_TASK, 1, "X72", 4 },
    { "flowable", "#{n}", PT_BPMN_USER_TASK, 1, "X72", 4 },
    { "camunda7", "Pay in ${EUR", PT_BPMN_USER_TASK, 1, "X75", 12 },
    { "flowable", "#{name} or ${other}", PT_BPMN_USER_TASK, 1, "X75", 19 },
    { "camunda8", "Pay in ${EUR", PT_BPMN_USER_TASK, 1, "", 12 },
    { "camunda7", "${n}", PT_BPMN_MANUAL_TASK, 1, "", 4 },
    { "camunda8", "${n}", PT_BPMN_USER_TASK, 1, "", 4 },
    { "camunda7", "$5 {net}", PT_BPMN_USER_TASK, 1, "", 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *name = g_string_new (NULL);
      Case self = make_case (rows[i].type, "");
      g_autofree char *codes = NULL;

      for (guint n = 0; n < rows[i].length; n++)
        g_string_append (name, rows[i].name);
      middle (&self)->name = name->str;
      legalise (&self, rows[i].target);
      codes = codes_of (&self);
      assert_string_equal (codes, rows[i].codes);
      assert_int_equal (g_utf8_strlen (middle (&self)->name, -1), rows[i].length_after);
      free_case (&self);
      g_string_free (name, TRUE);
    }
}

/* A message end event becomes the work of a system, and an end behind it. */
static void
test_message_end (void **state)
{
  Case self = make_event_case (PT_BPMN_END_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, "Confirm");
  const PtNode *work;

  pt_program_flow (self.program, 1)->source = self.start;
  middle (&self)->topic = "erp.confirm";
  show (&middle (&self)->figure, 400, 100, 36, 36);
  expect (&self, "flowable", "X33", 1);
  assert_int_equal (count_code (self.diagnostics, "X34"), 1);
  assert_int_equal (middle (&self)->event_definition, PT_BPMN_NONE);
  assert_int_equal (middle (&self)->n_in, 1);
  work = pt_program_node (self.program, pt_program_flow (self.program, 0)->target);
  assert_int_equal (work->type, PT_BPMN_SERVICE_TASK);
  assert_string_equal (work->origin.id, "Throw_Middle");
  assert_string_equal (work->origin.near, "Middle");
  assert_string_equal (work->topic, "erp.confirm");
  assert_string_equal (work->name, "Confirm");
  assert_true (work->figure.bounds.width == 100);
  free_case (&self);
}

/* Two ways lead over a link into one: they meet, and go on as flows. */
static void
test_links (void **state)
{
  Case self
      = make_event_case (PT_BPMN_INTERMEDIATE_THROW_EVENT, PT_BPMN_LINK_EVENT_DEFINITION, "To A");
  PtIndex second = add_event (self.program, self.process, PT_BPMN_INTERMEDIATE_THROW_EVENT,
                              PT_BPMN_LINK_EVENT_DEFINITION, "Second", "To A");
  PtIndex caught = add_event (self.program, self.process, PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                              PT_BPMN_LINK_EVENT_DEFINITION, "Caught", "A");

  pt_program_flow (self.program, 1)->source = caught;
  middle (&self)->link = pt_program_node (self.program, second)->link
      = pt_program_node (self.program, caught)->link = "A";
  expect (&self, "flowable", "X32", 3);
  assert_int_equal (middle (&self)->event_definition, PT_BPMN_NONE);
  assert_int_equal (middle (&self)->n_out, 1);
  assert_int_equal (pt_program_flow (self.program,
                                     pt_program_flow_out (self.program, self.middle, 0))
                        ->target,
                    caught);
  assert_int_equal (pt_program_node (self.program, caught)->type, PT_BPMN_EXCLUSIVE_GATEWAY);
  assert_int_equal (pt_program_node (self.program, caught)->n_in, 2);
  free_case (&self);
}

/* The lane is called like the role; who plays outside it gets a lane of its own. */
static void
test_lanes_are_roles (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Work");
  PtIndex clerk = add_role (self.program, "clerk", "Clerk", PT_ROLE_INTERNAL);
  PtIndex boss = add_role (self.program, "boss", "Boss", PT_ROLE_INTERNAL);
  PtIndex lane = pt_program_add_lane (self.program), sign;

  pt_program_lane (self.program, lane)->origin = drawn (self.program, "Lane");
  pt_program_lane (self.program, lane)->name = "Clerk";
  pt_program_lane (self.program, lane)->scope = self.process;
  pt_program_lane (self.program, lane)->role = clerk;
  sign = add_node (self.program, self.process, PT_BPMN_USER_TASK, "Sign", "Sign");
  pt_program_node (self.program, sign)->lane = lane;
  pt_program_node (self.program, sign)->role = boss;
  middle (&self)->lane = lane;
  middle (&self)->role = clerk;
  expect_at (&self, "spiff", "X39", 1, "Sign");
  assert_int_equal (count_code (self.diagnostics, "X48"), 1);
  assert_string_equal (pt_program_lane (self.program, lane)->name, "clerk");
  assert_int_equal (middle (&self)->lane, lane);
  lane = pt_program_node (self.program, sign)->lane;
  assert_string_equal (pt_program_lane (self.program, lane)->name, "boss");
  assert_string_equal (pt_program_lane (self.program, lane)->origin.id, "Lane_boss");
  free_case (&self);
}

/* A loop stays one there, but it has to say how long it goes on. */
static void
test_loops_of_spiff (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Ask");

  middle (&self)->loop = PT_LOOP_STANDARD;
  middle (&self)->loop_text = "answer = \"maybe\"";
  middle (&self)->loop_maximum = "3";
  legalise (&self, "spiff");
  assert_int_equal (pt_diagnostics_get_length (self.diagnostics), 0);
  assert_int_equal (middle (&self)->loop, PT_LOOP_STANDARD);
  assert_string_equal (middle (&self)->loop_text, "answer == \"maybe\"");
  free_case (&self);
  self = make_case (PT_BPMN_USER_TASK, "Ask");
  middle (&self)->loop = PT_LOOP_STANDARD;
  expect (&self, "spiff", "X04", 1);
  free_case (&self);
}

static void
test_chosen_timer (void **state)
{
  static const struct
  {
    const char *target;
    gboolean has_another;
    guint n;
  } rows[] = { { "spiff", FALSE, 0 }, { "spiff", TRUE, 1 }, { "flowable", TRUE, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_EVENT_BASED_GATEWAY, "Which comes first?");
      PtIndex first = add_event (self.program, self.process, PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                 rows[i].has_another ? PT_BPMN_TIMER_EVENT_DEFINITION
                                                     : PT_BPMN_SIGNAL_EVENT_DEFINITION,
                                 "First", "First");
      PtIndex late = add_event (self.program, self.process, PT_BPMN_INTERMEDIATE_CATCH_EVENT,
                                PT_BPMN_TIMER_EVENT_DEFINITION, "Late", "Late");

      pt_program_node (self.program, first)->time_kind
          = rows[i].has_another ? PT_TIME_DURATION : PT_TIME_NONE;
      pt_program_node (self.program, first)->time_iso = "PT1H";
      pt_program_node (self.program, late)->time_kind = PT_TIME_DURATION;
      pt_program_node (self.program, late)->time_iso = "P2D";
      add_flow (self.program, self.middle, first, "To_First");
      add_flow (self.program, self.middle, late, "To_Late");
      expect_at (&self, rows[i].target, "X45", rows[i].n, "Late");
      free_case (&self);
    }
}

/* Times in the notation of cron. */
static void
test_cron (void **state)
{
  static const struct
  {
    const char *target;
    guint n;
  } rows[] = { { "camunda7", 0 }, { "camunda8", 0 }, { "flowable", 0 }, { "spiff", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      pt_program_node (self.program, self.start)->event_definition = PT_BPMN_TIMER_EVENT_DEFINITION;
      pt_program_node (self.program, self.start)->n_event_definitions = 1;
      pt_program_node (self.program, self.start)->time_kind = PT_TIME_CYCLE;
      pt_program_node (self.program, self.start)->time_iso = "0 0 9 * * *";
      expect_at (&self, rows[i].target, "X44", rows[i].n, "Start");
      free_case (&self);
    }
}

/* SpiffWorkflow wants a program for each data store. */
static void
test_stores (void **state)
{
  static const char *const targets[] = { "spiff", "camunda7" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");
      PtIndex store = pt_program_add_item (self.program);

      PT_PROGRAM_AT (self.program->items, PtItem, store)->type = PT_BPMN_DATA_STORE;
      PT_PROGRAM_AT (self.program->items, PtItem, store)->xml = "<dataStore/>";
      legalise (&self, targets[i]);
      assert_int_equal (PT_PROGRAM_AT (self.program->items, PtItem, store)->xml == NULL, i == 0);
      free_case (&self);
    }
}

/* Flowable reads what is drawn for Camunda 7, but not all of it. */
static void
test_unread_settings (void **state)
{
  static const struct
  {
    const char *target, *extensions;
    guint n;
  } rows[] = {
    { "flowable", "<camunda:inputOutput xmlns:camunda=\"" PT_NS_CAMUNDA "\"/>", 1 },
    { "flowable", "<camunda:taskListener xmlns:camunda=\"" PT_NS_CAMUNDA "\"/>", 0 },
    { "camunda7", "<camunda:inputOutput xmlns:camunda=\"" PT_NS_CAMUNDA "\"/>", 0 },
    { "spiff", "<camunda:taskListener xmlns:camunda=\"" PT_NS_CAMUNDA "\"/>", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      middle (&self)->carried.extensions = rows[i].extensions;
      expect (&self, rows[i].target, "X46", rows[i].n);
      free_case (&self);
    }
}

/* Where a case does not begin again and again by itself. */
static void
test_series (void **state)
{
  static const struct
  {
    const char *target;
    guint n;
  } rows[] = { { "camunda7", 0 }, { "camunda8", 0 }, { "flowable", 0 }, { "spiff", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");
      PtNode *start = pt_program_node (self.program, self.start);

      start->event_definition = PT_BPMN_TIMER_EVENT_DEFINITION;
      start->n_event_definitions = 1;
      start->time_kind = PT_TIME_CYCLE;
      start->time_iso = "R/P7D";
      expect_at (&self, rows[i].target, "X18", rows[i].n, "Start");
      assert_int_equal (pt_program_node (self.program, self.start)->time_kind,
                        rows[i].n > 0 ? PT_TIME_DURATION : PT_TIME_CYCLE);
      free_case (&self);
    }
}

static void
test_entries_in_turn (void **state)
{
  static const struct
  {
    const char *target;
    PtLoop loop;
    gboolean is_collection;
    guint n;
  } rows[] = {
    { "spiff", PT_LOOP_SEQUENTIAL, TRUE, 1 },
    { "spiff", PT_LOOP_PARALLEL, TRUE, 0 },
    { "spiff", PT_LOOP_SEQUENTIAL, FALSE, 0 },
    { "camunda7", PT_LOOP_SEQUENTIAL, TRUE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      middle (&self)->loop = rows[i].loop;
      middle (&self)->loop_text = rows[i].is_collection ? "entries" : "3";
      middle (&self)->loop_is_collection = rows[i].is_collection;
      expect (&self, rows[i].target, "X60", rows[i].n);
      free_case (&self);
    }
}

static void
test_drawn_data (void **state)
{
  for (guint i = 0; i < 2; i++)
    {
      Case self = make_case (PT_BPMN_USER_TASK, "Work");

      middle (&self)->data = "<ioSpecification xmlns=\"" PT_NS_BPMN "\"/>";
      expect (&self, i == 0 ? "spiff" : "camunda7", "X50", i == 0 ? 1 : 0);
      free_case (&self);
    }
}

static void
test_nobody_plays (void **state)
{
  Case self = make_case (PT_BPMN_USER_TASK, "Work");

  pt_program_scope (self.program, self.process)->executable = FALSE;
  expect_at (&self, "camunda8", "X51", 1, "Process");
  free_case (&self);
}

/* An event sub-process that begins when something goes wrong runs always there. */
static void
test_event_sub_processes (void **state)
{
  static const struct
  {
    const char *target;
    PtBpmnType definition;
    guint n;
    gboolean goes_along;
  } rows[] = {
    { "spiff", PT_BPMN_ERROR_EVENT_DEFINITION, 1 },
    { "spiff", PT_BPMN_TIMER_EVENT_DEFINITION, 1 },
    { "spiff", PT_BPMN_SIGNAL_EVENT_DEFINITION, 0, TRUE },
    { "spiff", PT_BPMN_SIGNAL_EVENT_DEFINITION, 1 },
    { "spiff", PT_BPMN_MESSAGE_EVENT_DEFINITION, 1 },
    { "camunda7", PT_BPMN_MESSAGE_EVENT_DEFINITION, 0 },
    { "camunda8", PT_BPMN_ERROR_EVENT_DEFINITION, 0 },
    { "camunda8", PT_BPMN_COMPENSATE_EVENT_DEFINITION, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_case (PT_BPMN_SUB_PROCESS, "When it fails");
      PtIndex inner, start;

      middle (&self)->triggered_by_event = TRUE;
      inner = add_inner_scope (self.program, self.middle);
      start = add_event (self.program, inner, PT_BPMN_START_EVENT, rows[i].definition, "Trigger",
                         "Trigger");
      pt_program_node (self.program, start)->non_interrupting = rows[i].goes_along;
      expect_at (&self, rows[i].target, "X01", rows[i].n, "Trigger");
      free_case (&self);
    }
}

/* ----- what is lost --------------------------------------------------------------------------- */

static void
test_losses (void **state)
{
  static const struct
  {
    const char *target;
    PtLoss loss;
    guint n;
  } rows[] = {
    { "bpmn", PT_LOSS_NONE, 0 },
    { "flowable", PT_LOSS_REWRITTEN, 1 },
    { "spiff", PT_LOSS_REWRITTEN, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Case self = make_event_case (PT_BPMN_END_EVENT, PT_BPMN_SIGNAL_EVENT_DEFINITION, "Tell");
      g_autoptr (PtDiagnostics) found = NULL;

      pt_program_seal (self.program);
      found = pt_compiler_losses (self.program, pt_target_find (rows[i].target));
      assert_int_equal (pt_diagnostics_get_length (found), rows[i].n);
      if (rows[i].n > 0)
        assert_int_equal (pt_loss_of_code (pt_diagnostics_get (found, 0)->code), rows[i].loss);
      free_case (&self);
    }
}

/* Whatever stands in the way of a target counts as refused, and nothing is counted that does not.
 */
static void
test_every_error_is_a_refusal (void **state)
{
  for (guint code = 0; code < PT_N_CODES; code++)
    {
      const PtCodeInfo *info = pt_code_info (code);
      gboolean is_error = info->code[0] == 'X' && info->severity == PT_SEVERITY_ERROR;

      if (is_error != (pt_loss_of_code (code) == PT_LOSS_REFUSED))
        fail_msg ("%s", info->code);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_losses),
    cmocka_unit_test (test_every_error_is_a_refusal),
    cmocka_unit_test (test_elements),
    cmocka_unit_test (test_cardinality),
    cmocka_unit_test (test_short_circuits),
    cmocka_unit_test (test_same_handlers),
    cmocka_unit_test (test_starts),
    cmocka_unit_test (test_escalation_of_people),
    cmocka_unit_test (test_settings_of_others),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_message_end),
    cmocka_unit_test (test_links),
    cmocka_unit_test (test_lanes_are_roles),
    cmocka_unit_test (test_loops_of_spiff),
    cmocka_unit_test (test_chosen_timer),
    cmocka_unit_test (test_cron),
    cmocka_unit_test (test_stores),
    cmocka_unit_test (test_unread_settings),
    cmocka_unit_test (test_series),
    cmocka_unit_test (test_entries_in_turn),
    cmocka_unit_test (test_drawn_data),
    cmocka_unit_test (test_nobody_plays),
    cmocka_unit_test (test_event_sub_processes),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
