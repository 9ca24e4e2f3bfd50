/* pt-save.c: from a document to a file: the source with the edited places written anew
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-document-private.h"
#include "pt-escape.h"
#include "pt-gap.h"
#include "pt-start-tag.h"
#include "pt-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PtDocument *document;
  const char *text; /* of the source */
  GString *out;
  PtEscape escape;
  const char *empty_end; /* how the source ends an element without content */
} PtWriter;

static void write_node (PtWriter *writer, xmlNode *node);

static void
copy (PtWriter *writer, gsize start, gsize end)
{
  g_string_append_len (writer->out, writer->text + start, (gssize)(end - start));
}

static void
write_gap (PtWriter *writer, const xmlNode *parent, const xmlNode *before)
{
  const PtSpan *gap = pt_gap_find (writer->document->source, parent, before);

  if (gap)
    copy (writer, gap->start, gap->end);
}

static void
write_children (PtWriter *writer, const xmlNode *node)
{
  for (xmlNode *child = node->children; child; child = child->next)
    {
      write_gap (writer, node, child);
      write_node (writer, child);
    }
  write_gap (writer, node, NULL);
}

static void
write_value (gpointer data, const char *value, char quote)
{
  PtWriter *writer = data;

  pt_escape_value (&writer->escape, writer->out, value, quote);
}

/* --- elements of the source --- */

static void
add_patch (GPtrArray *patches, const char *qname, const char *value)
{
  PtPatch *patch = g_new0 (PtPatch, 1);

  patch->qname = g_strdup (qname);
  patch->value = g_strdup (value);
  g_ptr_array_add (patches, patch);
}

static char *
dup_namespace_name (const xmlNs *ns)
{
  return g_strconcat ("xmlns", ns->prefix ? ":" : NULL, ns->prefix, NULL);
}

static void
add_attribute_patch (GPtrArray *patches, const xmlNode *node, const PtOriginalAttribute *original)
{
  const xmlAttr *now = pt_xml_find_attribute (node, original->ns_uri, original->name);
  g_autofree char *value = now ? pt_xml_dup_value (now) : NULL;
  g_autofree char *qname = original->qname ? g_strdup (original->qname)
                           : now           ? pt_xml_dup_qname (now->ns, now->name)
                                           : NULL;

  if (g_strcmp0 (value, original->value) != 0)
    add_patch (patches, qname, value);
}

/* What to change in the start tag of @node: nothing where edits were undone. */
static GPtrArray *
find_patches (PtWriter *writer, const xmlNode *node)
{
  GPtrArray *patches = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_patch_free);
  GPtrArray *edited = g_hash_table_lookup (writer->document->source->edited, node);

  for (guint i = 0; edited && i < edited->len; i++)
    add_attribute_patch (patches, node, g_ptr_array_index (edited, i));
  for (const xmlNs *ns = node->nsDef; ns; ns = ns->next)
    if (g_hash_table_contains (writer->document->declared, ns))
      {
        g_autofree char *name = dup_namespace_name (ns);

        add_patch (patches, name, (const char *)ns->href);
      }
  return patches;
}

static void
write_source_element (PtWriter *writer, const xmlNode *node, const PtSpan *span)
{
  g_autoptr (GPtrArray) patches = find_patches (writer, node);
  const char *tag = writer->text + span->start;
  gsize content = pt_source_content (writer->document->source, span);
  gboolean opens = content == span->end && node->children;

  if (patches->len || opens)
    pt_start_tag_write (writer->out, tag, content - span->start, patches, opens, write_value,
                        writer);
  else
    copy (writer, span->start, content);
  write_children (writer, node);
  if (opens)
    g_string_append_printf (writer->out, "</%.*s>", (int)pt_start_tag_name_length (tag), tag + 1);
  else
    copy (writer, pt_source_content_end (writer->document->source, span), span->end);
}

/* Texts that were apart may have become neighbours and must not close a section together. */
static void
write_source_text (PtWriter *writer, const PtSpan *span)
{
  gboolean closes = writer->text[span->start] == '>' && g_str_has_suffix (writer->out->str, "]]");

  if (closes)
    g_string_append (writer->out, "&gt;");
  copy (writer, span->start + closes, span->end);
}

/* --- fresh nodes --- */

static void
write_fresh_attribute (PtWriter *writer, const char *qname, const char *value)
{
  g_string_append_printf (writer->out, " %s=\"", qname);
  write_value (writer, value, '"');
  g_string_append_c (writer->out, '"');
}

static void
write_fresh_element (PtWriter *writer, const xmlNode *node)
{
  g_autofree char *qname = pt_xml_dup_qname (node->ns, node->name);

  g_string_append_printf (writer->out, "<%s", qname);
  for (const xmlNs *ns = node->nsDef; ns; ns = ns->next)
    {
      g_autofree char *name = dup_namespace_name (ns);

      write_fresh_attribute (writer, name, (const char *)ns->href);
    }
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    {
      g_autofree char *name = pt_xml_dup_qname (attribute->ns, attribute->name);
      g_autofree char *value = pt_xml_dup_value (attribute);

      write_fresh_attribute (writer, name, value);
    }
  g_string_append (writer->out, node->children ? ">" : writer->empty_end);
  write_children (writer, node);
  if (node->children)
    g_string_append_printf (writer->out, "</%s>", qname);
}

