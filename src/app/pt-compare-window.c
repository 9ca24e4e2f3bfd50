/* pt-compare-window.c: two versions of a process, and what changed, to look at
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-compare-window.h"

#include <glib/gi18n-lib.h>

#include "pt-difference-item.h"

#define N_SIDES 2

struct _PtCompareWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *before_pane, *after_pane;
  GtkLabel *before_label, *after_label;
  GtkScrolledWindow *before_scroll, *after_scroll;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *summary;

  PtVersionsPair *pair;
  PtCanvas *canvases[N_SIDES]; /* before, after */
  GListStore *differences;     /* of PtDifferenceItem */
  GtkFilter *filter;
  GtkSelectionModel *selection;
  PtAspect aspects;
  gboolean overlaid;
  guint frames_to_fit;
  guint fitting;      /* tick callback, or 0 */
  gboolean following; /* one canvas moves after the other, not the other way round */
};

G_DEFINE_FINAL_TYPE (PtCompareWindow, pt_compare_window, ADW_TYPE_WINDOW)

/* --- two canvases as one --- */

static void
follow (PtCompareWindow *self, PtCanvas *leader)
{
  PtCanvas *other = self->canvases[leader == self->canvases[0]];

  if (self->following || self->overlaid)
    return;
  self->following = TRUE;
  pt_canvas_follow (other, leader);
  self->following = FALSE;
}

static void
zoomed_cb (PtCanvas *canvas, gpointer user_data)
{
  follow (user_data, canvas);
}

static void
scrolled_cb (GtkAdjustment *adjustment, gpointer user_data)
{
  PtCompareWindow *self = user_data;
  gboolean is_before = adjustment == gtk_scrolled_window_get_hadjustment (self->before_scroll)
                       || adjustment == gtk_scrolled_window_get_vadjustment (self->before_scroll);

  follow (self, self->canvases[is_before ? 0 : 1]);
}

static void
add_canvas (PtCompareWindow *self, guint side, PtProcessGraph *graph, GtkScrolledWindow *scroll)
{
  PtCanvas *canvas = pt_canvas_new (graph);

  pt_canvas_set_read_only (canvas);
  self->canvases[side] = canvas;
  gtk_scrolled_window_set_child (scroll, GTK_WIDGET (canvas));
  g_signal_connect (canvas, "zoom-changed", G_CALLBACK (zoomed_cb), self);
  g_signal_connect (gtk_scrolled_window_get_hadjustment (scroll), "value-changed",
                    G_CALLBACK (scrolled_cb), self);
  g_signal_connect (gtk_scrolled_window_get_vadjustment (scroll), "value-changed",
                    G_CALLBACK (scrolled_cb), self);
}

/* The drawings may lie at different places: both are to be seen whole. */
static void
fit (PtCompareWindow *self)
{
  pt_canvas_fit_with (self->canvases[1], self->canvases[0]);
}

static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PtCompareWindow *self = PT_COMPARE_WINDOW (widget);

  if (self->frames_to_fit-- > 0)
    return G_SOURCE_CONTINUE;
  self->fitting = 0;
  fit (self);
  follow (self, self->canvases[1]);
  return G_SOURCE_REMOVE;
}

/* The frame after next: then all have the sizes they keep. */
static void
fit_soon (PtCompareWindow *self)
{
  self->frames_to_fit = 2;
  if (self->fitting == 0)
    self->fitting = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

/* --- what is shown --- */

static void
mark (PtCompareWindow *self)
{
  PtDiagram *diagram = pt_editor_get_diagram (pt_canvas_get_editor (self->canvases[1]));
  g_autoptr (GArray) former = NULL;

  if (self->overlaid && diagram != NULL)
    former = pt_comparison_former_figures (self->pair->comparison, self->pair->before,
                                           self->pair->after, diagram, self->aspects);
  pt_canvas_set_comparison (self->canvases[0], self->pair->comparison, self->aspects, NULL);
  pt_canvas_set_comparison (self->canvases[1], self->pair->comparison, self->aspects, former);
}

static void
update (PtCompareWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *summary = pt_comparison_summary (self->pair->comparison, self->aspects);

  gtk_widget_set_visible (self->before_pane, !self->overlaid);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  gtk_label_set_label (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", n > 0);
  mark (self);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  const PtCompareWindow *self = user_data;

  return (pt_difference_item_get (item)->aspect & self->aspects) != 0;
}

/* --- going from one difference to the next --- */

static void
reveal_in (PtCompareWindow *self, guint side, PtProcessGraph *graph, const PtCompared *compared)
{
  PtCanvas *canvas = self->canvases[side];
  const char *id = pt_versions_pair_find (graph, compared);
  const PtElement *element = id != NULL ? pt_process_graph_get (graph, id) : NULL;
  const char *const ids[] = { id, NULL };

  if (element != NULL && element->figure != NULL
      && element->figure->diagram != pt_editor_get_diagram (pt_canvas_get_editor (canvas)))
    pt_canvas_set_diagram (canvas, element->figure->diagram);
  pt_editor_select (pt_canvas_get_editor (canvas), ids);
  if (id != NULL)
    pt_canvas_reveal (canvas, id);
}

static void
selected_cb (PtCompareWindow *self)
{
  PtDifferenceItem *item
      = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (self->selection));
  const PtDifference *difference = item != NULL ? pt_difference_item_get (item) : NULL;

  if (difference == NULL)
    return;
  reveal_in (self, 0, self->pair->before, difference->before);
  reveal_in (self, 1, self->pair->after, difference->after);
  mark (self);
}

static void
step (PtCompareWindow *self, gboolean forward)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (selection));
  guint at = gtk_single_selection_get_selected (selection);

  if (n == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = forward ? 0 : n - 1;
  else
    at = (at + (forward ? 1 : n - 1)) % n;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
  gtk_single_selection_set_selected (selection, at);
}

