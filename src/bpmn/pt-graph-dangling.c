/* pt-graph-dangling.c: references that do not lead where they should
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"
#include "pt-node.h"

#define NS_XSD "http://www.w3.org/2001/XMLSchema"

typedef struct
{
  PtProcessGraph *graph;
  GPtrArray *imported;                          /* namespaces */
  const char *target_namespace, *type_language; /* (nullable) */
  GArray *found;
} Search;

/* ----- what may be outside of this file ------------------------------------------------------- */

static gboolean
is_imported (const Search *search, const char *ns_uri)
{
  for (guint i = 0; ns_uri && i < search->imported->len; i++)
    if (g_str_equal (search->imported->pdata[i], ns_uri))
      return TRUE;
  return FALSE;
}

static const char *
find_namespace (xmlNode *node, const char *prefix)
{
  const xmlNs *ns = xmlSearchNs (node->doc, node, (const xmlChar *)prefix);

  return ns ? (const char *)ns->href : NULL;
}

/* Without a prefix a name is in the default namespace, or what tools take for it: that of the file.
 */
static gboolean
may_be_imported (const Search *search, xmlNode *node, const char *prefix)
{
  return is_imported (search, find_namespace (node, prefix))
         || (prefix == NULL && is_imported (search, search->target_namespace));
}

/* Types of XML Schema need no import, and classes of Java have no namespace; many files use their
 * usual prefixes without declaring them. */
static gboolean
is_usual_type (const Search *search, const char *ns_uri, const char *prefix, const char *local)
{
  static const char *const usual[] = { "xsd", "xs", "java", NULL };

  if (ns_uri == NULL)
    return g_strv_contains (usual, prefix) || strchr (local, '.') || g_str_has_prefix (local, "//");
  return g_str_equal (ns_uri, NS_XSD) || strchr (local, '.')
         || (search->type_language && !g_str_equal (search->type_language, NS_XSD));
}

/* What @value, which names nothing in this file, is to be blamed for. Of another vocabulary, a name
 * without a prefix is one that the engine knows: a class, a table. Returns: whether for anything */
static gboolean
is_missing (const Search *search,
            xmlNode *node,
            const PtReferenceRow *row,
            const char *value,
            PtDanglingKind *kind)
{
  gboolean is_foreign = pt_reference_row_is_foreign (row);
  const char *colon = strchr (value, ':');
  g_autofree char *prefix = colon ? g_strndup (value, (gsize)(colon - value)) : NULL;
  gboolean is_usual
      = prefix && is_usual_type (search, find_namespace (node, prefix), prefix, colon + 1);

  *kind = is_foreign || (row->wanted == PT_BPMN_ITEM_DEFINITION && is_usual) ? PT_DANGLING_FOREIGN
                                                                             : PT_DANGLING_LOST;
  return !may_be_imported (search, node, prefix) && !(is_foreign && (is_usual || !prefix));
}

/* ----- one reference -------------------------------------------------------------------------- */

static PtElement *
find_holder (PtProcessGraph *self, const xmlNode *node)
{
  PtElement *holder = NULL;

  for (; node && !holder; node = node->parent)
    {
      if (pt_process_graph_get_diagram_by_node (self, node))
        return NULL;
      holder = pt_process_graph_get_by_node (self, node);
    }
  return holder;
}

gboolean
pt_dangling_wants (const PtDanglingReference *self, const xmlNode *node)
{
  g_auto (GStrv) tags = self->wanted_tags ? g_strsplit (self->wanted_tags, " ", -1) : NULL;

  if (tags && pt_xml_is (node, PT_NS_BPMNDI, (const char *)node->name)
      && g_strv_contains ((const char *const *)tags, (const char *)node->name))
    return TRUE;
  return self->wanted != PT_BPMN_NONE
         && pt_bpmn_type_is_a (pt_bpmn_type_from_node (node), self->wanted);
}

/* Whether something of the right kind has the id, though it may not be the first: extensions have
 * ids too. */
static gboolean
is_right (Search *search, const PtDanglingReference *reference, const char *value)
{
  const char *colon = strchr (value, ':');
  const PtElement *element = pt_process_graph_get (search->graph, value);

  if (!element && colon)
    element = pt_process_graph_get (search->graph, colon + 1);
  return pt_dangling_wants (reference, reference->target)
         || (element && pt_dangling_wants (reference, element->node));
}

/* The value lives on among the ids of the graph. */
static void
check (Search *search, xmlNode *node, const PtReferenceRow *row, const char *value)
{
  xmlNode *target = value && *value ? pt_bpmn_resolve (search->graph->document, value) : NULL;
  PtDanglingReference dangling = { .node = node,
                                   .attribute = row->name,
                                   .kind = PT_DANGLING_WRONG,
                                   .wanted = row->wanted,
                                   .wanted_tags = row->wanted_tags,
                                   .target = target };

  if (!value || !*value
      || (target ? pt_reference_row_is_foreign (row) || is_right (search, &dangling, value)
                 : !is_missing (search, node, row, value, &dangling.kind)))
    return;
  dangling.element = find_holder (search->graph, node);
  dangling.value = pt_graph_intern (search->graph, value)->value;
  g_array_append_val (search->found, dangling);
}

/* ----- the whole tree ------------------------------------------------------------------------- */

static void
check_attributes (Search *search, xmlNode *node, PtBpmnType type)
{
  for (const xmlAttr *a = node->properties; a; a = a->next)
    {
      const PtReferenceRow *row
          = a->ns ? NULL : pt_reference_row (node, type, FALSE, (const char *)a->name);
      if (row)
        check (search, node, row, pt_xml_peek (node, row->name));
    }
}

static void
check_tree (Search *search, xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);

  if (type == PT_BPMN_EXTENSION_ELEMENTS)
    return;
  check_attributes (search, node, type);
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      const PtReferenceRow *row = pt_reference_row (node, type, TRUE, (const char *)child->name);
      if (row && pt_xml_is (child, PT_NS_BPMN, row->name))
        {
          g_autofree char *value = pt_xml_text (child);
          check (search, child, row, value);
        }
      else
        check_tree (search, child);
    }
}

static void
note_imports (Search *search, const xmlNode *root)
{
  for (xmlNode *child = pt_xml_first_element (root); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "import") && pt_xml_peek (child, "namespace"))
      g_ptr_array_add (search->imported, (gpointer)pt_xml_peek (child, "namespace"));
}

GArray *
pt_process_graph_dangling (PtProcessGraph *self)
{
  if (!self->dangling)
    {
      g_autoptr (GPtrArray) imported = g_ptr_array_new ();
      xmlNode *root = pt_document_get_root (self->document);
      Search search = { self, imported, pt_xml_peek (root, "targetNamespace"),
                        pt_xml_peek (root, "typeLanguage"),
                        g_array_new (FALSE, FALSE, sizeof (PtDanglingReference)) };

      note_imports (&search, root);
      check_tree (&search, root);
      self->dangling = search.found;
    }
  return g_array_copy (self->dangling);
}
