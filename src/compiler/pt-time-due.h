/* pt-time-due.h: when work has to be done
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/program.h>

G_BEGIN_DECLS

/**
 * pt_time_read_due:
 * @text: a name or an annotation
 * @kind: (out): a date or a duration
 * @iso: (out) (transfer full) (nullable): the same as ISO 8601
 *
 * Returns: (transfer full) (nullable): the words of @text that say until when; %NULL when none do
 */
char *pt_time_read_due (const char *text, PtTimeKind *kind, char **iso);

/** pt_time_find_due: sets due_iso and due_kind of @node, an activity, from what the file says, else
 * from its words, by what was decided about them */
void pt_time_find_due (PtProgram *program, PtIndex node, PtDiagnostics *diagnostics);

G_END_DECLS
