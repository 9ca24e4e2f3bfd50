/* compare.h: what changed between two versions of a process, element by element
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two documents are compared by their trees, so that nothing is silently equal: every attribute, text
 * and child counts, also those of other vendors. What the format does not mean is no difference: the
 * order of attributes, a default of the schemas that only one version writes, the order of children
 * where BPMN has none, prefixes, comments, white space between elements, how a number is written, and
 * `incoming`/`outgoing` that repeat what the flows say.
 * Nor is the order of shapes on a plane: what lies above what follows from their kinds.
 *
 * Elements are matched
 *
 * 1. by id, when the types can be turned into each other (a task into a user task);
 * 2. what is left, by type, name and neighbours. A signature of type and name is refined in rounds by
 *    the signatures of the neighbours (references in both directions, and the container), as in
 *    colour refinement (B. Weisfeiler, A. Leman: "The reduction of a graph to canonical form and the
 *    algebra which appears therein", 1968). From the most telling round to the least, signatures that
 *    one element of each version has alone are a match; matches then spread to neighbours that only
 *    one pair can be, as signatures spread in XyDiff (G. Cobéna, S. Abiteboul, A. Marian: "Detecting
 *    changes in XML documents", 2002). An element without a name has to agree in its neighbours;
 * 3. when most ids were made anew, also by place alone: same type between matched neighbours, whatever
 *    the name.
 *
 * References follow the match: where only ids were made anew, nothing else is different. All steps
 * take time in proportion to the size of the files, times the number of rounds, which is fixed.
 */
#pragma once

#include <json-glib/json-glib.h>
#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtDifferenceKind: what happened to an element. The order is that of reports. */
typedef enum
{
  PT_DIFFERENCE_ADDED,
  PT_DIFFERENCE_REMOVED,
  PT_DIFFERENCE_CHANGED,
  PT_DIFFERENCE_MOVED,     /* drawn elsewhere, in another size or in another way */
  PT_DIFFERENCE_RECOLORED, /* drawn in other colours */
  PT_DIFFERENCE_NEW_ID,    /* the same under another id */
  PT_N_DIFFERENCE_KINDS
} PtDifferenceKind;

/** PtAspect: what the process says, and how it is drawn. Flags. */
typedef enum
{
  PT_ASPECT_WORDING = 1 << 0,
  PT_ASPECT_LAYOUT = 1 << 1,
  PT_ASPECT_ALL = PT_ASPECT_WORDING | PT_ASPECT_LAYOUT,
} PtAspect;

/** PtCompared: an element of one version. Read only; lives as long as the comparison. */
typedef struct
{
  const xmlNode *node;
  PtBpmnType type;  /* %PT_BPMN_NONE for diagrams and figures */
  const char *id;   /* (nullable) */
  const char *name; /* (nullable): its label, never empty */
} PtCompared;

/** PtAlterationKind: which part of an element changed. */
typedef enum
{
  PT_ALTERED_ATTRIBUTE, /* the attribute at `path`; absent where the value is %NULL */
  PT_ALTERED_TEXT,      /* the text at `path` */
  PT_ALTERED_CHILD,     /* the child element at `path`; values are its XML */
  PT_ALTERED_ORDER,     /* the children at `path` stand in another order */
  PT_ALTERED_TYPE,      /* turned into another type; values are tags */
  PT_ALTERED_CONTAINER, /* stands in another element */
  PT_ALTERED_LANE,      /* listed by another lane */
  PT_ALTERED_PLACE,     /* bounds elsewhere; values are "x,y" */
  PT_ALTERED_SIZE,      /* values are "width×height" */
  PT_ALTERED_ROUTE,     /* waypoints; values are "x,y x,y …" */
  PT_ALTERED_LABEL,     /* the label's bounds or style */
  PT_ALTERED_FIGURE,    /* drawn for the first time, or no longer */
  PT_ALTERED_ID,        /* the id at `path` */
} PtAlterationKind;

/** PtAlteration: one change of an element. */
typedef struct
{
  PtAlterationKind kind;
  char *path;       /* "@name", "conditionExpression", "extensionElements/acme:form/@key" */
  char *from, *to;  /* (nullable): the values as written */
  const PtCompared *from_element, *to_element; /* (nullable): what a reference, lane or container is */
  const xmlNode *from_node, *to_node;          /* (nullable): the child that came or went */
} PtAlteration;

/**
 * PtDifference: what happened to one element. An element that was reworded and moved has two.
 *
 * Layout is told of the element that is drawn, not of its shape. Where there is no such element (a
 * diagram, a shape of nothing), @before and @after are the diagram's or shape's own.
 */
