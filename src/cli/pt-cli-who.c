/* pt-cli-who.c: `partitur roles who`: who may do what, why not the others, and what if they were
 * away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/candidates.h>

#include "pt-cli.h"

typedef struct
{
  PtCompilation *compilation;
  PtRoster *roster;
  GDate day;
  GStrv ids;     /* of activities */
  GStrv missing; /* ids or names of persons */
  gboolean json;
} Who;

/* ----- who may
 * ------------------------------------------------------------------------------------ */

static void
print_list (const char *title, const GPtrArray *candidates)
{
  if (candidates->len > 0)
    pt_cli_print ("  %s\n", title);
  for (guint i = 0; i < candidates->len; i++)
    {
      const PtCandidate *candidate = candidates->pdata[i];

      pt_cli_print ("    %s%s%s\n", candidate->person->name, *candidate->reason != '\0' ? ": " : "",
                    candidate->reason);
      if (candidate->warning != NULL)
        pt_cli_print ("      %s\n", candidate->warning);
    }
}

static void
print_candidates (const PtCandidates *candidates)
{
  pt_cli_print ("%s%s%s%s\n", candidates->label, candidates->role != NULL ? " (" : "",
                candidates->role != NULL ? candidates->role : "",
                candidates->role != NULL ? ")" : "");
  if (candidates->may->len == 0)
    pt_cli_print ("  %s\n", _ ("Nobody may do it"));
  print_list (_ ("May do it:"), candidates->may);
  print_list (_ ("May not:"), candidates->others);
  for (guint i = 0; i < candidates->conditions->len; i++)
    /* Translators: %s is what must be true besides: "not whoever did “Enter”" */
    pt_cli_print (_ ("  In a case: %s\n"), (const char *)candidates->conditions->pdata[i]);
}

static JsonArray *
people_to_json (const GPtrArray *candidates)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const PtCandidate *candidate = candidates->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", candidate->person->id);
      json_object_set_string_member (object, "name", candidate->person->name);
      if (candidate->is_deputy)
        json_object_set_boolean_member (object, "deputy", TRUE);
      json_object_set_string_member (object, "reason", candidate->reason);
      if (candidate->warning != NULL)
        json_object_set_string_member (object, "warning", candidate->warning);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
candidates_to_json (const PtCandidates *candidates, const char *id)
{
  JsonObject *object = json_object_new ();
  JsonArray *conditions = json_array_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "label", candidates->label);
  if (candidates->role != NULL)
    json_object_set_string_member (object, "role", candidates->role);
  json_object_set_array_member (object, "may", people_to_json (candidates->may));
  json_object_set_array_member (object, "others", people_to_json (candidates->others));
  for (guint i = 0; i < candidates->conditions->len; i++)
    json_array_add_string_element (conditions, candidates->conditions->pdata[i]);
  json_object_set_array_member (object, "conditions", conditions);
  return object;
}

static PtExit
tell_candidates (const Who *self)
{
  g_autoptr (JsonNode) all = json_node_init_array (json_node_alloc (), json_array_new ());

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PtCandidates) candidates
          = pt_candidates_new (pt_compilation_get_program (self->compilation), self->roster,
                               &self->day, self->ids[i], NULL, &error);

      if (candidates == NULL)
        return pt_cli_usage ("%s", error->message);
      if (self->json)
        json_array_add_object_element (json_node_get_array (all),
                                       candidates_to_json (candidates, self->ids[i]));
      else
        print_candidates (candidates);
    }
  if (self->json)
    pt_cli_print_json (all);
  return PT_EXIT_DONE;
}

/* ----- what if
 * ------------------------------------------------------------------------------------ */

static const PtPerson *
find_person (PtRoster *roster, const char *word)
{
  GPtrArray *persons = pt_roster_get_persons (roster);
  const PtPerson *person = pt_roster_get_person (roster, word);

  for (guint i = 0; person == NULL && i < persons->len; i++)
    if (g_str_equal (((const PtPerson *)persons->pdata[i])->name, word))
      person = persons->pdata[i];
  return person;
}

static PtExit
complain_about (PtRoster *roster, const char *word)
{
  GPtrArray *persons = pt_roster_get_persons (roster);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *meant;

  for (guint i = 0; i < persons->len; i++)
    {
      g_ptr_array_add (names, (gpointer)((const PtPerson *)persons->pdata[i])->id);
      g_ptr_array_add (names, (gpointer)((const PtPerson *)persons->pdata[i])->name);
    }
  g_ptr_array_add (names, NULL);
  meant = pt_suggest (word, (const char *const *)names->pdata);
  if (meant != NULL)
    return pt_cli_usage (_ ("the roles file has no person “%s”; did you mean “%s”?"), word, meant);
  return pt_cli_usage (_ ("the roles file has no person “%s”"), word);
}

