/* pt-page.c: one open process: its document, canvas, roles file and compiler, as a tab
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-close.h"
#include "pt-compiler-pane.h"
#include "pt-find-bar.h"
#include "pt-page-private.h"
#include "pt-palette.h"
#include "pt-trail-bar.h"

#define SLOW_CHECK 250 /* milliseconds until it is said that a check is on */

G_DEFINE_FINAL_TYPE (PtPage, pt_page, ADW_TYPE_BIN)

enum
{
  CHANGED,
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Keys that mean something else while a text is being typed: they are tried after the focused
 * widget. */
static const struct
{
  const char *trigger;
  const char *action;
} edit_keys[] = {
  { "<Control>z", "win.undo" },       { "<Control><Shift>z|<Control>y", "win.redo" },
  { "<Control>x", "win.cut" },        { "<Control>c", "win.copy" },
  { "<Control>v", "win.paste" },      { "<Control>d", "win.duplicate" },
  { "<Control>a", "win.select-all" }, { "<Alt>Down", "win.go-inside" },
  { "<Alt>Up", "win.go-outside" },
};

/* --- following --- */

void
pt_page_emit_changed (PtPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
pt_page_say (PtPage *self, const char *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static void
zoom_changed_cb (PtPage *self)
{
  g_autofree char *text
      = g_strdup_printf (_ ("%.0f %%"), pt_canvas_get_zoom (self->canvas) * 100.0);

  gtk_label_set_label (self->zoom_label, text);
}

static void
canvas_message_cb (PtCanvas *canvas, const char *text, gpointer user_data)
{
  pt_page_say (user_data, text);
}

static void
selection_changed_cb (PtPage *self)
{
  pt_compiler_pane_selection_changed (self->pane);
  pt_page_emit_changed (self);
}

static void
compiled_cb (PtLiveCompiler *compiler, PtCompilation *compilation, gpointer user_data)
{
  PtPage *self = user_data;

  g_clear_handle_id (&self->slow_check, g_source_remove);
  pt_canvas_set_findings (self->canvas, pt_compilation_get_diagnostics (compilation));
  pt_compiler_pane_update (self->pane, compilation);
  pt_problem_chip_update (self->problems, compilation);
  pt_roles_pane_update (self->roles_pane);
  pt_page_update_look (self);
}

static gboolean
check_is_slow_cb (gpointer user_data)
{
  PtPage *self = user_data;

  self->slow_check = 0;
  pt_compiler_pane_show_checking (self->pane);
  pt_problem_chip_show_checking (self->problems);
  return G_SOURCE_REMOVE;
}

/* Most checks are over before one could read that they are on. */
static void
outdated_cb (PtLiveCompiler *compiler, gpointer user_data)
{
  PtPage *self = user_data;

  pt_compiler_pane_outdate (self->pane);
  pt_trace_player_stop (self->player);
  if (self->slow_check == 0)
    self->slow_check = g_timeout_add (SLOW_CHECK, check_is_slow_cb, self);
}

static void
problem_picked_cb (PtProblemChip *chip, const PtDiagnostic *problem, gpointer user_data)
{
  PtPage *self = user_data;

  if (problem->elements->len > 0)
    pt_page_go_to (self, g_ptr_array_index (problem->elements, 0));
  pt_compiler_pane_show_finding (self->pane, problem);
}

static gboolean
take_away (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The chosen item acts after the popover has closed, so it may only go a moment later. */
static void
menu_closed_cb (GtkPopover *popover)
{
  g_idle_add (take_away, popover);
}

static void
menu_cb (PtCanvas *canvas, const char *id, double x, double y, gpointer user_data)
{
  PtPage *self = user_data;
  GtkWidget *popover = gtk_popover_menu_new_from_model (self->element_menu);

  gtk_widget_set_parent (popover, GTK_WIDGET (canvas));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
follow_grid (PtPage *self)
{
  pt_canvas_set_grid (self->canvas, g_settings_get_boolean (self->settings, "show-grid"));
}

/* --- setting up --- */

static void
setup_canvas (PtPage *self)
{
  PtEditor *editor;

  self->canvas = pt_canvas_new (self->graph);
  editor = pt_canvas_get_editor (self->canvas);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->canvas));
  g_signal_connect_swapped (self->canvas, "zoom-changed", G_CALLBACK (zoom_changed_cb), self);
  g_signal_connect (self->canvas, "message", G_CALLBACK (canvas_message_cb), self);
  g_signal_connect (self->canvas, "menu", G_CALLBACK (menu_cb), self);
  g_signal_connect_object (editor, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "diagram-changed", G_CALLBACK (pt_page_emit_changed), self,
                           G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::show-role-colors",
                               G_CALLBACK (pt_page_update_look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::show-grid", G_CALLBACK (follow_grid), self,
                               G_CONNECT_SWAPPED);
      follow_grid (self);
      g_settings_bind (self->settings, "show-roles", self->roles_pane, "visible",
                       G_SETTINGS_BIND_GET);
    }
  pt_page_take_roles (self);
  pt_palette_set_editor (self->palette, editor);
  pt_find_bar_set_page (self->find_bar, self);
  pt_trail_bar_set_canvas (self->trail_bar, self->canvas);
  pt_trace_player_set_canvas (self->player, self->canvas);
}

static void
setup_compiler (PtPage *self)
{
  self->compiler = pt_live_compiler_new (self->graph);
  g_signal_connect (self->compiler, "updated", G_CALLBACK (compiled_cb), self);
  g_signal_connect (self->compiler, "outdated", G_CALLBACK (outdated_cb), self);
  self->what_if = pt_what_if_new (self);
  pt_page_set_target (self, pt_page_remembered_target (self));
  pt_compiler_pane_set_page (self->pane, self);
  pt_roles_pane_set_page (self->roles_pane, self);
}

static void
setup_keys (PtPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (edit_keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                                edit_keys[i].trigger),
                                                            gtk_named_action_new (
                                                                edit_keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
begin_work (PtPage *self)
{
  self->is_only_made = FALSE;
}

void
pt_page_tell_made (PtPage *self)
{
  self->is_only_made = TRUE;
  pt_page_emit_changed (self);
}

PtPage *
pt_page_new (PtDocument *document, PtProcessGraph *graph, GSettings *settings)
{
  PtPage *self = g_object_new (PT_TYPE_PAGE, NULL);

  self->document = g_object_ref (document);
  self->graph = g_object_ref (graph);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (document, "changed", G_CALLBACK (begin_work), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (pt_page_emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (pt_page_emit_changed), self,
                           G_CONNECT_SWAPPED);
  self->order = pt_undo_order_new ();
  pt_undo_order_add (self->order, document);
  setup_canvas (self);
  setup_compiler (self);
  setup_keys (self);
  pt_page_watch (self);
  return self;
}

/* --- public --- */

PtDocument *
pt_page_get_document (PtPage *self)
{
  return self->document;
}

PtProcessGraph *
pt_page_get_graph (PtPage *self)
{
  return self->graph;
}

PtCanvas *
pt_page_get_canvas (PtPage *self)
{
  return self->canvas;
}

PtLiveCompiler *
pt_page_get_compiler (PtPage *self)
{
  return self->compiler;
}

const char *
pt_page_get_title (PtPage *self)
{
  if (pt_document_get_file (self->document) == NULL)
    return _ ("Untitled process");
  return pt_document_get_name (self->document);
}

void
pt_page_show_pane (PtPage *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane), shown);
  pt_page_emit_changed (self);
}

void
pt_page_show_part (PtPage *self, const char *part)
{
  pt_page_show_pane (self, TRUE);
  pt_compiler_pane_show_part (self->pane, part);
}

gboolean
pt_page_is_pane_shown (PtPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->pane));
}

void
pt_page_select (PtPage *self, const char *id)
{
  const char *ids[] = { id, NULL };

  pt_canvas_reveal (self->canvas, id);
  pt_editor_select (pt_canvas_get_editor (self->canvas), ids);
}

void
pt_page_go_to (PtPage *self, const char *id)
{
  pt_page_select (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The button that was pressed goes with its finding, and keys with it. */
void
pt_page_apply_fix (PtPage *self, const PtFix *fix)
{
  g_autoptr (GError) error = NULL;

  if (!pt_compiler_apply_fix (self->graph, self->roles, fix, &error))
    pt_page_say (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
pt_page_settle (PtPage *self,
                const PtInference *inference,
                PtInferenceState state,
                const char *value)
{
  g_autoptr (GError) error = NULL;

  if (pt_live_compiler_is_current (self->compiler)
      && !pt_compiler_settle (self->graph, inference, state, value, &error))
    pt_page_say (self, error->message);
}

void
pt_page_accept_readings (PtPage *self, PtPass pass)
{
  if (pt_live_compiler_is_current (self->compiler))
    pt_compiler_accept (self->graph, pt_live_compiler_get (self->compiler), pass);
}

void
pt_page_let_pass (PtPage *self, const char *id, PtCode code, const char *reason)
{
  if (!pt_compiler_let_pass (self->graph, id, code, reason))
    pt_page_say (self, _ ("The drawing has changed: this is no longer in it."));
}

/* --- undo --- */

static void
undo_cb (PtDocument *document, gpointer user_data)
{
  PtPage *self = user_data;

  if (document == self->document)
    pt_editor_undo (pt_canvas_get_editor (self->canvas));
  else
    pt_document_undo (document);
}

static void
redo_cb (PtDocument *document, gpointer user_data)
{
  PtPage *self = user_data;

  if (document == self->document)
    pt_editor_redo (pt_canvas_get_editor (self->canvas));
  else
    pt_document_redo (document);
}

void
pt_page_undo (PtPage *self)
{
  pt_undo_order_undo (self->order, undo_cb, self);
}

void
pt_page_redo (PtPage *self)
{
  pt_undo_order_redo (self->order, redo_cb, self);
}

const char *
pt_page_get_undo_name (PtPage *self)
{
  PtDocument *document = pt_undo_order_get_undo (self->order);

  return document != NULL ? pt_document_get_undo_name (document) : NULL;
}

const char *
pt_page_get_redo_name (PtPage *self)
{
  PtDocument *document = pt_undo_order_get_redo (self->order);

  return document != NULL ? pt_document_get_redo_name (document) : NULL;
}

/* --- the way to a fault --- */

void
pt_page_play_trace (PtPage *self, const GPtrArray *trace)
{
  if (pt_live_compiler_is_current (self->compiler))
    pt_trace_player_play (self->player, trace);
}

void
pt_page_next_problem (PtPage *self)
{
  pt_problem_chip_go_on (self->problems);
}

void
pt_page_find (PtPage *self)
{
  pt_find_bar_open (self->find_bar);
}

/* --- class --- */

/* What the user did not want to save is not offered again. */
static void
give_up (PtPage *self)
{
  pt_history_give_up (self->document);
  if (self->roles != NULL)
    pt_history_give_up (self->roles);
}

static void
pt_page_dispose (GObject *object)
{
  PtPage *self = PT_PAGE (object);

  g_clear_handle_id (&self->slow_check, g_source_remove);
  if (self->compiler != NULL)
    g_signal_handlers_disconnect_by_data (self->compiler, self);
  if (self->what_if != NULL)
    pt_what_if_close (self->what_if);
  if (self->pane != NULL)
    pt_compiler_pane_set_page (self->pane, NULL);
  if (self->roles_pane != NULL)
    pt_roles_pane_set_page (self->roles_pane, NULL);
  if (self->find_bar != NULL)
    pt_find_bar_set_page (self->find_bar, NULL);
  if (self->trail_bar != NULL)
    pt_trail_bar_set_canvas (self->trail_bar, NULL);
  if (self->player != NULL)
    pt_trace_player_set_canvas (self->player, NULL);
  if (self->document != NULL && pt_close_is_agreed (self))
    give_up (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->guard);
  g_clear_object (&self->roles_guard);
  g_clear_object (&self->what_if);
  g_clear_object (&self->compiler);
  g_clear_object (&self->order);
  g_clear_object (&self->roles);
  g_clear_object (&self->graph);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (pt_page_parent_class)->dispose (object);
}

static void
pt_page_class_init (PtPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_page_dispose;
  signals[CHANGED] = g_signal_new ("changed", PT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", PT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (PT_TYPE_PALETTE);
  g_type_ensure (PT_TYPE_COMPILER_PANE);
  g_type_ensure (PT_TYPE_ROLES_PANE);
  g_type_ensure (PT_TYPE_FIND_BAR);
  g_type_ensure (PT_TYPE_TRAIL_BAR);
  g_type_ensure (PT_TYPE_PROBLEM_CHIP);
  g_type_ensure (PT_TYPE_TRACE_PLAYER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/page.ui");
  gtk_widget_class_bind_template_child (widget_class, PtPage, palette);
  gtk_widget_class_bind_template_child (widget_class, PtPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PtPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PtPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, PtPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PtPage, trail_bar);
  gtk_widget_class_bind_template_child (widget_class, PtPage, player);
  gtk_widget_class_bind_template_child (widget_class, PtPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, PtPage, problems);
  gtk_widget_class_bind_template_child (widget_class, PtPage, pane);
  gtk_widget_class_bind_template_child (widget_class, PtPage, roles_pane);
  gtk_widget_class_bind_template_child (widget_class, PtPage, element_menu);
  gtk_widget_class_bind_template_callback (widget_class, problem_picked_cb);
}

static void
pt_page_init (PtPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
