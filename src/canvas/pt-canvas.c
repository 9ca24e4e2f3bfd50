/* pt-canvas.c: the widget that shows one diagram and lets one draw on it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-canvas-private.h"

#include <math.h>

#include "tools/pt-editor-private.h"
#include "tools/pt-facts.h"

#define FLASH_TIME (700 * 1000) /* microseconds */
#define REVEAL_MARGIN 60.0      /* pixels */
#define EMPTY_WIDTH 600.0       /* diagram units: what an empty diagram counts as */
#define EMPTY_HEIGHT 400.0

enum
{
  ZOOM_CHANGED,
  MENU,
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PtCanvas,
                               pt_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ----- following the diagram ------------------------------------------------------------------ */

static void
read_content (PtCanvas *self)
{
  PtBounds content = pt_scene_get_extents (self->scene);

  if (self->differences != NULL)
    content = pt_bounds_union (content, pt_difference_marks_extents (self->differences));
  if (pt_bounds_is_empty (content))
    content = (PtBounds){ 0, 0, EMPTY_WIDTH, EMPTY_HEIGHT };
  self->view.content = content;
  pt_canvas_configure_adjustments (self);
}

gboolean
pt_canvas_follow_scene (PtCanvas *self)
{
  PtScene *scene = pt_editor_get_scene (self->editor);

  if (scene == self->scene)
    return FALSE;
  pt_stage_free (self->stage);
  self->scene = scene;
  self->stage = pt_stage_new (scene, self->painter);
  read_content (self);
  return TRUE;
}

static void
graph_changed_cb (PtCanvas *self, const PtGraphChange *change)
{
  if (!pt_canvas_follow_scene (self))
    pt_stage_update (self->stage, change);
  read_content (self);
  pt_canvas_queue_proxies (self);
  pt_canvas_update_pad (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (PtCanvas *self)
{
  pt_proxies_show_selection (self->proxies, self->editor);
  pt_canvas_update_pad (self);
}

static void
overlay_changed_cb (PtCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tool_changed_cb (PtCanvas *self)
{
  pt_canvas_update_pad (self);
  pt_canvas_update_cursor (self);
}

static void
scroll_cb (PtCanvas *self, double dx, double dy)
{
  pt_canvas_scroll_to (self, self->view.x + dx * self->view.zoom,
                       self->view.y + dy * self->view.zoom);
}

static void
context_cb (PtCanvas *self, const char *id, double x, double y)
{
  pt_canvas_emit_menu (self, id, pt_view_from_diagram (&self->view, (PtPoint){ x, y }));
}

static void
connect_editor (PtCanvas *self)
{
  const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "selection-changed", G_CALLBACK (selection_changed_cb) },
    { "overlay-changed", G_CALLBACK (overlay_changed_cb) },
    { "tool-changed", G_CALLBACK (tool_changed_cb) },
    { "edit-label", G_CALLBACK (pt_canvas_edit_label) },
    { "scroll", G_CALLBACK (scroll_cb) },
    { "message", G_CALLBACK (pt_canvas_emit_message) },
    { "context", G_CALLBACK (context_cb) },
    { "diagram-changed", G_CALLBACK (pt_canvas_diagram_changed) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->editor, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* ----- frames --------------------------------------------------------------------------------- */

static void
snapshot_flash (PtCanvas *self, GtkSnapshot *snapshot, const PtInk *ink)
{
  PtDiagramElement *figure = pt_editor_figure (self->editor, self->flash_id);
  double age = (double)(g_get_monotonic_time () - self->flash_start) / FLASH_TIME;

  if (figure != NULL && age < 1)
    pt_flash_snapshot (snapshot, figure, &self->view, ink, 1 - age);
}

static void
pt_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PtCanvas *self = PT_CANVAS (widget);
  const PtInk *ink = pt_painter_get_ink (self->painter);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height);
  GdkRGBA background = pt_color_of (ink->background, 1);

  gtk_snapshot_append_color (snapshot, &background, &area);
  gtk_snapshot_push_clip (snapshot, &area);
  if (self->grid)
    pt_grid_snapshot (&self->grid_paint, snapshot, &self->view, ink->line);
  pt_stage_snapshot (self->stage, snapshot, &self->view);
  pt_inside_snapshot (&self->inside_paint, snapshot, self->scene, &self->view, ink);
  for (guint layer = 0; layer < PT_N_TINT_LAYERS; layer++)
    pt_tints_snapshot (self->tints[layer], snapshot, self->scene, &self->view);
  if (self->differences != NULL)
    pt_difference_marks_snapshot (self->differences, snapshot, self->painter, self->scene,
                                  &self->view);
  if (self->flash_id != NULL)
    snapshot_flash (self, snapshot, ink);
  pt_marks_snapshot (snapshot, pt_editor_get_overlay (self->editor), &self->view, ink);
  pt_counts_snapshot (self->counts, snapshot, self->editor, &self->view);
  pt_badges_snapshot (self->badges, snapshot, self->editor, &self->view);
  if (self->token != NULL)
    pt_token_snapshot (self->token, snapshot, self->editor, &self->view, ink);
  gtk_widget_snapshot_child (widget, self->pad, snapshot);
  gtk_widget_snapshot_child (widget, self->label_editor, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
pt_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  const PtCanvas *self = PT_CANVAS (widget);

  *minimum = 0;
  *natural = (int)ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? self->view.content.width
                                                                  : self->view.content.height);
}

static void
pt_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PtCanvas *self = PT_CANVAS (widget);

  self->view.width = width;
  self->view.height = height;
  self->view.scale = gtk_widget_get_scale_factor (widget);
  if (!self->fitted && width > 0 && height > 0)
    {
      self->fitted = TRUE;
      pt_view_begin (&self->view);
      pt_canvas_emit_zoom (self);
    }
  pt_canvas_configure_adjustments (self);
  pt_canvas_allocate_children (self);
}

static void
pt_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PtCanvas *self = PT_CANVAS (widget);

  GTK_WIDGET_CLASS (pt_canvas_parent_class)->css_changed (widget, change);
  if (self->stage != NULL && pt_canvas_choose_ink (self))
    {
      pt_stage_repaint (self->stage);
      gtk_widget_queue_draw (widget);
    }
}

/* The whole name of the figure at a place where only a part of it is shown. */
static char *
hidden_label_at (PtCanvas *self, PtPoint at)
{
  PtPoint place = pt_view_to_diagram (&self->view, at.x, at.y);
  PtHit hit = pt_scene_hit (pt_editor_get_scene (self->editor), place, 0);

  return hit.figure != NULL ? pt_painter_hidden_label (self->painter, hit.figure) : NULL;
}

static gboolean
pt_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PtCanvas *self = PT_CANVAS (widget);
  g_autofree char *inside = NULL;
  g_autofree char *hidden = NULL;
  const char *text = NULL;

