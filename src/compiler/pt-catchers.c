/* pt-catchers.c: who catches what is thrown
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-catchers.h"

#include <partitur/hash.h>

struct _PtCatchers
{
  const PtProgram *program;
  GHashTable *around; /* scope → GPtrArray of PtNode that catch what comes from within it */
  GHashTable *called; /* set of ids of processes */
};

/* Returns: the scope that @node catches from, or %PT_NO_INDEX */
static PtIndex
scope_of (const PtProgram *program, const PtNode *node)
{
  const PtScope *scope = pt_program_scope (program, node->scope);

  if (node->event_definition != PT_BPMN_ERROR_EVENT_DEFINITION
      && node->event_definition != PT_BPMN_ESCALATION_EVENT_DEFINITION)
    return PT_NO_INDEX;
  if (node->host != PT_NO_INDEX)
    return pt_program_node (program, node->host)->inner;
  return node->type == PT_BPMN_START_EVENT && scope->node != PT_NO_INDEX
                 && pt_program_node (program, scope->node)->triggered_by_event
             ? scope->parent
             : PT_NO_INDEX;
}

static void
add (PtCatchers *self, PtIndex scope, const PtNode *node)
{
  GPtrArray *all = g_hash_table_lookup (self->around, GUINT_TO_POINTER (scope));

  if (!all)
    {
      all = g_ptr_array_new ();
      g_hash_table_insert (self->around, GUINT_TO_POINTER (scope), all);
    }
  g_ptr_array_add (all, (gpointer)node);
}

PtCatchers *
pt_catchers_new (const PtProgram *program)
{
  PtCatchers *self = g_new (PtCatchers, 1);

  *self = (PtCatchers){ program,
                        g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref),
                        g_hash_table_new (pt_id_hash, g_str_equal) };
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);
      PtIndex scope = scope_of (program, node);

      if (scope != PT_NO_INDEX)
        add (self, scope, node);
      if (node->called)
        g_hash_table_add (self->called, (gpointer)node->called);
    }
  return self;
}

void
pt_catchers_free (PtCatchers *self)
{
  g_hash_table_unref (self->around);
  g_hash_table_unref (self->called);
  g_free (self);
}

gboolean
pt_catches (const PtNode *catcher, const PtNode *thrower)
{
  return catcher->event_definition == thrower->event_definition
         && (catcher->reference == PT_NO_INDEX || thrower->reference == PT_NO_INDEX
             || catcher->reference == thrower->reference);
}

gboolean
pt_catchers_leave (const PtCatchers *self, const PtNode *thrower)
{
  PtIndex scope = thrower->scope, process = scope;
  const char *id;

  for (; scope != PT_NO_INDEX; scope = pt_program_scope (self->program, scope)->parent)
    {
      const GPtrArray *all = g_hash_table_lookup (self->around, GUINT_TO_POINTER (scope));

      process = scope;
      for (guint i = 0; all && i < all->len; i++)
        if (pt_catches (all->pdata[i], thrower))
          return FALSE;
    }
  id = pt_program_scope (self->program, process)->origin.id;
  return !id || !g_hash_table_contains (self->called, id);
}
