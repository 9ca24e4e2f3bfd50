/* pt-fix-all.c: the same repair for all findings of a code
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do is found out in a worker thread, on copies; then it is done at once, unless the
 * drawing was edited meanwhile.
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-busy.h"
#include "pt-page-copy.h"
#include "pt-page-private.h"

typedef struct
{
  PtPageCopy *copy;
  PtCompileOptions options;
  PtCode code;
  PtFixKind kind;
  PtBusy *busy;
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->copy, pt_page_copy_free);
  g_free (self);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (PtDocument) process = NULL;
  g_autoptr (PtDocument) roles = NULL;

  if (!pt_page_copy_load (job->copy, &process, &roles, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task,
                           pt_compiler_plan_fixes (process, roles, &job->options, job->code,
                                                   job->kind, cancellable),
                           (GDestroyNotify)g_ptr_array_unref);
}

static void
do_it (PtPage *self, const GPtrArray *fixes)
{
  g_autofree char *text = NULL;
  guint n;

  pt_undo_order_begin (self->order);
  n = pt_compiler_apply_fixes (self->document, self->roles, fixes);
  pt_undo_order_end (self->order);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "One repair was done",
                                       "%u repairs were done", n),
                          n);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  pt_page_say (
      self,
      n > 0 ? text
            : _ ("Nothing was repaired: each of the repairs would leave as many problems or more"));
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtPage *self = PT_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean was_cancelled = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fixes = g_task_propagate_pointer (G_TASK (result), &error);

  pt_busy_end (job->busy);
  if (self->compiler == NULL || was_cancelled)
    return;
  if (fixes == NULL)
    pt_page_say (self, error->message);
  else if (!pt_page_copy_is_current (job->copy, self))
    pt_page_say (self, _ ("Nothing was repaired: the drawing was edited meanwhile"));
  else
    do_it (self, fixes);
}

void
pt_page_fix_all (PtPage *self, PtCode code, PtFixKind kind)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  PtPageCopy *copy = pt_page_copy_new (self, &error);
  Job *job;

  if (copy == NULL)
    {
      pt_page_say (self, error->message);
      return;
    }
  job = g_new0 (Job, 1);
  *job = (Job){ copy, pt_page_check_options (self), code, kind };
  task = g_task_new (self, cancellable, planned_cb, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_source_tag (task, pt_page_fix_all);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  job->busy = pt_busy_begin (PT_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             _ ("Repairing one after the other…"), cancellable);
  g_task_run_in_thread (task, work);
}
