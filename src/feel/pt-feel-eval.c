/* pt-feel-eval.c: values of syntax trees (10.3.2)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-eval.h"

#include "pt-feel-builtin.h"

#include <glib/gi18n-lib.h>

/* ----- one evaluation ------------------------------------------------------------------------ */

void
pt_run_fail (PtFeelRun *run, guint at, PtFeelValue *out, const char *format, ...)
{
  va_list args;

  *out = PT_FEEL_NULL;
  if (!run->fault || run->fault->message)
    return;
  va_start (args, format);
  run->fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  run->fault->column = pt_feel_column (run->feel->text, at);
}

gboolean
pt_run_spend (PtFeelRun *run, gint64 steps)
{
  PtFeelValue none;

  run->steps -= steps;
  if (G_LIKELY (run->steps >= 0 && !run->is_stopped))
    return TRUE;
  if (!run->is_stopped)
    pt_run_fail (run, run->at, &none, _ ("the evaluation takes too long or too much memory"));
  run->is_stopped = TRUE;
  return FALSE;
}

/* ----- leaves -------------------------------------------------------------------------------- */

static void
eval_constant (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  pt_feel_hold (&node->constant);
  *out = node->constant;
}

static void
eval_broken_literal (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  eval_constant (run, node, out);
  if (out->kind == PT_FEEL_KIND_NULL)
    /* Translators: 1 what stands in quotation marks behind @, or a number */
    pt_run_fail (run, node->at, out, _ ("“%s” is no date, time, duration or number"), node->text);
}

static const PtFeelValue *
find_variable (PtFeelRun *run, const PtFeelNode *node)
{
  for (guint i = 0; i < node->n_filters; i++)
    {
      const PtFeelValue *item = &run->slots[node->filters[i]];
      const PtFeelValue *found
          = item->kind == PT_FEEL_KIND_CONTEXT
                ? pt_feel_context_find (item->context, node->text, node->length, node->hash)
                : NULL;

      if (found)
        return found;
    }
  if (node->slot >= 0)
    return &run->slots[node->slot];
  if (run->variables.kind == PT_FEEL_KIND_CONTEXT)
    return pt_feel_context_find (run->variables.context, node->text, node->length, node->hash);
  return NULL;
}

/* Moments, durations and ranges have entries that a filter can name, too. */
static gboolean
find_property (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  for (guint i = 0; i < node->n_filters; i++)
    {
      const PtFeelValue *item = &run->slots[node->filters[i]];

      if (item->kind == PT_FEEL_KIND_CONTEXT || item->kind == PT_FEEL_KIND_LIST)
        continue;
      *out = pt_feel_property (NULL, item, node);
      if (out->kind != PT_FEEL_KIND_NULL)
        return TRUE;
    }
  return FALSE;
}

const PtFeelValue *
pt_feel_borrow (PtFeelRun *run, const PtFeelNode *node)
{
  const PtFeelValue *base;

  if (node->form == PT_FORM_NAME)
    return find_variable (run, node);
  if (node->form != PT_FORM_PATH)
    return NULL;
  base = pt_feel_borrow (run, node->args[0]);
  return base && base->kind == PT_FEEL_KIND_CONTEXT
             ? pt_feel_context_find (base->context, node->text, node->length, node->hash)
             : NULL;
}

static void
eval_name (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  const PtFeelValue *found = find_variable (run, node);

  if (G_LIKELY (found != NULL))
    {
      pt_feel_hold (found);
      *out = *found;
    }
  else if (node->n_filters > 0 && find_property (run, node, out))
    return;
  else if (node->builtin)
    pt_run_builtin_value (node->builtin, out);
  else if (node->n_filters > 0)
    *out = PT_FEEL_NULL; /* an item without such an entry is no fault */
  else
    pt_run_fail (run, node->at, out, _ ("there is nothing called “%s”"), node->text);
}

/* ----- logic --------------------------------------------------------------------------------- */

static void
eval_and (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue left, right;
  gboolean left_holds;

  pt_feel_eval (run, node->args[0], &left);
  left_holds = pt_feel_is_true (&left);
  if (left.kind == PT_FEEL_KIND_BOOLEAN && !left.truth)
    {
      *out = left;
      return;
    }
  pt_feel_eval (run, node->args[1], &right);
  if (right.kind == PT_FEEL_KIND_BOOLEAN && (left_holds || !right.truth))
    *out = right;
  else
    pt_run_fail (run, node->at, out, _ ("“and” needs true or false on both sides"));
  pt_feel_drop (&left);
  if (right.kind != PT_FEEL_KIND_BOOLEAN)
    pt_feel_drop (&right);
}

static void
eval_or (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue left, right;

  pt_feel_eval (run, node->args[0], &left);
  if (pt_feel_is_true (&left))
    {
      *out = left;
      return;
    }
  pt_feel_eval (run, node->args[1], &right);
  if (pt_feel_is_true (&right)
      || (left.kind == PT_FEEL_KIND_BOOLEAN && right.kind == PT_FEEL_KIND_BOOLEAN))
    *out = right;
  else
    {
      pt_run_fail (run, node->at, out, _ ("“or” needs true or false on both sides"));
      pt_feel_drop (&right);
    }
  pt_feel_drop (&left);
}

