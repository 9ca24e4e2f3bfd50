/* pt-feel-python.c: FEEL in Python 3
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

static const PtFeelPhrase phrases[] = {
  { "contains", 2, "~1 in ~0", "~1 not in ~0", PT_BIND_EQUALITY },
  { "list contains", 2, "~1 in ~0", "~1 not in ~0", PT_BIND_EQUALITY },
  { "starts with", 2, "$0.startswith(#1)", "not $0.startswith(#1)", PT_BIND_AND },
  { "ends with", 2, "$0.endswith(#1)", "not $0.endswith(#1)", PT_BIND_AND },
  { "upper case", 1, "$0.upper()", NULL, PT_BIND_POSTFIX },
  { "lower case", 1, "$0.lower()", NULL, PT_BIND_POSTFIX },
  { "string length", 1, "len(#0)", NULL, PT_BIND_POSTFIX },
  { "count", 1, "len(#0)", NULL, PT_BIND_POSTFIX },
  { "abs", 1, "abs(#0)", NULL, PT_BIND_POSTFIX },
  { "floor", 1, "$0 // 1", NULL, PT_BIND_PRODUCT },
  { "ceiling", 1, "-(-$0 // 1)", NULL, PT_BIND_PREFIX },
  { "even", 1, "$0 % 2 == 0", "$0 % 2 != 0", PT_BIND_EQUALITY },
  { "odd", 1, "$0 % 2 == 1", "$0 % 2 != 1", PT_BIND_EQUALITY },
  { NULL },
};

/* Keywords, and the functions that are used above. */
static const char *const reserved[]
    = { "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
        "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
        "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
        "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield",    "abs",
        "all",   "any",      "len",   "range",  NULL };

/* An entry that is not there, and one of nothing, is null. */
static void
say_path (PtFeelSpeaker *self, const PtFeelNode *node)
{
  g_string_append_c (self->out, '(');
  pt_say_raw (self, node->args[0], PT_BIND_OR);
  g_string_append_printf (self->out, " or {}).get(\"%s\")", node->text);
  if (strpbrk (node->text, "\"\\"))
    pt_say_refuse (self, node->text);
}

static void
say_item (PtFeelSpeaker *self, const PtFeelNode *list, gint64 index)
{
  g_string_append_c (self->out, '(');
  pt_say_raw (self, list, PT_BIND_POSTFIX);
  g_string_append_printf (self->out, "[%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "] or [None])[0]",
                          index - 1, index);
}

static void
say_domain (PtFeelSpeaker *self, const PtFeelNode *node)
{
  gint64 low, high;

  if (node->form != PT_FORM_STEPS)
    pt_say_raw (self, node, PT_BIND_OR);
  else if (pt_feel_get_int (&node->args[0]->constant, &low)
           && pt_feel_get_int (&node->args[1]->constant, &high) && low <= high)
    g_string_append_printf (self->out, "range(%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")", low,
                            high + 1);
  else
    pt_say_refuse (self, "..");
}

static void
say_iterators (PtFeelSpeaker *self, const PtFeelNode *node)
{
  for (guint i = 0; i < node->n_binders; i++)
    {
      g_string_append (self->out, " for ");
      pt_say_name (self, node->binders[i].name);
      g_string_append (self->out, " in ");
      say_domain (self, node->args[i]);
    }
}

static void
say_filter (PtFeelSpeaker *self, const PtFeelNode *node)
{
  g_string_append (self->out, "[item for item in ");
  pt_say_raw (self, node->args[0], PT_BIND_OR);
  g_string_append (self->out, " if ");
  pt_say_test (self, node->args[1], TRUE, PT_BIND_OR);
  g_string_append_c (self->out, ']');
}

static void
say_loop (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted)
{
  const PtFeelNode *body = node->args[node->n_binders];

  if (node->form == PT_FORM_FILTER)
    {
      say_filter (self, node);
      return;
    }
  if (node->form == PT_FORM_FOR)
    {
      g_string_append_c (self->out, '[');
      pt_say_value (self, body, PT_BIND_OR);
    }
  else
    {
      g_string_append (self->out, (node->form == PT_FORM_SOME) == wanted ? "any(" : "all(");
      pt_say_test (self, body, wanted, PT_BIND_OR);
    }
  say_iterators (self, node);
  g_string_append_c (self->out, node->form == PT_FORM_FOR ? ']' : ')');
}

const PtFeelDialect pt_feel_dialect_python = {
  .label = "Python",
  .and = "and",
  .or = "or",
  .equal = "==",
  .different = "!=",
  .opposite = "not ",
  .null = "None",
  .yes = "True",
  .no = "False",
  .is_null = " is None",
  .is_not_null = " is not None",
  .is_yes = " is True",
  .is_no = " is False",
  .choice_in_middle = TRUE,
  .joins_texts = TRUE,
  .has_lists = TRUE,
  .max_digits = 1000,
  .quote = '"',
  .reserved = reserved,
  .phrases = phrases,
  .path = say_path,
  .loop = say_loop,
  .item = say_item,
};

char *
pt_feel_to_python (const PtFeel *self, GError **error)
{
  return pt_feel_say (self, &pt_feel_dialect_python, error);
}
