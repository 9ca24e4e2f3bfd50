/* pt-edit.c: one journalled change of the tree, which can be done and undone
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-document-private.h"
#include "pt-gap.h"
#include "pt-xml.h"

#include <string.h>

/* --- attributes --- */

/* Attributes have no order, but a fresh element is written in the one they were set in. */
static guint
position_of (const xmlAttr *attribute)
{
  guint position = 0;

  while ((attribute = attribute->prev))
    position++;
  return position;
}

static void
append_attribute (PtEdit *edit, const char *value)
{
  xmlAttr *attribute = xmlNewNsProp (edit->node, edit->attribute.ns, (const xmlChar *)edit->name,
                                     (const xmlChar *)value);
  xmlAttr *before = edit->node->properties;

  for (guint i = 0; before != attribute && i < edit->attribute.position; i++)
    before = before->next;
  if (before == attribute)
    return;
  attribute->prev->next = NULL;
  attribute->prev = before->prev;
  attribute->next = before;
  *(before->prev ? &before->prev->next : &edit->node->properties) = attribute;
  before->prev = attribute;
}

static void
unlink_attribute (xmlAttr *attribute)
{
  *(attribute->prev ? &attribute->prev->next : &attribute->parent->properties) = attribute->next;
  if (attribute->next)
    attribute->next->prev = attribute->prev;
}

static void
set_value (PtDocument *document, xmlAttr *attribute, const char *value)
{
  pt_source_free_value (document->source, attribute);
  attribute->children = attribute->last = xmlNewDocText (document->tree, (const xmlChar *)value);
  attribute->children->parent = (xmlNode *)attribute;
}

static void
write_attribute (PtDocument *document, PtEdit *edit, const char *value)
{
  xmlAttr *attribute = pt_xml_find_attribute (edit->node, edit->attribute.ns_uri, edit->name);

  if (attribute == NULL)
    append_attribute (edit, value);
  else if (value)
    set_value (document, attribute, value);
  else
    {
      edit->attribute.position = position_of (attribute);
      unlink_attribute (attribute);
      pt_source_free_attribute (document->source, attribute);
    }
}

static void
apply_attribute (PtDocument *document, PtEdit *edit, gboolean forward)
{
  const char *ns_uri = edit->attribute.ns_uri;
  char **values = edit->attribute.values;
  gboolean indexed = ns_uri == NULL && strcmp (edit->name, "id") == 0
                     && pt_document_holds (document, edit->node);

  pt_source_note_attribute (document->source, edit->node, ns_uri, edit->name, values[!forward]);
  if (indexed && values[!forward])
    pt_ids_remove (document->ids, values[!forward], edit->node);
  write_attribute (document, edit, values[forward]);
  if (indexed && values[forward])
    pt_ids_add (document->ids, values[forward], edit->node);
  pt_source_touch (document->source, edit->node);
}

static void
clear_attribute (PtEdit *edit)
{
  g_free (edit->attribute.values[0]);
  g_free (edit->attribute.values[1]);
}

/* --- runs of children --- */

static void
apply_splice (PtDocument *document, PtEdit *edit, gboolean forward)
{
  GPtrArray *leaving = edit->splice.runs[!forward];
  GPtrArray *coming = edit->splice.runs[forward];
  gboolean held = pt_document_holds (document, edit->splice.host);

  pt_gap_open (document->source, edit->splice.host, edit->splice.next);
  for (guint i = 0; i < leaving->len; i++)
    {
      xmlNode *node = g_ptr_array_index (leaving, i);

      if (held)
        pt_ids_remove_subtree (document->ids, node);
      pt_xml_unlink (node);
      g_hash_table_add (document->handled, node);
    }
  for (guint i = 0; i < coming->len; i++)
    {
      xmlNode *node = g_ptr_array_index (coming, i);

      pt_xml_link (edit->splice.host, edit->splice.next, node);
      if (held)
        pt_ids_add_subtree (document->ids, node);
      g_hash_table_add (document->handled, node);
    }
  pt_source_touch (document->source, edit->splice.host);
}

static void
clear_splice (PtEdit *edit)
{
  g_ptr_array_unref (edit->splice.runs[0]);
  g_ptr_array_unref (edit->splice.runs[1]);
}

PtEdit
pt_edit_splice (PtChangeKind change, xmlNode *node, xmlNode *host, xmlNode *next)
{
  PtEdit edit = { .kind = PT_EDIT_SPLICE, .change = change, .node = node };

  edit.parent = node == host ? pt_xml_parent_element (node) : host;
  edit.splice.host = host;
  edit.splice.next = next;
  edit.splice.runs[0] = g_ptr_array_new ();
  edit.splice.runs[1] = g_ptr_array_new ();
  return edit;
}

/* --- namespaces --- */

static void
apply_namespace (PtDocument *document, PtEdit *edit, gboolean forward)
{
  xmlNs **place = &edit->node->nsDef;

  while (*place && *place != edit->declaration.ns)
    place = &(*place)->next;
  *place = forward ? edit->declaration.ns : edit->declaration.ns->next;
  if (!forward)
    edit->declaration.ns->next = NULL;
  pt_source_touch (document->source, edit->node);
}

static void
clear_namespace (PtEdit *edit)
{
  /* The document owns it: nodes that were taken back may still point to it. */
}

/* --- stray bytes --- */

static void
apply_encoding (PtDocument *document, PtEdit *edit, gboolean forward)
{
  document->source->drop_strays = forward;
  pt_source_touch (document->source, edit->node);
}

static void
clear_encoding (PtEdit *edit)
{
}

/* --- all kinds --- */

static const struct
{
  void (*apply) (PtDocument *document, PtEdit *edit, gboolean forward);
  void (*clear) (PtEdit *edit);
} kinds[] = {
  [PT_EDIT_ATTRIBUTE] = { apply_attribute, clear_attribute },
  [PT_EDIT_SPLICE] = { apply_splice, clear_splice },
  [PT_EDIT_NAMESPACE] = { apply_namespace, clear_namespace },
  [PT_EDIT_ENCODING] = { apply_encoding, clear_encoding },
};

void
pt_edit_apply (PtDocument *document, PtEdit *edit, gboolean forward)
{
  kinds[edit->kind].apply (document, edit, forward);
}

void
pt_edit_clear (PtEdit *edit)
{
  kinds[edit->kind].clear (edit);
}

PtChange
pt_edit_describe (const PtEdit *edit, gboolean forward)
{
  static const PtChangeKind backward[] = {
    [PT_CHANGE_ATTRIBUTE] = PT_CHANGE_ATTRIBUTE,
    [PT_CHANGE_TEXT] = PT_CHANGE_TEXT,
    [PT_CHANGE_INSERTED] = PT_CHANGE_REMOVED,
    [PT_CHANGE_REMOVED] = PT_CHANGE_INSERTED,
  };

  return (PtChange){ .kind = forward ? edit->change : backward[edit->change],
                     .node = edit->node,
                     .parent = edit->parent,
                     .attribute = edit->name };
}
