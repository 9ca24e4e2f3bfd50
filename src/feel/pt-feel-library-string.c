/* pt-feel-library-string.c: built-in functions on strings (10.3.4.3)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"
#include "pt-feel-regex.h"

#define text_of(arg) ((arg)->string->text)

static void
string_length (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_number (g_utf8_strlen (text_of (&args[0]), args[0].string->length));
}

/* Characters count from 1, or from the end when negative. */
static void
substring (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const char *text = text_of (&args[0]), *start, *end;
  glong length = g_utf8_strlen (text, args[0].string->length);
  gint64 from, fraction, count = length;

  if (!pt_decimal_split (args[1].decimal, &from, &fraction) || from == 0 || ABS (from) > length)
    return;
  if (n > 2 && (!pt_decimal_split (args[2].decimal, &count, &fraction) || count < 1))
    return;
  from = from > 0 ? from - 1 : length + from;
  start = g_utf8_offset_to_pointer (text, from);
  end = g_utf8_offset_to_pointer (start, MIN (count, length - from));
  *out = pt_feel_string_len (start, end - start);
}

/* By character, so that it does not depend on the language of the machine. */
static PtFeelValue
map_characters (const PtFeelValue *string, gunichar (*map) (gunichar), gboolean is_upper)
{
  GString *text = g_string_sized_new (string->string->length);

  for (const char *at = string->string->text; *at; at = g_utf8_next_char (at))
    if (is_upper && g_utf8_get_char (at) == 0xdf)
      g_string_append (text, "SS");
    else if ((guchar)*at < 0x80)
      g_string_append_c (text, (char)map ((guchar)*at));
    else
      g_string_append_unichar (text, map (g_utf8_get_char (at)));
  return pt_feel_string_take (text);
}

static void
upper_case (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = map_characters (&args[0], g_unichar_toupper, TRUE);
}

static void
lower_case (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = map_characters (&args[0], g_unichar_tolower, FALSE);
}

static void
substring_before (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const char *found = strstr (text_of (&args[0]), text_of (&args[1]));

  *out = pt_feel_string_len (text_of (&args[0]), found ? found - text_of (&args[0]) : 0);
}

static void
substring_after (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const char *found = strstr (text_of (&args[0]), text_of (&args[1]));

  *out = pt_feel_string (found ? found + args[1].string->length : "");
}

static void
contains (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_boolean (strstr (text_of (&args[0]), text_of (&args[1])) != NULL);
}

static void
starts_with (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_boolean (g_str_has_prefix (text_of (&args[0]), text_of (&args[1])));
}

static void
ends_with (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  *out = pt_feel_boolean (g_str_has_suffix (text_of (&args[0]), text_of (&args[1])));
}

#define REGEX_COST 300 /* steps, as one may take milliseconds */

/* ----- regular expressions ------------------------------------------------------------------- */

static const char *
flags_of (const PtFeelValue *args, guint n, guint i)
{
  return n > i && args[i].kind == PT_FEEL_KIND_STRING ? text_of (&args[i]) : "";
}

static void
matches (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autoptr (GRegex) regex = pt_feel_regex_new (text_of (&args[1]), flags_of (args, n, 2));
  int matches = regex ? pt_feel_regex_matches (regex, text_of (&args[0])) : -1;

  pt_run_spend (run, REGEX_COST + args[0].string->length / 16);
  if (matches >= 0)
    *out = pt_feel_boolean (matches);
}

static void
replace (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autoptr (GRegex) regex = pt_feel_regex_new (text_of (&args[1]), flags_of (args, n, 3));
  /* at worst, each character becomes the replacement */
  gint64 cost = REGEX_COST + (gint64)args[0].string->length * (args[2].string->length + 1) / 16;
  g_autofree char *text = NULL;

  if (regex && pt_run_spend (run, cost))
    text = pt_feel_regex_replace (regex, text_of (&args[0]), text_of (&args[2]));
  if (text)
    *out = pt_feel_string (text);
}

static void
split (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  g_autoptr (GRegex) regex = pt_feel_regex_new (text_of (&args[1]), "");
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  const char *text = text_of (&args[0]);
  int at = 0, start, end;

  if (!regex || pt_feel_regex_matches (regex, "") != 0
      || !pt_run_spend (run, REGEX_COST + args[0].string->length))
    return;
  *out = pt_feel_list ();
  for (g_regex_match_full (regex, text, -1, 0, 0, &match, &error);
       !error && g_match_info_matches (match); g_match_info_next (match, &error))
    {
      g_match_info_fetch_pos (match, 0, &start, &end);
      pt_feel_list_add (out, pt_feel_string_len (text + at, start - at));
      at = end;
    }
  pt_feel_list_add (out, pt_feel_string (text + at));
  if (error)
    pt_feel_value_clear (out);
}

/* ----- joining ------------------------------------------------------------------------------- */

static void
string_join (PtFeelRun *run, const PtFeelValue *args, guint n, PtFeelValue *out)
{
  const char *delimiter = flags_of (args, n, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_first = TRUE;

  for (guint i = 0; i < args[0].list->n; i++)
    {
      const PtFeelValue *item = &args[0].list->items[i];

      if (item->kind == PT_FEEL_KIND_NULL)
        continue;
      if (item->kind != PT_FEEL_KIND_STRING
          || !pt_run_spend (run, (item->string->length + (gint64)strlen (delimiter)) / 16))
        return;
      if (!is_first)
        g_string_append (text, delimiter);
      g_string_append_len (text, text_of (item), item->string->length);
      is_first = FALSE;
    }
  *out = pt_feel_string_len (text->str, text->len);
}

const PtFeelBuiltinRow pt_feel_builtins_string[] = {
  { "string length", "string:s", PT_FEEL_KIND_NUMBER, string_length },
  { "substring", "string:s, start position:n, length:n?", PT_FEEL_KIND_STRING, substring },
  { "upper case", "string:s", PT_FEEL_KIND_STRING, upper_case },
  { "lower case", "string:s", PT_FEEL_KIND_STRING, lower_case },
  { "substring before", "string:s, match:s", PT_FEEL_KIND_STRING, substring_before },
  { "substring after", "string:s, match:s", PT_FEEL_KIND_STRING, substring_after },
  { "contains", "string:s, match:s", PT_FEEL_KIND_BOOLEAN, contains },
  { "starts with", "string:s, match:s", PT_FEEL_KIND_BOOLEAN, starts_with },
  { "ends with", "string:s, match:s", PT_FEEL_KIND_BOOLEAN, ends_with },
  { "matches", "input:s, pattern:s, flags:s0?", PT_FEEL_KIND_BOOLEAN, matches },
  { "replace", "input:s, pattern:s, replacement:s, flags:s0?", PT_FEEL_KIND_STRING, replace },
  { "split", "string:s, delimiter:s", PT_FEEL_KIND_LIST, split },
  { "string join", "list:l, delimiter:s0?", PT_FEEL_KIND_STRING, string_join },
  { NULL },
};
