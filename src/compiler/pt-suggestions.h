/* pt-suggestions.h: which id is probably meant where one leads nowhere
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** PtSuggestions: the ids of a file by what they may be named for, each kind collected when it is
 * first asked for. In a large file with very many lost references only the first get an answer: how
 * much is compared in all is limited, so that the time is bounded. */
typedef struct _PtSuggestions PtSuggestions;

/** pt_suggestions_new: @graph: (transfer none): must outlive it and not change meanwhile */
PtSuggestions *pt_suggestions_new (PtProcessGraph *graph);
void pt_suggestions_free (PtSuggestions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSuggestions, pt_suggestions_free)

/** pt_suggestions_find: Returns: (transfer full) (nullable): the one id that @reference probably
 * means, with the prefix that its value has */
char *pt_suggestions_find (PtSuggestions *self, const PtDanglingReference *reference);
/** pt_suggestions_undrawn: Returns: (transfer none) (nullable): the one element without a figure
 * whose id is like @wanted */
const char *pt_suggestions_undrawn (PtSuggestions *self, const char *wanted);

G_END_DECLS
