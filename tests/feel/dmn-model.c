/* dmn-model.c: decisions and what they require
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dmn.h"

#include <libxml/parser.h>
#include <string.h>

static PtFeelValue evaluate_node (Dmn *self, xmlNode *node, const PtFeelValue *inputs);

/* ----- what is required ---------------------------------------------------------------------- */

PtFeelValue
dmn_copy (const PtFeelValue *context)
{
  PtFeelValue copy = pt_feel_context ();

  for (guint i = 0; i < pt_feel_context_size (context); i++)
    {
      const char *name = pt_feel_context_name (context, i);

      pt_feel_context_set (&copy, name, pt_feel_value_ref (pt_feel_context_get (context, name)));
    }
  return copy;
}

/* The element that a “#id” or “namespace#id” leads to, and the model it is in. */
static xmlNode *
follow (Dmn *self, xmlNode *reference, Dmn **model, const char **space)
{
  g_autofree char *href = dmn_attribute (reference, "href");
  const char *hash = href ? strchr (href, '#') : NULL;
  GHashTableIter iter;
  gpointer name, other;

  *model = self;
  *space = NULL;
  if (!hash)
    return NULL;
  if (hash > href)
    {
      g_autofree char *wanted = g_strndup (href, hash - href);

      g_hash_table_iter_init (&iter, self->imports);
      while (g_hash_table_iter_next (&iter, &name, &other))
        if (g_hash_table_lookup (self->by_space, wanted) == other)
          {
            *model = other;
            *space = name;
          }
    }
  return g_hash_table_lookup ((*model)->by_id, hash + 1);
}

static void
add_value (PtFeelValue *variables, const char *space, const char *name, PtFeelValue value)
{
  const PtFeelValue *old = space ? pt_feel_context_get (variables, space) : NULL;
  PtFeelValue inner;

  if (!space)
    {
      pt_feel_context_set (variables, name, value);
      return;
    }
  inner = old ? dmn_copy (old) : pt_feel_context ();
  pt_feel_context_set (&inner, name, value);
  pt_feel_context_set (variables, space, inner);
}

/* What an imported model sees of the inputs: those below the name it is imported by, and all
 * others. */
static PtFeelValue
inputs_of (const char *space, const PtFeelValue *inputs)
{
  const PtFeelValue *own = space ? pt_feel_context_get (inputs, space) : NULL;
  PtFeelValue all = dmn_copy (inputs);

  for (guint i = 0; own && i < pt_feel_context_size (own); i++)
    {
      const char *name = pt_feel_context_name (own, i);

      pt_feel_context_set (&all, name, pt_feel_value_ref (pt_feel_context_get (own, name)));
    }
  return all;
}

static void
add_requirement (Dmn *self, xmlNode *requirement, const PtFeelValue *inputs, PtFeelValue *variables)
{
  static const char *const kinds[] = { "requiredDecision", "requiredInput", "requiredKnowledge" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      xmlNode *reference = dmn_child (requirement, kinds[i]);
      const char *space;
      Dmn *model;
      xmlNode *element = reference ? follow (self, reference, &model, &space) : NULL;
      g_autofree char *name = element ? dmn_attribute (element, "name") : NULL;
      g_auto (PtFeelValue) own = element ? inputs_of (space, inputs) : PT_FEEL_NULL;

      if (name)
        add_value (variables, space, name, evaluate_node (model, element, &own));
    }
}

static PtFeelValue
requirements_of (Dmn *self, xmlNode *node, const PtFeelValue *inputs)
{
  PtFeelValue variables = pt_feel_context ();

  for (xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (dmn_is (child, "informationRequirement") || dmn_is (child, "knowledgeRequirement")))
      add_requirement (self, child, inputs, &variables);
  return variables;
}

/* ----- services ------------------------------------------------------------------------------ */

typedef struct
{
  Dmn *model;
  xmlNode *node;
  PtFeelValue inputs;
  GPtrArray *names, *types;
} Service;

static void
service_free (Service *self)
{
  pt_feel_value_clear (&self->inputs);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->types);
  g_free (self);
}

