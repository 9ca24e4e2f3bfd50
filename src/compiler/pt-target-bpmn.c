/* pt-target-bpmn.c: the target "bpmn": the standard itself, nothing added
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>

/* ----- what systems do: an interface for each, an operation for each of its jobs -------------- */

static gboolean
is_operation (const PtNode *node)
{
  return node->topic && node->role != PT_NO_INDEX
         && (node->type == PT_BPMN_SERVICE_TASK || node->type == PT_BPMN_SEND_TASK);
}

static char *
operation_key (PtEmission *self, const PtNode *node)
{
  return g_strconcat (pt_program_role (self->program, node->role)->id, " ", node->topic, NULL);
}

static const char *
id_of (xmlNode *element)
{
  xmlAttr *id = element ? xmlHasProp (element, (const xmlChar *)"id") : NULL;

  return id && id->children ? (const char *)id->children->content : NULL;
}

/* A named root element, the one that is there already or a new one. */
static xmlNode *
root_element (PtEmission *self,
              const char *tag,
              const char *prefix,
              const char *key,
              const char *name)
{
  xmlNode *element = pt_emission_find_named (self->root, tag, name);

  if (id_of (element))
    return element;
  element = g_str_equal (tag, "interface") ? pt_emission_add_item (self, tag)
                                           : pt_emission_add (self, self->root, tag);
  pt_emission_set (element, "id", pt_emission_make_id (self, prefix, key));
  pt_emission_set (element, "name", name);
  return element;
}

/* What goes in: the message a send task sends, else one named like the job. */
static const char *
in_message (PtEmission *self, const PtNode *node)
{
  if (node->reference != PT_NO_INDEX)
    return pt_emission_id (self, &pt_program_definition (self->program, node->reference)->origin);
  return id_of (root_element (self, "message", "Message", node->topic, node->topic));
}

static const char *
operation_of (PtEmission *self, const PtNode *node)
{
  const PtProgramRole *role = pt_program_role (self->program, node->role);
  const char *message = in_message (self, node);
  xmlNode *interface = root_element (self, "interface", "Interface", role->id, role->name);
  xmlNode *operation = pt_emission_find_named (interface, "operation", node->topic);

  if (id_of (operation))
    return id_of (operation);
  operation = pt_emission_add (self, interface, "operation");
  pt_emission_set (operation, "id", pt_emission_make_id (self, "Operation", node->topic));
  pt_emission_set (operation, "name", node->topic);
  pt_emission_add_text (self, operation, "inMessageRef", message);
  return id_of (operation);
}

static void
add_interfaces (PtEmission *self)
{
  for (guint i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);
      g_autofree char *key = is_operation (node) ? operation_key (self, node) : NULL;

      if (key && !g_hash_table_contains (self->operations, key))
        g_hash_table_insert (self->operations, g_steal_pointer (&key),
                             (gpointer)operation_of (self, node));
    }
}

static void
set_implementation (PtEmission *self, xmlNode *element, const PtNode *node)
{
  if (node->type == PT_BPMN_SERVICE_TASK || node->type == PT_BPMN_BUSINESS_RULE_TASK)
    pt_emission_set (element, "implementation", "##unspecified");
  if (is_operation (node))
    {
      g_autofree char *key = operation_key (self, node);

      pt_emission_set (element, "operationRef", g_hash_table_lookup (self->operations, key));
    }
}

/* ----- what people decide: a data output of their task, kept in a property of the process ----- */

/* Names of XML Schema types; what is not here is a text. */
static const struct
{
  const char *type, *structure;
} structures[] = {
  { "boolean", "boolean" },
  { "number", "decimal" },
  { "date", "date" },
  { "time", "time" },
  { "date and time", "dateTime" },
  { "days and time duration", "duration" },
};

static const char *
property_of (PtEmission *self, PtIndex scope, const PtVariable *variable)
{
  const char *structure = "string";

  for (guint i = 0; i < G_N_ELEMENTS (structures); i++)
    if (g_strcmp0 (variable->type, structures[i].type) == 0)
      structure = structures[i].structure;
  return pt_emission_variable (self, scope, variable->name, structure, variable->label);
}

