/* pt-placement.c: a new node on its way to its place
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-placement.h"

#include "pt-editor-private.h"
#include "pt-overlay.h"
#include "pt-snap.h"
#include "pt-drop-target.h"

struct _PtPlacement
{
  PtEditor *editor;
  PtNodeSpec *spec;
  PtSnap *snap;
  guint64 serial; /* of the document the candidates of snap were read from */
  PtPoint center;
  PtPoint size;
  PtGuides guides;
  char *target; /* (nullable): id */
  PtVerdict verdict;
  const char *reason;
  gboolean placed;
};

/* A collapsed sub-process is drawn as a task. A collapsed pool is a flat band. */
static PtPoint
size_of (const PtNodeSpec *spec)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (spec->type);
  const PtBpmnTypeInfo *task = pt_bpmn_type_info (PT_BPMN_TASK);

  if (spec->collapsed && info->family == PT_FAMILY_ACTIVITY)
    return (PtPoint){ task->width, task->height };
  return (PtPoint){ info->width, info->height };
}

static PtFamily
family_of (const PtPlacement *self)
{
  return pt_bpmn_type_info (self->spec->type)->family;
}

PtPlacement *
pt_placement_new (PtEditor *editor, const PtNodeSpec *spec)
{
  PtPlacement *self = g_new0 (PtPlacement, 1);

  self->editor = editor;
  self->spec = pt_node_spec_copy (spec);
  self->size = size_of (spec);
  return self;
}

void
pt_placement_free (PtPlacement *self)
{
  if (self == NULL)
    return;
  pt_node_spec_free (self->spec);
  pt_snap_free (self->snap);
  g_free (self->target);
  g_free (self);
}

static PtBounds
bounds_at (const PtPlacement *self, PtPoint center)
{
  return (PtBounds){ center.x - self->size.x / 2, center.y - self->size.y / 2, self->size.x,
                     self->size.y };
}

static PtSnap *
current_snap (PtPlacement *self)
{
  guint64 serial = pt_document_get_serial (pt_process_graph_get_document (self->editor->graph));

  if (self->snap != NULL && self->serial == serial)
    return self->snap;
  g_clear_pointer (&self->snap, pt_snap_free);
  self->serial = serial;
  self->snap = pt_snap_new (self->editor);
  pt_snap_collect (self->snap, family_of (self), NULL);
  return self->snap;
}

static PtPoint
settle (PtPlacement *self, const PtDropTarget *target, const PtInput *input)
{
  PtPoint delta;

  self->guides = (PtGuides){ 0 };
  if (pt_drop_target_is_host (target, self->spec->type))
    return pt_snap_to_frame (target->figure->bounds, input->at);
  delta = pt_snap_bounds (current_snap (self), bounds_at (self, input->at), input, &self->guides);
  return (PtPoint){ input->at.x + delta.x, input->at.y + delta.y };
}

PtVerdict
pt_placement_move (PtPlacement *self, const PtInput *input)
{
  PtDropQuest quest = { .type = self->spec->type, .attaches = TRUE, .splits = TRUE };
  PtDropTarget target = pt_drop_target_find (self->editor, input->at, &quest);

  self->center = settle (self, &target, input);
  self->verdict = target.verdict;
  self->reason = target.reason;
  self->placed = TRUE;
  g_free (self->target);
  self->target = target.figure != NULL ? g_strdup (target.element->id) : NULL;
  pt_editor_queue_overlay (self->editor);
  return self->verdict;
}

char *
pt_placement_commit (PtPlacement *self)
{
  PtEditor *editor = self->editor;
  char *id;

  if (!self->placed || editor->diagram == NULL)
    return NULL;
  id = pt_modeling_add (editor->graph, editor->diagram, self->spec, self->target, self->center);
  if (id == NULL)
    pt_editor_say (editor, self->reason);
  return id;
}

void
pt_placement_overlay (PtPlacement *self, GArray *overlay)
{
  if (!self->placed)
    return;
  pt_drop_target_mark (overlay, pt_editor_figure (self->editor, self->target), self->verdict);
  pt_overlay_add_bounds (overlay, PT_MARK_GHOST, bounds_at (self, self->center), family_of (self));
  if (self->target == NULL && self->verdict == PT_VERDICT_FORBID)
    pt_overlay_add_bounds (overlay, PT_MARK_FORBIDDEN, bounds_at (self, self->center),
                           family_of (self));
  pt_guides_overlay (&self->guides, self->editor, overlay);
}
