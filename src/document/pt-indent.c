/* pt-indent.c: insertion and removal with the white space a careful writer would leave
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-indent.h"

#include "pt-document-private.h"
#include "pt-gap.h"
#include "pt-xml.h"

#include <string.h>

/* The white space in front of an element is called its separator: a line end and an indentation
 * where it begins a line, some blanks or nothing where it does not. */

/* --- reading the lines of the tree --- */

/* (nullable): the last line end of a blank text with what follows it */
static const char *
last_line (const xmlNode *node)
{
  return pt_xml_is_blank (node) && node->content ? strrchr ((const char *)node->content, '\n')
                                                 : NULL;
}

static gboolean
is_within_line (const xmlNode *node)
{
  return node
         && (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE
             || (pt_xml_is_blank (node) && !last_line (node)));
}

static gboolean
is_words (const xmlNode *node)
{
  return node
         && (node->type == XML_CDATA_SECTION_NODE
             || (node->type == XML_TEXT_NODE && !pt_xml_is_blank (node)));
}

static gboolean
begins_line (const char *separator)
{
  return *separator == '\n';
}

static char *
dup_separator (PtDocument *self, xmlNode *element)
{
  xmlNode *at = pt_gap_prev (self->source, element);

  if (element->parent && element->parent->type != XML_ELEMENT_NODE)
    return g_strdup ("\n");
  while (is_within_line (at))
    at = pt_gap_prev (self->source, at);
  if (last_line (at))
    return g_strdup (last_line (at));
  return g_strdup (pt_xml_is_blank (element->prev) ? (const char *)element->prev->content : "");
}

static char *
find_unit (PtDocument *self)
{
  xmlNode *parent = pt_document_get_root (self);
  xmlNode *child = pt_xml_first_element (parent);

  for (; child; parent = child, child = pt_xml_first_element (child))
    {
      g_autofree char *outer = dup_separator (self, parent);
      g_autofree char *inner = dup_separator (self, child);

      if (begins_line (inner) && g_str_has_prefix (inner, outer) && strlen (inner) > strlen (outer))
        return g_strdup (inner + strlen (outer));
    }
  return g_strdup ("  ");
}

/* One step further in than @separator; nothing where lines are not broken. */
static char *
dup_inner_separator (PtDocument *self, const char *separator)
{
  if (self->indent_unit == NULL)
    self->indent_unit = find_unit (self);
  return g_strconcat (separator, begins_line (separator) ? self->indent_unit : "", NULL);
}

/* Where the line ends that @first (nullable) continues; @first itself when an element follows. */
static xmlNode *
find_line_end (PtDocument *self, xmlNode *first)
{
  xmlNode *at = first;

  while (is_within_line (at))
    at = pt_gap_next (self->source, at);
  return at == NULL || last_line (at) ? at : first;
}

/* --- fitting an element's inside to its new place --- */

static xmlNode *
new_text (PtDocument *self, const char *text)
{
  return xmlNewDocText (self->tree, (const xmlChar *)text);
}

static void
add_text (PtDocument *self, GPtrArray *run, const char *text)
{
  if (*text)
    g_ptr_array_add (run, new_text (self, text));
}

static void
replace_blank (PtDocument *self, xmlNode *blank, const char *text)
{
  PtEdit edit = pt_edit_splice (PT_CHANGE_TEXT, blank->parent, blank->parent, blank->next);

  edit.silent = TRUE;
  g_ptr_array_add (edit.splice.runs[0], blank);
  g_ptr_array_add (edit.splice.runs[1], new_text (self, text));
  pt_journal_make (self, edit);
}

/* Moves all lines within @top from the indentation @old to @new. */
static void
shift_lines (PtDocument *self, xmlNode *top, const char *old, const char *new)
{
  xmlNode *next;

  pt_gap_open_all (self->source, top);
  for (xmlNode *node = top; node; node = next)
    {
      const char *line = last_line (node);

      next = pt_xml_next_in (node, top);
      if (line && g_str_has_prefix (line, old))
        {
          g_autofree char *head
              = g_strndup ((const char *)node->content, line - (const char *)node->content);
          g_autofree char *text = g_strconcat (head, new, line + strlen (old), NULL);

          replace_blank (self, node, text);
        }
    }
}

static gboolean
has_only_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child; child = child->next)
    if (child->type != XML_ELEMENT_NODE)
      return FALSE;
  return node->children != NULL;
}

static gboolean
is_fresh (PtDocument *self, xmlNode *node)
{
  return node->_private == NULL && !g_hash_table_contains (self->handled, node);
}

static void fit (PtDocument *self, xmlNode *node, const char *separator);

/* A fresh element is nobody's history yet: its lines can be made without the journal. */
static void
break_lines (PtDocument *self, xmlNode *node, const char *separator)
{
  g_autofree char *inner = dup_inner_separator (self, separator);

  for (xmlNode *child = node->children; child; child = child->next)
    {
      fit (self, child, inner);
      pt_xml_link (node, child, new_text (self, inner));
    }
  pt_xml_link (node, NULL, new_text (self, separator));
}

static void
fit (PtDocument *self, xmlNode *node, const char *separator)
{
  const xmlNode *last = pt_gap_last (self->source, node);
  g_autofree char *old = last ? g_strdup (last_line (last)) : NULL;

  if (!begins_line (separator))
    return;
  if (old && strcmp (old, separator) != 0)
    shift_lines (self, node, old, separator);
  else if (old == NULL && is_fresh (self, node) && has_only_elements (node))
    break_lines (self, node, separator);
}

/* --- insertion --- */

static xmlNode *
previous_element (xmlNode *node)
{
  while (node && node->type != XML_ELEMENT_NODE)
    node = node->prev;
  return node;
}

