/* pt-away-popover.h: when a person is away, and who stands in
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>
#include <partitur/roster.h>

G_BEGIN_DECLS

/**
 * PtAwayPopover: lists the absences of a person, each with a button that takes it back, and asks
 * for another one.
 *
 * Signal `away (const char *from, const char *until, const char *deputy)`: another one was given;
 * days as a roles file writes them, the first not after the last; @deputy: (nullable): the id of a
 * person. Signal `back (guint place)`: the absence at that place is not to be. The popover is shut
 * by then.
 */
#define PT_TYPE_AWAY_POPOVER (pt_away_popover_get_type ())
G_DECLARE_FINAL_TYPE (PtAwayPopover, pt_away_popover, PT, AWAY_POPOVER, GtkPopover)

/** pt_away_popover_new: @person: (transfer none): one of @roster; neither is kept.
 * Returns: (transfer floating) */
GtkWidget *pt_away_popover_new (const PtRoster *roster, const PtPerson *person);

G_END_DECLS
