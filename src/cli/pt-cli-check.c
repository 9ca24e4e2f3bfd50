/* pt-cli-check.c: `partitur check`: all findings about processes, without emitting
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include <partitur/usage.h>

#include "pt-cli.h"

/* One file, worked on in a thread of its own. */
typedef struct
{
  const char *path;
  GBytes *roles; /* (nullable): text of the roles file; each thread parses its own */
  const char *roles_path;
  PtCompileOptions options;
  gboolean all_targets;       /* tell what each would lose */
  gboolean inferences;        /* tell what is read into the drawing */
  PtCompilation *compilation; /* result, or */
  GError *error;
} Job;

typedef struct
{
  int n, done;
  gboolean shown;
} Progress;

static void
check (Job *job)
{
  g_autoptr (PtDocument) document = pt_cli_load_process (job->path, &job->error);
  g_autoptr (PtDocument) roles = NULL;
  g_autoptr (PtProcessGraph) graph = NULL;

  if (document == NULL)
    return;
  if (job->roles != NULL)
    roles = pt_roster_load_bytes (job->roles, job->roles_path, &job->error);
  if (job->error != NULL)
    return;
  graph = pt_process_graph_new (document);
  job->compilation = pt_compile (graph, roles, &job->options);
}

/* On a terminal one sees how far a long check is; in a pipe nothing is said. */
static void
work (gpointer data, gpointer user_data)
{
  Progress *progress = user_data;
  int done;

  check (data);
  done = g_atomic_int_add (&progress->done, 1) + 1;
  if (progress->shown)
    g_printerr (done < progress->n ? "\r%d/%d" : "\r\033[K", done, progress->n);
}

static void
run_all (Job *jobs, guint n)
{
  Progress progress = { .n = (int)n, .shown = n > 1 && isatty (STDERR_FILENO) };
  GThreadPool *pool
      = g_thread_pool_new (work, &progress, (int)MIN (n, g_get_num_processors ()), FALSE, NULL);

  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, &jobs[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* ----- what each target would lose ------------------------------------------------------------ */

static const struct
{
  const char *id, *label;
} losses[PT_N_LOSSES] = {
  /* Translators: behind a number of findings */
  [PT_LOSS_REFUSED] = { "refused", N_ ("refused") },
  [PT_LOSS_DIFFERENT] = { "different", N_ ("that may surprise") },
  [PT_LOSS_IGNORED] = { "ignored", N_ ("ignored") },
  [PT_LOSS_REWRITTEN] = { "rewritten", N_ ("written in another way") },
};

static void
count_losses (const PtDiagnostics *found, guint *counts)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *finding = pt_diagnostics_get (found, i);

      counts[pt_loss_of_code (finding->code)] += MAX (finding->more, 1);
    }
}

static void
print_losses (const PtProgram *program, const PtTarget *target, const char *path)
{
  g_autoptr (PtDiagnostics) found = pt_compiler_losses (program, target);
  g_autofree char *text = pt_diagnostics_to_text (found, path);
  guint counts[PT_N_LOSSES] = { 0 };

  count_losses (found, counts);
  pt_cli_print ("\n%s (%s): ", pt_target_get_label (target), pt_target_get_id (target));
  for (guint i = PT_LOSS_REFUSED; i < PT_N_LOSSES; i++)
    pt_cli_print ("%u %s%s", counts[i], _ (losses[i].label), i + 1 < PT_N_LOSSES ? ", " : "\n");
  pt_cli_print ("%s", text);
}

static JsonNode *
losses_to_json (const PtProgram *program, const PtTarget *target)
{
  g_autoptr (PtDiagnostics) found = pt_compiler_losses (program, target);
  JsonNode *node = pt_diagnostics_to_json (found, NULL);
  guint counts[PT_N_LOSSES] = { 0 };

  count_losses (found, counts);
  for (guint i = PT_LOSS_REFUSED; i < PT_N_LOSSES; i++)
    json_object_set_int_member (json_node_get_object (node), losses[i].id, counts[i]);
  return node;
}

static void
report_losses (const Job *job, JsonNode *json)
{
  const PtProgram *program = pt_compilation_get_program (job->compilation);
  JsonObject *all = json ? json_object_new () : NULL;

  for (const PtTarget *const *target = pt_target_get_all (); *target; target++)
    if (json)
      json_object_set_member (all, pt_target_get_id (*target), losses_to_json (program, *target));
    else
      print_losses (program, *target, job->path);
  if (json)
    json_object_set_object_member (json_node_get_object (json), "targets", all);
}

