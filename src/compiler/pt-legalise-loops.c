/* pt-legalise-loops.c: loops as cycles of gateways; what repeats needs to know how often
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BPMN 2.0, 13.3.6: a standard loop goes on while its condition holds. Tested before:
 *
 *   → merge → test ─ condition → activity → (back to merge);   test ─ default →
 *
 * tested after:
 *
 *   → merge → activity → test ─ condition → (back to merge);   test ─ default →
 */
#include "pt-legalise.h"
#include "pt-report.h"
#include "pt-expression.h"
#include "pt-lower.h"

#include <libxml/tree.h>

/* ----- standard loops ------------------------------------------------------------------------- */

#define RISE 30 /* of the way back over the activity */

static PtPoint
top (const PtNode *node)
{
  return (PtPoint){ node->figure.bounds.x + node->figure.bounds.width / 2, node->figure.bounds.y };
}

static void
draw (PtProgram *program, PtFlow *flow, const PtPoint *points, guint n)
{
  flow->figure.first_waypoint = pt_program_add_waypoints (program, points, n);
  flow->figure.n_waypoints = n;
}

/* The way back leads over the top of what is repeated. */
static PtIndex
lead_back (PtLegalise *self, PtIndex source, PtIndex target, PtIndex activity)
{
  PtProgram *program = self->program;
  PtIndex i = pt_lower_connect (program, source, target);
  PtFlow *flow = pt_program_flow (program, i);
  PtPoint from = top (pt_program_node (program, flow->source));
  PtPoint to = top (pt_program_node (program, flow->target));
  double y = top (pt_program_node (program, activity)).y - RISE;
  const PtPoint points[] = { from, { from.x, y }, { to.x, y }, to };

  if (flow->figure.shown)
    draw (program, flow, points, G_N_ELEMENTS (points));
  return i;
}

/* The way out comes from the gateway before the activity and passes below it. */
static void
lead_under (PtLegalise *self, PtIndex i, PtIndex test, PtIndex activity)
{
  PtProgram *program = self->program;
  PtFlow *flow = pt_program_flow (program, i);
  const PtBounds gateway = pt_program_node (program, test)->figure.bounds;
  const PtBounds passed = pt_program_node (program, activity)->figure.bounds;
  double x = gateway.x + gateway.width / 2, y = passed.y + passed.height + RISE;
  double turn = passed.x + passed.width + RISE / 2.0;
  PtPoint last;

  flow->source = test;
  if (!flow->figure.shown || flow->figure.n_waypoints < 2)
    return;
  last = *PT_PROGRAM_AT (program->waypoints, PtPoint,
                         flow->figure.first_waypoint + flow->figure.n_waypoints - 1);
  draw (program, flow,
        (PtPoint[]){
            { x, gateway.y + gateway.height }, { x, y }, { turn, y }, { turn, last.y }, last },
        5);
}

static PtIndex
insert (PtLegalise *self, PtIndex near, const char *prefix, PtSide side)
{
  PtIndex gateway = pt_lower_insert (self->places, PT_BPMN_EXCLUSIVE_GATEWAY, prefix, near, side);

  pt_lower_divert (self->program, near, gateway, side);
  return gateway;
}

/* Returns: the flow on which it goes on; @test is the gateway that asks */
static PtIndex
wire_before (PtLegalise *self, PtIndex activity, PtIndex *test)
{
  PtIndex out = pt_program_flow_out (self->program, activity, 0), merge, again;

  *test = insert (self, activity, "Loop", PT_SIDE_BEFORE);
  merge = insert (self, *test, "Merge", PT_SIDE_BEFORE);
  again = pt_program_flow_in (self->program, activity, 0);
  lead_under (self, out, *test, activity);
  lead_back (self, activity, merge, activity);
  return again;
}

static PtIndex
wire_after (PtLegalise *self, PtIndex activity, PtIndex *test)
{
  PtIndex merge = insert (self, activity, "Merge", PT_SIDE_BEFORE);

  *test = insert (self, activity, "Loop", PT_SIDE_AFTER);
  return lead_back (self, *test, merge, activity);
}

static void
rewrite_loop (PtLegalise *self, PtIndex i)
{
  PtProgram *program = self->program;
  PtIndex out = pt_program_flow_out (program, i, 0), test;
  gboolean before = pt_program_node (program, i)->loop_test_before;
  PtIndex again = before ? wire_before (self, i, &test) : wire_after (self, i, &test);
  PtNode *activity = pt_program_node (program, i);

  pt_program_flow (program, again)->condition = activity->loop_text;
  pt_program_node (program, test)->default_flow = out;
  activity->loop = PT_LOOP_NONE;
  activity->loop_text = NULL;
  activity->default_flow = PT_NO_INDEX;
  pt_legalise_report (self, PT_CODE_X10, i, NULL);
}

