/* pt-finding.h: one finding as an item of a list model
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

G_BEGIN_DECLS

#define PT_TYPE_FINDING (pt_finding_get_type ())
G_DECLARE_FINAL_TYPE (PtFinding, pt_finding, PT, FINDING, GObject)

/** pt_finding_new: a finding of @compilation, which it keeps alive
 *  @n_alike: how many of its code there are, itself among them, that its first fix also helps */
PtFinding *
pt_finding_new (PtCompilation *compilation, const PtDiagnostic *diagnostic, guint n_alike);
/** pt_finding_renew: the same finding, in a later compilation: its key is the same */
void pt_finding_renew (PtFinding *self, PtCompilation *compilation, const PtDiagnostic *diagnostic);
/** pt_finding_key: Returns: (transfer full): all that is shown of a finding, and what its repairs
 * work on */
char *pt_finding_key (PtCompilation *compilation, const PtDiagnostic *diagnostic, guint n_alike);
char *pt_finding_dup_key (PtFinding *self);
/** pt_finding_get: Returns: (transfer none) */
const PtDiagnostic *pt_finding_get (PtFinding *self);
guint pt_finding_get_n_alike (PtFinding *self);
/** pt_finding_get_reason: Returns: (transfer none) (nullable): why it is let pass, often empty;
 * %NULL when it is not */
const char *pt_finding_get_reason (PtFinding *self);

G_END_DECLS
