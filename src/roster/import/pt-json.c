/* pt-json.c: looking into JSON that may be of any shape
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-json.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_DEPTH 200

/* json-glib goes down by calling itself. */
static gboolean
is_too_deep (const char *text)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    if (quoted && *text == '\\' && text[1] != '\0')
      text++;
    else if (*text == '"')
      quoted = !quoted;
    else if (!quoted && (*text == '{' || *text == '[') && ++depth > MOST_DEPTH)
      return TRUE;
    else if (!quoted && (*text == '}' || *text == ']') && depth > 0)
      depth--;
  return FALSE;
}

/* json-glib writes "<data>:LINE:COLUMN: what is wrong". */
static void
report (const PtImportSource *self, const GError *reason, GError **error)
{
  guint line = 0, column = 0;

  if (reason != NULL)
    sscanf (reason->message, "<data>:%u:%u:", &line, &column);
  g_set_error (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_FORMAT,
               _ ("“%s” is not well written (JSON), line %u, column %u"), self->name, line, column);
}

JsonNode *
pt_json_read (const PtImportSource *self, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;
  JsonNode *root = NULL;

  if (!is_too_deep (self->text)
      && json_parser_load_from_data (parser, self->text, (gssize)self->length, &reason))
    root = json_parser_steal_root (parser);
  if (root == NULL)
    report (self, reason, error);
  return root;
}

static JsonNode *
member (JsonObject *object, const char *name)
{
  g_autoptr (GList) names = NULL;

  if (json_object_has_member (object, name))
    return json_object_get_member (object, name);
  names = json_object_get_members (object);
  for (GList *at = names; at != NULL; at = at->next)
    if (g_ascii_strcasecmp (at->data, name) == 0)
      return json_object_get_member (object, at->data);
  return NULL;
}

const char *
pt_json_string (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

JsonArray *
pt_json_array (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
pt_json_object (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
pt_json_truth (JsonObject *object, const char *name)
{
  JsonNode *node = member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return NULL;
  return json_node_get_boolean (node) ? "true" : "false";
}

guint
pt_json_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
pt_json_item (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
pt_json_word (JsonArray *array, guint i, const char *const *names)
{
  JsonNode *node = json_array_get_element (array, i);
  JsonObject *object = pt_json_item (array, i);
  const char *word = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  for (guint k = 0; object != NULL && word == NULL && names[k] != NULL; k++)
    word = pt_json_string (object, names[k]);
  return word;
}
