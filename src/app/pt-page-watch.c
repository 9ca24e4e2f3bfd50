/* pt-page-watch.c: what happens to a page's files behind its back, and what it says about that
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-notice.h"
#include "pt-page-private.h"

/* --- notices --- */

static void
notice_closed_cb (GtkWidget *notice, gpointer user_data)
{
  PtPage *self = user_data;

  for (guint i = 0; i < PT_N_NOTICES; i++)
    if (self->notices[i] == notice)
      pt_page_notice (self, i, NULL);
}

GtkWidget *
pt_page_notice (PtPage *self, PtNoticeTopic topic, const char *text)
{
  if (self->notices[topic] != NULL)
    gtk_box_remove (self->notice_box, self->notices[topic]);
  self->notices[topic] = NULL;
  if (text == NULL)
    return NULL;
  self->notices[topic] = pt_notice_new (text);
  g_signal_connect (self->notices[topic], "closed", G_CALLBACK (notice_closed_cb), self);
  gtk_box_append (self->notice_box, self->notices[topic]);
  return self->notices[topic];
}

static void
save_clicked_cb (PtPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
}

static void
save_as_clicked_cb (PtPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

/* --- the process file --- */

static void
reload_clicked_cb (PtPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reload", NULL);
}

static void
keep_process_clicked_cb (PtPage *self)
{
  pt_file_guard_keep_mine (self->guard);
}

static void
compare_clicked_cb (PtPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.compare-saved", NULL);
}

static void
say_process_changed (PtPage *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("Another program has changed “%s”. Load its version, or keep the one you see? "
         "Keeping writes nothing yet; the next save puts yours in place of the other."),
      pt_page_get_title (self));
  GtkWidget *notice = pt_page_notice (self, PT_NOTICE_PROCESS_FILE, text);

  pt_notice_add (PT_NOTICE (notice), _ ("_Compare"), G_CALLBACK (compare_clicked_cb), self);
  pt_notice_add (PT_NOTICE (notice), _ ("_Reload"), G_CALLBACK (reload_clicked_cb), self);
  pt_notice_add (PT_NOTICE (notice), _ ("_Keep Mine"), G_CALLBACK (keep_process_clicked_cb), self);
}

static void
say_process_gone (PtPage *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” is no longer where it was: it was deleted, renamed or moved. Nothing is lost: "
         "saving writes it again."),
      pt_page_get_title (self));
  GtkWidget *notice = pt_page_notice (self, PT_NOTICE_PROCESS_FILE, text);

  pt_notice_add (PT_NOTICE (notice), _ ("_Save Again"), G_CALLBACK (save_clicked_cb), self);
  pt_notice_add (PT_NOTICE (notice), _ ("Save _As…"), G_CALLBACK (save_as_clicked_cb), self);
}

static void
process_file_changed_cb (PtPage *self)
{
  switch (pt_file_guard_get_state (self->guard))
    {
    case PT_FILE_KNOWN:
      pt_page_notice (self, PT_NOTICE_PROCESS_FILE, NULL);
      break;
    case PT_FILE_CHANGED:
      say_process_changed (self);
      break;
    case PT_FILE_GONE:
      say_process_gone (self);
      break;
    }
}

/* --- the roles file --- */

static void
keep_roles_clicked_cb (PtPage *self)
{
  pt_file_guard_keep_mine (self->roles_guard);
}

static void
say_roles_changed (PtPage *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("Another program has changed the roles file “%s”, and so have you. Which version counts?"),
      pt_document_get_name (self->roles));
  GtkWidget *notice = pt_page_notice (self, PT_NOTICE_ROLES_FILE, text);

  pt_notice_add (PT_NOTICE (notice), _ ("_Reload"), G_CALLBACK (pt_page_reload_roles), self);
  pt_notice_add (PT_NOTICE (notice), _ ("_Keep Mine"), G_CALLBACK (keep_roles_clicked_cb), self);
}

