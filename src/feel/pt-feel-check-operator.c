/* pt-feel-check-operator.c: types of comparisons, sums and calls
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-check.h"

#include <glib/gi18n-lib.h>

#define KIND(kind) (1u << PT_FEEL_KIND_##kind)
#define DURATION (KIND (DAYS) | KIND (MONTHS))
#define DAY (KIND (DATE) | KIND (DATE_TIME))
#define MOMENT (DAY | KIND (TIME))
#define ORDERED (KIND (NUMBER) | DURATION | KIND (STRING) | MOMENT)

static gboolean
is_one_of (PtFeelKind kind, guint kinds)
{
  return kinds >> kind & 1;
}

/* ----- comparisons --------------------------------------------------------------------------- */

gboolean
pt_check_is_ordered (PtFeelKind a, PtFeelKind b)
{
  if (a == PT_FEEL_KIND_ANY || b == PT_FEEL_KIND_ANY)
    return is_one_of (a == PT_FEEL_KIND_ANY ? b : a, ORDERED | KIND (ANY));
  return a == b && is_one_of (a, ORDERED);
}

static gboolean
can_be_equal (PtFeelKind a, PtFeelKind b)
{
  guint open = KIND (ANY) | KIND (NULL);

  return a == b || is_one_of (a, open) || is_one_of (b, open);
}

static PtFeelType *
not_comparable (PtFeelChecker *self, guint at, PtFeelKind a, PtFeelKind b)
{
  return pt_check_fault (self, at, _ ("a %s cannot be compared with a %s"),
                         pt_feel_kind_get_label (a), pt_feel_kind_get_label (b));
}

static PtFeelType *
check_comparison (PtFeelChecker *self, PtFeelOperator op, guint at, PtFeelKind a, PtFeelKind b)
{
  gboolean fits = op <= PT_FEEL_NE ? can_be_equal (a, b) : pt_check_is_ordered (a, b);

  if (!fits)
    pt_feel_type_unref (not_comparable (self, at, a, b));
  return pt_feel_type_new (PT_FEEL_KIND_BOOLEAN);
}

PtFeelType *
pt_check_between (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) value = pt_check_infer (self, node->args[0]);

  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (PtFeelType) bound = pt_check_infer (self, node->args[i]);

      if (!pt_check_is_ordered (value->kind, bound->kind))
        pt_feel_type_unref (not_comparable (self, node->args[i]->at, value->kind, bound->kind));
    }
  return pt_feel_type_new (PT_FEEL_KIND_BOOLEAN);
}

/* Whether a value of @kind may be in one of @test. */
static gboolean
can_match (PtFeelKind kind, const PtFeelType *test)
{
  if (kind == PT_FEEL_KIND_ANY || can_be_equal (kind, test->kind))
    return TRUE;
  if (test->kind == PT_FEEL_KIND_RANGE)
    return !test->item || pt_check_is_ordered (kind, test->item->kind);
  return test->kind == PT_FEEL_KIND_LIST && (!test->item || can_match (kind, test->item));
}

PtFeelType *
pt_check_in (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) value = pt_check_infer (self, node->args[0]);

  for (guint i = 1; i < node->n_args; i++)
    {
      const PtFeelNode *test = node->args[i];
      gboolean compares = test->form == PT_FORM_TEST;
      g_autoptr (PtFeelType) type = pt_check_infer (self, compares ? test->args[0] : test);

      if (compares)
        pt_feel_type_unref (check_comparison (self, test->op, test->at, value->kind, type->kind));
      else if (!can_match (value->kind, type))
        pt_feel_type_unref (not_comparable (self, test->at, value->kind, type->kind));
    }
  return pt_feel_type_new (PT_FEEL_KIND_BOOLEAN);
}

/* ----- computing ----------------------------------------------------------------------------- */

/* What an operator makes of which kinds; SAME: the right one is of the kind of the left one. */
#define SAME ~0u

