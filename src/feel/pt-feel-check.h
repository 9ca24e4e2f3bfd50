/* pt-feel-check.h: what the parts of the type checker share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-feel-builtin.h"

G_BEGIN_DECLS

typedef struct
{
  const PtFeel *feel;
  const PtFeelScope *scope; /* (nullable): any name may be there */
  GArray *faults;           /* (nullable) */
  PtFeelType **slots;       /* of the function one is in */
} PtFeelChecker;

/** pt_check_infer: Returns: (transfer full) */
PtFeelType *pt_check_infer (PtFeelChecker *self, const PtFeelNode *node);
/** pt_check_fault: printf-like. Returns: (transfer full): Any, as what is wrong is told once */
PtFeelType *pt_check_fault (PtFeelChecker *self, guint at, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void pt_check_free_slots (PtFeelType **slots, guint n);

/** pt_check_is_ordered: Returns: whether values of the kinds may have an order */
gboolean pt_check_is_ordered (PtFeelKind a, PtFeelKind b);
PtFeelType *pt_check_binary (PtFeelChecker *self, const PtFeelNode *node);
PtFeelType *pt_check_negation (PtFeelChecker *self, const PtFeelNode *node);
PtFeelType *pt_check_between (PtFeelChecker *self, const PtFeelNode *node);
PtFeelType *pt_check_in (PtFeelChecker *self, const PtFeelNode *node);
PtFeelType *pt_check_call (PtFeelChecker *self, const PtFeelNode *node);

G_END_DECLS
