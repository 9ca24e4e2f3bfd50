/* pt-away-popover.c: when a person is away, and who stands in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-away-popover.h"
#include "pt-day-entry.h"

struct _PtAwayPopover
{
  GtkPopover parent_instance;

  GtkGrid *grid;
  PtDayEntry *from, *until;
  GtkDropDown *deputy;
  GtkLabel *wrong; /* what has to be corrected */
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

/* @wrong: (nullable): the field to correct */
static void
complain (PtAwayPopover *self, PtDayEntry *wrong, const char *text)
{
  pt_day_entry_set_wrong (self->from, wrong == self->from);
  pt_day_entry_set_wrong (self->until, wrong == self->until);
  gtk_label_set_label (self->wrong, text);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), *text != '\0');
  if (wrong != NULL)
    gtk_widget_grab_focus (pt_day_entry_get_field (wrong));
}

static gboolean
read_day (PtAwayPopover *self, PtDayEntry *entry, GDate *day)
{
  g_autofree char *text = NULL;

  if (pt_day_entry_get (entry, day))
    return TRUE;
  if (*pt_day_entry_get_text (entry) == '\0')
    text = g_strdup (entry == self->from ? _ ("The first day is missing.")
                                         : _ ("The last day is missing."));
  else
    text = g_strdup_printf (_ ("“%s” is not a day as it is written here: year-month-day, for "
                               "example 2026-07-06."),
                            pt_day_entry_get_text (entry));
  complain (self, entry, text);
  return FALSE;
}

static gboolean
read_days (PtAwayPopover *self, GDate *from, GDate *until)
{
  if (!read_day (self, self->from, from) || !read_day (self, self->until, until))
    return FALSE;
  if (g_date_compare (from, until) > 0)
    {
      complain (self, self->until, _ ("The last day comes before the first one."));
      return FALSE;
    }
  complain (self, NULL, "");
  return TRUE;
}

static void
enter (PtAwayPopover *self)
{
  GDate from, until;
  guint chosen = gtk_drop_down_get_selected (self->deputy);
  char first[16], last[16];

  if (!read_days (self, &from, &until))
    return;
  g_date_strftime (first, sizeof first, "%Y-%m-%d", &from);
  g_date_strftime (last, sizeof last, "%Y-%m-%d", &until);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[AWAY], 0, first, last,
                 chosen > 0 && chosen <= self->ids->len ? self->ids->pdata[chosen - 1] : NULL);
}

static void
add_field (PtAwayPopover *self, const char *text, GtkWidget *box, GtkWidget *field, int row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, box, 1, row, 2, 1);
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
add_day (PtAwayPopover *self, const char *text, PtDayEntry *entry, int row)
{
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (enter), self);
  add_field (self, text, GTK_WIDGET (entry), pt_day_entry_get_field (entry), row);
}

static void
add_days (PtAwayPopover *self, int row)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  self->from = pt_day_entry_new (&today);
  self->until = pt_day_entry_new (NULL);
  pt_day_entry_set_base (self->until, self->from);
  add_day (self, _ ("_First day"), self->from, row);
  add_day (self, _ ("_Last day"), self->until, row + 1);
}

static void
add_complaint (PtAwayPopover *self, int row)
{
  self->wrong = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->wrong, TRUE);
  gtk_label_set_xalign (self->wrong, 0);
  gtk_label_set_max_width_chars (self->wrong, 32);
  gtk_widget_add_css_class (GTK_WIDGET (self->wrong), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), FALSE);
  gtk_grid_attach (self->grid, GTK_WIDGET (self->wrong), 0, row, 3, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (pt_day_entry_get_field (self->from)),
                                  GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->wrong, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (pt_day_entry_get_field (self->until)),
                                  GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->wrong, NULL, -1);
}

static void
add_question (PtAwayPopover *self, const PtRoster *roster, const PtPerson *person, int row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Away"));

  add_days (self, row);
  self->deputy = make_deputies (self, roster, person);
  add_field (self, _ ("_Stands in"), GTK_WIDGET (self->deputy), GTK_WIDGET (self->deputy), row + 2);
  add_complaint (self, row + 3);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (enter), self);
  gtk_grid_attach (self->grid, button, 0, row + 4, 3, 1);
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
