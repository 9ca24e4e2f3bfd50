/* pt-process-graph.c: the typed view of one BPMN document
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

G_DEFINE_FINAL_TYPE (PtProcessGraph, pt_process_graph, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- changes ---------------------------------------------------------------------------------- */

typedef void (*FreeView) (PtProcessGraph *self, gpointer view);

static void
free_all (PtProcessGraph *self, GHashTable *table, FreeView free_view)
{
  GHashTableIter iter;
  gpointer view;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &view))
    free_view (self, view);
}

static void
free_lost (PtProcessGraph *self)
{
  free_all (self, self->lost_elements, (FreeView)pt_element_free);
  free_all (self, self->lost_figures, (FreeView)pt_figure_free);
  free_all (self, self->lost_diagrams, (FreeView)pt_diagram_free);
  g_hash_table_remove_all (self->lost_elements);
  g_hash_table_remove_all (self->lost_figures);
  g_hash_table_remove_all (self->lost_diagrams);
  g_ptr_array_set_size (self->lost_fonts, 0);
}

/* An element that looks different is drawn anew wherever it is shown. */
static void
mark_figures (PtProcessGraph *self)
{
  for (guint i = 0; i < self->changed_elements->len; i++)
    {
      const PtElementRecord *record = g_ptr_array_index (self->changed_elements, i);
      for (PtReference *r = record->id ? record->id->references : NULL; r; r = r->next)
        if (r->kind == PT_REFERENCE_FIGURE && pt_reference_target (r) == &record->element)
          pt_graph_mark_figure_changed (self, r->owner);
    }
}

static void
count_changes (PtProcessGraph *self)
{
  for (guint i = 0; i < self->changed_figures->len; i++)
    {
      const PtDiagramElement *figure = g_ptr_array_index (self->changed_figures, i);
      pt_diagram_record (figure->diagram)->changed = TRUE;
    }
  for (guint i = 0; i < self->diagrams->len; i++)
    {
      PtDiagramRecord *record = g_ptr_array_index (self->diagrams, i);
      record->diagram.version += record->changed;
      record->changed = FALSE;
    }
}

