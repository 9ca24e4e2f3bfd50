/* pt-difference-label.h: elements and values in words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-comparison.h"

G_BEGIN_DECLS

/** pt_compared_catalog: Returns: the catalog of the version that @compared is in */
PtCatalog *pt_compared_catalog (const PtComparison *self, const PtCompared *compared);
/** pt_compared_label: Returns: (transfer full): User task “Check order”; a flow without a name by
 * its ends */
char *pt_compared_label (const PtComparison *self, const PtCompared *compared);
/** pt_compared_short: Returns: (transfer full): the name in quotation marks, else
 * pt_compared_label() */
char *pt_compared_short (const PtComparison *self, const PtCompared *compared);
/** pt_compared_end: Returns: (nullable): the end of a flow: attribute or child @name */
const PtCompared *
pt_compared_end (const PtComparison *self, const PtCompared *compared, const char *name);
/** pt_quoted: Returns: (transfer full): @text on one line, shortened, in quotation marks */
char *pt_quoted (const char *text);

G_END_DECLS
