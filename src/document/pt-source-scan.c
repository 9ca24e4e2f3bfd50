/* pt-source-scan.c: finds tags, texts and the rest in the source before libxml2 sees it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-source-scan.h"

#include "pt-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether the text is well-formed is libxml2's business; where it is not, what is found here does
 * not matter. The limits do: they spare libxml2 what it takes too long over. */
typedef struct
{
  PtSource *source;
  const char *text;
  const char *end;
  GArray *spans;
  GArray *open;       /* of PtOpen */
  guint n_attributes; /* of the tag at hand */
  gsize n_nodes;      /* of all kinds so far, attributes too */
} PtScan;

/* An element whose end tag is to come. */
typedef struct
{
  guint index; /* of its span */
  gboolean has_words, has_gaps;
} PtOpen;

static guint32
offset_of (const PtScan *scan, const char *at)
{
  return (guint32)(at - scan->text);
}

static gboolean
starts_with (const PtScan *scan, const char *at, const char *mark)
{
  gsize length = strlen (mark);

  return (gsize)(scan->end - at) >= length && memcmp (at, mark, length) == 0;
}

static const char *
skip_char (const char *at, const char *end, char c)
{
  const char *found = memchr (at, c, (gsize)(end - at));

  return found ? found + 1 : end;
}

/* Behind the next @mark, or the end of the text. */
static const char *
skip_past (const PtScan *scan, const char *at, const char *mark)
{
  const char *found = memmem (at, (gsize)(scan->end - at), mark, strlen (mark));

  return found ? found + strlen (mark) : scan->end;
}

/* A quoted value may hold a '>'. */
const char *
pt_scan_tag (const char *at, const char *end, guint *n_attributes)
{
  *n_attributes = 0;
  while (at < end && *at != '>')
    if (*at == '"' || *at == '\'')
      {
        at = skip_char (at + 1, end, *at);
        (*n_attributes)++;
      }
    else
      at++;
  return MIN (at + 1, end);
}

static PtSpan *
add (PtScan *scan, const char *start, const char *end)
{
  PtSpan span = { .start = offset_of (scan, start), .end = offset_of (scan, end) };

  scan->n_nodes++;
  g_array_append_val (scan->spans, span);
  return &g_array_index (scan->spans, PtSpan, scan->spans->len - 1);
}

static PtOpen *
innermost (const PtScan *scan)
{
  return &g_array_index (scan->open, PtOpen, scan->open->len - 1);
}

static const char *
skip_blanks (const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'))
    at++;
  return at;
}

static const char *
scan_text (PtScan *scan, const char *at)
{
  const char *words = skip_blanks (at, scan->end);
  const char *found = memchr (words, '<', (gsize)(scan->end - words));
  const char *end = found ? found : scan->end;
  gboolean is_first = innermost (scan)->index == scan->spans->len - 1;
  gboolean is_last = starts_with (scan, end, "</");
  PtSpan *span = add (scan, at, end);

  if (words < end)
    innermost (scan)->has_words = TRUE;
  else if (!is_first || !is_last)
    innermost (scan)->has_gaps = span->gap = TRUE;
  return end;
}

static const char *
scan_comment (PtScan *scan, const char *at)
{
  const char *end = skip_past (scan, at, "-->");

  add (scan, at, end);
  return end;
}

static const char *
scan_instruction (PtScan *scan, const char *at)
{
  const char *end = skip_past (scan, at, "?>");

  add (scan, at, end);
  return end;
}

/* Sections that touch become one node. */
static const char *
scan_cdata (PtScan *scan, const char *at)
{
  const char *end = skip_past (scan, at, "]]>");
  PtSpan *last = &g_array_index (scan->spans, PtSpan, scan->spans->len - 1);

  innermost (scan)->has_words = TRUE;
  if (last->end == offset_of (scan, at)
      && pt_source_type (scan->source, last) == XML_CDATA_SECTION_NODE)
    last->end = offset_of (scan, end);
  else
    add (scan, at, end);
  return end;
}

/* Between words white space matters. */
static void
keep_gaps (PtScan *scan, guint parent)
{
  for (guint i = parent + 1; i < scan->spans->len;)
    {
      PtSpan *span = &g_array_index (scan->spans, PtSpan, i);

      span->gap = FALSE;
      i = pt_source_find (scan->source, span->end);
    }
}