static PtFeelValue
service_outputs (Service *self, const PtFeelValue *inputs)
{
  xmlNode *output = dmn_child (self->node, "outputDecision");
  gboolean one = output && !dmn_next (output, "outputDecision");
  PtFeelValue all = pt_feel_context ();

  for (; output; output = dmn_next (output, "outputDecision"))
    {
      const char *space;
      Dmn *model;
      xmlNode *decision = follow (self->model, output, &model, &space);
      g_autofree char *name = decision ? dmn_attribute (decision, "name") : g_strdup ("");
      PtFeelValue value = decision ? evaluate_node (model, decision, inputs) : PT_FEEL_NULL;

      if (one)
        {
          pt_feel_value_clear (&all);
          return value;
        }
      pt_feel_context_set (&all, name, value);
    }
  return all;
}

static PtFeelValue
service_call (const PtFeelValue *args, gpointer user_data)
{
  Service *self = user_data;
  xmlNode *variable = dmn_child (self->node, "variable");
  g_autofree char *type = dmn_attribute (variable, "typeRef");
  g_auto (PtFeelValue) inputs = dmn_copy (&self->inputs);

  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      PtFeelValue value
          = dmn_coerce (self->model, self->types->pdata[i], pt_feel_value_ref (&args[i]));

      if (pt_feel_is_null (&value) && !pt_feel_is_null (&args[i]))
        return PT_FEEL_NULL;
      pt_feel_context_set (&inputs, self->names->pdata[i], value);
    }
  return dmn_coerce (self->model, type, service_outputs (self, &inputs));
}

static void
add_parameters (Service *self, const char *kind)
{
  for (xmlNode *input = dmn_child (self->node, kind); input; input = dmn_next (input, kind))
    {
      const char *space;
      Dmn *model;
      xmlNode *element = follow (self->model, input, &model, &space);

      if (!element)
        continue;
      g_ptr_array_add (self->names, dmn_attribute (element, "name"));
      g_ptr_array_add (self->types, dmn_attribute (dmn_child (element, "variable"), "typeRef"));
    }
}

static PtFeelValue
service_function (Dmn *self, xmlNode *node, const PtFeelValue *inputs)
{
  Service *service = g_new (Service, 1);

  *service = (Service){ self, node, dmn_copy (inputs), g_ptr_array_new_with_free_func (g_free),
                        g_ptr_array_new_with_free_func (g_free) };
  add_parameters (service, "inputData");
  add_parameters (service, "inputDecision");
  g_ptr_array_add (service->names, NULL);
  return pt_feel_host_function ((const char *const *)service->names->pdata, service_call, service,
                                (GDestroyNotify)service_free);
}

/* ----- elements ------------------------------------------------------------------------------ */

static PtFeelValue
evaluate_decision (Dmn *self, xmlNode *node, const PtFeelValue *inputs)
{
  g_autofree char *type = dmn_attribute (dmn_child (node, "variable"), "typeRef");
  g_auto (PtFeelValue) variables = requirements_of (self, node, inputs);
  xmlNode *body = dmn_body (node);

  if (!body)
    return PT_FEEL_NULL;
  return dmn_coerce (self, type, dmn_expression (self, body, &variables));
}

static PtFeelValue
evaluate_node (Dmn *self, xmlNode *node, const PtFeelValue *inputs)
{
  g_autofree char *name = dmn_attribute (node, "name");
  g_autofree char *type = dmn_attribute (dmn_child (node, "variable"), "typeRef");
  const PtFeelValue *given = pt_feel_context_get (inputs, name);

  if (dmn_is (node, "decisionService"))
    return service_function (self, node, inputs);
  if (dmn_is (node, "businessKnowledgeModel"))
    {
      g_auto (PtFeelValue) known = requirements_of (self, node, inputs);
      xmlNode *logic = dmn_child (node, "encapsulatedLogic");

      return logic ? dmn_function (self, logic, &known) : PT_FEEL_NULL;
    }
  if (given)
    return dmn_coerce (self, type, pt_feel_value_ref (given));
  return dmn_is (node, "decision") ? evaluate_decision (self, node, inputs) : PT_FEEL_NULL;
}

