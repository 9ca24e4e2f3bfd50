/* pt-emit-diagram.c: diagram interchange of an executable file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-emission.h"

#include "pt-references.h"

#include <math.h>
#include <partitur/hash.h>

typedef struct
{
  PtEmission *emission;
  GHashTable *written; /* ids of what the file has */
  GHashTable *places;  /* by id: where in the file it stands, from 1 */
  xmlNs *di, *dc, *bpmndi;
  guint plane;
  xmlNode *parent;
} Drawing;

static xmlNode *
add (Drawing *self, xmlNode *parent, xmlNs *ns, const char *tag)
{
  return xmlAddChild (parent, xmlNewDocNode (self->emission->doc, ns, (const xmlChar *)tag, NULL));
}

static void
set_number (xmlNode *element, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  pt_emission_set (element, name,
                   g_ascii_formatd (text, sizeof text, "%.10g", isfinite (value) ? value : 0));
}

static void
set_flag (xmlNode *element, const char *name, gboolean value)
{
  pt_emission_set (element, name, value ? "true" : "false");
}

static void
add_bounds (Drawing *self, xmlNode *parent, PtBounds bounds)
{
  xmlNode *element = add (self, parent, self->dc, "Bounds");

  set_number (element, "x", bounds.x);
  set_number (element, "y", bounds.y);
  set_number (element, "width", bounds.width);
  set_number (element, "height", bounds.height);
}

static void
add_label (Drawing *self, xmlNode *parent, const PtFigure *figure)
{
  if (figure->has_label)
    add_bounds (self, add (self, parent, self->bpmndi, "BPMNLabel"), figure->label);
}

/* Returns: (nullable): NULL for what is not on this diagram or not in the file */
static xmlNode *
add_figure (Drawing *self, const char *tag, const PtOrigin *origin, const PtFigure *figure)
{
  const char *id = pt_emission_id (self->emission, origin);
  xmlNode *element;

  if (!figure->shown || figure->diagram != self->plane || !id
      || !g_hash_table_contains (self->written, id))
    return NULL;
  element = add (self, self->parent, self->bpmndi, tag);
  pt_emission_set (element, "id", pt_emission_derive_id (self->emission, origin, "_di"));
  pt_emission_set (element, "bpmnElement", id);
  pt_emission_carry_attributes (self->emission, element, figure->attributes);
  return element;
}

static xmlNode *
add_shape (Drawing *self, const PtOrigin *origin, const PtFigure *figure)
{
  xmlNode *element = add_figure (self, "BPMNShape", origin, figure);

  if (!element)
    return NULL;
  add_bounds (self, element, figure->bounds);
  add_label (self, element, figure);
  return element;
}

static void
add_edge (Drawing *self, const PtOrigin *origin, const PtFigure *figure)
{
  xmlNode *element
      = figure->n_waypoints >= 2 ? add_figure (self, "BPMNEdge", origin, figure) : NULL;

  if (!element)
    return;
  for (guint i = 0; i < figure->n_waypoints; i++)
    {
      const PtPoint *point
          = PT_PROGRAM_AT (self->emission->program->waypoints, PtPoint, figure->first_waypoint + i);
      xmlNode *waypoint = add (self, element, self->di, "waypoint");

      set_number (waypoint, "x", point->x);
      set_number (waypoint, "y", point->y);
    }
  add_label (self, element, figure);
}

/* Pools and lanes say which way they run. */
static void
add_containers (Drawing *self)
{
  const PtProgram *program = self->emission->program;

  for (guint i = 0; i < program->pools->len + program->lanes->len; i++)
    {
      gboolean is_pool = i < program->pools->len;
      const PtPool *pool = is_pool ? pt_program_pool (program, i) : NULL;
      const PtLane *lane = is_pool ? NULL : pt_program_lane (program, i - program->pools->len);
      const PtFigure *figure = is_pool ? &pool->figure : &lane->figure;
      xmlNode *shape = add_shape (self, is_pool ? &pool->origin : &lane->origin, figure);

      if (shape)
        set_flag (shape, "isHorizontal", figure->is_horizontal);
    }
}

/* ----- in the order of the file --------------------------------------------------------------- */

static void
note_places (Drawing *self, const xmlNode *parent)
{
  for (const xmlNode *child = pt_xml_first_element (parent); child;
       child = pt_xml_next_element (child))
    {
      const char *id = pt_xml_peek (child, "id");

      if (id)
        g_hash_table_insert (self->places, (gpointer)id,
                             GUINT_TO_POINTER (g_hash_table_size (self->places) + 1));
      note_places (self, child);
    }
}

/* Something of the program, by where it stands in the file. */
typedef struct
{
  guint place;
  PtIndex index;
} Placed;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *one = a, *other = b;

  return one->place != other->place  ? (one->place < other->place ? -1 : 1)
         : one->index < other->index ? -1
                                     : one->index > other->index;
}

static void
append_placed (Drawing *self, GArray *all, const PtOrigin *origin, PtIndex index)
{
  const char *id = pt_emission_id (self->emission, origin);
  Placed placed = { id ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id)) : 0, index };

  g_array_append_val (all, placed);
}

