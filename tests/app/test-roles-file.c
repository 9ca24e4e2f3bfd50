/* test-roles-file.c: the roles file of a process: no work on it goes without a question, whoever
 * else writes it, and wherever it may not be written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include <partitur/roster-edit.h>

#include "../../src/app/pt-notice.h"
#include "../../src/app/pt-page-private.h"
#include "../../src/app/pt-save.h"
#include "pt-desk.h"

/** Desk: a window with a copy of the example in a folder of its own. */
typedef struct
{
  PtWindow *window;
  PtPage *page;
  char *folder, *process, *roles;
} Desk;

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static void
copy_example (const char *name, const char *to)
{
  g_autofree char *from = g_build_filename (g_getenv ("PT_EXAMPLES"), name, NULL);
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (from, &text, NULL, NULL));
  assert_true (g_file_set_contents (to, text, -1, NULL));
}

static Desk
desk_new (void)
{
  Desk self = { pt_desk_open () };

  self.folder = g_dir_make_tmp ("partitur-XXXXXX", NULL);
  self.process = g_build_filename (self.folder, "order.bpmn", NULL);
  self.roles = g_build_filename (self.folder, "order.roles.xml", NULL);
  copy_example ("order-to-cash.bpmn", self.process);
  return self;
}

static Desk
desk_open (void)
{
  Desk self = desk_new ();

  copy_example ("order-to-cash.roles.xml", self.roles);
  self.page = pt_desk_open_file (self.window, self.process);
  pt_desk_wait (has_roles, self.page);
  pt_desk_wait (pt_desk_is_current, self.page);
  return self;
}

static void
desk_close (Desk *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  pt_desk_close (self->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->process);
  g_free (self->roles);
}

/* What another program does to the file: @old becomes @new. */
static void
write_outside (const char *path, const char *old, const char *new)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  assert_int_not_equal (g_string_replace (changed, old, new, 0), 0);
  assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) && strstr (content, text) != NULL;
}

