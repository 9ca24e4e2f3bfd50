/* pt-editor.c: the editor as an object: its diagram, tool, selection and overlay
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-editor-private.h"

#include "pt-facts.h"
#include "pt-inside.h"
#include "pt-overlay.h"

enum
{
  SELECTION_CHANGED,
  OVERLAY_CHANGED,
  TOOL_CHANGED,
  EDIT_LABEL,
  SCROLL,
  MESSAGE,
  CONTEXT,
  DIAGRAM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PtEditor, pt_editor, G_TYPE_OBJECT)

/* ----- following the graph ----------------------------------------------------------------------
 */

static gboolean
is_on_diagram (const char *id, gpointer self)
{
  return pt_editor_figure (self, id) != NULL;
}

/* The old scene goes last: who compares scenes must not meet another one at the same address. */
void
pt_editor_read_diagram (PtEditor *self, PtDiagram *diagram)
{
  PtScene *old = self->scene;

  self->diagram = diagram;
  self->scene = pt_scene_new (diagram, self->painter);
  pt_scene_free (old);
}

static void
graph_changed_cb (PtEditor *self, const PtGraphChange *change)
{
  if (self->drag != NULL || self->pressed)
    pt_editor_cancel (self);
  if (!pt_editor_follow_diagrams (self, change))
    pt_scene_update (self->scene, change);
  if (self->hover != NULL && pt_editor_figure (self, self->hover) == NULL)
    g_clear_pointer (&self->hover, g_free);
  if (pt_selection_filter (&self->selection, is_on_diagram, self))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  pt_editor_queue_overlay (self);
}

/* ----- life ----------------------------------------------------------------------------------- */

static void
pt_editor_init (PtEditor *self)
{
  pt_selection_init (&self->selection);
  self->zoom = 1.0;
  self->grid = TRUE;
  self->tool = pt_tool_select_new (self);
}

static void
pt_editor_dispose (GObject *object)
{
  PtEditor *self = PT_EDITOR (object);

  g_clear_pointer (&self->drag, pt_tool_free);
  g_clear_pointer (&self->drop, pt_placement_free);
  g_clear_pointer (&self->tool, pt_tool_free);
  if (self->graph != NULL)
    g_signal_handlers_disconnect_by_data (self->graph, self);
  g_clear_object (&self->graph);
  G_OBJECT_CLASS (pt_editor_parent_class)->dispose (object);
}

static void
pt_editor_finalize (GObject *object)
{
  PtEditor *self = PT_EDITOR (object);

  g_clear_pointer (&self->scene, pt_scene_free);
  g_clear_pointer (&self->path, g_ptr_array_unref);
  g_clear_pointer (&self->overlay, g_array_unref);
  g_clear_pointer (&self->spec, pt_node_spec_free);
  g_clear_object (&self->painter);
  g_free (self->hover);
  pt_selection_clear (&self->selection);
  G_OBJECT_CLASS (pt_editor_parent_class)->finalize (object);
}

static guint
make_signal (const char *name, guint n_args, GType a, GType b, GType c)
{
  return g_signal_new (name, PT_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_args, a, b, c);
}

static void
pt_editor_class_init (PtEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType none = G_TYPE_NONE, text = G_TYPE_STRING, number = G_TYPE_DOUBLE;

  object_class->dispose = pt_editor_dispose;
  object_class->finalize = pt_editor_finalize;
  signals[SELECTION_CHANGED] = make_signal ("selection-changed", 0, none, none, none);
  signals[OVERLAY_CHANGED] = make_signal ("overlay-changed", 0, none, none, none);
  signals[TOOL_CHANGED] = make_signal ("tool-changed", 0, none, none, none);
  signals[EDIT_LABEL] = make_signal ("edit-label", 1, text, none, none);
  signals[SCROLL] = make_signal ("scroll", 2, number, number, none);
  signals[MESSAGE] = make_signal ("message", 1, text, none, none);
  signals[CONTEXT] = make_signal ("context", 3, text, number, number);
  signals[DIAGRAM_CHANGED] = make_signal ("diagram-changed", 0, none, none, none);
}

