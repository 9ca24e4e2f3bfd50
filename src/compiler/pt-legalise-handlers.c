/* pt-legalise-handlers.c: two that wait for the same, and messages that do not say for whom
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/document.h>

#include "pt-legalise.h"

#include "pt-report.h"

#include <string.h>

/* ----- two that catch the same ---------------------------------------------------------------- */

/* A boundary event, one behind an event-based gateway, or the start of an event sub-process. */
typedef struct
{
  PtIndex node;
  PtIndex host, scope; /* one of them is set: the activity or gateway, or whose events it catches */
} Handler;

/* A receive task waits for a message as an event does. */
static PtBpmnType
kind_of (const PtNode *node)
{
  return node->type == PT_BPMN_RECEIVE_TASK ? PT_BPMN_MESSAGE_EVENT_DEFINITION
                                            : node->event_definition;
}

static gboolean
is_told_apart (const PtNode *node)
{
  return kind_of (node) == PT_BPMN_MESSAGE_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_SIGNAL_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_ESCALATION_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION;
}

/* Returns: the event-based gateway that waits for @node, or %PT_NO_INDEX */
static PtIndex
chooser_before (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);
  PtIndex source
      = node->n_in == 1
            ? pt_program_flow (self->program, pt_program_flow_in (self->program, i, 0))->source
            : PT_NO_INDEX;

  return source != PT_NO_INDEX
                 && pt_program_node (self->program, source)->type == PT_BPMN_EVENT_BASED_GATEWAY
             ? source
             : PT_NO_INDEX;
}

static GArray *
collect_handlers (PtLegalise *self)
{
  GArray *handlers = g_array_new (FALSE, FALSE, sizeof (Handler));

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      Handler handler = { i, PT_NO_INDEX, PT_NO_INDEX };

      if (!is_told_apart (node) || !pt_legalise_is_played (self, i))
        continue;
      handler.host = chooser_before (self, i);
      if (node->type == PT_BPMN_BOUNDARY_EVENT)
        handler.host = node->host;
      else if (node->type == PT_BPMN_START_EVENT)
        handler.scope = pt_program_scope (self->program, node->scope)->parent;
      if (handler.host != PT_NO_INDEX || handler.scope != PT_NO_INDEX)
        g_array_append_val (handlers, handler);
    }
  return handlers;
}

/* What tells two apart: the code, else the name; %NULL catches any. */
static const char *
what (PtLegalise *self, const PtNode *node)
{
  const PtDefinition *definition = node->reference == PT_NO_INDEX
                                       ? NULL
                                       : pt_program_definition (self->program, node->reference);

  return !definition ? NULL : definition->code ? definition->code : definition->name;
}

/* Handlers of one key catch the same. */
static char *
handler_key (PtLegalise *self, const Handler *handler)
{
  const PtNode *node = pt_program_node (self->program, handler->node);
  const char *caught = what (self, node);

  return g_strdup_printf ("%u %u %d %s%s", handler->host, handler->scope, kind_of (node),
                          caught ? "=" : "", caught ? caught : "");
}

static void
tell_handler (PtLegalise *self, const Handler *first, const Handler *second)
{
  g_autofree char *label = pt_report_node_label (self->program, first->node);

  pt_report_at (pt_legalise_report (self, PT_CODE_X37, second->node, label),
                &pt_program_node (self->program, first->node)->origin);
}

void
pt_legalise_handlers (PtLegalise *self)
{
  g_autoptr (GArray) handlers = collect_handlers (self);
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (guint k = 0; k < handlers->len; k++)
    {
      Handler *handler = &g_array_index (handlers, Handler, k);
      g_autofree char *key = handler_key (self, handler);
      const Handler *first = g_hash_table_lookup (firsts, key);

      if (first)
        tell_handler (self, first, handler);
      else
        g_hash_table_insert (firsts, g_steal_pointer (&key), handler);
    }
}

/* ----- whose message it is -------------------------------------------------------------------- */

static gboolean
has_key (const PtDefinition *message)
{
  return message->key != NULL
         || (message->carried.extensions
             && strstr (message->carried.extensions, "correlationKey="));
}

void
pt_legalise_cases (PtLegalise *self)
{
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      const PtDefinition *message;

      if (!pt_vendor_waits_for_case (self->program, node) || !pt_legalise_is_played (self, i))
        continue;
      message = pt_program_definition (self->program, node->reference);
      if (!has_key (message) && g_hash_table_add (said, GUINT_TO_POINTER (node->reference)))
        pt_legalise_report (self, PT_CODE_X31, i, message->name);
    }
}
