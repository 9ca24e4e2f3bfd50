/* pt-badges.c: round badges on the figures that findings name
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-badges.h"

#include "pt-mark-paint.h"
#include "tools/pt-editor-private.h"

#define BADGE_SIZE 16.0 /* pixels */
#define N_SEVERITIES (PT_SEVERITY_ERROR + 1)

typedef struct
{
  PtSeverity severity; /* the worst */
  GString *text;       /* one message a line */
} Badge;

struct _PtBadges
{
  GHashTable *by_id;                  /* id → Badge */
  GskRenderNode *nodes[N_SEVERITIES]; /* (nullable): around the origin */
};

/* Colour and sign differ, so that no one has to tell red from green. */
static const struct
{
  guint32 color;
  const char *sign;
} looks[N_SEVERITIES] = {
  [PT_SEVERITY_WARNING] = { 0xb5670a, "!" },
  [PT_SEVERITY_ERROR] = { 0xc01c28, "!" },
};

static void
badge_free (Badge *badge)
{
  g_string_free (badge->text, TRUE);
  g_free (badge);
}

PtBadges *
pt_badges_new (void)
{
  PtBadges *self = g_new0 (PtBadges, 1);

  self->by_id = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, (GDestroyNotify)badge_free);
  return self;
}

void
pt_badges_free (PtBadges *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < N_SEVERITIES; i++)
    g_clear_pointer (&self->nodes[i], gsk_render_node_unref);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static void
add_message (PtBadges *self, const char *id, PtSeverity severity, const char *message)
{
  Badge *badge = g_hash_table_lookup (self->by_id, id);

  if (badge == NULL)
    {
      badge = g_new0 (Badge, 1);
      badge->text = g_string_new (NULL);
      g_hash_table_insert (self->by_id, g_strdup (id), badge);
    }
  badge->severity = MAX (badge->severity, severity);
  if (badge->text->len > 0)
    g_string_append_c (badge->text, '\n');
  g_string_append (badge->text, message);
}

void
pt_badges_set (PtBadges *self, PtDiagnostics *diagnostics)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; diagnostics != NULL && i < pt_diagnostics_get_length (diagnostics); i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (diagnostics, i);
      g_autofree char *message = pt_diagnostic_message (finding);

      for (guint j = 0; j < finding->elements->len; j++)
        add_message (self, g_ptr_array_index (finding->elements, j), finding->severity, message);
    }
}

/* ----- painting ------------------------------------------------------------------------------- */

static GskRenderNode *
build_node (PtSeverity severity)
{
  GskRenderNode *node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (-BADGE_SIZE / 2, -BADGE_SIZE / 2, BADGE_SIZE, BADGE_SIZE));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  GdkRGBA color = pt_color_of (looks[severity].color, 1);
  cairo_text_extents_t extents;

  cairo_arc (cr, 0, 0, BADGE_SIZE / 2 - 0.5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_select_font_face (cr, PT_FONT_FAMILY, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 11);
  cairo_text_extents (cr, looks[severity].sign, &extents);
  cairo_move_to (cr, -extents.width / 2 - extents.x_bearing,
                 -extents.height / 2 - extents.y_bearing);
  cairo_show_text (cr, looks[severity].sign);
  cairo_destroy (cr);
  return node;
}

/* The upper right corner; the middle of a flow. */
static PtPoint
place_of (const PtDiagramElement *figure, const PtView *view)
{
  PtPoint corner = { figure->bounds.x + figure->bounds.width, figure->bounds.y };

  if (figure->is_edge && figure->n_waypoints > 0)
    corner = pt_polyline_at (figure->waypoints, figure->n_waypoints, 0.5);
  return pt_view_from_diagram (view, corner);
}

/* How something was read is no fault: the pane says it, and the drawing stays clean. */
static gboolean
is_painted (const Badge *badge)
{
  return badge->severity >= PT_SEVERITY_WARNING;
}

static gboolean
is_in_window (PtPoint at, const PtView *view)
{
  return at.x > -BADGE_SIZE && at.y > -BADGE_SIZE && at.x < view->width + BADGE_SIZE
         && at.y < view->height + BADGE_SIZE;
}

static void
snapshot_badge (PtBadges *self, GtkSnapshot *snapshot, const Badge *badge, PtPoint at)
{
  graphene_point_t offset = GRAPHENE_POINT_INIT (at.x, at.y);

  if (self->nodes[badge->severity] == NULL)
    self->nodes[badge->severity] = build_node (badge->severity);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_node (snapshot, self->nodes[badge->severity]);
  gtk_snapshot_restore (snapshot);
}

void
pt_badges_snapshot (PtBadges *self, GtkSnapshot *snapshot, PtEditor *editor, const PtView *view)
{
  GHashTableIter iter;
  const char *id;
  const Badge *badge;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&badge))
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, id);
      PtPoint at;

      if (figure == NULL || !is_painted (badge))
        continue;
      at = place_of (figure, view);
      if (is_in_window (at, view))
        snapshot_badge (self, snapshot, badge, at);
    }
}

const char *
pt_badges_text_at (PtBadges *self, PtEditor *editor, const PtView *view, PtPoint at)
{
  GHashTableIter iter;
  const char *id;
  const Badge *badge;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&badge))
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, id);

      if (figure != NULL && is_painted (badge)
          && pt_point_distance (place_of (figure, view), at) <= BADGE_SIZE / 2)
        return badge->text->str;
    }
  return NULL;
}

const char *
pt_badges_text_of (PtBadges *self, const char *id)
{
  const Badge *badge = g_hash_table_lookup (self->by_id, id);

  return badge != NULL ? badge->text->str : NULL;
}
