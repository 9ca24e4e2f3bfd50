/* pt-label-grid.h: lines and boxes on the plane, found by where they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/geometry.h>

/** PtThingKind: what crosses a label; the worse the later. */
typedef enum
{
  PT_THING_DOTS, /* a dotted line */
  PT_THING_LINE,
  PT_THING_BODY,
  PT_THING_TEXT,
  PT_THING_LABEL, /* a text with a place that may yet change */
  PT_THING_REACH, /* where a label may stand: crosses nothing */
} PtThingKind;

/** PtThing: a line, or a box by two corners. */
typedef struct
{
  PtThingKind kind;
  PtPoint from, to; /* of a box upper left and lower right */
  gpointer owner;
  guint stamp; /* of the last query that met it, so that none meets it twice */
} PtThing;

PtThing pt_thing_box (PtThingKind kind, PtBounds box, gpointer owner);
/** pt_thing_line: @kind: one of the two kinds of lines */
PtThing pt_thing_line (PtThingKind kind, PtPoint from, PtPoint to, gpointer owner);
/** pt_thing_bounds: Returns: the smallest box around @thing; flat for level lines */
PtBounds pt_thing_bounds (const PtThing *thing);
/** pt_thing_overlap: Returns: how much of @thing is in @box: square units of a box, units of a line
 */
double pt_thing_overlap (const PtThing *thing, PtBounds box);

/** PtLabelGrid: cells of several widths; a thing lies in few cells, however large it is. */
typedef struct _PtLabelGrid PtLabelGrid;

PtLabelGrid *pt_label_grid_new (void);
void pt_label_grid_free (PtLabelGrid *self);
/** pt_label_grid_add: @thing: (transfer none): must stay where it is and as it is until removed */
void pt_label_grid_add (PtLabelGrid *self, PtThing *thing);
void pt_label_grid_remove (PtLabelGrid *self, PtThing *thing);

/** PtThingVisit: Returns: whether to go on */
typedef gboolean (*PtThingVisit) (PtThing *thing, gpointer data);
/** pt_label_grid_query: Visits what is near @box, all that is in it among it, each thing once. */
void pt_label_grid_query (PtLabelGrid *self, PtBounds box, PtThingVisit visit, gpointer data);
