/* pt-label.c: what elements are called, and where that stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label.h"

#include "pt-di-writer.h"
#include "pt-model-writer.h"
#include "pt-rules.h"

#include <glib/gi18n-lib.h>

/* --- the text --- */

static void
write_name (PtDraft *draft, xmlNode *node, const char *text)
{
  pt_model_set (draft, node, "name", text);
}

static void
write_text (PtDraft *draft, xmlNode *node, const char *text)
{
  pt_model_put_child (draft, node, "text", text);
}

/* Groups of one category value share their label (8.4.1.2), so it is changed where it stands. */
static void
write_category (PtDraft *draft, xmlNode *group, const char *text)
{
  g_autofree char *reference = pt_xml_attribute (group, "categoryValueRef");
  xmlNode *value = reference != NULL ? pt_bpmn_resolve (draft->document, reference) : NULL;

  if (text == NULL)
    {
      pt_model_set (draft, group, "categoryValueRef", NULL);
      return;
    }
  if (value == NULL)
    {
      xmlNode *category
          = pt_model_add (draft, pt_document_get_root (draft->document), PT_BPMN_CATEGORY);
      g_autofree char *id = NULL;

      value = pt_model_add (draft, category, PT_BPMN_CATEGORY_VALUE);
      id = pt_model_id (value);
      pt_model_set (draft, group, "categoryValueRef", id);
    }
  pt_model_set (draft, value, "value", text);
}

void
pt_label_write (PtDraft *draft, xmlNode *node, PtBpmnType type, const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (type == PT_BPMN_TEXT_ANNOTATION)
    write_text (draft, node, text);
  else if (type == PT_BPMN_GROUP)
    write_category (draft, node, text);
  else
    write_name (draft, node, text);
}

gboolean
pt_modeling_rename (PtProcessGraph *graph, const char *id, const char *name)
{
  PtElement *element = pt_process_graph_get (graph, id);
  g_autoptr (PtDraft) draft = NULL;
  g_autofree char *title = NULL;

  if (element == NULL || !pt_rules_can_name (element))
    return FALSE;
  title = g_strdup_printf (_ ("Rename %s"), pt_bpmn_type_label (element->type));
  draft = pt_draft_begin (graph, title);
  pt_label_write (draft, element->node, element->type, name);
  return pt_draft_commit (g_steal_pointer (&draft));
}

static gboolean
is_role (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family == PT_FAMILY_POOL || family == PT_FAMILY_LANE;
}

guint
pt_modeling_rename_role (PtProcessGraph *graph, const char *old, const char *name)
{
  GPtrArray *elements = pt_process_graph_get_elements (graph);
  PtDraft *draft = pt_draft_begin (graph, _ ("Rename role"));
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);

      if (!is_role (element) || g_strcmp0 (element->name, old) != 0)
        continue;
      pt_label_write (draft, element->node, element->type, name);
      n++;
    }
  pt_draft_commit (draft);
  return n;
}

/* --- the place --- */

gboolean
pt_modeling_move_label (PtProcessGraph *graph, const char *id, PtBounds shown, double dx, double dy)
{
  PtElement *element = pt_process_graph_get (graph, id);
  g_autoptr (PtDraft) draft = NULL;
  PtBounds label;

  if (element == NULL || element->figure == NULL)
    return FALSE;
  draft = pt_draft_begin (graph, _ ("Move label"));
  label = element->figure->has_label ? element->figure->label : shown;
  label.x += dx;
  label.y += dy;
  pt_di_set_label (draft, element->figure->node, label);
  return pt_draft_commit (g_steal_pointer (&draft));
}
