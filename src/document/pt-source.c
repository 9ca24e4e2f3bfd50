/* pt-source.c: the text a document was loaded from, and what is known about it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-source.h"

#include "pt-gap.h"
#include "pt-source-scan.h"
#include "pt-xml.h"

#include <string.h>

void
pt_source_free (PtSource *self)
{
  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->arena, pt_arena_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->edited, g_hash_table_unref);
  g_clear_pointer (&self->mended, g_bytes_unref);
  g_free (self->encoding);
  g_free (self->claimed);
  g_free (self);
}

PtSpan *
pt_source_span (PtSource *self, const xmlNode *node)
{
  gsize index = GPOINTER_TO_SIZE (node->_private);

  return index ? &g_array_index (self->spans, PtSpan, index - 1) : NULL;
}

/* --- from numbers to nodes --- */

static GPtrArray *
list_nodes (PtSource *self, xmlNode *root)
{
  GPtrArray *nodes = g_ptr_array_sized_new (self->spans->len);

  g_ptr_array_set_size (nodes, (gint)self->spans->len);
  for (xmlNode *node = root; node; node = pt_xml_next_in (node, root))
    if (node->_private)
      g_ptr_array_index (nodes, GPOINTER_TO_SIZE (node->_private) - 1) = node;
  return nodes;
}

xmlNode *
pt_source_node (PtSource *self, xmlDoc *tree, gsize number)
{
  if (self->nodes == NULL)
    self->nodes = list_nodes (self, xmlDocGetRootElement (tree));
  if (number == 0 || number > self->nodes->len)
    return NULL;
  if (g_array_index (self->spans, PtSpan, number - 1).gap)
    pt_gap_open_number (self, number);
  return g_ptr_array_index (self->nodes, number - 1);
}

xmlElementType
pt_source_type (const PtSource *self, const PtSpan *span)
{
  const char *at = (const char *)g_bytes_get_data (self->text, NULL) + span->start;

  if (*at != '<')
    return XML_TEXT_NODE;
  if (at[1] == '?')
    return XML_PI_NODE;
  if (at[1] == '!')
    return span->end - span->start > 2 && at[2] == '-' ? XML_COMMENT_NODE : XML_CDATA_SECTION_NODE;
  return XML_ELEMENT_NODE;
}

guint
pt_source_find (const PtSource *self, gsize offset)
{
  guint low = 0, high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, PtSpan, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gsize
pt_source_content (const PtSource *self, const PtSpan *element)
{
  const char *text = g_bytes_get_data (self->text, NULL);
  guint n_attributes;

  return (gsize)(pt_scan_tag (text + element->start + 1, text + element->end, &n_attributes)
                 - text);
}

gsize
pt_source_content_end (const PtSource *self, const PtSpan *element)
{
  const char *text = g_bytes_get_data (self->text, NULL);
  const char *tag = memrchr (text + element->start, '<', element->end - element->start);

  return tag[1] == '/' ? (gsize)(tag - text) : element->end;
}

/* Above a touched node all is touched already, so this takes constant time in a series of edits. */
void
pt_source_touch (PtSource *self, xmlNode *node)
{
  for (; node; node = pt_xml_parent_element (node))
    {
      PtSpan *span = pt_source_span (self, node);

      if (span && span->touched)
        return;
      if (span)
        span->touched = TRUE;
    }
}

/* --- attributes as they were --- */

static void
original_free (PtOriginalAttribute *original)
{
  g_free (original->qname);
  g_free (original->value);
  g_free (original);
}

static gboolean
is_noted (GPtrArray *list, const char *ns_uri, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PtOriginalAttribute *original = g_ptr_array_index (list, i);

      if (original->name == name && original->ns_uri == ns_uri)
        return TRUE;
    }
  return FALSE;
}

