/* pt-steps-view.c: the way from the drawing to the executable file, step by step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-step-row.h"
#include "pt-steps-view.h"

struct _PtStepsView
{
  GtkWidget parent_instance;

  GtkListBox *list;
  PtStepRow *rows[PT_N_PASSES];
  PtCompilation *compilation; /* (nullable): one that the rows do not show yet */
};

G_DEFINE_FINAL_TYPE (PtStepsView, pt_steps_view, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  SETTLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
picked_cb (PtStepsView *self, const char *id)
{
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
settle_cb (PtStepsView *self, PtInference *inference, guint state, const char *value)
{
  g_signal_emit (self, signals[SETTLE], 0, inference, state, value);
}

/* While nobody looks, there is nothing to do. */
static void
update (PtStepsView *self)
{
  g_autoptr (PtCompilation) compilation = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list)) || self->compilation == NULL)
    return;
  compilation = g_steal_pointer (&self->compilation);
  for (guint pass = 0; pass < PT_N_PASSES; pass++)
    pt_step_row_set_compilation (self->rows[pass], compilation);
}

void
pt_steps_view_set_compilation (PtStepsView *self, PtCompilation *compilation)
{
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  self->compilation = pt_compilation_ref (compilation);
  update (self);
}

static void
pt_steps_view_dispose (GObject *object)
{
  PtStepsView *self = PT_STEPS_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->compilation, pt_compilation_unref);
  G_OBJECT_CLASS (pt_steps_view_parent_class)->dispose (object);
}

static void
pt_steps_view_class_init (PtStepsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_steps_view_dispose;
  signals[PICKED] = g_signal_new ("picked", PT_TYPE_STEPS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLE] = g_signal_new ("settle", PT_TYPE_STEPS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/partitur/Partitur/steps-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PtStepsView, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
pt_steps_view_init (PtStepsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint pass = 0; pass < PT_N_PASSES; pass++)
    {
      self->rows[pass] = pt_step_row_new ((PtPass)pass);
      g_signal_connect_swapped (self->rows[pass], "picked", G_CALLBACK (picked_cb), self);
      g_signal_connect_swapped (self->rows[pass], "settle", G_CALLBACK (settle_cb), self);
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[pass]));
    }
}