  if (keyboard && pt_editor_get_selection (self->editor)[0] != NULL)
    text = pt_badges_text_of (self->badges, pt_editor_get_selection (self->editor)[0]);
  else if (!keyboard)
    text = pt_badges_text_at (self->badges, self->editor, &self->view, (PtPoint){ x, y });
  if (!keyboard && text == NULL)
    text = pt_counts_text_at (self->counts, self->editor, &self->view, (PtPoint){ x, y });
  if (text == NULL && !keyboard)
    text = inside = pt_canvas_inside_tooltip (self, (PtPoint){ x, y });
  if (!keyboard && text == NULL)
    text = hidden = hidden_label_at (self, (PtPoint){ x, y });
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* Tab means the next figure here, so the list is one stop of the window's own focus chain. */
static gboolean
pt_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

void
pt_canvas_view_moved (PtCanvas *self)
{
  if (self->pad_offered || pt_label_editor_is_open (PT_LABEL_EDITOR (self->label_editor)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->proxies_misplaced = TRUE;
  pt_canvas_queue_proxies (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pt_canvas_view_changed (PtCanvas *self)
{
  pt_canvas_configure_adjustments (self);
  pt_canvas_view_moved (self);
}

/* ----- life ----------------------------------------------------------------------------------- */

static void
pt_canvas_init (PtCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->view = (PtView){ .zoom = 1, .scale = 1 };
  self->painter = pt_painter_new (&pt_ink_light);
  self->badges = pt_badges_new ();
  self->proxies = pt_proxies_new (widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  pt_canvas_install_style (gtk_widget_get_display (widget));
}

static void
pt_canvas_dispose (GObject *object)
{
  PtCanvas *self = PT_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->proxies_id, g_source_remove);
  if (self->flash_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->flash_tick);
  self->flash_tick = 0;
  if (self->token_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->token_tick);
  self->token_tick = 0;
  g_clear_pointer (&self->proxies, pt_proxies_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  pt_canvas_scroll_dispose (self);
  if (self->graph != NULL)
    g_signal_handlers_disconnect_by_data (self->graph, self);
  g_clear_pointer (&self->stage, pt_stage_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->graph);
  G_OBJECT_CLASS (pt_canvas_parent_class)->dispose (object);
}

static void
pt_canvas_finalize (GObject *object)
{
  PtCanvas *self = PT_CANVAS (object);

  pt_badges_free (self->badges);
  g_clear_pointer (&self->differences, pt_difference_marks_free);
  for (guint layer = 0; layer < PT_N_TINT_LAYERS; layer++)
    g_clear_pointer (&self->tints[layer], g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->token, pt_token_free);
  pt_grid_clear (&self->grid_paint);
  pt_inside_clear (&self->inside_paint);
  g_hash_table_unref (self->views);
  g_free (self->view_key);
  g_object_unref (self->painter);
  g_free (self->label_id);
  g_free (self->flash_id);
  G_OBJECT_CLASS (pt_canvas_parent_class)->finalize (object);
}

static void
pt_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  pt_canvas_scroll_set_property (PT_CANVAS (object), id, value);
}

static void
pt_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  pt_canvas_scroll_get_property (PT_CANVAS (object), id, value);
}

static guint
make_signal (const char *name, guint n_args, GType a, GType b, GType c)
{
  return g_signal_new (name, PT_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_args, a, b, c);
}

static void
pt_canvas_class_init (PtCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType none = G_TYPE_NONE, text = G_TYPE_STRING, number = G_TYPE_DOUBLE;

  object_class->dispose = pt_canvas_dispose;
  object_class->finalize = pt_canvas_finalize;
  object_class->set_property = pt_canvas_set_property;
  object_class->get_property = pt_canvas_get_property;
  widget_class->snapshot = pt_canvas_snapshot;
  widget_class->measure = pt_canvas_measure;
  widget_class->size_allocate = pt_canvas_size_allocate;
  widget_class->css_changed = pt_canvas_css_changed;
  widget_class->query_tooltip = pt_canvas_query_tooltip;
  widget_class->focus = pt_canvas_focus;
  pt_canvas_scroll_class_init (object_class);
  pt_canvas_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  signals[ZOOM_CHANGED] = make_signal ("zoom-changed", 0, none, none, none);
  signals[MENU] = make_signal ("menu", 3, text, number, number);
  signals[MESSAGE] = make_signal ("message", 1, text, none, none);
}

/* The editor follows the graph first: when the canvas hears of a change, scene and selection have
 * taken it in. */
PtCanvas *
pt_canvas_new (PtProcessGraph *graph)
{
  PtCanvas *self = g_object_new (PT_TYPE_CANVAS, NULL);

  self->graph = g_object_ref (graph);
  self->editor = pt_editor_new (graph, pt_process_graph_first_diagram (graph), self->painter);
  pt_canvas_begin_diagram (self);
  connect_editor (self);
  g_signal_connect_object (graph, "changed", G_CALLBACK (graph_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->label_editor = pt_label_editor_new ();
  g_signal_connect_swapped (self->label_editor, "done", G_CALLBACK (pt_canvas_label_done), self);
  self->pad = pt_context_pad_new (self->editor);
  gtk_widget_set_visible (self->pad, FALSE);
  gtk_widget_set_parent (self->pad, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label_editor, GTK_WIDGET (self));
  pt_canvas_update_name (self);
  pt_canvas_add_controllers (self);
  pt_canvas_choose_ink (self);
  pt_canvas_follow_scene (self);
  pt_canvas_queue_proxies (self);
  return self;
}

PtEditor *
pt_canvas_get_editor (PtCanvas *self)
{
  return self->editor;
}

PtPainter *
pt_canvas_get_painter (PtCanvas *self)
{
  return self->painter;
}

void
pt_canvas_emit_zoom (PtCanvas *self)
{
  g_signal_emit (self, signals[ZOOM_CHANGED], 0);
}

void
pt_canvas_emit_menu (PtCanvas *self, const char *id, PtPoint at)
{
  g_signal_emit (self, signals[MENU], 0, id, at.x, at.y);
}

void
pt_canvas_emit_message (PtCanvas *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

void
pt_canvas_set_findings (PtCanvas *self, PtDiagnostics *diagnostics)
{
  pt_badges_set (self->badges, diagnostics);
  pt_canvas_queue_proxies (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pt_canvas_set_counts (PtCanvas *self, GHashTable *counts)
{
  if (counts != NULL)
    g_hash_table_ref (counts);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = counts;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* With the hand tool nothing but the paper moves; keys and drops ask for themselves. */
void
pt_canvas_set_read_only (PtCanvas *self)
{
  self->read_only = TRUE;
  pt_editor_set_tool (self->editor, PT_TOOL_HAND);
}

void
pt_canvas_set_comparison (PtCanvas *self,
                          PtComparison *comparison,
                          PtAspect aspects,
                          GArray *former)
{
  g_clear_pointer (&self->differences, pt_difference_marks_free);
  if (comparison != NULL)
    self->differences = pt_difference_marks_new (comparison, aspects, former);
  read_content (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pt_canvas_set_tints (PtCanvas *self, PtTintLayer layer, GHashTable *tints)
{
  if (tints != NULL)
    g_hash_table_ref (tints);
  g_clear_pointer (&self->tints[layer], g_hash_table_unref);
  self->tints[layer] = tints;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GHashTable *
pt_canvas_get_tints (PtCanvas *self, PtTintLayer layer)
{
  return self->tints[layer];
}

void
pt_canvas_set_grid (PtCanvas *self, gboolean grid)
{
  self->grid = grid;
  pt_editor_set_grid (self->editor, grid);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ----- reveal --------------------------------------------------------------------------------- */

static gboolean
flash_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (g_get_monotonic_time () - self->flash_start < FLASH_TIME)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->flash_id, g_free);
  self->flash_tick = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
is_animated (PtCanvas *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated,
                NULL);
  return animated;
}

static void
flash (PtCanvas *self, const char *id)
{
  if (!is_animated (self))
    return;
  g_free (self->flash_id);
  self->flash_id = g_strdup (id);
  self->flash_start = g_get_monotonic_time ();
  if (self->flash_tick == 0)
    self->flash_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), flash_tick_cb, NULL, NULL);
}

void
pt_canvas_reveal (PtCanvas *self, const char *id)
{
  PtDiagramElement *figure = pt_canvas_lead_to (self, id);

  if (figure == NULL)
    return;
  pt_view_reveal (&self->view, figure->bounds, REVEAL_MARGIN);
  pt_canvas_view_changed (self);
  flash (self, pt_facts_id (figure));
}

/* ----- a path --------------------------------------------------------------------------------- */

static gboolean
token_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PtCanvas *self = PT_CANVAS (widget);

  gtk_widget_queue_draw (widget);
  if (self->token != NULL && pt_token_is_moving (self->token))
    return G_SOURCE_CONTINUE;
  self->token_tick = 0;
  return G_SOURCE_REMOVE;
}

void
pt_canvas_set_path (PtCanvas *self, const char *const *ids)
{
  g_clear_pointer (&self->token, pt_token_free);
  if (ids != NULL && ids[0] != NULL)
    self->token = pt_token_new (ids, is_animated (self) ? g_get_monotonic_time () : 0);
  if (self->token_tick == 0)
    self->token_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), token_tick_cb, NULL, NULL);
}
