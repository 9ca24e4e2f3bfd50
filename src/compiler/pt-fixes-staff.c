/* pt-fixes-staff.c: repairs of who holds what, and of rules
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fixes.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>
#include <partitur/roster.h>
#include <string.h>

/* ----- the roles file ------------------------------------------------------------------------ */

/* An attribute to set, or with %NULL to remove. */
typedef struct
{
  const char *name, *value;
} Attribute;

static xmlNode *
find_entry (PtDocument *document, const char *id, const char *tag)
{
  xmlNode *node = document != NULL ? pt_document_get_by_id (document, id) : NULL;

  return node != NULL && pt_xml_is (node, PT_NS_ROLES, tag) ? node : NULL;
}

/* A child @tag of @parent whose attribute @name is @value. */
static xmlNode *
find_child (xmlNode *parent, const char *tag, const char *name, const char *value)
{
  xmlNode *child = parent != NULL ? pt_xml_first_element (parent) : NULL;

  for (; child != NULL; child = pt_xml_next_element (child))
    {
      g_autofree char *found = pt_xml_attribute (child, name);

      if (pt_xml_is (child, PT_NS_ROLES, tag) && g_strcmp0 (found, value) == 0)
        return child;
    }
  return NULL;
}

/* One step. @node: (nullable): %NULL makes a new child @tag of @parent. */
static gboolean
write_entry (PtDocument *document,
             const char *title,
             xmlNode *parent,
             xmlNode *node,
             const char *tag,
             const Attribute *attributes,
             guint n)
{
  gboolean is_new = node == NULL;

  pt_document_begin (document, title);
  if (is_new)
    {
      node = pt_document_make_element (document, parent, PT_NS_ROLES, NULL, tag);
      for (guint i = 0; i < n; i++)
        xmlNewProp (node, BAD_CAST attributes[i].name, BAD_CAST attributes[i].value);
      pt_document_insert (document, parent, NULL, node);
    }
  for (guint i = 0; !is_new && i < n; i++)
    pt_document_set_attribute (document, node, NULL, attributes[i].name, attributes[i].value);
  pt_document_commit (document);
  return TRUE;
}

/* ----- holders ------------------------------------------------------------------------------- */

gboolean
pt_repair_add_deputy (const PtRepair *self)
{
  xmlNode *person = find_entry (self->roles, self->args[2], "person");
  const Attribute role[] = { { "role", self->args[3] }, { "as", "deputy" } };

  return person != NULL && find_entry (self->roles, self->args[3], "role") != NULL
         && write_entry (self->roles, _ ("Add deputy"), person, NULL, "holds", role, 2);
}

/* ----- skills -------------------------------------------------------------------------------- */

gboolean
pt_repair_grant_skill (const PtRepair *self)
{
  xmlNode *person = find_entry (self->roles, self->args[3], "person");
  xmlNode *can = find_child (person, "can", "skill", self->args[4]);
  const Attribute skill[] = { { "skill", self->args[4] }, { "level", self->args[2] } };

  return person != NULL && find_entry (self->roles, self->args[4], "skill") != NULL
         && write_entry (self->roles, _ ("Enter skill"), person, can, "can", skill, 2);
}

/* ----- rules --------------------------------------------------------------------------------- */

static gboolean
is_in_roles (const char *where)
{
  return strcmp (where, "roles") == 0;
}

gboolean
pt_repair_remove_rule (const PtRepair *self)
{
  xmlNode *rule;

  if (!is_in_roles (self->args[2]))
    return pt_modeling_remove_constraint (self->graph, self->args[1]);
  rule = find_entry (self->roles, self->args[1], "rule");
  if (rule == NULL)
    return FALSE;
  pt_document_begin (self->roles, _ ("Drop rule"));
  pt_document_remove (self->roles, rule);
  pt_document_commit (self->roles);
  return TRUE;
}

/* Returns: (transfer full) (nullable): @words with @word replaced; %NULL when it is not there */
static char *
replace_word (const char *words, const char *word, const char *with)
{
  g_auto (GStrv) list = g_strsplit_set (words != NULL ? words : "", " \t\r\n", -1);
  gboolean found = FALSE;

  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], word) == 0)
      {
        g_free (list[i]);
        list[i] = g_strdup (with);
        found = TRUE;
      }
  return found ? g_strjoinv (" ", list) : NULL;
}

gboolean
pt_repair_replace_tag (const PtRepair *self)
{
  gboolean in_roles = is_in_roles (self->args[3]);
  PtDocument *document = in_roles ? self->roles : pt_process_graph_get_document (self->graph);
  xmlNode *rule = in_roles ? find_entry (document, self->args[2], "rule")
                           : pt_document_get_by_id (document, self->args[2]);
  g_autofree char *tags = rule != NULL ? pt_xml_attribute (rule, "tags") : NULL;
  g_autofree char *right = replace_word (tags, self->args[1], self->args[0]);
  const Attribute corrected[] = { { "tags", right } };

  return right != NULL && write_entry (document, _ ("Correct tag"), NULL, rule, NULL, corrected, 1);
}

/* ----- rounds -------------------------------------------------------------------------------- */

static xmlNode *
find_bpmn (xmlNode *parent, const char *tag)
{
  xmlNode *child = parent != NULL ? pt_xml_first_element (parent) : NULL;

  while (child != NULL && !pt_xml_is (child, PT_NS_BPMN, tag))
    child = pt_xml_next_element (child);
  return child;
}

gboolean
pt_repair_set_rounds (const PtRepair *self)
{
  PtDocument *document = pt_process_graph_get_document (self->graph);
  xmlNode *task = pt_process_graph_get (self->graph, self->args[1])->node;
  xmlNode *standard = find_bpmn (task, "standardLoopCharacteristics");
  xmlNode *number
      = find_bpmn (find_bpmn (task, "multiInstanceLoopCharacteristics"), "loopCardinality");

  if (standard == NULL && number == NULL)
    return FALSE;
  pt_document_begin (document, _ ("Limit rounds"));
  if (standard != NULL)
    pt_document_set_attribute (document, standard, NULL, "loopMaximum", self->args[0]);
  else
    pt_document_set_text (document, number, self->args[0]);
  pt_document_commit (document);
  return TRUE;
}

/* ----- the drawing ------------------------------------------------------------------------------ */

gboolean
pt_repair_set_accountable (const PtRepair *self)
{
  return pt_modeling_set_work_note (self->graph, self->args[2], PT_WORK_ACCOUNTABLE, self->args[1]);
}

/* On the lower edge, to the right, where most tools draw them. */
gboolean
pt_repair_add_deadline (const PtRepair *self)
{
  const PtElement *task = pt_process_graph_get (self->graph, self->args[1]);
  const PtNodeSpec timer
      = { .type = PT_BPMN_BOUNDARY_EVENT, .event_definition = PT_BPMN_TIMER_EVENT_DEFINITION };
  g_autofree char *id = NULL;
  PtPoint center;

  if (task->figure == NULL)
    return FALSE;
  center = (PtPoint){ task->figure->bounds.x + task->figure->bounds.width * 0.75,
                      task->figure->bounds.y + task->figure->bounds.height };
  id = pt_modeling_add (self->graph, task->figure->diagram, &timer, self->args[1], center);
  return id != NULL;
}
