/* pt-finding-row.c: a finding in the list: its wording, what it means, and the ways out
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-entry-popover.h"
#include "pt-explanation.h"
#include "pt-finding-row.h"
#include "pt-severity-icon.h"

struct _PtFindingRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *repairs;
  GtkMenuButton *code;
  GtkBox *fixes;
  GtkWidget *fix_all, *play, *show_again;
  GtkMenuButton *let_pass;
  PtFinding *finding; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtFindingRow, pt_finding_row, GTK_TYPE_WIDGET)

enum
{
  FIX,
  FIX_ALL,
  PLAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The finding may have come from another check since the button was made. */
static void
fix_clicked_cb (GtkButton *button, gpointer user_data)
{
  const PtDiagnostic *diagnostic = pt_finding_get (PT_FINDING_ROW (user_data)->finding);
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "fix"));

  g_signal_emit (user_data, signals[FIX], 0, g_ptr_array_index (diagnostic->fixes, i));
}

static void
fix_all_clicked_cb (PtFindingRow *self)
{
  const PtDiagnostic *diagnostic = pt_finding_get (self->finding);
  const PtFix *fix = g_ptr_array_index (diagnostic->fixes, 0);

  g_signal_emit (self, signals[FIX_ALL], 0, diagnostic->code, fix->kind);
}

static void
play_clicked_cb (PtFindingRow *self)
{
  g_signal_emit (self, signals[PLAY], 0, pt_finding_get (self->finding));
}

static void
answered_cb (GtkWidget *popover, const char *answer, gpointer user_data)
{
  const PtDiagnostic *diagnostic = pt_finding_get (PT_FINDING_ROW (user_data)->finding);
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (popover), "fix"));
  PtFix *fix = pt_fix_answer (g_ptr_array_index (diagnostic->fixes, i), answer);

  g_signal_emit (user_data, signals[FIX], 0, fix);
  pt_fix_free (fix);
}

/* What has to be asked first is asked beside the button. */
static GtkWidget *
asking_button (PtFindingRow *self, const char *question, guint i)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = pt_entry_popover_new (question, "", _ ("_Apply"));

  g_object_set_data (G_OBJECT (popover), "fix", GUINT_TO_POINTER (i));
  g_signal_connect (popover, "entered", G_CALLBACK (answered_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static GtkWidget *
plain_button (PtFindingRow *self, guint i)
{
  GtkWidget *button = gtk_button_new ();

  g_object_set_data (G_OBJECT (button), "fix", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (fix_clicked_cb), self);
  return button;
}

static GtkWidget *
fix_button (PtFindingRow *self, const PtDiagnostic *diagnostic, guint i)
{
  const PtFix *fix = g_ptr_array_index (diagnostic->fixes, i);
  const char *question = pt_fix_question (fix);
  GtkWidget *button = question != NULL ? asking_button (self, question, i) : plain_button (self, i);
  g_autofree char *text = pt_fix_label (fix);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set (button, "child", label, NULL);
  if (question == NULL)
    gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "fix");
  return button;
}

static void
clear_fixes (PtFindingRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fixes))) != NULL)
    gtk_box_remove (self->fixes, child);
}

static char *
place_text (const PtDiagnostic *diagnostic)
{
  const char *code = pt_code_info (diagnostic->code)->code;
  g_autofree char *base = NULL;

  if (diagnostic->file == NULL)
    return g_strdup (code);
  base = g_path_get_basename (diagnostic->file);
  if (diagnostic->line == 0)
    return g_strdup_printf ("%s · %s", code, base);
  /* translators: code of a finding, file name, line in it */
  return g_strdup_printf (_ ("%s · %s, line %d"), code, base, diagnostic->line);
}

static void
create_explanation_cb (GtkMenuButton *button, gpointer user_data)
{
  PtFinding *finding = PT_FINDING_ROW (user_data)->finding;

  gtk_menu_button_set_popover (button, pt_explanation_new (pt_finding_get (finding)->code));
}

static void
show_code (PtFindingRow *self, const PtDiagnostic *diagnostic)
{
  const char *code = pt_code_info (diagnostic->code)->code;
  g_autofree char *place = place_text (diagnostic);
  /* Translators: %s is the code of a finding */
  g_autofree char *question = g_strdup_printf (_ ("What does %s mean?"), code);

  gtk_menu_button_set_popover (self->code, NULL);
  gtk_menu_button_set_create_popup_func (self->code, create_explanation_cb, self, NULL);
  gtk_menu_button_set_label (self->code, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->code), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->code), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
}

