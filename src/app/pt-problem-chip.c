/* pt-problem-chip.c: how many problems the process has, always in sight, and the way to them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/hash.h>

#include "pt-problem-chip.h"

struct _PtProblemChip
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *label;

  PtCompilation *compilation; /* (nullable): the newest result */
  GPtrArray *problems;        /* of const PtDiagnostic: in the order one goes through them; none
                                 while a newer result is awaited */
  guint next;
  GHashTable *errors; /* (nullable): set of keys: those of the newest result */
  GPtrArray *fresh;   /* of const PtDiagnostic: errors that the last change brought */
};

G_DEFINE_FINAL_TYPE (PtProblemChip, pt_problem_chip, GTK_TYPE_WIDGET)

static guint picked_signal;

/* --- what is new --- */

/* The same problem may be told in other words after a change elsewhere. */
static char *
key_of (const PtDiagnostic *problem)
{
  const char *element
      = problem->elements->len > 0 ? g_ptr_array_index (problem->elements, 0) : "";

  return g_strconcat (pt_code_info (problem->code)->code, " ", element, NULL);
}

/* Of the errors that were new and not looked at, those that are still there stay new. */
static GHashTable *
keys_of_fresh (PtProblemChip *self)
{
  GHashTable *keys = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->fresh->len; i++)
    g_hash_table_add (keys, key_of (g_ptr_array_index (self->fresh, i)));
  return keys;
}

static void
note_errors (PtProblemChip *self)
{
  g_autoptr (GHashTable) unseen = keys_of_fresh (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->errors);

  self->errors = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  g_ptr_array_set_size (self->fresh, 0);
  for (guint i = 0; i < self->problems->len; i++)
    {
      const PtDiagnostic *problem = g_ptr_array_index (self->problems, i);
      char *key = key_of (problem);

      if (problem->severity == PT_SEVERITY_ERROR && before != NULL
          && (!g_hash_table_contains (before, key) || g_hash_table_contains (unseen, key)))
        g_ptr_array_add (self->fresh, (gpointer)problem);
      if (problem->severity == PT_SEVERITY_ERROR)
        g_hash_table_add (self->errors, key);
      else
        g_free (key);
    }
}

static void
collect (PtProblemChip *self)
{
  PtDiagnostics *all = pt_compilation_get_diagnostics (self->compilation);

  g_ptr_array_set_size (self->problems, 0);
  for (PtSeverity severity = PT_SEVERITY_ERROR; severity >= PT_SEVERITY_WARNING; severity--)
    for (guint i = 0; i < pt_diagnostics_get_length (all); i++)
      if (pt_diagnostics_get (all, i)->severity == severity)
        g_ptr_array_add (self->problems, (gpointer)pt_diagnostics_get (all, i));
  self->next = 0;
}

/* --- saying it --- */

static char *
words_for (PtProblemChip *self)
{
  PtDiagnostics *all = pt_compilation_get_diagnostics (self->compilation);
  guint errors = pt_diagnostics_count (all, PT_SEVERITY_ERROR);
  guint warnings = pt_diagnostics_count (all, PT_SEVERITY_WARNING);

  if (self->fresh->len > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u new problem", "%u new problems", self->fresh->len),
        self->fresh->len);
  if (errors > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", errors),
                            errors);
  if (warnings > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", warnings),
                            warnings);
  return g_strdup (_ ("No problems"));
}

static const char *
icon_for (PtProblemChip *self)
{
  PtDiagnostics *all = pt_compilation_get_diagnostics (self->compilation);

  if (pt_diagnostics_count (all, PT_SEVERITY_ERROR) > 0)
    return "dialog-error-symbolic";
  return pt_diagnostics_count (all, PT_SEVERITY_WARNING) > 0 ? "dialog-warning-symbolic"
                                                             : "emblem-ok-symbolic";
}

static void
show (PtProblemChip *self)
{
  g_autofree char *text = words_for (self);

  gtk_label_set_label (self->label, text);
  gtk_image_set_from_icon_name (self->icon, icon_for (self));
  if (self->fresh->len > 0)
    gtk_widget_add_css_class (self->button, "fresh");
  else
    gtk_widget_remove_css_class (self->button, "fresh");
  gtk_widget_set_sensitive (self->button, self->problems->len > 0);
}

void
pt_problem_chip_update (PtProblemChip *self, PtCompilation *compilation)
{
  g_autoptr (PtCompilation) old = g_steal_pointer (&self->compilation);

  self->compilation = pt_compilation_ref (compilation);
  collect (self);
  note_errors (self);
  show (self);
}

void
pt_problem_chip_show_checking (PtProblemChip *self)
{
  g_ptr_array_set_size (self->problems, 0);
  gtk_label_set_label (self->label, _ ("Checking…"));
  gtk_widget_set_sensitive (self->button, FALSE);
}

const char *
pt_problem_chip_get_text (PtProblemChip *self)
{
  return gtk_label_get_text (self->label);
}

/* --- going there --- */

void
pt_problem_chip_go_on (PtProblemChip *self)
{
  const PtDiagnostic *problem;

  if (self->problems->len == 0)
    return;
  if (self->fresh->len > 0)
    g_ptr_array_find (self->problems, g_ptr_array_index (self->fresh, 0), &self->next);
  g_ptr_array_set_size (self->fresh, 0);
  problem = g_ptr_array_index (self->problems, self->next);
  self->next = (self->next + 1) % self->problems->len;
  show (self);
  g_signal_emit (self, picked_signal, 0, problem);
}

/* --- class --- */

static void
pt_problem_chip_dispose (GObject *object)
{
  PtProblemChip *self = PT_PROBLEM_CHIP (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_pointer (&self->errors, g_hash_table_unref);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  G_OBJECT_CLASS (pt_problem_chip_parent_class)->dispose (object);
}

static void
pt_problem_chip_class_init (PtProblemChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_problem_chip_dispose;
  gtk_widget_class_set_css_name (widget_class, "problemchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  picked_signal = g_signal_new ("picked", PT_TYPE_PROBLEM_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
pt_problem_chip_init (PtProblemChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->problems = g_ptr_array_new ();
  self->fresh = g_ptr_array_new ();
  self->button = gtk_button_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "osd");
  gtk_widget_set_tooltip_text (self->button, _ ("Go to the next problem (F4)"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (pt_problem_chip_go_on), self);
  pt_problem_chip_show_checking (self);
}
