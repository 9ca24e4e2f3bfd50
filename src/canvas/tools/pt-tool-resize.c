/* pt-tool-resize.c: drags one handle of a shape
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

#include <math.h>

#include "pt-facts.h"
#include "pt-overlay.h"
#include "pt-snap.h"

typedef struct
{
  PtTool parent;
  char *id;
  guint handle;
  PtFamily family;
  PtBounds before, after;
  PtPoint least;
  PtSnap *snap;
  PtGuides guides;
} Resize;

/* One axis: @side is 0 when the handle moves the near edge, 1 the far edge, between the two none.
 */
static void
resize_axis (double side, double place, double least, double *start, double *length)
{
  double end = *start + *length;

  if (side == 0)
    {
      *start = fmin (place, end - least);
      *length = end - *start;
    }
  else if (side == 1)
    *length = fmax (place - *start, least);
}

static void
resize_motion (PtTool *tool, const PtInput *input)
{
  Resize *self = (Resize *)tool;
  PtPoint unit = pt_handle_point ((PtBounds){ 0, 0, 1, 1 }, self->handle);
  PtPoint corner = pt_handle_point (self->before, self->handle);
  PtPoint press = tool->editor->press.at;

  corner.x += input->at.x - press.x;
  corner.y += input->at.y - press.y;
  corner = pt_snap_corner (self->snap, corner, input, &self->guides);
  self->after = self->before;
  resize_axis (unit.x, corner.x, self->least.x, &self->after.x, &self->after.width);
  resize_axis (unit.y, corner.y, self->least.y, &self->after.y, &self->after.height);
  self->guides.has_x = self->guides.has_x && unit.x != 0.5;
  self->guides.has_y = self->guides.has_y && unit.y != 0.5;
  pt_editor_queue_overlay (tool->editor);
}

static void
resize_release (PtTool *tool, const PtInput *input)
{
  Resize *self = (Resize *)tool;

  resize_motion (tool, input);
  pt_modeling_resize (tool->editor->graph, self->id, self->after);
}

static void
resize_overlay (PtTool *tool, GArray *overlay)
{
  Resize *self = (Resize *)tool;

  pt_overlay_add_bounds (overlay, PT_MARK_GHOST, self->after, self->family);
  pt_guides_overlay (&self->guides, tool->editor, overlay);
}

static const char *
resize_get_cursor (PtTool *tool)
{
  return pt_handle_cursor (((Resize *)tool)->handle);
}

static void
resize_dispose (PtTool *tool)
{
  Resize *self = (Resize *)tool;

  g_free (self->id);
  pt_snap_free (self->snap);
}

static const PtToolClass resize_class = {
  .size = sizeof (Resize),
  .motion = resize_motion,
  .release = resize_release,
  .overlay = resize_overlay,
  .get_cursor = resize_get_cursor,
  .dispose = resize_dispose,
};

PtTool *
pt_drag_resize_new (PtEditor *editor, const PtDiagramElement *figure, guint handle)
{
  Resize *self = pt_tool_new (&resize_class, editor);
  g_autoptr (GHashTable) moved = g_hash_table_new (pt_id_hash, g_str_equal);

  self->id = g_strdup (pt_facts_id (figure));
  self->handle = handle;
  self->family = pt_facts_family (figure);
  self->before = self->after = figure->bounds;
  self->least = pt_rules_min_size (figure);
  self->snap = pt_snap_new (editor);
  g_hash_table_add (moved, self->id);
  pt_snap_collect (self->snap, self->family, moved);
  return &self->parent;
}
