/* pt-versions-pair.h: two versions of a process, read, drawn and compared
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compare.h>

G_BEGIN_DECLS

/** PtVersionsPair: made in a thread, then handed to the window. */
typedef struct
{
  PtProcessGraph *before, *after;
  char *before_title, *after_title;
  PtComparison *comparison;
} PtVersionsPair;

/**
 * pt_versions_pair_new:
 * @before: the older version's file
 * @after: text of the newer one; @after_title: its name for people
 *
 * Blocks. A version without a drawing gets one, so that it can be shown.
 *
 * Returns: (transfer full) (nullable)
 */
PtVersionsPair *pt_versions_pair_new (GFile *before,
                                      GBytes *after,
                                      const char *after_title,
                                      GCancellable *cancellable,
                                      GError **error);
void pt_versions_pair_free (PtVersionsPair *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtVersionsPair, pt_versions_pair_free)

/** pt_versions_pair_find: Returns: (nullable): id of what to show of @compared in @graph: the
 * element, or the nearest thing around it that is drawn */
const char *pt_versions_pair_find (PtProcessGraph *graph, const PtCompared *compared);

G_END_DECLS
