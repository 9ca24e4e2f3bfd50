/* pt-bind-tasks.c: who plays each task, and what kind of task that makes it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"
#include "pt-expression.h"
#include "pt-people-list.h"
#include "pt-report.h"

#define MAX_LANES_OFFERED 3

static PtDiagnostic *
report_node (PtBind *self, PtIndex node, PtCode code, const char *arg)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, code, label, arg ? arg : "", NULL);

  pt_report_at (diagnostic, &pt_program_node (self->program, node)->origin);
  return diagnostic;
}

static PtIndex
process_of_node (const PtProgram *program, PtIndex node)
{
  return pt_program_process_of (program, pt_program_node (program, node)->scope);
}

/* Lanes of the same process whose role is known. */
static void
offer_lanes (PtBind *self, PtIndex node, PtDiagnostic *diagnostic)
{
  const PtProgram *program = self->program;
  const char *task = pt_program_node (program, node)->origin.logical;
  guint n = 0;

  for (PtIndex i = 0; i < program->lanes->len && n < MAX_LANES_OFFERED && task; i++)
    {
      const PtLane *lane = pt_program_lane (program, i);

      if (self->lanes[i].role == PT_NO_INDEX || !lane->origin.logical
          || lane->scope != process_of_node (program, node))
        continue;
      pt_diagnostic_add_fix (diagnostic, PT_FIX_MOVE_TO_LANE, self->lanes[i].name,
                             lane->origin.logical, task, NULL);
      n++;
    }
}

/* ----- by lane and pool
 * --------------------------------------------------------------------------- */

/* The innermost lane whose role is known. @named: (out): else the innermost one with a name, if any
 */
static PtIndex
known_lane (PtBind *self, PtIndex lane, PtIndex *named)
{
  *named = PT_NO_INDEX;
  for (; lane != PT_NO_INDEX; lane = pt_program_lane (self->program, lane)->parent)
    {
      if (self->lanes[lane].role != PT_NO_INDEX)
        return lane;
      if (*named == PT_NO_INDEX && self->lanes[lane].name)
        *named = lane;
    }
  return PT_NO_INDEX;
}

/* A pool stands for its role only where no lanes divide it. Returns: whether that explains all */
static gboolean
role_of_pool (PtBind *self, PtIndex node, gboolean aloud, PtIndex *role)
{
  PtIndex process = process_of_node (self->program, node);
  PtIndex pool = pt_program_scope (self->program, process)->participant;

  if (pool == PT_NO_INDEX)
    return FALSE;
  *role = self->pools[pool].role;
  if (aloud && (*role != PT_NO_INDEX || !self->has_lanes[process]))
    pt_bind_report_pool (self, pool);
  return *role != PT_NO_INDEX || (self->pools[pool].name && !self->has_lanes[process]);
}

static void
report_outside_lanes (PtBind *self, PtIndex node)
{
  PtIndex process = process_of_node (self->program, node);
  PtIndex pool = pt_program_scope (self->program, process)->participant;
  const char *name = pool == PT_NO_INDEX ? NULL : pt_program_pool (self->program, pool)->name;

  if (self->has_lanes[process])
    offer_lanes (self, node, report_node (self, node, PT_CODE_RD09, name));
}

/* The role of the place where @node is drawn. @aloud: whether to say what is wrong with it */
static PtIndex
role_of_place (PtBind *self, PtIndex node, gboolean aloud)
{
  PtIndex drawn = pt_bind_lane_of (self->program, node), named, role = PT_NO_INDEX;
  PtIndex lane = known_lane (self, drawn, &named);

  if (lane == PT_NO_INDEX)
    lane = named;
  if (lane != PT_NO_INDEX)
    {
      if (aloud)
        pt_bind_report_lane (self, lane);
      return self->lanes[lane].role;
    }
  if (aloud && drawn == PT_NO_INDEX)
    report_outside_lanes (self, node);
  if (!role_of_pool (self, node, aloud, &role) && aloud && self->roster)
    offer_lanes (self, node, report_node (self, node, PT_CODE_RD01, NULL));
  return role;
}

