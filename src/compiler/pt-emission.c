/* pt-emission.c: ids and tree of an executable file while it is being made
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

#include "pt-report.h"

#include <libxml/uri.h>
#include <string.h>

#define NS_XSD "http://www.w3.org/2001/XMLSchema"

/* ----- ids ------------------------------------------------------------------------------------ */

const char *
pt_emission_id (PtEmission *self, const PtOrigin *origin)
{
  return g_hash_table_lookup (self->by_origin, origin);
}

const char *
pt_emission_id_of_text (PtEmission *self, const char *id)
{
  return id ? g_hash_table_lookup (self->by_text, id) : NULL;
}

const char *
pt_emission_resource (PtEmission *self, PtIndex role)
{
  return g_hash_table_lookup (self->by_origin, pt_program_role (self->program, role));
}

void
pt_emission_enter_id (PtEmission *self, const PtOrigin *origin, const char *emitted)
{
  g_hash_table_insert (self->by_origin, (gpointer)origin, (gpointer)emitted);
  if (origin->id && !g_hash_table_contains (self->by_text, origin->id))
    g_hash_table_insert (self->by_text, g_strdup (origin->id), (gpointer)emitted);
}

const char *
pt_emission_derive_id (PtEmission *self, const PtOrigin *origin, const char *suffix)
{
  g_autofree char *base = g_strconcat (pt_emission_id (self, origin), suffix, NULL);

  return pt_source_map_take_id (self->map, base, origin->logical, origin->near);
}

const char *
pt_emission_make_id (PtEmission *self, const char *prefix, const char *name)
{
  g_autofree char *base = g_strconcat (prefix, "_", name, NULL);

  return pt_source_map_take_id (self->map, base, NULL, NULL);
}

void
pt_emission_report (PtEmission *self, PtCode code, const PtOrigin *origin, const char *detail)
{
  const char *name = g_hash_table_lookup (self->names, origin);
  const char *label = name ? name : origin->id ? origin->id : "";
  PtDiagnostic *finding = pt_diagnostics_add (self->diagnostics, code, label, detail, NULL);

  pt_report_at (finding, origin);
}

/* ----- namespaces ----------------------------------------------------------------------------- */

static const struct
{
  const char *uri, *prefix;
} known[] = {
  { PT_NS_BPMN, "bpmn" },
  { PT_NS_BPMNDI, "bpmndi" },
  { PT_NS_DC, "dc" },
  { PT_NS_DI, "di" },
  { PT_NS_XSI, "xsi" },
  { NS_XSD, "xsd" },
  { PT_NS_COLOR, "color" },
  { PT_NS_BIOC, "bioc" },
  { PT_NS_PARTITUR, "partitur" },
  { PT_NS_CAMUNDA, "camunda" },
  { "http://camunda.org/schema/modeler/1.0", "modeler" },
  { "http://camunda.org/schema/zeebe/1.0", "zeebe" },
  { "http://flowable.org/bpmn", "flowable" },
  { "http://activiti.org/bpmn", "activiti" },
};

static gboolean
prefix_is_free (PtEmission *self, const char *prefix)
{
  for (const xmlNs *ns = self->root->nsDef; ns; ns = ns->next)
    if (g_strcmp0 ((const char *)ns->prefix, prefix) == 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (known[i].prefix, prefix) == 0)
      return FALSE;
  return TRUE;
}

static char *
choose_prefix (PtEmission *self, const char *uri, const char *wanted)
{
  g_autofree char *prefix = g_strdup (wanted && *wanted ? wanted : "ns");

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].uri, uri) == 0)
      return g_strdup (known[i].prefix);
  for (guint n = 2; !prefix_is_free (self, prefix); n++)
    {
      g_free (prefix);
      prefix = g_strdup_printf ("%s%u", wanted && *wanted ? wanted : "ns", n);
    }
  return g_steal_pointer (&prefix);
}

xmlNs *
pt_emission_namespace (PtEmission *self, const char *uri, const char *prefix)
{
  xmlNs *ns = g_hash_table_lookup (self->namespaces, uri);

  if (!ns)
    {
      g_autofree char *chosen = choose_prefix (self, uri, prefix);

      ns = xmlNewNs (self->root, (const xmlChar *)uri, (const xmlChar *)chosen);
      g_hash_table_insert (self->namespaces, (gpointer)ns->href, ns);
    }
  return ns;
}

