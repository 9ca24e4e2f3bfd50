/* pt-decide-split.c: the flows out of a gateway that chooses
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flow says when it is taken by a condition, by being the default, or by a label that answers the
 * gateway's question. What a flow says is read first; then the default is found; then the labels
 * that are left become answers.
 */
#include "pt-decide-range.h"
#include "pt-decide.h"

#include <partitur/feel.h>

#include "pt-expression.h"
#include "pt-report.h"

typedef enum
{
  WAY_SILENT, /* says nothing */
  WAY_LABEL,  /* has a label that is no condition */
  WAY_CONDITION,
  WAY_DEFAULT,
  WAY_BROKEN, /* a fault that was named */
  N_WAYS,
} WaySays;

typedef struct
{
  PtIndex flow;
  WaySays says;
  char *label; /* (nullable): on one line */
  PtAnswer answer;
} Way;

typedef struct
{
  PtProgram *program;
  PtIndex gateway;
  PtVariables *variables;
  PtDiagnostics *diagnostics;
  GArray *ways;
  guint counts[N_WAYS]; /* by what they say */
} Split;

static PtFlow *
flow_of (Split *self, const Way *way)
{
  return pt_program_flow (self->program, way->flow);
}

static PtNode *
gateway_of (Split *self)
{
  return pt_program_node (self->program, self->gateway);
}

#define WAY(self, i) (&g_array_index ((self)->ways, Way, (i)))

static void
clear_way (Way *way)
{
  g_free (way->label);
}

static PtDiagnostic *
report_flow (Split *self, const Way *way, PtCode code, const char *arg1, const char *arg2)
{
  g_autofree char *label = pt_report_flow_label (self->program, way->flow);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, code, label, arg1 ? arg1 : "",
                                                 arg2 ? arg2 : "", NULL);

  pt_report_at (diagnostic, &flow_of (self, way)->origin);
  pt_report_at (diagnostic, &gateway_of (self)->origin);
  return diagnostic;
}

static void
offer_name (Split *self, const Way *way, PtDiagnostic *diagnostic)
{
  const char *flow = flow_of (self, way)->origin.logical;

  if (flow)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_ENTER_NAME, "", flow, NULL);
}

static void
offer_default (Split *self, const Way *way, PtDiagnostic *diagnostic)
{
  g_autofree char *label = pt_report_flow_label (self->program, way->flow);
  const char *gateway = gateway_of (self)->origin.logical,
             *flow = flow_of (self, way)->origin.logical;

  if (gateway && flow)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_DEFAULT, label, gateway, flow, NULL);
}

/* ----- what each flow says
 * ------------------------------------------------------------------------ */

static void
set_condition (Split *self, Way *way, const char *text, const char *language)
{
  PtFlow *flow = flow_of (self, way);

  flow->condition = pt_program_string (self->program, text);
  flow->language = pt_program_string (self->program, language);
  way->says = WAY_CONDITION;
}

static void
clear_condition (PtFlow *flow)
{
  flow->condition = flow->language = NULL;
}

static void
set_label (Split *self, Way *way, const char *text)
{
  g_free (way->label);
  way->label = pt_answer_on_one_line (text);
  way->answer = pt_answer_read (way->label);
  way->says = *way->label ? WAY_LABEL : WAY_SILENT;
}

/* Words where an expression should stand are a label, unless there is one already. */
static void
read_condition (Split *self, Way *way)
{
  PtFlow *flow = flow_of (self, way);
  const char *drawn = flow->condition;
  g_autofree char *text = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PtRange) range = pt_range_read (drawn);
  PtConditionKind kind = pt_condition_read (drawn, flow->language, &text, &foreign, &error);

  clear_condition (flow);
  if (text)
    set_condition (self, way, text, foreign);
  else if ((kind == PT_CONDITION_WORDS || range) && way->says == WAY_SILENT)
    set_label (self, way, drawn);
  else if (kind == PT_CONDITION_BROKEN)
    {
      way->says = WAY_BROKEN;
      report_flow (self, way, PT_CODE_D04, drawn, error->message);
    }
}

/* What a label is read as goes by what was decided about it. Returns: (nullable): the condition */
static const char *
infer_condition (Split *self, const Way *way, const char *proposal)
{
  return pt_program_infer (self->program, &flow_of (self, way)->origin, PT_INFERENCE_CONDITION, "",
                           way->label, proposal);
}

static gboolean
is_settled (Split *self, const Way *way)
{
  const PtInference *known
      = pt_program_recall (self->program, &flow_of (self, way)->origin, PT_INFERENCE_CONDITION, "");

  return known && known->is_current && known->state != PT_INFERENCE_PROPOSED;
}

