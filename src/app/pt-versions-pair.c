/* pt-versions-pair.c: two versions of a process, read, drawn and compared
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-versions-pair.h"

#include <partitur/modeling.h>

static PtProcessGraph *
read_graph (PtDocument *document)
{
  PtProcessGraph *graph = pt_process_graph_new (document);

  pt_modeling_make_diagram (graph);
  return graph;
}

PtVersionsPair *
pt_versions_pair_new (GFile *before,
                      GBytes *after,
                      const char *after_title,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (PtDocument) old = pt_bpmn_load (before, cancellable, error);
  g_autoptr (PtDocument) new = old != NULL ? pt_bpmn_load_bytes (after, after_title, error) : NULL;
  PtVersionsPair *self;

  if (new == NULL)
    return NULL;
  self = g_new0 (PtVersionsPair, 1);
  self->before = read_graph (old);
  self->after = read_graph (new);
  self->before_title = g_strdup (pt_document_get_name (old));
  self->after_title = g_strdup (after_title);
  self->comparison = pt_comparison_new (old, new);
  return self;
}

void
pt_versions_pair_free (PtVersionsPair *self)
{
  g_clear_pointer (&self->comparison, pt_comparison_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->before_title);
  g_free (self->after_title);
  g_free (self);
}

const char *
pt_versions_pair_find (PtProcessGraph *graph, const PtCompared *compared)
{
  const xmlNode *node = compared != NULL ? compared->node : NULL;
  const PtElement *element = NULL;

  for (; node != NULL && node->type == XML_ELEMENT_NODE && element == NULL; node = node->parent)
    element = pt_process_graph_get_by_node (graph, node);
  while (element != NULL && element->figure == NULL)
    element = element->parent;
  return element != NULL ? element->id : NULL;
}
