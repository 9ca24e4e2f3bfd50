/* pt-schema.c: the OMG's BPMN 2.0 schemas, compiled once a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-schema.h"

#include <gio/gio.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "data/schemas/pt-schemas.h"

#define FOLDER "/org/partitur/schemas/"
#define SCHEME "partitur-schema:"

/* The schemas import each other by relative names, which libxml2 resolves against the address of
 * the first one. These callbacks serve such addresses from the resources, so neither disk nor
 * network is asked. */

static int
matches (const char *address)
{
  return g_str_has_prefix (address, SCHEME);
}

static void *
open_schema (const char *address)
{
  return g_resource_open_stream (pt_schemas_get_resource (), address + strlen (SCHEME),
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static int
read_schema (void *stream, char *buffer, int length)
{
  return g_input_stream_read (stream, buffer, length, NULL, NULL);
}

static int
close_schema (void *stream)
{
  g_object_unref (stream);
  return 0;
}

static xmlSchema *
compile_schema (void)
{
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  xmlRegisterInputCallbacks (matches, open_schema, read_schema, close_schema);
  parser = xmlSchemaNewParserCtxt (SCHEME FOLDER "BPMN20.xsd");
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  if (!schema)
    g_error ("The BPMN schemas in the program's resources cannot be read");
  return schema;
}

static xmlSchema *
get_schema (void)
{
  static gsize schema;

  if (g_once_init_enter (&schema))
    g_once_init_leave (&schema, (gsize)compile_schema ());
  return (xmlSchema *)schema;
}

/* libxml2 keeps some of what a validation learns in the schema itself. */
static GMutex validating;

gboolean
pt_schema_validate (xmlDoc *doc, xmlStructuredErrorFunc func, gpointer data)
{
  xmlSchema *schema = get_schema ();
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&validating);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  int verdict;

  xmlSchemaSetValidStructuredErrors (context, func, data);
  verdict = xmlSchemaValidateDoc (context, doc);
  xmlSchemaFreeValidCtxt (context);
  return verdict == 0;
}
