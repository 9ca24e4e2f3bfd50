/* pt-add.c: new elements on the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-attach.h"
#include "pt-containers.h"
#include "pt-growth.h"
#include "pt-model-writer.h"
#include "pt-new-node.h"
#include "pt-new-pool.h"
#include "pt-split.h"

#include <glib/gi18n-lib.h>

/* Where something is put, and on what. */
typedef struct
{
  PtDiagram *diagram;
  PtElement *onto;
  const PtNodeSpec *spec;
  PtPoint center;
} Drop;

/* What hangs over the edge of the lane it was dropped on is pulled in, and where there is no room for
 * it the lane grows. */
static PtBounds
make_room (PtDraft *draft, const Drop *drop, PtElement *container, PtBounds bounds)
{
  PtDiagramElement *lane
      = drop->onto->type == PT_BPMN_LANE && pt_bpmn_type_is_a (drop->spec->type, PT_BPMN_FLOW_NODE)
            ? pt_diagram_find (drop->diagram, drop->onto)
            : NULL;

  if (lane != NULL)
    return pt_growth_hold_in_lane (draft, lane, pt_growth_pull_into (lane, bounds));
  pt_growth_hold (draft, drop->diagram, container, bounds);
  return bounds;
}

static xmlNode *
put_free (PtDraft *draft, const Drop *drop)
{
  PtElement *container = pt_container_of (drop->onto, drop->spec->type);
  PtBounds bounds = pt_new_node_bounds (drop->spec, drop->center);

  bounds = make_room (draft, drop, container, bounds);
  return pt_new_node_make (draft, drop->diagram, container, drop->spec, bounds);
}

static xmlNode *
put_on_flow (PtDraft *draft, const Drop *drop)
{
  PtPoint center = pt_split_point (drop->onto, drop->center);
  PtBounds bounds = pt_new_node_bounds (drop->spec, center);
  xmlNode *node;

  node = pt_new_node_make (draft, drop->diagram, drop->onto->parent, drop->spec, bounds);
  pt_split_flow (draft, drop->onto, node, drop->spec->type, bounds);
  return node;
}

static xmlNode *
put (PtDraft *draft, const Drop *drop)
{
  if (drop->spec->type == PT_BPMN_PARTICIPANT)
    return pt_new_pool_make (draft, drop->diagram, drop->spec, drop->center);
  if (drop->onto->type == PT_BPMN_SEQUENCE_FLOW
      && pt_bpmn_type_is_a (drop->spec->type, PT_BPMN_FLOW_NODE))
    return put_on_flow (draft, drop);
  if (pt_attach_wanted (drop->onto, drop->spec->type, drop->center))
    return pt_attach_make (draft, drop->diagram, drop->onto, drop->spec, drop->center);
  return put_free (draft, drop);
}

static gboolean
is_seen (PtDiagram *diagram, const PtElement *onto)
{
  const PtDiagramElement *figure = onto != NULL ? pt_diagram_find (diagram, onto) : NULL;

  return onto == diagram->element || (figure != NULL && !figure->is_hidden);
}

char *
pt_modeling_add (PtProcessGraph *graph,
                 PtDiagram *diagram,
                 const PtNodeSpec *spec,
                 const char *container,
                 PtPoint center)
{
  Drop drop = { diagram, diagram->element, spec, center };
  g_autofree char *title = NULL;
  PtDraft *draft;
  xmlNode *node;

  pt_process_graph_set_shown (graph, diagram);
  if (container != NULL)
    drop.onto = pt_process_graph_get (graph, container);
  if (!is_seen (diagram, drop.onto) || pt_rules_contain (drop.onto, spec->type, NULL) != PT_VERDICT_ALLOW)
    return NULL;
  if (spec->type == PT_BPMN_LANE)
    return pt_modeling_add_lane (graph, drop.onto->id, FALSE);
  title = g_strdup_printf (_ ("Add %s"), pt_bpmn_type_label (spec->type));
  draft = pt_draft_begin (graph, title);
  node = put (draft, &drop);
  pt_draft_commit (draft);
  return pt_model_id (node);
}
