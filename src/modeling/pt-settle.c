/* pt-settle.c: what was decided about the reading of an element is kept in it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-model-writer.h"

#include <glib/gi18n-lib.h>

#define TAG "inference"

static gboolean
has_value (const xmlNode *node, const char *name, const char *value)
{
  g_autofree char *own = pt_xml_attribute (node, name);

  return g_strcmp0 (own ? own : "", value) == 0;
}

static xmlNode *
find_settled (xmlNode *extensions, const char *kind, const char *subject)
{
  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_PARTITUR, TAG) && has_value (child, "kind", kind)
        && has_value (child, "subject", subject))
      return child;
  return NULL;
}

static xmlNode *
make_settled (PtDraft *draft, xmlNode *extensions, const char *kind, const char *subject)
{
  xmlNode *made
      = pt_document_make_element (draft->document, extensions, PT_NS_PARTITUR, "partitur", TAG);

  pt_document_insert (draft->document, extensions, NULL, made);
  pt_model_set (draft, made, "kind", kind);
  pt_model_set (draft, made, "subject", *subject ? subject : NULL);
  return made;
}

/* What is left empty goes. */
static void
take_back (PtDraft *draft, xmlNode *extensions, xmlNode *settled)
{
  pt_document_remove (draft->document, settled);
  if (!pt_xml_first_element (extensions))
    pt_document_remove (draft->document, extensions);
}

gboolean
pt_modeling_settle (PtProcessGraph *graph,
                    const char *id,
                    const char *kind,
                    const char *subject,
                    const char *written,
                    const char *state,
                    const char *read_as)
{
  PtElement *element = pt_process_graph_get (graph, id);
  xmlNode *extensions, *settled;
  PtDraft *draft;

  if (element == NULL)
    return FALSE;
  extensions = pt_model_find_child (element->node, "extensionElements");
  settled = find_settled (extensions, kind, subject);
  if (state == NULL && settled == NULL)
    return TRUE;
  draft = pt_draft_begin (graph, _ ("Reading"));
  if (state == NULL)
    take_back (draft, extensions, settled);
  else
    {
      if (extensions == NULL)
        extensions = pt_model_add_child (draft, element->node, "extensionElements", NULL);
      if (settled == NULL)
        settled = make_settled (draft, extensions, kind, subject);
      pt_model_set (draft, settled, "state", state);
      pt_model_set (draft, settled, "written", written);
      pt_model_set (draft, settled, "readAs", read_as);
    }
  return pt_draft_commit (draft);
}