static void
add_nodes (Drawing *self)
{
  const PtProgram *program = self->emission->program;
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Placed), program->nodes->len);

  for (PtIndex i = 0; i < program->nodes->len; i++)
    append_placed (self, all, &pt_program_node (program, i)->origin, i);
  g_array_sort (all, compare_places);
  for (guint i = 0; i < all->len; i++)
    {
      const PtNode *node = pt_program_node (program, g_array_index (all, Placed, i).index);
      xmlNode *shape = add_shape (self, &node->origin, &node->figure);

      if (shape && pt_bpmn_type_is_a (node->type, PT_BPMN_SUB_PROCESS))
        set_flag (shape, "isExpanded", node->figure.is_expanded);
      if (shape && node->type == PT_BPMN_EXCLUSIVE_GATEWAY && node->figure.is_marker_visible)
        set_flag (shape, "isMarkerVisible", TRUE);
    }
}

static void
add_flows (Drawing *self)
{
  const PtProgram *program = self->emission->program;
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Placed), program->flows->len);

  for (PtIndex i = 0; i < program->flows->len; i++)
    append_placed (self, all, &pt_program_flow (program, i)->origin, i);
  g_array_sort (all, compare_places);
  for (guint i = 0; i < all->len; i++)
    {
      const PtFlow *flow = pt_program_flow (program, g_array_index (all, Placed, i).index);

      add_edge (self, &flow->origin, &flow->figure);
    }
  for (guint i = 0; i < program->message_flows->len; i++)
    {
      const PtMessageFlow *flow = PT_PROGRAM_AT (program->message_flows, PtMessageFlow, i);

      add_edge (self, &flow->origin, &flow->figure);
    }
}

/* What was carried inside another element has its id by now. */
static void
meet (Drawing *self, const PtItem *item)
{
  const char *id = item->xml ? NULL : pt_emission_id_of_text (self->emission, item->origin.id);

  if (id)
    pt_emission_enter_id (self->emission, &item->origin, id);
}

/* In the order in which the file has them: data, what leads to it and from it, artifacts. */
static guint
rank_of (const PtItem *item)
{
  return (pt_bpmn_type_is_a (item->type, PT_BPMN_ARTIFACT) ? 2 : 0)
         + (item->figure.n_waypoints > 0);
}

static void
add_items_of (Drawing *self, guint rank)
{
  const PtProgram *program = self->emission->program;

  for (guint i = 0; i < program->items->len; i++)
    {
      const PtItem *item = PT_PROGRAM_AT (program->items, PtItem, i);

      if (rank_of (item) != rank)
        continue;
      meet (self, item);
      if (item->figure.n_waypoints > 0)
        add_edge (self, &item->origin, &item->figure);
      else
        add_shape (self, &item->origin, &item->figure);
    }
}

static void
add_items (Drawing *self)
{
  for (guint rank = 0; rank < 4; rank++)
    add_items_of (self, rank);
}

/* A diagram that does not say what it shows, or shows what is not compiled, shows the whole. */
static const char *
subject_of (Drawing *self, const PtPlane *plane)
{
  PtEmission *emission = self->emission;
  const char *id = pt_emission_id_of_text (emission, plane->element);

  if (id && g_hash_table_contains (self->written, id))
    return id;
  if (emission->program->collaboration_id)
    return pt_emission_id (emission, &emission->collaboration);
  if (emission->program->scopes->len > 0)
    return pt_emission_id (emission, &pt_program_scope (emission->program, 0)->origin);
  return NULL;
}

static xmlNode *
add_root (Drawing *self, const char *tag)
{
  xmlNode *before = pt_bpmn_insertion_point (self->emission->root, tag);
  xmlNode *element = xmlNewDocNode (self->emission->doc, self->bpmndi, (const xmlChar *)tag, NULL);

  return before ? xmlAddPrevSibling (before, element) : xmlAddChild (self->emission->root, element);
}

static void
add_diagram (Drawing *self, guint i)
{
  PtEmission *emission = self->emission;
  const PtPlane *plane = PT_PROGRAM_AT (emission->program->planes, PtPlane, i);
  xmlNode *diagram = add_root (self, "BPMNDiagram");

  self->plane = i;
  self->parent = add (self, diagram, self->bpmndi, "BPMNPlane");
  pt_emission_set (diagram, "id", pt_emission_id (emission, &plane->origin));
  pt_emission_set (diagram, "name", plane->name);
  pt_emission_set (self->parent, "id", pt_emission_derive_id (emission, &plane->origin, "_plane"));
  pt_emission_set (self->parent, "bpmnElement", subject_of (self, plane));
  add_containers (self);
  add_nodes (self);
  add_items (self);
  add_flows (self);
}

void
pt_emit_diagrams (PtEmission *emission)
{
  g_autoptr (GHashTable) written = NULL, places = NULL;
  Drawing self = { .emission = emission };

  if (emission->program->planes->len == 0)
    return;
  written = pt_references_collect_ids (emission->root);
  self.written = written;
  places = g_hash_table_new (pt_id_hash, g_str_equal);
  self.places = places;
  note_places (&self, emission->root);
  self.bpmndi = pt_emission_namespace (emission, PT_NS_BPMNDI, "bpmndi");
  self.dc = pt_emission_namespace (emission, PT_NS_DC, "dc");
  self.di = pt_emission_namespace (emission, PT_NS_DI, "di");
  for (guint i = 0; i < emission->program->planes->len; i++)
    add_diagram (&self, i);
}
