/* random-edits.h: seeded random edits, and the proof that what is saved is what is in the tree
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

#include <libxml/parser.h>
#include <string.h>

/* --- are two trees the same? --- */

static inline const char *
name_space (const xmlNs *ns)
{
  return ns && ns->href ? (const char *)ns->href : "";
}

static inline gboolean
same_string (const xmlChar *a, const xmlChar *b)
{
  return strcmp (a ? (const char *)a : "", b ? (const char *)b : "") == 0;
}

static inline gboolean
same_attributes (const xmlNode *a, const xmlNode *b)
{
  guint n_a = 0, n_b = 0;

  for (const xmlAttr *at = b->properties; at; at = at->next)
    n_b++;
  for (const xmlAttr *at = a->properties; at; at = at->next, n_a++)
    {
      const char *uri = name_space (at->ns);
      xmlChar *mine = xmlNodeListGetString (a->doc, at->children, 1);
      xmlChar *yours = xmlGetNsProp (b, at->name, *uri ? (const xmlChar *)uri : NULL);
      gboolean same = yours && same_string (mine, yours);

      xmlFree (mine);
      xmlFree (yours);
      if (!same)
        return FALSE;
    }
  return n_a == n_b;
}

static inline gboolean
is_text (const xmlNode *node)
{
  return node && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE);
}

/* Neighbouring texts count as one, as they do in a file. */
static inline char *
take_text (const xmlNode **node)
{
  GString *text = g_string_new (NULL);

  for (; is_text (*node); *node = (*node)->next)
    g_string_append (text, (*node)->content ? (const char *)(*node)->content : "");
  return g_string_free (text, FALSE);
}

static inline gboolean same_tree (const xmlNode *a, const xmlNode *b);

static inline gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Whether it holds nothing but other nodes: a document may leave out the white space between them.
 */
static inline gboolean
is_frame (const xmlNode *node)
{
  gboolean holds_nodes = FALSE;

  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_CDATA_SECTION_NODE
        || (child->type == XML_TEXT_NODE && child->content
            && !is_blank ((const char *)child->content)))
      return FALSE;
    else
      holds_nodes |= !is_text (child);
  return holds_nodes;
}

static inline gboolean
same_children (const xmlNode *a, const xmlNode *b)
{
  const xmlNode *at_a = a->children, *at_b = b->children;
  gboolean free_blanks = is_frame (a) && is_frame (b);

  for (;;)
    {
      g_autofree char *text_a = take_text (&at_a);
      g_autofree char *text_b = take_text (&at_b);

      if (!free_blanks && strcmp (text_a, text_b) != 0)
        return FALSE;
      if (at_a == NULL || at_b == NULL)
        return at_a == at_b;
      if (!same_tree (at_a, at_b))
        return FALSE;
      at_a = at_a->next;
      at_b = at_b->next;
    }
}

static inline gboolean
same_tree (const xmlNode *a, const xmlNode *b)
{
  if (a->type != b->type || !same_string (a->name, b->name))
    return FALSE;
  if (a->type != XML_ELEMENT_NODE)
    return same_string (a->content, b->content);
  return strcmp (name_space (a->ns), name_space (b->ns)) == 0 && same_attributes (a, b)
         && same_children (a, b);
}

/* Whether @bytes mean, to libxml2 left to itself, the tree that is in memory. */
static inline gboolean
reads_as_its_tree (GBytes *bytes, PtDocument *document)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *plain
      = xmlReadMemory (data, (int)length, NULL, NULL,
                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean same
      = plain && same_tree (pt_document_get_root (document), xmlDocGetRootElement (plain));

  xmlFreeDoc (plain);
  return same;
}

static inline gboolean
saves_its_tree (PtDocument *document)
{
  g_autoptr (GBytes) bytes = pt_document_to_bytes (document, NULL);

  return bytes && reads_as_its_tree (bytes, document);
}

/* --- edits --- */

static const char *const random_values[] = { "",
                                             "x",
                                             " two  words ",
                                             "it's \"quoted\"",
                                             "<tag attr='>'>&amp;",
                                             "]]>",
                                             "\n\t\r\n",
                                             "äöü €",
                                             "😀",
                                             "a long line of words, the end" };