static gboolean
has_role (PtPage *page, const char *name)
{
  g_autoptr (PtRoster) roster = pt_roster_new (page->roles);
  GPtrArray *roles = pt_roster_get_roles (roster);

  for (guint i = 0; i < roles->len; i++)
    if (g_str_equal (((const PtRole *)roles->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

static void
edit (Desk *self)
{
  g_free (pt_roster_add_role (self->page->roles, "Mine", PT_ROLE_INTERNAL));
}

static gboolean
has_stock (gpointer page)
{
  return has_role (page, "Stock");
}

static gboolean
has_no_dialog (gpointer window)
{
  return !pt_desk_has_dialog (window);
}

static void
answer (Desk *self, const char *heading, const char *button)
{
  GtkWindow *dialog;

  pt_desk_wait (pt_desk_has_dialog, self->window);
  dialog = pt_desk_find_dialog (self->window);
  assert_string_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), heading);
  pt_desk_spin (300);
  pt_desk_press (dialog, button);
}

static const char *
notice_text (PtPage *page, PtNoticeTopic topic)
{
  return page->notices[topic] != NULL ? pt_notice_get_text (PT_NOTICE (page->notices[topic])) : "";
}

/* --- read again --- */

#define GIVE_UP "Read Again and Give Up Your Changes?"

static void
edited_roles_are_not_read_again_without_a_question (void **state)
{
  Desk self = desk_open ();

  edit (&self);
  gtk_widget_activate_action (GTK_WIDGET (self.page->pane), "pane.reload-roles", NULL);
  answer (&self, GIVE_UP, "_Cancel");
  pt_desk_wait (has_no_dialog, self.window);
  assert_true (has_role (self.page, "Mine"));
  gtk_widget_activate_action (GTK_WIDGET (self.page->pane), "pane.reload-roles", NULL);
  pt_desk_wait (pt_desk_has_dialog, self.window);
  pt_desk_picture (GTK_WIDGET (self.window), "roles-read-again.png");
  answer (&self, GIVE_UP, "_Read Again");
  pt_desk_wait (has_no_dialog, self.window);
  pt_desk_spin (500);
  assert_false (has_role (self.page, "Mine"));
  desk_close (&self);
}

static void
unedited_roles_are_read_again_at_once (void **state)
{
  Desk self = desk_open ();
  PtDocument *before = self.page->roles;

  gtk_widget_activate_action (GTK_WIDGET (self.page->pane), "pane.reload-roles", NULL);
  pt_desk_spin (700);
  assert_false (pt_desk_has_dialog (self.window));
  assert_ptr_not_equal (self.page->roles, before);
  desk_close (&self);
}

static void
another_file_is_not_chosen_over_edited_roles (void **state)
{
  Desk self = desk_open ();

  edit (&self);
  pt_page_choose_roles (self.page);
  answer (&self, "Choose Another File and Give Up Your Changes?", "_Cancel");
  pt_desk_wait (has_no_dialog, self.window);
  assert_true (has_role (self.page, "Mine"));
  desk_close (&self);
}

static void
what_is_done_while_the_file_is_read_stays (void **state)
{
  Desk self = desk_open ();
  g_autoptr (GFile) file = g_file_new_for_path (self.roles);

  pt_page_load_roles (self.page, file);
  edit (&self);
  pt_desk_spin (1000);
  assert_true (has_role (self.page, "Mine"));
  pt_page_undo (self.page);
  assert_false (has_role (self.page, "Mine"));
  desk_close (&self);
}

/* --- written by others --- */

static gboolean
says_unread (gpointer page)
{
  return *notice_text (page, PT_NOTICE_ROLES_UNREAD) != '\0';
}

static void
a_file_that_is_mended_is_read_once_more (void **state)
{
  Desk self = desk_open ();

  write_outside (self.roles, "</organisation>", "</organisati");
  pt_desk_wait (says_unread, self.page);
  pt_desk_picture (GTK_WIDGET (self.window), "roles-unread.png");
  assert_true (has_role (self.page, "Warehouse"));
  write_outside (self.roles, "</organisati", "<role id='s' name='Stock'/></organisation>");
  pt_desk_wait (has_stock, self.page);
  assert_false (says_unread (self.page));
  desk_close (&self);
}

static gboolean
says_which_counts (gpointer page)
{
  return *notice_text (page, PT_NOTICE_PROCESS_FILE) != '\0';
}

static void
a_notice_that_was_closed_comes_again_with_the_next_change (void **state)
{
  Desk self = desk_open ();

  write_outside (self.process, "Order to cash", "Once");
  pt_desk_wait (says_which_counts, self.page);
  g_signal_emit_by_name (self.page->notices[PT_NOTICE_PROCESS_FILE], "closed");
  assert_false (says_which_counts (self.page));
  write_outside (self.process, "Once", "Twice");
  pt_desk_wait (says_which_counts, self.page);
  desk_close (&self);
}

/* --- broken from the start --- */

static void
a_broken_file_is_not_replaced_by_a_draft (void **state)
{
  Desk self = desk_new ();

  assert_true (g_file_set_contents (self.roles, "<organisation", -1, NULL));
  self.page = pt_desk_open_file (self.window, self.process);
  pt_desk_wait (says_unread, self.page);
  pt_page_notice (self.page, PT_NOTICE_ROLES_UNREAD, NULL);
  pt_page_draft_roles (self.page);
  pt_desk_wait (says_unread, self.page);
  assert_null (self.page->roles);
  pt_desk_spin (300);
  pt_desk_press (self.window, "_Make a New One");
  pt_desk_wait (has_roles, self.page);
  assert_false (says_unread (self.page));
  desk_close (&self);
}

/* --- saved --- */

static void
rename_process (PtPage *page)
{
  pt_document_begin (page->document, "Rename");
  pt_document_set_attribute (page->document, pt_document_get_root (page->document), NULL, "name",
                             "Mine");
  pt_document_commit (page->document);
}

static gboolean
is_saved (gpointer page)
{
  return !pt_page_is_modified (page);
}

#define OVER_ROLES "Save Over Another Version of the Roles File?"

static gboolean
asks_about_roles (gpointer window)
{
  GtkWindow *dialog = pt_desk_find_dialog (window);

  return dialog != NULL
         && g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), OVER_ROLES);
}