static void
read_label_as_condition (Split *self, Way *way)
{
  g_autofree char *feel = pt_condition_read_label (way->label);
  const char *condition = feel ? infer_condition (self, way, feel) : NULL;

  if (!condition)
    return;
  set_condition (self, way, condition, NULL);
  if (!is_settled (self, way))
    report_flow (self, way, PT_CODE_D11, condition, NULL);
}

static void
read_default (Split *self, Way *way)
{
  if (flow_of (self, way)->condition)
    report_flow (self, way, PT_CODE_D09, NULL, NULL);
  clear_condition (flow_of (self, way));
  way->says = WAY_DEFAULT;
}

static void
read_way (Split *self, guint k)
{
  Way way = { .flow = pt_program_flow_out (self->program, self->gateway, k) };
  const PtFlow *flow = pt_program_flow (self->program, way.flow);

  set_label (self, &way, flow->name ? flow->name : "");
  if (way.flow == gateway_of (self)->default_flow)
    read_default (self, &way);
  else if (flow->condition)
    read_condition (self, &way);
  if (way.says == WAY_LABEL)
    read_label_as_condition (self, &way);
  self->counts[way.says]++;
  g_array_append_val (self->ways, way);
}

/* ----- the default flow
 * --------------------------------------------------------------------------- */

static void
make_default (Split *self, Way *way, PtCode code)
{
  self->counts[way->says]--;
  self->counts[WAY_DEFAULT]++;
  way->says = WAY_DEFAULT;
  gateway_of (self)->default_flow = way->flow;
  offer_default (self, way, report_flow (self, way, code, NULL, NULL));
}

static gboolean
says_otherwise (Split *self, const Way *way)
{
  return way->says == WAY_LABEL && way->answer == PT_ANSWER_ELSE;
}

static gboolean
is_silent (Split *self, const Way *way)
{
  return way->says == WAY_SILENT && self->counts[WAY_SILENT] == 1;
}

/* One label among conditions names what is left over. */
static gboolean
is_left_over (Split *self, const Way *way)
{
  return way->says == WAY_LABEL && self->counts[WAY_LABEL] == 1 && self->counts[WAY_CONDITION] > 0
         && gateway_of (self)->type == PT_BPMN_EXCLUSIVE_GATEWAY;
}

/* Who may be the default when none was drawn, the surest first. */
static const struct
{
  gboolean (*is_meant) (Split *self, const Way *way);
  PtCode code;
} candidates[] = {
  { says_otherwise, PT_CODE_D05 },
  { is_silent, PT_CODE_D05 },
  { is_left_over, PT_CODE_D14 },
};

static void
find_default (Split *self)
{
  if (self->counts[WAY_SILENT] == self->ways->len)
    return;
  for (guint c = 0; c < G_N_ELEMENTS (candidates); c++)
    for (guint i = 0; i < self->ways->len; i++)
      if (gateway_of (self)->default_flow == PT_NO_INDEX
          && candidates[c].is_meant (self, WAY (self, i)))
        make_default (self, WAY (self, i), candidates[c].code);
}

static void
report_silent (Split *self)
{
  g_autofree char *gateway = pt_report_node_label (self->program, self->gateway);
  gboolean one = self->counts[WAY_SILENT] == 1;

  for (guint i = 0; i < self->ways->len; i++)
    if (WAY (self, i)->says == WAY_SILENT)
      {
        PtDiagnostic *diagnostic = report_flow (self, WAY (self, i), PT_CODE_D01, gateway, NULL);

        if (one)
          offer_default (self, WAY (self, i), diagnostic);
        offer_name (self, WAY (self, i), diagnostic);
      }
}

/* ----- questions and answers
 * ---------------------------------------------------------------------- */

/* What the gateway asks, or, as it does not say, what was done before it. */
static char *
question_of (Split *self)
{
  const PtNode *gateway = gateway_of (self), *before = NULL;
  g_autofree char *name = pt_answer_on_one_line (gateway->name ? gateway->name : "");

  if (*name)
    return g_steal_pointer (&name);
  if (gateway->n_in == 1)
    before = pt_program_node (self->program,
                              pt_program_flow (self->program,
                                               pt_program_flow_in (self->program, self->gateway, 0))
                                  ->source);
  if (before && before->name && pt_bpmn_type_is_a (before->type, PT_BPMN_ACTIVITY))
    return pt_answer_on_one_line (before->name);
  return g_strdup ("Decision");
}

static void
report_unnamed (Split *self, const char *question)
{
  const PtOrigin *origin = &gateway_of (self)->origin;

  if (origin->logical && (!gateway_of (self)->name || !*gateway_of (self)->name))
    pt_report_at (pt_diagnostics_add (self->diagnostics, PT_CODE_D03, question, NULL), origin);
}

/* Labels that count as answers: those of flows without a condition, the default's among them. */
static gboolean
is_answer (const Way *way)
{
  return way->label && *way->label && (way->says == WAY_LABEL || way->says == WAY_DEFAULT);
}

