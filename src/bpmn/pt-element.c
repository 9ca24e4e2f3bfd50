/* pt-element.c: questions that every element answers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-graph-private.h"
#include "pt-node.h"

PtFamily
pt_element_family (const PtElement *element)
{
  return pt_bpmn_type_info (element->type)->family;
}

gboolean
pt_element_is_a (const PtElement *element, PtBpmnType type)
{
  return pt_bpmn_type_is_a (element->type, type);
}

/* Returns: (transfer full): @text with every run of white space as one space */
static char *
on_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_strchomp (g_string_free (line, FALSE));
}

char *
pt_element_display_name (const PtElement *element)
{
  g_autofree char *name = element->name ? on_one_line (element->name) : NULL;
  const char *label = pt_bpmn_type_label (element->type);

  if (name && *name)
    return g_steal_pointer (&name);
  /* Translators: an element without a name: its type and id, as in: User task “Activity_1” */
  return element->id ? g_strdup_printf (_ ("%s “%s”"), label, element->id) : g_strdup (label);
}

char *
pt_element_documentation (const PtElement *element)
{
  GString *all = NULL;

  for (xmlNode *child = pt_xml_first_element (element->node); child;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "documentation"))
      {
        g_autofree char *text = pt_xml_text (child);

        if (!*text)
          continue;
        if (all)
          g_string_append (all, "\n\n");
        else
          all = g_string_new (NULL);
        g_string_append (all, text);
      }
  return all ? g_string_free (all, FALSE) : NULL;
}

gboolean
pt_element_is_within (const PtElement *element, const PtElement *container)
{
  for (const PtElement *around = element->parent; around; around = around->parent)
    if (around == container)
      return TRUE;
  return FALSE;
}

xmlNode *
pt_element_child_node (const PtElement *element, PtBpmnType type)
{
  return pt_node_child_of_type (element->node, type);
}
