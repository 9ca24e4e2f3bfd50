/* pt-plain-place.c: from cells to coordinates
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-plain.h"

#define LEAST_COLUMN 50.0
#define LEAST_ROW 60.0
#define LEAST_BAND 125.0

/* --- measuring --- */

static PtPlainLine *
line_at (GArray *lines, guint i)
{
  return &g_array_index (lines, PtPlainLine, i);
}

static void
size_lines (PtPlainScope *scope)
{
  for (guint i = 0; i < scope->nodes->len; i++)
    {
      PtPlainNode *node = PT_PLAIN_NODE (scope, i);
      PtPlainLine *line;

      if (node->column >= scope->columns->len)
        g_array_set_size (scope->columns, node->column + 1);
      line = line_at (scope->columns, node->column);
      line->size = MAX (line->size, MAX (node->bounds.width, LEAST_COLUMN));
      line = line_at (scope->rows, node->row);
      line->size = MAX (line->size, MAX (node->bounds.height, LEAST_ROW));
    }
}

static double
stack_columns (PtPlainScope *scope)
{
  double x = PT_PLAIN_COLUMN_GAP + scope->lane_depth * PT_PLAIN_HEADER;

  for (guint i = 0; i < scope->columns->len; i++)
    {
      line_at (scope->columns, i)->start = x;
      x += line_at (scope->columns, i)->size + PT_PLAIN_COLUMN_GAP;
    }
  return x;
}

static double
stack_rows (PtPlainScope *scope)
{
  double y = 0;
  guint row = 0;

  for (guint i = 0; i < scope->bands->len; i++)
    {
      PtPlainBand *band = &g_array_index (scope->bands, PtPlainBand, i);

      band->start = y;
      y += PT_PLAIN_TITLE;
      for (guint n = band->n_rows + band->n_satellites; n > 0; n--, row++)
        {
          PtPlainLine *line = line_at (scope->rows, row);

          line->start = y;
          y += line->size + PT_PLAIN_ROW_GAP;
        }
      if (band->lane != NULL)
        y = MAX (y, band->start + LEAST_BAND);
      band->size = y - band->start;
    }
  return y;
}

void
pt_plain_measure (PtPlainScope *scope)
{
  size_lines (scope);
  scope->width = stack_columns (scope);
  scope->height = stack_rows (scope);
}

/* --- placing --- */

void
pt_plain_record (PtPlain *plain, PtElement *element, PtBounds bounds, GArray *waypoints)
{
  PtPlaced *placed;

  if (g_hash_table_contains (plain->bounds, element))
    {
      g_clear_pointer (&waypoints, g_array_unref);
      return;
    }
  placed = g_new0 (PtPlaced, 1);
  *placed = (PtPlaced){ element, bounds, waypoints };
  g_ptr_array_add (plain->placed, placed);
  g_hash_table_insert (plain->bounds, element, placed);
}

static void
shift_lines (GArray *lines, double by)
{
  for (guint i = 0; i < lines->len; i++)
    line_at (lines, i)->start += by;
}

/* The bands from the first below @lane to the last. */
static void
lane_extent (PtPlainScope *scope, PtElement *lane, double *start, double *end)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (scope->band_of, lane));

  *start = g_array_index (scope->bands, PtPlainBand, i).start;
  for (; i < scope->bands->len; i++)
    {
      PtPlainBand *band = &g_array_index (scope->bands, PtPlainBand, i);

      if (band->lane != lane && !pt_element_is_within (band->lane, lane))
        break;
      *end = band->start + band->size;
    }
}

static void
place_lanes (PtPlain *plain, PtPlainScope *scope, PtElement *holder, PtPoint origin)
{
  for (guint i = 0; holder->children != NULL && i < holder->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (holder->children, i);
      double start = 0, end = 0;

      if (pt_element_is_a (child, PT_BPMN_LANE_SET))
        place_lanes (plain, scope, child, origin);
      if (child->type != PT_BPMN_LANE)
        continue;
      lane_extent (scope, child, &start, &end);
      pt_plain_record (plain, child,
                       (PtBounds){ origin.x, start, scope->width - origin.x, end - start }, NULL);
      place_lanes (plain, scope, child, (PtPoint){ origin.x + PT_PLAIN_HEADER, origin.y });
    }
}

/* Boundary events share the lower edge of their host evenly. */
static void
place_boundary_events (PtPlain *plain, PtPlainNode *host)
{
  GPtrArray *events = host->element->boundary_events;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      PtElement *event = g_ptr_array_index (events, i);
      const PtBpmnTypeInfo *info = pt_bpmn_type_info (event->type);
      double x = host->bounds.x + host->bounds.width * (i + 0.5) / events->len;

      if (event->parent == host->element->parent)
        pt_plain_record (plain, event,
                         (PtBounds){ x - info->width / 2,
                                     host->bounds.y + host->bounds.height - info->height / 2,
                                     info->width, info->height },
                         NULL);
    }
}

static void
place_node (PtPlain *plain, PtPlainScope *scope, PtPlainNode *node)
{
  PtPlainLine *column = line_at (scope->columns, node->column);
  PtPlainLine *row = line_at (scope->rows, node->row);

  node->bounds.x = column->start + (column->size - node->bounds.width) / 2;
  node->bounds.y = row->start + (row->size - node->bounds.height) / 2;
  pt_plain_record (plain, node->element, node->bounds, NULL);
  if (node->inner != NULL)
    pt_plain_place (plain, node->inner,
                    (PtPoint){ node->bounds.x, node->bounds.y + PT_PLAIN_TITLE });
  place_boundary_events (plain, node);
}

void
pt_plain_place (PtPlain *plain, PtPlainScope *scope, PtPoint origin)
{
  shift_lines (scope->columns, origin.x);
  shift_lines (scope->rows, origin.y);
  for (guint i = 0; i < scope->bands->len; i++)
    g_array_index (scope->bands, PtPlainBand, i).start += origin.y;
  scope->width += origin.x; /* from here on the right edge */
  place_lanes (plain, scope, scope->element, origin);
  for (guint i = 0; i < scope->nodes->len; i++)
    place_node (plain, scope, PT_PLAIN_NODE (scope, i));
}
