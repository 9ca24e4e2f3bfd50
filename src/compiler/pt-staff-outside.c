/* pt-staff-outside.c: those who do not belong to the organisation
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ----- RX03: waiting without an end -------------------------------------------------------------- */

static gboolean
waits (const PtNode *node)
{
  return node->type == PT_BPMN_RECEIVE_TASK
         || (node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
             && node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION);
}

static gboolean
is_timer (const PtNode *node)
{
  return node->event_definition == PT_BPMN_TIMER_EVENT_DEFINITION;
}

static gboolean
has_deadline_on_it (const PtStaff *self, PtIndex number)
{
  for (guint i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->host == number && is_timer (node))
        return TRUE;
    }
  return FALSE;
}

/* An event-based gateway before it may wait for a time as well. */
static gboolean
has_alternative (const PtStaff *self, const PtNode *node)
{
  for (guint i = 0; i < node->n_in; i++)
    {
      PtIndex flow
          = g_array_index (self->program->in, PtIndex, node->first_in + i);
      const PtNode *before
          = pt_program_node (self->program, pt_program_flow (self->program, flow)->source);

      for (guint k = 0; before->type == PT_BPMN_EVENT_BASED_GATEWAY && k < before->n_out; k++)
        {
          PtIndex other = g_array_index (self->program->out, PtIndex, before->first_out + k);

          if (is_timer (pt_program_node (self->program,
                                         pt_program_flow (self->program, other)->target)))
            return TRUE;
        }
    }
  return FALSE;
}

/* Anything around it may have the deadline: a sub-process with a timer on its border. */
static gboolean
has_deadline (const PtStaff *self, PtIndex number)
{
  const PtNode *node = pt_program_node (self->program, number);
  PtIndex scope = node->scope;

  if (has_deadline_on_it (self, number) || has_alternative (self, node))
    return TRUE;
  for (; scope != PT_NO_INDEX; scope = pt_program_scope (self->program, scope)->parent)
    if (pt_program_scope (self->program, scope)->node != PT_NO_INDEX
        && has_deadline_on_it (self, pt_program_scope (self->program, scope)->node))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): the external role that sends the message */
static const PtProgramRole *
find_sender (const PtStaff *self, PtIndex number)
{
  for (guint i = 0; i < self->program->message_flows->len; i++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, i);
      PtIndex pool = flow->source_pool, role;

      if (flow->target_node != number)
        continue;
      if (pool == PT_NO_INDEX && flow->source_node != PT_NO_INDEX)
        pool = pt_program_scope (
                   self->program,
                   pt_program_process_of (self->program,
                                          pt_program_node (self->program, flow->source_node)->scope))
                   ->participant;
      role = pool != PT_NO_INDEX ? pt_program_pool (self->program, pool)->role : PT_NO_INDEX;
      if (role != PT_NO_INDEX && pt_program_role (self->program, role)->kind == PT_ROLE_EXTERNAL)
        return pt_program_role (self->program, role);
    }
  return NULL;
}

static void
check_wait (PtStaff *self, PtIndex number)
{
  const PtNode *node = pt_program_node (self->program, number);
  const PtProgramRole *sender;
  g_autofree char *label = NULL;
  PtDiagnostic *finding;

  if (!waits (node)
      || !pt_program_scope (self->program, pt_program_process_of (self->program, node->scope))
              ->executable)
    return;
  sender = find_sender (self, number);
  if (sender == NULL || has_deadline (self, number))
    return;
  label = pt_report_node_label (self->program, number);
  finding = pt_staff_say (self, PT_CODE_RX03, number, label, sender->name);
  if (node->type == PT_BPMN_RECEIVE_TASK && node->origin.logical != NULL)
    pt_diagnostic_add_fix (finding, PT_FIX_ADD_DEADLINE, label, node->origin.logical, NULL);
}

/* ----- RX01: forms that strangers do not see -----------------------------------------------------
 */

/* Returns: (transfer full) (nullable): the form that the file names for an engine */
static char *
form_of (const PtNode *node)
{
  g_autofree char *all
      = g_strconcat (node->carried.foreign ? node->carried.foreign : "", " ",
                     node->carried.extensions ? node->carried.extensions : "", NULL);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (!strstr (all, "form"))
    return NULL;
  regex = g_regex_new ("\\b(?:formKey|formRef|formId|externalReference)=\"([^\"]+)\"",
                       G_REGEX_DEFAULT, 0, NULL);
  return g_regex_match (regex, all, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
check_form (PtStaff *self, PtIndex number)
{
  const PtNode *node = pt_program_node (self->program, number);
  const PtProgramRole *role
      = node->role != PT_NO_INDEX ? pt_program_role (self->program, node->role) : NULL;
  const PtRole *entry = role != NULL ? pt_roster_get_role (self->roster, role->id) : NULL;
  g_autofree char *form = NULL, *label = NULL;
  PtDiagnostic *finding;

  if (entry == NULL || entry->kind != PT_ROLE_EXTERNAL || node->type != PT_BPMN_USER_TASK
      || g_strcmp0 (entry->channel, "portal") == 0)
    return;
  form = form_of (node);
  if (form == NULL)
    return;
  label = pt_report_node_label (self->program, number);
  finding = pt_staff_say (self, PT_CODE_RX01, number, role->name, form, label);
  if (node->origin.logical != NULL)
    pt_diagnostic_add_fix (finding, PT_FIX_REPLACE, pt_bpmn_type_label (PT_BPMN_RECEIVE_TASK),
                           node->origin.logical, pt_bpmn_type_info (PT_BPMN_RECEIVE_TASK)->tag,
                           NULL);
}

/* ----- RX04: rules about strangers --------------------------------------------------------------- */

static void
check_rule (PtStaff *self, const PtRule *rule)
{
  for (guint i = 0; i < rule->roles->len; i++)
    {
      const PtRole *role = rule->roles->pdata[i];
      g_autofree char *label = NULL;

      if (role->kind != PT_ROLE_EXTERNAL)
        continue;
      label = g_strdup_printf (_ ("rule %s"), rule->id);
      pt_staff_say_in_roles (self, PT_CODE_RX04, rule->id, label, role->name);
    }
}

void
pt_staff_check_outside (PtStaff *self)
{
  GPtrArray *rules = pt_roster_get_rules (self->roster);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      check_wait (self, i);
      check_form (self, i);
    }
  for (guint i = 0; i < rules->len; i++)
    check_rule (self, rules->pdata[i]);
}
