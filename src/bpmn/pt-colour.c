/* pt-colour.c: colours as BPMN files write them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "pt-graph-private.h"

static const struct
{
  const char *name;
  guint32 rgb;
} names[] = {
  { "white", 0xffffff },  { "black", 0x000000 },   { "red", 0xff0000 },    { "green", 0x008000 },
  { "lime", 0x00ff00 },   { "blue", 0x0000ff },    { "yellow", 0xffff00 }, { "orange", 0xffa500 },
  { "purple", 0x800080 }, { "fuchsia", 0xff00ff }, { "aqua", 0x00ffff },   { "cyan", 0x00ffff },
  { "gray", 0x808080 },   { "grey", 0x808080 },    { "silver", 0xc0c0c0 }, { "maroon", 0x800000 },
  { "olive", 0x808000 },  { "navy", 0x000080 },    { "teal", 0x008080 },   { "pink", 0xffc0cb },
  { "brown", 0xa52a2a },
};

/* #rgb: every digit twice */
static guint32
widen (guint32 rgb)
{
  return ((rgb & 0xf00) << 8 | (rgb & 0x0f0) << 4 | (rgb & 0x00f)) * 0x11;
}

static gboolean
parse_digits (const char *digits, guint32 *rgb)
{
  gsize n = strspn (digits, "0123456789abcdefABCDEF");

  if (digits[n] != '\0' || (n != 3 && n != 6 && n != 8))
    return FALSE;

  guint64 value = g_ascii_strtoull (digits, NULL, 16);
  /* Eight digits end in an opacity, which shapes do not have. */
  *rgb = n == 3 ? widen (value) : n == 8 ? value >> 8 : value;
  return TRUE;
}

gboolean
pt_colour_parse (const char *text, guint32 *rgb)
{
  if (!text)
    return FALSE;
  if (*text == '#')
    return parse_digits (text + 1, rgb);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i].name) == 0)
      {
        *rgb = names[i].rgb;
        return TRUE;
      }
  return FALSE;
}
