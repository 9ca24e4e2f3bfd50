/* pt-recovery.c: work that a crash left behind, offered at the next start
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/history.h>

#include "pt-busy.h"
#include "pt-recovery.h"

/* A question that is open. */
typedef struct
{
  PtWindow *window;
  GPtrArray *all;    /* of PtUnfinished */
  GPtrArray *chosen; /* of GtkCheckButton, one for each */
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_ptr_array_unref (offer->all);
  g_ptr_array_unref (offer->chosen);
  g_free (offer);
}

gboolean
pt_recovery_is_wanted (GSettings *settings)
{
  return settings == NULL || g_settings_get_boolean (settings, "keep-history");
}

/* --- restoring --- */

/* Only roles belong to something. */
static gboolean
is_roles (const PtUnfinished *unfinished)
{
  return unfinished->owner != NULL;
}

static void
say_failure (PtWindow *window, const PtUnfinished *unfinished, const GError *error)
{
  g_autofree char *body = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    body = g_strdup_printf (_ ("“%s” was restored in another window meanwhile."), unfinished->name);
  else
    body = g_strdup_printf (
        /* Translators: name of the process, reason, name of the file that holds its history */
        _ ("“%s” cannot be restored: %s. What was kept of it is left where it is: %s"),
        unfinished->name, error->message, unfinished->path);
  pt_window_show_error (window, _ ("Not Everything Could Be Restored"), body);
}

/* The history was damaged. */
static void
say_how_much (PtWindow *window, const PtUnfinished *unfinished)
{
  g_autofree char *body = g_strdup_printf (
      /* Translators: how many steps came back, of how many, name of the process, name of a file */
      _ ("%u of %u unsaved steps of “%s” came back. The rest is damaged and cannot be read; all "
         "that "
         "was kept is left here: %s"),
      unfinished->n_steps - unfinished->n_lost, unfinished->n_steps, unfinished->name,
      unfinished->aside);

  pt_window_show_error (window, _ ("Not Everything Could Be Restored"), body);
}

/* One piece of work on its way back. */
typedef struct
{
  PtUnfinished *unfinished;
  PtOpened *opened;  /* (nullable): a process */
  PtDocument *roles; /* (nullable) */
  GError *error;     /* (nullable) */
} Restored;

static void
restored_free (Restored *restored)
{
  g_clear_pointer (&restored->opened, pt_opened_free);
  g_clear_object (&restored->roles);
  g_clear_error (&restored->error);
  g_free (restored);
}

typedef struct
{
  Offer *offer;
  GPtrArray *all; /* of Restored */
  PtBusy *busy;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_ptr_array_unref (restoring->all);
  offer_free (restoring->offer);
  g_free (restoring);
}

static void
fetch (Restored *restored)
{
  PtDocument *document = pt_unfinished_restore (restored->unfinished, &restored->error);

  if (document == NULL)
    return;
  if (is_roles (restored->unfinished))
    restored->roles = document;
  else
    restored->opened = pt_opened_new (document);
}

static void
restore_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Restoring *restoring = task_data;

  for (guint i = 0; i < restoring->all->len; i++)
    fetch (g_ptr_array_index (restoring->all, i));
  g_task_return_boolean (task, TRUE);
}

static void
show (PtWindow *window, const Restored *restored)
{
  if (restored->opened != NULL)
    pt_window_restore (window, restored->opened);
  else if (restored->roles != NULL)
    pt_window_restore_roles (window, restored->roles, restored->unfinished->owner);
  else
    say_failure (window, restored->unfinished, restored->error);
  if (restored->unfinished->n_lost > 0 && restored->error == NULL)
    say_how_much (window, restored->unfinished);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = g_task_get_task_data (G_TASK (result));
  PtWindow *window = PT_WINDOW (source);

  pt_busy_end (restoring->busy);
  for (guint i = 0; i < restoring->all->len; i++)
    show (window, g_ptr_array_index (restoring->all, i));
  if (pt_window_get_page (window) != NULL)
    pt_window_toast (window, _ ("Restored. Undo goes back step by step; save to keep it."));
}

static void
plan (gpointer data, PtUnfinished *unfinished)
{
  Restoring *restoring = data;
  Restored *restored = g_new0 (Restored, 1);

  restored->unfinished = unfinished;
  g_ptr_array_add (restoring->all, restored);
}

/* --- what was chosen --- */

/* Processes first: the roles look for theirs. */
static void
for_chosen (Offer *offer, void (*act) (gpointer data, PtUnfinished *unfinished), gpointer data)
{
  for (int roles = FALSE; roles <= TRUE; roles++)
    for (guint i = 0; i < offer->all->len; i++)
      {
        PtUnfinished *unfinished = g_ptr_array_index (offer->all, i);

        if (is_roles (unfinished) == roles
            && gtk_check_button_get_active (g_ptr_array_index (offer->chosen, i)))
          act (data, unfinished);
      }
}