static void
each_file_is_asked_about (void **state)
{
  Desk self = desk_open ();

  rename_process (self.page);
  edit (&self);
  write_outside (self.process, "</bpmn:definitions>", "<!-- theirs --></bpmn:definitions>");
  write_outside (self.roles, "</organisation>", "<!-- theirs --></organisation>");
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.save", NULL);
  answer (&self, "Save Over Another Version?", "Save _Over It");
  pt_desk_wait (asks_about_roles, self.window);
  assert_false (holds (self.process, "theirs"));
  assert_true (holds (self.roles, "theirs"));
  pt_desk_picture (GTK_WIDGET (self.window), "roles-conflict.png");
  answer (&self, OVER_ROLES, "Save _Over It");
  pt_desk_wait (is_saved, self.page);
  assert_true (holds (self.roles, "\"Mine\""));
  assert_false (holds (self.roles, "theirs"));
  desk_close (&self);
}

static void
saved_cb (GObject *page, GAsyncResult *result, gpointer user_data)
{
  PtSavePart *failed = user_data;

  pt_page_save_finish (PT_PAGE (page), result, failed, NULL);
}

/* The process has no part in it. */
static void
roles_are_saved_elsewhere (void **state)
{
  Desk self = desk_open ();
  g_autofree char *path = g_build_filename (self.folder, "others.roles.xml", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  PtSavePart failed = PT_SAVE_PROCESS;

  rename_process (self.page);
  edit (&self);
  pt_page_save (self.page, &(PtSavePlan){ .roles = place }, saved_cb, &failed);
  pt_desk_spin (500);
  assert_int_equal (failed, 0);
  assert_true (holds (path, "\"Mine\""));
  assert_false (holds (self.roles, "\"Mine\""));
  assert_true (g_file_equal (pt_document_get_file (self.page->roles), place));
  assert_false (pt_document_get_modified (self.page->roles));
  assert_true (pt_document_get_modified (self.page->document));
  desk_close (&self);
}

static void
it_is_said_which_file_failed (void **state)
{
  Desk self = desk_open ();
  g_autofree char *path = g_build_filename (self.folder, "no", "such.roles.xml", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);

  rename_process (self.page);
  edit (&self);
  pt_document_set_file (self.page->roles, nowhere);
  gtk_widget_activate_action (GTK_WIDGET (self.window), "win.save", NULL);
  pt_desk_wait (pt_desk_has_dialog, self.window);
  assert_false (pt_document_get_modified (self.page->document));
  pt_desk_spin (300);
  assert_non_null (pt_desk_find_button (GTK_WIDGET (pt_desk_find_dialog (self.window)),
                                        "Save the Roles File _As…"));
  answer (&self, "The Roles File Is Not Saved", "_Cancel");
  pt_desk_wait (has_no_dialog, self.window);
  assert_true (has_role (self.page, "Mine"));
  desk_close (&self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (edited_roles_are_not_read_again_without_a_question),
    cmocka_unit_test (unedited_roles_are_read_again_at_once),
    cmocka_unit_test (another_file_is_not_chosen_over_edited_roles),
    cmocka_unit_test (what_is_done_while_the_file_is_read_stays),
    cmocka_unit_test (a_file_that_is_mended_is_read_once_more),
    cmocka_unit_test (a_notice_that_was_closed_comes_again_with_the_next_change),
    cmocka_unit_test (a_broken_file_is_not_replaced_by_a_draft),
    cmocka_unit_test (each_file_is_asked_about),
    cmocka_unit_test (roles_are_saved_elsewhere),
    cmocka_unit_test (it_is_said_which_file_failed),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-roles-file: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
