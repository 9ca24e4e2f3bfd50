/* pt-canvas-diagrams.c: from one diagram to another, each with the view it was left with
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "tools/pt-editor-private.h"
#include "tools/pt-inside.h"

/* ----- views ---------------------------------------------------------------------------------- */

/* Diagrams come and go with undo and redo: what stays is their id, or that of what they show. */
static char *
key_of (const PtDiagram *diagram)
{
  if (diagram == NULL)
    return NULL;
  if (diagram->id != NULL)
    return g_strdup (diagram->id);
  return diagram->element != NULL ? g_strdup (diagram->element->id) : NULL;
}

static void
keep_view (PtCanvas *self)
{
  if (self->view_key != NULL && self->fitted)
    g_hash_table_insert (self->views, g_strdup (self->view_key),
                         g_memdup2 (&self->view, sizeof self->view));
}

static void
restore_view (PtCanvas *self)
{
  const PtView *view
      = self->view_key != NULL ? g_hash_table_lookup (self->views, self->view_key) : NULL;

  if (view != NULL && self->fitted)
    {
      self->view.zoom = pt_view_clamp_zoom (&self->view, view->zoom);
      pt_view_scroll_to (&self->view, view->x, view->y);
    }
  else if (self->fitted)
    pt_view_begin (&self->view);
  pt_canvas_view_changed (self);
  pt_canvas_emit_zoom (self);
}

static void
take_key (PtCanvas *self)
{
  g_free (self->view_key);
  self->view_key = key_of (pt_editor_get_diagram (self->editor));
}

void
pt_canvas_begin_diagram (PtCanvas *self)
{
  self->views = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, g_free);
  take_key (self);
}

/* This may come in the middle of a change of the document: a label that is being typed is dropped,
 * and not written. Whoever leads to another diagram by intention writes it before. */
void
pt_canvas_diagram_changed (PtCanvas *self)
{
  if (pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor)))
    pt_label_editor_close (PT_LABEL_EDITOR (self->label_editor), FALSE);
  keep_view (self);
  take_key (self);
  pt_canvas_follow_scene (self);
  restore_view (self);
  pt_canvas_queue_proxies (self);
  pt_canvas_update_pad (self);
  pt_canvas_update_name (self);
}

/* ----- leading there -------------------------------------------------------------------------- */

void
pt_canvas_set_diagram (PtCanvas *self, PtDiagram *diagram)
{
  pt_canvas_commit_label (self);
  pt_editor_set_diagram (self->editor, diagram);
}

void
pt_canvas_go_inside (PtCanvas *self, const char *id)
{
  pt_canvas_commit_label (self);
  pt_editor_go_inside (self->editor, id);
}

void
pt_canvas_move_out (PtCanvas *self, const char *id)
{
  pt_canvas_commit_label (self);
  pt_editor_move_out (self->editor, id);
}

void
pt_canvas_go_outside (PtCanvas *self)
{
  pt_canvas_commit_label (self);
  pt_editor_go_outside (self->editor);
}

void
pt_canvas_go_back_to (PtCanvas *self, PtDiagram *diagram)
{
  pt_canvas_commit_label (self);
  pt_editor_go_back_to (self->editor, diagram);
}

PtDiagramElement *
pt_canvas_lead_to (PtCanvas *self, const char *id)
{
  PtDiagramElement *figure = pt_editor_figure (self->editor, id);

  if (figure != NULL)
    return figure;
  figure = pt_editor_find_drawn (self->editor, id);
  if (figure != NULL && figure->diagram != pt_editor_get_diagram (self->editor))
    pt_canvas_set_diagram (self, figure->diagram);
  return figure;
}

/* ----- in words ------------------------------------------------------------------------------- */

void
pt_canvas_update_name (PtCanvas *self)
{
  PtDiagram *diagram = pt_editor_get_diagram (self->editor);
  g_autofree char *title = diagram != NULL ? pt_diagram_title (diagram) : NULL;
  /* Translators: what a screen reader says of the drawing; %s is what it shows */
  g_autofree char *name = title != NULL ? g_strdup_printf (_ ("Process diagram: %s"), title)
                                        : g_strdup (_ ("Process diagram"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

char *
pt_canvas_inside_tooltip (PtCanvas *self, PtPoint at)
{
  const PtInput input = { .kind = PT_INPUT_MOTION,
                          .at = pt_view_to_diagram (&self->view, at.x, at.y),
                          .zoom = self->view.zoom };
  PtHit hit = pt_editor_hit (self->editor, &input);
  g_autofree char *name = NULL;

  if (hit.part != PT_PART_INSIDE)
    return NULL;
  name = pt_element_display_name (pt_figure_inside_element (hit.figure));
  /* Translators: what a click on the arrow does; %s is the name of a sub-process or process */
  return g_strdup_printf (_ ("Go into %s"), name);
}