static void
write_fresh (PtWriter *writer, const xmlNode *node)
{
  const char *content
      = node->type != XML_ELEMENT_NODE && node->content ? (const char *)node->content : "";

  switch ((int)node->type)
    {
    case XML_ELEMENT_NODE:
      write_fresh_element (writer, node);
      break;
    case XML_TEXT_NODE:
      pt_escape_text (&writer->escape, writer->out, content);
      break;
    case XML_CDATA_SECTION_NODE:
      pt_escape_cdata (&writer->escape, writer->out, content);
      break;
    case XML_COMMENT_NODE:
      g_string_append_printf (writer->out, "<!--%s-->", content);
      break;
    }
}

static void
write_node (PtWriter *writer, xmlNode *node)
{
  const PtSpan *span = pt_source_span (writer->document->source, node);

  if (span == NULL)
    write_fresh (writer, node);
  else if (span->touched)
    write_source_element (writer, node, span);
  else if (node->type == XML_TEXT_NODE)
    write_source_text (writer, span);
  else
    copy (writer, span->start, span->end);
}

/* --- the file --- */

static const char *
find_newline (const char *text, gsize length)
{
  const char *end = memchr (text, '\n', length);

  if (end)
    return end > text && end[-1] == '\r' ? "\r\n" : "\n";
  return memchr (text, '\r', length) ? "\r" : "\n";
}

static const char *
find_empty_end (const char *text, gsize length)
{
  const char *end = memmem (text, length, "/>", 2);

  return end && end > text && end[-1] == ' ' ? " />" : "/>";
}

static GString *
write_text (PtDocument *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->source->text, &length);
  const PtSpan *root = pt_source_span (self->source, pt_document_get_root (self));
  PtWriter writer = { .document = self, .text = text };

  writer.out = g_string_sized_new (length + length / 16);
  writer.empty_end = find_empty_end (text + root->start, length - root->start);
  pt_escape_init (&writer.escape, self->source->encoding, find_newline (text, length));
  copy (&writer, 0, root->start);
  write_node (&writer, pt_document_get_root (self));
  copy (&writer, root->end, length);
  pt_escape_finish (&writer.escape);
  return writer.out;
}

static void
fail_encoding (PtDocument *self, GError **error)
{
  g_autofree char *message = g_strdup_printf (
      _ ("a name in this file cannot be written in its encoding, %s; save it as UTF-8 first"),
      self->source->encoding);

  pt_load_fail (error, PT_DOCUMENT_ERROR_ENCODING, self->name, 0, 0, message);
}

/* Takes @text. The byte order mark is the source's. */
static GBytes *
encode (PtDocument *self, GString *text, GError **error)
{
  const PtSource *source = self->source;
  g_autoptr (GBytes) plain = g_string_free_to_bytes (text);
  gsize n_plain, n_encoded, n_read;
  const char *data = g_bytes_get_data (plain, &n_plain);
  const char *original = g_bytes_get_data (source->original, NULL);
  g_autofree char *encoded = NULL;
  GByteArray *bytes = NULL;

  if (source->encoding == NULL && source->bom == 0)
    return g_steal_pointer (&plain);
  encoded = source->encoding ? g_convert (data, (gssize)n_plain, source->encoding, "UTF-8", &n_read,
                                          &n_encoded, NULL)
                             : g_memdup2 (data, n_encoded = n_plain);
  if (encoded == NULL)
    {
      fail_encoding (self, error);
      return NULL;
    }
  bytes = g_byte_array_sized_new ((guint)(source->bom + n_encoded));
  g_byte_array_append (bytes, (const guint8 *)original, (guint)source->bom);
  g_byte_array_append (bytes, (const guint8 *)encoded, (guint)n_encoded);
  return g_byte_array_free_to_bytes (bytes);
}

/* Takes @text. */
static GString *
write_strays (GString *text)
{
  guint n_strays;
  gsize first;
  GString *mended = pt_text_mend (text->str, text->len, &n_strays, &first);

  g_string_free (text, TRUE);
  return mended;
}

/* In the declaration, which ends before the root begins; a file that declares an encoding has one. */
static void
declare_utf8 (GString *text)
{
  const char *end = strstr (text->str, "?>");
  const char *name = end != NULL ? g_strstr_len (text->str, end - text->str, "encoding") : NULL;
  gsize from = name != NULL ? (gsize)(name - text->str) + strcspn (name, "\"'") + 1 : 0;
  gsize length = name != NULL ? strcspn (text->str + from, "\"'") : 0;

  if (name == NULL || text->str + from + length > end)
    return;
  g_string_erase (text, (gssize)from, (gssize)length);
  g_string_insert (text, (gssize)from, "UTF-8");
}

/* Not every encoding comes back from Unicode as it went there, so an unchanged text is not sent on
 * that way. */
static gboolean
is_source (const PtSource *source, const GString *text)
{
  gsize length;
  const char *data = g_bytes_get_data (source->text, &length);

  return length == text->len && memcmp (data, text->str, length) == 0;
}

GBytes *
pt_document_to_bytes (PtDocument *self, GError **error)
{
  GString *text;

  if (!pt_source_span (self->source, pt_document_get_root (self))->touched)
    return g_bytes_ref (self->source->original);
  text = write_text (self);
  if (self->source->drop_strays && self->source->n_strays > 0)
    text = write_strays (text);
  if (self->source->drop_strays && self->source->claimed != NULL)
    declare_utf8 (text);
  if (!is_source (self->source, text))
    return encode (self, text, error);
  g_string_free (text, TRUE);
  return g_bytes_ref (self->source->original);
}
