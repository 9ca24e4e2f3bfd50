/* pt-canvas-label.c: a label is edited where it is painted
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

#include <math.h>

#include "tools/pt-editor-private.h"
#include "tools/pt-facts.h"

#define OUTER_FONT_SIZE 11.0
#define OUTER_LEAST_WIDTH 110.0 /* diagram units: there must be room to type */
#define OUTER_LEAST_HEIGHT 22.0
#define TITLE_HEIGHT 30.0  /* of an expanded sub-process */
#define REVEAL_MARGIN 40.0 /* pixels */

/* ----- where ---------------------------------------------------------------------------------- */

static PtBounds
outer_area (PtCanvas *self, const PtDiagramElement *figure)
{
  PtBounds label = pt_painter_label_bounds (self->painter, figure);
  double missing;

  if (pt_bounds_is_empty (label))
    label = pt_painter_label_place (self->painter, figure,
                                    (PtPoint){ OUTER_LEAST_WIDTH, OUTER_LEAST_HEIGHT });
  missing = fmax (OUTER_LEAST_WIDTH - label.width, 0);
  label.x -= missing / 2;
  label.width += missing;
  label.height = fmax (label.height, OUTER_LEAST_HEIGHT);
  return label;
}

static gboolean
has_title_strip (const PtDiagramElement *figure)
{
  return pt_facts_is_band (figure)
         && !(figure->element->type == PT_BPMN_PARTICIPANT && figure->element->process == NULL);
}

/* Returns: where the text is typed, in diagram units */
static PtBounds
label_area (PtCanvas *self, const PtDiagramElement *figure)
{
  PtBounds area = figure->bounds;

  if (pt_facts_has_outer_label (figure))
    return outer_area (self, figure);
  if (has_title_strip (figure) && pt_painter_label_rotated (figure))
    area.width = PT_HEADER_SIZE;
  else if (has_title_strip (figure))
    area.height = PT_HEADER_SIZE;
  else if (pt_facts_is_container (figure) || pt_facts_is_a (figure, PT_BPMN_GROUP))
    area.height = fmin (area.height, TITLE_HEIGHT);
  return area;
}

static double
font_size (PtCanvas *self, const PtDiagramElement *figure)
{
  return (pt_facts_has_outer_label (figure) ? OUTER_FONT_SIZE : PT_FONT_SIZE) * self->view.zoom;
}

/* The text keeps the width of its place and grows in height: around the middle in shapes, downwards
 * outside of them. */
static void
allocate_upright (PtCanvas *self, PtBounds area, gboolean outside)
{
  PtPoint at = pt_view_from_diagram (&self->view, (PtPoint){ area.x, area.y });
  int width = (int)ceil (area.width * self->view.zoom), height, least;
  double room = area.height * self->view.zoom;

  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  if (!outside)
    at.y += (room - height) / 2;
  gtk_widget_size_allocate (self->label_editor,
                            &(GtkAllocation){ (int)floor (at.x), (int)floor (at.y), width, height },
                            -1);
}

/* Read from bottom to top: turned by a quarter around the lower left corner. */
static void
allocate_turned (PtCanvas *self, PtBounds area)
{
  PtPoint at = pt_view_from_diagram (&self->view, (PtPoint){ area.x, area.y + area.height });
  int length = (int)ceil (area.height * self->view.zoom), height, least;
  GskTransform *transform = NULL;

  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  length = MAX (length, least);
  gtk_widget_measure (self->label_editor, GTK_ORIENTATION_VERTICAL, length, NULL, &height, NULL,
                      NULL);
  height = MAX (height, (int)ceil (area.width * self->view.zoom));
  transform
      = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT (floor (at.x), floor (at.y)));
  transform = gsk_transform_rotate (transform, -90);
  gtk_widget_allocate (self->label_editor, length, height, -1, transform);
}

void
pt_canvas_allocate_label (PtCanvas *self)
{
  const PtDiagramElement *figure = pt_editor_figure (self->editor, self->label_id);

  if (figure == NULL)
    return;
  if (pt_facts_is_band (figure) && pt_painter_label_rotated (figure))
    allocate_turned (self, label_area (self, figure));
  else
    allocate_upright (self, label_area (self, figure), pt_facts_has_outer_label (figure));
}

/* ----- begin and end -------------------------------------------------------------------------- */

void
pt_canvas_edit_label (PtCanvas *self, const char *id)
{
  const PtDiagramElement *figure = pt_editor_figure (self->editor, id);

  if (self->read_only || figure == NULL || !pt_rules_can_name (figure->element))
    return;
  pt_canvas_commit_label (self);
  pt_view_reveal (&self->view, label_area (self, figure), REVEAL_MARGIN);
  pt_canvas_view_changed (self);
  self->label_id = g_strdup (id);
  pt_label_editor_open (PT_LABEL_EDITOR (self->label_editor), figure->element->name,
                        font_size (self, figure));
  pt_canvas_update_pad (self);
}

gboolean
pt_canvas_commit_label (PtCanvas *self)
{
  if (!pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor)))
    return FALSE;
  pt_label_editor_close (PT_LABEL_EDITOR (self->label_editor), TRUE);
  return TRUE;
}

static void
rename_element (PtCanvas *self, const char *id)
{
  g_autofree char *text = pt_label_editor_dup_text (PT_LABEL_EDITOR (self->label_editor));
  const PtElement *element = pt_process_graph_get (self->graph, id);

  if (element != NULL && g_strcmp0 (element->name != NULL ? element->name : "", text) != 0)
    pt_modeling_rename (self->graph, id, text);
}

/* The focus goes back to the canvas only if it was in the editor: a press elsewhere has put it
 * there. */
void
pt_canvas_label_done (PtCanvas *self, gboolean commit)
{
  g_autofree char *id = g_steal_pointer (&self->label_id);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->label_editor))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (commit && id != NULL)
    rename_element (self, id);
  pt_canvas_update_pad (self);
}
