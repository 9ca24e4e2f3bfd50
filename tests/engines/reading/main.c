/* main.c: plays a case of a process and prints what was executed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: reading ROLES SCENARIO PROCESS [CALLED…]
 */
#include "reading.h"

#include <partitur/roster.h>

static PtProgram *
load (const char *path, PtDocument *roles)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) document = pt_bpmn_load (file, NULL, &error);
  g_autoptr (PtProcessGraph) graph = NULL;
  g_autoptr (PtCompilation) compilation = NULL;
  const PtCompileOptions options = { 0 };

  if (!document)
    g_error ("%s: %s", path, error->message);
  graph = pt_process_graph_new (document);
  compilation = pt_compile (graph, roles, &options);
  return pt_program_ref ((PtProgram *)pt_compilation_get_program (compilation));
}

static JsonNode *
load_json (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s: %s", path, error->message);
  return json_parser_steal_root (parser);
}

/* ----- the run -------------------------------------------------------------------------------- */

static const char *
text_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_string_member (object, name)
                                               : NULL;
}

static JsonObject *
data_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_object_member (object, name)
                                               : NULL;
}

static PtIndex
find_process (const PtProgram *program, const char *id)
{
  for (PtIndex i = 0; i < program->scopes->len; i++)
    if (pt_program_scope (program, i)->parent == PT_NO_INDEX
        && (id ? g_strcmp0 (pt_program_scope (program, i)->origin.logical, id) == 0
               : pt_program_scope (program, i)->executable))
      return i;
  g_error ("there is no process");
}

static void
happen (Case *self, JsonObject *what)
{
  const char *id = text_of (what, "at");

  if (!occur (self, id, data_of (what, "data")))
    g_error ("nothing waits for %s", id);
}

static gboolean
goes_on (Case *self)
{
  self->acting = FALSE;
  if (instance_advance (self->main))
    return TRUE;
  self->acting = TRUE;
  return instance_advance (self->main);
}

static void
play (Case *self)
{
  JsonArray *occurrences = json_object_has_member (self->scenario, "occurrences")
                               ? json_object_get_array_member (self->scenario, "occurrences")
                               : NULL;
  guint n = occurrences ? json_array_get_length (occurrences) : 0;

  instance_begin (self->main, text_of (self->scenario, "start"));
  for (guint i = 0;; i++)
    {
      while (goes_on (self))
        ;
      if (self->main->over || i == n)
        return;
      happen (self, json_array_get_object_element (occurrences, i));
    }
}

/* ----- what is printed ------------------------------------------------------------------------ */

static GList *
sorted_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc)g_strcmp0);
}

static void
print_counts (JsonObject *all, const char *name, GHashTable *counts)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) keys = sorted_keys (counts);

  for (GList *l = keys; l; l = l->next)
    json_object_set_int_member (object, l->data,
                                GPOINTER_TO_UINT (g_hash_table_lookup (counts, l->data)));
  json_object_set_object_member (all, name, object);
}

static void
print_roles (JsonObject *all, GHashTable *roles)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GList) keys = sorted_keys (roles);

  for (GList *l = keys; l; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (roles, l->data));
  json_object_set_object_member (all, "roles", object);
}

static void
print (Case *self)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *all = json_object_new ();
  g_autofree char *text = NULL;

  print_counts (all, "executed", self->executed);
  print_counts (all, "gateways", self->gateways);
  print_roles (all, self->roles);
  json_object_set_member (all, "data", frame_to_json (self->main->frame));
  print_counts (all, "ends", self->ends);
  json_object_set_boolean_member (all, "over", self->main->over);
  json_node_take_object (node, all);
  text = json_to_string (node, TRUE);
  g_print ("%s\n", text);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) roles_file = NULL;
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) scenario = NULL;
  Case self = { g_ptr_array_new_with_free_func ((GDestroyNotify)pt_program_unref) };

  if (argc < 4)
    g_error ("usage: reading ROLES SCENARIO PROCESS [CALLED…]");
  roles_file = g_file_new_for_commandline_arg (argv[1]);
  roles = pt_roster_load (roles_file, NULL, &error);
  if (!roles)
    g_error ("%s: %s", argv[1], error->message);
  scenario = load_json (argv[2]);
  self.scenario = json_node_get_object (scenario);
  for (int i = 3; i < argc; i++)
    g_ptr_array_add (self.programs, load (argv[i], roles));
  self.executed = g_hash_table_new (g_str_hash, g_str_equal);
  self.gateways = g_hash_table_new (g_str_hash, g_str_equal);
  self.roles = g_hash_table_new (g_str_hash, g_str_equal);
  self.ends = g_hash_table_new (g_str_hash, g_str_equal);
  self.turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.main
      = instance_new (&self, self.programs->pdata[0],
                      find_process (self.programs->pdata[0], text_of (self.scenario, "process")),
                      frame_new (NULL));
  self.main->owns_frame = TRUE;
  frame_set_all (self.main->frame, data_of (self.scenario, "data"));
  play (&self);
  print (&self);
  instance_free (self.main);
  g_ptr_array_unref (self.programs);
  g_hash_table_unref (self.executed);
  g_hash_table_unref (self.gateways);
  g_hash_table_unref (self.roles);
  g_hash_table_unref (self.ends);
  g_hash_table_unref (self.turns);
  return 0;
}
