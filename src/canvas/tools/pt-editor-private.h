/* pt-editor-private.h: the editor as its tools see it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-placement.h"
#include "pt-scene.h"
#include "pt-selection.h"
#include "pt-tool.h"

G_BEGIN_DECLS

struct _PtEditor
{
  GObject parent_instance;

  PtProcessGraph *graph;
  PtDiagram *diagram; /* (nullable) */
  GPtrArray *path;    /* of PtDiagram: the way one came, the diagram itself last */
  gboolean stepping;  /* undo or redo is under way */
  PtPainter *painter;
  PtScene *scene;
  PtSelection selection;
  char *hover; /* (nullable): id of the figure under the pointer */
  gboolean grid;

  PtToolKind kind;
  PtTool *tool;      /* at rest */
  PtTool *drag;      /* (nullable): in its place while the button is held */
  PtNodeSpec *spec;  /* (nullable): what the create tool makes */
  PtPlacement *drop; /* (nullable): preview of a drop from outside */

  PtInput press; /* how the button that is held was pressed */
  gboolean pressed;
  gboolean dragging; /* the threshold was passed */
  double zoom;       /* of the last event */

  GArray *overlay; /* (nullable): NULL asks for a new one */
};

/* pt-editor-diagrams.c */
void pt_editor_begin_diagram (PtEditor *self, PtDiagram *diagram);
/** pt_editor_follow_diagrams: a diagram that left the graph must not be looked into again: the one
 *  outside of it takes its place. Returns: whether another one is shown */
gboolean pt_editor_follow_diagrams (PtEditor *self, const PtGraphChange *change);

/** pt_editor_read_diagram: makes the scene of @diagram (nullable) */
void pt_editor_read_diagram (PtEditor *self, PtDiagram *diagram);
void pt_editor_emit_diagram_changed (PtEditor *self);
/** pt_editor_figure: Returns: (nullable): the figure on this diagram that shows element @id and is
 * not hidden in a shut sub-process */
PtDiagramElement *pt_editor_figure (PtEditor *self, const char *id);
/** pt_editor_hit: what is at @input, the handles of the one selected figure first */
PtHit pt_editor_hit (PtEditor *self, const PtInput *input);
/** pt_editor_reach: Returns: @pixels in diagram units */
double pt_editor_reach (PtEditor *self, double pixels);

void pt_editor_queue_overlay (PtEditor *self);
/** pt_editor_set_hover: @id: (nullable) */
void pt_editor_set_hover (PtEditor *self, const char *id);
void pt_editor_select_one (PtEditor *self, const char *id);
/** pt_editor_add_to_selection: @toggle: takes out what is in already */
void pt_editor_add_to_selection (PtEditor *self, const char *id, gboolean toggle);
/** pt_editor_say: emits `message`; @text: (nullable): NULL says nothing */
void pt_editor_say (PtEditor *self, const char *text);
void pt_editor_scroll (PtEditor *self, double dx, double dy);
void pt_editor_ask_context (PtEditor *self, const char *id, PtPoint at);
/** pt_editor_ask_label: asks for the label editor, when @id can be named */
void pt_editor_ask_label (PtEditor *self, const char *id);
/** pt_editor_present: selects what was just made and asks for its name, where it can have one */
void pt_editor_present (PtEditor *self, const char *id);

/** pt_editor_movable: Returns: (transfer full): set of ids (owned) that a move of the selection
 * moves: shapes only, a lane as its pool, nothing that another of them carries */
GHashTable *pt_editor_movable (PtEditor *self);
/** pt_ids_of_set: Returns: (transfer container) (array zero-terminated): the strings of @set,
 * sorted */
const char **pt_ids_of_set (GHashTable *set);

G_END_DECLS
