/* pt-feel-match.c: “in”, and the cells of decision tables (10.3.2.8, table 55)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-eval.h"

#include <glib/gi18n-lib.h>

/* 1, 0, or -1 for null. */
typedef int Truth;

static Truth
matches_item (const PtFeelValue *value, const PtFeelValue *item)
{
  if (item->kind == PT_FEEL_KIND_RANGE && value->kind != PT_FEEL_KIND_RANGE)
    return pt_feel_range_holds (item->range, value);
  return pt_feel_value_equal (value, item);
}

static Truth
matches_list (const PtFeelValue *value, const PtFeelList *list)
{
  for (guint i = 0; i < list->n; i++)
    {
      const PtFeelValue *item = &list->items[i];

      if (matches_item (value, item) == 1)
        return 1;
      if (item->kind == PT_FEEL_KIND_LIST && value->kind != PT_FEEL_KIND_LIST
          && matches_list (value, item->list) == 1)
        return 1;
    }
  return 0;
}

static Truth
matches (const PtFeelValue *value, const PtFeelValue *test)
{
  if (test->kind == PT_FEEL_KIND_LIST)
    {
      if (value->kind == PT_FEEL_KIND_LIST && pt_feel_value_equal (value, test) == 1)
        return 1;
      return matches_list (value, test->list);
    }
  return matches_item (value, test);
}

static Truth
compare (PtFeelOperator op, const PtFeelValue *value, const PtFeelValue *operand)
{
  int order;

  if (op == PT_FEEL_EQ || op == PT_FEEL_NE)
    {
      Truth equal = pt_feel_value_equal (value, operand);

      return equal < 0 || op == PT_FEEL_EQ ? equal : !equal;
    }
  if (!pt_feel_value_order (value, operand, &order))
    return -1;
  return (op == PT_FEEL_LT && order < 0) || (op == PT_FEEL_LE && order <= 0)
         || (op == PT_FEEL_GT && order > 0) || (op == PT_FEEL_GE && order >= 0);
}

static Truth
test_value (PtFeelRun *run, const PtFeelNode *test, const PtFeelValue *value)
{
  PtFeelValue operand;
  Truth truth;

  pt_feel_eval (run, test->form == PT_FORM_TEST ? test->args[0] : test, &operand);
  if (test->form == PT_FORM_TEST)
    truth = compare (test->op, value, &operand);
  else if (test->uses_input && operand.kind == PT_FEEL_KIND_BOOLEAN)
    truth = operand.truth;
  else if (test->form == PT_FORM_RANGE && operand.kind == PT_FEEL_KIND_NULL)
    truth = -1;
  else
    truth = matches (value, &operand);
  pt_feel_drop (&operand);
  return truth;
}

/* Whether one of the tests from @first on holds. */
static Truth
test_any (PtFeelRun *run, const PtFeelNode *node, guint first, const PtFeelValue *value)
{
  Truth any = node->n_args > first ? 0 : 1;

  for (guint i = first; i < node->n_args; i++)
    {
      Truth truth = test_value (run, node->args[i], value);

      if (truth == 1)
        return 1;
      if (truth < 0)
        any = -1;
    }
  return any;
}

void
pt_eval_in (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue value;
  Truth truth;

  pt_feel_eval (run, node->args[0], &value);
  truth = test_any (run, node, 1, &value);
  pt_feel_drop (&value);
  if (truth < 0)
    pt_run_fail (run, node->at, out, _ ("“in” compares values of different kinds"));
  else
    *out = pt_feel_boolean (truth);
}

void
pt_eval_tests (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  const PtFeelValue *input = pt_feel_context_get (&run->variables, "?");
  PtFeelValue none = PT_FEEL_NULL;
  Truth truth = test_any (run, node, 0, input ? input : &none);

  *out = pt_feel_boolean ((truth == 1) != node->is_negated);
}

/* “< 10” by itself: the range of all it holds for. */
void
pt_eval_test (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue end;
  int order;

  pt_feel_eval (run, node->args[0], &end);
  if (node->op == PT_FEEL_NE || !pt_feel_value_order (&end, &end, &order))
    {
      pt_feel_drop (&end);
      pt_run_fail (run, node->at, out, _ ("this comparison is no range of values"));
    }
  else if (node->op == PT_FEEL_EQ)
    *out = pt_feel_range (end, FALSE, pt_feel_value_ref (&end), FALSE);
  else if (node->op == PT_FEEL_LT || node->op == PT_FEEL_LE)
    *out = pt_feel_range (PT_FEEL_NULL, TRUE, end, node->op == PT_FEEL_LT);
  else
    *out = pt_feel_range (end, node->op == PT_FEEL_GT, PT_FEEL_NULL, TRUE);
}