static void
next_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (PT_COMPARE_WINDOW (widget), TRUE);
}

static void
previous_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (PT_COMPARE_WINDOW (widget), FALSE);
}

static void
zoom_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PtCompareWindow *self = PT_COMPARE_WINDOW (widget);
  PtCanvas *canvas = self->canvases[1];

  if (g_str_has_suffix (name, "zoom-in"))
    pt_canvas_zoom_in (canvas);
  else if (g_str_has_suffix (name, "zoom-out"))
    pt_canvas_zoom_out (canvas);
  else
    fit (self);
}

/* --- choices --- */

static void
filter_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  PtCompareWindow *self = user_data;
  const char *word = g_variant_get_string (state, NULL);

  g_simple_action_set_state (action, state);
  self->aspects = g_str_equal (word, "wording")  ? PT_ASPECT_WORDING
                  : g_str_equal (word, "layout") ? PT_ASPECT_LAYOUT
                                                 : PT_ASPECT_ALL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
view_changed (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  PtCompareWindow *self = user_data;

  g_simple_action_set_state (action, state);
  self->overlaid = g_str_equal (g_variant_get_string (state, NULL), "overlay");
  update (self);
  fit_soon (self);
}

static void
add_choices (PtCompareWindow *self)
{
  static const GActionEntry entries[] = {
    { "filter", NULL, "s", "'all'", filter_changed },
    { "view", NULL, "s", "'sides'", view_changed },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice", G_ACTION_GROUP (group));
}

/* Before the pane between list and canvases takes F8 for itself. */
static void
add_keys (PtCompareWindow *self)
{
  static const struct
  {
    const char *trigger, *action;
  } keys[] = {
    { "F8", "compare.next" },
    { "<Shift>F8", "compare.previous" },
    { "<Control>plus", "compare.zoom-in" },
    { "<Control>minus", "compare.zoom-out" },
    { "<Control>9", "compare.zoom-fit" },
    { "<Control>w|Escape", "window.close" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* --- class --- */

static void
pt_compare_window_dispose (GObject *object)
{
  PtCompareWindow *self = PT_COMPARE_WINDOW (object);

  for (guint i = 0; i < N_SIDES; i++)
    if (self->canvases[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->canvases[i], self);
  self->following = TRUE;
  g_clear_object (&self->selection);
  g_clear_object (&self->differences);
  G_OBJECT_CLASS (pt_compare_window_parent_class)->dispose (object);
}

static void
pt_compare_window_finalize (GObject *object)
{
  PtCompareWindow *self = PT_COMPARE_WINDOW (object);

  g_clear_pointer (&self->pair, pt_versions_pair_free);
  G_OBJECT_CLASS (pt_compare_window_parent_class)->finalize (object);
}

static void
pt_compare_window_class_init (PtCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pt_compare_window_finalize;
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, previous_activated);
  gtk_widget_class_install_action (widget_class, "compare.zoom-in", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "compare.zoom-out", NULL, zoom_activated);
  gtk_widget_class_install_action (widget_class, "compare.zoom-fit", NULL, zoom_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, before_pane);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, after_pane);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, before_label);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, after_label);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, before_scroll);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, after_scroll);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PtCompareWindow, summary);
}

static void
pt_compare_window_init (PtCompareWindow *self)
{
  self->aspects = PT_ASPECT_ALL;
  add_choices (self);
  add_keys (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- making one --- */

static void
fill_list (PtCompareWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = pt_difference_row_factory ();
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  self->differences = g_list_store_new (PT_TYPE_DIFFERENCE_ITEM);
  for (guint i = 0; i < pt_comparison_get_length (self->pair->comparison); i++)
    {
      g_autoptr (PtDifferenceItem) item = pt_difference_item_new (self->pair->comparison, i);

      g_list_store_append (self->differences, item);
    }
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered
      = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->differences)), self->filter);
  selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);
  self->selection = GTK_SELECTION_MODEL (selection);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, self->selection);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
set_titles (PtCompareWindow *self)
{
  g_autofree char *title
      = g_strdup_printf ("%s – %s", self->pair->before_title, self->pair->after_title);

  adw_window_title_set_subtitle (self->window_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->before_label, self->pair->before_title);
  gtk_label_set_label (self->after_label, self->pair->after_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvases[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->pair->before_title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvases[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->pair->after_title, -1);
}

GtkWidget *
pt_compare_window_new (GtkWindow *parent, PtVersionsPair *pair)
{
  PtCompareWindow *self = g_object_new (PT_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);

  self->pair = pair;
  add_canvas (self, 0, pair->before, self->before_scroll);
  add_canvas (self, 1, pair->after, self->after_scroll);
  set_titles (self);
  fill_list (self);
  update (self);
  g_signal_connect (self, "map", G_CALLBACK (fit_soon), NULL);
  return GTK_WIDGET (self);
}
