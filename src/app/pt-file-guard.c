/* pt-file-guard.c: whether a document's file still holds what the document knows of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-file-guard.h"

#define PAUSE 200 /* milliseconds: programs write in several steps */

struct _PtFileGuard
{
  GObject parent_instance;

  PtDocument *document;
  GFile *file;           /* (nullable) */
  GFileMonitor *monitor; /* (nullable) */
  GCancellable *looking; /* (nullable): ends the look that is under way */
  guint timeout;         /* 0: none */
  guint n_holds;
  PtFileState state;
  char *hash; /* (nullable): of what the file held when last looked at */
  char *told; /* (nullable): the one with which a change was last told of */
};

G_DEFINE_FINAL_TYPE (PtFileGuard, pt_file_guard, G_TYPE_OBJECT)

static guint changed_signal;

/* A file that changes once more is news again: what was done about the first time may have failed,
 * or been put aside. */
static void
set_state (PtFileGuard *self, PtFileState state)
{
  gboolean is_known = state != PT_FILE_CHANGED || g_strcmp0 (self->told, self->hash) == 0;

  if (self->state == state && is_known)
    return;
  self->state = state;
  g_free (self->told);
  self->told = g_strdup (self->hash);
  g_signal_emit (self, changed_signal, 0);
}

/* --- looking --- */

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  char *hash = pt_file_hash (task_data);

  if (hash == NULL && !g_file_query_exists (task_data, NULL))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "gone");
  else
    g_task_return_pointer (task, hash, g_free);
}

/* What cannot be read for the moment, as while it is written, stays what it was. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtFileGuard *self = PT_FILE_GUARD (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL)
    return;
  g_free (self->hash);
  self->hash = g_steal_pointer (&hash);
  if (error != NULL)
    set_state (self, PT_FILE_GONE);
  else if (g_strcmp0 (self->hash, pt_document_get_file_hash (self->document)) == 0)
    set_state (self, PT_FILE_KNOWN);
  else if (self->hash != NULL)
    set_state (self, PT_FILE_CHANGED);
}

static void
look_no_more (PtFileGuard *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static gboolean
look (gpointer user_data)
{
  PtFileGuard *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timeout = 0;
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look_thread);
  return G_SOURCE_REMOVE;
}

static void
look_soon (PtFileGuard *self)
{
  look_no_more (self);
  if (self->file != NULL && self->n_holds == 0)
    self->timeout = g_timeout_add (PAUSE, look, self);
}

/* --- following --- */

static void
follow (PtFileGuard *self)
{
  g_set_object (&self->file, pt_document_get_file (self->document));
  g_clear_object (&self->monitor);
  if (self->file == NULL)
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (look_soon), self,
                             G_CONNECT_SWAPPED);
}

void
pt_file_guard_hold (PtFileGuard *self)
{
  self->n_holds++;
  look_no_more (self);
}

void
pt_file_guard_release (PtFileGuard *self)
{
  g_return_if_fail (self->n_holds > 0);

  if (--self->n_holds > 0)
    return;
  follow (self);
  look_soon (self);
}

void
pt_file_guard_keep_mine (PtFileGuard *self)
{
  if (self->hash != NULL)
    pt_document_overrule (self->document, self->hash);
  set_state (self, PT_FILE_KNOWN);
}

PtFileState
pt_file_guard_get_state (PtFileGuard *self)
{
  return self->state;
}

/* --- the class --- */

static void
pt_file_guard_dispose (GObject *object)
{
  PtFileGuard *self = PT_FILE_GUARD (object);

  look_no_more (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_object (&self->document);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (pt_file_guard_parent_class)->dispose (object);
}

static void
pt_file_guard_class_init (PtFileGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pt_file_guard_dispose;
  changed_signal = g_signal_new ("changed", PT_TYPE_FILE_GUARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
pt_file_guard_init (PtFileGuard *self)
{
}

PtFileGuard *
pt_file_guard_new (PtDocument *document)
{
  PtFileGuard *self = g_object_new (PT_TYPE_FILE_GUARD, NULL);

  self->document = g_object_ref (document);
  follow (self);
  look_soon (self);
  return self;
}
