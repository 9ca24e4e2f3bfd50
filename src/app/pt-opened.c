/* pt-opened.c: a process that was read, with its views: what a worker thread hands to a window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <partitur/history.h>
#include <partitur/modeling.h>

#include "pt-opened.h"

/* Where a document has a history, that has told already what became of the drawing. */
static gboolean
is_fresh (PtDocument *document)
{
  return !pt_document_can_undo (document) && !pt_document_can_redo (document);
}

PtOpened *
pt_opened_new (PtDocument *document)
{
  PtOpened *self = g_new0 (PtOpened, 1);

  self->graph = pt_process_graph_new (document);
  self->drawn = is_fresh (document) && pt_modeling_make_diagram (self->graph);
  if (self->drawn)
    pt_history_give_up (document); /* nobody's work yet: it can be made again */
  g_object_unref (document);
  return self;
}

void
pt_opened_free (PtOpened *self)
{
  g_object_unref (self->graph);
  g_free (self);
}
