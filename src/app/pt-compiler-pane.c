/* pt-compiler-pane.c: what the compiler finds while one draws, and the executable process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-compiler-pane.h"
#include "pt-findings-view.h"
#include "pt-open-outside.h"
#include "pt-save.h"
#include "pt-source-pane.h"
#include "pt-steps-view.h"
#include "pt-target-chooser.h"
#include "pt-who-view.h"

struct _PtCompilerPane
{
  GtkWidget parent_instance;

  GtkStack *stack;
  PtTargetChooser *targets;
  GtkLabel *roles_label;
  PtFindingsView *findings;
  PtSourcePane *source;
  PtStepsView *steps;
  PtWhoView *who;
  GtkLabel *verdict;

  PtPage *page; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtCompilerPane, pt_compiler_pane, GTK_TYPE_WIDGET)

/* --- findings --- */

static void
finding_picked_cb (PtCompilerPane *self, const PtDiagnostic *diagnostic)
{
  if (self->page != NULL && diagnostic->elements->len > 0)
    pt_page_go_to (self->page, g_ptr_array_index (diagnostic->elements, 0));
}

static void
fix_cb (PtCompilerPane *self, const PtFix *fix)
{
  if (self->page != NULL)
    pt_page_apply_fix (self->page, fix);
}

static void
fix_all_cb (PtCompilerPane *self, guint code, guint kind)
{
  if (self->page != NULL)
    pt_page_fix_all (self->page, (PtCode)code, (PtFixKind)kind);
}

/* (sums): element, code of the finding, and why it may be like this, or nothing to take that back
 */
static void
let_pass (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtCompilerPane *self = PT_COMPILER_PANE (widget);
  const char *id, *reason;
  guint code;

  g_variant_get (parameter, "(&sum&s)", &id, &code, &reason);
  if (self->page != NULL)
    pt_page_let_pass (self->page, id, (PtCode)code, reason);
}

/* u: the step whose readings are all accepted */
static void
accept_readings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PtCompilerPane *self = PT_COMPILER_PANE (widget);

  if (self->page != NULL)
    pt_page_accept_readings (self->page, (PtPass)g_variant_get_uint32 (parameter));
}

static void
play_cb (PtCompilerPane *self, const PtDiagnostic *diagnostic)
{
  if (self->page != NULL)
    pt_page_play_trace (self->page, diagnostic->trace);
}

static void
settle_cb (PtCompilerPane *self, const PtInference *inference, guint state, const char *value)
{
  if (self->page != NULL)
    pt_page_settle (self->page, inference, (PtInferenceState)state, value);
}

/* --- showing a result --- */

/* What is said when a question took too long. Rules may hide it, so it is looked for whether it is
 * listed or not. */
static const PtCode undecided[] = { PT_CODE_RS09, PT_CODE_S113 };

static gboolean
was_decided (PtCompilation *compilation)
{
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < G_N_ELEMENTS (undecided); i++)
    if (pt_diagnostics_has (diagnostics, undecided[i]))
      return FALSE;
  return TRUE;
}

/* Whether the roles file names people, so that who plays what was checked. */
static gboolean
holders_were_checked (PtPage *page)
{
  PtRoster *roster = pt_live_compiler_get_roster (pt_page_get_compiler (page));

  return roster != NULL && pt_roster_get_persons (roster)->len > 0;
}

