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
