/* pt-emit.c: the emit pass: a program as an executable BPMN file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-definition-types.h"
#include "pt-emission.h"
#include "pt-target.h"
#include "pt-xml-print.h"

#include <string.h>

#define TARGET_NAMESPACE "urn:partitur:compiled"

/* ----- ids ------------------------------------------------------------------------------------ */

/* Every kind of entry that gets an id of its own, and the order in which they choose. */
static const struct
{
  gsize array, name; /* offsets in PtProgram and in the entry; 0 for no name */
} tables[] = {
  { G_STRUCT_OFFSET (PtProgram, nodes), G_STRUCT_OFFSET (PtNode, name) },
  { G_STRUCT_OFFSET (PtProgram, scopes), G_STRUCT_OFFSET (PtScope, name) },
  { G_STRUCT_OFFSET (PtProgram, flows), G_STRUCT_OFFSET (PtFlow, name) },
  { G_STRUCT_OFFSET (PtProgram, lanes), G_STRUCT_OFFSET (PtLane, name) },
  { G_STRUCT_OFFSET (PtProgram, pools), G_STRUCT_OFFSET (PtPool, name) },
  { G_STRUCT_OFFSET (PtProgram, message_flows), G_STRUCT_OFFSET (PtMessageFlow, name) },
  { G_STRUCT_OFFSET (PtProgram, definitions), G_STRUCT_OFFSET (PtDefinition, name) },
  { G_STRUCT_OFFSET (PtProgram, items), 0 },
  { G_STRUCT_OFFSET (PtProgram, planes), G_STRUCT_OFFSET (PtPlane, name) },
};

/* The inside of a sub-process is its activity. */
static const PtOrigin *
stands_for (const PtProgram *program, const GArray *array, const PtOrigin *origin)
{
  const PtScope *scope = (const PtScope *)origin;

  if (array != program->scopes || scope->node == PT_NO_INDEX)
    return NULL;
  return &pt_program_node (program, scope->node)->origin;
}

/* What stands inside another element is carried with it and gets its id there. */
static gboolean
is_inside (const PtProgram *program, const GArray *array, const PtOrigin *origin)
{
  return array == program->items && !((const PtItem *)origin)->xml;
}

static void
choose_ids (PtEmission *self, const GArray *array, gsize name)
{
  guint size = g_array_get_element_size ((GArray *)array);

  for (guint i = 0; i < array->len; i++)
    {
      const PtOrigin *origin = (const PtOrigin *)(array->data + (gsize)i * size);
      const PtOrigin *same = stands_for (self->program, array, origin);
      const char *text = name ? G_STRUCT_MEMBER (const char *, (gpointer)origin, name) : NULL;

      if (is_inside (self->program, array, origin))
        continue;
      pt_emission_enter_id (self, origin,
                            same ? pt_emission_id (self, same)
                                 : pt_source_map_take_id (self->map, origin->id, origin->logical,
                                                          origin->near));
      if (text)
        g_hash_table_insert (self->names, (gpointer)origin, (gpointer)text);
    }
}

/* ----- the frame ------------------------------------------------------------------------------ */

static guint
scope_of_node (const PtProgram *program, guint i)
{
  return pt_program_node (program, i)->scope;
}

static guint
scope_of_flow (const PtProgram *program, guint i)
{
  return pt_program_flow (program, i)->scope;
}

static guint
scope_of_item (const PtProgram *program, guint i)
{
  return PT_PROGRAM_AT (program->items, PtItem, i)->scope;
}

static guint
parent_of_lane (const PtProgram *program, guint i)
{
  const PtLane *lane = pt_program_lane (program, i);

  return lane->parent == PT_NO_INDEX ? lane->scope : program->scopes->len + lane->parent;
}

static guint
lane_of_node (const PtProgram *program, guint i)
{
  return pt_program_node (program, i)->lane;
}

static void
group_entries (PtEmission *self)
{
  const PtProgram *program = self->program;
  guint n_scopes = program->scopes->len, n_lanes = program->lanes->len;

  self->nodes_of = pt_groups_new (program, program->nodes->len, n_scopes, scope_of_node);
  self->flows_of = pt_groups_new (program, program->flows->len, n_scopes, scope_of_flow);
  self->items_of = pt_groups_new (program, program->items->len, n_scopes, scope_of_item);
  self->lanes_of = pt_groups_new (program, n_lanes, n_scopes + n_lanes, parent_of_lane);
  self->nodes_in = pt_groups_new (program, program->nodes->len, n_lanes, lane_of_node);
}

static PtEmission *
emission_new (const PtProgram *program, const PtTarget *target, PtDiagnostics *diagnostics)
{
  PtEmission *self = g_new0 (PtEmission, 1);

  self->program = program;
  self->target = target;
  self->diagnostics = diagnostics;
  self->map = pt_source_map_new ();
  self->doc = xmlNewDoc ((const xmlChar *)"1.0");
  self->root = xmlNewDocNode (self->doc, NULL, (const xmlChar *)"definitions", NULL);
  xmlDocSetRootElement (self->doc, self->root);
  self->namespaces = g_hash_table_new (pt_id_hash, g_str_equal);
  self->by_origin = g_hash_table_new (NULL, NULL);
  self->by_text = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  self->carried = g_ptr_array_new ();
  self->processes = g_hash_table_new (NULL, NULL);
  self->operations = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->side_files = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_side_file_free);
  group_entries (self);
  self->bpmn = pt_emission_namespace (self, PT_NS_BPMN, "bpmn");
  xmlSetNs (self->root, self->bpmn);
  return self;
}

