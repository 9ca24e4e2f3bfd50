/* pt-day-entry.c: a field for a day, with a calendar beside it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/roster-edit.h>

#include "pt-day-entry.h"

struct _PtDayEntry
{
  GtkBox parent_instance;

  GtkWidget *field, *popover;
  GtkCalendar *calendar;
  PtDayEntry *base;  /* (nullable) */
  int year, month;   /* that the calendar showed last */
  gboolean settling; /* the calendar is set by the program */
  gboolean is_chosen;
};

G_DEFINE_FINAL_TYPE (PtDayEntry, pt_day_entry, GTK_TYPE_BOX)

static guint activate_signal;

static void
write_day (PtDayEntry *self, const GDate *day)
{
  char text[16];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
  gtk_editable_set_text (GTK_EDITABLE (self->field), text);
}

/* --- the calendar --- */

/* Turning to another month chooses a day in it, but that is not the end of it. */
static void
day_selected_cb (PtDayEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;
  GDate chosen;

  if (self->settling)
    return;
  g_date_time_get_ymd (date, &year, &month, &day);
  g_date_clear (&chosen, 1);
  g_date_set_dmy (&chosen, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  write_day (self, &chosen);
  self->is_chosen = year == self->year && month == self->month;
  self->year = year;
  self->month = month;
}

static gboolean
shut (gpointer user_data)
{
  gtk_popover_popdown (GTK_POPOVER (((PtDayEntry *)user_data)->popover));
  return G_SOURCE_REMOVE;
}

/* A day is chosen as the button goes down; who shuts then never hears of its going up, and waits
 * for that with the next click. */
static gboolean
event_cb (PtDayEntry *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (self->is_chosen
      && (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_KEY_RELEASE))
    {
      self->is_chosen = FALSE;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, shut, g_object_ref (self), g_object_unref);
    }
  return GDK_EVENT_PROPAGATE;
}

/* The day that is written here, else the one it depends on, else today. */
static void
find_day (PtDayEntry *self, GDate *day)
{
  if (pt_day_entry_get (self, day) || (self->base != NULL && pt_day_entry_get (self->base, day)))
    return;
  g_date_clear (day, 1);
  g_date_set_time_t (day, time (NULL));
}

/* What the calendar shows is also written, so that it need not be chosen once more. */
static void
calendar_shown_cb (PtDayEntry *self)
{
  g_autoptr (GDateTime) date = NULL;
  GDate day;

  find_day (self, &day);
  write_day (self, &day);
  self->year = g_date_get_year (&day);
  self->month = g_date_get_month (&day);
  date = g_date_time_new_local (self->year, self->month, g_date_get_day (&day), 12, 0, 0);
  self->settling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->settling = FALSE;
}

/* --- public --- */

GtkWidget *
pt_day_entry_get_field (PtDayEntry *self)
{
  return self->field;
}

const char *
pt_day_entry_get_text (PtDayEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->field));
}

gboolean
pt_day_entry_get (PtDayEntry *self, GDate *day)
{
  g_autofree char *text = g_strstrip (g_strdup (pt_day_entry_get_text (self)));

  return pt_roster_day_from_string (text, day);
}

void
pt_day_entry_set_wrong (PtDayEntry *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->field, "error");
  else
    gtk_widget_remove_css_class (self->field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
pt_day_entry_set_base (PtDayEntry *self, PtDayEntry *base)
{
  self->base = base;
}

/* --- class --- */

static void
activate_cb (PtDayEntry *self)
{
  g_signal_emit (self, activate_signal, 0);
}

static void
pt_day_entry_class_init (PtDayEntryClass *klass)
{
  activate_signal = g_signal_new ("activate", PT_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
add_calendar (PtDayEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->calendar));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->popover, events);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_set_tooltip_text (button, _ ("Choose in a Calendar"));
  gtk_box_append (GTK_BOX (self), button);
}

static void
pt_day_entry_init (PtDayEntry *self)
{
  self->field = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->field), 12);
  /* Translators: how days are written in a roles file */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->field), _ ("year-month-day"));
  gtk_widget_set_hexpand (self->field, TRUE);
  g_signal_connect_swapped (self->field, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (self), self->field);
  add_calendar (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

PtDayEntry *
pt_day_entry_new (const GDate *day)
{
  PtDayEntry *self = g_object_new (PT_TYPE_DAY_ENTRY, NULL);

  if (day != NULL)
    write_day (self, day);
  return self;
}
