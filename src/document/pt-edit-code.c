/* pt-edit-code.c: edits as data, and back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-edit-code.h"

#include "pt-document-private.h"
#include "pt-gap.h"
#include "pt-node-code.h"
#include "pt-xml.h"

/* node, parent, name, prefix and namespace, position, value before and after */
#define ATTRIBUTE_TYPE "(uusmsmsumsms)"
/* node, parent, prefix, namespace */
#define NAMESPACE_TYPE "(uumss)"
/* node */
#define ENCODING_TYPE "(u)"
/* change, silent, node, parent, host, next, leaving, fresh nodes, coming */
#define SPLICE_TYPE "(ybuuuuaua" PT_NODE_CODE_TYPE "au)"

static const char *
intern (PtDocument *document, const char *text)
{
  return text ? (const char *)xmlDictLookup (document->tree->dict, (const xmlChar *)text, -1)
              : NULL;
}

static xmlNode *
find_element (PtNumbers *numbers, guint32 number)
{
  xmlNode *node = pt_numbers_find (numbers, number);

  return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

/* --- attributes --- */

static GVariant *
encode_attribute (PtNumbers *numbers, const PtEdit *edit)
{
  guint32 node = pt_numbers_get (numbers, edit->node);
  const xmlNs *ns = edit->attribute.ns;

  if (node == 0)
    return NULL;
  return g_variant_new (ATTRIBUTE_TYPE, node, pt_numbers_get (numbers, edit->parent), edit->name,
                        ns ? ns->prefix : NULL, edit->attribute.ns_uri, edit->attribute.position,
                        edit->attribute.values[0], edit->attribute.values[1]);
}

static gboolean
has_value (const PtEdit *edit)
{
  const xmlAttr *attribute = pt_xml_find_attribute (edit->node, edit->attribute.ns_uri, edit->name);
  g_autofree char *value = attribute ? pt_xml_dup_value (attribute) : NULL;

  return g_strcmp0 (value, edit->attribute.values[0]) == 0;
}

static gboolean
decode_attribute (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit)
{
  const char *name, *prefix, *uri, *before, *after;
  guint32 node, parent;

  g_variant_get (data, "(uu&sm&sm&sum&sm&s)", &node, &parent, &name, &prefix, &uri,
                 &edit->attribute.position, &before, &after);
  edit->change = PT_CHANGE_ATTRIBUTE;
  edit->node = find_element (numbers, node);
  edit->parent = find_element (numbers, parent);
  edit->name = intern (document, name);
  edit->attribute.ns_uri = intern (document, uri);
  if (edit->node == NULL)
    return FALSE;
  edit->attribute.ns = pt_node_code_namespace (document, edit->node, prefix, uri);
  edit->attribute.values[0] = g_strdup (before);
  edit->attribute.values[1] = g_strdup (after);
  return has_value (edit);
}

/* --- declarations --- */

static GVariant *
encode_namespace (PtNumbers *numbers, const PtEdit *edit)
{
  guint32 node = pt_numbers_get (numbers, edit->node);
  const xmlNs *ns = edit->declaration.ns;

  if (node == 0)
    return NULL;
  return g_variant_new (NAMESPACE_TYPE, node, pt_numbers_get (numbers, edit->parent), ns->prefix,
                        ns->href ? ns->href : BAD_CAST "");
}

static gboolean
decode_namespace (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit)
{
  const char *prefix, *href;
  g_autofree char *name = NULL;
  guint32 node, parent;

  g_variant_get (data, "(uum&s&s)", &node, &parent, &prefix, &href);
  edit->node = find_element (numbers, node);
  edit->parent = find_element (numbers, parent);
  if (edit->node == NULL)
    return FALSE;
  name = g_strconcat ("xmlns", prefix ? ":" : NULL, prefix, NULL);
  edit->change = PT_CHANGE_ATTRIBUTE;
  edit->name = intern (document, name);
  edit->declaration.ns = xmlNewNs (NULL, (const xmlChar *)href, (const xmlChar *)prefix);
  g_hash_table_insert (document->declared, edit->declaration.ns, edit->node);
  return TRUE;
}

/* --- runs of children --- */

static gboolean
is_known (PtNumbers *numbers, const GPtrArray *run)
{
  for (guint i = 0; i < run->len; i++)
    if (pt_numbers_get (numbers, g_ptr_array_index (run, i)))
      return TRUE;
  return FALSE;
}

static void
encode_fresh (PtNumbers *numbers, xmlNode *node, GVariantBuilder *builder)
{
  if (pt_numbers_get (numbers, node))
    return;
  while (node->parent)
    node = node->parent;
  pt_node_encode (numbers, node, builder);
}

static GVariant *
encode_run (PtNumbers *numbers, const GPtrArray *run)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("au"));
  for (guint i = 0; i < run->len; i++)
    g_variant_builder_add (&builder, "u", pt_numbers_get (numbers, g_ptr_array_index (run, i)));
  return g_variant_builder_end (&builder);
}

