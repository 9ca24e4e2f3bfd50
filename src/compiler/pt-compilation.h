/* pt-compilation.h: a result while it is put together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

#include "pt-emission.h"

G_BEGIN_DECLS

/** pt_compilation_new: @program, @diagnostics: (transfer full); @emitted: (transfer full)
 * (nullable) */
PtCompilation *
pt_compilation_new (PtProgram *program, PtDiagnostics *diagnostics, PtEmitted *emitted);

/** pt_compiler_day_of: Returns: @day, or today where it is none */
GDate pt_compiler_day_of (const GDate *day);
/** pt_compiler_check_roles: Returns: (transfer full): what is wrong with the roles file itself */
PtDiagnostics *
pt_compiler_check_roles (PtDocument *roles, const GDate *day, PtRules *rules);

/** pt_compiler_report_rules: says what of the rules was not understood */
void pt_compiler_report_rules (const PtRules *rules, PtDiagnostics *diagnostics);

/** pt_compiler_place_findings: gives each finding the place of the drawn element it is about, and
 * sorts them */
void pt_compiler_place_findings (PtDiagnostics *diagnostics, const PtProgram *program);

G_END_DECLS
