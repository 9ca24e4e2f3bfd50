/* pt-target-chooser.c: the engine that is to play the process, and what each would make of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-losses-row.h"
#include "pt-target-chooser.h"

struct _PtTargetChooser
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkListBox *list;

  GPtrArray *rows;            /* of PtLossesRow: as pt_target_get_all() */
  PtCompilation *compilation; /* (nullable): the newest */
  GCancellable *running;      /* (nullable): the newest look at what is lost of it */
  gboolean is_shown;          /* what the rows say is of the newest */
};

G_DEFINE_FINAL_TYPE (PtTargetChooser, pt_target_chooser, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- working it out --- */

static void
work (GTask *task, gpointer source, gpointer compilation, GCancellable *cancellable)
{
  const PtProgram *program = pt_compilation_get_program (compilation);
  GPtrArray *losses = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_diagnostics_unref);
  const PtTarget *const *all = pt_target_get_all ();

  for (guint i = 0; all[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (losses, pt_compiler_losses (program, all[i]));
  g_task_return_pointer (task, losses, (GDestroyNotify)g_ptr_array_unref);
}

/* Whether nothing stands in the way on whatever engine. */
static gboolean
is_playable (PtCompilation *compilation)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    if (pt_diagnostics_get (found, i)->severity == PT_SEVERITY_ERROR
        && pt_loss_of_code (pt_diagnostics_get (found, i)->code) == PT_LOSS_NONE)
      return FALSE;
  return TRUE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtTargetChooser *self = PT_TARGET_CHOOSER (source);
  g_autoptr (GPtrArray) losses = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  self->is_shown = TRUE;
  for (guint i = 0; i < losses->len; i++)
    pt_losses_row_set_losses (g_ptr_array_index (self->rows, i), g_ptr_array_index (losses, i),
                              is_playable (self->compilation));
}

static void
stop (PtTargetChooser *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
look (PtTargetChooser *self)
{
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, done_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, pt_compilation_ref (self->compilation),
                        (GDestroyNotify)pt_compilation_unref);
  g_task_run_in_thread (task, work);
}

static void
look_if_needed (PtTargetChooser *self)
{
  if (self->compilation == NULL || self->is_shown
      || !gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    pt_losses_row_set_losses (g_ptr_array_index (self->rows, i), NULL, FALSE);
  look (self);
}

void
pt_target_chooser_set_compilation (PtTargetChooser *self, PtCompilation *compilation)
{
  stop (self);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  self->compilation = pt_compilation_ref (compilation);
  self->is_shown = FALSE;
  look_if_needed (self);
}

/* --- choosing --- */

void
pt_target_chooser_set_target (PtTargetChooser *self, const PtTarget *target)
{
  gtk_label_set_label (self->label, pt_target_get_label (target));
  for (guint i = 0; i < self->rows->len; i++)
    if (pt_losses_row_get_target (g_ptr_array_index (self->rows, i)) == target)
      pt_losses_row_choose (g_ptr_array_index (self->rows, i));
}

static void
chosen_cb (PtTargetChooser *self, PtLossesRow *row)
{
  const PtTarget *target = pt_losses_row_get_target (row);

  gtk_menu_button_popdown (self->button);
  gtk_label_set_label (self->label, pt_target_get_label (target));
  g_signal_emit (self, signals[CHOSEN], 0, target);
}

static void
picked_cb (PtTargetChooser *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0, kept);
}

static void
add_target (PtTargetChooser *self, const PtTarget *target)
{
  PtLossesRow *first = self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
  PtLossesRow *row = pt_losses_row_new (target, first);

  g_signal_connect_swapped (row, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (row, "picked", G_CALLBACK (picked_cb), self);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* --- class --- */

static void
pt_target_chooser_dispose (GObject *object)
{
  PtTargetChooser *self = PT_TARGET_CHOOSER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop (self);
  g_ptr_array_set_size (self->rows, 0);
  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  G_OBJECT_CLASS (pt_target_chooser_parent_class)->dispose (object);
}

static void
pt_target_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (PT_TARGET_CHOOSER (object)->rows);
  G_OBJECT_CLASS (pt_target_chooser_parent_class)->finalize (object);
}

static void
pt_target_chooser_class_init (PtTargetChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_target_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = pt_target_chooser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", PT_TYPE_TARGET_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[PICKED] = g_signal_new ("picked", PT_TYPE_TARGET_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/target-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PtTargetChooser, button);
  gtk_widget_class_bind_template_child (widget_class, PtTargetChooser, label);
  gtk_widget_class_bind_template_child (widget_class, PtTargetChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, look_if_needed);
}

static void
pt_target_chooser_init (PtTargetChooser *self)
{
  const PtTarget *const *all = pt_target_get_all ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; all[i] != NULL; i++)
    add_target (self, all[i]);
}