static const struct
{
  PtFeelOperator op;
  guint left, right;
  enum
  {
    LEFT,
    RIGHT,
    NUMBER,
    DURATION_BETWEEN,
  } result;
} sums[] = {
  { PT_FEEL_ADD, KIND (NUMBER) | DURATION | KIND (STRING), SAME, LEFT },
  { PT_FEEL_ADD, DAY, DURATION, LEFT },
  { PT_FEEL_ADD, DURATION, DAY, RIGHT },
  { PT_FEEL_ADD, KIND (TIME), KIND (DAYS), LEFT },
  { PT_FEEL_ADD, KIND (DAYS), KIND (TIME), RIGHT },
  { PT_FEEL_SUBTRACT, KIND (NUMBER) | DURATION, SAME, LEFT },
  { PT_FEEL_SUBTRACT, DAY, DURATION, LEFT },
  { PT_FEEL_SUBTRACT, KIND (TIME), KIND (DAYS), LEFT },
  { PT_FEEL_SUBTRACT, DAY, DAY, DURATION_BETWEEN },
  { PT_FEEL_SUBTRACT, KIND (TIME), KIND (TIME), DURATION_BETWEEN },
  { PT_FEEL_MULTIPLY, KIND (NUMBER), KIND (NUMBER) | DURATION, RIGHT },
  { PT_FEEL_MULTIPLY, DURATION, KIND (NUMBER), LEFT },
  { PT_FEEL_DIVIDE, KIND (NUMBER) | DURATION, KIND (NUMBER), LEFT },
  { PT_FEEL_DIVIDE, DURATION, SAME, NUMBER },
  { PT_FEEL_POWER, KIND (NUMBER), KIND (NUMBER), NUMBER },
};

/* Of what is the same on both sides, the known one. */
static PtFeelKind
result_kind (guint row, PtFeelKind left, PtFeelKind right)
{
  switch (sums[row].result)
    {
    case RIGHT:
      return right;
    case NUMBER:
      return PT_FEEL_KIND_NUMBER;
    case DURATION_BETWEEN:
      return PT_FEEL_KIND_DAYS;
    default:
      return sums[row].right == SAME && left == PT_FEEL_KIND_ANY ? right : left;
    }
}

/* Something of unknown kind may be of any that fits. */
static gboolean
fits_row (guint row, PtFeelOperator op, PtFeelKind left, PtFeelKind right)
{
  guint rights = sums[row].right == SAME ? sums[row].left : sums[row].right;
  gboolean is_open = left == PT_FEEL_KIND_ANY || right == PT_FEEL_KIND_ANY;

  return sums[row].op == op && is_one_of (left, sums[row].left | KIND (ANY))
         && is_one_of (right, rights | KIND (ANY))
         && (sums[row].right != SAME || left == right || is_open);
}

static PtFeelType *
check_sum (PtFeelChecker *self, const PtFeelNode *node, PtFeelKind left, PtFeelKind right)
{
  static const char *const signs[] = { [PT_FEEL_ADD] = "+",
                                       [PT_FEEL_SUBTRACT] = "-",
                                       [PT_FEEL_MULTIPLY] = "*",
                                       [PT_FEEL_DIVIDE] = "/",
                                       [PT_FEEL_POWER] = "**" };

  PtFeelKind result = PT_FEEL_KIND_NULL; /* nothing fits */

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (fits_row (i, node->op, left, right))
      {
        PtFeelKind kind = result_kind (i, left, right);

        result = result == PT_FEEL_KIND_NULL || result == kind ? kind : PT_FEEL_KIND_ANY;
      }
  if (result != PT_FEEL_KIND_NULL)
    return pt_feel_type_new (result);
  return pt_check_fault (self, node->at, _ ("“%s” has no result for a %s and a %s"),
                         signs[node->op], pt_feel_kind_get_label (left),
                         pt_feel_kind_get_label (right));
}

/* Null is no fault of “and” and “or”, which may come to a truth value in spite of it. */
static PtFeelType *
check_logic (PtFeelChecker *self, const PtFeelNode *node, PtFeelKind left, PtFeelKind right)
{
  guint allowed = KIND (BOOLEAN) | KIND (ANY) | KIND (NULL);

  if (!is_one_of (left, allowed) || !is_one_of (right, allowed))
    pt_feel_type_unref (pt_check_fault (self, node->at,
                                        node->op == PT_FEEL_AND
                                            ? _ ("“and” needs true or false on both sides")
                                            : _ ("“or” needs true or false on both sides")));
  return pt_feel_type_new (PT_FEEL_KIND_BOOLEAN);
}

PtFeelType *
pt_check_binary (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) left = pt_check_infer (self, node->args[0]);
  g_autoptr (PtFeelType) right = pt_check_infer (self, node->args[1]);

  if (node->op <= PT_FEEL_AND)
    return check_logic (self, node, left->kind, right->kind);
  if (node->op <= PT_FEEL_GE)
    return check_comparison (self, node->op, node->at, left->kind, right->kind);
  return check_sum (self, node, left->kind, right->kind);
}

