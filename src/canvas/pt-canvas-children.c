/* pt-canvas-children.c: where the canvas's children stand: pad, label editor, proxies, popovers
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

#include <math.h>

#include "tools/pt-editor-private.h"

#define PAD_DISTANCE 8.0  /* pixels, from the selection */
#define PROXIES_DELAY 150 /* milliseconds after the last change */

/* ----- pad ------------------------------------------------------------------------------------ */

static PtBounds
selection_bounds (PtCanvas *self)
{
  const char *const *ids = pt_editor_get_selection (self->editor);
  PtBounds bounds = { 0 };

  for (; *ids != NULL; ids++)
    {
      const PtDiagramElement *figure = pt_editor_figure (self->editor, *ids);

      if (figure != NULL)
        bounds = pt_bounds_union (bounds, figure->bounds);
    }
  return bounds;
}

/* Right of the selection; where there is no room, within the window as near as can be. It goes out of
 * view with the selection. */
static void
allocate_pad (PtCanvas *self)
{
  PtBounds bounds = selection_bounds (self);
  PtPoint at = pt_view_from_diagram (&self->view, (PtPoint){ bounds.x + bounds.width, bounds.y });
  GtkRequisition size;
  double x, y;

  gtk_widget_set_child_visible (self->pad,
                                pt_bounds_intersects (bounds, pt_view_visible (&self->view)));
  gtk_widget_get_preferred_size (self->pad, NULL, &size);
  x = fmin (at.x + PAD_DISTANCE, self->view.width - size.width);
  y = fmin (at.y, self->view.height - size.height);
  gtk_widget_size_allocate (self->pad,
                            &(GtkAllocation){ (int)fmax (x, 0), (int)fmax (y, 0), size.width,
                                              size.height },
                            -1);
}

static gboolean
wants_pad (PtCanvas *self)
{
  return pt_editor_get_tool (self->editor) == PT_TOOL_SELECT && !self->editor->dragging
         && !pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor));
}

void
pt_canvas_update_pad (PtCanvas *self)
{
  self->pad_offered = wants_pad (self) && pt_context_pad_update (PT_CONTEXT_PAD (self->pad));
  gtk_widget_set_visible (self->pad, self->pad_offered);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ----- proxies -------------------------------------------------------------------------------- */

static gboolean
sync_proxies_cb (gpointer data)
{
  PtCanvas *self = data;

  self->proxies_id = 0;
  pt_proxies_sync (self->proxies, self->editor, &self->view, self->badges);
  self->proxies_misplaced = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Nobody listens to a list that is still changing: while one pans nothing is done for it. */
void
pt_canvas_queue_proxies (PtCanvas *self)
{
  g_clear_handle_id (&self->proxies_id, g_source_remove);
  self->proxies_id
      = g_timeout_add_full (G_PRIORITY_LOW, PROXIES_DELAY, sync_proxies_cb, self, NULL);
}

/* ----- all ------------------------------------------------------------------------------------ */

static void
present_popovers (PtCanvas *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

void
pt_canvas_allocate_children (PtCanvas *self)
{
  if (self->pad_offered)
    allocate_pad (self);
  if (pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor)))
    pt_canvas_allocate_label (self);
  if (self->proxies_misplaced && self->proxies_id == 0)
    {
      self->proxies_misplaced = FALSE;
      pt_proxies_allocate (self->proxies, self->editor, &self->view);
    }
  present_popovers (self);
}
