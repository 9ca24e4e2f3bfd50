/* pt-net.h: how a net is put together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/net.h>

G_BEGIN_DECLS

/** PtNetMaker: what is the same for all scopes of a program, and the net that is being made. */
struct _PtNetMaker
{
  const PtProgram *program;
  GPtrArray *nodes, *flows; /* by scope: GArray of PtIndex */
  guint *places;            /* by flow */
  PtIndex *first_boundary, *next_boundary; /* by node: its boundary events as a chain */
  GHashTable *received, *sent; /* node plus one → GArray of places; NULL for a net of one scope */
  PtNet *net;
  PtIndex scope;
  guint start;
  GArray *in, *out; /* guint: of the step being made */
};

/** pt_net_maker_add_scope: adds the places and steps of @scope to the net that is being made */
void pt_net_maker_add_scope (PtNetMaker *self, PtIndex scope);
/** pt_net_maker_finish: Returns: (transfer full): that net, sealed */
PtNet *pt_net_maker_finish (PtNetMaker *self);

/** pt_net_alloc: Returns: (transfer full): without places and steps */
PtNet *pt_net_alloc (void);
/** pt_net_add_place: Returns: its number */
guint pt_net_add_place (PtNet *self, PtPlaceKind kind, PtIndex index);
/** pt_net_add_step: @in, @out: (element-type guint): places */
void
pt_net_add_step (PtNet *self, PtStepKind kind, PtIndex node, const GArray *in, const GArray *out);
/** pt_net_seal: to be called once, when all places and steps are there */
void pt_net_seal (PtNet *self);
/** pt_net_may_rest: Returns: whether a case may be over with a token on @place */
gboolean pt_net_may_rest (const PtNet *self, guint place);
/** pt_net_look_upstream: finds what inclusive joins wait for; after pt_net_seal() */
void pt_net_look_upstream (PtNet *self);

G_END_DECLS
