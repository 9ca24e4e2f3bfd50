/* pt-difference-item.c: one difference as an item of a list model, and its row
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-difference-item.h"

#include <partitur/draw.h>

struct _PtDifferenceItem
{
  GObject parent_instance;

  PtComparison *comparison;
  guint index;
};

G_DEFINE_FINAL_TYPE (PtDifferenceItem, pt_difference_item, G_TYPE_OBJECT)

static void
pt_difference_item_finalize (GObject *object)
{
  pt_comparison_unref (PT_DIFFERENCE_ITEM (object)->comparison);
  G_OBJECT_CLASS (pt_difference_item_parent_class)->finalize (object);
}

static void
pt_difference_item_class_init (PtDifferenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_difference_item_finalize;
}

static void
pt_difference_item_init (PtDifferenceItem *self)
{
}

PtDifferenceItem *
pt_difference_item_new (PtComparison *comparison, guint i)
{
  PtDifferenceItem *self = g_object_new (PT_TYPE_DIFFERENCE_ITEM, NULL);

  self->comparison = pt_comparison_ref (comparison);
  self->index = i;
  return self;
}

const PtDifference *
pt_difference_item_get (PtDifferenceItem *self)
{
  return pt_comparison_get (self->comparison, self->index);
}

/* --- rows --- */

#define BADGE_SIZE 20

static gboolean
is_dark (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return color.red + color.green + color.blue > 1.5f;
}

static void
draw_badge (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  GtkListItem *item = user_data;
  PtDifferenceItem *difference = gtk_list_item_get_item (item);

  if (difference != NULL)
    pt_difference_draw_badge (cr, pt_difference_item_get (difference)->kind,
                              is_dark (GTK_WIDGET (area)), (PtPoint){ width / 2.0, height / 2.0 },
                              1);
}

static GtkWidget *
text_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *badge = gtk_drawing_area_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (row, "difference");
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (badge), BADGE_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (badge), BADGE_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (badge), draw_badge, item, NULL);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), badge);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), text_label (NULL));
  gtk_box_append (GTK_BOX (texts), text_label ("caption"));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_list_item_set_child (item, row);
}

/* The sign is a picture: whoever does not see it hears the word for it. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  PtDifferenceItem *self = gtk_list_item_get_item (item);
  const PtDifference *difference = pt_difference_item_get (self);
  GtkWidget *badge = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (badge));
  GtkWidget *lines = gtk_widget_get_next_sibling (title);
  g_autofree char *label = pt_difference_label (self->comparison, difference);
  g_auto (GStrv) what = pt_difference_lines (self->comparison, difference);
  g_autofree char *text = g_strjoinv ("\n", what);
  const char *kind = pt_difference_kind_heading (difference->kind);
  g_autofree char *spoken = g_strdup_printf ("%s: %s, %s", kind, label, text);

  gtk_label_set_label (GTK_LABEL (title), label);
  gtk_label_set_label (GTK_LABEL (lines), *text != '\0' ? text : kind);
  gtk_widget_set_tooltip_text (badge, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, kind, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (badge);
}

GtkListItemFactory *
pt_difference_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
