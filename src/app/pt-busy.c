/* pt-busy.c: a word about work in a thread that takes long, with a way to give it up
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-busy.h"

/* How long work may take before it is spoken of, in milliseconds. */
#define PATIENCE 400

struct _PtBusy
{
  PtWindow *window;
  char *text;
  GCancellable *cancellable; /* (nullable) */
  guint timer;               /* until the toast is shown */
  AdwToast *toast;           /* (nullable): while it shows */
};

static void
dismissed_cb (PtBusy *self)
{
  g_clear_object (&self->toast);
}

static gboolean
patience_cb (gpointer user_data)
{
  PtBusy *self = user_data;
  g_autofree char *escaped = g_markup_escape_text (self->text, -1);

  self->timer = 0;
  self->toast = g_object_ref_sink (adw_toast_new (escaped));
  adw_toast_set_timeout (self->toast, 0);
  if (self->cancellable != NULL)
    {
      adw_toast_set_button_label (self->toast, _ ("_Cancel"));
      g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                               self->cancellable, G_CONNECT_SWAPPED);
    }
  g_signal_connect_swapped (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self);
  pt_window_add_toast (self->window, g_object_ref (self->toast));
  return G_SOURCE_REMOVE;
}

PtBusy *
pt_busy_begin (PtWindow *window, const char *text, GCancellable *cancellable)
{
  PtBusy *self = g_new0 (PtBusy, 1);

  self->window = g_object_ref (window);
  self->text = g_strdup (text);
  g_set_object (&self->cancellable, cancellable);
  self->timer = g_timeout_add (PATIENCE, patience_cb, self);
  return self;
}

void
pt_busy_end (PtBusy *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->toast != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->toast, self);
      pt_window_dismiss_toast (self->window, self->toast);
    }
  g_clear_object (&self->toast);
  g_clear_object (&self->cancellable);
  g_object_unref (self->window);
  g_free (self->text);
  g_free (self);
}
