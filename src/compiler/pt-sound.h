/* pt-sound.h: what the parts of the sound pass share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/diagnostics.h>
#include <partitur/net.h>

G_BEGIN_DECLS

/** PtWays: for each node of a program those that one gets to from it, in one step: the neighbours of
 *  node i are to[first[i]] up to to[first[i + 1] - 1]. */
typedef struct
{
  guint *first;
  PtIndex *to;
} PtWays;

/** PtSound: the state of the pass. A set of nodes of the scope is an array of gboolean by number. */
typedef struct
{
  const PtProgram *program;
  PtDiagnostics *diagnostics;
  PtWays next, previous;
  GHashTable *said; /* code and node of what was said already */
  PtIndex scope;    /* the one that is looked at */
  const GArray *nodes; /* PtIndex: all of it */
  guint *numbers;   /* by node: its place among those of its scope */
  PtNet *net;       /* of it */
} PtSound;

/** pt_sound_in: the entry of @node in @set */
#define pt_sound_in(self, set, node) ((set)[(self)->numbers[node]])
/** pt_sound_set_new: Returns: (transfer full): an empty set of nodes of the scope */
gboolean *pt_sound_set_new (const PtSound *self);
/** pt_sound_takes_part: Returns: whether tokens come to the node: not to what events or compensation
 *  trigger */
gboolean pt_sound_takes_part (const PtNode *node);

/* ----- walks along the drawing (pt-sound-walk.c) ------------------------------------------------- */

/** pt_sound_find_ways: fills @next and @previous: along flows, from activities to their boundary
 *  events, and from links that are thrown to where they are caught */
void pt_sound_find_ways (PtSound *self);
/** pt_sound_walk: Returns: (transfer full): @from and all that @ways lead to, never through @but
 *  (%PT_NO_INDEX for none) */
gboolean *pt_sound_walk (const PtSound *self, const PtWays *ways, PtIndex from, PtIndex but);
/** pt_sound_walk_all: @from: (element-type PtIndex): where to begin; holds all that was reached, nearest
 *  first, afterwards */
gboolean *pt_sound_walk_all (const PtSound *self, const PtWays *ways, GArray *from, PtIndex but);

/** pt_sound_order: Returns: (transfer full) (element-type PtIndex): @from and all that @ways lead to,
 *  nearest first */
GArray *pt_sound_order (const PtSound *self, const PtWays *ways, PtIndex from);

/* ----- saying (pt-sound-say.c) ------------------------------------------------------------------- */

/** pt_sound_label: Returns: (transfer full): what findings call @node; one that the drawing leaves out
 *  goes by the drawn one it belongs to */
char *pt_sound_label (const PtSound *self, PtIndex node);
/** pt_sound_say: @...: arguments as for pt_diagnostics_add(). Returns: (nullable): a finding about
 *  @node, %NULL when that was said already */
PtDiagnostic *pt_sound_say (PtSound *self, PtCode code, PtIndex node, ...) G_GNUC_NULL_TERMINATED;
/** pt_sound_offer: @type instead of what the gateway @node is, when it is drawn; @finding: (nullable) */
void pt_sound_offer (PtSound *self, PtDiagnostic *finding, PtIndex node, PtBpmnType type);
/** pt_sound_trace: @trace: (element-type guint): steps of the net; @finding: (nullable) */
void pt_sound_trace (PtSound *self, PtDiagnostic *finding, const GArray *trace);
/** pt_sound_list: Returns: (transfer full): labels of the nodes in @set, a few of them; all are added
 *  to @finding (nullable) */
char *pt_sound_list (PtSound *self, const gboolean *set);

/* ----- finding ----------------------------------------------------------------------------------- */

/** pt_sound_check_ways: loops without a way in or out (pt-sound-loops.c). Linear. Returns: whether all
 *  is well */
gboolean pt_sound_check_ways (PtSound *self);
/** pt_sound_explain: says what in the drawing leads to @fault (pt-sound-explain.c) */
void pt_sound_explain (PtSound *self, const PtFault *fault);
/** pt_sound_explain_messages: says who waits in vain for a message of another process
 *  (pt-sound-messages.c) */
void pt_sound_explain_messages (PtSound *self, const PtNetMaker *maker, const PtFault *fault);

G_END_DECLS
