/* pt-parse.c: libxml2, kept on a short lead
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-builder.h"
#include "pt-load.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

/* XML_PARSE_HUGE lifts libxml2's own limits, which are too tight for a drawing embedded as text;
 * ours stand in their place. Without XML_PARSE_NOENT, DTDLOAD and DTDATTR nothing outside the file
 * is read. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC)

/* Where markup declarations must end; a process needs none, and a parser may take long over them.
 */
#define MAX_DOCTYPE (8 * 1024)

/* Of tags, attributes, prefixes and namespaces, each once. */
#define MAX_NAMES 100000

/* How often to look whether the user has lost patience. */
#define ELEMENTS_PER_LOOK 1024

/* The first thing that went wrong counts; the rest follows from it. */
typedef struct
{
  PtBuilder *builder;
  const char *rest; /* of the text: what libxml2 has not asked for yet */
  const char *end;
  GCancellable *cancellable;
  guint n_elements;
  gboolean failed;
  PtDocumentError code;
  char *message;
  gsize offset;
} PtParse;

static gsize
current_offset (xmlParserCtxt *context)
{
  const xmlParserInput *input = context->input;

  return input ? input->consumed + (gsize)(input->cur - input->base) : 0;
}

/* Takes @message. */
static void
fail (xmlParserCtxt *context, PtDocumentError code, char *message)
{
  PtParse *parse = context->_private;

  if (parse->failed)
    {
      g_free (message);
      return;
    }
  parse->failed = TRUE;
  parse->code = code;
  parse->message = message;
  parse->offset = current_offset (context);
  xmlStopParser (context);
}

/* --- what libxml2 calls while it reads --- */

/* libxml2 looks for each prefix among all that are declared around; it keeps pairs. Names it keeps
 * in a table that stops growing, so very many of them would take it forever. */
static gboolean
check_names (xmlParserCtxt *context, gboolean declares)
{
  if (declares && context->nsNr > 2 * PT_DOCUMENT_MAX_NAMESPACES)
    fail (
        context, PT_DOCUMENT_ERROR_LIMIT,
        g_strdup_printf (_ ("more than %d namespaces are declared around this element; no process "
                            "needs that"),
                         PT_DOCUMENT_MAX_NAMESPACES));
  else if (xmlDictSize (context->dict) > MAX_NAMES)
    fail (context, PT_DOCUMENT_ERROR_LIMIT,
          g_strdup_printf (_ ("up to here there are more than %d different names of tags, "
                              "attributes and namespaces; no process needs that"),
                           MAX_NAMES));
  else
    return TRUE;
  return FALSE;
}

/* Attributes that only a DTD supposes come last, and are not in the file. */
static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  PtParse *parse = context->_private;

  if (!check_names (context, n_namespaces > 0))
    return;
  if (++parse->n_elements % ELEMENTS_PER_LOOK == 0
      && g_cancellable_is_cancelled (parse->cancellable))
    xmlStopParser (context);
  else
    pt_builder_start (parse->builder, name, prefix, uri, n_namespaces, namespaces,
                      n_attributes - n_defaulted, attributes);
}

static PtBuilder *
builder_of (void *data)
{
  return ((PtParse *)((xmlParserCtxt *)data)->_private)->builder;
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  pt_builder_end (builder_of (data));
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  pt_builder_text (builder_of (data), (const char *)text, (gsize)length);
}

static void
cdata_cb (void *data, const xmlChar *text, int length)
{
  pt_builder_cdata (builder_of (data), (const char *)text, (gsize)length);
}

static void
comment_cb (void *data, const xmlChar *text)
{
  if (pt_builder_is_open (builder_of (data)))
    pt_builder_comment (builder_of (data), text);
  else
    xmlSAX2Comment (data, text);
}

static void
instruction_cb (void *data, const xmlChar *target, const xmlChar *text)
{
  if (pt_builder_is_open (builder_of (data)))
    pt_builder_instruction (builder_of (data), target, text);
  else
    xmlSAX2ProcessingInstruction (data, target, text);
}

static void
refuse_entity (xmlParserCtxt *context, const xmlChar *name)
{
  fail (context, PT_DOCUMENT_ERROR_ENTITY,
        g_strdup_printf (_ ("the file defines an abbreviation of its own, “%s” (an entity); such "
                            "files can pull in other files or grow without end, so they are not "
                            "opened"),
                         name));
}

static void
entity_cb (void *data,
           const xmlChar *name,
           int type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar *content)
{
  refuse_entity (data, name);
}

static void
unparsed_entity_cb (void *data,
                    const xmlChar *name,
                    const xmlChar *public_id,
                    const xmlChar *system_id,
                    const xmlChar *notation)
{
  refuse_entity (data, name);
}

static void
refuse_doctype (xmlParserCtxt *context)
{
  fail (context, PT_DOCUMENT_ERROR_ENTITY,
        g_strdup (
            _ ("the DOCTYPE of this file says what its elements mean or how they are built, in "
               "a way that could make it grow without end; take it out in a text editor")));
}

