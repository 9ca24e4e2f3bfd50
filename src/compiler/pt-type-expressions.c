/* pt-type-expressions.c: where FEEL stands in a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-type.h"
#include "pt-expression.h"

#include "pt-report.h"

typedef struct
{
  const PtProgram *program;
  PtExpressionFunc func;
  gpointer data;
} Walk;

static void
tell_node (Walk *self, PtIndex i, const char *drawn, PtFeelKind kind)
{
  g_autofree char *text
      = drawn ? pt_expression_to_feel (drawn, pt_program_node (self->program, i)->language) : NULL;
  g_autofree char *label = NULL;

  if (!text)
    return;
  label = pt_report_node_label (self->program, i);
  self->func (&(const PtExpression){ text, &pt_program_node (self->program, i)->origin, label, i,
                                     kind },
              self->data);
}

static void
tell_flow (Walk *self, PtIndex i)
{
  const PtFlow *flow = pt_program_flow (self->program, i);
  g_autofree char *text = flow->condition && flow->source != PT_NO_INDEX
                                  && (!flow->language || pt_expression_is_juel (flow->condition))
                              ? pt_expression_to_feel (flow->condition, NULL)
                              : NULL;
  g_autofree char *label = NULL;

  if (!text)
    return;
  label = pt_report_flow_label (self->program, i);
  self->func (&(const PtExpression){ text, &flow->origin, label, flow->source,
                                     PT_FEEL_KIND_BOOLEAN },
              self->data);
}

/* A collection that is the id of an element or the name of a variable is no expression. */
static gboolean
is_list_by_name (const PtNode *node)
{
  return node->loop_is_collection && node->loop_text
         && g_regex_match_simple ("^[A-Za-z_][-.\\w]*$", node->loop_text, 0, 0);
}

static PtFeelKind
kind_of_loop (const PtNode *node)
{
  if (node->loop == PT_LOOP_STANDARD)
    return PT_FEEL_KIND_BOOLEAN;
  return node->loop_is_collection ? PT_FEEL_KIND_LIST : PT_FEEL_KIND_NUMBER;
}

static void
tell_node_all (Walk *self, PtIndex i)
{
  const PtNode *node = pt_program_node (self->program, i);

  if (node->type != PT_BPMN_COMPLEX_GATEWAY) /* counts tokens, which no engine lets it do */
    tell_node (self, i, node->condition, PT_FEEL_KIND_BOOLEAN);
  if (!is_list_by_name (node))
    tell_node (self, i, node->loop_text, kind_of_loop (node));
  tell_node (self, i, node->loop_completion, PT_FEEL_KIND_BOOLEAN);
  if (node->time_iso && *node->time_iso == '=')
    tell_node (self, i, node->time_iso, PT_FEEL_KIND_ANY);
}

void
pt_type_foreach_expression (const PtProgram *program, PtExpressionFunc func, gpointer data)
{
  Walk self = { program, func, data };

  for (PtIndex i = 0; i < program->flows->len; i++)
    tell_flow (&self, i);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    tell_node_all (&self, i);
}
