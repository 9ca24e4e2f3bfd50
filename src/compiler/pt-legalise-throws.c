/* pt-legalise-throws.c: events and tasks that send, and links, in other ways of saying the same
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-legalise.h"
#include "pt-links.h"
#include "pt-lower.h"

/* ----- end events that would do nothing ------------------------------------------------------- */

static gboolean
is_silent (const PtTarget *target, const PtNode *node)
{
  const PtBpmnType *row = target->silent_ends;

  if (!row || node->type != PT_BPMN_END_EVENT)
    return FALSE;
  while (*row != PT_BPMN_NONE && *row != node->event_definition)
    row++;
  return *row != PT_BPMN_NONE;
}

/* What the end event was about is what the event before it is about now. */
static void
hand_over (PtNode *end, PtNode *event)
{
  event->name = end->name;
  event->event_definition = end->event_definition;
  event->n_event_definitions = end->n_event_definitions;
  event->reference = end->reference;
  event->activity_ref = end->activity_ref;
  event->role = end->role;
  event->topic = end->topic;
  event->carried = end->carried;
  event->data = end->data;
  end->event_definition = PT_BPMN_NONE;
  end->n_event_definitions = 0;
  end->reference = end->role = PT_NO_INDEX;
  end->activity_ref = end->topic = end->data = NULL;
  end->carried = (PtCarried){ NULL };
}

void
pt_legalise_ends (PtLegalise *self)
{
  g_autoptr (PtPlaces) places = pt_places_new (self->program);
  guint n = self->program->nodes->len;

  for (PtIndex i = 0; i < n; i++)
    {
      PtIndex event;

      if (!is_silent (self->target, pt_program_node (self->program, i))
          || !pt_legalise_is_played (self, i))
        continue;
      pt_legalise_report (self, PT_CODE_X33, i, NULL);
      event = pt_lower_insert (places, PT_BPMN_INTERMEDIATE_THROW_EVENT, "Throw", i,
                               PT_SIDE_BEFORE);
      hand_over (pt_program_node (self->program, i), pt_program_node (self->program, event));
      pt_lower_divert (self->program, i, event, PT_SIDE_BEFORE);
    }
}

/* ----- work for systems ----------------------------------------------------------------------- */

static void
become_service_tasks (PtLegalise *self, gboolean (*is_meant) (const PtNode *node))
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (is_meant (pt_program_node (self->program, i)) && pt_legalise_is_played (self, i)
        && !pt_legalise_has_own_settings (self, pt_program_node (self->program, i)))
      {
        pt_legalise_report (self, PT_CODE_X34, i, NULL);
        pt_legalise_become (self, i, PT_BPMN_SERVICE_TASK);
      }
}

static gboolean
throws_message (const PtNode *node)
{
  return node->type == PT_BPMN_INTERMEDIATE_THROW_EVENT && pt_vendor_is_message_thrown (node);
}

void
pt_legalise_message_throws (PtLegalise *self)
{
  become_service_tasks (self, throws_message);
}

static gboolean
is_send_task (const PtNode *node)
{
  return node->type == PT_BPMN_SEND_TASK;
}

void
pt_legalise_send_tasks (PtLegalise *self)
{
  become_service_tasks (self, is_send_task);
}

static gboolean
is_rule_task (const PtNode *node)
{
  return node->type == PT_BPMN_BUSINESS_RULE_TASK && !node->table;
}

void
pt_legalise_rule_tasks (PtLegalise *self)
{
  become_service_tasks (self, is_rule_task);
}

/* The table goes along as a file of its own, and only some engines let one choose where its answer
 * goes. */
static void
ask_table (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  pt_legalise_become (self, i, PT_BPMN_BUSINESS_RULE_TASK);
  pt_legalise_report (self, PT_CODE_X68, i, node->table);
  if (node->table_result && !self->target->keeps_table_result)
    pt_legalise_report (self, PT_CODE_X69, i, node->table_result);
}

void
pt_legalise_tables (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (!node->table || !pt_legalise_is_played (self, i))
        continue;
      if (self->target->asks_tables)
        ask_table (self, i);
      else if (!pt_legalise_has_own_settings (self, node))
        pt_legalise_report (self, PT_CODE_X70, i, node->table);
      if (!self->target->asks_tables)
        node->table = node->table_result = NULL;
    }
}

/* ----- links ---------------------------------------------------------------------------------- */

/* Nothing happens there any more; where several links arrive, their ways meet. */
static void
pass_through (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  pt_legalise_become (self, i,
                      node->n_in > 1 ? PT_BPMN_EXCLUSIVE_GATEWAY
                                     : PT_BPMN_INTERMEDIATE_THROW_EVENT);
  pt_program_node (self->program, i)->link = NULL;
}

void
pt_legalise_links (PtLegalise *self)
{
  g_autoptr (PtLinks) links = pt_links_new (self->program);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      PtIndex other;

      if (!pt_links_is (node, PT_BPMN_INTERMEDIATE_THROW_EVENT) || !pt_legalise_is_played (self, i))
        continue;
      other = pt_links_partner (links, node);
      if (other != PT_NO_INDEX)
        pt_lower_connect (self->program, i, other);
    }
  pt_program_index (self->program);
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->event_definition != PT_BPMN_LINK_EVENT_DEFINITION
          || !pt_legalise_is_played (self, i))
        continue;
      pt_legalise_report (self, PT_CODE_X32, i, NULL);
      pass_through (self, i);
    }
}

/* A link leads on within its process or sub-process (BPMN 2.0, 10.5.5); engines look for its name
 * in the whole process. */
void
pt_legalise_link_names (PtLegalise *self)
{
  g_autoptr (GHashTable) scopes = g_hash_table_new (pt_id_hash, g_str_equal);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);
      gpointer scope = GUINT_TO_POINTER (node->scope), first;
      g_autofree char *name = NULL;

      if (node->event_definition != PT_BPMN_LINK_EVENT_DEFINITION || !node->link
          || !self->target->reads || !pt_legalise_is_played (self, i))
        continue;
      if (!g_hash_table_lookup_extended (scopes, node->link, NULL, &first))
        g_hash_table_insert (scopes, (gpointer)node->link, scope);
      else if (first != scope)
        {
          name = g_strdup_printf ("%s %s", node->link,
                                  pt_program_scope (self->program, node->scope)->origin.id);
          node->link = pt_program_string (self->program, name);
        }
    }
}
