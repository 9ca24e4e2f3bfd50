/* pt-next.h: where work goes in a program, and in whose hands it is
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

/**
 * pt_next_nodes:
 * @stops: (array): by node: whether the search ends there
 *
 * What comes first behind @from, along flows, into sub-processes and out of them when they are
 * over.
 *
 * Returns: (transfer full): of PtIndex: those of @stops, each once
 */
GArray *pt_next_nodes (const PtProgram *program, PtIndex from, const gboolean *stops);

/** pt_role_around: Returns: into roles: that of @node, else of the innermost lane around it that
 * has one, else of its pool; or %PT_NO_INDEX */
PtIndex pt_role_around (const PtProgram *program, PtIndex node);

G_END_DECLS
