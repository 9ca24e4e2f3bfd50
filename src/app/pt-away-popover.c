/* pt-away-popover.c: when a person is away, and who stands in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/roster-edit.h>

#include "pt-away-popover.h"

struct _PtAwayPopover
{
  GtkPopover parent_instance;

  GtkGrid *grid;
  GtkEditable *from, *until;
  GtkDropDown *deputy;
  GPtrArray *ids; /* of char*: of the persons that `deputy` lists behind “nobody” */
};

G_DEFINE_FINAL_TYPE (PtAwayPopover, pt_away_popover, GTK_TYPE_POPOVER)

enum
{
  AWAY,
  BACK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what there is --- */

static void
back_cb (GtkWidget *button, PtAwayPopover *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[BACK], 0, place);
}

static char *
write_day (const GDate *day)
{
  char text[32] = "…";

  if (g_date_valid (day))
    g_date_strftime (text, sizeof text, "%x", day);
  return g_strdup (text);
}

static char *
write_absence (const PtAbsence *absence)
{
  g_autofree char *from = write_day (&absence->from), *until = write_day (&absence->until);

  if (absence->deputy == NULL)
    /* Translators: first and last day of an absence */
    return g_strdup_printf (_ ("%s to %s"), from, until);
  /* Translators: first and last day of an absence, and who stands in */
  return g_strdup_printf (_ ("%s to %s, %s stands in"), from, until, absence->deputy->name);
}

static void
add_absence (PtAwayPopover *self, const PtAbsence *absence, int row)
{
  g_autofree char *text = write_absence (absence);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take This Absence Back"));
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (absence->place));
  g_signal_connect (button, "clicked", G_CALLBACK (back_cb), self);
  gtk_grid_attach (self->grid, label, 0, row, 2, 1);
  gtk_grid_attach (self->grid, button, 2, row, 1, 1);
}

/* --- another one --- */

static gboolean
read_day (GtkEditable *entry, GDate *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean is_day = pt_roster_day_from_string (text, day);

  if (is_day)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return is_day;
}

static void
enter (PtAwayPopover *self)
{
  GDate from, until;
  gboolean has_from = read_day (self->from, &from), has_until = read_day (self->until, &until);
  guint chosen = gtk_drop_down_get_selected (self->deputy);
  char first[16], last[16];

  if (!has_from || !has_until)
    return;
  if (g_date_compare (&from, &until) > 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->until), "error");
      return;
    }
  g_date_strftime (first, sizeof first, "%Y-%m-%d", &from);
  g_date_strftime (last, sizeof last, "%Y-%m-%d", &until);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[AWAY], 0, first, last,
                 chosen > 0 && chosen <= self->ids->len ? self->ids->pdata[chosen - 1] : NULL);
}

static void
add_field (PtAwayPopover *self, const char *text, GtkWidget *field, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, field, 1, row, 2, 1);
}

static GtkEditable *
make_day (PtAwayPopover *self, const char *today)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), today);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  /* Translators: how days are written in a roles file */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("year-month-day"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (enter), self);
  return GTK_EDITABLE (entry);
}

static GtkDropDown *
make_deputies (PtAwayPopover *self, const PtRoster *roster, const PtPerson *person)
{
  GPtrArray *persons = pt_roster_get_persons (roster);
  GtkStringList *names = gtk_string_list_new ((const char *const[]){ _ ("Nobody"), NULL });
  GtkWidget *chooser;

  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *other = persons->pdata[i];

      if (other == person)
        continue;
      gtk_string_list_append (names, other->name != NULL ? other->name : other->id);
      g_ptr_array_add (self->ids, g_strdup (other->id));
    }
  chooser
      = gtk_drop_down_new (G_LIST_MODEL (names),
                           gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), self->ids->len > 8);
  return GTK_DROP_DOWN (chooser);
}

static void
add_question (PtAwayPopover *self, const PtRoster *roster, const PtPerson *person, int row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Away"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  self->from = make_day (self, today);
  self->until = make_day (self, "");
  self->deputy = make_deputies (self, roster, person);
  add_field (self, _ ("_First day"), GTK_WIDGET (self->from), row);
  add_field (self, _ ("_Last day"), GTK_WIDGET (self->until), row + 1);
  add_field (self, _ ("_Stands in"), GTK_WIDGET (self->deputy), row + 2);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (enter), self);
  gtk_grid_attach (self->grid, button, 0, row + 3, 3, 1);
}

GtkWidget *
pt_away_popover_new (const PtRoster *roster, const PtPerson *person)
{
  PtAwayPopover *self = g_object_new (PT_TYPE_AWAY_POPOVER, NULL);
  guint n = person->absences != NULL ? person->absences->len : 0;

  for (guint i = 0; i < n; i++)
    add_absence (self, person->absences->pdata[i], (int)i);
  add_question (self, roster, person, (int)n);
  return GTK_WIDGET (self);
}

/* --- class --- */

static void
pt_away_popover_finalize (GObject *object)
{
  g_ptr_array_unref (PT_AWAY_POPOVER (object)->ids);
  G_OBJECT_CLASS (pt_away_popover_parent_class)->finalize (object);
}

static void
pt_away_popover_class_init (PtAwayPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_away_popover_finalize;
  signals[AWAY] = g_signal_new ("away", PT_TYPE_AWAY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[BACK] = g_signal_new ("back", PT_TYPE_AWAY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
pt_away_popover_init (PtAwayPopover *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->grid));
}
