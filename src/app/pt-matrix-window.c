/* pt-matrix-window.c: tables of the roles of a process: who answers for what, who hands on to whom
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/matrix.h>

#include "pt-file-dialog.h"
#include "pt-matrix-row.h"
#include "pt-matrix-window.h"
#include "pt-page-private.h"
#include "pt-table-print.h"

struct _PtMatrixWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkDropDown *kinds;
  GtkLabel *legend;
  GtkStack *stack;
  GtkColumnView *table;

  PtPage *page;         /* (nullable): not kept alive */
  PtMatrix *matrix;     /* (nullable) */
  GtkNoSelection *rows; /* over a GListStore of PtMatrixRow */
};

G_DEFINE_FINAL_TYPE (PtMatrixWindow, pt_matrix_window, ADW_TYPE_WINDOW)

/* --- cells --- */

static guint
row_of (GtkListItem *item)
{
  return pt_matrix_row_get_number (gtk_list_item_get_item (item));
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
setup_heading_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PtMatrixWindow *self = user_data;
  const PtMatrixHeading *heading = self->matrix->rows->pdata[row_of (item)];

  set_text (gtk_list_item_get_child (item), heading->label);
}

static guint
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), "pt-column"));
}

/* Where the work is, that the cell tells of. */
static void
cell_clicked_cb (GtkButton *button, gpointer user_data)
{
  PtMatrixWindow *self = user_data;
  GPtrArray *elements = g_object_get_data (G_OBJECT (button), "pt-elements");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (self->page == NULL || elements == NULL)
    return;
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (ids, elements->pdata[i]);
  g_ptr_array_add (ids, NULL);
  pt_canvas_reveal (self->page->canvas, ids->pdata[0]);
  pt_editor_select (pt_canvas_get_editor (self->page->canvas), (const char *const *)ids->pdata);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (cell_clicked_cb), user_data);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PtMatrixWindow *self = user_data;
  GtkWidget *button = gtk_list_item_get_child (item);
  guint row = row_of (item), column = column_of (factory);
  const PtMatrixCell *cell = pt_matrix_get_cell (self->matrix, row, column);
  const PtMatrixHeading *of = self->matrix->rows->pdata[row];
  const PtMatrixHeading *under = self->matrix->columns->pdata[column];
  /* Translators: headings of a row and of a column, and what stands where they meet */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s: %s"), of->label, under->label,
                                           cell != NULL ? cell->text : _ ("empty"));

  gtk_button_set_label (GTK_BUTTON (button), cell != NULL ? cell->text : "");
  gtk_widget_set_sensitive (button, cell != NULL);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "pt-elements",
                          cell != NULL ? g_ptr_array_ref (cell->elements) : NULL,
                          (GDestroyNotify)g_ptr_array_unref);
}

/* --- columns --- */

/* @factory: (transfer full) */
static void
add_column (PtMatrixWindow *self, const char *title, GtkListItemFactory *factory, gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->table, column);
}

static void
add_headings (PtMatrixWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *corner = pt_matrix_dup_corner (self->matrix);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_heading_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_heading_cb), self);
  add_column (self, corner, factory, TRUE);
}

static void
add_role (PtMatrixWindow *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const PtMatrixHeading *heading = self->matrix->columns->pdata[column];

  g_object_set_data (G_OBJECT (factory), "pt-column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  add_column (self, heading->label, factory, FALSE);
}

static void
clear (PtMatrixWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  g_list_store_remove_all (G_LIST_STORE (gtk_no_selection_get_model (self->rows)));
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  g_clear_pointer (&self->matrix, pt_matrix_free);
}

static void
fill (PtMatrixWindow *self)
{
  GListStore *store = G_LIST_STORE (gtk_no_selection_get_model (self->rows));

  add_headings (self);
  for (guint i = 0; i < self->matrix->columns->len; i++)
    add_role (self, i);
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      g_autoptr (PtMatrixRow) row = pt_matrix_row_new (i);

      g_list_store_append (store, row);
    }
  gtk_stack_set_visible_child_name (self->stack, self->matrix->rows->len > 0 ? "table" : "none");
}

