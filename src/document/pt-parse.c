/* pt-parse.c: libxml2, kept on a short lead
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-load.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

/* XML_PARSE_HUGE lifts libxml2's own limits, which are too tight for a drawing embedded as text;
 * ours stand in their place. Without XML_PARSE_NOENT, DTDLOAD and DTDATTR nothing outside the file
 * is read. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC)

/* How often to look whether the user has lost patience. */
#define ELEMENTS_PER_LOOK 1024

/* The first thing that went wrong counts; the rest follows from it. */
typedef struct
{
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

  if (++parse->n_elements % ELEMENTS_PER_LOOK == 0
      && g_cancellable_is_cancelled (parse->cancellable))
    xmlStopParser (context);
  else
    xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                           n_defaulted, attributes);
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
  gboolean is_reference
      = reason->code == XML_ERR_UNDECLARED_ENTITY || reason->code == XML_WAR_UNDECLARED_ENTITY;

  if (reason->level >= XML_ERR_FATAL || is_reference)
    fail (context, PT_DOCUMENT_ERROR_SYNTAX, pt_parse_explain (reason));
}

/* Other libraries change libxml2's defaults for the thread they run in (GtkSourceView drops blanks), so
 * what the source map relies on is said here. */
static xmlParserCtxt *
new_context (PtParse *parse)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();

  context->_private = parse;
  context->keepBlanks = 1;
  context->options &= ~XML_PARSE_NOBLANKS;
  context->sax->ignorableWhitespace = context->sax->characters;
  context->linenumbers = 1;
  context->sax->startElementNs = start_element_cb;
  context->sax->entityDecl = entity_cb;
  context->sax->unparsedEntityDecl = unparsed_entity_cb;
  context->sax->reference = reference_cb;
  context->sax->serror = error_cb;
  return context;
}

/* --- the whole --- */

static void
report (PtSource *source, const char *name, const PtParse *parse, GError **error)
{
  gsize length = g_bytes_get_size (source->text);
  int line, column;

  if (g_cancellable_set_error_if_cancelled (parse->cancellable, error))
    return;
  pt_source_position (source, MIN (parse->offset, length), &line, &column);
  pt_load_fail (error, parse->code, name, line, column,
                parse->message ? parse->message : _ ("this is not well-formed XML"));
}

xmlDoc *
pt_parse (PtSource *source, const char *name, GCancellable *cancellable, GError **error)
{
  PtParse parse = { .cancellable = cancellable, .code = PT_DOCUMENT_ERROR_SYNTAX };
  xmlParserCtxt *context = new_context (&parse);
  gsize length;
  const char *text = g_bytes_get_data (source->text, &length);
  xmlDoc *tree = xmlCtxtReadMemory (context, text, (int)length, NULL, NULL, OPTIONS);
  gboolean fine = tree && context->wellFormed && !parse.failed
                  && !g_cancellable_is_cancelled (cancellable) && pt_source_map (source, tree);

  if (!fine)
    {
      report (source, name, &parse, error);
      g_clear_pointer (&tree, xmlFreeDoc);
    }
  g_free (parse.message);
  xmlFreeParserCtxt (context);
  return tree;
}
