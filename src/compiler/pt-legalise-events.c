/* pt-legalise-events.c: which events may stand where, and what becomes of those that may not
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/hash.h>

#include "pt-catchers.h"
#include "pt-legalise.h"

#include "pt-report.h"

#include <string.h>

/* ----- after an event-based gateway ----------------------------------------------------------- */

/* The drawn end of a flow keeps its place on the edge of what gets larger or smaller. */
static void
dock (PtLegalise *self, PtIndex flow, PtBounds old, PtBounds bounds, gboolean at_end)
{
  const PtFigure *figure = &pt_program_flow (self->program, flow)->figure;
  PtPoint center = pt_bounds_center (old), *point;

  if (!figure->shown || figure->n_waypoints == 0)
    return;
  point = PT_PROGRAM_AT (self->program->waypoints, PtPoint,
                         figure->first_waypoint + (at_end ? figure->n_waypoints - 1 : 0));
  point->x = center.x + (point->x - center.x) * bounds.width / old.width;
  point->y = center.y + (point->y - center.y) * bounds.height / old.height;
}

/* It takes the size of its new type, around the same middle. */
static void
reshape (PtLegalise *self, PtIndex i, PtBpmnType type)
{
  PtNode *node = pt_program_node (self->program, i);
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
  PtBounds old = node->figure.bounds;
  PtPoint center = pt_bounds_center (old);

  if (!node->figure.shown || old.width <= 0 || old.height <= 0)
    return;
  node->figure.bounds = (PtBounds){ center.x - info->width / 2, center.y - info->height / 2,
                                    info->width, info->height };
  for (guint k = 0; k < node->n_in; k++)
    dock (self, pt_program_flow_in (self->program, i, k), old, node->figure.bounds, TRUE);
  for (guint k = 0; k < node->n_out; k++)
    dock (self, pt_program_flow_out (self->program, i, k), old, node->figure.bounds, FALSE);
}

void
pt_legalise_become (PtLegalise *self, PtIndex i, PtBpmnType type)
{
  PtNode *node = pt_program_node (self->program, i);

  if (pt_bpmn_type_info (type)->width != pt_bpmn_type_info (node->type)->width)
    reshape (self, i, type);
  node->type = type;
  node->event_definition = PT_BPMN_NONE;
  node->n_event_definitions = 0;
}

static void
become_event (PtLegalise *self, PtIndex i, PtBpmnType type)
{
  PtNode *node = pt_program_node (self->program, i);

  pt_legalise_become (self, i, type);
  node->event_definition = PT_BPMN_MESSAGE_EVENT_DEFINITION;
  node->n_event_definitions = 1;
  node->role = PT_NO_INDEX;
  node->data = NULL;
  node->instantiate = FALSE;
}

static void
make_catch_event (PtLegalise *self, PtIndex i)
{
  pt_legalise_report (self, PT_CODE_X11, i, NULL);
  become_event (self, i, PT_BPMN_INTERMEDIATE_CATCH_EVENT);
}

void
pt_legalise_waiting (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (self->program, i);
      const PtNode *target;

      if (flow->source == PT_NO_INDEX || flow->target == PT_NO_INDEX
          || pt_program_node (self->program, flow->source)->type != PT_BPMN_EVENT_BASED_GATEWAY
          || !pt_legalise_is_played (self, flow->source))
        continue;
      target = pt_program_node (self->program, flow->target);
      if (target->type != PT_BPMN_RECEIVE_TASK)
        continue;
      if (target->loop == PT_LOOP_NONE && !pt_legalise_is_host (self->program, flow->target))
        make_catch_event (self, flow->target);
      else
        pt_legalise_report (self, PT_CODE_X08, flow->target, NULL);
    }
}

/* ----- one event ------------------------------------------------------------------------------ */

static gboolean
must_interrupt (const PtNode *node)
{
  return node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_CANCEL_EVENT_DEFINITION
         || node->event_definition == PT_BPMN_COMPENSATE_EVENT_DEFINITION;
}

gboolean
pt_legalise_happens_once (PtLegalise *self, const PtNode *node)
{
  gboolean inside = pt_program_scope (self->program, node->scope)->parent != PT_NO_INDEX;

  return node->type == PT_BPMN_INTERMEDIATE_CATCH_EVENT
         || (node->type == PT_BPMN_BOUNDARY_EVENT && !node->non_interrupting)
         || (node->type == PT_BPMN_START_EVENT
             && (inside ? !node->non_interrupting : (self->target->lacks & PT_LACK_SERIES) != 0));
}

/* Only a transaction can be cancelled, from inside or at its border. */
static gboolean
cancels_nothing (PtLegalise *self, const PtNode *node)
{
  PtIndex activity = node->type == PT_BPMN_BOUNDARY_EVENT
                         ? node->host
                         : pt_program_scope (self->program, node->scope)->node;

  return node->event_definition == PT_BPMN_CANCEL_EVENT_DEFINITION
         && (activity == PT_NO_INDEX
             || pt_program_node (self->program, activity)->type != PT_BPMN_TRANSACTION);
}

/* ----- each event ----------------------------------------------------------------------------- */

static gboolean
begins_process (PtLegalise *self, const PtNode *node)
{
  return node->type == PT_BPMN_START_EVENT
         && pt_program_scope (self->program, node->scope)->parent == PT_NO_INDEX;
}