static void
update (PtMatrixWindow *self)
{
  PtCompilation *compilation
      = self->page != NULL ? pt_live_compiler_get (self->page->compiler) : NULL;
  PtMatrixKind kind = (PtMatrixKind)gtk_drop_down_get_selected (self->kinds);
  const PtProgram *program;

  if (compilation == NULL)
    return;
  clear (self);
  program = pt_compilation_get_program (compilation);
  self->matrix
      = pt_matrix_new (kind, &program, 1, pt_live_compiler_get_roster (self->page->compiler));
  adw_window_title_set_subtitle (self->window_title, pt_page_get_title (self->page));
  gtk_label_set_label (self->legend, pt_matrix_kind_legend (kind));
  fill (self);
}

/* --- writing and printing --- */

static char *
title_of (PtMatrixWindow *self)
{
  return g_strdup_printf (_ ("%s: %s"), pt_matrix_kind_label (self->matrix->kind),
                          pt_page_get_title (self->page));
}

static void
complain (PtMatrixWindow *self, const char *heading, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (PtMatrixWindow) self = user_data;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->page == NULL || self->matrix == NULL)
    return;
  title = title_of (self);
  if (!pt_table_write (self->matrix, title, file, &error))
    complain (self, _ ("The Table Is Not Written"), error);
}

static void
export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtMatrixWindow *self = PT_MATRIX_WINDOW (widget);
  GFile *file = self->page != NULL ? pt_document_get_file (self->page->document) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *ending = NULL, *name = NULL;

  if (self->matrix == NULL)
    return;
  ending = g_strdup_printf (".%s.html", pt_matrix_kind_id (self->matrix->kind));
  name = pt_file_with_ending (file, _ ("process"), ending);
  pt_file_dialog (GTK_WINDOW (self), PT_FILE_TABLE_SAVE, folder, name, chosen_cb,
                  g_object_ref (self));
}

static void
print_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtMatrixWindow *self = PT_MATRIX_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (self->matrix == NULL || self->page == NULL)
    return;
  title = title_of (self);
  if (!pt_table_print_run (self->matrix, title, GTK_WINDOW (self), &error))
    complain (self, _ ("The Table Is Not Printed"), error);
}

/* --- class --- */

static void
page_gone_cb (PtMatrixWindow *self)
{
  self->page = NULL;
  gtk_window_destroy (GTK_WINDOW (self));
}

void
pt_matrix_window_open (PtWindow *parent, PtPage *page)
{
  PtMatrixWindow *self = g_object_new (PT_TYPE_MATRIX_WINDOW, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);

  self->page = page;
  g_signal_connect_object (page->compiler, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "destroy", G_CALLBACK (page_gone_cb), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
pt_matrix_window_dispose (GObject *object)
{
  PtMatrixWindow *self = PT_MATRIX_WINDOW (object);

  self->page = NULL;
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (pt_matrix_window_parent_class)->dispose (object);
}

static void
pt_matrix_window_finalize (GObject *object)
{
  g_clear_pointer (&PT_MATRIX_WINDOW (object)->matrix, pt_matrix_free);
  G_OBJECT_CLASS (pt_matrix_window_parent_class)->finalize (object);
}

static void
pt_matrix_window_class_init (PtMatrixWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_matrix_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pt_matrix_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/matrix-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PtMatrixWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PtMatrixWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, PtMatrixWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, PtMatrixWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PtMatrixWindow, table);
  gtk_widget_class_install_action (widget_class, "matrix.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "matrix.print", NULL, print_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
pt_matrix_window_init (PtMatrixWindow *self)
{
  const char *labels[PT_N_MATRIX_KINDS + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PT_N_MATRIX_KINDS; i++)
    labels[i] = pt_matrix_kind_label (i);
  list = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (list));
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (update), self);
  self->rows = gtk_no_selection_new (G_LIST_MODEL (g_list_store_new (PT_TYPE_MATRIX_ROW)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->rows));
}
