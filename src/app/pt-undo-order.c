/* pt-undo-order.c: undo over several documents: what was done last is taken back first
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include "pt-undo-order.h"

/** Step: one of a document; those of a group are undone and done again together. */
typedef struct
{
  PtDocument *document; /* not owned */
  guint group;
} Step;

struct _PtUndoOrder
{
  GObject parent_instance;

  GPtrArray *documents; /* of PtDocument */
  GArray *done;         /* of Step: the newest last */
  GArray *undone;       /* of Step: taken back, the next to be done again last */
  gboolean stepping;    /* what changes is a step back or on, and known */
  gboolean is_branched; /* something new was done: what was undone before that does not fit it */
  guint group, depth;   /* of what is done now; 0: each for itself */
};

G_DEFINE_FINAL_TYPE (PtUndoOrder, pt_undo_order, G_TYPE_OBJECT)

static Step *
step_at (GArray *steps, guint i)
{
  return &g_array_index (steps, Step, i);
}

/* The group of something that is done now. */
static guint
group_of_now (PtUndoOrder *self)
{
  return self->depth > 0 ? self->group : ++self->group;
}

/* Puts the newest step of @document in @from onto @to; one from before is in neither. */
static void
pass_on (PtUndoOrder *self, GArray *from, GArray *to, PtDocument *document)
{
  Step step = { document, 0 };

  for (guint i = from->len; i > 0; i--)
    if (step_at (from, i - 1)->document == document)
      {
        step = *step_at (from, i - 1);
        g_array_remove_index (from, i - 1);
        break;
      }
  if (step.group == 0)
    step.group = group_of_now (self);
  g_array_append_val (to, step);
}

/* Only a step back leaves something to be done again. */
static void
changed_cb (PtUndoOrder *self, gpointer changes, guint n_changes, PtDocument *document)
{
  if (self->stepping)
    return;
  if (pt_document_can_redo (document))
    {
      pass_on (self, self->done, self->undone, document);
      return;
    }
  g_array_append_val (self->done, ((Step){ document, group_of_now (self) }));
  g_array_set_size (self->undone, 0);
  self->is_branched = TRUE;
}

void
pt_undo_order_begin (PtUndoOrder *self)
{
  if (self->depth++ == 0)
    self->group++;
}

void
pt_undo_order_end (PtUndoOrder *self)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
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

static void
forget (GArray *steps, PtDocument *document)
{
  for (guint i = steps->len; i > 0; i--)
    if (step_at (steps, i - 1)->document == document)
      g_array_remove_index (steps, i - 1);
}

void
pt_undo_order_remove (PtUndoOrder *self, PtDocument *document)
{
  forget (self->done, document);
  forget (self->undone, document);
  g_signal_handlers_disconnect_by_func (document, G_CALLBACK (changed_cb), self);
  g_ptr_array_remove (self->documents, document);
}

/* Returns: (nullable): the last of @steps that @can */
static Step *
find_step (GArray *steps, gboolean (*can) (PtDocument *))
{
  for (guint i = steps->len; i > 0; i--)
    if (can (step_at (steps, i - 1)->document))
      return step_at (steps, i - 1);
  return NULL;
}

/* Returns: (nullable): the first of all documents that @can */
static PtDocument *
find_old (PtUndoOrder *self, gboolean (*can) (PtDocument *))
{
  for (guint i = 0; i < self->documents->len; i++)
    if (can (self->documents->pdata[i]))
      return self->documents->pdata[i];
  return NULL;
}

PtDocument *
pt_undo_order_get_undo (PtUndoOrder *self)
{
  const Step *step = find_step (self->done, pt_document_can_undo);

  return step != NULL ? step->document : find_old (self, pt_document_can_undo);
}

PtDocument *
pt_undo_order_get_redo (PtUndoOrder *self)
{
  const Step *step = find_step (self->undone, pt_document_can_redo);

  if (step != NULL)
    return step->document;
  return self->is_branched ? NULL : find_old (self, pt_document_can_redo);
}

/* Before the step it is passed on: who hears of it asks for the next. */
static void
take_step (PtUndoOrder *self,
           GArray *from,
           GArray *to,
           PtDocument *document,
           PtStepFunc step,
           gpointer user_data)
{
  pass_on (self, from, to, document);
  self->stepping = TRUE;
  step (document, user_data);
  self->stepping = FALSE;
}

/* From @document on, as long as steps belong to one group. */
static void
take_group (PtUndoOrder *self,
            GArray *from,
            GArray *to,
            PtDocument *document,
            PtStepFunc step,
            gpointer user_data)
{
  guint group;

  if (document == NULL)
    return;
  take_step (self, from, to, document, step, user_data);
  group = step_at (to, to->len - 1)->group;
  while (from->len > 0 && step_at (from, from->len - 1)->group == group)
    take_step (self, from, to, step_at (from, from->len - 1)->document, step, user_data);
}

void
pt_undo_order_undo (PtUndoOrder *self, PtStepFunc step, gpointer user_data)
{
  take_group (self, self->done, self->undone, pt_undo_order_get_undo (self), step, user_data);
}

void
pt_undo_order_redo (PtUndoOrder *self, PtStepFunc step, gpointer user_data)
{
  take_group (self, self->undone, self->done, pt_undo_order_get_redo (self), step, user_data);
}

static void
pt_undo_order_finalize (GObject *object)
{
  PtUndoOrder *self = PT_UNDO_ORDER (object);

  g_ptr_array_unref (self->documents);
  g_array_unref (self->done);
  g_array_unref (self->undone);
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
  self->done = g_array_new (FALSE, FALSE, sizeof (Step));
  self->undone = g_array_new (FALSE, FALSE, sizeof (Step));
}
