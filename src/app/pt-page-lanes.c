/* pt-page-lanes.c: roles that become lanes of the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/modeling.h>

#include "pt-page-private.h"

/* Returns: (nullable): the task at @at, else the innermost lane, else the pool */
static PtElement *
find_place (PtDiagram *diagram, PtPoint at)
{
  PtElement *found = NULL;

  for (guint i = 0; diagram != NULL && i < diagram->elements->len; i++)
    {
      PtDiagramElement *figure = diagram->elements->pdata[i];

      if (figure->element != NULL && pt_bounds_contains_point (figure->bounds, at)
          && (figure->element->type == PT_BPMN_PARTICIPANT || figure->element->type == PT_BPMN_LANE
              || pt_bpmn_type_is_a (figure->element->type, PT_BPMN_TASK)))
        found = figure->element; /* what is inside is painted after what it is in */
    }
  return found;
}

/* Returns: (nullable): where a lane goes when nobody has pointed at a place: the lane or pool that
 * is selected, else the first pool with a process */
static PtElement *
default_place (PtPage *self)
{
  PtEditor *editor = pt_canvas_get_editor (self->canvas);
  const char *selected = pt_editor_get_selection (editor)[0];
  PtElement *element = selected != NULL ? pt_process_graph_get (self->graph, selected) : NULL;
  PtDiagram *diagram = pt_editor_get_diagram (editor);

  if (element != NULL && (element->type == PT_BPMN_LANE || element->type == PT_BPMN_PARTICIPANT))
    return element;
  for (guint i = 0; diagram != NULL && i < diagram->elements->len; i++)
    {
      const PtDiagramElement *figure = diagram->elements->pdata[i];

      if (figure->element != NULL && figure->element->type == PT_BPMN_PARTICIPANT
          && figure->element->process != NULL)
        return figure->element;
    }
  return NULL;
}

/* The views follow when all is done, so what was just made is named in the tree. */
static void
name_new (PtPage *self, const char *id, const char *name)
{
  pt_document_set_attribute (self->document, pt_document_get_by_id (self->document, id), NULL,
                             "name", name);
}

/* Returns: (transfer full) (nullable) */
static char *
make_lane (PtPage *self, PtElement *place, const char *name)
{
  char *id = pt_modeling_add_lane (self->graph, place->id, FALSE);

  if (id != NULL)
    name_new (self, id, name);
  return id;
}

/* A pool without lanes names who plays its process; one without a process, whom one only hears of.
 * Returns: (transfer full) (nullable) */
static char *
make_pool (PtPage *self, PtRolesItem *role, PtPoint center)
{
  PtDiagram *diagram = pt_editor_get_diagram (pt_canvas_get_editor (self->canvas));
  PtNodeSpec spec = {
    .type = PT_BPMN_PARTICIPANT,
    .name = pt_roles_item_get_name (role),
    .collapsed = pt_roles_item_get_role_kind (role) == PT_ROLE_EXTERNAL,
  };

  return diagram != NULL ? pt_modeling_add (self->graph, diagram, &spec, NULL, center) : NULL;
}

/* Who does a task, whatever lane it lies in. Returns: (transfer full) (nullable) */
static char *
assign (PtPage *self, const PtElement *task, PtRolesItem *role)
{
  g_autofree char *text = g_strdup_printf ("role(\"%s\")", pt_roles_item_get_id (role));

  return pt_modeling_set_assignment (self->graph, task->id, text) ? g_strdup (task->id) : NULL;
}

/* A slip of the hand must not change a name unseen. */
static char *
rename_place (PtPage *self, const PtElement *place, const char *name)
{
  g_autofree char *old = g_strdup (place->name);
  g_autofree char *text = NULL;

  if (!pt_modeling_rename (self->graph, place->id, name))
    return NULL;
  if (old != NULL && *old != '\0' && strcmp (old, name) != 0)
    {
      text = g_strdup_printf (_ ("“%s” is called “%s” now."), old, name);
      pt_page_say (self, text);
    }
  return g_strdup (place->id);
}

/* Returns: (transfer full) (nullable): the lane or pool that has the name now, or the task */
static char *
draw_role (PtPage *self, PtRolesItem *role, const PtPoint *at)
{
  PtDiagram *diagram = pt_editor_get_diagram (pt_canvas_get_editor (self->canvas));
  PtElement *place = at != NULL ? find_place (diagram, *at) : default_place (self);
  const char *name = pt_roles_item_get_name (role);

  if (place == NULL)
    return make_pool (self, role, at != NULL ? *at : pt_canvas_get_paste_point (self->canvas));
  if (pt_bpmn_type_is_a (place->type, PT_BPMN_TASK))
    return assign (self, place, role);
  if (at != NULL && (place->type == PT_BPMN_LANE || place->process == NULL))
    return rename_place (self, place, name);
  return make_lane (self, place, name);
}

void
pt_page_add_role_lane (PtPage *self, PtRolesItem *role, const PtPoint *at)
{
  /* Translators: name of an undo step */
  g_autofree char *title = g_strdup_printf (_ ("Draw role “%s”"), pt_roles_item_get_name (role));
  g_autofree char *id = NULL;

  pt_document_begin (self->document, title);
  id = draw_role (self, role, at);
  pt_document_commit (self->document);
  if (id != NULL)
    pt_page_select (self, id);
  else
    pt_page_say (self, _ ("There can be no lane here. Drop the role on a pool or beside it."));
}

/* --- dropping --- */

static GdkDragAction
motion_cb (PtPage *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  PtRolesItem *item = value != NULL ? g_value_get_object (value) : NULL;

  return item != NULL && pt_roles_item_get_kind (item) == PT_ROLES_ROLE ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (PtPage *self, const GValue *value, double x, double y)
{
  PtRolesItem *item = g_value_get_object (value);
  PtPoint at;

  if (item == NULL || pt_roles_item_get_kind (item) != PT_ROLES_ROLE)
    return FALSE;
  pt_canvas_to_diagram (self->canvas, x, y, &at);
  pt_page_add_role_lane (self, item, &at);
  return TRUE;
}

void
pt_page_take_roles (PtPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PT_TYPE_ROLES_ITEM, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (target));
}