/* ----- by performer
 * ------------------------------------------------------------------------------- */

static void
report_unknown_performer (PtBind *self, PtIndex node, const PtNameMatch *match)
{
  const PtRole *meant = pt_bind_suggest (self, match);
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RD13, label,
                                                 match->name, meant ? meant->name : "", NULL);

  pt_report_at (diagnostic, &pt_program_node (self->program, node)->origin);
  pt_bind_offer_roles (self, diagnostic, match, NULL);
}

static void
report_conflict (PtBind *self, PtIndex node, PtIndex role, PtIndex drawn)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RD08, label,
                            pt_program_role (self->program, role)->name,
                            pt_program_role (self->program, drawn)->name, NULL);

  pt_report_at (diagnostic, &pt_program_node (self->program, node)->origin);
}

static PtIndex
role_by_assignment (PtBind *self, PtIndex node)
{
  PtIndex drawn = role_of_place (self, node, FALSE);
  PtIndex role = pt_bind_role_of_assignment (self, node, drawn);

  if (role == PT_NO_INDEX)
    role_of_place (self, node, TRUE); /* to say why */
  else if (drawn != PT_NO_INDEX && drawn != role)
    report_conflict (self, node, role, drawn);
  return role;
}

/* What a file tells an engine says who does it where no lane and no pool does. */
static void
take_candidates (PtBind *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  g_autofree char *assignment = NULL;

  if (!node->candidates || role_of_place (self, i, FALSE) != PT_NO_INDEX)
    return;
  assignment = pt_people_list_to_assignment (node->candidates);
  node->by_candidates = TRUE;
  node->assignment_is_list = assignment != NULL;
  if (assignment)
    node->assignment = pt_program_string (self->program, assignment);
  else
    node->performer = node->candidates;
}

/* A performer may be one of the persons by their id. Returns: whether it is */
static gboolean
take_person (PtBind *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  g_autofree char *list = g_strdup_printf ("user(%s)", node->performer);
  g_autofree char *assignment = NULL;

  if (!self->roster || !pt_roster_get_person (self->roster, node->performer))
    return FALSE;
  assignment = pt_people_list_to_assignment (list);
  node->assignment = pt_program_string (self->program, assignment);
  node->assignment_is_list = TRUE;
  return TRUE;
}

/* Who is named on the task itself plays it, whatever lane it lies in. */
static PtIndex
role_of_task (PtBind *self, PtIndex node)
{
  const char *performer = pt_program_node (self->program, node)->performer;
  PtNameMatch match;
  PtIndex drawn;

  if (!performer && !pt_program_node (self->program, node)->assignment)
    take_candidates (self, node);
  performer = pt_program_node (self->program, node)->performer;
  if (pt_program_node (self->program, node)->assignment)
    return role_by_assignment (self, node);
  if (!performer || pt_expression_is_marked (performer))
    return role_of_place (self, node, TRUE);
  match = pt_bind_match (self, performer);
  if (match.role == PT_NO_INDEX && take_person (self, node))
    return role_by_assignment (self, node);
  drawn = role_of_place (self, node, FALSE);
  if (match.role == PT_NO_INDEX)
    report_unknown_performer (self, node, &match);
  else if (drawn != PT_NO_INDEX && drawn != match.role)
    report_conflict (self, node, match.role, drawn);
  return match.role;
}

/* ----- kinds of tasks
 * ----------------------------------------------------------------------------- */

