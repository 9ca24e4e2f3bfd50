/* pt-lower-data.c: what a case knows, and which activity or event reads and writes it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data of one name in one process is one variable, in whatever state and wherever it is drawn.
 */
#include "pt-lower.h"

#include <partitur/feel.h>

/* What bpmn.io puts where the schema wants a target of an association. */
#define PLACEHOLDER "__targetRef_placeholder"

typedef struct
{
  PtLower *lower;
  GHashTable *of_element; /* PtElement → index of its variable, plus one */
  GHashTable *of_name;    /* process and name → likewise */
} Data;

/* ----- types ---------------------------------------------------------------------------------- */

/* The last part of what a structure is called → what FEEL calls it. */
static const struct
{
  const char *structure, *type;
} types[] = {
  { "string", "string" },
  { "text", "string" },
  { "token", "string" },
  { "anyuri", "string" },
  { "boolean", "boolean" },
  { "bool", "boolean" },
  { "number", "number" },
  { "integer", "number" },
  { "int", "number" },
  { "long", "number" },
  { "short", "number" },
  { "decimal", "number" },
  { "bigdecimal", "number" },
  { "double", "number" },
  { "float", "number" },
  { "nonnegativeinteger", "number" },
  { "positiveinteger", "number" },
  { "date", "date" },
  { "localdate", "date" },
  { "time", "time" },
  { "localtime", "time" },
  { "datetime", "date and time" },
  { "localdatetime", "date and time" },
  { "duration", "days and time duration" },
};

static const char *
type_of_structure (const char *structure)
{
  const char *last = structure;
  g_autofree char *lower = NULL;

  for (const char *at = structure; *at; at++)
    if (strchr (":.#/", *at) && at[1])
      last = at + 1;
  lower = g_ascii_strdown (last, -1);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].structure, lower))
      return types[i].type;
  return NULL;
}

static gboolean
is_true (const xmlNode *node, const char *name)
{
  g_autofree char *value = pt_xml_attribute (node, name);

  return g_strcmp0 (value, "true") == 0 || g_strcmp0 (value, "1") == 0;
}

static void
read_type (Data *self, PtVariable *variable, const PtElement *element)
{
  g_autofree char *subject = pt_xml_attribute (element->node, "itemSubjectRef");
  xmlNode *item = subject ? pt_bpmn_resolve (self->lower->document, subject) : NULL;
  g_autofree char *structure = item ? pt_xml_attribute (item, "structureRef") : NULL;

  variable->is_collection |= element->is_collection || is_true (element->node, "isCollection")
                             || (item && is_true (item, "isCollection"));
  if (structure && !variable->type)
    variable->type = type_of_structure (structure);
}

/* ----- variables ------------------------------------------------------------------------------ */

static const struct
{
  PtBpmnType type;
  PtVariableKind kind;
} kinds[] = {
  { PT_BPMN_DATA_OBJECT_REFERENCE, PT_VARIABLE_OBJECT },
  { PT_BPMN_DATA_OBJECT, PT_VARIABLE_OBJECT },
  { PT_BPMN_DATA_STORE_REFERENCE, PT_VARIABLE_STORE },
  { PT_BPMN_PROPERTY, PT_VARIABLE_GIVEN },
  { PT_BPMN_DATA_INPUT, PT_VARIABLE_GIVEN },
  { PT_BPMN_DATA_OUTPUT, PT_VARIABLE_OBJECT },
};