static void
eval_not (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  pt_feel_eval (run, node->args[0], out);
  if (out->kind == PT_FEEL_KIND_BOOLEAN)
    out->truth = !out->truth;
  else
    {
      pt_feel_drop (out);
      pt_run_fail (run, node->at, out, _ ("“not” needs true or false"));
    }
}

static void
eval_if (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue test;
  gboolean holds;

  pt_feel_eval (run, node->args[0], &test);
  holds = pt_feel_is_true (&test);
  pt_feel_drop (&test);
  pt_feel_eval (run, node->args[holds ? 1 : 2], out);
}

/* ----- comparisons --------------------------------------------------------------------------- */

static void
eval_equality (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue left, right;
  int equal;

  pt_feel_eval (run, node->args[0], &left);
  pt_feel_eval (run, node->args[1], &right);
  equal = pt_feel_value_equal (&left, &right);
  if (equal >= 0)
    *out = pt_feel_boolean (equal == (node->op == PT_FEEL_EQ));
  else
    /* Translators: 1, 2 kinds of values, such as “number” */
    pt_run_fail (run, node->at, out, _ ("a %s cannot be compared with a %s"),
                 pt_feel_kind_get_label (left.kind), pt_feel_kind_get_label (right.kind));
  pt_feel_drop (&left);
  pt_feel_drop (&right);
}

static gboolean
is_in_order (PtFeelOperator op, int order)
{
  switch (op)
    {
    case PT_FEEL_LT:
      return order < 0;
    case PT_FEEL_LE:
      return order <= 0;
    case PT_FEEL_GT:
      return order > 0;
    default:
      return order >= 0;
    }
}

static void
eval_order (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue left, right;
  int order;

  pt_feel_eval (run, node->args[0], &left);
  pt_feel_eval (run, node->args[1], &right);
  if (pt_feel_value_order (&left, &right, &order))
    *out = pt_feel_boolean (is_in_order (node->op, order));
  else
    pt_run_fail (run, node->at, out, _ ("a %s cannot be compared with a %s"),
                 pt_feel_kind_get_label (left.kind), pt_feel_kind_get_label (right.kind));
  pt_feel_drop (&left);
  pt_feel_drop (&right);
}

static void
eval_between (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue values[3];
  int low, high;

  for (int i = 0; i < 3; i++)
    pt_feel_eval (run, node->args[i], &values[i]);
  if (pt_feel_value_order (&values[0], &values[1], &low)
      && pt_feel_value_order (&values[0], &values[2], &high))
    *out = pt_feel_boolean (low >= 0 && high <= 0);
  else
    pt_run_fail (run, node->at, out, _ ("“between” needs three values of one kind"));
  for (int i = 0; i < 3; i++)
    pt_feel_drop (&values[i]);
}

static void
eval_instance (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue value;
  gboolean holds;

  pt_feel_eval (run, node->args[0], &value);
  holds = pt_feel_type_holds (node->type, &value);
  pt_feel_drop (&value);
  *out = pt_feel_boolean (holds);
}

/* ----- lists, contexts, ranges --------------------------------------------------------------- */

static void
eval_list (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  *out = pt_feel_list_sized (node->n_args);
  pt_run_spend (run, node->n_args);
  for (guint i = 0; i < node->n_args; i++)
    {
      PtFeelValue item;

      pt_feel_eval (run, node->args[i], &item);
      pt_feel_list_add (out, item);
    }
}

static void
eval_context (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  *out = pt_feel_context ();
  pt_run_spend (run, node->n_args);
  for (guint i = 0; i < node->n_args; i++)
    {
      const PtFeelBinder *entry = &node->binders[i];
      PtFeelValue value;

      if (pt_feel_context_find (out->context, entry->key->text, entry->key->length,
                                entry->key->hash))
        {
          pt_feel_drop (out);
          pt_run_fail (run, node->args[i]->at, out, _ ("there are two entries called “%s”"),
                       entry->name);
          return;
        }
      pt_feel_eval (run, node->args[i], &value);
      run->slots[entry->slot] = value;
      pt_feel_context_put (out->context, entry->key, value);
    }
}

static void
eval_range (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue low, high;
  int order;

  pt_feel_eval (run, node->args[0], &low);
  pt_feel_eval (run, node->args[1], &high);
  if (pt_feel_value_order (&low, &high, &order))
    *out = pt_feel_range (low, node->open_low, high, node->open_high);
  else
    {
      pt_feel_drop (&low);
      pt_feel_drop (&high);
      pt_run_fail (run, node->at, out, _ ("a range needs two ends of one kind"));
    }
}

/* ----- the table ----------------------------------------------------------------------------- */