/* A specification lists all that comes out; the first answer brings it along. */
static void
add_data_output (PtEmission *self,
                 xmlNode *element,
                 const PtNode *node,
                 const PtVariable *variable,
                 xmlNode **specification)
{
  g_autofree char *suffix = g_strconcat ("_", variable->name, NULL);
  const char *property = property_of (self, node->scope, variable);
  const char *id = pt_emission_derive_id (self, &node->origin, suffix);
  xmlNode *output, *association;

  if (!*specification)
    {
      *specification = pt_emission_insert (self, element, "ioSpecification");
      pt_emission_add (self, *specification, "inputSet");
      pt_emission_add (self, *specification, "outputSet");
    }
  output = pt_emission_insert (self, *specification, "dataOutput");
  pt_emission_set (output, "id", id);
  pt_emission_set (output, "name", variable->name);
  pt_emission_add_text (self, xmlGetLastChild (*specification), "dataOutputRefs", id);
  association = pt_emission_insert (self, element, "dataOutputAssociation");
  pt_emission_add_text (self, association, "sourceRef", id);
  pt_emission_add_text (self, association, "targetRef", property);
}

static gboolean
has_specification (xmlNode *element)
{
  for (xmlNode *child = pt_xml_first_element (element); child; child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, "ioSpecification"))
      return TRUE;
  return FALSE;
}

/* What is drawn as data has its arrows already. */
static void
add_answers (PtEmission *self, xmlNode *element, const PtNode *node)
{
  gboolean is_drawn = has_specification (element);
  xmlNode *specification = NULL;
  guint n;
  const PtAccess *accesses = pt_emission_accesses (self, node, &n);

  for (guint i = 0; i < n; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, accesses[i].variable);

      if (accesses[i].kind != PT_ACCESS_ASK || variable->origin.id)
        continue;
      if (is_drawn)
        property_of (self, node->scope, variable);
      else
        add_data_output (self, element, node, variable, &specification);
    }
}

static const PtVariable *
find_variable (PtEmission *self, PtIndex process, const char *name)
{
  for (PtIndex i = 0; i < self->program->variables->len; i++)
    {
      const PtVariable *variable = pt_program_variable (self->program, i);

      if (variable->process == process && g_str_equal (variable->name, name))
        return variable;
    }
  return NULL;
}

static void
set_node (PtEmission *self, xmlNode *element, const PtNode *node)
{
  const PtVariable *answer = NULL;

  set_implementation (self, element, node);
  if (node->decision != PT_NO_INDEX)
    answer = find_variable (self, pt_program_process_of (self->program, node->scope),
                            pt_program_decision (self->program, node->decision)->variable);
  if (answer && !answer->origin.id)
    property_of (self, node->scope, answer);
}

/* ----- several at once ------------------------------------------------------------------------ */

static void
add_list (PtEmission *self, xmlNode *loop, const char *tag, const char *id, const PtNode *node)
{
  pt_emission_watch (self, pt_emission_add_text (self, loop, tag, id), &node->origin);
}

static void
add_item (PtEmission *self,
          xmlNode *loop,
          const char *tag,
          const char *suffix,
          const char *name,
          const PtNode *node)
{
  xmlNode *item = pt_emission_add (self, loop, tag);

  pt_emission_set (item, "id", pt_emission_derive_id (self, &node->origin, suffix));
  pt_emission_set (item, "name", name);
}

/* A collection is an element of the process that has this id, or a property with this name. */
static void
set_collection (PtEmission *self, xmlNode *loop, const PtNode *node)
{
  const char *id = pt_emission_id_of_text (self, node->loop_text);
  const char *result = node->loop_result ? node->loop_result : node->loop_output;

  if (!id)
    id = pt_emission_variable (self, node->scope, node->loop_text, NULL, NULL);
  add_list (self, loop, "loopDataInputRef", id, node);
  if (node->loop_output)
    {
      id = pt_emission_id_of_text (self, node->loop_output);
      add_list (self, loop, "loopDataOutputRef",
                id ? id : pt_emission_variable (self, node->scope, node->loop_output, NULL, NULL),
                node);
    }
  add_item (self, loop, "inputDataItem", "_item", node->loop_element ? node->loop_element : "item",
            node);
  if (node->loop_output)
    add_item (self, loop, "outputDataItem", "_result", result, node);
}

static const PtDialect dialect = {
  .language = NULL,
  .attribute = PT_FEEL_LANGUAGE,
};

static const PtRefusal refusals[] = { { PT_BPMN_NONE } };

static const PtEmitter emitter = {
  .definitions = add_interfaces,
  .node = set_node,
  .data = add_answers,
  .collection = set_collection,
};

const PtTarget pt_target_bpmn = {
  .id = "bpmn",
  .label = N_ ("BPMN 2.0 standard"),
  .dialect = &dialect,
  .refusals = refusals,
  .emitter = &emitter,
};
