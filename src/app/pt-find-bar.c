/* pt-find-bar.c: finding elements of a process by their name
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-find-bar.h"

struct _PtFindBar
{
  GtkWidget parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  PtPage *page;   /* (nullable) */
  GPtrArray *ids; /* of char*: what fits, document order */
  guint position; /* the one shown */
};

G_DEFINE_FINAL_TYPE (PtFindBar, pt_find_bar, GTK_TYPE_WIDGET)

static void
collect (PtFindBar *self)
{
  g_autofree char *needle
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  GPtrArray *elements = pt_process_graph_get_elements (pt_page_get_graph (self->page));

  g_ptr_array_set_size (self->ids, 0);
  self->position = 0;
  for (guint i = 0; *needle != '\0' && i < elements->len; i++)
    {
      PtElement *element = g_ptr_array_index (elements, i);
      g_autofree char *name = element->name != NULL ? g_utf8_casefold (element->name, -1) : NULL;

      if (name != NULL && element->figure != NULL && element->id != NULL
          && strstr (name, needle) != NULL)
        g_ptr_array_add (self->ids, g_strdup (element->id));
    }
}

static void
show (PtFindBar *self)
{
  g_autofree char *text = NULL;

  if (self->ids->len > 0)
    {
      pt_page_select (self->page, g_ptr_array_index (self->ids, self->position));
      /* translators: which of the elements found is shown, as in "2 of 7" */
      text = g_strdup_printf (_ ("%u of %u"), self->position + 1, self->ids->len);
    }
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    text = g_strdup (_ ("Not found"));
  gtk_label_set_label (self->count, text != NULL ? text : "");
}

static void
search_changed_cb (PtFindBar *self)
{
  if (self->page == NULL)
    return;
  collect (self);
  show (self);
}

static void
step (PtFindBar *self, guint by)
{
  if (self->page == NULL || self->ids->len == 0)
    return;
  self->position = (self->position + by) % self->ids->len;
  show (self);
}

static void
next_cb (PtFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (PtFindBar *self)
{
  step (self, self->ids->len > 0 ? self->ids->len - 1 : 0);
}

static void
stop_cb (PtFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
  if (self->page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (pt_page_get_canvas (self->page)));
}

void
pt_find_bar_set_page (PtFindBar *self, PtPage *page)
{
  self->page = page;
}

void
pt_find_bar_open (PtFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
pt_find_bar_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_find_bar_parent_class)->dispose (object);
}

static void
pt_find_bar_finalize (GObject *object)
{
  g_ptr_array_unref (PT_FIND_BAR (object)->ids);
  G_OBJECT_CLASS (pt_find_bar_parent_class)->finalize (object);
}

static void
pt_find_bar_class_init (PtFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = pt_find_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PtFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PtFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PtFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
pt_find_bar_init (PtFindBar *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}