/* Takes @values. */
static void
attribute_cb (void *data,
              const xmlChar *element,
              const xmlChar *name,
              int type,
              int kind,
              const xmlChar *value,
              xmlEnumerationPtr values)
{
  if (current_offset (data) > MAX_DOCTYPE)
    {
      refuse_doctype (data);
      xmlFreeEnumeration (values);
    }
  else
    xmlSAX2AttributeDecl (data, element, name, type, kind, value, values);
}

static void
element_cb (void *data, const xmlChar *name, int type, xmlElementContentPtr content)
{
  if (current_offset (data) > MAX_DOCTYPE)
    refuse_doctype (data);
  else
    xmlSAX2ElementDecl (data, name, type, content);
}

static void
reference_cb (void *data, const xmlChar *name)
{
  refuse_entity (data, name);
}

/* Errors below fatal ones are about things that do not hinder us (an undeclared prefix), except a
 * reference to an entity that only a DTD we do not read could declare: libxml2 would drop it. */
static void
error_cb (void *data, xmlErrorPtr reason)
{
  xmlParserCtxt *context = data;
  const PtParse *parse = context->_private;
  gboolean is_reference
      = reason->code == XML_ERR_UNDECLARED_ENTITY || reason->code == XML_WAR_UNDECLARED_ENTITY;
  gboolean at_end = parse->rest == parse->end && context->input->cur >= context->input->end;

  if (reason->level >= XML_ERR_FATAL || is_reference)
    fail (context, PT_DOCUMENT_ERROR_SYNTAX, pt_parse_explain (reason, at_end));
}

/* A piece of the text; libxml2 would copy the whole if it were handed over at once. */
static int
read_cb (void *data, char *buffer, int length)
{
  PtParse *parse = data;
  gsize n = MIN ((gsize)length, (gsize)(parse->end - parse->rest));

  memcpy (buffer, parse->rest, n);
  parse->rest += n;
  return (int)n;
}

/* Other libraries change libxml2's defaults for the thread they run in (GtkSourceView drops
 * blanks), so what the builder relies on is said here. */
static xmlParserCtxt *
new_context (PtParse *parse)
{
  xmlParserCtxt *context
      = xmlCreateIOParserCtxt (NULL, NULL, read_cb, NULL, parse, XML_CHAR_ENCODING_NONE);

  xmlCtxtUseOptions (context, OPTIONS);
  context->_private = parse;
  context->keepBlanks = 1;
  context->replaceEntities = 0;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
  context->sax->characters = text_cb;
  context->sax->ignorableWhitespace = text_cb;
  context->sax->cdataBlock = cdata_cb;
  context->sax->comment = comment_cb;
  context->sax->processingInstruction = instruction_cb;
  context->sax->entityDecl = entity_cb;
  context->sax->unparsedEntityDecl = unparsed_entity_cb;
  context->sax->attributeDecl = attribute_cb;
  context->sax->elementDecl = element_cb;
  context->sax->reference = reference_cb;
  context->sax->serror = error_cb;
  return context;
}

/* --- the whole --- */

/* What libxml2 gets to see. */
static GBytes *
readable_text (PtSource *source)
{
  return source->mended ? source->mended : source->text;
}

static void
report (PtSource *source, const char *name, const PtParse *parse, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (readable_text (source), &length);
  int line, column;

  if (g_cancellable_set_error_if_cancelled (parse->cancellable, error))
    return;
  pt_text_position (text, MIN (parse->offset, length), &line, &column);
  pt_load_fail (error, parse->code, name, line, column,
                parse->message ? parse->message : _ ("this is not well-formed XML"));
}

/* Returns: whether all of it was read */
static gboolean
read_text (PtParse *parse, xmlParserCtxt *context, PtSource *source, PtIds *ids)
{
  g_autoptr (PtBuilder) builder = pt_builder_new (source, ids, context);

  parse->builder = builder;
  xmlParseDocument (context);
  return context->myDoc && context->wellFormed && !parse->failed
         && !g_cancellable_is_cancelled (parse->cancellable) && pt_builder_is_complete (builder);
}

xmlDoc *
pt_parse (PtSource *source, PtIds *ids, const char *name, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (readable_text (source), &length);
  PtParse parse = {
    .rest = text, .end = text + length, .cancellable = cancellable, .code = PT_DOCUMENT_ERROR_SYNTAX
  };
  xmlParserCtxt *context = new_context (&parse);
  gboolean fine = read_text (&parse, context, source, ids);
  xmlDoc *tree = g_steal_pointer (&context->myDoc);

  if (fine)
    tree->_private = source;
  else
    report (source, name, &parse, error);
  if (!fine && tree)
    pt_builder_free_doc (g_steal_pointer (&tree));
  g_clear_pointer (&source->mended, g_bytes_unref);
  g_free (parse.message);
  xmlFreeParserCtxt (context);
  return tree;
}