/* That of the file itself first, what is drawn last. */
static guint
rank_of (const xmlNs *ns)
{
  static const char *const last[] = { PT_NS_XSI, PT_NS_BPMNDI, PT_NS_DC, PT_NS_DI };

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (strcmp ((const char *)ns->href, last[i]) == 0)
      return 2 + i;
  return strcmp ((const char *)ns->href, PT_NS_BPMN) == 0 ? 0 : 1;
}

static int
compare_namespaces (gconstpointer a, gconstpointer b)
{
  const xmlNs *one = *(xmlNs *const *)a, *other = *(xmlNs *const *)b;
  guint first = rank_of (one), second = rank_of (other);

  return first != second ? (first < second ? -1 : 1)
                         : g_strcmp0 ((const char *)one->prefix, (const char *)other->prefix);
}

void
pt_emission_sort_namespaces (PtEmission *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (xmlNs *ns = self->root->nsDef; ns; ns = ns->next)
    g_ptr_array_add (all, ns);
  g_ptr_array_sort (all, compare_namespaces);
  for (guint i = 0; i < all->len; i++)
    ((xmlNs *)all->pdata[i])->next = i + 1 < all->len ? all->pdata[i + 1] : NULL;
  self->root->nsDef = all->len > 0 ? all->pdata[0] : NULL;
}

/* ----- the tree ------------------------------------------------------------------------------- */

xmlNode *
pt_emission_add (PtEmission *self, xmlNode *parent, const char *tag)
{
  return xmlAddChild (parent, xmlNewDocNode (self->doc, self->bpmn, (const xmlChar *)tag, NULL));
}

xmlNode *
pt_emission_add_text (PtEmission *self, xmlNode *parent, const char *tag, const char *text)
{
  xmlNode *element = pt_emission_add (self, parent, tag);

  if (text)
    xmlAddChild (element, xmlNewDocText (self->doc, (const xmlChar *)text));
  return element;
}

xmlNode *
pt_emission_add_item (PtEmission *self, const char *tag)
{
  xmlNode *element = xmlNewDocNode (self->doc, self->bpmn, (const xmlChar *)tag, NULL);

  if (self->last_item)
    xmlAddNextSibling (self->last_item, element);
  else if (self->root->children)
    xmlAddPrevSibling (self->root->children, element);
  else
    xmlAddChild (self->root, element);
  self->last_item = element;
  return element;
}

xmlNode *
pt_emission_insert (PtEmission *self, xmlNode *parent, const char *tag)
{
  xmlNode *element = xmlNewDocNode (self->doc, self->bpmn, (const xmlChar *)tag, NULL);
  xmlNode *before = pt_bpmn_insertion_point (parent, tag);

  return before ? xmlAddPrevSibling (before, element) : xmlAddChild (parent, element);
}

void
pt_emission_set (xmlNode *element, const char *name, const char *value)
{
  if (value)
    xmlNewProp (element, (const xmlChar *)name, (const xmlChar *)value);
}

void
pt_emission_set_ns (xmlNode *element, xmlNs *ns, const char *name, const char *value)
{
  if (value && !xmlHasNsProp (element, (const xmlChar *)name, ns->href))
    xmlNewNsProp (element, ns, (const xmlChar *)name, (const xmlChar *)value);
}

xmlNode *
pt_emission_find_extensions (xmlNode *element)
{
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "extensionElements"))
      return child;
  return NULL;
}

xmlNode *
pt_emission_extensions (PtEmission *self, xmlNode *element)
{
  xmlNode *extensions = pt_emission_find_extensions (element);

  return extensions ? extensions : pt_emission_insert (self, element, "extensionElements");
}

xmlNode *
pt_emission_add_base (PtEmission *self,
                      xmlNode *parent,
                      const char *tag,
                      const PtOrigin *origin,
                      const char *name,
                      const PtCarried *carried)
{
  xmlNode *element = pt_emission_add (self, parent, tag);

  pt_emission_set (element, "id", pt_emission_id (self, origin));
  pt_emission_set (element, "name", name);
  pt_emission_carry_attributes (self, element, carried->foreign);
  if (carried->documentation)
    pt_emission_add_text (self, element, "documentation", carried->documentation);
  if (carried->extensions)
    pt_emission_carry (self, pt_emission_add (self, element, "extensionElements"),
                       carried->extensions, origin);
  return element;
}

static gboolean
is_uri (const char *text)
{
  xmlURI *uri = text && *text ? xmlParseURI (text) : NULL;
  gboolean valid = uri != NULL;

  xmlFreeURI (uri);
  return valid;
}

