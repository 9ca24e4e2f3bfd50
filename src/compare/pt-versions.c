/* pt-versions.c: when values of two versions mean the same
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-versions.h"

#include <string.h>

static gboolean
declares_all (const xmlNode *node, const xmlNode *other)
{
  for (const xmlNs *ns = other->nsDef; ns != NULL; ns = ns->next)
    {
      const xmlNs *mine = node->nsDef;

      while (mine != NULL && g_strcmp0 ((const char *)mine->prefix, (const char *)ns->prefix) != 0)
        mine = mine->next;
      if (mine == NULL || g_strcmp0 ((const char *)mine->href, (const char *)ns->href) != 0)
        return FALSE;
    }
  return TRUE;
}

void
pt_versions_init (PtVersions *self, PtDocument *before, PtDocument *after)
{
  const xmlNode *old_root = pt_document_get_root (before);
  const xmlNode *new_root = pt_document_get_root (after);

  self->sides[PT_BEFORE] = pt_catalog_new (before);
  self->sides[PT_AFTER] = pt_catalog_new (after);
  self->hashes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->same_prefixes = declares_all (old_root, new_root) && declares_all (new_root, old_root);
}

void
pt_versions_clear (PtVersions *self)
{
  g_hash_table_unref (self->hashes);
  pt_catalog_free (self->sides[PT_BEFORE]);
  pt_catalog_free (self->sides[PT_AFTER]);
}

gboolean
pt_versions_same_source (PtVersions *self, const PtEntry *before, const PtEntry *after)
{
  const char *old_text, *new_text;
  gsize old_length, new_length;

  if (!self->same_prefixes || !before->is_plain || !after->is_plain)
    return FALSE;
  old_text
      = pt_document_get_source (self->sides[PT_BEFORE]->document, before->face.node, &old_length);
  new_text
      = pt_document_get_source (self->sides[PT_AFTER]->document, after->face.node, &new_length);
  return old_text != NULL && new_text != NULL && old_length == new_length
         && memcmp (old_text, new_text, old_length) == 0;
}

void
pt_versions_match (PtEntry *before, PtEntry *after)
{
  before->match = after;
  after->match = before;
}

/* --- references to what is no entry --- */

/* Returns: how many siblings of the same name stand before @node */
static guint
ordinal (const xmlNode *node)
{
  guint n = 0;

  for (const xmlNode *s = node->prev; s != NULL; s = s->prev)
    n += s->type == XML_ELEMENT_NODE
         && strcmp ((const char *)s->name, (const char *)node->name) == 0;
  return n;
}

/* A part with an id, such as an input set, is told by its place in the element it belongs to. */
static const char *
place_of_part (PtVersions *self, PtSide side, const char *value, GString *scratch)
{
  const xmlNode *node = pt_document_get_by_id (self->sides[side]->document, value);
  const PtEntry *entry = NULL;

  if (node == NULL)
    return value;
  g_string_truncate (scratch, 0);
  for (; node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      entry = pt_catalog_find (self->sides[side], node);
      if (entry != NULL)
        break;
      g_string_append_printf (scratch, "%s[%u] ", node->name, ordinal (node));
    }
  if (entry == NULL || entry->match == NULL)
    return value;
  g_string_append_printf (scratch, "%u", side == PT_AFTER ? entry->index : entry->match->index);
  return scratch->str;
}

PtEntry *
pt_versions_referred (PtVersions *self,
                      PtSide side,
                      const xmlNode *node,
                      const char *name,
                      const char *value)
{
  return pt_bpmn_is_reference (node, name) ? pt_catalog_lookup (self->sides[side], value) : NULL;
}

static const char *
meaning_of_reference (PtVersions *self, PtSide side, const char *value, GString *scratch)
{
  const PtEntry *entry = pt_catalog_lookup (self->sides[side], value);

  if (entry == NULL)
    return place_of_part (self, side, value, scratch);
  if (entry->match == NULL)
    {
      g_string_printf (scratch, "%s of %d", value, side);
      return scratch->str;
    }
  g_string_printf (scratch, "%u", side == PT_AFTER ? entry->index : entry->match->index);
  return scratch->str;
}

/* --- names and numbers --- */

gboolean
pt_qname_is (const char *name, const char *ns_uri)
{
  return name != NULL
         && (ns_uri != NULL ? strcmp (name, "type") == 0 && strcmp (ns_uri, PT_NS_XSI) == 0
                            : strcmp (name, "structureRef") == 0);
}