/* ----- what is read into the drawing ---------------------------------------------------------- */

static void
print_inferences (const PtCompilation *compilation, const char *path)
{
  g_autoptr (GPtrArray) inferences = pt_compilation_get_inferences (compilation);

  for (guint i = 0; i < inferences->len; i++)
    {
      const PtInference *inference = g_ptr_array_index (inferences, i);
      const PtPlace *place
          = pt_program_get_place (pt_compilation_get_program (compilation), inference->element);

      pt_cli_print ("%s:%d:%d: %s “%s” ", path, place ? place->line : 0, place ? place->column : 0,
                    pt_inference_kind_label (inference->kind), inference->written);
      /* Translators: 1 what something is read as, 2 proposed, accepted, changed or refused */
      pt_cli_print (_ ("read as %s (%s)"), inference->read_as,
                    pt_inference_state_label (inference->state));
      pt_cli_print ("\n");
    }
}

static JsonObject *
inference_to_json (const PtInference *inference, const PtPlace *place)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", pt_inference_kind_id (inference->kind));
  json_object_set_string_member (object, "element", inference->element);
  if (*inference->subject)
    json_object_set_string_member (object, "subject", inference->subject);
  json_object_set_string_member (object, "written", inference->written);
  json_object_set_string_member (object, "readAs", inference->read_as);
  json_object_set_string_member (object, "state", pt_inference_state_id (inference->state));
  if (place)
    {
      json_object_set_int_member (object, "line", place->line);
      json_object_set_int_member (object, "column", place->column);
    }
  return object;
}

static JsonArray *
inferences_to_json (const PtCompilation *compilation)
{
  g_autoptr (GPtrArray) inferences = pt_compilation_get_inferences (compilation);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < inferences->len; i++)
    {
      const PtInference *inference = g_ptr_array_index (inferences, i);

      json_array_add_object_element (
          array, inference_to_json (inference,
                                    pt_program_get_place (pt_compilation_get_program (compilation),
                                                          inference->element)));
    }
  return array;
}

static void
report_inferences (const Job *job, JsonNode *json)
{
  if (json)
    json_object_set_array_member (json_node_get_object (json), "inferences",
                                  inferences_to_json (job->compilation));
  else
    print_inferences (job->compilation, job->path);
}

static void
report_one (const Job *job, JsonArray *all)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (job->compilation);
  JsonNode *json = all ? pt_diagnostics_to_json (found, job->path) : NULL;

  if (!json)
    pt_cli_report (found, job->path);
  if (job->inferences)
    report_inferences (job, json);
  if (job->all_targets)
    report_losses (job, json);
  if (json)
    json_array_add_element (all, json);
}

/* ----- many files ------------------------------------------------------------------------------
 */

/* Of so many files what was found is kept at once. */
#define BATCH 64

typedef struct
{
  JsonArray *json; /* (nullable): where reports go, in place of standard output */
  PtUsage *usage;  /* (nullable): across all of them */
  PtExit exit;
} Report;

static void
report (Report *self, const Job *job)
{
  PtDiagnostics *found;

  if (job->error != NULL)
    {
      self->exit = pt_cli_failure (job->error);
      return;
    }
  found = pt_compilation_get_diagnostics (job->compilation);
  self->exit = MAX (self->exit, pt_cli_exit_of (found));
  report_one (job, self->json);
  if (self->usage != NULL)
    pt_usage_add (self->usage, job->path, pt_compilation_get_program (job->compilation));
}

/* What only the processes together show. */
static void
report_usage (Report *self, const char *roles_path, PtRules *rules)
{
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (rules);
  g_autofree char *text = NULL;
  guint n = pt_usage_get_n_processes (self->usage);

  pt_usage_check (self->usage, found);
  self->exit = MAX (self->exit, pt_cli_exit_of (found));
  if (self->json != NULL)
    {
      JsonNode *json = pt_diagnostics_to_json (found, roles_path);

      pt_usage_to_json (self->usage, json_node_get_object (json));
      json_array_add_element (self->json, json);
      return;
    }
  text = pt_usage_to_text (self->usage);
  pt_cli_print (g_dngettext (GETTEXT_PACKAGE, "\n%u process together:\n",
                             "\n%u processes together:\n", n),
                n);
  pt_cli_print ("%s", text);
  pt_cli_report (found, roles_path);
}