static GVariant *
encode_splice (PtNumbers *numbers, const PtEdit *edit)
{
  GPtrArray *leaving = edit->splice.runs[0], *coming = edit->splice.runs[1];
  GVariantBuilder fresh;

  if (pt_numbers_get (numbers, edit->splice.host) == 0 && !is_known (numbers, leaving)
      && !is_known (numbers, coming))
    return NULL;
  g_variant_builder_init (&fresh, G_VARIANT_TYPE ("a" PT_NODE_CODE_TYPE));
  encode_fresh (numbers, edit->splice.host, &fresh);
  for (guint i = 0; i < coming->len; i++)
    encode_fresh (numbers, g_ptr_array_index (coming, i), &fresh);
  return g_variant_new ("(ybuuuu@au@a" PT_NODE_CODE_TYPE "@au)", (guchar)edit->change, edit->silent,
                        pt_numbers_get (numbers, edit->node),
                        pt_numbers_get (numbers, edit->parent),
                        pt_numbers_get (numbers, edit->splice.host),
                        pt_numbers_get (numbers, edit->splice.next), encode_run (numbers, leaving),
                        g_variant_builder_end (&fresh), encode_run (numbers, coming));
}

static gboolean
decode_run (PtNumbers *numbers, GVariant *data, GPtrArray *run)
{
  gsize n;
  const guint32 *all = g_variant_get_fixed_array (data, &n, sizeof *all);

  for (gsize i = 0; i < n; i++)
    {
      xmlNode *node = pt_numbers_find (numbers, all[i]);

      if (node == NULL)
        return FALSE;
      g_ptr_array_add (run, node);
    }
  return TRUE;
}

/* White space beside the place that only readers had asked for is not in the tree of a document
 * that replays. */
static void
open_gaps (PtDocument *document, const PtEdit *edit)
{
  for (guint i = 0; i < edit->splice.runs[0]->len; i++)
    {
      xmlNode *node = g_ptr_array_index (edit->splice.runs[0], i);

      if (node->parent)
        pt_gap_open (document->source, node->parent, node);
    }
  if (edit->splice.next == NULL || edit->splice.next->parent == edit->splice.host)
    pt_gap_open (document->source, edit->splice.host, edit->splice.next);
}

/* Whether those who leave stand in a row before `next`, and those who come are free to. */
static gboolean
fits (const PtEdit *edit)
{
  const GPtrArray *leaving = edit->splice.runs[0], *coming = edit->splice.runs[1];
  const xmlNode *host = edit->splice.host, *top = host;
  const xmlNode *at = edit->splice.next ? edit->splice.next->prev : host->last;

  for (guint i = leaving->len; i > 0; i--, at = at->prev)
    if (at == NULL || at != g_ptr_array_index (leaving, i - 1))
      return FALSE;
  while (top->parent)
    top = top->parent;
  for (guint i = 0; i < coming->len; i++)
    {
      const xmlNode *node = g_ptr_array_index (coming, i);

      if (node == top || (node->parent && !g_ptr_array_find ((GPtrArray *)leaving, node, NULL)))
        return FALSE;
    }
  return edit->splice.next == NULL || edit->splice.next->parent == host;
}

