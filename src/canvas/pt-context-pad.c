/* pt-context-pad.c: the next steps, beside the selection
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-context-pad.h"

#include <glib/gi18n-lib.h>

#include "pt-replace-menu.h"
#include "tools/pt-editor-private.h"
#include "tools/pt-facts.h"

#define N_COLUMNS 2

struct _PtContextPad
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  PtEditor *editor;
};

G_DEFINE_FINAL_TYPE (PtContextPad, pt_context_pad, GTK_TYPE_WIDGET)

typedef struct _Entry Entry;

/** Entry: one button: when it is offered, and what it does. */
struct _Entry
{
  const char *icon;
  const char *label;
  gboolean (*offered) (PtEditor *editor, const PtDiagramElement *figure);
  void (*activate) (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button);
  PtNodeSpec spec; /* to append */
  guint n;         /* lanes to divide into; 0 for above, 1 for below when adding */
};

/* ----- when ----------------------------------------------------------------------------------- */

static gboolean
is_event_gateway (const PtDiagramElement *figure)
{
  return pt_facts_is_a (figure, PT_BPMN_EVENT_BASED_GATEWAY);
}

static gboolean
offers_any_next (PtEditor *editor, const PtDiagramElement *figure)
{
  return pt_editor_can_append (editor) && !is_event_gateway (figure);
}

static gboolean
offers_next_event (PtEditor *editor, const PtDiagramElement *figure)
{
  return pt_editor_can_append (editor) && is_event_gateway (figure);
}

static gboolean
offers_note (PtEditor *editor, const PtDiagramElement *figure)
{
  return !figure->is_edge && !pt_facts_is_band (figure)
         && pt_facts_family (figure) != PT_FAMILY_ARTIFACT;
}

static gboolean
offers_flow (PtEditor *editor, const PtDiagramElement *figure)
{
  return !figure->is_edge && pt_facts_family (figure) != PT_FAMILY_LANE
         && !pt_facts_is_a (figure, PT_BPMN_GROUP);
}

static gboolean
offers_types (PtEditor *editor, const PtDiagramElement *figure)
{
  g_autoptr (GArray) types = pt_rules_replacements (figure->element);

  return types->len > 0;
}

static gboolean
offers_lanes (PtEditor *editor, const PtDiagramElement *figure)
{
  return pt_facts_is_band (figure) && figure->element->process != NULL;
}

static gboolean
offers_always (PtEditor *editor, const PtDiagramElement *figure)
{
  return TRUE;
}

/* ----- what ----------------------------------------------------------------------------------- */

static void
do_append (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  pt_editor_append (self->editor, &entry->spec);
}

static void
do_connect (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  pt_editor_start_connect (self->editor, id);
}

/* The list belongs to the canvas: the button may go while it is open. */
static void
do_replace (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t area;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (button, canvas, &area))
    return;
  at = (GdkRectangle){ (int)area.origin.x, (int)area.origin.y, (int)area.size.width,
                       (int)area.size.height };
  pt_replace_menu_popup (canvas, &at, self->editor, id);
}

static void
do_delete (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  pt_editor_delete_selection (self->editor);
}

static void
do_add_lane (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  g_autofree char *lane = pt_modeling_add_lane (self->editor->graph, id, entry->n == 0);

  if (lane != NULL)
    pt_editor_present (self->editor, lane);
}

static void
do_divide (PtContextPad *self, const Entry *entry, const char *id, GtkWidget *button)
{
  pt_modeling_divide_lane (self->editor->graph, id, entry->n);
}

