/* pt-calendar-private.h: making calendars
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libxml/tree.h>
#include <partitur/calendar.h>

/** pt_calendar_clear: frees what @self holds, not itself */
void pt_calendar_clear (PtCalendar *self);

/** pt_calendar_read_work: appends the windows of an element `work` to @self; nothing when it is
 * wrong */
void pt_calendar_read_work (PtCalendar *self, const xmlNode *node);

/** pt_calendar_read_closure: @closure: (out): what an element `closed` says; its name is not read.
 *  Returns: %FALSE when it says nothing that can be used; with @error (nullable) for a wrong rule
 */
gboolean pt_calendar_read_closure (PtClosure *closure, const xmlNode *node, GError **error);
