/* pt-live-compiler.c: compiles a drawing again after every change
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes only mark the result as outdated; an idle moment later the drawing is lowered in the main
 * thread, which takes as little as reading it, and a worker does the rest. A newer run cancels the
 * one before, and whatever an older one still brings is dropped.
 */
#include "pt-compilation.h"

#define STAFF_MILLISECONDS 200 /* while one draws, a newer answer is soon worth more than a full one */

struct _PtLiveCompiler
{
  GObject parent_instance;

  PtProcessGraph *graph;
  PtDocument *roles;             /* (nullable) */
  PtRoster *roster;              /* (nullable): of roles; NULL when it is to be read again */
  PtDiagnostics *roles_findings; /* (nullable): of roles, by these rules and on this day */
  PtRules *roles_rules;          /* (nullable) */
  GDate roles_day;
  PtCompileOptions options;

  guint idle;                 /* source, or 0 */
  GCancellable *running;      /* (nullable): the newest run */
  PtCompilation *compilation; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtLiveCompiler, pt_live_compiler, G_TYPE_OBJECT)

enum
{
  UPDATED,
  OUTDATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ----- the worker ----------------------------------------------------------------------------- */

typedef struct
{
  PtProgram *program; /* (nullable), as the findings: the worker takes them */
  PtDiagnostics *diagnostics;
  PtRoster *roster;           /* (nullable) */
  PtCompileOptions options;
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->program, pt_program_unref);
  g_clear_pointer (&self->diagnostics, pt_diagnostics_unref);
  g_clear_pointer (&self->roster, pt_roster_unref);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  PtCompilation *compilation
      = pt_compiler_finish (g_steal_pointer (&job->program), g_steal_pointer (&job->diagnostics),
                            job->roster, &job->options, cancellable);

  g_task_return_pointer (task, compilation, (GDestroyNotify)pt_compilation_unref);
}

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (PtLiveCompiler) self = g_weak_ref_get (ref);
  g_autoptr (PtCompilation) compilation = g_task_propagate_pointer (G_TASK (result), NULL);

  weak_ref_free (ref);
  if (!self || !compilation || g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  self->compilation = g_steal_pointer (&compilation);
  g_signal_emit (self, signals[UPDATED], 0, self->compilation);
}

/* ----- the idle moment ------------------------------------------------------------------------ */

static void
stop (PtLiveCompiler *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->running)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
forget_roster (PtLiveCompiler *self)
{
  g_clear_pointer (&self->roster, pt_roster_unref);
  g_clear_pointer (&self->roles_findings, pt_diagnostics_unref);
  g_clear_pointer (&self->roles_rules, pt_rules_unref);
}

static gboolean
are_findings_current (const PtLiveCompiler *self, const PtRules *rules, const GDate *day)
{
  return self->roles_findings && pt_rules_equal (self->roles_rules, rules)
         && g_date_compare (&self->roles_day, day) == 0;
}

static void
read_roster (PtLiveCompiler *self, PtRules *rules)
{
  GDate day = pt_compiler_day_of (&self->options.day);

  if (!self->roles)
    return;
  if (!self->roster)
    self->roster = pt_roster_new (self->roles);
  if (are_findings_current (self, rules, &day))
    return;
  g_clear_pointer (&self->roles_findings, pt_diagnostics_unref);
  g_clear_pointer (&self->roles_rules, pt_rules_unref);
  self->roles_findings = pt_compiler_check_roles (self->roles, &day, rules);
  self->roles_rules = pt_rules_ref (rules);
  self->roles_day = day;
}

static Job *
make_job (PtLiveCompiler *self)
{
  g_autoptr (PtRules) rules = pt_compiler_rules_of (self->graph, self->options.rules);
  Job *job = g_new0 (Job, 1);

  job->diagnostics = pt_diagnostics_new (rules);
  pt_compiler_report_rules (rules, job->diagnostics);
  job->program = pt_compiler_lower (self->graph, job->diagnostics);
  job->options = self->options;
  job->options.rules = NULL; /* already at work in the findings */
  if (job->options.staff_milliseconds == 0)
    job->options.staff_milliseconds = STAFF_MILLISECONDS;
  read_roster (self, rules);
  if (self->roster)
    {
      job->roster = pt_roster_ref (self->roster);
      pt_diagnostics_append (job->diagnostics, self->roles_findings);
    }
  return job;
}

