/* pt-severity-icon.c: how bad something is, as a picture
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-severity-icon.h"

static const struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} looks[] = {
  [PT_SEVERITY_OFF] = { "emblem-ok-symbolic", "success", N_ ("Nothing to say") },
  [PT_SEVERITY_INFO] = { "dialog-information-symbolic", "accent", N_ ("Information") },
  [PT_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  [PT_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", N_ ("Error") },
};

void
pt_severity_icon_show (GtkImage *icon, PtSeverity severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (icon), looks[i].css_class);
  gtk_image_set_from_icon_name (icon, looks[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (icon), looks[severity].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (looks[severity].word), -1);
}
