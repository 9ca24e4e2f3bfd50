/* pt-feel-translate-compare.c: comparisons in other languages, with an eye on null
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

/* ----- where null may come from -------------------------------------------------------------- */

static gboolean
is_literal (const PtFeelNode *node)
{
  return node->form == PT_FORM_NUMBER || node->form == PT_FORM_STRING
         || (node->form == PT_FORM_NEGATION && node->args[0]->form == PT_FORM_NUMBER);
}

/* Something is done with what it consists of, which null would not survive. */
gboolean
pt_say_is_computed (const PtFeelNode *node)
{
  return (node->form == PT_FORM_BINARY && node->op >= PT_FEEL_ADD)
         || (node->form == PT_FORM_CALL && !pt_feel_is_call (node, "get or else"))
         || node->form == PT_FORM_NEGATION || node->form == PT_FORM_FOR
         || node->form == PT_FORM_FILTER;
}

static gboolean
is_same (const PtFeelNode *a, const PtFeelNode *b)
{
  if (a->form != b->form || !a->text || !b->text || !g_str_equal (a->text, b->text))
    return FALSE;
  if (a->form == PT_FORM_PATH)
    return is_same (a->args[0], b->args[0]);
  return a->form == PT_FORM_NAME;
}

static void
add_source (const PtFeelNode *node, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    if (is_same (sources->pdata[i], node))
      return;
  g_ptr_array_add (sources, (gpointer)node);
}

static const PtFeelNode *
root_of (const PtFeelNode *node)
{
  while (node->form == PT_FORM_PATH)
    node = node->args[0];
  return node;
}

static gboolean
is_bound_by (const PtFeelNode *loop, const PtFeelNode *source)
{
  for (guint i = 0; i < loop->n_binders; i++)
    if (root_of (source)->form == PT_FORM_NAME && root_of (source)->slot == loop->binders[i].slot)
      return TRUE;
  return FALSE;
}

/* But what depends on the loop's own variables, which are not there before it. */
void
pt_say_domain_sources (const PtFeelNode *node, GPtrArray *sources)
{
  for (guint i = 0; i < MAX (node->n_binders, 1); i++)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();

      if (node->args[i]->form != PT_FORM_STEPS)
        pt_say_sources (node->args[i], own);
      for (guint k = 0; k < own->len; k++)
        if (!is_bound_by (node, own->pdata[k]))
          add_source (own->pdata[k], sources);
    }
}

/* Null may be looked for in a list. */
void
pt_say_argument_sources (const PtFeelNode *node, GPtrArray *sources)
{
  guint n = pt_feel_is_call (node, "list contains") ? MIN (node->n_args, 2) : node->n_args;

  for (guint i = 1; i < n; i++)
    pt_say_sources (node->args[i], sources);
}

void
pt_say_sources (const PtFeelNode *node, GPtrArray *sources)
{
  if (node->form == PT_FORM_FOR || node->form == PT_FORM_FILTER)
    pt_say_domain_sources (node, sources);
  else if (pt_say_is_computed (node) && node->form == PT_FORM_CALL)
    pt_say_argument_sources (node, sources);
  else if (pt_say_is_computed (node))
    for (guint i = 0; i < node->n_args; i++)
      pt_say_sources (node->args[i], sources);
  else if (node->form == PT_FORM_NAME || node->form == PT_FORM_PATH || node->form == PT_FORM_IF
           || (node->form == PT_FORM_CONSTANT && node->constant.kind == PT_FEEL_KIND_NULL)
           || pt_feel_is_call (node, "get or else"))
    add_source (node, sources);
}

void
pt_say_guards (PtFeelSpeaker *self, const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      pt_say_value (self, sources->pdata[i], PT_BIND_SUM);
      g_string_append_printf (self->out, "%s %s ", self->dialect->is_not_null, self->dialect->and);
    }
}

/* ----- one comparison ------------------------------------------------------------------------ */

static gboolean
is_null_literal (const PtFeelNode *node)
{
  return node->form == PT_FORM_CONSTANT && node->constant.kind == PT_FEEL_KIND_NULL;
}

static void
say_equality (PtFeelSpeaker *self, gboolean equal, const PtFeelNode *left, const PtFeelNode *right)
{
  if (is_null_literal (left) || is_null_literal (right))
    {
      pt_say_value (self, is_null_literal (left) ? right : left, PT_BIND_SUM);
      g_string_append (self->out, equal ? self->dialect->is_null : self->dialect->is_not_null);
      return;
    }
  if (left->form == PT_FORM_LIST || right->form == PT_FORM_LIST)
    pt_say_refuse (self, "[ … ]");
  pt_say_value (self, left, PT_BIND_SUM);
  g_string_append_printf (self->out, " %s ",
                          equal ? self->dialect->equal : self->dialect->different);
  pt_say_value (self, right, PT_BIND_SUM);
}

static const char *
sign_of (PtFeelOperator op)
{
  static const char *const signs[]
      = { [PT_FEEL_LT] = "<", [PT_FEEL_LE] = "<=", [PT_FEEL_GT] = ">", [PT_FEEL_GE] = ">=" };

  return signs[op];
}

