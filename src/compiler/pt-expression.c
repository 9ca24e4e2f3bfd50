/* pt-expression.c: what a text is written in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-expression.h"

#include <partitur/feel.h>
#include <string.h>

gboolean
pt_expression_is_juel (const char *text)
{
  return (*text == '$' || *text == '#') && text[1] == '{';
}

gboolean
pt_expression_is_marked (const char *text)
{
  return *text == '=' || pt_expression_is_juel (text);
}

gboolean
pt_expression_is_foreign (const char *language)
{
  return language && g_ascii_strcasecmp (language, "feel") != 0 && !strstr (language, "/FEEL");
}

char *
pt_expression_to_feel (const char *text, const char *language)
{
  g_autoptr (PtFeel) feel = NULL;

  if (!pt_expression_is_juel (text))
    return pt_expression_is_foreign (language) ? NULL : g_strdup (text);
  feel = pt_feel_parse_juel (text, NULL);
  return feel ? pt_feel_to_string (feel) : NULL;
}
