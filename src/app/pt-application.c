/* pt-application.c: the running program: its windows, settings and program-wide actions
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>
#include <partitur/app.h>

#include "pt-application.h"
#include "pt-compiler-pane.h"
#include "pt-palette.h"
#include "pt-preferences.h"
#include "pt-recovery.h"
#include "pt-window.h"

struct _PtApplication
{
  AdwApplication parent_instance;
  GSettings *settings;
  gboolean recovery_offered;
};

G_DEFINE_FINAL_TYPE (PtApplication, pt_application, ADW_TYPE_APPLICATION)

/* Accelerators that work wherever the focus is, even in a text field; those that a text field has a
 * meaning of its own for are in pt-page.c, the canvas's own keys in the canvas. */
static const struct
{
  const char *action;
  const char *accels[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close-tab", { "<Control>w" } },
  { "win.print", { "<Control>p" } },
  { "win.export-picture", { "<Control><Shift>e" } },
  { "win.make-executable", { "<Control>e" } },
  { "win.show-pane", { "F9" } },
  { "win.show-roles", { "<Shift>F9" } },
  { "win.show-part::findings", { "F5" } },
  { "win.show-part::steps", { "F6" } },
  { "win.show-part::who", { "F7" } },
  { "win.show-part::executable", { "F8" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-normal", { "<Control>0" } },
  { "win.zoom-fit", { "<Control>1" } },
  { "win.find", { "<Control>f" } },
  { "win.next-problem", { "F4" } },
  { "win.fullscreen", { "F11" } },
};

/* --- helpers --- */

static PtWindow *
active_window (PtApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return PT_IS_WINDOW (window) ? PT_WINDOW (window) : pt_window_new (self);
}

static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PT_APP_ID, TRUE);
  return schema != NULL ? g_settings_new (PT_APP_ID) : NULL;
}

static void
apply_color_scheme (GSettings *settings, const char *key, gpointer user_data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_settings_get_enum (settings, key));
}

/* --- actions --- */

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { _ ("The Partitur developers"), NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name",
                         "Partitur", "application-icon", PT_APP_ID, "version", PT_VERSION,
                         "developer-name", _ ("The Partitur developers"), "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Draw the process your group wants, and compile it into one that "
                            "engines, people and systems can play."),
                         NULL);
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PtApplication *self = user_data;
  GtkWidget *preferences = pt_preferences_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (preferences),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
new_window_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (pt_window_new (user_data)));
}

/* Windows are closed one by one, so that each may ask about unsaved work. */
static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "about", about_activated },
  { "preferences", preferences_activated },
  { "new-window", new_window_activated },
  { "quit", quit_activated },
};

/* --- application --- */

static void
pt_application_startup (GApplication *application)
{
  PtApplication *self = PT_APPLICATION (application);

  G_APPLICATION_CLASS (pt_application_parent_class)->startup (application);
  gtk_source_init ();
  g_type_ensure (PT_TYPE_PALETTE);
  g_type_ensure (PT_TYPE_COMPILER_PANE);
  gtk_window_set_default_icon_name (PT_APP_ID);

  self->settings = load_settings ();
  if (self->settings != NULL)
    {
      g_signal_connect (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                        NULL);
      apply_color_scheme (self->settings, "color-scheme", NULL);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].accels);
}

/* Once, when the first window is there. */
static void
show_window (PtApplication *self, PtWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (!self->recovery_offered)
    pt_recovery_offer (window);
  self->recovery_offered = TRUE;
}

static void
pt_application_activate (GApplication *application)
{
  PtApplication *self = PT_APPLICATION (application);

  show_window (self, active_window (self));
}

static void
pt_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PtWindow *window = active_window (PT_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    pt_window_open (window, files[i]);
  show_window (PT_APPLICATION (application), window);
}

static void
pt_application_finalize (GObject *object)
{
  g_clear_object (&PT_APPLICATION (object)->settings);
  G_OBJECT_CLASS (pt_application_parent_class)->finalize (object);
}

static void
pt_application_class_init (PtApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pt_application_finalize;
  application_class->startup = pt_application_startup;
  application_class->activate = pt_application_activate;
  application_class->open = pt_application_open;
}

static void
pt_application_init (PtApplication *self)
{
}

PtApplication *
pt_application_new (void)
{
  return g_object_new (PT_TYPE_APPLICATION, "application-id", PT_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/partitur/Partitur",
                       NULL);
}

GSettings *
pt_application_get_settings (PtApplication *self)
{
  return self->settings;
}

int
pt_app_run (int argc, char *argv[])
{
  g_autoptr (PtApplication) application = pt_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
