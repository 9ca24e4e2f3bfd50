/* pt-plain.h: the parts of the plain layout: a scope is a grid of cells, filled step by step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scope is what one process or sub-process contains on one level. Its nodes stand in cells: a
 * column by the longest path that leads to them, a row within their band (the leaf lanes; one band
 * when there are none). Between the columns and between the rows run channels, which flows take
 * where cells are in their way.
 */
#pragma once

#include <partitur/layout.h>

#define PT_PLAIN_HEADER 30.0     /* the title of a pool or lane */
#define PT_PLAIN_COLUMN_GAP 50.0 /* the channel left of every column, and right of the last */
#define PT_PLAIN_ROW_GAP 60.0    /* the channel below every row: boundary events, labels, flows */
#define PT_PLAIN_TITLE 20.0      /* above the content of a sub-process, and of a band */

typedef struct _PtPlainScope PtPlainScope;

typedef struct
{
  PtElement *element;
  PtPlainScope *scope;
  PtPlainScope *inner;   /* (nullable): content of an expanded sub-process */
  guint index;           /* in the scope's nodes */
  gboolean is_satellite; /* data and artifacts: above their node, in rows of their own */
  gboolean is_placed;    /* has a row */
  guint band, column;
  guint row;       /* in its band, later in the scope */
  guint above;     /* a satellite: so many rows above the one in `row` */
  PtBounds bounds; /* in diagram units */
} PtPlainNode;

typedef struct
{
  double start, size;
  guint n_tracks; /* flows that already run in the channel of this column or row */
} PtPlainLine;

typedef struct
{
  PtElement *lane;            /* (nullable): leaf lane; NULL in the only band of a scope without */
  guint n_rows, n_satellites; /* flow nodes, and their data and annotations above them */
  double start, size;
} PtPlainBand;

struct _PtPlainScope
{
  PtElement *element;
  GPtrArray *nodes;       /* of PtPlainNode, owned; flow nodes and satellites */
  GArray *first_target;   /* of guint: per node, where its targets begin; one more at the end */
  GArray *targets;        /* of guint: node indices; G_MAXUINT for a back edge */
  GArray *bands;          /* of PtPlainBand */
  GHashTable *band_of;    /* lane element → band index */
  guint lane_depth;       /* levels of lanes */
  GArray *columns, *rows; /* of PtPlainLine */
  GHashTable *cells;      /* occupied cells by their key */
  double width, height;
};

typedef struct
{
  GHashTable *nodes;  /* PtElement → PtPlainNode, of all scopes */
  GHashTable *bounds; /* PtElement → PtPlaced in @placed: shapes and edges */
  GPtrArray *placed;
} PtPlain;

#define PT_PLAIN_NODE(scope, i) ((PtPlainNode *)g_ptr_array_index ((scope)->nodes, i))

/** pt_plain_scope_new: reads the scopes of @container and, smaller ones first, gives them cells. */
PtPlainScope *pt_plain_scope_new (PtPlain *plain, PtElement *container);
void pt_plain_scope_free (PtPlainScope *scope);
/** pt_plain_node_of: Returns: (nullable): the node of @element if it stands in @scope */
PtPlainNode *pt_plain_node_of (PtPlain *plain, PtPlainScope *scope, PtElement *element);
/** pt_plain_assign_columns: longest path from the starts; back edges are taken out of @scope */
void pt_plain_assign_columns (PtPlainScope *scope);
/** pt_plain_assign_rows: chains of nodes side by side, branches below; then the satellites above
 * each */
void pt_plain_assign_rows (PtPlain *plain, PtPlainScope *scope);
/** pt_plain_measure: sizes of columns, rows, bands and the whole, from the cells */
void pt_plain_measure (PtPlainScope *scope);
/** pt_plain_place: puts @scope and all within at @origin and records every shape */
void pt_plain_place (PtPlain *plain, PtPlainScope *scope, PtPoint origin);
/** pt_plain_route_flows: the sequence flows of @scope and of the scopes within, through the
 * channels */
void pt_plain_route_flows (PtPlain *plain, PtPlainScope *scope);
/** pt_plain_record: (transfer full) of @waypoints; does nothing when @element has its place */
void pt_plain_record (PtPlain *plain, PtElement *element, PtBounds bounds, GArray *waypoints);
/** pt_plain_cell: Returns: (transfer full): the key of a cell in a #GHashTable of gint64 */
gint64 *pt_plain_cell (guint band, guint row, guint column);
gboolean pt_plain_cell_is_free (GHashTable *cells, guint band, guint row, guint column);