PtFeelType *
pt_check_negation (PtFeelChecker *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) type = pt_check_infer (self, node->args[0]);

  if (is_one_of (type->kind, KIND (NUMBER) | DURATION | KIND (ANY)))
    return pt_feel_type_ref (type);
  return pt_check_fault (self, node->at, _ ("a %s cannot be negative"),
                         pt_feel_kind_get_label (type->kind));
}

/* ----- calls --------------------------------------------------------------------------------- */

/* A list may have one item, which then is taken. */
static gboolean
takes (const PtFeelParam *param, PtFeelKind kind)
{
  if (kind == PT_FEEL_KIND_ANY || kind == PT_FEEL_KIND_LIST || is_one_of (kind, param->kinds)
      || param->is_rest)
    return TRUE;
  return (kind != PT_FEEL_KIND_NULL && is_one_of (PT_FEEL_KIND_LIST, param->kinds))
         || (kind == PT_FEEL_KIND_DATE && is_one_of (PT_FEEL_KIND_DATE_TIME, param->kinds));
}

static const PtFeelParam *
param_of (const PtFeelBuiltin *form, const PtFeelNode *node, guint i)
{
  guint last = form->n_params - 1;

  if (node->n_binders == 0)
    return form->n_params > 0 && i > last
                   && (form->params[last].is_rest || form->params[0].is_spread)
               ? &form->params[last]
           : i < form->n_params ? &form->params[i]
                                : NULL;
  for (guint k = 0; k < form->n_params; k++)
    if (g_str_equal (form->params[k].name, node->binders[i].name))
      return &form->params[k];
  return NULL;
}

static gboolean
fits_form (const PtFeelBuiltin *form,
           const PtFeelNode *node,
           const PtFeelKind *kinds,
           const PtFeelParam **refused)
{
  guint n = node->n_args - 1;

  if (n < form->n_required)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PtFeelParam *param = param_of (form, node, i);

      if (!param)
        return FALSE;
      if (!takes (param, kinds[i]) && !(param->is_spread && n > 1))
        {
          *refused = param;
          return FALSE;
        }
    }
  return TRUE;
}

static PtFeelType *
check_builtin (PtFeelChecker *self, const PtFeelNode *node, const PtFeelKind *kinds)
{
  const PtFeelBuiltin *first = node->args[0]->builtin;
  const PtFeelParam *refused = NULL;

  for (const PtFeelBuiltin *form = first; form; form = pt_feel_builtin_next (form))
    if (fits_form (form, node, kinds, &refused))
      return pt_feel_type_new (form->row->result);
  if (refused)
    return pt_check_fault (self, node->at, _ ("“%s” does not take such a value as its “%s”"),
                           first->row->name, refused->name);
  return pt_check_fault (self, node->at, _ ("“%s” takes other arguments"), first->row->name);
}

static PtFeelType *
check_function (PtFeelChecker *self, const PtFeelNode *node, const PtFeelType *function)
{
  guint n = node->n_args - 1;

  if (function->kind == PT_FEEL_KIND_ANY)
    return pt_feel_type_new (PT_FEEL_KIND_ANY);
  if (function->kind != PT_FEEL_KIND_FUNCTION)
    return pt_check_fault (self, node->at, _ ("only functions can be called"));
  if (function->any_entries)
    return pt_feel_type_new (PT_FEEL_KIND_ANY);
  if (function->types->len != n)
    return pt_check_fault (self, node->at, _ ("the function takes %u arguments, not %u"),
                           function->types->len, n);
  return pt_feel_type_ref (function->item);
}

static gboolean
is_builtin (PtFeelChecker *self, const PtFeelNode *callee)
{
  gboolean known = FALSE;

  if (callee->form != PT_FORM_NAME || callee->slot >= 0 || !callee->builtin)
    return FALSE;
  if (self->scope)
    pt_feel_scope_get (self->scope, callee->text, &known);
  return !known;
}

PtFeelType *
pt_check_call (PtFeelChecker *self, const PtFeelNode *node)
{
  guint n = node->n_args - 1;
  g_autofree PtFeelKind *kinds = g_new (PtFeelKind, n + 1);
  g_autoptr (PtFeelType) function = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PtFeelType) type = pt_check_infer (self, node->args[i + 1]);

      kinds[i] = type->kind;
    }
  if (is_builtin (self, node->args[0]))
    return check_builtin (self, node, kinds);
  function = pt_check_infer (self, node->args[0]);
  return check_function (self, node, function);
}
