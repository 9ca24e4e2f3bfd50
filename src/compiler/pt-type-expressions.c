/* pt-type-expressions.c: where FEEL stands in a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-expression.h"
#include "pt-report.h"
#include "pt-type.h"

static void
clear_expression (gpointer data)
{
  PtExpression *self = data;

  g_free (self->text);
  g_clear_pointer (&self->feel, pt_feel_unref);
  g_clear_error (&self->error);
}

/* @text: (transfer full) (nullable): the sign that begins it in some engines is blank when it is
 * read, so that columns stay what they are */
static void
add (GArray *list, char *text, PtIndex flow, PtIndex node, PtFeelKind kind)
{
  PtExpression entry = { .text = text, .flow = flow, .node = node, .kind = kind };
  gboolean is_marked = text && *text == '=';

  if (!text)
    return;
  if (is_marked)
    *text = ' ';
  entry.feel = pt_feel_parse (text, NULL, &entry.error);
  if (is_marked)
    *text = '=';
  g_array_append_val (list, entry);
}

static void
add_of_node (GArray *list, const PtProgram *program, PtIndex i, const char *drawn, PtFeelKind kind)
{
  if (drawn)
    add (list, pt_expression_to_feel (drawn, pt_program_node (program, i)->language), PT_NO_INDEX,
         i, kind);
}

static void
add_of_flow (GArray *list, const PtProgram *program, PtIndex i)
{
  const PtFlow *flow = pt_program_flow (program, i);

  if (flow->condition && flow->source != PT_NO_INDEX
      && (!flow->language || pt_expression_is_juel (flow->condition)))
    add (list, pt_expression_to_feel (flow->condition, NULL), i, flow->source,
         PT_FEEL_KIND_BOOLEAN);
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
add_all_of_node (GArray *list, const PtProgram *program, PtIndex i)
{
  const PtNode *node = pt_program_node (program, i);

  if (node->type != PT_BPMN_COMPLEX_GATEWAY) /* counts tokens, which no engine lets it do */
    add_of_node (list, program, i, node->condition, PT_FEEL_KIND_BOOLEAN);
  if (!is_list_by_name (node))
    add_of_node (list, program, i, node->loop_text, kind_of_loop (node));
  add_of_node (list, program, i, node->loop_completion, PT_FEEL_KIND_BOOLEAN);
  if (node->time_iso && *node->time_iso == '=')
    add_of_node (list, program, i, node->time_iso, PT_FEEL_KIND_ANY);
}

GArray *
pt_type_expressions (const PtProgram *program)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PtExpression));

  g_array_set_clear_func (list, clear_expression);
  for (PtIndex i = 0; i < program->flows->len; i++)
    add_of_flow (list, program, i);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    add_all_of_node (list, program, i);
  return list;
}

char *
pt_type_expression_label (const PtExpression *self, const PtProgram *program)
{
  return self->flow != PT_NO_INDEX ? pt_report_flow_label (program, self->flow)
                                   : pt_report_node_label (program, self->node);
}

const PtOrigin *
pt_type_expression_origin (const PtExpression *self, const PtProgram *program)
{
  return self->flow != PT_NO_INDEX ? &pt_program_flow (program, self->flow)->origin
                                   : &pt_program_node (program, self->node)->origin;
}
