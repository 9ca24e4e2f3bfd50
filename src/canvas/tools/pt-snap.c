/* pt-snap.c: guide lines and the grid
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A centre far away is no help and would make every place of a large diagram magnetic: only what
 * lies within NEAR_WIDTH × NEAR_HEIGHT around the place counts.
 */
#include "pt-snap.h"

#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"

#define NEAR_WIDTH 1500.0
#define NEAR_HEIGHT 1000.0
#define GUIDE_MARGIN 2000.0

struct _PtSnap
{
  PtEditor *editor;
  GArray *points; /* PtPoint: centres */
  GArray *frames; /* PtBounds: whose edges count */
};

PtSnap *
pt_snap_new (PtEditor *editor)
{
  PtSnap *self = g_new0 (PtSnap, 1);

  self->editor = editor;
  self->points = g_array_new (FALSE, FALSE, sizeof (PtPoint));
  self->frames = g_array_new (FALSE, FALSE, sizeof (PtBounds));
  return self;
}

void
pt_snap_free (PtSnap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->frames);
  g_free (self);
}

void
pt_snap_add_point (PtSnap *self, PtPoint point)
{
  g_array_append_val (self->points, point);
}

void
pt_snap_collect (PtSnap *self, PtFamily like, GHashTable *moved)
{
  PtDiagram *diagram = pt_editor_get_diagram (self->editor);
  gboolean bands = like == PT_FAMILY_POOL || like == PT_FAMILY_LANE;

  for (guint i = 0; diagram != NULL && i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);

      if (figure->is_edge || figure->element == NULL
          || (moved != NULL && pt_facts_is_carried (figure->element, moved)))
        continue;
      g_array_append_val (self->frames, figure->bounds);
      if (pt_facts_is_band (figure) == bands)
        pt_snap_add_point (self, pt_bounds_center (figure->bounds));
    }
}

/* ----- one axis ------------------------------------------------------------------------------- */

/* The best line so far on one axis. */
typedef struct
{
  double delta; /* to add to the place */
  double line;
  gboolean found;
} Match;

static void
try_line (Match *match, double place, double line, double tolerance)
{
  double delta = line - place;

  if (fabs (delta) > tolerance || (match->found && fabs (delta) >= fabs (match->delta)))
    return;
  *match = (Match){ delta, line, TRUE };
}

/* Both axes at once: what has been found for x and for y. */
typedef struct
{
  Match x, y;
  double tolerance;
} Matches;

static gboolean
is_near (PtPoint a, PtPoint b)
{
  return fabs (a.x - b.x) < NEAR_WIDTH && fabs (a.y - b.y) < NEAR_HEIGHT;
}

static void
match_points (PtSnap *self, Matches *matches, PtPoint place)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      PtPoint p = g_array_index (self->points, PtPoint, i);

      if (!is_near (p, place))
        continue;
      try_line (&matches->x, place.x, p.x, matches->tolerance);
      try_line (&matches->y, place.y, p.y, matches->tolerance);
    }
}

static void
match_frames (PtSnap *self, Matches *matches, PtPoint place)
{
  for (guint i = 0; i < self->frames->len; i++)
    {
      PtBounds b = g_array_index (self->frames, PtBounds, i);

      if (!is_near (pt_bounds_center (b), place))
        continue;
      try_line (&matches->x, place.x, b.x, matches->tolerance);
      try_line (&matches->x, place.x, b.x + b.width, matches->tolerance);
      try_line (&matches->y, place.y, b.y, matches->tolerance);
      try_line (&matches->y, place.y, b.y + b.height, matches->tolerance);
    }
}

static double
snap_axis (PtSnap *self, const Match *match, double place)
{
  if (match->found)
    return match->delta;
  return self->editor->grid ? round (place / PT_GRID) * PT_GRID - place : 0;
}

static PtPoint
settle (PtSnap *self, const Matches *matches, PtPoint place, PtGuides *guides)
{
  *guides = (PtGuides){ matches->x.found, matches->y.found, matches->x.line, matches->y.line };
  return (PtPoint){ snap_axis (self, &matches->x, place.x),
                    snap_axis (self, &matches->y, place.y) };
}

PtPoint
pt_snap_bounds (PtSnap *self, PtBounds bounds, const PtInput *input, PtGuides *guides)
{
  Matches matches = { .tolerance = PT_SNAP_TOLERANCE / input->zoom };
  PtPoint center = pt_bounds_center (bounds);

  *guides = (PtGuides){ 0 };
  if ((input->modifiers & PT_MOD_CTRL) != 0)
    return (PtPoint){ 0, 0 };
  match_points (self, &matches, center);
  return settle (self, &matches, center, guides);
}

PtPoint
pt_snap_point (PtSnap *self, PtPoint point, const PtInput *input, PtGuides *guides)
{
  PtPoint delta = pt_snap_bounds (self, (PtBounds){ point.x, point.y, 0, 0 }, input, guides);

  return (PtPoint){ point.x + delta.x, point.y + delta.y };
}

PtPoint
pt_snap_corner (PtSnap *self, PtPoint point, const PtInput *input, PtGuides *guides)
{
  Matches matches = { .tolerance = PT_SNAP_TOLERANCE / input->zoom };
  PtPoint delta;

  *guides = (PtGuides){ 0 };
  if ((input->modifiers & PT_MOD_CTRL) != 0)
    return point;
  match_frames (self, &matches, point);
  delta = settle (self, &matches, point, guides);
  return (PtPoint){ point.x + delta.x, point.y + delta.y };
}

void
pt_guides_overlay (const PtGuides *guides, PtEditor *editor, GArray *overlay)
{
  PtBounds all = pt_bounds_grow (pt_scene_get_extents (pt_editor_get_scene (editor)), GUIDE_MARGIN);

  if (guides->has_x)
    pt_overlay_add_line (overlay, PT_MARK_GUIDE, (PtPoint){ guides->x, all.y },
                         (PtPoint){ guides->x, all.y + all.height });
  if (guides->has_y)
    pt_overlay_add_line (overlay, PT_MARK_GUIDE, (PtPoint){ all.x, guides->y },
                         (PtPoint){ all.x + all.width, guides->y });
}
