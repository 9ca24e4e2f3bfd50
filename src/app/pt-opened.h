/* pt-opened.h: a process that was read, with its views: what a worker thread hands to a window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

typedef struct
{
  PtProcessGraph *graph; /* holds its document */
  gboolean drawn;        /* the file had no drawing, so one was made as a first step to undo */
} PtOpened;

/** pt_opened_new: Reads the views of @document (transfer full), and draws what has no drawing. Takes
 *  long for big files: for the thread that loaded @document. Returns: (transfer full) */
PtOpened *pt_opened_new (PtDocument *document);
void pt_opened_free (PtOpened *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtOpened, pt_opened_free)

G_END_DECLS
