/* pt-diagram-bands.c: the bands of choreography activities, found by where they are
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grid of square cells, each with the bands whose middle is in it. It is made when it is asked
 * for and holds for one version of the diagram.
 */
#include <partitur/hash.h>

#include "pt-diagram-bands.h"

#include <math.h>

#define CELL 256.0
#define FARTHEST 1e9 /* beyond it all lies in the last cells */

struct _PtBands
{
  guint64 version;
  guint n;
  GHashTable *cells; /* gint64 → GPtrArray of PtDiagramElement */
};

static gint64
cell_at (double x)
{
  return (gint64)floor (CLAMP (x, -FARTHEST, FARTHEST) / CELL);
}

static gint64
cell_key (gint64 column, gint64 row)
{
  return (gint64)((guint64)column << 32 | ((guint64)row & G_MAXUINT32));
}

static void
add_band (PtBands *self, PtDiagramElement *band)
{
  PtPoint middle = pt_bounds_center (band->bounds);
  gint64 key = cell_key (cell_at (middle.x), cell_at (middle.y));
  GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

  if (!cell)
    {
      cell = g_ptr_array_new ();
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
  g_ptr_array_add (cell, band);
  self->n++;
}

static PtBands *
pt_bands_new (const PtDiagram *diagram)
{
  PtBands *self = g_new0 (PtBands, 1);

  self->version = diagram->version;
  self->cells = g_hash_table_new_full (pt_hash_int64, g_int64_equal, g_free,
                                       (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < diagram->elements->len; i++)
    {
      PtDiagramElement *figure = diagram->elements->pdata[i];

      if (figure->band_kind)
        add_band (self, figure);
    }
  return self;
}

void
pt_bands_free (PtBands *self)
{
  g_hash_table_unref (self->cells);
  g_free (self);
}

static void
collect (GPtrArray *candidates, PtBounds area, GPtrArray *found)
{
  for (guint i = 0; candidates && i < candidates->len; i++)
    {
      const PtDiagramElement *figure = candidates->pdata[i];

      if (figure->band_kind && pt_bounds_contains (area, figure->bounds))
        g_ptr_array_add (found, candidates->pdata[i]);
    }
}

static void
collect_cells (PtBands *self, PtBounds area, GPtrArray *found)
{
  gint64 right = cell_at (area.x + area.width), bottom = cell_at (area.y + area.height);

  for (gint64 row = cell_at (area.y); row <= bottom; row++)
    for (gint64 column = cell_at (area.x); column <= right; column++)
      {
        gint64 key = cell_key (column, row);

        collect (g_hash_table_lookup (self->cells, &key), area, found);
      }
}

static gboolean
is_wide (PtBounds area, guint n)
{
  double columns = ceil (area.width / CELL) + 1, rows = ceil (area.height / CELL) + 1;

  return !(columns * rows <= n);
}

GPtrArray *
pt_diagram_bands_within (PtDiagram *diagram, PtBounds area)
{
  GPtrArray *found = g_ptr_array_new ();
  PtBands **bands;

  if (diagram->version == 0)
    {
      collect (diagram->elements, area, found);
      return found;
    }
  bands = &pt_diagram_record (diagram)->bands;
  if (*bands && (*bands)->version != diagram->version)
    g_clear_pointer (bands, pt_bands_free);
  if (!*bands)
    *bands = pt_bands_new (diagram);
  if (is_wide (area, (*bands)->n + 8))
    collect (diagram->elements, area, found);
  else
    collect_cells (*bands, area, found);
  return found;
}
