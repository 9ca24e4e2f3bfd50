/* pt-page-roles.c: the roles file of a page: found, chosen, or made from the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-file-dialog.h"
#include "pt-page-private.h"
#include "pt-recovery.h"

#define ROLES_KEY "roles-files"

static char *
remembered_roles_uri (PtPage *self, const char *process_uri)
{
  g_autoptr (GVariant) all
      = self->settings != NULL ? g_settings_get_value (self->settings, ROLES_KEY) : NULL;
  char *uri = NULL;

  if (all != NULL)
    g_variant_lookup (all, process_uri, "s", &uri);
  return uri;
}

/* The remembered pairs, with @key leading to @value. */
static GVariant *
with_pair (GVariant *all, const char *key, const char *value)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *k, *v;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &k, &v))
    if (!g_str_equal (k, key))
      g_variant_builder_add (&builder, "{ss}", k, v);
  g_variant_builder_add (&builder, "{ss}", key, value);
  return g_variant_builder_end (&builder);
}

static void
remember_roles (PtPage *self)
{
  GFile *process = pt_document_get_file (self->document);
  GFile *roles = self->roles != NULL ? pt_document_get_file (self->roles) : NULL;
  g_autoptr (GVariant) all = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (self->settings == NULL || process == NULL || roles == NULL)
    return;
  all = g_settings_get_value (self->settings, ROLES_KEY);
  key = g_file_get_uri (process);
  value = g_file_get_uri (roles);
  g_settings_set_value (self->settings, ROLES_KEY, with_pair (all, key, value));
}

gboolean
pt_page_is_modified (PtPage *self)
{
  return (pt_document_get_modified (self->document) && !self->is_only_made)
         || (self->roles != NULL
             && (pt_document_get_modified (self->roles)
                 || pt_document_get_file (self->roles) == NULL));
}

PtDocument *
pt_page_get_roles (PtPage *self)
{
  return self->roles;
}

void
pt_page_set_roles (PtPage *self, PtDocument *roles)
{
  if (self->roles != NULL && self->roles != roles)
    pt_undo_order_remove (self->order, self->roles);
  if (g_set_object (&self->roles, roles) && roles != NULL)
    {
      pt_undo_order_add (self->order, roles);
      g_signal_connect_object (roles, "changed", G_CALLBACK (pt_page_emit_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (roles, "notify::modified", G_CALLBACK (pt_page_emit_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (roles, "notify::kept", G_CALLBACK (pt_page_check_kept), self,
                               G_CONNECT_SWAPPED);
    }
  pt_live_compiler_set_roles (self->compiler, roles);
  pt_compiler_pane_roles_changed (self->pane);
  pt_roles_pane_update (self->roles_pane);
  remember_roles (self);
  pt_page_guard_roles (self);
  pt_page_emit_changed (self);
}

/* --- loading in a worker thread --- */

/* What is done with a roles file that was read. */
typedef enum
{
  TAKE_CHOSEN,  /* the user wants it: what is wrong with it is said */
  TAKE_FOUND,   /* there need not be one, and it may have come meanwhile */
  TAKE_OR_DRAFT /* where there is none, one is made */
} Purpose;

typedef struct
{
  GPtrArray *files; /* of GFile: the first that can be read is taken */
  Purpose purpose;
  gboolean keep; /* its history */
  char *owner;   /* of it */
} Search;

static void
search_free (Search *search)
{
  g_ptr_array_unref (search->files);
  g_free (search->owner);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Search *search = task_data;
  PtDocument *roles = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < search->files->len && roles == NULL; i++)
    if (search->purpose == TAKE_CHOSEN || g_file_query_exists (search->files->pdata[i], NULL))
      {
        g_clear_error (&error);
        roles = pt_roster_load (search->files->pdata[i], cancellable, &error);
      }
  if (roles == NULL && error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task,
                           roles != NULL && search->keep ? pt_history_keep (roles, search->owner)
                                                         : roles,
                           g_object_unref);
}

static gboolean
is_of_file (PtDocument *roles, GFile *file)
{
  GFile *own = roles != NULL ? pt_document_get_file (roles) : NULL;

  return own != NULL && g_file_equal (own, file);
}

/* Read anew, what was changed here and not saved is no longer wanted. */
static void
take (PtPage *self, PtDocument *roles)
{
  if (is_of_file (self->roles, pt_document_get_file (roles)))
    pt_history_give_up (self->roles);
  pt_page_set_roles (self, roles);
}

static void draft (PtPage *self);

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtPage *self = PT_PAGE (source);
  Purpose purpose = ((Search *)g_task_get_task_data (G_TASK (result)))->purpose;
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) roles = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->compiler == NULL)
    return; /* closed meanwhile */
  if (roles != NULL && (purpose == TAKE_CHOSEN || self->roles == NULL))
    take (self, roles);
  else if (error != NULL)
    pt_page_say (self, error->message);
  if (purpose == TAKE_OR_DRAFT)
    draft (self);
}

