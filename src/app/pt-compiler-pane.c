/* pt-compiler-pane.c: what the compiler finds while one draws, and the executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-compiler-pane.h"
#include "pt-finding-row.h"
#include "pt-open-outside.h"
#include "pt-source-pane.h"

struct _PtCompilerPane
{
  GtkWidget parent_instance;

  GtkDropDown *targets;
  GtkLabel *roles_label;
  GtkStack *stack;
  GtkBox *filters;
  GtkStack *findings_stack;
  GtkListView *findings;
  PtSourcePane *source;
  GtkLabel *verdict;

  PtPage *page; /* (nullable) */
  gboolean outdated;
  GListStore *store;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkToggleButton *severity_buttons[PT_SEVERITY_ERROR + 1]; /* from info on */
};

G_DEFINE_FINAL_TYPE (PtCompilerPane, pt_compiler_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OUTDATED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *icon;
  const char *tooltip;
} severity_filters[] = {
  [PT_SEVERITY_INFO] = { "dialog-information-symbolic", N_ ("Show how things were read") },
  [PT_SEVERITY_WARNING] = { "dialog-warning-symbolic", N_ ("Show what may surprise") },
  [PT_SEVERITY_ERROR] = { "dialog-error-symbolic", N_ ("Show what stands in the way") },
};

/* --- findings --- */

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  PtCompilerPane *self = user_data;

  return gtk_toggle_button_get_active (self->severity_buttons[pt_finding_get (item)->severity]);
}

static void
update_emptiness (PtCompilerPane *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_stack_set_visible_child_name (self->findings_stack, any ? "list" : "none");
}

static void
filter_toggled_cb (PtCompilerPane *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_emptiness (self);
}

static void
finding_activated_cb (PtCompilerPane *self, guint position)
{
  g_autoptr (PtFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
  const PtDiagnostic *diagnostic = pt_finding_get (finding);

  if (self->page != NULL && diagnostic->elements->len > 0)
    pt_page_select (self->page, g_ptr_array_index (diagnostic->elements, 0));
}

static void
fix_cb (PtFindingRow *row, gpointer fix, gpointer user_data)
{
  PtCompilerPane *self = user_data;

  if (self->page != NULL && !self->outdated)
    pt_page_apply_fix (self->page, fix);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = pt_finding_row_new ();

  g_signal_connect (row, "fix", G_CALLBACK (fix_cb), user_data);
  g_object_bind_property (user_data, "outdated", row, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  pt_finding_row_set_finding (PT_FINDING_ROW (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
row_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  pt_finding_row_set_finding (PT_FINDING_ROW (gtk_list_item_get_child (item)), NULL);
}

/* --- showing a result --- */

static void
show_counts (PtCompilerPane *self, PtDiagnostics *diagnostics)
{
  for (PtSeverity severity = PT_SEVERITY_INFO; severity <= PT_SEVERITY_ERROR; severity++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->severity_buttons[severity]));
      g_autofree char *text = g_strdup_printf ("%u", pt_diagnostics_count (diagnostics, severity));

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
    }
}

/* Whether the roles file names people, so that who plays what was checked. */
static gboolean
holders_were_checked (PtCompilation *compilation)
{
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    if (pt_diagnostics_get (diagnostics, i)->code == PT_CODE_RH00)
      return FALSE;
  return TRUE;
}

void
pt_compiler_pane_show_checking (PtCompilerPane *self)
{
  gtk_label_set_label (self->verdict, _ ("Checking…"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
}

static void
show_verdict (PtCompilerPane *self)
{
  PtCompilation *compilation = pt_live_compiler_get (pt_page_get_compiler (self->page));
  g_autofree char *reason = NULL;
  gboolean executable;

  if (compilation == NULL)
    {
      pt_compiler_pane_show_checking (self);
      return;
    }
  executable = pt_page_is_executable (self->page, &reason);
  if (executable && holders_were_checked (compilation))
    reason = g_strdup (_ ("The process can be played by the people and systems listed."));
  else if (executable)
    reason = g_strdup (
        _ ("The process can be made executable. Who holds the roles was not checked: the roles "
           "file names no people."));
  gtk_label_set_label (self->verdict, reason);
  if (executable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
}

/* What stands in the way comes first; within a severity the order of the drawing stays. */
static int
compare_severity (gconstpointer a, gconstpointer b)
{
  const PtDiagnostic *first = pt_finding_get (*(PtFinding *const *)a);
  const PtDiagnostic *second = pt_finding_get (*(PtFinding *const *)b);

  return (int)second->severity - (int)first->severity;
}

static void
set_outdated (PtCompilerPane *self, gboolean outdated)
{
  if (outdated == self->outdated)
    return;
  self->outdated = outdated;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTDATED]);
}

void
pt_compiler_pane_outdate (PtCompilerPane *self)
{
  set_outdated (self, TRUE);
}

void
pt_compiler_pane_show_finding (PtCompilerPane *self, const PtDiagnostic *diagnostic)
{
  GListModel *model = G_LIST_MODEL (self->filtered);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PtFinding) finding = g_list_model_get_item (model, i);

      if (pt_finding_get (finding) == diagnostic)
        gtk_widget_activate_action (GTK_WIDGET (self->findings), "list.scroll-to-item", "u", i);
    }
}

void
pt_compiler_pane_update (PtCompilerPane *self, PtCompilation *compilation)
{
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);
  guint n = pt_diagnostics_get_length (diagnostics);
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, pt_finding_new (compilation, i));
  g_ptr_array_sort (items, compare_severity);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, n);
  set_outdated (self, FALSE);
  update_emptiness (self);
  show_counts (self, diagnostics);
  show_verdict (self);
  pt_source_pane_set_compilation (self->source, compilation);
}

