/* pt-escape.c: text as it has to be written in a file of some encoding
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-escape.h"

#include <libxml/parserInternals.h>
#include <string.h>

#define NO_ENCODER ((GIConv)-1)

void
pt_escape_init (PtEscape *self, const char *encoding, const char *newline)
{
  gboolean holds_all = encoding == NULL || g_ascii_strncasecmp (encoding, "UTF-", 4) == 0;

  self->encoder = holds_all ? NO_ENCODER : g_iconv_open (encoding, "UTF-8");
  self->newline = newline;
}

void
pt_escape_finish (PtEscape *self)
{
  if (self->encoder != NO_ENCODER)
    g_iconv_close (self->encoder);
}

static gboolean
can_encode (PtEscape *self, const char *at, gsize length)
{
  char buffer[32];
  char *in = (char *)at, *out = buffer;
  gsize n_in = length, n_out = sizeof buffer;

  if (length == 1 || self->encoder == NO_ENCODER)
    return TRUE;
  g_iconv (self->encoder, NULL, NULL, NULL, NULL);
  return g_iconv (self->encoder, &in, &n_in, &out, &n_out) == 0 && n_in == 0;
}

static gboolean
can_encode_all (PtEscape *self, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (!can_encode (self, at, (gsize)(g_utf8_next_char (at) - at)))
      return FALSE;
  return TRUE;
}

/* (nullable): how a character must be written that cannot stand for itself. White space within
 * values would become plain blanks when read again, '>' might close "]]>". */
static const char *
reference_for (const PtEscape *self, char c, char quote)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '\n':
      return quote ? "&#10;" : self->newline;
    case '\t':
      return quote ? "&#9;" : NULL;
    case '"':
      return quote == '"' ? "&quot;" : NULL;
    case '\'':
      return quote == '\'' ? "&apos;" : NULL;
    default:
      return NULL;
    }
}

static void
escape (PtEscape *self, GString *out, const char *text, char quote)
{
  const char *next;

  for (const char *at = text; *at; at = next)
    {
      gunichar c = g_utf8_get_char (at);
      const char *reference = reference_for (self, *at, quote);

      next = g_utf8_next_char (at);
      if (reference)
        g_string_append (out, reference);
      else if (!can_encode (self, at, (gsize)(next - at)))
        g_string_append_printf (out, "&#x%X;", c);
      else if (IS_CHAR (c))
        g_string_append_len (out, at, next - at);
    }
}

void
pt_escape_value (PtEscape *self, GString *out, const char *value, char quote)
{
  escape (self, out, value, quote);
}

void
pt_escape_text (PtEscape *self, GString *out, const char *text)
{
  escape (self, out, text, 0);
}

void
pt_escape_cdata (PtEscape *self, GString *out, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *section = NULL;

  if (strstr (text, "]]>") || strchr (text, '\r') || !can_encode_all (self, text))
    {
      pt_escape_text (self, out, text);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  section = g_strjoinv (self->newline, lines);
  g_string_append_printf (out, "<![CDATA[%s]]>", section);
}
