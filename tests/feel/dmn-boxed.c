/* dmn-boxed.c: boxed expressions and decision tables
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "dmn.h"

#include <string.h>

static void
add_types (PtFeelScope *scope, Dmn *self, Dmn *from, const char *prefix)
{
  for (xmlNode *item = dmn_child (xmlDocGetRootElement (from->doc), "itemDefinition"); item;
       item = dmn_next (item, "itemDefinition"))
    {
      g_autofree char *name = dmn_attribute (item, "name");
      g_autofree char *full = g_strconcat (prefix, name, NULL);
      PtFeelType *type = pt_feel_scope_get_type (self->types, full);

      if (type)
        pt_feel_scope_add_type (scope, full, pt_feel_type_ref (type));
    }
}

/* The names that can be seen, and the types of the model and of those it imports. */
static PtFeelScope *
scope_of (Dmn *self, const PtFeelValue *variables)
{
  PtFeelScope *scope = pt_feel_scope_new ();
  GHashTableIter iter;
  gpointer name, other;

  pt_feel_scope_add_values (scope, variables);
  add_types (scope, self, self, "");
  g_hash_table_iter_init (&iter, self->imports);
  while (g_hash_table_iter_next (&iter, &name, &other))
    {
      g_autofree char *prefix = g_strconcat (name, ".", NULL);

      add_types (scope, self, other, prefix);
    }
  return scope;
}

PtFeelValue
dmn_feel (Dmn *self, const char *text, const PtFeelValue *variables)
{
  g_autoptr (PtFeelScope) scope = scope_of (self, variables);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtFeel) feel = pt_feel_compile (text, scope, NULL, &error);
  PtFeelValue value = PT_FEEL_NULL;

  if (feel)
    pt_feel_evaluate (feel, variables, &value, NULL);
  else if (g_getenv ("PT_TCK_VERBOSE"))
    g_printerr ("    %s: %s\n", text, error->message);
  return value;
}

static PtFeelValue
literal (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  g_autofree char *text = dmn_content (node, "text");

  return text ? dmn_feel (self, text, variables) : PT_FEEL_NULL;
}

/* ----- functions ----------------------------------------------------------------------------- */

typedef struct
{
  Dmn *model;
  xmlNode *definition;
  PtFeelValue known;
} Function;

static void
function_free (Function *self)
{
  pt_feel_value_clear (&self->known);
  g_free (self);
}

static PtFeelValue
function_call (const PtFeelValue *args, gpointer user_data)
{
  Function *self = user_data;
  g_auto (PtFeelValue) variables = dmn_copy (&self->known);
  g_autofree char *type = dmn_attribute (self->definition, "typeRef");
  xmlNode *variable = dmn_child (self->definition->parent, "variable");
  g_autofree char *result
      = dmn_is (self->definition, "encapsulatedLogic") ? dmn_attribute (variable, "typeRef") : NULL;
  xmlNode *body = dmn_body (self->definition);
  guint i = 0;

  for (xmlNode *param = dmn_child (self->definition, "formalParameter"); param;
       param = dmn_next (param, "formalParameter"), i++)
    {
      g_autofree char *name = dmn_attribute (param, "name");
      g_autofree char *ref = dmn_attribute (param, "typeRef");
      PtFeelValue value = dmn_coerce (self->model, ref, pt_feel_value_ref (&args[i]));

      if (pt_feel_is_null (&value) && !pt_feel_is_null (&args[i]))
        return PT_FEEL_NULL;
      pt_feel_context_set (&variables, name, value);
    }
  if (!body)
    return PT_FEEL_NULL;
  return dmn_coerce (self->model, result ? result : type,
                     dmn_expression (self->model, body, &variables));
}