static gboolean
is_yes_or_no (Split *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->ways->len; i++)
    {
      const Way *way = WAY (self, i);

      if (way->says == WAY_LABEL && way->answer != PT_ANSWER_YES && way->answer != PT_ANSWER_NO)
        return FALSE;
      any |= way->says == WAY_LABEL;
    }
  return any;
}

/* Whether the labels say between which numbers it lies, all in one unit. */
static gboolean
is_of_numbers (Split *self)
{
  g_autofree char *unit = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < self->ways->len; i++)
    {
      const Way *way = WAY (self, i);
      g_autoptr (PtRange) range = way->says == WAY_LABEL ? pt_range_read (way->label) : NULL;

      if (way->says != WAY_LABEL)
        continue;
      if (!range || (unit && *unit && *range->unit && strcmp (unit, range->unit) != 0))
        return FALSE;
      any |= !range->is_exact;
      if (!unit || !*unit)
        {
          g_free (unit);
          unit = g_strdup (range->unit);
        }
    }
  return any;
}

static gboolean
is_asked_by (const PtNode *node)
{
  return node->type == PT_BPMN_USER_TASK || node->type == PT_BPMN_TASK;
}

static PtIndex
add_decision (Split *self, const char *variable, const char *question, gboolean is_boolean)
{
  PtIndex index = pt_program_add_decision (self->program);
  PtDecision *decision = pt_program_decision (self->program, index);

  decision->variable = pt_program_string (self->program, variable);
  decision->question = pt_program_string (self->program, question);
  decision->is_boolean = is_boolean;
  decision->gateway = self->gateway;
  decision->collected_at = pt_decide_teller (self->program, self->gateway, question, is_asked_by);
  if (gateway_of (self)->decision == PT_NO_INDEX)
    gateway_of (self)->decision = index;
  if (decision->collected_at == PT_NO_INDEX)
    pt_decide_report_uncollected (self->program, index, self->diagnostics);
  return index;
}

/* Somebody wrote conditions of their own for all answers. */
static void
drop_decision (Split *self, PtIndex index)
{
  if (gateway_of (self)->decision == index)
    gateway_of (self)->decision = PT_NO_INDEX;
  g_array_set_size (self->program->decisions, index);
}

/* The labels are no answers, so that they do not say when a flow is taken. */
static void
report_refused (Split *self)
{
  g_autofree char *gateway = pt_report_node_label (self->program, self->gateway);

  for (guint i = 0; i < self->ways->len; i++)
    if (WAY (self, i)->says == WAY_LABEL)
      offer_name (self, WAY (self, i),
                  report_flow (self, WAY (self, i), PT_CODE_D01, gateway, NULL));
}

static void
add_value (Split *self, PtDecision *decision, GHashTable *values, const char *label)
{
  if (g_hash_table_add (values, (gpointer)label))
    g_ptr_array_add (decision->values, (gpointer)pt_program_string (self->program, label));
}

/* Two flows with one answer: neither can be chosen before the other.
 * @first: answer → index in ways of the first flow that gives it, plus one */
static void
check_distinct (Split *self, guint i, GHashTable *first, gpointer answer)
{
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (first, answer));

  if (other == 0)
    g_hash_table_insert (first, answer, GUINT_TO_POINTER (i + 1));
  else
    pt_report_at (report_flow (self, WAY (self, i), PT_CODE_D06, NULL, NULL),
                  &flow_of (self, WAY (self, other - 1))->origin);
}

/* Whether @condition, in FEEL or an engine's words, is about @variable. */
static gboolean
asks_for (const char *condition, const char *variable)
{
  g_autofree char *text = pt_expression_to_feel (condition, NULL);
  g_autoptr (PtFeel) feel = text ? pt_feel_parse (text + (*text == '='), NULL, NULL) : NULL;
  g_auto (GStrv) names = feel ? pt_feel_variables (feel) : NULL;

  return names ? g_strv_contains ((const char *const *)names, variable)
               : strstr (condition, variable) != NULL;
}

/* The condition that an answer stands for, or the one somebody wrote for it. Returns: whether it
 * asks for @variable */
static gboolean
set_answer (Split *self, const Way *way, const char *variable, const char *proposal)
{
  const char *condition = infer_condition (self, way, proposal);

  flow_of (self, way)->condition = pt_program_string (self->program, condition);
  if (!condition)
    {
      g_autofree char *gateway = pt_report_node_label (self->program, self->gateway);

      offer_name (self, way, report_flow (self, way, PT_CODE_D01, gateway, NULL));
    }
  return condition && asks_for (condition, variable);
}

/* What the question is kept as; NULL when it was refused to be one. */
static const char *
infer_variable (Split *self, const char *question, const char *proposal)
{
  return pt_program_infer (self->program, &gateway_of (self)->origin, PT_INFERENCE_QUESTION, "",
                           question, proposal);
}

