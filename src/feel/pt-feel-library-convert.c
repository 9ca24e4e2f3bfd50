/* pt-feel-library-convert.c: built-in functions from one kind of value to another (10.3.4.1)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

static void
string_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autofree char *text = NULL;

  if (args[0].kind == PT_FEEL_KIND_STRING)
    {
      *out = pt_feel_value_ref (&args[0]);
      return;
    }
  text = pt_feel_value_to_string (&args[0]);
  pt_run_spend (run, (gint64)strlen (text) / 16);
  *out = pt_feel_string (text);
}

/* ----- numbers ------------------------------------------------------------------------------- */

static gboolean
is_one_of (const PtFeelValue *separator, const char *allowed)
{
  const char *text;

  if (separator->kind != PT_FEEL_KIND_STRING)
    return TRUE;
  text = separator->string->text;
  return separator->string->length == 1 && strchr (allowed, *text);
}

static char
separator_of (const PtFeelValue *value)
{
  return value->kind == PT_FEEL_KIND_STRING ? value->string->text[0] : '\0';
}

static void
number_with_separators (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  char grouping = separator_of (&args[1]), point = separator_of (&args[2]);
  g_autoptr (GString) plain = g_string_new (NULL);
  PtFeelDecimal decimal;

  if (!is_one_of (&args[1], " ,.") || !is_one_of (&args[2], ",.")
      || (grouping && grouping == point))
    return;
  for (const char *at = args[0].string->text; *at; at++)
    if (!grouping || *at != grouping)
      g_string_append_c (plain, point && *at == point ? '.' : point && *at == '.' ? '?' : *at);
  if (pt_decimal_parse (plain->str, plain->len, &decimal))
    *out = pt_feel_decimal (PT_FEEL_KIND_NUMBER, decimal);
}

static void
number_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = args[0].kind == PT_FEEL_KIND_NUMBER
             ? args[0]
             : pt_feel_read (PT_FEEL_KIND_NUMBER, args[0].string->text);
}

/* ----- ranges -------------------------------------------------------------------------------- */

/* An end may only be a literal, or one of the functions that make dates of a literal. */
static gboolean
is_plain_end (const PtFeelNode *node)
{
  static const char *const makers[] = { "date", "time", "date and time", "duration" };

  if (node->form == PT_FORM_NEGATION)
    return is_plain_end (node->args[0]);
  if (node->form <= PT_FORM_AT)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (pt_feel_is_call (node, makers[i]))
      return node->n_args == 2 && node->args[1]->form == PT_FORM_STRING;
  return FALSE;
}

static void
range_from (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autoptr (PtFeel) feel = pt_feel_parse (args[0].string->text, NULL, NULL);
  int order;

  pt_run_spend (run, 100 + args[0].string->length);
  if (!feel || feel->root->form != PT_FORM_RANGE || !is_plain_end (feel->root->args[0])
      || !is_plain_end (feel->root->args[1]))
    return;
  pt_feel_evaluate (feel, NULL, out, NULL);
  if (out->kind != PT_FEEL_KIND_RANGE
      || !pt_feel_value_order (&out->range->low, &out->range->high, &order) || order > 0)
    pt_feel_value_clear (out);
}

/* ----- engines have these besides the standard ----------------------------------------------- */

static void
is_defined (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_boolean (args[0].kind != PT_FEEL_KIND_NULL);
}

static void
get_or_else (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_value_ref (&args[args[0].kind == PT_FEEL_KIND_NULL ? 1 : 0]);
}

const PtFeelBuiltinRow pt_feel_builtins_convert[] = {
  { "string", "from:a", PT_FEEL_KIND_STRING, string_from },
  { "number", "from:s, grouping separator:s0, decimal separator:s0", PT_FEEL_KIND_NUMBER,
    number_with_separators },
  { "number", "from:sn", PT_FEEL_KIND_NUMBER, number_from },
  { "range", "from:s", PT_FEEL_KIND_RANGE, range_from },
  { "is defined", "value:a0", PT_FEEL_KIND_BOOLEAN, is_defined },
  { "get or else", "value:a0, default:a0", PT_FEEL_KIND_ANY, get_or_else },
  { NULL },
};
