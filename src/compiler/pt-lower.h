/* pt-lower.h: the lower pass: from the views to a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>
#include <partitur/diagnostics.h>
#include <partitur/program.h>

#include "pt-file.h"

G_BEGIN_DECLS

/** PtLower: the state of one run. */
typedef struct
{
  PtProcessGraph *graph;
  PtDocument *document;
  PtProgram *program;
  PtDiagnostics *diagnostics;
  GHashTable *indices; /* PtElement → index in the array of its kind, plus one */
  PtFile *file;
} PtLower;

/** pt_lower_index: Returns: where @element is in the array of its kind. Where a file says what it
 * is, that may be of another kind: pt_lower_find() */
PtIndex pt_lower_index (PtLower *self, const PtElement *element);
/** pt_lower_find: @element: (nullable). Returns: where it is, %PT_NO_INDEX unless it is a @type */
PtIndex pt_lower_find (PtLower *self, const PtElement *element, PtBpmnType type);
void pt_lower_remember (PtLower *self, const PtElement *element, PtIndex index);
/** pt_lower_is: Returns: whether @element was lowered and is a @type */
gboolean pt_lower_is (PtLower *self, const PtElement *element, PtBpmnType type);

/** pt_lower_label: Returns: (transfer full): what findings call @element */
char *pt_lower_label (const PtElement *element);
/** pt_lower_name: Returns: (transfer none) (nullable): its name, kept by the program; NULL when
 * empty */
const char *pt_lower_name (PtLower *self, const PtElement *element);
/** pt_lower_report: a finding about @element; @arg: (nullable): behind its name */
PtDiagnostic *
pt_lower_report (PtLower *self, const PtElement *element, PtCode code, const char *arg);
/** pt_lower_place: makes @element what @diagnostic is about, and its place that of the element */
void pt_lower_place (PtLower *self, PtDiagnostic *diagnostic, const PtElement *element);
/** pt_lower_offer_delete: adds the fix that deletes @element */
void pt_lower_offer_delete (PtDiagnostic *diagnostic, const PtElement *element);

/* ----- reading (pt-lower-read.c, pt-lower-xml.c)
 * --------------------------------------------------- */

PtOrigin pt_lower_origin (PtLower *self, const PtElement *element);
PtCarried pt_lower_carried (PtLower *self, const PtElement *element);
PtFigure pt_lower_figure (PtLower *self, const PtElement *element);
/** pt_lower_attribute, _child_text: Returns: (transfer none) (nullable): kept by the program */
const char *pt_lower_attribute (PtLower *self, const xmlNode *node, const char *name);
const char *pt_lower_child_text (PtLower *self, const xmlNode *node, const char *tag);
const char *pt_lower_keep (PtLower *self, char *text);
/** pt_lower_expression: the text of the child @tag. @language: (out) (nullable): what it is in,
 * when that is not FEEL; left alone when there is no such child */
const char *
pt_lower_expression (PtLower *self, const xmlNode *node, const char *tag, const char **language);

/** pt_lower_xml: appends @node as XML text, with the namespaces it needs declared. White space
 * between elements is left out. */
void pt_lower_xml (GString *text, const xmlNode *node);
/** pt_lower_foreign: Returns: (transfer full) (nullable): attributes of @node in namespaces other
 * than BPMN's as ` name="value"…` with declarations */
char *pt_lower_foreign (const xmlNode *node);

/* ----- people (pt-lower-staff.c)
 * ------------------------------------------------------------------ */

void pt_lower_work (PtLower *self, PtNode *node, const PtElement *activity);
void pt_lower_branch (PtLower *self, PtFlow *flow, const PtElement *element);
/** pt_lower_demand: how often @process runs, and its own rules */
void pt_lower_demand (PtLower *self, PtIndex process, const PtElement *element);

/* ----- the steps
 * ---------------------------------------------------------------------------------- */

void pt_lower_definitions (PtLower *self);
void pt_lower_scopes (PtLower *self);
void pt_lower_node (PtLower *self, const PtElement *element, PtIndex scope);
/** pt_lower_check_boundary: names an event that is not attached to an activity beside it */
void pt_lower_check_boundary (PtLower *self, const PtElement *event);
void pt_lower_lanes (PtLower *self, const PtElement *lane_set, PtIndex scope, PtIndex parent);
void pt_lower_pools (PtLower *self);
void pt_lower_flows (PtLower *self);
void pt_lower_message_flows (PtLower *self);
void pt_lower_items (PtLower *self);
void pt_lower_data (PtLower *self);
void pt_lower_inferences (PtLower *self);

/** pt_lower_check_compensation: names compensation events that lead to no activity, or to one that
 * is not marked to undo work */
void pt_lower_check_compensation (const PtProgram *program, PtDiagnostics *diagnostics);
/** pt_lower_check: faults of structure that are left as they are */
void pt_lower_check (PtProgram *program, PtDiagnostics *diagnostics);
/** pt_lower_complete: puts in what BPMN lets one leave out: start and end events, splits and joins
 */
void pt_lower_complete (PtProgram *program, PtDiagnostics *diagnostics);

/* ----- inserting (pt-lower-insert.c)
 * -------------------------------------------------------------- */

typedef enum
{
  PT_SIDE_BEFORE,
  PT_SIDE_AFTER,
} PtSide;

/** PtPlaces: where there is room for what nobody drew, on all diagrams of a program that is not
 * sealed. */
typedef struct _PtPlaces PtPlaces;
/** pt_places_new: @program: must outlive it, and get no nodes with figures but by pt_lower_insert()
 */
PtPlaces *pt_places_new (PtProgram *program);
void pt_places_free (PtPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtPlaces, pt_places_free)

/** pt_lower_insert: Returns: a new node of @type beside @near, in its scope and lane, not connected
 * yet */
PtIndex
pt_lower_insert (PtPlaces *places, PtBpmnType type, const char *prefix, PtIndex near, PtSide side);
/** pt_lower_insert_within: Returns: a new node of @type in @activity, not drawn, not connected yet
 */
PtIndex
pt_lower_insert_within (PtProgram *program, PtBpmnType type, const char *prefix, PtIndex activity);
PtIndex pt_lower_connect (PtProgram *program, PtIndex source, PtIndex target);
/** pt_lower_divert: makes all flows into (before) or out of (after) @node those of @gateway, and
 * joins the two by a flow. The adjacency of @node must be up to date, and that of both is
 * afterwards. */
void pt_lower_divert (PtProgram *program, PtIndex node, PtIndex gateway, PtSide side);

G_END_DECLS