/* Returns: (transfer full): when @way is taken, by the answer kept in @variable */
static char *
condition_of (const PtDecision *decision, const Way *way, const char *variable)
{
  g_autoptr (PtRange) range = decision->is_number ? pt_range_read (way->label) : NULL;
  g_autofree char *quoted = pt_feel_quote (way->label);

  if (range)
    return pt_range_to_feel (range, variable);
  return g_strdup_printf ("%s = %s", variable,
                          !decision->is_boolean          ? quoted
                          : way->answer == PT_ANSWER_YES ? "true"
                                                         : "false");
}

/* What leads the default way that says nothing itself: it could not be taken, were there no such
 * answer. */
static void
add_rest (Split *self, PtDecision *decision)
{
  for (guint i = 0; i < self->ways->len; i++)
    if (WAY (self, i)->says == WAY_DEFAULT && (!WAY (self, i)->label || !*WAY (self, i)->label))
      g_ptr_array_add (decision->values, (gpointer)pt_program_string (self->program, "other"));
}

/* Returns: whether any condition asks for @variable */
static gboolean
read_answers (Split *self, PtDecision *decision, const char *variable)
{
  g_autoptr (GHashTable) values = g_hash_table_new (pt_id_hash, g_str_equal);
  g_autoptr (GHashTable) first = decision->is_boolean ? g_hash_table_new (NULL, NULL)
                                                      : g_hash_table_new (pt_id_hash, g_str_equal);
  gboolean is_asked = FALSE;

  for (guint i = 0; i < self->ways->len; i++)
    {
      Way *way = WAY (self, i);
      g_autofree char *condition = NULL;

      if (is_answer (way) && !decision->is_number)
        add_value (self, decision, values, way->label);
      if (way->says != WAY_LABEL)
        continue;
      condition = condition_of (decision, way, variable);
      check_distinct (self, i, first,
                      decision->is_boolean ? GUINT_TO_POINTER (way->answer) : way->label);
      is_asked |= set_answer (self, way, variable, condition);
    }
  if (!decision->is_boolean && !decision->is_number)
    add_rest (self, decision);
  return is_asked;
}

static void
answer_question (Split *self, gboolean is_number)
{
  gboolean is_boolean = is_yes_or_no (self);
  g_autofree char *question = question_of (self);
  const char *variable
      = infer_variable (self, question, pt_variables_get (self->variables, question, is_boolean));
  PtDecision *decision;
  PtIndex index;

  if (!variable)
    {
      report_refused (self);
      return;
    }
  index = add_decision (self, variable, question, is_boolean);
  decision = pt_program_decision (self->program, index);
  decision->is_number = is_number;
  report_unnamed (self, question);
  if (read_answers (self, decision, variable))
    pt_decide_report_reading (self->program, index, self->diagnostics);
  else
    drop_decision (self, index);
  if (is_number)
    pt_decide_compare (self->program, self->gateway, self->diagnostics);
}

/* At an inclusive gateway each label is a question of its own. */
static void
answer_each (Split *self)
{
  for (guint i = 0; i < self->ways->len; i++)
    {
      Way *way = WAY (self, i);
      g_autofree char *condition = NULL;
      const char *variable;
      PtIndex decision;

      if (way->says != WAY_LABEL)
        continue;
      variable = pt_variables_get (self->variables, way->label, TRUE);
      condition = g_strdup_printf ("%s = true", variable);
      if (!set_answer (self, way, variable, condition))
        continue;
      decision = add_decision (self, variable, way->label, TRUE);
      pt_decide_report_reading (self->program, decision, self->diagnostics);
    }
  if (gateway_of (self)->default_flow == PT_NO_INDEX)
    pt_decide_report_stop (self->program, self->gateway, self->diagnostics);
}

void
pt_decide_split (PtProgram *program,
                 PtIndex gateway,
                 PtVariables *variables,
                 PtDiagnostics *diagnostics)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  Split self = { program, gateway, variables, diagnostics, ways };
  guint n = pt_program_node (program, gateway)->n_out;
  gboolean is_number;

  g_array_set_clear_func (ways, (GDestroyNotify)clear_way);
  for (guint k = 0; k < n; k++)
    read_way (&self, k);
  find_default (&self);
  report_silent (&self);
  if (self.counts[WAY_LABEL] == 0)
    {
      pt_decide_compare (program, gateway, diagnostics);
      return;
    }
  is_number = is_of_numbers (&self);
  if (pt_program_node (program, gateway)->type == PT_BPMN_INCLUSIVE_GATEWAY && !is_yes_or_no (&self)
      && !is_number)
    answer_each (&self);
  else
    answer_question (&self, is_number);
}
