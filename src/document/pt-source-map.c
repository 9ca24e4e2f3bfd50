/* pt-source-map.c: walks text and tree side by side, so every node knows its place in the text
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-source.h"

#include <string.h>

/* libxml2 has accepted the text, so this has to find the ends of things, not to judge them. */
typedef struct
{
  const char *text;
  const char *end;
  GArray *spans;
  xmlNode *open;     /* the innermost open element */
  xmlNode *expected; /* (nullable): the node whose text must come next */
  xmlNode *assigned; /* (nullable): the last one that got a span, if nothing came since */
} PtWalk;

static guint32
offset_of (const PtWalk *walk, const char *at)
{
  return (guint32)(at - walk->text);
}

/* Gives the expected node its span, if it is of the right type. */
static PtSpan *
assign (PtWalk *walk, xmlElementType type, const char *start, const char *end)
{
  PtSpan span = { .start = offset_of (walk, start), .end = offset_of (walk, end) };
  xmlNode *node = walk->expected;

  if (node == NULL || node->type != type)
    return NULL;
  span.content = span.content_end = span.end;
  g_array_append_val (walk->spans, span);
  node->_private = GSIZE_TO_POINTER ((gsize)walk->spans->len);
  walk->assigned = node;
  walk->expected = node->next;
  return &g_array_index (walk->spans, PtSpan, walk->spans->len - 1);
}

/* Behind the next @mark, or the end of the text. */
static const char *
skip_past (const PtWalk *walk, const char *at, const char *mark)
{
  const char *found = memmem (at, (gsize)(walk->end - at), mark, strlen (mark));

  return found ? found + strlen (mark) : walk->end;
}

/* Behind the '>' that closes a start tag; a quoted value may hold others. */
static const char *
skip_tag (const PtWalk *walk, const char *at)
{
  char quote = 0;

  for (; at < walk->end; at++)
    if (quote ? *at == quote : *at == '"' || *at == '\'')
      quote = quote ? 0 : *at;
    else if (*at == '>' && !quote)
      return at + 1;
  return walk->end;
}

static const char *
walk_simple (PtWalk *walk, xmlElementType type, const char *at, const char *mark)
{
  const char *end = skip_past (walk, at, mark);

  return assign (walk, type, at, end) ? end : NULL;
}

static const char *
walk_comment (PtWalk *walk, const char *at)
{
  return walk_simple (walk, XML_COMMENT_NODE, at, "-->");
}

static const char *
walk_instruction (PtWalk *walk, const char *at)
{
  return walk_simple (walk, XML_PI_NODE, at, "?>");
}

/* Sections that touch are one node. */
static const char *
walk_cdata (PtWalk *walk, const char *at)
{
  const char *end = skip_past (walk, at, "]]>");

  if (walk->assigned && walk->assigned->type == XML_CDATA_SECTION_NODE)
    g_array_index (walk->spans, PtSpan, walk->spans->len - 1).end = offset_of (walk, end);
  else if (!assign (walk, XML_CDATA_SECTION_NODE, at, end))
    return NULL;
  return end;
}

static const char *
walk_end_tag (PtWalk *walk, const char *at)
{
  const char *end = skip_past (walk, at, ">");
  xmlNode *node = walk->open;
  PtSpan *span;

  if (walk->expected || node == NULL)
    return NULL;
  span = &g_array_index (walk->spans, PtSpan, GPOINTER_TO_SIZE (node->_private) - 1);
  span->content_end = offset_of (walk, at);
  span->end = offset_of (walk, end);
  walk->expected = node->next;
  walk->open = node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
  walk->assigned = node;
  return end;
}

static const char *
walk_start_tag (PtWalk *walk, const char *at)
{
  const char *end = skip_tag (walk, at + 1);
  xmlNode *node = walk->expected;

  if (!assign (walk, XML_ELEMENT_NODE, at, end))
    return NULL;
  if (end[-2] != '/')
    {
      walk->open = node;
      walk->expected = node->children;
      walk->assigned = NULL;
    }
  return end;
}

static const char *
walk_text (PtWalk *walk, const char *at)
{
  const char *end = memchr (at, '<', (gsize)(walk->end - at));

  if (end == NULL)
    end = walk->end;
  return assign (walk, XML_TEXT_NODE, at, end) ? end : NULL;
}

static const struct
{
  const char *mark;
  const char *(*walk) (PtWalk *walk, const char *at);
} kinds[] = {
  { "<!--", walk_comment }, { "<![CDATA[", walk_cdata }, { "<?", walk_instruction },
  { "</", walk_end_tag },   { "<", walk_start_tag },     { "", walk_text },
};

static const char *
walk_next (PtWalk *walk, const char *at)
{
  gsize i = 0;

  while (strncmp (at, kinds[i].mark, strlen (kinds[i].mark)) != 0)
    i++;
  return kinds[i].walk (walk, at);
}

/* --- before the root --- */

/* The internal subset may hold '>' in quotes, comments and instructions. */
static const char *
skip_doctype (const PtWalk *walk, const char *at)
{
  int depth = 0;

  while (at < walk->end)
    if (g_str_has_prefix (at, "<!--"))
      at = skip_past (walk, at, "-->");
    else if (g_str_has_prefix (at, "<?"))
      at = skip_past (walk, at, "?>");
    else if (*at == '"' || *at == '\'')
      at = skip_past (walk, at + 1, *at == '"' ? "\"" : "'");
    else
      {
        depth += (*at == '<') - (*at == '>');
        at++;
        if (depth == 0)
          break;
      }
  return at;
}

static const char *
find_root (const PtWalk *walk)
{
  const char *at = memchr (walk->text, '<', (gsize)(walk->end - walk->text));

  while (at && (at[1] == '!' || at[1] == '?'))
    {
      if (at[1] == '?')
        at = skip_past (walk, at, "?>");
      else if (g_str_has_prefix (at, "<!--"))
        at = skip_past (walk, at, "-->");
      else
        at = skip_doctype (walk, at);
      at = memchr (at, '<', (gsize)(walk->end - at));
    }
  return at;
}

gboolean
pt_source_map (PtSource *self, xmlDoc *tree)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length);
  PtWalk walk = { .text = text, .end = text + length, .spans = self->spans };
  const char *at = find_root (&walk);

  walk.expected = xmlDocGetRootElement (tree);
  if (at)
    at = walk_start_tag (&walk, at);
  while (at && at < walk.end && walk.open)
    at = walk_next (&walk, at);
  return at && !walk.open;
}
