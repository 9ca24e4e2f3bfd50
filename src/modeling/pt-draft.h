/* pt-draft.h: one operation in the making
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views stand still until a transaction is committed. What an operation knows better than they
 * do - new places, elements that are going - is kept in its draft; committing the draft writes the
 * places and makes everything that hangs on them follow: labels, flows, lane membership.
 */
#pragma once

#include <partitur/layout.h>
#include <partitur/modeling.h>

/* A lane made in this draft: the views do not know it yet. */
typedef struct
{
  xmlNode *node;
  PtElement *process;
  PtBounds bounds;
} PtNewLane;

typedef struct
{
  PtProcessGraph *graph;
  PtDocument *document;
  GHashTable *places;        /* PtDiagramElement → PtBounds: of shapes that get a new place */
  GPtrArray *placed;         /* of PtDiagramElement: the same, in the order made */
  GHashTable *doomed;        /* set of PtElement that this operation removes */
  GHashTable *routed;        /* set of PtDiagramElement: edges that have their waypoints */
  GHashTable *listed;        /* set of PtElement: nodes whose lane is settled already */
  GArray *new_lanes;         /* of PtNewLane */
  GPtrArray *lane_processes; /* of PtElement: processes whose lanes changed */
} PtDraft;

/** pt_draft_begin: opens a transaction; @name as for undo. Returns: (transfer full) */
PtDraft *pt_draft_begin (PtProcessGraph *graph, const char *name);
/** pt_draft_commit: (transfer full) of @draft: settles what hangs on it and closes. Returns: %TRUE
 */
gboolean pt_draft_commit (PtDraft *draft);
/** pt_draft_cancel: (transfer full) of @draft: takes everything back */
void pt_draft_cancel (PtDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtDraft, pt_draft_cancel)

/** pt_draft_bounds: Returns: the bounds @figure will have */
PtBounds pt_draft_bounds (const PtDraft *draft, const PtDiagramElement *figure);
void pt_draft_place (PtDraft *draft, PtDiagramElement *figure, PtBounds bounds);
void pt_draft_shift (PtDraft *draft, PtDiagramElement *figure, double dx, double dy);
/** pt_draft_place_host: places @figure and lets the boundary events on it keep their edge */
void pt_draft_place_host (PtDraft *draft, PtDiagramElement *figure, PtBounds bounds);
/** pt_draft_route_end: pt_route_end() with the bounds @figure will have */
PtRouteEnd pt_draft_route_end (const PtDraft *draft, const PtDiagramElement *figure);
/** pt_draft_doom: notes that @element is going; nothing is repaired for it. Returns: %FALSE if
 * noted before */
gboolean pt_draft_doom (PtDraft *draft, PtElement *element);
gboolean pt_draft_is_doomed (const PtDraft *draft, const PtElement *element);
/** pt_draft_lanes_changed: the nodes of @process get their lanes anew on commit */
void pt_draft_lanes_changed (PtDraft *draft, PtElement *process);
