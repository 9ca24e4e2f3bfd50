/* pt-gap.c: the white space between elements, which is in the tree only where an edit needs it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-gap.h"

#include "pt-xml.h"

#include <libxml/parserInternals.h>

/* --- finding --- */

static PtSpan *
gap_at (PtSource *self, guint index, gsize start)
{
  PtSpan *span = index < self->spans->len ? &g_array_index (self->spans, PtSpan, index) : NULL;

  return span && span->gap && span->start == start ? span : NULL;
}

static PtSpan *
find_before (PtSource *self, const xmlNode *node)
{
  const PtSpan *span = pt_source_span (self, node);
  guint index = span ? (guint)(span - (const PtSpan *)self->spans->data) : 0;
  PtSpan *gap = index > 0 ? &g_array_index (self->spans, PtSpan, index - 1) : NULL;

  return gap && gap->gap && gap->end == span->start ? gap : NULL;
}

static PtSpan *
find_at_end (PtSource *self, const xmlNode *parent)
{
  const PtSpan *last = parent->last ? pt_source_span (self, parent->last) : NULL;

  return last ? gap_at (self, pt_source_find (self, last->end), last->end) : NULL;
}

PtSpan *
pt_gap_find (PtSource *self, const xmlNode *parent, const xmlNode *before)
{
  return before ? find_before (self, before) : find_at_end (self, parent);
}

/* --- opening --- */

/* As the parser would hand it over: every line end is one. */
static void
append_gap (PtSource *self, const PtSpan *gap, GString *text)
{
  const char *source = g_bytes_get_data (self->text, NULL);
  const char *end = source + gap->end;

  for (const char *at = source + gap->start; at < end; at++)
    if (*at != '\r')
      g_string_append_c (text, *at);
    else if (at + 1 == end || at[1] != '\n')
      g_string_append_c (text, '\n');
}

void
pt_gap_open (PtSource *self, xmlNode *parent, xmlNode *before)
{
  PtSpan *gap = pt_gap_find (self, parent, before);
  gsize index = gap ? (gsize)(gap - (PtSpan *)self->spans->data) : 0;
  g_autoptr (GString) text = NULL;
  xmlNode *node;

  if (gap == NULL)
    return;
  text = g_string_new (NULL);
  append_gap (self, gap, text);
  gap->gap = FALSE;
  node = pt_arena_alloc (self->arena, sizeof (xmlNode));
  node->type = XML_TEXT_NODE;
  node->name = xmlStringText;
  node->doc = parent->doc;
  node->content = (xmlChar *)pt_arena_text (self->arena, text->str, text->len);
  node->_private = GSIZE_TO_POINTER (index + 1);
  if (self->nodes)
    g_ptr_array_index (self->nodes, index) = node;
  pt_xml_link (parent, before, node);
}

/* As long as it is a gap, its neighbours of the source are at its sides. */
void
pt_gap_open_number (PtSource *self, gsize number)
{
  const PtSpan *spans = (const PtSpan *)self->spans->data, *gap = &spans[number - 1];
  gsize index = number;
  xmlNode *node;

  if (index < self->spans->len && spans[index].start == gap->end)
    {
      node = g_ptr_array_index (self->nodes, index);
      pt_gap_open (self, node->parent, node);
      return;
    }
  for (index = number - 1; index > 0 && spans[index - 1].end != gap->start;)
    index--;
  node = index > 0 ? g_ptr_array_index (self->nodes, index - 1) : NULL;
  if (node && node->parent)
    pt_gap_open (self, node->parent, NULL);
}

void
pt_gap_open_children (PtSource *self, xmlNode *parent)
{
  for (xmlNode *child = parent->children; child; child = child->next)
    pt_gap_open (self, parent, child);
  pt_gap_open (self, parent, NULL);
}

void
pt_gap_open_all (PtSource *self, xmlNode *top)
{
  for (xmlNode *node = top; node; node = pt_xml_next_in (node, top))
    if (node->type == XML_ELEMENT_NODE)
      pt_gap_open_children (self, node);
}

/* --- walking --- */

xmlNode *
pt_gap_prev (PtSource *self, xmlNode *node)
{
  pt_gap_open (self, node->parent, node);
  return node->prev;
}

xmlNode *
pt_gap_next (PtSource *self, xmlNode *node)
{
  pt_gap_open (self, node->parent, node->next);
  return node->next;
}

xmlNode *
pt_gap_first (PtSource *self, xmlNode *parent)
{
  if (parent->children)
    pt_gap_open (self, parent, parent->children);
  return parent->children;
}

xmlNode *
pt_gap_last (PtSource *self, xmlNode *parent)
{
  pt_gap_open (self, parent, NULL);
  return parent->last;
}

/* --- reading --- */

void
pt_gap_append_text (PtSource *self, const xmlNode *node, GString *text)
{
  PtSpan *last;

  for (const xmlNode *child = node->children; child; child = child->next)
    {
      PtSpan *gap = pt_gap_find (self, node, child);

      if (gap)
        append_gap (self, gap, text);
      if (child->type == XML_ELEMENT_NODE)
        pt_gap_append_text (self, child, text);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, child->content ? (const char *)child->content : "");
    }
  last = pt_gap_find (self, node, NULL);
  if (last)
    append_gap (self, last, text);
}
