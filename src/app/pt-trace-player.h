/* pt-trace-player.h: a bar that lets a token go along a trace on the drawing, step by step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/canvas.h>

G_BEGIN_DECLS

#define PT_TYPE_TRACE_PLAYER (pt_trace_player_get_type ())
G_DECLARE_FINAL_TYPE (PtTracePlayer, pt_trace_player, PT, TRACE_PLAYER, GtkWidget)

/** pt_trace_player_set_canvas: @canvas: (nullable): where it is played; not kept alive */
void pt_trace_player_set_canvas (PtTracePlayer *self, PtCanvas *canvas);
/** pt_trace_player_play: @trace: (element-type utf8): ids; shows the bar and sets out */
void pt_trace_player_play (PtTracePlayer *self, const GPtrArray *trace);
/** pt_trace_player_stop: takes bar and token away */
void pt_trace_player_stop (PtTracePlayer *self);

G_END_DECLS
