/* pt-report.h: what findings call the things of a program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/** pt_report_label: Returns: (transfer full): @name, or for want of one the everyday name of @type
 * and the id of the drawn element. Without quotation marks: messages have their own. */
char *pt_report_label (const char *name, PtBpmnType type, const PtOrigin *origin);
char *pt_report_node_label (const PtProgram *program, PtIndex node);
char *pt_report_flow_label (const PtProgram *program, PtIndex flow);

/** pt_report_id: Returns: (transfer none) (nullable): id of the drawn element behind @origin */
const char *pt_report_id (const PtOrigin *origin);
/** pt_report_at: adds the drawn element behind @origin to what @diagnostic is about */
void pt_report_at (PtDiagnostic *diagnostic, const PtOrigin *origin);

G_END_DECLS
