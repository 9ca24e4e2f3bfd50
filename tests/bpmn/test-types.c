/* test-types.c: the vocabulary table agrees with itself
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <partitur/bpmn.h>

static void
every_tag_leads_to_its_row (void **state)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
      assert_true (info->supertype < type);
      if (info->tag)
        assert_int_equal (pt_bpmn_type_from_tag (info->tag), type);
      assert_true (strlen (pt_bpmn_type_label (type)) > 0);
      assert_int_equal (info->width > 0, info->height > 0);
    }
  assert_int_equal (pt_bpmn_type_from_tag ("userTask"), PT_BPMN_USER_TASK);
  assert_int_equal (pt_bpmn_type_from_tag ("usertask"), PT_BPMN_NONE);
}

static void
what_is_drawn_as_a_shape_has_a_size (void **state)
{
  for (guint type = 1; type < PT_BPMN_N_TYPES; type++)
    {
      const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
      if (info->family > PT_FAMILY_PLANE && info->family != PT_FAMILY_FLOW)
        assert_true (info->width > 0);
    }
}

static void
ancestry_follows_supertypes (void **state)
{
  assert_true (pt_bpmn_type_is_a (PT_BPMN_USER_TASK, PT_BPMN_USER_TASK));
  assert_true (pt_bpmn_type_is_a (PT_BPMN_USER_TASK, PT_BPMN_ACTIVITY));
  assert_true (pt_bpmn_type_is_a (PT_BPMN_BOUNDARY_EVENT, PT_BPMN_CATCH_EVENT));
  assert_true (pt_bpmn_type_is_a (PT_BPMN_POTENTIAL_OWNER, PT_BPMN_RESOURCE_ROLE));
  assert_false (pt_bpmn_type_is_a (PT_BPMN_ACTIVITY, PT_BPMN_USER_TASK));
  assert_false (pt_bpmn_type_is_a (PT_BPMN_END_EVENT, PT_BPMN_CATCH_EVENT));
  assert_false (pt_bpmn_type_is_a (PT_BPMN_NONE, PT_BPMN_TASK));
  assert_false (pt_bpmn_type_is_a (PT_BPMN_TASK, PT_BPMN_NONE));
}

static void
nodes_count_by_namespace (void **state)
{
  xmlNode *node = xmlNewNode (NULL, BAD_CAST "task");

  assert_int_equal (pt_bpmn_type_from_node (node), PT_BPMN_NONE);
  xmlSetNs (node, xmlNewNs (node, BAD_CAST "urn:other", NULL));
  assert_int_equal (pt_bpmn_type_from_node (node), PT_BPMN_NONE);
  xmlSetNs (node, xmlNewNs (node, BAD_CAST PT_NS_BPMN, BAD_CAST "p"));
  assert_int_equal (pt_bpmn_type_from_node (node), PT_BPMN_TASK);
  xmlFreeNode (node);
}

/* A row is an event, a column a definition, in the order of the letters below. */
static void
events_carry_what_the_standard_lists (void **state)
{
  static const struct
  {
    char letter;
    PtBpmnType definition;
  } columns[] = {
    { 'n', PT_BPMN_NONE },
    { 'm', PT_BPMN_MESSAGE_EVENT_DEFINITION },
    { 't', PT_BPMN_TIMER_EVENT_DEFINITION },
    { 'e', PT_BPMN_ERROR_EVENT_DEFINITION },
    { 'E', PT_BPMN_ESCALATION_EVENT_DEFINITION },
    { 'C', PT_BPMN_CANCEL_EVENT_DEFINITION },
    { 'c', PT_BPMN_COMPENSATE_EVENT_DEFINITION },
    { '?', PT_BPMN_CONDITIONAL_EVENT_DEFINITION },
    { 'l', PT_BPMN_LINK_EVENT_DEFINITION },
    { 's', PT_BPMN_SIGNAL_EVENT_DEFINITION },
    { 'X', PT_BPMN_TERMINATE_EVENT_DEFINITION },
  };
  static const struct
  {
    PtBpmnType event;
    const char *allowed;
  } rows[] = {
    { PT_BPMN_START_EVENT, "nmteEc?s" },    { PT_BPMN_INTERMEDIATE_CATCH_EVENT, "mt?ls" },
    { PT_BPMN_BOUNDARY_EVENT, "mteECc?s" }, { PT_BPMN_INTERMEDIATE_THROW_EVENT, "nmEcls" },
    { PT_BPMN_END_EVENT, "nmeECcsX" },      { PT_BPMN_USER_TASK, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      assert_int_equal (pt_bpmn_event_allows (rows[i].event, columns[j].definition),
                        strchr (rows[i].allowed, columns[j].letter) != NULL);
  assert_false (pt_bpmn_event_allows (PT_BPMN_START_EVENT, PT_BPMN_TASK));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_tag_leads_to_its_row),
    cmocka_unit_test (what_is_drawn_as_a_shape_has_a_size),
    cmocka_unit_test (ancestry_follows_supertypes),
    cmocka_unit_test (nodes_count_by_namespace),
    cmocka_unit_test (events_carry_what_the_standard_lists),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