static void
restore (Offer *offer)
{
  g_autoptr (GTask) task = g_task_new (offer->window, NULL, restored_cb, NULL);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->offer = offer;
  restoring->all = g_ptr_array_new_with_free_func ((GDestroyNotify)restored_free);
  restoring->busy = pt_busy_begin (offer->window, _ ("Restoring…"), NULL);
  for_chosen (offer, plan, restoring);
  g_task_set_task_data (task, restoring, (GDestroyNotify)restoring_free);
  g_task_run_in_thread (task, restore_thread);
}

static void
discard (gpointer data, PtUnfinished *unfinished)
{
  pt_unfinished_discard (unfinished);
}

/* --- asking --- */

static void ask (Offer *offer);

static void
discard_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Offer *offer = user_data;

  if (!g_str_equal (response, "discard"))
    {
      ask (offer);
      return;
    }
  for_chosen (offer, discard, NULL);
  offer_free (offer);
}

/* The only thing here that cannot be undone. */
static void
ask_before_discarding (Offer *offer)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (offer->window), _ ("Discard the Chosen Work for Good?"),
      _ ("What was done since the files were last saved is then lost. The files themselves stay as "
         "they are.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Keep It"), "discard", _ ("_Discard for Good"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (discard_response_cb), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Offer *offer = user_data;

  if (g_str_equal (response, "restore"))
    restore (offer);
  else if (g_str_equal (response, "discard"))
    ask_before_discarding (offer);
  else
    offer_free (offer);
}

static void
update_responses (Offer *offer, AdwMessageDialog *dialog)
{
  gboolean any = FALSE;

  for (guint i = 0; i < offer->chosen->len; i++)
    any |= gtk_check_button_get_active (g_ptr_array_index (offer->chosen, i));
  adw_message_dialog_set_response_enabled (dialog, "restore", any);
  adw_message_dialog_set_response_enabled (dialog, "discard", any);
}

static void
toggled_cb (GtkCheckButton *button, gpointer dialog)
{
  update_responses (g_object_get_data (dialog, "offer"), dialog);
}

static char *
dup_place (const PtUnfinished *unfinished)
{
  g_autoptr (GFile) file = unfinished->uri != NULL ? g_file_new_for_uri (unfinished->uri) : NULL;

  return file != NULL ? g_file_get_parse_name (file) : g_strdup (_ ("not saved to a file yet"));
}

static char *
dup_subtitle (const PtUnfinished *unfinished)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unfinished->time);
  g_autofree char *when = g_date_time_format (time, "%x, %H:%M");
  g_autofree char *place = dup_place (unfinished);
  g_autofree char *steps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "One unsaved step",
                                                         "%u unsaved steps", unfinished->n_steps),
                                            unfinished->n_steps);

  /* Translators: how many steps, time of the last one, where the file is */
  return g_strdup_printf (_ ("%s, the last on %s\n%s"), steps, when, place);
}

static GtkWidget *
row_new (const PtUnfinished *unfinished, GtkWidget *check)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (unfinished);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  g_autofree char *title = g_markup_escape_text (unfinished->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 unfinished->uri != NULL ? title : _ ("Untitled process"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* All of it, when it is asked for the first time. */
static gboolean
is_chosen (GPtrArray *chosen, guint i)
{
  return i >= chosen->len || gtk_check_button_get_active (g_ptr_array_index (chosen, i));
}

static GtkWidget *
list_new (Offer *offer, AdwMessageDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GPtrArray) before = g_steal_pointer (&offer->chosen);

  offer->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < offer->all->len; i++)
    {
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (before, i));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), dialog);
      g_ptr_array_add (offer->chosen, g_object_ref (check));
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (g_ptr_array_index (offer->all, i), check));
    }
  return list;
}

static void
ask (Offer *offer)
{
  GtkWidget *widget = adw_message_dialog_new (
      GTK_WINDOW (offer->window), _ ("Restore Unsaved Work?"),
      _ ("The work below was not saved, and Partitur kept it. After restoring it you can still undo it "
         "step by step."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  g_object_set_data (G_OBJECT (dialog), "offer", offer);
  adw_message_dialog_set_extra_child (dialog, list_new (offer, dialog));
  adw_message_dialog_add_responses (dialog, "later", _ ("Decide _Later"), "discard", _ ("_Discard"),
                                    "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  update_responses (offer, dialog);
  adw_message_dialog_set_default_response (dialog, "restore");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- looking --- */

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  pt_history_prune ();
  g_task_return_pointer (task, pt_history_list_unfinished (), (GDestroyNotify)g_ptr_array_unref);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) all = g_task_propagate_pointer (G_TASK (result), NULL);
  Offer *offer;

  if (all->len == 0)
    return;
  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (PT_WINDOW (source));
  offer->all = g_steal_pointer (&all);
  offer->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  ask (offer);
}

void
pt_recovery_offer (PtWindow *window)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, looked_cb, NULL);

  g_task_run_in_thread (task, look_thread);
}
