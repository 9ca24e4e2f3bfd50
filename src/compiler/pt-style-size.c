/* pt-style-size.c: rules of size: how much stands on a level, and how much hangs on a gateway
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 7PMG rules 1, 2, 5 and 7; thresholds: J. Mendling, L. Sánchez-González, F. García, M. La Rosa,
 * Thresholds for error probability measures of business process models, Journal of Systems and
 * Software 85 (2012). Control-flow complexity: J. Cardoso, How to measure the control-flow
 * complexity of web processes and workflows (2005).
 */
#include "pt-style.h"

/* ----- gateways --------------------------------------------------------------------------------
 */

#define MANY_FLOWS 5
#define TOO_MANY_FLOWS 8

void
pt_style_check_degree (PtStyle *self, PtIndex node)
{
  guint degree = pt_lists_length (self->in, node) + pt_lists_length (self->out, node);
  g_autofree char *n = NULL;

  if (!pt_style_is_a (self, node, PT_BPMN_GATEWAY) || degree <= MANY_FLOWS)
    return;
  n = g_strdup_printf ("%u", degree);
  pt_style_say (self, degree > TOO_MANY_FLOWS ? PT_CODE_M04 : PT_CODE_M05, node, n, NULL);
}

/* Where every flow out of it is always taken, it is a parallel one. */
static gboolean
is_parallel_in_fact (PtStyle *self, PtIndex node)
{
  gboolean chooses = pt_program_node (self->program, node)->default_flow != PT_NO_INDEX;

  for (guint k = 0; k < pt_lists_length (self->out, node); k++)
    {
      const PtFlow *flow = pt_program_flow (self->program, pt_lists_get (self->out, node, k));

      chooses |= flow->condition != NULL || pt_style_has_name (flow->name);
    }
  return pt_style_is_split (self, node) && !chooses;
}

void
pt_style_check_gateway (PtStyle *self, PtIndex node)
{
  if (pt_style_is_a (self, node, PT_BPMN_COMPLEX_GATEWAY))
    pt_style_say (self, PT_CODE_M09, node, NULL);
  else if (pt_style_is_a (self, node, PT_BPMN_INCLUSIVE_GATEWAY) && pt_style_is_split (self, node))
    {
      PtDiagnostic *finding = pt_style_say (self, PT_CODE_M08, node, NULL);

      if (is_parallel_in_fact (self, node))
        pt_style_offer_type (self, finding, node, PT_BPMN_PARALLEL_GATEWAY);
    }
}

/* ----- levels ----------------------------------------------------------------------------------
 */

#define TOO_LARGE 50
#define LARGE 31
#define MANY_ACTIVITIES 10

static guint
count_activities (PtStyle *self, PtIndex scope)
{
  guint n = 0;

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    n += pt_style_is_a (self, pt_lists_get (self->nodes, scope, k), PT_BPMN_ACTIVITY);
  return n;
}

void
pt_style_check_size (PtStyle *self, PtIndex scope)
{
  guint size = pt_lists_length (self->nodes, scope), activities = count_activities (self, scope);
  g_autofree char *n_nodes = g_strdup_printf ("%u", size);
  g_autofree char *n_activities = g_strdup_printf ("%u", activities);

  if (size > TOO_LARGE)
    pt_style_say_of_scope (self, PT_CODE_M01, scope, n_nodes, NULL);
  else if (size > LARGE)
    pt_style_say_of_scope (self, PT_CODE_M02, scope, n_nodes, NULL);
  else if (activities > MANY_ACTIVITIES)
    pt_style_say_of_scope (self, PT_CODE_M03, scope, n_activities, NULL);
}

/* ----- control-flow complexity -----------------------------------------------------------------
 */

#define MANY_STATES                                                                                \
  16 /* of an inclusive split with more ways, 2^ways - 1 is only known to be many */

typedef struct
{
  guint exclusive, inclusive, parallel;
} Complexity;

/* What each is to a reader beyond which a process was found very difficult. */
static const Complexity very_difficult = { 46, 14, 7 };

static void
add_split (PtStyle *self, PtIndex node, Complexity *sum)
{
  guint ways = pt_lists_length (self->out, node);

  if (pt_style_is_a (self, node, PT_BPMN_PARALLEL_GATEWAY))
    sum->parallel++;
  else if (pt_style_is_a (self, node, PT_BPMN_INCLUSIVE_GATEWAY))
    sum->inclusive += (1u << MIN (ways, MANY_STATES)) - 1;
  else
    sum->exclusive += ways;
}

void
pt_style_check_complexity (PtStyle *self, PtIndex scope)
{
  Complexity sum = { 0 };
  g_autofree char *text = NULL;

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    if (pt_style_is_split (self, pt_lists_get (self->nodes, scope, k)))
      add_split (self, pt_lists_get (self->nodes, scope, k), &sum);
  if (sum.exclusive < very_difficult.exclusive && sum.inclusive < very_difficult.inclusive
      && sum.parallel < very_difficult.parallel)
    return;
  text = g_strdup_printf ("%u", sum.exclusive + sum.inclusive + sum.parallel);
  pt_style_say_of_scope (self, PT_CODE_M06, scope, text, NULL);
}