static void
emission_free (PtEmission *self)
{
  g_hash_table_unref (self->operations);
  pt_groups_free (self->nodes_of);
  pt_groups_free (self->flows_of);
  pt_groups_free (self->items_of);
  pt_groups_free (self->lanes_of);
  pt_groups_free (self->nodes_in);
  g_hash_table_unref (self->processes);
  g_ptr_array_unref (self->carried);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->by_origin);
  g_hash_table_unref (self->namespaces);
  g_clear_pointer (&self->map, pt_source_map_free);
  g_clear_pointer (&self->side_files, g_ptr_array_unref);
  xmlFreeDoc (self->doc);
  g_free (self);
}

static void
set_definitions (PtEmission *self)
{
  const PtProgram *program = self->program;

  if (program->definitions_id)
    pt_emission_set (self->root, "id",
                     pt_source_map_take_id (self->map, program->definitions_id,
                                            program->definitions_id, NULL));
  pt_emission_set (self->root, "name", program->definitions_name);
  pt_emission_set_uri (self->root, "targetNamespace", program->target_namespace, TARGET_NAMESPACE);
  pt_emission_set (self->root, "exporter", "Partitur");
  pt_emission_set (self->root, "exporterVersion", PT_VERSION);
  pt_emission_carry_attributes (self, self->root, program->definitions_carried.foreign);
}

/* ----- what stands beside the processes ------------------------------------------------------- */

/* Relationships stand at the very end. */
static void
carry_root_items (PtEmission *self, gboolean relationships)
{
  for (guint i = 0; i < self->program->items->len; i++)
    {
      const PtItem *item = PT_PROGRAM_AT (self->program->items, PtItem, i);

      if (item->scope == PT_NO_INDEX && !item->in_collaboration
          && (item->type == PT_BPMN_RELATIONSHIP) == relationships)
        pt_emission_carry (self, self->root, item->xml, &item->origin);
    }
}

static void
emit_definition (PtEmission *self, const PtDefinition *definition)
{
  const PtDefinitionType *type = pt_definition_type (definition->type);
  const char *tag = pt_bpmn_type_info (definition->type)->tag;
  const char *item = pt_emission_id_of_text (self, definition->item);
  xmlNode *element = pt_emission_add_base (self, self->root, tag, &definition->origin,
                                           definition->name, &definition->carried);

  if (type->code)
    pt_emission_set (element, type->code, definition->code);
  pt_emission_set (element, type->item, item);
  if (item)
    pt_emission_watch (self, element, &definition->origin);
}

static void
emit_definitions (PtEmission *self)
{
  for (guint i = 0; i < self->program->definitions->len; i++)
    if (!pt_program_definition (self->program, i)->is_left_out)
      emit_definition (self, pt_program_definition (self->program, i));
}

/* Roles become resources: what performers and lanes refer to. */
static void
emit_resources (PtEmission *self)
{
  for (guint i = 0; i < self->program->roles->len; i++)
    {
      const PtProgramRole *role = pt_program_role (self->program, i);
      const char *id = pt_emission_make_id (self, "Resource", role->id);
      xmlNode *element = pt_emission_add (self, self->root, "resource");

      g_hash_table_insert (self->by_origin, (gpointer)role, (gpointer)id);
      pt_emission_set (element, "id", id);
      pt_emission_set (element, "name", role->name ? role->name : role->id);
    }
}

static void
emit_processes (PtEmission *self)
{
  for (guint i = 0; i < self->program->scopes->len; i++)
    if (pt_program_scope (self->program, i)->parent == PT_NO_INDEX)
      pt_emit_scope (self, self->root, i);
}

static void
choose_all_ids (PtEmission *self)
{
  const char *collaboration = self->program->collaboration_id;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    choose_ids (self, G_STRUCT_MEMBER (GArray *, (gpointer)self->program, tables[i].array),
                tables[i].name);
  if (!collaboration)
    return;
  self->collaboration = (PtOrigin){ collaboration, collaboration, NULL };
  pt_emission_enter_id (self, &self->collaboration,
                        pt_source_map_take_id (self->map, collaboration, collaboration, NULL));
}

static void
emit_tree (PtEmission *self)
{
  choose_all_ids (self);
  set_definitions (self);
  carry_root_items (self, FALSE);
  self->last_item = self->root->last;
  emit_resources (self);
  emit_definitions (self);
  if (self->target->emitter->definitions)
    self->target->emitter->definitions (self);
  if (self->program->collaboration_id)
    pt_emit_collaboration (self);
  emit_processes (self);
  carry_root_items (self, TRUE);
  pt_emission_settle (self);
  if (self->target->emitter->finish)
    self->target->emitter->finish (self);
  pt_emit_diagrams (self);
  pt_emission_sort_namespaces (self);
}

/* ----- the text ------------------------------------------------------------------------------- */

static void
note_lines (const xmlNode *element, int first, int last, gpointer map)
{
  g_autofree char *id = pt_xml_attribute (element, "id");

  if (id)
    pt_source_map_set_lines (map, id, first, last);
}

PtEmitted *
pt_emit (const PtProgram *program, const PtTarget *target, PtDiagnostics *diagnostics)
{
  PtEmission *emission = emission_new (program, target, diagnostics);
  PtEmitted *emitted = g_new0 (PtEmitted, 1);

  emit_tree (emission);
  emitted->xml = pt_xml_print (emission->doc, note_lines, emission->map);
  emitted->map = g_steal_pointer (&emission->map);
  emitted->side_files = g_steal_pointer (&emission->side_files);
  emission_free (emission);
  return emitted;
}

void
pt_emitted_free (PtEmitted *self)
{
  g_bytes_unref (self->xml);
  pt_source_map_free (self->map);
  g_ptr_array_unref (self->side_files);
  g_free (self);
}
