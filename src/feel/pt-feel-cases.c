/* pt-feel-cases.c: whether tests share all values among them, each to one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A test that compares variables with constants changes its mind only at these constants. So it is
 * enough to try, for each variable, every constant and one value between each two and beyond both
 * ends; for texts, every constant and one other; and every combination of these.
 */
#include "pt-feel-node.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CASES 4096
#define MAX_VARIABLES 8
#define OTHER_TEXT "\001" /* one that no test names */

typedef struct
{
  const char *name;
  PtFeelKind kind;
  GArray *values; /* PtFeelValue: first the constants, then all that is tried */
} Variable;

typedef struct
{
  Variable variables[MAX_VARIABLES];
  guint n;
  guint tried[MAX_VARIABLES]; /* which value each has in the case at hand */
} Cases;

static Variable *
find_variable (Cases *self, const char *name, PtFeelKind kind)
{
  guint i = 0;

  while (i < self->n && strcmp (self->variables[i].name, name) != 0)
    i++;
  if (i == MAX_VARIABLES)
    return NULL;
  if (i == self->n)
    {
      self->variables[self->n++]
          = (Variable){ name, kind, g_array_new (FALSE, TRUE, sizeof (PtFeelValue)) };
      g_array_set_clear_func (self->variables[i].values, (GDestroyNotify)pt_feel_value_clear);
    }
  return self->variables[i].kind == kind ? &self->variables[i] : NULL;
}

/* ----- reading the tests -----------------------------------------------------------------------
 */

static gboolean
is_variable (const PtFeelNode *node)
{
  return node->form == PT_FORM_NAME && node->slot == PT_SLOT_VARIABLES && !node->is_folded
         && !node->builtin;
}

/* Returns: whether @node is a number, text or truth value, or such a number below zero */
static gboolean
read_constant (const PtFeelNode *node, PtFeelValue *value)
{
  const PtFeelNode *inner = node->form == PT_FORM_NEGATION ? node->args[0] : node;
  gboolean is_number = inner->form == PT_FORM_NUMBER;

  if (!is_number && node->form != PT_FORM_STRING && node->form != PT_FORM_CONSTANT)
    return FALSE;
  if (inner == node)
    *value = pt_feel_value_ref (&node->constant);
  else
    {
      g_autofree char *digits = pt_feel_value_to_literal (&inner->constant);
      g_autofree char *text = g_strconcat ("-", digits, NULL);

      *value = pt_feel_read (PT_FEEL_KIND_NUMBER, text);
    }
  return value->kind == PT_FEEL_KIND_NUMBER || value->kind == PT_FEEL_KIND_STRING
         || value->kind == PT_FEEL_KIND_BOOLEAN;
}

static gboolean
compare_with (Cases *self, const PtFeelNode *name, const PtFeelNode *constant, gboolean ordered)
{
  g_auto (PtFeelValue) value = PT_FEEL_NULL;
  Variable *variable;
  PtFeelValue kept;

  if (!is_variable (name) || !read_constant (constant, &value)
      || (ordered && value.kind != PT_FEEL_KIND_NUMBER))
    return FALSE;
  variable = find_variable (self, name->text, value.kind);
  if (!variable)
    return FALSE;
  kept = pt_feel_value_ref (&value);
  g_array_append_val (variable->values, kept);
  return TRUE;
}

static gboolean
is_order (guint op)
{
  return op == PT_FEEL_LT || op == PT_FEEL_LE || op == PT_FEEL_GT || op == PT_FEEL_GE;
}

/* What stands behind “in” */
static gboolean
read_set (Cases *self, const PtFeelNode *name, const PtFeelNode *set)
{
  gboolean all = TRUE;

  switch (set->form)
    {
    case PT_FORM_RANGE:
      return compare_with (self, name, set->args[0], TRUE)
             && compare_with (self, name, set->args[1], TRUE);
    case PT_FORM_TEST:
      return compare_with (self, name, set->args[0], is_order (set->op));
    case PT_FORM_LIST:
      for (guint i = 0; i < set->n_args; i++)
        all &= read_set (self, name, set->args[i]);
      return all;
    default:
      return compare_with (self, name, set, FALSE);
    }
}

static gboolean
read_binary (Cases *self, const PtFeelNode *node)
{
  gboolean turned = is_variable (node->args[1]);

  if (!is_order (node->op) && node->op != PT_FEEL_EQ && node->op != PT_FEEL_NE)
    return FALSE;
  return compare_with (self, node->args[turned], node->args[!turned], is_order (node->op));
}

static gboolean
read_test (Cases *self, const PtFeelNode *node)
{
  gboolean all = TRUE;

  switch (node->form)
    {
    case PT_FORM_CONSTANT:
      return node->constant.kind == PT_FEEL_KIND_BOOLEAN;
    case PT_FORM_NAME:
      return is_variable (node) && find_variable (self, node->text, PT_FEEL_KIND_BOOLEAN);
    case PT_FORM_NOT:
      return read_test (self, node->args[0]);
    case PT_FORM_BETWEEN:
      return compare_with (self, node->args[0], node->args[1], TRUE)
             && compare_with (self, node->args[0], node->args[2], TRUE);
    case PT_FORM_IN:
      for (guint i = 1; i < node->n_args; i++)
        all &= read_set (self, node->args[0], node->args[i]);
      return all;
    case PT_FORM_BINARY:
      if (node->op == PT_FEEL_AND || node->op == PT_FEEL_OR)
        return read_test (self, node->args[0]) && read_test (self, node->args[1]);
      return read_binary (self, node);
    default:
      return FALSE;
    }
}

