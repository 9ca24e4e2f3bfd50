/* pt-numeral.c: numbers as people write them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-numeral.h"

static gpointer
compile_separator (gpointer unused)
{
  GRegex *regex
      = g_regex_new ("[.,'’\\x{a0}\\x{202f} ](?=\\d{3}(?!\\d))", G_REGEX_OPTIMIZE, 0, NULL);

  g_assert (regex);
  return regex;
}

char *
pt_numeral_plain (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GRegex *separator = g_once (&once, compile_separator, NULL);
  gboolean is_fraction = *text == '0' && (text[1] == '.' || text[1] == ',');
  char *number = is_fraction ? g_strdup (text)
                             : g_regex_replace_literal (separator, text, -1, 0, "", 0, NULL);

  return g_strdelimit (number, ",", '.');
}
