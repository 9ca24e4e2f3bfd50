/* pt-reading-order.c: the order one would read a diagram in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-reading-order.h"

#include <math.h>

#include "pt-facts.h"

#define COLUMN 50.0

/* Where a figure comes, the first difference decides. */
typedef struct
{
  double keys[5];
  PtDiagramElement *figure;
} Place;

/* Without a pool around it a node has only its own place: rows would scatter, columns come first.
 */
static Place
place_without_pool (PtDiagramElement *figure)
{
  PtPoint center = pt_bounds_center (figure->bounds);

  return (Place){ { -INFINITY, 0, 0, floor (center.x / COLUMN), center.y }, figure };
}

static Place
place_in_pool (PtDiagramElement *figure, const PtDiagramElement *pool)
{
  PtPoint center = pt_bounds_center (figure->bounds);
  double along = pool->is_horizontal ? center.x : center.y;
  double across = pool->is_horizontal ? center.y : center.x;
  gboolean band = pt_facts_is_band (figure);

  return (Place){ { pool->bounds.y, pool->bounds.x,
                    figure == pool ? 0
                    : band         ? 1
                                   : 2,
                    band ? across : floor (along / COLUMN), band ? along : across },
                  figure };
}

static Place
place_of (PtDiagramElement *figure)
{
  const PtElement *pool = pt_facts_pool (figure->element);
  PtDiagramElement *frame = pool != NULL ? pt_diagram_find (figure->diagram, pool) : NULL;

  return frame != NULL ? place_in_pool (figure, frame) : place_without_pool (figure);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *pa = a, *pb = b;

  for (guint i = 0; i < G_N_ELEMENTS (pa->keys); i++)
    if (pa->keys[i] != pb->keys[i])
      return pa->keys[i] < pb->keys[i] ? -1 : 1;
  return pa->figure->z < pb->figure->z ? -1 : pa->figure->z > pb->figure->z;
}

GPtrArray *
pt_reading_order (PtDiagram *diagram)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; diagram != NULL && i < diagram->elements->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (diagram->elements, i);
      Place place;

      if (figure->is_edge || figure->is_hidden || pt_facts_id (figure) == NULL)
        continue;
      place = place_of (figure);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (order, g_array_index (places, Place, i).figure);
  return order;
}
