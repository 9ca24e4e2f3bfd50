/* pt-canvas-private.h: the canvas as its own files see it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/canvas.h>

#include "pt-badges.h"
#include "pt-context-pad.h"
#include "pt-inside-paint.h"
#include "pt-difference-marks.h"
#include "pt-label-editor.h"
#include "pt-mark-paint.h"
#include "pt-counts.h"
#include "pt-tints.h"
#include "pt-proxies.h"
#include "pt-stage.h"
#include "pt-token.h"
#include "tools/pt-view.h"

G_BEGIN_DECLS

struct _PtCanvas
{
  GtkWidget parent_instance;

  PtProcessGraph *graph;
  PtPainter *painter;
  PtEditor *editor;
  PtScene *scene; /* the editor's, that stage was made for; only compared, never looked into */
  PtStage *stage;
  PtView view;
  gboolean fitted; /* the first view has been chosen */
  GHashTable *views; /* key of a diagram → PtView it was left with */
  char *view_key;    /* (nullable): of the diagram in view */

  GtkAdjustment *adjustments[2]; /* (nullable): horizontal, vertical */
  GtkScrollablePolicy policies[2];
  gboolean configuring; /* the adjustments follow the view, not the other way round */

  PtBadges *badges;
  PtProxies *proxies;
  guint proxies_id; /* source that brings the proxies up to date; 0: none */
  gboolean proxies_misplaced;

  PtDifferenceMarks *differences; /* (nullable) */
  GHashTable *tints[PT_N_TINT_LAYERS]; /* (nullable) */
  GHashTable *counts;                  /* (nullable) */
  gboolean read_only;

  GtkWidget *label_editor;
  char *label_id; /* (nullable): whose label is edited */
  GtkWidget *pad;
  gboolean pad_offered;

  gboolean grid;
  PtGridPaint grid_paint;
  PtInsidePaint inside_paint;
  char *flash_id; /* (nullable): what pt_canvas_reveal() lights up */
  gint64 flash_start;
  guint flash_tick;
  PtToken *token; /* (nullable) */
  guint token_tick;

  const char *cursor; /* interned name, as last set */
  gboolean space_held;
  PtPoint pointer;     /* in widget pixels */
  GtkEventControllerMotion *motion;
  double pinch_zoom;   /* when the pinch began */
  PtPoint pinch_point; /* what the fingers hold, in diagram units */
};

/* pt-canvas.c */
/** pt_canvas_view_moved: after zoom or offset changed: children, frame */
void pt_canvas_view_moved (PtCanvas *self);
/** pt_canvas_view_changed: the same, and the adjustments follow */
void pt_canvas_view_changed (PtCanvas *self);
void pt_canvas_emit_zoom (PtCanvas *self);
/** pt_canvas_follow_scene: paints what the editor edits. Returns: whether that is another scene */
gboolean pt_canvas_follow_scene (PtCanvas *self);
void pt_canvas_emit_menu (PtCanvas *self, const char *id, PtPoint at);
void pt_canvas_emit_message (PtCanvas *self, const char *text);

/* pt-canvas-diagrams.c */
void pt_canvas_begin_diagram (PtCanvas *self);
/** pt_canvas_diagram_changed: the editor has gone to another diagram */
void pt_canvas_diagram_changed (PtCanvas *self);
/** pt_canvas_lead_to: goes to the diagram where @id is to be seen. Returns: (nullable): its figure,
 * or that of what is around it */
PtDiagramElement *pt_canvas_lead_to (PtCanvas *self, const char *id);
/** pt_canvas_update_name: what the canvas is called by assistive technology */
void pt_canvas_update_name (PtCanvas *self);
/** pt_canvas_inside_tooltip: Returns: (transfer full) (nullable): of the arrow at @at, in pixels */
char *pt_canvas_inside_tooltip (PtCanvas *self, PtPoint at);

/* pt-canvas-scroll.c */
/** pt_canvas_scroll_class_init: the properties of #GtkScrollable */
void pt_canvas_scroll_class_init (GObjectClass *klass);
void pt_canvas_scroll_set_property (PtCanvas *self, guint id, const GValue *value);
void pt_canvas_scroll_get_property (PtCanvas *self, guint id, GValue *value);
void pt_canvas_scroll_dispose (PtCanvas *self);
/** pt_canvas_configure_adjustments: tells them where the view is and how far it may go */
void pt_canvas_configure_adjustments (PtCanvas *self);
void pt_canvas_scroll_to (PtCanvas *self, double x, double y);
/** pt_canvas_zoom_around: zooms so that @point of the diagram stands at (@x, @y) of the widget */
void pt_canvas_zoom_around (PtCanvas *self, double zoom, PtPoint point, double x, double y);

/* pt-canvas-input.c */
void pt_canvas_add_controllers (PtCanvas *self);
void pt_canvas_add_bindings (GtkWidgetClass *klass);
/** pt_canvas_update_cursor: after anything that may change what the pointer would do */
void pt_canvas_update_cursor (PtCanvas *self);
/** pt_canvas_touch_pointer: tells the editor where the pointer is now that the view has moved */
void pt_canvas_touch_pointer (PtCanvas *self);

/* pt-canvas-label.c */
void pt_canvas_label_done (PtCanvas *self, gboolean commit);
void pt_canvas_allocate_label (PtCanvas *self);
/** pt_canvas_commit_label: Returns: whether a label was being edited */
gboolean pt_canvas_commit_label (PtCanvas *self);

/* pt-canvas-children.c */
void pt_canvas_allocate_children (PtCanvas *self);
void pt_canvas_update_pad (PtCanvas *self);
/** pt_canvas_queue_proxies: brings the proxies up to date when there is time */
void pt_canvas_queue_proxies (PtCanvas *self);

/* pt-canvas-style.c */
void pt_canvas_install_style (GdkDisplay *display);
/** pt_canvas_choose_ink: light or dark, by the colour the theme gives to text. Returns: whether it
 *  changed */
gboolean pt_canvas_choose_ink (PtCanvas *self);

G_END_DECLS
