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
  PtSaving *process;
  PtSaving *roles; /* (nullable): when the roles file goes along */
  gboolean overwrite;
  gboolean process_written, roles_written;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_clear_pointer (&job->process, pt_saving_free);
  g_clear_pointer (&job->roles, pt_saving_free);
  g_free (job);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaveJob *job = task_data;
  GError *error = NULL;

  job->process_written = pt_saving_write (job->process, job->overwrite, &error);
  if (job->process_written && job->roles != NULL)
    job->roles_written = pt_saving_write (job->roles, job->overwrite, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A roles file that was drafted here and has no place yet goes beside the process, over no other
 * file. */
static GFile *
roles_place (PtPage *self, GFile *process_file)
{
  GFile *file = pt_document_get_file (self->roles);
  g_autoptr (GFile) folder = g_file_get_parent (process_file);
  g_autoptr (GFile) place = NULL;

  if (file != NULL)
    return g_object_ref (file);
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

static gboolean
fill_roles (PtPage *self, SaveJob *job, GError **error)
{
  g_autoptr (GFile) place = NULL;

  if (self->roles == NULL
      || (pt_document_get_file (self->roles) != NULL && !pt_document_get_modified (self->roles)))
    return TRUE;
  place = roles_place (self, pt_saving_get_file (job->process));
  job->roles = pt_saving_new (self->roles, place, error);
  return job->roles != NULL;
}

void
pt_page_save (PtPage *self,
              GFile *file,
              gboolean overwrite,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SaveJob *job = g_new0 (SaveJob, 1);
  GError *error = NULL;

  g_task_set_task_data (task, job, (GDestroyNotify)save_job_free);
  pt_page_hold_guards (self);
  job->overwrite = overwrite;
  job->process = pt_saving_new (self->document, file, &error);
  if (job->process != NULL && fill_roles (self, job, &error))
    g_task_run_in_thread (task, save_thread);
  else
    g_task_return_error (task, error);
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
pt_page_save_finish (PtPage *self, GAsyncResult *result, GError **error)
{
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  gboolean saved = g_task_propagate_boolean (G_TASK (result), error);

  if (job->process_written)
    pt_saving_finish (job->process);
  if (job->roles_written)
    settle_roles (self, job);
  pt_page_release_guards (self);
  pt_page_emit_changed (self);
  return saved;
}
