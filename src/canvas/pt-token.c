/* pt-token.c: a token that goes along a path, and the way it came
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-token.h"

#include <math.h>

#include "pt-mark-paint.h"
#include "tools/pt-editor-private.h"

#define COLOR 0x26a269
#define RADIUS 10.0 /* pixels */
#define RING 2.5
#define MOVE_TIME (350 * 1000) /* microseconds */
#define WAY_STRENGTH 0.35      /* of what it passed, beside where it is */

struct _PtToken
{
  GStrv ids;
  guint n;
  gint64 start;
};

PtToken *
pt_token_new (const char *const *ids, gint64 start)
{
  PtToken *self = g_new0 (PtToken, 1);

  self->ids = g_strdupv ((GStrv)ids);
  self->n = g_strv_length (self->ids);
  self->start = start;
  return self;
}

void
pt_token_free (PtToken *self)
{
  g_strfreev (self->ids);
  g_free (self);
}

static double
progress (const PtToken *self)
{
  return fmin ((double)(g_get_monotonic_time () - self->start) / MOVE_TIME, 1);
}

gboolean
pt_token_is_moving (const PtToken *self)
{
  return self->n > 1 && progress (self) < 1;
}

/* ----- where it is ---------------------------------------------------------------------------- */

/* On top of a shape, so that what is written in it can be read; half way along a flow. */
static PtPoint
place_on (const PtDiagramElement *figure)
{
  if (figure->is_edge && figure->n_waypoints > 0)
    return figure->waypoints[figure->n_waypoints / 2];
  return (PtPoint){ figure->bounds.x + figure->bounds.width / 2, figure->bounds.y };
}

/* Returns: (nullable): the flow from one to the other */
static const PtDiagramElement *
flow_between (PtEditor *editor, const PtDiagramElement *from, const PtDiagramElement *to)
{
  GPtrArray *flows = from->element != NULL ? from->element->outgoing : NULL;

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    {
      const PtElement *flow = g_ptr_array_index (flows, i);
      const PtDiagramElement *figure
          = flow->id != NULL ? pt_editor_figure (editor, flow->id) : NULL;

      if (flow->target == to->element && figure != NULL && figure->is_edge)
        return figure;
    }
  return NULL;
}

/* Returns: (transfer full) (element-type PtPoint): from one to the other, along the flow if there
 * is one */
static GArray *
way_between (PtEditor *editor, const PtDiagramElement *from, const PtDiagramElement *to)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  const PtDiagramElement *flow = flow_between (editor, from, to);
  PtPoint start = place_on (from), end = place_on (to);

  g_array_append_val (way, start);
  if (flow != NULL)
    g_array_append_vals (way, flow->waypoints, flow->n_waypoints);
  g_array_append_val (way, end);
  return way;
}

static PtPoint
place_of (const PtToken *self, PtEditor *editor, const PtDiagramElement *figure)
{
  const PtDiagramElement *before
      = self->n > 1 ? pt_editor_figure (editor, self->ids[self->n - 2]) : NULL;
  g_autoptr (GArray) way = NULL;

  if (before == NULL || !pt_token_is_moving (self))
    return place_on (figure);
  way = way_between (editor, before, figure);
  return pt_polyline_at ((const PtPoint *)(gpointer)way->data, way->len, progress (self));
}

/* ----- painting ------------------------------------------------------------------------------- */

static void
paint_disc (GtkSnapshot *snapshot, PtPoint at, const PtInk *ink)
{
  const double size = 2 * (RADIUS + RING);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float)(at.x - size / 2), (float)(at.y - size / 2),
                                             (float)size, (float)size);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA ring = pt_color_of (ink->background, 1), color = pt_color_of (COLOR, 1);

  cairo_arc (cr, at.x, at.y, RADIUS + RING, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ring);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
pt_token_snapshot (const PtToken *self,
                   GtkSnapshot *snapshot,
                   PtEditor *editor,
                   const PtView *view,
                   const PtInk *ink)
{
  const PtDiagramElement *last = NULL;

  for (guint i = 0; i < self->n; i++)
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, self->ids[i]);

      if (figure != NULL)
        pt_flash_snapshot (snapshot, figure, view, ink, i + 1 < self->n ? WAY_STRENGTH : 1);
      last = figure;
    }
  if (last != NULL)
    paint_disc (snapshot, pt_view_from_diagram (view, place_of (self, editor, last)), ink);
}
