/* pt-file-guard.h: whether a document's file still holds what the document knows of
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

typedef enum
{
  PT_FILE_KNOWN,   /* it does, or there is no file yet */
  PT_FILE_CHANGED, /* another program wrote something else */
  PT_FILE_GONE,    /* deleted, renamed, or the disk was taken out */
} PtFileState;

/**
 * PtFileGuard: Watches the file of a document and compares by content, in a worker thread, so
 * touching a file or writing the same again is no news. Signal `changed ()`: the state is
 * another, or the file was changed once more.
 */
#define PT_TYPE_FILE_GUARD (pt_file_guard_get_type ())
G_DECLARE_FINAL_TYPE (PtFileGuard, pt_file_guard, PT, FILE_GUARD, GObject)

PtFileGuard *pt_file_guard_new (PtDocument *document);
PtFileState pt_file_guard_get_state (PtFileGuard *self);

/** pt_file_guard_keep_mine: the user prefers the document to what the file holds now */
void pt_file_guard_keep_mine (PtFileGuard *self);

/** pt_file_guard_hold: does not look while the document itself is being written; holds nest. After
 * the last release it follows the document to the file it has by then. */
void pt_file_guard_hold (PtFileGuard *self);
void pt_file_guard_release (PtFileGuard *self);

G_END_DECLS