PtFeelValue
dmn_function (Dmn *self, xmlNode *definition, const PtFeelValue *known)
{
  Function *function = g_new (Function, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  *function = (Function){ self, definition, dmn_copy (known) };
  for (xmlNode *param = dmn_child (definition, "formalParameter"); param;
       param = dmn_next (param, "formalParameter"))
    g_ptr_array_add (names, dmn_attribute (param, "name"));
  g_ptr_array_add (names, NULL);
  return pt_feel_host_function ((const char *const *)names->pdata, function_call, function,
                                (GDestroyNotify)function_free);
}

/* The call is said in FEEL, with the values as variables of names nobody else has. */
static PtFeelValue
invocation (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  g_auto (PtFeelValue) all = dmn_copy (variables);
  xmlNode *callee = dmn_body (node);
  g_autofree char *text = callee ? dmn_content (callee, "text") : NULL;
  g_autoptr (GString) call = g_string_new (text);
  guint i = 0;

  g_string_append_c (call, '(');
  for (xmlNode *binding = dmn_child (node, "binding"); binding;
       binding = dmn_next (binding, "binding"), i++)
    {
      g_autofree char *parameter = dmn_attribute (dmn_child (binding, "parameter"), "name");
      g_autofree char *name = g_strdup_printf ("binding__%u", i);
      xmlNode *body = dmn_body (binding);

      pt_feel_context_set (&all, name,
                           body ? dmn_expression (self, body, variables) : PT_FEEL_NULL);
      g_string_append_printf (call, "%s%s: %s", i > 0 ? ", " : "", parameter, name);
    }
  g_string_append_c (call, ')');
  return dmn_feel (self, call->str, &all);
}

/* ----- contexts and lists -------------------------------------------------------------------- */

/* A new context each time: functions keep the one they were made in. */
static PtFeelValue
dmn_with (const PtFeelValue *variables, const PtFeelValue *more)
{
  PtFeelValue all = dmn_copy (variables);

  for (guint i = 0; i < pt_feel_context_size (more); i++)
    {
      const char *name = pt_feel_context_name (more, i);

      pt_feel_context_set (&all, name, pt_feel_value_ref (pt_feel_context_get (more, name)));
    }
  return all;
}

static PtFeelValue
context (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  PtFeelValue made = pt_feel_context ();

  for (xmlNode *entry = dmn_child (node, "contextEntry"); entry;
       entry = dmn_next (entry, "contextEntry"))
    {
      xmlNode *variable = dmn_child (entry, "variable"), *body = dmn_body (entry);
      g_autofree char *name = dmn_attribute (variable, "name");
      g_autofree char *type = dmn_attribute (variable, "typeRef");
      g_auto (PtFeelValue) known = dmn_with (variables, &made);
      PtFeelValue value
          = dmn_coerce (self, type, body ? dmn_expression (self, body, &known) : PT_FEEL_NULL);

      if (!name)
        {
          pt_feel_value_clear (&made);
          return value;
        }
      pt_feel_context_set (&made, name, value);
    }
  return made;
}

static PtFeelValue
list (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  PtFeelValue made = pt_feel_list ();

  for (xmlNode *item = dmn_body (node); item; item = dmn_next (item, NULL))
    pt_feel_list_add (&made, dmn_expression (self, item, variables));
  return made;
}

static PtFeelValue
relation (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  PtFeelValue made = pt_feel_list ();

  for (xmlNode *row = dmn_child (node, "row"); row; row = dmn_next (row, "row"))
    {
      PtFeelValue entries = pt_feel_context ();
      xmlNode *column = dmn_child (node, "column");

      for (xmlNode *cell = dmn_body (row); cell && column;
           cell = dmn_next (cell, NULL), column = dmn_next (column, "column"))
        {
          g_autofree char *name = dmn_attribute (column, "name");

          pt_feel_context_set (&entries, name, dmn_expression (self, cell, variables));
        }
      pt_feel_list_add (&made, entries);
    }
  return made;
}

/* ----- choices and loops: said in FEEL ------------------------------------------------------- */

static PtFeelValue
part (Dmn *self, xmlNode *node, const char *name, const PtFeelValue *variables)
{
  xmlNode *child = dmn_child (node, name), *body = child ? dmn_body (child) : NULL;

  return body ? dmn_expression (self, body, variables) : PT_FEEL_NULL;
}

static PtFeelValue
conditional (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  g_auto (PtFeelValue) test = part (self, node, "if", variables);

  return part (self, node, pt_feel_is_true (&test) ? "then" : "else", variables);
}

typedef struct
{
  Dmn *model;
  xmlNode *body;
  const PtFeelValue *variables;
  const char *name;
} Body;

/* args: the item, and what was made so far */
static PtFeelValue
body_call (const PtFeelValue *args, gpointer user_data)
{
  Body *self = user_data;
  g_auto (PtFeelValue) variables = dmn_copy (self->variables);

  pt_feel_context_set (&variables, self->name, pt_feel_value_ref (&args[0]));
  pt_feel_context_set (&variables, "partial", pt_feel_value_ref (&args[1]));
  for (guint i = 0; g_str_equal (self->name, "item") && i < pt_feel_context_size (&args[0]); i++)
    {
      const char *name = pt_feel_context_name (&args[0], i);

      pt_feel_context_set (&variables, name,
                           pt_feel_value_ref (pt_feel_context_get (&args[0], name)));
    }
  return dmn_expression (self->model, self->body, &variables);
}

static PtFeelValue
loop (Dmn *self,
      xmlNode *node,
      const PtFeelValue *variables,
      const char *body_name,
      const char *text)
{
  static const char *const parameters[] = { "value", "sofar", NULL };
  g_autofree char *given = dmn_attribute (node, "iteratorVariable");
  xmlNode *child = dmn_child (node, body_name), *body = child ? dmn_body (child) : NULL;
  Body state = { self, body, variables, given ? given : "item" };
  g_auto (PtFeelValue) all = pt_feel_context ();

  if (!body)
    return PT_FEEL_NULL;
  pt_feel_context_set (&all, "domain", part (self, node, "in", variables));
  pt_feel_context_set (&all, "body", pt_feel_host_function (parameters, body_call, &state, NULL));
  return dmn_feel (self, text, &all);
}

static PtFeelValue
boxed_for (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  return loop (self, node, variables, "return", "for i in domain return body(i, partial)");
}

static PtFeelValue
boxed_every (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  return loop (self, node, variables, "satisfies", "every i in domain satisfies body(i, null)");
}

static PtFeelValue
boxed_some (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  return loop (self, node, variables, "satisfies", "some i in domain satisfies body(i, null)");
}

static PtFeelValue
boxed_filter (Dmn *self, xmlNode *node, const PtFeelValue *variables)
{
  return loop (self, node, variables, "match", "domain[body(item, null)]");
}

/* ----- decision tables ----------------------------------------------------------------------- */

static gboolean
cell_holds (Dmn *self, xmlNode *cell, const PtFeelValue *input, const PtFeelValue *variables)
{
  g_autofree char *text = dmn_content (cell, "text");
  g_auto (PtFeelValue) known = dmn_copy (variables);
  g_auto (PtFeelValue) holds = PT_FEEL_NULL;
  g_autoptr (PtFeelScope) scope = NULL;
  g_autoptr (PtFeel) feel = NULL;

  if (!text || !*g_strstrip (text))
    return TRUE;
  pt_feel_context_set (&known, "?", pt_feel_value_ref (input));
  scope = scope_of (self, &known);
  feel = pt_feel_parse_tests (text, scope, NULL, NULL);
  if (feel)
    pt_feel_evaluate (feel, &known, &holds, NULL);
  return pt_feel_is_true (&holds);
}

static gboolean
rule_holds (Dmn *self, xmlNode *rule, const PtFeelValue *inputs, const PtFeelValue *variables)
{
  guint i = 0;

  for (xmlNode *cell = dmn_child (rule, "inputEntry"); cell; cell = dmn_next (cell, "inputEntry"))
    if (!cell_holds (self, cell, pt_feel_list_get (inputs, i++), variables))
      return FALSE;
  return TRUE;
}

static PtFeelValue
output_value (Dmn *self, xmlNode *output, const char *text, const PtFeelValue *variables)
{
  g_autofree char *type = dmn_attribute (output, "typeRef");

  return dmn_coerce (self, type, dmn_feel (self, text, variables));
}

static PtFeelValue
rule_outputs (Dmn *self, xmlNode *table, xmlNode *rule, const PtFeelValue *variables)
{
  xmlNode *output = dmn_child (table, "output");
  gboolean one = output && !dmn_next (output, "output");
  PtFeelValue made = pt_feel_context ();

  for (xmlNode *cell = dmn_child (rule, "outputEntry"); cell && output;
       cell = dmn_next (cell, "outputEntry"), output = dmn_next (output, "output"))
    {
      g_autofree char *text = dmn_content (cell, "text");
      g_autofree char *name = dmn_attribute (output, "name");
      PtFeelValue value = output_value (self, output, text ? text : "null", variables);

      if (one)
        {
          pt_feel_value_clear (&made);
          return value;
        }
      pt_feel_context_set (&made, name ? name : "", value);
    }
  return made;
}

static PtFeelValue
default_outputs (Dmn *self, xmlNode *table, const PtFeelValue *variables)
{
  xmlNode *output = dmn_child (table, "output");
  gboolean one = output && !dmn_next (output, "output");
  PtFeelValue made = pt_feel_context ();
  gboolean any = FALSE;

  for (; output; output = dmn_next (output, "output"))
    {
      g_autofree char *name = dmn_attribute (output, "name");
      xmlNode *entry = dmn_child (output, "defaultOutputEntry");
      g_autofree char *text = entry ? dmn_content (entry, "text") : NULL;
      PtFeelValue value = text ? output_value (self, output, text, variables) : PT_FEEL_NULL;

      any |= text != NULL;
      if (one)
        {
          pt_feel_value_clear (&made);
          return value;
        }
      pt_feel_context_set (&made, name ? name : "", value);
    }
  if (!any)
    pt_feel_value_clear (&made);
  return made;
}

static PtFeelValue
table_inputs (Dmn *self, xmlNode *table, const PtFeelValue *variables)
{
  PtFeelValue inputs = pt_feel_list ();

  for (xmlNode *input = dmn_child (table, "input"); input; input = dmn_next (input, "input"))
    {
      xmlNode *expression = dmn_child (input, "inputExpression");
      g_autofree char *type = dmn_attribute (expression, "typeRef");
      g_autofree char *text = dmn_content (expression, "text");

      pt_feel_list_add (&inputs,
                        dmn_coerce (self, type, dmn_feel (self, text ? text : "null", variables)));
    }
  return inputs;
}

/* The place of @value in the list of what @output may be, the first being the most important. */
static guint
place_of (xmlNode *output, const PtFeelValue *value)
{
  xmlNode *values = dmn_child (output, "outputValues");
  g_autofree char *text = values ? dmn_content (values, "text") : NULL;
  g_autofree char *literal = pt_feel_value_to_literal (value);
  const char *found = text ? strstr (text, literal) : NULL;
  guint place = 0;

  for (const char *at = text; found && at < found; at++)
    place += *at == ',';
  return found ? place : 99;
}

/* By the first output, then by the second, and so on. */
static gint64
priority_of (xmlNode *table, const PtFeelValue *value)
{
  gint64 priority = 0;

  for (xmlNode *output = dmn_child (table, "output"); output; output = dmn_next (output, "output"))
    {
      g_autofree char *name = dmn_attribute (output, "name");
      const PtFeelValue *entry
          = value->kind == PT_FEEL_KIND_CONTEXT && name ? pt_feel_context_get (value, name) : value;

      priority = priority * 100 + (entry ? place_of (output, entry) : 99);
    }
  return priority;
}

static PtFeelValue
aggregate (Dmn *self, xmlNode *table, PtFeelValue hits)
{
  g_autofree char *how = dmn_attribute (table, "aggregation");
  static const char *const texts[][2] = { { "SUM", "sum(hits)" },
                                          { "COUNT", "count(hits)" },
                                          { "MIN", "min(hits)" },
                                          { "MAX", "max(hits)" } };
  g_auto (PtFeelValue) variables = pt_feel_context ();

  if (!how)
    return hits;
  pt_feel_context_set (&variables, "hits", hits);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (how, texts[i][0]))
      return dmn_feel (self, texts[i][1], &variables);
  return PT_FEEL_NULL;
}

