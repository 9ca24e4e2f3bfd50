/* data.c: the variables of a case
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "reading.h"

#include <string.h>

Frame *
frame_new (Frame *outer)
{
  Frame *self = g_new0 (Frame, 1);

  self->values = pt_feel_context ();
  self->outer = outer;
  return self;
}

void
frame_free (Frame *self)
{
  pt_feel_value_clear (&self->values);
  g_free (self);
}

const PtFeelValue *
frame_get (const Frame *self, const char *name)
{
  for (; self; self = self->outer)
    {
      const PtFeelValue *value = pt_feel_context_get (&self->values, name);

      if (value)
        return value;
    }
  return NULL;
}

/* What somebody holds does not change, so the context is made anew. */
void
frame_set_here (Frame *self, const char *name, PtFeelValue value)
{
  PtFeelValue next = pt_feel_context ();

  for (guint i = 0; i < pt_feel_context_size (&self->values); i++)
    {
      const char *other = pt_feel_context_name (&self->values, i);

      if (strcmp (other, name) != 0)
        pt_feel_context_set (&next, other,
                             pt_feel_value_ref (pt_feel_context_get (&self->values, other)));
    }
  pt_feel_context_set (&next, name, value);
  pt_feel_value_clear (&self->values);
  self->values = next;
}

/* Where it is, else in the scope. */
void
frame_set (Frame *self, const char *name, PtFeelValue value)
{
  Frame *frame = self;

  while (frame->outer && !pt_feel_context_get (&frame->values, name))
    frame = frame->outer;
  if (!pt_feel_context_get (&frame->values, name))
    for (frame = self; frame->outer && !frame->is_scope;)
      frame = frame->outer;
  frame_set_here (frame, name, value);
}

/* ----- JSON ----------------------------------------------------------------------------------- */

static PtFeelValue
value_of (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtFeel) literal = pt_feel_parse (text, NULL, &error);
  PtFeelValue value = PT_FEEL_NULL;

  if (!literal)
    g_error ("%s is no value: %s", text, error->message);
  pt_feel_evaluate (literal, NULL, &value, NULL);
  return value;
}

static void
set_member (JsonObject *object, const char *name, JsonNode *node, gpointer frame)
{
  frame_set (frame, name, value_of (node));
}

void
frame_set_all (Frame *self, JsonObject *data)
{
  if (data)
    json_object_foreach_member (data, set_member, self);
}

static JsonNode *json_of (const PtFeelValue *value);

static JsonNode *
json_of_list (const PtFeelValue *list)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < pt_feel_list_length (list); i++)
    json_array_add_element (array, json_of (pt_feel_list_get (list, i)));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
json_of_context (const PtFeelValue *context)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < pt_feel_context_size (context); i++)
    {
      const char *name = pt_feel_context_name (context, i);

      json_object_set_member (object, name, json_of (pt_feel_context_get (context, name)));
    }
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
json_of (const PtFeelValue *value)
{
  g_autofree char *text = NULL;
  JsonNode *node;

  if (value->kind == PT_FEEL_KIND_LIST)
    return json_of_list (value);
  if (value->kind == PT_FEEL_KIND_CONTEXT)
    return json_of_context (value);
  text = pt_feel_value_to_string (value);
  if (value->kind == PT_FEEL_KIND_NULL || value->kind == PT_FEEL_KIND_BOOLEAN
      || value->kind == PT_FEEL_KIND_NUMBER)
    return json_from_string (text, NULL);
  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, text);
  return node;
}

JsonNode *
frame_to_json (const Frame *self)
{
  return json_of_context (&self->values);
}

/* ----- expressions ---------------------------------------------------------------------------- */

static void
collect (const Frame *self, PtFeelValue *all)
{
  if (self->outer)
    collect (self->outer, all);
  for (guint i = 0; i < pt_feel_context_size (&self->values); i++)
    {
      const char *name = pt_feel_context_name (&self->values, i);

      pt_feel_context_set (all, name,
                           pt_feel_value_ref (pt_feel_context_get (&self->values, name)));
    }
}

PtFeelValue
frame_evaluate (const Frame *self, const char *expression)
{
  g_autoptr (PtFeelScope) scope = pt_feel_scope_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PtFeel) feel = NULL;
  g_auto (PtFeelValue) all = pt_feel_context ();
  PtFeelValue result = PT_FEEL_NULL;

  collect (self, &all);
  pt_feel_scope_add_values (scope, &all);
  feel = strchr ("$#", *expression) && *expression
             ? pt_feel_parse_juel (expression, &error)
             : pt_feel_parse_in (expression + (*expression == '='), scope, NULL, &error);
  if (!feel)
    g_error ("“%s”: %s", expression, error->message);
  pt_feel_evaluate (feel, &all, &result, NULL);
  return result;
}

gboolean
frame_test (const Frame *self, const char *expression)
{
  g_auto (PtFeelValue) value = frame_evaluate (self, expression);

  return pt_feel_is_true (&value);
}