static void
print_reports (JsonNode *all, gboolean is_one)
{
  JsonArray *array = json_node_get_array (all);

  if (!is_one)
    pt_cli_print_json (all);
  else if (json_array_get_length (array) == 1)
    pt_cli_print_json (json_array_get_element (array, 0));
}

static void
check_batch (Report *self, const Job *like, char **paths, guint n)
{
  Job jobs[BATCH];

  for (guint i = 0; i < n; i++)
    {
      jobs[i] = *like;
      jobs[i].path = paths[i];
    }
  run_all (jobs, n);
  for (guint i = 0; i < n; i++)
    {
      report (self, &jobs[i]);
      g_clear_pointer (&jobs[i].compilation, pt_compilation_unref);
      g_clear_error (&jobs[i].error);
    }
}

/* Returns: (transfer full): for what @bytes, which were read before, say on @day */
static PtUsage *
make_usage (GBytes *bytes, const char *path, const GDate *day)
{
  g_autoptr (PtDocument) document = pt_roster_load_bytes (bytes, path, NULL);
  g_autoptr (PtRoster) roster = pt_roster_new (document);

  return pt_usage_new (roster, day);
}

static PtExit
check_all (const Job *like, GStrv paths, gboolean is_folder, gboolean json)
{
  g_autoptr (JsonNode) all = json_node_init_array (json_node_alloc (), json_array_new ());
  guint n = g_strv_length (paths);
  gboolean is_one = n == 1 && !is_folder;
  Report self = { json ? json_node_get_array (all) : NULL, NULL, PT_EXIT_DONE };

  if (like->roles != NULL && !is_one)
    self.usage = make_usage (like->roles, like->roles_path, &like->options.day);
  for (guint i = 0; i < n; i += BATCH)
    check_batch (&self, like, paths + i, MIN (BATCH, n - i));
  if (self.usage != NULL)
    report_usage (&self, like->roles_path, like->options.rules);
  if (json)
    print_reports (all, is_one);
  g_clear_pointer (&self.usage, pt_usage_free);
  return self.exit;
}

/* The roles file is read once; a fault in it is told before any process is looked at. */
static GBytes *
read_roles (const char *path, PtExit *exit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pt_cli_read (path, &error);
  g_autoptr (PtDocument) roles = bytes != NULL ? pt_roster_load_bytes (bytes, path, &error) : NULL;

  if (roles != NULL)
    return g_steal_pointer (&bytes);
  *exit = pt_cli_failure (error);
  return NULL;
}

PtExit
pt_cli_check (int argc, char *argv[])
{
  g_autofree char *roles_path = NULL;
  g_autofree char *target = NULL;
  g_autofree char *rules_path = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (PtRules) rules = NULL;
  g_autoptr (GBytes) roles = NULL;
  PtCompileOptions options = { 0 };
  g_auto (GStrv) paths = NULL;
  gboolean json, all_targets, is_folder, inferences = FALSE;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME, &roles_path, N_ ("Check against this roles file"),
      "R" },
    { "target", 't', 0, G_OPTION_ARG_STRING, &target,
      N_ ("Check what this engine can play, or what each can (all)"), "T" },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules_path, N_ ("Severities by code, from this file"),
      "RULES" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Roles and holders as of this day"), "DATE" },
    { "inferences", 0, 0, G_OPTION_ARG_NONE, &inferences,
      N_ ("List what labels, times and data are read as, too"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How findings are printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 0, &files, &exit))
    return exit;
  all_targets = g_strcmp0 (target, "all") == 0;
  if (!pt_cli_format (format, &json) || !pt_cli_date (as_of, &options.day)
      || !pt_cli_target (all_targets ? NULL : target, &options.target))
    return PT_EXIT_USAGE;
  if (!pt_cli_rules (rules_path, &rules, &exit))
    return exit;
  if (roles_path != NULL && (roles = read_roles (roles_path, &exit)) == NULL)
    return exit;

  options.rules = rules;
  if ((paths = pt_cli_expand (files, &is_folder, &exit)) == NULL)
    return exit;
  const Job like = { .roles = roles,
                     .roles_path = roles_path,
                     .options = options,
                     .all_targets = all_targets,
                     .inferences = inferences };
  return check_all (&like, paths, is_folder, json);
}