static PtFeelValue
all_hits (Dmn *self,
          xmlNode *table,
          const PtFeelValue *inputs,
          const PtFeelValue *variables,
          gboolean only_first)
{
  PtFeelValue hits = pt_feel_list ();

  for (xmlNode *rule = dmn_child (table, "rule"); rule; rule = dmn_next (rule, "rule"))
    if (rule_holds (self, rule, inputs, variables)
        && !(only_first && pt_feel_list_length (&hits) > 0))
      pt_feel_list_add (&hits, rule_outputs (self, table, rule, variables));
  return hits;
}

static PtFeelValue
by_priority (xmlNode *table, PtFeelValue hits)
{
  guint n = pt_feel_list_length (&hits);
  PtFeelValue sorted = pt_feel_list ();

  for (gint64 last = -1; pt_feel_list_length (&sorted) < n;)
    {
      gint64 next = G_MAXINT64;

      for (guint i = 0; i < n; i++)
        {
          gint64 priority = priority_of (table, pt_feel_list_get (&hits, i));

          if (priority > last && priority < next)
            next = priority;
        }
      for (guint i = 0; i < n; i++)
        if (priority_of (table, pt_feel_list_get (&hits, i)) == next)
          pt_feel_list_add (&sorted, pt_feel_value_ref (pt_feel_list_get (&hits, i)));
      last = next;
    }
  pt_feel_value_clear (&hits);
  return sorted;
}

