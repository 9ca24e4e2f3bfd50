/* pt-tool-move.c: moves the selection, or one label
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"
#include "pt-preview.h"
#include "pt-snap.h"
#include "pt-drop-target.h"

typedef struct
{
  PtTool parent;
  GHashTable *ids;   /* set: what moves */
  PtDropQuest quest; /* of one of them: the target is looked up for one, judged for all */
  char *host;        /* (nullable): of the one boundary event that moves */
  PtBounds grabbed;  /* before */
  PtSnap *snap;
  PtPreview *preview;
  PtPoint delta;
  PtGuides guides;
  char *target;    /* (nullable): id of what it would land on */
  char *container; /* (nullable): id of the new container; NULL keeps the old one */
  PtVerdict verdict;
  const char *reason;
} Move;

/* ----- where to ------------------------------------------------------------------------------- */

/* A boundary event leaves its host only for another one; elsewhere it slides along the edge. */
static gboolean
stays_within (const PtElement *element, const PtDropTarget *target)
{
  if (element->attached_to != NULL)
    return element->attached_to == target->element
           || !pt_drop_target_is_host (target, element->type);
  return element->parent == pt_drop_target_content (target);
}

static void
judge_one (Move *self, const PtElement *element, const PtDropTarget *target)
{
  const char *reason = NULL;

  if (self->verdict == PT_VERDICT_FORBID || stays_within (element, target))
    return;
  self->verdict = pt_rules_contain (target->element, element->type, &reason);
  self->reason = reason;
}