/* Sorts what changed into what is there and what is gone, and forgets that it changed. */
static PtGraphChange
take_change (PtProcessGraph *self)
{
  PtGraphChange change
      = { g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  mark_figures (self);
  count_changes (self);
  for (guint i = 0; i < self->changed_elements->len; i++)
    {
      PtElementRecord *record = g_ptr_array_index (self->changed_elements, i);
      record->changed = FALSE;
      g_ptr_array_add (record->gone ? change.removed_elements : change.elements, record);
    }
  for (guint i = 0; i < self->changed_figures->len; i++)
    {
      PtFigureRecord *record = g_ptr_array_index (self->changed_figures, i);
      record->changed = FALSE;
      g_ptr_array_add (record->gone ? change.removed_figures : change.figures, record);
    }
  g_ptr_array_set_size (self->changed_elements, 0);
  g_ptr_array_set_size (self->changed_figures, 0);
  self->n_spread = 0;
  return change;
}

static void
clear_change (PtGraphChange *change)
{
  g_ptr_array_unref (change->elements);
  g_ptr_array_unref (change->figures);
  g_ptr_array_unref (change->removed_elements);
  g_ptr_array_unref (change->removed_figures);
}

static void
document_changed_cb (PtDocument *document,
                     const PtChange *changes,
                     guint n_changes,
                     PtProcessGraph *self)
{
  PtGraphChange change;

  pt_graph_refresh (self, changes, n_changes);
  change = take_change (self);
  g_signal_emit (self, signals[CHANGED], 0, &change);
  clear_change (&change);
  free_lost (self);
}

/* --- object ----------------------------------------------------------------------------------- */

static void
pt_process_graph_init (PtProcessGraph *self)
{
  self->arena = pt_arena_new ();
  self->elements = g_ptr_array_new ();
  self->diagrams = g_ptr_array_new ();
  self->element_by_node = g_hash_table_new (NULL, NULL);
  self->figure_by_node = g_hash_table_new (NULL, NULL);
  self->diagram_by_node = g_hash_table_new (NULL, NULL);
  self->ids = g_hash_table_new (pt_id_hash, g_str_equal);
  self->found = g_array_new (FALSE, FALSE, sizeof (PtReference));
  for (guint i = 0; i < PT_N_STAGES; i++)
    self->queues[i] = g_ptr_array_new ();
  for (guint i = 0; i < PT_N_FIGURE_STAGES; i++)
    self->figure_queues[i] = g_ptr_array_new ();
  self->changed_elements = g_ptr_array_new ();
  self->changed_figures = g_ptr_array_new ();
  self->lost_elements = g_hash_table_new (NULL, NULL);
  self->lost_figures = g_hash_table_new (NULL, NULL);
  self->lost_diagrams = g_hash_table_new (NULL, NULL);
  self->vetted = g_hash_table_new (NULL, NULL);
  self->lost_fonts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
}

static void
pt_process_graph_dispose (GObject *object)
{
  PtProcessGraph *self = PT_PROCESS_GRAPH (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (pt_process_graph_parent_class)->dispose (object);
}

static void
pt_process_graph_finalize (GObject *object)
{
  PtProcessGraph *self = PT_PROCESS_GRAPH (object);

  free_lost (self);
  free_all (self, self->element_by_node, (FreeView)pt_element_free);
  free_all (self, self->figure_by_node, (FreeView)pt_figure_free);
  free_all (self, self->ids, (FreeView)pt_id_free);
  for (guint i = 0; i < self->diagrams->len; i++)
    pt_diagram_free (self, g_ptr_array_index (self->diagrams, i));
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->diagrams);
  g_hash_table_unref (self->element_by_node);
  g_hash_table_unref (self->figure_by_node);
  g_hash_table_unref (self->diagram_by_node);
  g_hash_table_unref (self->ids);
  g_array_unref (self->found);
  g_clear_pointer (&self->dangling, g_array_unref);
  g_hash_table_unref (self->vetted);
  for (guint i = 0; i < PT_N_STAGES; i++)
    g_ptr_array_unref (self->queues[i]);
  for (guint i = 0; i < PT_N_FIGURE_STAGES; i++)
    g_ptr_array_unref (self->figure_queues[i]);
  g_ptr_array_unref (self->changed_elements);
  g_ptr_array_unref (self->changed_figures);
  g_hash_table_unref (self->lost_elements);
  g_hash_table_unref (self->lost_figures);
  g_hash_table_unref (self->lost_diagrams);
  g_ptr_array_unref (self->lost_fonts);
  g_clear_pointer (&self->fonts, g_hash_table_unref);
  pt_arena_free (self->arena);
  G_OBJECT_CLASS (pt_process_graph_parent_class)->finalize (object);
}

static void
pt_process_graph_class_init (PtProcessGraphClass *class)
{
  G_OBJECT_CLASS (class)->dispose = pt_process_graph_dispose;
  G_OBJECT_CLASS (class)->finalize = pt_process_graph_finalize;
  signals[CHANGED] = g_signal_new ("changed", PT_TYPE_PROCESS_GRAPH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

/* --- public ----------------------------------------------------------------------------------- */

PtProcessGraph *
pt_process_graph_new (PtDocument *document)
{
  PtProcessGraph *self = g_object_new (PT_TYPE_PROCESS_GRAPH, NULL);

  self->document = g_object_ref (document);
  pt_graph_build (self);
  g_signal_connect (document, "changed", G_CALLBACK (document_changed_cb), self);
  return self;
}

PtDocument *
pt_process_graph_get_document (PtProcessGraph *self)
{
  return self->document;
}

PtElement *
pt_process_graph_get (PtProcessGraph *self, const char *id)
{
  const PtId *known = id ? g_hash_table_lookup (self->ids, id) : NULL;

  return known ? known->element : NULL;
}

PtElement *
pt_process_graph_get_by_node (PtProcessGraph *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->element_by_node, node);
}

PtDiagramElement *
pt_process_graph_get_figure_by_node (PtProcessGraph *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->figure_by_node, node);
}

PtDiagram *
pt_process_graph_get_diagram_by_node (PtProcessGraph *self, const xmlNode *node)
{
  return g_hash_table_lookup (self->diagram_by_node, node);
}

PtElement *
pt_process_graph_get_definitions (PtProcessGraph *self)
{
  return pt_process_graph_get_by_node (self, pt_document_get_root (self->document));
}

GPtrArray *
pt_process_graph_get_elements (PtProcessGraph *self)
{
  return self->elements;
}

GPtrArray *
pt_process_graph_get_diagrams (PtProcessGraph *self)
{
  return self->diagrams;
}
