/* pt-entry-popover.h: a small field that opens beside a button
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PtEntryPopover: Signal `entered (const char *text)`: Return or the button was pressed; the
 * popover is shut by then. */
#define PT_TYPE_ENTRY_POPOVER (pt_entry_popover_get_type ())
G_DECLARE_FINAL_TYPE (PtEntryPopover, pt_entry_popover, PT, ENTRY_POPOVER, GtkPopover)

/** pt_entry_popover_new: @question: what to write; @text: what stands there at first; @verb: what
 * is done with it, with an underscore before the key. Returns: (transfer floating) */
GtkWidget *pt_entry_popover_new (const char *question, const char *text, const char *verb);

G_END_DECLS