const PtFeelEvaluator pt_feel_evaluators[PT_N_FORMS] = {
  [PT_FORM_NUMBER] = eval_broken_literal,
  [PT_FORM_STRING] = eval_constant,
  [PT_FORM_CONSTANT] = eval_constant,
  [PT_FORM_AT] = eval_broken_literal,
  [PT_FORM_NAME] = eval_name,
  [PT_FORM_PATH] = pt_eval_path,
  [PT_FORM_CALL] = pt_eval_call,
  [PT_FORM_LIST] = eval_list,
  [PT_FORM_CONTEXT] = eval_context,
  [PT_FORM_RANGE] = eval_range,
  [PT_FORM_STEPS] = eval_range,
  [PT_FORM_TEST] = pt_eval_test,
  [PT_FORM_NEGATION] = pt_eval_negation,
  [PT_FORM_NOT] = eval_not,
  [PT_FORM_BETWEEN] = eval_between,
  [PT_FORM_IN] = pt_eval_in,
  [PT_FORM_INSTANCE] = eval_instance,
  [PT_FORM_IF] = eval_if,
  [PT_FORM_FOR] = pt_eval_for,
  [PT_FORM_SOME] = pt_eval_some,
  [PT_FORM_EVERY] = pt_eval_every,
  [PT_FORM_FILTER] = pt_eval_filter,
  [PT_FORM_FUNCTION] = pt_eval_function,
  [PT_FORM_TESTS] = pt_eval_tests,
};

const PtFeelEvaluator pt_feel_operators[PT_FEEL_N_OPERATORS] = {
  [PT_FEEL_OR] = eval_or,
  [PT_FEEL_AND] = eval_and,
  [PT_FEEL_EQ] = eval_equality,
  [PT_FEEL_NE] = eval_equality,
  [PT_FEEL_LT] = eval_order,
  [PT_FEEL_LE] = eval_order,
  [PT_FEEL_GT] = eval_order,
  [PT_FEEL_GE] = eval_order,
  [PT_FEEL_ADD] = pt_eval_add,
  [PT_FEEL_SUBTRACT] = pt_eval_subtract,
  [PT_FEEL_MULTIPLY] = pt_eval_multiply,
  [PT_FEEL_DIVIDE] = pt_eval_divide,
  [PT_FEEL_POWER] = pt_eval_power,
};

void
pt_feel_evaluate (const PtFeel *self,
                  const PtFeelValue *variables,
                  PtFeelValue *result,
                  PtFeelFault *fault)
{
  PtFeelValue few[16];
  g_autofree PtFeelValue *many
      = self->n_slots > G_N_ELEMENTS (few) ? g_new (PtFeelValue, self->n_slots) : NULL;
  PtFeelRun run = { .feel = self,
                    .slots = many ? many : few,
                    .steps = PT_FEEL_MAX_STEPS,
                    .nesting = self->root->height,
                    .fault = fault };

  if (variables)
    run.variables = *variables;
  if (fault)
    *fault = (PtFeelFault){ 0 };
  pt_feel_eval (&run, self->root, result);
  if (run.is_stopped)
    pt_feel_value_clear (result);
}

/* ----- what does not depend on variables ----------------------------------------------------- */

/* Whether @node's value is the same each time, if that of its arguments is. */
static gboolean
is_steady (const PtFeelNode *node)
{
  switch (node->form)
    {
    case PT_FORM_NAME:
    case PT_FORM_FOR:
    case PT_FORM_SOME:
    case PT_FORM_EVERY:
    case PT_FORM_FILTER:
    case PT_FORM_FUNCTION:
    case PT_FORM_CONTEXT:
    case PT_FORM_TEST:
    case PT_FORM_TESTS:
    case PT_FORM_STEPS:
    case PT_FORM_IN:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
fold_node (PtFeel *self, PtFeelNode *node)
{
  PtFeelRun run = { .feel = self, .steps = 10000, .nesting = node->height };
  PtFeelValue value;
  gboolean calls = node->form == PT_FORM_CALL;
  gboolean steady = is_steady (node);

  for (guint i = 0; i < node->n_args; i++)
    if (node->args[i] && !(calls && i == 0))
      steady &= fold_node (self, node->args[i]);
  if (calls)
    steady &= node->args[0]->form == PT_FORM_NAME && node->args[0]->slot < 0
              && node->args[0]->n_filters == 0 && node->args[0]->builtin
              && !node->args[0]->builtin->row->is_impure;
  if (!steady || node->n_args == 0)
    return steady;
  pt_feel_eval (&run, node, &value);
  if (value.kind == PT_FEEL_KIND_NULL || run.is_stopped)
    {
      pt_feel_drop (&value);
      return FALSE; /* evaluated again, to say why */
    }
  node->constant = value;
  node->is_folded = TRUE;
  node->evaluate = eval_constant;
  if (!node->type)
    pt_feel_node_own (&self->pool, node);
  return TRUE;
}

void
pt_feel_fold (PtFeel *self)
{
  fold_node (self, self->root);
}