/* Returns: (nullable): the namespace of its prefix; @local (out): where the rest begins */
static const char *
split_qname (const xmlNode *node, const char *value, const char **local)
{
  const char *colon = strchr (value, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (value, (gsize)(colon - value)) : NULL;
  const xmlNs *ns = xmlSearchNs (node->doc, (xmlNode *)node, (const xmlChar *)prefix);

  *local = ns != NULL && colon != NULL ? colon + 1 : value;
  return ns != NULL ? (const char *)ns->href : NULL;
}

gboolean
pt_qname_agree (const xmlNode *before, const xmlNode *after, const char *from, const char *to)
{
  const char *left, *right;
  const char *left_ns = split_qname (before, from, &left);
  const char *right_ns = split_qname (after, to, &right);

  return g_strcmp0 (left_ns, right_ns) == 0 && strcmp (left, right) == 0;
}

static const char *
meaning_of_qname (const xmlNode *node, const char *value, GString *scratch)
{
  const char *local;
  const char *ns_uri = split_qname (node, value, &local);

  if (ns_uri == NULL)
    return value;
  g_string_printf (scratch, "{%s}%s", ns_uri, local);
  return scratch->str;
}

static gboolean
is_geometry (const xmlNode *node)
{
  return pt_tree_is_in (node, PT_NS_DC) || pt_tree_is_in (node, PT_NS_DI);
}

static const char *
meaning_of_number (const char *value, GString *scratch)
{
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0')
    return value;
  g_string_set_size (scratch, G_ASCII_DTOSTR_BUF_SIZE);
  return g_ascii_dtostr (scratch->str, G_ASCII_DTOSTR_BUF_SIZE, number);
}

const char *
pt_versions_meaning (PtVersions *self,
                     PtSide side,
                     const xmlNode *node,
                     const char *name,
                     const char *ns_uri,
                     const char *value,
                     GString *scratch)
{
  if (pt_qname_is (name, ns_uri))
    return meaning_of_qname (node, value, scratch);
  if (ns_uri == NULL && pt_bpmn_is_reference (node, name))
    return meaning_of_reference (self, side, value, scratch);
  if (name != NULL && ns_uri == NULL && is_geometry (node))
    return meaning_of_number (value, scratch);
  return value;
}

gboolean
pt_versions_agree (PtVersions *self,
                   const xmlNode *before,
                   const xmlNode *after,
                   const char *name,
                   const char *ns_uri,
                   const char *from,
                   const char *to)
{
  g_autoptr (GString) left = NULL;
  g_autoptr (GString) right = NULL;

  if (pt_qname_is (name, ns_uri))
    return pt_qname_agree (before, after, from, to);
  if (strcmp (from, to) == 0)
    return TRUE;
  left = g_string_new (NULL);
  right = g_string_new (NULL);
  return strcmp (pt_versions_meaning (self, PT_BEFORE, before, name, ns_uri, from, left),
                 pt_versions_meaning (self, PT_AFTER, after, name, ns_uri, to, right))
         == 0;
}

/* --- texts --- */

char *
pt_versions_text (const xmlNode *node)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        && child->content != NULL)
      g_string_append (all, (const char *)child->content);
  return g_strdup (pt_tree_is_blank (all->str) ? "" : all->str);
}

gboolean
pt_versions_is_ordered (const xmlNode *parent, const xmlNode *child)
{
  if (pt_tree_is_in (parent, PT_NS_BPMNDI))
    return pt_xml_is (child, PT_NS_DI, "waypoint");
  if (!pt_tree_is_in (parent, PT_NS_BPMN))
    return TRUE;
  return pt_xml_is (parent, PT_NS_BPMN, "documentation")
         || pt_xml_is (child, PT_NS_BPMN, "assignment");
}

/* --- hashes --- */

static guint64
hash_name (const char *ns_uri, const char *name)
{
  return pt_hash_mix (ns_uri != NULL ? pt_hash_string (ns_uri) : 0, pt_hash_string (name));
}

static guint64
hash_attributes (PtVersions *self, PtSide side, const xmlNode *node)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint64 sum = 0;

  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      const char *ns_uri = a->ns != NULL ? (const char *)a->ns->href : NULL;
      const char *name = (const char *)a->name;
      const char *means
          = pt_versions_meaning (self, side, node, name, ns_uri, pt_tree_attribute (a), scratch);

      sum += pt_hash_mix (hash_name (ns_uri, name), pt_hash_string (means));
    }
  return sum;
}

guint64
pt_versions_hash (PtVersions *self, PtSide side, const xmlNode *node)
{
  guint64 *known = g_hash_table_lookup (self->hashes, node);
  g_autofree char *text = NULL;
  g_autoptr (GString) scratch = NULL;
  guint64 own, children = 0, place = 0;

  if (known != NULL)
    return *known;
  text = pt_versions_text (node);
  scratch = g_string_new (NULL);
  own = hash_name (node->ns != NULL ? (const char *)node->ns->href : NULL,
                   (const char *)node->name);
  own = pt_hash_mix (own, hash_attributes (self, side, node));
  own = pt_hash_mix (own, pt_hash_string (
                              pt_versions_meaning (self, side, node, NULL, NULL, text, scratch)));
  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    {
      gboolean ordered = pt_versions_is_ordered (node, child);

      place += ordered;
      children += pt_hash_mix (ordered ? place : 0, pt_versions_hash (self, side, child));
    }
  known = g_new (guint64, 1);
  *known = pt_hash_mix (own, children);
  g_hash_table_insert (self->hashes, (gpointer)node, known);
  return *known;
}
