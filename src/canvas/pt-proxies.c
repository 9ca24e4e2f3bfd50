/* pt-proxies.c: a list of named elements for screen readers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-proxies.h"

#include <math.h>

#include "pt-figure-proxy.h"
#include "tools/pt-editor-private.h"
#include "tools/pt-facts.h"
#include "tools/pt-reading-order.h"

#define MAX_COMPLETE 2000

struct _PtProxies
{
  GtkWidget *canvas;
  GHashTable *by_id; /* id → PtFigureProxy, owned by the canvas as a child */
};

PtProxies *
pt_proxies_new (GtkWidget *canvas)
{
  PtProxies *self = g_new0 (PtProxies, 1);

  self->canvas = canvas;
  self->by_id = g_hash_table_new (pt_id_hash, g_str_equal);
  return self;
}

/* A proxy with the focus hands it back to the canvas before it goes. */
static void
drop_proxy (PtProxies *self, GtkWidget *proxy)
{
  g_hash_table_remove (self->by_id, pt_figure_proxy_get_id (PT_FIGURE_PROXY (proxy)));
  if (gtk_widget_has_focus (proxy))
    gtk_widget_grab_focus (self->canvas);
  gtk_widget_unparent (proxy);
}

void
pt_proxies_free (PtProxies *self)
{
  GHashTableIter iter;
  GtkWidget *proxy;

  if (self == NULL)
    return;
  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&proxy))
    {
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (proxy);
    }
  g_hash_table_unref (self->by_id);
  g_free (self);
}

GtkWidget *
pt_proxies_get (PtProxies *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static GPtrArray *
wanted_figures (PtEditor *editor, const PtView *view)
{
  g_autoptr (GPtrArray) all = pt_reading_order (pt_editor_get_diagram (editor));
  GPtrArray *wanted = g_ptr_array_new ();
  PtBounds visible = pt_view_visible (view);

  for (guint i = 0; i < all->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (all, i);

      if (all->len <= MAX_COMPLETE || pt_bounds_intersects (figure->bounds, visible))
        g_ptr_array_add (wanted, figure);
    }
  return wanted;
}

static void
drop_unwanted (PtProxies *self, GPtrArray *figures)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (pt_id_hash, g_str_equal);
  g_autoptr (GList) proxies = g_hash_table_get_values (self->by_id);

  for (guint i = 0; i < figures->len; i++)
    g_hash_table_add (wanted, (char *)pt_facts_id (g_ptr_array_index (figures, i)));
  for (GList *l = proxies; l != NULL; l = l->next)
    if (!g_hash_table_contains (wanted, pt_figure_proxy_get_id (l->data)))
      drop_proxy (self, l->data);
}

static GtkWidget *
ensure_proxy (PtProxies *self, const char *id)
{
  GtkWidget *proxy = pt_proxies_get (self, id);

  if (proxy != NULL)
    return proxy;
  proxy = pt_figure_proxy_new (id);
  gtk_widget_set_parent (proxy, self->canvas);
  g_hash_table_insert (self->by_id, (char *)pt_figure_proxy_get_id (PT_FIGURE_PROXY (proxy)),
                       proxy);
  return proxy;
}

void
pt_proxies_sync (PtProxies *self, PtEditor *editor, const PtView *view, PtBadges *badges)
{
  g_autoptr (GPtrArray) figures = wanted_figures (editor, view);
  GtkWidget *before = NULL;

  drop_unwanted (self, figures);
  for (guint i = 0; i < figures->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (figures, i);
      const char *id = pt_facts_id (figure);
      GtkWidget *proxy = ensure_proxy (self, id);

      if (before != NULL && gtk_widget_get_prev_sibling (proxy) != before)
        gtk_widget_insert_after (proxy, self->canvas, before);
      pt_figure_proxy_describe (PT_FIGURE_PROXY (proxy), figure, pt_badges_text_of (badges, id));
      before = proxy;
    }
  pt_proxies_show_selection (self, editor);
}

void
pt_proxies_allocate (PtProxies *self, PtEditor *editor, const PtView *view)
{
  PtBounds visible = pt_view_visible (view);
  GHashTableIter iter;
  const char *id;
  GtkWidget *proxy;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&proxy))
    {
      const PtDiagramElement *figure = pt_editor_figure (editor, id);
      PtPoint at;

      if (figure == NULL || !pt_bounds_intersects (figure->bounds, visible))
        continue;
      at = pt_view_from_diagram (view, (PtPoint){ figure->bounds.x, figure->bounds.y });
      gtk_widget_size_allocate (proxy,
                                &(GtkAllocation){ (int)floor (at.x), (int)floor (at.y),
                                                  (int)ceil (figure->bounds.width * view->zoom),
                                                  (int)ceil (figure->bounds.height * view->zoom) },
                                -1);
    }
}

void
pt_proxies_show_selection (PtProxies *self, PtEditor *editor)
{
  GHashTableIter iter;
  const char *id;
  GtkWidget *proxy;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, (gpointer *)&proxy))
    gtk_accessible_update_state (GTK_ACCESSIBLE (proxy), GTK_ACCESSIBLE_STATE_SELECTED,
                                 (int)pt_editor_is_selected (editor, id), -1);
}

gboolean
pt_proxies_focus (PtProxies *self, const char *id)
{
  GtkWidget *proxy = pt_proxies_get (self, id);

  return proxy != NULL && gtk_widget_grab_focus (proxy);
}
