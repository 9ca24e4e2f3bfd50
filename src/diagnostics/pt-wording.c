/* pt-wording.c: filling the placeholders of a message
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-wording.h"

#include <partitur/diagnostics.h>

#define ELLIPSIS "…"

/* A name of a page is cut: a message is to be read at a glance. What has names in it was put
 * together from such, and says several things. */
#define MAX_LETTERS 200
#define MAX_LETTERS_TOGETHER 1500

typedef struct
{
  const char *const *args; /* (nullable) */
  guint n_args;
} Filling;

/* Whether a placeholder {n} stands at @text. */
static gboolean
is_placeholder (const char *text)
{
  return text[0] == '{' && g_ascii_isdigit (text[1]) && text[2] == '}';
}

static const char *
argument (const Filling *filling, const char *placeholder)
{
  guint index = (guint)(placeholder[1] - '1');

  if (filling->args == NULL)
    return ELLIPSIS;
  return index < filling->n_args ? filling->args[index] : "";
}

static gboolean
has_all_arguments (const Filling *filling, const char *from, const char *end)
{
  for (const char *at = from; at < end; at++)
    if (is_placeholder (at) && *argument (filling, at) == '\0')
      return FALSE;
  return TRUE;
}

static void
append_on_one_line (GString *out, const char *text)
{
  gboolean space = FALSE;
  guint n = 0, most = strstr (text, "“") ? MAX_LETTERS_TOGETHER : MAX_LETTERS;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (n++ == most)
        {
          g_string_append (out, ELLIPSIS);
          return;
        }

      if (!space || !g_unichar_isspace (c))
        g_string_append_unichar (out, g_unichar_isspace (c) ? ' ' : c);
      space = g_unichar_isspace (c);
    }
}

static void
append_filled (GString *out, const Filling *filling, const char *from, const char *end)
{
  while (from < end)
    {
      if (is_placeholder (from))
        {
          append_on_one_line (out, argument (filling, from));
          from += strlen ("{n}");
        }
      else
        g_string_append_c (out, *from++);
    }
}

char *
pt_wording_fill (const char *pattern, const char *const *args)
{
  Filling filling = { args, args != NULL ? g_strv_length ((GStrv)args) : 0 };
  GString *out = g_string_new (NULL);
  const char *at = pattern;

  while (*at != '\0')
    {
      const char *close = *at == '[' ? strchr (at, ']') : NULL;

      if (close != NULL)
        {
          if (has_all_arguments (&filling, at, close))
            append_filled (out, &filling, at + 1, close);
          at = close + 1;
        }
      else
        {
          gsize n = strcspn (at + 1, "[") + 1;

          append_filled (out, &filling, at, at + n);
          at += n;
        }
    }
  return g_string_free (out, FALSE);
}

GStrv
pt_wording_collect (va_list *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *arg = va_arg (*list, const char *); arg != NULL;
       arg = va_arg (*list, const char *))
    g_strv_builder_add (builder, arg);
  return g_strv_builder_end (builder);
}
