/* pt-validate.c: checks an emitted file against the BPMN schemas, and its references against its
 * ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/compiler.h>

#include "pt-references.h"
#include "pt-expression.h"
#include "pt-schema.h"

#include <libxml/parser.h>
#include <string.h>

typedef struct
{
  PtDiagnostics *diagnostics;
  GHashTable *ids;
  char *target_namespace;
} Validation;

static void
report (Validation *self, PtCode code, const char *text, int line)
{
  g_autofree char *number = line > 0 ? g_strdup_printf ("%d", line) : g_strdup ("");
  PtDiagnostic *finding = pt_diagnostics_add (self->diagnostics, code, text, number, NULL);

  pt_diagnostic_set_place (finding, NULL, line, 0);
}

/* Without the addresses of namespaces and the line feed that libxml2 puts into its messages. */
static char *
plain_words (const char *message)
{
  g_autoptr (GRegex) address = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);

  return g_strstrip (g_regex_replace_literal (address, message, -1, 0, "", 0, NULL));
}

static int
line_of (xmlErrorPtr error)
{
  return error->node ? (int)xmlGetLineNo (error->node) : error->line;
}

static void
fault_cb (void *data, xmlErrorPtr error)
{
  g_autofree char *text = plain_words (error->message ? error->message : "");

  report (data, PT_CODE_E01, text, line_of (error));
}

static void
check_reference (const PtReference *reference, gpointer data)
{
  Validation *self = data;

  if (pt_reference_is_outside (reference, self->target_namespace)
      || g_hash_table_contains (self->ids, reference->id))
    return;
  report (self, PT_CODE_E02, reference->value, (int)xmlGetLineNo (reference->element));
}

/* A schemaLocation would make libxml2 go and fetch what it names. */
static void
remove_schema_locations (xmlNode *element)
{
  static const char *const names[] = { "schemaLocation", "noNamespaceSchemaLocation" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlAttr *attribute
          = xmlHasNsProp (element, (const xmlChar *)names[i], (const xmlChar *)PT_NS_XSI);

      if (attribute)
        xmlRemoveProp (attribute);
    }
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    remove_schema_locations (child);
}

/* Engines read expressions where the schema wants a name. */
static void
remove_called_expressions (xmlNode *element)
{
  g_autofree char *called = pt_xml_attribute (element, "calledElement");

  if (called && pt_expression_is_marked (called))
    xmlRemoveProp (xmlHasProp (element, (const xmlChar *)"calledElement"));
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    remove_called_expressions (child);
}

static void
validate_tree (Validation *self, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  remove_schema_locations (root);
  remove_called_expressions (root);
  pt_schema_validate (doc, fault_cb, self);
  self->ids = pt_references_collect_ids (root);
  self->target_namespace = pt_xml_attribute (root, "targetNamespace");
  pt_references_foreach (root, check_reference, self);
  g_hash_table_unref (self->ids);
  g_free (self->target_namespace);
}

void
pt_validate_bpmn (GBytes *xml, PtDiagnostics *diagnostics)
{
  Validation self = { .diagnostics = diagnostics };
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  gsize size;
  const char *data = g_bytes_get_data (xml, &size);
  xmlDoc *doc = xmlCtxtReadMemory (parser, data, (int)size, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                       | XML_PARSE_BIG_LINES | XML_PARSE_HUGE);

  if (doc)
    validate_tree (&self, doc);
  else
    fault_cb (&self, &parser->lastError);
  xmlFreeDoc (doc);
  xmlFreeParserCtxt (parser);
}
