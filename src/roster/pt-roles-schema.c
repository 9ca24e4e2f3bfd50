/* pt-roles-schema.c: the schema of roles files, to validate with and to ask what belongs where
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roles-schema.h"

#include <gio/gio.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "data/schemas/pt-schemas.h"

#define RESOURCE "/org/partitur/schemas/roles.xsd"
#define NS_SCHEMA "http://www.w3.org/2001/XMLSchema"
#define PREFIX "r:" /* of our own namespace in the schema */

/* The type of the element named %1$s: written inside it, or referred to. */
#define TYPE                                                                                       \
  "//xs:complexType[../@name='%1$s' or "                                                           \
  "@name=substring-after(//xs:element[@name='%1$s']/@type,':')]"

typedef struct
{
  xmlDoc *source;
  xmlSchema *schema;
} Schema;

static gpointer
read_schema (gpointer unused)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (pt_schemas_get_resource (), RESOURCE, 0, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (text, (int)length);
  Schema *self = g_new (Schema, 1);

  self->schema = xmlSchemaParse (parser);
  self->source = xmlReadMemory (text, (int)length, "roles.xsd", NULL, XML_PARSE_NONET);
  xmlSchemaFreeParserCtxt (parser);
  g_assert (self->schema != NULL && self->source != NULL);
  return self;
}

static const Schema *
get_schema (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_schema, NULL);
}

xmlSchema *
pt_roles_schema (void)
{
  return get_schema ()->schema;
}

/* Returns: (transfer full): the values @path finds in the schema, without our own prefix */
static GStrv
query (const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (get_schema ()->source);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  xmlXPathObject *found;

  xmlXPathRegisterNs (context, BAD_CAST "xs", BAD_CAST NS_SCHEMA);
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert (found != NULL);
  for (int i = 0; i < xmlXPathNodeSetGetLength (found->nodesetval); i++)
    {
      xmlChar *value = xmlNodeGetContent (found->nodesetval->nodeTab[i]);
      const char *text = (const char *)value;

      g_strv_builder_add (builder, g_str_has_prefix (text, PREFIX) ? text + strlen (PREFIX) : text);
      xmlFree (value);
    }
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  return g_strv_builder_end (builder);
}

GStrv
pt_roles_schema_children (const char *tag)
{
  g_autofree char *path
      = g_strdup_printf (TYPE "/xs:choice/xs:element/@*[name()='name' or name()='ref']", tag);

  return query (path);
}

GStrv
pt_roles_schema_attributes (const char *tag)
{
  g_autofree char *path = g_strdup_printf (TYPE "/xs:attribute/@name", tag);

  return query (path);
}

char *
pt_roles_schema_type (const char *tag, const char *attribute)
{
  g_autofree char *path
      = attribute != NULL
            ? g_strdup_printf (TYPE "/xs:attribute[@name='%2$s']/@type", tag, attribute)
            : g_strdup_printf ("//xs:element[@name='%s']/@type", tag);
  g_auto (GStrv) types = query (path);

  return g_strdup (types[0]);
}

gboolean
pt_roles_schema_needs (const char *tag, const char *attribute)
{
  g_autofree char *path
      = g_strdup_printf (TYPE "/xs:attribute[@name='%2$s' and @use='required']/@name", tag,
                         attribute);
  g_auto (GStrv) found = query (path);

  return found[0] != NULL;
}

GStrv
pt_roles_schema_values (const char *tag, const char *attribute)
{
  g_autofree char *path
      = g_strdup_printf (TYPE "/xs:attribute[@name='%2$s']//xs:enumeration/@value", tag, attribute);

  return query (path);
}
