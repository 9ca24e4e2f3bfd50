/* pt-fix.h: making repairs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>

/** pt_fix_new: @args: (transfer full) */
PtFix *pt_fix_new (PtFixKind kind, GStrv args);
