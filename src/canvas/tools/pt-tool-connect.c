/* pt-tool-connect.c: draws a flow from node to node, by two clicks or one drag
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/layout.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-link.h"
#include "pt-overlay.h"
#include "pt-drop-target.h"

typedef struct
{
  PtTool parent;
  char *source; /* (nullable): id of where it begins */
  gboolean
      has_left;  /* the pointer was outside of the source since: now it may come back for a loop */
  gboolean once; /* begun for one source; goes when that is done */
  PtPoint at;
} Connect;

static PtDiagramElement *
source_figure (Connect *self)
{
  return pt_editor_figure (self->parent.editor, self->source);
}

static PtLink
find_link (Connect *self)
{
  PtDiagramElement *source = source_figure (self);
  PtDiagramElement *target;

  if (source == NULL)
    return (PtLink){ NULL, PT_VERDICT_IGNORE };
  target = pt_link_figure_at (self->parent.editor, self->at, source->element);
  if (target == NULL || (target == source && !self->has_left))
    return (PtLink){ NULL, PT_VERDICT_IGNORE };
  return pt_link_judge (source, target);
}

static void
connect_motion (PtTool *tool, const PtInput *input)
{
  Connect *self = (Connect *)tool;
  PtDiagramElement *figure;

  self->at = input->at;
  if (self->source == NULL)
    {
      figure = pt_link_figure_at (tool->editor, input->at, NULL);
      pt_editor_set_hover (tool->editor, figure != NULL ? pt_facts_id (figure) : NULL);
      return;
    }
  figure = source_figure (self);
  if (figure != NULL && !pt_bounds_contains_point (figure->bounds, input->at))
    self->has_left = TRUE;
  pt_editor_queue_overlay (tool->editor);
}

static void
begin_at (Connect *self, const PtInput *input)
{
  PtDiagramElement *figure = pt_link_figure_at (self->parent.editor, input->at, NULL);

  self->at = input->at;
  self->has_left = FALSE;
  if (figure != NULL)
    self->source = g_strdup (pt_facts_id (figure));
  pt_editor_set_hover (self->parent.editor, NULL);
  pt_editor_queue_overlay (self->parent.editor);
}

/* Changes the tool, after which @self is gone. */
static void
finish (Connect *self, const PtLink *link)
{
  PtEditor *editor = self->parent.editor;
  g_autofree char *flow
      = pt_modeling_connect (editor->graph, self->source, pt_facts_id (link->figure), NULL);

  pt_editor_set_tool (editor, PT_TOOL_SELECT);
  if (flow != NULL)
    pt_editor_select_one (editor, flow);
}

static void
connect_click (PtTool *tool, const PtInput *press)
{
  Connect *self = (Connect *)tool;
  PtLink link;

  if (self->source == NULL)
    {
      begin_at (self, press);
      return;
    }
  self->at = press->at;
  link = find_link (self);
  if (link.verdict == PT_VERDICT_ALLOW)
    finish (self, &link);
  else if (link.figure != NULL)
    pt_editor_say (tool->editor, link.reason);
  else
    pt_editor_set_tool (tool->editor, PT_TOOL_SELECT);
}

static PtTool *
connect_drag (PtTool *tool, const PtInput *press)
{
  Connect *self = (Connect *)tool;

  if (self->source == NULL)
    begin_at (self, press);
  return NULL;
}

static void
connect_release (PtTool *tool, const PtInput *input)
{
  Connect *self = (Connect *)tool;
  PtLink link;

  self->at = input->at;
  link = find_link (self);
  if (link.verdict == PT_VERDICT_ALLOW)
    {
      finish (self, &link);
      return;
    }
  pt_editor_say (tool->editor, link.reason);
  if (self->once)
    pt_editor_set_tool (tool->editor, PT_TOOL_SELECT);
  else
    tool->klass->cancel (tool);
}

static gboolean
connect_cancel (PtTool *tool)
{
  Connect *self = (Connect *)tool;
  gboolean had_begun = self->source != NULL;

  g_clear_pointer (&self->source, g_free);
  if (had_begun)
    pt_editor_queue_overlay (tool->editor);
  return had_begun && !self->once;
}

static void
connect_overlay (PtTool *tool, GArray *overlay)
{
  Connect *self = (Connect *)tool;
  PtDiagramElement *source = source_figure (self);
  PtLink link = find_link (self);
  g_autoptr (GArray) points = NULL;

  if (source == NULL)
    return;
  pt_drop_target_mark (overlay, link.figure, link.verdict);
  if (link.verdict == PT_VERDICT_ALLOW)
    points = pt_link_route (&link, source);
  else
    points = pt_link_line (source, self->at);
  pt_overlay_add_points (overlay, PT_MARK_ROUTE, (const PtPoint *)points->data, points->len);
}

static void
connect_dispose (PtTool *tool)
{
  g_free (((Connect *)tool)->source);
}

static const PtToolClass connect_class = {
  .size = sizeof (Connect),
  .cursor = "crosshair",
  .motion = connect_motion,
  .drag = connect_drag,
  .click = connect_click,
  .release = connect_release,
  .cancel = connect_cancel,
  .overlay = connect_overlay,
  .dispose = connect_dispose,
};

PtTool *
pt_tool_connect_new (PtEditor *editor)
{
  return pt_tool_new (&connect_class, editor);
}

void
pt_tool_connect_start (PtTool *tool, const char *source_id)
{
  Connect *self = (Connect *)tool;
  PtDiagramElement *figure = pt_editor_figure (tool->editor, source_id);

  self->source = g_strdup (source_id);
  self->once = TRUE;
  if (figure != NULL)
    self->at = pt_bounds_center (figure->bounds);
}