typedef struct
{
  PtDifferenceKind kind;
  PtAspect aspect;           /* one of them */
  const PtCompared *before;  /* (nullable): in the old version; %NULL when added */
  const PtCompared *after;   /* (nullable): in the new version; %NULL when removed */
  GPtrArray *details;        /* of PtAlteration; empty when added or removed */
} PtDifference;

typedef struct _PtComparison PtComparison;

/**
 * pt_comparison_new:
 * @before, @after: BPMN documents; kept. Neither may change while the comparison is in use.
 *
 * Compares them. Where it may take long, call it in a thread that owns both documents.
 *
 * Returns: (transfer full)
 */
PtComparison *pt_comparison_new (PtDocument *before, PtDocument *after);
PtComparison *pt_comparison_ref (PtComparison *self);
void pt_comparison_unref (PtComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtComparison, pt_comparison_unref)

/** pt_comparison_get_before / _after: Returns: (transfer none) */
PtDocument *pt_comparison_get_before (PtComparison *self);
PtDocument *pt_comparison_get_after (PtComparison *self);
/** pt_comparison_get_length: Returns: how many differences there are, of whatever aspect */
guint pt_comparison_get_length (const PtComparison *self);
/** pt_comparison_get: Returns: (transfer none): difference @i: by kind, then in document order (what
 *  was removed, in that of the old version) */
const PtDifference *pt_comparison_get (const PtComparison *self, guint i);
/** pt_comparison_count: Returns: how many differences have @kind and one of @aspects */
guint pt_comparison_count (const PtComparison *self, PtDifferenceKind kind, PtAspect aspects);
/** pt_comparison_mark: @node: of an element of either version. Returns: whether something of @aspects
 *  happened to it; @kind (out): the most telling */
gboolean pt_comparison_mark (PtComparison *self, const xmlNode *node, PtAspect aspects,
                             PtDifferenceKind *kind);
/** pt_comparison_match: @compared: the node of an element of either version. Returns: (nullable): the
 *  same element in the other version */
const PtCompared *pt_comparison_match (const PtComparison *self, const xmlNode *node);

/** PtFormerFigure: how the old version has something that is drawn otherwise in the new one, or no more */
typedef struct
{
  const PtDiagramElement *figure; /* of the old version */
  PtDifferenceKind kind;          /* %PT_DIFFERENCE_REMOVED or %PT_DIFFERENCE_MOVED */
} PtFormerFigure;

/**
 * pt_comparison_former_figures:
 * @before, @after: views of the documents that are compared
 * @diagram: one of @after
 * @aspects: wording gives what was removed, layout what was moved
 *
 * Returns: (transfer full) (element-type PtFormerFigure): figures on the old version's diagram of the
 *   same process; they belong to @before
 */
GArray *pt_comparison_former_figures (PtComparison *self, PtProcessGraph *before,
                                      PtProcessGraph *after, const PtDiagram *diagram,
                                      PtAspect aspects);

/* ----- in words --------------------------------------------------------------------------------- */

/** pt_difference_kind_to_string: Returns: (transfer none): "added", "new-id" (not translated) */
const char *pt_difference_kind_to_string (PtDifferenceKind kind);
/** pt_difference_kind_heading: Returns: (transfer none): "Added", "Only moved" (translated) */
const char *pt_difference_kind_heading (PtDifferenceKind kind);
/** pt_difference_kind_sign: Returns: (transfer none): what stands for it beside its colour: "+" */
const char *pt_difference_kind_sign (PtDifferenceKind kind);
/** pt_difference_label: Returns: (transfer full): whom it happened to: User task “Check order” */
char *pt_difference_label (const PtComparison *self, const PtDifference *difference);
/** pt_difference_lines: Returns: (transfer full): what happened, a line each and each going on from
 *  the label: "was renamed from “Check”" */
GStrv pt_difference_lines (const PtComparison *self, const PtDifference *difference);

/** pt_comparison_to_text: Returns: (transfer full): all differences of @aspects, in words */
char *pt_comparison_to_text (const PtComparison *self, PtAspect aspects);
/** pt_comparison_summary: Returns: (transfer full): "2 added, 1 changed", on one line */
char *pt_comparison_summary (const PtComparison *self, PtAspect aspects);
/** pt_comparison_to_json: @before, @after: names of the files. Returns: (transfer full): as the manual
 *  page has it */
JsonNode *pt_comparison_to_json (const PtComparison *self, const char *before, const char *after,
                                 PtAspect aspects);

G_END_DECLS