PtEditor *
pt_editor_new (PtProcessGraph *graph, PtDiagram *diagram, PtPainter *painter)
{
  PtEditor *self = g_object_new (PT_TYPE_EDITOR, NULL);

  self->graph = g_object_ref (graph);
  self->painter = g_object_ref (painter);
  pt_editor_begin_diagram (self, diagram);
  g_signal_connect_object (graph, "changed", G_CALLBACK (graph_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* ----- what it edits -------------------------------------------------------------------------- */

PtProcessGraph *
pt_editor_get_graph (PtEditor *self)
{
  return self->graph;
}

PtDiagram *
pt_editor_get_diagram (PtEditor *self)
{
  return self->diagram;
}

PtScene *
pt_editor_get_scene (PtEditor *self)
{
  return self->scene;
}

void
pt_editor_set_grid (PtEditor *self, gboolean grid)
{
  self->grid = grid;
}

PtDiagramElement *
pt_editor_figure (PtEditor *self, const char *id)
{
  const PtElement *element = id != NULL ? pt_process_graph_get (self->graph, id) : NULL;

  PtDiagramElement *figure
      = element != NULL && self->diagram != NULL ? pt_diagram_find (self->diagram, element) : NULL;

  return figure != NULL && !figure->is_hidden ? figure : NULL;
}

double
pt_editor_reach (PtEditor *self, double pixels)
{
  return pixels / self->zoom;
}

PtHit
pt_editor_hit (PtEditor *self, const PtInput *input)
{
  double tolerance = PT_HIT_TOLERANCE / input->zoom;
  PtDiagramElement *selected = pt_editor_figure (self, pt_selection_only (&self->selection));
  PtHit hit = { NULL, PT_PART_NONE, 0 };

  if (selected != NULL)
    hit = pt_handle_hit (selected, input->at, tolerance);
  if (hit.figure == NULL)
    hit = pt_scene_hit (self->scene, input->at, tolerance);
  if (hit.figure != NULL && (hit.part == PT_PART_BODY || hit.part == PT_PART_BORDER)
      && pt_facts_id (hit.figure) != NULL
      && pt_bounds_contains_point (pt_inside_mark (hit.figure), input->at))
    hit.part = PT_PART_INSIDE;
  return hit;
}

/* ----- tool ----------------------------------------------------------------------------------- */

static PtTool *
make_tool (PtEditor *self, PtToolKind kind)
{
  static PtTool *(*const makers[]) (PtEditor *)
      = { [PT_TOOL_SELECT] = pt_tool_select_new, [PT_TOOL_HAND] = pt_tool_hand_new,
          [PT_TOOL_LASSO] = pt_tool_lasso_new,   [PT_TOOL_CONNECT] = pt_tool_connect_new,
          [PT_TOOL_SPACE] = pt_tool_space_new,   [PT_TOOL_CREATE] = pt_tool_create_new };

  return makers[kind](self);
}

PtToolKind
pt_editor_get_tool (PtEditor *self)
{
  return self->kind;
}

static void
put_tool (PtEditor *self, PtToolKind kind)
{
  pt_editor_cancel (self);
  pt_tool_free (self->tool);
  self->kind = kind;
  self->tool = make_tool (self, kind);
  pt_editor_set_hover (self, NULL);
  pt_editor_queue_overlay (self);
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
}

void
pt_editor_set_tool (PtEditor *self, PtToolKind tool)
{
  g_return_if_fail (tool != PT_TOOL_CREATE || self->spec != NULL);

  if (tool != self->kind)
    put_tool (self, tool);
}

void
pt_editor_create (PtEditor *self, const PtNodeSpec *spec)
{
  PtNodeSpec *copy = pt_node_spec_copy (spec);

  g_clear_pointer (&self->spec, pt_node_spec_free);
  self->spec = copy;
  put_tool (self, PT_TOOL_CREATE);
}

void
pt_editor_start_connect (PtEditor *self, const char *id)
{
  put_tool (self, PT_TOOL_CONNECT);
  pt_tool_connect_start (self->tool, id);
}

const char *
pt_editor_cursor (PtEditor *self)
{
  PtTool *tool = self->drag != NULL ? self->drag : self->tool;

  if (tool->klass->get_cursor != NULL)
    return tool->klass->get_cursor (tool);
  return tool->klass->cursor;
}

/* ----- overlay -------------------------------------------------------------------------------- */

void
pt_editor_queue_overlay (PtEditor *self)
{
  g_clear_pointer (&self->overlay, g_array_unref);
  g_signal_emit (self, signals[OVERLAY_CHANGED], 0);
}

static void
add_selection (PtEditor *self, GArray *overlay)
{
  const char *const *ids = pt_editor_get_selection (self);
  PtDiagramElement *only = pt_editor_figure (self, pt_selection_only (&self->selection));
  PtDiagramElement *hovered = pt_editor_figure (self, self->hover);

  if (hovered != NULL && !pt_selection_has (&self->selection, self->hover))
    pt_overlay_add_figure (overlay, PT_MARK_HOVER, hovered);
  for (; *ids != NULL; ids++)
    pt_overlay_add_figure (overlay, PT_MARK_SELECTED, pt_editor_figure (self, *ids));
  if (only != NULL && self->drag == NULL)
    pt_overlay_add_handles (overlay, only);
}

GArray *
pt_editor_get_overlay (PtEditor *self)
{
  PtTool *tool = self->drag != NULL ? self->drag : self->tool;

  if (self->overlay != NULL)
    return self->overlay;
  self->overlay = pt_overlay_new ();
  add_selection (self, self->overlay);
  if (tool->klass->overlay != NULL)
    tool->klass->overlay (tool, self->overlay);
  if (self->drop != NULL)
    pt_placement_overlay (self->drop, self->overlay);
  return self->overlay;
}

/* A hover that says nothing new must not cost a frame. */
void
pt_editor_set_hover (PtEditor *self, const char *id)
{
  if (g_strcmp0 (self->hover, id) == 0)
    return;
  g_free (self->hover);
  self->hover = g_strdup (id);
  pt_editor_queue_overlay (self);
}

/* ----- selection ------------------------------------------------------------------------------ */

static void
selection_changed (PtEditor *self)
{
  pt_editor_queue_overlay (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

const char *const *
pt_editor_get_selection (PtEditor *self)
{
  return (const char *const *)self->selection.ids->pdata;
}

gboolean
pt_editor_is_selected (PtEditor *self, const char *id)
{
  return pt_selection_has (&self->selection, id);
}

void
pt_editor_select (PtEditor *self, const char *const *ids)
{
  const char *const none[] = { NULL };
  gboolean changed = pt_selection_set (&self->selection, ids != NULL ? ids : none);

  if (pt_selection_filter (&self->selection, is_on_diagram, self) || changed)
    selection_changed (self);
}

void
pt_editor_select_one (PtEditor *self, const char *id)
{
  const char *const ids[] = { id, NULL };

  pt_editor_select (self, ids);
}

void
pt_editor_add_to_selection (PtEditor *self, const char *id, gboolean toggle)
{
  if (toggle ? pt_selection_toggle (&self->selection, id) : pt_selection_add (&self->selection, id))
    selection_changed (self);
}

void
pt_editor_select_all (PtEditor *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; self->diagram != NULL && i < self->diagram->elements->len; i++)
    {
      const char *id = pt_facts_id (g_ptr_array_index (self->diagram->elements, i));

      if (id != NULL)
        g_ptr_array_add (ids, (char *)id);
    }
  g_ptr_array_add (ids, NULL);
  pt_editor_select (self, (const char *const *)ids->pdata);
}

/* ----- signals -------------------------------------------------------------------------------- */

void
pt_editor_say (PtEditor *self, const char *text)
{
  if (text != NULL)
    g_signal_emit (self, signals[MESSAGE], 0, text);
}

void
pt_editor_scroll (PtEditor *self, double dx, double dy)
{
  g_signal_emit (self, signals[SCROLL], 0, dx, dy);
}

void
pt_editor_ask_context (PtEditor *self, const char *id, PtPoint at)
{
  g_signal_emit (self, signals[CONTEXT], 0, id, at.x, at.y);
}

void
pt_editor_emit_diagram_changed (PtEditor *self)
{
  g_signal_emit (self, signals[DIAGRAM_CHANGED], 0);
}

void
pt_editor_ask_label (PtEditor *self, const char *id)
{
  PtDiagramElement *figure = pt_editor_figure (self, id);

  if (figure != NULL && pt_rules_can_name (figure->element))
    g_signal_emit (self, signals[EDIT_LABEL], 0, id);
}

/* Whoever has placed something types its name next. Without a field for it the letters would be
 * shortcuts. */
void
pt_editor_present (PtEditor *self, const char *id)
{
  if (pt_editor_figure (self, id) == NULL)
    return;
  pt_editor_select_one (self, id);
  pt_editor_ask_label (self, id);
}
