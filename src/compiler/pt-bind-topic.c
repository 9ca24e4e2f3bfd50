/* pt-bind-topic.c: what a system is told to do
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-bind.h"

char *
pt_bind_slug (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *ascii = g_str_to_ascii (valid, "de");
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = ascii; *at; at++)
    {
      if (!g_ascii_isalnum (*at))
        {
          gap = TRUE;
          continue;
        }
      if (gap && slug->len > 0)
        g_string_append_c (slug, '-');
      g_string_append_c (slug, g_ascii_tolower (*at));
      gap = FALSE;
    }
  if (slug->len == 0) /* a script without Latin letters */
    g_string_printf (slug, "x%08x", g_str_hash (valid));
  return g_string_free (slug, FALSE);
}

char *
pt_bind_topic (const char *system, const char *done)
{
  g_autofree char *job = pt_bind_slug (done);
  g_autofree char *by = system ? pt_bind_slug (system) : NULL;

  return by ? g_strdup_printf ("%s.%s", by, job) : g_steal_pointer (&job);
}