static const char *
scan_end_tag (PtScan *scan, const char *at)
{
  const char *end = skip_char (at, scan->end, '>');
  PtOpen closed;

  if (scan->open->len == 0)
    return scan->end;
  closed = *innermost (scan);
  if (closed.has_words && closed.has_gaps)
    keep_gaps (scan, closed.index);
  g_array_index (scan->spans, PtSpan, closed.index).end = offset_of (scan, end);
  g_array_set_size (scan->open, scan->open->len - 1);
  return end;
}

static const char *
scan_start_tag (PtScan *scan, const char *at)
{
  const char *end = pt_scan_tag (at + 1, scan->end, &scan->n_attributes);
  PtOpen open = { .index = scan->spans->len };

  add (scan, at, end);
  scan->n_nodes += scan->n_attributes;
  if (end[-2] != '/')
    g_array_append_val (scan->open, open);
  return end;
}

static const char *
scan_next (PtScan *scan, const char *at)
{
  if (*at != '<')
    return scan_text (scan, at);
  if (scan->end - at < 2)
    return scan->end;
  switch (at[1])
    {
    case '/':
      return scan_end_tag (scan, at);
    case '?':
      return scan_instruction (scan, at);
    case '!':
      return starts_with (scan, at, "<!--") ? scan_comment (scan, at) : scan_cdata (scan, at);
    default:
      return scan_start_tag (scan, at);
    }
}

/* --- before the root --- */

/* The internal subset may hold '>' in quotes, comments and instructions. */
static const char *
skip_doctype (const PtScan *scan, const char *at)
{
  int depth = 0;

  do
    if (starts_with (scan, at, "<!--"))
      at = skip_past (scan, at, "-->");
    else if (starts_with (scan, at, "<?"))
      at = skip_past (scan, at, "?>");
    else if (*at == '"' || *at == '\'')
      at = skip_char (at + 1, scan->end, *at);
    else
      {
        depth += (*at == '<') - (*at == '>');
        at++;
      }
  while (at < scan->end && depth > 0);
  return at;
}

/* The first start tag, or the end of the text. */
static const char *
find_root (const PtScan *scan)
{
  const char *at = scan->text;

  while (at < scan->end)
    if (starts_with (scan, at, "<?"))
      at = skip_past (scan, at, "?>");
    else if (starts_with (scan, at, "<!--"))
      at = skip_past (scan, at, "-->");
    else if (starts_with (scan, at, "<!"))
      at = skip_doctype (scan, at);
    else if (*at == '<')
      break;
    else
      at++;
  return at;
}

/* --- the limits --- */

static gboolean
check_limits (PtSource *self, const PtScan *scan, const char *at, const char *name, GError **error)
{
  g_autofree char *message = NULL;
  int line, column;

  if (scan->open->len > PT_DOCUMENT_MAX_DEPTH)
    message = g_strdup_printf (_ ("more than %d elements are nested here; no process needs that"),
                               PT_DOCUMENT_MAX_DEPTH);
  else if (scan->n_attributes > PT_DOCUMENT_MAX_ATTRIBUTES)
    message = g_strdup_printf (_ ("this tag has more than %d attributes; no process needs that"),
                               PT_DOCUMENT_MAX_ATTRIBUTES);
  else if (scan->n_nodes > PT_DOCUMENT_MAX_NODES)
    message = g_strdup_printf (_ ("up to here there are more than %d million elements, texts and "
                                  "attributes, which is more than can be opened; divide the file"),
                               PT_DOCUMENT_MAX_NODES / 1000000);
  else
    return TRUE;
  pt_source_position (self, (gsize)(at - scan->text), &line, &column);
  pt_load_fail (error, PT_DOCUMENT_ERROR_LIMIT, name, line, column, message);
  return FALSE;
}

gboolean
pt_source_scan (PtSource *self, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (PtOpen));
  PtScan scan
      = { .source = self, .text = text, .end = text + length, .spans = self->spans, .open = open };
  const char *at = find_root (&scan), *last;

  while (at < scan.end && (open->len > 0 || self->spans->len == 0))
    {
      last = at;
      at = scan_next (&scan, at);
      if (!check_limits (self, &scan, last, name, error))
        return FALSE;
    }
  return TRUE;
}
