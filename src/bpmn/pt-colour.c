/* pt-colour.c: colours as BPMN files write them
 *
 * BPMN-in-Color asks for #rrggbb; tools also write what their own drawing took: the other forms of
 * CSS.
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pt-graph-private.h"

/** Name: a row of pt-colour-names.def. */
typedef struct
{
  const char *name;
  guint32 rgb;
} Name;

static const Name names[] = {
#define PT_COLOUR(name, rgb) { name, rgb },
#include "pt-colour-names.def"
#undef PT_COLOUR
};

/* #rgb: every digit twice */
static guint32
widen (guint32 rgb)
{
  return ((rgb & 0xf00) << 8 | (rgb & 0x0f0) << 4 | (rgb & 0x00f)) * 0x11;
}

/* An opacity, which four and eight digits end in, has no meaning for shapes. */
static gboolean
parse_digits (const char *digits, guint32 *rgb)
{
  gsize n = strspn (digits, "0123456789abcdefABCDEF");
  guint64 value = n <= 8 ? g_ascii_strtoull (digits, NULL, 16) : 0;

  if (digits[n] != '\0')
    return FALSE;
  switch (n)
    {
    case 3:
      *rgb = widen (value);
      return TRUE;
    case 4:
      *rgb = widen (value >> 4);
      return TRUE;
    case 6:
      *rgb = value;
      return TRUE;
    case 8:
      *rgb = value >> 8;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Reads a number of 0 to 255 or a percentage, and moves @p behind it and what separates it. */
static gboolean
parse_channel (const char **p, guint32 *channel)
{
  char *end;
  double value = g_ascii_strtod (*p, &end);

  if (end == *p || !isfinite (value))
    return FALSE;
  if (*end == '%')
    {
      value *= 2.55;
      end++;
    }
  *channel = (guint32)lround (CLAMP (value, 0, 255));
  *p = end + strspn (end, ", \t\n\r");
  return TRUE;
}

/* rgb (1, 2, 3), rgba (1, 2, 3, 0.5), with spaces instead of commas, and a slash before the opacity
 */
static gboolean
parse_function (const char *text, guint32 *rgb)
{
  const char *p = text + strspn (text, "rgbaRGBA");
  guint32 channels[3];

  p += strspn (p, " ");
  if (*p++ != '(' || strchr (p, ')') == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    if (!parse_channel (&p, &channels[i]))
      return FALSE;
  if (*p != ')' && *p != '/' && !g_ascii_isdigit (*p) && *p != '.')
    return FALSE;
  *rgb = channels[0] << 16 | channels[1] << 8 | channels[2];
  return TRUE;
}

static int
compare_name (const void *text, const void *row)
{
  return g_ascii_strcasecmp (text, ((const Name *)row)->name);
}

gboolean
pt_colour_parse (const char *text, guint32 *rgb)
{
  if (!text)
    return FALSE;
  text += strspn (text, " ");
  if (*text == '#')
    return parse_digits (text + 1, rgb);
  if (g_ascii_strncasecmp (text, "rgb", 3) == 0)
    return parse_function (text, rgb);

  const Name *found = bsearch (text, names, G_N_ELEMENTS (names), sizeof names[0], compare_name);
  if (found)
    *rgb = found->rgb;
  return found != NULL;
}
