/* pt-replace-menu.c: what else an element could be
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-replace-menu.h"

#include <glib/gi18n-lib.h>

#define SEARCH_FROM 6 /* entries */
#define MENU_HEIGHT 320

/* What may happen at an event, as one says it. */
static const struct
{
  PtBpmnType definition;
  const char *label;
} definitions[] = {
  { PT_BPMN_MESSAGE_EVENT_DEFINITION, N_ ("message") },
  { PT_BPMN_TIMER_EVENT_DEFINITION, N_ ("timer") },
  { PT_BPMN_CONDITIONAL_EVENT_DEFINITION, N_ ("condition") },
  { PT_BPMN_SIGNAL_EVENT_DEFINITION, N_ ("signal") },
  { PT_BPMN_ERROR_EVENT_DEFINITION, N_ ("error") },
  { PT_BPMN_ESCALATION_EVENT_DEFINITION, N_ ("escalation") },
  { PT_BPMN_COMPENSATE_EVENT_DEFINITION, N_ ("compensation") },
  { PT_BPMN_LINK_EVENT_DEFINITION, N_ ("link") },
  { PT_BPMN_CANCEL_EVENT_DEFINITION, N_ ("cancel") },
  { PT_BPMN_TERMINATE_EVENT_DEFINITION, N_ ("terminate") },
};

typedef struct
{
  GtkWidget *popover;
  GtkWidget *list;
  GtkWidget *search; /* (nullable) */
  PtEditor *editor;
  char *id;
  GArray *choices; /* Choice, by row */
} Menu;

typedef struct
{
  PtBpmnType type;
  PtBpmnType definition;
  char *label;
} Choice;

static void
clear_choice (Choice *choice)
{
  g_free (choice->label);
}

static void
menu_free (Menu *menu)
{
  g_object_unref (menu->editor);
  g_array_unref (menu->choices);
  g_free (menu->id);
  g_free (menu);
}

/* ----- choices -------------------------------------------------------------------------------- */

static void
add_choice (Menu *menu, PtBpmnType type, PtBpmnType definition, const char *what)
{
  const char *name = pt_bpmn_type_label (type);
  Choice choice = { type, definition, NULL };

  /* Translators: a kind of event and what may happen there: "Start event (timer)" */
  choice.label = what != NULL ? g_strdup_printf (_ ("%s (%s)"), name, what) : g_strdup (name);
  g_array_append_val (menu->choices, choice);
}

static void
add_event_choices (Menu *menu, const PtElement *event, PtBpmnType type)
{
  gboolean same = type == event->type;

  if (pt_bpmn_event_allows (type, PT_BPMN_NONE)
      && !(same && event->event_definition == PT_BPMN_NONE))
    add_choice (menu, type, PT_BPMN_NONE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    if (pt_bpmn_event_allows (type, definitions[i].definition)
        && !(same && event->event_definition == definitions[i].definition))
      add_choice (menu, type, definitions[i].definition, _ (definitions[i].label));
}

static void
collect_choices (Menu *menu, const PtElement *element)
{
  g_autoptr (GArray) types = pt_rules_replacements (element);

  menu->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (menu->choices, (GDestroyNotify)clear_choice);
  for (guint i = 0; i < types->len; i++)
    {
      PtBpmnType type = g_array_index (types, guint, i);

      if (pt_bpmn_type_info (type)->family == PT_FAMILY_EVENT)
        add_event_choices (menu, element, type);
      else
        add_choice (menu, type, PT_BPMN_NONE, NULL);
    }
}

/* ----- the list ------------------------------------------------------------------------------- */

static GtkWidget *
make_row (const Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (choice->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (pt_type_icon (choice->type, choice->definition)));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
row_activated_cb (Menu *menu, GtkListBoxRow *row)
{
  Choice choice = g_array_index (menu->choices, Choice, gtk_list_box_row_get_index (row));
  g_autoptr (PtEditor) editor = g_object_ref (menu->editor);
  g_autofree char *id = g_strdup (menu->id);

  gtk_popover_popdown (GTK_POPOVER (menu->popover));
  pt_modeling_replace (pt_editor_get_graph (editor), id, choice.type, choice.definition);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  Menu *menu = data;
  const char *query = gtk_editable_get_text (GTK_EDITABLE (menu->search));
  const Choice *choice = &g_array_index (menu->choices, Choice, gtk_list_box_row_get_index (row));

  return *query == '\0' || g_str_match_string (query, choice->label, TRUE);
}

static GtkListBoxRow *
first_match (Menu *menu)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (menu->list), i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
search_changed_cb (Menu *menu)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (menu->list));
  gtk_list_box_select_row (GTK_LIST_BOX (menu->list), first_match (menu));
}

static void
search_activated_cb (Menu *menu)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (menu->list));

  if (row != NULL)
    row_activated_cb (menu, row);
}

static void
add_search (Menu *menu, GtkWidget *box)
{
  menu->search = gtk_search_entry_new ();
  g_signal_connect_swapped (menu->search, "search-changed", G_CALLBACK (search_changed_cb), menu);
  g_signal_connect_swapped (menu->search, "activate", G_CALLBACK (search_activated_cb), menu);
  g_signal_connect_swapped (menu->search, "stop-search", G_CALLBACK (gtk_popover_popdown),
                            menu->popover);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (menu->list), matches, menu, NULL);
  gtk_box_append (GTK_BOX (box), menu->search);
}

static GtkWidget *
make_content (Menu *menu)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  menu->list = gtk_list_box_new ();
  gtk_widget_add_css_class (menu->list, "navigation-sidebar");
  for (guint i = 0; i < menu->choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (menu->list),
                         make_row (&g_array_index (menu->choices, Choice, i)));
  g_signal_connect_swapped (menu->list, "row-activated", G_CALLBACK (row_activated_cb), menu);
  if (menu->choices->len >= SEARCH_FROM)
    add_search (menu, box);
  gtk_list_box_select_row (GTK_LIST_BOX (menu->list), first_match (menu));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MENU_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), menu->list);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

/* The row that was activated is still on the stack when the popover closes. */
static gboolean
unparent_later (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_later, g_object_ref (popover), g_object_unref);
}

void
pt_replace_menu_popup (GtkWidget *parent, const GdkRectangle *at, PtEditor *editor, const char *id)
{
  const PtElement *element = pt_process_graph_get (pt_editor_get_graph (editor), id);
  Menu *menu;

  if (element == NULL)
    return;
  menu = g_new0 (Menu, 1);
  menu->editor = g_object_ref (editor);
  menu->id = g_strdup (id);
  collect_choices (menu, element);
  if (menu->choices->len == 0)
    {
      menu_free (menu);
      return;
    }
  menu->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (menu->popover), "pt-menu", menu, (GDestroyNotify)menu_free);
  gtk_popover_set_child (GTK_POPOVER (menu->popover), make_content (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), at);
  gtk_widget_set_parent (menu->popover, parent);
  g_signal_connect (menu->popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}