void
pt_emission_set_uri (xmlNode *element, const char *name, const char *value, const char *otherwise)
{
  pt_emission_set (element, name, is_uri (value) ? value : otherwise);
}

xmlNode *
pt_emission_add_expression (PtEmission *self,
                            xmlNode *parent,
                            const char *tag,
                            const char *text,
                            const char *language)
{
  xmlNode *element = pt_emission_add_text (self, parent, tag, text);

  xmlNewNsProp (element, pt_emission_namespace (self, PT_NS_XSI, "xsi"), (const xmlChar *)"type",
                (const xmlChar *)"bpmn:tFormalExpression");
  pt_emission_set_uri (element, "language", language, NULL);
  return element;
}

/* ----- variables ------------------------------------------------------------------------------ */

xmlNode *
pt_emission_find_named (xmlNode *parent, const char *tag, const char *name)
{
  for (xmlNode *child = pt_xml_first_element (parent); child; child = pt_xml_next_element (child))
    {
      g_autofree char *other
          = pt_xml_is (child, PT_NS_BPMN, tag) ? pt_xml_attribute (child, "name") : NULL;

      if (g_strcmp0 (other, name) == 0)
        return child;
    }
  return NULL;
}

/* The item definition for a simple type; values of one type share it. */
static const char *
item_definition (PtEmission *self, const char *structure)
{
  g_autofree char *key = g_strconcat ("xsd ", structure, NULL);
  g_autofree char *type = g_strconcat ("xsd:", structure, NULL);
  const char *id = g_hash_table_lookup (self->operations, key);
  xmlNode *element;

  if (id)
    return id;
  id = pt_emission_make_id (self, "Item", structure);
  pt_emission_namespace (self, NS_XSD, "xsd");
  element = pt_emission_add_item (self, "itemDefinition");
  pt_emission_set (element, "id", id);
  pt_emission_set (element, "structureRef", type);
  g_hash_table_insert (self->operations, g_steal_pointer (&key), (gpointer)id);
  return id;
}

const PtAccess *
pt_emission_accesses (PtEmission *self, const PtNode *node, guint *n)
{
  return pt_program_accesses (self->program, node - pt_program_node (self->program, 0), n);
}

const char *
pt_emission_variable (PtEmission *self,
                      PtIndex scope,
                      const char *name,
                      const char *structure,
                      const char *documentation)
{
  PtIndex process = pt_program_process_of (self->program, scope);
  xmlNode *parent = g_hash_table_lookup (self->processes, GUINT_TO_POINTER (process));
  xmlNode *element = pt_emission_find_named (parent, "property", name);
  const char *id;

  if (element)
    return (const char *)xmlHasProp (element, (const xmlChar *)"id")->children->content;
  id = pt_emission_make_id (self, "Property", name);
  element = pt_emission_insert (self, parent, "property");
  pt_emission_set (element, "id", id);
  pt_emission_set (element, "name", name);
  if (structure)
    pt_emission_set (element, "itemSubjectRef", item_definition (self, structure));
  if (documentation)
    pt_emission_add_text (self, element, "documentation", documentation);
  return id;
}

/* ----- beside the file ------------------------------------------------------------------------ */

#define MAX_NAME 200 /* in bytes: file systems take 255 */

static char *
name_file (const char *process, const char *node, const char *ending)
{
  g_autofree char *stem = g_strdup_printf ("%s.%s", process, node);
  const char *end;

  if (strlen (stem) <= MAX_NAME)
    return g_strconcat (stem, ending, NULL);
  end = g_utf8_find_prev_char (stem, stem + MAX_NAME);
  return g_strdup_printf ("%.*s.%08x%s", (int)(end - stem), stem, g_str_hash (stem), ending);
}

void
pt_side_file_free (PtSideFile *file)
{
  g_free ((char *)file->name);
  g_bytes_unref (file->bytes);
  g_free (file);
}

const char *
pt_emission_side_file (PtEmission *self, const PtNode *node, const char *ending, JsonNode *content)
{
  PtIndex process = pt_program_process_of (self->program, node->scope);
  PtSideFile *file = g_new0 (PtSideFile, 1);
  g_autofree char *text = json_to_string (content, TRUE);
  char *line = g_strconcat (text, "\n", NULL);

  file->name = name_file (pt_emission_id (self, &pt_program_scope (self->program, process)->origin),
                          pt_emission_id (self, &node->origin), ending);
  file->bytes = g_bytes_new_take (line, strlen (line));
  json_node_unref (content);
  g_ptr_array_add (self->side_files, file);
  return file->name;
}
