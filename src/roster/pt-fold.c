/* pt-fold.c: names as people mean them, without what makes no difference
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fold.h"

#include <partitur/letter-case.h>

#include <string.h>

#define SOFT_HYPHEN 0x00AD

/* Endings that say a role may be a woman. "/in" must not be the beginning of another word. */
static gsize
gendered_ending (const char *at)
{
  if (g_str_has_prefix (at, "(in)"))
    return strlen ("(in)");
  if (g_str_has_prefix (at, "/in") && !g_unichar_isalnum (g_utf8_get_char (at + strlen ("/in"))))
    return strlen ("/in");
  return 0;
}

static gboolean
separates (gunichar c)
{
  return g_unichar_isspace (c) || c == '/' || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

char *
pt_fold (const char *name)
{
  g_autofree char *folded = pt_case_fold (name);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  g_return_val_if_fail (composed != NULL, g_string_free (out, FALSE));
  for (const char *at = composed; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at);
      gsize ending = gendered_ending (at);

      at = ending > 0 ? at + ending : g_utf8_next_char (at);
      if (ending > 0 || c == SOFT_HYPHEN)
        continue;
      if (separates (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      gap = FALSE;
    }
  return g_string_free (out, FALSE);
}

char *
pt_fold_drop_number (const char *folded)
{
  const char *space = strrchr (folded, ' ');

  if (space == NULL || strspn (space + 1, "0123456789") != strlen (space + 1))
    return NULL;
  return g_strndup (folded, (gsize)(space - folded));
}