static gboolean
find_kind (const PtElement *element, PtVariableKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (element->type == kinds[i].type)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* Some engines let data objects begin with a value. */
static gboolean
has_value (const PtElement *element)
{
  xmlNode *extensions = pt_element_child_node (element, PT_BPMN_EXTENSION_ELEMENTS);

  for (xmlNode *child = extensions ? pt_xml_first_element (extensions) : NULL; child;
       child = pt_xml_next_element (child))
    if (strcmp ((const char *)child->name, "value") == 0)
      return TRUE;
  return FALSE;
}

static const char *
name_of (const PtElement *element)
{
  if (element->name && *element->name)
    return element->name;
  return element->ref && element->ref->name && *element->ref->name ? element->ref->name : NULL;
}

/* Inputs, outputs and properties of activities are their own business; those of a process are its
 * variables, which it may be started with. */
static PtIndex
process_of (Data *self, const PtElement *element)
{
  gboolean of_process = element->parent && element->parent->type == PT_BPMN_PROCESS;

  if ((element->type == PT_BPMN_DATA_INPUT || element->type == PT_BPMN_DATA_OUTPUT
       || element->type == PT_BPMN_PROPERTY)
      && !of_process)
    return PT_NO_INDEX;
  return pt_lower_find (self->lower, of_process ? element->parent : element->process,
                        PT_BPMN_PROCESS);
}

static PtIndex
variable_of (Data *self, const PtElement *element)
{
  return element ? GPOINTER_TO_UINT (g_hash_table_lookup (self->of_element, element)) - 1
                 : PT_NO_INDEX;
}

static PtIndex
make_variable (Data *self, const PtElement *element, PtVariableKind kind, PtIndex process)
{
  const char *label = name_of (element);
  g_autofree char *name = pt_feel_make_name (label ? label : element->id ? element->id : "data");
  g_autofree char *key = g_strdup_printf ("%u %s", process, name);
  PtIndex found = GPOINTER_TO_UINT (g_hash_table_lookup (self->of_name, key)) - 1;
  PtVariable *variable;

  if (found == PT_NO_INDEX)
    {
      found = pt_program_add_variable (self->lower->program, name);
      variable = pt_program_variable (self->lower->program, found);
      variable->kind = kind;
      variable->label = label ? pt_program_string (self->lower->program, label) : variable->name;
      variable->process = process;
      variable->origin.id = variable->origin.logical
          = pt_program_string (self->lower->program, element->id);
      g_hash_table_insert (self->of_name, g_steal_pointer (&key), GUINT_TO_POINTER (found + 1));
    }
  return found;
}

/* Data objects come after what refers to them, which is what is drawn and named. */
static void
add_variable (Data *self, const PtElement *element, gboolean is_object)
{
  PtVariableKind kind;
  PtIndex process, found;
  PtVariable *variable;

  if (!find_kind (element, &kind) || g_strcmp0 (element->name, PLACEHOLDER) == 0
      || (element->type == PT_BPMN_DATA_OBJECT) != is_object
      || (is_object && variable_of (self, element) != PT_NO_INDEX))
    return;
  process = process_of (self, element);
  if (process == PT_NO_INDEX)
    return;
  found = variable_of (self, element->ref);
  if (found == PT_NO_INDEX || pt_program_variable (self->lower->program, found)->process != process)
    found = make_variable (self, element, kind, process);
  variable = pt_program_variable (self->lower->program, found);
  if (has_value (element))
    variable->kind = PT_VARIABLE_GIVEN;
  read_type (self, variable, element);
  if (element->ref)
    read_type (self, variable, element->ref);
  g_hash_table_insert (self->of_element, (gpointer)element, GUINT_TO_POINTER (found + 1));
  if (element->ref)
    g_hash_table_insert (self->of_element, element->ref, GUINT_TO_POINTER (found + 1));
}

/* ----- who reads and writes ------------------------------------------------------------------- */

static void
add_access (Data *self, const PtElement *holder, PtIndex variable, PtAccessKind kind)
{
  PtIndex node = pt_lower_find (self->lower, holder, PT_BPMN_FLOW_NODE);

  if (node != PT_NO_INDEX && variable != PT_NO_INDEX)
    pt_program_add_access (self->lower->program, node, variable, kind, TRUE);
}

/* An association with a flow is the short way to say: from here to there. */
static void
add_handed_on (Data *self, const PtElement *flow, PtIndex variable)
{
  add_access (self, flow->source, variable, PT_ACCESS_WRITE);
  add_access (self, flow->target, variable, PT_ACCESS_READ);
}

/* The plain association of many tools: its arrow tells. Without one the data is only shown to
 * belong there, which somebody who sees no fault in it may have meant as writing. */
static void
read_association (Data *self, const PtElement *element)
{
  PtIndex from = variable_of (self, element->source), to = variable_of (self, element->target);
  const PtElement *other = from != PT_NO_INDEX ? element->target : element->source;
  PtIndex variable = from != PT_NO_INDEX ? from : to;

  if (!other || variable == PT_NO_INDEX)
    return;
  if (other->type == PT_BPMN_SEQUENCE_FLOW)
    add_handed_on (self, other, variable);
  else if (element->association_direction == 1 && from != PT_NO_INDEX)
    add_access (self, other, variable, PT_ACCESS_READ);
  else
    add_access (self, other, variable, PT_ACCESS_WRITE);
}

static void
read_data_association (Data *self, const PtElement *element)
{
  if (element->type == PT_BPMN_DATA_INPUT_ASSOCIATION)
    add_access (self, element->parent, variable_of (self, element->source), PT_ACCESS_READ);
  else if (element->type == PT_BPMN_DATA_OUTPUT_ASSOCIATION)
    add_access (self, element->parent, variable_of (self, element->target), PT_ACCESS_WRITE);
  else if (element->type == PT_BPMN_ASSOCIATION)
    read_association (self, element);
}

/* ----- collections ---------------------------------------------------------------------------- */

static gboolean
fills (Data *self, const PtElement *association, const char *input)
{
  const char *target = association->type == PT_BPMN_DATA_INPUT_ASSOCIATION
                           ? pt_lower_child_text (self->lower, association->node, "targetRef")
                           : NULL;

  return g_strcmp0 (target, input) == 0;
}

/* What an input of an activity is filled with. */
static const PtElement *
source_of_input (Data *self, const PtElement *activity, const char *input)
{
  for (guint i = 0; activity->children && i < activity->children->len; i++)
    if (fills (self, g_ptr_array_index (activity->children, i), input))
      return ((PtElement *)g_ptr_array_index (activity->children, i))->source;
  return NULL;
}

/* A list is named by the element that stands for it, or by the input of the activity that it goes
 * into. */
static void
read_collection (Data *self, const PtElement *element)
{
  PtIndex i = pt_lower_find (self->lower, element, PT_BPMN_ACTIVITY), variable;
  PtNode *node = i == PT_NO_INDEX ? NULL : pt_program_node (self->lower->program, i);
  const PtElement *list;

  if (!node || !node->loop_is_collection || !node->loop_text)
    return;
  list = pt_process_graph_get (self->lower->graph, node->loop_text);
  if (list && list->type == PT_BPMN_DATA_INPUT)
    list = source_of_input (self, element, list->id);
  variable = variable_of (self, list);
  if (variable == PT_NO_INDEX)
    return;
  node->loop_data = variable;
  pt_program_variable (self->lower->program, variable)->is_collection = TRUE;
  pt_program_add_access (self->lower->program, i, variable, PT_ACCESS_READ, TRUE);
}

static void
read_output (Data *self, const PtElement *element)
{
  PtIndex i = pt_lower_find (self->lower, element, PT_BPMN_ACTIVITY);
  PtNode *node = i == PT_NO_INDEX ? NULL : pt_program_node (self->lower->program, i);
  PtIndex variable
      = node && node->loop_output
            ? variable_of (self, pt_process_graph_get (self->lower->graph, node->loop_output))
            : PT_NO_INDEX;

  if (variable == PT_NO_INDEX)
    return;
  node->loop_output_data = variable;
  pt_program_variable (self->lower->program, variable)->is_collection = TRUE;
  pt_program_add_access (self->lower->program, i, variable, PT_ACCESS_WRITE, TRUE);
}

void
pt_lower_data (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);
  g_autoptr (GHashTable) of_element = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_name = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  Data data = { self, of_element, of_name };

  for (gboolean is_object = FALSE; is_object <= TRUE; is_object++)
    for (guint i = 0; i < elements->len; i++)
      add_variable (&data, g_ptr_array_index (elements, i), is_object);
  if (self->program->variables->len == 0)
    return;
  for (guint i = 0; i < elements->len; i++)
    {
      read_data_association (&data, g_ptr_array_index (elements, i));
      read_collection (&data, g_ptr_array_index (elements, i));
      read_output (&data, g_ptr_array_index (elements, i));
    }
}
