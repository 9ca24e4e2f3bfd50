/* pt-settings.c: what a file says about its own checking
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-model-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (nullable): the setting @tag for @code in @parent */
static xmlNode *
find_setting (const xmlNode *parent, const char *tag, const char *code)
{
  xmlNode *extensions = pt_model_find_child (parent, "extensionElements");

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    {
      g_autofree char *of = pt_xml_attribute (child, "code");

      if (pt_xml_is (child, PT_NS_PARTITUR, tag) && g_strcmp0 (of, code) == 0)
        return child;
    }
  return NULL;
}

static void
remove_setting (PtDraft *draft, xmlNode *setting)
{
  xmlNode *extensions = setting->parent;

  pt_document_remove (draft->document, setting);
  if (!pt_xml_first_element (extensions))
    pt_document_remove (draft->document, extensions);
}

static void
add_setting (PtDraft *draft,
             xmlNode *parent,
             const char *tag,
             const char *code,
             const char *name,
             const char *value)
{
  xmlNode *extensions = pt_model_find_child (parent, "extensionElements"), *setting;

  if (!extensions)
    extensions = pt_model_add_child (draft, parent, "extensionElements", NULL);
  setting = pt_document_make_element (draft->document, extensions, PT_NS_PARTITUR, "partitur", tag);
  xmlSetProp (setting, BAD_CAST "code", BAD_CAST code);
  xmlSetProp (setting, BAD_CAST name, BAD_CAST value);
  pt_document_insert (draft->document, extensions, NULL, setting);
}

static gboolean
set (PtProcessGraph *graph,
     PtElement *element,
     const char *title,
     const char *tag,
     const char *code,
     const char *name,
     const char *value)
{
  xmlNode *old = find_setting (element->node, tag, code);
  PtDraft *draft;

  if (!old && !value)
    return FALSE;
  draft = pt_draft_begin (graph, title);
  if (!value)
    remove_setting (draft, old);
  else if (old)
    pt_model_set (draft, old, name, value);
  else
    add_setting (draft, element->node, tag, code, name, value);
  return pt_draft_commit (draft);
}

/* The schema has no extensionElements in definitions. */
static PtElement *
find_holder (PtProcessGraph *graph)
{
  const PtElement *root = pt_process_graph_get_definitions (graph);
  PtElement *found = NULL;

  for (guint i = 0; root->children && i < root->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (root->children, i);

      if (child->type == PT_BPMN_COLLABORATION)
        return child;
      if (child->type == PT_BPMN_PROCESS && !found)
        found = child;
    }
  return found;
}

gboolean
pt_modeling_set_rule (PtProcessGraph *graph, const char *code, const char *severity)
{
  PtElement *holder = find_holder (graph);

  return holder && set (graph, holder, _ ("Severity"), "rule", code, "severity", severity);
}

gboolean
pt_modeling_exempt (PtProcessGraph *graph, const char *id, const char *code, const char *reason)
{
  PtElement *element = pt_process_graph_get (graph, id);

  return element && set (graph, element, _ ("Let pass"), "exempt", code, "reason", reason);
}