void
pt_legalise_loops (PtLegalise *self)
{
  g_autoptr (PtPlaces) places = pt_places_new (self->program);
  guint n = self->program->nodes->len;

  self->places = places;
  for (PtIndex i = 0; i < n; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->loop != PT_LOOP_STANDARD || !pt_legalise_is_played (self, i))
        continue;
      if (!node->loop_text)
        pt_legalise_report (self, PT_CODE_X04, i, NULL);
      else if (node->loop_maximum)
        pt_legalise_report (self, PT_CODE_X03, i, node->loop_maximum);
      else if (node->n_in == 0 || node->n_out != 1)
        pt_legalise_report (self, PT_CODE_X12, i, NULL);
      else
        rewrite_loop (self, i);
    }
  self->places = NULL;
}

/* ----- several at once ------------------------------------------------------------------------ */

/* Engines know variables, and not what is drawn for them. */
void
pt_legalise_collections (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len && self->target->reads; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (node->loop_data != PT_NO_INDEX && pt_legalise_is_played (self, i))
        node->loop_text = pt_program_variable (self->program, node->loop_data)->name;
    }
}

static gboolean
can_gather (const PtTarget *target, const char *result)
{
  return target->dialect->results == PT_RESULTS_ANY
         || (target->dialect->results == PT_RESULTS_NAMED && result
             && xmlValidateNCName ((const xmlChar *)result, 0) == 0);
}

/* What nobody gathers is told, and left out. */
void
pt_legalise_results (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (!node->loop_output || !pt_legalise_is_played (self, i))
        continue;
      if (node->loop_output_data != PT_NO_INDEX && self->target->reads)
        node->loop_output = pt_program_variable (self->program, node->loop_output_data)->name;
      if (node->loop_is_collection && can_gather (self->target, node->loop_result))
        continue;
      pt_legalise_report (self, PT_CODE_X77, i, node->loop_output);
      node->loop_output = NULL;
    }
}

/* It is drawn, but with nothing that fills it. */
static gboolean
is_lost_collection (PtLegalise *self, const PtNode *node)
{
  return self->target->reads && node->loop_is_collection && node->loop_data == PT_NO_INDEX
         && node->data && pt_program_get_place (self->program, node->loop_text);
}

void
pt_legalise_instances (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->loop == PT_LOOP_NONE || !pt_legalise_is_played (self, i)
          || (node->loop_text && !is_lost_collection (self, node)))
        continue;
      if (node->loop != PT_LOOP_STANDARD)
        pt_diagnostic_add_fix (pt_legalise_report (self, PT_CODE_X05, i, NULL), PT_FIX_ENTER_COUNT,
                               "", pt_report_id (&node->origin), NULL);
      else if (self->target->reads && !node->loop_maximum
               && !(self->target->lacks & PT_LACK_LOOPS)) /* else it is said already */
        pt_legalise_report (self, PT_CODE_X04, i, NULL);
    }
}

/* A number of instances is a list of so many entries. */
void
pt_legalise_cardinality (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      PtNode *node = pt_program_node (self->program, i);
      g_autofree char *list = NULL;

      if ((node->loop != PT_LOOP_PARALLEL && node->loop != PT_LOOP_SEQUENTIAL) || !node->loop_text
          || node->loop_is_collection || !pt_legalise_is_played (self, i))
        continue;
      node->loop_text = pt_legalise_read_juel (self, node->loop_text);
      if (pt_expression_is_juel (node->loop_text))
        continue; /* what is in the words of another engine is told below */
      list = g_strdup_printf ("for i in 1..%s return i",
                              node->loop_text + (*node->loop_text == '='));
      node->loop_text = pt_program_string (self->program, list);
      node->loop_is_collection = TRUE;
      pt_legalise_report (self, PT_CODE_X35, i, NULL);
    }
}

void
pt_legalise_entries_in_turn (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->loop == PT_LOOP_SEQUENTIAL && node->loop_is_collection
          && pt_legalise_is_played (self, i))
        pt_legalise_report (self, PT_CODE_X60, i, NULL);
    }
}

/* What people choose from is offered all at once. */
void
pt_legalise_free_order (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->type == PT_BPMN_AD_HOC_SUB_PROCESS
        && pt_legalise_is_played (self, i))
      pt_legalise_report (self, PT_CODE_X47, i, NULL);
}
