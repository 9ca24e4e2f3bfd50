/* pt-link.h: what a flow under the pointer would connect to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

/** PtLink: valid until the next change of the document. */
typedef struct
{
  PtDiagramElement *figure; /* (nullable): what is under the pointer */
  PtVerdict verdict;        /* %PT_VERDICT_IGNORE over nothing */
  gboolean reversed;        /* only the way back is legal */
  PtBpmnType type;          /* of the flow it would be */
  const char *reason;       /* (nullable): why not, translated */
} PtLink;

/** pt_link_judge: asks the rules for @from → @to, and when they forbid it, for the way back */
PtLink pt_link_judge (PtDiagramElement *from, PtDiagramElement *to);
/**
 * pt_link_figure_at:
 * @other: (nullable): the other end: a container it lies in is open ground
 *
 * Returns: (nullable): what a flow can end at
 */
PtDiagramElement *pt_link_figure_at (PtEditor *editor, PtPoint at, const PtElement *other);
/** pt_link_route: Returns: (transfer full): how the flow @link would run from @from */
GArray *pt_link_route (const PtLink *link, const PtDiagramElement *from);
/** pt_link_line: Returns: (transfer full): a straight line from the outline of @from to @to */
GArray *pt_link_line (const PtDiagramElement *from, PtPoint to);

G_END_DECLS