static const char *const random_names[] = { "id", "name", "kind", "isExecutable" };
static const char *const random_uris[] = { NULL, "urn:fresh:one", "urn:fresh:two" };

#define PICK(rand, list) list[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

/* (nullable): any element but those within @without */
static inline xmlNode *
random_element (GRand *rand, PtDocument *document, const xmlNode *without)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (pt_document_get_root (document) != without)
    g_ptr_array_add (all, pt_document_get_root (document));
  for (guint i = 0; i < all->len; i++)
    for (xmlNode *child = pt_xml_first_element (g_ptr_array_index (all, i)); child;
         child = pt_xml_next_element (child))
      if (child != without)
        g_ptr_array_add (all, child);
  return all->len ? g_ptr_array_index (all, g_rand_int_range (rand, 0, (gint32)all->len)) : NULL;
}

static inline xmlNode *
random_child (GRand *rand, xmlNode *parent)
{
  xmlNode *child = pt_xml_first_element (parent);

  while (child && g_rand_int_range (rand, 0, 3))
    child = pt_xml_next_element (child);
  return child;
}

static inline void
random_attribute (GRand *rand, PtDocument *document)
{
  pt_document_set_attribute (document, random_element (rand, document, NULL),
                             PICK (rand, random_uris), PICK (rand, random_names),
                             g_rand_int_range (rand, 0, 4) ? PICK (rand, random_values) : NULL);
}

static inline void
random_text (GRand *rand, PtDocument *document)
{
  xmlNode *node = random_element (rand, document, NULL);

  if (pt_xml_first_element (node) == NULL || g_rand_int_range (rand, 0, 20) == 0)
    pt_document_set_text (document, node, PICK (rand, random_values));
}

static inline void
random_insertion (GRand *rand, PtDocument *document)
{
  xmlNode *parent = random_element (rand, document, NULL);
  const char *uri = parent->ns && g_rand_boolean (rand) ? (const char *)parent->ns->href
                                                        : PICK (rand, random_uris);
  xmlNode *node = pt_document_make_element (document, parent, uri, "f", "fresh");

  xmlSetProp (node, (const xmlChar *)"name", (const xmlChar *)PICK (rand, random_values));
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    {
      xmlNode *child = pt_document_make_element (document, node, uri, "f", "inner");

      xmlAddChild (node, child);
      xmlAddChild (child, pt_document_make_element (document, child, uri, "f", "leaf"));
    }
  pt_document_insert (document, parent, random_child (rand, parent), node);
}

static inline void
random_removal (GRand *rand, PtDocument *document)
{
  xmlNode *node = random_element (rand, document, NULL);

  if (node != pt_document_get_root (document))
    pt_document_remove (document, node);
}

static inline void
random_move (GRand *rand, PtDocument *document)
{
  xmlNode *node = random_element (rand, document, NULL);
  xmlNode *parent = random_element (rand, document, node);

  if (node == pt_document_get_root (document))
    return;
  pt_document_remove (document, node);
  pt_document_insert (document, parent, random_child (rand, parent), node);
}

static inline void
random_edit (GRand *rand, PtDocument *document)
{
  static void (*const edits[]) (GRand *, PtDocument *)
      = { random_attribute, random_attribute, random_text, random_insertion,
          random_insertion, random_removal,   random_move };

  PICK (rand, edits) (rand, document);
}

/* One step of a restless user: a transaction, one thought better of, an undo or a redo. */
static inline void
random_step (GRand *rand, PtDocument *document)
{
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      pt_document_undo (document);
      break;
    case 1:
      pt_document_redo (document);
      break;
    case 2:
      pt_document_begin (document, "Thought better of");
      random_edit (rand, document);
      random_edit (rand, document);
      pt_document_cancel (document);
      break;
    default:
      pt_document_begin (document, "Random");
      for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
        random_edit (rand, document);
      pt_document_commit (document);
    }
}

static inline void
undo_all (PtDocument *document)
{
  while (pt_document_can_undo (document))
    pt_document_undo (document);
}

static inline void
redo_all (PtDocument *document)
{
  while (pt_document_can_redo (document))
    pt_document_redo (document);
}
