/* pt-entry-popover.c: a small field that opens beside a button
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-entry-popover.h"

struct _PtEntryPopover
{
  GtkPopover parent_instance;

  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (PtEntryPopover, pt_entry_popover, GTK_TYPE_POPOVER)

static guint entered_signal;

static void
enter (PtEntryPopover *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  /* What is done may take away the button beside which it is, and the text field with it. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, entered_signal, 0, text);
}

static void
pt_entry_popover_class_init (PtEntryPopoverClass *klass)
{
  entered_signal = g_signal_new ("entered", PT_TYPE_ENTRY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pt_entry_popover_init (PtEntryPopover *self)
{
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 24);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (enter), self);
}

GtkWidget *
pt_entry_popover_new (const char *question, const char *text, const char *verb)
{
  PtEntryPopover *self = g_object_new (PT_TYPE_ENTRY_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (question), *button = gtk_button_new_with_mnemonic (verb);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_editable_set_text (self->entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (enter), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}