/* Space means something here, or nothing can be learned from it. */
static gboolean
is_mixed (const xmlNode *parent, const xmlNode *previous, const xmlNode *before)
{
  if (xmlNodeGetSpacePreserve (parent) == 1)
    return TRUE;
  if (previous || before)
    return (previous && is_words (previous->next)) || (before && is_words (before->prev));
  for (const xmlNode *child = parent->children; child; child = child->next)
    if (is_words (child))
      return TRUE;
  return FALSE;
}

/* Into an element without elements: its end tag gets a line, too. */
static void
insert_first (PtDocument *self, xmlNode *parent, xmlNode *node, PtEdit *edit)
{
  g_autofree char *outer = dup_separator (self, parent);
  g_autofree char *inner = dup_inner_separator (self, outer);
  xmlNode *last = pt_gap_last (self->source, parent);
  GPtrArray *run = edit->splice.runs[1];

  if (!begins_line (outer))
    {
      g_ptr_array_add (run, node);
      return;
    }
  fit (self, node, inner);
  add_text (self, run, inner);
  g_ptr_array_add (run, node);
  if (last_line (last) && last != parent->children)
    edit->splice.next = last;
  else
    add_text (self, run, outer);
  if (pt_xml_is_blank (last) && last == parent->children)
    g_ptr_array_add (edit->splice.runs[0], last);
}

/* Beside other elements, in the way they stand. A comment above an element stays with it. */
static void
insert_beside (PtDocument *self, xmlNode *previous, xmlNode *before, xmlNode *node, PtEdit *edit)
{
  g_autofree char *separator = dup_separator (self, previous ? previous : before);
  GPtrArray *run = edit->splice.runs[1];

  if (begins_line (separator) || previous)
    {
      xmlNode *behind = previous ? pt_gap_next (self->source, previous)
                                 : pt_gap_first (self->source, before->parent);

      fit (self, node, separator);
      add_text (self, run, separator);
      g_ptr_array_add (run, node);
      edit->splice.next = begins_line (separator) ? find_line_end (self, behind) : behind;
    }
  else
    {
      g_ptr_array_add (run, node);
      add_text (self, run, separator);
    }
}

void
pt_indent_insertion (PtDocument *self, xmlNode *parent, xmlNode *before, xmlNode *node)
{
  xmlNode *previous = previous_element (before ? before->prev : parent->last);
  PtEdit edit = pt_edit_splice (PT_CHANGE_INSERTED, node, parent, before);

  pt_gap_open (self->source, parent, before);
  if (is_mixed (parent, previous, before))
    g_ptr_array_add (edit.splice.runs[1], node);
  else if (previous || before)
    insert_beside (self, previous, before, node, &edit);
  else
    insert_first (self, parent, node, &edit);
  pt_journal_make (self, edit);
}

/* --- removal --- */

static gboolean
is_only_content (const xmlNode *node)
{
  for (const xmlNode *child = node->parent->children; child; child = child->next)
    if (child != node && !pt_xml_is_blank (child))
      return FALSE;
  return TRUE;
}

/* (nullable): what replaces the blanks around a removed line: an empty line above it stays when it
 * keeps two groups of elements apart. */
static char *
dup_gap (const xmlNode *above, const xmlNode *below)
{
  const char *text = (const char *)above->content;
  g_autofree char *kept = g_strndup (text, last_line (above) - text);

  if (*kept == '\0' || below == NULL || below->next == NULL)
    return NULL;
  if (strchr ((const char *)below->content, '\n') != last_line (below))
    return NULL;
  return g_strconcat (kept, (const char *)below->content, NULL);
}

static void
remove_line (PtDocument *self, xmlNode *node, PtEdit *edit)
{
  g_autofree char *gap = dup_gap (node->prev, node->next);

  g_ptr_array_add (edit->splice.runs[0], node->prev);
  g_ptr_array_add (edit->splice.runs[0], node);
  if (gap)
    {
      g_ptr_array_add (edit->splice.runs[0], node->next);
      add_text (self, edit->splice.runs[1], gap);
      edit->splice.next = node->next->next;
    }
}

static void
remove_within_line (xmlNode *node, PtEdit *edit)
{
  xmlNode *before = node->prev, *behind = node->next;
  gboolean leads = last_line (before) != NULL;

  if (pt_xml_is_blank (before) && !leads && (behind == NULL || pt_xml_is_blank (behind)))
    g_ptr_array_add (edit->splice.runs[0], before);
  g_ptr_array_add (edit->splice.runs[0], node);
  if (leads && pt_xml_is_blank (behind))
    {
      g_ptr_array_add (edit->splice.runs[0], behind);
      edit->splice.next = behind->next;
    }
}

void
pt_indent_removal (PtDocument *self, xmlNode *node)
{
  xmlNode *parent = node->parent;
  PtEdit edit;

  pt_gap_open (self->source, parent, node);
  pt_gap_open (self->source, parent, node->next);
  edit = pt_edit_splice (PT_CHANGE_REMOVED, node, parent, node->next);
  if (xmlNodeGetSpacePreserve (parent) == 1)
    g_ptr_array_add (edit.splice.runs[0], node);
  else if (is_only_content (node))
    {
      pt_gap_open_children (self->source, parent);
      for (xmlNode *child = parent->children; child; child = child->next)
        g_ptr_array_add (edit.splice.runs[0], child);
      edit.splice.next = NULL;
    }
  else if (last_line (node->prev) && (node->next == NULL || last_line (node->next)))
    remove_line (self, node, &edit);
  else
    remove_within_line (node, &edit);
  pt_journal_make (self, edit);
}
