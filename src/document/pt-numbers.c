/* pt-numbers.c: stable numbers of a document's nodes, the same in every run of the program
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-numbers.h"

#include "pt-document-private.h"

struct _PtNumbers
{
  PtDocument *document;
  guint32 n_source;
  GPtrArray *fresh;    /* of xmlNode */
  GHashTable *numbers; /* of the fresh ones */
};

PtNumbers *
pt_numbers_new (PtDocument *document)
{
  PtNumbers *self = g_new0 (PtNumbers, 1);

  self->document = document;
  self->n_source = document->source->spans->len;
  self->fresh = g_ptr_array_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

void
pt_numbers_free (PtNumbers *self)
{
  g_ptr_array_unref (self->fresh);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

guint32
pt_numbers_get (PtNumbers *self, const xmlNode *node)
{
  gsize in_source = node ? GPOINTER_TO_SIZE (node->_private) : 0;

  return in_source || node == NULL ? (guint32)in_source
                                   : GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, node));
}

xmlNode *
pt_numbers_find (PtNumbers *self, guint32 number)
{
  if (number <= self->n_source)
    return pt_source_node (self->document->source, self->document->tree, number);
  if (number > self->n_source + self->fresh->len)
    return NULL;
  return g_ptr_array_index (self->fresh, number - 1 - self->n_source);
}

void
pt_numbers_add (PtNumbers *self, xmlNode *node)
{
  g_ptr_array_add (self->fresh, node);
  g_hash_table_insert (self->numbers, node, GUINT_TO_POINTER (self->n_source + self->fresh->len));
}

guint
pt_numbers_count (PtNumbers *self)
{
  return self->fresh->len;
}

void
pt_numbers_rewind (PtNumbers *self, guint count)
{
  for (guint i = count; i < self->fresh->len; i++)
    g_hash_table_remove (self->numbers, g_ptr_array_index (self->fresh, i));
  g_ptr_array_set_size (self->fresh, (gint)count);
}
