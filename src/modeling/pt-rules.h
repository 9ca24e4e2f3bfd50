/* pt-rules.h: what the rules and the operations ask alike
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/modeling.h>

/** pt_sequence_flows: Returns: how many of @flows (nullable) are sequence flows; @first (out)
 *  (nullable): the first one */
guint pt_sequence_flows (GPtrArray *flows, PtElement **first);
/** pt_pool_of: Returns: (nullable): the pool @element is or lies in */
PtElement *pt_pool_of (const PtElement *element);
