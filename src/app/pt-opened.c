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

static gboolean
has_diagram (PtProcessGraph *graph)
{
  return pt_process_graph_get_diagrams (graph)->len > 0;
}

/* A drawing that was made before and not saved is the first step to redo, with what was done to it
 * behind. */
static gboolean
draw_again (PtProcessGraph *graph, PtDocument *document)
{
  if (has_diagram (graph))
    return FALSE;
  pt_document_redo (document);
  if (has_diagram (graph))
    return TRUE;
  pt_document_undo (document);
  return FALSE;
}

/* Where there is something to undo, somebody has decided already what becomes of the drawing. */
static gboolean
draw (PtProcessGraph *graph, PtDocument *document)
{
  if (pt_document_can_undo (document))
    return FALSE;
  return pt_document_can_redo (document) ? draw_again (graph, document)
                                         : pt_modeling_make_diagram (graph);
}

PtOpened *
pt_opened_new (PtDocument *document)
{
  PtOpened *self = g_new0 (PtOpened, 1);

  self->graph = pt_process_graph_new (document);
  self->drawn = draw (self->graph, document);
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
