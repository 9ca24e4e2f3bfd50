/* pt-figure-proxy.c: one figure for assistive technology
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-figure-proxy.h"

#include <glib/gi18n-lib.h>

#include "tools/pt-inside.h"

struct _PtFigureProxy
{
  GtkWidget parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (PtFigureProxy, pt_figure_proxy, GTK_TYPE_WIDGET)

static void
pt_figure_proxy_finalize (GObject *object)
{
  g_free (PT_FIGURE_PROXY (object)->id);
  G_OBJECT_CLASS (pt_figure_proxy_parent_class)->finalize (object);
}

/* The canvas has painted the figure: there is nothing to add. */
static void
pt_figure_proxy_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
pt_figure_proxy_init (PtFigureProxy *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
pt_figure_proxy_class_init (PtFigureProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pt_figure_proxy_finalize;
  widget_class->snapshot = pt_figure_proxy_snapshot;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

GtkWidget *
pt_figure_proxy_new (const char *id)
{
  PtFigureProxy *self = g_object_new (PT_TYPE_FIGURE_PROXY, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
pt_figure_proxy_get_id (PtFigureProxy *self)
{
  return self->id;
}

static char *
label_of (const PtElement *element)
{
  const char *type = pt_bpmn_type_label (element->type);

  if (element->name == NULL || *element->name == '\0')
    return g_strdup (type);
  /* Translators: what a screen reader says of a figure: its type, then its label */
  return g_strdup_printf (_ ("%s: %s"), type, element->name);
}

/* @sentence: (transfer full) */
static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append (text, ". ");
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
description_of (const PtDiagramElement *figure, const char *findings)
{
  const PtElement *element = figure->element;
  GString *text = g_string_new (NULL);

  if (element->lane != NULL && element->lane->name != NULL)
    /* Translators: %s is the name of a lane, that is, of a role */
    add_sentence (text, g_strdup_printf (_ ("In lane %s"), element->lane->name));
  for (guint i = 0; element->outgoing != NULL && i < element->outgoing->len; i++)
    {
      const PtElement *flow = g_ptr_array_index (element->outgoing, i);
      g_autofree char *next = flow->target != NULL ? label_of (flow->target) : NULL;

      if (next != NULL)
        /* Translators: %s is the element a flow leads to */
        add_sentence (text, g_strdup_printf (_ ("Leads to %s"), next));
    }
  if (pt_inside_is_offered (figure))
    add_sentence (text, g_strdup (_ ("Alt+Down goes inside")));
  if (findings != NULL)
    add_sentence (text, g_strdup (findings));
  return g_string_free (text, FALSE);
}

void
pt_figure_proxy_describe (PtFigureProxy *self, const PtDiagramElement *figure, const char *findings)
{
  g_autofree char *label = label_of (figure->element);
  g_autofree char *description = description_of (figure, findings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