static PtFeelValue
decision_table (Dmn *self, xmlNode *table, const PtFeelValue *variables)
{
  g_autofree char *given = dmn_attribute (table, "hitPolicy");
  const char *policy = given ? given : "UNIQUE";
  g_auto (PtFeelValue) inputs = table_inputs (self, table, variables);
  g_auto (PtFeelValue) hits
      = all_hits (self, table, &inputs, variables, g_str_equal (policy, "FIRST"));
  guint n = pt_feel_list_length (&hits);

  if (g_str_equal (policy, "PRIORITY") || g_str_equal (policy, "OUTPUT ORDER"))
    hits = by_priority (table, hits);
  if (g_str_equal (policy, "COLLECT") && (n > 0 || dmn_child (table, "aggregation")))
    return aggregate (self, table, pt_feel_value_ref (&hits));
  if (n == 0)
    return default_outputs (self, table, variables);
  if (g_str_equal (policy, "RULE ORDER") || g_str_equal (policy, "OUTPUT ORDER"))
    return pt_feel_value_ref (&hits);
  if (g_str_equal (policy, "UNIQUE") && n > 1)
    return PT_FEEL_NULL;
  for (guint i = 1; g_str_equal (policy, "ANY") && i < n; i++)
    if (pt_feel_value_equal (pt_feel_list_get (&hits, 0), pt_feel_list_get (&hits, i)) != 1)
      return PT_FEEL_NULL;
  return pt_feel_value_ref (pt_feel_list_get (&hits, 0));
}

/* ----- all ----------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  PtFeelValue (*evaluate) (Dmn *self, xmlNode *node, const PtFeelValue *variables);
} kinds[] = {
  { "literalExpression", literal },
  { "context", context },
  { "invocation", invocation },
  { "functionDefinition", dmn_function },
  { "list", list },
  { "relation", relation },
  { "decisionTable", decision_table },
  { "conditional", conditional },
  { "filter", boxed_filter },
  { "for", boxed_for },
  { "every", boxed_every },
  { "some", boxed_some },
};

PtFeelValue
dmn_expression (Dmn *self, xmlNode *expression, const PtFeelValue *variables)
{
  g_autofree char *type = dmn_attribute (expression, "typeRef");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (dmn_is (expression, kinds[i].name))
      return dmn_coerce (self, dmn_is (expression, "functionDefinition") ? NULL : type,
                         kinds[i].evaluate (self, expression, variables));
  return PT_FEEL_NULL;
}
