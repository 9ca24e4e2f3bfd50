/* pt-findings-view.c: the findings in groups, with a search, and the ways out of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pt-finding-heading.h"
#include "pt-finding-list.h"
#include "pt-finding-row.h"
#include "pt-findings-view.h"

struct _PtFindingsView
{
  GtkWidget parent_instance;

  GtkEditable *search;
  GtkStack *stack;
  GtkListView *view;

  PtFindingList *list;
  gboolean outdated;
};

G_DEFINE_FINAL_TYPE (PtFindingsView, pt_findings_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OUTDATED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  PICKED,
  FIX,
  FIX_ALL,
  PLAY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- rows --- */

static void
fix_cb (PtFindingsView *self, PtFix *fix)
{
  g_signal_emit (self, signals[FIX], 0, fix);
}

static void
fix_all_cb (PtFindingsView *self, guint code, guint kind)
{
  g_signal_emit (self, signals[FIX_ALL], 0, code, kind);
}

static void
play_cb (PtFindingsView *self, const PtDiagnostic *diagnostic)
{
  g_signal_emit (self, signals[PLAY], 0, diagnostic);
}

static GtkWidget *
make_row (PtFindingsView *self)
{
  GtkWidget *row = pt_finding_row_new ();

  g_signal_connect_swapped (row, "fix", G_CALLBACK (fix_cb), self);
  g_signal_connect_swapped (row, "fix-all", G_CALLBACK (fix_all_cb), self);
  g_signal_connect_swapped (row, "play", G_CALLBACK (play_cb), self);
  g_object_bind_property (self, "outdated", row, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return row;
}

static GtkWidget *
make_heading (PtFindingHeading *heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (pt_finding_heading_get_title (heading));
  GtkWidget *count = gtk_label_new (pt_finding_heading_get_count (heading));
  gboolean folded = pt_finding_heading_get_folded (heading);

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (folded ? "pan-end-symbolic" : "pan-down-symbolic"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (box, "finding-heading");
  gtk_widget_set_tooltip_text (box, folded ? _ ("Show these findings") : _ ("Hide these findings"));
  return box;
}

static void
bind_cb (PtFindingsView *self, GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);

  if (PT_IS_FINDING_HEADING (object))
    child = make_heading (object);
  else if (!PT_IS_FINDING_ROW (child))
    child = make_row (self);
  if (PT_IS_FINDING_ROW (child))
    pt_finding_row_set_finding (PT_FINDING_ROW (child), object);
  gtk_list_item_set_child (item, child);
}

static void
unbind_cb (PtFindingsView *self, GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (PT_IS_FINDING_ROW (child))
    pt_finding_row_set_finding (PT_FINDING_ROW (child), NULL);
}

static void
activated_cb (PtFindingsView *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (PT_IS_FINDING_HEADING (item))
    pt_finding_list_toggle (self->list,
                            pt_finding_heading_get_severity (PT_FINDING_HEADING (item)));
  else
    g_signal_emit (self, signals[PICKED], 0, pt_finding_get (PT_FINDING (item)));
}

/* --- following --- */

static void
update_emptiness (PtFindingsView *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean looked_for = *gtk_editable_get_text (self->search) != '\0';

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : looked_for ? "not-found" : "none");
}

static void
search_changed_cb (PtFindingsView *self)
{
  pt_finding_list_set_search (self->list, gtk_editable_get_text (self->search));
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "checking"))
    update_emptiness (self);
}

static void
search_stopped_cb (PtFindingsView *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
set_outdated (PtFindingsView *self, gboolean outdated)
{
  if (outdated == self->outdated)
    return;
  self->outdated = outdated;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTDATED]);
}

void
pt_findings_view_outdate (PtFindingsView *self)
{
  set_outdated (self, TRUE);
}

void
pt_findings_view_set_compilation (PtFindingsView *self, PtCompilation *compilation)
{
  pt_finding_list_set_compilation (self->list, compilation);
  update_emptiness (self);
  set_outdated (self, FALSE);
}

void
pt_findings_view_show (PtFindingsView *self, const PtDiagnostic *diagnostic)
{
  guint position;

  if (pt_finding_list_find (self->list, diagnostic, &position))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* --- class --- */

static void
pt_findings_view_dispose (GObject *object)
{
  PtFindingsView *self = PT_FINDINGS_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (pt_findings_view_parent_class)->dispose (object);
}

static void
pt_findings_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, PT_FINDINGS_VIEW (object)->outdated);
}

static void
make_signals (void)
{
  const GType type = PT_TYPE_FINDINGS_VIEW;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIX] = g_signal_new ("fix", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_POINTER);
  signals[FIX_ALL] = g_signal_new ("fix-all", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[PLAY] = g_signal_new ("play", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
}

static void
pt_findings_view_class_init (PtFindingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_findings_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = pt_findings_view_get_property;
  properties[PROP_OUTDATED] = g_param_spec_boolean ("outdated", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  make_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PtFindingsView, search);
  gtk_widget_class_bind_template_child (widget_class, PtFindingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PtFindingsView, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
pt_findings_view_init (PtFindingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = pt_finding_list_new ();
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           g_object_ref (G_LIST_MODEL (self->list)))));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_emptiness), self);
}
