/* pt-tree.c: values of a tree, read where they stand, and hashes of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-tree.h"

#include <partitur/hash.h>
#include <string.h>

/* Entities are refused when a file is loaded, so a value is one text node or, when empty, none. */
const char *
pt_tree_attribute (const xmlAttr *attribute)
{
  return attribute->children != NULL && attribute->children->content != NULL
             ? (const char *)attribute->children->content
             : "";
}

const char *
pt_tree_value (const xmlNode *node, const char *name)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (a->ns == NULL && strcmp ((const char *)a->name, name) == 0)
      return pt_tree_attribute (a);
  return NULL;
}

const char *
pt_tree_leaf (const xmlNode *node)
{
  const xmlNode *text = node->children;

  if (text == NULL)
    return "";
  return text->next == NULL && text->type == XML_TEXT_NODE ? (const char *)text->content : NULL;
}

gboolean
pt_tree_is_in (const xmlNode *node, const char *ns_uri)
{
  return node->ns != NULL && node->ns->href != NULL
         && strcmp ((const char *)node->ns->href, ns_uri) == 0;
}

gboolean
pt_tree_is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* --- hashes --- */

/* The finaliser of MurmurHash3 (A. Appleby), over a product that depends on both. */
guint64
pt_hash_mix (guint64 a, guint64 b)
{
  guint64 h = (a ^ pt_hash_secret ()) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (b ^ (a >> 29));

  h = (h ^ (h >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  h = (h ^ (h >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return h ^ (h >> 33);
}

guint64
pt_hash_string (const char *text)
{
  return pt_hash_bytes (text, strlen (text));
}