static void
judge (Move *self, const PtDropTarget *target)
{
  PtEditor *editor = self->parent.editor;
  GHashTableIter iter;
  const char *id;

  self->verdict = PT_VERDICT_IGNORE;
  self->reason = NULL;
  g_hash_table_iter_init (&iter, self->ids);
  while (target->element != NULL && g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    judge_one (self, pt_process_graph_get (editor->graph, id), target);

  g_free (self->target);
  g_free (self->container);
  self->target = target->figure != NULL ? g_strdup (target->element->id) : NULL;
  self->container = self->verdict == PT_VERDICT_ALLOW ? g_strdup (target->element->id) : NULL;
}

static const PtDiagramElement *
host_figure (Move *self, const PtDropTarget *target)
{
  if (self->host == NULL)
    return NULL;
  return pt_drop_target_is_host (target, self->quest.type)
             ? target->figure
             : pt_editor_figure (self->parent.editor, self->host);
}

static PtPoint
settle (Move *self, const PtDropTarget *target, const PtInput *input)
{
  PtPoint by = { input->at.x - self->parent.editor->press.at.x,
                 input->at.y - self->parent.editor->press.at.y };
  PtBounds moved = { self->grabbed.x + by.x, self->grabbed.y + by.y, self->grabbed.width,
                     self->grabbed.height };
  const PtDiagramElement *host = host_figure (self, target);
  PtPoint before, more;

  if (host == NULL)
    {
      more = pt_snap_bounds (self->snap, moved, input, &self->guides);
      return (PtPoint){ by.x + more.x, by.y + more.y };
    }
  self->guides = (PtGuides){ 0 };
  before = pt_bounds_center (self->grabbed);
  more = pt_snap_to_frame (host->bounds, pt_bounds_center (moved));
  return (PtPoint){ more.x - before.x, more.y - before.y };
}

static void
move_motion (PtTool *tool, const PtInput *input)
{
  Move *self = (Move *)tool;
  PtDropTarget target = pt_drop_target_find (tool->editor, input->at, &self->quest);

  judge (self, &target);
  self->delta = settle (self, &target, input);
  pt_editor_queue_overlay (tool->editor);
}

static void
move_release (PtTool *tool, const PtInput *input)
{
  Move *self = (Move *)tool;
  g_autofree const char **ids = pt_ids_of_set (self->ids);

  move_motion (tool, input);
  if (self->verdict == PT_VERDICT_FORBID)
    pt_editor_say (tool->editor, self->reason);
  else if (self->delta.x != 0 || self->delta.y != 0)
    pt_modeling_move (tool->editor->graph, ids, self->delta.x, self->delta.y, self->container);
}

/* ----- life ----------------------------------------------------------------------------------- */

static void
move_overlay (PtTool *tool, GArray *overlay)
{
  Move *self = (Move *)tool;

  pt_drop_target_mark (overlay, pt_editor_figure (tool->editor, self->target), self->verdict);
  pt_preview_overlay (self->preview, self->delta.x, self->delta.y, overlay);
  pt_guides_overlay (&self->guides, tool->editor, overlay);
}

static void
move_dispose (PtTool *tool)
{
  Move *self = (Move *)tool;

  g_hash_table_unref (self->ids);
  pt_snap_free (self->snap);
  pt_preview_free (self->preview);
  g_free (self->host);
  g_free (self->target);
  g_free (self->container);
}

static const PtToolClass move_class = {
  .size = sizeof (Move),
  .cursor = "grabbing",
  .motion = move_motion,
  .release = move_release,
  .overlay = move_overlay,
  .dispose = move_dispose,
};

static gboolean
is_empty (const GPtrArray *flows)
{
  return flows == NULL || flows->len == 0;
}

static gboolean
is_unconnected (const PtElement *node)
{
  return pt_element_is_a (node, PT_BPMN_FLOW_NODE) && node->attached_to == NULL
         && is_empty (node->incoming) && is_empty (node->outgoing);
}

/* No flow leads to a boundary event (10.5.4). */
static gboolean
may_attach (const PtElement *node)
{
  return pt_element_is_a (node, PT_BPMN_EVENT) && is_empty (node->incoming);
}

/* Only a node that moves alone goes on the edge of an activity or into a flow. */
static PtDropQuest
quest_of (PtEditor *editor, GHashTable *ids)
{
  g_autofree const char **names = pt_ids_of_set (ids);
  const PtElement *first = pt_process_graph_get (editor->graph, names[0]);
  gboolean alone = names[1] == NULL;

  return (PtDropQuest){ .type = first->type,
                        .attaches = alone && may_attach (first),
                        .splits = alone && is_unconnected (first),
                        .moved = ids };
}

PtTool *
pt_drag_move_new (PtEditor *editor, const PtDiagramElement *grabbed)
{
  GHashTable *ids = pt_editor_movable (editor);
  Move *self;

  if (g_hash_table_size (ids) == 0)
    {
      g_hash_table_unref (ids);
      return NULL;
    }
  self = pt_tool_new (&move_class, editor);
  self->ids = ids;
  self->grabbed = grabbed->bounds;
  self->quest = quest_of (editor, ids);
  if (self->quest.attaches && grabbed->element->attached_to != NULL)
    self->host = g_strdup (grabbed->element->attached_to->id);
  self->preview = pt_preview_new (editor, ids);
  self->snap = pt_snap_new (editor);
  pt_snap_collect (self->snap, pt_facts_family (grabbed), ids);
  return &self->parent;
}

/* ----- labels --------------------------------------------------------------------------------- */

typedef struct
{
  PtTool parent;
  char *id;
  PtBounds before;
  PtPoint delta;
} MoveLabel;

static void
label_motion (PtTool *tool, const PtInput *input)
{
  PtPoint from = tool->editor->press.at;

  ((MoveLabel *)tool)->delta = (PtPoint){ input->at.x - from.x, input->at.y - from.y };
  pt_editor_queue_overlay (tool->editor);
}

static void
label_release (PtTool *tool, const PtInput *input)
{
  MoveLabel *self = (MoveLabel *)tool;

  label_motion (tool, input);
  pt_modeling_move_label (tool->editor->graph, self->id, self->before, self->delta.x,
                          self->delta.y);
}

static void
label_overlay (PtTool *tool, GArray *overlay)
{
  MoveLabel *self = (MoveLabel *)tool;
  PtBounds b = self->before;

  b.x += self->delta.x;
  b.y += self->delta.y;
  pt_overlay_add_bounds (overlay, PT_MARK_GHOST, b, PT_FAMILY_NONE);
}

static void
label_dispose (PtTool *tool)
{
  g_free (((MoveLabel *)tool)->id);
}

static const PtToolClass label_class = {
  .size = sizeof (MoveLabel),
  .cursor = "grabbing",
  .motion = label_motion,
  .release = label_release,
  .overlay = label_overlay,
  .dispose = label_dispose,
};

PtTool *
pt_drag_label_new (PtEditor *editor, const PtDiagramElement *figure)
{
  MoveLabel *self = pt_tool_new (&label_class, editor);

  self->id = g_strdup (pt_facts_id (figure));
  self->before = pt_painter_label_bounds (editor->painter, figure);
  return &self->parent;
}