void
pt_source_note_attribute (PtSource *self,
                          xmlNode *node,
                          const char *ns_uri,
                          const char *name,
                          const char *value)
{
  const xmlAttr *attribute = pt_xml_find_attribute (node, ns_uri, name);
  GPtrArray *list = g_hash_table_lookup (self->edited, node);
  PtOriginalAttribute *original;

  if (pt_source_span (self, node) == NULL || (list && is_noted (list, ns_uri, name)))
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)original_free);
      g_hash_table_insert (self->edited, node, list);
    }
  original = g_new0 (PtOriginalAttribute, 1);
  original->ns_uri = ns_uri;
  original->name = name;
  original->qname = attribute ? pt_xml_dup_qname (attribute->ns, attribute->name) : NULL;
  original->value = g_strdup (value);
  g_ptr_array_add (list, original);
}

void
pt_source_free_value (PtSource *self, xmlAttr *attribute)
{
  if (!pt_arena_owns (self->arena, attribute->children))
    xmlFreeNodeList (attribute->children);
  attribute->children = attribute->last = NULL;
}

void
pt_source_free_attribute (PtSource *self, xmlAttr *attribute)
{
  pt_source_free_value (self, attribute);
  if (!pt_arena_owns (self->arena, attribute))
    xmlFreeProp (attribute);
}

/* --- lines and columns --- */

/* As g_utf8_strlen(), but a stray byte does not lead it astray. */
static int
count_characters (const char *text, gsize length)
{
  int n = 0;

  for (gsize i = 0; i < length; i++)
    n += (text[i] & 0xC0) != 0x80;
  return n;
}

/* Behind a line end at @at (nullable otherwise): \n, \r\n and a lone \r all count once. */
static const char *
skip_line_end (const char *at, const char *end)
{
  if (*at == '\r' && at + 1 < end && at[1] == '\n')
    return at + 2;
  return *at == '\n' || *at == '\r' ? at + 1 : NULL;
}

void
pt_text_position (const char *text, gsize offset, int *line, int *column)
{
  const char *end = text + offset, *begin = text, *at = text;

  *line = 1;
  while (at < end)
    {
      const char *next = skip_line_end (at, end);

      if (next)
        {
          begin = next;
          (*line)++;
        }
      at = next ? next : at + 1;
    }
  *column = count_characters (begin, (gsize)(end - begin)) + 1;
}

static GArray *
find_lines (GBytes *bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint32 begin = 0;

  g_array_append_val (lines, begin);
  for (const char *at = text; at < text + length;)
    {
      const char *next = skip_line_end (at, text + length);

      if (next)
        {
          begin = (guint32)(next - text);
          g_array_append_val (lines, begin);
        }
      at = next ? next : at + 1;
    }
  return lines;
}

/* The index of the line that holds @offset. @near: a line it is probably not far behind */
static guint
find_line (GArray *lines, guint32 offset, guint near)
{
  guint low = g_array_index (lines, guint32, near) <= offset ? near : 0, high = lines->len;

  for (guint step = 1; low + step < high; step *= 2)
    if (g_array_index (lines, guint32, low + step) <= offset)
      low += step;
    else
      high = low + step;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      *(g_array_index (lines, guint32, middle) <= offset ? &low : &high) = middle;
    }
  return low;
}

void
pt_source_position (PtSource *self, gsize offset, int *line, int *column)
{
  const char *text = g_bytes_get_data (self->text, NULL);
  guint32 from;
  guint index;
  int before = 1; /* the column of `from` */

  if (self->lines == NULL)
    self->lines = find_lines (self->text);
  index = find_line (self->lines, (guint32)offset, self->asked.line);
  from = g_array_index (self->lines, guint32, index);
  if (self->asked.column > 0 && self->asked.offset >= from && self->asked.offset <= offset)
    {
      from = self->asked.offset;
      before = self->asked.column;
    }
  *line = (int)index + 1;
  *column = before + count_characters (text + from, offset - from);
  self->asked.line = index;
  self->asked.offset = (guint32)offset;
  self->asked.column = *column;
}