static gboolean
names_a_job (const PtNode *node)
{
  static const char *const attributes[]
      = { ":class=\"", ":delegateExpression=\"", ":expression=\"" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (node->carried.foreign && strstr (node->carried.foreign, attributes[i]))
      return TRUE;
  return node->topic != NULL;
}

static const char *
what_is_done (const PtProgram *program, const PtNode *node)
{
  if (node->name && *node->name)
    return node->name;
  if (node->reference != PT_NO_INDEX && pt_program_definition (program, node->reference)->name)
    return pt_program_definition (program, node->reference)->name;
  return node->origin.id;
}

static void
set_topic (PtBind *self, PtIndex i)
{
  PtNode *node = pt_program_node (self->program, i);
  const char *system
      = node->role == PT_NO_INDEX ? NULL : pt_program_role (self->program, node->role)->id;
  g_autofree char *topic = NULL;

  if (node->table) /* where no table can be asked, a system has to */
    node->topic = node->table;
  if (names_a_job (node))
    return;
  topic = pt_bind_topic (system, what_is_done (self->program, node));
  node->topic
      = pt_program_string (self->program,
                           pt_program_infer (self->program, &node->origin, PT_INFERENCE_TOPIC, "",
                                             what_is_done (self->program, node), topic));
}

/* A system plays what runs by itself in its lane; in a lane of people it is just done. */
static void
bind_automatic (PtBind *self, PtIndex i)
{
  PtIndex role = role_of_place (self, i, FALSE);

  if (role != PT_NO_INDEX && pt_bind_kind (self, role) == PT_ROLE_SYSTEM)
    {
      pt_program_node (self->program, i)->role = role;
      pt_bind_add_player (self, role, i);
    }
}

static void
bind_job (PtBind *self, PtIndex i)
{
  bind_automatic (self, i);
  set_topic (self, i);
}

static void
bind_thrown_message (PtBind *self, PtIndex i)
{
  if (pt_program_node (self->program, i)->event_definition == PT_BPMN_MESSAGE_EVENT_DEFINITION)
    bind_job (self, i);
}

static void
report_human_in_system (PtBind *self, PtIndex i, PtIndex role)
{
  const char *id = pt_program_node (self->program, i)->origin.logical;
  PtDiagnostic *diagnostic
      = report_node (self, i, PT_CODE_RX06, pt_program_role (self->program, role)->name);

  if (id)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REPLACE, pt_bpmn_type_label (PT_BPMN_SERVICE_TASK),
                           id, pt_bpmn_type_info (PT_BPMN_SERVICE_TASK)->tag, NULL);
}

static void
bind_human (PtBind *self, PtIndex i)
{
  PtIndex role = role_of_task (self, i);

  pt_program_node (self->program, i)->role = role;
  if (role == PT_NO_INDEX)
    return;
  if (pt_bind_kind (self, role) == PT_ROLE_SYSTEM)
    report_human_in_system (self, i, role);
  else
    pt_bind_add_player (self, role, i);
}

static void
bind_plain (PtBind *self, PtIndex i)
{
  PtIndex role = role_of_task (self, i);
  PtNode *node = pt_program_node (self->program, i);
  gboolean by_system = role != PT_NO_INDEX && pt_bind_kind (self, role) == PT_ROLE_SYSTEM;

  node->role = role;
  node->type = by_system ? PT_BPMN_SERVICE_TASK : PT_BPMN_USER_TASK;
  if (role != PT_NO_INDEX)
    pt_bind_add_player (self, role, i);
  if (by_system)
    set_topic (self, i);
}

static const struct
{
  PtBpmnType type;
  void (*bind) (PtBind *self, PtIndex node);
} binders[] = {
  { PT_BPMN_TASK, bind_plain },
  { PT_BPMN_USER_TASK, bind_human },
  { PT_BPMN_MANUAL_TASK, bind_human },
  { PT_BPMN_SERVICE_TASK, bind_job },
  { PT_BPMN_SEND_TASK, bind_job },
  { PT_BPMN_BUSINESS_RULE_TASK, bind_job },
  { PT_BPMN_SCRIPT_TASK, bind_job },
  { PT_BPMN_RECEIVE_TASK, bind_automatic },
  { PT_BPMN_INTERMEDIATE_THROW_EVENT, bind_thrown_message },
  { PT_BPMN_END_EVENT, bind_thrown_message },
};

void
pt_bind_tasks (PtBind *self)
{
  for (guint i = 0; i < self->program->nodes->len; i++)
    {
      PtBpmnType type = pt_program_node (self->program, i)->type;

      if (!pt_program_scope (self->program, process_of_node (self->program, i))->executable)
        continue;
      for (guint row = 0; row < G_N_ELEMENTS (binders); row++)
        if (binders[row].type == type)
          binders[row].bind (self, i);
    }
}
