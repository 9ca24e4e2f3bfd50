/* pt-undo-order.c: undo over several documents: what was done last is taken back first
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-undo-order.h"

struct _PtUndoOrder
{
  GObject parent_instance;

  GPtrArray *documents; /* of PtDocument */
  GPtrArray *done;      /* of PtDocument, not owned: one for each step, the newest last */
  GPtrArray *undone;    /* the same of steps taken back, the next to be done again last */
  gboolean stepping;    /* what changes is a step back or on, and known */
};

G_DEFINE_FINAL_TYPE (PtUndoOrder, pt_undo_order, G_TYPE_OBJECT)

/* Puts the newest step of @document in @from onto @to; one from before is in neither. */
static void
pass_on (GPtrArray *from, GPtrArray *to, PtDocument *document)
{
  for (guint i = from->len; i > 0; i--)
    if (from->pdata[i - 1] == document)
      {
        g_ptr_array_remove_index (from, i - 1);
        break;
      }
  g_ptr_array_add (to, document);
}

/* Only a step back leaves something to be done again. */
static void
changed_cb (PtUndoOrder *self, gpointer changes, guint n_changes, PtDocument *document)
{
  if (self->stepping)
    return;
  if (pt_document_can_redo (document))
    {
      pass_on (self->done, self->undone, document);
      return;
    }
  g_ptr_array_add (self->done, document);
  g_ptr_array_set_size (self->undone, 0);
}

PtUndoOrder *
pt_undo_order_new (void)
{
  return g_object_new (PT_TYPE_UNDO_ORDER, NULL);
}

void
pt_undo_order_add (PtUndoOrder *self, PtDocument *document)
{
  g_ptr_array_add (self->documents, g_object_ref (document));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
pt_undo_order_remove (PtUndoOrder *self, PtDocument *document)
{
  while (g_ptr_array_remove (self->done, document))
    continue;
  while (g_ptr_array_remove (self->undone, document))
    continue;
  g_signal_handlers_disconnect_by_func (document, G_CALLBACK (changed_cb), self);
  g_ptr_array_remove (self->documents, document);
}

/* Returns: (nullable): the last of @steps, else the first of all, that @can */
static PtDocument *
find_next (PtUndoOrder *self, const GPtrArray *steps, gboolean (*can) (PtDocument *))
{
  for (guint i = steps->len; i > 0; i--)
    if (can (steps->pdata[i - 1]))
      return steps->pdata[i - 1];
  for (guint i = 0; i < self->documents->len; i++)
    if (can (self->documents->pdata[i]))
      return self->documents->pdata[i];
  return NULL;
}

PtDocument *
pt_undo_order_get_undo (PtUndoOrder *self)
{
  return find_next (self, self->done, pt_document_can_undo);
}

PtDocument *
pt_undo_order_get_redo (PtUndoOrder *self)
{
  return find_next (self, self->undone, pt_document_can_redo);
}

static void
take_step (PtUndoOrder *self, PtDocument *document, PtStepFunc step, gpointer user_data)
{
  if (document == NULL)
    return;
  self->stepping = TRUE;
  step (document, user_data);
  self->stepping = FALSE;
}

void
pt_undo_order_undo (PtUndoOrder *self, PtStepFunc step, gpointer user_data)
{
  PtDocument *document = pt_undo_order_get_undo (self);

  /* Before the step: who hears of it asks for the next. */
  if (document != NULL)
    pass_on (self->done, self->undone, document);
  take_step (self, document, step, user_data);
}

void
pt_undo_order_redo (PtUndoOrder *self, PtStepFunc step, gpointer user_data)
{
  PtDocument *document = pt_undo_order_get_redo (self);

  if (document != NULL)
    pass_on (self->undone, self->done, document);
  take_step (self, document, step, user_data);
}

static void
pt_undo_order_finalize (GObject *object)
{
  PtUndoOrder *self = PT_UNDO_ORDER (object);

  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  G_OBJECT_CLASS (pt_undo_order_parent_class)->finalize (object);
}

static void
pt_undo_order_class_init (PtUndoOrderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_undo_order_finalize;
}

static void
pt_undo_order_init (PtUndoOrder *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->done = g_ptr_array_new ();
  self->undone = g_ptr_array_new ();
}
