/* pt-feel-juel.c: FEEL in the Unified Expression Language (JSR 245, as the JUEL of the engines
 * reads it)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-translate.h"

/* Functions are methods of the Java value they get first. */
static const PtFeelPhrase phrases[] = {
  { "contains", 2, "$0.contains(#1)", "!$0.contains(#1)", PT_BIND_PREFIX },
  { "list contains", 2, "$0.contains(#1)", "!$0.contains(#1)", PT_BIND_PREFIX },
  { "starts with", 2, "$0.startsWith(#1)", "!$0.startsWith(#1)", PT_BIND_PREFIX },
  { "ends with", 2, "$0.endsWith(#1)", "!$0.endsWith(#1)", PT_BIND_PREFIX },
  { "upper case", 1, "$0.toUpperCase()", NULL, PT_BIND_POSTFIX },
  { "lower case", 1, "$0.toLowerCase()", NULL, PT_BIND_POSTFIX },
  { "string length", 1, "$0.codePointCount(0, $0.length())", NULL, PT_BIND_POSTFIX },
  { "count", 1, "$0.size()", NULL, PT_BIND_POSTFIX },
  { NULL },
};

/* Words an identifier may not be (JSR 245, 1.17), beside those FEEL reserves too. */
static const char *const reserved[]
    = { "eq", "ne", "lt", "gt", "le", "ge", "empty", "div", "mod", "instanceof", NULL };

static void
say_path (PtFeelSpeaker *self, const PtFeelNode *node)
{
  pt_say_raw (self, node->args[0], PT_BIND_POSTFIX);
  g_string_append_c (self->out, '.');
  pt_say_name (self, node->text);
}

static void
say_item (PtFeelSpeaker *self, const PtFeelNode *list, gint64 index)
{
  pt_say_raw (self, list, PT_BIND_POSTFIX);
  g_string_append_printf (self->out, "[%" G_GINT64_FORMAT "]", index - 1);
}

const PtFeelDialect pt_feel_dialect_juel = {
  .label = "JUEL",
  .and = "&&",
  .or = "||",
  .equal = "==",
  .different = "!=",
  .opposite = "!",
  .null = "null",
  .yes = "true",
  .no = "false",
  .is_null = " == null",
  .is_not_null = " != null",
  .is_yes = "",
  .is_no = " == false",
  .null_has_no_order = TRUE,
  .max_digits = 18, /* of a Java long */
  .quote = '\'',
  .reserved = reserved,
  .phrases = phrases,
  .path = say_path,
  .item = say_item,
};

char *
pt_feel_to_juel (const PtFeel *self, GError **error)
{
  g_autofree char *body = pt_feel_say (self, &pt_feel_dialect_juel, error);

  return body ? g_strdup_printf ("${%s}", body) : NULL;
}
