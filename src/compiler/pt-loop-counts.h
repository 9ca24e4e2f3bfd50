/* pt-loop-counts.h: what conditions call the numbers of instances of an activity
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * BPMN 2.0 (table 10.31) counts numberOfInstances, numberOfActiveInstances,
 * numberOfCompletedInstances and numberOfTerminatedInstances; engines that come from Activiti say
 * nrOfInstances, and so on. The program has the names of the standard.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PtCountsKind: how an engine calls them. */
typedef enum
{
  PT_COUNTS_STANDARD,
  PT_COUNTS_SHORT, /* nrOf…; those that were stopped are not counted */
  PT_COUNTS_NONE,  /* it keeps no count */
} PtCountsKind;

/** pt_loop_counts_say: @expression: in any language. Returns: (transfer full) (nullable): with the
 * names of @kind in place of the others; %NULL when it reads a number that is not kept there */
char *pt_loop_counts_say (const char *expression, PtCountsKind kind);

G_END_DECLS