PtFeelValue
dmn_evaluate (Dmn *self, const char *name, const PtFeelValue *inputs)
{
  for (xmlNode *node = dmn_child (xmlDocGetRootElement (self->doc), NULL); node;
       node = dmn_next (node, NULL))
    {
      g_autofree char *own = dmn_attribute (node, "name");

      if (g_strcmp0 (own, name) != 0)
        continue;
      if (dmn_is (node, "decision"))
        return evaluate_node (self, node, inputs);
      if (dmn_is (node, "decisionService"))
        {
          Service service = { self, node, *inputs, NULL, NULL };
          g_autofree char *type = dmn_attribute (dmn_child (node, "variable"), "typeRef");

          return dmn_coerce (self, type, service_outputs (&service, inputs));
        }
    }
  return PT_FEEL_NULL;
}

/* ----- files --------------------------------------------------------------------------------- */

static void
index_ids (Dmn *self, xmlNode *node)
{
  for (xmlNode *child = dmn_child (node, NULL); child; child = dmn_next (child, NULL))
    {
      char *id = dmn_attribute (child, "id");

      if (id)
        g_hash_table_insert (self->by_id, id, child);
      index_ids (self, child);
    }
}

static void
add_types (Dmn *self, Dmn *from, const char *prefix)
{
  for (xmlNode *item = dmn_child (xmlDocGetRootElement (from->doc), "itemDefinition"); item;
       item = dmn_next (item, "itemDefinition"))
    {
      g_autofree char *name = dmn_attribute (item, "name");
      g_autofree char *full = g_strconcat (prefix, name, NULL);

      pt_feel_scope_add_type (self->types, full, dmn_item_type (from, item));
    }
}

static Dmn *load_file (const char *path, GHashTable *by_space);

/* Any file of the folder may be the one that is meant. */
static Dmn *
find_space (Dmn *self, const char *space)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder && !g_hash_table_contains (self->by_space, space)
         && (name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      xmlDoc *doc
          = g_str_has_suffix (name, ".dmn") ? xmlReadFile (path, NULL, XML_PARSE_NOERROR) : NULL;
      g_autofree char *own = doc ? dmn_attribute (xmlDocGetRootElement (doc), "namespace") : NULL;

      xmlFreeDoc (doc);
      if (g_strcmp0 (own, space) == 0)
        load_file (path, self->by_space);
    }
  return g_hash_table_lookup (self->by_space, space);
}

static void
load_imports (Dmn *self)
{
  for (xmlNode *import = dmn_child (xmlDocGetRootElement (self->doc), "import"); import;
       import = dmn_next (import, "import"))
    {
      g_autofree char *space = dmn_attribute (import, "namespace");
      char *name = dmn_attribute (import, "name");
      Dmn *other = space ? find_space (self, space) : NULL;
      g_autofree char *prefix = g_strconcat (name ? name : "", ".", NULL);

      if (other && name)
        {
          g_hash_table_insert (self->imports, name, other);
          add_types (self, other, prefix);
        }
      else
        g_free (name);
    }
}

static Dmn *
load_file (const char *path, GHashTable *by_space)
{
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  char *space;
  Dmn *self;

  if (!doc || !xmlDocGetRootElement (doc))
    return NULL;
  self = g_new0 (Dmn, 1);
  self->doc = doc;
  self->folder = g_path_get_dirname (path);
  self->types = pt_feel_scope_new ();
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->imports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_space = by_space;
  space = dmn_attribute (xmlDocGetRootElement (doc), "namespace");
  g_hash_table_insert (by_space, space ? space : g_strdup (path), self);
  index_ids (self, xmlDocGetRootElement (doc));
  load_imports (self);
  add_types (self, self, "");
  return self;
}

static void
free_one (Dmn *self)
{
  xmlFreeDoc (self->doc);
  pt_feel_scope_free (self->types);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->imports);
  g_free (self->folder);
  g_free (self);
}

Dmn *
dmn_load (const char *path)
{
  GHashTable *by_space
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)free_one);
  Dmn *self = load_file (path, by_space);

  if (!self)
    g_hash_table_unref (by_space);
  return self;
}

void
dmn_free (Dmn *self)
{
  g_hash_table_unref (self->by_space);
}
