/* pt-tints.c: colours laid over figures
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-tints.h"

#include "pt-mark-paint.h"
#include "tools/pt-editor-private.h"

#define CORNER 10.0 /* diagram units: of activities */
#define FAINT 0.15
#define CLEAR 0.28
#define THIN 1.5f /* pixels */
#define THICK 4.0f

/* Corners as the figure has them; a pool's or lane's are square. */
static float
corner_of (const PtDiagramElement *figure)
{
  PtBpmnType type = figure->element->type;

  if (pt_bpmn_type_is_a (type, PT_BPMN_ACTIVITY))
    return CORNER;
  return pt_bpmn_type_is_a (type, PT_BPMN_EVENT) ? (float)(figure->bounds.width / 2) : 0;
}

static void
paint (GtkSnapshot *snapshot,
       const PtDiagramElement *figure,
       const PtTint *tint,
       const PtView *view)
{
  PtPoint at = pt_view_from_diagram (view, (PtPoint){ figure->bounds.x, figure->bounds.y });
  graphene_rect_t area
      = GRAPHENE_RECT_INIT ((float)at.x, (float)at.y, (float)(figure->bounds.width * view->zoom),
                            (float)(figure->bounds.height * view->zoom));
  GdkRGBA body = pt_color_of (tint->color, tint->is_strong ? CLEAR : FAINT);
  GdkRGBA line = pt_color_of (tint->color, 1);
  float width = tint->is_strong ? THICK : THIN;
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &area, corner_of (figure) * (float)view->zoom);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &body, &area);
  gtk_snapshot_pop (snapshot);
  if (tint->is_outlined)
    gtk_snapshot_append_border (snapshot, &shape, (float[4]){ width, width, width, width },
                                (GdkRGBA[4]){ line, line, line, line });
}

void
pt_tints_snapshot (GHashTable *tints, GtkSnapshot *snapshot, PtScene *scene, const PtView *view)
{
  g_autoptr (GPtrArray) figures = NULL;

  if (tints == NULL || g_hash_table_size (tints) == 0)
    return;
  figures = pt_scene_query (scene, pt_view_visible (view));
  for (guint i = 0; i < figures->len; i++)
    {
      const PtDiagramElement *figure = figures->pdata[i];
      const PtTint *tint = figure->element != NULL && figure->element->id != NULL
                               ? g_hash_table_lookup (tints, figure->element->id)
                               : NULL;

      if (tint != NULL && !figure->is_edge)
        paint (snapshot, figure, tint, view);
    }
}
