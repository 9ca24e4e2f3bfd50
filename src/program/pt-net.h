/* pt-net.h: how a net is put together
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/net.h>

G_BEGIN_DECLS

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
