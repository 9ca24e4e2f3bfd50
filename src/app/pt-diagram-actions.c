/* pt-diagram-actions.c: what a window does with diagrams and with the insides of sub-processes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-diagram-actions.h"

static PtProcessGraph *
graph_of (gpointer window)
{
  return pt_editor_get_graph (pt_window_get_editor (window));
}

/* Returns: (transfer full) (nullable): the one selected element */
static char *
selected_id (gpointer window)
{
  const char *const *ids = pt_editor_get_selection (pt_window_get_editor (window));

  return ids[0] != NULL && ids[1] == NULL ? g_strdup (ids[0]) : NULL;
}

/* --- insides --- */

static void
go_inside_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *id = selected_id (window);

  if (id != NULL)
    pt_canvas_go_inside (pt_window_get_canvas (window), id);
}

static void
go_outside_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_canvas_go_outside (pt_window_get_canvas (window));
}

static void
move_out_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *id = selected_id (window);

  if (id != NULL)
    pt_canvas_move_out (pt_window_get_canvas (window), id);
}

static void
expand_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *id = selected_id (window);

  if (id != NULL && pt_modeling_expand (graph_of (window), id))
    pt_canvas_reveal (pt_window_get_canvas (window), id);
}

static void
collapse_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *id = selected_id (window);

  if (id != NULL)
    pt_modeling_collapse (graph_of (window), id);
}

/* --- whole diagrams --- */

static void
add_process_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  PtProcessGraph *graph = graph_of (window);
  g_autofree char *id = pt_modeling_add_process (graph, _ ("New process"));

  pt_canvas_set_diagram (pt_window_get_canvas (window),
                         pt_element_get_diagram (pt_process_graph_get (graph, id)));
}

static void
delete_diagram_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pt_modeling_delete_diagram (graph_of (window),
                              pt_editor_get_diagram (pt_window_get_editor (window)));
}

static void
rename_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer window)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  PtDiagram *diagram = pt_window_get_page (window) != NULL
                           ? pt_editor_get_diagram (pt_window_get_editor (window))
                           : NULL;

  if (g_str_equal (response, "rename") && diagram != NULL)
    pt_modeling_rename_diagram (graph_of (window), diagram, gtk_editable_get_text (entry));
}

static void
rename_diagram_activated (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *title = pt_diagram_title (pt_editor_get_diagram (pt_window_get_editor (window)));
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Rename the Diagram"), NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the diagram"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "rename",
                                    _ ("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (rename_answered_cb), window);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* --- when --- */

static gboolean
can_go_inside (gpointer window, const PtElement *selected)
{
  return selected != NULL && pt_editor_can_go_inside (pt_window_get_editor (window), selected->id);
}

static gboolean
can_go_outside (gpointer window, const PtElement *selected)
{
  return pt_editor_can_go_outside (pt_window_get_editor (window));
}

static gboolean
is_drawn_sub_process (const PtElement *selected)
{
  return selected != NULL && selected->figure != NULL
         && pt_element_is_a (selected, PT_BPMN_SUB_PROCESS);
}

/* A shut one is given its diagram by going inside. */
static gboolean
can_move_out (gpointer window, const PtElement *selected)
{
  return is_drawn_sub_process (selected) && selected->figure->is_expanded
         && pt_element_get_diagram (selected) == NULL;
}

static gboolean
can_expand (gpointer window, const PtElement *selected)
{
  return is_drawn_sub_process (selected) && !selected->figure->is_expanded;
}

static gboolean
can_collapse (gpointer window, const PtElement *selected)
{
  return is_drawn_sub_process (selected) && selected->figure->is_expanded;
}

static gboolean
has_diagram (gpointer window, const PtElement *selected)
{
  return pt_editor_get_diagram (pt_window_get_editor (window)) != NULL;
}

static gboolean
can_delete_diagram (gpointer window, const PtElement *selected)
{
  return has_diagram (window, NULL)
         && pt_rules_can_delete_diagram (graph_of (window),
                                         pt_editor_get_diagram (pt_window_get_editor (window)));
}

static gboolean
always (gpointer window, const PtElement *selected)
{
  return TRUE;
}

static const struct
{
  GActionEntry entry;
  gboolean (*is_possible) (gpointer window, const PtElement *selected);
} actions[] = {
  { { "go-inside", go_inside_activated }, can_go_inside },
  { { "go-outside", go_outside_activated }, can_go_outside },
  { { "move-out", move_out_activated }, can_move_out },
  { { "expand", expand_activated }, can_expand },
  { { "collapse", collapse_activated }, can_collapse },
  { { "add-process", add_process_activated }, always },
  { { "rename-diagram", rename_diagram_activated }, has_diagram },
  { { "delete-diagram", delete_diagram_activated }, can_delete_diagram },
};

void
pt_diagram_actions_add (PtWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_add_action_entries (G_ACTION_MAP (window), &actions[i].entry, 1, window);
}

void
pt_diagram_actions_update (PtWindow *window)
{
  PtPage *page = pt_window_get_page (window);
  g_autofree char *id = page != NULL ? selected_id (window) : NULL;
  const PtElement *selected = id != NULL ? pt_process_graph_get (graph_of (window), id) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].entry.name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   page != NULL && actions[i].is_possible (window, selected));
    }
}