static gboolean
decode_splice (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit)
{
  g_autoptr (GVariant) leaving = NULL;
  g_autoptr (GVariant) fresh = NULL;
  g_autoptr (GVariant) coming = NULL;
  g_autoptr (GPtrArray) tops = NULL;
  guint32 node, parent, host, next;
  gboolean silent;
  guchar change;

  g_variant_get (data, "(ybuuuu@au@a" PT_NODE_CODE_TYPE "@au)", &change, &silent, &node, &parent,
                 &host, &next, &leaving, &fresh, &coming);
  tops = pt_node_decode (document, numbers, fresh);
  edit->splice.runs[0] = g_ptr_array_new ();
  edit->splice.runs[1] = g_ptr_array_new ();
  edit->change = change;
  edit->silent = silent;
  edit->node = find_element (numbers, node);
  edit->parent = find_element (numbers, parent);
  edit->splice.host = find_element (numbers, host);
  edit->splice.next = pt_numbers_find (numbers, next);
  if (change > PT_CHANGE_REMOVED || !tops || !edit->node || !edit->splice.host
      || !edit->splice.next != !next || !decode_run (numbers, leaving, edit->splice.runs[0])
      || !decode_run (numbers, coming, edit->splice.runs[1]))
    return FALSE;
  open_gaps (document, edit);
  return fits (edit);
}

/* --- stray bytes --- */

static GVariant *
encode_encoding (PtNumbers *numbers, const PtEdit *edit)
{
  return g_variant_new (ENCODING_TYPE, pt_numbers_get (numbers, edit->node));
}

static gboolean
decode_encoding (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit)
{
  guint32 node;

  g_variant_get (data, ENCODING_TYPE, &node);
  edit->change = PT_CHANGE_ATTRIBUTE;
  edit->node = find_element (numbers, node);
  edit->name = intern (document, "encoding");
  return edit->node != NULL && document->source->n_strays > 0;
}

/* --- all kinds --- */

static const struct
{
  GVariant *(*encode) (PtNumbers *numbers, const PtEdit *edit);
  gboolean (*decode) (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit);
  const char *type;
} codes[] = {
  [PT_EDIT_ATTRIBUTE] = { encode_attribute, decode_attribute, ATTRIBUTE_TYPE },
  [PT_EDIT_SPLICE] = { encode_splice, decode_splice, SPLICE_TYPE },
  [PT_EDIT_NAMESPACE] = { encode_namespace, decode_namespace, NAMESPACE_TYPE },
  [PT_EDIT_ENCODING] = { encode_encoding, decode_encoding, ENCODING_TYPE },
};

GVariant *
pt_edit_encode (PtNumbers *numbers, const PtEdit *edit)
{
  GVariant *data = codes[edit->kind].encode (numbers, edit);

  return data ? g_variant_new ("(yv)", (guchar)edit->kind, data) : NULL;
}

gboolean
pt_edit_decode (PtDocument *document, PtNumbers *numbers, GVariant *data, PtEdit *edit)
{
  g_autoptr (GVariant) inner = NULL;
  guchar kind;
  gboolean decoded;

  g_variant_get (data, "(yv)", &kind, &inner);
  if (kind >= G_N_ELEMENTS (codes)
      || !g_variant_is_of_type (inner, G_VARIANT_TYPE (codes[kind].type)))
    return FALSE;
  *edit = (PtEdit){ .kind = kind };
  decoded = codes[kind].decode (document, numbers, inner, edit);
  if (!decoded)
    pt_edit_clear (edit);
  return decoded;
}
