/* pt-feel-javascript.c: FEEL in ECMAScript 2020
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

static const PtFeelPhrase phrases[] = {
  { "contains", 2, "$0.includes(#1)", "!$0.includes(#1)", PT_BIND_PREFIX },
  { "list contains", 2, "$0.includes(#1)", "!$0.includes(#1)", PT_BIND_PREFIX },
  { "starts with", 2, "$0.startsWith(#1)", "!$0.startsWith(#1)", PT_BIND_PREFIX },
  { "ends with", 2, "$0.endsWith(#1)", "!$0.endsWith(#1)", PT_BIND_PREFIX },
  { "upper case", 1, "$0.toUpperCase()", NULL, PT_BIND_POSTFIX },
  { "lower case", 1, "$0.toLowerCase()", NULL, PT_BIND_POSTFIX },
  { "string length", 1, "[...#0].length", NULL, PT_BIND_POSTFIX },
  { "count", 1, "$0.length", NULL, PT_BIND_POSTFIX },
  { "abs", 1, "Math.abs(#0)", NULL, PT_BIND_POSTFIX },
  { "floor", 1, "Math.floor(#0)", NULL, PT_BIND_POSTFIX },
  { "ceiling", 1, "Math.ceil(#0)", NULL, PT_BIND_POSTFIX },
  { "even", 1, "$0 % 2 === 0", "$0 % 2 !== 0", PT_BIND_EQUALITY },
  { "odd", 1, "Math.abs($0 % 2) === 1", "Math.abs($0 % 2) !== 1", PT_BIND_EQUALITY },
  { NULL },
};

/* Keywords, and what is used above. */
static const char *const reserved[]
    = { "arguments", "await",      "break",     "case",       "catch",     "class",     "const",
        "continue",  "debugger",   "default",   "delete",     "do",        "else",      "enum",
        "eval",      "export",     "extends",   "finally",    "for",       "function",  "if",
        "import",    "implements", "in",        "instanceof", "interface", "let",       "new",
        "package",   "private",    "protected", "public",     "return",    "static",    "super",
        "switch",    "this",       "throw",     "try",        "typeof",    "undefined", "var",
        "void",      "while",      "with",      "yield",      "Array",     "Math",      NULL };

/* An entry that is not there is null. */
static void
say_path (PtFeelSpeaker *self, const PtFeelNode *node)
{
  g_string_append_c (self->out, '(');
  pt_say_raw (self, node->args[0], PT_BIND_POSTFIX);
  g_string_append_printf (self->out, "?.%s ?? null)", node->text);
  if (node->text[pt_feel_word_length (node->text)] != '\0')
    pt_say_refuse (self, node->text);
}

static void
say_item (PtFeelSpeaker *self, const PtFeelNode *list, gint64 index)
{
  g_string_append_c (self->out, '(');
  pt_say_raw (self, list, PT_BIND_POSTFIX);
  g_string_append_printf (self->out, "[%" G_GINT64_FORMAT "] ?? null)", index - 1);
}

static void
say_domain (PtFeelSpeaker *self, const PtFeelNode *node)
{
  gint64 low, high;

  if (node->form != PT_FORM_STEPS)
    pt_say_raw (self, node, PT_BIND_POSTFIX);
  else if (pt_feel_get_int (&node->args[0]->constant, &low)
           && pt_feel_get_int (&node->args[1]->constant, &high) && low <= high)
    g_string_append_printf (self->out,
                            "Array.from({length: %" G_GINT64_FORMAT
                            "}, (_, i) => i + %" G_GINT64_FORMAT ")",
                            high - low + 1, low);
  else
    pt_say_refuse (self, "..");
}

/* “a.flatMap(x => b.map(y => …))”: @inner of the last, @outer of those around it. */
static void
say_iterators (PtFeelSpeaker *self, const PtFeelNode *node, const char *outer, const char *inner)
{
  for (guint i = 0; i < node->n_binders; i++)
    {
      say_domain (self, node->args[i]);
      g_string_append_printf (self->out, ".%s(", i + 1 < node->n_binders ? outer : inner);
      pt_say_name (self, node->binders[i].name);
      g_string_append (self->out, " => ");
    }
}

static void
say_filter (PtFeelSpeaker *self, const PtFeelNode *node)
{
  pt_say_raw (self, node->args[0], PT_BIND_POSTFIX);
  g_string_append (self->out, ".filter(item => ");
  pt_say_test (self, node->args[1], TRUE, PT_BIND_OR);
  g_string_append_c (self->out, ')');
}

static void
say_loop (PtFeelSpeaker *self, const PtFeelNode *node, gboolean wanted)
{
  const PtFeelNode *body = node->args[node->n_binders];
  const char *test = (node->form == PT_FORM_SOME) == wanted ? "some" : "every";

  if (node->form == PT_FORM_FILTER)
    {
      say_filter (self, node);
      return;
    }
  if (node->form == PT_FORM_FOR)
    {
      say_iterators (self, node, "flatMap", "map");
      pt_say_value (self, body, PT_BIND_OR);
    }
  else
    {
      say_iterators (self, node, test, test);
      pt_say_test (self, body, wanted, PT_BIND_OR);
    }
  for (guint i = 0; i < node->n_binders; i++)
    g_string_append_c (self->out, ')');
}

const PtFeelDialect pt_feel_dialect_javascript = {
  .label = "JavaScript",
  .and = "&&",
  .or = "||",
  .equal = "===",
  .different = "!==",
  .opposite = "!",
  .null = "null",
  .yes = "true",
  .no = "false",
  .is_null = " == null",
  .is_not_null = " != null",
  .is_yes = " === true",
  .is_no = " === false",
  .joins_texts = TRUE,
  .has_lists = TRUE,
  .max_digits = 15, /* a double holds them all */
  .quote = '"',
  .reserved = reserved,
  .phrases = phrases,
  .path = say_path,
  .loop = say_loop,
  .item = say_item,
};

char *
pt_feel_to_javascript (const PtFeel *self, GError **error)
{
  return pt_feel_say (self, &pt_feel_dialect_javascript, error);
}
