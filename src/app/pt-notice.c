/* pt-notice.c: a line above the drawing that says something until it is answered
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-notice.h"

struct _PtNotice
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (PtNotice, pt_notice, GTK_TYPE_BOX)

static guint closed_signal;

static void
close_clicked_cb (PtNotice *self)
{
  g_signal_emit (self, closed_signal, 0);
}

void
pt_notice_add (PtNotice *self, const char *label, GCallback clicked, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, user_data);
  gtk_box_append (self->buttons, button);
}

const char *
pt_notice_get_text (PtNotice *self)
{
  return gtk_label_get_text (self->label);
}

static void
pt_notice_class_init (PtNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  closed_signal = g_signal_new ("closed", PT_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, PtNotice, label);
  gtk_widget_class_bind_template_child (widget_class, PtNotice, buttons);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
pt_notice_init (PtNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pt_notice_new (const char *text)
{
  PtNotice *self = g_object_new (PT_TYPE_NOTICE, NULL);

  gtk_label_set_label (self->label, text);
  return GTK_WIDGET (self);
}
