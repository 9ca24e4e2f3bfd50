/* pt-diagnostic.h: making and copying single findings
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>

/** pt_diagnostic_new: @args: (transfer full) */
PtDiagnostic *pt_diagnostic_new (PtCode code, PtSeverity severity, GStrv args);
PtDiagnostic *pt_diagnostic_copy (const PtDiagnostic *self);
void pt_diagnostic_free (PtDiagnostic *self);
/** pt_diagnostic_share_elements: from now on @self is about what @other is about, and the other way
 * round: what is added to one is added to both */
void pt_diagnostic_share_elements (PtDiagnostic *self, PtDiagnostic *other);
/** pt_diagnostic_take_elements: makes @self be about all that @other is about, too */
void pt_diagnostic_take_elements (PtDiagnostic *self, const PtDiagnostic *other);
