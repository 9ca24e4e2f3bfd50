/* pt-feel-iterate.c: for, some, every, and filters
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-eval.h"

#include <glib/gi18n-lib.h>

#define MAX_RESERVED 256 /* items for which there is room before they come */

/* ----- what is gone through ------------------------------------------------------------------ */

/* Domain: a list, a single value as a list of one, or steps from one number or date to another. */
typedef struct
{
  PtFeelValue list;      /* or the single value, or the first of the steps */
  PtFeelValue step_item; /* the current one of steps */
  gint64 n, sign;
} Domain;

static void
domain_clear (Domain *self)
{
  pt_feel_drop (&self->list);
  pt_feel_drop (&self->step_item);
}

/* Whole numbers, or days. Returns: FALSE when there are no steps from @low to @high */
static gboolean
set_steps (Domain *self, const PtFeelValue *low, const PtFeelValue *high)
{
  gint64 from, to;

  if (low->kind != high->kind)
    return FALSE;
  if (low->kind == PT_FEEL_KIND_DATE)
    {
      from = pt_calendar_days (low->moment->year, low->moment->month, low->moment->day);
      to = pt_calendar_days (high->moment->year, high->moment->month, high->moment->day);
    }
  else if (!pt_feel_get_int (low, &from) || !pt_feel_get_int (high, &to))
    return FALSE;
  if (ABS (from) > G_MAXINT64 / 4 || ABS (to) > G_MAXINT64 / 4)
    return FALSE;
  self->sign = from <= to ? 1 : -1;
  self->n = ABS (to - from) + 1;
  self->list = pt_feel_value_ref (low);
  return TRUE;
}

/* The steps a range holds: an end that is left out is not gone to. */
static gboolean
set_range (Domain *self, const PtFeelRange *range)
{
  if (!set_steps (self, &range->low, &range->high))
    return FALSE;
  if (range->open_low)
    {
      PtFeelValue low = self->list;

      self->n--;
      self->list
          = low.kind == PT_FEEL_KIND_NUMBER
                ? pt_feel_decimal (low.kind,
                                   pt_decimal_add (low.decimal, pt_decimal_from_int (self->sign)))
                : pt_moment_add_seconds (&low, pt_decimal_from_int (86400 * self->sign));
      pt_feel_drop (&low);
    }
  self->n = MAX (0, self->n - (range->open_high ? 1 : 0));
  return TRUE;
}

static gboolean
domain_set (PtFeelRun *run, Domain *self, const PtFeelNode *node)
{
  PtFeelValue value;
  gboolean is_set = TRUE;

  *self = (Domain){ 0 };
  if (node->form == PT_FORM_STEPS)
    {
      PtFeelValue low, high;

      pt_feel_eval (run, node->args[0], &low);
      pt_feel_eval (run, node->args[1], &high);
      is_set = set_steps (self, &low, &high);
      pt_feel_drop (&low);
      pt_feel_drop (&high);
      return is_set;
    }
  pt_feel_eval (run, node, &value);
  if (value.kind == PT_FEEL_KIND_RANGE)
    {
      is_set = set_range (self, value.range);
      pt_feel_drop (&value);
      return is_set;
    }
  self->list = value;
  self->n = value.kind == PT_FEEL_KIND_LIST ? value.list->n : 1;
  return value.kind != PT_FEEL_KIND_NULL;
}

/* Returns: the item at @index, kept by the domain */
static PtFeelValue
domain_get (Domain *self, gint64 index)
{
  if (self->sign == 0)
    return self->list.kind == PT_FEEL_KIND_LIST ? self->list.list->items[index] : self->list;
  if (self->list.kind == PT_FEEL_KIND_NUMBER)
    return pt_feel_decimal (PT_FEEL_KIND_NUMBER,
                            pt_decimal_add (self->list.decimal,
                                            pt_decimal_from_int (index * self->sign)));
  pt_feel_drop (&self->step_item);
  self->step_item
      = pt_moment_add_seconds (&self->list, pt_decimal_from_int (index * self->sign * 86400));
  return self->step_item;
}

/* ----- loops --------------------------------------------------------------------------------- */

typedef struct _Loop Loop;
struct _Loop
{
  const PtFeelNode *node;
  /* does what is to be done with each item; FALSE ends the loop */
  gboolean (*visit) (PtFeelRun *run, Loop *loop);
  PtFeelValue result;
};

/* Each iterator within those before it, whose variables its own domain may use. */
static gboolean
iterate (PtFeelRun *run, Loop *loop, guint binder)
{
  const PtFeelNode *node = loop->node;
  Domain domain;
  gboolean goes_on = TRUE;

  if (binder == node->n_binders)
    return loop->visit (run, loop);
  if (!domain_set (run, &domain, node->args[binder]))
    {
      pt_feel_drop (&loop->result);
      pt_run_fail (run, node->args[binder]->at, &loop->result,
                   _ ("“in” needs a list, or two whole numbers or dates"));
      goes_on = FALSE;
    }
  if (goes_on && node->form == PT_FORM_FOR && binder + 1 == node->n_binders)
    pt_feel_list_reserve (&loop->result, (guint)MIN (domain.n, MAX_RESERVED));
  for (gint64 i = 0; goes_on && i < domain.n && pt_run_spend (run, 1); i++)
    {
      run->slots[node->binders[binder].slot] = domain_get (&domain, i);
      goes_on = iterate (run, loop, binder + 1);
    }
  domain_clear (&domain);
  return goes_on && !run->is_stopped;
}

