/* pt-cli-feel.c: `partitur feel`: what an expression comes to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/feel.h>

#include "pt-cli.h"

/* --- from JSON ---
 *
 * json-glib keeps numbers as binary fractions. JSON's numbers are FEEL's, too, so those are taken
 * from the same text read as FEEL, from the same place.
 */

static PtFeelValue read_node (JsonNode *node, const PtFeelValue *exact);

static PtFeelValue
read_array (JsonArray *array, const PtFeelValue *exact)
{
  PtFeelValue list = pt_feel_list ();
  gboolean is_list = exact && exact->kind == PT_FEEL_KIND_LIST
                     && pt_feel_list_length (exact) == json_array_get_length (array);

  for (guint i = 0; i < json_array_get_length (array); i++)
    pt_feel_list_add (&list, read_node (json_array_get_element (array, i),
                                        is_list ? pt_feel_list_get (exact, i) : NULL));
  return list;
}

static PtFeelValue
read_object (JsonObject *object, const PtFeelValue *exact)
{
  PtFeelValue context = pt_feel_context ();
  gboolean is_context = exact && exact->kind == PT_FEEL_KIND_CONTEXT;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    pt_feel_context_set (&context, name,
                         read_node (node, is_context ? pt_feel_context_get (exact, name) : NULL));
  return context;
}

static PtFeelValue
read_scalar (JsonNode *node, const PtFeelValue *exact)
{
  g_autofree char *text = json_to_string (node, FALSE);

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return pt_feel_string (json_node_get_string (node));
    case G_TYPE_BOOLEAN:
      return pt_feel_boolean (json_node_get_boolean (node));
    default:
      return exact && exact->kind == PT_FEEL_KIND_NUMBER ? pt_feel_value_ref (exact)
                                                         : pt_feel_read (PT_FEEL_KIND_NUMBER, text);
    }
}

static PtFeelValue
read_node (JsonNode *node, const PtFeelValue *exact)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return read_array (json_node_get_array (node), exact);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_object (json_node_get_object (node), exact);
  return JSON_NODE_HOLDS_NULL (node) ? PT_FEEL_NULL : read_scalar (node, exact);
}

static PtFeelValue
read_as_feel (const char *json)
{
  g_autoptr (PtFeel) feel = pt_feel_parse (json, NULL, NULL);
  g_auto (PtFeelValue) nothing = pt_feel_context ();
  PtFeelValue value = PT_FEEL_NULL;

  if (feel)
    pt_feel_evaluate (feel, &nothing, &value, NULL);
  return value;
}

static gboolean
read_context (const char *path, PtFeelValue *context, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *json = NULL;
  g_auto (PtFeelValue) exact = PT_FEEL_NULL;
  JsonNode *root;

  *context = pt_feel_context ();
  if (path == NULL)
    return TRUE;
  bytes = pt_cli_read (path, error);
  if (bytes == NULL)
    return FALSE;
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!json_parser_load_from_data (parser, json, -1, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” should hold one JSON object, with a member for each variable."), path);
      return FALSE;
    }
  exact = read_as_feel (json);
  pt_feel_value_clear (context);
  *context = read_node (root, &exact);
  return TRUE;
}

/* --- to JSON: numbers with all their digits, which json-glib's do not have --- */

static void write_value (GString *text, const PtFeelValue *value);

static void
write_string (GString *text, const char *string)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), string);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append (text, quoted);
}

static void
write_list (GString *text, const PtFeelValue *list)
{
  g_string_append_c (text, '[');
  for (guint i = 0; i < pt_feel_list_length (list); i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      write_value (text, pt_feel_list_get (list, i));
    }
  g_string_append_c (text, ']');
}

static void
write_context (GString *text, const PtFeelValue *context)
{
  g_string_append_c (text, '{');
  for (guint i = 0; i < pt_feel_context_size (context); i++)
    {
      const char *name = pt_feel_context_name (context, i);

      g_string_append (text, i > 0 ? ", " : "");
      write_string (text, name);
      g_string_append (text, ": ");
      write_value (text, pt_feel_context_get (context, name));
    }
  g_string_append_c (text, '}');
}

/* What JSON has no word for is a string, as FEEL writes it. */
static void
write_value (GString *text, const PtFeelValue *value)
{
  g_autofree char *plain = pt_feel_value_to_string (value);

  switch (value->kind)
    {
    case PT_FEEL_KIND_NULL:
    case PT_FEEL_KIND_BOOLEAN:
    case PT_FEEL_KIND_NUMBER:
      g_string_append (text, plain);
      break;
    case PT_FEEL_KIND_LIST:
      write_list (text, value);
      break;
    case PT_FEEL_KIND_CONTEXT:
      write_context (text, value);
      break;
    default:
      write_string (text, plain);
    }
}

/* --- the verb --- */

static PtExit
evaluate (const char *expression, const PtFeelValue *context)
{
  g_autoptr (PtFeelScope) scope = pt_feel_scope_new ();
  g_autoptr (PtFeel) feel = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (PtFeelValue) result = PT_FEEL_NULL;
  g_auto (PtFeelFault) fault = { 0 };

  pt_feel_scope_add_values (scope, context);
  feel = pt_feel_parse_in (expression, scope, NULL, &error);
  if (feel == NULL)
    {
      g_printerr ("partitur: %s\n", error->message);
      return PT_EXIT_FINDINGS;
    }
  pt_feel_evaluate (feel, context, &result, &fault);
  write_value (text, &result);
  pt_cli_print ("%s\n", text->str);
  if (fault.message == NULL)
    return PT_EXIT_DONE;
  g_printerr (_ ("partitur: column %d: %s\n"), fault.column, fault.message);
  return PT_EXIT_FINDINGS;
}

PtExit
pt_cli_feel (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (PtFeelValue) context = PT_FEEL_NULL;
  g_autoptr (GError) error = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "context", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("A JSON file with an object: the variables and their values"), "FILE.json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &words, &exit))
    return exit;
  if (!read_context (path, &context, &error))
    return pt_cli_failure (error);
  return evaluate (words[0], &context);
}
