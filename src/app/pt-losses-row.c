/* pt-losses-row.c: an engine to choose, and what it would make of the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-losses-row.h"
#include "pt-place-row.h"

#define MAX_LISTED 40 /* of one kind: who reads further has chosen another engine */

struct _PtLossesRow
{
  AdwExpanderRow parent_instance;

  const PtTarget *target;
  GtkWidget *check;
  gboolean settling; /* the mark is set by the program, not by the user */
  GPtrArray *rows;   /* of GtkWidget: of what would be lost */
};

G_DEFINE_FINAL_TYPE (PtLossesRow, pt_losses_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHOSEN,
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* For the line below the name of the engine. */
static char *
count_refused (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u refused", "%u refused", n), n);
}

static char *
count_different (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u may surprise", "%u may surprise", n),
                          n);
}

static char *
count_ignored (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u ignored", "%u ignored", n), n);
}

static char *
count_rewritten (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u written in another way",
                                       "%u written in another way", n),
                          n);
}

static const struct
{
  const char *icon;
  const char *css_class;
  char *(*count) (guint n);
  const char *title;
} looks[PT_N_LOSSES] = {
  [PT_LOSS_REFUSED]
  = { "dialog-error-symbolic", "error", count_refused, N_ ("Refused: it cannot run this") },
  [PT_LOSS_DIFFERENT] = { "dialog-warning-symbolic", "warning", count_different,
                          N_ ("May surprise: it runs in another way than drawn") },
  [PT_LOSS_IGNORED] = { "action-unavailable-symbolic", "dim-label", count_ignored,
                        N_ ("Ignored: it is drawn, but has no effect") },
  [PT_LOSS_REWRITTEN] = { "emblem-synchronizing-symbolic", "accent", count_rewritten,
                          N_ ("Written in another way, which does the same") },
};

/* --- what would be lost --- */

static void
count_losses (PtDiagnostics *found, guint *counts)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *loss = pt_diagnostics_get (found, i);

      counts[pt_loss_of_code (loss->code)] += MAX (loss->more, 1);
    }
}

static char *
summary_of (const guint *counts, gboolean is_playable)
{
  GString *text = g_string_new (NULL);

  for (guint kind = PT_LOSS_REFUSED; kind < PT_N_LOSSES; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *part = looks[kind].count (counts[kind]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
      }
  if (text->len == 0)
    g_string_append (text, is_playable ? _ ("Runs as it is drawn") : _ ("Nothing is lost"));
  return g_string_free (text, FALSE);
}

static void
add_row (PtLossesRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_title (PtLossesRow *self, PtLoss kind)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[kind].icon);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (looks[kind].title));
  gtk_widget_add_css_class (icon, looks[kind].css_class);
  gtk_widget_add_css_class (row, "loss-kind");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  add_row (self, row);
}

static void
loss_activated_cb (GtkWidget *row, gpointer user_data)
{
  g_signal_emit (user_data, signals[PICKED], 0, pt_place_row_get_id (row));
}

static void
add_loss (PtLossesRow *self, const PtDiagnostic *loss)
{
  GtkWidget *row = pt_place_row_new_for (loss);

  g_signal_connect (row, "activated", G_CALLBACK (loss_activated_cb), self);
  add_row (self, row);
}

static void
add_rest (PtLossesRow *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and one more", "and %u more", n), n);

  add_row (self, pt_place_row_new (text, NULL));
}

static void
add_kind (PtLossesRow *self, PtDiagnostics *found, PtLoss kind, guint count)
{
  guint n = 0;

  if (count == 0)
    return;
  add_title (self, kind);
  for (guint i = 0; i < pt_diagnostics_get_length (found) && n < MAX_LISTED; i++)
    if (pt_loss_of_code (pt_diagnostics_get (found, i)->code) == kind)
      {
        add_loss (self, pt_diagnostics_get (found, i));
        n += MAX (pt_diagnostics_get (found, i)->more, 1);
      }
  if (n < count)
    add_rest (self, count - n);
}

static void
clear_rows (PtLossesRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

void
pt_losses_row_set_losses (PtLossesRow *self, PtDiagnostics *found, gboolean is_playable)
{
  guint counts[PT_N_LOSSES] = { 0 };
  g_autofree char *summary = NULL;
  gboolean any;

  if (found == NULL)
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _ ("Checking…"));
      return;
    }
  clear_rows (self);
  count_losses (found, counts);
  summary = summary_of (counts, is_playable);
  any = pt_diagnostics_get_length (found) > 0;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  for (guint kind = PT_LOSS_REFUSED; kind < PT_N_LOSSES; kind++)
    add_kind (self, found, kind, counts[kind]);
  if (!any)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), any);
}

/* --- choosing --- */

static void
check_toggled_cb (PtLossesRow *self)
{
  if (!self->settling && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)))
    g_signal_emit (self, signals[CHOSEN], 0);
}

const PtTarget *
pt_losses_row_get_target (PtLossesRow *self)
{
  return self->target;
}

void
pt_losses_row_choose (PtLossesRow *self)
{
  self->settling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), TRUE);
  self->settling = FALSE;
}

/* --- class --- */

static void
pt_losses_row_finalize (GObject *object)
{
  g_ptr_array_unref (PT_LOSSES_ROW (object)->rows);
  G_OBJECT_CLASS (pt_losses_row_parent_class)->finalize (object);
}

static void
pt_losses_row_class_init (PtLossesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_losses_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", PT_TYPE_LOSSES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[PICKED] = g_signal_new ("picked", PT_TYPE_LOSSES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pt_losses_row_init (PtLossesRow *self)
{
  self->rows = g_ptr_array_new ();
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (check_toggled_cb), self);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

PtLossesRow *
pt_losses_row_new (const PtTarget *target, PtLossesRow *group)
{
  PtLossesRow *self = g_object_new (PT_TYPE_LOSSES_ROW, NULL);
  const char *label = pt_target_get_label (target);
  /* Translators: %s is the name of an engine */
  g_autofree char *choose = g_strdup_printf (_ ("Choose %s"), label);

  self->target = target;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_widget_set_tooltip_text (self->check, choose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choose, -1);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->check), GTK_CHECK_BUTTON (group->check));
  return self;
}