static gboolean
visit_for (PtFeelRun *run, Loop *loop)
{
  PtFeelValue item;

  run->slots[loop->node->slot] = loop->result;
  pt_feel_eval (run, loop->node->args[loop->node->n_binders], &item);
  if (g_atomic_int_get (&loop->result.list->refs) > 1)
    {
      /* somebody kept “partial”, which does not grow under his hands */
      PtFeelValue copy = pt_feel_list_sized (loop->result.list->n + 1);

      pt_run_spend (run, loop->result.list->n);
      for (guint i = 0; i < loop->result.list->n; i++)
        pt_feel_list_add (&copy, pt_feel_value_ref (&loop->result.list->items[i]));
      pt_feel_drop (&loop->result);
      loop->result = copy;
    }
  pt_feel_list_add (&loop->result, item);
  /* what a loop nests is to be freed and compared without end of stack */
  return loop->result.list->depth < PT_FEEL_MAX_VALUE_DEPTH || pt_run_spend (run, G_MAXINT32);
}

void
pt_eval_for (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  Loop loop = { node, visit_for, pt_feel_list () };

  iterate (run, &loop, 0);
  *out = loop.result;
}

/* Null, unless some item decides. */
static void
visit_truth (PtFeelRun *run, Loop *loop, PtFeelValue *value)
{
  pt_feel_eval (run, loop->node->args[loop->node->n_binders], value);
  if (value->kind == PT_FEEL_KIND_BOOLEAN)
    return;
  pt_feel_drop (value);
  pt_run_fail (run, loop->node->args[loop->node->n_binders]->at, value,
               _ ("“satisfies” needs true or false"));
  if (loop->result.kind == PT_FEEL_KIND_BOOLEAN)
    loop->result = PT_FEEL_NULL;
}

static gboolean
visit_some (PtFeelRun *run, Loop *loop)
{
  PtFeelValue value;

  visit_truth (run, loop, &value);
  if (pt_feel_is_true (&value))
    loop->result = value;
  return !pt_feel_is_true (&value);
}

static gboolean
visit_every (PtFeelRun *run, Loop *loop)
{
  PtFeelValue value;
  gboolean fails;

  visit_truth (run, loop, &value);
  fails = value.kind == PT_FEEL_KIND_BOOLEAN && !value.truth;
  if (fails)
    loop->result = value;
  return !fails;
}

void
pt_eval_some (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  Loop loop = { node, visit_some, pt_feel_boolean (FALSE) };

  iterate (run, &loop, 0);
  *out = loop.result;
}

void
pt_eval_every (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  Loop loop = { node, visit_every, pt_feel_boolean (TRUE) };

  iterate (run, &loop, 0);
  *out = loop.result;
}

/* ----- filters ------------------------------------------------------------------------------- */

/* From 1, or from the end when negative. */
static void
pick (PtFeelRun *run,
      const PtFeelNode *node,
      const PtFeelValue *items,
      guint n,
      const PtFeelValue *index,
      PtFeelValue *out)
{
  gint64 place;

  if (pt_feel_get_int (index, &place) && place != 0 && ABS (place) <= (gint64)n)
    *out = pt_feel_value_ref (&items[place > 0 ? place - 1 : place + (gint64)n]);
  else
    pt_run_fail (run, node->args[1]->at, out, _ ("the list has no item of this number"));
}

static void
keep (PtFeelRun *run,
      const PtFeelNode *node,
      const PtFeelValue *items,
      guint n,
      PtFeelValue test,
      PtFeelValue *out)
{
  *out = pt_feel_list ();
  for (guint i = 0; i < n && pt_run_spend (run, 1); i++)
    {
      run->slots[node->slot] = items[i];
      if (i > 0)
        pt_feel_eval (run, node->args[1], &test);
      if (pt_feel_is_true (&test))
        pt_feel_list_add (out, pt_feel_value_ref (&items[i]));
      pt_feel_drop (&test);
    }
}

/* The bracket holds a place or a test, of which only its value for the first item tells. */
static void
filter_items (PtFeelRun *run,
              const PtFeelNode *node,
              const PtFeelValue *items,
              guint n,
              PtFeelValue *out)
{
  PtFeelValue test;

  run->slots[node->slot] = n > 0 ? items[0] : PT_FEEL_NULL;
  pt_feel_eval (run, node->args[1], &test);
  if (test.kind == PT_FEEL_KIND_NUMBER)
    pick (run, node, items, n, &test, out);
  else if (n > 0)
    keep (run, node, items, n, test, out);
  else
    {
      pt_feel_drop (&test);
      *out = pt_feel_list ();
    }
}

void
pt_eval_filter (PtFeelRun *run, const PtFeelNode *node, PtFeelValue *out)
{
  PtFeelValue list;

  pt_feel_eval (run, node->args[0], &list);
  if (list.kind == PT_FEEL_KIND_LIST)
    filter_items (run, node, list.list->items, list.list->n, out);
  else if (list.kind == PT_FEEL_KIND_NULL)
    *out = PT_FEEL_NULL;
  else
    filter_items (run, node, &list, 1, out);
  pt_feel_drop (&list);
}
