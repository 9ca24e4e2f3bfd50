/* pt-di-writer.h: the one place that writes diagram interchange (BPMN 2.0, clause 12)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-draft.h"

/** PtShapeStyle: what a shape says besides its bounds. */
typedef struct
{
  const char *is_horizontal;     /* (nullable): "true" or "false" */
  const char *is_expanded;       /* (nullable) */
  const char *is_marker_visible; /* (nullable) */
} PtShapeStyle;

/** pt_di_style_of: what a new shape of @type says; @collapsed and @vertical as far as they apply */
PtShapeStyle pt_di_style_of (PtBpmnType type, gboolean collapsed, gboolean vertical);

/**
 * pt_di_make_shape, pt_di_make_edge:
 * @context: (nullable): an element the namespaces shall fit, NULL for the root
 *
 * Returns: (transfer full): a loose figure of @element, an element of the model in the tree
 */
xmlNode *pt_di_make_shape (PtDraft *draft, xmlNode *element, PtShapeStyle style, PtBounds bounds);
xmlNode *pt_di_make_edge (PtDraft *draft, xmlNode *element, const GArray *points);

/** pt_di_add_shape: makes a shape and puts it on @diagram: behind all others if @behind_all, else
 *  directly above @above, a figure's node, else (NULL) in front of all */
void pt_di_add_shape (PtDraft *draft,
                      PtDiagram *diagram,
                      xmlNode *element,
                      PtShapeStyle style,
                      PtBounds bounds,
                      xmlNode *above,
                      gboolean behind_all);
void pt_di_add_edge (PtDraft *draft, PtDiagram *diagram, xmlNode *element, const GArray *points);

void pt_di_set_bounds (PtDraft *draft, xmlNode *shape, PtBounds bounds);
void pt_di_set_waypoints (PtDraft *draft, xmlNode *edge, const GArray *points);
void pt_di_set_label (PtDraft *draft, xmlNode *figure, PtBounds bounds);
/** pt_di_shift_label: moves a label that has a place of its own */
void pt_di_shift_label (PtDraft *draft, PtDiagramElement *figure, double dx, double dy);
/** pt_di_set_flag: an attribute that is "true" or "false"; NULL removes it */
void pt_di_set_flag (PtDraft *draft, xmlNode *figure, const char *name, const char *value);
/** pt_di_waypoints: Returns: (transfer full) (element-type PtPoint): the waypoints of an edge */
GArray *pt_di_waypoints (const PtDiagramElement *edge);