/* The sources to look at before an order is asked for. */
static void
order_sources (PtFeelSpeaker *self,
               PtFeelOperator op,
               const PtFeelNode *left,
               const PtFeelNode *right,
               GPtrArray *sources)
{
  gboolean both = !is_literal (left) && !is_literal (right);
  gboolean plain = !pt_say_is_computed (left) && !pt_say_is_computed (right);

  /* null is not less than a value there, but null is less or equal to null */
  if (self->dialect->null_has_no_order && plain && !(both && op != PT_FEEL_LT && op != PT_FEEL_GT))
    return;
  pt_say_sources (left, sources);
  pt_say_sources (right, sources);
}

static void
say_order (PtFeelSpeaker *self, PtFeelOperator op, const PtFeelNode *left, const PtFeelNode *right)
{
  pt_say_raw (self, left, PT_BIND_SUM);
  g_string_append_printf (self->out, " %s ", sign_of (op));
  pt_say_raw (self, right, PT_BIND_SUM);
}

void
pt_say_comparison (PtFeelSpeaker *self,
                   PtFeelOperator op,
                   const PtFeelNode *left,
                   const PtFeelNode *right,
                   int binding)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean is_equality = op == PT_FEEL_EQ || op == PT_FEEL_NE;
  gboolean wrap;

  if (!is_equality)
    order_sources (self, op, left, right, sources);
  wrap = binding > (sources->len > 0 ? PT_BIND_AND : PT_BIND_EQUALITY);
  pt_say_open (self, wrap);
  pt_say_guards (self, sources);
  if (is_equality)
    say_equality (self, op == PT_FEEL_EQ, left, right);
  else
    say_order (self, op, left, right);
  pt_say_close (self, wrap);
}

/* ----- ranges -------------------------------------------------------------------------------- */

/* @range: a range, or “between” with its two bounds behind the value. */
void
pt_say_between (PtFeelSpeaker *self,
                const PtFeelNode *value,
                const PtFeelNode *range,
                gboolean wanted,
                int binding)
{
  guint first = range->form == PT_FORM_BETWEEN ? 1 : 0;
  const PtFeelNode *low = range->args[first], *high = range->args[first + 1];
  PtFeelOperator above = range->open_low ? PT_FEEL_GT : PT_FEEL_GE;
  PtFeelOperator below = range->open_high ? PT_FEEL_LT : PT_FEEL_LE;
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean wrap;

  if (!wanted)
    {
      above = range->open_low ? PT_FEEL_LE : PT_FEEL_LT;
      below = range->open_high ? PT_FEEL_GE : PT_FEEL_GT;
    }
  order_sources (self, above, value, low, sources);
  order_sources (self, below, value, high, sources);
  wrap = binding > (wanted || sources->len > 0 ? PT_BIND_AND : PT_BIND_OR);
  pt_say_open (self, wrap);
  pt_say_guards (self, sources);
  pt_say_open (self, !wanted && sources->len > 0);
  say_order (self, above, value, low);
  g_string_append_printf (self->out, " %s ", wanted ? self->dialect->and : self->dialect->or);
  say_order (self, below, value, high);
  pt_say_close (self, !wanted && sources->len > 0);
  pt_say_close (self, wrap);
}

/* ----- in ------------------------------------------------------------------------------------ */

/* The single tests behind “in”: a list of literals is one of each. Returns: FALSE for what may hold
 * a value or a list, which only running it tells: then there is no one way to say it */
static gboolean
collect_tests (const PtFeelNode *node, guint first, GPtrArray *tests)
{
  for (guint i = first; i < node->n_args; i++)
    {
      const PtFeelNode *test = node->args[i];

      if (test->form == PT_FORM_LIST)
        {
          if (!collect_tests (test, 0, tests))
            return FALSE;
        }
      else if (test->form == PT_FORM_TEST || test->form == PT_FORM_RANGE || is_literal (test)
               || test->form == PT_FORM_CONSTANT)
        g_ptr_array_add (tests, (gpointer)test);
      else
        return FALSE;
    }
  return TRUE;
}

static void
say_one (PtFeelSpeaker *self,
         const PtFeelNode *value,
         const PtFeelNode *test,
         gboolean wanted,
         int binding)
{
  PtFeelOperator op = test->form == PT_FORM_TEST ? test->op : PT_FEEL_EQ;

  if (test->form == PT_FORM_RANGE)
    pt_say_between (self, value, test, wanted, binding);
  else
    pt_say_comparison (self, wanted ? op : pt_say_opposite (op), value,
                       test->form == PT_FORM_TEST ? test->args[0] : test, binding);
}

void
pt_say_in (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted, int binding)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  int own = wanted ? PT_BIND_OR : PT_BIND_AND;
  gboolean wrap;

  if (!collect_tests (node, 1, tests))
    pt_say_refuse (self, "in");
  if (tests->len == 0)
    g_string_append (self->out, wanted ? self->dialect->no : self->dialect->yes);
  wrap = tests->len > 1 && own < binding;
  pt_say_open (self, wrap);
  for (guint i = 0; i < tests->len; i++)
    {
      if (i > 0)
        g_string_append_printf (self->out, " %s ", wanted ? self->dialect->or : self->dialect->and);
      say_one (self, node->args[0], tests->pdata[i], wanted, tests->len > 1 ? own : binding);
    }
  pt_say_close (self, wrap);
}
