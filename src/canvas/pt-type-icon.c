/* pt-type-icon.c: which symbolic icon stands for which type
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-replace-menu.h"

/* The first row that fits counts: special types stand before the general ones. */
static const struct
{
  PtBpmnType type;
  PtBpmnType definition; /* %PT_BPMN_NONE: any */
  const char *icon;
} icons[] = {
  { PT_BPMN_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION, "pt-message-event-symbolic" },
  { PT_BPMN_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION, "pt-timer-event-symbolic" },
  { PT_BPMN_EVENT, PT_BPMN_ERROR_EVENT_DEFINITION, "pt-error-event-symbolic" },
  { PT_BPMN_START_EVENT, PT_BPMN_NONE, "pt-start-event-symbolic" },
  { PT_BPMN_END_EVENT, PT_BPMN_NONE, "pt-end-event-symbolic" },
  { PT_BPMN_EVENT, PT_BPMN_NONE, "pt-intermediate-event-symbolic" },
  { PT_BPMN_USER_TASK, PT_BPMN_NONE, "pt-user-task-symbolic" },
  { PT_BPMN_SERVICE_TASK, PT_BPMN_NONE, "pt-service-task-symbolic" },
  { PT_BPMN_SEND_TASK, PT_BPMN_NONE, "pt-send-task-symbolic" },
  { PT_BPMN_RECEIVE_TASK, PT_BPMN_NONE, "pt-receive-task-symbolic" },
  { PT_BPMN_MANUAL_TASK, PT_BPMN_NONE, "pt-manual-task-symbolic" },
  { PT_BPMN_SCRIPT_TASK, PT_BPMN_NONE, "pt-script-task-symbolic" },
  { PT_BPMN_BUSINESS_RULE_TASK, PT_BPMN_NONE, "pt-business-rule-task-symbolic" },
  { PT_BPMN_SUB_PROCESS, PT_BPMN_NONE, "pt-sub-process-symbolic" },
  { PT_BPMN_CALL_ACTIVITY, PT_BPMN_NONE, "pt-call-activity-symbolic" },
  { PT_BPMN_ACTIVITY, PT_BPMN_NONE, "pt-task-symbolic" },
  { PT_BPMN_PARALLEL_GATEWAY, PT_BPMN_NONE, "pt-parallel-gateway-symbolic" },
  { PT_BPMN_INCLUSIVE_GATEWAY, PT_BPMN_NONE, "pt-inclusive-gateway-symbolic" },
  { PT_BPMN_EVENT_BASED_GATEWAY, PT_BPMN_NONE, "pt-event-gateway-symbolic" },
  { PT_BPMN_GATEWAY, PT_BPMN_NONE, "pt-exclusive-gateway-symbolic" },
  { PT_BPMN_DATA_STORE_REFERENCE, PT_BPMN_NONE, "pt-data-store-symbolic" },
  { PT_BPMN_TEXT_ANNOTATION, PT_BPMN_NONE, "pt-annotation-symbolic" },
  { PT_BPMN_GROUP, PT_BPMN_NONE, "pt-group-symbolic" },
  { PT_BPMN_PARTICIPANT, PT_BPMN_NONE, "pt-pool-symbolic" },
  { PT_BPMN_LANE, PT_BPMN_NONE, "pt-lane-symbolic" },
};

const char *
pt_type_icon (PtBpmnType type, PtBpmnType event_definition)
{
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (pt_bpmn_type_is_a (type, icons[i].type)
        && (icons[i].definition == PT_BPMN_NONE || icons[i].definition == event_definition))
      return icons[i].icon;
  return "pt-data-object-symbolic";
}