static void
check_event (PtLegalise *self, const PtCatchers *catchers, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);

  if (node->n_event_definitions > 1)
    pt_legalise_report (self, PT_CODE_X02, i, NULL);
  if (node->non_interrupting && must_interrupt (node))
    {
      node->non_interrupting = FALSE;
      pt_legalise_report (self, PT_CODE_X19, i, NULL);
    }
  if (self->target->throws_uncaught && node->type == PT_BPMN_END_EVENT
      && node->event_definition == PT_BPMN_ERROR_EVENT_DEFINITION
      && pt_catchers_leave (catchers, node))
    pt_legalise_report (self, PT_CODE_X76, i, NULL);
  if (self->target->looks_when_asked && !begins_process (self, node)
      && node->event_definition == PT_BPMN_CONDITIONAL_EVENT_DEFINITION)
    pt_legalise_report (self, PT_CODE_X74, i, NULL);
  if (cancels_nothing (self, node))
    pt_legalise_report (self, PT_CODE_X26, i, NULL);
  if (node->time_kind == PT_TIME_CYCLE && pt_legalise_happens_once (self, node))
    pt_legalise_report (self, PT_CODE_X18, i, NULL);
}

void
pt_legalise_events (PtLegalise *self)
{
  g_autoptr (PtCatchers) catchers = pt_catchers_new (self->program);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_bpmn_type_is_a (pt_program_node (self->program, i)->type, PT_BPMN_EVENT)
        && pt_legalise_is_played (self, i))
      check_event (self, catchers, i);
}

void
pt_legalise_escalation (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      PtBpmnType host;

      if (node->type != PT_BPMN_BOUNDARY_EVENT || node->host == PT_NO_INDEX
          || node->event_definition != PT_BPMN_ESCALATION_EVENT_DEFINITION
          || !pt_legalise_is_played (self, i))
        continue;
      host = pt_program_node (self->program, node->host)->type;
      if (!pt_bpmn_type_is_a (host, PT_BPMN_SUB_PROCESS) && host != PT_BPMN_CALL_ACTIVITY
          && (host != PT_BPMN_USER_TASK || (self->target->lacks & PT_LACK_USER_ESCALATION)))
        pt_legalise_report (self, PT_CODE_X09, i, NULL);
    }
}

/* ----- start events --------------------------------------------------------------------------- */

/* A receive task that begins the process is what others draw as a message start event. */
static void
make_start_event (PtLegalise *self, PtIndex i)
{
  pt_legalise_report (self, PT_CODE_X27, i, NULL);
  become_event (self, i, PT_BPMN_START_EVENT);
}

void
pt_legalise_instantiating (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (!node->instantiate || node->n_in > 0 || !pt_legalise_is_played (self, i))
        continue;
      if (node->type == PT_BPMN_RECEIVE_TASK && node->loop == PT_LOOP_NONE
          && !pt_legalise_is_host (self->program, i))
        make_start_event (self, i);
      else
        pt_legalise_report (self, PT_CODE_X25, i, NULL);
    }
}

static gboolean
is_plain_start (PtLegalise *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  return node->type == PT_BPMN_START_EVENT
         && (node->event_definition == PT_BPMN_NONE
             || (node->event_definition == PT_BPMN_TIMER_EVENT_DEFINITION
                 && (self->target->lacks & PT_LACK_TIMER_STARTS)))
         && pt_legalise_is_played (self, i);
}

/* A start event that waits for nothing comes before all that wait. */
void
pt_legalise_other_starts (PtLegalise *self)
{
  g_autofree gboolean *begins_at_once = g_new0 (gboolean, self->program->scopes->len);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->type == PT_BPMN_START_EVENT && node->event_definition == PT_BPMN_NONE)
        begins_at_once[node->scope] = TRUE;
    }
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->type == PT_BPMN_START_EVENT && node->event_definition != PT_BPMN_NONE
          && begins_at_once[node->scope] && pt_legalise_is_played (self, i))
        pt_legalise_report (self, PT_CODE_X38, i, NULL);
    }
}

/* Tells @code of @i once another one of its @kind came before: it is the later one that goes wrong.
 */
static void
tell_if_second (PtLegalise *self, GHashTable *firsts, char *kind, PtIndex i, PtCode code)
{
  g_autofree char *key = kind;
  const PtIndex *first = g_hash_table_lookup (firsts, key);
  PtDiagnostic *finding;

  if (!first)
    {
      g_hash_table_insert (firsts, g_steal_pointer (&key), g_memdup2 (&i, sizeof i));
      return;
    }
  finding = pt_legalise_report (self, code, i, NULL);
  if (finding)
    pt_report_at (finding, &pt_program_node (self->program, *first)->origin);
}

/* Engines go by the name. A message begins one process only, a signal all that wait for it. */
static char *
start_key (PtLegalise *self, const PtNode *node)
{
  const PtDefinition *definition = pt_program_definition (self->program, node->reference);
  gboolean in_process = pt_program_scope (self->program, node->scope)->parent == PT_NO_INDEX;
  PtIndex scope = in_process && node->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION
                      ? PT_NO_INDEX
                      : node->scope;

  return definition->name
             ? g_strdup_printf ("%u %d=%s", scope, node->event_definition, definition->name)
             : g_strdup_printf ("%u %u", node->scope, node->reference);
}

void
pt_legalise_starts (PtLegalise *self)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, g_free);

  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (is_plain_start (self, i))
        tell_if_second (self, firsts, g_strdup_printf ("%u", node->scope), i, PT_CODE_X07);
      else if (node->type == PT_BPMN_START_EVENT && node->reference != PT_NO_INDEX
               && pt_legalise_is_played (self, i))
        tell_if_second (self, firsts, start_key (self, node), i, PT_CODE_X20);
    }
}
