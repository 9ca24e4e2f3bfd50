/* pt-utf8.c: is a text UTF-8?
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-utf8.h"

#include <string.h>

#define EACH_BYTE(value) (G_GUINT64_CONSTANT (0x0101010101010101) * (value))

/* Whether all eight bytes are ASCII and none is zero: then, and only then, taking one from each
 * borrows from no neighbour and no top bit is set before or afterwards. */
static gboolean
is_plain (guint64 word)
{
  return ((word | (word - EACH_BYTE (1))) & EACH_BYTE (0x80)) == 0;
}

static const char *
skip_plain (const char *at, const char *end)
{
  guint64 word;

  while ((gsize)(end - at) >= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      if (!is_plain (word))
        break;
      at += sizeof word;
    }
  while (at < end && *at != '\0' && (*at & 0x80) == 0)
    at++;
  return at;
}

gboolean
pt_utf8_validate (const char *text, gsize length, const char **end)
{
  const char *at = skip_plain (text, text + length);

  /* A zero byte is no character here, as in GLib. */
  while (at < text + length && g_utf8_get_char_validated (at, text + length - at) < (gunichar)-2)
    at = skip_plain (g_utf8_next_char (at), text + length);
  *end = at;
  return at == text + length;
}