static void
say_roles_gone (PtPage *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("The roles file “%s” is no longer where it was. What it held is still here, and is "
         "written again when it is changed and the process is saved."),
      pt_document_get_name (self->roles));

  pt_page_notice (self, PT_NOTICE_ROLES_FILE, text);
}

/* A roles file that was only read here follows its file without a question. */
static void
roles_file_changed_cb (PtPage *self)
{
  switch (pt_file_guard_get_state (self->roles_guard))
    {
    case PT_FILE_KNOWN:
      pt_page_notice (self, PT_NOTICE_ROLES_FILE, NULL);
      break;
    case PT_FILE_CHANGED:
      if (pt_document_get_modified (self->roles))
        say_roles_changed (self);
      else
        pt_page_load_roles (self, pt_document_get_file (self->roles));
      break;
    case PT_FILE_GONE:
      say_roles_gone (self);
      break;
    }
}

/* --- histories --- */

static void
say_unkept (PtPage *self, const GError *reason)
{
  g_autofree char *folder = pt_history_folder ();
  g_autofree char *text = g_strdup_printf (
      /* Translators: a folder, the reason as a part of a sentence */
      _ ("What you do now would be lost in a crash: it could not be written to “%s” (%s). "
         "Save often, here or elsewhere."),
      folder, reason->message);
  GtkWidget *notice = pt_page_notice (self, PT_NOTICE_UNKEPT, text);

  pt_notice_add (PT_NOTICE (notice), _ ("_Save"), G_CALLBACK (save_clicked_cb), self);
  pt_notice_add (PT_NOTICE (notice), _ ("Save _As…"), G_CALLBACK (save_as_clicked_cb), self);
}

void
pt_page_check_kept (PtPage *self)
{
  g_autoptr (GError) reason = NULL;

  if (pt_history_check (self->document, &reason)
      && (self->roles == NULL || pt_history_check (self->roles, &reason)))
    pt_page_notice (self, PT_NOTICE_UNKEPT, NULL);
  else
    say_unkept (self, reason);
}

static void
say_shared (PtPage *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” is also open in another Partitur. When it is saved there, you are asked here which "
         "version counts."),
      pt_page_get_title (self));

  pt_page_notice (self, PT_NOTICE_SHARED, text);
}

char *
pt_page_dup_id (PtPage *self)
{
  GFile *file = pt_document_get_file (self->document);

  return file != NULL ? g_file_get_uri (file) : g_strdup (pt_history_get_id (self->document));
}

/* --- following --- */

static void
forget_roles_guard (PtPage *self)
{
  if (self->roles_guard != NULL)
    g_signal_handlers_disconnect_by_data (self->roles_guard, self);
  g_clear_object (&self->roles_guard);
  pt_page_notice (self, PT_NOTICE_ROLES_FILE, NULL);
}

void
pt_page_guard_roles (PtPage *self)
{
  g_autofree char *owner = pt_page_dup_id (self);

  forget_roles_guard (self);
  pt_page_check_kept (self);
  if (self->roles == NULL)
    return;
  pt_history_set_owner (self->roles, owner);
  self->roles_guard = pt_file_guard_new (self->roles);
  g_signal_connect_object (self->roles_guard, "changed", G_CALLBACK (roles_file_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
pt_page_hold_guards (PtPage *self)
{
  pt_file_guard_hold (self->guard);
  if (self->roles_guard != NULL)
    pt_file_guard_hold (self->roles_guard);
}

/* The roles may have got another guard meanwhile, which holds nothing. */
void
pt_page_release_guards (PtPage *self)
{
  pt_file_guard_release (self->guard);
  if (self->roles_guard != NULL)
    pt_page_guard_roles (self);
}

void
pt_page_watch (PtPage *self)
{
  self->guard = pt_file_guard_new (self->document);
  g_signal_connect_object (self->guard, "changed", G_CALLBACK (process_file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::kept", G_CALLBACK (pt_page_check_kept), self,
                           G_CONNECT_SWAPPED);
  pt_page_check_kept (self);
  if (pt_history_is_shared (self->document))
    say_shared (self);
}