/* Where several findings are alike, the first of the fixes can be done to all of them. */
static void
show_fixes (PtFindingRow *self, const PtDiagnostic *diagnostic)
{
  guint n = pt_finding_get_n_alike (self->finding);
  g_autofree char *text
      = diagnostic->fixes->len > 1
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "The first for the only one of this kind",
                                            "The first for all %u of this kind", n),
                               n)
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "The same for the only one of this kind",
                                            "The same for all %u of this kind", n),
                               n);

  clear_fixes (self);
  for (guint i = 0; i < diagnostic->fixes->len; i++)
    gtk_box_append (self->fixes, fix_button (self, diagnostic, i));
  gtk_widget_set_visible (GTK_WIDGET (self->fixes), diagnostic->fixes->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->fix_all), text);
  gtk_widget_set_visible (self->fix_all, n > 1);
}

/* --- letting pass --- */

/* Says to whom it belongs why the element of the finding may be as it is, or, with %NULL, takes
 * that back. */
static void
let_pass (PtFindingRow *self, const char *reason)
{
  const PtDiagnostic *diagnostic = pt_finding_get (self->finding);

  gtk_widget_activate_action (GTK_WIDGET (self), "pane.let-pass", "(sums)",
                              g_ptr_array_index (diagnostic->elements, 0), (guint)diagnostic->code,
                              reason);
}

static void
show_again_clicked_cb (PtFindingRow *self)
{
  let_pass (self, NULL);
}

static void
create_let_pass_cb (GtkMenuButton *button, gpointer user_data)
{
  GtkWidget *popover
      = pt_entry_popover_new (_ ("Why may it be like this?"), "", _ ("_Let It Pass"));

  g_signal_connect_swapped (popover, "entered", G_CALLBACK (let_pass), user_data);
  gtk_menu_button_set_popover (button, popover);
}

static void
show_passing (PtFindingRow *self, const PtDiagnostic *diagnostic)
{
  gboolean passes = pt_finding_get_reason (self->finding) != NULL;
  gboolean may_pass = !passes && diagnostic->elements->len > 0 && diagnostic->more == 0
                      && diagnostic->severity < PT_SEVERITY_ERROR;

  gtk_menu_button_set_popover (self->let_pass, NULL);
  gtk_menu_button_set_create_popup_func (self->let_pass, create_let_pass_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->let_pass), may_pass);
  gtk_widget_set_visible (self->show_again, passes);
}

/* --- the whole --- */

/* What stands in the way also says the way out at once; the rest when one asks. What is let pass
 * says why. */
static void
show_further_words (PtFindingRow *self, const PtDiagnostic *diagnostic)
{
  const char *reason = pt_finding_get_reason (self->finding);
  const char *words = reason != NULL ? reason : _ (pt_code_info (diagnostic->code)->repairs);
  gboolean shown = reason != NULL || diagnostic->severity == PT_SEVERITY_ERROR;

  gtk_label_set_label (self->repairs, words);
  gtk_widget_set_visible (GTK_WIDGET (self->repairs), shown && *words != '\0');
}

static void
show_diagnostic (PtFindingRow *self, const PtDiagnostic *diagnostic)
{
  g_autofree char *message = pt_diagnostic_message (diagnostic);

  pt_severity_icon_show (self->icon, diagnostic->severity);
  gtk_label_set_label (self->message, message);
  show_further_words (self, diagnostic);
  show_passing (self, diagnostic);
  show_code (self, diagnostic);
  show_fixes (self, diagnostic);
  gtk_widget_set_visible (self->play, diagnostic->trace->len > 0);
}

void
pt_finding_row_set_finding (PtFindingRow *self, PtFinding *finding)
{
  g_set_object (&self->finding, finding);
  if (finding != NULL)
    show_diagnostic (self, pt_finding_get (finding));
  else
    clear_fixes (self);
}

GtkWidget *
pt_finding_row_new (void)
{
  return g_object_new (PT_TYPE_FINDING_ROW, NULL);
}

static void
pt_finding_row_dispose (GObject *object)
{
  PtFindingRow *self = PT_FINDING_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->finding);
  G_OBJECT_CLASS (pt_finding_row_parent_class)->dispose (object);
}

static void
pt_finding_row_class_init (PtFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_finding_row_dispose;
  signals[FIX] = g_signal_new ("fix", PT_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FIX_ALL] = g_signal_new ("fix-all", PT_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[PLAY] = g_signal_new ("play", PT_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "findingrow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, repairs);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, code);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, fixes);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, fix_all);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, play);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, let_pass);
  gtk_widget_class_bind_template_child (widget_class, PtFindingRow, show_again);
  gtk_widget_class_bind_template_callback (widget_class, fix_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_again_clicked_cb);
}

static void
pt_finding_row_init (PtFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
