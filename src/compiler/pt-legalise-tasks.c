/* pt-legalise-tasks.c: scripts that are not written, calls that call nothing, messages nobody sends
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"
#include "pt-expression.h"
#include "pt-references.h"
#include "pt-report.h"

#include <string.h>

/* In the words of the target, which are left as they are. */
static gboolean
says_what_runs (PtLegalise *self, const PtNode *node)
{
  static const char *const words[] = { ":resource=\"", ":taskDefinition", ":script", ":topic=\"" };
  g_autofree char *text
      = g_strconcat (node->carried.foreign ? node->carried.foreign : "",
                     node->carried.extensions ? node->carried.extensions : "", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]))
      return pt_legalise_has_own_settings (self, node);
  return FALSE;
}

void
pt_legalise_scripts (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (node->type != PT_BPMN_SCRIPT_TASK || (node->script && *node->script)
          || says_what_runs (self, node) || !pt_legalise_is_played (self, i))
        continue;
      node->type = PT_BPMN_SERVICE_TASK;
      pt_legalise_report (self, PT_CODE_X21, i, NULL);
    }
}

/* The engine wants a program for each data store, whoever reads it. */
static void
leave_out_stores (PtLegalise *self)
{
  for (guint i = 0; i < self->program->items->len; i++)
    {
      PtItem *item = PT_PROGRAM_AT (self->program->items, PtItem, i);

      if (item->type != PT_BPMN_DATA_STORE && item->type != PT_BPMN_DATA_STORE_REFERENCE)
        continue;
      item->xml = NULL;
      item->figure.shown = FALSE;
    }
}

/* Data that must be there but never is would stop every case. */
void
pt_legalise_free_data (PtLegalise *self)
{
  leave_out_stores (self);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (!node->data || !pt_legalise_is_played (self, i))
        continue;
      pt_legalise_report (self, PT_CODE_X50, i, NULL);
      node->data = NULL;
    }
}

static gboolean
is_language (const char *language, const char *other)
{
  return language && other && g_ascii_strcasecmp (language, other) == 0;
}

/* Scripts in words the target does not speak: a library may help, or a system does the work. */
static void
check_script (PtLegalise *self, PtIndex i)
{
  const PtDialect *dialect = self->target->dialect;
  PtNode *node = pt_program_node (self->program, i);
  const char *language = node->script_format ? node->script_format : "";

  gboolean is_own = node->script_format ? is_language (language, dialect->script)
                                        : !(self->target->lacks & PT_LACK_FOREIGN_SCRIPTS);

  if (is_own || pt_legalise_has_own_settings (self, node))
    return;
  if (g_strv_contains (dialect->others, language))
    pt_legalise_report (self, PT_CODE_X40, i, language);
  else if (self->target->lacks & PT_LACK_FOREIGN_SCRIPTS)
    {
      pt_legalise_report (self, PT_CODE_X42, i, language);
      pt_legalise_become (self, i, PT_BPMN_SERVICE_TASK);
    }
  else
    pt_legalise_report (self, PT_CODE_X41, i, language);
}

void
pt_legalise_script_languages (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->type == PT_BPMN_SCRIPT_TASK
        && self->target->dialect->others && pt_legalise_is_played (self, i))
      check_script (self, i);
}

static void
check_call (PtLegalise *self, PtIndex i)
{
  const char *called = pt_program_node (self->program, i)->called;
  const char *marks = self->target->dialect->call_marks;

  if (!called || !*called)
    pt_legalise_report (self, PT_CODE_X06, i, NULL);
  else if (pt_expression_is_marked (called) && !(marks && strchr (marks, *called)))
    pt_legalise_report (self, PT_CODE_X63, i, called);
}

void
pt_legalise_calls (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->type == PT_BPMN_CALL_ACTIVITY
        && pt_legalise_is_played (self, i))
      check_call (self, i);
}

static gboolean
is_done_by_people (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK || node->type == PT_BPMN_MANUAL_TASK;
}

static gboolean
waits_for_message (const PtNode *node)
{
  return node->type == PT_BPMN_RECEIVE_TASK
         || node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION;
}

/* From one process of the file to another: outside parties are told by people as ever. */
void
pt_legalise_message_flows (PtLegalise *self)
{
  for (guint i = 0; i < self->program->message_flows->len; i++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, i);
      PtIndex from = flow->source_node, to = flow->target_node;
      g_autofree char *waiting = NULL;

      if (from == PT_NO_INDEX || to == PT_NO_INDEX
          || !is_done_by_people (pt_program_node (self->program, from))
          || !waits_for_message (pt_program_node (self->program, to))
          || !pt_legalise_is_played (self, from) || !pt_legalise_is_played (self, to))
        continue;
      waiting = pt_report_node_label (self->program, to);
      pt_legalise_report (self, PT_CODE_X29, from, waiting);
    }
}