/* What is known of a process that nothing is found against. */
static const char *
praise (PtPage *page)
{
  if (!holders_were_checked (page))
    return _ ("The process can be made executable. Who holds the roles was not checked: the roles "
              "file names no people.");
  if (!was_decided (pt_live_compiler_get (pt_page_get_compiler (page))))
    return _ ("The process can be made executable. Whether it can always be played to its end was "
              "not decided in full: there was not enough time, or there are too many ways. The "
              "list of findings says more.");
  return _ ("The process can be played by the people and systems listed.");
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
  g_autofree char *reason = NULL;
  gboolean executable;

  if (!pt_live_compiler_is_current (pt_page_get_compiler (self->page)))
    {
      pt_compiler_pane_show_checking (self);
      return;
    }
  executable = pt_page_is_executable (self->page, &reason);
  gtk_label_set_label (self->verdict, executable ? praise (self->page) : reason);
  if (executable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
}

void
pt_compiler_pane_outdate (PtCompilerPane *self)
{
  pt_findings_view_outdate (self->findings);
}

void
pt_compiler_pane_show_finding (PtCompilerPane *self, const PtDiagnostic *diagnostic)
{
  pt_findings_view_show (self->findings, diagnostic);
}

void
pt_compiler_pane_show_part (PtCompilerPane *self, const char *part)
{
  gtk_stack_set_visible_child_name (self->stack, part);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
pt_compiler_pane_update (PtCompilerPane *self, PtCompilation *compilation)
{
  pt_findings_view_set_compilation (self->findings, compilation);
  show_verdict (self);
  pt_source_pane_set_compilation (self->source, compilation);
  pt_steps_view_set_compilation (self->steps, compilation);
  pt_target_chooser_set_compilation (self->targets, compilation);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.save-roles-as", roles != NULL);
  show_verdict (self);
}

static void
element_picked_cb (PtCompilerPane *self, const char *id)
{
  if (self->page != NULL)
    pt_page_select (self->page, id);
}

/* --- choosing --- */

static void
target_chosen_cb (PtCompilerPane *self, const PtTarget *target)
{
  if (self->page != NULL)
    pt_page_set_target (self->page, target);
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
  pt_page_reload_roles (PT_COMPILER_PANE (widget)->page);
}

static void
save_roles_as (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pt_save_roles_as (PT_WINDOW (gtk_widget_get_root (widget)), PT_COMPILER_PANE (widget)->page);
}

void
pt_compiler_pane_set_page (PtCompilerPane *self, PtPage *page)
{
  self->page = page;
  pt_who_view_set_page (self->who, page);
  if (page == NULL)
    return;
  pt_target_chooser_set_target (self->targets, pt_page_get_target (page));
  pt_compiler_pane_roles_changed (self);
}

/* --- class --- */

static void
pt_compiler_pane_dispose (GObject *object)
{
  PtCompilerPane *self = PT_COMPILER_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->page = NULL;
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_compiler_pane_parent_class)->dispose (object);
}

static void
pt_compiler_pane_class_init (PtCompilerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_compiler_pane_dispose;
  g_type_ensure (PT_TYPE_FINDINGS_VIEW);
  g_type_ensure (PT_TYPE_SOURCE_PANE);
  g_type_ensure (PT_TYPE_STEPS_VIEW);
  g_type_ensure (PT_TYPE_TARGET_CHOOSER);
  g_type_ensure (PT_TYPE_WHO_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/compiler-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, targets);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, roles_label);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, findings);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, source);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, steps);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, who);
  gtk_widget_class_bind_template_child (widget_class, PtCompilerPane, verdict);
  gtk_widget_class_bind_template_callback (widget_class, target_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_bind_template_callback (widget_class, element_picked_cb);
  gtk_widget_class_install_action (widget_class, "pane.let-pass", "(sums)", let_pass);
  gtk_widget_class_install_action (widget_class, "pane.accept-readings", "u", accept_readings);
  gtk_widget_class_install_action (widget_class, "pane.choose-roles", NULL, choose_roles);
  gtk_widget_class_install_action (widget_class, "pane.draft-roles", NULL, draft_roles);
  gtk_widget_class_install_action (widget_class, "pane.edit-roles", NULL, edit_roles);
  gtk_widget_class_install_action (widget_class, "pane.reload-roles", NULL, reload_roles);
  gtk_widget_class_install_action (widget_class, "pane.save-roles-as", NULL, save_roles_as);
}

static void
pt_compiler_pane_init (PtCompilerPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