static gboolean
run_cb (gpointer data)
{
  PtLiveCompiler *self = data;
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  g_autoptr (GTask) task = NULL;

  self->idle = 0;
  self->running = g_cancellable_new ();
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, self->running, done_cb, ref);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, run_cb);
  g_task_set_task_data (task, make_job (self), (GDestroyNotify)job_free);
  g_task_run_in_thread (task, work);
  return G_SOURCE_REMOVE;
}

static void
schedule (PtLiveCompiler *self)
{
  gboolean was_current = pt_live_compiler_is_current (self);

  stop (self);
  self->idle = g_idle_add (run_cb, self);
  if (was_current)
    g_signal_emit (self, signals[OUTDATED], 0);
}

static void
graph_changed_cb (PtProcessGraph *graph, gconstpointer change, PtLiveCompiler *self)
{
  schedule (self);
}

static void
roles_changed_cb (PtDocument *roles, gconstpointer changes, guint n_changes, PtLiveCompiler *self)
{
  forget_roster (self);
  schedule (self);
}

/* ----- the object ----------------------------------------------------------------------------- */

static void
clear_roles (PtLiveCompiler *self)
{
  if (self->roles)
    g_signal_handlers_disconnect_by_func (self->roles, roles_changed_cb, self);
  g_clear_object (&self->roles);
  forget_roster (self);
}

static void
pt_live_compiler_dispose (GObject *object)
{
  PtLiveCompiler *self = PT_LIVE_COMPILER (object);

  stop (self);
  clear_roles (self);
  if (self->graph)
    g_signal_handlers_disconnect_by_func (self->graph, graph_changed_cb, self);
  g_clear_object (&self->graph);
  g_clear_pointer (&self->options.rules, pt_rules_unref);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  G_OBJECT_CLASS (pt_live_compiler_parent_class)->dispose (object);
}

static void
pt_live_compiler_class_init (PtLiveCompilerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pt_live_compiler_dispose;
  signals[UPDATED] = g_signal_new ("updated", PT_TYPE_LIVE_COMPILER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OUTDATED] = g_signal_new ("outdated", PT_TYPE_LIVE_COMPILER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
pt_live_compiler_init (PtLiveCompiler *self)
{
}

PtLiveCompiler *
pt_live_compiler_new (PtProcessGraph *graph)
{
  PtLiveCompiler *self = g_object_new (PT_TYPE_LIVE_COMPILER, NULL);

  self->graph = g_object_ref (graph);
  g_signal_connect (graph, "changed", G_CALLBACK (graph_changed_cb), self);
  schedule (self);
  return self;
}

void
pt_live_compiler_set_roles (PtLiveCompiler *self, PtDocument *roles)
{
  if (roles == self->roles)
    return;
  clear_roles (self);
  if (roles)
    {
      self->roles = g_object_ref (roles);
      g_signal_connect (roles, "changed", G_CALLBACK (roles_changed_cb), self);
    }
  schedule (self);
}

void
pt_live_compiler_set_options (PtLiveCompiler *self, const PtCompileOptions *options)
{
  PtRules *rules = options->rules ? pt_rules_ref (options->rules) : NULL;

  g_clear_pointer (&self->options.rules, pt_rules_unref);
  self->options = *options;
  self->options.rules = rules;
  forget_roster (self);
  schedule (self);
}

PtCompilation *
pt_live_compiler_get (PtLiveCompiler *self)
{
  return self->compilation;
}

PtRoster *
pt_live_compiler_get_roster (PtLiveCompiler *self)
{
  return self->roster;
}

gboolean
pt_live_compiler_is_current (PtLiveCompiler *self)
{
  return self->compilation != NULL && self->idle == 0 && self->running == NULL;
}
