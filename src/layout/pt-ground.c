/* pt-ground.c: what of a plane is taken
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <partitur/layout.h>

#include "pt-label-grid.h"

/* In a heap, so many things are looked at for one place. */
#define MOST_THINGS 256

struct _PtGround
{
  PtLabelGrid *grid;
  GPtrArray *things; /* PtThing */
};

PtGround *
pt_ground_new (void)
{
  PtGround *self = g_new0 (PtGround, 1);

  self->grid = pt_label_grid_new ();
  self->things = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
pt_ground_free (PtGround *self)
{
  pt_label_grid_free (self->grid);
  g_ptr_array_unref (self->things);
  g_free (self);
}

void
pt_ground_take (PtGround *self, PtBounds bounds)
{
  PtThing thing = pt_thing_box (PT_THING_BODY, bounds, NULL);

  g_ptr_array_add (self->things, g_memdup2 (&thing, sizeof thing));
  pt_label_grid_add (self->grid, g_ptr_array_index (self->things, self->things->len - 1));
}

/** Search: whether a place is free. */
typedef struct
{
  PtBounds wanted;
  guint n_left; /* things to look at before it is enough */
  gboolean is_free;
} Search;

static gboolean
look_at (PtThing *thing, gpointer data)
{
  Search *search = data;

  search->is_free
      = search->n_left-- > 0 && !pt_bounds_intersects (pt_thing_bounds (thing), search->wanted);
  return search->is_free;
}

gboolean
pt_ground_is_free (PtGround *self, PtBounds bounds)
{
  Search search = { bounds, MOST_THINGS, TRUE };

  pt_label_grid_query (self->grid, bounds, look_at, &search);
  return search.is_free;
}
