/* pt-graph-ids.c: ids, who carries them and who names them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-graph-private.h"

PtId *
pt_graph_intern (PtProcessGraph *self, const char *value)
{
  PtId *id = g_hash_table_lookup (self->ids, value);

  if (!id)
    {
      gsize size = strlen (value) + 1;
      id = pt_graph_alloc (self, sizeof (PtId) + size);
      memcpy (id->value, value, size);
      g_hash_table_insert (self->ids, id->value, id);
    }
  return id;
}

void
pt_id_free (PtProcessGraph *self, PtId *id)
{
  g_clear_pointer (&id->namesakes, g_ptr_array_unref);
  pt_graph_free (self, id);
}

PtElement *
pt_reference_target (const PtReference *reference)
{
  if (reference->is_fallback && reference[-1].id->element)
    return NULL;
  return reference->id->element;
}

static void
touch_owner (PtProcessGraph *self, const PtReference *reference)
{
  if (reference->kind == PT_REFERENCE_PLANE)
    self->planes_stale = TRUE;
  else if (reference->kind == PT_REFERENCE_FIGURE)
    pt_graph_touch_figure (self, reference->owner, PT_FIGURE_STAGE_LINK);
  else
    pt_graph_touch (self, reference->owner, PT_STAGE_LINKS);
}

static void
touch_targets (PtProcessGraph *self, const PtReference *reference)
{
  pt_graph_touch (self, reference->id->element, PT_STAGE_INVERSE);
  if (reference->has_fallback)
    pt_graph_touch (self, reference[1].id->element, PT_STAGE_INVERSE);
}

/* Says that @id now leads to @element. */
static void
redirect (PtProcessGraph *self, PtId *id, PtElement *element)
{
  if (id->element == element)
    return;
  pt_graph_touch (self, id->element, PT_STAGE_INVERSE);
  id->element = element;
  for (PtReference *r = id->references; r; r = r->next)
    {
      touch_owner (self, r);
      touch_targets (self, r);
    }
  pt_graph_touch (self, element, PT_STAGE_INVERSE);
}

static gboolean
is_before (const PtElement *a, const PtElement *b)
{
  return pt_element_record (a)->order < pt_element_record (b)->order;
}

static void
add_carrier (PtProcessGraph *self, PtId *id, PtElement *element)
{
  PtElement *first = id->element;

  if (first && !id->namesakes)
    id->namesakes = g_ptr_array_new ();
  if (!first || is_before (element, first))
    {
      if (first)
        g_ptr_array_add (id->namesakes, first);
      redirect (self, id, element);
    }
  else
    g_ptr_array_add (id->namesakes, element);
}

static void
remove_carrier (PtProcessGraph *self, PtId *id, PtElement *element)
{
  PtElement *first = NULL;

  if (id->element != element)
    {
      g_ptr_array_remove_fast (id->namesakes, element);
      return;
    }
  for (guint i = 0; id->namesakes && i < id->namesakes->len; i++)
    {
      PtElement *other = g_ptr_array_index (id->namesakes, i);
      if (!first || is_before (other, first))
        first = other;
    }
  if (first)
    g_ptr_array_remove_fast (id->namesakes, first);
  redirect (self, id, first);
}

void
pt_graph_drop_id (PtProcessGraph *self, PtElement *element)
{
  PtElementRecord *record = pt_element_record (element);

  if (record->id)
    remove_carrier (self, record->id, element);
  record->id = NULL;
}

void
pt_graph_set_id (PtProcessGraph *self, PtElement *element, const char *value)
{
  PtElementRecord *record = pt_element_record (element);
  PtId *id = value ? pt_graph_intern (self, value) : NULL;

  if (record->id != id)
    {
      pt_graph_drop_id (self, element);
      record->id = id;
      if (id)
        add_carrier (self, id, element);
    }
  element->id = id ? id->value : NULL;
}

void
pt_graph_add_reference (PtProcessGraph *self,
                        PtReferenceKind kind,
                        gpointer owner,
                        const char *value)
{
  const char *rest = pt_bpmn_local_reference (value);
  PtReference whole = { .kind = kind, .owner = owner, .id = pt_graph_intern (self, value) };
  PtReference local = { .kind = kind, .owner = owner, .is_fallback = TRUE };

  whole.has_fallback = rest != NULL;
  g_array_append_val (self->found, whole);
  if (rest)
    {
      local.id = pt_graph_intern (self, rest);
      g_array_append_val (self->found, local);
    }
}

static gboolean
is_same (const PtReference *a, const PtReference *b)
{
  return a->kind == b->kind && a->id == b->id && a->is_fallback == b->is_fallback;
}

static void
enlist (PtProcessGraph *self, PtReference *reference)
{
  reference->link = &reference->id->references;
  reference->next = *reference->link;
  if (reference->next)
    reference->next->link = &reference->next;
  *reference->link = reference;
  touch_targets (self, reference);
}

static void
delist (PtProcessGraph *self, PtReference *reference)
{
  touch_targets (self, reference);
  *reference->link = reference->next;
  if (reference->next)
    reference->next->link = reference->link;
}

/* Puts @reference at the place of @old in the list of its id. */
static void
take_over (PtReference *reference, const PtReference *old)
{
  reference->next = old->next;
  reference->link = old->link;
  *reference->link = reference;
  if (reference->next)
    reference->next->link = &reference->next;
}

void
pt_graph_set_references (PtProcessGraph *self, PtReferences *references)
{
  PtReference *old = references->items, *new = NULL;
  guint n_old = references->n, n_new = self->found->len, head = 0, tail = 0;

  if (n_new > 0)
    new = pt_graph_copy (self, self->found->data, n_new * sizeof (PtReference));
  while (head < MIN (n_old, n_new) && is_same (&old[head], &new[head]))
    head++;
  while (tail < MIN (n_old, n_new) - head
         && is_same (&old[n_old - 1 - tail], &new[n_new - 1 - tail]))
    tail++;

  for (guint i = head; i < n_old - tail; i++)
    delist (self, &old[i]);
  for (guint i = 0; i < head; i++)
    take_over (&new[i], &old[i]);
  for (guint i = 1; i <= tail; i++)
    take_over (&new[n_new - i], &old[n_old - i]);
  for (guint i = head; i < n_new - tail; i++)
    enlist (self, &new[i]);

  pt_graph_free (self, old);
  references->items = new;
  references->n = n_new;
  g_array_set_size (self->found, 0);
}

gboolean
pt_element_is_named (const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;

  return id && id->references;
}
