/* pt-tool-lasso.c: selects what lies wholly within a rectangle
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"

typedef struct
{
  PtTool parent;
  gboolean add;
  PtBounds area;
} Lasso;

static PtBounds
area_between (PtPoint a, PtPoint b)
{
  return (PtBounds){ fmin (a.x, b.x), fmin (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };
}

static GPtrArray *
caught_figures (Lasso *self)
{
  GPtrArray *found = pt_scene_query (self->parent.editor->scene, self->area);

  for (guint i = found->len; i-- > 0;)
    {
      const PtDiagramElement *figure = g_ptr_array_index (found, i);

      if (pt_facts_id (figure) == NULL || !pt_bounds_contains (self->area, figure->bounds))
        g_ptr_array_remove_index (found, i);
    }
  return found;
}

static void
lasso_motion (PtTool *tool, const PtInput *input)
{
  Lasso *self = (Lasso *)tool;

  self->area = area_between (tool->editor->press.at, input->at);
  pt_editor_queue_overlay (tool->editor);
}

static void
lasso_release (PtTool *tool, const PtInput *input)
{
  Lasso *self = (Lasso *)tool;
  g_autoptr (GPtrArray) caught = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *const *before = pt_editor_get_selection (tool->editor);

  lasso_motion (tool, input);
  caught = caught_figures (self);
  for (; self->add && *before != NULL; before++)
    g_ptr_array_add (ids, (char *)*before);
  for (guint i = 0; i < caught->len; i++)
    g_ptr_array_add (ids, (char *)pt_facts_id (g_ptr_array_index (caught, i)));
  g_ptr_array_add (ids, NULL);
  pt_editor_select (tool->editor, (const char *const *)ids->pdata);
  if (tool->editor->kind == PT_TOOL_LASSO)
    pt_editor_set_tool (tool->editor, PT_TOOL_SELECT);
}

static void
lasso_overlay (PtTool *tool, GArray *overlay)
{
  Lasso *self = (Lasso *)tool;
  g_autoptr (GPtrArray) caught = caught_figures (self);

  for (guint i = 0; i < caught->len; i++)
    pt_overlay_add_figure (overlay, PT_MARK_SELECTED, g_ptr_array_index (caught, i));
  pt_overlay_add_bounds (overlay, PT_MARK_LASSO, self->area, PT_FAMILY_NONE);
}

static const PtToolClass lasso_drag_class = {
  .size = sizeof (Lasso),
  .cursor = "crosshair",
  .motion = lasso_motion,
  .release = lasso_release,
  .overlay = lasso_overlay,
};

PtTool *
pt_drag_lasso_new (PtEditor *editor, gboolean add)
{
  Lasso *self = pt_tool_new (&lasso_drag_class, editor);

  self->add = add;
  self->area = (PtBounds){ editor->press.at.x, editor->press.at.y, 0, 0 };
  return &self->parent;
}

static PtTool *
lasso_drag (PtTool *self, const PtInput *press)
{
  return pt_drag_lasso_new (self->editor, (press->modifiers & PT_MOD_SHIFT) != 0);
}

static void
lasso_click (PtTool *self, const PtInput *press)
{
  pt_editor_select (self->editor, NULL);
}

static const PtToolClass lasso_class = {
  .size = sizeof (PtTool),
  .cursor = "crosshair",
  .drag = lasso_drag,
  .click = lasso_click,
};

PtTool *
pt_tool_lasso_new (PtEditor *editor)
{
  return pt_tool_new (&lasso_class, editor);
}
