/* pt-explanation.c: what a code means, an example and the ways out, as `partitur explain` tells it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-explanation.h"

#define LINE_CHARS 44

static GtkWidget *
add_text (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
add_part (GtkBox *box, const char *title, const char *text)
{
  gtk_widget_set_margin_top (add_text (box, title, "caption-heading"), 6);
  add_text (box, text, NULL);
}

GtkWidget *
pt_explanation_new (PtCode code)
{
  const PtCodeInfo *info = pt_code_info (code);
  g_autofree char *summary = pt_code_summary (code);
  g_autofree char *title = g_strdup_printf ("%s · %s", info->code, summary);
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_text (GTK_BOX (box), title, "heading");
  add_part (GTK_BOX (box), _ ("What it means"), _ (info->explanation));
  add_part (GTK_BOX (box), _ ("Example"), _ (info->example));
  add_part (GTK_BOX (box), _ ("What to do"), _ (info->repairs));
  gtk_widget_add_css_class (box, "explanation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_LEFT);
  return popover;
}
