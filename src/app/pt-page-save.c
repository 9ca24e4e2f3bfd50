/* pt-page-save.c: a page saved: the process, and its roles file when that was changed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-file-dialog.h"
#include "pt-page-private.h"

/* Bytes are made here, written in a worker thread. */
typedef struct
{
  PtSaving *process; /* (nullable): when it is to be written */
  PtSaving *roles;   /* (nullable): the same */
  GError *no_roles;  /* (nullable): why they cannot be written; the process still is */
  PtSavePart over;
  PtSavePart written, failed;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_clear_pointer (&job->process, pt_saving_free);
  g_clear_pointer (&job->roles, pt_saving_free);
  g_clear_error (&job->no_roles);
  g_free (job);
}

/* Returns: whether the part is written, or need not be */
static gboolean
write_part (SaveJob *job, PtSavePart part, PtSaving *saving, GError **error)
{
  if (saving == NULL)
    return TRUE;
  if (pt_saving_write (saving, (job->over & part) != 0, error))
    job->written |= part;
  else
    job->failed = part;
  return job->failed == 0;
}

static gboolean
write_all (SaveJob *job, GError **error)
{
  if (!write_part (job, PT_SAVE_PROCESS, job->process, error))
    return FALSE;
  if (job->no_roles == NULL)
    return write_part (job, PT_SAVE_ROLES, job->roles, error);
  job->failed = PT_SAVE_ROLES;
  g_propagate_error (error, g_steal_pointer (&job->no_roles));
  return FALSE;
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_all (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Beside the process, over no other file. */
static GFile *
free_place (GFile *process_file)
{
  g_autoptr (GFile) folder = g_file_get_parent (process_file);
  g_autoptr (GFile) place = NULL;

  for (guint i = 1; place == NULL || g_file_query_exists (place, NULL); i++)
    {
      g_autofree char *ending
          = i == 1 ? g_strdup (".roles.xml") : g_strdup_printf ("-%u.roles.xml", i);
      g_autofree char *name = pt_file_with_ending (process_file, "process", ending);

      g_clear_object (&place);
      place = g_file_get_child (folder, name);
    }
  return g_steal_pointer (&place);
}

/* A roles file that was drafted here may have no place yet. */
static GFile *
roles_place (PtPage *self, const PtSavePlan *plan)
{
  GFile *file = plan->roles != NULL ? plan->roles : pt_document_get_file (self->roles);

  return file != NULL ? g_object_ref (file) : free_place (plan->process);
}

static void
fill_roles (PtPage *self, SaveJob *job, const PtSavePlan *plan)
{
  g_autoptr (GFile) place = NULL;

  if (self->roles == NULL
      || (plan->roles == NULL && pt_document_get_file (self->roles) != NULL
          && !pt_document_get_modified (self->roles)))
    return;
  place = roles_place (self, plan);
  job->roles = pt_saving_new (self->roles, place, &job->no_roles);
}

void
pt_page_save (PtPage *self,
              const PtSavePlan *plan,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SaveJob *job = g_new0 (SaveJob, 1);
  GError *error = NULL;

  g_task_set_task_data (task, job, (GDestroyNotify)save_job_free);
  pt_page_hold_guards (self);
  job->over = plan->over;
  fill_roles (self, job, plan);
  if (plan->process != NULL)
    job->process = pt_saving_new (self->document, plan->process, &error);
  if (error == NULL)
    g_task_run_in_thread (task, save_thread);
  else
    {
      job->failed = PT_SAVE_PROCESS;
      g_task_return_error (task, error);
    }
}

static void
settle_roles (PtPage *self, SaveJob *job)
{
  pt_saving_finish (job->roles);
  pt_live_compiler_set_roles (self->compiler,
                              NULL); /* findings name the file, which has a place now */
  pt_page_set_roles (self, self->roles);
}

/* One of the two may be written and the other not. */
gboolean
pt_page_save_finish (PtPage *self, GAsyncResult *result, PtSavePart *failed, GError **error)
{
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  gboolean saved = g_task_propagate_boolean (G_TASK (result), error);

  if (job->written & PT_SAVE_PROCESS)
    pt_saving_finish (job->process);
  if (job->written & PT_SAVE_ROLES)
    settle_roles (self, job);
  pt_page_release_guards (self);
  pt_page_emit_changed (self);
  *failed = job->failed;
  return saved;
}
