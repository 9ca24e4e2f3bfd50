/* pt-inference-row.c: something that was read into the drawing, and what the group thinks of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-entry-popover.h"
#include "pt-inference-row.h"
#include "pt-place-row.h"

struct _PtInferenceRow
{
  AdwActionRow parent_instance;

  const PtInference *inference;
};

G_DEFINE_FINAL_TYPE (PtInferenceRow, pt_inference_row, ADW_TYPE_ACTION_ROW)

static guint settle_signal;

/* --- in words --- */

static char *
title_of (const PtInference *inference)
{
  if (inference->state == PT_INFERENCE_REFUSED)
    /* Translators: words of the drawing that the group does not want to be read in another way */
    return g_strdup_printf (_ ("“%s” stays as it is"), inference->written);
  if (*inference->subject != '\0')
    /* Translators: words of the drawing, the variable it is about, what it is read as */
    return g_strdup_printf (_ ("“%s”, %s: read as %s"), inference->written, inference->subject,
                            inference->read_as);
  return g_strdup_printf (_ ("“%s” is read as %s"), inference->written, inference->read_as);
}

static char *
subtitle_of (const PtInference *inference)
{
  const char *kind = pt_inference_kind_label (inference->kind);

  if (!inference->is_current)
    return g_strdup_printf ("%s · %s", kind, _ ("counts no more: the drawing says something else"));
  return g_strdup_printf ("%s · %s", kind, pt_inference_state_label (inference->state));
}

/* --- deciding --- */

static void
settle (PtInferenceRow *self, PtInferenceState state, const char *value)
{
  g_signal_emit (self, settle_signal, 0, (guint)state, value);
}

static void
accept_cb (PtInferenceRow *self)
{
  settle (self, PT_INFERENCE_ACCEPTED, NULL);
}

static void
refuse_cb (PtInferenceRow *self)
{
  settle (self, PT_INFERENCE_REFUSED, NULL);
}

static void
take_back_cb (PtInferenceRow *self)
{
  settle (self, PT_INFERENCE_PROPOSED, NULL);
}

static void
change_cb (PtInferenceRow *self, const char *value)
{
  settle (self, PT_INFERENCE_CHANGED, value);
}

static GtkWidget *
dress (GtkWidget *button, const char *tooltip)
{
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  return button;
}

static void
add_button (PtInferenceRow *self, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), dress (button, tooltip));
}

/* Another reading is written into a small field beside it. */
static void
add_change (PtInferenceRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover
      = pt_entry_popover_new (_ ("Read it as"), self->inference->read_as, _ ("_Change"));

  g_signal_connect_swapped (popover, "entered", G_CALLBACK (change_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), dress (button, _ ("Read it otherwise")));
}

static void
add_buttons (PtInferenceRow *self)
{
  if (self->inference->state == PT_INFERENCE_PROPOSED)
    add_button (self, "object-select-symbolic", _ ("Accept: it stays read like this"),
                G_CALLBACK (accept_cb));
  if (self->inference->is_current && self->inference->state != PT_INFERENCE_REFUSED
      && pt_inference_kind_is_open (self->inference->kind))
    add_change (self);
  if (self->inference->state == PT_INFERENCE_PROPOSED)
    add_button (self, "window-close-symbolic", _ ("Refuse: it is not proposed again"),
                G_CALLBACK (refuse_cb));
  else
    add_button (self, "edit-undo-symbolic", _ ("Take the decision back"),
                G_CALLBACK (take_back_cb));
}

/* --- class --- */

static void
pt_inference_row_class_init (PtInferenceRowClass *klass)
{
  settle_signal = g_signal_new ("settle", PT_TYPE_INFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
pt_inference_row_init (PtInferenceRow *self)
{
}

GtkWidget *
pt_inference_row_new (const PtInference *inference)
{
  PtInferenceRow *self = g_object_new (PT_TYPE_INFERENCE_ROW, NULL);
  g_autofree char *title = title_of (inference), *subtitle = subtitle_of (inference);

  self->inference = inference;
  pt_place_row_set_up (ADW_ACTION_ROW (self), title, inference->element);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  add_buttons (self);
  return GTK_WIDGET (self);
}

const PtInference *
pt_inference_row_get (GtkWidget *row)
{
  return PT_INFERENCE_ROW (row)->inference;
}
