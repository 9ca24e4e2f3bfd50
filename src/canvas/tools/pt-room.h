/* pt-room.h: making and taking room along a line
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-tool.h"

G_BEGIN_DECLS

/** PtCut: the line, and which side of it moves. */
typedef struct
{
  gboolean horizontal; /* moves to the left or right; else up or down */
  int side;            /* +1: what lies right or below moves; −1: what lies left or above */
  PtPoint at;          /* a point on the line */
  char *scope;         /* (nullable): id of the pool to stay within; NULL: the whole diagram */
} PtCut;

/** PtRoom: what a cut moves and which containers grow or shrink for it. Plain geometry. */
typedef struct _PtRoom PtRoom;

PtRoom *pt_room_new (PtEditor *editor, const PtCut *cut);
void pt_room_free (PtRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRoom, pt_room_free)
/** pt_room_limit: Returns: @amount (signed, along the axis), so small that nothing collides */
double pt_room_limit (const PtRoom *self, double amount);
/** pt_room_commit: one transaction */
void pt_room_commit (PtRoom *self, double amount);
void pt_room_overlay (PtRoom *self, double amount, GArray *overlay);

G_END_DECLS
