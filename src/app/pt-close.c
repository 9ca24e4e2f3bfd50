/* pt-close.c: asking before unsaved work goes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-close.h"
#include "pt-save.h"

#define AGREED "pt-close-agreed"

typedef struct
{
  PtWindow *window;
  PtPage *page;
  PtCloseAnswer answer;
  gpointer user_data;
} Question;

gboolean
pt_close_is_agreed (PtPage *page)
{
  return g_object_get_data (G_OBJECT (page), AGREED) != NULL;
}

void
pt_close_agree (PtPage *page)
{
  g_object_set_data (G_OBJECT (page), AGREED, GINT_TO_POINTER (TRUE));
}

static void
finish (Question *question, gboolean may_close)
{
  if (may_close)
    pt_close_agree (question->page);
  question->answer (may_close, question->user_data);
  g_object_unref (question->window);
  g_object_unref (question->page);
  g_free (question);
}

static void
saved_cb (gboolean saved, gpointer user_data)
{
  finish (user_data, saved);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "save"))
    pt_save (question->window, question->page, FALSE, saved_cb, question);
  else
    finish (question, g_str_equal (response, "discard"));
}

gboolean
pt_close_needs_asking (PtPage *page)
{
  return !pt_close_is_agreed (page) && pt_page_is_modified (page);
}

void
pt_close_forget (PtPage *page)
{
  g_object_set_data (G_OBJECT (page), AGREED, NULL);
}

void
pt_close_ask (PtWindow *window, PtPage *page, PtCloseAnswer answer, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);
  AdwMessageDialog *dialog;

  *question = (Question){ g_object_ref (window), g_object_ref (page), answer, user_data };
  if (!pt_close_needs_asking (page))
    {
      finish (question, TRUE);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (window), _ ("Save the Changes?"), NULL));
  adw_message_dialog_format_body (
      dialog, _ ("“%s” has changes that are not saved. They are lost if you do not save them."),
      pt_page_get_title (page));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}
