/* pt-room.c: making and taking room along a line
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes wholly beyond the line move; containers the line runs through get longer or shorter by as
 * much on the side that moves. All works on one axis: a Span is what a shape covers of it.
 */
#include "pt-room.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"
#include "pt-preview.h"

#define LEAST_GAP 20.0

typedef struct
{
  char *id;
  PtBounds bounds;
  PtFamily family;
  double spare; /* by how much it may shrink */
} Crossed;

struct _PtRoom
{
  PtEditor *editor;
  gboolean horizontal;
  int side;
  double line;
  GHashTable *moved;  /* set of ids, without what others of them carry */
  GPtrArray *crossed; /* Crossed: outer before inner */
  double still_edge;  /* the farthest edge of what stays, seen in the direction of side */
  double moved_edge;  /* the nearest edge of what moves */
  PtPreview *preview;
};

typedef struct
{
  double start, end;
} Span;

/* Mirrored for the side −1, so that "beyond" is always "greater". */
static Span
span_of (const PtRoom *self, PtBounds b)
{
  double start = self->horizontal ? b.x : b.y;
  double end = start + (self->horizontal ? b.width : b.height);

  return self->side > 0 ? (Span){ start, end } : (Span){ -end, -start };
}

static void
crossed_free (Crossed *crossed)
{
  g_free (crossed->id);
  g_free (crossed);
}

static gboolean
has_crossed_lane (const PtRoom *self, const PtElement *pool)
{
  for (guint i = 0; i < self->crossed->len; i++)
    {
      const Crossed *crossed = g_ptr_array_index (self->crossed, i);
      const PtElement *e = pt_process_graph_get (self->editor->graph, crossed->id);

      if (e != pool && e->type == PT_BPMN_LANE && pt_facts_pool (e) == pool)
        return TRUE;
    }
  return FALSE;
}

/* Along the flow a pool takes its lanes with it. Across it the lane that is cut grows, and its pool
 * follows; so exactly one of the two is resized. */
static gboolean
is_resized_by_another (const PtRoom *self, const PtDiagramElement *figure)
{
  gboolean along = self->horizontal == (gboolean)figure->is_horizontal;

  if (pt_facts_family (figure) == PT_FAMILY_LANE)
    return along;
  return pt_facts_family (figure) == PT_FAMILY_POOL && !along
         && has_crossed_lane (self, figure->element);
}

static void
take_crossed (PtRoom *self, const PtDiagramElement *figure)
{
  PtPoint least = pt_rules_min_size (figure);
  Crossed *crossed = g_new0 (Crossed, 1);

  crossed->id = g_strdup (pt_facts_id (figure));
  crossed->bounds = figure->bounds;
  crossed->family = pt_facts_family (figure);
  crossed->spare
      = self->horizontal ? figure->bounds.width - least.x : figure->bounds.height - least.y;
  g_ptr_array_add (self->crossed, crossed);
}

static void
take_figure (PtRoom *self, const PtDiagramElement *figure)
{
  Span span = span_of (self, figure->bounds);

  if (pt_facts_is_container (figure) && span.start < self->line && span.end > self->line)
    take_crossed (self, figure);
  else if (pt_facts_family (figure) == PT_FAMILY_LANE)
    return;
  else if (span.start >= self->line)
    {
      g_hash_table_add (self->moved, g_strdup (pt_facts_id (figure)));
      self->moved_edge = fmin (self->moved_edge, span.start);
    }
  else
    self->still_edge = fmax (self->still_edge, span.end);
}

static gboolean
is_in_scope (const PtDiagramElement *figure, GHashTable *scope)
{
  return !figure->is_edge && pt_facts_id (figure) != NULL
         && (scope == NULL || pt_facts_is_carried (figure->element, scope));
}

static gboolean
is_carried_by_another (PtRoom *self, const char *id)
{
  const PtElement *e = pt_process_graph_get (self->editor->graph, id);
  const PtElement *carrier = pt_facts_carrier (e);

  return carrier != NULL && pt_facts_is_carried (carrier, self->moved);
}

