/* pt-preview.c: how moved shapes and their flows would look
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a large selection only the first MAX_GHOSTS shapes and MAX_ROUTES flows are shown: enough to
 * see where it goes, cheap enough for every motion of the pointer.
 */
#include "pt-preview.h"

#include <partitur/layout.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"

#define MAX_GHOSTS 400
#define MAX_ROUTES 60

typedef struct
{
  PtBounds bounds;
  PtFamily family;
} Ghost;

typedef struct
{
  GArray *points; /* before */
  PtRouteEnd from, to;
  gboolean from_moves, to_moves;
  PtRouteStyle style;
  gboolean down;
} Route;

struct _PtPreview
{
  GArray *ghosts; /* Ghost */
  GArray *routes; /* Route */
};

static void
clear_route (Route *route)
{
  g_clear_pointer (&route->points, g_array_unref);
}

static void
take_route (PtPreview *self, const PtDiagramElement *edge, GHashTable *ids)
{
  const PtElement *flow = edge->element;
  PtDiagramElement *from, *to;
  Route route = { 0 };

  if (flow->source == NULL || flow->target == NULL || edge->n_waypoints < 2)
    return;
  route.from_moves = pt_facts_is_carried (flow->source, ids);
  route.to_moves = pt_facts_is_carried (flow->target, ids);
  from = pt_diagram_find (edge->diagram, flow->source);
  to = pt_diagram_find (edge->diagram, flow->target);
  if ((!route.from_moves && !route.to_moves) || from == NULL || to == NULL || from->is_edge
      || to->is_edge)
    return;
  route.points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  g_array_append_vals (route.points, edge->waypoints, edge->n_waypoints);
  route.from = pt_route_end (from);
  route.to = pt_route_end (to);
  route.style = pt_route_style_of (flow->type);
  route.down = pt_facts_runs_down (from);
  g_array_append_val (self->routes, route);
}

static void
take_figure (PtPreview *self, const PtDiagramElement *figure, GHashTable *ids)
{
  if (figure->element == NULL)
    return;
  if (figure->is_edge && self->routes->len < MAX_ROUTES)
    take_route (self, figure, ids);
  else if (!figure->is_edge && self->ghosts->len < MAX_GHOSTS
           && pt_facts_is_carried (figure->element, ids))
    {
      Ghost ghost = { figure->bounds, pt_facts_family (figure) };

      g_array_append_val (self->ghosts, ghost);
    }
}

PtPreview *
pt_preview_new (PtEditor *editor, GHashTable *ids)
{
  PtPreview *self = g_new0 (PtPreview, 1);

  self->ghosts = g_array_new (FALSE, FALSE, sizeof (Ghost));
  self->routes = g_array_new (FALSE, FALSE, sizeof (Route));
  g_array_set_clear_func (self->routes, (GDestroyNotify)clear_route);
  for (guint i = 0; editor->diagram != NULL && i < editor->diagram->elements->len; i++)
    take_figure (self, g_ptr_array_index (editor->diagram->elements, i), ids);
  return self;
}

void
pt_preview_free (PtPreview *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ghosts);
  g_array_unref (self->routes);
  g_free (self);
}

static PtBounds
shifted (PtBounds b, double dx, double dy)
{
  return (PtBounds){ b.x + dx, b.y + dy, b.width, b.height };
}

static PtRouteEnd
shifted_end (PtRouteEnd end, gboolean moves, double dx, double dy)
{
  if (moves)
    {
      end.bounds = shifted (end.bounds, dx, dy);
      end.host = shifted (end.host, dx, dy);
    }
  return end;
}

static void
add_route (const Route *route, double dx, double dy, GArray *overlay)
{
  PtRouteEnd from = shifted_end (route->from, route->from_moves, dx, dy);
  PtRouteEnd to = shifted_end (route->to, route->to_moves, dx, dy);
  g_autoptr (GArray) points = pt_route_repair (route->points, route->from.bounds, route->to.bounds,
                                               &from, &to, route->style, route->down);

  pt_overlay_add_points (overlay, PT_MARK_ROUTE, (const PtPoint *)points->data, points->len);
}

void
pt_preview_overlay (PtPreview *self, double dx, double dy, GArray *overlay)
{
  for (guint i = 0; i < self->ghosts->len; i++)
    {
      const Ghost *ghost = &g_array_index (self->ghosts, Ghost, i);

      pt_overlay_add_bounds (overlay, PT_MARK_GHOST, shifted (ghost->bounds, dx, dy),
                             ghost->family);
    }
  for (guint i = 0; i < self->routes->len; i++)
    add_route (&g_array_index (self->routes, Route, i), dx, dy, overlay);
}
