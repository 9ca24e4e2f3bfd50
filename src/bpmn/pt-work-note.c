/* pt-work-note.c: what an element says of the people who have to do with it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/bpmn.h>

#include "pt-node.h"

#include <string.h>

static const PtWorkNoteInfo notes[] = {
  [PT_WORK_TAGS] = { PT_BPMN_ACTIVITY, "work", "tags" },
  [PT_WORK_ACCOUNTABLE] = { PT_BPMN_ACTIVITY, "work", "accountable" },
  [PT_WORK_CONSULTED] = { PT_BPMN_ACTIVITY, "work", "consulted" },
  [PT_WORK_INFORMED] = { PT_BPMN_ACTIVITY, "work", "informed" },
  [PT_WORK_HOURS] = { PT_BPMN_ACTIVITY, "work", "hours" },
  [PT_WORK_DUE] = { PT_BPMN_ACTIVITY, "work", "due" },
  [PT_WORK_CASES_PER_WEEK] = { PT_BPMN_PROCESS, "demand", "casesPerWeek" },
  [PT_WORK_PROBABILITY] = { PT_BPMN_SEQUENCE_FLOW, "branch", "probability" },
};

const PtWorkNoteInfo *
pt_work_note_info (PtWorkNote note)
{
  return &notes[note];
}

/* Returns: (transfer full) (nullable): its words with single spaces; %NULL when there are none */
static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static const char *
candidate_groups (const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    if (strcmp ((const char *)attribute->name, "candidateGroups") == 0
        && (attribute->ns || strcmp ((const char *)node->name, "assignmentDefinition") == 0))
      return pt_xml_value (attribute);
  return NULL;
}

/* Returns: (transfer full) (nullable): the names in a list with commas, ", " between */
static char *
names_of (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  if (strpbrk (list, "{="))
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", names[i]);
  return line->len > 0 ? g_strdup (line->str) : NULL;
}

char *
pt_element_get_candidates (const PtElement *element)
{
  const char *list = candidate_groups (element->node);
  const xmlNode *extensions
      = list ? NULL : pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS);

  for (const xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child && !list;
       child = pt_xml_next_element (child))
    list = candidate_groups (child);
  return list ? names_of (list) : NULL;
}

char *
pt_element_get_work_note (const PtElement *element, PtWorkNote note)
{
  xmlNode *extensions = pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS);
  const PtWorkNoteInfo *info = &notes[note];

  if (extensions == NULL || !pt_element_is_a (element, info->type))
    return NULL;
  for (xmlNode *child = pt_xml_first_element (extensions); child != NULL;
       child = pt_xml_next_element (child))
    {
      g_autofree char *value = pt_xml_is (child, PT_NS_PARTITUR, info->tag)
                                   ? pt_xml_attribute (child, info->attribute)
                                   : NULL;

      if (value != NULL)
        return collapse (value);
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): the expression of a resource role, if it is in our language
 */
static char *
expression_of (const xmlNode *role)
{
  xmlNode *assignment = pt_node_child_of_type (role, PT_BPMN_RESOURCE_ASSIGNMENT);
  xmlNode *expression
      = assignment != NULL ? pt_node_child_of_type (assignment, PT_BPMN_FORMAL_EXPRESSION) : NULL;
  g_autofree char *language = expression != NULL ? pt_xml_attribute (expression, "language") : NULL;

  return g_strcmp0 (language, PT_ASSIGNMENT_LANGUAGE) == 0 ? pt_xml_text (expression) : NULL;
}

char *
pt_element_get_assignment (const PtElement *element)
{
  for (xmlNode *child = pt_xml_first_element (element->node); child != NULL;
       child = pt_xml_next_element (child))
    {
      gboolean is_role = pt_bpmn_type_is_a (pt_bpmn_type_from_node (child), PT_BPMN_RESOURCE_ROLE);
      char *text = is_role ? expression_of (child) : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}
