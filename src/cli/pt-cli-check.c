/* pt-cli-check.c: `partitur check`: all findings about processes, without emitting
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "pt-cli.h"

/* One file, worked on in a thread of its own. */
typedef struct
{
  const char *path;
  GBytes *roles; /* (nullable): text of the roles file; each thread parses its own */
  const char *roles_path;
  PtCompileOptions options;
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

static PtExit
report (Job *jobs, guint n, gboolean json)
{
  g_autoptr (JsonNode) all = json_node_init_array (json_node_alloc (), json_array_new ());
  PtExit exit = PT_EXIT_DONE;

  for (guint i = 0; i < n; i++)
    {
      PtDiagnostics *found;

      if (jobs[i].error != NULL)
        {
          exit = pt_cli_failure (jobs[i].error);
          continue;
        }
      found = pt_compilation_get_diagnostics (jobs[i].compilation);
      exit = MAX (exit, pt_cli_exit_of (found));
      if (json)
        json_array_add_element (json_node_get_array (all),
                                pt_diagnostics_to_json (found, jobs[i].path));
      else
        pt_cli_report (found, jobs[i].path);
    }
  if (json && n == 1 && jobs[0].error == NULL)
    pt_cli_print_json (json_array_get_element (json_node_get_array (all), 0));
  else if (json && n > 1)
    pt_cli_print_json (all);
  return exit;
}

static void
clear_jobs (Job *jobs, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&jobs[i].compilation, pt_compilation_unref);
      g_clear_error (&jobs[i].error);
    }
  g_free (jobs);
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
  gboolean json;
  PtExit exit;
  const GOptionEntry entries[] = {
    { "roles", 'r', 0, G_OPTION_ARG_FILENAME, &roles_path, N_ ("Check against this roles file"),
      "R" },
    { "target", 't', 0, G_OPTION_ARG_STRING, &target, N_ ("Check what this engine can play"), "T" },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules_path, N_ ("Severities by code, from this file"),
      "RULES" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("Roles and holders as of this day"), "DATE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How findings are printed: text or json"),
      "text|json" },
    { NULL },
  };

  if (!pt_cli_parse (argc, argv, entries, 1, 0, &files, &exit))
    return exit;
  if (!pt_cli_format (format, &json) || !pt_cli_date (as_of, &options.day)
      || !pt_cli_target (target, &options.target))
    return PT_EXIT_USAGE;
  if (!pt_cli_rules (rules_path, &rules, &exit))
    return exit;
  if (roles_path != NULL && (roles = read_roles (roles_path, &exit)) == NULL)
    return exit;

  options.rules = rules;
  guint n = g_strv_length (files);
  Job *jobs = g_new0 (Job, n);
  for (guint i = 0; i < n; i++)
    jobs[i]
        = (Job){ .path = files[i], .roles = roles, .roles_path = roles_path, .options = options };
  run_all (jobs, n);
  exit = report (jobs, n, json);
  clear_jobs (jobs, n);
  return exit;
}
