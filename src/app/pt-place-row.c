/* pt-place-row.c: a row of a list that says something about an element of the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-place-row.h"

#define ID_KEY "pt-id"

void
pt_place_row_set_up (AdwActionRow *row, const char *text, const char *id)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (GTK_WIDGET (row), "place");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), id != NULL);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
}

GtkWidget *
pt_place_row_new (const char *text, const char *id)
{
  GtkWidget *row = adw_action_row_new ();

  pt_place_row_set_up (ADW_ACTION_ROW (row), text, id);
  return row;
}

GtkWidget *
pt_place_row_new_for (const PtDiagnostic *diagnostic)
{
  g_autofree char *message = pt_diagnostic_message (diagnostic);
  const GPtrArray *elements = diagnostic->elements;

  return pt_place_row_new (message, elements->len > 0 ? g_ptr_array_index (elements, 0) : NULL);
}

const char *
pt_place_row_get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID_KEY);
}
