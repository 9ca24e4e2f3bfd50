/* pt-feel-node.c: nodes of the syntax tree and where they live
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-node.h"

#include "pt-feel-eval.h"

/* The first blocks are as large as the allocator gives out fast. */
#define SMALL_BLOCK 1000
#define N_SMALL_BLOCKS 8
#define LARGEST_BLOCK 64000
#define ALIGNMENT sizeof (PtFeelDecimal)

struct _PtFeelBlock
{
  PtFeelBlock *next;
  gsize size;
};

/* ----- the pool ------------------------------------------------------------------------------ */

static void
add_block (PtFeelPool *self, gsize needed)
{
  gsize size
      = self->n_blocks < N_SMALL_BLOCKS ? SMALL_BLOCK : MIN (self->blocks->size * 2, LARGEST_BLOCK);
  PtFeelBlock *block;

  size = MAX (size, needed);
  block = g_malloc (sizeof (PtFeelBlock) + size);
  block->next = self->blocks;
  block->size = size;
  self->n_blocks++;
  self->blocks = block;
  self->at = (char *)(block + 1);
  self->end = self->at + size;
}

gpointer
pt_feel_pool_alloc (PtFeelPool *self, gsize size)
{
  gpointer thing;

  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (!self->blocks || (gsize)(self->end - self->at) < size)
    add_block (self, size);
  thing = self->at;
  self->at += size;
  return memset (thing, 0, size);
}

char *
pt_feel_pool_text (PtFeelPool *self, const char *text, gsize length)
{
  char *copy = pt_feel_pool_alloc (self, length + 1);

  memcpy (copy, text, length);
  return copy;
}

static void
clear_node (PtFeelNode *node)
{
  pt_feel_drop (&node->constant);
  if (node->type)
    pt_feel_type_unref (node->type);
  for (guint i = 0; node->form == PT_FORM_CONTEXT && i < node->n_binders; i++)
    pt_feel_key_unref (node->binders[i].key);
  for (guint i = 0; node->function && i < node->function->n_params; i++)
    if (node->function->params[i].type)
      pt_feel_type_unref (node->function->params[i].type);
}

void
pt_feel_pool_clear (PtFeelPool *self)
{
  for (PtFeelNode *node = self->owners; node; node = node->next_owner)
    clear_node (node);
  for (PtFeelBlock *block = self->blocks, *next; block; block = next)
    {
      next = block->next;
      g_free (block);
    }
}

/* ----- nodes --------------------------------------------------------------------------------- */

void
pt_feel_node_measure (PtFeelNode *self)
{
  self->height = 1;
  for (guint i = 0; i < self->n_args; i++)
    if (self->args[i] && self->args[i]->height >= self->height)
      self->height = self->args[i]->height + 1;
}

PtFeelNode *
pt_feel_node_new (PtFeelPool *pool, PtFeelForm form, guint at, guint n_args, ...)
{
  PtFeelNode *self = pt_feel_pool_alloc (pool, sizeof (PtFeelNode));
  va_list args;

  self->form = form;
  self->evaluate = pt_feel_evaluators[form];
  self->at = at;
  self->n_args = n_args;
  self->slot = PT_SLOT_VARIABLES;
  if (n_args > 0)
    self->args = pt_feel_pool_alloc (pool, n_args * sizeof (PtFeelNode *));
  va_start (args, n_args);
  for (guint i = 0; i < n_args; i++)
    self->args[i] = va_arg (args, PtFeelNode *);
  va_end (args);
  pt_feel_node_measure (self);
  return self;
}

PtFeelNode *
pt_feel_node_binary (PtFeelPool *pool, PtFeelOperator op, PtFeelNode *left, PtFeelNode *right)
{
  PtFeelNode *self = pt_feel_node_new (pool, PT_FORM_BINARY, left->at, 2, left, right);

  self->op = op;
  self->evaluate = pt_feel_operators[op];
  return self;
}

void
pt_feel_node_set_text (PtFeelNode *self, const char *text)
{
  self->text = text;
  self->length = (guint)strlen (text);
  self->hash = pt_feel_hash (text, self->length);
}

void
pt_feel_node_own (PtFeelPool *pool, PtFeelNode *node)
{
  node->next_owner = pool->owners;
  pool->owners = node;
}

int
pt_feel_column (const char *text, guint at)
{
  return (int)g_utf8_strlen (text, at) + 1;
}

gboolean
pt_feel_is_call (const PtFeelNode *node, const char *name)
{
  const PtFeelNode *callee = node->form == PT_FORM_CALL ? node->args[0] : NULL;

  return callee && callee->form == PT_FORM_NAME && callee->slot == PT_SLOT_VARIABLES
         && g_str_equal (callee->text, name);
}
