/* pt-room.c: making and taking room along a line
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes wholly beyond the line move; containers the line runs through get longer or shorter by as
 * much on the side that moves. All works on one axis: a Span is what a shape covers of it.
 */
#include "pt-room.h"

#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"
#include "pt-preview.h"

#define LEAST_GAP 20.0
#define LEAST_LENGTH 60.0 /* of a container */

typedef struct
{
  char *id;
  PtBounds bounds;
  PtFamily family;
} Crossed;

struct _PtRoom
{
  PtEditor *editor;
  gboolean horizontal;
  int side;
  double line;
  GHashTable *moved;  /* set of ids */
  GPtrArray *crossed; /* Crossed */
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

/* ----- what moves ----------------------------------------------------------------------------- */

static gboolean
is_crossed (const PtRoom *self, const PtDiagramElement *figure)
{
  Span span = span_of (self, figure->bounds);

  return pt_facts_is_container (figure) && span.start < self->line && span.end > self->line;
}

/* Its far end moves, its near end stays. */
static void
take_crossed (PtRoom *self, const PtDiagramElement *figure)
{
  Span span = span_of (self, figure->bounds);
  Crossed *crossed = g_new0 (Crossed, 1);

  crossed->id = g_strdup (pt_facts_id (figure));
  crossed->bounds = figure->bounds;
  crossed->family = pt_facts_family (figure);
  g_ptr_array_add (self->crossed, crossed);
  self->moved_edge = fmin (self->moved_edge, span.end);
  self->still_edge = fmax (self->still_edge, span.start + LEAST_LENGTH - LEAST_GAP);
}

/* Events on the edge of a crossed activity go with that edge. */
static gboolean
is_on_crossed_host (const PtRoom *self, const PtDiagramElement *figure)
{
  const PtElement *host = figure->element->attached_to;
  const PtDiagramElement *shape = host != NULL ? pt_diagram_find (figure->diagram, host) : NULL;

  return shape != NULL && is_crossed (self, shape);
}

static void
take_figure (PtRoom *self, const PtDiagramElement *figure)
{
  Span span = span_of (self, figure->bounds);
  gboolean beyond = span.start >= self->line;

  if (is_crossed (self, figure))
    {
      take_crossed (self, figure);
      return;
    }
  if (is_on_crossed_host (self, figure))
    return;
  if (beyond)
    g_hash_table_add (self->moved, g_strdup (pt_facts_id (figure)));
  if (pt_facts_family (figure) == PT_FAMILY_LANE)
    return;
  if (beyond)
    self->moved_edge = fmin (self->moved_edge, span.start);
  else
    self->still_edge = fmax (self->still_edge, span.end);
}

static gboolean
is_in_scope (const PtDiagramElement *figure, GHashTable *scope)
{
  return !figure->is_edge && pt_facts_id (figure) != NULL
         && (scope == NULL || pt_facts_is_carried (figure->element, scope));
}

static GHashTable *
scope_of (const PtCut *cut)
{
  GHashTable *scope;

  if (cut->scope == NULL)
    return NULL;
  scope = g_hash_table_new (pt_id_hash, g_str_equal);
  g_hash_table_add (scope, cut->scope);
  return scope;
}

PtRoom *
pt_room_new (PtEditor *editor, const PtCut *cut)
{
  PtRoom *self = g_new0 (PtRoom, 1);
  g_autoptr (GHashTable) scope = scope_of (cut);

  self->editor = editor;
  self->horizontal = cut->horizontal;
  self->side = cut->side;
  self->line = (cut->horizontal ? cut->at.x : cut->at.y) * cut->side;
  self->moved = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->crossed = g_ptr_array_new_with_free_func ((GDestroyNotify)crossed_free);
  self->still_edge = -INFINITY;
  self->moved_edge = INFINITY;
  for (guint i = 0; editor->diagram != NULL && i < editor->diagram->elements->len; i++)
    if (is_in_scope (g_ptr_array_index (editor->diagram->elements, i), scope))
      take_figure (self, g_ptr_array_index (editor->diagram->elements, i));
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

/* ----- how far, and there --------------------------------------------------------------------- */

double
pt_room_limit (const PtRoom *self, double amount)
{
  double growth = amount * self->side;
  double most = self->moved_edge - self->still_edge - LEAST_GAP;

  if (growth >= 0)
    return amount;
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

void
pt_room_commit (PtRoom *self, double amount)
{
  g_autofree const char **moved = pt_ids_of_set (self->moved);
  g_autoptr (GPtrArray) stretched = g_ptr_array_new ();

  for (guint i = 0; i < self->crossed->len; i++)
    g_ptr_array_add (stretched, ((Crossed *)g_ptr_array_index (self->crossed, i))->id);
  g_ptr_array_add (stretched, NULL);
  pt_modeling_make_room (self->editor->graph, moved, (const char *const *)stretched->pdata,
                         self->horizontal ? amount : 0, self->horizontal ? 0 : amount,
                         self->side < 0);
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