/* ----- what is tried ---------------------------------------------------------------------------
 */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  int order = 0;

  pt_feel_value_order (a, b, &order);
  return order;
}

/* Sorts the constants and leaves each once. */
static void
tidy (Variable *self)
{
  PtFeelValue *values = (PtFeelValue *)(gpointer)self->values->data;
  guint n = 0;

  qsort (values, self->values->len, sizeof (PtFeelValue), compare_values);
  for (guint i = 0; i < self->values->len; i++)
    if (n > 0 && compare_values (&values[n - 1], &values[i]) == 0)
      pt_feel_value_clear (&values[i]);
    else
      values[n++] = values[i];
  for (guint i = n; i < self->values->len; i++)
    values[i] = PT_FEEL_NULL;
  g_array_set_size (self->values, n);
}

static void
try_number (Variable *self, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  PtFeelValue value = pt_feel_read (PT_FEEL_KIND_NUMBER,
                                    g_ascii_formatd (digits, sizeof digits, "%.12g", number));

  if (value.kind == PT_FEEL_KIND_NUMBER)
    g_array_append_val (self->values, value);
}

/* Whole numbers where there are such. Who counts leaves nothing out between 10 and 11, and nothing
 * below 0. */
static void
try_numbers (Variable *self)
{
  guint n = self->values->len;
  double first = pt_feel_get_double (&g_array_index (self->values, PtFeelValue, 0)), last = first;

  if (first != 0)
    try_number (self, first - 1);
  for (guint i = 1; i < n; i++)
    {
      double next = pt_feel_get_double (&g_array_index (self->values, PtFeelValue, i));
      double middle = (last + next) / 2;
      gboolean whole = last == floor (last) && next == floor (next);

      if (!whole || next - last > 1)
        try_number (self, whole ? floor (middle) : middle);
      last = next;
    }
  try_number (self, last + 1);
}

static void
try_all (Variable *self)
{
  PtFeelValue value;

  if (self->kind != PT_FEEL_KIND_BOOLEAN)
    tidy (self);
  else
    g_array_set_size (self->values, 0);
  if (self->kind == PT_FEEL_KIND_NUMBER)
    {
      try_numbers (self);
      return;
    }
  if (self->kind == PT_FEEL_KIND_STRING)
    value = pt_feel_string (OTHER_TEXT);
  else
    {
      PtFeelValue yes = pt_feel_boolean (TRUE);

      g_array_append_val (self->values, yes);
      value = pt_feel_boolean (FALSE);
    }
  g_array_append_val (self->values, value);
}

static gboolean
next_case (Cases *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (++self->tried[i] < self->variables[i].values->len)
        return TRUE;
      self->tried[i] = 0;
    }
  return FALSE;
}

static const PtFeelValue *
tried_value (Cases *self, guint i)
{
  return &g_array_index (self->variables[i].values, PtFeelValue, self->tried[i]);
}

/* ----- saying ----------------------------------------------------------------------------------
 */

static char *
describe (Cases *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const PtFeelValue *value = tried_value (self, i);
      g_autofree char *literal = pt_feel_value_to_literal (value);

      if (i > 0)
        g_string_append (text, _ (" and "));
      if (g_strcmp0 (pt_feel_get_text (value), OTHER_TEXT) == 0)
        g_string_append_printf (text, _ ("%s is another text"), self->variables[i].name);
      else
        g_string_append_printf (text, _ ("%s is %s"), self->variables[i].name, literal);
    }
  return g_string_free (text, FALSE);
}

/* ----- trying ----------------------------------------------------------------------------------
 */

static void
try_case (Cases *self, PtFeel *const *tests, guint n, PtFeelOverlap *found)
{
  g_auto (PtFeelValue) variables = pt_feel_context ();
  guint n_true = 0, first = 0;

  for (guint i = 0; i < self->n; i++)
    pt_feel_context_set (&variables, self->variables[i].name,
                         pt_feel_value_ref (tried_value (self, i)));
  for (guint i = 0; i < n; i++)
    {
      g_auto (PtFeelValue) value = PT_FEEL_NULL;

      pt_feel_evaluate (tests[i], &variables, &value, NULL);
      if (!pt_feel_is_true (&value))
        continue;
      if (n_true++ == 0)
        first = i;
      else if (!found->both)
        {
          found->both = describe (self);
          found->first = first;
          found->second = i;
        }
    }
  if (n_true == 0 && !found->none)
    found->none = describe (self);
}

static gboolean
is_small (const Cases *self)
{
  guint n = 1;

  for (guint i = 0; i < self->n; i++)
    if ((n *= self->variables[i].values->len) > MAX_CASES)
      return FALSE;
  return self->n > 0;
}

gboolean
pt_feel_find_overlap (PtFeel *const *tests, guint n, PtFeelOverlap *found)
{
  Cases self = { .n = 0 };
  gboolean readable = TRUE;

  *found = (PtFeelOverlap){ NULL };
  for (guint i = 0; i < n && readable; i++)
    readable = read_test (&self, tests[i]->root);
  for (guint i = 0; i < self.n && readable; i++)
    try_all (&self.variables[i]);
  readable = readable && is_small (&self);
  if (readable)
    do
      try_case (&self, tests, n, found);
    while (next_case (&self) && !(found->none && found->both));
  for (guint i = 0; i < self.n; i++)
    g_array_unref (self.variables[i].values);
  return readable;
}

void
pt_feel_overlap_clear (PtFeelOverlap *self)
{
  g_clear_pointer (&self->none, g_free);
  g_clear_pointer (&self->both, g_free);
}