static void
drop_what_is_carried (PtRoom *self)
{
  g_autofree const char **ids = pt_ids_of_set (self->moved);
  g_autoptr (GPtrArray) carried = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_carried_by_another (self, ids[i]))
      g_ptr_array_add (carried, (char *)ids[i]);
  for (guint i = 0; i < carried->len; i++)
    g_hash_table_remove (self->moved, g_ptr_array_index (carried, i));
  for (guint i = self->crossed->len; i-- > 0;)
    {
      const Crossed *crossed = g_ptr_array_index (self->crossed, i);

      if (is_resized_by_another (self, pt_editor_figure (self->editor, crossed->id)))
        g_ptr_array_remove_index (self->crossed, i);
    }
}

PtRoom *
pt_room_new (PtEditor *editor, const PtCut *cut)
{
  PtRoom *self = g_new0 (PtRoom, 1);
  g_autoptr (GHashTable) scope = NULL;

  self->editor = editor;
  self->horizontal = cut->horizontal;
  self->side = cut->side;
  self->line = (cut->horizontal ? cut->at.x : cut->at.y) * cut->side;
  self->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->crossed = g_ptr_array_new_with_free_func ((GDestroyNotify)crossed_free);
  self->still_edge = -INFINITY;
  self->moved_edge = INFINITY;
  if (cut->scope != NULL)
    {
      scope = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_add (scope, cut->scope);
    }
  for (guint i = 0; editor->diagram != NULL && i < editor->diagram->elements->len; i++)
    if (is_in_scope (g_ptr_array_index (editor->diagram->elements, i), scope))
      take_figure (self, g_ptr_array_index (editor->diagram->elements, i));
  drop_what_is_carried (self);
  self->preview = pt_preview_new (editor, self->moved);
  return self;
}

void
pt_room_free (PtRoom *self)
{
  if (self == NULL)
    return;
  pt_preview_free (self->preview);
  g_hash_table_unref (self->moved);
  g_ptr_array_unref (self->crossed);
  g_free (self);
}

double
pt_room_limit (const PtRoom *self, double amount)
{
  double growth = amount * self->side;
  double most = self->moved_edge - self->still_edge - LEAST_GAP;

  if (growth >= 0)
    return amount;
  for (guint i = 0; i < self->crossed->len; i++)
    most = fmin (most, ((const Crossed *)g_ptr_array_index (self->crossed, i))->spare);
  if (!isfinite (most))
    most = 0;
  return -fmin (-growth, fmax (most, 0)) * self->side;
}

static PtBounds
resized (const PtRoom *self, const Crossed *crossed, double amount)
{
  PtBounds b = crossed->bounds;
  double *start = self->horizontal ? &b.x : &b.y;
  double *length = self->horizontal ? &b.width : &b.height;

  *length += amount * self->side;
  if (self->side < 0)
    *start += amount;
  return b;
}

static void
resize_crossed (PtRoom *self, guint i, double amount)
{
  const Crossed *crossed = g_ptr_array_index (self->crossed, i);

  pt_modeling_resize (self->editor->graph, crossed->id, resized (self, crossed, amount));
}

static void
move_all (PtRoom *self, double amount)
{
  g_autofree const char **ids = pt_ids_of_set (self->moved);

  if (ids[0] != NULL)
    pt_modeling_move (self->editor->graph, ids, self->horizontal ? amount : 0,
                      self->horizontal ? 0 : amount, NULL);
}

/* Containers grow before what they hold moves, and shrink after. */
void
pt_room_commit (PtRoom *self, double amount)
{
  PtDocument *document = pt_process_graph_get_document (self->editor->graph);
  gboolean grows = amount * self->side > 0;
  guint n = self->crossed->len;

  pt_document_begin (document, grows ? _ ("Make room") : _ ("Take room"));
  for (guint i = 0; grows && i < n; i++)
    resize_crossed (self, i, amount);
  move_all (self, amount);
  for (guint i = n; !grows && i-- > 0;)
    resize_crossed (self, i, amount);
  pt_document_commit (document);
}

void
pt_room_overlay (PtRoom *self, double amount, GArray *overlay)
{
  for (guint i = 0; i < self->crossed->len; i++)
    {
      const Crossed *crossed = g_ptr_array_index (self->crossed, i);

      pt_overlay_add_bounds (overlay, PT_MARK_GHOST, resized (self, crossed, amount),
                             crossed->family);
    }
  pt_preview_overlay (self->preview, self->horizontal ? amount : 0, self->horizontal ? 0 : amount,
                      overlay);
}
