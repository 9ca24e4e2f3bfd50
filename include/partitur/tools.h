/* tools.h: the canvas without a toolkit: scene, selection, and tools as state machines
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A #PtEditor takes pointer and key events in diagram units and answers with modelling operations, a
 * selection, and an overlay to paint. It knows neither GTK nor a display, so scripts can drive it.
 */
#pragma once

#include <partitur/draw.h>
#include <partitur/modeling.h>

G_BEGIN_DECLS

/* ----- scene: what is where ---------------------------------------------------------------------- */

/** PtScene: a spatial index (grid of 900 × 720 cells) over the figures of one diagram. */
typedef struct _PtScene PtScene;

typedef enum
{
  PT_PART_NONE,
  PT_PART_BODY,     /* inside of a shape, or the line of an edge */
  PT_PART_BORDER,   /* the frame or header of a pool, lane, expanded sub-process, group */
  PT_PART_LABEL,    /* an external label */
  PT_PART_HANDLE,   /* a resize handle of the selected shape: index 0..7 clockwise from top left */
  PT_PART_WAYPOINT, /* a bend of the selected edge: index of the waypoint */
  PT_PART_SEGMENT,  /* between two bends of the selected edge: index of the first */
  PT_PART_INSIDE,   /* the arrow on a shape into which one can go */
} PtPart;

typedef struct
{
  PtDiagramElement *figure; /* (nullable) */
  PtPart part;
  guint index;
} PtHit;

PtScene *pt_scene_new (PtDiagram *diagram, PtPainter *painter);
void pt_scene_free (PtScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtScene, pt_scene_free)
/** pt_scene_update: takes in what changed (figures of other diagrams are ignored). */
void pt_scene_update (PtScene *self, const PtGraphChange *change);
/**
 * pt_scene_hit:
 * @tolerance: how far beside a line still counts, in diagram units
 *
 * The topmost figure at @at. The inside of pools, lanes and expanded sub-processes counts as their body,
 * below everything they hold.
 */
PtHit pt_scene_hit (PtScene *self, PtPoint at, double tolerance);
/** pt_scene_query: Returns: (transfer container): figures whose extents touch @area, in painting order */
GPtrArray *pt_scene_query (PtScene *self, PtBounds area);

/* ----- input --------------------------------------------------------------------------------------- */

typedef enum
{
  PT_INPUT_PRESS,
  PT_INPUT_MOTION,
  PT_INPUT_RELEASE,
  PT_INPUT_LEAVE,
  PT_INPUT_KEY,
} PtInputKind;

typedef enum
{
  PT_MOD_NONE = 0,
  PT_MOD_SHIFT = 1 << 0,
  PT_MOD_CTRL = 1 << 1,
  PT_MOD_ALT = 1 << 2,
  PT_MOD_SPACE = 1 << 3, /* the space bar is held: any drag pulls the paper */
} PtModifiers;

/** PtKey: the keys tools know (everything else is a shortcut of the window). */
typedef enum
{
  PT_KEY_NONE,
  PT_KEY_ESCAPE,
  PT_KEY_ENTER,
  PT_KEY_DELETE,
  PT_KEY_TAB,
  PT_KEY_LEFT,
  PT_KEY_RIGHT,
  PT_KEY_UP,
  PT_KEY_DOWN,
} PtKey;

typedef struct
{
  PtInputKind kind;
  PtPoint at;          /* diagram units */
  double zoom;         /* pixels per unit: tolerances and thresholds are in pixels */
  guint button;        /* 1 primary, 2 middle, 3 secondary */
  guint n_press;       /* 2 for the second press of a double click */
  PtModifiers modifiers;
  PtKey key;
} PtInput;

/* ----- what is dragged in from a palette ----------------------------------------------------------- */

/** PT_TYPE_NODE_SPEC: boxed copy of a #PtNodeSpec, the content of a drag from the palette */
#define PT_TYPE_NODE_SPEC (pt_node_spec_get_type ())
GType pt_node_spec_get_type (void);
PtNodeSpec *pt_node_spec_copy (const PtNodeSpec *spec);
void pt_node_spec_free (PtNodeSpec *spec);

/* ----- tools --------------------------------------------------------------------------------------- */

typedef enum
{
  PT_TOOL_SELECT,  /* select, move, resize, bend, edit labels; drag from empty space: lasso with Shift */
  PT_TOOL_HAND,
  PT_TOOL_LASSO,
  PT_TOOL_CONNECT,
  PT_TOOL_SPACE,   /* make or take room */
  PT_TOOL_CREATE,  /* place a new node: pt_editor_create() */
} PtToolKind;

/** PtMarkKind: what the overlay is made of; painted above the diagram, sizes in pixels. */
typedef enum
{
  PT_MARK_SELECTED,    /* outline around a selected figure */
  PT_MARK_HOVER,       /* outline around the figure under the pointer */
  PT_MARK_HANDLE,      /* resize handle or waypoint, at bounds' origin */
  PT_MARK_GHOST,       /* where a shape would go */
  PT_MARK_ROUTE,       /* where a flow would run: points */
  PT_MARK_GUIDE,       /* snap line: points */
  PT_MARK_LASSO,
  PT_MARK_ALLOWED,     /* target that takes the drop or connection */
  PT_MARK_FORBIDDEN,   /* target that does not */
} PtMarkKind;

typedef struct
{
  PtMarkKind kind;
  PtBounds bounds;
  PtFamily family;     /* outline to use for bounds */
  GArray *points;      /* (nullable) (element-type PtPoint) */
} PtMark;