void
pt_compiler_pane_selection_changed (PtCompilerPane *self)
{
  PtEditor *editor = pt_canvas_get_editor (pt_page_get_canvas (self->page));

  pt_source_pane_mark (self->source, pt_editor_get_selection (editor)[0]);
}

void
pt_compiler_pane_roles_changed (PtCompilerPane *self)
{
  PtDocument *roles = pt_page_get_roles (self->page);
  gboolean has_file = roles != NULL && pt_document_get_file (roles) != NULL;

  gtk_label_set_label (self->roles_label,
                       roles != NULL ? pt_document_get_name (roles) : _ ("None chosen"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.edit-roles", has_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.reload-roles", has_file);
  show_verdict (self);
}

static void
source_picked_cb (PtCompilerPane *self, const char *id)
{
  if (self->page != NULL)
    pt_page_select (self->page, id);
}

/* --- choosing --- */

static void
target_selected_cb (PtCompilerPane *self)
{
  guint i = gtk_drop_down_get_selected (self->targets);

  if (self->page != NULL && i != GTK_INVALID_LIST_POSITION)
    pt_page_set_target (self->page, pt_target_get_all ()[i]);
}

static void
choose_roles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pt_page_choose_roles (PT_COMPILER_PANE (widget)->page);
}

static void
draft_roles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pt_page_draft_roles (PT_COMPILER_PANE (widget)->page);
}

static void
edit_roles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtDocument *roles = pt_page_get_roles (PT_COMPILER_PANE (widget)->page);

  pt_open_outside (GTK_WINDOW (gtk_widget_get_root (widget)), pt_document_get_file (roles));
}

static void
reload_roles (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtPage *page = PT_COMPILER_PANE (widget)->page;

  pt_page_load_roles (page, pt_document_get_file (pt_page_get_roles (page)));
}

void
pt_compiler_pane_set_page (PtCompilerPane *self, PtPage *page)
{
  const PtTarget *const *all = pt_target_get_all ();
  const PtTarget *target;

  self->page = NULL;
  if (page == NULL)
    return;
  target = pt_page_get_target (page);
  for (guint i = 0; all[i] != NULL; i++)
    if (all[i] == target)
      gtk_drop_down_set_selected (self->targets, i);
  self->page = page;
  pt_compiler_pane_roles_changed (self);
}

/* --- class --- */

static void
add_filter (PtCompilerPane *self, PtSeverity severity)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (severity_filters[severity].icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("0"));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ (severity_filters[severity].tooltip));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (filter_toggled_cb), self);
  gtk_box_append (self->filters, button);
  self->severity_buttons[severity] = GTK_TOGGLE_BUTTON (button);
}

static void
setup_findings (PtCompilerPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->store = g_list_store_new (PT_TYPE_FINDING);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), self);
  gtk_list_view_set_factory (self->findings, factory);
  gtk_list_view_set_model (self->findings, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                               g_object_ref (G_LIST_MODEL (self->filtered)))));
  g_object_unref (factory);
}

static void
setup_targets (PtCompilerPane *self)
{
  const PtTarget *const *all = pt_target_get_all ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    gtk_string_list_append (names, pt_target_get_label (all[i]));
  gtk_drop_down_set_model (self->targets, G_LIST_MODEL (names));
}

static void
pt_compiler_pane_dispose (GObject *object)
{
  PtCompilerPane *self = PT_COMPILER_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->page = NULL;
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (pt_compiler_pane_parent_class)->dispose (object);
}

static void
pt_compiler_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, PT_COMPILER_PANE (object)->outdated);
}

static void
pt_compiler_pane_class_init (PtCompilerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_compiler_pane_dispose;
  G_OBJECT_CLASS (klass)->get_property = pt_compiler_pane_get_property;
  properties[PROP_OUTDATED] = g_param_spec_boolean ("outdated", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  g_type_ensure (PT_TYPE_SOURCE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/compiler-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, targets);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, roles_label);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, filters);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, findings_stack);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, findings);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, source);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, verdict);
  gtk_widget_class_bind_template_callback (widget_class, target_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_picked_cb);
  gtk_widget_class_install_action (widget_class, "pane.choose-roles", NULL, choose_roles);
  gtk_widget_class_install_action (widget_class, "pane.draft-roles", NULL, draft_roles);
  gtk_widget_class_install_action (widget_class, "pane.edit-roles", NULL, edit_roles);
  gtk_widget_class_install_action (widget_class, "pane.reload-roles", NULL, reload_roles);
}

static void
pt_compiler_pane_init (PtCompilerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (PtSeverity severity = PT_SEVERITY_ERROR; severity >= PT_SEVERITY_INFO; severity--)
    add_filter (self, severity);
  setup_findings (self);
  setup_targets (self);
}
