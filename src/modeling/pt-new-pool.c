/* pt-new-pool.c: the first pool, and further ones
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-new-pool.h"

#include "pt-di-writer.h"
#include "pt-lane-members.h"
#include "pt-model-writer.h"
#include "pt-new-node.h"
#include "pt-tiling.h"

#define ROOM 50.0 /* between a new pool and the content it is drawn around */

xmlNode *
pt_new_pool_process (PtDraft *draft)
{
  xmlNode *process = pt_model_add (draft, pt_document_get_root (draft->document), PT_BPMN_PROCESS);

  pt_model_set (draft, process, "isExecutable", "false");
  return process;
}

static xmlNode *
make_participant (PtDraft *draft, xmlNode *collaboration, const char *name, xmlNode *process)
{
  xmlNode *participant = pt_model_add (draft, collaboration, PT_BPMN_PARTICIPANT);

  pt_model_set (draft, participant, "name", name);
  if (process != NULL)
    {
      g_autofree char *id = pt_model_id (process);

      pt_model_set (draft, participant, "processRef", id);
    }
  return participant;
}

static void
draw (PtDraft *draft, PtDiagram *diagram, xmlNode *participant, PtBounds bounds)
{
  pt_di_add_shape (draft, diagram, participant, pt_di_style_of (PT_BPMN_PARTICIPANT, FALSE, FALSE),
                   bounds, NULL, TRUE);
}

/* --- the first --- */

/* Lanes that were drawn without a pool are filled in exactly. */
static gboolean
lanes_extent (PtDraft *draft, PtElement *process, PtBounds *extent)
{
  g_autoptr (GPtrArray) lanes = pt_lane_collect (process);
  PtElement *first = lanes->len > 0 ? g_ptr_array_index (lanes, 0) : NULL;
  g_autoptr (PtTiling) tiling = first != NULL ? pt_tiling_new (draft, first) : NULL;

  if (tiling == NULL || tiling->lanes->len == 0)
    return FALSE;
  *extent = pt_tiling_turn (tiling, pt_tiling_extent (tiling));
  return TRUE;
}

static PtBounds
bounds_around (PtDraft *draft, PtDiagram *diagram, PtPoint center)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (PT_BPMN_PARTICIPANT);
  PtBounds content = pt_diagram_bounds (diagram), b;

  if (lanes_extent (draft, diagram->element, &b))
    return (PtBounds){ b.x - PT_LANE_HEADER, b.y, b.width + PT_LANE_HEADER, b.height };
  if (pt_bounds_is_empty (content))
    return (PtBounds){ center.x - info->width / 2, center.y - info->height / 2, info->width,
                       info->height };
  b = pt_bounds_grow (content, ROOM);
  if (b.width + PT_LANE_HEADER < info->width)
    b.width = info->width - PT_LANE_HEADER;
  if (b.height < info->height)
    {
      b.y -= (info->height - b.height) / 2;
      b.height = info->height;
    }
  b.x -= PT_LANE_HEADER;
  b.width += PT_LANE_HEADER;
  return b;
}

xmlNode *
pt_new_pool_wrap (PtDraft *draft, PtDiagram *diagram, const char *name, PtPoint center)
{
  PtElement *process = diagram->element;
  xmlNode *collaboration, *participant;
  g_autofree char *id = NULL;

  if (process->participant != NULL)
    {
      participant = process->participant->node;
      collaboration = participant->parent;
    }
  else
    {
      collaboration
          = pt_model_add (draft, pt_document_get_root (draft->document), PT_BPMN_COLLABORATION);
      participant = make_participant (draft, collaboration, name, process->node);
    }
  id = pt_model_id (collaboration);
  pt_document_set_attribute (draft->document, diagram->plane, NULL, "bpmnElement", id);
  draw (draft, diagram, participant, bounds_around (draft, diagram, center));
  return participant;
}

/* --- further ones --- */

static xmlNode *
add_pool (PtDraft *draft,
          PtDiagram *diagram,
          xmlNode *collaboration,
          const PtNodeSpec *spec,
          PtPoint center)
{
  xmlNode *process = spec->collapsed ? NULL : pt_new_pool_process (draft);
  xmlNode *participant = make_participant (draft, collaboration, spec->name, process);

  draw (draft, diagram, participant, pt_new_node_bounds (spec, center));
  return participant;
}

/* A closed pool cannot take the process in: it stands below the one that does. */
static xmlNode *
add_closed_first (PtDraft *draft, PtDiagram *diagram, const PtNodeSpec *spec, PtPoint center)
{
  PtBounds around = bounds_around (draft, diagram, center);
  xmlNode *first = pt_new_pool_wrap (draft, diagram, NULL, center);

  if (pt_bounds_intersects (around, pt_new_node_bounds (spec, center)))
    center.y = around.y + around.height + ROOM + pt_new_node_size (spec).y / 2;
  return add_pool (draft, diagram, first->parent, spec, center);
}

xmlNode *
pt_new_pool_make (PtDraft *draft, PtDiagram *diagram, const PtNodeSpec *spec, PtPoint center)
{
  if (diagram->element->type == PT_BPMN_COLLABORATION)
    return add_pool (draft, diagram, diagram->element->node, spec, center);
  return spec->collapsed ? add_closed_first (draft, diagram, spec, center)
                         : pt_new_pool_wrap (draft, diagram, spec->name, center);
}