static const Entry entries[] = {
  { "pt-task-symbolic", N_ ("Append task"), offers_any_next, do_append, { .type = PT_BPMN_TASK } },
  { "pt-exclusive-gateway-symbolic",
    N_ ("Append decision"),
    offers_any_next,
    do_append,
    { .type = PT_BPMN_EXCLUSIVE_GATEWAY } },
  { "pt-end-event-symbolic",
    N_ ("Append end event"),
    offers_any_next,
    do_append,
    { .type = PT_BPMN_END_EVENT } },
  { "pt-intermediate-event-symbolic",
    N_ ("Append intermediate event"),
    offers_any_next,
    do_append,
    { .type = PT_BPMN_INTERMEDIATE_THROW_EVENT } },
  { "pt-receive-task-symbolic",
    N_ ("Append receive task"),
    offers_next_event,
    do_append,
    { .type = PT_BPMN_RECEIVE_TASK } },
  { "pt-message-event-symbolic",
    N_ ("Append message event"),
    offers_next_event,
    do_append,
    { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_MESSAGE_EVENT_DEFINITION } },
  { "pt-timer-event-symbolic",
    N_ ("Append timer event"),
    offers_next_event,
    do_append,
    { PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_TIMER_EVENT_DEFINITION } },
  { "pt-annotation-symbolic",
    N_ ("Append note"),
    offers_note,
    do_append,
    { .type = PT_BPMN_TEXT_ANNOTATION } },
  { "pt-connect-symbolic", N_ ("Connect to another element"), offers_flow, do_connect },
  { "pt-lane-above-symbolic", N_ ("Add lane above"), offers_lanes, do_add_lane, .n = 0 },
  { "pt-lane-below-symbolic", N_ ("Add lane below"), offers_lanes, do_add_lane, .n = 1 },
  { "pt-lane-divide-2-symbolic", N_ ("Divide into two lanes"), offers_lanes, do_divide, .n = 2 },
  { "pt-lane-divide-3-symbolic", N_ ("Divide into three lanes"), offers_lanes, do_divide, .n = 3 },
  { "pt-replace-symbolic", N_ ("Change type"), offers_types, do_replace },
  { "pt-delete-symbolic", N_ ("Delete"), offers_always, do_delete },
};

/* ----- buttons -------------------------------------------------------------------------------- */

static void
clicked_cb (PtContextPad *self, GtkWidget *button)
{
  const Entry *entry = g_object_get_data (G_OBJECT (button), "pt-entry");
  g_autofree char *id = g_strdup (pt_editor_get_selection (self->editor)[0]);
  g_autoptr (GtkWidget) alive = g_object_ref (button);

  if (id != NULL)
    entry->activate (self, entry, id, button);
}

static void
add_button (PtContextPad *self, const Entry *entry, guint place)
{
  GtkWidget *button = gtk_button_new_from_icon_name (entry->icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ (entry->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->label), -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_object_set_data (G_OBJECT (button), "pt-entry", (gpointer)entry);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_grid_attach (GTK_GRID (self->grid), button, (int)(place % N_COLUMNS),
                   (int)(place / N_COLUMNS), 1, 1);
}

static void
remove_buttons (PtContextPad *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), button);
}

gboolean
pt_context_pad_update (PtContextPad *self)
{
  const char *const *ids = pt_editor_get_selection (self->editor);
  const PtDiagramElement *figure = pt_editor_figure (self->editor, ids[0]);
  gboolean single = ids[0] != NULL && ids[1] == NULL;
  guint n = 0;

  remove_buttons (self);
  for (guint i = 0; figure != NULL && i < G_N_ELEMENTS (entries); i++)
    if (entries[i].activate == do_delete || (single && entries[i].offered (self->editor, figure)))
      add_button (self, &entries[i], n++);
  return n > 0;
}

/* ----- life ----------------------------------------------------------------------------------- */

static void
pt_context_pad_dispose (GObject *object)
{
  PtContextPad *self = PT_CONTEXT_PAD (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (pt_context_pad_parent_class)->dispose (object);
}

static void
pt_context_pad_init (PtContextPad *self)
{
  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

static void
pt_context_pad_class_init (PtContextPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_context_pad_dispose;
  gtk_widget_class_set_css_name (widget_class, "contextpad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

GtkWidget *
pt_context_pad_new (PtEditor *editor)
{
  PtContextPad *self = g_object_new (PT_TYPE_CONTEXT_PAD, NULL);

  self->editor = g_object_ref (editor);
  return GTK_WIDGET (self);
}