/* @files: (transfer full) */
static void
search (PtPage *self, GPtrArray *files, Purpose purpose)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, searched_cb, NULL);
  Search *search = g_new0 (Search, 1);

  *search
      = (Search){ files, purpose, pt_recovery_is_wanted (self->settings), pt_page_dup_id (self) };
  g_task_set_task_data (task, search, (GDestroyNotify)search_free);
  g_task_run_in_thread (task, search_thread);
}

void
pt_page_load_roles (PtPage *self, GFile *file)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_object_ref (file));
  search (self, files, TAKE_CHOSEN);
}

/* --- choosing --- */

static void
chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (PtPage) self = user_data;

  if (file != NULL)
    pt_page_load_roles (self, file);
}

void
pt_page_choose_roles (PtPage *self)
{
  GFile *file = pt_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  pt_file_dialog (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), PT_FILE_ROLES_OPEN, folder,
                  NULL, chosen_cb, g_object_ref (self));
}

/* --- finding --- */

/* The roles file that was last used with the process, and the one beside it. Returns: (transfer
 * full) */
static GPtrArray *
likely_files (PtPage *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *process = pt_document_get_file (self->document);
  g_autoptr (GFile) folder = process != NULL ? g_file_get_parent (process) : NULL;
  g_autofree char *process_uri = process != NULL ? g_file_get_uri (process) : NULL;
  g_autofree char *uri = process != NULL ? remembered_roles_uri (self, process_uri) : NULL;
  g_autofree char *name = pt_file_with_ending (process, "process", ".roles.xml");

  if (uri != NULL)
    g_ptr_array_add (files, g_file_new_for_uri (uri));
  if (folder != NULL)
    g_ptr_array_add (files, g_file_get_child (folder, name));
  return files;
}

void
pt_page_find_roles (PtPage *self)
{
  search (self, likely_files (self), TAKE_FOUND);
}

/* --- making one --- */

static void
say_added (PtPage *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "One role was added to the roles file; it is written with the process",
                   "%u roles were added to the roles file; it is written with the process", n),
      n);

  pt_page_say (self, n > 0 ? text : _ ("The roles file has all roles of the drawing already"));
}

static void
draft (PtPage *self)
{
  g_autoptr (PtDocument) roles = NULL;

  if (self->roles != NULL)
    {
      say_added (self, pt_roster_add_missing (self->roles, &self->graph, 1));
      return;
    }
  roles = pt_roster_draft (&self->graph, 1, NULL);
  if (pt_recovery_is_wanted (self->settings))
    {
      g_autofree char *owner = pt_page_dup_id (self);

      roles = pt_history_keep (g_steal_pointer (&roles), owner);
    }
  pt_page_set_roles (self, roles);
  pt_page_say (
      self,
      _ ("The roles file is written when you save the process. Then add who holds which role."));
}

void
pt_page_draft_roles (PtPage *self)
{
  if (self->roles != NULL)
    draft (self);
  else
    search (self, likely_files (self), TAKE_OR_DRAFT);
}
