/* pt-inside-paint.h: arrows on the figures into which one can go
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/tools.h>

#include "tools/pt-view.h"

G_BEGIN_DECLS

/** PtInsidePaint: the node of the arrow, kept while its colours stay. Zeroed at first. */
typedef struct
{
  GskRenderNode *node;
  guint32 accent, background;
} PtInsidePaint;

/** pt_inside_snapshot: paints the arrows in view, as far as they are large enough to hit */
void pt_inside_snapshot (PtInsidePaint *self,
                         GtkSnapshot *snapshot,
                         PtScene *scene,
                         const PtView *view,
                         const PtInk *ink);
void pt_inside_clear (PtInsidePaint *self);

G_END_DECLS
