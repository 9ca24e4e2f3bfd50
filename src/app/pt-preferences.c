/* pt-preferences.c: the preferences window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/compiler.h>
#include <partitur/history.h>

#include "pt-preferences.h"

/* In the order of the combo rows in preferences.ui. */
static const char *const schemes[] = { "default", "force-light", "force-dark" };

static void
scheme_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  g_settings_set_string (user_data, "color-scheme", schemes[adw_combo_row_get_selected (row)]);
}

static void
target_selected_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  const PtTarget *target = pt_target_get_all ()[adw_combo_row_get_selected (row)];

  g_settings_set_string (user_data, "target", pt_target_get_id (target));
}

static void
setup_scheme (AdwComboRow *row, GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], scheme))
      adw_combo_row_set_selected (row, i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (scheme_selected_cb), settings);
}

static void
setup_target (AdwComboRow *row, GSettings *settings)
{
  const PtTarget *const *all = pt_target_get_all ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *id = g_settings_get_string (settings, "target");

  for (guint i = 0; all[i] != NULL; i++)
    gtk_string_list_append (names, pt_target_get_label (all[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (pt_target_get_id (all[i]), id))
      adw_combo_row_set_selected (row, i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (target_selected_cb), settings);
}

static void
clear_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  pt_history_clear ();
  g_task_return_boolean (task, TRUE);
}

static void
cleared_cb (GObject *button, GAsyncResult *result, gpointer user_data)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (button));

  if (ADW_IS_PREFERENCES_WINDOW (window))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window),
                                      adw_toast_new (_ ("Older steps were cleared")));
}

static void
clear_clicked_cb (GtkWidget *button)
{
  g_autoptr (GTask) task = g_task_new (button, NULL, cleared_cb, NULL);

  gtk_widget_set_sensitive (button, FALSE);
  g_task_run_in_thread (task, clear_thread);
}

GtkWidget *
pt_preferences_new (GSettings *settings)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/partitur/Partitur/preferences.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  GObject *scheme = gtk_builder_get_object (builder, "scheme");
  GObject *target = gtk_builder_get_object (builder, "target");
  GObject *grid = gtk_builder_get_object (builder, "grid");
  GObject *keep = gtk_builder_get_object (builder, "keep_history");
  GObject *clear = gtk_builder_get_object (builder, "clear_history");

  gtk_widget_set_sensitive (GTK_WIDGET (gtk_builder_get_object (builder, "page")),
                            settings != NULL);
  if (settings == NULL)
    return window;
  setup_scheme (ADW_COMBO_ROW (scheme), settings);
  setup_target (ADW_COMBO_ROW (target), settings);
  g_settings_bind (settings, "show-grid", grid, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "keep-history", keep, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect (clear, "clicked", G_CALLBACK (clear_clicked_cb), NULL);
  return window;
}
