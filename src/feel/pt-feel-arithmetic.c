/* pt-feel-arithmetic.c: + - * / ** and the minus sign (10.3.2.14, tables 45 to 49)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-eval.h"

#include <glib/gi18n-lib.h>

typedef PtFeelValue (*Combine) (const PtFeelValue *a, const PtFeelValue *b);

static inline gboolean
is_duration (const PtFeelValue *value)
{
  return value->kind == PT_FEEL_KIND_DAYS || value->kind == PT_FEEL_KIND_MONTHS;
}

static inline gboolean
is_moment (const PtFeelValue *value)
{
  return value->kind >= PT_FEEL_KIND_DATE && value->kind <= PT_FEEL_KIND_DATE_TIME;
}

static gboolean
is_day (const PtFeelValue *value)
{
  return value->kind == PT_FEEL_KIND_DATE || value->kind == PT_FEEL_KIND_DATE_TIME;
}

/* Durations of months are whole. */
static PtFeelValue
duration (PtFeelKind kind, PtFeelDecimal decimal)
{
  if (kind == PT_FEEL_KIND_MONTHS && pt_decimal_is_finite (decimal))
    decimal = pt_decimal_round (decimal, 0, PT_ROUND_DOWN);
  return pt_feel_finite (kind, decimal);
}

static PtFeelValue
move (const PtFeelValue *moment, const PtFeelValue *by, gboolean back)
{
  PtFeelDecimal distance = back ? pt_decimal_negate (by->decimal) : by->decimal;

  if (by->kind == PT_FEEL_KIND_DAYS)
    return pt_moment_add_seconds (moment, distance);
  return is_day (moment) ? pt_moment_add_months (moment, distance) : PT_FEEL_NULL;
}

static PtFeelValue
add (const PtFeelValue *a, const PtFeelValue *b)
{
  if (a->kind == b->kind && (a->kind == PT_FEEL_KIND_NUMBER || is_duration (a)))
    return pt_feel_finite (a->kind, pt_decimal_add (a->decimal, b->decimal));
  if (is_moment (a) && is_duration (b))
    return move (a, b, FALSE);
  if (is_duration (a) && is_moment (b))
    return move (b, a, FALSE);
  return PT_FEEL_NULL;
}

static PtFeelValue
subtract (const PtFeelValue *a, const PtFeelValue *b)
{
  if (a->kind == b->kind && (a->kind == PT_FEEL_KIND_NUMBER || is_duration (a)))
    return pt_feel_finite (a->kind, pt_decimal_subtract (a->decimal, b->decimal));
  if (is_moment (a) && is_duration (b))
    return move (a, b, TRUE);
  if ((is_day (a) && is_day (b)) || (a->kind == b->kind && a->kind == PT_FEEL_KIND_TIME))
    return pt_moment_between (b, a);
  return PT_FEEL_NULL;
}

static PtFeelValue
multiply (const PtFeelValue *a, const PtFeelValue *b)
{
  PtFeelKind kind = a->kind == PT_FEEL_KIND_NUMBER ? b->kind : a->kind;

  if (a->kind == PT_FEEL_KIND_NUMBER && b->kind == PT_FEEL_KIND_NUMBER)
    return pt_feel_finite (a->kind, pt_decimal_multiply (a->decimal, b->decimal));
  if ((a->kind == PT_FEEL_KIND_NUMBER && is_duration (b))
      || (is_duration (a) && b->kind == PT_FEEL_KIND_NUMBER))
    return duration (kind, pt_decimal_multiply (a->decimal, b->decimal));
  return PT_FEEL_NULL;
}

static PtFeelValue
divide (const PtFeelValue *a, const PtFeelValue *b)
{
  gboolean into_number = a->kind == b->kind && (a->kind == PT_FEEL_KIND_NUMBER || is_duration (a));

  if (into_number)
    return pt_feel_finite (PT_FEEL_KIND_NUMBER, pt_decimal_divide (a->decimal, b->decimal));
  if (is_duration (a) && b->kind == PT_FEEL_KIND_NUMBER)
    return duration (a->kind, pt_decimal_divide (a->decimal, b->decimal));
  return PT_FEEL_NULL;
}

static PtFeelValue
power (const PtFeelValue *a, const PtFeelValue *b)
{
  if (a->kind == PT_FEEL_KIND_NUMBER && b->kind == PT_FEEL_KIND_NUMBER)
    return pt_feel_finite (PT_FEEL_KIND_NUMBER, pt_decimal_power (a->decimal, b->decimal));
  return PT_FEEL_NULL;
}

/* ----- nodes --------------------------------------------------------------------------------- */

static void
fail (PtFeelRun *run,
      const PtFeelNode *node,
      const PtFeelValue *left,
      const PtFeelValue *right,
      PtFeelValue *out)
{
  static const char *const signs[] = { [PT_FEEL_ADD] = "+",
                                       [PT_FEEL_SUBTRACT] = "-",
                                       [PT_FEEL_MULTIPLY] = "*",
                                       [PT_FEEL_DIVIDE] = "/",
                                       [PT_FEEL_POWER] = "**" };

  /* Translators: 1 an operator, 2 and 3 kinds of values, such as “number” */
  pt_run_fail (run, node->at, out, _ ("“%s” has no result for a %s and a %s"), signs[node->op],
               pt_feel_kind_get_label (left->kind), pt_feel_kind_get_label (right->kind));
}

static inline void
combine (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out, Combine operation)
{
  PtFeelValue left, right;

  pt_feel_eval (run, node->args[0], &left);
  pt_feel_eval (run, node->args[1], &right);
  *out = operation (&left, &right);
  if (G_UNLIKELY (out->kind == PT_FEEL_KIND_NULL))
    fail (run, node, &left, &right, out);
  pt_feel_drop (&left);
  pt_feel_drop (&right);
}

void
pt_eval_add (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue left, right;

  pt_feel_eval (run, node->args[0], &left);
  pt_feel_eval (run, node->args[1], &right);
  if (left.kind == PT_FEEL_KIND_STRING && right.kind == PT_FEEL_KIND_STRING)
    *out = pt_run_spend (run, ((gint64)left.string->length + right.string->length) / 16)
               ? pt_feel_concat (left.string, right.string)
               : PT_FEEL_NULL;
  else
    *out = add (&left, &right);
  if (G_UNLIKELY (out->kind == PT_FEEL_KIND_NULL))
    fail (run, node, &left, &right, out);
  pt_feel_drop (&left);
  pt_feel_drop (&right);
}

void
pt_eval_subtract (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  combine (run, node, out, subtract);
}

void
pt_eval_multiply (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  combine (run, node, out, multiply);
}

void
pt_eval_divide (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  combine (run, node, out, divide);
}

void
pt_eval_power (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  combine (run, node, out, power);
}

void
pt_eval_negation (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  pt_feel_eval (run, node->args[0], out);
  if (out->kind == PT_FEEL_KIND_NUMBER || is_duration (out))
    out->decimal = pt_decimal_negate (out->decimal);
  else
    {
      PtFeelKind kind = out->kind;

      pt_feel_drop (out);
      pt_run_fail (run, node->at, out, _ ("a %s cannot be negative"),
                   pt_feel_kind_get_label (kind));
    }
}