static char *
name_left (const PtProspect *prospect)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < prospect->left->len; i++)
    g_ptr_array_add (names, (gpointer)((const PtPerson *)prospect->left->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static void
print_prospect (const PtProspect *prospect)
{
  g_autofree char *left = name_left (prospect);

  pt_cli_print ("%s: %s", prospect->label, pt_staffed_label (prospect->state));
  if (prospect->rules != NULL && *prospect->rules != '\0')
    pt_cli_print (" (%s)", prospect->rules);
  if (*left != '\0')
    pt_cli_print (": %s", left);
  pt_cli_print ("\n");
}

static JsonObject *
prospect_to_json (const PtProspect *prospect)
{
  JsonObject *object = json_object_new ();
  JsonArray *left = json_array_new ();

  json_object_set_string_member (object, "id", prospect->id);
  json_object_set_string_member (object, "label", prospect->label);
  json_object_set_string_member (object, "state", pt_staffed_id (prospect->state));
  json_object_set_string_member (object, "usual", pt_staffed_id (prospect->usual));
  for (guint i = 0; i < prospect->left->len; i++)
    json_array_add_string_element (left, ((const PtPerson *)prospect->left->pdata[i])->id);
  json_object_set_array_member (object, "left", left);
  if (prospect->rules != NULL)
    json_object_set_string_member (object, "rules", prospect->rules);
  return object;
}

static PtExit
tell_outlook (const Who *self)
{
  g_autoptr (GPtrArray) away = g_ptr_array_new ();
  g_autoptr (PtOutlook) outlook = NULL;
  g_autoptr (JsonNode) all = json_node_init_array (json_node_alloc (), json_array_new ());

  for (guint i = 0; self->missing[i] != NULL; i++)
    {
      const PtPerson *person = find_person (self->roster, self->missing[i]);

      if (person == NULL)
        return complain_about (self->roster, self->missing[i]);
      g_ptr_array_add (away, (gpointer)person);
    }
  outlook = pt_outlook_new (pt_compilation_get_program (self->compilation), self->roster,
                            &self->day, away, NULL, NULL);
  for (guint i = 0; i < outlook->prospects->len; i++)
    if (self->json)
      json_array_add_object_element (json_node_get_array (all),
                                     prospect_to_json (outlook->prospects->pdata[i]));
    else
      print_prospect (outlook->prospects->pdata[i]);
  if (outlook->is_undecided)
    g_printerr (_ ("partitur: not all rules could be looked at in the time there was\n"));
  if (self->json)
    pt_cli_print_json (all);
  return PT_EXIT_DONE;
}

/* ----- all
 * ---------------------------------------------------------------------------------------- */

static void
who_clear (Who *self)
{
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  g_clear_pointer (&self->roster, pt_roster_unref);
  g_strfreev (self->ids);
  g_strfreev (self->missing);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Who, who_clear)

static PtExit
tell (Who *self, const char *path, const char *roles_path)
{
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (GError) error = NULL;

  roles = pt_cli_load_roles (roles_path, &error);
  if (roles != NULL)
    self->compilation = pt_cli_analyse (path, roles, &self->day, &error);
  if (self->compilation == NULL)
    return pt_cli_failure (error);
  self->roster = pt_roster_new (roles);
  return self->ids != NULL ? tell_candidates (self) : tell_outlook (self);
}

PtExit
pt_cli_roles_who (int argc, char *argv[])
{
  g_auto (Who) self = { 0 };
  g_autofree char *roles_path = NULL, *as_of = NULL, *format = NULL;
  g_auto (GStrv) files = NULL;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME, &roles_path, N_ ("Who holds which role"), "R" },
    { "id", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.ids,
      N_ ("Tell who may do this activity, and why not the others"), "ID" },
    { "away", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.missing,
      N_ ("Tell what becomes of all activities if this person were away"), "PERSON" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Holders as of this day"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How it is printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 1, &files, &exit))
    return exit;
  if (roles_path == NULL)
    return pt_cli_usage (_ ("roles who needs --roles with the roles file"));
  if ((self.ids == NULL) == (self.missing == NULL))
    return pt_cli_usage (_ ("roles who needs --id with an activity or --away with a person"));
  if (!pt_cli_format (format, &self.json) || !pt_cli_date (as_of, &self.day))
    return PT_EXIT_USAGE;
  return tell (&self, files[0], roles_path);
}
