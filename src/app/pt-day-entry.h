/* pt-day-entry.h: a field for a day, with a calendar beside it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PtDayEntry: Signal `activate ()`: Enter was pressed in it. */
#define PT_TYPE_DAY_ENTRY (pt_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (PtDayEntry, pt_day_entry, PT, DAY_ENTRY, GtkBox)

/** pt_day_entry_new: @day: (nullable): that it has at first */
PtDayEntry *pt_day_entry_new (const GDate *day);
/** pt_day_entry_get_field: Returns: (transfer none): where one writes, for its label */
GtkWidget *pt_day_entry_get_field (PtDayEntry *self);
/** pt_day_entry_get_text: Returns: (transfer none): what is written there */
const char *pt_day_entry_get_text (PtDayEntry *self);
/** pt_day_entry_get: Returns: whether @day (out) is written there, as a roles file writes it */
gboolean pt_day_entry_get (PtDayEntry *self, GDate *day);
/** pt_day_entry_set_wrong: marks it as what has to be corrected, for eyes and screen readers */
void pt_day_entry_set_wrong (PtDayEntry *self, gboolean wrong);
/** pt_day_entry_set_base: @base: (nullable): whose day the calendar shows as long as this has none;
 * not kept alive */
void pt_day_entry_set_base (PtDayEntry *self, PtDayEntry *base);

G_END_DECLS
