/* pt-page-roles.c: the roles file of a page: found, chosen, or made from the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-file-dialog.h"
#include "pt-notice.h"
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

/* Whether the roles hold work that no file holds. */
static gboolean
has_unsaved_roles (PtPage *self)
{
  return self->roles != NULL
         && (pt_document_get_modified (self->roles) || pt_document_get_file (self->roles) == NULL);
}

gboolean
pt_page_is_modified (PtPage *self)
{
  return (pt_document_get_modified (self->document) && !self->is_only_made)
         || has_unsaved_roles (self);
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
  pt_page_notice (self, PT_NOTICE_ROLES_UNREAD, NULL);
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
  pt_roles_pane_roles_changed (self->roles_pane);
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
  gboolean keep;   /* its history */
  char *owner;     /* of it */
  PtDocument *old; /* (nullable): in whose place it comes */
  guint64 serial;  /* of that, then */
} Search;

static void
search_free (Search *search)
{
  g_ptr_array_unref (search->files);
  g_free (search->owner);
  g_clear_object (&search->old);
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

/* Whether work was done on the roles since the search began, which nobody was asked about. */
static gboolean
is_overtaken (PtPage *self, const Search *search)
{
  if (self->roles != NULL && self->roles == search->old)
    return pt_document_get_serial (self->roles) != search->serial;
  return has_unsaved_roles (self);
}

/* What was changed here and not saved is no longer wanted. */
static void
take (PtPage *self, const Search *search, PtDocument *roles)
{
  if (is_overtaken (self, search))
    {
      pt_history_give_up (roles);
      pt_page_say (self, _ ("The roles were changed here meanwhile, so the file was not read."));
      return;
    }
  if (self->roles != NULL)
    pt_history_give_up (self->roles);
  pt_page_set_roles (self, roles);
}

static void draft (PtPage *self);

/* It stays until the user finds a way out: without the file nothing tells who plays the roles. */
static void
say_unread (PtPage *self, const GError *error)
{
  g_autofree char *text
      = self->roles == NULL
            ? g_strdup_printf (_ ("The roles file cannot be read: %s"), error->message)
            : g_strdup_printf (_ ("The roles file cannot be read, so what is known of the roles "
                                  "stays as it was: %s"),
                               error->message);
  GtkWidget *notice = pt_page_notice (self, PT_NOTICE_ROLES_UNREAD, text);

  pt_notice_add (PT_NOTICE (notice), _ ("_Choose Another…"), G_CALLBACK (pt_page_choose_roles),
                 self);
  if (self->roles == NULL)
    pt_notice_add (PT_NOTICE (notice), _ ("_Make a New One"), G_CALLBACK (draft), self);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtPage *self = PT_PAGE (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PtDocument) roles = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->compiler == NULL)
    return; /* closed meanwhile */
  if (error != NULL)
    {
      say_unread (self, error);
      return;
    }
  if (roles != NULL && (search->purpose == TAKE_CHOSEN || self->roles == NULL))
    take (self, search, roles);
  if (search->purpose == TAKE_OR_DRAFT)
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
  if (g_set_object (&search->old, self->roles))
    search->serial = pt_document_get_serial (self->roles);
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

/* --- giving up what is not saved --- */

typedef struct
{
  PtPage *page;
  void (*go_on) (PtPage *page);
} Question;

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (PtPage) page = question->page;

  if (g_str_equal (response, "give-up") && page->compiler != NULL)
    question->go_on (page);
}

/* Goes on at once when nothing of the roles would be lost. @heading, @verb: for the question */
static void
ask_to_give_up (PtPage *self, const char *heading, const char *verb, void (*go_on) (PtPage *self))
{
  Question *question;
  AdwMessageDialog *dialog;

  if (!has_unsaved_roles (self))
    {
      go_on (self);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, NULL));
  adw_message_dialog_format_body (
      dialog,
      _ ("What you changed in the roles “%s” since they were last saved goes. To keep it, cancel "
         "and save the process first: the roles file is saved with it."),
      pt_document_get_name (self->roles));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "give-up", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "give-up", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), go_on };
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reload (PtPage *self)
{
  if (self->roles != NULL && pt_document_get_file (self->roles) != NULL)
    pt_page_load_roles (self, pt_document_get_file (self->roles));
}

void
pt_page_reload_roles (PtPage *self)
{
  ask_to_give_up (self, _ ("Read Again and Give Up Your Changes?"), _ ("_Read Again"), reload);
}

/* --- choosing --- */

static void
chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (PtPage) self = user_data;

  if (file != NULL)
    pt_page_load_roles (self, file);
}

static void
choose (PtPage *self)
{
  GFile *file = pt_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  pt_file_dialog (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), PT_FILE_ROLES_OPEN, folder,
                  NULL, chosen_cb, g_object_ref (self));
}

void
pt_page_choose_roles (PtPage *self)
{
  ask_to_give_up (self, _ ("Choose Another File and Give Up Your Changes?"), _ ("C_hoose Another…"),
                  choose);
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