/**
 * PtEditor:
 *
 * Signals:
 * - `selection-changed ()`
 * - `overlay-changed ()`
 * - `tool-changed ()`
 * - `edit-label (const char *id)`: the label editor should open on this element
 * - `scroll (double dx, double dy)`: the hand moves the view by this many diagram units
 * - `message (const char *text)`: a short hint why something is not possible, translated
 * - `context (const char *id, double x, double y)`: menu wanted at this place, id nullable
 * - `diagram-changed ()`: another diagram is edited; also while the graph reports a change
 */
#define PT_TYPE_EDITOR (pt_editor_get_type ())
G_DECLARE_FINAL_TYPE (PtEditor, pt_editor, PT, EDITOR, GObject)

/** pt_editor_new: @diagram: the one being edited; must stay part of @graph. Returns: (transfer full) */
PtEditor *pt_editor_new (PtProcessGraph *graph, PtDiagram *diagram, PtPainter *painter);
PtProcessGraph *pt_editor_get_graph (PtEditor *self);
/** pt_editor_get_diagram: Returns: (nullable): NULL when its last diagram was deleted. The graph shows
 *  the same one: pt_process_graph_get_shown() */
PtDiagram *pt_editor_get_diagram (PtEditor *self);
/** pt_editor_set_diagram: @diagram: (nullable): another one of the graph; nothing stays selected */
void pt_editor_set_diagram (PtEditor *self, PtDiagram *diagram);
/** pt_editor_get_path: Returns: (transfer none) (element-type PtDiagram): the diagrams one went through
 *  to the one being edited, which is the last */
GPtrArray *pt_editor_get_path (PtEditor *self);
/** pt_editor_can_go_inside: whether figure @id can be gone into */
gboolean pt_editor_can_go_inside (PtEditor *self, const char *id);
/** pt_editor_go_inside: edits the diagram of what is in figure @id: of a sub-process, of what is called
 *  or of what happens in a pool. A shut sub-process that has none gets one. Returns: whether there is
 *  an inside to go to */
gboolean pt_editor_go_inside (PtEditor *self, const char *id);
/** pt_editor_move_out: gives sub-process @id, opened or shut, a diagram of its own and goes there */
gboolean pt_editor_move_out (PtEditor *self, const char *id);
gboolean pt_editor_can_go_outside (PtEditor *self);
/** pt_editor_go_outside: back to the diagram before in the path; what one comes out of is selected */
gboolean pt_editor_go_outside (PtEditor *self);
/** pt_editor_go_back_to: to another @diagram of the path */
void pt_editor_go_back_to (PtEditor *self, PtDiagram *diagram);
/** pt_editor_find_drawn: Returns: (nullable): the figure, maybe on another diagram, where element @id
 *  is to be seen: its own, else the nearest one around it */
PtDiagramElement *pt_editor_find_drawn (PtEditor *self, const char *id);
/** pt_editor_undo, pt_editor_redo: steps that nothing is to be seen of here go to the diagram where
 *  there is */
void pt_editor_undo (PtEditor *self);
void pt_editor_redo (PtEditor *self);
PtScene *pt_editor_get_scene (PtEditor *self);
/** pt_editor_set_grid: whether what no guide catches snaps to a grid of 10 units (so from the start) */
void pt_editor_set_grid (PtEditor *self, gboolean grid);

/** pt_editor_handle: Returns: whether the event was used */
gboolean pt_editor_handle (PtEditor *self, const PtInput *input);
/** pt_editor_cancel: ends any drag without a trace */
void pt_editor_cancel (PtEditor *self);

PtToolKind pt_editor_get_tool (PtEditor *self);
void pt_editor_set_tool (PtEditor *self, PtToolKind tool);
/** pt_editor_create: arms the create tool with @spec (copied); the next click or drop places it */
void pt_editor_create (PtEditor *self, const PtNodeSpec *spec);
/** pt_editor_drop: places @spec at @at right now, snapped, as after a drag from the palette.
 *  Returns: (transfer full) (nullable): id */
char *pt_editor_drop (PtEditor *self, const PtNodeSpec *spec, PtPoint at);
/** pt_editor_preview_drop: shows ghost, guides and verdict for a drop at @at; no @spec ends it */
PtVerdict pt_editor_preview_drop (PtEditor *self, const PtNodeSpec *spec, PtPoint at);
/** pt_editor_start_connect: begins a connection at @id that the next click or release ends */
void pt_editor_start_connect (PtEditor *self, const char *id);

/** pt_editor_get_overlay: Returns: (transfer none) (element-type PtMark): in painting order */
GArray *pt_editor_get_overlay (PtEditor *self);
/** pt_editor_cursor: Returns: a CSS cursor name for the pointer at rest */
const char *pt_editor_cursor (PtEditor *self);

/** pt_editor_get_selection: Returns: (transfer none) (array zero-terminated): ids, in the order selected */
const char *const *pt_editor_get_selection (PtEditor *self);
void pt_editor_select (PtEditor *self, const char *const *ids);
void pt_editor_select_all (PtEditor *self);
/** pt_editor_select_next: Tab: next figure in reading order; @forward FALSE: the one before */
void pt_editor_select_next (PtEditor *self, gboolean forward);
gboolean pt_editor_is_selected (PtEditor *self, const char *id);

/* what menus and shortcuts do with the selection */
void pt_editor_delete_selection (PtEditor *self);
void pt_editor_nudge_selection (PtEditor *self, double dx, double dy);
/** pt_editor_append: appends @spec to the one selected node, selects it, asks for its label */
void pt_editor_append (PtEditor *self, const PtNodeSpec *spec);
gboolean pt_editor_can_append (PtEditor *self);
/** pt_editor_duplicate: copies the selection beside itself */
void pt_editor_duplicate (PtEditor *self);

G_END_DECLS
