/* pt-type.h: the type pass: what a case knows, of which type, and who tells it whom
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/feel.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/* ----- ways (pt-type-ways.c) ------------------------------------------------------------------ */

/** PtWays: in which order what is in the processes happens, across sub-processes: a graph of
 * points, two for each node: before it (2 n) and behind it (2 n + 1). */
typedef struct
{
  const PtProgram *program;
  guint n_points;
  guint *first_before, *before; /* by point: the points that lead to it */
  guint *first_behind, *behind; /* by point: those it leads to */
  gboolean *begins;             /* by point: where a case, or a part of it, may begin */
  gboolean *gathers; /* by point: all that lead to it have been passed, not one of them */
  guint *seen, walk; /* by point: the last walk that came by, and the number of the newest */
  guint64 patience;  /* with walks, in points */
  guint *order;      /* the points so that loops apart none comes before what leads to it */
} PtWays;

PtWays *pt_ways_new (const PtProgram *program);
void pt_ways_free (PtWays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtWays, pt_ways_free)

#define PT_POINT_BEFORE(node) (2 * (node))
#define PT_POINT_BEHIND(node) (2 * (node) + 1)

/* ----- expressions (pt-type-expressions.c) ---------------------------------------------------- */

/** PtExpression: FEEL somewhere in a program. */
typedef struct
{
  char *text;
  PtFeel *feel;    /* (nullable): not where it cannot be read */
  GError *error;   /* (nullable): why */
  PtIndex flow;    /* what it stands in: a flow, */
  PtIndex node;    /* or where it is computed */
  PtFeelKind kind; /* what it is to come to; Any when that depends */
} PtExpression;

/** pt_type_expressions: Returns: (transfer full) (element-type PtExpression): each read once; those
 * in the language of an engine are left out */
GArray *pt_type_expressions (const PtProgram *program);
/** pt_type_expression_label: Returns: (transfer full): what findings call what it stands in */
char *pt_type_expression_label (const PtExpression *self, const PtProgram *program);
/** pt_type_expression_origin: Returns: what it stands in */
const PtOrigin *pt_type_expression_origin (const PtExpression *self, const PtProgram *program);

/* ----- who knows (pt-type-collect.c) ---------------------------------------------------------- */

/** PtCollection: who on the ways to a node is the last to know something. */
typedef struct
{
  GArray *nodes;     /* PtIndex: the last on each way */
  gboolean is_loose; /* there is a way with nobody on it */
} PtCollection;

/** pt_type_collect: walks back from @node as far as nodes that @knows; finds nobody when the ways
 * have been walked too often. @by_expression: an expression asks, and no arrow into @node: what
 * says whether it is done once more is asked behind it */
PtCollection pt_type_collect (PtWays *ways,
                              PtIndex node,
                              gboolean by_expression,
                              gboolean (*knows) (const PtNode *node));
void pt_collection_clear (PtCollection *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PtCollection, pt_collection_clear)

/** pt_type_asks: Returns: whether people are asked at @node */
gboolean pt_type_asks (const PtNode *node);
/** pt_type_tells: Returns: whether people or systems can tell something at @node */
gboolean pt_type_tells (const PtNode *node);

/* ----- which case (pt-type-correlate.c) ------------------------------------------------------- */

/** pt_type_correlate: finds the key of each message that a running case waits for. @program: its
 * accesses sorted */
void pt_type_correlate (PtProgram *program);

/* ----- what flows (pt-type-flow.c, pt-type-say.c) --------------------------------------------- */

/** pt_type_check_flow: what is read though on some way nobody has written it, and what is written
 * for nobody. @program: its accesses sorted */
void pt_type_check_flow (const PtProgram *program, PtWays *ways, PtDiagnostics *diagnostics);

/** pt_type_report_unwritten: @way: (element-type PtIndex) (nullable): nodes from the start to
 * @reader on which nobody writes @variable */
void pt_type_report_unwritten (const PtProgram *program,
                               PtWays *ways,
                               PtDiagnostics *diagnostics,
                               PtIndex variable,
                               PtIndex reader,
                               gboolean is_never_written,
                               const GArray *way);
/** pt_type_report_unread: @writer: the first that writes it */
void pt_type_report_unread (const PtProgram *program,
                            PtDiagnostics *diagnostics,
                            PtIndex variable,
                            PtIndex writer);

G_END_DECLS
